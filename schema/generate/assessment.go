package main

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/invopop/jsonschema"
)

// AssessmentFile is an organisation's answers to one edition of a catalogue.
type AssessmentFile struct {
	// Says that the file is an assessment and in which version of the format.
	Format string `json:"format" jsonschema:"title=Format"`
	// The catalogue edition that the answers belong to.
	Catalog CatalogRef `json:"catalog" jsonschema:"title=Catalogue edition"`
	// The id of the level aimed at. Empty if none is chosen.
	Target string `json:"target,omitempty" jsonschema:"title=Target level,example=3"`
	// The organisation that is assessed.
	Subject Subject `json:"subject,omitempty" jsonschema:"title=Subject"`
	// The part of the organisation that the answers speak of.
	Scope Scope `json:"scope,omitempty" jsonschema:"title=Scope"`
	// The day of the assessment.
	AssessedOn Date `json:"assessedOn,omitempty" jsonschema:"title=Assessed on"`
	// Who answered.
	Respondents []Respondent `json:"respondents,omitempty" jsonschema:"title=Respondents"`
	// One answer per item and respondent. An item that is not here is unanswered.
	Answers []Answer `json:"answers" jsonschema:"title=Answers"`
	// What an expert found.
	Confirmation Confirmation `json:"confirmation,omitempty" jsonschema:"title=Confirmation"`
	// The statement of management that the answers are true.
	Declaration Declaration `json:"declaration,omitempty" jsonschema:"title=Declaration"`
	// What belongs to other editions and could not be carried over by a migration.
	Carried []Carried `json:"carried,omitempty" jsonschema:"title=Carried"`
	Extensible
}

// JSONSchemaExtend fixes the format.
func (AssessmentFile) JSONSchemaExtend(s *jsonschema.Schema) { setFormat(s, assess.Format) }

// CatalogRef names an edition of a catalogue.
type CatalogRef struct {
	// The id of the catalogue.
	ID string `json:"id" jsonschema:"title=Catalogue id,example=sa2"`
	// The edition.
	Version string `json:"version" jsonschema:"title=Edition,example=3.1"`
	Extensible
}

// Subject is the organisation that is assessed. What is left out is not known.
type Subject struct {
	// The name of the organisation.
	Name string `json:"name,omitempty" jsonschema:"title=Name,example=株式会社みほん製作所"`
	// A code for the industry.
	Industry string `json:"industry,omitempty" jsonschema:"title=Industry,example=manufacturing"`
	// The number of regular staff.
	Employees Count `json:"employees,omitempty" jsonschema:"title=Employees"`
	// The capital in yen.
	CapitalYen Count `json:"capitalYen,omitempty" jsonschema:"title=Capital in yen"`
	// The corporate number of the tax agency (13 digits).
	CorporateNumber string `json:"corporateNumber,omitempty" jsonschema:"title=Corporate number,example=1234567890123"`
	Extensible
}

// Scope is the part of the organisation that the answers speak of.
type Scope struct {
	// The scope in words.
	Text string `json:"text,omitempty" jsonschema:"title=Text,example=本社と第一工場"`
	// The ids of the sites.
	Sites []string `json:"sites,omitempty" jsonschema:"title=Sites"`
	Extensible
}

// Respondent is someone who answered.
type Respondent struct {
	// Names the respondent inside this file. A person's name is not needed.
	ID string `json:"id" jsonschema:"title=Respondent id,example=r1"`
	// What the respondent does in the firm.
	Role Role `json:"role,omitempty" jsonschema:"title=Role"`
	// The site of the respondent.
	Site string `json:"site,omitempty" jsonschema:"title=Site,example=hq"`
	Extensible
}

// Answer is one respondent's answer to one item.
type Answer struct {
	// The id of the item in the catalogue.
	Item string `json:"item" jsonschema:"title=Item id,example=4-1-3-2"`
	// The answer. What is not_applicable or compensated needs a reason.
	State State `json:"state" jsonschema:"title=State"`
	// The ids of the alternatives that are in place.
	Options []string `json:"options,omitempty" jsonschema:"title=Options"`
	// The id of a respondent. Leaving it out makes a respondent of its own.
	Respondent string `json:"respondent,omitempty" jsonschema:"title=Respondent id,example=r1"`
	// The day of the answer.
	AnsweredOn Date `json:"answeredOn,omitempty" jsonschema:"title=Answered on"`
	// A remark of the respondent.
	Note string `json:"note,omitempty" jsonschema:"title=Note"`
	// Why the item does not apply or how it is compensated.
	Reason Reason `json:"reason,omitempty" jsonschema:"title=Reason"`
	// What shows the answer to be true.
	Evidence []Evidence `json:"evidence,omitempty" jsonschema:"title=Evidence"`
	// What the answer follows from, if nobody gave it.
	Inferred Inferred `json:"inferred,omitempty" jsonschema:"title=Inferred"`
	Extensible
}

// JSONSchemaExtend asks for a reason, with something in it, where the state needs one.
func (Answer) JSONSchemaExtend(s *jsonschema.Schema) {
	state := &jsonschema.Schema{}
	for _, code := range catalog.StateCodes() {
		if value, _ := catalog.ParseState(code); assess.NeedsReason(value) {
			state.Enum = append(state.Enum, code)
		}
	}
	s.If = having("state", state)
	one := uint64(1)
	stated := &jsonschema.Schema{MinLength: &one}
	s.Then = having("reason", &jsonschema.Schema{AnyOf: []*jsonschema.Schema{having("code", stated), having("text", stated)}})
}

// having describes objects with a member of that name that fits s.
func having(name string, s *jsonschema.Schema) *jsonschema.Schema {
	p := jsonschema.NewProperties()
	p.Set(name, s)
	return &jsonschema.Schema{Properties: p, Required: []string{name}}
}

// Inferred says where an answer comes from that nobody gave. Answers to other catalogues decided it.
type Inferred struct {
	// The answers that it follows from.
	From []InferredFrom `json:"from" jsonschema:"title=From"`
	// What leads from them to this answer: the ids of crosswalks and the editions of change records.
	Crosswalks []string `json:"crosswalks,omitempty" jsonschema:"title=Crosswalks"`
	Extensible
}

// InferredFrom is an answer that another one follows from.
type InferredFrom struct {
	// The catalogue edition that it answers.
	Catalog CatalogRef `json:"catalog" jsonschema:"title=Catalogue edition"`
	// The id of the item there.
	Item string `json:"item" jsonschema:"title=Item id,example=11"`
	// The answer.
	State State `json:"state" jsonschema:"title=State"`
	Extensible
}

// Reason says why an item does not apply or how it is compensated. Where a reason is needed, the code or the text is.
type Reason struct {
	// A code for the reason.
	Code string `json:"code,omitempty" jsonschema:"title=Code,example=out_of_scope"`
	// The reason in words.
	Text string `json:"text,omitempty" jsonschema:"title=Text"`
	Extensible
}

// Evidence is something that shows an answer to be true.
type Evidence struct {
	// What it is.
	Title string `json:"title,omitempty" jsonschema:"title=Title,example=バックアップの手順書"`
	// Where it is kept.
	Where string `json:"where,omitempty" jsonschema:"title=Where"`
	// The digest of the file, in hexadecimal digits.
	SHA256 string `json:"sha256,omitempty" jsonschema:"title=SHA-256"`
	// The first day on which it holds.
	Effective Date `json:"effective,omitempty" jsonschema:"title=Effective"`
	// The last day on which it holds.
	Expires Date `json:"expires,omitempty" jsonschema:"title=Expires"`
	Extensible
}

// Confirmation is what an expert found.
type Confirmation struct {
	// The person who confirms.
	Expert Expert `json:"expert,omitempty" jsonschema:"title=Expert"`
	// The day of the confirmation.
	Date Date `json:"date,omitempty" jsonschema:"title=Date"`
	// The digest of the answers that were confirmed.
	Digest string `json:"digest,omitempty" jsonschema:"title=Digest"`
	// The verdicts on single items.
	Findings []Finding `json:"findings,omitempty" jsonschema:"title=Findings"`
	Extensible
}

// Expert is the person who confirms.
type Expert struct {
	// The name of the expert.
	Name string `json:"name,omitempty" jsonschema:"title=Name"`
	// A code for the qualification.
	Qualification string `json:"qualification,omitempty" jsonschema:"title=Qualification,example=registered_specialist"`
	// The number of the registration.
	Number string `json:"number,omitempty" jsonschema:"title=Number"`
	Extensible
}

// Finding is the expert's verdict on one item.
type Finding struct {
	// The id of the item.
	Item string `json:"item" jsonschema:"title=Item id,example=4-1-3-2"`
	// The verdict.
	Verdict Verdict `json:"verdict" jsonschema:"title=Verdict"`
	// A remark of the expert.
	Note string `json:"note,omitempty" jsonschema:"title=Note"`
	Extensible
}

// Declaration is the statement of management that the answers are true.
type Declaration struct {
	// Who declares.
	Name string `json:"name,omitempty" jsonschema:"title=Name"`
	// The position of that person.
	Title string `json:"title,omitempty" jsonschema:"title=Position,example=代表取締役"`
	// The day of the declaration.
	Date Date `json:"date,omitempty" jsonschema:"title=Date"`
	Extensible
}

// Carried keeps what belongs to another edition and could not be carried over by a migration.
type Carried struct {
	// The edition that the answers belong to.
	From CatalogRef `json:"from" jsonschema:"title=From"`
	// The level aimed at, where the later edition does not have it.
	Target string `json:"target,omitempty" jsonschema:"title=Target level,example=3"`
	// The answers as they were.
	Answers []Answer `json:"answers" jsonschema:"title=Answers"`
	// What an expert found about that edition.
	Confirmation Confirmation `json:"confirmation,omitempty" jsonschema:"title=Confirmation"`
	// The statement of management about that edition.
	Declaration Declaration `json:"declaration,omitempty" jsonschema:"title=Declaration"`
	Extensible
}

// Role is what a respondent does in the firm.
type Role string

// JSONSchema lists the roles.
func (Role) JSONSchema() *jsonschema.Schema {
	return codes("What a respondent does in the firm.", codesOf(assess.Management)...)
}

// Verdict is what an expert found about an item.
type Verdict string

// JSONSchema lists the verdicts.
func (Verdict) JSONSchema() *jsonschema.Schema {
	return codes("What an expert found about an item.", codesOf(assess.Accepted)...)
}
