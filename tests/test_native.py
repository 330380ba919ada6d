"""The native exporter, and JSON Lines, keep what all exporters and containers promise."""

import io

from factcheck_native.exporter import NativeExporter
from factcheck_native.lines import JsonLines
from hypothesis import given

import factcheck
from factcheck.testing import ContainerContract, ExporterContract, strategies


class TestNative(ExporterContract):
    exporter = NativeExporter()


class TestLines(ContainerContract):
    container = JsonLines()


@given(strategies.fact_checks())
def test_it_comes_back_equal(fact_check):
    document = factcheck.export(fact_check, "native")
    assert factcheck.loads(document.body, name="x.json") == fact_check


def test_a_line_that_is_no_json_is_told_with_its_place():
    (found,) = JsonLines().validate(io.BytesIO(b"{}\n[1, 2\n{}\n"))
    assert (found.rule, found.line) == ("lines-no-json", 2)
