package main

// report is what one run of the command found, as -json prints it. Times are in milliseconds, sizes in bytes.
type report struct {
	Command    string    `json:"command"`
	Date       string    `json:"date"`
	Conditions string    `json:"conditions"`
	Versions   []version `json:"versions"`
	Runs       int       `json:"runs"`
	Variants   []result  `json:"variants"`
}

// version says what a measurement was made with.
type version struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// result is what was found of one variant.
type result struct {
	Name      string     `json:"name"`
	Cold      timing     `json:"cold"`
	Warm      timing     `json:"warm"`
	Near      timing     `json:"near"`
	Click     spread     `json:"click"`
	Start     memories   `json:"start"`
	Answered  memories   `json:"answered"`
	Answers   spread     `json:"answers"`
	Resources []resource `json:"resources"`
}

// memories is what was found of memory.
type memories struct {
	Heap spread `json:"heap"`
	Wasm spread `json:"wasm"`
}

// timing is what was found of visits to a page.
type timing struct {
	FirstQuestion spread `json:"firstQuestion"`
	FirstAnswer   spread `json:"firstAnswer"`
	Ready         spread `json:"ready"`
	Wire          spread `json:"wire"`
}

// summarise joins the samples of one variant. The resources are the same in every turn.
func summarise(name string, samples []sample) result {
	of := func(value func(sample) float64) spread {
		var values []float64
		for _, s := range samples {
			values = append(values, value(s))
		}
		return spreadOf(values)
	}
	timing := func(visit func(sample) load) timing {
		of := func(value func(load) float64) spread { return of(func(s sample) float64 { return value(visit(s)) }) }
		return timing{
			FirstQuestion: of(func(l load) float64 { return l.FirstQuestion }),
			FirstAnswer:   of(func(l load) float64 { return l.FirstAnswer }),
			Ready:         of(func(l load) float64 { return l.Ready }),
			Wire:          of(func(l load) float64 { return l.Wire }),
		}
	}
	memories := func(held func(sample) memory) memories {
		return memories{
			Heap: of(func(s sample) float64 { return held(s).Heap }),
			Wasm: of(func(s sample) float64 { return held(s).Wasm }),
		}
	}
	return result{
		Name:      name,
		Cold:      timing(func(s sample) load { return s.Cold }),
		Warm:      timing(func(s sample) load { return s.Warm }),
		Near:      timing(func(s sample) load { return s.Near }),
		Click:     of(func(s sample) float64 { return s.Click }),
		Start:     memories(func(s sample) memory { return s.Start }),
		Answered:  memories(func(s sample) memory { return s.Answered }),
		Answers:   of(func(s sample) float64 { return s.Answers }),
		Resources: samples[0].Resources,
	}
}
