package main

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/sa2v31"
)

// question is one question as every variant shows it.
type question struct {
	ID      string
	Number  string
	Text    string
	Answers []answer
}

type answer struct {
	Code   string
	Label  string
	Points int64
}

// questions returns the questions of sa2@3.1 in Japanese, without the conditions, which have no points.
func questions() []question {
	c := sa2v31.Catalog()
	var all []question
	for _, item := range c.Items() {
		if item.Kind != catalog.Question {
			continue
		}
		q := question{ID: string(item.ID), Number: item.Number, Text: item.Text.In(lang.JA)}
		for _, choice := range c.ChoicesOf(item) {
			points, _ := c.Points(choice.State)
			q.Answers = append(q.Answers, answer{choice.State.String(), choice.Label.In(lang.JA), points})
		}
		all = append(all, q)
	}
	return all
}
