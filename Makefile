# The commands of the project; each works on a fresh clone. `make run` and `make test` need only Python 3.11 and make.
# The first Python that is new enough; the pins are made for 3.11.
PYTHON ?= $(firstword $(foreach name,python3.11 python3 python3.12 python3.13,$(shell \
	$(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
VENV := .venv
BIN := $(VENV)/bin
ADDRESS := http://localhost:8501

.PHONY: run test data bench lint pins packages

run: $(VENV)/run.stamp
	@$(BIN)/python -m etl build
	@echo "Dashboard: $(ADDRESS)  (stop with Ctrl-C)"
	@$(BIN)/python -m uvicorn server:app --host 127.0.0.1 --port 8501 --log-level warning

data: $(VENV)/run.stamp
	$(BIN)/python -m etl build

test: $(VENV)/dev.stamp packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest -n 2 --dist loadgroup

bench: $(VENV)/dev.stamp
	@missed=0; for script in benchmarks/*.py; do $(BIN)/python $$script || missed=1; done; exit $$missed

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# Exact pins of everything, from the direct dependencies in the .in files.
pins: $(VENV)/dev.stamp
	$(BIN)/pip-compile -q --strip-extras --no-emit-index-url --no-emit-trusted-host requirements.in
	$(BIN)/pip-compile -q --strip-extras --no-emit-index-url --no-emit-trusted-host requirements-dev.in

# A browser and a Chinese font for the tests; without the right to install them the browser tests are left out, visibly.
packages:
	@sh .ci/packages

$(VENV)/run.stamp: requirements.txt
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
		python="$(PYTHON)"; \
		test -n "$$python" || { echo "Python 3.11 or newer is needed; name it: make run PYTHON=/path/to/python3.11" >&2; exit 1; }; \
		"$$python" -m venv --clear $(VENV); \
	}
	@echo "Installing the pinned packages ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	@echo "Installing the pinned development packages ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
