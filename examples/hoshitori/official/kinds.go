package official

import (
	"strconv"

	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// What to do about a difference, whatever it is about.
var (
	hintSource = lang.Text{
		JA: "公式ページにある最新のブックかどうかを確かめてください。そうなら、正しいのは公式ブックです。この行を添えて、カタログの作者に知らせてください。",
		EN: "Check that this is the current workbook from the official page. If it is, the workbook is right: report this line to the author of the catalogue."}
	hintWorkbook = lang.Text{
		JA: "手を加えていない公式のブックを、もう一度ダウンロードして試してください。",
		EN: "Download the official workbook once more, and try the unchanged file."}
)

// What makes a workbook unreadable.
var (
	TypeKind = &problem.Kind{Code: "io/workbook-type",
		Message: lang.Text{JA: "Excelのブック（.xlsx）ではありません。中身は{got}です。", EN: "This is no Excel workbook (.xlsx), but {got}."},
		Hint:    lang.Text{JA: "公式ページから .xlsx のファイルをダウンロードするか、表計算ソフトで .xlsx として保存してください。", EN: "Download the .xlsx file from the official page, or save it as .xlsx with a spreadsheet program."}}
	EncryptedKind = &problem.Kind{Code: "io/workbook-encrypted",
		Message: lang.Text{JA: "パスワードのかかったブックは読めません。", EN: "The workbook has a password and cannot be read."},
		Hint:    lang.Text{JA: "表計算ソフトで開き、パスワードを外して保存してください。", EN: "Open it with a spreadsheet program and save it without the password."}}
	TooLargeKind = &problem.Kind{Code: "io/workbook-too-large",
		Message: lang.Text{JA: "公式のブックにしては大きすぎます（{what}：{limit}まで）。", EN: "It is too large for the official workbook ({what}: at most {limit})."},
		Hint:    hintWorkbook}
	DamagedKind = &problem.Kind{Code: "io/workbook-damaged",
		Message: lang.Text{JA: "ブックが壊れています（{cause}）。", EN: "The workbook is damaged ({cause})."},
		Hint:    hintWorkbook}
	CatalogKind = &problem.Kind{Code: "usage/official-catalog",
		Message: lang.Text{JA: "{catalog}は、要求事項と評価基準の番号を持つカタログではないので、公式ブックと照らし合わせられません。", EN: "{catalog} has no numbered criteria under requirements, so it cannot be compared with the official workbook."},
		Hint:    lang.Text{JA: "scs@2026-03-27 のようなカタログを指定してください。", EN: "Name a catalogue such as scs@2026-03-27."}}
	SheetKind = &problem.Kind{Code: "official/no-sheet",
		Message: lang.Text{JA: "「{sheet}」のシートに、{catalog}の評価基準の番号（1-1-1-1の形）が見つかりません。同じ番号が並ぶシートは、ほかにもありません。", EN: "On the sheet \"{sheet}\" there are no numbers of the criteria of {catalog} (such as 1-1-1-1), nor are there enough of them on any other sheet."},
		Hint:    lang.Text{JA: "公式の「★3・★4要求事項・評価基準」のブックか、カタログの版が合っているかを確かめてください。", EN: "Check that this is the official workbook of the criteria, and that the edition of the catalogue is the same."}}
)

// Where the layout is not the known one.
var (
	ColumnKind = &problem.Kind{Code: "official/no-column",
		Message: lang.Text{JA: "「{sheet}」のシートに、{what}の列が見つかりません（いつもは{known}）。カタログと半分より多くの行で合う列がないので、これは照合していません。", EN: "On the sheet \"{sheet}\" there is no column with the {what} (usually {known}): none agrees with the catalogue in more than half of the rows, so they were not compared."},
		Hint:    hintWorkbook}
	SheetNameKind = &problem.Kind{Code: "official/sheet-name", Severity: problem.Warning,
		Message: lang.Text{JA: "「{sheet}」のシートがないので、番号の並ぶ「{got}」を読みました。", EN: "There is no sheet \"{sheet}\"; \"{got}\", which has the numbers, was read."},
		Hint:    hintWorkbook}
	MovedKind = &problem.Kind{Code: "official/moved", Severity: problem.Warning,
		Message: lang.Text{JA: "{what}は、いつもの{known}ではなく{got}にありました。そこを読んでいます。", EN: "The {what} are not in {known} as usual, but in {got}, where they were read."},
		Hint:    lang.Text{JA: "列や行を足していないなら、ブックの版が変わったのかもしれません。公式ページを確かめてください。", EN: "If you have not inserted anything, the edition may have changed: look at the official page."}}
)

// The differences. Each names its cell; what is missing names the cell after which it belongs.
var (
	MissingKind = difference("missing-criterion",
		lang.Text{JA: "評価基準{number}がブックにありません。カタログの順では、ここの次です。", EN: "criterion {number} is not in the workbook; by the catalogue it comes after this cell."})
	ExtraKind = difference("extra-criterion",
		lang.Text{JA: "評価基準{number}はカタログにありません。", EN: "criterion {number} is not in the catalogue."})
	DuplicateKind = difference("duplicate-criterion",
		lang.Text{JA: "評価基準{number}が二度あります（先に{other}）。", EN: "criterion {number} is there twice (before in {other})."})
	OrderKind = difference("order",
		lang.Text{JA: "評価基準{number}の位置が違います。ブックでは{got}、カタログでは{want}の次です。", EN: "criterion {number} is in another place: after {got} in the workbook, after {want} in the catalogue."})
	NumberKind = difference("number",
		lang.Text{JA: "評価基準の番号があるはずのところに「{got}」があります。", EN: "\"{got}\" stands where the number of a criterion should be."})
	NoTextKind = difference("no-text",
		lang.Text{JA: "評価基準{number}の文がありません。", EN: "criterion {number} has no text."})
	SharedTextKind = difference("shared-text",
		lang.Text{JA: "評価基準{number}の文が、上の行と一つに結合されています。", EN: "the text of criterion {number} is merged with the row above."})
	LevelKind = difference("level",
		lang.Text{JA: "評価基準{number}の段階が「{got}」です。カタログでは★{want}です。", EN: "the level of criterion {number} is \"{got}\"; in the catalogue it is ★{want}."})
	FunctionKind = difference("function",
		lang.Text{JA: "評価基準{number}のNIST CSFの機能が「{got}」です。カタログでは{want}です。", EN: "the CSF function of criterion {number} is \"{got}\"; in the catalogue it is {want}."})
	UnderKind = difference("requirement",
		lang.Text{JA: "評価基準{number}の要求事項が「{got}」です。カタログでは{want}です。", EN: "criterion {number} is under requirement \"{got}\"; in the catalogue it is under {want}."})
	MissingRequirementKind = difference("missing-requirement",
		lang.Text{JA: "要求事項{number}がブックにありません。", EN: "requirement {number} is not in the workbook."})
	ExtraRequirementKind = difference("extra-requirement",
		lang.Text{JA: "要求事項{number}はカタログにありません。", EN: "requirement {number} is not in the catalogue."})
	DuplicateRequirementKind = difference("duplicate-requirement",
		lang.Text{JA: "要求事項{number}が離れた二か所にあります（先に{other}）。", EN: "requirement {number} is in two separate places (before in {other})."})
	CircleKind = difference("circle",
		lang.Text{JA: "要求事項{number}は、★{level}の欄が「{got}」です。カタログでは、★{level}の要求事項{want}。", EN: "requirement {number} has \"{got}\" in the column of ★{level}; in the catalogue it {want} a requirement of ★{level}."})
	TitleKind = difference("title",
		lang.Text{JA: "{what}{number}の題名が「{got}」です。カタログでは「{want}」です。", EN: "the title of {what} {number} is \"{got}\"; in the catalogue it is \"{want}\"."})
	TitleNumberKind = difference("title-number",
		lang.Text{JA: "{what}{number}の番号が「{got}」です。", EN: "the number of {what} {number} is \"{got}\"."})
	FiguresKind = &problem.Kind{Code: "official/figures",
		Message: at(lang.Text{JA: "評価基準{number}の公式の文にある数{figures}が、カタログの日本語の文にありません。", EN: "the official text of criterion {number} has {figures}, which the Japanese text of the catalogue has not."}),
		Hint:    hintMeaning}
	ReferencesKind = &problem.Kind{Code: "official/references",
		Message: at(lang.Text{JA: "評価基準{number}の公式の文が挙げる{figures}に、カタログがふれていません。", EN: "the official text of criterion {number} refers to {figures}, which the catalogue does not."}),
		Hint:    hintMeaning}
	hintMeaning = lang.Text{
		JA: "診断では公式の文に従ってください。手を加えていない公式のブックなら、この行を添えて、カタログの作者に知らせてください。",
		EN: "Follow the official text when you answer. If the workbook is the unchanged official one, report this line to the author of the catalogue."}
)

// What became of the official wording.
var (
	NotWrittenKind = &problem.Kind{Code: "official/not-written",
		Message: lang.Text{JA: "{count}件の評価基準が、ブックとカタログで一対一に対応しないか、文を取り出せないので、公式の文言を入れたカタログは書き出しませんでした。", EN: "{count} criteria do not correspond one to one, or have no text, so the catalogue with the official wording was not written."},
		Hint:    hintWorkbook}
	WordingKind = &problem.Kind{Code: "official/wording", Severity: problem.Warning,
		Message: lang.Text{JA: "書き出したこのファイルの項目の日本語の文は、公式ブックの文言です。文言は発行者のもので、その利用条件に従います。", EN: "The Japanese texts of the items in this file, which was written, are the wording of the official workbook. It is the publisher's, under the publisher's terms."},
		Hint:    lang.Text{JA: "自社での確認に使ってください。ほかへ渡したり公開したりする前に、発行者の利用条件を確かめてください。", EN: "It is for your own use. Before you pass it on or publish it, read the publisher's terms."}}
)

// difference returns the kind of a difference between workbook and catalogue.
func difference(name string, message lang.Text) *problem.Kind {
	return &problem.Kind{Code: "official/" + name, Message: at(message), Hint: hintSource}
}

// at puts sheet and cell before a message.
func at(message lang.Text) lang.Text {
	return lang.Text{JA: "「{sheet}」の{cell}：" + message.JA, EN: "{sheet}!{cell}: " + message.EN}
}

func list(kind *problem.Kind, args ...lang.Arg) problem.List {
	return problem.List{{Kind: kind, Args: args}}
}

func wrongType(got lang.Text) problem.List { return list(TypeKind, lang.Arg{Name: "got", Text: got}) }

func damaged(err error) problem.List { return list(DamagedKind, lang.Value("cause", err.Error())) }

func tooLarge(what lang.Text, limit int) problem.List {
	most := strconv.Itoa(limit)
	if limit >= 1<<20 { // these are bytes
		most = strconv.Itoa(limit>>20) + " MB"
	}
	return list(TooLargeKind, lang.Arg{Name: "what", Text: what}, lang.Value("limit", most))
}
