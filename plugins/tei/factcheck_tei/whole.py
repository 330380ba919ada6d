"""Whether a teiCorpus of fact-checks is what the container writes: TEI by TEI, so that it can have any number."""

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from lxml import etree

from factcheck import Finding, ReadingError

from .check import checked
from .pieces import pieces
from .places import TEI, line_of
from .rules import RULES
from .unique import is_collection, prefix_in

_MOST_PROBLEMS = 1000


def problems(file: BinaryIO) -> list[Finding]:
    """What is wrong with it, the first thousand; memory goes with the largest TEI, and a little with their number."""
    return list(islice(_problems(file), _MOST_PROBLEMS))


def _problems(file: BinaryIO) -> Iterator[Finding]:
    known = set[str]()
    try:
        for piece in pieces(file):
            root, found = checked(piece.body)
            yield from map(piece.told, found)
            if root is not None:
                yield from map(piece.told, _of_corpus(root, known))
    except ReadingError as error:
        yield from error.findings


def _of_corpus(root: etree._Element, known: set[str]) -> Iterator[Finding]:
    """What is wrong with a TEI beside others, of which `known` has the prefixes."""
    if not is_collection(root):
        yield RULES["tei-schema"].finding("this is no teiCorpus of fact-checks").at(None, line_of(root))
        return
    for tei in root.iterchildren(f"{TEI}TEI"):
        prefix = prefix_in(tei)
        if prefix in known:
            message = f"the ids with `{prefix}` stand in the corpus before"
            yield RULES["tei-doubled-fact-check"].finding(message, "/teiCorpus/TEI").at(None, line_of(tei))
        known.add(prefix)
