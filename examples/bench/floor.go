package main

import (
	_ "embed" // for the floor's page and script
	"html/template"
)

// floor is the least that shows the questions and a sum: static HTML and a few lines of script. Nothing can be earlier.
var floor = variant{name: "plain HTML", page: "/floor/", ready: "bench-ready", write: writeFloor}

//go:embed floor.html
var floorSource string

//go:embed floor.js
var floorScript []byte

var floorPage = template.Must(template.New("floor").Parse(floorSource))

func writeFloor(s *site) error {
	script, err := s.addHashed("/floor/floor.js", floorScript)
	if err != nil {
		return err
	}
	body, err := fill(floorPage, map[string]any{"Questions": s.questions, "Script": script})
	if err != nil {
		return err
	}
	return s.addPage("/floor/index.html", "", body)
}
