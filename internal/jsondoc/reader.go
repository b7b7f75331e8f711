package jsondoc

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// MaxProblems is how many problems a [Reader] keeps; of the rest it says how many there were.
const MaxProblems = 200

// Reader takes a document apart and collects what is wrong with it.
type Reader struct {
	problems problem.List
	more     int  // problems beyond MaxProblems
	refuse   bool // one of those is an error
}

// Report adds a problem with the value at pointer.
func (r *Reader) Report(kind *problem.Kind, at problem.Position, pointer string, args ...lang.Arg) {
	r.Add(problem.Problem{Kind: kind, Position: at, Pointer: pointer, Args: args})
}

// Add adds problems that were found elsewhere.
func (r *Reader) Add(problems ...problem.Problem) {
	for _, p := range problems {
		if len(r.problems) < MaxProblems {
			r.problems = append(r.problems, p)
		} else {
			r.more++
			r.refuse = r.refuse || p.Kind.Severity == problem.Error
		}
	}
}

// Problems returns what was found, in the order of places.
func (r *Reader) Problems() problem.List {
	r.problems.Sort()
	if r.more == 0 {
		return r.problems
	}
	kind := MoreWarningsKind
	if r.refuse {
		kind = MoreKind
	}
	return append(r.problems, problem.Problem{Kind: kind,
		Args: []lang.Arg{lang.Value("count", strconv.Itoa(r.more))}})
}

// Read reads a file of one of our formats: it calls read with the members of the document, unless the text is no JSON or
// says that it is of another format. The value is nil if the text is no JSON.
func Read(data []byte, format string, read func(*Fields)) (*Value, problem.List) {
	value, problems := Parse(data)
	if !problems.OK() {
		return nil, problems
	}
	r := &Reader{}
	r.Add(problems...)
	if f := r.Open(&value, ""); f.Format(format) {
		read(f)
	}
	return &value, r.Problems()
}

// Fields are the members of one object, each to be asked for by name. Those nobody asked for are reported by
// [Fields.Close]. A nil *Fields stands for an object that is not there: all its members are absent.
type Fields struct {
	r        *Reader
	value    *Value
	Pointer  string
	asked    []string
	Position problem.Position
}

// Open returns the members of v, or nil after reporting that v is no object.
func (r *Reader) Open(v *Value, pointer string) *Fields {
	if v.Type != Object {
		r.wrongType(v, pointer, Object)
		return nil
	}
	return &Fields{r: r, value: v, Pointer: pointer, asked: make([]string, 0, len(v.Members)+4), Position: v.Position}
}

// typeNames is what a person calls a JSON type.
var typeNames = [...]lang.Text{
	Absent: {JA: "何もない値", EN: "nothing"},
	Null:   {JA: "null", EN: "null"},
	Bool:   {JA: "true/false", EN: "true or false"},
	Number: {JA: "数", EN: "a number"},
	String: {JA: "文字列", EN: "a string"},
	Array:  {JA: "配列[ ]", EN: "an array"},
	Object: {JA: "オブジェクト{ }", EN: "an object"},
}

func (r *Reader) wrongType(v *Value, pointer string, want Type) {
	r.Report(TypeKind, v.Position, pointer, lang.Arg{Name: "want", Text: typeNames[want]}, lang.Arg{Name: "got", Text: typeNames[v.Type]})
}

// get returns the member of that name and type, or nil; a wrong type is reported.
func (f *Fields) get(name string, want Type) *Value {
	if f == nil {
		return nil
	}
	f.asked = append(f.asked, name)
	v := f.value.Get(name)
	if v != nil && v.Type != want {
		f.r.wrongType(v, f.at(name), want)
		return nil
	}
	return v
}

func (f *Fields) at(name string) string { return f.Pointer + "/" + EscapePointer(name) }

// Require reports each of the names that is missing.
func (f *Fields) Require(names ...string) {
	if f == nil {
		return
	}
	for _, name := range names {
		if f.value.Get(name) == nil {
			f.r.Report(MissingKind, f.value.Position, f.Pointer, lang.Value("name", name))
		}
	}
}

// Names returns the names of all members, in the order of the text.
func (f *Fields) Names() []string {
	if f == nil {
		return nil
	}
	out := make([]string, len(f.value.Members))
	for i := range f.value.Members {
		out[i] = f.value.Members[i].Name
	}
	return out
}

// Has reports whether there is a member of that name.
func (f *Fields) Has(name string) bool { return f != nil && f.value.Get(name) != nil }

// Report adds a problem with the member of that name.
func (f *Fields) Report(kind *problem.Kind, name string, args ...lang.Arg) {
	if f == nil {
		return
	}
	at, pointer := f.value.Position, f.Pointer
	if v := f.value.Get(name); v != nil {
		at, pointer = v.Position, f.at(name)
	}
	f.r.Report(kind, at, pointer, args...)
}

// String returns a string member, "" where there is none.
func (f *Fields) String(name string) string {
	if v := f.get(name, String); v != nil {
		return v.Text
	}
	return ""
}

// Int returns a member that is a whole number, and whether it is there.
func (f *Fields) Int(name string) (int64, bool) {
	v := f.get(name, Number)
	if v == nil {
		return 0, false
	}
	n, err := strconv.ParseInt(v.Text, 10, 64)
	if err != nil {
		f.Report(ValueKind, name, lang.Value("value", v.Text),
			lang.Arg{Name: "allowed", Text: lang.Text{JA: "整数", EN: "a whole number"}})
		return 0, false
	}
	return n, true
}

// Date returns a member that is a date of the form YYYY-MM-DD, "" where there is none.
func (f *Fields) Date(name string) string {
	s := f.String(name)
	if s != "" && !IsDate(s) {
		f.Report(DateKind, name, lang.Value("value", s))
	}
	return s
}

// Text returns a text in two languages; the zero Text where there is none.
func (f *Fields) Text(name string) lang.Text {
	return f.Fields(name).text()
}

func (f *Fields) text() lang.Text {
	t := lang.Text{JA: f.String("ja"), EN: f.String("en"), Ext: f.Ext()}
	f.Close()
	return t
}

// Texts returns an array of texts.
func (f *Fields) Texts(name string) []lang.Text {
	var out []lang.Text
	for _, e := range f.Objects(name) {
		out = append(out, e.text())
	}
	return out
}

// Strings returns an array of strings.
func (f *Fields) Strings(name string) []string {
	v := f.get(name, Array)
	if v == nil {
		return nil
	}
	var out []string
	for i := range v.Elements {
		e := &v.Elements[i]
		if e.Type != String {
			f.r.wrongType(e, f.at(name)+"/"+strconv.Itoa(i), String)
			continue
		}
		out = append(out, e.Text)
	}
	return out
}

// StringOrStrings returns a member that is either one string or an array of them.
func (f *Fields) StringOrStrings(name string) []string {
	if f != nil {
		if v := f.value.Get(name); v != nil && v.Type == String {
			return []string{f.String(name)}
		}
	}
	return f.Strings(name)
}

// Fields returns an object member, nil where there is none.
func (f *Fields) Fields(name string) *Fields {
	if v := f.get(name, Object); v != nil {
		return f.r.Open(v, f.at(name))
	}
	return nil
}

// Objects returns the elements of an array of objects.
func (f *Fields) Objects(name string) []*Fields {
	v := f.get(name, Array)
	if v == nil {
		return nil
	}
	out := make([]*Fields, 0, len(v.Elements))
	for i := range v.Elements {
		if e := f.r.Open(&v.Elements[i], f.at(name)+"/"+strconv.Itoa(i)); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// Each reads an array of objects and closes each of them.
func Each[T any](f *Fields, name string, read func(*Fields) T) []T {
	var out []T
	for _, e := range f.Objects(name) {
		out = append(out, read(e))
		e.Close()
	}
	return out
}

// Ext returns the canonical text of the member "ext", which every object of our formats may have, "" where there is none.
func (f *Fields) Ext() string {
	if v := f.get("ext", Object); v != nil {
		return string(AppendCanonical(nil, *v))
	}
	return ""
}

// Raw returns a member of any type as it is, nil where there is none.
func (f *Fields) Raw(name string) *Value {
	if f == nil {
		return nil
	}
	f.asked = append(f.asked, name)
	return f.value.Get(name)
}

// Code returns the index in codes of a string member, or -1 where there is none or after reporting that it is not one of
// them.
func (f *Fields) Code(name string, codes []string) int {
	v := f.get(name, String)
	if v == nil {
		return -1
	}
	for i, c := range codes {
		if c == v.Text && c != "" {
			return i
		}
	}
	f.Report(ValueKind, name, lang.Value("value", v.Text), Allowed(codes))
	return -1
}

// CodeOf returns the code of a value of a closed set. A number outside the set can only come from a conversion; it has no
// code, and no file can be written with it.
func CodeOf(codes []string, v uint8) string {
	if int(v) < len(codes) {
		return codes[v]
	}
	return ""
}

// Allowed is the argument "allowed" of a message: the codes of a closed set, without the empty one.
func Allowed(codes []string) lang.Arg {
	all := ""
	for _, c := range codes {
		if c == "" {
			continue
		}
		if all != "" {
			all += ", "
		}
		all += c
	}
	return lang.Value("allowed", all)
}

// Format checks the member "format", which must be want. It returns false if nothing else is worth reading.
func (f *Fields) Format(want string) bool {
	if f == nil {
		return false
	}
	f.Require("format")
	if !f.Has("format") {
		return true // reported as missing; the rest may be read all the same
	}
	got := f.get("format", String)
	if got == nil {
		return false
	}
	if got.Text == want {
		return true
	}
	f.Report(FormatKind, "format", lang.Value("want", want), lang.Value("got", got.Text))
	return false
}

// Close reports the members that were not asked for.
func (f *Fields) Close() {
	if f == nil {
		return
	}
members:
	for i := range f.value.Members {
		m := &f.value.Members[i]
		for _, a := range f.asked {
			if a == m.Name {
				continue members
			}
		}
		f.r.Report(UnknownKeyKind, m.Position, f.at(m.Name), lang.Value("name", m.Name))
	}
}

// IsDate reports whether s is a day of the Gregorian calendar, written YYYY-MM-DD.
func IsDate(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	number := func(s string) int {
		n := 0
		for i := range len(s) {
			if s[i] < '0' || s[i] > '9' {
				return -1
			}
			n = n*10 + int(s[i]-'0')
		}
		return n
	}
	y, m, d := number(s[:4]), number(s[5:7]), number(s[8:])
	if y < 1 || m < 1 || m > 12 || d < 1 {
		return false
	}
	return d <= DaysIn(y, m)
}

// DaysIn returns how many days a month of the Gregorian calendar has; months count from 1 to 12.
func DaysIn(year, month int) int {
	if month == 2 && (year%4 == 0 && year%100 != 0 || year%400 == 0) {
		return 29
	}
	return [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}
