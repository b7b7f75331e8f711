package repository_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/guides"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/render"
)

// grounds are what a statement can rest on, from the surest to the least sure.
var grounds = []struct {
	confidence    catalog.Confidence
	word, meaning lang.Text
}{
	{catalog.Official, lang.Text{JA: "公式資料", EN: "official source"},
		lang.Text{JA: "制度を出すところの資料に書いてあります。", EN: "A document of the publisher states it."}},
	{catalog.TwoSources, lang.Text{JA: "二つの資料", EN: "two sources"},
		lang.Text{JA: "別々の二つの資料に書いてあります。", EN: "Two independent sources state it."}},
	{catalog.OneSource, lang.Text{JA: "一つの資料", EN: "one source"},
		lang.Text{JA: "制度を出すところのものではない、一つの資料に書いてあります。", EN: "One source that is not the publisher states it."}},
	{catalog.FromDraft, lang.Text{JA: "案の段階", EN: "from a draft"},
		lang.Text{JA: "案の段階の資料に書いてあります。確定した文は見ていません。", EN: "Material from the draft stage states it; the final text was not seen."}},
	{catalog.Unverified, lang.Text{JA: "未確認", EN: "not verified"},
		lang.Text{JA: "確かめられていません。", EN: "Nothing confirms it."}},
}

// duty says who checks a statement again, when, and how. {date} stands for the day after which the data is old.
type duty struct {
	sign                     string
	concerns, who, when, how lang.Text
}

var beforeRelease = lang.Text{JA: "次のリリースの前。遅くとも{date}。", EN: "Before the next release, and by {date} at the latest."}

var (
	byMaintainers = &duty{"A", lang.Text{JA: "公式資料による行", EN: "Rows from an official source"},
		lang.Text{JA: "保守者", EN: "The maintainers"},
		lang.Text{JA: "{date}を過ぎたとき。または、制度を出すところが改めたとき。", EN: "After {date}, or when the publisher revises it."},
		lang.Text{JA: "新しい資料と読み比べます。", EN: "Compare with the newer document."}}
	withOriginal = &duty{"B", lang.Text{JA: "二つの資料か一つの資料による行", EN: "Rows from two sources or one"},
		lang.Text{JA: "登録セキスペ（情報処理安全確保支援士）か保守者", EN: "A registered specialist or a maintainer"}, beforeRelease,
		lang.Text{JA: "公式の文書を手に入れ、読み比べます。", EN: "Get the official document and compare."}}
	withWorkbook = &duty{"B+", lang.Text{JA: "同じ。ただしscs@2026-03-27の項目", EN: "The same, but items of scs@2026-03-27"},
		lang.Text{JA: "登録セキスペ（情報処理安全確保支援士）か保守者", EN: "A registered specialist or a maintainer"}, beforeRelease,
		lang.Text{JA: "公式の表（xlsx）を `go run ./examples/hoshitori official FILE` にかけると、番号、段階、題、数値などの違いが出ます。文の意味は、人が読み比べます。",
			EN: "Run the official workbook (xlsx) through `go run ./examples/hoshitori official FILE`, which lists differing numbers, levels, titles and figures. A person compares what the sentences mean."}}
	withFinalText = &duty{"C", lang.Text{JA: "案の段階の資料による行", EN: "Rows from a draft"},
		lang.Text{JA: "確定した文書が公表されるまでは、だれも確かめられません。公表されたら保守者", EN: "Nobody until a final text is public, then the maintainers"},
		lang.Text{JA: "公表を知ったとき。公表されたかどうかは、遅くとも{date}に見ます。", EN: "When it becomes public; by {date} at the latest, look whether it has."},
		lang.Text{JA: "一覧が変われば新しい版を作ります。事実だけなら、その行を直します。", EN: "A changed list becomes a new edition; a mere fact is mended in its place."}}
	beforeUse = &duty{"D", lang.Text{JA: "未確認の行", EN: "Rows that are not verified"},
		lang.Text{JA: "当てにする人", EN: "Whoever wants to rely on it"},
		lang.Text{JA: "当てにする前。", EN: "Before relying on it."},
		lang.Text{JA: "制度を出すところに聞くか、公式の文書を読みます。分かったことは保守者に知らせます。", EN: "Ask the publisher or read its documents, and tell the maintainers what was found."}}
	onReport = &duty{"E", lang.Text{JA: "次の版も入っている旧版の、すべての行", EN: "All rows of superseded editions whose successor is built in"},
		lang.Text{JA: "保守者", EN: "The maintainers"},
		lang.Text{JA: "誤りの知らせがあったときだけ。", EN: "Only if somebody reports an error."},
		lang.Text{JA: "知らせのあった行を、出典と読み比べます。", EN: "Compare the reported row with its source."}}
	byFacts = &duty{"F", lang.Text{JA: "根拠を自分では持たない、段階・配点・区分の行", EN: "Levels, points and bands that state no basis of their own"},
		lang.Text{JA: "同じ版の「事実」を確かめる人", EN: "Who checks the facts of the same edition"},
		lang.Text{JA: "そのことを述べる「事実」の行と一緒に。", EN: "Together with the fact that states it."},
		lang.Text{JA: "その行と同じです。", EN: "As for that fact."}}

	duties = []*duty{byMaintainers, withOriginal, withWorkbook, withFinalText, beforeUse, onReport, byFacts}
)

// dutyOf is the rule by which the list says who checks again. ref is empty for whatever the official workbook does not hold.
func dutyOf(ref string, status catalog.Status, confidence catalog.Confidence) *duty {
	if status == catalog.Superseded {
		return onReport
	}
	switch confidence {
	case catalog.Official:
		return byMaintainers
	case catalog.TwoSources, catalog.OneSource:
		if ref == "scs@2026-03-27" {
			return withWorkbook
		}
		return withOriginal
	case catalog.FromDraft:
		return withFinalText
	case catalog.Unverified:
		return beforeUse
	}
	return byFacts
}

// inUse returns the status for the rule: an edition is superseded for it only if its successor is built in. People go on
// using the other one.
func inUse(c *catalog.Checked) catalog.Status {
	if _, ok := builtin.Find(catalog.Ref{ID: c.Ref().ID, Version: c.SupersededBy()}); c.Status() == catalog.Superseded && !ok {
		return catalog.Final
	}
	return c.Status()
}

func TestDuties(t *testing.T) {
	tests := []struct {
		name, ref  string
		status     catalog.Status
		confidence catalog.Confidence
		want       *duty
		reason     string
	}{
		{"official", "sa1@4.0", catalog.Final, catalog.Official, byMaintainers, "what the publisher said holds until it says something else"},
		{"one source", "tics20@2026-01", catalog.Provisional, catalog.OneSource, withOriginal, "somebody has to hold the original"},
		{"two sources", "", catalog.Final, catalog.TwoSources, withOriginal, "two that agree are still not the original"},
		{"workbook", "scs@2026-03-27", catalog.Final, catalog.OneSource, withWorkbook, "the official table of these criteria can be compared by a command"},
		{"fact of scs", "", catalog.Final, catalog.OneSource, withOriginal, "the workbook holds criteria, not what is said about the scheme"},
		{"draft", "", catalog.Final, catalog.FromDraft, withFinalText, "there is nothing to compare it with yet"},
		{"unverified", "", catalog.Final, catalog.Unverified, beforeUse, "nobody vouches for it"},
		{"superseded", "scs@2025-12-26", catalog.Superseded, catalog.FromDraft, onReport, "nobody checks themselves against it any more"},
		{"unstated", "", catalog.Final, catalog.ConfidenceUnstated, byFacts, "the facts of the catalogue say it for all clauses"},
	}
	for _, test := range tests {
		if got := dutyOf(test.ref, test.status, test.confidence); got != test.want {
			t.Errorf("%s: rule %s, want %s: %s", test.name, got.sign, test.want.sign, test.reason)
		}
	}
}

// The list for reviewers uses the words that people read in results.
func TestGrounds(t *testing.T) {
	if len(grounds) != len(catalog.ConfidenceCodes()) {
		t.Errorf("%d kinds of basis are described, there are %d", len(grounds), len(catalog.ConfidenceCodes()))
	}
	for _, g := range grounds {
		for _, l := range []lang.Lang{lang.JA, lang.EN} {
			if got, want := render.ClauseText(builtin.All()[0], catalog.Clause{Confidence: g.confidence}, l), " ["+g.word.In(l)+"]"; got != want {
				t.Errorf("results say%s, the list%s", got, want)
			}
		}
	}
}

// The list for reviewers is made from the catalogues and guides, so it leaves nothing out and says nothing else.
func TestReviewPage(t *testing.T) {
	name := filepath.Join(root, "docs", "review.md")
	want := reviewPage()
	if *update {
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs/review.md is stale; run: go test ./internal/repository -update")
	}
}

// chapter is what the list says about a catalogue or a guide.
type chapter struct {
	ref        string
	title      lang.Text
	status     string
	publisher  string
	staleAfter catalog.Date
	documents  []catalog.Document
	tables     []table
}

// table lists statements of one sort.
type table struct {
	title  lang.Text
	sort   sort
	column string // what stands between the name and the source
	rows   []statement
}

type sort int

const (
	asked  sort = iota // what people answer or look up
	ruling             // what decides: levels, points, bands
	stated             // facts
)

// statement is something that somebody may have to check again.
type statement struct {
	name, says string
	clause     catalog.Clause
	confidence catalog.Confidence
	duty       *duty
}

func reviewChapters() (catalogues, lists []chapter) {
	for _, c := range builtin.All() {
		catalogues = append(catalogues, chapterOf(c))
	}
	for _, g := range guides.All() {
		lists = append(lists, chapterOfGuide(g))
	}
	return catalogues, lists
}

func chapterOf(c *catalog.Checked) chapter {
	return chapter{ref: c.Ref().String(), title: c.Title(), status: statusLine(c), publisher: c.Publisher(), staleAfter: c.StaleAfter(), documents: c.Documents(),
		tables: []table{
			{lang.Text{JA: "項目", EN: "Items"}, asked, "種類・段階 / kind, level", itemStatements(c)},
			{lang.Text{JA: "段階・配点・区分", EN: "Levels, points, bands"}, ruling, "内容 / content", rulings(c)},
			{lang.Text{JA: "事実", EN: "Facts"}, stated, "内容 / content", factStatements(c)},
		}}
}

func statusLine(c *catalog.Checked) string {
	line := render.StatusText(c.Status(), lang.JA) + " / " + render.StatusText(c.Status(), lang.EN)
	if next := c.SupersededBy(); next != "" {
		after := catalog.Ref{ID: c.Ref().ID, Version: next}
		line += fmt.Sprintf(" → `%s`", after)
		if _, ok := builtin.Find(after); !ok {
			line += "（組み込まれていません / not built in）"
		}
	}
	return line
}

func itemStatements(c *catalog.Checked) []statement {
	kinds := map[catalog.ItemKind]string{catalog.Question: "質問 / question", catalog.Criterion: "評価基準 / criterion", catalog.Condition: "条件 / condition"}
	var all []statement
	for _, item := range c.Items() {
		all = append(all, statement{string(item.ID), kinds[item.Kind] + ", `" + item.Level + "`", item.Clause, item.Clause.Confidence,
			dutyOf(c.Ref().String(), inUse(c), item.Clause.Confidence)})
	}
	return all
}

// rulings are what decides over the outcome: the rules of the levels, the points of the answers, the bands.
func rulings(c *catalog.Checked) []statement {
	var all []statement
	add := func(name, says string, clause catalog.Clause) {
		all = append(all, statement{name, says, clause, clause.Confidence, dutyOf("", inUse(c), clause.Confidence)})
	}
	for _, l := range c.Levels() {
		var says []string
		for _, rule := range l.Rules {
			says = append(says, rule.String())
		}
		for _, need := range l.Needs {
			says = append(says, need.String())
		}
		add("level "+l.ID, strings.Join(says, ", "), l.Clause)
	}
	for _, choice := range c.Choices() {
		if choice.Points != nil {
			add("choice "+choice.State.String(), fmt.Sprintf("%d点 / points", *choice.Points), choice.Clause)
		}
	}
	for _, band := range c.Bands() {
		add("band "+band.ID, fmt.Sprintf("%d点から / from %d points", band.Min, band.Min), band.Clause)
	}
	return all
}

func factStatements(c *catalog.Checked) []statement {
	var all []statement
	for _, f := range c.Facts() {
		all = append(all, statement{f.Key, cell(f.Value.JA), catalog.Clause{Document: f.Document}, f.Confidence, dutyOf("", inUse(c), f.Confidence)})
	}
	return all
}

func chapterOfGuide(g *catalog.Guide) chapter {
	entries := table{lang.Text{JA: "項目", EN: "Entries"}, asked, "内容 / content", nil}
	for _, group := range g.Groups {
		for _, e := range group.Entries {
			says := e.Text.JA
			if e.Contact.Name != "" {
				says = e.Contact.Name + "（" + e.Contact.AsOf + " 現在 / as of）"
			}
			entries.rows = append(entries.rows, statement{e.ID, cell(says), e.Clause, e.Clause.Confidence, dutyOf("", catalog.Final, e.Clause.Confidence)})
		}
	}
	return chapter{ref: g.Ref().String(), title: g.Title, publisher: g.Publisher, staleAfter: g.StaleAfter, documents: g.Documents, tables: []table{entries}}
}

func reviewPage() []byte {
	var b bytes.Buffer
	b.WriteString(`# もう一度確かめる一覧 / What has to be checked again

このページは ` + "`go test ./internal/repository -update`" + ` で、組み込みのカタログと一覧から作られます。手で直さないでください。
This page is generated by the command above from the built-in catalogues and guides; do not edit it.

`)
	catalogues, lists := reviewChapters()
	b.WriteString("- [決まり / The rules](#決まり--the-rules)\n- [件数 / Counts](#件数--counts)\n")
	b.WriteString("- カタログ / Catalogues\n")
	contents(&b, catalogues)
	b.WriteString("- 調べるための一覧 / Guides\n")
	contents(&b, lists)
	rules(&b)
	b.WriteString("\n## 件数 / Counts\n")
	all := slices.Concat(catalogues, lists)
	counts(&b, lang.Text{JA: "項目", EN: "items and entries"}, asked, all)
	counts(&b, lang.Text{JA: "事実", EN: "facts"}, stated, catalogues)
	for _, c := range all {
		c.write(&b)
	}
	return b.Bytes()
}

func contents(b *bytes.Buffer, all []chapter) {
	for _, c := range all {
		fmt.Fprintf(b, "  - [%s](#%s)：%s / %s\n", c.ref, anchors("## " + c.ref)[0], c.title.JA, c.title.EN)
	}
}

func rules(b *bytes.Buffer) {
	b.WriteString(`
## 決まり / The rules

どの行にも、根拠と、だれがいつもう一度確かめるかの記号があります。根拠の意味は次のとおりです。
Every row names what it rests on, and the sign of who has to check it again, when. What a statement can rest on:

| 根拠 / basis | 意味 | Meaning |
|---|---|---|
`)
	for _, g := range grounds {
		fmt.Fprintf(b, "| %s / %s (`%s`) | %s | %s |\n", g.word.JA, g.word.EN, g.confidence, g.meaning.JA, g.meaning.EN)
	}
	b.WriteString(`
記号は根拠と版の状態で決まります。「見直す日」は、版ごとに下に書いてあります。
The sign follows from the basis and from the status of the edition. The date of review stands with each edition below.

| 記号 / sign | 何を / what | だれが / who | いつ / when | どう / how |
|---|---|---|---|---|
`)
	for _, d := range duties {
		fmt.Fprintf(b, "| **%s** | %s | %s | %s | %s |\n", d.sign, both(d.concerns), both(d.who), both(on(d.when, "見直す日", "the date of review")), both(d.how))
	}
	b.WriteString(`
確かめるとは、公式の文書を開き、番号、段階、数値、意味がどれも同じかを見ることです。同じなら、カタログの出典に読んだ日を書き、根拠を改めます。
違えば、直します。
To check means to open the official document and to see whether number, level, figures and meaning are the same. If they are, write the
day into the catalogue's sources and raise the basis; if they are not, mend the catalogue.
`)
}

func both(t lang.Text) string { return t.JA + "<br>" + t.EN }

// on fills in the date.
func on(when lang.Text, ja, en string) lang.Text {
	return lang.Text{JA: strings.ReplaceAll(when.JA, "{date}", ja), EN: strings.ReplaceAll(when.EN, "{date}", en)}
}

func counts(b *bytes.Buffer, title lang.Text, of sort, all []chapter) {
	fmt.Fprintf(b, "\n**%s / %s**\n\n|  | 計 / all |", title.JA, title.EN)
	for _, g := range grounds {
		fmt.Fprintf(b, " %s / %s |", g.word.JA, g.word.EN)
	}
	b.WriteString("\n|---|---:|" + strings.Repeat("---:|", len(grounds)) + "\n")
	total := map[catalog.Confidence]int{}
	for _, c := range all {
		count := map[catalog.Confidence]int{}
		for _, t := range c.tables {
			if t.sort == of {
				for _, s := range t.rows {
					count[s.confidence]++
					total[s.confidence]++
				}
			}
		}
		countRow(b, "`"+c.ref+"`", count)
	}
	countRow(b, "**計 / all**", total)
}

func countRow(b *bytes.Buffer, name string, count map[catalog.Confidence]int) {
	sum, cells := 0, ""
	for _, g := range grounds {
		sum += count[g.confidence]
		if n := count[g.confidence]; n > 0 {
			cells += " " + strconv.Itoa(n) + " |"
		} else {
			cells += " – |"
		}
	}
	fmt.Fprintf(b, "| %s | %d |%s\n", name, sum, cells)
}

func (c chapter) write(b *bytes.Buffer) {
	fmt.Fprintf(b, "\n## %s\n\n%s / %s\n\n", c.ref, c.title.JA, c.title.EN)
	if c.status != "" {
		fmt.Fprintf(b, "- 状態 / status: %s\n", c.status)
	}
	fmt.Fprintf(b, "- 発行 / publisher: %s\n- 見直す日 / date of review: %s\n", c.publisher, c.staleAfter)
	c.writeDuties(b)
	b.WriteString("\n出典 / Sources:\n\n")
	for i, d := range c.documents {
		fmt.Fprintf(b, "%d. %s\n", i+1, documentLine(d))
	}
	for _, t := range c.tables {
		if len(t.rows) > 0 {
			c.writeTable(b, t)
		}
	}
}

// writeDuties says who has to check how many rows, when.
func (c chapter) writeDuties(b *bytes.Buffer) {
	b.WriteString("\n| 確認 / check | 行 / rows | だれが / who | いつ / when |\n|---|---:|---|---|\n")
	for _, d := range duties {
		if n := c.count(d); n > 0 {
			fmt.Fprintf(b, "| **%s** | %d | %s | %s |\n", d.sign, n, both(d.who), both(on(d.when, string(c.staleAfter), string(c.staleAfter))))
		}
	}
}

func (c chapter) count(d *duty) int {
	n := 0
	for _, t := range c.tables {
		for _, s := range t.rows {
			if s.duty == d {
				n++
			}
		}
	}
	return n
}

func documentLine(d catalog.Document) string {
	line := cell(d.Title)
	if d.URL != "" {
		line += " <" + d.URL + ">"
	}
	if d.Read == "" {
		return line + " — 開いていない / **not opened**"
	}
	return line + " — " + string(d.Read) + " に確認 / read"
}

func (c chapter) writeTable(b *bytes.Buffer, t table) {
	fmt.Fprintf(b, "\n### %s: %s / %s\n\n", c.ref, t.title.JA, t.title.EN)
	fmt.Fprintf(b, "| id | %s | 出典 / source | 根拠 / basis | 確認 / check |\n|---|---|---|---|---|\n", t.column)
	for _, s := range t.rows {
		fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s |\n", s.name, s.says, c.place(s.clause), basis(s.confidence), s.duty.sign)
	}
}

// place names a clause by the number of its document in the list of sources.
func (c chapter) place(clause catalog.Clause) string {
	i := slices.IndexFunc(c.documents, func(d catalog.Document) bool { return d.ID == clause.Document })
	if i < 0 {
		return "–"
	}
	return strings.TrimSpace("(" + strconv.Itoa(i+1) + ") " + cell(clause.Clause))
}

func basis(confidence catalog.Confidence) string {
	for _, g := range grounds {
		if g.confidence == confidence {
			return g.word.JA + " / " + g.word.EN
		}
	}
	return "–"
}
