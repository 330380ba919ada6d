"""TEI read: our own comes back equal, that of others as far as it can be read, and no leaf is lost in silence."""

from pathlib import Path

import pytest
from factcheck_tei.importer import TeiImporter
from hypothesis import HealthCheck, Phase, given, settings

import factcheck
from factcheck.testing import full_fact_check
from factcheck.testing.strategies import fact_checks

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
# A random fact-check takes longer to make smaller than anybody would wait.
RANDOM = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def exported(fact_check):
    return factcheck.export(fact_check, to="tei").body


def read(body, name="a.tei.xml", **options):
    return list(factcheck.imports(factcheck.Input.of(body, name), "tei", options))


def one(body, **options):
    (record,) = [each for each in read(body, **options) if each.fact_check]
    return record.fact_check, record.findings


@pytest.mark.parametrize("which", ["example", "full"])
def test_what_we_write_comes_back_equal_and_whole(which):
    fact_check = factcheck.load(EXAMPLE) if which == "example" else full_fact_check()
    (record,) = read(exported(fact_check))
    assert record.fact_check == fact_check
    assert record.findings == ()


@RANDOM
@given(fact_check=fact_checks())
def test_any_fact_check_comes_back_equal_and_whole(fact_check):
    (record,) = read(exported(fact_check))
    assert record.fact_check == fact_check
    assert record.findings == ()
