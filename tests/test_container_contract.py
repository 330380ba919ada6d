"""A container that breaks its promises is told by the contract of containers."""

import itertools

import pytest
from factcheck_native.lines import JsonLines

from factcheck.testing import ContainerContract


class Other(JsonLines):
    """Makes another piece each time."""

    number = itertools.count()

    def piece(self, fact_check, document, options):
        return b"%d\n" % next(self.number)


class Joined(JsonLines):
    """Has pieces that do not join: between them is no JSON."""

    separator = b",\n"


class Headless(JsonLines):
    """Is valid with pieces only, and does not say so."""

    def head(self, options):
        return b"{broken\n"

    def piece(self, fact_check, document, options):
        return b""


class Mild(JsonLines):
    """Takes whatever it is given."""

    def validate(self, file):
        return []


class Brittle(JsonLines):
    """Breaks at what was cut off."""

    def validate(self, file):
        if not file.read().endswith(b"}\n"):
            raise ValueError
        return []


class Unknown(JsonLines):
    """Is of no plugin."""

    name = "unknown"


class Shouting(JsonLines):
    """Its suffixes match no name: names are compared in small letters."""

    suffixes = (".JSONL",)


@pytest.mark.parametrize(
    ("container", "test"),
    [
        (Other, ContainerContract.test_a_piece_is_the_same_each_time),
        (Joined, lambda each: ContainerContract.test_pieces_join_into_a_valid_file_in_any_number(each, 2)),
        (Headless, lambda each: ContainerContract.test_pieces_join_into_a_valid_file_in_any_number(each, 0)),
        (Joined, ContainerContract.test_any_fact_checks_make_a_valid_file),
        (Mild, lambda each: ContainerContract.test_rubbish_gives_findings(each, b"\x00")),
        (Brittle, ContainerContract.test_a_cut_file_does_not_crash_validation),
        (Unknown, ContainerContract.test_is_discoverable_and_known_by_its_suffixes),
        (Shouting, ContainerContract.test_is_discoverable_and_known_by_its_suffixes),
    ],
)
def test_a_container_that_breaks_its_promises_is_told(container, test):
    contract = type("TestBroken", (ContainerContract,), {"container": container()})()
    with pytest.raises((AssertionError, ValueError)):
        test(contract)
