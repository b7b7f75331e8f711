package render

// formStyle is the style of a form and of what a form and a report have in common. It uses no colour to carry meaning
// and follows the font size around it. Where a question is shown at a time, the first one leaves room for the buttons that the engine puts
// below it, and the foot, which moves down for what else comes, is shown with them.
const formStyle = `
:host,.hoshitori{--h-accent:var(--hoshitori-accent,#0b5d3b);--h-text:var(--hoshitori-text,#1b1b1b);--h-back:var(--hoshitori-background,#fff);--h-soft:var(--hoshitori-soft,#eef4f0);--h-line:var(--hoshitori-line,#7a857f);--h-warn:var(--hoshitori-warn,#fff6d6);--h-focus:#1a5fb4}
.hoshitori{color-scheme:light;box-sizing:border-box;width:100%;max-width:46em;margin:0 auto;padding:.75em;color:var(--h-text);background:var(--h-back);font-family:var(--hoshitori-font,"Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif);font-size:1em;line-height:1.7;overflow-wrap:anywhere;text-align:start;text-transform:none;white-space:normal;direction:ltr}
.hoshitori *{box-sizing:border-box;scroll-margin-block:1em 13em}
.hoshitori [hidden]{display:none!important}
.hoshitori :is(h1,h2,h3,h4){line-height:1.4;margin:.9em 0 .4em}
.hoshitori .h-title{font-size:1.3em;margin-top:0}
.hoshitori h3{font-size:1.1em;border-bottom:2px solid var(--h-accent);padding-bottom:.15em}
.hoshitori p{margin:.4em 0}
.hoshitori .h-notice{background:var(--h-warn);border-inline-start:.3em solid #a67400;padding:.4em .7em;margin:.6em 0;font-size:.9em}
.hoshitori .h-question{border:1px solid var(--h-line);border-radius:.5em;margin:.8em 0;padding:.6em .7em;min-width:0}
.hoshitori legend{float:left;width:100%;padding:0;font-weight:600;margin-bottom:.5em}
.hoshitori .h-number{border-radius:.3em;background:var(--h-accent);color:#fff;padding:0 .4em}
.hoshitori .h-choices{clear:both;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(8.8em,100%),1fr));gap:.4em}
.hoshitori .h-choices label{display:flex;align-items:center;gap:.4em;min-height:3em;padding:.3em .45em;line-height:1.4;text-wrap:balance;font-size:.93em;border:1px solid var(--h-line);border-radius:.4em;cursor:pointer}
.hoshitori .h-choices label:has(input:checked){background:var(--h-soft);border-color:var(--h-accent);font-weight:600}
.hoshitori :is(label:focus-within,:focus-visible:not(input)){outline:3px solid var(--h-focus);outline-offset:2px}
.hoshitori input[type=radio]{font-size:inherit;width:1.25em;height:1.25em;flex:none;margin:0;appearance:none;border:.12em solid var(--h-line);border-radius:50%}
.hoshitori input[type=radio]:checked{border:.4em solid var(--h-accent)}
@media screen{:host([layout=one]) .h-form:not(.h-all)>.h-question~*{display:none}
:host([layout=one]) .h-form:not(.h-all):has(>.h-question){padding-bottom:5.9em}
:host([layout=one]) .h-form:not(.h-all):has(>.h-question)~.h-foot{visibility:hidden}}
.hoshitori summary{cursor:pointer;padding:.5em 0;font-size:.9em}
.hoshitori .h-notice summary{padding:0;font-size:1em}
.hoshitori .h-path{font-size:.85em;margin:.5em 0 0}
.hoshitori .h-path+h3{margin-top:.2em}
`

// printStyle is how all of that looks on paper.
const printStyle = `
@media print{
.hoshitori{max-width:none;padding:0;font-size:10.5pt;line-height:1.5;--h-back:#fff;--h-soft:#fff;--h-warn:#fff;--h-text:#000;background:#fff;color:#000}
.hoshitori .h-question,.hoshitori .h-lines,.hoshitori li li,.hoshitori tr,.hoshitori svg,.hoshitori .h-standing{break-inside:avoid}
.hoshitori .h-question{margin:.35em 0;padding:.25em .5em}
.hoshitori .h-question legend{margin-bottom:.15em}
.hoshitori .h-choices{grid:auto/auto-flow 1fr;gap:.2em}
.hoshitori ol{padding-inline-start:2.4em}
.hoshitori .h-choices label{min-height:0;padding:.05em .4em;border:0;box-shadow:none}
.hoshitori .h-notice::details-content{content-visibility:visible}
.hoshitori .h-more:not([open]),.hoshitori .h-controls,.hoshitori .h-live{display:none}
.hoshitori .h-requirement[hidden]{display:block!important}
.hoshitori :is(h3,h4,summary,dt,.h-path,.h-sub,.h-question-text){break-after:avoid}
.hoshitori .h-number{color:#000;background:none;outline:1px solid #000;outline-offset:-1px}
}
`

// resultStyle is the style of results and tables, and of what is folded away in a form.
const resultStyle = `
@media (forced-colors:active){.hoshitori input[type=radio]{appearance:auto}}
.hoshitori .h-choices label:has(input:checked){box-shadow:inset 0 0 0 2px var(--h-accent)}
.hoshitori .h-foot{margin-top:1.5em;font-size:.85em;border-top:1px solid var(--h-line);padding-top:.5em}
.hoshitori h4{font-size:1em}
.hoshitori a{color:inherit}
.hoshitori ul,.hoshitori ol{margin:.3em 0;padding-inline-start:1.4em}
.hoshitori .h-body{font-size:.95em}
.hoshitori .h-sub{margin:.7em 0 .2em;font-weight:600}
.hoshitori .h-table{border-collapse:collapse;width:100%;margin:.6em 0;font-size:.92em}
.hoshitori .h-table th,.hoshitori .h-table td{border:1px solid var(--h-line);padding:.3em .5em;text-align:start;vertical-align:top}
@media (min-width:30em){.hoshitori .h-table th,.hoshitori .h-answers td:first-child{white-space:nowrap}}
.hoshitori .h-lines{display:grid;grid-template-columns:max-content 1fr;gap:.1em 1em;margin:.3em 0}
.hoshitori .h-lines dd{margin:0}
.hoshitori .h-standing{border:2px solid var(--h-accent);border-radius:.6em;padding:.3em .8em;margin:.4em 0}
.hoshitori .h-standing p{margin:0;text-wrap:balance}
.hoshitori .h-score{font-size:1.5em;font-weight:700;line-height:1.4}
.hoshitori .h-detail{font-size:.92em}
.hoshitori .h-remaining{background:var(--h-warn);padding:.3em .6em;border-inline-start:.3em solid #a67400}
.hoshitori .h-result{line-height:1.5;text-wrap:pretty;word-break:auto-phrase;padding-top:.55em;scroll-margin-top:-.15em}
.hoshitori .h-result>h3:first-child,.hoshitori .h-level h4{margin-top:0}
.hoshitori .h-result h3{margin:.5em 0 .2em}
.hoshitori .h-level h4,.hoshitori .h-level p{margin:.15em 0}
.hoshitori .h-list{list-style:none;padding:0}
.hoshitori .h-list>li{margin:.35em 0}
.hoshitori .h-list .h-lines{font-size:.92em;gap:0 .7em;margin:.15em 0}
.hoshitori .h-list summary{font-size:.92em;padding:.1em 0}
.hoshitori .h-question-text{font-weight:600;font-size:.95em;margin:0}
.hoshitori .h-list dt{font-weight:600}
.hoshitori .h-result .h-notice{padding:.2em .7em;font-size:.83em}
.hoshitori .h-answer{border:1px solid var(--h-line);border-radius:.3em;padding:0 .4em}
.hoshitori svg{display:block;width:100%;height:auto;max-width:32em;margin:.8em auto}
@media (forced-colors:none){.hoshitori svg>:is(rect:not([fill]),rect[fill=currentColor]){fill:var(--h-accent)}}
`

// paperStyle is what a form has only as a page of its own.
const paperStyle = `
body{margin:0;background:#fff}
@page{size:A4;margin:14mm}
`

// reportStyle is what a report has only as a page of its own.
const reportStyle = `
body{margin:0;background:#fff}
@page{size:A4;margin:14mm}
.hoshitori .h-digest{font-family:monospace;font-size:.75em}
@media print{.hoshitori .h-charts{break-inside:avoid}}
`

// WidgetStyle returns the style sheet of the widget in two parts: what a form needs from the first moment, and what is
// needed once the engine shows more.
func WidgetStyle() (form, more string) {
	return formStyle + hostStyle + darkStyle, resultStyle + panelStyle + printStyle
}

// hostStyle is what a form has inside the element only. What waits for the engine, what says that it has failed, and the
// progress that comes instead have one place: they stay in view at the lower edge of the window, and nothing
// above them moves when one takes the place of the other. A question leaves the room for what the engine adds to it.
const hostStyle = `
:host{display:block}
:host([hidden]){display:none}
@media screen{:host{display:flex;flex-direction:column}
:host([share=always]) .h-private{visibility:hidden}
.hoshitori .h-paper{display:none}
.hoshitori .h-choices:last-child{margin-bottom:2.43em}
:host>:not([data-catalog]){order:1;position:sticky;bottom:0;z-index:1;background:var(--h-soft)}
.hoshitori button{font:inherit;min-height:2.8em}
}
@media (max-height:30em){:host>*{position:relative!important}}
`

const darkStyle = `
@media screen{:host([theme=dark]) .hoshitori{color-scheme:dark;--h-text:var(--hoshitori-text,#e6ece8);--h-back:var(--hoshitori-background,#16211c);--h-soft:var(--hoshitori-soft,#1b3026);--h-line:var(--hoshitori-line,#8b9b92);--h-warn:var(--hoshitori-warn,#332c12);--h-accent:var(--hoshitori-accent,#288457);--h-focus:#8ab4f8}}
@media screen and (prefers-color-scheme:dark){:host([theme=auto]) .hoshitori{color-scheme:dark;--h-text:var(--hoshitori-text,#e6ece8);--h-back:var(--hoshitori-background,#16211c);--h-soft:var(--hoshitori-soft,#1b3026);--h-line:var(--hoshitori-line,#8b9b92);--h-warn:var(--hoshitori-warn,#332c12);--h-accent:var(--hoshitori-accent,#288457);--h-focus:#8ab4f8}}
`

const panelStyle = `
.hoshitori{--h-wrong:#a40000}
@media screen{:host([theme=dark]) .hoshitori{--h-wrong:#ff8a80}}
@media screen and (prefers-color-scheme:dark){:host([theme=auto]) .hoshitori{--h-wrong:#ff8a80}}
.hoshitori .h-live{position:sticky;bottom:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;gap:.3em .8em;margin:.8em 0;padding:.4em .7em;background:var(--h-soft);border:1px solid var(--h-line);border-radius:.5em;line-height:1.4;overflow:clip}
@media (max-height:30em){.hoshitori .h-live{position:relative}}
.hoshitori .h-now{flex:1 1 9em;margin:0;font-size:.86em;word-break:keep-all;text-wrap:balance}
.hoshitori .h-bar{position:absolute;inset:0 0 auto;border-top:.25em solid var(--h-accent);transform:scaleX(0);transform-origin:0}
.hoshitori .h-jump{flex:1 0 100%;min-width:0;max-width:100%;display:flex;flex-wrap:wrap;align-items:center;gap:.2em .8em;font-size:.93em}
.hoshitori .h-jump select,.hoshitori .h-reason input{font:inherit;flex:1 1 14em;min-width:0;max-width:100%;min-height:2.8em;padding:.3em;border:1px solid var(--h-line);border-radius:.4em;background:var(--h-back);color:inherit}
.hoshitori .h-reason input{display:block;width:100%}
.hoshitori .h-start{font-size:.9em;align-items:center}
.hoshitori .h-keep input{font-size:inherit;width:1.25em;height:1.25em;flex:none;margin:0;accent-color:var(--h-accent)}
.hoshitori .h-keep{flex:1 0 100%;display:flex;align-items:center;gap:.5em;min-height:2.8em}
.hoshitori .h-result~.h-start>:not(.h-keep,.h-forget){display:none}
.hoshitori .h-turn{justify-content:space-between}
.hoshitori .h-terms dt{font-weight:600}
.hoshitori .h-terms dd{margin:0 0 .4em 1em}
.hoshitori button:disabled{opacity:.5;cursor:default}
.hoshitori .h-requirement h3:focus{outline:0}
.hoshitori .h-controls{display:flex;flex-wrap:wrap;gap:.5em;margin:.6em 0}
.hoshitori button,.hoshitori .h-file{min-height:2.8em;padding:.4em .8em;border:1px solid var(--h-accent);border-radius:.4em;background:var(--h-back);color:inherit;cursor:pointer}
.hoshitori button.h-link{min-height:0;margin:-.4em 0;padding:.4em .2em;border:0;background:none;text-align:start;text-decoration:underline}
.hoshitori .h-private .h-link{margin-inline-start:.6em}
.hoshitori .h-reason input[aria-invalid]{border:2px solid var(--h-wrong)}
.hoshitori .h-live button{padding:.4em .6em}
.hoshitori button.h-main{background:var(--h-accent);color:#fff;font-weight:700}
.hoshitori .h-file{display:inline-flex;align-items:center;position:relative}
.hoshitori .h-file input{position:absolute;inset:0;opacity:0;width:100%;cursor:pointer}
.hoshitori .h-consent{border:1px solid var(--h-line);border-radius:.5em;padding:.5em .8em;margin:.8em 0}
.hoshitori .h-error{border:2px solid var(--h-wrong);border-radius:.4em;padding:.5em .8em;margin:.6em 0}
.hoshitori .h-error h3{border:0;margin:0}
:host>[role=alert]{display:flex;flex-wrap:wrap;align-items:center;gap:.4em .8em}
:host>[role=alert]>.h-error{flex:1 1 12em;margin:0}
@media print{.hoshitori .h-private,.hoshitori .h-message,.hoshitori .h-consent,.hoshitori .h-live,.hoshitori .h-jump,.hoshitori .h-controls{display:none}}
`
