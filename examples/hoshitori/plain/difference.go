package plain

import (
	"strings"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
)

var (
	wordComputed = lang.Text{JA: "{from} と {to} の違い（計算したもの）", EN: "Difference between {from} and {to}, computed"}
	wordGuess    = lang.Text{JA: "言葉が変わった項目の「厳しい」「ゆるい」「言い方だけ」は、目安です。作者が確かめて、変更の記録に書きます。",
		EN: "Where words differ, \"asks more\", \"asks less\" and \"reworded\" are guesses: the author confirms them in the change record."}
	wordParts   = lang.Text{JA: "項目のほかに違うところ：{parts}", EN: "Beside the items, these differ: {parts}"}
	wordDiffers = lang.Text{JA: "（{members}）", EN: " ({members})"}
)

// Difference writes what a program can see between two editions. Items that are kept are only counted.
func Difference(p *terminal.Page, d catalog.Difference, from, to *catalog.Checked, l lang.Lang) {
	p.Strong("", say(l, wordComputed, "from", d.From.String(), "to", d.To.String()))
	p.Text(wordGuess.In(l))
	if len(d.Parts) > 0 {
		p.Text(say(l, wordParts, "parts", strings.Join(d.Parts, ", ")))
	}
	for kind := catalog.Kept; kind <= catalog.Retired; kind++ {
		var list []catalog.ItemDifference
		for _, item := range d.Items {
			if item.Kind() == kind {
				list = append(list, item)
			}
		}
		if len(list) == 0 {
			continue
		}
		p.Heading(changeWord(kind, l) + "  " + say(l, wordItemCount, "count", number(int64(len(list)))))
		if kind == catalog.Kept {
			continue
		}
		for _, item := range list {
			p.Item("  ", differenceLine(item, from, to, l))
		}
	}
}

func differenceLine(d catalog.ItemDifference, from, to *catalog.Checked, l lang.Lang) string {
	line := ""
	switch {
	case d.To == "":
		return question(from, d.From, l)
	case d.From == "":
		return question(to, d.To, l)
	case d.From != d.To:
		line = string(d.From) + " → "
	}
	line += question(to, d.To, l)
	members := append(append([]string(nil), d.Asks...), d.Place...)
	return line + say(l, wordDiffers, "members", strings.Join(members, ", "))
}
