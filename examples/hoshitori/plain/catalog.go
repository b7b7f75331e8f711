package plain

import (
	"strconv"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

// Catalogs writes a table of catalogues.
func Catalogs(p *terminal.Page, list []*catalog.Checked, l lang.Lang) {
	rows := [][]string{{wordColumnName.In(l), wordColumnStatus.In(l), wordColumnItems.In(l), wordColumnTitle.In(l)}}
	for _, c := range list {
		rows = append(rows, []string{c.Ref().String(), status(c, l), strconv.Itoa(len(c.Items())), c.Title().In(l)})
	}
	p.Table(rows)
}

func status(c *catalog.Checked, l lang.Lang) string {
	s := render.StatusText(c.Status(), l)
	if c.SupersededBy() == "" {
		return s
	}
	return say(l, wordSuccessor, "status", s, "next", string(c.SupersededBy()))
}

// Catalog writes one catalogue whole: what it is and how sure that is, how it counts, what it rests on, and its items.
func Catalog(p *terminal.Page, c *catalog.Checked, o render.Options) {
	l := o.Lang
	v := blank(c, o)
	p.Strong("", v.Title)
	p.Text(c.Ref().String())
	p.Text(v.Edition)
	if c.Published() != "" {
		p.Text(say(l, wordPublished, "date", string(c.Published())))
	}
	if v.CheckAfter != "" {
		p.Text(v.CheckAfter)
	}
	if c.Digest() != "" {
		p.Faint("", say(l, wordDigest, "digest", c.Digest()))
	}
	notices(p, render.Notices(c, o))
	choices(p, c, l)
	bands(p, c, l)
	levels(p, c, l)
	facts(p, v)
	sources(p, v)
	items(p, c, l)
	if terms := c.Terms(); len(terms) > 0 {
		p.Blank()
		Terms(p, terms, l, "")
	}
}

// blank returns the view of nobody's answers, which is the catalogue in words.
func blank(c *catalog.Checked, o render.Options) render.View {
	a, problems := assess.Check(assess.New(c.Ref()), c)
	if !problems.OK() {
		panic("an empty assessment fits every catalogue: " + problems.Error())
	}
	return render.NewView(a, score.Evaluate(a, score.Options{}), o)
}

func choices(p *terminal.Page, c *catalog.Checked, l lang.Lang) {
	if c.HasPoints() {
		p.Heading(wordChoices.In(l))
	} else {
		p.Heading(wordChoicesOnly.In(l))
	}
	for _, choice := range c.Choices() {
		label := choice.Label.In(l)
		if choice.Points != nil {
			label += "  " + say(l, wordPoints, "points", number(*choice.Points))
		}
		p.Strong("  ", label)
		p.Item("    ", choice.Advice.In(l))
	}
}

func bands(p *terminal.Page, c *catalog.Checked, l lang.Lang) {
	list := c.Bands()
	if len(list) == 0 {
		return
	}
	p.Heading(wordBands.In(l))
	from, widest := make([]string, len(list)), 0
	for i, b := range list {
		from[i] = say(l, wordFrom, "min", number(b.Min))
		// The lowest band takes in everything below the one before it.
		if i == len(list)-1 && i > 0 {
			from[i] = say(l, wordBelow, "min", number(list[i-1].Min))
		}
		widest = max(widest, terminal.Width(from[i]))
	}
	for i, b := range list {
		p.Strong("  "+terminal.Pad(from[i], widest)+"  ", b.Title.In(l))
		p.Item("    ", b.Advice.In(l))
	}
}

func levels(p *terminal.Page, c *catalog.Checked, l lang.Lang) {
	p.Heading(wordLevels.In(l))
	for _, level := range c.Levels() {
		p.Strong("  ", level.Title.In(l))
		rules, needs := "", ""
		for _, r := range level.Rules {
			rules = join(rules, ruleWords[r.String()].In(l), l)
		}
		for _, n := range level.Needs {
			needs = join(needs, render.NeedText(n, l), l)
		}
		p.Item("    ", say(l, wordRules, "rules", rules))
		if needs != "" {
			p.Item("    ", say(l, wordNeeds, "needs", needs))
		}
	}
}

func join(list, next string, l lang.Lang) string {
	if list == "" {
		return next
	}
	return list + wordListComma.In(l) + next
}

func facts(p *terminal.Page, v render.View) {
	if len(v.Facts) == 0 {
		return
	}
	p.Heading(wordFacts.In(v.Lang))
	for _, f := range v.Facts {
		p.Item(lang.Text{JA: "・", EN: "- "}.In(v.Lang), f.Text)
		p.Faint("  ", say(v.Lang, wordFactBasis, "basis", f.Basis))
	}
}

func sources(p *terminal.Page, v render.View) {
	p.Heading(wordSources.In(v.Lang))
	for i, s := range v.Sources {
		p.Item(strconv.Itoa(i+1)+". ", s.Title)
		if s.URL != "" {
			p.Item("   ", s.URL)
		}
		p.Faint("   ", s.Read)
	}
}

func items(p *terminal.Page, c *catalog.Checked, l lang.Lang) {
	all := c.Items()
	p.Heading(say(l, wordItems, "count", strconv.Itoa(len(all))))
	section, requirement := "", ""
	for i, item := range all {
		in, _ := c.Section(item.Section)
		title := in.Title.In(l)
		if item.Section == "" && item.Kind == catalog.Condition {
			title = wordConditions.In(l)
		}
		if title != section || i == 0 {
			section = title
			p.Heading(section)
		}
		if item.Requirement != requirement {
			requirement = item.Requirement
			p.Blank()
			r, _ := c.Requirement(requirement)
			p.Title(requirement + "  " + r.Title.In(l))
		}
		p.Blank()
		p.Strong(name(item)+"  ", item.Text.In(l))
		Item(p, c, item, l, "    ")
		more(p, c, item, l)
	}
}

// more writes what an author needs to know of an item, and who answers does not.
func more(p *terminal.Page, c *catalog.Checked, item catalog.Item, l lang.Lang) {
	if levels := c.Levels(); len(levels) > 1 {
		at, _ := c.LevelIndex(item.Level)
		p.Faint("    ", say(l, wordLevel, "level", levels[at].Title.In(l)))
	}
	if t, ok := fieldWords[item.Field]; ok {
		p.Faint("    ", say(l, wordField, "field", t.In(l)))
	}
	if item.Recurs != "" {
		p.Faint("    ", say(l, wordRecurs, "recurs", item.Recurs))
	}
}
