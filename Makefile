# make briefing   set up, then write the memo of sources/ into output/
# make test       set up, then run the tests
# make setup      set up alone; leaves .venv/bin/briefing
PYTHON ?= python3
SOURCES := $(wildcard sources/*)

.PHONY: briefing setup dev test lint lock clean
.DELETE_ON_ERROR:

briefing: setup
	.venv/bin/briefing build

setup: .venv/.runtime
dev: .venv/.dev

# pip lives in a throw-away environment, so that the program's own holds nothing but what it runs on.
# Nothing is compiled ahead: Python writes byte code for what is really used.
define install
	$(PYTHON) -m venv .venv-pip
	test -x .venv/bin/python || $(PYTHON) -m venv --without-pip .venv
	.venv-pip/bin/python -m pip --python .venv/bin/python install --quiet --disable-pip-version-check --no-compile \
	  --require-hashes --no-deps -r $(1)
	.venv-pip/bin/python -m pip --python .venv/bin/python install --quiet --disable-pip-version-check --no-compile \
	  --no-deps --no-build-isolation --editable .
	rm -rf .venv-pip
	touch $(2)
endef

.venv/.runtime: requirements.lock pyproject.toml
	$(call install,requirements.lock,$@)

.venv/.dev: requirements-dev.lock .venv/.runtime
	$(call install,requirements-dev.lock,$@)

test: dev
	.venv/bin/python -m pytest

lint: dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

# Needs uv. Compiles for every platform and supported Python; no index address is written.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
       --custom-compile-command "make lock"
lock:
	$(LOCK) pyproject.toml --group build -o requirements.lock
	$(LOCK) pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv .venv-pip .mypy_cache .pytest_cache .ruff_cache .hypothesis
