package main

import (
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// loaderFile is the file that the two lines name.
const loaderFile = "hoshitori.js"

// earlier is our own widget as it was, with its two lines. from names a commit, which is built, or a folder that holds a build.
func earlier(from string) variant {
	return variant{name: "earlier, two lines", page: "/earlier/", ready: "hoshitori-ready", write: func(s *site) error {
		dir := filepath.Join(s.dir, "earlier")
		if err := bringEarlier(dir, from); err != nil {
			return fmt.Errorf("the earlier widget: %w", err)
		}
		script, err := scriptOf(dir)
		if err != nil {
			return fmt.Errorf("the earlier widget: %w", err)
		}
		return s.addPage("/earlier/index.html", "", embed(script, nil))
	}}
}

// bringEarlier puts the files of the earlier widget into dir.
func bringEarlier(dir, from string) error {
	if isBuild(from) {
		return os.CopyFS(dir, os.DirFS(from))
	}
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	return buildCommit(root, from, dir)
}

// isBuild says whether a name is that of a folder with a widget in it.
func isBuild(name string) bool {
	_, err := os.Stat(filepath.Join(name, loaderFile))
	return err == nil
}

// buildCommit builds the widget of a commit into dir, from a work tree of its own that is gone afterwards: what is checked out
// and not yet committed stays as it is.
func buildCommit(root, commit, dir string) (err error) {
	hash, err := output(root, "git", "rev-parse", "--verify", "--quiet", "--end-of-options", commit+"^{commit}")
	if err != nil {
		return fmt.Errorf("%q is neither a commit in %s nor a folder with %s: %w", commit, root, loaderFile, err)
	}
	temp, err := os.MkdirTemp("", "hoshitori-earlier-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	tree := filepath.Join(temp, "tree")
	if _, err := output(root, "git", "worktree", "add", "--quiet", "--detach", tree, strings.TrimSpace(hash)); err != nil {
		return err
	}
	defer func() {
		_, failure := output(root, "git", "worktree", "remove", "--force", tree)
		err = errors.Join(err, failure)
	}()
	_, err = output(tree, "go", "run", "./wasm/build", "-o", dir)
	return err
}

// earlierVersion says which build the earlier one is.
func earlierVersion(from string) (version, error) {
	const name = "earlier build"
	if isBuild(from) {
		return version{name, "from a folder"}, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return version{}, err
	}
	which, err := output(root, "git", "log", "-1", "--format=%h of %cs", "--end-of-options", from, "--")
	return version{name, strings.TrimSpace(which)}, err
}

// scriptOf returns the line with the script of the widget in a folder.
func scriptOf(dir string) (line string, err error) {
	loader, err := os.ReadFile(filepath.Join(dir, loaderFile))
	if err != nil {
		return "", err
	}
	sum := sha512.Sum384(loader)
	return fmt.Sprintf(`<script type="module" src="%s" integrity="sha384-%s" crossorigin="anonymous"></script>`,
		loaderFile, base64.StdEncoding.EncodeToString(sum[:])), nil
}
