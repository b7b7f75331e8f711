// Command bench measures the widget beside a SurveyJS page with the same 25 questions and a plain-HTML floor, in one run.
//
//	go run ./examples/bench [-runs 5] [-earlier COMMIT] [-json]
//
// Every variant puts the 25 questions of sa2@3.1 with their four answers into the same page shell and shows a running
// sum or more. They are visited in turns, each time in a browser without cache, on an emulated slow 4G line (1.6
// Mbit/s down, 750 kbit/s up, 150 ms), from the same server with brotli; then with the cache of that visit, without the slow
// line and on it.
// The shell's style is in the page, so that the shell adds no request to any of them.
//
// # What is measured
//
//   - Bytes on the wire, headers included, and the size of each resource raw, with gzip and with brotli.
//   - First question: from the start of the navigation to the end of the first frame in which the text of question 1 is laid
//     out and visible, in the document or in a shadow root.
//   - First answer taken: to when question 1 keeps a tick that a script gives it from the moment it can be read. A page
//     that loses the tick later is not measured at all.
//   - Ready: to the event by which the page says that answers count (the widget's hoshitori-ready, SurveyJS's
//     onAfterRenderSurvey, the end of the floor's script).
//   - Click: with a processor four times slower, from the click event to the end of the layout after the last change
//     it makes in the page; the median of several answers.
//   - Memory: the JavaScript heap after a collection, and the linear memory of WebAssembly, of the cold visit: after the start
//     and with all questions answered. The widget asks two more than the others.
//
// Given are the median and the range over the runs; of a run's cold visits, of which there are five, each figure's median.
// Times depend on the machine: compare the ratios.
//
// # Our own earlier widget
//
// With -earlier, the widget of an earlier commit is measured beside the present one, with its two lines. It is built in a
// temporary work tree of that commit, which is removed again. In place of a commit a folder may be named that holds a build.
//
// # Catalogues
//
//	go run ./examples/bench -catalogs
//
// This prints what each built-in catalogue adds instead: the size of the files by which the widget shows it, and how long
// Go takes to read and check it, which is the benchmark of package catalog/builtin. It needs neither Chromium nor npm.
//
// # The engine
//
//	go run ./examples/bench -engine
//
// This prints what the engine's size is made of: for each part how much smaller the download would be without its instructions. It
// takes some minutes, and needs neither Chromium nor npm.
//
// SurveyJS comes from the npm registry, at the version written in surveyjs.go, into a folder of the user's cache.
// Chromium, npm and Go must be there; where one is missing the command says how to install it.
package main
