package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// command is one of the things that the program does.
type command struct {
	name  string
	usage string // its arguments, as the usage shows them
	least int    // number of arguments
	most  int    // -1: any number
	flags []string
	about lang.Text
	run   func(*call) problem.List
}

// commands lists the commands in the order in which one meets them.
func commands() []command {
	return []command{
		{"check", "[ID@VERSION]", 0, 1, []string{"target", "resume", "o"},
			lang.Text{JA: "質問に答えて、その場で診断します（はじめての方はこちら）", EN: "answer the questions and see the result (begin here)"}, runCheck},
		{"catalogs", "", 0, 0, nil,
			lang.Text{JA: "使えるカタログの一覧", EN: "the catalogues that are known"}, runCatalogs},
		{"guides", "", 0, 0, nil,
			lang.Text{JA: "調べるための一覧（漏えいの兆し、相談先など）", EN: "lists to look things up in (warning signs, contacts …)"}, runGuides},
		{"show", "ID@VERSION|FILE", 1, 1, nil,
			lang.Text{JA: "カタログか一覧の、一つの全体", EN: "one catalogue or list whole"}, runShow},
		{"new", "ID@VERSION", 1, 1, []string{"target"},
			lang.Text{JA: "空の回答ファイルを標準出力へ", EN: "an empty assessment file on standard output"}, runNew},
		{"form", "ID@VERSION", 1, 1, []string{"target", "fragment", "o"},
			lang.Text{JA: "印刷もできるHTMLの用紙", EN: "the HTML form, which can be printed"}, runForm},
		{"validate", "FILE…", 1, -1, nil,
			lang.Text{JA: "ファイルの形と意味を確かめます（.ndjson、.gz、.zst も）", EN: "check shape and meaning of files (.ndjson, .gz and .zst too)"}, runValidate},
		{"score", "FILE", 1, 1, nil,
			lang.Text{JA: "点数、幅、星の条件", EN: "score, range and the verdict on the star"}, runScore},
		{"explain", "FILE", 1, 1, []string{"item"},
			lang.Text{JA: "その結果になった根拠", EN: "how the result comes about"}, runExplain},
		{"gaps", "FILE", 1, 1, nil,
			lang.Text{JA: "次にすることを、役に立つ順に", EN: "what to do next, the most useful first"}, runGaps},
		{"report", "FILE", 1, 1, []string{"o"},
			lang.Text{JA: "報告書を書き出します（.html .md .csv .xlsx .svg）", EN: "write a report (.html .md .csv .xlsx .svg)"}, runReport},
		{"migrate", "FILE", 1, 1, []string{"to", "report", "o"},
			lang.Text{JA: "回答を、別の版の用紙に移します（標準出力へ）", EN: "carry answers over to another edition (to standard output)"}, runMigrate},
		{"infer", "FILE…", 1, -1, []string{"to", "target", "into", "o"},
			lang.Text{JA: "ほかの制度について、もう決まっていることと、次に答えるとよい質問", EN: "what the answers already decide in another scheme, and what to ask next"}, runInfer},
		{"compare", "A B", 2, 2, []string{"target", "at", "gate"},
			lang.Text{JA: "前の回答 A と、いまの回答 B を比べます", EN: "compare the earlier answers A with the later ones B"}, runCompare},
		{"lint", "FILE…", 1, -1, nil,
			lang.Text{JA: "作者のために、カタログなどのファイルを隅まで確かめます", EN: "check catalogue files through and through, for their authors"}, runLint},
		{"compile", "EXTENSION", 1, 1, []string{"o", "crosswalk"},
			lang.Text{JA: "上乗せ版から、カタログのファイルを作ります", EN: "make a catalogue file of an extension"}, runCompile},
		{"diff", "A B", 2, 2, []string{"record"},
			lang.Text{JA: "二つの版の違いを計算します", EN: "compute the difference between two editions"}, runDiff},
		{"official", "WORKBOOK.xlsx [ID@VERSION]", 1, 2, []string{"o"},
			lang.Text{JA: "公式ブックとカタログを照らし合わせます（-o で、公式の文言を入れたカタログを書き出します）", EN: "compare the official workbook with the catalogue (-o writes the catalogue with the official wording)"}, runOfficial},
		{"serve", "", 0, 0, []string{"addr"},
			lang.Text{JA: "部品を入れたデモのサイトを、このパソコンで開きます", EN: "serve the demo site with the widget on this computer"}, runServe},
	}
}

func findCommand(name string) (command, bool) {
	all := commands()
	i := slices.IndexFunc(all, func(c command) bool { return c.name == name })
	if i < 0 {
		return command{}, false
	}
	return all[i], true
}

// synopsis is the command as one types it.
func (c command) synopsis() string {
	s := "hoshitori " + c.name
	if c.usage != "" {
		s += " " + c.usage
	}
	for _, name := range c.flags {
		f := flagNamed(name)
		part := dashed(f)
		if f.value != "" {
			part += " " + f.value
		}
		if c.needs(name) {
			s += " " + part
		} else {
			s += " [" + part + "]"
		}
	}
	return s
}

// needs reports whether the command cannot do without the flag.
func (c command) needs(flag string) bool {
	return c.name == "report" && flag == "o" || (c.name == "migrate" || c.name == "infer") && flag == "to"
}

// fits checks a command line against what the command takes.
func (c command) fits(l line) problem.List {
	var problems problem.List
	for _, f := range flags {
		if l.has(f.name) && !slices.Contains(c.flags, f.name) && !slices.Contains(everyCommand, f.name) {
			problems = append(problems, fail(unknownFlagKind, "flag", dashed(f), "command", " "+c.name)...)
		}
	}
	if n := len(l.arguments) - 1; n < c.least || c.most >= 0 && n > c.most {
		problems = append(problems, fail(argumentsKind, "count", strconv.Itoa(n), "usage", c.synopsis())...)
	}
	for _, name := range c.flags {
		if c.needs(name) && l.value(name) == "" {
			problems = append(problems, fail(missingFlagKind, "flag", dashed(flagNamed(name)), "usage", c.synopsis())...)
		}
	}
	return problems
}

func commandNames() string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return strings.Join(names, ", ")
}
