# Each target sets up what it needs. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: chat serve test check train bench help

PYTHON := .venv/bin/python
READY := .venv/.ready
IN_WEB := cd web && PATH="$(CURDIR)/.venv/bin:$$PATH"
PORT ?= 5005
ARGS ?=
export RASA_TELEMETRY_ENABLED := false

chat: $(READY) ## talk with the coach in this terminal (ARGS="--lang zh" or en; --forget deletes your conversation and results)
	@$(PYTHON) -m server.chat $(ARGS)

serve: $(READY) ## run the server with the web page on 127.0.0.1 (PORT=5005)
	@scripts/build_page.sh || true
	@$(PYTHON) -m server.serve --port $(PORT) $(ARGS)

train: $(READY) ## train the Rasa model and fit the reader, where what they are made from changed
	@$(PYTHON) -m server.train

test: $(READY) ## run all tests (ARGS="-k word" picks some)
	@$(PYTHON) -m server.train
	@scripts/build_page.sh
	@$(IN_WEB) npm --silent test
	@$(PYTHON) -m pytest $(ARGS)

check: $(READY) ## check style and types (Python and web/), knowledge/ and the Rasa project
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy --no-error-summary coach
	@$(PYTHON) -m coach check
	@scripts/build_page.sh --tools
	@$(IN_WEB) npm --silent run check
	@said=$$(PYTHONWARNINGS=ignore .venv/bin/rasa data validate --fail-on-warnings 2>&1) || { echo "$$said"; exit 1; }
	@echo "All checks passed."

bench: $(READY) ## measure speed beside the bot of `rasa init` and write docs/performance.md (some minutes)
	@$(PYTHON) -m benchmarks.run $(ARGS)

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-7s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# .ready is newer than requirements.txt when what is locked there is installed.
$(READY): requirements.txt
	@python=$$(scripts/find_python.sh)
	@echo "首次准备运行环境,约一分钟 / Setting up .venv, about a minute …" >&2
	@$(PYTHON) -c "" 2>/dev/null || "$$(scripts/find_python.sh)" -m venv --clear .venv
	@[ -x .venv/bin/uv ] || $(PYTHON) -m pip install -qq --disable-pip-version-check uv==0.13.9
	@VIRTUAL_ENV=$(CURDIR)/.venv .venv/bin/uv pip install --system-certs --compile-bytecode --require-hashes -q -r requirements.txt
	@touch $@
