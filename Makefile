# make demo          builds the widget and serves a bank-like page with it on 127.0.0.1
# make test          installs what the tests need where it is missing and may be installed, then runs all of them
# make fuzz          fuzzes every target for FUZZTIME each (default 1m)
# make bench         runs the Go benchmarks and the widget's benchmark in a browser
# make bench-widget  runs the widget's benchmark alone, beside SurveyJS and the widget of commit EARLIER
# make screenshots   takes the pictures of the READMEs anew
# make mutate        looks for tests that cannot fail: mutation testing of score and assess

GO ?= go
FUZZTIME ?= 1m
ADDR ?= 127.0.0.1:8080
EARLIER ?= 9fec168
STATICCHECK = $(shell $(GO) env GOPATH)/bin/staticcheck

.PHONY: demo test tools check unit browser fuzz bench bench-widget screenshots mutate

demo:
	$(GO) run ./examples/hoshitori serve --addr $(ADDR)

test: tools check unit browser

tools:
	./.ci/tools

check:
	@test -z "$$(gofmt -l .)" || { echo "not formatted:"; gofmt -l .; exit 1; }
	$(GO) vet ./... ./examples/...
	$(STATICCHECK) ./... ./examples/...
	GOOS=js GOARCH=wasm $(GO) vet ./wasm/engine
	GOOS=js GOARCH=wasm $(STATICCHECK) ./wasm/engine

# The short form of fuzzing is that the seeds run as tests; of the benchmarks, that each runs once.
unit:
	$(GO) test ./...
	$(GO) test -run '^$$' -bench . -benchtime 1x ./...
	./.ci/mutate quick

# One package at a time: each drives a browser of its own.
browser:
	$(GO) test -p 1 ./examples/...

fuzz:
	./.ci/fuzz $(FUZZTIME)

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...
	$(GO) run ./examples/bench
	$(GO) run ./examples/bench -catalogs
	$(GO) run ./examples/bench -engine

bench-widget:
	$(GO) run ./examples/bench -runs 7 -earlier $(EARLIER)

screenshots:
	$(GO) run ./examples/screenshots -o docs/images

mutate:
	./.ci/mutate
