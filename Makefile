# Short names for what ./run, ./check and cmake do; `make` alone lists them.
.PHONY: help run build check fast all dev unit asan tsan fuzz tidy rules web pictures bench \
	coverage format clean

help:       ## this list
	@sed -n 's/^\([a-z ]*\):.*## /\1\t/p' Makefile | expand -t 12

run:        ## install, build, make the demonstration, serve it
	@./run

build:      ## install and build the release: build/release/ayni
	@./run --build

check:      ## what CI runs
	@./check

fast:       ## what to run before each commit
	@./check --fast

all:        ## what to run before a release (hours)
	@./check --all

dev:        ## the quick build: build/dev
	@cmake --preset dev >/dev/null && cmake --build --preset dev

unit:       ## unit tests; make unit TESTS='Settle.*' only those
	@cmake --preset dev >/dev/null && cmake --build --preset dev --target unit
	@build/dev/unit --gtest_brief=1 --gtest_filter='$(or $(TESTS),*)'

asan tsan:  ## the same under AddressSanitizer or ThreadSanitizer
	@cmake --preset $@ >/dev/null && cmake --build --preset $@
	@build/$@/unit --gtest_brief=1 --gtest_filter='$(or $(TESTS),*)'

fuzz:       ## fuzz targets, 10 s each; make fuzz TARGETS='json csv' only those
	@cmake --preset asan >/dev/null && cmake --build --preset fuzz && tools/fuzz.sh $(TARGETS)

tidy:       ## clang-tidy over the files that changed
	@tools/tidy.sh

rules:      ## rules of the tree and of the layers
	@./check --fast --only 'tree rules|architecture'

web:        ## build the pages into web/dist
	@bash -euc 'source tools/steps.sh; web_pages'

pictures:   ## take the pictures of the handbook anew, by build/release/ayni
	@node tests/browser/pictures.mjs --renew

bench:      ## micro-benchmarks; make bench BENCH=regex only those
	@cmake --preset release >/dev/null && cmake --build --preset release --target bench
	@build/release/bench --benchmark_filter='$(or $(BENCH),.)'

coverage:   ## which lines the unit tests reach: build/coverage.html
	@cmake --preset cov >/dev/null && cmake --build --preset cov && build/cov/unit --gtest_brief=1
	@gcovr --root . --filter src/ --exclude '.*_test\.cpp' --html-details build/coverage.html \
		--print-summary build/cov

format:     ## clang-format over src, tests and bench
	@git ls-files -co --exclude-standard '*.h' '*.cpp' | xargs clang-format -i

clean:      ## remove everything that was built
	@rm -rf build web/dist
