package guides_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/hoshitori/hoshitori/catalog"
	"github.com/hoshitori/hoshitori/catalog/guides"
)

func find(t *testing.T, name string) *catalog.Guide {
	t.Helper()
	ref, _ := catalog.ParseRef(name)
	g, ok := guides.Find(ref)
	if !ok {
		t.Fatalf("there is no guide %s", name)
	}
	return g
}

// How many lines each source has, by group.
func TestCounts(t *testing.T) {
	for _, test := range []struct{ name, reason, want string }{
		{"contacts@2026-01", "the eight of the Aichi guide, of which two serve the whole country, and official pages", "aichi 6 nationwide 9"},
		{"csf@2.0", "six functions, 22 categories", "GV(GV) 6 ID(ID) 3 PR(PR) 5 DE(DE) 2 RS(RS) 4 RC(RC) 2"},
		{"management@4.0", "three principles, seven actions", "principles 3 actions 7"},
		{"management-csf@2026-01", "ten directions by function of CSF 2.0", "identify(ID) 3 protect(PR) 2 detect(DE) 2 respond(RS) 2 recover(RC) 1"},
		{"suspected-leak@undated", "report, confirm, first response, responsibility, evidence", "report 7 confirm 2 first-response 3 responsibility 7 evidence 6"},
		{"warning-signs@undated", "signs by employee, leaver, partner and outsider", "employee 5 leaver 4 partner 5 outsider 5"},
	} {
		var got []string
		for _, group := range find(t, test.name).Groups {
			id := group.ID
			if group.CSF != "" {
				id += "(" + group.CSF + ")"
			}
			got = append(got, fmt.Sprint(id, " ", len(group.Entries)))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: %s: got %s, want %s", test.name, test.reason, s, test.want)
		}
	}
	if _, ok := guides.Find(catalog.Ref{ID: "contacts", Version: "1999-01"}); ok {
		t.Error("a guide of another edition is found")
	}
}

// Short sentences in both languages, each with a place in a document and how sure that is.
func TestTextsAndSources(t *testing.T) {
	for _, g := range guides.All() {
		documents := map[string]bool{}
		for _, d := range g.Documents {
			documents[d.ID] = d.Read != ""
		}
		check := func(at string, text catalog.Text) {
			if strings.TrimSpace(text.JA) != text.JA || text.JA == "" || text.EN == "" {
				t.Errorf("%s %s: %q / %q", g.Ref(), at, text.JA, text.EN)
			}
			for _, sentence := range strings.SplitAfter(text.JA, "。") {
				if n := utf8.RuneCountInString(sentence); n > 60 {
					t.Errorf("%s %s: %d characters: %s", g.Ref(), at, n, sentence)
				}
			}
		}
		check("title", g.Title)
		check("about", g.About)
		if g.StaleAfter == "" {
			t.Errorf("%s does not say when to look again", g.Ref())
		}
		for _, group := range g.Groups {
			check(group.ID, group.Title)
			for _, e := range group.Entries {
				check(e.ID, e.Text)
				if !e.Note.IsZero() {
					check(e.ID, e.Note)
				}
				read, known := documents[e.Clause.Document]
				if !known || e.Clause.Clause == "" || e.Clause.Confidence == catalog.ConfidenceUnstated {
					t.Errorf("%s %s: no place in a document, or not how sure it is", g.Ref(), e.ID)
				}
				if e.Clause.Confidence == catalog.Official && !read {
					t.Errorf("%s %s: called official, but nobody opened the document", g.Ref(), e.ID)
				}
			}
		}
	}
}

// Identifiers and names as NIST gives them; crosswalks point at the identifiers.
func TestCSF(t *testing.T) {
	var got []string
	for _, group := range find(t, "csf@2.0").Groups {
		for _, e := range group.Entries {
			if !strings.HasPrefix(e.ID, group.ID+".") || e.Clause.Clause != e.ID {
				t.Errorf("%s stands in group %s and names clause %s", e.ID, group.ID, e.Clause.Clause)
			}
			got = append(got, e.ID+" "+e.Text.EN)
		}
	}
	want := []string{
		"GV.OC Organizational Context",
		"GV.RM Risk Management Strategy",
		"GV.RR Roles, Responsibilities, and Authorities",
		"GV.PO Policy",
		"GV.OV Oversight",
		"GV.SC Cybersecurity Supply Chain Risk Management",
		"ID.AM Asset Management",
		"ID.RA Risk Assessment",
		"ID.IM Improvement",
		"PR.AA Identity Management, Authentication, and Access Control",
		"PR.AT Awareness and Training",
		"PR.DS Data Security",
		"PR.PS Platform Security",
		"PR.IR Technology Infrastructure Resilience",
		"DE.CM Continuous Monitoring",
		"DE.AE Adverse Event Analysis",
		"RS.MA Incident Management",
		"RS.AN Incident Analysis",
		"RS.CO Incident Response Reporting and Communication",
		"RS.MI Incident Mitigation",
		"RC.RP Incident Recovery Plan Execution",
		"RC.CO Incident Recovery Communication",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Numbers and addresses exactly as the source prints them.
func TestContacts(t *testing.T) {
	g := find(t, "contacts@2026-01")
	got := map[string]string{}
	for _, e := range g.ContactsIn("") {
		if e.Clause.Clause == "巻末 相談先一覧" {
			got[e.Contact.Name] = strings.Join([]string{e.Contact.Region, e.Contact.Phone, e.Contact.Email, e.Contact.URL, e.Contact.AsOf}, " ")
		}
	}
	want := map[string]string{
		"愛知県 経済産業局 産業部 産業科学技術課 研究開発支援グループ": "JP-23 052-954-6370  https://www.pref.aichi.jp/soshiki/san-kagi/ 2026-01",
		"愛知県警察本部": "JP-23 052-951-1611  https://www.pref.aichi.jp/police/soudan/mail/jumin/kujou.html 2026-01",
		"中部公安調査局": "JP-23   https://www.moj.go.jp/psia/kouan_mail_keizaiampo.html 2026-01",
		"東海財務局「対内直接投資審査制度相談窓口」":     "JP-23 052-951-1797  https://www.mof.go.jp/policy/international_policy/gaitame_kawase/fdi/index.htm 2026-01",
		"名古屋税関 業務部 税関相談官室":          "JP-23 052-654-4100  https://www.customs.go.jp/nagoya/otoiawase/index.htm 2026-01",
		"中部経済産業局 地域経済部 国際課":         "JP-23 052-951-4091  https://www.chubu.meti.go.jp/b61boueki/index.html 2026-01",
		"IPA「企業組織向けサイバーセキュリティ相談窓口」": "JP  cs-support@ipa.go.jp https://www.ipa.go.jp/security/support/soudan.html 2026-01",
		"INPIT愛知県知財総合支援窓口":          "JP 0570-082100  https://chizai-portal.inpit.go.jp/madoguchi/aichi/ 2026-01",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func ExampleFind() {
	g, _ := guides.Find(catalog.Ref{ID: "contacts", Version: "2026-01"})
	for _, e := range g.ContactsIn("JP-13")[:1] {
		fmt.Println(e.Contact.Name, e.Contact.Email)
	}
	// Output: IPA「企業組織向けサイバーセキュリティ相談窓口」 cs-support@ipa.go.jp
}
