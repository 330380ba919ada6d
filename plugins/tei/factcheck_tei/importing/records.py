"""Each TEI of a document as a fact-check, with what was put right and what was left out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from lxml import etree

from factcheck import Imported
from factcheck.drafts import Part, walk
from factcheck_tei.collection import TAIL, plain_head
from factcheck_tei.markup import lines
from factcheck_tei.places import TEI, Places
from factcheck_tei.unique import is_collection

from .account import Key, left, repairs, said_in, taken, told, unread, unsaid
from .document import Document
from .leaves import NODE, TEXT, Leaf, after, around, has_words, leaves
from .making import made
from .meter import Meter, TooMuchError
from .parsing import Parsed
from .reader import read
from .shared import Shared
from .texts import apart, said_with, text_findings, text_leaves
from .xml import is_element


def is_tei(root: etree._Element) -> bool:
    """Whether a document is one of the TEI's."""
    return root.tag in (f"{TEI}TEI", f"{TEI}teiCorpus")


def records(document: Parsed, language: str, *, again: bool = False) -> Iterator[Imported]:
    """Each outermost TEI; then what stands outside of them and was not read, and what was put right before.

    The texts of sources are told with the fact-check where there is one, else with what stands outside. `again` is
    whether all that stands before the first TEI was told already.
    """
    root = document.root
    places, outside = Places(root), set[Leaf]()
    standing, beside = _outermost(root)
    teis, texts = apart(standing)
    shared = Shared(beside)
    meter = Meter(document.characters, document.marks, len(teis))
    said = said_in(lines(plain_head(), TAIL)) if is_collection(root) and not again else Counter[Key]()
    told_of_texts = tuple(text_findings(texts, places))
    for tei in teis:
        record = _record(Document(tei, places, shared, meter), language, outside)
        if texts and len(teis) == 1 and record.exact and record.fact_check:
            said = said_with(record.fact_check, texts)
            record, told_of_texts = record._replace(findings=(*record.findings, *told_of_texts)), ()
        yield record
    around_them = [
        *(leaf for each in texts for leaf in text_leaves(each)),
        *(_after(root, standing) if again else _all_around(root, standing, beside)),
    ]
    unsaid_there = unsaid((leaf for leaf in around_them if leaf not in outside), said, root)
    rest = (*document.findings, *told_of_texts, *unread(places, unsaid_there))
    if rest:
        yield Imported("", None, rest)


def _record(document: Document, language: str, outside: set[Leaf]) -> Imported:
    place = document.places.of(document.root)
    try:
        found = read(document, language)
    except TooMuchError:
        found = None
        document.notes.clear()  # nothing was made after all
        message = "its pointers lead to the same parts so often that far more would be read than there is"
        document.note("tei-size", message, document.root)
    fact_check = made(document, found) if found else None
    if found is None or fact_check is None:
        return Imported(place, None, (*document.notes, *(told(document, leaf) for leaf in leaves(document.root))))
    said = taken(found)
    outside.update(said)
    findings = (*document.notes, *repairs(document, found), *left(document, said, fact_check))
    return Imported(place, fact_check, findings, MappingProxyType(_origins(document, found)), document.exact)


def _origins(document: Document, found: Part[Leaf]) -> dict[str, str]:
    """Where each value was found."""
    return {path: each.places[0].place(document.places) for path, each in walk(found) if each.places}


def _outermost(root: etree._Element) -> tuple[Sequence[etree._Element], Sequence[etree._Element]]:
    """The TEI elements of a corpus, or the root that is one; and what stands beside them."""
    teis, shared, waiting = [], [], [root]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{TEI}TEI":
            teis.append(element)
        elif element.tag == f"{TEI}teiCorpus":
            waiting.extend(reversed(element))
        else:
            shared.append(element)
    return teis, shared


def _all_around(
    root: etree._Element, standing: Sequence[etree._Element], beside: Sequence[etree._Element]
) -> Iterator[Leaf]:
    """The leaves that stand outside of all TEI."""
    yield from around(root)
    for each in beside:
        yield from leaves(each)
    yield from _bare(root, standing, beside)


def _after(root: etree._Element, standing: Sequence[etree._Element]) -> Iterator[Leaf]:
    """The leaves that stand after a TEI which is the only one."""
    for tei in standing:
        yield from after(tei)
        for each in tei.itersiblings():
            yield from leaves(each)
            yield from after(each)
    yield from (Leaf(each, NODE) for each in root.itersiblings())


def _bare(root: etree._Element, standing: Sequence[etree._Element], shared: Sequence[etree._Element]) -> Iterator[Leaf]:
    """The leaves of the corpora themselves."""
    inner = {*standing, *shared}
    waiting = [] if root in inner else [root]
    while waiting:
        corpus = waiting.pop()
        yield from (Leaf(corpus, str(name)) for name in corpus.attrib)
        if has_words(corpus.text):
            yield Leaf(corpus, TEXT)
        yield from (leaf for each in corpus for leaf in after(each))
        waiting.extend(each for each in corpus if is_element(each) and each not in inner)
