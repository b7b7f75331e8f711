package builtin_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
)

// What the official table of 2026-03-27 states in numbers and names: requirement, official title, function of CSF 2.0, criteria
// of ★3, criteria that ★4 adds.
var scsRequirements = []struct {
	id, title, csf string
	three, four    int
}{
	{"1-1-1", "社内ルール", "GV", 0, 3},
	{"1-2-1", "セキュリティ推進活動部門", "GV", 3, 1},
	{"1-2-2", "サイバー攻撃の監視・分析体制", "GV", 0, 2},
	{"1-2-3", "守秘義務のルール", "GV", 2, 2},
	{"1-3-1", "セキュリティ対応方針の策定", "GV", 3, 1},
	{"1-4-1", "セキュリティ対策推進計画", "GV", 0, 2},
	{"2-1-1", "取引先とのビジネス又はシステム上の関係", "GV", 2, 1},
	{"2-1-2", "機密情報の取扱い", "GV", 1, 0},
	{"2-1-3", "取引先のセキュリティ対策状況", "GV", 0, 1},
	{"2-1-4", "セキュリティインシデント発生時の役割・責任", "GV", 1, 0},
	{"2-1-5", "機密情報の回収・破棄", "GV", 0, 1},
	{"3-1-1", "情報機器、OS及びソフトウェアに関する情報の把握", "ID", 4, 3},
	{"3-1-2", "ネットワークに関する情報の把握", "ID", 2, 2},
	{"3-1-3", "外部情報サービスの管理", "ID", 2, 0},
	{"3-1-4", "機密区分に応じた情報の管理", "ID", 3, 5},
	{"3-1-5", "リモートワークにおけるルール", "ID", 0, 3},
	{"3-2-1", "脆弱性の管理体制", "ID", 0, 5},
	{"4-1-1", "ユーザIDの管理手続", "PR", 4, 0},
	{"4-1-2", "管理者IDの管理手続", "PR", 8, 0},
	{"4-1-3", "認証の強度・実装方法の決定", "PR", 4, 1},
	{"4-1-4", "アカウントロック制御", "PR", 2, 0},
	{"4-1-5", "パスワード設定ルール", "PR", 5, 0},
	{"4-1-6", "パスワード管理ルール", "PR", 3, 0},
	{"4-1-7", "アクセス権の管理ルール", "PR", 1, 5},
	{"4-1-8", "サーバ設置エリアへの入退室管理", "PR", 0, 4},
	{"4-1-9", "可搬媒体の制限", "PR", 0, 3},
	{"4-2-1", "セキュリティの意識向上のための教育・研修", "PR", 0, 5},
	{"4-2-2", "セキュリティインシデント発生時の教育・訓練", "PR", 3, 0},
	{"4-3-1", "データの暗号化", "PR", 0, 2},
	{"4-3-2", "データの保管ルール", "PR", 0, 1},
	{"4-3-3", "取引先との情報共有ルール", "PR", 0, 1},
	{"4-3-4", "適切なバックアップ", "PR", 3, 0},
	{"4-4-1", "情報機器、OS及びソフトウェアの安全な構成", "PR", 3, 3},
	{"4-4-2", "サポート期限の切れたOS及びソフトウェアへの対策", "PR", 0, 1},
	{"4-4-3", "ログの取得", "PR", 0, 3},
	{"4-4-4", "セキュリティパッチ・アップデートの手続", "PR", 2, 1},
	{"4-4-5", "マルウェア感染からの保護", "PR", 3, 2},
	{"4-5-1", "ネットワーク境界防護", "PR", 7, 2},
	{"5-1-1", "ネットワーク接続・データの監視", "DE", 3, 0},
	{"5-1-2", "情報機器及びソフトウェアの挙動監視", "DE", 0, 3},
	{"5-2-1", "セキュリティインシデントのレベルごとの対象範囲", "DE", 0, 2},
	{"6-1-1", "インシデント対応手順", "RS", 6, 0},
	{"7-1-1", "事業継続要件に沿った復旧準備", "RC", 1, 1},
}

// Chapters and groups with their official titles, in the order of the table.
var scsSections = []string{
	"1 ガバナンスの整備",
	"1-1 組織の状況",
	"1-2 役割、責任、権限",
	"1-3 ポリシー",
	"1-4 監督",
	"2 取引先管理",
	"2-1 サイバーセキュリティサプライチェーンリスクマネジメント",
	"3 リスクの特定",
	"3-1 資産管理",
	"3-2 リスクアセスメント",
	"4 攻撃等の防御",
	"4-1 アイデンティティ管理、認証、アクセス制御",
	"4-2 意識向上とトレーニング",
	"4-3 データセキュリティ",
	"4-4 プラットフォームセキュリティ",
	"4-5 技術インフラのレジリエンス",
	"5 攻撃等の検知",
	"5-1 継続的監視",
	"5-2 有害事象の分析",
	"6 インシデントへの対応",
	"6-1 インシデント管理",
	"7 インシデントからの復旧",
	"7-1 インシデント復旧計画の実行",
}

func TestSCSTree(t *testing.T) {
	c := find(t, "scs@2026-03-27")
	requirements := c.Requirements()
	if len(requirements) != 43 || len(c.Items()) != 153 {
		t.Fatalf("%d requirements, %d criteria, want 43 and 153", len(requirements), len(c.Items()))
	}
	var sections []string
	csf := map[string]string{}
	for _, s := range c.Sections() {
		sections = append(sections, s.ID+" "+s.Title.JA)
		csf[s.ID] = s.CSF
		if parent, _, nested := strings.Cut(s.ID, "-"); nested != (s.Parent != "") || nested && s.Parent != parent {
			t.Errorf("section %s is under %q", s.ID, s.Parent)
		}
	}
	if diff := cmp.Diff(scsSections, sections); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
	three, four := 0, 0 // requirements
	at := 0             // items so far
	for i, want := range scsRequirements {
		r := requirements[i]
		if r.ID != want.id || r.Title.JA != want.title || !strings.HasPrefix(r.ID, r.Section+"-") {
			t.Errorf("requirement %d is %s %s under %s, want %s %s", i+1, r.ID, r.Title.JA, r.Section, want.id, want.title)
		}
		if want.three > 0 {
			three++
		}
		four++
		for n := range want.three + want.four {
			item := c.Items()[at]
			at++
			level := "3"
			if n >= want.three {
				level = "4"
			}
			id := fmt.Sprint(want.id, "-", n+1)
			if string(item.ID) != id || item.Number != id || item.Requirement != r.ID || item.Section != r.Section || item.Clause.Clause != id {
				t.Errorf("criterion %d is %s (number %s) of %s in %s, want %s", at, item.ID, item.Number, item.Requirement, item.Section, id)
			}
			if item.Level != level || item.CSF != want.csf || csf[item.Section] != want.csf || item.Kind != catalog.Criterion {
				t.Errorf("%s: level %s, CSF %s, %s; want level %s, CSF %s, criterion", id, item.Level, item.CSF, item.Kind, level, want.csf)
			}
		}
	}
	if three != 26 || four != 43 {
		t.Errorf("%d requirements at ★3, %d at ★4, want 26 and 43", three, four)
	}
	want := outline{Status: "final", Levels: "3: [all-met]; [expert-confirmation declaration] 4: [all-met]; [third-party-evaluation]",
		Choices: "met partial unmet unknown not_applicable", StaleAfter: "2027-03-31", Publisher: "経済産業省・国家サイバー統括室（NCO）"}
	got := outlineOf(c)
	got.Sections = ""
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c.Published() != "2026-03-27" || c.HasPoints() {
		t.Errorf("published %s, points %v; want 2026-03-27 and none", c.Published(), c.HasPoints())
	}
}

// All figures of the official table. Each stands in what counts as done, so that nobody answers by another number.
func TestSCSThresholds(t *testing.T) {
	c := find(t, "scs@2026-03-27")
	for _, test := range []struct{ item, reason, ja, en string }{
		{"4-1-3-3", "two kinds of factors", "2種類以上", "two"},
		{"4-1-3-4", "password inside MFA", "8文字以上", "8"},
		{"4-1-4-1", "lock after failures", "10回以上", "10"},
		{"4-1-4-2", "device PIN or password", "6文字以上", "6"},
		{"4-1-5-3", "with MFA or lock", "8文字以上", "8"},
		{"4-1-5-3", "without", "10文字以上", "10"},
		{"4-1-5-3", "lock after failures", "10回", "10"},
		{"4-1-8-4", "entry log", "6か月", "6 months"},
		{"4-4-3-1", "each log", "6か月", "6 months"},
		{"4-4-3-3", "authentication log", "月1回以上", "month"},
		{"4-4-4-2", "days after release", "14日以内", "14 days"},
		{"4-4-4-2", "severity", "7.0以上", "7.0"},
		{"4-4-4-3", "boundary devices", "7.0以上", "7.0"},
		{"3-2-1-5", "response log", "月次", "month"},
	} {
		item, ok := c.Item(catalog.ItemID(test.item))
		if !ok {
			t.Fatalf("there is no %s", test.item)
		}
		ja, en := whatCounts(item)
		if !strings.Contains(ja, test.ja) || !strings.Contains(en, test.en) {
			t.Errorf("%s %s: %q or %q is not in what counts:\n%s\n%s", test.item, test.reason, test.ja, test.en, ja, en)
		}
	}
}

// whatCounts returns the question, what counts as done and the options, in both languages.
func whatCounts(item catalog.Item) (ja, en string) {
	texts := append([]catalog.Text{item.Text}, item.DoneWhen...)
	for _, o := range item.Options {
		texts = append(texts, o.Text)
	}
	for _, text := range texts {
		ja += text.JA + "\n"
		en += text.EN + "\n"
	}
	return ja, en
}

// What the table asks yearly or monthly, and nothing else, is due again.
func TestSCSRecurrence(t *testing.T) {
	c := find(t, "scs@2026-03-27")
	yearly := strings.Fields("1-1-1-2 1-2-1-3 1-3-1-4 1-4-1-1 2-1-1-2 2-1-3-1 3-1-1-4 3-1-1-7 3-1-2-4 3-1-4-2 3-1-4-4 3-1-4-6 3-1-5-3 4-1-7-2 4-1-9-3 4-2-1-2 4-2-1-3 4-2-1-5 4-2-2-1 4-2-2-3 5-1-2-2 6-1-1-4 6-1-1-6")
	monthly := []string{"3-2-1-5", "4-4-3-3"}
	three := 0
	for _, item := range c.Items() {
		want, word := "", ""
		switch {
		case slices.Contains(yearly, string(item.ID)):
			want, word = "P1Y", "年1回以上"
		case slices.Contains(monthly, string(item.ID)):
			want, word = "P1M", "月"
		}
		if item.Recurs != want {
			t.Errorf("%s recurs %q, want %q", item.ID, item.Recurs, want)
		}
		if ja, _ := whatCounts(item); !strings.Contains(ja, word) {
			t.Errorf("%s: what counts does not say %s", item.ID, word)
		}
		if want == "P1Y" && item.Level == "3" {
			three++
		}
	}
	if three != 8 {
		t.Errorf("%d yearly criteria at ★3, want 8", three)
	}
}

// Where the table lets one choose, each way is an option; where it gives examples, nothing is.
func TestSCSOptions(t *testing.T) {
	c := find(t, "scs@2026-03-27")
	got := map[string]int{}
	for _, item := range c.Items() {
		if n := len(item.Options); n > 0 {
			got[string(item.ID)] = n
		}
	}
	want := map[string]int{"4-1-1-2": 2, "4-1-2-2": 2, "4-1-3-3": 4, "4-1-4-1": 3, "4-1-5-3": 2, "4-1-8-2": 2, "4-2-2-1": 2, "4-4-1-1": 2, "4-4-1-5": 2, "4-4-2-1": 2, "4-4-4-1": 2, "4-4-4-2": 4, "4-5-1-1": 2, "4-5-1-7": 2, "5-1-1-1": 2, "5-1-2-3": 2}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The yearly report of 1-4-1-1 rests on the inspections of 18 criteria.
func TestSCSInspections(t *testing.T) {
	c := find(t, "scs@2026-03-27")
	item, _ := c.Item("1-4-1-1")
	got := ""
	for _, id := range item.Refers {
		got += string(id) + " "
	}
	const want = "1-1-1-2 1-2-1-3 1-3-1-4 2-1-1-2 3-1-1-4 3-1-1-7 3-1-2-4 3-1-4-2 3-1-4-4 3-1-4-6 3-1-5-3 3-2-1-5 4-1-7-2 4-1-9-3 4-2-1-5 4-2-2-3 5-1-2-2 6-1-1-4 "
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What rests on the draft or on one source says so, and what nobody knows yet is not stated.
func TestSCSFacts(t *testing.T) {
	c := find(t, "scs@2026-03-27")
	for _, test := range []struct {
		key, reason string
		want        catalog.Confidence
		ja          string
	}{
		{"edition.this.requirements", "two lists agree", catalog.TwoSources, "26"},
		{"edition.this.criteria.3", "one copy of the table", catalog.OneSource, "81"},
		{"edition.this.criteria.4", "two sources name the number", catalog.TwoSources, "153"},
		{"method.3", "expert-confirmed self-assessment", catalog.TwoSources, "専門家確認付き自己評価"},
		{"method.3.declaration", "management's declaration", catalog.TwoSources, "自己適合宣誓"},
		{"method.4", "third party", catalog.TwoSources, "第三者評価"},
		{"validity.3", "vendors of the draft's time", catalog.FromDraft, "1年"},
		{"validity.4", "one vendor of the draft's time", catalog.FromDraft, "3年"},
		{"method.pass", "the final rule was not seen", catalog.FromDraft, "案では"},
		{"method.not-applicable", "the final rule was not seen", catalog.FromDraft, "案では"},
		{"open.fees", "found nowhere", catalog.Unverified, "見つかっていません"},
		{"scheme.5", "under study", catalog.TwoSources, "検討中"},
	} {
		f, ok := c.Fact(test.key)
		if !ok || f.Confidence != test.want || !strings.Contains(f.Value.JA, test.ja) {
			t.Errorf("%s (%s): %v %s", test.key, test.reason, f.Confidence, f.Value.JA)
		}
	}
	if _, ok := c.LevelIndex("5"); ok {
		t.Error("★5 is under study and has no criteria, but it is a level")
	}
}

func TestSCSDraft(t *testing.T) {
	c := find(t, "scs@2025-12-26")
	if c.Status() != catalog.Superseded || c.SupersededBy() != "2026-03-27" || len(c.Items()) != 26 {
		t.Fatalf("%v by %s, %d items", c.Status(), c.SupersededBy(), len(c.Items()))
	}
	for i, item := range c.Items() {
		if id := fmt.Sprintf("d%02d", i+1); string(item.ID) != id || item.Clause.Confidence != catalog.FromDraft || item.Level != "3" {
			t.Errorf("item %d is %s at level %s, %v", i+1, item.ID, item.Level, item.Clause.Confidence)
		}
	}
	if f, _ := c.Fact("edition.this.criteria"); !strings.Contains(f.Value.JA, "83") {
		t.Errorf("the number of criteria is not stated: %s", f.Value.JA)
	}
}
