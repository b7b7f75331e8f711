package main

import (
	"slices"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/hoshitori/terminal"
)

var (
	wordProgram = lang.Text{
		JA: "hoshitori（星取り）は、小さな会社がセキュリティの制度（SECURITY ACTION、SCS評価制度、TICSなど）に照らして自社を診断する命令です。",
		EN: "hoshitori checks a small firm against security schemes (SECURITY ACTION, SCS, TICS and others)."}
	wordPrivate = lang.Text{
		JA: "答えはこのパソコンの外に出ません。通信もしません。",
		EN: "Your answers do not leave this computer. There is no network traffic."}
	wordUsage     = lang.Text{JA: "使い方", EN: "Usage"}
	wordUsageLine = lang.Text{JA: "hoshitori 命令 [引数と指定]", EN: "hoshitori COMMAND [arguments and flags]"}
	wordCommands  = lang.Text{JA: "命令", EN: "Commands"}
	wordFlags     = lang.Text{JA: "指定", EN: "Flags"}
	wordAlways    = lang.Text{JA: "どの命令でも使える指定", EN: "Flags of every command"}
	wordExit      = lang.Text{JA: "終了コード", EN: "Exit codes"}
	wordStdin     = lang.Text{JA: "FILE に「-」と書くと、標準入力を読みます。", EN: "A FILE named \"-\" is standard input."}
	wordMoreHelp  = lang.Text{JA: "一つの命令について：hoshitori 命令 --help", EN: "About one command: hoshitori COMMAND --help"}
)

var exitWords = []struct {
	code string
	text lang.Text
}{
	{"0", lang.Text{JA: "できました", EN: "done"}},
	{"1", lang.Text{JA: "渡されたファイルに誤りがあります", EN: "the input is invalid"}},
	{"2", lang.Text{JA: "命令の書き方が違います（ない名前を含む）", EN: "the command line is wrong, or names something that does not exist"}},
	{"4", lang.Text{JA: "悪くなったものがあります（compare --gate）", EN: "something got worse (compare --gate)"}},
	{"5", lang.Text{JA: "読み書きができませんでした", EN: "something could not be read or written"}},
}

// usage is the text of "hoshitori --help".
func usage(p *terminal.Page, l lang.Lang) {
	p.Text(wordProgram.In(l))
	p.Text(wordPrivate.In(l))
	p.Heading(wordUsage.In(l))
	p.Item("  ", wordUsageLine.In(l))
	p.Heading(wordCommands.In(l))
	for _, c := range commands() {
		p.Item("  "+terminal.Pad(c.name, 10), c.about.In(l))
	}
	p.Heading(wordAlways.In(l))
	flagList(p, everyCommand, l)
	p.Heading(wordExit.In(l))
	for _, e := range exitWords {
		p.Item("  "+e.code+"  ", e.text.In(l))
	}
	p.Blank()
	p.Text(wordStdin.In(l))
	p.Text(wordMoreHelp.In(l))
}

// usageOf is the text of "hoshitori COMMAND --help".
func usageOf(p *terminal.Page, c command, l lang.Lang) {
	p.Text(c.about.In(l))
	p.Heading(wordUsage.In(l))
	p.Item("  ", c.synopsis())
	if len(c.flags) > 0 {
		p.Heading(wordFlags.In(l))
		flagList(p, c.flags, l)
	}
	p.Heading(wordAlways.In(l))
	flagList(p, everyCommand, l)
}

func flagList(p *terminal.Page, names []string, l lang.Lang) {
	for _, f := range flags {
		if slices.Contains(names, f.name) {
			mark := dashed(f)
			if f.value != "" {
				mark += " " + f.value
			}
			p.Item("  "+terminal.Pad(mark, 18), f.about.In(l))
		}
	}
}
