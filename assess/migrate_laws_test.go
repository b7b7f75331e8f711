package assess_test

import (
	"bytes"
	"math/rand"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/changes"
)

// random draws editions and answers. Equal seeds draw equal ones, so a failing case can be looked at again.
type random struct{ *rand.Rand }

// one reports true once in n times.
func (r random) one(n int) bool { return r.Intn(n) == 0 }

func both(s string) catalog.Text { return catalog.Text{JA: s, EN: s} }

// forSteps calls law with random answers to each edition that a record leads from: the fictional ones and the built-in
// ones, forwards and backwards, and random editions.
func forSteps(t *testing.T, n int, law func(t *testing.T, r random, a *assess.Checked, step *catalog.Changes)) {
	t.Helper()
	steps := append(changes.All(), mineChanges(t, "1", "2"), mineChanges(t, "2", "3"))
	for _, step := range slices.Clone(steps) {
		steps = append(steps, step.Reverse())
	}
	for seed := range int64(n) {
		r := random{rand.New(rand.NewSource(seed))}
		step := steps[int(seed)%len(steps)]
		if r.one(2) {
			step = r.step(t)
		}
		a := checked(t, r.answers(step.From()), step.From())
		law(t, r, a, step)
		if t.Failed() {
			t.Fatalf("seed %d\nrecord %s\nanswers %s", seed, step.JSON(), a.Document().JSON())
		}
	}
}

// step draws two editions together with the record of what became of each item.
func (r random) step(t testing.TB) *catalog.Changes {
	t.Helper()
	edition := func(version catalog.Version) *catalog.Source {
		s := &catalog.Source{ID: "random", Version: version, Status: catalog.Draft, Title: both("random"), Publisher: "test",
			Documents: []catalog.Document{{ID: "doc", Title: "document"}}}
		for _, id := range []string{"low", "high", "top"}[:1+r.Intn(3)] {
			s.Levels = append(s.Levels, catalog.Level{ID: id, Title: both(id), Rules: []catalog.Rule{catalog.AllMet}})
		}
		for state := catalog.Met; state <= catalog.Compensated; state++ {
			if state == catalog.Met || state == catalog.Unmet || !r.one(4) {
				s.Choices = append(s.Choices, catalog.Choice{State: state, Label: both("label"), Advice: both("advice")})
			}
		}
		return s
	}
	old, new := edition("1"), edition("2")
	record := &catalog.ChangesSource{From: catalog.EditionOf(old.Ref()), To: catalog.EditionOf(new.Ref()), Author: both("test"), Documents: old.Documents}
	n := 0
	item := func(s *catalog.Source) *catalog.Item {
		n++
		id := "i" + strconv.Itoa(n)
		s.Items = append(s.Items, catalog.Item{ID: catalog.ItemID(id), Kind: catalog.Criterion, Level: "low", Text: both(id + "?"),
			DoneWhen: []catalog.Text{both(id)}, Clause: catalog.Clause{Document: "doc"}})
		i := &s.Items[len(s.Items)-1]
		for _, o := range []string{"a", "b", "c"}[:r.Intn(4)] {
			i.Options = append(i.Options, catalog.Option{ID: o, Text: both(o)})
		}
		return i
	}
	several := func(s *catalog.Source, least int) (out []catalog.ItemID) {
		for range least + r.Intn(2) {
			out = append(out, item(s).ID)
		}
		return out
	}
	for range 3 + r.Intn(8) {
		c := catalog.Change{Kind: catalog.ChangeKind(1 + r.Intn(9)), Rationale: both("reason"),
			Clause: catalog.Clause{Document: "doc", Confidence: catalog.Confidence(1 + r.Intn(5))}}
		switch c.Kind {
		case catalog.Split:
			c.From, c.To = []catalog.ItemID{item(old).ID}, several(new, 2)
		case catalog.Merged:
			c.From, c.To = several(old, 2), []catalog.ItemID{item(new).ID}
		case catalog.Added:
			c.To = several(new, 1)
		case catalog.Retired:
			c.From = several(old, 1)
		default:
			before := *item(old)
			after := before
			switch c.Kind {
			case catalog.Moved:
				after.ID += "m"
			case catalog.Reworded:
				after.Text = both("in other words: " + string(before.ID) + "?")
			case catalog.Tightened:
				after.DoneWhen = append(slices.Clone(after.DoneWhen), both("more"))
				after.Options = after.Options[:len(after.Options)/2]
				if len(after.Options) == 0 {
					after.Options = before.Options
				}
			case catalog.Relaxed:
				after.DoneWhen = nil
			}
			new.Items = append(new.Items, after)
			c.From, c.To = []catalog.ItemID{before.ID}, []catalog.ItemID{after.ID}
		}
		record.Changes = append(record.Changes, c)
	}
	item(old).ID, item(new).ID = "last-old", "last-new" // neither edition is empty
	record.Changes = append(record.Changes, catalog.Change{Kind: catalog.Retired, From: []catalog.ItemID{"last-old"}, Rationale: both("reason"), Clause: catalog.Clause{Document: "doc", Confidence: catalog.Official}},
		catalog.Change{Kind: catalog.Added, To: []catalog.ItemID{"last-new"}, Rationale: both("reason"), Clause: catalog.Clause{Document: "doc", Confidence: catalog.Official}})
	r.Shuffle(len(new.Items), func(i, j int) { new.Items[i], new.Items[j] = new.Items[j], new.Items[i] })
	from, problems := catalog.Check(old, nil)
	if problems != nil {
		t.Fatal(problems)
	}
	to, problems := catalog.Check(new, nil)
	if problems != nil {
		t.Fatal(problems)
	}
	c, problems := catalog.CheckChanges(record, from, to)
	if problems != nil {
		t.Fatalf("%v\n%s", problems, record.JSON())
	}
	if r.one(3) {
		return c.Reverse()
	}
	return c
}

// answers draws a file in which everything can occur: several respondents, one without a name among them, reasons,
// evidence, options, foreign data, inferred answers, findings, a declaration, a target and what earlier migrations kept.
func (r random) answers(c *catalog.Checked) *assess.Document {
	d := assess.New(c.Ref())
	d.Subject.Name = "架空商店"
	d.AssessedOn = "2026-11-22"
	who := []string{""}
	for i := range r.Intn(4) {
		d.Respondents = append(d.Respondents, assess.Respondent{ID: "r" + strconv.Itoa(i+1), Role: assess.Role(r.Intn(6))})
		who = append(who, d.Respondents[i].ID)
	}
	gloomy := r.one(3) // much is unmet, so that merged items often are
	for _, item := range c.Items() {
		for _, respondent := range who {
			if !r.one(3) {
				d.Answers = append(d.Answers, r.answer(c, item, respondent, gloomy))
			}
		}
	}
	r.Shuffle(len(d.Answers), func(i, j int) { d.Answers[i], d.Answers[j] = d.Answers[j], d.Answers[i] })
	if r.one(2) {
		d.Confirmation = &assess.Confirmation{Date: "2026-11-22", Expert: assess.Expert{Name: "架空 花子"}}
		for _, item := range c.Items() {
			if r.one(2) && slices.ContainsFunc(d.Answers, func(a assess.Answer) bool { return a.Item == item.ID }) {
				d.Confirmation.Findings = append(d.Confirmation.Findings, assess.Finding{Item: item.ID, Verdict: assess.Verdict(1 + r.Intn(3))})
			}
		}
	}
	if r.one(2) {
		d.Declaration = &assess.Declaration{Name: "架空 太郎", Date: "2026-11-22"}
	}
	if levels := c.Levels(); r.one(2) {
		d.Target = levels[r.Intn(len(levels))].ID
	}
	for range r.Intn(3) {
		d.Carried = append(d.Carried, assess.Carried{From: assess.CatalogRef{ID: "older", Version: "0"},
			Answers: []assess.Answer{{Item: "x", State: catalog.Met, Note: "以前"}}, Declaration: &assess.Declaration{Name: "前の店主"}})
	}
	if r.one(4) {
		d.Ext, d.Catalog.Ext = `{"ticket":7}`, `{"copy":1}`
	}
	return d
}

func (r random) answer(c *catalog.Checked, item catalog.Item, respondent string, gloomy bool) assess.Answer {
	choices := c.ChoicesOf(item)
	a := assess.Answer{Item: item.ID, Respondent: respondent, State: choices[r.Intn(len(choices))].State}
	if gloomy && !r.one(4) {
		a.State = catalog.Unmet
	}
	if assess.NeedsReason(a.State) || r.one(8) {
		a.Reason.Text = "理由" + strconv.Itoa(r.Intn(9))
	}
	if r.one(3) {
		a.Note = "メモ" + strconv.Itoa(r.Intn(99))
	}
	if r.one(3) {
		a.AnsweredOn = "2026-11-21"
	}
	for range r.Intn(3) {
		a.Evidence = append(a.Evidence, assess.Evidence{Title: "写し" + strconv.Itoa(r.Intn(99)), Expires: "2027-03-31"})
	}
	for _, o := range item.Options {
		if r.one(2) {
			a.Options = append(a.Options, o.ID)
		}
	}
	if r.one(6) {
		a.Inferred = &assess.Inferred{From: []assess.InferredFrom{{Catalog: assess.CatalogRef{ID: "sa2", Version: "3.1"}, Item: "1", State: a.State}}, Crosswalks: []string{"sa2-scs"}}
	}
	if r.one(6) {
		a.Ext = `{"row":` + catalog.Ext(strconv.Itoa(r.Intn(99))) + `}`
	}
	return a
}

// said writes answers so that they can be compared as sets: content, and whose they are.
func said(answers []assess.Answer) []string {
	out := make([]string, len(answers))
	for i, a := range answers {
		out[i] = content(a)
	}
	slices.Sort(out)
	return out
}

// content writes one answer with everything that it says.
func content(a assess.Answer) string {
	return string((&assess.Document{Answers: []assess.Answer{a}}).JSON())
}

// allowed says by the rules alone which answers a record lets through: it goes through the changes of the record, not the
// items of the editions, and knows nothing of how the engine does it.
func allowed(answers []assess.Answer, step *catalog.Changes) []assess.Answer {
	by := map[catalog.ItemID]map[string]assess.Answer{}
	for _, a := range answers {
		if by[a.Item] == nil {
			by[a.Item] = map[string]assess.Answer{}
		}
		by[a.Item][a.Respondent] = a
	}
	var out []assess.Answer
	for _, c := range step.All() {
		if c.Clause.Confidence == catalog.FromDraft || c.Clause.Confidence == catalog.Unverified {
			continue
		}
		switch c.Kind {
		case catalog.Kept, catalog.Moved, catalog.Reworded:
			item, _ := step.To().Item(c.To[0])
			for _, a := range by[c.From[0]] {
				known := step.To().Allows(item, a.State)
				for _, o := range a.Options {
					known = known && slices.ContainsFunc(item.Options, func(p catalog.Option) bool { return p.ID == o })
				}
				if known {
					a.Item = c.To[0]
					out = append(out, a)
				}
			}
		case catalog.Tightened:
			for _, a := range by[c.From[0]] {
				if a.State == catalog.Unmet {
					a.Item, a.Options = c.To[0], nil
					out = append(out, a)
				}
			}
		case catalog.Merged:
			for who, a := range by[c.From[0]] {
				all := true
				for _, id := range c.From {
					part, ok := by[id][who]
					all = all && ok && part.State == catalog.Unmet && part.Inferred == nil
				}
				if all {
					out = append(out, assess.Answer{Item: c.To[0], State: catalog.Unmet, Respondent: who, AnsweredOn: a.AnsweredOn})
				}
			}
		}
	}
	return out
}

// migrationLaws checks what holds of every migration.
func migrationLaws(t *testing.T, a *assess.Checked, step *catalog.Changes, d *assess.Document, report assess.Migration) {
	t.Helper()
	before := a.Document()
	oneVerdictEach(t, step, d, report)
	nothingLost(t, before, step, d, report)
	nothingBecomesMet(t, before, step, d)
	if diff := cmp.Diff(said(allowed(before.Answers, step)), said(d.Answers)); diff != "" {
		t.Errorf("the record allows (-) what is there (+):\n%s", diff)
	}
	if _, problems := assess.Check(d, step.To()); !problems.OK() {
		t.Errorf("what was migrated is refused: %v", problems)
	}
}

// Law 1: the verdicts are those of the items of both editions, one of each, in their order.
func oneVerdictEach(t *testing.T, step *catalog.Changes, d *assess.Document, report assess.Migration) {
	t.Helper()
	var got, want []catalog.ItemID
	for _, o := range report.Old {
		got = append(got, o.Item)
		if o.Change == catalog.ChangeUnstated || o.Fate == assess.FateUnstated {
			t.Errorf("older %s has no verdict", o.Item)
		}
		for _, id := range o.To {
			if at, ok := step.To().ItemIndex(id); !ok || !slices.Contains(report.New[at].From, o.Item) || report.New[at].Change != o.Change {
				t.Errorf("older %s continues in %s, which says otherwise", o.Item, id)
			}
		}
	}
	for _, item := range step.From().Items() {
		want = append(want, item.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("verdicts on older items %v, want %v", got, want)
	}
	got, want = nil, nil
	for _, n := range report.New {
		got = append(got, n.Item)
		answered := slices.ContainsFunc(d.Answers, func(a assess.Answer) bool { return a.Item == n.Item })
		if n.Change == catalog.ChangeUnstated || n.Ask == answered {
			t.Errorf("newer %s: %+v, answered %t", n.Item, n, answered)
		}
	}
	for _, item := range step.To().Items() {
		want = append(want, item.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("verdicts on newer items %v, want %v", got, want)
	}
	if report.From != step.From().Ref() || report.To != step.To().Ref() || d.Catalog.Ref() != step.To().Ref() {
		t.Errorf("from %s to %s, answers to %s", report.From, report.To, d.Catalog.Ref())
	}
}

// Law 2: every answer is among the new ones, with all that it says, or is kept aside; so are what was kept before, the
// confirmation, the declaration and the target.
func nothingLost(t *testing.T, before *assess.Document, step *catalog.Changes, d *assess.Document, report assess.Migration) {
	t.Helper()
	var aside assess.Carried
	switch extra := len(d.Carried) - len(before.Carried); {
	case extra == 1:
		aside = d.Carried[len(before.Carried)]
		if aside.From.Ref() != before.Catalog.Ref() {
			t.Errorf("kept aside as answers to %s", aside.From.Ref())
		}
	case extra != 0:
		t.Errorf("%d parts are kept, before %d", len(d.Carried), len(before.Carried))
		return
	}
	if old := d.Carried[:len(before.Carried)]; len(old) > 0 && !cmp.Equal(old, before.Carried) {
		t.Error("what was kept before is changed")
	}
	kept, carried := said(aside.Answers), said(d.Answers)
	for _, a := range before.Answers {
		at, _ := step.From().ItemIndex(a.Item)
		isKept, isCarried := slices.Contains(kept, content(a)), false
		if change := step.OfOld(at); change.Kind.Unchanged() || change.Kind == catalog.Tightened { // a merged answer is a new one
			a.Item = change.To[0]
			isCarried = slices.Contains(carried, content(a))
		}
		if isKept == isCarried {
			t.Errorf("kept aside %t, carried %t: %s", isKept, isCarried, content(a))
		}
		fate := report.Old[at].Fate
		if isKept && fate != assess.KeptAside || isCarried && fate == assess.NoAnswer || fate == assess.FateUnstated {
			t.Errorf("the report says %s: %s", fate, content(a))
		}
	}
	if len(aside.Answers) > len(before.Answers) {
		t.Error("more is kept aside than there was")
	}
	if !cmp.Equal(aside.Confirmation, before.Confirmation) || !cmp.Equal(aside.Declaration, before.Declaration) || d.Confirmation != nil || d.Declaration != nil ||
		report.ConfirmationAside != (before.Confirmation != nil) || report.DeclarationAside != (before.Declaration != nil) {
		t.Error("the confirmation or declaration is not kept aside")
	}
	if d.Target+aside.Target != before.Target || aside.Target != report.TargetDropped {
		t.Errorf("the target %q became %q, kept aside %q", before.Target, d.Target, aside.Target)
	}
	rest := *d
	rest.Catalog, rest.Target, rest.Answers, rest.Carried = before.Catalog, before.Target, before.Answers, before.Carried
	rest.Confirmation, rest.Declaration = before.Confirmation, before.Declaration
	if !bytes.Equal(rest.JSON(), before.JSON()) || d.Catalog.Ext != before.Catalog.Ext {
		t.Errorf("something else changed:\n%s\n%s", before.JSON(), rest.JSON())
	}
}

// Law 3: what is met was met by the same respondent, and a sure record says that nothing changed.
func nothingBecomesMet(t *testing.T, before *assess.Document, step *catalog.Changes, d *assess.Document) {
	t.Helper()
	for _, a := range d.Answers {
		at, _ := step.To().ItemIndex(a.Item)
		change := step.OfNew(at)
		if !change.Sure() {
			t.Errorf("%s rests on %s, but is answered", a.Item, change.Clause.Confidence)
		}
		if !change.Kind.Unchanged() && a.State != catalog.Unmet {
			t.Errorf("%s is %s after %s", a.Item, a.State, change.Kind)
		}
		if !change.Kind.Unchanged() {
			continue
		}
		if old, ok := before.Answer(change.From[0], a.Respondent); !ok || old.State != a.State {
			t.Errorf("%s is %s, before %s", a.Item, a.State, old.State)
		}
	}
}

func TestMigrationLaws(t *testing.T) {
	answers, carried := 0, 0
	kinds := map[catalog.ChangeKind]int{}
	forSteps(t, 600, func(t *testing.T, _ random, a *assess.Checked, step *catalog.Changes) {
		before := string(a.Document().JSON())
		d, report := assess.Migrate(a, step)
		migrationLaws(t, a, step, d, report)
		if after := string(a.Document().JSON()); after != before {
			t.Errorf("migrating changed the answers:\n%s", after)
		}
		answers, carried = answers+len(a.Document().Answers), carried+len(d.Answers)
		for _, n := range d.Answers {
			at, _ := step.To().ItemIndex(n.Item)
			kinds[step.OfNew(at).Kind]++
		}
	})
	for _, kind := range []catalog.ChangeKind{catalog.Kept, catalog.Moved, catalog.Reworded, catalog.Tightened, catalog.Merged} {
		if kinds[kind] < 25 {
			t.Errorf("only %d answers were carried by %s: the generator has changed", kinds[kind], kind)
		}
	}
	if carried < answers/20 || carried > answers*9/10 {
		t.Errorf("%d of %d answers were carried: the generator has changed", carried, answers)
	}
}

// Law 4: over several editions no more is kept than all records together allow.
func TestMigratingTwiceKeepsNoMore(t *testing.T) {
	first, second := mineChanges(t, "1", "2"), mineChanges(t, "2", "3")
	kept := 0
	for seed := range int64(150) {
		r := random{rand.New(rand.NewSource(seed))}
		a := checked(t, r.answers(first.From()), first.From())
		once, _ := assess.Migrate(a, first)
		twice, report := assess.Migrate(checked(t, once, second.From()), second)
		migrationLaws(t, checked(t, once, second.From()), second, twice, report)
		want := allowed(allowed(a.Document().Answers, first), second)
		kept += len(want)
		if diff := cmp.Diff(said(want), said(twice.Answers)); diff != "" {
			t.Errorf("seed %d: the records allow (-) what is there (+):\n%s", seed, diff)
		}
		// Item by item: what is met in the third edition was met in the first, along changes that say that nothing changed.
		for _, b := range twice.Answers {
			at, _ := second.To().ItemIndex(b.Item)
			late := second.OfNew(at)
			at, _ = first.To().ItemIndex(late.From[0])
			early := first.OfNew(at)
			if b.State == catalog.Unmet {
				continue
			}
			old, ok := a.Document().Answer(early.From[0], b.Respondent)
			if !ok || old.State != b.State || !late.Kind.Unchanged() || !early.Kind.Unchanged() || !late.Sure() || !early.Sure() {
				t.Errorf("seed %d: %s is %s by %s and %s, before %s", seed, b.Item, b.State, early.Kind, late.Kind, old.State)
			}
		}
		// Nothing is lost on the way: each answer is there, or kept under the edition that it was given to.
		n := len(twice.Answers)
		for _, c := range twice.Carried[len(a.Document().Carried):] {
			n += len(c.Answers)
		}
		if n < len(a.Document().Answers) {
			t.Errorf("seed %d: %d answers of %d", seed, n, len(a.Document().Answers))
		}
	}
	if kept < 500 {
		t.Errorf("only %d answers were kept: the generator has changed", kept)
	}
}

// Law 5: there and back, every answer is one that was given.
func TestThereAndBackInventsNothing(t *testing.T) {
	back := 0
	forSteps(t, 600, func(t *testing.T, _ random, a *assess.Checked, step *catalog.Changes) {
		there, _ := assess.Migrate(a, step)
		again, _ := assess.Migrate(checked(t, there, step.To()), step.Reverse())
		given := said(a.Document().Answers)
		for _, b := range again.Answers {
			back++
			if !slices.Contains(given, content(b)) {
				t.Errorf("nobody said %s", content(b))
			}
		}
	})
	if back < 500 {
		t.Errorf("only %d answers came back: the generator has changed", back)
	}
}

// Law 7: the order of answers, respondents and findings in the file decides nothing.
func TestOrderOfAnswersDoesNotMatter(t *testing.T) {
	forSteps(t, 300, func(t *testing.T, r random, a *assess.Checked, step *catalog.Changes) {
		d, report := assess.Migrate(a, step)
		shuffled := a.Document()
		r.Shuffle(len(shuffled.Answers), func(i, j int) {
			shuffled.Answers[i], shuffled.Answers[j] = shuffled.Answers[j], shuffled.Answers[i]
		})
		slices.Reverse(shuffled.Respondents)
		other, again := assess.Migrate(checked(t, shuffled, step.From()), step)
		if !bytes.Equal(report.JSON(), again.JSON()) {
			t.Errorf("another report:\n%s\n%s", report.JSON(), again.JSON())
		}
		if diff := cmp.Diff(said(d.Answers), said(other.Answers)); diff != "" {
			t.Errorf("other answers:\n%s", diff)
		}
		for i := range d.Carried {
			if diff := cmp.Diff(said(d.Carried[i].Answers), said(other.Carried[i].Answers)); diff != "" {
				t.Errorf("other answers are kept aside:\n%s", diff)
			}
		}
	})
}

// Law 8: written and read again, the answers migrate into the same bytes; so does what was migrated.
func TestMigrationSurvivesWriting(t *testing.T) {
	forSteps(t, 300, func(t *testing.T, _ random, a *assess.Checked, step *catalog.Changes) {
		d, report := assess.Migrate(a, step)
		read, problems := assess.Load(a.Document().JSON(), step.From())
		if !problems.OK() {
			t.Fatal(problems)
		}
		other, again := assess.Migrate(read, step)
		if !bytes.Equal(d.JSON(), other.JSON()) || !bytes.Equal(report.JSON(), again.JSON()) {
			t.Errorf("read again it migrates otherwise:\n%s\n%s", d.JSON(), other.JSON())
		}
		written, problems := assess.Load(d.JSON(), step.To())
		if !problems.OK() || !bytes.Equal(written.Document().JSON(), d.JSON()) {
			t.Errorf("what was migrated does not survive: %v", problems)
		}
	})
}
