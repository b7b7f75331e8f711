package catalog

// parseCode is the inverse of jsondoc.CodeOf.
func parseCode(codes []string, code string) (uint8, bool) {
	for i := 1; i < len(codes); i++ {
		if codes[i] == code {
			return uint8(i), true
		}
	}
	return 0, false
}
