package e2e

import (
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hoshitori/hoshitori/assess"
	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/builtin"
	"github.com/hoshitori/hoshitori/catalog/changes"
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/examples/browser"
)

// clicked is the catalogue whose answers are given with the mouse, requirement by requirement; the others get theirs by
// the element's property, which is faster.
const clicked = "tics-standard@undated"

// Every built-in catalogue can be shown, answered and scored in both languages on a telephone.
func TestEveryCatalogue(t *testing.T) {
	for _, c := range builtin.All() {
		for _, l := range []lang.Lang{lang.JA, lang.EN} {
			t.Run(c.Ref().String()+"/"+l.String(), func(t *testing.T) {
				v := open(t, phone, catalogPage(c, l))
				v.loadsOnly(c, l)
				v.asksEverything(c, l)
				if c.Ref().String() == clicked && l == lang.JA {
					v.clickAllMet(c)
				} else {
					v.setAllMet(c)
				}
				v.press("show")
				v.showsAllMet(c, l)
			})
		}
	}
}

// hash stands in the names of the widget's files.
var hash = regexp.MustCompile(`\.[0-9a-f]{12}\.json$`)

// loadsOnly fails if a page has loaded another catalogue, or another form, than the one that it shows.
func (v *visit) loadsOnly(c *catalog.Checked, l lang.Lang) {
	v.Helper()
	var got []string
	for _, r := range v.page.Requests() {
		if !strings.HasPrefix(r.URL, site.URL+"/") {
			v.Errorf("request to %s", r.URL)
		}
		if base := path.Base(r.URL); strings.HasSuffix(base, ".json") {
			got = append(got, hash.ReplaceAllString(base, ""))
		}
	}
	want := []string{fileStem(c)}
	if c.Ref().String() != "sa2@3.1" || l != lang.JA { // hoshitori.js carries this form alone
		want = append(want, "catalogs", fileStem(c)+"."+l.String())
	}
	if slices.ContainsFunc(changes.All(), func(r *catalog.Changes) bool { return r.To().Ref() == c.Ref() }) {
		want = append(want, fileStem(c)+".earlier") // from which answers are carried over
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		v.Errorf("loaded: %v, want %v", got, want)
	}
}

// tooWide are the elements that reach beyond a telephone's screen, and the page itself where it can be moved sideways. What
// scrolls within its own frame does no harm.
const tooWide = `((root) => {
	const held = (e) => e && e !== root && (getComputedStyle(e).overflowX !== "visible" || held(e.parentElement));
	const wide = [...root.querySelectorAll(":not(.h-requirement[hidden] *)")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > 390.5 && !held(e.parentElement));
	const names = wide.map((e) => e.tagName + "." + e.className + ": " + e.textContent.slice(0, 40));
	if (document.documentElement.scrollWidth > 390) names.push("the page: " + document.documentElement.scrollWidth);
	return names;
})(` + shadow + `)`

// screens turns from the first screen of the form to the last and returns what each of them asks. Everything is unfolded.
const screens = `(async () => {
	const root = ` + shadow + `;
	const visible = (selector) => [...root.querySelectorAll(selector)].filter((e) => e.checkVisibility());
	const all = [];
	for (;;) {
		const wide = ` + tooWide + `;
		for (const d of root.querySelectorAll("details:not([open], .h-requirement[hidden] *)")) d.open = true;
		await new Promise((resolve) => setTimeout(resolve)); // what is unfolded is drawn then
		all.push({
			requirements: visible(".h-requirement").map((e) => e.dataset.requirement),
			items: visible("[data-item]").map((e) => ({ id: e.dataset.item, text: e.innerText })),
			wide: [...wide, ...` + tooWide + `.map((name) => "unfolded: " + name)],
		});
		const next = root.querySelector("[data-action=next]");
		if (!next?.checkVisibility()) return all;
		next.click();
	}
})()`

type screen struct {
	Requirements []string
	Items        []struct{ ID, Text string }
	Wide         []string
}

// asksEverything fails unless the form asks every item once: one requirement a screen where the catalogue has
// requirements, else all on one screen.
func (v *visit) asksEverything(c *catalog.Checked, l lang.Lang) {
	v.Helper()
	all, err := browser.Eval[[]screen](v.page, screens)
	v.must(err)
	want := []string{""}
	for i, r := range c.Requirements() {
		want = append(want[:i], r.ID)
	}
	if len(all) != len(want) {
		v.Fatalf("%d screens, want %d", len(all), len(want))
	}
	for i, s := range all {
		if got := strings.Join(s.Requirements, " "); got != want[i] {
			v.Errorf("screen %d shows %q, want %q", i+1, got, want[i])
		}
		for _, name := range s.Wide {
			v.Errorf("screen %d is too wide: %s", i+1, name)
		}
		var ids, items []string
		for _, item := range s.Items {
			ids = append(ids, item.ID)
		}
		for _, item := range c.Items() {
			if item.Requirement == want[i] {
				items = append(items, string(item.ID))
			}
		}
		if !slices.Equal(ids, items) {
			v.Errorf("screen %d asks %v, want %v", i+1, ids, items)
		}
		for _, shown := range s.Items {
			item, _ := c.Item(catalog.ItemID(shown.ID))
			for _, text := range slices.Concat([]catalog.Text{item.Text, item.FirstStep}, item.DoneWhen) {
				if !strings.Contains(words(shown.Text), words(text.In(l))) {
					v.Errorf("%s does not show %q", shown.ID, text.In(l))
				}
			}
		}
	}
}

// words is a text without the white space that a layout may add.
func words(text string) string { return strings.Join(strings.Fields(text), "") }

func (v *visit) setAllMet(c *catalog.Checked) {
	v.Helper()
	d := assess.New(c.Ref())
	for _, item := range c.Items() {
		d.Answers = append(d.Answers, assess.Answer{Item: item.ID, State: catalog.Met})
	}
	v.text(`(` + element + `.assessment = ` + quoted(string(d.JSON())) + `)`)
}

func (v *visit) clickAllMet(c *catalog.Checked) {
	v.Helper()
	v.text(`(() => { const list = ` + shadow + `.querySelector(".h-jump select");
		list.selectedIndex = 0;
		list.dispatchEvent(new Event("change", { bubbles: true })); return "" })()`)
	for i, r := range c.Requirements() {
		if i > 0 {
			v.press("next")
		}
		for _, item := range r.Items {
			v.answer(string(item), "met")
		}
	}
}

// What the result has to say where everything is met, for all catalogues the same. It is written out here, so that a
// change of the words is seen.
var (
	verdict   = lang.Text{JA: "{version}版の条件は、答えのとおりなら、そろっています。", EN: "By your answers, the criteria of edition {version} are met."}
	remaining = lang.Text{JA: "名乗る前に、まだ残ること：", EN: "Still to do before it may be claimed: "}
	needs     = map[catalog.Need]lang.Text{
		catalog.NeedDeclare:            {JA: "運営機関への自己宣言の手続き", EN: "declaring yourself with the body that runs the scheme"},
		catalog.NeedExpertConfirmation: {JA: "専門家による確認", EN: "confirmation by an expert"},
		catalog.NeedDeclaration:        {JA: "経営者による宣誓", EN: "the declaration by management"},
		catalog.NeedThirdParty:         {JA: "第三者による評価", EN: "evaluation by a third party"},
	}
	successor = lang.Text{JA: "{next}版の結果ではありません", EN: "not by {next}."}
)

// showsAllMet fails unless the result says that the criteria of every level are met, and what is left to do before anybody
// may claim it.
func (v *visit) showsAllMet(c *catalog.Checked, l lang.Lang) {
	v.Helper()
	var result struct {
		Completeness struct{ Total, Unanswered int }
		Levels       []struct {
			ID, Criteria string
			Remaining    []string
		}
	}
	v.must(json.Unmarshal([]byte(v.text(`JSON.stringify(`+element+`.result)`)), &result))
	if n := result.Completeness; n.Total != len(c.Items()) || n.Unanswered != 0 {
		v.Errorf("completeness %+v, want %d answers", n, len(c.Items()))
	}
	read := words(v.text(shadow + `.querySelector(".hoshitori[data-catalog]").innerText`))
	shows := func(t lang.Text, args ...lang.Arg) {
		v.Helper()
		if wanted := t.Fill(args).In(l); !strings.Contains(read, words(wanted)) {
			v.Errorf("the result does not say %q; it says:\n%.2000s", wanted, read)
		}
	}
	for i, level := range c.Levels() {
		if got := result.Levels[i]; got.ID != level.ID || got.Criteria != "met" || len(got.Remaining) != len(level.Needs) {
			v.Errorf("level %s: %+v", level.ID, got)
		}
		shows(level.Title)
		if len(level.Needs) > 0 {
			shows(remaining)
		}
		for _, need := range level.Needs {
			shows(needs[need])
		}
	}
	version := strings.NewReplacer("undated", lang.Text{JA: "日付なし", EN: "undated"}.In(l)).Replace(string(c.Ref().Version))
	said := strings.Count(read, words(verdict.Fill([]lang.Arg{lang.Value("version", version)}).In(l)))
	if said != len(c.Levels()) {
		v.Errorf("the result says %d times that the criteria are met, want once for each of %d levels:\n%.2000s", said, len(c.Levels()), read)
	}
	if next := c.SupersededBy(); next != "" {
		shows(successor, lang.Value("next", string(next)))
	}
	if form := v.text(`String(` + shadow + `.querySelector(".h-form").checkVisibility())`); form != "false" {
		v.Error("the form is still there beside the result")
	}
	v.text(`(() => { for (const d of ` + shadow + `.querySelectorAll("details")) d.open = true; return "" })()`)
	wide, err := browser.Eval[[]string](v.page, tooWide)
	v.must(err)
	for _, name := range wide {
		v.Errorf("the result is too wide: %s", name)
	}
}
