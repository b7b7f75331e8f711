package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/builtin"
)

// packageVersion is the version of the npm package.
const packageVersion = "0.1.0"

// testedVite is the version of Vite that the tests drive the package with, for its README.
const testedVite = "8.3"

// buildPackage builds the widget and writes the npm package @hoshitori/check into dir, ready for npm pack:
//
//	package.json     names every file, so that what an earlier build left in dir is not packed
//	index.js         the loader as a module that bundlers understand, see bundled
//	engine.js        the part of it that is needed together with the engine
//	server.js        takes the place of both on a server
//	index.d.ts, react.d.ts, react.js, README.md, LICENSE, THIRD-PARTY-LICENSES.txt
//	files/           the widget as it is built for a page
func buildPackage(dir string, inline []string) error {
	widget, err := os.MkdirTemp("", "hoshitori-widget")
	if err != nil {
		return err
	}
	defer os.RemoveAll(widget)
	tag, err := build(widget, inline)
	if err != nil {
		return err
	}
	return writePackage(dir, widget, tag)
}

// writePackage writes the package around a widget that was built into the folder widget. The tag is its lines for a page.
func writePackage(dir, widget, tag string) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, "files"), 0o755); err != nil {
		return err
	}
	p := packager{writer: writer{dir: dir}, root: root}
	if err := p.scripts(widget); err != nil {
		return err
	}
	licences, err := thirdPartyLicences(root)
	if err != nil {
		return err
	}
	p.template("index.d.ts", map[string]string{"BUILTIN": builtinType()})
	p.template("react.d.ts", nil)
	lines, _, _ := strings.Cut(tag, "\n\n") // those for a page, without what the build says besides
	p.template("README.md", map[string]string{"TAG": lines, "VITE": testedVite})
	p.copy("LICENSE", filepath.Join(root, "LICENSE"))
	p.file("THIRD-PARTY-LICENSES.txt", licences)
	p.template("package.json", map[string]string{`"VERSION"`: quoted(packageVersion), `"FILES"`: quotedList(p.names)})
	return p.err
}

// scripts writes the widget and what runs of the package.
func (p *packager) scripts(widget string) error {
	names, err := fileNames(widget)
	if err != nil {
		return err
	}
	module, engine, err := bundled(widget, names)
	if err != nil {
		return err
	}
	for _, name := range names {
		p.copy("files/"+name, filepath.Join(widget, name))
	}
	p.file("index.js", module)
	p.file("engine.js", engine)
	p.template("server.js", nil)
	p.template("react.js", nil)
	return nil
}

// packager writes the files of a package and remembers their names, which have slashes.
type packager struct {
	writer
	root  string
	names []string
}

func (p *packager) file(name string, data []byte) {
	p.plain(filepath.FromSlash(name), data)
	p.names = append(p.names, name)
}

func (p *packager) copy(name, from string) {
	data, err := os.ReadFile(from)
	p.err = errors.Join(p.err, err)
	p.file(name, data)
}

// template writes a file of wasm/npm with its places filled in.
func (p *packager) template(name string, places map[string]string) {
	data, err := os.ReadFile(filepath.Join(p.root, "wasm", "npm", name))
	p.err = errors.Join(p.err, err)
	for mark, with := range places {
		if err == nil && !bytes.Contains(data, []byte(mark)) {
			p.err = errors.Join(p.err, fmt.Errorf("wasm/npm/%s has no place %s", name, mark))
		}
		data = bytes.ReplaceAll(data, []byte(mark), []byte(with))
	}
	p.file(name, data)
}

func fileNames(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

var (
	manifestLine = regexp.MustCompile(`(?m)^const manifest = (.*);$`)
	// listLine is where the loader fetches the list of catalogues, into whose names no bundler looks.
	listLine = regexp.MustCompile(`(?m)^const list = .*;$`)
	// glueImport is how the loader fetches its other file: by a link that carries the hash. A bundler has to see a plain
	// import instead, and gives the file a name of its own.
	glueImport = regexp.MustCompile(`(?s)const link = document\.createElement\('link'\);\n.*?\nconst glue = await import\(link\.href\);\n`)
	// fileURL is how the loader finds the files beside it. With whole addresses in the manifest any base will do, and a bundler
	// would look for a file of that name.
	fileURL = regexp.MustCompile(`new URL\(file, import\.meta\.url\)`)
	// filesLine is what the other file knows.
	filesLine = regexp.MustCompile(`(?m)^const files = (.*);$`)
)

var errLoader = errors.New("hoshitori.js is not laid out as the package expects: look at wasm/build/npm.go")

// bundled returns both files of the loader as modules for bundlers.
//
// A bundler moves a module away from the files beside it. What Vite and webpack understand, and a browser without a
// bundler as well, is new URL("./name", import.meta.url): they copy the file and put its new address there. So every name
// becomes such an expression, also those of the list of catalogues, which becomes a part of the module.
func bundled(widget string, names []string) (module, engine []byte, err error) {
	loader, err := os.ReadFile(filepath.Join(widget, "hoshitori.js"))
	if err != nil {
		return nil, nil, err
	}
	found := manifestLine.FindSubmatch(loader)
	if found == nil || !listLine.Match(loader) || !glueImport.Match(loader) || !fileURL.Match(loader) {
		return nil, nil, errLoader
	}
	var m manifest
	if err := json.Unmarshal(found[1], &m); err != nil {
		return nil, nil, fmt.Errorf("the manifest of hoshitori.js: %w", err)
	}
	list, err := os.ReadFile(filepath.Join(widget, m.List.File))
	if err != nil {
		return nil, nil, err
	}
	glue, err := os.ReadFile(filepath.Join(widget, m.Glue.File))
	if err != nil {
		return nil, nil, err
	}
	knows := filesLine.FindSubmatch(glue)
	if knows == nil {
		return nil, nil, errLoader
	}
	var k known
	if err := json.Unmarshal(knows[1], &k); err != nil {
		return nil, nil, fmt.Errorf("what the other file of the loader knows: %w", err)
	}
	k.Catalogs = nil // they are in the module
	table, err := encode(struct {
		Engine any `json:"engine"`
		Forms  any `json:"forms"`
	}{m.Engine, m.Forms})
	if err != nil {
		return nil, nil, err
	}
	rest, err := encode(k)
	if err != nil {
		return nil, nil, err
	}
	addressed := func(text []byte) []byte {
		for _, name := range names {
			text = bytes.ReplaceAll(text, []byte(quoted(name)), []byte(`new URL("./files/`+name+noInline(name)+`",import.meta.url).href`))
		}
		return text
	}
	module = bytes.Replace(loader, found[1], addressed(table), 1)
	module = listLine.ReplaceAllLiteral(module, slices.Concat([]byte("const list = async () => ("), addressed(list), []byte(");")))
	module = glueImport.ReplaceAllLiteral(module, []byte("const glue = await import('./engine.js');\n"))
	module = fileURL.ReplaceAllLiteral(module, []byte("new URL(file, document.baseURI)"))
	engine = bytes.Replace(glue, knows[1], addressed(rest), 1)
	return module, engine, nil
}

// noInline keeps Vite from turning a small file into a data: address, which connect-src 'self' forbids to fetch. Others
// take it as part of the address, where it changes nothing.
func noInline(name string) string {
	if strings.HasSuffix(name, ".json") {
		return "?no-inline"
	}
	return ""
}

// builtinType lists the built-in catalogues as a type.
func builtinType() string {
	var lines []string
	for _, c := range builtin.All() {
		lines = append(lines, "  | '"+c.Ref().String()+"'")
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// thirdPartyLicences returns the licences of what is compiled into the engine and its script: Go itself and the modules
// that the engine links.
func thirdPartyLicences(root string) ([]byte, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	modules := map[string]string{"The Go programming language, https://go.dev": strings.TrimSpace(string(goroot))}
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./wasm/engine")
	list.Dir = root
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	output, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list -deps ./wasm/engine: %w", err)
	}
	for line := range strings.Lines(string(output)) {
		if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			modules[name] = dir
		}
	}
	var names []string
	for name := range modules {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	b.WriteString("What is compiled into the engine (hoshitori.*.wasm), and what its script begins with:\n")
	for _, name := range names {
		text, err := licence(modules[name])
		if err != nil {
			return nil, fmt.Errorf("the licence of %s: %w", name, err)
		}
		fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", name, strings.Repeat("-", len(name)), bytes.TrimSpace(text))
	}
	return b.Bytes(), nil
}

func licence(dir string) ([]byte, error) {
	found, err := filepath.Glob(filepath.Join(dir, "LICEN[CS]E*"))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s holds none", dir)
	}
	return os.ReadFile(found[0])
}

func quoted(s string) string { return `"` + s + `"` } // for names, which need no escapes

func quotedList(names []string) string {
	var out []string
	for _, name := range names {
		out = append(out, "\n    "+quoted(name))
	}
	return strings.Join(out, ",") + "\n  "
}
