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

// manifest is what hoshitori.js knows: where the rest is, and the forms that it carries.
type manifest struct {
	Engine struct {
		File string `json:"file"` // its hash is known to the other file of the loader, which checks it
	} `json:"engine"`
	Glue  file                      `json:"glue"`
	List  file                      `json:"list"`  // names the files of all catalogues
	Forms map[string]map[string]any `json:"forms"` // by catalogue, and by language, or language and target; "top" is the highest level
}

// known is what the other file of the loader knows.
type known struct {
	Engine struct {
		file
		Size int `json:"size"` // in bytes, so that it can tell that a host does not compress
	} `json:"engine"`
	Packed   file                   `json:"packed"`   // the engine for such hosts
	Paper    file                   `json:"paper"`    // what the forms of all catalogues have on paper besides, for where the engine fails
	Catalogs map[string]catalogFile `json:"catalogs"` // those of which hoshitori.js carries a form: they need no list
}

type catalogFile struct {
	file
	Forms   map[string]file `json:"forms"`             // by language, or language and target
	Earlier *file           `json:"earlier,omitempty"` // earlier editions, so that answers to them can be carried over
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
	engine, err := compile(root)
	if err != nil {
		return "", err
	}
	packed, err := pack(engine)
	if err != nil {
		return "", err
	}
	k := known{Packed: w.hashed("hoshitori", ".wasm.gz", packed), Catalogs: map[string]catalogFile{}}
	k.Engine.file, k.Engine.Size = w.hashed("hoshitori", ".wasm", engine), len(engine)
	// A host that takes the ending for a promise lets the browser unpack the file, and then the hash is that of the engine.
	k.Packed.Integrity += " " + k.Engine.Integrity
	m := manifest{Forms: map[string]map[string]any{}}
	m.Engine.File = k.Engine.File

	wanted := map[string]bool{}
	for _, name := range inline {
		wanted[name] = name != ""
	}
	all, onPaper := map[string]catalogFile{}, map[string]map[string]any{}
	for _, c := range builtin.All() {
		name := c.Ref().String()
		entry, carried, err := w.catalog(c, wanted)
		if err != nil {
			return "", err
		}
		all[name], onPaper[name] = entry, paper(c)
		if len(carried) > 0 {
			m.Forms[name], k.Catalogs[name] = carried, entry
		}
	}
	for name := range wanted {
		if wanted[name] {
			return "", fmt.Errorf("-inline: there is no form %q", name)
		}
	}
	list, err := encode(all)
	if err != nil {
		return "", err
	}
	m.List = w.hashed("catalogs", ".json", list)
	sheets, err := encode(onPaper)
	if err != nil {
		return "", err
	}
	k.Paper = w.hashed("paper", ".json", sheets)
	form, more := render.WidgetStyle()
	glue, err := glueWith(root, k, more)
	if err != nil {
		return "", err
	}
	m.Glue = w.hashed("hoshitori", ".js", glue)
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
	same := w.hashed("hoshitori-check", ".js", loader)
	w.plain("hoshitori.css", []byte(form+more))
	line := "<script type=\"module\" src=\"hoshitori.js\" integrity=\"" + same.Integrity + "\" crossorigin=\"anonymous\"></script>\n"
	tag := line + "<hoshitori-check catalog=\"sa2@3.1\" lang=\"ja\"></hoshitori-check>\n\n" +
		"Where the host lets names with a hash be cached for ever, this line starts sooner on the next visit. It is the same file:\n" +
		strings.Replace(line, "hoshitori.js", same.File, 1) +
		"\nIn a page that stands in an iframe, beside them:\n" +
		"<script src=\"hoshitori-frame.js\" integrity=\"" + integrity(frame) + "\" crossorigin=\"anonymous\"></script>\n"
	return tag, w.err
}

// catalog writes a catalogue and its forms: in each language, whole and for each target below the highest. It returns besides
// those that hoshitori.js is to carry, and takes them out of wanted.
func (w *writer) catalog(c *catalog.Checked, wanted map[string]bool) (entry catalogFile, carried map[string]any, err error) {
	name := string(c.Ref().ID) + "-" + string(c.Ref().Version)
	entry = catalogFile{file: w.hashed(name, ".json", c.JSON()), Forms: map[string]file{}}
	if list := earlier(c); len(list) > 0 {
		text, err := encode(list)
		if err != nil {
			return entry, nil, err
		}
		f := w.hashed(name+".earlier", ".json", text)
		entry.Earlier = &f
	}
	carried = map[string]any{}
	levels := c.Levels()
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		for i := range levels {
			key, stem, target := l.String(), name+"."+l.String(), ""
			if i < len(levels)-1 {
				target = levels[i].ID
				key, stem = key+":"+target, stem+"."+target
			}
			outline, err := encode(compact(render.Outline(c, render.Options{Lang: l, Target: target})))
			if err != nil {
				return entry, nil, err
			}
			entry.Forms[key] = w.hashed(stem, ".json", outline)
			if place := c.Ref().String() + ":" + key; wanted[place] {
				carried[key], carried["top"] = json.RawMessage(outline), levels[len(levels)-1].ID
				wanted[place] = false
			}
		}
	}
	return entry, carried, nil
}

// paper returns, by language, what a form that was drawn from its questions lacks on paper: in its head, and before its foot.
func paper(c *catalog.Checked) map[string]any {
	out := map[string]any{}
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		var s shapes // no question is in it
		head, foot := render.Paper(c, render.Options{Lang: l})
		parts := []any{s.node(head)}
		if foot != nil {
			parts = append(parts, s.node(foot))
		}
		out[l.String()] = parts
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
func glueWith(root string, k known, css string) ([]byte, error) {
	table, err := encode(k)
	if err != nil {
		return nil, err
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	support, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("the Go release's own wasm_exec.js: %w", err)
	}
	ours, err := script(root, "glue.js", css, map[string][]byte{"/*FILES*/ {}": table})
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

// withoutComments drops the indentation and the comment lines, but for the first ones, up to an empty comment: they name the
// licence.
func withoutComments(source []byte) []byte {
	var out []byte
	licence := true
	for _, line := range strings.Split(string(source), "\n") {
		line = strings.TrimSpace(line)
		comment := line == "" || strings.HasPrefix(line, "//") || strings.HasPrefix(line, "/**") || strings.HasPrefix(line, "* ") || line == "*/"
		licence = licence && strings.HasPrefix(line, "//") && line != "//"
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
