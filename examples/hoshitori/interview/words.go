package interview

import "github.com/hoshitori/hoshitori/catalog/lang"

var (
	wordHowMany  = lang.Text{JA: "全部で{count}項目です。番号で答えてください。わからないときは「わからない」が正しい答えです。", EN: "There are {count} questions. Answer by number. If you do not know, \"don't know\" is the right answer."}
	wordPrivate  = lang.Text{JA: "答えはこのパソコンの外に出ません。", EN: "Your answers do not leave this computer."}
	wordResumed  = lang.Text{JA: "前回の続きです（{answered}／{count}項目に回答）。", EN: "Continuing where you stopped ({answered} of {count} answered)."}
	wordEarlier  = lang.Text{JA: "前回の回答（{answered}／{count}項目）が {file} にあります。続けますか（Enter＝続ける、n＝最初から）", EN: "There are earlier answers ({answered} of {count}) in {file}. Continue? (Enter = yes, n = begin anew)"}
	wordAutosave = lang.Text{JA: "答えるたびに {file} へ保存します。", EN: "Each answer is saved to {file}."}

	wordQuestion   = lang.Text{JA: "問 {at}/{count}", EN: "Question {at} of {count}"}
	wordShort      = lang.Text{JA: "問{at}", EN: "question {at}"}
	wordConditions = lang.Text{JA: "段階の条件", EN: "Conditions of the level"}
	wordCurrent    = lang.Text{JA: "いまの答え：{answer}（Enter でそのまま）", EN: "Answer now: {answer} (Enter keeps it)"}
	wordPrompt     = lang.Text{JA: "番号｜?＝なぜ・どこまで｜b＝戻る｜n＝とばす｜s＝保存｜q＝終わる", EN: "number | ? = why, what counts | b = back | n = skip | s = save | q = quit"}
	wordNotChoice  = lang.Text{JA: "1から{count}までの番号か、? b n s q のどれかを入れてください。", EN: "Enter a number from 1 to {count}, or one of ? b n s q."}
	wordFirst      = lang.Text{JA: "これが最初の質問です。", EN: "This is the first question."}
	wordNoQuestion = lang.Text{JA: "戻れるのは1から{count}までです。「b 3」で問3へ戻ります。", EN: "There are questions 1 to {count}; \"b 3\" goes back to question 3."}
	wordRecorded   = lang.Text{JA: "→ {answer}", EN: "→ {answer}"}
	wordUnknown    = lang.Text{JA: "→ {answer}（あとで調べて、答え直せます）", EN: "→ {answer} (you can look it up and answer again later)"}
	wordSkipped    = lang.Text{JA: "→ とばしました", EN: "→ skipped"}
	wordReason     = lang.Text{JA: "この答えには理由が要ります。一行で書いてください（空なら答え直し）", EN: "This answer needs a reason. Write it in one line (empty: answer again)"}

	wordAskFile   = lang.Text{JA: "保存するファイルの名前（Enter＝{file}、n＝保存しない）", EN: "Name of the file to save to (Enter = {file}, n = do not save)"}
	wordReplace   = lang.Text{JA: "{file} はもうあります。置きかえますか（y＝はい、n＝いいえ）", EN: "{file} is already there. Replace it? (y = yes, n = no)"}
	wordSaved     = lang.Text{JA: "{file} に保存しました。ここからは、答えるたびに保存します。", EN: "Saved to {file}. From here on each answer is saved."}
	wordSavedOnce = lang.Text{JA: "{file} に保存しました。", EN: "Saved to {file}."}
	wordUnsaved   = lang.Text{JA: "自動の保存を止めました。s で、別の場所に保存できます。", EN: "Saving after each answer has stopped. Use s to save elsewhere."}
	wordContinue  = lang.Text{JA: "続きは：hoshitori check --resume {file}", EN: "To continue: hoshitori check --resume {file}"}
	wordNotSaved  = lang.Text{JA: "保存せずに終わりました。", EN: "Nothing was saved."}
	wordStopped   = lang.Text{JA: "中断しました。ここまでの答えを保存できます。", EN: "Interrupted. The answers so far can be saved."}
	wordEnded     = lang.Text{JA: "入力が終わりました。保存していない答えは次のとおりです。この一行をファイルにすれば、--resume で続けられます。", EN: "The input has ended. These answers were not saved; put this line into a file to continue with --resume."}

	wordOpen       = lang.Text{JA: "まだ答えていない質問があります：{list}", EN: "Not answered yet: {list}"}
	wordOpenHow    = lang.Text{JA: "Enter＝結果を見る｜n＝答えていない質問へ｜b＝戻る｜q＝終わる", EN: "Enter = see the result | n = go to the unanswered ones | b = back | q = quit"}
	wordAllDone    = lang.Text{JA: "すべての質問に答えました。", EN: "All questions are answered."}
	wordAskReport  = lang.Text{JA: "HTMLの報告書を書きますか（Enter＝{file}、別の名前も可、n＝書かない、b＝質問に戻る）", EN: "Write an HTML report? (Enter = {file}, or another name, n = no, b = back to the questions)"}
	wordReported   = lang.Text{JA: "報告書を書きました：{file}（ブラウザーで開けます。印刷もできます）", EN: "Report written: {file} (open it in a browser; it prints)"}
	wordGoodbye    = lang.Text{JA: "おつかれさまでした。", EN: "Thank you."}
	wordListComma  = lang.Text{JA: "、", EN: ", "}
	wordReportTail = lang.Text{JA: "名前の終わりを .html にしてください。", EN: "Let the name end in .html."}
)
