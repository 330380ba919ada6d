"""Whether the ids of a document are unique among those of all fact-checks, where they have to be."""

from collections.abc import Iterator

from lxml import etree

from factcheck import Finding

from .collection import MEANINGS
from .places import ID, TEI, line_of, place
from .prefixes import PREFIX, prefix_of
from .rules import RULES
from .strings import text_of

_IRI = "/".join(f"{TEI}{tag}" for tag in ("teiHeader", "fileDesc", "publicationStmt", "idno[@type='IRI']"))


def is_collection(root: etree._Element) -> bool:
    """Whether a document is a teiCorpus of fact-checks, by what these share."""
    return root.tag == f"{TEI}teiCorpus" and root.find(f"{TEI}standOff[@type='{MEANINGS}']") is not None


def prefix_in(tei: etree._Element) -> str:
    """The prefix of the fact-check in a TEI; of none where it has no IRI."""
    iri = tei.find(_IRI)
    return "" if iri is None else prefix_of(text_of(iri))


def prefix_problems(root: etree._Element) -> Iterator[Finding]:
    """Each id without the prefix that it has to have, or with one that it has not to have."""
    if not is_collection(root):
        for element in root.iter(f"{TEI}*"):
            if PREFIX.match(element.get(ID, "")):
                yield _found(element, "has a prefix outside a teiCorpus of fact-checks")
        return
    for tei in root.iterchildren(f"{TEI}TEI"):
        prefix = prefix_in(tei)
        for element in tei.iter(f"{TEI}*"):
            if not element.get(ID, prefix).startswith(prefix):
                yield _found(element, f"has not the prefix of its fact-check, `{prefix}`")


def _found(element: etree._Element, what: str) -> Finding:
    finding = RULES["tei-id-prefix"].finding(f"`{element.get(ID)}` {what}", f"{place(element)}/@xml:id")
    return finding.at(None, line_of(element))
