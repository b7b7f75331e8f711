package render_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa1v40"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

// promised are the answers of a firm that has promised to work on the Six Articles and has backups already.
func promised() (*assess.Checked, score.Result) {
	d := assess.New(sa1v40.Catalog().Ref())
	d.Subject.Name = "Hoshizora Works"
	d.AssessedOn = "2026-11-20"
	for _, item := range sa1v40.Catalog().Items() {
		d.Set(assess.Answer{Item: item.ID, State: catalog.Met})
	}
	d.Set(assess.Answer{Item: "4", State: catalog.Unmet})
	a, problems := assess.Check(d, sa1v40.Catalog())
	if !problems.OK() {
		panic(problems)
	}
	return a, score.Evaluate(a, score.Options{})
}

// A view holds every sentence and number, for programs that lay out a page of their own.
func ExampleNewView() {
	a, r := promised()
	v := render.NewView(a, r, render.Options{Lang: lang.EN, Today: "2026-11-21"})
	fmt.Println(v.Title)
	fmt.Println(v.Progress)
	for _, l := range v.Levels {
		fmt.Println(l.Title)
		fmt.Println(l.Verdict)
		fmt.Println(l.Remaining)
	}
	for _, s := range v.Steps {
		fmt.Println(s.Priority, s.Question, s.Answer)
	}
	// Output:
	// SECURITY ACTION one star (Six Articles of information security)
	// 7 of 7 answered
	// SECURITY ACTION ★ (one star)
	// By your answers, the criteria of edition 4.0 are met.
	// Still to do before it may be claimed: declaring yourself with the body that runs the scheme
	// 1 Are your cloud storage (storage on the internet) and your copiers set so that only those who need them can use them? Not in place
}

func ExampleReportMarkdown() {
	a, r := promised()
	v := render.NewView(a, r, render.Options{Lang: lang.JA, Today: "2026-11-21"})
	report, _, _ := strings.Cut(string(render.ReportMarkdown(v)), "\n## すべての答え")
	fmt.Println(report)
	// Output:
	// # 診断の結果：SECURITY ACTION ★一つ星（情報セキュリティ6か条）
	// - 会社：Hoshizora Works
	// - 診断日：2026-11-20
	// - 作成日：2026-11-21
	//
	// - 7項目中6項目ができています
	// - 7項目中7項目に回答。
	//
	// ## 条件はそろったか
	//
	// ### SECURITY ACTION ★一つ星
	//
	// - 4.0版の条件は、答えのとおりなら、そろっています。
	// - 名乗る前に、まだ残ること：運営機関への自己宣言の手続き
	// - 自己診断です。だれも確かめていません。
	//
	// ## 次にすること
	//
	// 1. 4 クラウド（ネット上の保管場所）や複合機を、必要な人だけが使える設定にしていますか。
	//    - できていない / まだ実施していません。
	//    - 手間：3つのことがそろえば完了 / だれが：パソコンに詳しい人か業者
	//    - 介護記録の共有リンクが誰でも開ける設定だと、利用者の病歴を外の人に読まれかねません。
	//    - 最初の一歩（費用なし）：今週、よく使うクラウドの共有一覧を開き、要らない公開リンクを止めてください。
	//
	// 「だれが」は目安です。公式の決まりではありません。
}

// The first cell begins with a byte order mark, so that Excel reads the Japanese.
func ExampleReportCSV() {
	a, r := promised()
	v := render.NewView(a, r, render.Options{Lang: lang.JA, Today: "2026-11-21"})
	for _, row := range bytes.SplitAfter(render.ReportCSV(v), []byte("\r\n"))[:3] {
		fmt.Printf("%q\n", row)
	}
	// Output:
	// "\ufeff\"カタログ\",\"項目\",\"番号\",\"分野\",\"質問\",\"答え\",\"答えの符号\",\"点数\",\"優先順\",\"種類\",\"出典の箇所\",\"メモ\",\"この版についての注意\"\r\n"
	// "\"sa1@4.0\",\"1\",\"1\",\"\",\"仕事で使う機器のOS（基本ソフト）やアプリに、更新が出たらすぐ入れていますか。\",\"できている\",\"met\",\"\",\"\",\"技術\",\"経済産業省 産業サイバーセキュリティ研究会 WG2 第12回（2026-03-03） 事務局説明資料 6か条 No.1 [公式資料]\",\"\",\"\"\r\n"
	// "\"sa1@4.0\",\"2\",\"2\",\"\",\"仕事用のパソコンなどにウイルス対策ソフトを入れ、最新に保っていますか。\",\"できている\",\"met\",\"\",\"\",\"技術\",\"経済産業省 産業サイバーセキュリティ研究会 WG2 第12回（2026-03-03） 事務局説明資料 6か条 No.2 [公式資料]\",\"\",\"\"\r\n"
}

// The fragment is pasted between the tags of a hoshitori-check element.
func ExampleFormFragment() {
	fragment := render.FormFragment(sa2v31.Catalog(), render.Options{Lang: lang.EN, Assets: "https://cdn.example/hoshitori/"})
	first, _, _ := strings.Cut(string(fragment), `<details class="h-more"`)
	fmt.Println(strings.ReplaceAll(first, "><", ">\n<"))
	// Output:
	// <link rel="stylesheet" href="https://cdn.example/hoshitori/hoshitori.css" media="print">
	// <noscript>
	// <link rel="stylesheet" href="https://cdn.example/hoshitori/hoshitori.css">
	// </noscript>
	// <div class="hoshitori" lang="en" data-catalog="sa2@3.1">
	// <div class="h-head">
	// <h2 class="h-title">SECURITY ACTION ★★: 25-question self-check and basic policy (edition 3.1)</h2>
	// <p class="h-path h-private">Your answers stay here.</p>
	// <details class="h-notice">
	// <summary>This check is edition 3.1. Edition 4.0 has replaced it. Part of this list was taken from one source.</summary>The full list of the 25 questions of edition 4.0 is not included here. If you are going to declare now, use the current form on IPA&#39;s page: <a href="https://www.ipa.go.jp/security/guide/sme/5minutes.html" rel="noopener">https://www.ipa.go.jp/security/guide/sme/5minutes.html</a> Part of this list was taken from one source. It has not yet been compared with the official original.</details>
	// <p class="h-paper">You can print this page and fill it in by hand.</p>
	// <p class="h-paper">Firm (                    )  Filled in by (                )  Date (            )</p>
	// </div>
	// <form class="h-form" method="dialog" autocomplete="off">
	// <h3 class="h-section">Basic measures</h3>
	// <fieldset class="h-question" data-item="1">
	// <legend>
	// <b class="h-number">1</b> Do you keep the operating system (the basic software) and the apps on every work device up to date?</legend>
	// <div class="h-choices">
	// <label>
	// <input type="radio" name="1" value="met">Done</label>
	// <label>
	// <input type="radio" name="1" value="partial">Partly done</label>
	// <label>
	// <input type="radio" name="1" value="unmet">Not done</label>
	// <label>
	// <input type="radio" name="1" value="unknown">Don&#39;t know</label>
	// </div>
}
