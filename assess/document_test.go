package assess_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
)

func TestSetAndClear(t *testing.T) {
	d := assess.New(catalog.Ref{ID: "scheme", Version: "1"})
	d.Set(assess.Answer{Item: "a", State: catalog.Met, Note: "first"})
	d.Set(assess.Answer{Item: "b", State: catalog.Unmet})
	d.Set(assess.Answer{Item: "a", State: catalog.Partial, Respondent: "r1"})

	d.Set(assess.Answer{Item: "a", State: catalog.Unmet})
	require.Len(t, d.Answers, 3, "a second answer of the same respondent replaces the first")
	got, ok := d.Answer("a", "")
	require.True(t, ok)
	require.Equal(t, assess.Answer{Item: "a", State: catalog.Unmet}, got, "nothing of the replaced answer stays, its note included")
	got, ok = d.Answer("a", "r1")
	require.True(t, ok)
	require.Equal(t, catalog.Partial, got.State, "another respondent's answer stays")

	d.Clear("a", "")
	_, ok = d.Answer("a", "")
	require.False(t, ok, "a cleared answer is the absence of one")
	_, ok = d.Answer("a", "r1")
	require.True(t, ok, "and the other respondent's is still there")
	d.Clear("a", "")
	d.Clear("zzz", "r9")
	require.Len(t, d.Answers, 2, "clearing what is not there does nothing")
	require.Equal(t, `{"answers":[{"item":"b","state":"unmet"},{"item":"a","respondent":"r1","state":"partial"}],"catalog":{"id":"scheme","version":"1"},"format":"hoshitori/assessment/1"}`, string(d.JSON()))
}

func load(t *testing.T, document string) *assess.Checked {
	t.Helper()
	a, problems := assess.Load([]byte(document), schemeCatalog(t))
	require.True(t, problems.OK(), "%v", problems)
	return a
}

func TestCheckedGivesWhatTheFileSays(t *testing.T) {
	a := load(t, full)
	require.Equal(t, "3", a.Target())
	require.Equal(t, catalog.Ref{ID: "scheme", Version: "1"}, a.Catalog().Ref())
	require.Len(t, a.AnswersTo(0), 1)
	require.Equal(t, catalog.NotApplicable, a.AnswersTo(0)[0].State)
	require.Equal(t, assess.Accepted, a.Finding(0))
	require.Equal(t, assess.VerdictUnstated, a.Finding(1))
	confirmation, ok := a.Confirmation()
	require.True(t, ok)
	require.Equal(t, "専門家", confirmation.Expert.Name)
	declaration, ok := a.Declaration()
	require.True(t, ok)
	require.Equal(t, catalog.Date("2026-11-23"), declaration.Date)

	empty := load(t, `{"format":"hoshitori/assessment/1","catalog":{"id":"scheme","version":"1"},"answers":[]}`)
	_, ok = empty.Confirmation()
	require.False(t, ok)
	_, ok = empty.Declaration()
	require.False(t, ok)
	require.Empty(t, empty.AnswersTo(1))
}

// TestCheckedDoesNotChange: what was checked stays what it was, whatever is done with the document that it was made from,
// or with the one that it hands out.
func TestCheckedDoesNotChange(t *testing.T) {
	spoil := func(d *assess.Document) {
		d.Set(assess.Answer{Item: "b", State: catalog.Unmet, Respondent: "r2"})
		d.Clear("a", "r1")
		d.Respondents[0].ID = "other"
		d.Confirmation.Date = "2099-01-01"
		d.Confirmation.Expert.Name = ""
		d.Confirmation.Findings[0].Verdict = assess.Rejected
		d.Declaration.Name = "other"
		d.Carried[0].From.ID = "other"
		d.Target = "4"
	}
	d, problems := assess.Parse([]byte(full))
	require.True(t, problems.OK())
	a, problems := assess.Check(d, schemeCatalog(t))
	require.True(t, problems.OK())
	want := canonical(full)
	spoil(d)
	require.Equal(t, want, string(a.Document().JSON()), "after the original was edited")
	spoil(a.Document())
	require.Equal(t, want, string(a.Document().JSON()), "after the document that it handed out was edited")
}

// TestPositionsAfterEditing: a document that was read and then edited has other things at the places of the text, so a
// problem must not be placed on something else.
func TestPositionsAfterEditing(t *testing.T) {
	d, problems := assess.Parse([]byte(`{"format":"hoshitori/assessment/1","catalog":{"id":"scheme","version":"1"},"answers":[
{"item":"a","state":"met"},
{"item":"zzz","state":"met"}]}`))
	require.True(t, problems.OK())
	d.Clear("a", "")
	_, problems = assess.Check(d, schemeCatalog(t))
	require.Len(t, problems, 1)
	require.Equal(t, "/answers/0/item", problems[0].Pointer)
	require.NotEqual(t, 2, problems[0].Position.Line, "line 2 holds the answer that was taken back; the wrong one is on line 3")
}

func TestCodes(t *testing.T) {
	var roles, verdicts []string
	for r := assess.RoleUnstated; r <= assess.Other; r++ {
		roles = append(roles, r.String())
	}
	for v := assess.VerdictUnstated; v <= assess.Unclear; v++ {
		verdicts = append(verdicts, v.String())
	}
	require.Equal(t, []string{"", "management", "it", "staff", "expert", "other"}, roles, "the codes are a contract")
	require.Equal(t, []string{"", "accepted", "rejected", "unclear"}, verdicts, "the codes are a contract")
	require.Empty(t, assess.Role(99).String(), "a number outside the set has no code")
	require.Empty(t, assess.Verdict(99).String(), "a number outside the set has no code")
	for _, state := range catalog.StateCodes() {
		s, _ := catalog.ParseState(state)
		require.Equal(t, slices.Contains([]string{"not_applicable", "compensated"}, state), assess.NeedsReason(s), "%s", state)
	}
}
