package main

import (
	"strings"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// The exit codes.
const (
	exitDone    = 0
	exitInvalid = 1
	exitUsage   = 2
	exitWorse   = 4
	exitIO      = 5
)

// The kinds of problem that the command itself finds. The first part of a code decides the exit code.
var (
	noCommandKind = &problem.Kind{Code: "usage/no-command",
		Message: lang.Text{JA: "何をするかが書かれていません。", EN: "No command is given."},
		Hint:    lang.Text{JA: "はじめての方は hoshitori check を、一覧は hoshitori --help を試してください。", EN: "To begin, try hoshitori check; for the list, hoshitori --help."}}
	unknownCommandKind = &problem.Kind{Code: "usage/unknown-command",
		Message: lang.Text{JA: "「{command}」という命令はありません。", EN: "There is no command \"{command}\"."},
		Hint:    lang.Text{JA: "使える命令：{allowed}。", EN: "Commands: {allowed}."}}
	unknownFlagKind = &problem.Kind{Code: "usage/unknown-flag",
		Message: lang.Text{JA: "「{flag}」という指定はありません。", EN: "There is no flag {flag}."},
		Hint:    lang.Text{JA: "hoshitori{command} --help で、使える指定がわかります。", EN: "See hoshitori{command} --help."}}
	flagTwiceKind = &problem.Kind{Code: "usage/flag-twice",
		Message: lang.Text{JA: "「{flag}」が二度書かれています。", EN: "{flag} is given twice."},
		Hint:    lang.Text{JA: "片方を消してください。", EN: "Remove one of them."}}
	flagValueKind = &problem.Kind{Code: "usage/flag-value",
		Message: lang.Text{JA: "「{flag}」のあとに値（{value}）がありません。", EN: "{flag} needs a value ({value})."},
		Hint:    lang.Text{JA: "「{flag} {value}」のように書いてください。", EN: "Write {flag} {value}."}}
	flagNoValueKind = &problem.Kind{Code: "usage/flag-no-value",
		Message: lang.Text{JA: "「{flag}」に値は付けられません。", EN: "{flag} takes no value."},
		Hint:    lang.Text{JA: "「=」から後ろを消してください。", EN: "Remove the = and what follows."}}
	languageKind = &problem.Kind{Code: "usage/language",
		Message: lang.Text{JA: "言語「{value}」は使えません。", EN: "The language \"{value}\" is not available."},
		Hint:    lang.Text{JA: "使える値：ja, en。", EN: "Allowed: ja, en."}}
	argumentsKind = &problem.Kind{Code: "usage/arguments",
		Message: lang.Text{JA: "引数の数が合いません（{count}個）。", EN: "The number of arguments is wrong ({count})."},
		Hint:    lang.Text{JA: "使い方：{usage}。", EN: "Usage: {usage}."}}
	missingFlagKind = &problem.Kind{Code: "usage/missing-flag",
		Message: lang.Text{JA: "「{flag}」がありません。", EN: "{flag} is missing."},
		Hint:    lang.Text{JA: "使い方：{usage}。", EN: "Usage: {usage}."}}
	unknownRefKind = &problem.Kind{Code: "usage/unknown-catalog",
		Message: lang.Text{JA: "カタログ「{value}」はありません。", EN: "There is no catalogue \"{value}\"."},
		Hint:    lang.Text{JA: "使えるカタログ：{allowed}。自分のファイルは --catalog で加えられます。", EN: "Known catalogues: {allowed}. Add your own with --catalog."}}
	targetKind = &problem.Kind{Code: "usage/unknown-target",
		Message: lang.Text{JA: "段階「{value}」は{catalog}にありません。", EN: "{catalog} has no level \"{value}\"."},
		Hint:    lang.Text{JA: "使える値：{allowed}。", EN: "Allowed: {allowed}."}}
	itemKind = &problem.Kind{Code: "usage/unknown-item",
		Message: lang.Text{JA: "項目「{value}」は{catalog}にありません。", EN: "{catalog} has no item \"{value}\"."},
		Hint:    lang.Text{JA: "hoshitori show {catalog} で、項目の一覧がわかります。", EN: "See hoshitori show {catalog} for the items."}}
	stdinTwiceKind = &problem.Kind{Code: "usage/stdin-twice",
		Message: lang.Text{JA: "標準入力（-）は一度しか読めません。", EN: "Standard input (-) can be read only once."},
		Hint:    lang.Text{JA: "片方をファイル名にしてください。", EN: "Name a file in place of one of them."}}
	extensionKind = &problem.Kind{Code: "usage/output-format",
		Message: lang.Text{JA: "「{value}」の形式では書き出せません。", EN: "\"{value}\" is not a format that can be written."},
		Hint:    lang.Text{JA: "名前の終わりを .html、.md、.csv、.xlsx、.svg のどれかにしてください。", EN: "Let the name end in .html, .md, .csv, .xlsx or .svg."}}
	answersFileKind = &problem.Kind{Code: "usage/answers-file",
		Message: lang.Text{JA: "check の -o は答えのファイルです。「{file}」は答えの名前ではありません。", EN: "The -o of check is the file of the answers; \"{file}\" is no name for them."},
		Hint:    lang.Text{JA: ".json で終わる名前にしてください。報告書は最後に書き出せます。", EN: "Let the name end in .json. The report is offered at the end."}}
	resumeKind = &problem.Kind{Code: "usage/resume",
		Message: lang.Text{JA: "「{file}」は{got}の回答です。{want}の続きにはできません。", EN: "\"{file}\" holds answers to {got}; it cannot continue {want}."},
		Hint:    lang.Text{JA: "カタログの名前を書かずに、hoshitori check --resume {file} としてください。", EN: "Leave the name of the catalogue out: hoshitori check --resume {file}."}}

	notFoundKind = &problem.Kind{Code: "io/not-found",
		Message: lang.Text{JA: "ファイルが見つかりません。", EN: "There is no such file."},
		Hint:    lang.Text{JA: "名前と場所を確かめてください。", EN: "Check the name and the folder."}}
	readKind = &problem.Kind{Code: "io/read",
		Message: lang.Text{JA: "読めませんでした（{cause}）。", EN: "It could not be read ({cause})."},
		Hint:    lang.Text{JA: "ファイルの種類と、読む権限を確かめてください。", EN: "Check what kind of file it is and whether you may read it."}}
	writeKind = &problem.Kind{Code: "io/write",
		Message: lang.Text{JA: "書けませんでした（{cause}）。前からあるファイルは元のままです。", EN: "It could not be written ({cause}). A file that was there before is unchanged."},
		Hint:    lang.Text{JA: "フォルダーの有無、書く権限、空き容量を確かめてください。", EN: "Check that the folder exists, that you may write there, and that there is room."}}
	listenKind = &problem.Kind{Code: "io/listen",
		Message: lang.Text{JA: "{address} でデモを開けませんでした（{cause}）。", EN: "The demo cannot be served on {address} ({cause})."},
		Hint:    lang.Text{JA: "ほかのプログラムが使っていれば、--addr 127.0.0.1:8081 のように変えてください。", EN: "If another program is using it, choose another: --addr 127.0.0.1:8081."}}
	buildKind = &problem.Kind{Code: "io/demo",
		Message: lang.Text{JA: "デモを用意できませんでした（{cause}）。", EN: "The demo could not be prepared ({cause})."},
		Hint:    lang.Text{JA: "Hoshitori のフォルダーの中で go run ./examples/hoshitori serve としてください。", EN: "Run it inside Hoshitori's own folder: go run ./examples/hoshitori serve."}}
	tooLargeKind = &problem.Kind{Code: "io/too-large",
		Message: lang.Text{JA: "大きすぎます（一件{limit}MBまで）。", EN: "It is too large (at most {limit} MB for one document)."},
		Hint:    lang.Text{JA: "たくさんの回答は、一行に一件の .ndjson にしてください。", EN: "Put many documents into a .ndjson file, one to a line."}}
	gzipKind = &problem.Kind{Code: "io/gzip",
		Message: lang.Text{JA: "gzipとして展開できません（{cause}）。", EN: "It cannot be unpacked as gzip ({cause})."},
		Hint:    lang.Text{JA: "壊れていないか、名前の .gz が正しいかを確かめてください。", EN: "Check that it is whole and that .gz is the right name."}}
	zstdKind = &problem.Kind{Code: "io/zstd",
		Message: lang.Text{JA: "Zstandardとして展開できません（{cause}）。", EN: "It cannot be unpacked as Zstandard ({cause})."},
		Hint:    lang.Text{JA: "壊れていないか、名前の .zst が正しいかを確かめてください。zstd で展開できるものは、展開してから渡せます。", EN: "Check that it is whole and that .zst is the right name. What the zstd program can unpack you can pass unpacked."}}

	cutKind = &problem.Kind{Code: "output/cut", Severity: problem.Warning,
		Message: lang.Text{JA: "表計算ソフトの一つの枠に入らない長い文が{count}か所あり、途中で切りました。切ったところに、そう書いてあります。", EN: "Texts that are too long for a cell were cut ({count}); each says so at its end."},
		Hint:    lang.Text{JA: "全文は .html か .csv への書き出しで見られます。", EN: "A report in .html or .csv holds them whole."}}

	unknownCatalogKind = &problem.Kind{Code: "input/unknown-catalog",
		Message: lang.Text{JA: "この回答のカタログ「{catalog}」がありません。", EN: "The catalogue of these answers, {catalog}, is not known."},
		Hint:    lang.Text{JA: "そのカタログのファイルを --catalog で加えてください。あるもの：{allowed}。", EN: "Add its file with --catalog. Known: {allowed}."}}
	neededCatalogKind = &problem.Kind{Code: "input/needed-catalog",
		Message: lang.Text{JA: "ここで名指しされたカタログ「{catalog}」がありません。", EN: "The catalogue named here, {catalog}, is not known."},
		Hint:    lang.Text{JA: "そのカタログのファイルを --catalog で加えてください。あるもの：{allowed}。", EN: "Add its file with --catalog. Known: {allowed}."}}
	notSourceKind = &problem.Kind{Code: "input/not-a-source",
		Message: lang.Text{JA: "形式「{format}」は、lint で確かめるものではありません。", EN: "lint does not check files of the format \"{format}\"."},
		Hint:    lang.Text{JA: "lint はカタログ、一覧、上乗せ版、変更の記録、対応表を確かめます。回答などは validate で確かめてください。", EN: "lint checks catalogues, guides, extensions, change records and crosswalks. For assessments and the like use validate."}}
	notExtensionKind = &problem.Kind{Code: "input/not-an-extension",
		Message: lang.Text{JA: "形式「{format}」は、上乗せ版（hoshitori/extension/1）ではありません。", EN: "\"{format}\" is not an extension (hoshitori/extension/1)."},
		Hint:    lang.Text{JA: "カタログそのものは、compile せずにそのまま使えます。", EN: "A catalogue needs no compiling; use it as it is."}}
	noRouteKind = &problem.Kind{Code: "input/no-route",
		Message: lang.Text{JA: "{from}から{to}へ答えを移すための、変更の記録がありません。", EN: "No change record leads from {from} to {to}."},
		Hint:    lang.Text{JA: "記録のファイルを --catalog で加えてください。移せる先：{allowed}。", EN: "Add the record's file with --catalog. Can be reached: {allowed}."}}
	sameVersionKind = &problem.Kind{Code: "input/same-version",
		Message: lang.Text{JA: "この回答は、すでに{catalog}のものです。", EN: "These answers are already answers to {catalog}."},
		Hint:    lang.Text{JA: "移す必要はありません。", EN: "There is nothing to migrate."}}
	dateKind = &problem.Kind{Code: "usage/date",
		Message: lang.Text{JA: "「{value}」は日付として読めません。", EN: "\"{value}\" is not a date."},
		Hint:    lang.Text{JA: "--at 2026-11-21 のように、年-月-日で書いてください。", EN: "Write it as year-month-day, such as --at 2026-11-21."}}
	otherIntoKind = &problem.Kind{Code: "input/other-into",
		Message: lang.Text{JA: "「{file}」は{got}の回答です。{want}の答えは書き込めません。", EN: "\"{file}\" holds answers to {got}; answers to {want} cannot go into it."},
		Hint:    lang.Text{JA: "--into には、{want}の回答ファイルを渡してください。", EN: "Give --into an assessment of {want}."}}
	otherTargetKind = &problem.Kind{Code: "input/twice-answered",
		Message: lang.Text{JA: "{catalog}の回答ファイルが二つあります。どちらの答えを使うか決められません。", EN: "Two of the files are assessments of {catalog}; which one counts cannot be told."},
		Hint:    lang.Text{JA: "一つだけ渡してください。", EN: "Give one of them."}}
	twoCatalogsKind = &problem.Kind{Code: "input/two-catalogs",
		Message: lang.Text{JA: "中身の違う二つのファイルが、どちらも{catalog}と名乗っています。", EN: "Two files with different contents are both called {catalog}."},
		Hint:    lang.Text{JA: "片方の版（version）を変えてください。", EN: "Give one of them another version."}}
	replacedKind = &problem.Kind{Code: "input/replaces-built-in", Severity: problem.Warning,
		Message: lang.Text{JA: "内蔵の{catalog}のかわりに、中身の違うこのファイルを使います。", EN: "This file is used in place of the built-in {catalog}, from which it differs."},
		Hint:    lang.Text{JA: "別のものなら、版（version）を変えてください。", EN: "If it is something else, give it another version."}}
	respondentsKind = &problem.Kind{Code: "input/several-respondents",
		Message: lang.Text{JA: "この回答には{count}人の回答者がいます。check で続けられるのは一人分だけです。", EN: "These answers are by {count} respondents; check can continue those of one only."},
		Hint:    lang.Text{JA: "点数は hoshitori score で見られます。", EN: "hoshitori score shows the result."}}
	confirmedKind = &problem.Kind{Code: "input/confirmed",
		Message: lang.Text{JA: "この回答は、専門家の確認か経営者の宣誓が済んでいます。答えを変えると、確認したものと違ってしまいます。", EN: "An expert has confirmed these answers, or management has declared them; changed, they would no longer be what was confirmed."},
		Hint:    lang.Text{JA: "hoshitori check で新しく始めるか、点数だけなら hoshitori score で見てください。", EN: "Begin anew with hoshitori check, or see the result with hoshitori score."}}
	notResumedKind = &problem.Kind{Code: "input/not-resumed", Severity: problem.Warning,
		Message: lang.Text{JA: "この回答は続きに使えないので、最初から始めます。", EN: "These answers cannot be continued; the check begins anew."},
		Hint:    lang.Text{JA: "ファイルは、断りなく書きかえることはありません。", EN: "The file is not replaced without asking."}}
)

// exitCode returns the exit code that problems call for.
func exitCode(problems problem.List) int {
	code := exitDone
	for _, p := range problems {
		if p.Kind.Severity != problem.Error {
			continue
		}
		switch area, _, _ := strings.Cut(p.Kind.Code, "/"); area {
		case "usage":
			code = max(code, exitUsage)
		case "io":
			code = max(code, exitIO)
		default:
			code = max(code, exitInvalid)
		}
	}
	return code
}

// fail returns a list of one problem. The values are names and texts in turn.
func fail(kind *problem.Kind, values ...string) problem.List {
	return failIn("", kind, values...)
}

// failIn returns a list of one problem with a file.
func failIn(file string, kind *problem.Kind, values ...string) problem.List {
	p := problem.Problem{Kind: kind, File: file}
	for i := 0; i+1 < len(values); i += 2 {
		p.Args = append(p.Args, lang.Value(values[i], values[i+1]))
	}
	return problem.List{p}
}
