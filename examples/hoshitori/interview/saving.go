package interview

import (
	"github.com/hoshitori/hoshitori/catalog/lang"
	"github.com/hoshitori/hoshitori/catalog/problem"
)

// autosave saves the answers, if the user has agreed to a place.
func (i *interview) autosave() {
	if i.File == "" {
		return
	}
	if problems := i.Save(i.File, i.contents()); !problems.OK() {
		i.complain(problems)
		i.page.Warn("", wordUnsaved.In(i.Lang))
		i.Suggested, i.File = i.File, ""
		return
	}
	i.saved = true
}

// contents is the assessment file.
func (i *interview) contents() []byte { return append(i.Document.JSON(), '\n') }

func (i *interview) complain(problems problem.List) {
	for _, p := range problems {
		i.page.Warn("! ", p.Text(i.Lang))
	}
}

// chooseFile asks where to save, until that has worked or the user does not want it. It says done when it is.
func (i *interview) chooseFile(done lang.Text) error {
	for {
		suggested := i.Suggested
		if i.File != "" {
			suggested = i.File
		}
		name, err := i.ask(i.say(wordAskFile, "file", suggested))
		if err != nil || isNo(name) {
			return err
		}
		if name == "" {
			name = suggested
		}
		if i.File != name {
			if may, err := i.mayReplace(name); err != nil {
				return err
			} else if !may {
				continue
			}
		}
		if problems := i.Save(name, i.contents()); !problems.OK() {
			i.complain(problems)
			continue
		}
		i.File, i.saved = name, true
		i.page.Text(i.say(done, "file", name))
		return nil
	}
}

// mayReplace reports whether a file of that name may be written: there is none, or the user says so.
func (i *interview) mayReplace(name string) (bool, error) {
	if !i.Exists(name) {
		return true, nil
	}
	typed, err := i.ask(i.say(wordReplace, "file", name))
	return isYes(typed), err
}

// unsaved reports whether there are answers that would be lost.
func (i *interview) unsaved() bool { return !i.saved && len(i.Document.Answers) > 0 }

// leave ends the interview as the user asked: what is not saved may be saved now.
func (i *interview) leave() {
	if i.unsaved() {
		if err := i.chooseFile(wordSavedOnce); err != nil {
			i.keep()
			return
		}
	}
	i.sayHowToContinue()
}

// interrupted is [interview.leave] for a user who did not say goodbye.
func (i *interview) interrupted() {
	if i.unsaved() {
		i.page.Text(wordStopped.In(i.Lang))
	}
	i.leave()
}

func (i *interview) sayHowToContinue() {
	switch {
	case i.unsaved():
		i.page.Text(wordNotSaved.In(i.Lang))
	case i.File != "":
		i.page.Text(i.say(wordContinue, "file", i.File))
	}
}

// keep prints the answers if nothing else keeps them: nobody can be asked any more.
func (i *interview) keep() {
	if !i.unsaved() {
		i.sayHowToContinue()
		return
	}
	i.page.Text(wordEnded.In(i.Lang))
	i.flush()
	_, _ = i.Out.Write(i.contents())
}
