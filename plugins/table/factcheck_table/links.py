"""The links of a sheet's cells, which openpyxl leaves out where it reads in a stream: out of the parts themselves.

Every part was looked through before (`archive`): it is UTF-8, without a DOCTYPE, and of bounded size. No tree is
made of it, and of links there are at most as many as Excel takes.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from posixpath import basename, dirname
from typing import Any, BinaryIO, NamedTuple

from lxml import etree

from .columns import number_of

MOST_LINKS = 65_530
LONGEST_LINK = 2_083
_LONGEST_REF = 40
_CHUNK = 1 << 18
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_FORMULA = re.compile(
    r'=\s*+HYPERLINK\(\s*+"((?:[^"]|"")*+)"\s*+(?:[,;]\s*+(?:"((?:[^"]|"")*+)"\s*+|[^"]*))?\)\s*+', re.IGNORECASE
)


class Links(NamedTuple):
    """The links of a sheet by row and column, both from 1 and 0 as `Line` has them; and what of them is not read."""

    rows: Mapping[int, Mapping[int, str]]
    unread: tuple[str, ...] = ()


class Called(NamedTuple):
    """What a HYPERLINK formula says: where it leads, and what stands in the cell."""

    target: str
    text: str | None


def links_of(stream: BinaryIO, part: str) -> Links:
    """The links of the sheet that this part is. Raises lxml.etree.XMLSyntaxError and zipfile's errors for damage."""
    found, targets = list[_Link](), dict[str, str]()
    rels = f"{dirname(part)}/_rels/{basename(part)}.rels"
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            _each(archive, part, "hyperlink", lambda given: _gather(found, given))
            if rels in archive.namelist():
                _each(
                    archive,
                    rels,
                    "Relationship",
                    lambda given: targets.update({given.get("Id", ""): given.get("Target", "")}),
                )
        rows = _by_row(found, targets)
    except _TooManyError:
        message = (
            f"of links at most {MOST_LINKS:,} are read, of {LONGEST_LINK:,} characters: there are more, and none is"
        )
        return Links({}, (message,))
    tipped = any(link.is_tipped for link in found)
    return Links(rows, ("what is shown when a pointer rests on a link is not read",) if tipped else ())


def called(formula: str) -> Called | None:
    """Where a HYPERLINK formula leads, None where it is none, or its address is computed."""
    match = _FORMULA.fullmatch(formula)
    if match is None:
        return None
    target, text = (None if each is None else each.replace('""', '"') for each in match.groups())
    return Called(target or "", text)


def is_called(formula: str) -> bool:
    """Whether this is a HYPERLINK formula."""
    return formula.lstrip("= ")[:10].upper() == "HYPERLINK("


class _Link(NamedTuple):
    """A link as a sheet has it: the cells, the name of an address elsewhere, a place there, whether it has a tip."""

    ref: str
    name: str
    location: str
    is_tipped: bool


class _TooManyError(Exception):
    """There are more links than are read, or longer ones."""


class _Starts:
    """Where a parser without a tree hands on the start of each element of one name."""

    def __init__(self, name: str, take: Callable[[dict[str, str]], object]) -> None:
        self._name, self._take = name, take

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Hand on the attributes, by their names without a namespace."""
        if tag.rpartition("}")[2] == self._name:
            self._take({name.rpartition("}")[2]: value for name, value in attributes.items()})

    def close(self) -> None:
        """There is nothing to give in the end."""


def _each(archive: zipfile.ZipFile, part: str, name: str, take: Callable[[dict[str, str]], object]) -> None:
    starts: Any = _Starts(name, take)  # lxml's stubs want methods that lxml does without
    parser = etree.XMLParser(target=starts, resolve_entities=False, no_network=True, load_dtd=False)
    with archive.open(part) as opened:
        while chunk := opened.read(_CHUNK):
            parser.feed(chunk)
    parser.close()


def _gather(found: list[_Link], given: Mapping[str, str]) -> None:
    location, name = given.get("location", ""), given.get("id", "")
    if len(found) == MOST_LINKS or len(location) + len(name) > LONGEST_LINK:
        raise _TooManyError
    found.append(_Link(given.get("ref", "")[:_LONGEST_REF], name, location, bool(given.get("tooltip"))))


def _by_row(found: Sequence[_Link], targets: Mapping[str, str]) -> dict[int, dict[int, str]]:
    """Where each cell's link leads: outside, to a place there, or to a place in the workbook, which begins with `#`."""
    rows: dict[int, dict[int, str]] = {}
    count = 0
    for link in found:
        target = targets.get(link.name, "")
        if len(target) > LONGEST_LINK:
            raise _TooManyError
        target += f"#{link.location}" if link.location else ""
        for row, column in _cells(link.ref) if target else ():
            count += 1
            if count > MOST_LINKS:
                raise _TooManyError
            rows.setdefault(row, {})[column] = target
    return rows


def _cells(ref: str) -> Iterator[tuple[int, int]]:
    match = _RANGE.fullmatch(ref)
    if match is None:
        return
    left, top, right, bottom = match.groups()
    for row in range(int(top), int(bottom or top) + 1):
        for column in range(number_of(left), number_of(right or left) + 1):
            yield row, column
