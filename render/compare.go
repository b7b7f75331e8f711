package render

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/markup"
	"github.com/hoshitori/hoshitori/score"
)

var (
	wordCompared    = lang.Text{JA: "前回（{before}）と今回（{after}）の比べ", EN: "Earlier ({before}) and later ({after}) answers compared"}
	wordNoDate      = lang.Text{JA: "日付なし", EN: "no date"}
	wordComparable  = lang.Text{JA: "同じ版どうしなので、そのまま比べられます。", EN: "Both are of the same edition and can be compared as they are."}
	wordMigratedFor = lang.Text{JA: "版が違うので、前回の答えを {to} に移してから比べました。移せなかった項目は「新しく聞く項目」です。", EN: "The editions differ: the earlier answers were carried over to {to} first. What could not be carried is listed as newly asked."}
	wordScoreChange = lang.Text{JA: "点数：{before}点 → {after}点", EN: "Score: {before} → {after}"}
	wordLevelChange = lang.Text{JA: "「{level}」の条件：{before} → {after}", EN: "Criteria of \"{level}\": {before} → {after}"}
	wordOthersSame  = lang.Text{JA: "ほかの{count}項目は変わりません。", EN: "The other {count} items are unchanged."}
	wordAllSame     = lang.Text{JA: "変わったところはありません。", EN: "Nothing has changed."}
	wordGotWorse    = lang.Text{JA: "悪くなったものがあります。", EN: "Something got worse."}
	wordNotWorse    = lang.Text{JA: "悪くなったものはありません。", EN: "Nothing got worse."}
	wordLapsed      = lang.Text{JA: "期限が切れたもの", EN: "Lapsed"}
	wordLapseProof  = lang.Text{JA: "{date}から、示したものの期限が切れています。", EN: "Its evidence is out of date since {date}."}
	wordLapseDue    = lang.Text{JA: "{date}に、もう一度行う時期が来ています。", EN: "It was due again on {date}."}
	wordNotAnswered = lang.Text{JA: "未回答", EN: "not answered"}
)

// trends are the groups of a comparison, what got worse first.
var trends = []struct {
	trend score.Trend
	title lang.Text
}{
	{score.Worse, lang.Text{JA: "悪くなった項目", EN: "Worse"}},
	{score.Better, lang.Text{JA: "良くなった項目", EN: "Better"}},
	{score.Clearer, lang.Text{JA: "していないとわかった項目（前は未回答など）", EN: "Now known not to be met (open before)"}},
	{score.New, lang.Text{JA: "新しく聞く項目", EN: "Newly asked"}},
	{score.Gone, lang.Text{JA: "聞かなくなった項目", EN: "No longer asked"}},
}

var changedOutcome = [...]lang.Text{
	score.OutcomeUnstated: {},
	score.OutcomeMet:      {JA: "そろっている", EN: "met"},
	score.OutcomeOpen:     {JA: "まだ決まらない", EN: "open"},
	score.OutcomeUnmet:    {JA: "そろっていない", EN: "not met"},
}

var caveatWords = []struct {
	code score.ReasonCode
	text lang.Text
}{
	{score.ReasonOtherEdition, lang.Text{JA: "前回は {from}、今回は {to} の回答です。", EN: "The earlier answers are to {from}, the later ones to {to}."}},
	{score.ReasonOtherDigest, lang.Text{JA: "版の名前は同じですが、質問の一覧の中身が違います。", EN: "The edition has the same name, but the catalogue files differ."}},
	{score.ReasonNoName, lang.Text{JA: "会社名がないファイルがあり、同じ会社かどうかは確かめられません。", EN: "A file names no organisation, so it cannot be checked that both are of the same one."}},
	{score.ReasonOtherScope, lang.Text{JA: "答えの対象にした範囲が違います。", EN: "They speak of different parts of the organisation."}},
	{score.ReasonOtherTarget, lang.Text{JA: "目ざす段階が違います（前回「{before}」、今回「{after}」）。", EN: "They aim at different levels (\"{before}\", then \"{after}\")."}},
	{score.ReasonOtherRespondent, lang.Text{JA: "答えた人の顔ぶれが違います。", EN: "Different people answered."}},
	{score.ReasonEarlier, lang.Text{JA: "今回のほうが、前回より古い日付です。順番を確かめてください。", EN: "The second is dated earlier than the first; check the order."}},
}

// ComparisonView is a comparison in words.
type ComparisonView struct {
	Title      string
	Basis      string   // why the two can be compared
	Caveats    []string // what limits the comparison
	Verdicts   []string // score and levels, before and after
	Groups     []ChangeGroup
	Lapses     []ChangedItem
	LapsesHead string // the heading above Lapses
	Same       string // how many items are unchanged, "" if none is
	Conclusion string // whether something got worse
}

// ChangeGroup are the items that changed in one direction.
type ChangeGroup struct {
	Title string
	Items []ChangedItem
}

// ChangedItem is an item of a comparison.
type ChangedItem struct {
	Item     catalog.ItemID
	Number   string
	Question string
	Change   string // the answers before and after, or what has lapsed; "" where there is nothing to say
}

// NewComparisonView puts a comparison into words. before and after are the catalogues of the two assessments.
func NewComparisonView(m score.Comparison, before, after *catalog.Checked, l lang.Lang) ComparisonView {
	w := comparer{m, before, after, l}
	v := ComparisonView{
		Title: w.fill(wordCompared, "before", w.date(m.Before.AssessedOn), "after", w.date(m.After.AssessedOn)),
		Basis: wordComparable.In(l), LapsesHead: wordLapsed.In(l), Verdicts: w.verdicts(), Groups: w.groups(), Conclusion: wordNotWorse.In(l)}
	if len(m.Migrated) > 0 {
		v.Basis = w.fill(wordMigratedFor, "to", after.Ref().String())
	}
	if m.GotWorse {
		v.Conclusion = wordGotWorse.In(l)
	}
	for _, reason := range m.Caveats {
		v.Caveats = append(v.Caveats, w.caveat(reason))
	}
	for _, lapse := range m.Lapses {
		word := wordLapseDue
		if lapse.Reason == score.ReasonEvidenceExpired {
			word = wordLapseProof
		}
		v.Lapses = append(v.Lapses, w.item(after, lapse.Item, w.fill(word, "date", string(lapse.On))))
	}
	same := 0
	for _, item := range m.Items {
		if item.Trend == score.Same {
			same++
		}
	}
	switch {
	case same == len(m.Items):
		v.Same = wordAllSame.In(l)
	case same > 0:
		v.Same = w.fill(wordOthersSame, "count", count(same))
	}
	return v
}

type comparer struct {
	m             score.Comparison
	before, after *catalog.Checked
	l             lang.Lang
}

func (w comparer) fill(t lang.Text, pairs ...string) string {
	var args []lang.Arg
	for i := 0; i+1 < len(pairs); i += 2 {
		args = append(args, lang.Value(pairs[i], pairs[i+1]))
	}
	return t.Fill(args).In(w.l)
}

func (w comparer) date(d catalog.Date) string {
	if d == "" {
		return wordNoDate.In(w.l)
	}
	return string(d)
}

func (w comparer) verdicts() []string {
	var out []string
	if p := w.m.Points; p != nil {
		out = append(out, w.fill(wordScoreChange, "before", strconv.FormatInt(p.Before.Score, 10), "after", strconv.FormatInt(p.After.Score, 10)))
	}
	for _, change := range w.m.Levels {
		i, _ := w.after.LevelIndex(change.ID)
		out = append(out, w.fill(wordLevelChange, "level", w.after.Levels()[i].Title.In(w.l),
			"before", changedOutcome[change.Before].In(w.l), "after", changedOutcome[change.After].In(w.l)))
	}
	return out
}

func (w comparer) groups() []ChangeGroup {
	var out []ChangeGroup
	for _, t := range trends {
		group := ChangeGroup{Title: t.title.In(w.l)}
		for _, item := range w.m.Items {
			if item.Trend != t.trend {
				continue
			}
			c, change := w.after, ""
			if t.trend == score.Gone {
				c = w.before
			} else if t.trend != score.New && item.Before != item.After {
				change = w.label(w.before, item.Before) + " → " + w.label(w.after, item.After)
			}
			group.Items = append(group.Items, w.item(c, item.Item, change))
		}
		if len(group.Items) > 0 {
			out = append(out, group)
		}
	}
	return out
}

func (w comparer) item(c *catalog.Checked, id catalog.ItemID, change string) ChangedItem {
	item, _ := c.Item(id)
	return ChangedItem{Item: id, Number: item.Number, Question: item.Text.In(w.l), Change: change}
}

func (w comparer) label(c *catalog.Checked, s catalog.State) string {
	for _, choice := range c.Choices() {
		if choice.State == s {
			return choice.Label.In(w.l)
		}
	}
	return wordNotAnswered.In(w.l)
}

func (w comparer) caveat(r score.Reason) string {
	var pairs []string
	for _, a := range r.Args {
		pairs = append(pairs, a.Name, a.Value)
	}
	for _, c := range caveatWords {
		if c.code == r.Code {
			return w.fill(c.text, pairs...)
		}
	}
	return string(r.Code)
}

// Comparison returns a comparison as part of a page.
func Comparison(v ComparisonView) *markup.Node {
	out := markup.E("section", markup.Class("h-compared"), markup.E("h4", markup.A("tabindex", "-1"), markup.T(v.Title)), markup.P("p", "", v.Basis))
	out.Add(noticeBox(v.Caveats), markup.P("p", "h-sub", v.Conclusion))
	for _, verdict := range v.Verdicts {
		out.Add(markup.P("p", "", verdict))
	}
	for _, g := range v.Groups {
		out.Add(markup.P("p", "h-sub", g.Title), changeList(g.Items))
	}
	if len(v.Lapses) > 0 {
		out.Add(markup.P("p", "h-sub", v.LapsesHead), changeList(v.Lapses))
	}
	if v.Same != "" {
		out.Add(markup.P("p", "", v.Same))
	}
	return out
}

func changeList(items []ChangedItem) *markup.Node {
	list := markup.E("ul")
	for _, i := range items {
		line := markup.E("li")
		if i.Number != "" {
			line.Add(markup.P("b", "h-number", i.Number), markup.T(" "))
		}
		line.Add(markup.T(i.Question))
		if i.Change != "" {
			line.Add(markup.P("p", "h-detail", i.Change))
		}
		list.Add(line)
	}
	return list
}
