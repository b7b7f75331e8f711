package plain

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
)

var (
	wordItemCount   = lang.Text{JA: "{count}件", EN: "({count})"}
	wordMigrated    = lang.Text{JA: "{from} の答えを {to} に移しました。", EN: "Answers to {from}, carried over to {to}."}
	wordMigratedSum = lang.Text{JA: "{total}件のうち、{carried}件は答えを引き継ぎ、{ask}件は答えが要ります（新しい質問 {added}件、前より多くを求める質問 {tightened}件）。",
		EN: "Of {total} items, {carried} keep their answer and {ask} need one ({added} are new, {tightened} ask more than before)."}
	wordOldItems     = lang.Text{JA: "前の版の項目", EN: "Items of the older edition"}
	wordNewItems     = lang.Text{JA: "新しい版の項目", EN: "Items of the newer edition"}
	wordFateCarried  = lang.Text{JA: "答えを引き継ぎました", EN: "answer carried over"}
	wordFateAside    = lang.Text{JA: "答えは carried に残しました", EN: "answer kept in \"carried\""}
	wordFateNone     = lang.Text{JA: "答えはありませんでした", EN: "there was no answer"}
	wordAsk          = lang.Text{JA: "答えてください", EN: "to be answered"}
	wordHasAnswer    = lang.Text{JA: "答えがあります", EN: "has an answer"}
	wordOrigin       = lang.Text{JA: "（もとは {catalog} の {item}）", EN: " (from {item} of {catalog})"}
	wordTargetGone   = lang.Text{JA: "目ざす段階「{target}」は新しい版にないので、carried に移しました。", EN: "The newer edition has no level \"{target}\"; the target is kept in \"carried\"."}
	wordAsideConfirm = lang.Text{JA: "専門家の確認は前の版についてのものなので、carried に移しました。新しい版の確認は、あらためて要ります。", EN: "The expert's confirmation was about the older edition and is kept in \"carried\"; the newer one needs a new confirmation."}
	wordAsideDeclare = lang.Text{JA: "経営者の宣誓は前の版についてのものなので、carried に移しました。新しい版の宣誓は、あらためて要ります。", EN: "Management's declaration was about the older edition and is kept in \"carried\"; the newer one needs a new declaration."}
	wordJudgement    = lang.Text{JA: "変わり方の判断：{author}", EN: "Who judged the changes: {author}"}
)

// Migration writes the verdict on every item of both editions.
func Migration(p *terminal.Page, m assess.Migration, steps []*catalog.Changes, l lang.Lang) {
	ask := len(m.ToAsk())
	p.Strong("", say(l, wordMigrated, "from", m.From.String(), "to", m.To.String()))
	p.Text(say(l, wordMigratedSum, "total", count(len(m.New)), "carried", count(len(m.New)-ask), "ask", count(ask),
		"added", count(m.Count(catalog.Added)), "tightened", count(m.Count(catalog.Tightened))))
	var asides []string
	if m.TargetDropped != "" {
		asides = append(asides, say(l, wordTargetGone, "target", m.TargetDropped))
	}
	if m.ConfirmationAside {
		asides = append(asides, wordAsideConfirm.In(l))
	}
	if m.DeclarationAside {
		asides = append(asides, wordAsideDeclare.In(l))
	}
	notices(p, asides)
	p.Heading(wordNewItems.In(l))
	var rows [][]string
	for _, n := range m.New {
		fate := wordHasAnswer
		if n.Ask {
			fate = wordAsk
		}
		origin := ""
		if n.Origin.Item != "" {
			origin = say(l, wordOrigin, "catalog", n.Origin.Catalog.Ref().String(), "item", string(n.Origin.Item))
		}
		rows = append(rows, []string{"  " + ids(n.From, l), "→ " + string(n.Item), changeWord(n.Change, l), fate.In(l) + origin})
	}
	p.Table(rows)
	p.Heading(wordOldItems.In(l))
	rows = nil
	for _, o := range m.Old {
		rows = append(rows, []string{"  " + string(o.Item), "→ " + ids(o.To, l), changeWord(o.Change, l), fateWord(o.Fate, l)})
	}
	p.Table(rows)
	p.Blank()
	for _, step := range steps {
		p.Faint("", say(l, wordJudgement, "author", step.Author().In(l)))
	}
}

func fateWord(f assess.Fate, l lang.Lang) string {
	switch f {
	case assess.CarriedOver:
		return wordFateCarried.In(l)
	case assess.KeptAside:
		return wordFateAside.In(l)
	}
	return wordFateNone.In(l)
}

func count(n int) string { return number(int64(n)) }
