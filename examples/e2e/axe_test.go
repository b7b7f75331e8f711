package e2e

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

// axeVersion is the version of axe-core, the rules by which pages are tested for people who see, hear or move otherwise.
// It comes from the npm registry once, and axeHash says that it is what was there when the tests were written.
const (
	axeVersion = "4.14.1"
	axeHash    = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c" // SHA-256
)

var axe = sync.OnceValues(func() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "hoshitori-e2e", "axe-core-"+axeVersion)
	file := filepath.Join(dir, "node_modules", "axe-core", "axe.min.js")
	if _, err := os.Stat(file); err != nil {
		if err := installAxe(dir); err != nil {
			return "", err
		}
	}
	script, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	if sum := sha256.Sum256(script); hex.EncodeToString(sum[:]) != axeHash {
		return "", fmt.Errorf("%s is not axe-core %s: remove %s", file, axeVersion, dir)
	}
	return string(script), nil
})

func installAxe(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	command := exec.Command("npm", "install", "--prefix", dir, "--ignore-scripts", "--no-audit", "--no-fund", "axe-core@"+axeVersion)
	output, err := command.CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		return errors.New("npm is missing, which fetches axe-core: run `apt-get install -y npm`")
	}
	if err != nil {
		return fmt.Errorf("%v: %w\n%s", command, err, output)
	}
	return nil
}

// The rules that depend on how a page looks, and not only on what is in it.
const (
	allRules    = `{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}`
	visualRules = `{type: 'rule', values: ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable']}`
)

// findings fails for everything that axe-core finds on the page as it is now.
func (v *visit) findings(state, rules string) {
	v.Helper()
	if v.text(`typeof axe`) == "undefined" {
		script, err := axe()
		v.must(err)
		v.text(script + `; ''`)
	}
	v.tellFindings(state, v.text(axeRun(rules)))
}

// axeRun is an expression that gives what axe-core finds.
func axeRun(rules string) string {
	return `(async () => {
		const {violations} = await axe.run(document, {runOnly: ` + rules + `, resultTypes: ['violations'], preload: false});
		return JSON.stringify(violations) })()`
}

// tellFindings fails for everything that axe-core has found.
func (v *visit) tellFindings(state, violations string) {
	v.Helper()
	var found []struct {
		ID, Help string
		Nodes    []struct {
			HTML    string
			Target  json.RawMessage
			Summary string `json:"failureSummary"`
		}
	}
	v.must(json.Unmarshal([]byte(violations), &found))
	for _, f := range found {
		for i, n := range f.Nodes {
			if i == 3 {
				v.Errorf("%s: %s: and %d more", state, f.ID, len(f.Nodes)-i)
				break
			}
			v.Errorf("%s: %s: %s\n\t%.300s\n\t%s", state, f.ID, f.Help, n.HTML, strings.ReplaceAll(n.Summary, "\n", "\n\t"))
		}
	}
}

// audit tests the page as it is now by all rules, and what depends on the looks in light and dark, on a phone and on a
// desktop.
func (v *visit) audit(state string) {
	v.Helper()
	for _, width := range []int{phone, desktop} {
		v.resize(width, 844, 1)
		for _, theme := range []string{"light", "dark"} {
			v.text(`document.querySelector('hoshitori-check').setAttribute('theme', '` + theme + `'); ''`)
			rules := visualRules
			if width == phone && theme == "light" {
				rules = allRules
			}
			v.findings(fmt.Sprintf("%s, %s, %d px", state, theme, width), rules)
		}
	}
}
