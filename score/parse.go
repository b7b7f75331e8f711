package score

import (
	"math"
	"strconv"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// Parse reads a result file. It reads what the file says and does not judge it: package score/verify does. Objects named
// "ext", which other programs may have added, are skipped. The result is to be used only if the problems are OK.
func Parse(data []byte) (Result, problem.List) {
	var out Result
	_, problems := jsondoc.Read(data, Format, func(f *jsondoc.Fields) { out = parseResult(f) })
	return out, problems
}

func parseResult(f *jsondoc.Fields) (r Result) {
	f.Require("catalog", "target", "combine", "completeness", "levels", "sections", "gaps", "explanation")
	if c := f.Fields("catalog"); c != nil {
		c.Require("id", "version", "status")
		status, _ := catalog.ParseStatus(codeIn(c, "status", catalog.StatusCodes()))
		r.Catalog = Catalog{ID: catalog.ID(c.String("id")), Version: catalog.Version(c.String("version")), Status: status,
			SupersededBy: catalog.Version(c.String("supersededBy")), Digest: c.String("digest")}
		closeExt(c)
	}
	r.Target = f.String("target")
	codeIn(f, "combine", []string{Worst.String()})
	if n := f.Fields("completeness"); n != nil {
		r.Completeness = Completeness{Total: whole(n, "total"), Answered: whole(n, "answered"), Unknown: whole(n, "unknown"),
			Unanswered: whole(n, "unanswered"), NotApplicable: whole(n, "notApplicable")}
		closeExt(n)
	}
	if p := f.Fields("points"); p != nil {
		r.Points = &Points{Score: points(p, "score"), Low: points(p, "low"), High: points(p, "high"), Max: points(p, "max"),
			Band: p.String("band"), BandLow: p.String("bandLow"), BandHigh: p.String("bandHigh")}
		closeExt(p)
	}
	r.Levels = each(f, "levels", parseLevel)
	r.Sections = each(f, "sections", parseSection)
	r.Gaps = each(f, "gaps", parseGap)
	r.Explanation = parseNode(f.Fields("explanation"))
	closeExt(f)
	return r
}

func closeExt(f *jsondoc.Fields) {
	f.Ext()
	f.Close()
}

func each[T any](f *jsondoc.Fields, name string, read func(*jsondoc.Fields) T) []T {
	out := []T{}
	for _, e := range f.Objects(name) {
		out = append(out, read(e))
		closeExt(e)
	}
	return out
}

func codeIn(f *jsondoc.Fields, name string, codes []string) string {
	if i := f.Code(name, codes); i >= 0 {
		return codes[i]
	}
	return ""
}

func whole(f *jsondoc.Fields, name string) int {
	f.Require(name)
	n, ok := f.Int(name)
	if ok && (n < 0 || n > math.MaxInt32) {
		f.Report(jsondoc.ValueKind, name, lang.Value("value", number(n)), lang.Arg{Name: "allowed", Text: lang.Text{JA: "0以上の個数", EN: "a count of 0 or more"}})
	}
	return int(n)
}

// points reads a number of points, which results write as a string.
func points(f *jsondoc.Fields, name string) int64 {
	f.Require(name)
	s := f.String(name)
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || number(n) != s {
		f.Report(jsondoc.ValueKind, name, lang.Value("value", s), lang.Arg{Name: "allowed", Text: lang.Text{JA: "整数を表す文字列", EN: "a whole number as a string"}})
	}
	return n
}

func itemIDs(f *jsondoc.Fields, name string) []catalog.ItemID {
	out := []catalog.ItemID{}
	for _, id := range f.Strings(name) {
		out = append(out, catalog.ItemID(id))
	}
	return out
}

func parseLevel(f *jsondoc.Fields) Level {
	f.Require("id", "criteria", "assurance", "remaining")
	l := Level{ID: f.String("id"), Criteria: Outcome(max(0, f.Code("criteria", outcomeCodes))), Total: whole(f, "total"),
		Met: whole(f, "met"), Unmet: whole(f, "unmet"), Open: whole(f, "open"), Blocking: itemIDs(f, "blocking"),
		Deciding: itemIDs(f, "deciding"), Assurance: Assurance(max(0, f.Code("assurance", assuranceCodes))), Remaining: []catalog.Need{}}
	for _, code := range f.Strings("remaining") {
		need, ok := catalog.ParseNeed(code)
		if !ok {
			f.Report(jsondoc.ValueKind, "remaining", lang.Value("value", code), jsondoc.Allowed(catalog.NeedCodes()))
		}
		l.Remaining = append(l.Remaining, need)
	}
	l.Explanation = parseNode(f.Fields("explanation"))
	return l
}

func parseSection(f *jsondoc.Fields) Section {
	f.Require("id")
	return Section{ID: f.String("id"), Total: whole(f, "total"), Met: whole(f, "met"), Partial: whole(f, "partial"),
		Unmet: whole(f, "unmet"), Unknown: whole(f, "unknown"), Unanswered: whole(f, "unanswered"),
		NotApplicable: whole(f, "notApplicable"), Compensated: whole(f, "compensated")}
}

var resultStates = append([]string{unansweredName}, catalog.StateCodes()...)

// state reads a state of a result, where the absence of an answer has a name.
func state(f *jsondoc.Fields, name string) catalog.State {
	return catalog.State(max(0, f.Code(name, resultStates)))
}

func parseGap(f *jsondoc.Fields) Gap {
	f.Require("item", "state", "priority", "reasons")
	g := Gap{Item: catalog.ItemID(f.String("item")), State: state(f, "state"), Priority: whole(f, "priority")}
	g.Reasons = each(f, "reasons", func(f *jsondoc.Fields) Reason {
		f.Require("code")
		r := Reason{Code: ReasonCode(f.String("code"))}
		args := f.Fields("args")
		for _, name := range args.Names() {
			if name != "ext" {
				r.Args = append(r.Args, Arg{name, args.String(name)})
			}
		}
		closeExt(args)
		return r
	})
	return g
}

var findingCodes = []string{assess.Accepted.String(), assess.Rejected.String(), assess.Unclear.String()}

func parseNode(f *jsondoc.Fields) (n Node) {
	if f == nil {
		return n
	}
	f.Require("id", "kind", "value", "rule", "children")
	n = Node{ID: f.String("id"), Kind: NodeKind(f.String("kind")), Value: f.String("value"), Low: f.String("low"), High: f.String("high"),
		Rule: f.String("rule"), Item: catalog.ItemID(f.String("item")), Finding: codeIn(f, "finding", findingCodes)}
	if c := f.Fields("clause"); c != nil {
		n.Clause = Clause{Source: c.String("source"), Clause: c.String("clause")}
		closeExt(c)
	}
	if n.Item != "" {
		n.State = state(f, "state")
		for _, g := range f.Objects("given") {
			g.Require("state")
			given := Given{Respondent: g.String("respondent"), State: catalog.State(1 + max(0, g.Code("state", catalog.StateCodes())))}
			closeExt(g)
			n.Given = append(n.Given, given)
		}
	}
	for _, child := range f.Objects("children") {
		n.Children = append(n.Children, parseNode(child))
	}
	closeExt(f)
	return n
}
