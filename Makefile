# Python 3.11 or newer and make are all this needs; everything else goes into .venv, by hash.

VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
DATASET ?= seeds/muse-spark
ONTOLOGIES ?= 20
SEED ?= $(shell date +%s)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup run test soak check lint lock benchmark

help: ## what there is to make
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: $(VENV)/.installed ## check the seed dataset and serve it at http://127.0.0.1:8000 (HOST=, PORT=, DATASET=)
	$(BIN)/graphsvc check $(DATASET)
	$(BIN)/graphsvc serve $(DATASET) --host $(HOST) --port $(PORT)

test: lint ## lint, types, layers, then every test
	$(BIN)/python -m pytest

soak: $(VENV)/.developing ## random ontologies, 100 operations each, on both stores, and reads amid loads (ONTOLOGIES=, SEED=)
	GRAPHSVC_TEST_SEED=$(SEED) GRAPHSVC_TEST_ONTOLOGIES=$(ONTOLOGIES) GRAPHSVC_TEST_QUERIES=100 \
		GRAPHSVC_TEST_GRAPHS=$(ONTOLOGIES) GRAPHSVC_TEST_READS=5000 \
		$(BIN)/python -m pytest tests/test_random.py tests/test_differential.py tests/test_torn_reads.py

lint: $(VENV)/.developing ## ruff, mypy and import-linter
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

check: $(VENV)/.installed ## check every seed dataset
	@for dataset in seeds/*/; do echo "$$dataset"; $(BIN)/graphsvc check "$$dataset" || exit; done

benchmark: $(VENV)/.developing benchmarks/yoga/node_modules ## compare with peers: benchmarks/RESULTS.md (ARGUMENTS=--help)
	$(BIN)/python -m benchmarks $(ARGUMENTS)

benchmarks/yoga/node_modules: benchmarks/yoga/package-lock.json
	npm ci --prefix $(@D) --silent --no-audit --no-fund
	@touch $@

setup: $(VENV)/.developing ## install what development needs

lock: ## write both lock files anew
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/python -m pip install --quiet 'uv>=0.9'
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock

COMPILE := .cache/lock/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --no-annotate --no-header

# A pyenv shim can be on the path and still have no Python behind it, so each candidate has to prove itself.
PYTHON = $(or $(firstword $(foreach name,python3.13 python3.12 python3.11 python3 python,$(shell \
	$(name) -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $(name)))),\
	$(error Python 3.11 or newer with venv is needed, and none is on the path))

$(VENV)/.created:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/.created
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.developing: requirements-dev.lock $(VENV)/.installed
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@
