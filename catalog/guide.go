package catalog

import (
	"slices"
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// GuideFormat is the value of "format" in a guide file.
const GuideFormat = "hoshitori/guide/1"

// Guide is a list to look things up in, under the same rules about sources as a catalogue. Nobody answers it: it has no
// choices and no levels. Warning signs of a leak are a guide, and so are the places where one can ask for help.
type Guide struct {
	ID         ID
	Version    Version
	Title      Text
	About      Text // what the list is, for whom, and how sure it is
	Publisher  string
	StaleAfter Date // after this day someone should look whether the sources have changed; Hoshitori's own choice
	Documents  []Document
	Groups     []GuideGroup // in the order of the source
	Ext        Ext
}

// GuideGroup is a part of a guide.
type GuideGroup struct {
	ID      string
	Title   Text
	CSF     string // function of NIST CSF 2.0, such as "GV", where the source names it
	Entries []GuideEntry
	Ext     Ext
}

// GuideEntry is a line of a guide.
type GuideEntry struct {
	ID      string
	Text    Text
	Note    Text    // why it matters, what to do, or a caution
	Contact Contact // in a list of contacts: whom to ask
	Clause  Clause
	Ext     Ext
}

// Contact is a place where one can ask for help. What no source states is "".
type Contact struct {
	Name   string // the official name
	Region string // ISO 3166: "JP" for the whole country, else a prefecture such as "JP-23"
	Phone  string
	Email  string
	URL    string
	AsOf   string // the day or month of which the source speaks: YYYY-MM-DD or YYYY-MM
	Ext    Ext
}

// Ref returns the guide's id and version.
func (g *Guide) Ref() Ref { return Ref{g.ID, g.Version} }

// ParseGuide reads a guide file. The guide holds whatever could be read; use it only if the problems are OK. Its ids and
// texts are not checked; [LoadGuide] does that.
func ParseGuide(data []byte) (*Guide, problem.List) {
	g, _, problems := parseGuide(data)
	return g, problems
}

func parseGuide(data []byte) (*Guide, *jsondoc.Value, problem.List) {
	g := &Guide{}
	value, problems := jsondoc.Read(data, GuideFormat, g.parse)
	return g, value, problems
}

// LoadGuide reads and checks a guide file. The guide is nil if the problems are not OK.
//
// The rules are those of a catalogue: ids are names and there once, texts are there in both languages, and each entry
// names a document of the guide. A contact can be reached in at least one way.
func LoadGuide(data []byte) (*Guide, problem.List) {
	g, value, problems := parseGuide(data)
	if !problems.OK() {
		return nil, problems
	}
	k := &checker{s: &Source{Documents: g.Documents, read: value}}
	k.r.Add(problems...)
	k.guide(g)
	if problems := k.r.Problems(); !problems.OK() {
		return nil, problems
	}
	return g, k.r.Problems()
}

func (g *Guide) parse(f *jsondoc.Fields) {
	f.Require("id", "version", "title", "about", "publisher", "sources", "groups")
	g.ID = ID(f.String("id"))
	g.Version = Version(f.String("version"))
	g.Title = f.Text("title")
	g.About = f.Text("about")
	g.Publisher = f.String("publisher")
	g.StaleAfter = Date(f.Date("staleAfter"))
	g.Documents = jsondoc.Each(f, "sources", parseDocument)
	g.Groups = jsondoc.Each(f, "groups", parseGuideGroup)
	g.Ext = Ext(f.Ext())
	f.Close()
}

func parseGuideGroup(f *jsondoc.Fields) GuideGroup {
	f.Require("id", "title", "entries")
	return GuideGroup{ID: f.String("id"), Title: f.Text("title"), CSF: f.String("csf"),
		Entries: jsondoc.Each(f, "entries", parseGuideEntry), Ext: Ext(f.Ext())}
}

func parseGuideEntry(f *jsondoc.Fields) GuideEntry {
	f.Require("id", "text", "source")
	e := GuideEntry{ID: f.String("id"), Text: f.Text("text"), Note: f.Text("note")}
	e.Clause = parseClause(f)
	if f.Has("contact") {
		c := f.Fields("contact")
		c.Require("name", "region", "asOf")
		e.Contact = Contact{Name: c.String("name"), Region: c.String("region"), Phone: c.String("phone"), Email: c.String("email"),
			URL: c.String("url"), AsOf: c.String("asOf"), Ext: Ext(c.Ext())}
		for _, part := range []struct{ name, value string }{{"name", e.Contact.Name}, {"region", e.Contact.Region}, {"asOf", e.Contact.AsOf}} {
			if c.Has(part.name) && part.value == "" {
				c.Report(EmptyListKind, part.name, lang.Value("name", part.name))
			}
		}
		c.Close()
	}
	e.Ext = Ext(f.Ext())
	return e
}

func (k *checker) guide(g *Guide) {
	k.name("/id", string(g.ID))
	k.name("/version", string(g.Version))
	k.text("/title", "title", g.Title)
	k.text("/about", "about", g.About)
	k.documents()
	groups, entries := set[string]{}, set[string]{}
	for i, group := range g.Groups {
		define(k, groups, "groups", i, group.ID)
		k.text(pointerTo("groups", i)+"/title", "title", group.Title)
		list := "groups/" + strconv.Itoa(i) + "/entries"
		for j, e := range group.Entries {
			define(k, entries, list, j, e.ID)
			p := pointerTo(list, j)
			k.text(p+"/text", "text", e.Text)
			if !e.Note.IsZero() {
				k.text(p+"/note", "note", e.Note)
			}
			k.clause(p, e.Clause, true)
			k.contact(p+"/contact", e.Contact)
		}
	}
}

func (k *checker) contact(p string, c Contact) {
	if c == (Contact{}) {
		return
	}
	if c.URL != "" && !isWebAddress(c.URL) {
		k.report(URLKind, p+"/url", valueArg(c.URL))
	}
	if c.Phone == "" && c.Email == "" && c.URL == "" {
		k.report(UnreachableKind, p, valueArg(c.Name))
	}
}

// JSON returns the guide file in canonical form (RFC 8785). Reading it back gives an equal guide.
func (g *Guide) JSON() []byte {
	var b jsondoc.Builder
	b.String("format", GuideFormat)
	b.String("id", string(g.ID))
	b.String("version", string(g.Version))
	b.Set("title", jsondoc.Texts(g.Title))
	b.Set("about", jsondoc.Texts(g.About))
	b.String("publisher", g.Publisher)
	b.String("staleAfter", string(g.StaleAfter))
	b.Set("sources", jsondoc.ArrayOf(g.Documents, documentValue))
	b.Set("groups", jsondoc.ArrayOf(g.Groups, guideGroupValue))
	b.OptExt(string(g.Ext))
	return jsondoc.AppendCanonical(nil, b.Value())
}

func guideGroupValue(g GuideGroup) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", g.ID)
	b.Set("title", jsondoc.Texts(g.Title))
	b.OptString("csf", g.CSF)
	b.Set("entries", jsondoc.ArrayOf(g.Entries, guideEntryValue))
	b.OptExt(string(g.Ext))
	return b.Value()
}

func guideEntryValue(e GuideEntry) jsondoc.Value {
	var b jsondoc.Builder
	b.String("id", e.ID)
	b.Set("text", jsondoc.Texts(e.Text))
	b.OptText("note", e.Note)
	if e.Contact != (Contact{}) {
		var c jsondoc.Builder
		c.String("name", e.Contact.Name)
		c.String("region", e.Contact.Region)
		c.OptString("phone", e.Contact.Phone)
		c.OptString("email", e.Contact.Email)
		c.OptString("url", e.Contact.URL)
		c.String("asOf", e.Contact.AsOf)
		c.OptExt(string(e.Contact.Ext))
		b.Set("contact", c.Value())
	}
	b.Set("source", clauseValue(e.Clause))
	b.OptExt(string(e.Ext))
	return b.Value()
}

// Entries returns the entries of all groups in the order of the source.
func (g *Guide) Entries() []GuideEntry {
	var all []GuideEntry
	for _, group := range g.Groups {
		all = append(all, group.Entries...)
	}
	return all
}

// ContactsIn returns the contacts for a firm in a region: those of the region and those of the whole country, which
// come last. The region is an ISO 3166 code such as "JP-23"; "" stands for all contacts.
func (g *Guide) ContactsIn(region string) []GuideEntry {
	var out []GuideEntry
	for _, e := range g.Entries() {
		if e.Contact.Name != "" && (region == "" || e.Contact.Region == region || e.Contact.Region == "JP") {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b GuideEntry) int { return len(b.Contact.Region) - len(a.Contact.Region) })
	return out
}
