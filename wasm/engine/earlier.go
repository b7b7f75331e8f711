//go:build js && wasm

package main

import (
	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/internal/jsondoc"
)

var (
	wordMigrated = lang.Text{JA: "前の版（{version}）の答えを移しました。", EN: "The answers to the earlier edition ({version}) were carried over."}
	wordNewItems = lang.Text{JA: "新しい質問が{count}件あります。", EN: "New questions: {count}."}
	wordAskMore  = lang.Text{JA: "前より多くを求める質問が{count}件あります。", EN: "Questions that ask more than before: {count}."}
	wordAskAgain = lang.Text{JA: "ほかに、聞き方が変わり、答え直す質問が{count}件あります。", EN: "Others that ask otherwise and have to be answered again: {count}."}
	wordAside    = lang.Text{JA: "移せなかった答えも、ファイルに保存すると残ります。", EN: "Answers that could not be carried over stay in the file when you save it."}
)

// parseEarlier reads the change records that lead to the catalogue. What is not right is left out: it only means that
// answers to that edition are refused.
func parseEarlier(data string, c *catalog.Checked) []*catalog.Changes {
	list, problems := jsondoc.Parse([]byte(data))
	if !problems.OK() {
		return nil
	}
	var out []*catalog.Changes
	for i := range list.Elements {
		text := func(name string) []byte {
			v := list.Elements[i].Get(name)
			if v == nil {
				return nil
			}
			return jsondoc.AppendCanonical(nil, *v)
		}
		from, problems := catalog.Load(text("catalog"), nil)
		if !problems.OK() {
			continue
		}
		if record, problems := catalog.LoadChanges(text("changes"), from, c); problems.OK() {
			out = append(out, record)
		}
	}
	return out
}

// tellMigration says how many questions are new, how many ask more, and how many have to be answered again.
func (w *widget) tellMigration(report assess.Migration) string {
	added, more, again := 0, 0, 0
	for _, n := range report.New {
		item, _ := w.c.Item(n.Item)
		if level, ok := w.c.LevelIndex(w.target); !n.Ask || ok && !w.c.AtLevel(item, level) {
			continue
		}
		switch n.Change {
		case catalog.Added:
			added++
		case catalog.Tightened:
			more++
		default:
			again++
		}
	}
	out := wordMigrated.Fill([]lang.Arg{lang.Value("version", string(report.From.Version))}).In(w.o.Lang)
	say := func(t lang.Text, n int) {
		if n > 0 {
			if w.o.Lang == lang.EN {
				out += " "
			}
			out += t.Fill([]lang.Arg{lang.Value("count", number(n))}).In(w.o.Lang)
		}
	}
	say(wordNewItems, added)
	say(wordAskMore, more)
	say(wordAskAgain, again)
	for _, o := range report.Old {
		if o.Fate == assess.KeptAside {
			say(wordAside, 1)
			break
		}
	}
	return out
}
