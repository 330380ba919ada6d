# Everything runs in .venv, which is made on first use; no path here is absolute, so that the
# directory may have a space in its name.

PYTHON ?= python3
BIN = .venv/bin
# setuptools warns of each editable install that a folder may hide the package; here it is the package.
INSTALL = PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet
EXAMPLE = examples/taliban-russia-2015/factcheck.yaml

.PHONY: demo test thorough lint docs bench bench-short scaling chart fuzz schemas vocabulary golden coverage judges slow screenshots clean

demo: .venv/installed
	$(BIN)/factcheck check $(EXAMPLE)
	$(BIN)/factcheck export $(EXAMPLE) --to claimreview --to tei -o out

test: .venv/installed-dev
	$(BIN)/python -m pytest -n auto

# The suite's properties again, each with three times as many examples.
thorough: .venv/installed-dev
	$(BIN)/python -m pytest -n auto -m "hypothesis and not judge and not slow" --hypothesis-profile=thorough

lint: .venv/installed-dev
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports

docs: .venv/installed-dev
	$(BIN)/python -m sphinx -W --keep-going -n -q -b html docs docs/_build/html

# All benchmarks, into docs/benchmarks.md; the short ones guard their bars and write nothing.
bench: .venv/installed-bench
	$(BIN)/python benchmarks/every.py

bench-short: .venv/installed-bench
	$(BIN)/python benchmarks/every.py --short

# Half an hour: the figures of the chart, to 1,000,000 fact-checks.
scaling: .venv/installed-bench
	$(BIN)/python benchmarks/scaling.py
	$(BIN)/python benchmarks/chart.py

chart: .venv/installed-dev
	$(BIN)/python benchmarks/chart.py

schemas: .venv/installed-dev
	$(BIN)/factcheck schema > schemas/factcheck.schema.json

# schema.org's terms, out of a release of its vocabulary; where it is found elsewhere: make vocabulary VOCABULARY=FILE
VOCABULARY = ../shared/schemaorg/schemaorg-current-https.jsonld
vocabulary: .venv/installed-dev
	$(BIN)/python plugins/claimreview/make_schemaorg.py $(VOCABULARY)

golden: .venv/installed-dev
	$(BIN)/python -m pytest -n auto --update-golden

# What is reached is reached with few examples of each property, too, and being watched takes its time.
coverage: .venv/installed-dev
	$(BIN)/python -m pytest -n auto --cov --cov-report=term --hypothesis-profile=few

# The tests which ask judges that are not ours; without jing, chromium, ../shared, RECOGITO or VNU_JAR (see
# .ci/run) they say that they are skipped.
judges: .venv/installed-dev
	$(BIN)/python -m pytest -n auto -m judge

# The slow tests, with exports and clusters that are killed, and full disks.
slow: .venv/installed-dev
	$(BIN)/python -m pytest -n 2 -m slow

# The pictures of the page in docs/images, with Debian's chromium.
screenshots: .venv/installed-dev
	$(BIN)/python docs/screenshots.py

# Linux only, as atheris is; what breaks an importer is then in out/fuzz.
fuzz: .venv/installed-fuzz
	$(BIN)/python fuzz/importers.py --seconds 60

clean:
	rm -rf .venv out build dist docs/_build

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(INSTALL) --upgrade pip
	$(INSTALL) --editable .
	touch $@

.venv/installed-dev: .venv/installed
	$(INSTALL) --editable ".[dev]"
	touch $@

.venv/installed-bench: .venv/installed-dev
	$(INSTALL) --editable ".[bench]"
	touch $@

.venv/installed-fuzz: .venv/installed-dev
	$(INSTALL) --editable ".[fuzz]"
	touch $@
