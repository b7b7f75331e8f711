package render

import (
	"testing"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
)

func TestVoiced(t *testing.T) {
	for _, test := range []struct{ reason, text, want string }{
		{"nothing Japanese", "Source clause: page 3", "Source clause: page 3"},
		{"in the middle", "published by 独立行政法人 情報処理推進機構（IPA）; edition 4.0", `published by <span lang="ja">独立行政法人 情報処理推進機構（IPA）</span>; edition 4.0`},
		{"numbers and capitals in it", "経済産業省 WG2 第12回（2026-03-03） No.1", `<span lang="ja">経済産業省 WG2 第12回（2026-03-03）</span> No.1`},
		{"an English word between two", "宣言 (declaration) と認定", `<span lang="ja">宣言</span> (declaration) <span lang="ja">と認定</span>`},
		{"at the beginning, with a space behind", "東京都 セミナー資料 1.2", `<span lang="ja">東京都 セミナー資料</span> 1.2`},
		{"all of it", "宣言", `<span lang="ja">宣言</span>`},
		{"no character, and no UTF-8", "a\uffff b\xe6", "a\uffff b\xe6"},
		{"nothing", "", ""},
		{"signs that both languages use", "★3 – “done”", "★3 – “done”"},
	} {
		got := string(markup.AppendHTML(nil, voiced(markup.E("p", markup.T(test.text)), lang.EN)))
		if want := "<p>" + test.want + "</p>"; got != want {
			t.Errorf("%s: got %s, want %s", test.reason, got, want)
		}
		plain := string(markup.AppendHTML(nil, voiced(markup.E("p", markup.T("宣言 A")), lang.JA)))
		if plain != "<p>宣言 A</p>" {
			t.Errorf("in a Japanese text: %s", plain)
		}
	}
}
