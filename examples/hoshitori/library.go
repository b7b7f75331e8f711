package main

import (
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/changes"
	"github.com/hoshitori/hoshitori/catalog/crosswalks"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/problem"
	"github.com/hoshitori/hoshitori/score"
)

// library is what a call knows: what --catalog gave, and what is built in, which is read when a command asks for it.
type library struct {
	catalogs   []*catalog.Checked
	changes    []*catalog.Changes
	crosswalks []*catalog.Crosswalk
}

// learn makes the files of --catalog known: catalogues first, then what builds on them.
func (c *call) learn(files []string) problem.List {
	var all problem.List
	read := make([]source, 0, len(files))
	for _, name := range files {
		data, problems := c.read(name)
		if !problems.OK() {
			all = append(all, problems...)
			continue
		}
		read = append(read, newSource(name, data))
	}
	for _, formats := range [][]string{{""}, {catalog.ExtensionFormat}, {catalog.ChangesFormat, catalog.CrosswalkFormat}} {
		var turn []source
		for _, s := range read {
			if slices.Contains(formats, s.turn()) {
				turn = append(turn, s)
			}
		}
		all = append(all, c.learnTurn(turn)...)
	}
	return all
}

// learnTurn makes files known. What builds on another of them is put back until that is known, or nothing moves any more.
func (c *call) learnTurn(turn []source) problem.List {
	var all problem.List
	for len(turn) > 0 {
		var back []source
		var missing problem.List
		for _, s := range turn {
			problems := c.learnSource(s).InFile(s.name)
			if slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Kind == neededCatalogKind }) {
				back, missing = append(back, s), append(missing, problems...)
				continue
			}
			all = append(all, problems...)
		}
		if len(back) == len(turn) {
			return append(all, missing...)
		}
		turn = back
	}
	return all
}

// learnSource makes one file known.
func (c *call) learnSource(s source) problem.List {
	switch s.format {
	case catalog.ExtensionFormat:
		made, crosswalk, problems := c.compile(s)
		if made == nil {
			return problems
		}
		c.known.crosswalks = append(c.known.crosswalks, crosswalk)
		return append(problems, c.known.add(made)...)
	case catalog.ChangesFormat:
		record, problems := c.changesOf(s)
		if record != nil {
			c.known.changes = append(c.known.changes, record)
		}
		return problems
	case catalog.CrosswalkFormat:
		crosswalk, problems := c.crosswalkOf(s)
		if crosswalk != nil {
			c.known.crosswalks = append(c.known.crosswalks, crosswalk)
		}
		return problems
	}
	loaded, problems := catalog.Load(s.data, digest.SHA256)
	if loaded == nil {
		return problems
	}
	return append(problems, c.known.add(loaded)...)
}

// add adds a catalogue. It stands in for the built-in one of the same name, and the user is told if they differ.
func (l *library) add(loaded *catalog.Checked) problem.List {
	ref := loaded.Ref()
	given := slices.ContainsFunc(l.catalogs, func(k *catalog.Checked) bool { return k.Ref() == ref })
	before, known := l.find(ref)
	if given && before.Digest() != loaded.Digest() {
		return fail(twoCatalogsKind, "catalog", ref.String())
	}
	l.catalogs = append(l.catalogs, loaded)
	if !known || before.Digest() == loaded.Digest() {
		return nil
	}
	return fail(replacedKind, "catalog", ref.String())
}

func (l library) find(ref catalog.Ref) (*catalog.Checked, bool) {
	i := slices.IndexFunc(l.catalogs, func(k *catalog.Checked) bool { return k.Ref() == ref })
	if i < 0 {
		return builtin.Find(ref)
	}
	return l.catalogs[i], true
}

// links returns everything that connects catalogues. Where --catalog gave a record of the same editions, or a crosswalk
// of the same name, it stands in for the built-in one. What is built in speaks of the built-in catalogues; it is left out
// where a file stands in for one of them.
func (l library) links() score.Links {
	links := score.Links{Changes: slices.Clone(l.changes), Crosswalks: slices.Clone(l.crosswalks)}
	for _, record := range changes.All() {
		if l.stands(record.From()) && l.stands(record.To()) && !slices.ContainsFunc(l.changes, func(o *catalog.Changes) bool {
			return o.From().Ref() == record.From().Ref() && o.To().Ref() == record.To().Ref()
		}) {
			links.Changes = append(links.Changes, record)
		}
	}
	for _, crosswalk := range crosswalks.All() {
		if l.stands(crosswalk.From()) && (crosswalk.To() == nil || l.stands(crosswalk.To())) &&
			!slices.ContainsFunc(l.crosswalks, func(o *catalog.Crosswalk) bool { return o.ID() == crosswalk.ID() }) {
			links.Crosswalks = append(links.Crosswalks, crosswalk)
		}
	}
	return links
}

// stands reports whether a built-in catalogue is the one that its name stands for in this call.
func (l library) stands(k *catalog.Checked) bool {
	found, _ := l.find(k.Ref())
	return found.Digest() == k.Digest()
}

// refs returns the names of all known catalogues: the built-in ones first.
func (l library) refs() []catalog.Ref {
	refs := builtin.Refs()
	for _, k := range l.catalogs {
		if !slices.Contains(refs, k.Ref()) {
			refs = append(refs, k.Ref())
		}
	}
	return refs
}

// all returns all known catalogues in the order of refs.
func (l library) all() []*catalog.Checked {
	var all []*catalog.Checked
	for _, ref := range l.refs() {
		k, _ := l.find(ref)
		all = append(all, k)
	}
	return all
}

func (l library) names() string {
	var names []string
	for _, ref := range l.refs() {
		names = append(names, ref.String())
	}
	return strings.Join(names, ", ")
}

// catalogNamed returns the catalogue of the form id@version that an argument names.
func (c *call) catalogNamed(argument string) (*catalog.Checked, problem.List) {
	ref, ok := catalog.ParseRef(argument)
	if !ok {
		return nil, fail(unknownRefKind, "value", argument, "allowed", c.known.names())
	}
	found, ok := c.known.find(ref)
	if !ok {
		return nil, fail(unknownRefKind, "value", argument, "allowed", c.known.names())
	}
	return found, nil
}
