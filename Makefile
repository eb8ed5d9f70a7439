# `make` prints the targets. `make demo` and `make test` need Python 3.11, make and git; they install the rest.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo test test-fast lint fmt types layers generate generated web-check tests unit-tests crash-tests demo-journeys other-journeys journeys scores bench docs clean

help: ## print this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: .venv/run.stamp ## from clone to a running channel-sales app with data
	@$(BIN)/python -m tools.build_web
	@$(BIN)/tongdao demo

test: .venv/dev.stamp ## from clone to every test passed, journeys included
	@$(MAKE) --no-print-directory -j 2 lint types layers generated web-check
	@$(MAKE) --no-print-directory tests

test-fast: .venv/dev.stamp ## the engine's tests only
	$(BIN)/python -m pytest tests/engine -q

lint: .venv/dev.stamp ## style of Python
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

fmt: .venv/dev.stamp ## put Python into its style
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

types: .venv/dev.stamp ## types of Python
	$(BIN)/mypy

layers: .venv/dev.stamp ## direction of imports
	$(BIN)/lint-imports

generate: .venv/dev.stamp ## write every generated file anew
	$(BIN)/python tools/generate.py

generated: .venv/dev.stamp ## fail where a generated file differs from what generating gives
	$(BIN)/python tools/generate.py --check

web-check: .venv/dev.stamp ## types, style, layers and unit tests of the front end
	$(BIN)/python -m tools.npm run check

tests: .venv/dev.stamp .venv/browser.stamp ## pytest: SQLite, PostgreSQL, journeys in Chromium
	@$(BIN)/python -m tools.build_web
	@$(BIN)/python -m tools.npm run --silent size
	@$(MAKE) --no-print-directory -j 2 unit-tests crash-tests
	@$(MAKE) --no-print-directory journeys

unit-tests:
	$(BIN)/python -m pytest -n 3 --dist loadfile -m "not journey and not crash"

crash-tests:
	$(BIN)/python -m pytest -n 2 --dist load -m crash  # they wait most of the time

demo-journeys:
	$(BIN)/python -m pytest -p no:randomly -m demo  # they share one demo, in one order

other-journeys:
	$(BIN)/python -m pytest -n 2 --dist load -p no:randomly -m "journey and not demo"

journeys: .venv/dev.stamp .venv/browser.stamp ## the browser journeys only
	@$(BIN)/python -m tools.build_web
	@$(MAKE) --no-print-directory -j 2 demo-journeys other-journeys

scores: .venv/dev.stamp ## scores on the reference data
	$(BIN)/python -m tools.scores

bench: .venv/dev.stamp ## speed as ratios, measured in one run
	$(BIN)/tongdao bench

clean: ## remove what was installed and built
	rm -rf .venv runtime/web frontend/node_modules

.venv/bin/python:
	@$(PYTHON) -m venv .venv || { echo "python3 -m venv failed: install the venv package (Debian: apt-get install python3-venv)"; exit 1; }

.venv/run.stamp: .venv/bin/python pyproject.toml
	@echo "Installing Tongdao; the first time takes a minute or two."
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

.venv/dev.stamp: .venv/bin/python pyproject.toml
	@echo "Installing Tongdao with what its tests need; the first time takes a few minutes."
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e ".[dev]"
	@touch $@ .venv/run.stamp

.venv/browser.stamp: .venv/dev.stamp
	@$(BIN)/python tools/ensure_browser.py
	@touch $@
