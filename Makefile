# The index of tasks. `make help` prints the lines that have a ##.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CORE := .venv/.core-installed
DEV := .venv/.dev-installed
BROWSER := .venv/.browser-looked-for
PARSER := src/servanda/syntax/grammar.saved
DEMO := agreements/weak-truce/agreement.pact agreements/robust-truce/agreement.pact
.DEFAULT_GOAL := help
.PHONY: help demo test check exam library oldest reset docs bench clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | expand -t 10

$(CORE): requirements/build.txt requirements/core.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Servanda needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	@echo "Setting up .venv (about ten seconds, once) ..." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements/build.txt -r requirements/core.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(PARSER): src/servanda/syntax/grammar.lark src/servanda/syntax/parse.py $(CORE)
	@$(BIN)/python -c 'import sys; from servanda.syntax.parse import saved; sys.stdout.buffer.write(saved())' > $@.new
	@mv $@.new $@

$(DEV): $(CORE) requirements/dev.txt requirements/reading.txt requirements/reader.txt requirements/engine.txt
	@echo "Installing the tools for tests, and what reads articles ..." >&2
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/reading.txt
	@$(PIP) install --require-hashes -r requirements/reader.txt
	@$(PIP) install --require-hashes -r requirements/engine.txt
	@touch $@

$(BROWSER): tests/browser/chromium.sh $(DEV)
	@sh tests/browser/chromium.sh
	@touch $@

demo: $(CORE) $(PARSER) ## check a weak truce and its cure (installs the core only)
	@$(BIN)/servanda check $(DEMO) || test $$? -eq 1

test: check $(BROWSER) ## everything that must pass: lint, types, layers, tests
	@$(BIN)/pytest -n 2 --dist worksteal -q

check: $(DEV) $(PARSER) ## lint, types and layers only
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

exam: $(DEV) $(PARSER) $(BROWSER) ## the long run: many more random agreements, and the controls spoilt on purpose
	@$(BIN)/pytest -n 2 -q --hypothesis-profile=exam
	@$(BIN)/python benchmarks/mutants.py
	@$(BIN)/python -m benchmarks.mending

library: $(CORE) $(PARSER) ## write the table of the agreements in agreements/README.md
	@$(BIN)/python benchmarks/library.py

oldest: $(DEV) $(BROWSER) ## the tests with the oldest releases of the core that are allowed
	@$(BIN)/python -m venv --clear .venv-oldest
	@$(PIP) --python .venv-oldest/bin/python install --require-hashes -r requirements/dev.txt
	@$(PIP) --python .venv-oldest/bin/python install --require-hashes --no-deps -r requirements/oldest.txt
	@PYTHONPATH="$(CURDIR)/src" .venv-oldest/bin/python -m pytest -n 2 --dist worksteal -q

reset: $(DEV) $(PARSER) ## rewrite the expected output in every document; read the diff afterwards
	@$(BIN)/python -m tests.documents

docs: reset ## rewrite generated documentation: executed pages, JSON schemas
	@$(BIN)/python -m tests.schemas

bench: $(CORE) $(PARSER) ## time and memory of the commands, as a table in benchmarks/
	@$(BIN)/python benchmarks/run.py

clean: ## remove what make installed
	@rm -rf .venv .venv-oldest .mypy_cache .ruff_cache .pytest_cache .hypothesis $(PARSER)
