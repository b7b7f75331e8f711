package main

import (
	"slices"
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// flag describes one flag. A flag means the same in every command that has it.
type flag struct {
	name    string
	value   string // what stands after it, in the words of the usage; "" if nothing does
	repeats bool
	about   lang.Text
}

var flags = []flag{
	{name: "json", about: lang.Text{JA: "結果も問題も、JSONで標準出力に書きます", EN: "write results and problems as JSON on standard output"}},
	{name: "lang", value: "ja|en", about: lang.Text{JA: "言葉を選びます（指定がなければ LANG、それもなければ日本語）", EN: "language (default: from LANG, else Japanese)"}},
	{name: "catalog", value: "F", repeats: true, about: lang.Text{JA: "カタログ、上乗せ版、変更の記録、対応表のファイルを加えます（何度でも）", EN: "add a catalogue, extension, change record or crosswalk file (repeatable)"}},
	{name: "help", about: lang.Text{JA: "使い方を見せます", EN: "show this text"}},
	{name: "o", value: "F", about: lang.Text{JA: "書き出すファイル", EN: "file to write"}},
	{name: "target", value: "L", about: lang.Text{JA: "目ざす段階", EN: "level aimed at"}},
	{name: "item", value: "I", about: lang.Text{JA: "一つの項目だけを説明します", EN: "explain one item only"}},
	{name: "fragment", about: lang.Text{JA: "部品のタグの中に貼る断片だけを書きます", EN: "write only the fragment to paste between the widget's tags"}},
	{name: "addr", value: "HOST:PORT", about: lang.Text{JA: "待ち受ける場所（指定がなければ 127.0.0.1:8080）", EN: "where to listen (default 127.0.0.1:8080)"}},
	{name: "to", value: "ID@VERSION", about: lang.Text{JA: "移す先、または調べる先のカタログ", EN: "catalogue to lead to"}},
	{name: "report", value: "F", about: lang.Text{JA: "項目ごとの扱いを、JSONで書き出すファイル", EN: "file for the verdict on each item, as JSON"}},
	{name: "into", value: "F", about: lang.Text{JA: "すでにある回答。その答えは書きかえません", EN: "answers that are there already; they are never replaced"}},
	{name: "crosswalk", value: "F", about: lang.Text{JA: "土台との対応表を書き出すファイル", EN: "file for the crosswalk to the base"}},
	{name: "record", value: "F", about: lang.Text{JA: "変更の記録の下書きを書き出すファイル", EN: "file for a draft of the change record"}},
	{name: "at", value: "DATE", about: lang.Text{JA: "この日に期限が切れているものも調べます", EN: "also look at what has lapsed on that day"}},
	{name: "gate", about: lang.Text{JA: "悪くなったものがあれば、終了コードを4にします", EN: "exit with code 4 if something got worse"}},
	{name: "resume", value: "F", about: lang.Text{JA: "前に保存した回答の続きから始めます", EN: "continue with answers that were saved before"}},
}

func flagNamed(name string) flag {
	return flags[slices.IndexFunc(flags, func(f flag) bool { return f.name == name })]
}

// everyCommand are the flags that every command has.
var everyCommand = []string{"json", "lang", "catalog", "help"}

// line is a command line taken apart.
type line struct {
	arguments []string // the first is the command
	values    map[string][]string
}

func (l line) has(name string) bool { return len(l.values[name]) > 0 }

// value returns what was given for a flag, "" if nothing was.
func (l line) value(name string) string {
	if !l.has(name) {
		return ""
	}
	return l.values[name][0]
}

// parseLine takes a command line apart. Flags may stand anywhere; "--" ends them; "-" is an argument. It reads on after
// a problem, so that --lang and --json hold for what it reports.
func parseLine(args []string) (line, problem.List) {
	l := line{values: map[string][]string{}}
	var problems problem.List
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			l.arguments = append(l.arguments, args[i+1:]...)
			break
		}
		if !strings.HasPrefix(arg, "-") || arg == "-" {
			l.arguments = append(l.arguments, arg)
			continue
		}
		name, value, assigned := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-"), "=")
		if name == "h" {
			name = "help"
		}
		at := slices.IndexFunc(flags, func(f flag) bool { return f.name == name })
		if at < 0 {
			problems = append(problems, fail(unknownFlagKind, "flag", arg, "command", of(l.arguments))...)
			continue
		}
		f := flags[at]
		switch {
		case f.value == "" && assigned:
			problems = append(problems, fail(flagNoValueKind, "flag", dashed(f))...)
		case f.value != "" && !assigned:
			if i+1 == len(args) {
				problems = append(problems, fail(flagValueKind, "flag", dashed(f), "value", f.value)...)
				continue
			}
			i++
			value = args[i]
		}
		if l.has(name) && !f.repeats && f.value != "" {
			problems = append(problems, fail(flagTwiceKind, "flag", dashed(f))...)
		}
		l.values[name] = append(l.values[name], value)
	}
	return l, problems
}

// of returns the name of the command, with a space before it, as far as it has been read.
func of(arguments []string) string {
	if len(arguments) == 0 {
		return ""
	}
	return " " + arguments[0]
}

// dashed returns a flag as one writes it.
func dashed(f flag) string {
	if len(f.name) == 1 {
		return "-" + f.name
	}
	return "--" + f.name
}

// languageOf returns the language to speak: that of --lang, else the first of LC_ALL, LC_MESSAGES and LANG that names
// one of ours, else Japanese.
func languageOf(l line, env func(string) string) (lang.Lang, problem.List) {
	var problems problem.List
	if l.has("lang") {
		chosen, ok := lang.Parse(l.value("lang"))
		if ok {
			return chosen, nil
		}
		problems = fail(languageKind, "value", l.value("lang"))
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if chosen, ok := lang.Parse(env(name)); ok {
			return chosen, problems
		}
	}
	return lang.JA, problems
}
