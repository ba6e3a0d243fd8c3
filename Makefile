# staffopt: `make demo` shows what it does, `make test` proves it.
LOG ?= calls-jan-jul.csv.gz

.PHONY: demo bank build test test-noglpk lint format goldens bench bench-check bench-thresholds bench-quality docs clean

OUT ?= out/spring-festival-2026
PLAN ?= Data/spring-festival-2026

demo: ## Build in release and solve the sample plan, with GLPK where it can be had.
	swift build -c release --product staffopt $$(.ci/glpk)
	.build/release/staffopt solve $(PLAN) --out $(OUT)

bank: ## Plan Passover 1999 from a bank's real call log: make bank LOG=calls-jan-jul.csv.gz
	mkdir -p out/bank-plan
	cp Data/anonymous-bank-1999/plan.yaml Data/anonymous-bank-1999/staff.csv out/bank-plan/
	cp $(LOG) out/bank-plan/calls.csv.gz
	swift build -c release --product staffopt $$(.ci/glpk)
	.build/release/staffopt solve out/bank-plan --out out/anonymous-bank-1999

build: ## Build in release.
	swift build -c release $$(.ci/glpk)

test: ## Run all tests.
	swift test $$(.ci/glpk)

test-noglpk: ## Run all tests without GLPK, in a build folder of its own.
	swift test --disable-default-traits --scratch-path .build-noglpk

lint: ## Check formatting and file lengths.
	.ci/lint

format: ## Format all sources.
	swift format --in-place --recursive Sources Tests Benchmarks Package.swift

goldens: ## Record the golden files anew; look at the diff before committing.
	RECORD_GOLDENS=1 swift test $$(.ci/glpk) || true
	git diff --stat -- Tests

bench: ## Measure the speed of the parts.
	cd Benchmarks && swift package $$(../.ci/glpk) benchmark

bench-check: ## Fail where the speed of a part is out of its committed threshold.
	cd Benchmarks && swift package $$(../.ci/glpk) benchmark thresholds check --metric relativeTime --no-progress

bench-thresholds: ## Record the thresholds anew; look at the diff before committing.
	cd Benchmarks && swift package --allow-writing-to-package-directory $$(../.ci/glpk) \
	  benchmark thresholds update --metric relativeTime --no-progress
	git diff --stat -- Benchmarks/Thresholds

bench-quality: ## Value, bound and gap of auto and greedy on each sample plan.
	cd Benchmarks && swift run -c release $$(../.ci/glpk) QualityTable

docs: ## Build the library's documentation.
	swift package generate-documentation --target StaffOptKit

clean:
	rm -rf .build .build-noglpk Benchmarks/.build out
