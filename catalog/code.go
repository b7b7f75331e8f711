package catalog

// codeOf returns the code of a value of a closed set. A number outside the set can only come from a conversion in
// another package; it has no code, and no file can be written with it.
func codeOf(codes []string, v uint8) string {
	if int(v) < len(codes) {
		return codes[v]
	}
	return ""
}

func parseCode(codes []string, code string) (uint8, bool) {
	for i := 1; i < len(codes); i++ {
		if codes[i] == code {
			return uint8(i), true
		}
	}
	return 0, false
}
