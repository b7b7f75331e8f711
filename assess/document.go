package assess

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// Format is the value of "format" in an assessment file.
const Format = "hoshitori/assessment/1"

// Document is an assessment as its authors wrote it. It may be wrong in every way; [Check] says how.
type Document struct {
	Catalog      CatalogRef
	Target       string // level aimed at, "" if none is chosen
	Subject      Subject
	Scope        Scope
	AssessedOn   catalog.Date
	Respondents  []Respondent
	Answers      []Answer
	Confirmation *Confirmation // nil until an expert has looked at the answers
	Declaration  *Declaration  // nil until management has declared
	Carried      []Carried
	Ext          catalog.Ext

	read *jsondoc.Value // the text it was read from, for the positions of problems; nil if built in Go
}

// CatalogRef names the catalogue edition that the answers belong to.
type CatalogRef struct {
	ID      catalog.ID
	Version catalog.Version
	Ext     catalog.Ext
}

// Ref returns the id and version.
func (r CatalogRef) Ref() catalog.Ref { return catalog.Ref{ID: r.ID, Version: r.Version} }

// Subject is the organisation that is assessed. What is empty or nil is not known.
type Subject struct {
	Name            string
	Industry        string // a code such as "manufacturing"
	Employees       *int64 // number of regular staff
	CapitalYen      *int64
	CorporateNumber string // 法人番号, 13 digits
	Ext             catalog.Ext
}

// Scope is the part of the organisation that the answers speak of.
type Scope struct {
	Text  string
	Sites []string
	Ext   catalog.Ext
}

// Respondent is someone who answered.
type Respondent struct {
	ID   string
	Role Role
	Site string
	Ext  catalog.Ext
}

// Answer is one respondent's answer to one item.
type Answer struct {
	Item       catalog.ItemID
	State      catalog.State
	Options    []string // ids of the alternatives that are in place
	Respondent string   // id of a [Respondent]; "" is a respondent of its own
	AnsweredOn catalog.Date
	Note       string
	Reason     Reason // required where the state is NotApplicable or Compensated
	Evidence   []Evidence
	Inferred   *Inferred // nil for an answer that somebody gave
	Ext        catalog.Ext
}

// Inferred says where an answer comes from that nobody gave: answers to other catalogues decided it.
type Inferred struct {
	From       []InferredFrom
	Crosswalks []string // ids of the crosswalks, and change records as "id@version>id@version", on the way, each once
	Ext        catalog.Ext
}

// InferredFrom is an answer that an inference rests on.
type InferredFrom struct {
	Catalog CatalogRef
	Item    catalog.ItemID
	State   catalog.State
	Ext     catalog.Ext
}

// Reason says why an item does not apply or how it is compensated.
type Reason struct {
	Code string
	Text string
	Ext  catalog.Ext
}

// Evidence is something that shows an answer to be true.
type Evidence struct {
	Title     string
	Where     string
	SHA256    string
	Effective catalog.Date
	Expires   catalog.Date
	Ext       catalog.Ext
}

// Confirmation is what an expert found.
type Confirmation struct {
	Expert   Expert
	Date     catalog.Date
	Digest   string // of the confirmed answers; kept, not verified by this version
	Findings []Finding
	Ext      catalog.Ext
}

// Expert is the person who confirms.
type Expert struct {
	Name          string
	Qualification string // a code such as "registered_specialist"
	Number        string
	Ext           catalog.Ext
}

// Finding is the expert's verdict on one item.
type Finding struct {
	Item    catalog.ItemID
	Verdict Verdict
	Note    string
	Ext     catalog.Ext
}

// Declaration is management's statement that the answers are true.
type Declaration struct {
	Name  string
	Title string
	Date  catalog.Date
	Ext   catalog.Ext
}

// Carried keeps what belongs to another edition and could not be carried over by a migration.
type Carried struct {
	From         CatalogRef
	Target       string // level aimed at, where the newer edition has no such level
	Answers      []Answer
	Confirmation *Confirmation
	Declaration  *Declaration
	Ext          catalog.Ext
}

// Role is what a respondent does in the firm. The zero value means "not stated".
type Role uint8

// The values of [Role].
const (
	RoleUnstated Role = iota
	Management
	IT
	Staff
	OutsideExpert
	Other
)

var roleCodes = []string{"", "management", "it", "staff", "expert", "other"}

// String returns the code that files use, "" for the zero value.
func (r Role) String() string { return jsondoc.CodeOf(roleCodes, uint8(r)) }

// Verdict is what an expert found about an item. The zero value means "not stated" and is refused.
type Verdict uint8

// The values of [Verdict].
const (
	VerdictUnstated Verdict = iota
	Accepted                // the answer stands; what does not apply, or is compensated, is settled
	Rejected                // the answer does not stand: the item counts as unmet
	Unclear                 // the expert could not tell: the confirmation is not complete
)

var verdictCodes = []string{"", "accepted", "rejected", "unclear"}

// String returns the code that files use, "" for the zero value.
func (v Verdict) String() string { return jsondoc.CodeOf(verdictCodes, uint8(v)) }

// New returns an empty assessment of the catalogue edition.
func New(ref catalog.Ref) *Document {
	return &Document{Catalog: CatalogRef{ID: ref.ID, Version: ref.Version}}
}

// Answer returns the answer of a respondent ("" for none) to an item; ok is false if there is none.
func (d *Document) Answer(item catalog.ItemID, respondent string) (a Answer, ok bool) {
	if i := d.find(item, respondent); i >= 0 {
		return d.Answers[i], true
	}
	return Answer{}, false
}

// Set gives an answer. It replaces the answer of the same respondent to the same item, or is added at the end.
func (d *Document) Set(a Answer) {
	d.read = nil // the places of the text no longer hold what they held
	if i := d.find(a.Item, a.Respondent); i >= 0 {
		d.Answers[i] = a
		return
	}
	d.Answers = append(d.Answers, a)
}

// Clear takes an answer back; the item is unanswered by that respondent afterwards.
func (d *Document) Clear(item catalog.ItemID, respondent string) {
	d.read = nil
	if i := d.find(item, respondent); i >= 0 {
		d.Answers = slices.Delete(d.Answers, i, i+1)
	}
}

func (d *Document) find(item catalog.ItemID, respondent string) int {
	return slices.IndexFunc(d.Answers, func(a Answer) bool { return a.Item == item && a.Respondent == respondent })
}

// clone returns a document whose lists and parts may be edited without changing d.
func (d *Document) clone() Document {
	out := *d
	out.Answers = slices.Clone(d.Answers)
	out.Respondents = slices.Clone(d.Respondents)
	out.Carried = slices.Clone(d.Carried)
	if d.Confirmation != nil {
		confirmation := *d.Confirmation
		confirmation.Findings = slices.Clone(confirmation.Findings)
		out.Confirmation = &confirmation
	}
	if d.Declaration != nil {
		declaration := *d.Declaration
		out.Declaration = &declaration
	}
	return out
}
