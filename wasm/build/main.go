// Command build makes the widget: one folder with everything that a page needs.
//
//	go run ./wasm/build -o DIR [-inline sa2@3.1:ja,…]
//	go run ./wasm/build -npm DIR [-inline sa2@3.1:ja,…]
//
// It compiles the engine, writes the catalogues and their forms, and puts the names and hashes of all of them into
// hoshitori.js, which fetches nothing that does not match. At the end it prints the two lines for the page. The names of
// all files but hoshitori.js and hoshitori.css hold a hash of their content, so that they may be cached for ever.
//
// With -npm it writes a folder that "npm pack" turns into the package @hoshitori/check.
//
// Two builds of the same source with the same Go release are byte-identical.
package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/gowasm"
	"github.com/hoshitori/hoshitori/internal/markup"
	"github.com/hoshitori/hoshitori/render"
)

func main() {
	out := flag.String("o", "", "folder to write, made if it is not there")
	npm := flag.String("npm", "", "folder to write the npm package into, in place of -o; made if it is not there")
	inline := flag.String("inline", "sa2@3.1:ja", "forms that hoshitori.js carries, as id@version:language or id@version:language:target, separated by commas")
	flag.Parse()
	if (*out == "") == (*npm == "") || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	var tag string
	var err error
	if forms := strings.Split(*inline, ","); *npm != "" {
		err = buildPackage(*npm, forms)
	} else {
		tag, err = build(*out, forms)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(5)
	}
	fmt.Print(tag)
}

// file is a file as the loader knows it.
type file struct {
	File      string `json:"file"`
	Integrity string `json:"integrity"`
}

// engineFile is the engine, and the same packed for hosts that do not compress it.
type engineFile struct {
	file
	Size   int  `json:"size"` // in bytes, so that the loader can tell that a host does not compress
	Packed file `json:"packed"`
}

type catalogFile struct {
	file
	Forms   map[string]any `json:"forms"`             // by language, or language and target: a file, or the form itself
	Earlier *file          `json:"earlier,omitempty"` // earlier editions, so that answers to them can be carried over
}

type manifest struct {
	Engine   engineFile             `json:"engine"`
	Glue     file                   `json:"glue"`
	Catalogs map[string]catalogFile `json:"catalogs"` // those of which hoshitori.js carries a form
	Others   file                   `json:"others"`   // names the rest of them
}

// build writes the widget into dir and returns the lines for the page.
func build(dir string, inline []string) (string, error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	w := writer{dir: dir}
	m := manifest{Catalogs: map[string]catalogFile{}}
	engine, err := compile(root)
	if err != nil {
		return "", err
	}
	packed, err := pack(engine)
	if err != nil {
		return "", err
	}
	m.Engine = engineFile{w.hashed("hoshitori", ".wasm", engine), len(engine), w.hashed("hoshitori", ".wasm.gz", packed)}
	// A host that takes the ending for a promise lets the browser unpack the file, and then the hash is that of the engine.
	m.Engine.Packed.Integrity += " " + m.Engine.Integrity
	form, more := render.WidgetStyle()
	glue, err := glueWith(root, more)
	if err != nil {
		return "", err
	}
	m.Glue = w.hashed("hoshitori", ".js", glue)
	wanted := map[string]bool{}
	for _, name := range inline {
		wanted[name] = name != ""
	}
	others := map[string]catalogFile{}
	for _, c := range builtin.All() {
		entry, carried, err := w.catalog(c, wanted)
		if err != nil {
			return "", err
		}
		if carried {
			m.Catalogs[c.Ref().String()] = entry
		} else {
			others[c.Ref().String()] = entry
		}
	}
	list, err := encode(others)
	if err != nil {
		return "", err
	}
	m.Others = w.hashed("catalogs", ".json", list)
	for name := range wanted {
		if wanted[name] {
			return "", fmt.Errorf("-inline: there is no form %q", name)
		}
	}
	loader, err := loaderWith(root, m, form)
	if err != nil {
		return "", err
	}
	frame, err := script(root, "frame.js", "", nil)
	if err != nil {
		return "", err
	}
	licences, err := thirdPartyLicences(root)
	if err != nil {
		return "", err
	}
	w.plain("hoshitori-frame.js", frame)
	w.plain("THIRD-PARTY-LICENSES.txt", licences)
	w.plain("hoshitori.js", loader)
	w.plain("hoshitori.css", []byte(form+more))
	tag := "<script type=\"module\" src=\"hoshitori.js\" integrity=\"" + integrity(loader) + "\" crossorigin=\"anonymous\"></script>\n" +
		"<hoshitori-check catalog=\"sa2@3.1\" lang=\"ja\"></hoshitori-check>\n\n" +
		"In a page that stands in an iframe, beside them:\n" +
		"<script src=\"hoshitori-frame.js\" integrity=\"" + integrity(frame) + "\" crossorigin=\"anonymous\"></script>\n"
	return tag, w.err
}

// catalog writes a catalogue and its forms: in each language, whole and for each target below the highest. Forms that
// hoshitori.js is to carry are taken out of wanted; carried says that there was one.
func (w *writer) catalog(c *catalog.Checked, wanted map[string]bool) (entry catalogFile, carried bool, err error) {
	name := string(c.Ref().ID) + "-" + string(c.Ref().Version)
	entry = catalogFile{file: w.hashed(name, ".json", c.JSON()), Forms: map[string]any{}}
	if list := earlier(c); len(list) > 0 {
		text, err := encode(list)
		if err != nil {
			return entry, carried, err
		}
		f := w.hashed(name+".earlier", ".json", text)
		entry.Earlier = &f
	}
	levels := c.Levels()
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		for i := range levels {
			key, target := l.String(), ""
			if i < len(levels)-1 {
				key, target = key+":"+levels[i].ID, levels[i].ID
			}
			outline, err := encode(compact(render.Outline(c, render.Options{Lang: l, Target: target})))
			if err != nil {
				return entry, carried, err
			}
			if place := c.Ref().String() + ":" + key; wanted[place] {
				entry.Forms[key] = json.RawMessage(outline)
				wanted[place] = false
				carried = true
				continue
			}
			stem := name + "." + l.String()
			if target != "" {
				stem += "." + target
			}
			entry.Forms[key] = w.hashed(stem, ".json", outline)
		}
	}
	return entry, carried, nil
}

// compact writes a tree of elements as the loader builds it: [tag, {attribute: value}, children…].
func compact(n *markup.Node) any {
	if n.Tag == "" {
		return n.Text
	}
	attributes := map[string]string{}
	for _, a := range n.Attrs {
		attributes[a.Name] = a.Value
	}
	out := []any{n.Tag, attributes}
	for _, c := range n.Children {
		out = append(out, compact(c))
	}
	return out
}

// encode is json.Marshal without escapes for HTML: the text stands in a file of its own.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

// compile builds the engine.
func compile(root string) ([]byte, error) {
	module, err := gowasm.Build(root, "./wasm/engine")
	if err != nil {
		return nil, err
	}
	return gowasm.Compact(module)
}

// pack compresses the engine. The result holds no time and no name, so that two builds are identical.
func pack(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(data)
	err = errors.Join(err, w.Close())
	return b.Bytes(), err
}

// moduleRoot finds the source of this module, from wherever the command runs.
func moduleRoot() (string, error) {
	output, err := exec.Command("go", "list", "-f", "{{.Module.Dir}}", "github.com/hoshitori/hoshitori/wasm/build").Output()
	if err != nil {
		return "", fmt.Errorf("go list: %w", err)
	}
	root := strings.TrimSpace(string(output))
	if root == "" {
		return "", errors.New("the source of github.com/hoshitori/hoshitori was not found")
	}
	return root, nil
}

// loaderWith returns the loader with the manifest and the style of the form in it.
func loaderWith(root string, m manifest, css string) ([]byte, error) {
	table, err := encode(m)
	if err != nil {
		return nil, err
	}
	return script(root, "hoshitori.js", css, map[string][]byte{"/*MANIFEST*/ {}": table})
}

// glueWith returns the Go release's own support file for WebAssembly with our part behind it.
func glueWith(root, css string) ([]byte, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	support, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("the Go release's own wasm_exec.js: %w", err)
	}
	ours, err := script(root, "glue.js", css, nil)
	return slices.Concat([]byte(rememberGlobals), withoutComments(support), ours), err
}

// rememberGlobals stands before the support file, which defines names on the page that the page may have already. A name
// that cannot be deleted, as one of var, is emptied.
const rememberGlobals = `const exchange = (values) => ['Go', 'fs', 'process', 'path'].map((name, i) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  if (values[i]) Object.defineProperty(globalThis, name, before?.configurable === false ? { value: values[i].value } : values[i]);
  else if (i && before && !Reflect.deleteProperty(globalThis, name)) globalThis[name] = undefined;
  return before;
});
const theirs = exchange([]);
`

// script returns one of our scripts with its places filled in.
func script(root, name, css string, places map[string][]byte) ([]byte, error) {
	source, err := os.ReadFile(filepath.Join(root, "wasm", "loader", name))
	if err != nil {
		return nil, err
	}
	sheet, err := encode(strings.ReplaceAll(css, "\n", ""))
	if err != nil {
		return nil, err
	}
	if places == nil {
		places = map[string][]byte{}
	}
	if css != "" {
		places["/*CSS*/ ''"] = sheet
	}
	for mark, with := range places {
		if bytes.Count(source, []byte(mark)) != 1 {
			return nil, fmt.Errorf("wasm/loader/%s has no place %q", name, mark)
		}
		source = bytes.Replace(source, []byte(mark), with, 1)
	}
	return withoutComments(source), nil
}

// withoutComments drops the indentation and the comment lines, but for the first lines, which name the licence.
func withoutComments(source []byte) []byte {
	var out []byte
	licence := true
	for _, line := range strings.Split(string(source), "\n") {
		line = strings.TrimSpace(line)
		comment := line == "" || strings.HasPrefix(line, "//") || strings.HasPrefix(line, "/**") || strings.HasPrefix(line, "* ") || line == "*/"
		licence = licence && strings.HasPrefix(line, "//")
		if comment && !licence {
			continue
		}
		out = append(append(out, line...), '\n')
	}
	return out
}

// writer writes files and remembers the first failure.
type writer struct {
	dir string
	err error
}

func (w *writer) plain(name string, data []byte) {
	if w.err == nil {
		w.err = os.WriteFile(filepath.Join(w.dir, name), data, 0o644)
	}
}

// hashed writes a file whose name holds a hash of its content.
func (w *writer) hashed(stem, extension string, data []byte) file {
	sum := sha256.Sum256(data)
	name := stem + "." + hex.EncodeToString(sum[:6]) + extension
	w.plain(name, data)
	return file{File: name, Integrity: integrity(data)}
}

func integrity(data []byte) string {
	sum := sha512.Sum384(data)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}
