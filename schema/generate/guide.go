package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/invopop/jsonschema"
)

// GuideFile is a list to look things up in, such as warning signs or contacts. Nobody answers it.
type GuideFile struct {
	// Says that the file is a guide and in which version of the format.
	Format string `json:"format" jsonschema:"title=Format"`
	// Names the guide over all its editions. Letters, digits, hyphens, dots and underscores, at most 64.
	ID string `json:"id" jsonschema:"title=Guide id,example=contacts"`
	// The date or edition that the source states.
	Version string `json:"version" jsonschema:"title=Edition,example=2026-01"`
	// The name of the list.
	Title Text `json:"title" jsonschema:"title=Title"`
	// What the list is, for whom, and how sure it is.
	About Text `json:"about" jsonschema:"title=About"`
	// The body that publishes the source, by its official name.
	Publisher string `json:"publisher" jsonschema:"title=Publisher"`
	// The day after which someone should look whether the sources have changed.
	StaleAfter Date `json:"staleAfter,omitempty" jsonschema:"title=Stale after"`
	// The documents that the guide rests on.
	Sources []Document `json:"sources" jsonschema:"title=Sources"`
	// The parts, in the order of the source.
	Groups []Group `json:"groups" jsonschema:"title=Groups"`
	Extensible
}

// JSONSchemaExtend fixes the format.
func (GuideFile) JSONSchemaExtend(s *jsonschema.Schema) { setFormat(s, catalog.GuideFormat) }

// Group is a part of a guide.
type Group struct {
	// Names the part.
	ID string `json:"id" jsonschema:"title=Group id,example=employee"`
	// The heading.
	Title Text `json:"title" jsonschema:"title=Title"`
	// The function of NIST CSF 2.0 where the source names it.
	CSF string `json:"csf,omitempty" jsonschema:"title=NIST CSF function,example=GV"`
	// The lines.
	Entries []Entry `json:"entries" jsonschema:"title=Entries"`
	Extensible
}

// Entry is a line of a guide.
type Entry struct {
	// Names the line within the guide.
	ID string `json:"id" jsonschema:"title=Entry id,example=employee-1"`
	// What it says.
	Text Text `json:"text" jsonschema:"title=Text"`
	// Why it matters, what to do, or a caution.
	Note Text `json:"note,omitempty" jsonschema:"title=Note"`
	// Whom to ask, in a list of contacts.
	Contact Contact `json:"contact,omitempty" jsonschema:"title=Contact"`
	// Where the source states it.
	Source Clause `json:"source" jsonschema:"title=Source"`
	Extensible
}

// Contact is a place where one can ask for help.
type Contact struct {
	// The official name.
	Name string `json:"name" jsonschema:"title=Name,minLength=1"`
	// The region as an ISO 3166 code. JP is the whole country.
	Region string `json:"region" jsonschema:"title=Region,minLength=1,example=JP-23"`
	// The telephone number as the source prints it.
	Phone string `json:"phone,omitempty" jsonschema:"title=Telephone"`
	// The e-mail address.
	Email string `json:"email,omitempty" jsonschema:"title=E-mail"`
	// The web address.
	URL string `json:"url,omitempty" jsonschema:"title=Web address"`
	// The day or month of which the source speaks.
	AsOf string `json:"asOf" jsonschema:"title=As of,minLength=1,example=2026-01"`
	Extensible
}
