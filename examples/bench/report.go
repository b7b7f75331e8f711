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
	Name       string     `json:"name"`
	Cold       timing     `json:"cold"`
	Warm       timing     `json:"warm"`
	Click      spread     `json:"click"`
	Heap       spread     `json:"heap"`
	WasmMemory spread     `json:"wasmMemory"`
	Resources  []resource `json:"resources"`
}

// timing is what was found of visits to a page.
type timing struct {
	FirstQuestion spread `json:"firstQuestion"`
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
	timing := func(of func(func(load) float64) spread) timing {
		return timing{
			FirstQuestion: of(func(l load) float64 { return l.FirstQuestion }),
			Ready:         of(func(l load) float64 { return l.Ready }),
			Wire:          of(func(l load) float64 { return l.Wire }),
		}
	}
	return result{
		Name:  name,
		Cold:  timing(func(value func(load) float64) spread { return of(func(s sample) float64 { return value(s.Cold) }) }),
		Warm:  timing(func(value func(load) float64) spread { return of(func(s sample) float64 { return value(s.Warm) }) }),
		Click: of(func(s sample) float64 { return s.Click }),
		Heap:  of(func(s sample) float64 { return s.Heap }), WasmMemory: of(func(s sample) float64 { return s.WasmMemory }),
		Resources: samples[0].Resources,
	}
}
