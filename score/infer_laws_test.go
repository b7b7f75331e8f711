package score_test

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/score"
)

// world is some catalogues, what connects them, and answers to some of them.
type world struct {
	catalogs []*catalog.Checked
	links    score.Links
	given    []*assess.Document // of catalogs, at most one of each
	to       *catalog.Checked
}

// infer infers in the world.
func (w *world) infer(t *testing.T) score.Inference {
	t.Helper()
	var given []*assess.Checked
	for _, d := range w.given {
		given = append(given, checked(t, d, w.catalogOf(d.Catalog.Ref())))
	}
	return score.Infer(given, w.to, w.links, score.InferOptions{})
}

func (w *world) catalogOf(ref catalog.Ref) *catalog.Checked {
	return w.catalogs[slices.IndexFunc(w.catalogs, func(c *catalog.Checked) bool { return c.Ref() == ref })]
}

// document returns the answers to that edition, nil if there are none.
func (w *world) document(ref catalog.Ref) *assess.Document {
	for _, d := range w.given {
		if d.Catalog.Ref() == ref {
			return d
		}
	}
	return nil
}

// with returns the world with one more answer.
func (w *world) with(ref catalog.Ref, a assess.Answer) *world {
	out := *w
	out.given = nil
	for _, d := range w.given {
		out.given = append(out.given, copyOf(d))
	}
	d := out.document(ref)
	if d == nil {
		d = assess.New(ref)
		out.given = append(out.given, d)
	}
	d.Set(a)
	return &out
}

func (w *world) answered(ref catalog.Ref, item catalog.ItemID) bool {
	d := w.document(ref)
	return d != nil && slices.ContainsFunc(d.Answers, func(a assess.Answer) bool { return a.Item == item })
}

// String names everything that a failing law needs to be looked at.
func (w *world) String() string {
	var b strings.Builder
	for _, c := range w.catalogs {
		b.WriteString(c.Ref().String() + ":")
		for _, item := range c.Items() {
			b.WriteString(" " + string(item.ID) + " " + item.Clause.Confidence.String())
		}
		b.WriteString("\n")
	}
	for _, c := range w.links.Crosswalks {
		for _, e := range c.Entries() {
			b.WriteString(string(c.ID()) + " " + e.Rationale.EN + "\n")
		}
	}
	for _, c := range w.links.Changes {
		for _, e := range c.All() {
			b.WriteString(c.From().Ref().String() + " " + e.Rationale.EN + "\n")
		}
	}
	for _, d := range w.given {
		b.Write(d.JSON())
		b.WriteString("\n")
	}
	return b.String() + "to " + w.to.Ref().String()
}

// forWorlds calls law with random worlds. Whatever a law draws beyond them, it draws from r.
func forWorlds(t *testing.T, n int, law func(t *testing.T, r random, w *world)) {
	t.Helper()
	for seed := range int64(n) {
		r := newRandom(t, seed)
		w := r.world()
		law(t, r, w)
		if t.Failed() {
			t.Fatalf("seed %d\n%s", seed, w)
		}
	}
}

// world draws three or four small catalogues, now and then two editions of one among them, entries of every relation and
// direction between them with one or two items on a side, and answers of every kind.
func (r random) world() *world {
	w := &world{}
	for i := range 3 + r.Intn(2) {
		name := string(rune('a' + i))
		if i == 1 && r.one(3) {
			w.edition(r)
			continue
		}
		var lines []string
		for j := range 1 + r.Intn(3) {
			lines = append(lines, name+strconv.Itoa(j+1)+[]string{"", "", "", "", ": official", ": one-source", ": yes-no", ": draft", ": unverified"}[r.Intn(9)])
		}
		w.catalogs = append(w.catalogs, plain(r.t, name, lines...))
	}
	for i, from := range w.catalogs {
		for j, to := range w.catalogs {
			if i == j || r.one(3) || from.Ref().ID == to.Ref().ID {
				continue
			}
			w.links.Crosswalks = append(w.links.Crosswalks, r.crosswalk(from, to))
		}
	}
	for _, c := range w.catalogs {
		if !r.one(4) {
			w.given = append(w.given, r.answers(c))
		}
	}
	w.to = w.catalogs[r.Intn(len(w.catalogs))]
	return w
}

// edition adds a second edition of the first catalogue, with a change record.
func (w *world) edition(r random) {
	old := w.catalogs[0]
	var items, lines []string
	for _, item := range old.Items() {
		confidence := " " + catalog.ConfidenceCodes()[r.Intn(5)]
		id, yesNo := string(item.ID), len(item.Choices) > 0
		switch {
		case !yesNo && r.one(3):
			lines, items = append(lines, "tightened"+confidence+": "+id+" > "+id), append(items, id+": yes-no")
			continue
		case r.one(5):
			lines, items = append(lines, "retired"+confidence+": "+id+" >", "added"+confidence+": > "+id), append(items, id)
			continue
		}
		lines = append(lines, "kept"+confidence+": "+id+" > "+id)
		if yesNo {
			id += ": yes-no"
		}
		items = append(items, id)
	}
	next := plain(r.t, string(old.Ref().ID)+"@2", items...)
	w.catalogs = append(w.catalogs, next)
	w.links.Changes = append(w.links.Changes, record(r.t, old, next, lines...))
}

func (r random) crosswalk(from, to *catalog.Checked) *catalog.Crosswalk {
	var lines []string
	seen := map[string]bool{}
	for range 1 + r.Intn(3) {
		left, right := r.side(from), r.side(to)
		relation := []string{"equal", "covers", "covers", "part_of", "part_of", "related"}[r.Intn(6)]
		direction := []string{"", "", "", " forward", " backward"}[r.Intn(5)]
		if relation == "related" {
			direction = ""
		}
		if key := left + ">" + right; !seen[key] {
			seen[key] = true
			lines = append(lines, left+" "+relation+direction+" "+right)
		}
	}
	return relate(r.t, from, to, lines...)
}

// side draws one or two items, in the order of the catalogue.
func (r random) side(c *catalog.Checked) string {
	items := c.Items()
	i := r.Intn(len(items))
	out := string(items[i].ID)
	if i+1 < len(items) && r.one(3) {
		out += " " + string(items[i+1].ID)
	}
	return out
}

func (r random) answers(c *catalog.Checked) *assess.Document {
	d := assess.New(c.Ref())
	d.Respondents = []assess.Respondent{{ID: "r"}}
	for _, item := range c.Items() {
		states := []catalog.State{catalog.Met, catalog.Met, catalog.Unmet, catalog.Unmet, catalog.Partial, catalog.Unknown, catalog.NotApplicable}
		for _, who := range []string{"", "r"} {
			state := states[r.Intn(len(states))]
			if (who == "" && r.one(2)) || (who == "r" && !r.one(6)) || !c.Allows(item, state) {
				continue
			}
			d.Set(answer(item.ID, who, state))
		}
		if r.one(8) && slices.ContainsFunc(d.Answers, func(a assess.Answer) bool { return a.Item == item.ID }) {
			if d.Confirmation == nil {
				d.Confirmation = &assess.Confirmation{}
			}
			d.Confirmation.Findings = append(d.Confirmation.Findings, assess.Finding{Item: item.ID, Verdict: []assess.Verdict{assess.Accepted, assess.Rejected, assess.Unclear}[r.Intn(3)]})
		}
	}
	return d
}

// truth is how far an item really is in place: nothing, something, all of it.
type truth = int

const (
	nothing truth = iota
	something
	everything
)

// truths lists what an item can really be after its answers, and whether there is an answer that settles it. It is
// written from the rules of [score.Evaluate] and knows nothing of how they are carried out.
func truths(d *assess.Document, item catalog.ItemID) (can []truth, settled bool) {
	free := []truth{nothing, something, everything}
	if d == nil {
		return free, false
	}
	worst, open, aside := 99, false, false
	for _, a := range d.Answers {
		if a.Item != item {
			continue
		}
		switch a.State {
		case catalog.Met:
			worst = min(worst, everything)
		case catalog.Partial:
			worst = min(worst, something)
		case catalog.Unmet:
			worst = min(worst, nothing)
		case catalog.Unknown:
			open = true
		default:
			aside = true
		}
	}
	finding := findingOf(d, item)
	switch {
	case finding == assess.Rejected && worst == nothing && !open && !aside:
		return []truth{nothing}, true
	case finding == assess.Rejected:
		return []truth{nothing, something}, true // the answer does not stand
	case worst == 99:
		return free, false
	case open || aside && finding != assess.Accepted:
		return free[:worst+1], worst < everything
	}
	return []truth{worst}, true
}

// reading is a link read literally: it reports whether the truth about the items is as the link says.
type reading func(of func(catalog.Ref, catalog.ItemID) truth) bool

// readings returns what the links that may decide something say.
func (w *world) readings() (out []reading) {
	for _, c := range w.links.Crosswalks {
		for _, e := range c.Entries() {
			if w.isSure(c.From(), e.From) && w.isSure(c.To(), e.To) {
				out = append(out, read(c.From().Ref(), c.To().Ref(), e.From, e.To, e.Relation, e.Direction))
			}
		}
	}
	for _, c := range w.links.Changes {
		for _, e := range c.All() {
			relation := catalog.Related
			switch {
			case e.Clause.Confidence == catalog.FromDraft || e.Clause.Confidence == catalog.Unverified || !w.isSure(c.From(), e.From) || !w.isSure(c.To(), e.To):
			case e.Kind == catalog.Kept || e.Kind == catalog.Moved || e.Kind == catalog.Reworded:
				relation = catalog.Equal
			case e.Kind == catalog.Tightened:
				relation = catalog.PartOf
			}
			out = append(out, read(c.From().Ref(), c.To().Ref(), e.From, e.To, relation, catalog.BothWays))
		}
	}
	return out
}

func (w *world) isSure(c *catalog.Checked, ids []catalog.ItemID) bool {
	return !slices.ContainsFunc(ids, func(id catalog.ItemID) bool {
		item, _ := c.Item(id)
		return item.Clause.Confidence == catalog.FromDraft || item.Clause.Confidence == catalog.Unverified
	})
}

func read(left, right catalog.Ref, from, to []catalog.ItemID, relation catalog.Relation, direction catalog.Direction) reading {
	return func(of func(catalog.Ref, catalog.ItemID) truth) bool {
		all := func(ref catalog.Ref, ids []catalog.ItemID) bool {
			return !slices.ContainsFunc(ids, func(id catalog.ItemID) bool { return of(ref, id) != everything })
		}
		none := func(ref catalog.Ref, ids []catalog.ItemID) bool { // of one of them nothing is done
			return slices.ContainsFunc(ids, func(id catalog.ItemID) bool { return of(ref, id) == nothing })
		}
		covers := !all(left, from) || all(right, to)
		partOf := !all(right, to) || all(left, from)
		// One way only: where nothing is done of an item that is covered, what covers it is not met.
		coversBack := !none(right, to) || !all(left, from)
		partOfOn := !none(left, from) || !all(right, to)
		switch {
		case relation == catalog.Equal && direction == catalog.BothWays && len(from) == 1 && len(to) == 1:
			return of(left, from[0]) == of(right, to[0])
		case relation == catalog.Equal && direction == catalog.BothWays:
			return covers && partOf
		case relation == catalog.Equal && direction == catalog.Forward:
			return covers && partOfOn
		case relation == catalog.Equal:
			return partOf && coversBack
		case relation == catalog.Covers && direction == catalog.Backward:
			return coversBack
		case relation == catalog.Covers:
			return covers
		case relation == catalog.PartOf && direction == catalog.Forward:
			return partOfOn
		case relation == catalog.PartOf:
			return partOf
		}
		return true
	}
}

// Whatever is inferred holds in every case that the answers and the links leave possible. Where none is left, the answers
// contradict each other.
func TestInferredHoldsInEveryCase(t *testing.T) {
	consistent, decided := 0, 0
	forWorlds(t, 1000, func(t *testing.T, _ random, w *world) {
		place := map[string]int{}
		var can [][]truth
		for _, c := range w.catalogs {
			for _, item := range c.Items() {
				place[c.Ref().String()+" "+string(item.ID)] = len(can)
				options, _ := truths(w.document(c.Ref()), item.ID)
				can = append(can, options)
			}
		}
		if len(can) > 8 {
			return
		}
		now := make([]truth, len(can))
		of := func(ref catalog.Ref, item catalog.ItemID) truth { return now[place[ref.String()+" "+string(item)]] }
		readings := w.readings()
		seen := make([][3]bool, len(can))
		found := false
		var try func(i int)
		try = func(i int) {
			if i < len(can) {
				for _, v := range can[i] {
					now[i] = v
					try(i + 1)
				}
				return
			}
			for _, holds := range readings {
				if !holds(of) {
					return
				}
			}
			found = true
			for at, v := range now {
				seen[at][v] = true
			}
		}
		try(0)
		if !found {
			return
		}
		consistent++
		inf := w.infer(t)
		if len(inf.Disputes) > 0 {
			t.Errorf("the answers contradict nothing, but: %+v", inf.Disputes)
		}
		for _, item := range inf.Items {
			possible := seen[place[w.to.Ref().String()+" "+string(item.Item)]]
			if item.Given && item.State != catalog.Met && item.State != catalog.Partial && item.State != catalog.Unmet && len(item.Path) == 0 {
				continue // an answer that only an expert settles
			}
			if item.Verdict != score.OutcomeOpen && !item.Given {
				decided++
			}
			if item.Verdict == score.OutcomeMet && (possible[nothing] || possible[something]) {
				t.Errorf("%s is met, and need not be", item.Item)
			}
			if item.Verdict == score.OutcomeUnmet && possible[everything] {
				t.Errorf("%s is not met, and may be", item.Item)
			}
			if item.State == catalog.Unmet && possible[something] || item.State == catalog.Partial && possible[nothing] {
				t.Errorf("%s is %s, and need not be", item.Item, item.State)
			}
		}
	})
	if consistent < 300 || decided < 60 {
		t.Errorf("only %d cases were consistent, %d verdicts inferred: the generator has changed", consistent, decided)
	}
}

func TestInferredNeverContradictsAnAnswer(t *testing.T) {
	contradicted := 0
	forWorlds(t, 1500, func(t *testing.T, _ random, w *world) {
		inf := w.infer(t)
		for _, item := range inf.Items {
			disputed := slices.IndexFunc(inf.Disputes, func(d score.Dispute) bool { return d.Item == item.Item })
			if item.Disputed != (disputed >= 0) {
				t.Errorf("%s is disputed: %t, in the list: %t", item.Item, item.Disputed, disputed >= 0)
			}
			if item.Given != w.answered(w.to.Ref(), item.Item) {
				t.Errorf("%s is said to be given: %t", item.Item, item.Given)
			}
			can, settled := truths(w.document(w.to.Ref()), item.Item)
			if item.Disputed && inf.Disputes[disputed].Given != settled {
				t.Errorf("%s has a settled answer: %t, the dispute says otherwise", item.Item, settled)
			}
			if !settled {
				continue
			}
			want, state := score.OutcomeUnmet, catalog.Unanswered
			if can[len(can)-1] == everything {
				want = score.OutcomeMet
			}
			if len(can) == 1 {
				state = []catalog.State{catalog.Unmet, catalog.Partial, catalog.Met}[can[0]]
			}
			if item.Verdict != want {
				t.Errorf("%s was answered as %s, and is said to be %s", item.Item, want, item.Verdict)
			}
			if state != catalog.Unanswered && item.State != state {
				t.Errorf("%s was answered with %s, and its state is said to be %s", item.Item, state, item.State)
			}
			if item.Disputed {
				contradicted++
			}
		}
	})
	if contradicted < 25 {
		t.Errorf("only %d answers were contradicted: the generator has changed", contradicted)
	}
}

func TestOneMoreAnswerReopensNothing(t *testing.T) {
	turned := 0
	forWorlds(t, 400, func(t *testing.T, _ random, w *world) {
		before := w.infer(t)
		for _, c := range w.catalogs {
			for _, item := range c.Items() {
				if w.answered(c.Ref(), item.ID) {
					continue
				}
				for _, state := range []catalog.State{catalog.Met, catalog.Partial, catalog.Unmet, catalog.Unknown, catalog.NotApplicable} {
					if !c.Allows(item, state) {
						continue
					}
					after := w.with(c.Ref(), answer(item.ID, "", state)).infer(t)
					for i, old := range before.Items {
						now := after.Items[i]
						if old.Verdict != score.OutcomeOpen && now.Verdict == score.OutcomeOpen {
							t.Errorf("%s answered with %s opens %s, which was %s", item.ID, state, now.Item, old.Verdict)
						}
						if old.Verdict != score.OutcomeOpen && now.Verdict != old.Verdict {
							turned++
						}
						if old.Verdict == score.OutcomeOpen && (state == catalog.Unknown || state == catalog.NotApplicable) && now.Verdict != score.OutcomeOpen {
							t.Errorf("%s answered with %s decides %s", item.ID, state, now.Item)
						}
					}
				}
			}
		}
	})
	if turned < 50 {
		t.Errorf("only %d verdicts were turned: the generator has changed", turned)
	}
}

// without returns the world without the entries for which drop is true.
func (w *world) without(t *testing.T, drop func(c *catalog.Crosswalk, e catalog.CrosswalkEntry) bool) (out *world, dropped int) {
	t.Helper()
	next := *w
	next.links.Crosswalks = nil
	for _, c := range w.links.Crosswalks {
		s, problems := catalog.ParseCrosswalk(c.JSON())
		if !problems.OK() {
			t.Fatal(problems)
		}
		n := len(s.Entries)
		s.Entries = slices.DeleteFunc(s.Entries, func(e catalog.CrosswalkEntry) bool { return drop(c, e) })
		dropped += n - len(s.Entries)
		less, problems := catalog.CheckCrosswalk(s, c.From(), c.To())
		if !problems.OK() {
			t.Fatal(problems)
		}
		next.links.Crosswalks = append(next.links.Crosswalks, less)
	}
	return &next, dropped
}

func TestWhatDecidesNothing(t *testing.T) {
	related, shaky := 0, 0
	forWorlds(t, 1000, func(t *testing.T, _ random, w *world) {
		decided := func(w *world) []byte {
			inf := w.infer(t)
			inf.Untouched = nil // an entry that decides nothing still touches an item
			return inf.JSON()
		}
		all := decided(w)
		less, n := w.without(t, func(_ *catalog.Crosswalk, e catalog.CrosswalkEntry) bool { return e.Relation == catalog.Related })
		related += n
		if got := decided(less); !bytes.Equal(all, got) {
			t.Errorf("without the related entries the inference is\n%s\nwith them\n%s", got, all)
		}
		less, n = w.without(t, func(c *catalog.Crosswalk, e catalog.CrosswalkEntry) bool {
			return !w.isSure(c.From(), e.From) || !w.isSure(c.To(), e.To)
		})
		shaky += n
		if got := decided(less); !bytes.Equal(all, got) {
			t.Errorf("without the entries on drafts and hearsay the inference is\n%s\nwith them\n%s", got, all)
		}
	})
	if related < 500 || shaky < 500 {
		t.Errorf("%d related entries, %d on drafts and hearsay: the generator has changed", related, shaky)
	}
}

// proofs checks that every path is one: a step begins with answers or with what an earlier step concluded, and the last
// one concludes what is said about the item.
func proofs(t *testing.T, inf *score.Inference) {
	t.Helper()
	for _, item := range inf.Items {
		if len(item.Path) > 0 {
			proof(t, item.Path, inf.To, item.Item)
			if last := item.Path[len(item.Path)-1].Conclusion; last.Met != (item.Verdict == score.OutcomeMet) || !item.Disputed && item.State != catalog.Unanswered && last.State != item.State {
				t.Errorf("%s is %s (%s), but its path ends with %+v", item.Item, item.Verdict, item.State, last)
			}
		}
		if len(item.Path) == 0 && item.Verdict != score.OutcomeOpen && !item.Given && !item.Disputed {
			t.Errorf("%s is %s, but nothing says why", item.Item, item.Verdict)
		}
		if item.Disputed && !item.Given && (item.State != catalog.Unanswered || item.Verdict != score.OutcomeUnmet) {
			t.Errorf("%s is disputed, and yet %s", item.Item, item.State)
		}
	}
	for _, d := range inf.Disputes {
		proof(t, d.Path, inf.To, d.Item)
		item := inf.Items[slices.IndexFunc(inf.Items, func(i score.Inferred) bool { return i.Item == d.Item })]
		last := d.Path[len(d.Path)-1].Conclusion
		if d.Given && last.Met == (item.Verdict == score.OutcomeMet) || !d.Given && len(item.Path) > 0 && !last.Met {
			t.Errorf("%s is %s, and the path that contradicts it says %+v", d.Item, item.Verdict, last)
		}
	}
}

func proof(t *testing.T, path []score.Step, to catalog.Ref, item catalog.ItemID) {
	t.Helper()
	concluded := map[string]score.Known{}
	key := func(k score.Known) string {
		return k.Catalog.String() + " " + string(k.Item) + strconv.FormatBool(k.Met)
	}
	for _, step := range path {
		if len(step.Premises) == 0 || step.Conclusion.Given || step.Rationale.IsZero() {
			t.Errorf("a step that proves nothing: %+v", step)
		}
		for _, p := range step.Premises {
			if earlier, ok := concluded[key(p)]; !p.Given && (!ok || earlier != p) {
				t.Errorf("%s stands on %+v, which no earlier step concludes", pathLine(path), p)
			}
		}
		concluded[key(step.Conclusion)] = step.Conclusion
	}
	if last := path[len(path)-1].Conclusion; last.Catalog != to || last.Item != item {
		t.Errorf("the path of %s ends at %+v", item, last)
	}
}

// allows reports whether an entry of the links really leads from the premises to the conclusion.
func (w *world) allows(step score.Step) bool {
	fits := func(left, right catalog.Ref, from, to []catalog.ItemID, relation catalog.Relation, direction catalog.Direction) bool {
		if relation != step.Relation {
			return false
		}
		on := func(k score.Known, ref catalog.Ref, ids []catalog.ItemID) bool {
			return k.Catalog == ref && slices.Contains(ids, k.Item)
		}
		far, near, farIDs, nearIDs := right, left, to, from // the conclusion's side, the premises'
		if step.Reversed {
			far, near, farIDs, nearIDs = left, right, from, to
		}
		if !on(step.Conclusion, far, farIDs) || direction == catalog.Forward && step.Reversed || direction == catalog.Backward && !step.Reversed {
			return false
		}
		// Met goes to what is covered, not met to what covers.
		down := relation == catalog.Equal || (relation == catalog.Covers) != step.Reversed
		up := relation == catalog.Equal || (relation == catalog.PartOf) != step.Reversed
		for _, p := range step.Premises {
			if !on(p, near, nearIDs) || p.Met != step.Conclusion.Met {
				return false
			}
		}
		if step.Conclusion.Met {
			return down && len(step.Premises) == len(nearIDs)
		}
		return up && len(step.Premises) == 1 && len(farIDs) == 1 && (direction == catalog.BothWays || step.Premises[0].State != catalog.Partial)
	}
	for _, c := range w.links.Crosswalks {
		for _, e := range c.Entries() {
			if !step.Record && step.By == string(c.ID()) && step.Rationale == e.Rationale && fits(c.From().Ref(), c.To().Ref(), e.From, e.To, e.Relation, e.Direction) {
				return true
			}
		}
	}
	for _, c := range w.links.Changes {
		for _, e := range c.All() {
			relation := catalog.PartOf
			if e.Kind.Unchanged() {
				relation = catalog.Equal
			}
			if step.Record && step.By == c.From().Ref().String()+">"+c.To().Ref().String() && step.Rationale == e.Rationale &&
				fits(c.From().Ref(), c.To().Ref(), e.From, e.To, relation, catalog.BothWays) {
				return true
			}
		}
	}
	return false
}

func TestEveryPathIsAProof(t *testing.T) {
	steps := 0
	forWorlds(t, 1500, func(t *testing.T, _ random, w *world) {
		inf := w.infer(t)
		proofs(t, &inf)
		check := func(path []score.Step) {
			for _, step := range path {
				steps++
				if !w.allows(step) {
					t.Errorf("no link allows %s", pathLine([]score.Step{step}))
				}
				for _, p := range step.Premises {
					w.leaf(t, p)
				}
			}
		}
		for _, item := range inf.Items {
			check(item.Path)
		}
		for _, d := range inf.Disputes {
			check(d.Path)
		}
	})
	if steps < 700 {
		t.Errorf("only %d steps: the generator has changed", steps)
	}
}

// leaf checks that what is said to be given was given.
func (w *world) leaf(t *testing.T, p score.Known) {
	t.Helper()
	if !p.Given {
		return
	}
	can, settled := truths(w.document(p.Catalog), p.Item)
	if !settled || p.Met != (can[0] == everything) || !p.Met && can[len(can)-1] == everything {
		t.Errorf("nobody answered %+v", p)
	}
	if len(can) == 1 && p.State != []catalog.State{catalog.Unmet, catalog.Partial, catalog.Met}[can[0]] {
		t.Errorf("the answer was %d, not %+v", can[0], p)
	}
}

// A path is as sure as its weakest part, and no part of it is a draft or hearsay.
func TestConfidenceIsThatOfTheWeakest(t *testing.T) {
	stated := 0
	forWorlds(t, 1500, func(t *testing.T, _ random, w *world) {
		for _, item := range w.infer(t).Items {
			var want catalog.Confidence
			see := func(c catalog.Confidence) {
				if c == catalog.FromDraft || c == catalog.Unverified {
					t.Errorf("%s rests on a draft or is unverified", item.Item)
				}
				want = max(want, c)
			}
			for _, step := range item.Path {
				for _, k := range append(slices.Clone(step.Premises), step.Conclusion) {
					i, _ := w.catalogOf(k.Catalog).Item(k.Item)
					see(i.Clause.Confidence)
				}
				for _, c := range w.links.Changes {
					for _, e := range c.All() {
						if step.Record && e.Rationale == step.Rationale {
							see(e.Clause.Confidence)
						}
					}
				}
			}
			if item.Confidence != want {
				t.Errorf("%s is said to be %q, its path %q", item.Item, item.Confidence, want)
			}
			if want != catalog.ConfidenceUnstated {
				stated++
			}
		}
	})
	if stated < 150 {
		t.Errorf("only %d paths state a confidence: the generator has changed", stated)
	}
}

func TestOrderDoesNotChangeVerdicts(t *testing.T) {
	forWorlds(t, 1000, func(t *testing.T, r random, w *world) {
		before := w.infer(t)
		shuffled := *w
		shuffled.given = nil
		for _, d := range w.given {
			next := copyOf(d)
			r.Shuffle(len(next.Answers), func(i, j int) { next.Answers[i], next.Answers[j] = next.Answers[j], next.Answers[i] })
			shuffled.given = append(shuffled.given, next)
		}
		r.Shuffle(len(shuffled.given), func(i, j int) { shuffled.given[i], shuffled.given[j] = shuffled.given[j], shuffled.given[i] })
		shuffled.links.Crosswalks = nil
		for _, c := range w.links.Crosswalks {
			s, _ := catalog.ParseCrosswalk(c.JSON())
			r.Shuffle(len(s.Entries), func(i, j int) { s.Entries[i], s.Entries[j] = s.Entries[j], s.Entries[i] })
			for i := range s.Entries {
				slices.Reverse(s.Entries[i].From)
				slices.Reverse(s.Entries[i].To)
			}
			next, problems := catalog.CheckCrosswalk(s, c.From(), c.To())
			if !problems.OK() {
				t.Fatal(problems)
			}
			shuffled.links.Crosswalks = append(shuffled.links.Crosswalks, next)
		}
		all := shuffled.links.Crosswalks
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		after := shuffled.infer(t)
		for i, old := range before.Items {
			now := after.Items[i]
			if old.Verdict != now.Verdict || old.State != now.State || old.Given != now.Given || old.Disputed != now.Disputed {
				t.Errorf("in another order %+v is %+v", old, now)
			}
		}
		if diff := gocmp.Diff(sorted(before.Questions), sorted(after.Questions)); diff != "" {
			t.Errorf("in another order other questions are asked (-before +after):\n%s", diff)
		}
		if len(before.Disputes) != len(after.Disputes) {
			t.Errorf("%d disputes, in another order %d", len(before.Disputes), len(after.Disputes))
		}
	})
}

func sorted(questions []score.NextQuestion) []score.NextQuestion {
	out := slices.Clone(questions)
	slices.SortFunc(out, func(a, b score.NextQuestion) int {
		return cmp.Or(strings.Compare(a.Catalog.String(), b.Catalog.String()), strings.Compare(string(a.Item), string(b.Item)))
	})
	return out
}

func TestFillKeepsAnswersAndNamesItsSources(t *testing.T) {
	filledItems := 0
	forWorlds(t, 1500, func(t *testing.T, _ random, w *world) {
		inf := w.infer(t)
		d := assess.New(w.to.Ref())
		if own := w.document(w.to.Ref()); own != nil {
			d = copyOf(own)
		}
		n := slices.Clone(d.Answers)
		filled := inf.Fill(d)
		if diff := gocmp.Diff(n, d.Answers[:len(n)]); diff != "" && len(n) > 0 {
			t.Errorf("filling changed an answer (-before +after):\n%s", diff)
		}
		if len(filled) != len(d.Answers)-len(n) {
			t.Errorf("%v were filled, %d answers added", filled, len(d.Answers)-len(n))
		}
		for i, id := range filled {
			filledItems++
			a := d.Answers[len(n)+i]
			item := inf.Items[slices.IndexFunc(inf.Items, func(i score.Inferred) bool { return i.Item == id })]
			if a.Item != id || item.Given || item.Disputed || item.State == catalog.Unanswered || a.State != item.State {
				t.Errorf("%+v was filled from %+v", a, item)
			}
			w.namesSources(t, a, item)
		}
		checked(t, d, w.to)
		again := *w
		again.given = slices.DeleteFunc(slices.Clone(w.given), func(d *assess.Document) bool { return d.Catalog.Ref() == w.to.Ref() })
		again.given = append(again.given, d)
		after := again.infer(t)
		for i, item := range after.Items {
			if slices.Contains(filled, item.Item) && (item.Disputed || item.Verdict != inf.Items[i].Verdict) {
				t.Errorf("%s was filled in with %s, and is %s, disputed: %t", item.Item, inf.Items[i].State, item.Verdict, item.Disputed)
			}
			if item.Verdict != inf.Items[i].Verdict {
				t.Errorf("filling in turned %s from %s to %s", item.Item, inf.Items[i].Verdict, item.Verdict)
			}
		}
		if len(after.Disputes) > len(inf.Disputes) {
			t.Errorf("filling in makes disputes: %+v", after.Disputes)
		}
	})
	if filledItems < 120 {
		t.Errorf("only %d items were filled: the generator has changed", filledItems)
	}
}

// namesSources checks that an answer names exactly the answers and the links that its path begins with and uses.
func (w *world) namesSources(t *testing.T, a assess.Answer, item score.Inferred) {
	t.Helper()
	if a.Inferred == nil {
		t.Fatalf("%s does not say where it comes from", a.Item)
	}
	from, by := map[string]bool{}, map[string]bool{}
	for _, step := range item.Path {
		by[step.By] = true
		for _, p := range step.Premises {
			if can, settled := truths(w.document(p.Catalog), p.Item); p.Given && settled && len(can) == 1 {
				from[p.Catalog.String()+" "+string(p.Item)+" "+[]string{"unmet", "partial", "met"}[can[0]]] = true
			}
		}
	}
	for _, f := range a.Inferred.From {
		key := f.Catalog.Ref().String() + " " + string(f.Item) + " " + f.State.String()
		if !from[key] {
			t.Errorf("%s says that it comes from %s, which is not on its path, or is there twice", a.Item, key)
		}
		delete(from, key)
	}
	for _, name := range a.Inferred.Crosswalks {
		if !by[name] {
			t.Errorf("%s says that it comes by %s, which is not on its path, or is there twice", a.Item, name)
		}
		delete(by, name)
	}
	if len(from)+len(by) > 0 || len(a.Inferred.From) == 0 {
		t.Errorf("%s does not name %v %v", a.Item, from, by)
	}
}

// The numbers of a question are what really becomes sure with that answer, and no useful question is left out.
func TestQuestionsKeepTheirPromise(t *testing.T) {
	asked := 0
	forWorlds(t, 1500, func(t *testing.T, _ random, w *world) {
		inf := w.infer(t)
		before := sure(inf)
		listed := map[string]score.NextQuestion{}
		for i, q := range inf.Questions {
			listed[q.Catalog.String()+" "+string(q.Item)] = q
			if w.answered(q.Catalog, q.Item) {
				t.Errorf("%s was answered", q.Item)
			}
			if i > 0 && q.IfMet+q.IfUnmet > inf.Questions[i-1].IfMet+inf.Questions[i-1].IfUnmet {
				t.Errorf("%s stands behind what settles less", q.Item)
			}
		}
		for _, c := range w.catalogs {
			if c != w.to && w.document(c.Ref()) == nil {
				continue
			}
			for _, item := range c.Items() {
				if w.answered(c.Ref(), item.ID) {
					continue
				}
				asked++
				own := 0
				if i := slices.IndexFunc(inf.Items, func(i score.Inferred) bool { return i.Item == item.ID }); c == w.to && inf.Items[i].Verdict == score.OutcomeOpen {
					own = 1
				}
				ifMet := sure(w.with(c.Ref(), answer(item.ID, "", catalog.Met)).infer(t)) - before
				ifUnmet := sure(w.with(c.Ref(), answer(item.ID, "", catalog.Unmet)).infer(t)) - before
				q, ok := listed[c.Ref().String()+" "+string(item.ID)]
				if ok && (q.IfMet != ifMet || q.IfUnmet != ifUnmet) {
					t.Errorf("%s promises %d and %d, and settles %d and %d", item.ID, q.IfMet, q.IfUnmet, ifMet, ifUnmet)
				}
				if known := c == w.to && own == 0; !ok && !known && (ifMet > own || ifUnmet > own) && !w.follows(t, c, item.ID) {
					t.Errorf("%s would settle %d and %d, and is not asked", item.ID, ifMet, ifUnmet)
				}
			}
		}
	})
	if asked < 2000 {
		t.Errorf("only %d items had no answer: the generator has changed", asked)
	}
}

func sure(inf score.Inference) int {
	n := 0
	for _, item := range inf.Items {
		if item.Verdict != score.OutcomeOpen {
			n++
		}
	}
	return n
}

// follows reports whether an item of any catalogue is already decided.
func (w *world) follows(t *testing.T, c *catalog.Checked, id catalog.ItemID) bool {
	t.Helper()
	there := *w
	there.to = c
	for _, item := range there.infer(t).Items {
		if item.Item == id {
			return item.Verdict != score.OutcomeOpen
		}
	}
	return false
}
