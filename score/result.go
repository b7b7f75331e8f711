package score

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

// Format is the value of "format" in a result file.
const Format = "hoshitori/result/1"

// Options are the settings of [Evaluate]. The zero value takes the target from the assessment and combines by [Worst].
type Options struct {
	Target  string  // level that totals, sections and gaps are limited to; "" takes the assessment's own
	Combine Combine // how several answers to one item become one
}

// Combine is the rule by which the answers of several respondents to one item become one. The zero value is [Worst].
type Combine uint8

// The values of [Combine].
const (
	// Worst takes the answer that is worth least: unknown, then what waits for an expert, then unmet, partial and met.
	Worst Combine = iota
)

// String returns the code that results use.
func (c Combine) String() string { return "worst" }

// Result is what the answers amount to.
type Result struct {
	Catalog      Catalog
	Target       string
	Combine      Combine
	Completeness Completeness
	Points       *Points // nil in a catalogue without points
	Levels       []Level
	Sections     []Section
	Gaps         []Gap
	Explanation  Node
}

// Catalog says which edition the result speaks of.
type Catalog struct {
	ID           catalog.ID
	Version      catalog.Version
	Status       catalog.Status
	SupersededBy catalog.Version
	Digest       string // of the catalogue file, "" if the host gave no hash
}

// Completeness counts the items by whether they were answered. The four parts add up to Total.
type Completeness struct {
	Total         int
	Answered      int // met, partial, unmet or compensated
	Unknown       int
	Unanswered    int
	NotApplicable int
}

// Points is the score of the questions with its bounds.
type Points struct {
	Score int64 // the scheme's own sum over what has been answered so far
	Low   int64 // least score over all true answers that open questions can still take
	High  int64 // greatest such score
	Max   int64 // score if everything were met
	// Score may lie below Low, because a scheme can count "unknown" below "unmet".

	Band     string // of Score
	BandLow  string // of Low
	BandHigh string // of High
}

// Outcome is the verdict on the criteria of a level, or on one item of it. The zero value means "not stated".
type Outcome uint8

// The values of [Outcome].
const (
	OutcomeUnstated Outcome = iota
	OutcomeMet
	OutcomeOpen // some completion of the answers meets it and some does not
	OutcomeUnmet
)

var outcomeCodes = []string{"", "met", "open", "unmet"}

// String returns the code that results use.
func (o Outcome) String() string { return jsondoc.CodeOf(outcomeCodes, uint8(o)) }

// Assurance says whose word a result is. The zero value means "not stated".
type Assurance uint8

// The values of [Assurance].
const (
	AssuranceUnstated Assurance = iota
	Self                        // the firm's own
	ExpertConfirmed             // the assessment file holds an expert's confirmation without reservations
	ThirdParty                  // a third party evaluated; no assessment file can show that today
)

var assuranceCodes = []string{"", "self", "expert_confirmed", "third_party"}

// String returns the code that results use.
func (a Assurance) String() string { return jsondoc.CodeOf(assuranceCodes, uint8(a)) }

// Level is the verdict on one level of the scheme.
type Level struct {
	ID       string
	Criteria Outcome // of the criteria only; see Remaining for the star
	Total    int     // items that the rules of the level look at
	Met      int
	Unmet    int
	Open     int
	Blocking []catalog.ItemID // the unmet items
	Deciding []catalog.ItemID // the open items on which an open verdict hangs; none once it is decided
	// Remaining names what the scheme still asks beside its criteria before the star may be claimed. Nobody may say
	// that the star is held while something remains, and what a file cannot show remains for ever.
	Remaining   []catalog.Need
	Assurance   Assurance
	Explanation Node
}

// Section counts the items of a section and of those below it, by the state that was answered: an answer that an expert
// rejected is counted as it was given.
type Section struct {
	ID            string
	Total         int
	Met           int
	Partial       int
	Unmet         int
	Unknown       int
	Unanswered    int
	NotApplicable int
	Compensated   int
}

// Gap is an item that is not yet settled as met.
type Gap struct {
	Item     catalog.ItemID
	State    catalog.State
	Priority int // 1 is the first to close
	Reasons  []Reason
}

// Reason says why an item is a gap and why it stands where it stands.
type Reason struct {
	Code ReasonCode
	Args []Arg // sorted by name
}

// Arg is a value that belongs to a reason: a number of points, the id of a level.
type Arg struct{ Name, Value string }

// ReasonCode is the code of a [Reason].
type ReasonCode string

// The reason codes.
const (
	ReasonUnmet           ReasonCode = "unmet"            // the measure is not in place
	ReasonPartial         ReasonCode = "partial"          // it is in place in part
	ReasonUnknown         ReasonCode = "unknown"          // nobody who answered knows
	ReasonUnanswered      ReasonCode = "unanswered"       // nobody answered
	ReasonNeedsAcceptance ReasonCode = "needs-acceptance" // an expert has to accept that it does not apply or is compensated
	ReasonRejected        ReasonCode = "rejected"         // an expert rejected the answer
	ReasonGain            ReasonCode = "gain"             // closing it brings "points" points
	ReasonBlocks          ReasonCode = "blocks-level"     // it keeps the criteria of "level" from being met
	ReasonDecides         ReasonCode = "decides-level"    // the verdict on "level" is open because of it
)

// Node is a step of an explanation: a claim and what it rests on.
type Node struct {
	ID       string // unique in the tree
	Kind     NodeKind
	Value    string // the claim: a band, a number of points, or an outcome
	Low      string // bounds of a number of points, or of a band; "" elsewhere
	High     string
	Rule     string // how the value follows from the children, or from the answers
	Clause   Clause
	Item     catalog.ItemID // on leaves: the item
	State    catalog.State  // on leaves: what the answers combine to; Unanswered if there are none
	Given    []Given        // on leaves: the answers
	Finding  string         // on leaves: the expert's verdict, "" if there is none
	Children []Node
}

// Given is one respondent's answer as an explanation cites it.
type Given struct {
	Respondent string
	State      catalog.State
}

// Clause is a place in a source document.
type Clause struct {
	Source string // id of the document in the catalogue
	Clause string // number, page or heading there
}

// NodeKind says what a node claims.
type NodeKind string

// The kinds of node, from the root to the leaves.
const (
	NodeBand         NodeKind = "band"         // the band of the score
	NodeScore        NodeKind = "score"        // the sum of the points
	NodeSection      NodeKind = "section"      // the points of one section
	NodeContribution NodeKind = "contribution" // the points of one question: a leaf
	NodeVerdict      NodeKind = "verdict"      // the verdict on a level
	NodeRule         NodeKind = "rule"         // the verdict of one of its rules
	NodeItem         NodeKind = "item"         // the outcome of one item under that rule: a leaf
)
