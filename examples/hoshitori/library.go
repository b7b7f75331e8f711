package main

import (
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/digest"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// library is the catalogues that a call knows.
type library []*catalog.Checked

// learn makes the built-in catalogues and those of --catalog known.
func (c *call) learn(files []string) problem.List {
	c.known = builtin.All()
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

// add adds a catalogue, or puts it in the place of the one of the same name.
func (l *library) add(loaded *catalog.Checked, file string) problem.List {
	i := slices.IndexFunc(*l, func(k *catalog.Checked) bool { return k.Ref() == loaded.Ref() })
	if i < 0 {
		*l = append(*l, loaded)
		return nil
	}
	same := (*l)[i].Digest() == loaded.Digest()
	(*l)[i] = loaded
	if same {
		return nil
	}
	return failIn(file, replacedKind, "catalog", loaded.Ref().String())
}

func (l library) find(ref catalog.Ref) (*catalog.Checked, bool) {
	i := slices.IndexFunc(l, func(k *catalog.Checked) bool { return k.Ref() == ref })
	if i < 0 {
		return nil, false
	}
	return l[i], true
}

func (l library) names() string {
	var names []string
	for _, k := range l {
		names = append(names, k.Ref().String())
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
