package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	out := flag.String("o", "", "folder to write the pictures into, made if it is not there")
	flag.Parse()
	if *out == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := takeAll(ctx, *out); err != nil {
		fmt.Fprintln(os.Stderr, "screenshots:", err)
		os.Exit(1)
	}
}

// takeAll writes every picture into dir. It removes nothing.
func takeAll(ctx context.Context, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	s, err := openStudio(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	for _, p := range pictures() {
		size, err := s.take(p, dir)
		if err != nil {
			return fmt.Errorf("%s: %w", p.file(), err)
		}
		fmt.Printf("%s %.0f kB\n", p.file(), float64(size)/1000)
	}
	return nil
}
