// Command lookup calls a method whose name is known only at run time.
package main

import (
	"os"
	"reflect"
)

func main() {
	reflect.ValueOf(os.Stdout).MethodByName(os.Args[1]).Call(nil)
}
