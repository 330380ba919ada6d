"""Annotations, and which of them are claims, appearances, verdicts and evidence."""

import re
from collections.abc import Iterator
from itertools import chain

from lxml import etree

from .document import Document
from .leaves import Leaf
from .xml import children, tag_of

_WORD = re.compile(r"[A-Z]?[a-z]+")
_KINDS = {
    "claim": "claims",
    "claims": "claims",
    "appearance": "appearances",
    "appearances": "appearances",
    "verdict": "verdicts",
    "verdicts": "verdicts",
    "evidence": "evidence",
}
"""What a list of annotations holds, by a word of its type."""


class Annotations:
    """The annotations of a document by what they are."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._listed: dict[str, list[etree._Element]] = {kind: [] for kind in _KINDS.values()}
        self._kinds: dict[etree._Element, str] = {}
        self._leaves: dict[etree._Element, tuple[Leaf, ...]] = {}
        for annotation in document.all("annotation"):
            kind, leaves = _kind(document, annotation)
            if kind:
                self._listed[kind].append(annotation)
                self._kinds[annotation] = kind
                self._leaves[annotation] = leaves
        self._judged()

    def of(self, kind: str) -> list[etree._Element]:
        """All of this kind, in the order of the document."""
        return self._listed[kind]

    def on(self, kind: str, part: etree._Element, pointer: str) -> Iterator[etree._Element]:
        """All of this kind whose `ptr` of this type leads to a part, or that point to it themselves."""
        pointers = (ptr for ptr in self._document.pointing("ptr", "target", part) if ptr.get("type") == pointer)
        holding = (annotation for ptr in pointers if (annotation := ptr.getparent()) is not None)
        pointing = self._document.pointing("annotation", "target", part)
        found = [each for each in dict.fromkeys(chain(holding, pointing)) if self._kinds.get(each) == kind]
        yield from self._document.followed(found)

    def leaves(self, annotation: etree._Element) -> tuple[Leaf, ...]:
        """The leaves that say what an annotation is and to what it belongs."""
        pointers = [each for each in children(annotation, "ptr") if each.get("type") in ("claim", "verdict")]
        belongs = [Leaf(pointer, name) for pointer in pointers for name in ("type", "target")]
        return (*self._leaves[annotation], *belongs)

    def _judged(self) -> None:
        """What a verdict is on is a claim, whatever its list says."""
        known = set(self._listed["claims"])
        for verdict in self._listed["verdicts"]:
            for claim in self._document.pointed(verdict, "target"):
                if tag_of(claim) == "annotation" and claim not in self._leaves:
                    known.add(claim)
                    self._leaves[claim] = ()
        self._listed["claims"] = [each for each in self._document.all("annotation") if each in known]


def _kind(document: Document, annotation: etree._Element) -> tuple[str | None, tuple[Leaf, ...]]:
    """What an annotation is by the type of its list, else by what its @ana points to."""
    parent = annotation.getparent()
    if parent is not None and tag_of(parent) == "listAnnotation":
        for word in _WORD.findall(parent.get("type", "")):
            kind = _KINDS.get(word.lower())
            if kind == "claims" and not document.exact:
                kind = _among_claims(document, annotation)
            if kind:
                return kind, (Leaf(parent, "type"),)
    for pointer in annotation.get("ana", "").split():
        kind = _KINDS.get(re.split(r"[#/:]", pointer)[-1].lower())
        if kind:
            leaves = (Leaf(annotation, "ana"),) if len(annotation.get("ana", "").split()) == 1 else ()
            return kind, leaves
    return None, ()


def _among_claims(document: Document, annotation: etree._Element) -> str | None:
    """What stands in a list of claims: one, a verdict on one, or evidence for a verdict; None for what points elsewhere."""
    annotated = [each for each in document.pointed(annotation, "target") if tag_of(each) == "annotation"]
    if not annotated:
        return "claims"
    if _judges(document, annotation):
        return "verdicts"
    return "evidence" if any(_judges(document, each) for each in annotated) else None


def _judges(document: Document, annotation: etree._Element) -> bool:
    """Whether an annotation gives a label to another annotation."""
    labels = any(tag_of(each) == "category" for each in document.pointed(annotation, "ana"))
    return labels and any(tag_of(each) == "annotation" for each in document.pointed(annotation, "target"))
