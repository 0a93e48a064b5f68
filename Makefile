# make briefing   set up, then write the memo of sources/ into output/
# make test       set up, then run the tests
# make setup      set up alone; leaves .venv/bin/briefing
PYTHON ?= python3

.PHONY: briefing setup dev test test-render test-training model base lint size lock docs clean
.DELETE_ON_ERROR:

briefing: setup
	.venv/bin/briefing build

setup: .venv/.runtime
dev: .venv/.dev

# pip lives in a throw-away environment, so that the program's own holds nothing but what it runs on.
# Nothing is compiled ahead: Python writes byte code for what is really used.
define install
	$(PYTHON) -m venv .venv-pip
	test -x $(@D)/bin/python || $(PYTHON) -m venv --without-pip $(@D)
	.venv-pip/bin/python -m pip --python $(@D)/bin/python install --quiet --disable-pip-version-check --no-compile \
	  --require-hashes --no-deps -r $(1)
	.venv-pip/bin/python -m pip --python $(@D)/bin/python install --quiet --disable-pip-version-check --no-compile \
	  --no-deps --no-build-isolation --editable .
	rm -rf .venv-pip
	touch $@
endef

.venv/.runtime: requirements.lock pyproject.toml
	$(call install,requirements.lock)

.venv/.dev: requirements-dev.lock .venv/.runtime
	$(call install,requirements-dev.lock)

# PyTorch and what else the recipe in training/ needs, in an environment apart.
.venv-training/.ready: requirements-training.lock pyproject.toml
	$(call install,requirements-training.lock)

.venv-training/.base: requirements-base.lock .venv-training/.ready
	$(call install,requirements-base.lock)

test: dev
	.venv/bin/python -m pytest --ignore=tests/render_external --ignore=tests/training

# What needs LibreOffice, poppler or Chromium; each test is skipped, with its reason, where its program is missing.
AXE = $(wildcard .venv/lib/python3*/site-packages/axe_playwright_python/axe.min.js)
test-render: dev
	PATH="$(CURDIR)/.venv/bin:$$PATH" AXE_CORE="$(AXE)" .venv/bin/python -m pytest --allow-hosts=127.0.0.1,::1 -rs tests/render_external

test-training: .venv-training/.ready
	.venv-training/bin/python -m pytest tests/training

# Trains for hours; a stopped run goes on where it was.
WORK ?= model-work
model: .venv-training/.ready
	.venv-training/bin/python -m training training/recipe.toml $(WORK)

# What a recipe with `base = "index"` starts from.
base: .venv-training/.base

size: dev
	.venv/bin/python -m benchmarks.size

# The command reference, written from --help.
docs: dev
	.venv/bin/python docs/commands.py

lint: dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

# Needs uv. Compiles for every platform and supported Python; no index address is written.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
       --custom-compile-command "make lock"
# Left out: fonttools (23 MB), with which matplotlib writes PDF; contourpy, with which it draws contours; and of the
# program's own also pygments (5 MB), with which rich colours source code. We show none of these.
LEFT_OUT = --no-emit-package fonttools --no-emit-package contourpy
# Of torch the lock admits one file: the CPU build of 2.13.0 for Python 3.11 on Linux, from PyTorch's own index for CPU
# builds (give it to pip as an extra index). That of the general index brings 3 GB of CUDA.
TORCH_CPU = 6746dbcbeb526eb61330b76b41ff1b4eb848951103a892eeb080dfa2b264667b
lock:
	$(LOCK) pyproject.toml --group build $(LEFT_OUT) --no-emit-package pygments -o requirements.lock
	$(LOCK) pyproject.toml --group build --group dev $(LEFT_OUT) -c requirements.lock -o requirements-dev.lock
	$(LOCK) pyproject.toml --group build --group dev --group training $(LEFT_OUT) -c requirements-dev.lock \
	  -o requirements-training.lock
	sed -i -e '/^torch==/,/^    #/{/--hash/d;s/^torch==.*/torch==2.13.0+cpu \\\n    --hash=sha256:$(TORCH_CPU)/}' requirements-training.lock
	$(LOCK) --group base -o requirements-base.lock

clean:
	rm -rf .venv .venv-pip .venv-training .mypy_cache .pytest_cache .ruff_cache .hypothesis
