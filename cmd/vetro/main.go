// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"slices"

	"vetro/cmd/internal/command"
)

func main() {
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "vetro: non riesco a sapere in quale cartella sono:", err)
		os.Exit(3)
	}
	// What nohup, or a shell in the background, lets it ignore stays ignored.
	ctx, stop := signal.NotifyContext(context.Background(), slices.DeleteFunc(command.Interrupts, signal.Ignored)...)
	context.AfterFunc(ctx, stop) // a second one ends the program at once
	std := command.IO{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Environ(), Dir: dir}
	code := command.Main(ctx, std, os.Args[1:])
	stop()
	os.Exit(code)
}
