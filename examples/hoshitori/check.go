package main

import (
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/examples/hoshitori/interview"
)

// quickCheck is the catalogue of a check that names none.
const quickCheck = "sa2@3.1"

// runCheck interviews the user in the terminal.
func runCheck(c *call) problem.List {
	s, problems := c.interview()
	if !problems.OK() {
		return problems
	}
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	interrupt := make(chan struct{})
	go func() {
		for range interrupts {
			interrupt <- struct{}{}
		}
	}()
	s.Interrupt = interrupt
	interview.Run(s)
	return problems
}

// interview prepares an interview: which catalogue, which answers to continue, and where they may be saved.
func (c *call) interview() (interview.Settings, problem.List) {
	s := interview.Settings{
		In: c.stdin, Out: c.stdout, Echo: c.echo, Lang: c.lang, Today: c.today, Width: c.width, Color: c.color,
		Exists: exists, Save: c.write,
	}
	if c.has("o") && !strings.HasSuffix(c.value("o"), ".json") {
		return s, fail(answersFileKind, "file", c.value("o"))
	}
	if c.has("resume") {
		return s, c.resume(&s)
	}
	name := quickCheck
	if len(c.arguments) > 0 {
		name = c.arguments[0]
	}
	k, problems := c.catalogNamed(name)
	if k == nil {
		return s, problems
	}
	s.Catalog, s.Document = k, assess.New(k.Ref())
	if s.Document.Target, problems = c.target(k); !problems.OK() {
		return s, problems
	}
	s.Suggested = suggestedFile(k.Ref())
	if c.has("o") {
		s.Suggested, s.File = c.value("o"), c.value("o")
	}
	if exists(s.Suggested) {
		s.File = ""
		c.offer(&s)
	}
	return s, nil
}

// resume continues with the answers of --resume, which are then saved where they came from.
func (c *call) resume(s *interview.Settings) problem.List {
	file := c.value("resume")
	if file == standardInput {
		return fail(stdinTwiceKind)
	}
	a, problems := c.assessment(file)
	if a == nil {
		return problems
	}
	ref := a.Catalog().Ref()
	if len(c.arguments) > 0 && c.arguments[0] != ref.String() {
		return fail(resumeKind, "file", file, "got", ref.String(), "want", c.arguments[0])
	}
	target, problems := c.target(a.Catalog())
	if !problems.OK() {
		return problems
	}
	s.Catalog, s.Document = a.Catalog(), a.Document()
	if target != "" {
		s.Document.Target = target
	}
	s.Respondent, problems = respondent(s.Document)
	s.Suggested, s.File = file, file
	if _, _, packed := packingOf(file); packed { // is read packed, and would not be written so
		s.Suggested, s.File = suggestedFile(ref), ""
	}
	if c.has("o") {
		s.Suggested, s.File = c.value("o"), c.value("o")
	}
	return problems.InFile(file)
}

// offer lets the user continue with the answers that are in the suggested file already. If they cannot be continued, it
// says why; the file stays as it is, unless the user has it replaced.
func (c *call) offer(s *interview.Settings) {
	a, problems := c.assessment(s.Suggested)
	if a != nil && a.Catalog().Ref() != s.Catalog.Ref() {
		problems = fail(resumeKind, "file", s.Suggested, "got", a.Catalog().Ref().String(), "want", s.Catalog.Ref().String())
	}
	if problems.OK() {
		s.Earlier = a.Document()
		if s.Document.Target != "" {
			s.Earlier.Target = s.Document.Target
		}
		s.Respondent, problems = respondent(s.Earlier)
	}
	if !problems.OK() {
		s.Earlier = nil
		c.complain(append(problems.InFile(s.Suggested), failIn(s.Suggested, notResumedKind)...))
	}
}

// respondent returns whose answers a document holds. Those of several cannot be continued, nor can answers that an expert
// has confirmed or management has declared: they would no longer be what was confirmed.
func respondent(d *assess.Document) (string, problem.List) {
	if d.Confirmation != nil || d.Declaration != nil {
		return "", fail(confirmedKind)
	}
	var who []string
	for _, a := range d.Answers {
		if !slices.Contains(who, a.Respondent) {
			who = append(who, a.Respondent)
		}
	}
	switch {
	case len(who) > 1:
		return "", fail(respondentsKind, "count", strconv.Itoa(len(who)))
	case len(who) == 1:
		return who[0], nil
	case len(d.Respondents) == 1:
		return d.Respondents[0].ID, nil
	}
	return "", nil
}

func suggestedFile(ref catalog.Ref) string {
	return "hoshitori-" + string(ref.ID) + "-" + string(ref.Version) + ".json"
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
