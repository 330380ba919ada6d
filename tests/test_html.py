"""The exporter of pages: what it writes, and that nothing gets lost on the way."""

from pathlib import Path

import pytest
from factcheck_html.exporter import HtmlExporter

import factcheck
from factcheck.testing import ExporterContract

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"


class TestContract(ExporterContract):
    exporter = HtmlExporter()


@pytest.fixture(scope="module")
def example():
    return factcheck.load(EXAMPLE)


def test_the_example_is_valid(example):
    document = factcheck.export(example, "html")
    assert HtmlExporter().validate(document) == []
