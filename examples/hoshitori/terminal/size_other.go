//go:build !(linux || darwin || freebsd || netbsd || openbsd)

package terminal

import "os"

// columns returns 0: this system is not asked.
func columns(*os.File) int { return 0 }
