"""The texts of sources that stand beside a fact-check in a corpus of ours: no fact-checks, and told as what they are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from factcheck import FactCheck, Finding
from factcheck_tei.corpus import corpus
from factcheck_tei.paragraphs import digest
from factcheck_tei.places import TEI, Places, line_of
from factcheck_tei.quotations import quoted_parts
from factcheck_tei.rules import RULES
from factcheck_tei.strings import text_of
from factcheck_tei.transcripts import TRANSCRIPTION

from .account import Key, key_of, parsed_again, shown
from .leaves import TAIL, TEXT, Leaf, leaves
from .xml import descend, tidy

_SOURCE = "source"
_MOST = 20_000_000  # characters that quotations are looked for in, each text as often as it is quoted


def apart(teis: Sequence[etree._Element]) -> tuple[Sequence[etree._Element], Sequence[etree._Element]]:
    """The TEI that may be fact-checks, and those that hold the text of a source beside one."""
    kinds: dict[bool, list[etree._Element]] = {False: [], True: []}
    for tei in teis:
        kinds[_holds_text(tei)].append(tei)
    return (kinds[False], kinds[True]) if kinds[False] else (teis, ())


def text_findings(texts: Iterable[etree._Element], places: Places) -> Iterator[Finding]:
    """That each of these texts stays in the file."""
    for tei in texts:
        body = _body(tei)
        words = text_of(body)
        message = (
            f"the text of `{_source(tei)}` ({len(words):,} characters, SHA-256 {digest(words)}) is no part of a fact-check: "
            "it stays in this file"
        )
        yield RULES["tei-source-text"].finding(message, places.of(body), stood=shown(words)).at(None, line_of(body))


def text_leaves(tei: etree._Element) -> Iterator[Leaf]:
    """The leaves of such a TEI but for the words of the text, which are told as a whole."""
    within = set(_body(tei).iter())
    for leaf in leaves(tei):
        holder = leaf.node.getparent() if leaf.name == TAIL else leaf.node
        if leaf.name not in (TEXT, TAIL) or holder not in within or holder.tag == f"{TEI}g":
            yield leaf


def said_with(fact_check: FactCheck, texts: Iterable[etree._Element]) -> Counter[Key]:
    """All leaves around the fact-check, as we write it with these texts; none where that would take too long."""
    known = {source.id for source in fact_check.sources}
    given = {source: text_of(_body(tei)) for tei in texts if (source := _source(tei)) in known}
    if not given or _looked_through(fact_check, given) > _MOST:
        return Counter()
    root = parsed_again(corpus(fact_check, given))
    parts = (each for each in root if each.tag != f"{TEI}TEI" or each.get("type") == _SOURCE)
    around = (*(Leaf(root, str(name)) for name in root.attrib), *(leaf for part in parts for leaf in leaves(part)))
    return Counter(key_of(leaf, root) for leaf in around)


def _looked_through(fact_check: FactCheck, texts: Mapping[str, str]) -> int:
    quoted = sum(len(texts[source]) for _, source, _ in quoted_parts(fact_check) if source in texts)
    return quoted + sum(map(len, texts.values()))


def _holds_text(tei: etree._Element) -> bool:
    declared = descend(tei, "teiHeader", "encodingDesc", "editorialDecl", "normalization", "p")
    return (
        tei.get("type") == _SOURCE
        and declared is not None
        and tidy("".join(map(str, declared.itertext()))) == TRANSCRIPTION
        and descend(tei, "text", "body") is not None
    )


def _body(tei: etree._Element) -> etree._Element:
    found = descend(tei, "text", "body")
    return tei if found is None else found


def _source(tei: etree._Element) -> str:
    return tei.get("corresp", "").removeprefix("#")
