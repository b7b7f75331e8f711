package score_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/changes"
	"github.com/hoshitori/hoshitori/catalog/crosswalks"
	"github.com/hoshitori/hoshitori/score"
)

// plain builds a catalogue without points from lines "item", "item: confidence" and "item @level", with every state but
// compensated. A line "item: yes-no" is an item without partial.
func plain(t testing.TB, id string, lines ...string) *catalog.Checked {
	t.Helper()
	name, version, ok := strings.Cut(id, "@")
	if !ok {
		version = "1"
	}
	s := &catalog.Source{ID: catalog.ID(name), Version: catalog.Version(version), Status: catalog.Final, Title: both(id), Publisher: "test",
		Documents: []catalog.Document{{ID: "doc", Title: "document"}}}
	for _, state := range []catalog.State{catalog.Met, catalog.Partial, catalog.Unmet, catalog.Unknown, catalog.NotApplicable} {
		s.Choices = append(s.Choices, catalog.Choice{State: state, Label: both("label"), Advice: both("advice")})
	}
	for _, level := range []string{"1", "2"} {
		s.Levels = append(s.Levels, catalog.Level{ID: level, Title: both("level"), Rules: []catalog.Rule{catalog.AllMet}})
	}
	for _, line := range lines {
		line, level, _ := strings.Cut(line, " @")
		item, more, _ := strings.Cut(line, ": ")
		i := catalog.Item{ID: catalog.ItemID(item), Kind: catalog.Criterion, Level: "1", Text: both("text of " + item), Clause: catalog.Clause{Document: "doc", Clause: item}}
		if level != "" {
			i.Level = level
		}
		if more == "yes-no" {
			i.Choices = []catalog.Choice{{State: catalog.Met}, {State: catalog.Unmet}, {State: catalog.Unknown}}
		} else if more != "" {
			i.Clause.Confidence, ok = catalog.ParseConfidence(more)
			if !ok {
				t.Fatalf("line %q", line)
			}
		}
		s.Items = append(s.Items, i)
	}
	c, problems := catalog.Check(s, nil)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return c
}

// relate builds a crosswalk from lines such as "a1 a2 covers b1" or "a1 part_of forward b1 b2".
func relate(t testing.TB, from, to *catalog.Checked, lines ...string) *catalog.Crosswalk {
	t.Helper()
	id := from.Ref().ID + "-" + to.Ref().ID
	s := &catalog.CrosswalkSource{ID: id, Title: both("title"), Author: both("author"), From: catalog.EditionOf(from.Ref()), To: catalog.EditionOf(to.Ref())}
	for _, line := range lines {
		e := catalog.CrosswalkEntry{Rationale: both(line)}
		for _, word := range strings.Fields(line) {
			relation, direction := slices.Index(catalog.RelationCodes(), word), slices.Index(catalog.DirectionCodes(), word)
			switch {
			case relation >= 0:
				e.Relation = catalog.Relation(relation + 1)
			case direction >= 0:
				e.Direction = catalog.Direction(direction)
			case e.Relation == catalog.RelationUnstated:
				e.From = append(e.From, catalog.ItemID(word))
			default:
				e.To = append(e.To, catalog.ItemID(word))
			}
		}
		s.Entries = append(s.Entries, e)
	}
	c, problems := catalog.CheckCrosswalk(s, from, to)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return c
}

// record builds a change record from lines such as "kept official: a > a" or "added official: > b". Every item has to
// stand in one of them.
func record(t testing.TB, from, to *catalog.Checked, lines ...string) *catalog.Changes {
	t.Helper()
	s := &catalog.ChangesSource{From: catalog.EditionOf(from.Ref()), To: catalog.EditionOf(to.Ref()), Author: both("author"),
		Documents: []catalog.Document{{ID: "doc", Title: "document"}}}
	for _, line := range lines {
		head, sides, _ := strings.Cut(line, ": ")
		kind, confidence, _ := strings.Cut(head, " ")
		left, right, _ := strings.Cut(sides, ">")
		c := catalog.Change{Kind: catalog.ChangeKind(slices.Index(catalog.ChangeKindCodes(), kind) + 1), Rationale: both(line), Clause: catalog.Clause{Document: "doc"}}
		c.Clause.Confidence, _ = catalog.ParseConfidence(confidence)
		for _, id := range strings.Fields(left) {
			c.From = append(c.From, catalog.ItemID(id))
		}
		for _, id := range strings.Fields(right) {
			c.To = append(c.To, catalog.ItemID(id))
		}
		s.Changes = append(s.Changes, c)
	}
	c, problems := catalog.CheckChanges(s, from, to)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return c
}

// inferenceLines writes an inference as the lines a person would compare.
func inferenceLines(inf score.Inference) (lines []string) {
	for _, i := range inf.Items {
		line := string(i.Item) + " " + i.Verdict.String()
		if i.State != catalog.Unanswered {
			line += " as " + i.State.String()
		}
		if i.Given {
			line += ", given"
		}
		if i.Disputed {
			line += ", disputed"
		}
		if i.Confidence != catalog.ConfidenceUnstated {
			line += ", " + i.Confidence.String()
		}
		if len(i.Path) > 0 {
			line += ": " + pathLine(i.Path)
		}
		lines = append(lines, line)
	}
	for _, q := range inf.Questions {
		lines = append(lines, fmt.Sprintf("ask %s/%s: %d if met, %d if unmet", q.Catalog.ID, q.Item, q.IfMet, q.IfUnmet))
	}
	for _, d := range inf.Disputes {
		line := "dispute " + string(d.Item)
		if d.Given {
			line += ", given"
		}
		lines = append(lines, line+": "+pathLine(d.Path))
	}
	return lines
}

func pathLine(path []score.Step) string {
	var steps []string
	for _, step := range path {
		var premises []string
		for _, p := range step.Premises {
			premises = append(premises, knownLine(p))
		}
		by := step.By
		if step.Reversed {
			by += " back"
		}
		steps = append(steps, strings.Join(premises, " & ")+" =("+by+")> "+knownLine(step.Conclusion))
	}
	return strings.Join(steps, "; ")
}

func knownLine(k score.Known) string {
	s := string(k.Item) + " "
	switch {
	case k.Met:
		s += "met"
	case k.State == catalog.Unanswered:
		s += "not met"
	default:
		s += k.State.String()
	}
	if k.Given {
		return s + "!"
	}
	return s
}

// inferred is a case for the table: assessments by catalogue, links, and the catalogue in question.
type inferCase struct {
	name, reason string
	given        map[string][]string // lines of [answers] by catalogue
	links        []string            // "a b: a1 covers b1"
	to           string              // "t" if empty
	target       string
	want         string
}

func TestInfer(t *testing.T) {
	all := map[string]*catalog.Checked{
		"a": plain(t, "a", "a1", "a2", "a3", "shaky: draft", "rumour: unverified", "firm: official", "single: one-source"),
		"b": plain(t, "b", "b1", "b2", "b3", "weak: draft", "double: two-sources"),
		"t": plain(t, "t", "t1", "t2", "t3 @2"),
		"u": plain(t, "u", "u1: yes-no", "u2"),
	}
	tests := []inferCase{{
		name: "nothing given", reason: "without answers everything is open, and there is no catalogue to ask about but the one in question",
		links: []string{"a t: a1 covers t1"},
		want:  "t1 open\nt2 open\nt3 open",
	}, {
		name: "covers, met", reason: "who has met what covers an item has met the item; the answer to fill in is met",
		given: map[string][]string{"a": {"a1: met"}}, links: []string{"a t: a1 covers t1"},
		want: "t1 met as met: a1 met! =(a-t)> t1 met\nt2 open\nt3 open",
	}, {
		name: "covers, unmet", reason: "what covers more may be missing in its other part",
		given: map[string][]string{"a": {"a1: unmet"}}, links: []string{"a t: a1 covers t1"},
		want: "t1 open\nt2 open\nt3 open",
	}, {
		name: "covers, partial", reason: "partly done says nothing about the part that is asked",
		given: map[string][]string{"a": {"a1: partial"}}, links: []string{"a t: a1 covers t1"},
		want: "t1 open\nt2 open\nt3 open",
	}, {
		name: "covers, backwards", reason: "where a part is missing, the whole cannot be there; how far it is has to be asked",
		given: map[string][]string{"a": {"a1: unmet", "a2: partial", "a3: met"}}, links: []string{"t a: t1 covers a1", "t a: t2 covers a2", "t a: t3 covers a3"},
		want: "t1 unmet: a1 unmet! =(t-a back)> t1 not met\nt2 unmet: a2 partial! =(t-a back)> t2 not met\nt3 open",
	}, {
		name: "part of, met", reason: "having the part is not having the whole, and answering the whole would say more",
		given: map[string][]string{"a": {"a1: met"}}, links: []string{"a t: a1 part_of t1"},
		want: "t1 open\nt2 open\nt3 open",
	}, {
		name: "part of, unmet", reason: "who lacks a part lacks the whole",
		given: map[string][]string{"a": {"a1: unmet"}}, links: []string{"a t: a1 part_of t1"},
		want: "t1 unmet: a1 unmet! =(a-t)> t1 not met\nt2 open\nt3 open",
	}, {
		name: "part of, backwards", reason: "who has the whole has each part",
		given: map[string][]string{"a": {"a1: met"}}, links: []string{"t a: t1 part_of a1"},
		want: "t1 met as met: a1 met! =(t-a back)> t1 met\nt2 open\nt3 open",
	}, {
		name: "equal", reason: "items that ask the same have the same answer, in part too",
		given: map[string][]string{"a": {"a1: met", "a2: unmet", "a3: partial"}}, links: []string{"a t: a1 equal t1", "a t: a2 equal t2", "t a: t3 equal a3"},
		want: "t1 met as met: a1 met! =(a-t)> t1 met\nt2 unmet as unmet: a2 unmet! =(a-t)> t2 unmet\nt3 unmet as partial: a3 partial! =(t-a back)> t3 partial",
	}, {
		name: "equal, where partial cannot be answered", reason: "that the item is not met is known; an answer that it does not offer is not invented",
		given: map[string][]string{"a": {"a1: partial"}}, links: []string{"a u: a1 equal u1"}, to: "u",
		want: "u1 unmet: a1 partial! =(a-u)> u1 partial\nu2 open",
	}, {
		name: "equal, several on one side", reason: "together they ask the same; of how far one of them is met nothing is known",
		given: map[string][]string{"a": {"a1: met", "a2: met", "a3: unmet"}}, links: []string{"a t: a1 a2 equal t1", "t a: t2 t3 equal a3"},
		want: "t1 met as met: a1 met! & a2 met! =(a-t)> t1 met\nt2 open\nt3 open",
	}, {
		name: "related", reason: "the same topic decides nothing, whatever is answered",
		given: map[string][]string{"a": {"a1: met", "a2: unmet"}}, links: []string{"a t: a1 related t1", "a t: a2 related t2"},
		want: "t1 open\nt2 open\nt3 open",
	}, {
		name: "a set, all met", reason: "the items of a side count together",
		given: map[string][]string{"a": {"a1: met", "a2: met"}}, links: []string{"a t: a1 a2 covers t1 t2"},
		want: "t1 met as met: a1 met! & a2 met! =(a-t)> t1 met\nt2 met as met: a1 met! & a2 met! =(a-t)> t2 met\nt3 open",
	}, {
		name: "a set, one open", reason: "one that is not known may be what is missing, and is what to ask for",
		given: map[string][]string{"a": {"a1: met", "a2: unknown"}, "b": {"b1: met"}}, links: []string{"a t: a1 a2 covers t1", "b t: b1 b2 covers t2 t3"},
		want: "t1 open\nt2 open\nt3 open\nask b/b2: 2 if met, 0 if unmet",
	}, {
		name: "a set, backwards", reason: "one of several is missing, but which of them cannot be told",
		given: map[string][]string{"a": {"a1: unmet"}}, links: []string{"t a: t1 t2 covers a1"},
		want: "t1 open\nt2 open\nt3 open",
	}, {
		name: "a set as the narrow side", reason: "each of the parts that is missing makes the whole missing",
		given: map[string][]string{"a": {"a1: met", "a2: unmet"}}, links: []string{"t a: t1 covers a1 a2"},
		want: "t1 unmet: a2 unmet! =(t-a back)> t1 not met\nt2 open\nt3 open",
	}, {
		name: "forward, covers", reason: "the direction that is vouched for decides, the other does not",
		given: map[string][]string{"a": {"a1: met", "a2: unmet"}}, links: []string{"a t: a1 covers forward t1", "t a: t2 covers forward a2"},
		want: "t1 met as met: a1 met! =(a-t)> t1 met\nt2 open\nt3 open",
	}, {
		name: "backward, covers", reason: "a missing part makes the whole missing, where nothing of it is done",
		given: map[string][]string{"a": {"a1: met", "a2: unmet", "a3: partial"}}, links: []string{"a t: a1 covers backward t1", "t a: t2 covers backward a2", "t a: t3 covers backward a3"},
		want: "t1 open\nt2 unmet: a2 unmet! =(t-a back)> t2 not met\nt3 open",
	}, {
		name: "forward, part of", reason: "where nothing of the part is done the whole cannot be met; partial decides nothing",
		given: map[string][]string{"a": {"a1: unmet", "a2: partial", "a3: met"}}, links: []string{"a t: a1 part_of forward t1", "a t: a2 part_of forward t2", "t a: t3 part_of forward a3"},
		want: "t1 unmet: a1 unmet! =(a-t)> t1 not met\nt2 open\nt3 open",
	}, {
		name: "backward, part of", reason: "only from the whole to the part",
		given: map[string][]string{"a": {"a1: unmet", "a2: met"}}, links: []string{"a t: a1 part_of backward t1", "t a: t2 part_of backward a2"},
		want: "t1 open\nt2 met as met: a2 met! =(t-a back)> t2 met\nt3 open",
	}, {
		name: "forward, equal", reason: "one way only, so partial decides nothing and unmet does not say how far",
		given: map[string][]string{"a": {"a1: met", "a2: unmet", "a3: partial"}}, links: []string{"a t: a1 equal forward t1", "a t: a2 equal forward t2", "a t: a3 equal forward t3"},
		want: "t1 met as met: a1 met! =(a-t)> t1 met\nt2 unmet: a2 unmet! =(a-t)> t2 not met\nt3 open",
	}, {
		name: "forward, equal, from behind", reason: "nothing follows against the direction",
		given: map[string][]string{"a": {"a1: met", "a2: unmet", "a3: partial"}}, links: []string{"t a: t1 equal forward a1", "t a: t2 equal forward a2", "t a: t3 equal forward a3"},
		want: "t1 open\nt2 open\nt3 open",
	}, {
		name: "a chain", reason: "what follows is the premise of another link, and the path is told from the answer on",
		given: map[string][]string{"a": {"firm: met"}}, links: []string{"a b: firm covers double", "b t: double covers t1"},
		want: "t1 met as met, two-sources: firm met! =(a-b)> double met; double met =(b-t)> t1 met\nt2 open\nt3 open",
	}, {
		name: "a chain through a part", reason: "up and down again decides nothing: the whole may fail for another reason",
		given: map[string][]string{"a": {"a1: unmet"}}, links: []string{"a b: a1 part_of b1", "b t: b1 covers t1"},
		want: "t1 open\nt2 open\nt3 open",
	}, {
		name: "a draft on the way", reason: "what was only seen in a draft may be different in the end",
		given: map[string][]string{"a": {"a1: met"}}, links: []string{"a b: a1 covers weak", "b t: weak covers t1"},
		want: "t1 open\nt2 open\nt3 open",
	}, {
		name: "a draft and hearsay at the start", reason: "an answer to what was never confirmed decides nothing elsewhere",
		given: map[string][]string{"a": {"shaky: met", "rumour: met", "a1: met"}}, links: []string{"a t: shaky covers t1", "a t: a1 rumour covers t2"},
		want: "t1 open\nt2 open\nt3 open",
	}, {
		name: "the shortest path", reason: "of two paths the reader is told the one with fewer links",
		given: map[string][]string{"a": {"a1: met", "single: met"}}, links: []string{"a b: a1 covers b1", "b t: b1 covers t1", "a t: single covers t1"},
		want: "t1 met as met, one-source: single met! =(a-t)> t1 met\nt2 open\nt3 open",
	}, {
		name: "answers stand", reason: "an item that was answered keeps its answer, with or against what follows",
		given: map[string][]string{"a": {"a1: met", "a2: met"}, "t": {"t1: partial", "t2: met"}}, links: []string{"a t: a1 covers t1", "a t: a2 covers t2"},
		want: "t1 unmet as partial, given, disputed\nt2 met as met, given\nt3 open\ndispute t1, given: a1 met! =(a-t)> t1 met",
	}, {
		name: "how far an answer is met stands", reason: "that an item which asks the same is met in part does not change the answer unmet",
		given: map[string][]string{"a": {"a1: partial"}, "t": {"t1: unmet"}}, links: []string{"a t: a1 equal t1"},
		want: "t1 unmet as unmet, given\nt2 open\nt3 open",
	}, {
		name: "met, and contradicted", reason: "an answer met keeps its verdict; the path against it is told",
		given: map[string][]string{"a": {"a1: unmet"}, "t": {"t1: met"}}, links: []string{"a t: a1 part_of t1"},
		want: "t1 met as met, given, disputed\nt2 open\nt3 open\ndispute t1, given: a1 unmet! =(a-t)> t1 not met",
	}, {
		name: "unknown beside what follows", reason: "unknown leaves the item open, so what others decide stands beside it; it is answered all the same",
		given: map[string][]string{"a": {"a1: met"}, "t": {"t1: unknown"}}, links: []string{"a t: a1 covers t1"},
		want: "t1 met as met, given: a1 met! =(a-t)> t1 met\nt2 open\nt3 open",
	}, {
		name: "two paths contradict each other", reason: "the item is unmet until somebody has cleared it up, and no answer is offered",
		given: map[string][]string{"a": {"a1: met", "a2: unmet"}}, links: []string{"a t: a1 covers t1", "a t: a2 equal t1"},
		want: "t1 unmet, disputed: a2 unmet! =(a-t)> t1 unmet\nt2 open\nt3 open\ndispute t1: a1 met! =(a-t)> t1 met",
	}, {
		name: "through a disputed conclusion", reason: "b1 is answered unmet against a1, so nothing becomes met because b1 is",
		given: map[string][]string{"a": {"a1: met"}, "b": {"b1: unmet"}}, links: []string{"a b: a1 covers b1", "b t: b1 covers t1"},
		want: "t1 unmet, disputed\nt2 open\nt3 open\ndispute t1: a1 met! =(a-b)> b1 met; b1 met =(b-t)> t1 met",
	}, {
		name: "beside a disputed conclusion", reason: "what rests on the answers themselves stands as they do, by another path than the disputed one",
		given: map[string][]string{"a": {"a1: met"}, "b": {"b1: unmet"}}, links: []string{"a b: a1 covers b1", "b t: b1 part_of t1", "a t: a1 covers t2"},
		want: "t1 unmet: b1 unmet! =(b-t)> t1 not met\nt2 met as met: a1 met! =(a-t)> t2 met\nt3 open",
	}, {
		name: "a way around the dispute", reason: "a longer path that avoids what is disputed still decides",
		given: map[string][]string{"a": {"a1: met", "a2: met"}, "b": {"b1: unmet"}},
		links: []string{"a b: a1 covers b1", "b t: b1 covers t1", "a b: a2 covers b2", "b t: b2 covers t2", "t a: t2 covers a3", "a t: a3 covers t1"},
		want: "t1 met as met: a2 met! =(a-b)> b2 met; b2 met =(b-t)> t2 met; t2 met =(t-a)> a3 met; a3 met =(a-t)> t1 met\n" +
			"t2 met as met: a2 met! =(a-b)> b2 met; b2 met =(b-t)> t2 met\nt3 open",
	}, {
		name: "unknown and not applicable decide nothing", reason: "only what is settled as met or not met is a premise",
		given: map[string][]string{"a": {"a1: unknown", "a2: not_applicable", "a3: not_applicable", "a3 finding: accepted"}},
		links: []string{"a t: a1 equal t1", "a t: a2 equal t2", "a t: a3 equal t3"},
		want:  "t1 open\nt2 open\nt3 open",
	}, {
		name: "accepted in the catalogue in question", reason: "what does not apply, and an expert has accepted, counts as met and is no matter for an inference",
		given: map[string][]string{"a": {"a1: unmet"}, "t": {"t1: not_applicable", "t1 finding: accepted", "t2: not_applicable"}}, links: []string{"a t: a1 equal t1", "a t: a1 equal t2"},
		want: "t1 met as not_applicable, given\nt2 unmet as unmet, given: a1 unmet! =(a-t)> t2 unmet\nt3 open",
	}, {
		name: "rejected by an expert", reason: "a rejected answer is not met, but nobody said that nothing of it is done",
		given: map[string][]string{"a": {"a1: met", "a1 finding: rejected", "a2: met", "a2 finding: rejected"}}, links: []string{"a t: a1 equal t1", "a t: a2 part_of forward t2"},
		want: "t1 unmet: a1 not met! =(a-t)> t1 not met\nt2 open\nt3 open",
	}, {
		name: "several respondents", reason: "the worst true answer counts; who does not know leaves met open, but not what another has not met",
		given: map[string][]string{"a": {"a1: met by x", "a1: partial by y", "a2: met by x", "a2: unknown by y", "a3: partial by x", "a3: unknown by y"}},
		links: []string{"a t: a1 equal t1", "a t: a2 equal t2", "a t: a3 equal t3"},
		want:  "t1 unmet as partial: a1 partial! =(a-t)> t1 partial\nt2 open\nt3 unmet: a3 not met! =(a-t)> t3 not met",
	}, {
		name: "answers that agree on not met only", reason: "unmet at one place and partial at another: how far the item is met has to be asked",
		given: map[string][]string{"a": {"a1: unmet"}, "b": {"b1: partial"}}, links: []string{"a t: a1 equal t1", "b t: b1 equal t1"},
		want: "t1 unmet: a1 unmet! =(a-t)> t1 not met\nt2 open\nt3 open",
	}, {
		name: "a target", reason: "items above the level are left out, and still lead to others",
		given: map[string][]string{"a": {"a1: met"}}, links: []string{"a t: a1 covers t3", "b t: b1 part_of t3", "b t: b1 covers t2"}, target: "1",
		want: "t1 open\nt2 met as met: a1 met! =(a-t)> t3 met; t3 met =(b-t back)> b1 met; b1 met =(b-t)> t2 met",
	}, {
		name: "what to ask", reason: "the answers that settle the most come first, those that settle only themselves are not listed",
		given: map[string][]string{"a": {"a3: met"}}, links: []string{"a t: a1 covers t1 t2", "a t: a2 equal t3", "t a: t1 covers a2"},
		want: "t1 open\nt2 open\nt3 open\nask t/t1: 2 if met, 1 if unmet\nask t/t3: 1 if met, 2 if unmet\nask a/a1: 3 if met, 0 if unmet\nask a/a2: 1 if met, 2 if unmet",
	}, {
		name: "an item that leads in a circle", reason: "links in a circle end, and prove nothing by themselves",
		given: map[string][]string{"a": {"a3: met"}}, links: []string{"a b: a1 covers b1", "b t: b1 covers t1", "t a: t1 covers a1"},
		want: "t1 open\nt2 open\nt3 open\nask a/a1: 1 if met, 1 if unmet",
	}}
	names := map[string]bool{}
	for _, test := range tests {
		if test.reason == "" || names[test.name] {
			t.Fatalf("%q needs a reason and a name of its own", test.name)
		}
		names[test.name] = true
		t.Run(test.name, func(t *testing.T) {
			inf := test.run(t, all)
			if diff := cmp.Diff(strings.Split(test.want, "\n"), inferenceLines(inf)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
		})
	}
}

// run reads the lines of a case and infers.
func (test inferCase) run(t *testing.T, all map[string]*catalog.Checked) score.Inference {
	t.Helper()
	var given []*assess.Checked
	for _, id := range []string{"a", "b", "t"} {
		if lines, ok := test.given[id]; ok {
			given = append(given, checked(t, answers(t, all[id], lines...), all[id]))
		}
	}
	var links score.Links
	for _, line := range test.links {
		sides, entry, _ := strings.Cut(line, ": ")
		from, to, _ := strings.Cut(sides, " ")
		links.Crosswalks = append(links.Crosswalks, relate(t, all[from], all[to], entry))
	}
	to := test.to
	if to == "" {
		to = "t"
	}
	return score.Infer(given, all[to], links, score.InferOptions{Target: test.target})
}

// A change record is a link as well: what asks the same has the same answer, what was tightened decides one way, and
// nothing else decides.
func TestInferByChangeRecord(t *testing.T) {
	old, new := plain(t, "e@1", "kept", "hearsay", "seen: one-source", "tight", "tight2", "loose: yes-no", "gone", "both"), plain(t, "e@2", "kept", "hearsay", "seen: one-source", "tight: yes-no", "tight2: yes-no", "loose", "one", "two", "new")
	changes := record(t, old, new, "kept official: kept > kept", "kept unverified: hearsay > hearsay", "kept two-sources: seen > seen",
		"tightened one-source: tight > tight", "tightened official: tight2 > tight2", "relaxed official: loose > loose", "retired official: gone >", "split official: both > one two", "added official: > new")
	links := score.Links{Changes: []*catalog.Changes{changes}}
	tests := []struct {
		name, reason string
		from, to     *catalog.Checked
		state        string
		want         string
	}{
		{"met, forwards", "what was tightened is open for who has met the older item", old, new, "met",
			"kept met as met, official: kept met! =(e@1>e@2)> kept met\nhearsay open\nseen met as met, one-source: seen met! =(e@1>e@2)> seen met\ntight open\ntight2 open\nloose open\none open\ntwo open\nnew open"},
		{"unmet, forwards", "who misses the older item misses the tightened one", old, new, "unmet",
			"kept unmet as unmet, official: kept unmet! =(e@1>e@2)> kept unmet\nhearsay open\nseen unmet as unmet, one-source: seen unmet! =(e@1>e@2)> seen unmet\n" +
				"tight unmet, one-source: tight unmet! =(e@1>e@2)> tight not met\ntight2 unmet, official: tight2 unmet! =(e@1>e@2)> tight2 not met\nloose open\none open\ntwo open\nnew open"},
		{"met, backwards", "who meets the tightened item has met the older one", new, old, "met",
			"kept met as met, official: kept met! =(e@1>e@2 back)> kept met\nhearsay open\nseen met as met, one-source: seen met! =(e@1>e@2 back)> seen met\n" +
				"tight met as met, one-source: tight met! =(e@1>e@2 back)> tight met\ntight2 met as met, official: tight2 met! =(e@1>e@2 back)> tight2 met\nloose open\ngone open\nboth open"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := checked(t, answers(t, test.from, each(test.from, test.state)...), test.from)
			inf := score.Infer([]*assess.Checked{a}, test.to, links, score.InferOptions{})
			if diff := cmp.Diff(strings.Split(test.want, "\n"), inferenceLines(inf)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
			for _, item := range inf.Items {
				for _, step := range item.Path {
					if !step.Record {
						t.Error("the step does not say that it is by a change record")
					}
				}
			}
		})
	}
}

// Files of one edition may differ: an association's copy of a catalogue, say. What is missing in one decides nothing,
// and is not mistaken for another item.
func TestInferWithAnotherFileOfTheEdition(t *testing.T) {
	long, short, to := plain(t, "a", "x", "y", "z"), plain(t, "a", "x", "y"), plain(t, "t", "t1", "t2")
	links := score.Links{Crosswalks: []*catalog.Crosswalk{relate(t, long, to, "x z covers t1", "z covers t2")}}
	a := checked(t, answers(t, short, "x: met", "y: met"), short)
	got := inferenceLines(score.Infer([]*assess.Checked{a}, to, links, score.InferOptions{}))
	want := []string{"t1 open", "t2 open", "ask a/z: 2 if met, 0 if unmet"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestInferPanicsOnAnUnknownLevel(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a level that does not exist is accepted")
		}
	}()
	score.Infer(nil, plain(t, "t", "t1"), score.Links{}, score.InferOptions{Target: "9"})
}

func TestInferenceCountAndFill(t *testing.T) {
	a, to := plain(t, "a", "a1", "a2", "a3", "a4", "a5"), plain(t, "t", "t1", "t2", "t3", "t4", "t5", "t6", "t7")
	links := score.Links{Crosswalks: []*catalog.Crosswalk{relate(t, a, to, "a1 a2 covers t1", "a3 equal t2", "a3 part_of t3", "a4 equal t4", "a1 covers forward t5", "a3 part_of forward t5", "a1 equal t6")}}
	from := checked(t, answers(t, a, "a1: met", "a2: met", "a3: unmet", "a4: partial"), a)
	own := answers(t, to, "t4: unknown by x")
	inf := score.Infer([]*assess.Checked{from, checked(t, own, to)}, to, links, score.InferOptions{})
	want := "t1 met as met: a1 met! & a2 met! =(a-t)> t1 met\nt2 unmet as unmet: a3 unmet! =(a-t)> t2 unmet\nt3 unmet: a3 unmet! =(a-t)> t3 not met\n" +
		"t4 unmet as partial, given: a4 partial! =(a-t)> t4 partial\nt5 unmet, disputed: a3 unmet! =(a-t)> t5 not met\nt6 met as met: a1 met! =(a-t)> t6 met\nt7 open\ndispute t5: a1 met! =(a-t)> t5 met"
	if diff := cmp.Diff(strings.Split(want, "\n"), inferenceLines(inf)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	for verdict, n := range map[score.Outcome]int{score.OutcomeMet: 2, score.OutcomeUnmet: 3, score.OutcomeOpen: 1} {
		if got := inf.Count(verdict); got != n {
			t.Errorf("%d items are %s, not %d: given ones do not count", got, verdict, n)
		}
	}
	own.Respondents = append(own.Respondents, assess.Respondent{ID: "y"})
	own.Set(answer("t6", "y", catalog.Unmet)) // answered since
	filled := inf.Fill(own)
	if !slices.Equal(filled, []catalog.ItemID{"t1", "t2"}) {
		t.Errorf("filled %v", filled)
	}
	ref := assess.CatalogRef{ID: "a", Version: "1"}
	wantAnswers := []assess.Answer{answer("t4", "x", catalog.Unknown), answer("t6", "y", catalog.Unmet),
		{Item: "t1", State: catalog.Met, Inferred: &assess.Inferred{From: []assess.InferredFrom{{Catalog: ref, Item: "a1", State: catalog.Met}, {Catalog: ref, Item: "a2", State: catalog.Met}}, Crosswalks: []string{"a-t"}}},
		{Item: "t2", State: catalog.Unmet, Inferred: &assess.Inferred{From: []assess.InferredFrom{{Catalog: ref, Item: "a3", State: catalog.Unmet}}, Crosswalks: []string{"a-t"}}}}
	if diff := cmp.Diff(wantAnswers, own.Answers); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
	checked(t, own, to)
}

// The file of an inference holds what the inference holds.
func TestInferenceJSON(t *testing.T) {
	a, to := plain(t, "a", "a1: one-source", "a2"), plain(t, "t", "t1", "t2", "t3")
	links := score.Links{Crosswalks: []*catalog.Crosswalk{relate(t, a, to, "a1 covers t1", "a2 part_of t2")}}
	given := []*assess.Checked{checked(t, answers(t, a, "a1: met"), a), checked(t, answers(t, to, "t1: unmet"), to)}
	inf := score.Infer(given, to, links, score.InferOptions{Target: "1"})
	const want = `{"counts":{"given":1,"met":0,"open":2,"total":3,"unmet":0},
"disputes":[{"given":true,"item":"t1","path":[{"by":"a-t","conclusion":{"catalog":{"id":"t","version":"1"},"given":false,"item":"t1","met":true,"state":"met"},
"premises":[{"catalog":{"id":"a","version":"1"},"given":true,"item":"a1","met":true,"state":"met"}],
"rationale":{"en":"a1 covers t1","ja":"a1 covers t1"},"record":false,"relation":"covers","reversed":false}]}],
"format":"hoshitori/inference/1","from":[{"id":"a","version":"1"},{"id":"t","version":"1"}],
"items":[{"disputed":true,"given":true,"item":"t1","path":[],"state":"unmet","verdict":"unmet"},
{"disputed":false,"given":false,"item":"t2","path":[],"state":"unanswered","verdict":"open"},
{"disputed":false,"given":false,"item":"t3","path":[],"state":"unanswered","verdict":"open"}],
"questions":[{"catalog":{"id":"a","version":"1"},"ifMet":0,"ifUnmet":1,"item":"a2"}],"target":"1","to":{"id":"t","version":"1"},"untouched":["t3"]}`
	got := string(inf.JSON())
	if diff := cmp.Diff(indented(t, want), indented(t, got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if strings.Contains(got, "confidence") {
		t.Error("an item without a source states a confidence")
	}
}

func indented(t *testing.T, text string) string {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	out, _ := json.MarshalIndent(v, "", " ")
	return string(out)
}

// Whatever the built-in links say, the same answers to every item never make a built-in catalogue disputed where nothing
// but met was answered, and every verdict names its way.
func TestInferBuiltin(t *testing.T) {
	links := score.Links{Crosswalks: crosswalks.All(), Changes: changes.All()}
	for _, from := range builtin.All() {
		a := checked(t, answers(t, from, each(from, "met")...), from)
		for _, to := range builtin.All() {
			inf := score.Infer([]*assess.Checked{a}, to, links, score.InferOptions{})
			if len(inf.Items) != len(to.Items()) || len(inf.Disputes) > 0 {
				t.Errorf("%s to %s: %d of %d items, disputes %v", from.Ref(), to.Ref(), len(inf.Items), len(to.Items()), inf.Disputes)
			}
			for _, item := range inf.Items {
				if from == to && !item.Given || item.Verdict == score.OutcomeUnmet || item.Verdict == score.OutcomeMet && !item.Given && len(item.Path) == 0 {
					t.Errorf("%s to %s: %+v", from.Ref(), to.Ref(), item)
				}
			}
			proofs(t, &inf)
		}
	}
}

// Untouched is what no crosswalk speaks of: there an empty path says nothing about the firm. An entry that decides nothing,
// by its relation or by its answers, touches its items all the same; one to a catalogue that nobody answered does not.
func TestInferUntouched(t *testing.T) {
	a, b, to := plain(t, "a", "a1", "a2: draft"), plain(t, "b", "b1"), plain(t, "t", "t1", "t2", "t3", "t4", "t5", "t6 @2")
	links := score.Links{Crosswalks: []*catalog.Crosswalk{relate(t, a, to, "a1 covers t1", "a1 related t2"), relate(t, to, a, "t3 covers a2"), relate(t, b, to, "b1 equal t5")}}
	from, own := checked(t, answers(t, a), a), checked(t, answers(t, to, "t4: met"), to)
	for target, want := range map[string][]catalog.ItemID{"1": {"t5"}, "2": {"t5", "t6"}} {
		inf := score.Infer([]*assess.Checked{from, own}, to, links, score.InferOptions{Target: target})
		if !slices.Equal(inf.Untouched, want) {
			t.Errorf("up to level %s the crosswalks leave out %v, not %v", target, inf.Untouched, want)
		}
	}
}
