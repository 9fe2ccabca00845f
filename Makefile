# Each target sets up its own environment in .venv first. Without make: see README, "Without make".
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: setup dataset test check ui bench lock clean

dataset: setup ## build the dataset from the bundled corpus
	@$(BIN)/migcoop build

test: setup ## run the tests
	@$(BIN)/python -m pytest

check: setup ## formatting, lint, types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

ui: setup ## the operator's view on http://127.0.0.1:3000
	@$(BIN)/migcoop ui

bench: setup ## measure throughput and memory
	@$(BIN)/python -m benchmarks

setup: $(READY) ## the environment, from the hash-pinned lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "migcoop needs Python 3.11 or later; name one with: make PYTHON=python3.11")'
	@$(PYTHON) -m venv .venv
	@echo "installing the locked packages into .venv (a minute or two, once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

lock: ## renew requirements.lock (needs uv)
	uv pip compile --universal --generate-hashes --no-strip-extras --no-annotate --no-header --extra dev pyproject.toml -o requirements.lock

clean: ## remove the environment and all working state, but not releases, raw store and inbox
	rm -rf .venv var/tables var/extracted var/validation var/dagster .mypy_cache .ruff_cache .pytest_cache
