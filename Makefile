PY ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
TEST_STAMP := $(VENV)/.ready-test

.PHONY: setup browser demo test check format lock bench clean

setup: $(STAMP)

$(BIN)/python:
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "chipwire needs Python 3.11 or newer; set PY=python3.11"; exit 1; }
	@$(PY) -c 'import ensurepip, venv' 2>/dev/null || { echo "python3 lacks venv: on Debian, apt-get install python3-venv"; exit 1; }
	$(PY) -m venv $(VENV)

# Hash mode refuses a local project in the same call, and build isolation would fetch the backend unhashed:
# so the lock first, then the project alone.
$(STAMP): $(BIN)/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_STAMP): $(STAMP) requirements-dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(STAMP)
	$(BIN)/chipwire demo

test: $(TEST_STAMP)
	$(BIN)/python -m pytest -n auto

# The digest is looked at in a real browser; without one that test is skipped, and says so.
browser:
	@command -v chromium >/dev/null \
	  || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && timeout 300 apt-get update -qq \
	       && timeout 600 apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null; } \
	  || echo "no chromium here, and none could be installed: nobody will look at the digest"

check: $(TEST_STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile
	$(BIN)/python tests/module_lengths.py

format: $(TEST_STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Needs uv on the path; the locks are committed, uv.lock is not.
lock:
	uv export -q --format requirements-txt --no-emit-project --no-header --no-default-groups --group build -o requirements.lock
	uv export -q --format requirements-txt --no-emit-project --no-header --group dev -o requirements-dev.lock
	rm -f uv.lock

bench: $(TEST_STAMP)
	$(BIN)/python benchmarks/poll.py
	$(BIN)/python -m benchmarks.match

clean:
	rm -rf $(VENV) build dist *.egg-info
