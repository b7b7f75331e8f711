package render_test

import (
	"flag"
	"math/rand"
	"strconv"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
	"github.com/hoshitori/hoshitori/render"
	"github.com/hoshitori/hoshitori/score"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// today is a day on which no built-in catalogue is stale.
const today = catalog.Date("2026-11-21")

var languages = []lang.Lang{lang.JA, lang.EN}

// sample is the assessment that the documents show: 18 met, 2 partial, 3 unmet, 2 unknown, the policy set, and nothing
// said about its publication.
func sample() *assess.Document {
	d := assess.New(sa2v31.Catalog().Ref())
	d.Subject.Name = "Hoshizora Works"
	d.AssessedOn = "2026-11-20"
	other := map[catalog.ItemID]catalog.State{"5": catalog.Partial, "11": catalog.Partial, "8": catalog.Unmet,
		"10": catalog.Unmet, "14": catalog.Unmet, "20": catalog.Unknown, "22": catalog.Unknown}
	for _, item := range sa2v31.Catalog().Items() {
		state, ok := other[item.ID]
		if !ok {
			state = catalog.Met
		}
		d.Set(assess.Answer{Item: item.ID, State: state})
	}
	d.Clear("policy-published", "")
	return d
}

// check returns the assessment of a document that is known to be right.
func check(t testing.TB, d *assess.Document, c *catalog.Checked) *assess.Checked {
	t.Helper()
	a, problems := assess.Check(d, c)
	if !problems.OK() {
		t.Fatal(problems)
	}
	return a
}

func view(t testing.TB, d *assess.Document, c *catalog.Checked, o render.Options) render.View {
	t.Helper()
	a := check(t, d, c)
	return render.NewView(a, score.Evaluate(a, score.Options{}), o)
}

// outputs are all that is written of a view, by the end of the file name. A radar chart is left out where there is none.
func outputs(v render.View) map[string][]byte {
	out := map[string][]byte{"report.html": render.ReportHTML(v), "report.md": render.ReportMarkdown(v), "report.csv": render.ReportCSV(v),
		"bars.svg": render.BarsSVG(v)}
	if radar := render.RadarSVG(v); radar != nil {
		out["radar.svg"] = radar
	}
	return out
}

// answerAtRandom draws an answer or none to each item, by one respondent or by two.
func answerAtRandom(r *rand.Rand, c *catalog.Checked) *assess.Document {
	d := assess.New(c.Ref())
	who := []string{""}
	if r.Intn(3) == 0 {
		d.Respondents = []assess.Respondent{{ID: "r1"}}
		who = append(who, "r1")
	}
	// Some firms answer nearly everything, some nearly nothing.
	left := r.Intn(5)
	for _, item := range c.Items() {
		choices := c.ChoicesOf(item)
		for _, respondent := range who {
			if r.Intn(5) < left {
				continue
			}
			answer := assess.Answer{Item: item.ID, State: choices[r.Intn(len(choices))].State, Respondent: respondent}
			if assess.NeedsReason(answer.State) {
				answer.Reason.Text = "reason " + strconv.Itoa(r.Intn(100))
			}
			d.Set(answer)
		}
	}
	return d
}

// newDocument is an assessment without any answer.
func newDocument(c *catalog.Checked) *assess.Document { return assess.New(c.Ref()) }
