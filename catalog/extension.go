package catalog

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// ExtensionFormat is the value of "format" in an extension.
const ExtensionFormat = "hoshitori/extension/1"

// Extension is what an association or a customer adds to a catalogue of somebody else: items of its own, and changes to
// the items of the base. [Compile] makes a whole catalogue of both.
type Extension struct {
	Head    Source // identity, documents, facts, terms, levels, sections, requirements and items that are added
	Base    ExtensionBase
	Changes []ItemChange
	Ext     Ext

	read *jsondoc.Value
}

// ExtensionBase is the catalogue that is extended.
type ExtensionBase struct {
	ID      ID
	Version Version
	UpTo    string // takes the base's levels up to this one only; "" takes all
	Ext     Ext
}

// Ref returns the id and version of the base.
func (b ExtensionBase) Ref() Ref { return Ref{b.ID, b.Version} }

// ItemChange says how an item of the base reads in the extension.
type ItemChange struct {
	Item      ItemID
	Kind      ItemChangeKind
	Members   []string // the members of the item that Set replaces, by their names in the file
	Set       Item
	Rationale Text
	Clause    Clause // a document of the extension
	Ext       Ext
}

// ItemChangeKind says what an [ItemChange] does. The zero value means "not stated" and is refused.
type ItemChangeKind uint8

// The values of [ItemChangeKind].
const (
	ItemChangeUnstated ItemChangeKind = iota
	Sharpened                         // everything of the base is asked, and more
	RewordedItem                      // the same is asked in other words
	Weakened                          // less is asked than by the base
	Removed                           // the item is not asked
)

var itemChangeCodes = []string{"", "sharpened", "reworded", "weakened", "removed"}

// String returns the code that files use, "" for the zero value.
func (v ItemChangeKind) String() string { return jsondoc.CodeOf(itemChangeCodes, uint8(v)) }

// ItemChangeKindCodes lists the codes that files use, in the order of the constants and without the zero value.
func ItemChangeKindCodes() []string { return append([]string(nil), itemChangeCodes[1:]...) }

// ParseExtension reads an extension. It holds whatever could be read; use it only if the problems are OK.
func ParseExtension(data []byte) (*Extension, problem.List) {
	e := &Extension{}
	var problems problem.List
	e.read, problems = jsondoc.Read(data, ExtensionFormat, e.parse)
	return e, problems
}

func (e *Extension) parse(f *jsondoc.Fields) {
	f.Require("id", "version", "status", "title", "publisher", "extends", "sources")
	e.Head.parseHead(f)
	base := f.Fields("extends")
	base.Require("id", "version")
	e.Base = ExtensionBase{ID: ID(base.String("id")), Version: Version(base.String("version")), UpTo: base.String("upTo"), Ext: Ext(base.Ext())}
	base.Close()
	e.Head.parseLists(f)
	e.Changes = jsondoc.Each(f, "changes", parseItemChange)
	e.Ext = Ext(f.Ext())
	f.Close()
}

func parseItemChange(f *jsondoc.Fields) ItemChange {
	f.Require("item", "kind", "rationale", "source")
	c := ItemChange{Item: ItemID(f.String("item")), Kind: ItemChangeKind(code(f, "kind", itemChangeCodes)),
		Rationale: f.Text("rationale"), Clause: parseClause(f)}
	if set := f.Fields("set"); set != nil {
		c.Members = slices.DeleteFunc(set.Names(), func(m string) bool { return m == "ext" })
		c.Set = parseItemMembers(set)
		set.Close()
	}
	c.Ext = Ext(f.Ext())
	return c
}

// settable are the members that a change may replace. What identifies an item and where it stands is the base's.
var settable = []string{"text", "why", "doneWhen", "partialWhen", "drillDown", "evidence", "notes", "firstStep", "options",
	"choices", "level", "recurs", "thresholds"}

// apply returns the item of the base as the extension asks it.
func (c *ItemChange) apply(item Item) Item {
	for _, m := range c.Members {
		switch m {
		case "text":
			item.Text = c.Set.Text
		case "why":
			item.Why = c.Set.Why
		case "doneWhen":
			item.DoneWhen = c.Set.DoneWhen
		case "partialWhen":
			item.PartialWhen = c.Set.PartialWhen
		case "drillDown":
			item.DrillDown = c.Set.DrillDown
		case "evidence":
			item.Evidence = c.Set.Evidence
		case "notes":
			item.Notes = c.Set.Notes
		case "firstStep":
			item.FirstStep = c.Set.FirstStep
		case "options":
			item.Options = c.Set.Options
		case "choices":
			item.Choices = c.Set.Choices
		case "level":
			item.Level = c.Set.Level
		case "recurs":
			item.Recurs = c.Set.Recurs
		case "thresholds":
			item.Thresholds = c.Set.Thresholds
		}
	}
	item.Clause = c.Clause
	return item
}

// weakenings returns the members by which the changed item asks less than the item of the base, by what the kind of the
// change promises.
func (c *ItemChange) weakenings(base, changed Item, levels func(string) int) []string {
	if c.Kind == Removed {
		return []string{"item"}
	}
	_, weaker := strictness(&base, &changed)
	if c.Kind == RewordedItem && len(base.DoneWhen) == len(changed.DoneWhen) {
		// Other words are what was announced; the figures in them have to be the same.
		weaker = slices.DeleteFunc(weaker, func(m string) bool { return m == "doneWhen" && sameFigures(&base, &changed) })
	}
	if levels(changed.Level) > levels(base.Level) {
		weaker = append(weaker, "level")
	}
	if (c.Kind == Sharpened || c.Kind == RewordedItem) && !sameTextFigures(base.Text, changed.Text) {
		weaker = append(weaker, "text")
	}
	if (c.Kind == Sharpened || c.Kind == RewordedItem) && !slices.Contains(weaker, "options") && !sameOptionFigures(base.Options, changed.Options) {
		weaker = append(weaker, "options")
	}
	return weaker
}

// sameFigures reports whether two items say the same figures in what they ask.
func sameFigures(a, b *Item) bool {
	if !sameTextFigures(a.Text, b.Text) || len(a.DoneWhen) != len(b.DoneWhen) {
		return false
	}
	for i := range a.DoneWhen {
		if !sameTextFigures(a.DoneWhen[i], b.DoneWhen[i]) {
			return false
		}
	}
	return true
}

// sameOptionFigures reports whether the options that both lists have say the same figures.
func sameOptionFigures(before, after []Option) bool {
	for _, o := range after {
		at := slices.IndexFunc(before, func(b Option) bool { return b.ID == o.ID })
		if at >= 0 && !sameTextFigures(before[at].Text, o.Text) {
			return false
		}
	}
	return true
}

func sameTextFigures(a, b Text) bool {
	return slices.Equal(figures(a.JA), figures(b.JA)) && slices.Equal(figures(a.EN), figures(b.EN))
}

// figures returns the decimal numbers in a text, in their order.
func figures(text string) []string {
	var out []string
	for i := 0; i < len(text); {
		if text[i] < '0' || text[i] > '9' {
			i++
			continue
		}
		from := i
		for i < len(text) && ('0' <= text[i] && text[i] <= '9' || text[i] == '.' && i+1 < len(text) && '0' <= text[i+1] && text[i+1] <= '9') {
			i++
		}
		out = append(out, text[from:i])
	}
	return out
}
