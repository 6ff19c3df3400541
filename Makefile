# `make` lists what there is to do. Each target first makes the environment if it is not there yet.

ARTICLE ?= seeds/haftar-belarus-2025-02-24.txt
export ARTICLE
export PUBLISHED
FOLDER ?= samples
export FOLDER

BIN := .venv/bin
READY := .venv/ready
EXTRA := .venv/extra
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --upgrade --universal \
    --python-version 3.11 --generate-hashes --no-emit-index-url
REPORT_SOURCES = lib/readout/*.* data/*.csv notebooks/*.ipynb requirements.txt

.DEFAULT_GOAL := help
.PHONY: help env extra report test score lab notebooks tables pictures bench lock clean

help: ## list the targets
	@echo "Readout: who is in a news article, when it happened, who backs whom."
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

env: $(READY) ## make the environment in .venv, exactly as locked in requirements.txt
	@echo "The environment in .venv is ready."

$(READY): requirements.txt pyproject.toml
	@found=; for python in $(PYTHON) python3.11 python3 python; do \
	    if $$python -c 'import sys, ensurepip; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; \
	    then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	    echo "Readout needs Python 3.11 with venv (Debian, Ubuntu: apt install python3.11-venv);" \
	        "if it has another name: make PYTHON=/path/to/python3.11" >&2; exit 1; \
	fi; \
	echo "Installing the packages of requirements.txt into .venv; this takes two to six minutes ..."; \
	[ -x $(BIN)/pip ] || $$found -m venv .venv
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.txt
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

extra: $(EXTRA) ## install requirements-extra.txt too: FollowTheMoney (needs libicu-dev), browser tests
	@echo "The extra packages are in .venv."

$(EXTRA): $(READY) requirements-extra.txt
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes --requirement requirements-extra.txt
	@touch $@

report: $(READY) ## report on ARTICLE=path, a file or a folder of them [PUBLISHED=2025-02-24]
	@if [ -d "$$ARTICLE" ]; then name=$$(basename "$$(cd "$$ARTICLE" && pwd)"); \
	else name=$$(basename "$$ARTICLE"); name="$${name%.*}"; fi; folder="reports/$$name"; \
	inputs=$$( (echo "$$READOUT_MODEL $$PUBLISHED $$READOUT_ACTORS"; \
	    find -L "$$ARTICLE" "$${ARTICLE%.*}.corrections.csv" $${READOUT_ACTORS:+"$$READOUT_ACTORS"} \
	        -maxdepth 1 -type f -exec cksum {} + 2>/dev/null | sort; \
	    cat $(REPORT_SOURCES)) | cksum); \
	if [ -f "$$folder/index.html" ] && [ "$$inputs" = "$$(cat "$$folder/.inputs" 2>/dev/null)" ]; \
	then echo "Nothing has changed since $$folder/index.html was made."; \
	else $(BIN)/python -m readout report $${PUBLISHED:+--published "$$PUBLISHED"} -- "$$ARTICLE" && \
	    echo "$$inputs" > "$$folder/.inputs"; fi

test: $(READY) ## run all tests: units, examples in the docs, notebooks, lints
	@$(BIN)/pytest

score: $(READY) ## score Readout on the annotated articles in FOLDER=path/to/folder (default: samples)
	@$(BIN)/python -m readout score "$$FOLDER"

lab: $(READY) ## open the notebooks in JupyterLab
	@$(BIN)/jupyter lab notebooks

notebooks: $(READY) ## run the notebooks on the seed article and keep their outputs
	@$(BIN)/python tools/run_notebooks.py notebooks/*.ipynb

tables: $(READY) ## write the frames of the seed article as CSV into seeds/tables
	@$(BIN)/python tools/write_tables.py

pictures: $(READY) ## draw the charts of the seed article that the README shows
	@$(BIN)/python tools/draw_pictures.py

bench: $(READY) ## measure Readout's speed against bare spaCy
	@$(BIN)/python benchmarks/parse_speed.py

lock: $(READY) ## renew requirements*.txt from requirements*.in with the newest versions
	@$(COMPILE) --output-file requirements.txt requirements.in
	@$(COMPILE) --constraint requirements.txt --output-file requirements-extra.txt requirements-extra.in
	@echo "Wrote both; the next make target installs them. Run make test before you commit them."

clean: ## delete the environment, the reports and all caches
	@rm -rf .venv build dist reports *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -prune -exec rm -rf {} + -o -name .ipynb_checkpoints -prune -exec rm -rf {} +
