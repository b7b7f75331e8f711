package plain

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
)

// changeWords say what became of an item from one edition to the next.
var changeWords = [...]lang.Text{
	catalog.ChangeUnstated: {},
	catalog.Kept:           {JA: "同じ", EN: "kept"},
	catalog.Reworded:       {JA: "言い方だけ変わった", EN: "reworded"},
	catalog.Tightened:      {JA: "前より厳しい", EN: "asks more"},
	catalog.Relaxed:        {JA: "前よりゆるい", EN: "asks less"},
	catalog.Split:          {JA: "分かれた", EN: "split"},
	catalog.Merged:         {JA: "まとまった", EN: "merged"},
	catalog.Moved:          {JA: "場所だけ変わった", EN: "moved"},
	catalog.Added:          {JA: "新しい", EN: "new"},
	catalog.Retired:        {JA: "なくなった", EN: "retired"},
}

func changeWord(k catalog.ChangeKind, l lang.Lang) string { return changeWords[k].In(l) }

// ids joins the names of items.
func ids(list []catalog.ItemID, l lang.Lang) string {
	out := ""
	for i, id := range list {
		if i > 0 {
			out += lang.Text{JA: "、", EN: ", "}.In(l)
		}
		out += string(id)
	}
	return out
}

// question returns an item with its question, cut to what one line of a list can take.
func question(c *catalog.Checked, id catalog.ItemID, l lang.Lang) string {
	item, ok := c.Item(id)
	if !ok {
		return string(id)
	}
	return string(id) + "  " + item.Text.In(l)
}
