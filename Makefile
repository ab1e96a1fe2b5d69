# SPDX-License-Identifier: Apache-2.0
#
# A thin front over cmake, ninja and the scripts. `make` or `make help` lists what there is.

PREFIX ?= /usr/local
SECONDS_EACH ?= 60
CASES ?= 100000
SEED ?= 1
JOBS ?= $(shell nproc 2>/dev/null || echo 2)

.PHONY: help build programs debug asan tsan clang demo check test reference bench bench-pages fuzz lint \
	format pictures tour install coverage clean

help: ## this list
	@echo "Vitrine: make TARGET"
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1\t\2/' | expand -t 14
	@echo "First time: ./demo (a museum in the browser) and ./check (everything tested)."

build: ## release build with the front end: build/release/vitrine
	cmake --preset release -DBUILD_TESTING=ON
	cmake --build build/release -j $(JOBS)

programs: ## only vitrine and demo-museum, without what the tests need
	test -f build/release/build.ninja || cmake --preset release -DBUILD_TESTING=OFF
	cmake --build build/release -j $(JOBS) --target vitrine demo-museum

debug: ## debug build: build/debug/vitrine
	cmake --preset debug
	cmake --build build/debug -j $(JOBS)

test: debug ## unit tests of the debug build
	ctest --test-dir build/debug -L unit -j $(JOBS) --output-on-failure

reference: programs ## CASES=100000 random questions of the program and of a plain reference, from SEED=1
	tools/reference $(CASES) $(SEED)

asan: ## unit tests and fuzz replay under AddressSanitizer and UndefinedBehaviorSanitizer
	cmake --preset asan
	cmake --build build/asan -j $(JOBS)
	ctest --test-dir build/asan -L 'unit|fuzz' -j $(JOBS) --output-on-failure

tsan: ## the tests that start threads, under ThreadSanitizer
	cmake --preset tsan
	cmake --build build/tsan -j $(JOBS)
	ctest --test-dir build/tsan -L threads -j $(JOBS) --output-on-failure

clang: ## release build with the other compiler
	cmake --preset clang
	cmake --build build/clang -j $(JOBS)

demo: ## a museum of 200,000 records, served on 127.0.0.1:8080
	./demo

check: ## everything: lint, unit, sanitizers, integration, browser, fuzz
	./check

bench: ## the benchmarks with their numbers, and the comparison with peers; never in ./check
	tools/install-packages build bench peers
	cmake --preset release
	cmake --build build/release -j $(JOBS)
	bench/run
	bench/compare --write

pictures: build ## a picture of every screen, in both themes and all widths, in build/screenshots
	VITRINE_ALL_LOOKS=1 VITRINE_SCREENSHOTS=$(CURDIR)/build/screenshots \
		ctest --test-dir build/release -L browser -j $(JOBS) --output-on-failure

tour: ## the pictures of docs/tour.md again, from the demo museum
	tools/install-packages build check
	./demo --no-serve --data build/tour-museum
	cd web && VITRINE_BINARY=../build/release/vitrine VITRINE_DEMO_DATA=../build/tour-museum \
		node e2e/tour.mjs

bench-pages: ## Lighthouse, frames and interactions of the pages: bench/PAGES.md; never in ./check
	tools/install-packages build check bench
	cmake --preset release
	cmake --build build/release -j $(JOBS)
	bench/pages --write

fuzz: ## every fuzz target for SECONDS_EACH=60 seconds
	cmake --preset fuzz
	cmake --build build/fuzz -j $(JOBS)
	tools/fuzz $(SECONDS_EACH)

lint: ## clang-format, clang-tidy, cppcheck, tools/checksrc
	test -f build/debug/compile_commands.json || cmake --preset debug
	tools/lint build/debug

format: ## clang-format over all C files
	tools/lint --format

install: build ## into PREFIX=/usr/local
	cmake --install build/release --prefix $(PREFIX)

coverage: ## line and branch coverage of the unit tests: build/coverage/index.html
	tools/install-packages build check coverage
	cmake --preset coverage
	cmake --build build/coverage -j $(JOBS)
	ctest --test-dir build/coverage -L unit -j $(JOBS) --output-on-failure
	gcovr --root . --filter src/ --html-details build/coverage/index.html --txt build/coverage

clean: ## remove build/
	rm -rf build
