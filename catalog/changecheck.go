package catalog

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// LoadChanges reads a change record and checks it against the two editions. The record is nil if the problems are not OK.
func LoadChanges(data []byte, from, to *Checked) (*Changes, problem.List) {
	s, problems := ParseChanges(data)
	if !problems.OK() {
		return nil, problems
	}
	c, more := CheckChanges(s, from, to)
	return c, append(problems, more...)
}

// CheckChanges checks a change record against both editions and against the computed difference between them. It reports
// every problem it finds and returns nil if one of them is an error.
//
// The rules, in order:
//
//  1. The record names these two editions of one catalogue, its author, and a source for each change.
//  2. Every item of both editions stands in exactly one change.
//  3. A change has as many items on either side as its kind has.
//  4. Kept: id, place and everything that is asked are equal. Moved: everything that is asked is equal, the place is not.
//  5. Reworded: the words differ, and what a program can compare (kind of item, answers, options, recurrence, thresholds)
//     does not; where answers are carried, the number of conditions and the figures in them are equal as well.
//  6. Tightened and relaxed: something that is asked differs, and not only in the other direction; thresholds, recurrence,
//     options and answers, of which a program can tell the direction, do not go against it alone.
func CheckChanges(s *ChangesSource, from, to *Checked) (*Changes, problem.List) {
	k := &changeChecker{s: s, from: from, to: to}
	if s.From.Ref() != from.Ref() {
		k.report(OtherEditionKind, "/from", lang.Value("got", s.From.Ref().String()), lang.Value("want", from.Ref().String()))
	}
	if s.To.Ref() != to.Ref() {
		k.report(OtherEditionKind, "/to", lang.Value("got", s.To.Ref().String()), lang.Value("want", to.Ref().String()))
	}
	if s.From.ID != s.To.ID || s.From.Version == s.To.Version {
		k.report(NoEditionsKind, "/to", lang.Value("from", s.From.Ref().String()), lang.Value("to", s.To.Ref().String()))
	}
	if problems := k.r.Problems(); !problems.OK() {
		return nil, problems
	}
	checkAuthor(k.report, s.Author)
	docs := checkDocuments(k.report, s.Documents)
	k.old, k.new = noChange(len(from.source.Items)), noChange(len(to.source.Items))
	for i := range s.Changes {
		k.change(i, docs)
	}
	k.forgotten()
	problems := k.r.Problems()
	if !problems.OK() {
		return nil, problems
	}
	c := &Changes{source: *s, from: from, to: to, old: k.old, new: k.new}
	c.source.read = nil
	c.source.Documents, c.source.Changes = slices.Clone(s.Documents), slices.Clone(s.Changes)
	return c, problems
}

type changeChecker struct {
	s        *ChangesSource
	from, to *Checked
	r        jsondoc.Reader
	old, new []int // by item: the place of its change, -1 if none was found yet
}

func noChange(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func (k *changeChecker) report(kind *problem.Kind, pointer string, args ...lang.Arg) {
	k.r.Report(kind, positionOf(k.s.read, pointer), pointer, args...)
}

// reporter adds a problem with the value at the pointer.
type reporter func(kind *problem.Kind, pointer string, args ...lang.Arg)

func (report reporter) text(pointer, name string, t Text) {
	if t.JA == "" {
		report(EmptyTextKind, pointer, lang.Value("name", name), lang.Arg{Name: "language", Text: lang.Text{JA: "日本語", EN: "Japanese"}})
	}
	if t.EN == "" {
		report(EmptyTextKind, pointer, lang.Value("name", name), lang.Arg{Name: "language", Text: lang.Text{JA: "英語", EN: "English"}})
	}
}

func checkAuthor(report reporter, author Text) { report.text("/author", "author", author) }

// checkDocuments checks the source documents of a file and returns their ids.
func checkDocuments(report reporter, documents []Document) set[string] {
	docs := set[string]{}
	for i, d := range documents {
		p := pointerTo("sources", i)
		if !isName(d.ID) {
			report(NameKind, p+"/id", valueArg(d.ID))
		}
		if _, twice := docs[d.ID]; twice {
			report(DuplicateIDKind, p+"/id", lang.Value("id", d.ID))
		}
		docs[d.ID] = i
		if d.URL != "" && !isWebAddress(d.URL) {
			report(URLKind, p+"/url", valueArg(d.URL))
		}
	}
	if len(documents) == 0 {
		report(EmptyListKind, "/sources", lang.Value("name", "sources"))
	}
	return docs
}

func (k *changeChecker) change(i int, docs set[string]) {
	c := &k.s.Changes[i]
	p := pointerTo("changes", i)
	reporter(k.report).text(p+"/rationale", "rationale", c.Rationale)
	if c.Clause.Document == "" {
		k.report(jsondoc.MissingKind, p+"/source", lang.Value("name", "id"))
	} else if _, ok := docs[c.Clause.Document]; !ok {
		k.report(NoSuchKind, p+"/source/id", lang.Value("id", c.Clause.Document), lang.Arg{Name: "what", Text: inSources})
	}
	if c.Clause.Confidence == ConfidenceUnstated {
		k.report(StatedKind, p+"/source", lang.Value("name", "confidence"), jsondoc.Allowed(confidenceCodes))
	}
	if c.Kind == ChangeUnstated || int(c.Kind) >= len(changeCodes) {
		k.report(StatedKind, p+"/kind", lang.Value("name", "kind"), jsondoc.Allowed(changeCodes))
		return
	}
	if c.Origin != (Origin{}) && c.Kind != Added {
		k.report(OriginKind, p+"/origin", lang.Value("kind", c.Kind.String()))
	}
	ok := k.claim(i, p+"/from", c.From, k.from, k.old)
	ok = k.claim(i, p+"/to", c.To, k.to, k.new) && ok
	if !c.Kind.fits(len(c.From), len(c.To)) {
		k.report(ArityKind, p, lang.Value("kind", c.Kind.String()), lang.Value("from", strconv.Itoa(len(c.From))), lang.Value("to", strconv.Itoa(len(c.To))))
		return
	}
	if ok && len(c.From) == 1 && len(c.To) == 1 {
		k.compare(p, c)
	}
}

// fits reports whether a change of that kind has so many items on either side.
func (v ChangeKind) fits(from, to int) bool {
	switch v {
	case Split:
		return from == 1 && to >= 2
	case Merged:
		return from >= 2 && to == 1
	case Added:
		return from == 0 && to >= 1
	case Retired:
		return from >= 1 && to == 0
	}
	return from == 1 && to == 1
}

// claim notes that the change speaks of the items. It returns false if one of them does not exist.
func (k *changeChecker) claim(change int, pointer string, ids []ItemID, c *Checked, claimed []int) bool {
	ok := true
	for j, id := range ids {
		p := pointer + "/" + strconv.Itoa(j)
		at, found := c.ItemIndex(id)
		switch {
		case !found:
			k.report(NoSuchKind, p, lang.Value("id", string(id)), lang.Arg{Name: "what", Text: lang.Text{
				JA: c.Ref().String() + "の項目", EN: "items of " + c.Ref().String()}})
			ok = false
		case claimed[at] >= 0:
			k.report(TwiceChangedKind, p, lang.Value("item", string(id)), lang.Value("catalog", c.Ref().String()))
		default:
			claimed[at] = change
		}
	}
	return ok
}

// compare holds a change from one item to one item against what can be computed.
func (k *changeChecker) compare(p string, c *Change) {
	old, _ := k.from.Item(c.From[0])
	new, _ := k.to.Item(c.To[0])
	d := difference(&old, &new)
	fail := func(kind *problem.Kind, members []string) {
		k.report(kind, p+"/kind", lang.Value("from", string(old.ID)), lang.Value("to", string(new.ID)),
			lang.Value("kind", c.Kind.String()), lang.Value("members", strings.Join(members, ", ")))
	}
	switch c.Kind {
	case Kept:
		if differs := slices.Concat(d.Asks, d.Place); len(differs) > 0 {
			fail(NotKeptKind, differs)
		}
	case Moved:
		if len(d.Asks) > 0 {
			fail(NotKeptKind, d.Asks)
		} else if len(d.Place) == 0 {
			fail(NoDifferenceKind, nil)
		}
	case Reworded:
		var differs []string
		for _, m := range d.Asks {
			if m != "text" && m != "doneWhen" && m != "partialWhen" && !(m == "options" && sameOptions(&old, &new)) {
				differs = append(differs, m)
			}
		}
		if c.Sure() && !sameFigures(&old, &new) {
			differs = append(differs, "doneWhen")
		}
		if len(differs) > 0 {
			fail(NotKeptKind, differs)
		} else if len(d.Asks) == 0 {
			fail(NoDifferenceKind, nil)
		}
	case Tightened, Relaxed:
		along, against := d.stricter, d.weaker
		if c.Kind == Relaxed {
			along, against = against, along
		}
		switch {
		case len(d.Asks) == 0:
			fail(NoDifferenceKind, nil)
		case len(against) > 0 && len(along) == 0 && !slices.Contains(d.Asks, "text"):
			fail(WrongWayKind, against)
		case len(certain(against)) > 0 && len(certain(along)) == 0:
			fail(WrongWayKind, certain(against))
		}
	}
}

// certain returns the members of which a program can tell for sure whether they ask more or less. Other sentences may mean
// anything.
func certain(members []string) []string {
	return slices.DeleteFunc(slices.Clone(members), func(m string) bool { return m == "doneWhen" || m == "kind" })
}

func sameOptions(a, b *Item) bool {
	return slices.EqualFunc(a.Options, b.Options, func(x, y Option) bool { return x.ID == y.ID })
}

// forgotten reports the items that no change speaks of, with what the computed difference says about each.
func (k *changeChecker) forgotten() {
	if !slices.Contains(k.old, -1) && !slices.Contains(k.new, -1) {
		return
	}
	for _, d := range Diff(k.from, k.to).Items {
		k.forgot(k.from, d.From, k.old, d)
		k.forgot(k.to, d.To, k.new, d)
	}
}

func (k *changeChecker) forgot(c *Checked, id ItemID, claimed []int, d ItemDifference) {
	if id == "" {
		return
	}
	if at, _ := c.ItemIndex(id); claimed[at] < 0 {
		k.report(ForgottenKind, "/changes", lang.Value("item", string(id)), lang.Value("catalog", c.Ref().String()), lang.Value("kind", d.Kind().String()))
	}
}
