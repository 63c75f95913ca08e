# Needs Python 3.11 or newer, make and git. Everything else is installed once into .venv; later runs work offline.

# The first of these that is new enough; choose another with `make PYTHON=...`.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)

VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest
# Tests run on all cores; `make test JOBS=0` runs them one after the other, as a debugger wants it.
JOBS ?= auto
PARALLEL = -n $(JOBS) --dist worksteal
READY := $(VENV)/.ready

# pytest exits with 5 where it collects nothing: said aloud, not a failure. Any other code stays as it is.
OR_NONE = || { code=$$?; [ $$code -eq 5 ] && echo "none yet: $@"; }

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-slow lint format format-check types layers notebooks docs schemas bench bench-docs bench-more check build lock clean

help: ## show the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## create .venv and install the library with all tools, once

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version)'
	"$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(READY) ## match both examples and say where their reports are
	@$(BIN)/prssmi-match demo

test: $(READY) ## run the tests with coverage, all but the slow ones
	$(PYTEST) $(PARALLEL) -m "not slow" --cov

test-slow: $(READY) ## run the slow tests
	@$(PYTEST) $(PARALLEL) -m slow $(OR_NONE)

lint: $(READY) ## check the style
	$(BIN)/ruff check

format: $(READY) ## format the code
	$(BIN)/ruff format

format-check: $(READY) ## check the formatting
	$(BIN)/ruff format --check

types: $(READY) ## check the types
	$(BIN)/mypy

layers: $(READY) ## check the import direction
	$(BIN)/lint-imports

notebooks: $(READY) ## run the notebooks as tests
	@set -- notebooks/*.ipynb; if [ -e "$$1" ]; then $(PYTEST) --nbmake notebooks; else echo "none yet: $@"; fi

docs: $(READY) ## build the documentation and run its examples
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs build/docs/html
	$(BIN)/python -m sphinx -q -W --keep-going -b doctest docs build/docs/doctest
	@echo "The documentation is in build/docs/html/index.html"

schemas: $(READY) ## write the shipped JSON Schemas anew from the models
	$(BIN)/python -m prssmi_match.records.schemas

# Rows are kept as they come: Ctrl-C, then `make bench RESUME=1` goes on. LARGE=1 adds what needs minutes and gigabytes.
bench: $(READY) ## measure beside peers: make bench FAMILIES="preset network"
	@$(BIN)/python -m benchmarks $(FAMILIES) $(if $(RESUME),--resume) $(if $(LARGE),--large)

bench-docs: $(READY) ## write what `make bench` measured into the documentation
	@$(BIN)/python -m benchmarks --docs

bench-more: $(READY) ## time planning, reports and single questions
	@$(PYTEST) benchmarks --benchmark-only

check: lint format-check types layers test ## everything that should hold before a commit

build: $(READY) ## build the wheel
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

lock: ## renew constraints.txt with the newest versions
	rm -rf $(VENV)
	"$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/python -m pip freeze --exclude-editable > constraints.txt
	@touch $(READY)

clean: ## remove everything that was made
	rm -rf $(VENV) dist build .coverage .coverage.* .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .benchmarks
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
