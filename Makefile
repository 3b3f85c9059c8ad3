# Préau. `make help` says what there is; every target sets itself up with nothing but Python 3.11 or newer.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

# The first interpreter that is new enough; PYTHON=… chooses another one.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet --no-input

# A lock names every package, so nothing is resolved again (--no-deps): older pips would want a newer coverage[toml].
# What is installed is named by what the locks say, so a changed lock installs itself and an unchanged one costs nothing.
LOCKED := $(shell cat requirements.lock pyproject.toml | cksum | tr -d ' ')
DEV_LOCKED := $(shell cat requirements-dev.lock pyproject.toml | cksum | tr -d ' ')
READY := .venv/ready-$(LOCKED)
DEV_READY := .venv/ready-dev-$(DEV_LOCKED)

ARGS ?=
# One worker more than the cores of a small machine: many tests wait for servers.
TEST_ARGS ?= -n 3

.PHONY: help setup demo run migrate migration test check format lint types imports coverage corpus fuzz bench lock clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

setup: $(READY) ## Make .venv with the locked dependencies and .venv/bin/preau

demo: $(READY) ## Book a lunch at the terminal: no account, no network
	@$(BIN)/preau demo

run: $(READY) ## Run Préau with ./config.toml
	@$(BIN)/preau run $(ARGS)

migrate: $(READY) ## Bring the database of ./config.toml to the newest schema
	@$(BIN)/preau migrate

test: $(DEV_READY) ## Run the tests (TEST_ARGS="-k deadline" chooses some)
	@$(BIN)/python -m pytest $(TEST_ARGS)

check: format lint types imports test ## Format, lint, types, imports, tests: what must be green to merge

format: $(DEV_READY) # the formatter has nothing to change
	@$(BIN)/ruff format --check --quiet . || { echo "not formatted: run $(BIN)/ruff format ."; exit 1; }

lint: $(DEV_READY)
	@$(BIN)/ruff check --quiet .

types: $(DEV_READY)
	@$(BIN)/mypy

imports: $(DEV_READY)
	@$(BIN)/lint-imports --no-logo

coverage: $(DEV_READY) ## Show which branches of the domain no test reaches
	@$(BIN)/python -m pytest $(TEST_ARGS) --cov --cov-report=term

corpus: $(DEV_READY) ## Score the understanding of parents' messages against its floor
	@PREAU_WHOLE_CORPORA=1 $(BIN)/python -m pytest -q -s tests/language/test_corpus.py

FUZZ ?= 10000
fuzz: $(DEV_READY) ## Read damaged mails without end (FUZZ=10000): none may fail, or cost a second
	@$(BIN)/python -m tests.mailer.fuzz $(FUZZ)

bench: $(DEV_READY) ## Measure: understanding, the door, mails per second, memory
	@$(BIN)/python -m benchmarks

migration: $(DEV_READY) ## Write the next migration: make migration m="what changes"
	@test -n "$(m)" || { echo 'say what changes: make migration m="add meal types"' >&2; exit 2; }
	@$(BIN)/python -m domain.store.migrations.revise "$(m)"

# uv is not part of the project: any recent one writes the same files.
UV ?= uv
COMPILE = $(UV) pip compile pyproject.toml --universal --python-version 3.11 --extra postgres --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet
lock: ## Renew the hashed locks (needs uv); LOCK_ARGS="--upgrade" takes newer versions
	$(COMPILE) $(LOCK_ARGS) --group build -o requirements.lock
	$(COMPILE) $(LOCK_ARGS) --group dev -o requirements-dev.lock

clean: ## Remove the virtual environment and all caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): | python
	@test -x $(BIN)/python && $(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@echo "installing the locked dependencies…"
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@rm -f .venv/ready-[0-9]* && touch $@

$(DEV_READY): | $(READY)
	@echo "installing the locked development tools…"
	@$(PIP) install --require-hashes --no-deps -r requirements-dev.lock
	@rm -f .venv/ready-dev-* && touch $@

.PHONY: python
python:
	@test -n "$(PYTHON)" || { echo "Préau needs Python 3.11 or newer: install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "this Python cannot make virtual environments: on Debian and Ubuntu, apt install python3-venv" >&2; exit 1; }
