// Package interview asks the questions of a catalogue one after the other on a terminal, or of whatever gives and takes
// lines.
//
// It goes forward and back, explains why a question is asked and what counts as done, takes わからない as the honest
// answer that it is, saves where it has been told to, and shows the result at the end. Nothing that was answered is lost:
// answers that were not saved when the input ends are printed.
//
//	problems := interview.Run(interview.Settings{In: os.Stdin, Out: os.Stdout, Catalog: c, Document: assess.New(c.Ref()), …})
//
// # What it is not for
//
// It interviews one respondent. Answers of several are put together elsewhere.
package interview
