package plain

import (
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
	"github.com/hoshitori/hoshitori/score"
)

var (
	wordCompared    = lang.Text{JA: "前回（{before}）と今回（{after}）の比べ", EN: "Earlier ({before}) and later ({after}) answers compared"}
	wordNoDate      = lang.Text{JA: "日付なし", EN: "no date"}
	wordComparable  = lang.Text{JA: "同じ版どうしなので、そのまま比べられます。", EN: "Both are of the same edition and can be compared as they are."}
	wordMigratedFor = lang.Text{JA: "版が違うので、前回の答えを {to} に移してから比べました。移せなかった項目は「新しく聞く項目」です。", EN: "The editions differ: the earlier answers were carried over to {to} first. What could not be carried is listed as newly asked."}
	wordCaveats     = lang.Text{JA: "比べるときに気をつけること", EN: "Mind when comparing"}
	wordScoreChange = lang.Text{JA: "点数：{before}点 → {after}点", EN: "Score: {before} → {after}"}
	wordLevelChange = lang.Text{JA: "「{level}」の条件：{before} → {after}", EN: "Criteria of \"{level}\": {before} → {after}"}
	wordNothingElse = lang.Text{JA: "ほかの{count}項目は変わりません。", EN: "The other {count} items are unchanged."}
	wordAllSame     = lang.Text{JA: "変わったところはありません。", EN: "Nothing has changed."}
	wordGotWorse    = lang.Text{JA: "悪くなったものがあります。", EN: "Something got worse."}
	wordNotWorse    = lang.Text{JA: "悪くなったものはありません。", EN: "Nothing got worse."}
	wordLapsed      = lang.Text{JA: "期限が切れたもの", EN: "Lapsed"}
	wordLapseProof  = lang.Text{JA: "{date}から、示したものの期限が切れています。", EN: "Its evidence is out of date since {date}."}
	wordLapseDue    = lang.Text{JA: "{date}に、もう一度行う時期が来ています。", EN: "It was due again on {date}."}
)

var trendWords = [...]lang.Text{
	score.TrendUnstated: {},
	score.Same:          {JA: "同じ", EN: "Unchanged"},
	score.Better:        {JA: "良くなった項目", EN: "Better"},
	score.Worse:         {JA: "悪くなった項目", EN: "Worse"},
	score.Clearer:       {JA: "していないとわかった項目（前は未回答など）", EN: "Now known not to be met (open before)"},
	score.New:           {JA: "新しく聞く項目", EN: "Newly asked"},
	score.Gone:          {JA: "聞かなくなった項目", EN: "No longer asked"},
}

var caveatWords = map[score.ReasonCode]lang.Text{
	score.ReasonOtherEdition:    {JA: "前回は {from}、今回は {to} の回答です。", EN: "The earlier answers are to {from}, the later ones to {to}."},
	score.ReasonOtherDigest:     {JA: "同じ版の名前ですが、カタログの中身が違います。", EN: "The edition has the same name, but the catalogue files differ."},
	score.ReasonNoName:          {JA: "会社名がないファイルがあり、同じ会社かどうかは確かめられません。", EN: "A file names no organisation, so it cannot be checked that both are of the same one."},
	score.ReasonOtherScope:      {JA: "答えの対象にした範囲が違います。", EN: "They speak of different parts of the organisation."},
	score.ReasonOtherTarget:     {JA: "目ざす段階が違います（前回「{before}」、今回「{after}」）。", EN: "They aim at different levels (\"{before}\", then \"{after}\")."},
	score.ReasonOtherRespondent: {JA: "答えた人の顔ぶれが違います。", EN: "Different people answered."},
	score.ReasonEarlier:         {JA: "今回のほうが、前回より古い日付です。順番を確かめてください。", EN: "The second is dated earlier than the first; check the order."},
}

// Comparison writes what became of answers, what got worse first.
func Comparison(p *terminal.Page, m score.Comparison, before, after *catalog.Checked, l lang.Lang) {
	date := func(d catalog.Date) string {
		if d == "" {
			return wordNoDate.In(l)
		}
		return string(d)
	}
	p.Strong("", say(l, wordCompared, "before", date(m.Before.AssessedOn), "after", date(m.After.AssessedOn)))
	p.Text(after.Title().In(l) + "  " + after.Ref().String())
	if len(m.Migrated) == 0 {
		p.Text(wordComparable.In(l))
	} else {
		p.Text(say(l, wordMigratedFor, "to", after.Ref().String()))
	}
	if len(m.Caveats) > 0 {
		p.Heading(wordCaveats.In(l))
		for _, c := range m.Caveats {
			p.Warn("  ! ", reasonText(caveatWords[c.Code], c, l))
		}
	}
	p.Heading(wordLevels.In(l))
	if m.Points != nil {
		p.Item("  ", say(l, wordScoreChange, "before", number(m.Points.Before.Score), "after", number(m.Points.After.Score)))
	}
	for i, level := range after.Levels() {
		change := m.Levels[i]
		p.Item("  ", say(l, wordLevelChange, "level", level.Title.In(l), "before", outcomeWords[change.Before.String()].In(l), "after", outcomeWords[change.After.String()].In(l)))
	}
	changes(p, m, before, after, l)
	if len(m.Lapses) > 0 {
		p.Heading(wordLapsed.In(l))
		for _, lapse := range m.Lapses {
			word := wordLapseDue
			if lapse.Reason == score.ReasonEvidenceExpired {
				word = wordLapseProof
			}
			p.Warn("  ! ", question(after, lapse.Item, l))
			p.Item("    ", say(l, word, "date", string(lapse.On)))
		}
	}
	p.Blank()
	if m.GotWorse {
		p.Warn("", wordGotWorse.In(l))
	} else {
		p.Text(wordNotWorse.In(l))
	}
}

func changes(p *terminal.Page, m score.Comparison, before, after *catalog.Checked, l lang.Lang) {
	same := 0
	for _, trend := range []score.Trend{score.Worse, score.Better, score.Clearer, score.New, score.Gone} {
		first := true
		for _, item := range m.Items {
			if item.Trend != trend {
				continue
			}
			if first {
				p.Heading(trendWords[trend].In(l))
				first = false
			}
			c := after
			if trend == score.Gone {
				c = before
			}
			p.Item("  ・", question(c, item.Item, l))
			if line := stateChange(item, before, after, l); line != "" {
				p.Item("    ", line)
			}
		}
	}
	for _, item := range m.Items {
		if item.Trend == score.Same {
			same++
		}
	}
	p.Blank()
	if same == len(m.Items) {
		p.Text(wordAllSame.In(l))
	} else if same > 0 {
		p.Text(say(l, wordNothingElse, "count", count(same)))
	}
}

func stateChange(item score.ItemChange, before, after *catalog.Checked, l lang.Lang) string {
	if item.Trend == score.New || item.Trend == score.Gone || item.Before == item.After {
		return ""
	}
	return stateLabel(before, item.Before, l) + " → " + stateLabel(after, item.After, l)
}

func stateLabel(c *catalog.Checked, s catalog.State, l lang.Lang) string {
	for _, choice := range c.Choices() {
		if choice.State == s {
			return choice.Label.In(l)
		}
	}
	return lang.Text{JA: "未回答", EN: "not answered"}.In(l)
}

func reasonText(t lang.Text, r score.Reason, l lang.Lang) string {
	args := make([]lang.Arg, 0, len(r.Args))
	for _, a := range r.Args {
		args = append(args, lang.Value(a.Name, a.Value))
	}
	return t.Fill(args).In(l)
}
