package main

import (
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// library is the catalogues that a call knows: these, which --catalog gave, and the built-in ones, each of which is read
// when a command asks for it.
type library []*catalog.Checked

// learn makes the catalogues of --catalog known.
func (c *call) learn(files []string) problem.List {
	var all problem.List
	given := map[catalog.Ref]*catalog.Checked{}
	for _, name := range files {
		data, problems := c.read(name)
		if !problems.OK() {
			all = append(all, problems...)
			continue
		}
		loaded, problems := catalog.Load(data, digest.SHA256)
		all = append(all, problems.InFile(name)...)
		if loaded == nil {
			continue
		}
		ref := loaded.Ref()
		if before, twice := given[ref]; twice && before.Digest() != loaded.Digest() {
			all = append(all, failIn(name, twoCatalogsKind, "catalog", ref.String())...)
			continue
		}
		given[ref] = loaded
		all = append(all, c.known.add(loaded, name)...)
	}
	return all
}

// add adds a catalogue. It stands in for the built-in one of the same name, and the user is told if they differ.
func (l *library) add(loaded *catalog.Checked, file string) problem.List {
	before, known := l.find(loaded.Ref())
	*l = append(*l, loaded)
	if !known || before.Digest() == loaded.Digest() {
		return nil
	}
	return failIn(file, replacedKind, "catalog", loaded.Ref().String())
}

func (l library) find(ref catalog.Ref) (*catalog.Checked, bool) {
	i := slices.IndexFunc(l, func(k *catalog.Checked) bool { return k.Ref() == ref })
	if i < 0 {
		return builtin.Find(ref)
	}
	return l[i], true
}

// refs returns the names of all known catalogues: the built-in ones first.
func (l library) refs() []catalog.Ref {
	refs := builtin.Refs()
	for _, k := range l {
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
