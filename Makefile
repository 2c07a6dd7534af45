# `make help` says what there is. Only make and Python 3.11 or newer are needed; uv makes it faster where it is found.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help install run test check check-generated generate package deploy lint-template lock clean

VENV := .venv
CLOUD := .venv-cloud
UV := $(shell command -v uv 2>/dev/null)
CODE := $(foreach d,functions schemas tools infra tests,$(if $(shell find $d -name '*.py' 2>/dev/null | head -n 1),$d))

# A name on the PATH may be a shim without a Python behind it, so each candidate is asked for its version and its path.
CANDIDATES := $(PYTHON) python3.13 python3.12 python3.11 python3.14 python3
NEW_ENOUGH := import sys; sys.version_info >= (3, 11) or sys.exit(1); print(sys.executable)

# $(call make_venv,DIRECTORY)
define make_venv
	@for p in $(CANDIDATES); do python=$$("$$p" -c '$(NEW_ENOUGH)' 2>/dev/null) && break || python=; done; \
	if [ -z "$$python" ]; then \
		echo "Vangnet needs Python 3.11 or newer: install it, or name it as in 'make run PYTHON=/usr/bin/python3.12'." >&2; \
		exit 1; \
	fi; \
	echo "Making $(1) with $$python"; \
	if [ -n "$(UV)" ]; then "$(UV)" venv --quiet --clear --python "$$python" $(1); exit; fi; \
	"$$python" -m venv --clear $(1) || { \
		rm -rf $(1); \
		echo "$$python cannot make a virtual environment: on Debian and Ubuntu, install python3-venv." >&2; \
		exit 1; \
	}
endef

# $(call install,DIRECTORY,ARGUMENTS)
define install
	@echo "Installing $(2)"; \
	if [ -n "$(UV)" ]; then "$(UV)" pip install --quiet --python $(1)/bin/python $(2); exit; fi; \
	$(1)/bin/python -m pip --version >/dev/null 2>&1 || $(1)/bin/python -m ensurepip >/dev/null; \
	$(1)/bin/python -m pip install --quiet --disable-pip-version-check $(2)
endef

help:  ## says what there is
	@sed -n 's/^\([a-z-]*\):.*##  *\(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do \
		printf '%-14s %s\n' "$$name" "$$what"; done

install: $(VENV)/.runtime  ## makes the environment in .venv from the lock file, as a service needs it

run: $(VENV)/.runtime  ## serves the demonstration on http://127.0.0.1:8000 until Ctrl-C
	@exec $(VENV)/bin/vangnet serve

test: $(VENV)/.dev $(CLOUD)/.cloud  ## runs every test; ARGS='-k term' passes options to pytest
	$(VENV)/bin/pytest -n 2 --dist loadgroup $(ARGS)

check: $(VENV)/.dev  ## format, lint, types, import rules, sizes, generated files
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy $(CODE)
	$(VENV)/bin/lint-imports --no-logo
	$(VENV)/bin/python tools/check_sizes.py
	@$(MAKE) --no-print-directory check-generated

check-generated: $(VENV)/.dev  ## says which generated files are stale
ifneq ($(wildcard tools/generate.py),)
	$(VENV)/bin/python -m tools.generate --check
	$(VENV)/bin/python -m tools.mail_samples --check
	$(VENV)/bin/python -m tools.letters --check
else
	@echo "generated files: there are none"
endif

package: $(VENV)/.dev  ## makes what is deployed on AWS, template and zip; OUT=build/package says where
	$(VENV)/bin/python -m tools.package $(OUT)

lint-template: package  ## checks the packaged template by AWS's own schemas
	$(VENV)/bin/cfn-lint $(OUT)/template.json

OUT ?= build/package

generate: $(VENV)/.dev  ## draws JSON Schemas, the OpenAPI document, the tables in docs/reference, docs/letters
	$(VENV)/bin/python -m tools.generate
	$(VENV)/bin/python -m tools.mail_samples
	$(VENV)/bin/python -m tools.letters

deploy: package  ## deploys it; STACK=name, CONFIG=municipality.yaml, PARAMETERS=file, and AWS's own variables
	$(VENV)/bin/vangnet aws deploy --stack "$(or $(STACK),vangnet)" --package "$(OUT)" \
		$(if $(CONFIG),--config "$(CONFIG)") $(if $(PARAMETERS),--parameters "$(PARAMETERS)")

lock:  ## renews the lock files with uv; UPGRADE=1 takes newer versions
	@if [ -z "$(UV)" ]; then echo "make lock needs uv: install it with 'pip install uv'." >&2; exit 1; fi
	$(COMPILE) pyproject.toml --group build -o requirements.lock
	$(COMPILE) pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock
	$(COMPILE) --group pyproject.toml:functions -c requirements.lock -o requirements-functions.lock
	$(COMPILE) --group pyproject.toml:letters -c requirements.lock -o requirements-letters.lock
	$(COMPILE) --group pyproject.toml:cloud -o requirements-cloud.lock

COMPILE = "$(UV)" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

clean:  ## removes the environments and caches; keeps ./data
	rm -rf $(VENV) $(CLOUD) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find . -name '*.egg-info' -type d -prune -exec rm -rf {} +

# The environments. A stamp is redone when its lock file changed; what is installed keeps to the lock's hashes.

$(VENV)/bin/python:
	$(call make_venv,$(VENV))

$(CLOUD)/bin/python:
	$(call make_venv,$(CLOUD))

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(call install,$(VENV),--require-hashes -r requirements.lock)
	$(call install,$(VENV),--no-deps --no-build-isolation -e .)
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(call install,$(VENV),--require-hashes -r requirements-dev.lock)
	@touch $@

$(CLOUD)/.cloud: requirements-cloud.lock | $(CLOUD)/bin/python
	$(call install,$(CLOUD),--require-hashes -r requirements-cloud.lock)
	@touch $@
