"""Each collection, page, list or search result of a document as a fact-check, with what was put right and left out."""

from collections.abc import Iterator
from typing import Any

from factcheck import FactCheck, Imported
from factcheck.drafts import Found, part, walk
from factcheck_webannotation.pointers import Pointer

from . import header, hypothesis, w3c
from .account import Account
from .agents import agent
from .draft import Draft
from .making import made
from .marks import Mark
from .nodes import Node
from .own import Own, is_own
from .own_account import said

_PAGES = ("first", "next", "prev", "last")
_WITHIN = (*_PAGES, "items", "@included", "@graph", "rows", "replies", "annotations")


def records(value: Any, language: str) -> Iterator[Imported]:
    """Each record of a document; none where no annotation is in it."""
    for each, pointer in _roots(value):
        if isinstance(each, dict) and is_own(each):
            yield _own(Node(each, pointer))
        else:
            yield from _of_others(each, pointer, language)


def _roots(value: Any) -> list[tuple[Any, str]]:
    """The records: what a list has in it where each holds annotations itself, else the whole."""
    listed = value if isinstance(value, list) else []
    if listed and all(isinstance(each, dict) and any(key in each for key in _WITHIN) for each in listed):
        return [(each, f"/{index}") for index, each in enumerate(listed)]
    return [(value, "")]


def _own(node: Node) -> Imported:
    account = Account(node.data, node.pointer)
    found = Own(node).fact_check()
    fact_check = made(account, found)
    if fact_check is None:
        return _nothing(account)
    findings = tuple(account.findings(None, said(node, fact_check, account)))
    return Imported(node.pointer, fact_check, findings, _origins(found), exact=True)


def _nothing(account: Account) -> Imported:
    return Imported(account.pointer, None, tuple(account.findings(None)))


def _origins(found: Found[Pointer]) -> dict[str, str]:
    return {path: each.places[0] for path, each in walk(found) if each.places}


def _of_others(value: Any, pointer: str, language: str) -> Iterator[Imported]:
    account = Account(value, pointer)
    whole = Node(value if isinstance(value, dict) else {}, pointer)
    marks, structure = _marks(value, pointer, account)
    if not marks:
        return
    draft = Draft(marks, account)
    if not whole.is_a("Annotation"):
        for each in whole.values("creator"):
            person = agent(*each, account)
            if person:
                draft.author(person)
    parts = draft.parts()
    if not parts["claims"]:
        account.note("webannotation-no-claim", "nothing here is a claim: no fact-check can be made of it", pointer)
        yield _nothing(account)
        return
    spoken = header.language(language, whole, marks, account)
    found = part(
        {
            **header.header(whole, parts["claims"], account),
            "language": spoken,
            "rating_scale": draft.scale(spoken.text),
            **parts,
        },
        *structure,
    )
    fact_check: FactCheck | None = made(account, found)
    if fact_check is None:
        yield _nothing(account)
        return
    yield Imported(pointer, fact_check, tuple(account.findings(found)), _origins(found))


def _marks(value: Any, pointer: str, account: Account) -> tuple[list[Mark], list[str]]:
    """The annotations in a value, in its order, and the places that say what holds them."""
    marks, structure = list[Mark](), list[str]()
    waiting = [(value, pointer)]
    while waiting:
        each, place = waiting.pop()
        if isinstance(each, list):
            waiting.extend((each[index], f"{place}/{index}") for index in reversed(range(len(each))))
        elif isinstance(each, dict):
            node = Node(each, place)
            if w3c.is_annotation(each):
                marks.append(w3c.mark(node, account))
            elif hypothesis.is_annotation(each):
                marks.append(hypothesis.mark(node, account))
            else:
                inner = [(each[key], node.place(key)) for key in _WITHIN if isinstance(each.get(key), dict | list)]
                structure += w3c.structure(node) if inner else ()
                _tell_pages(node, account)
                waiting.extend(reversed(inner))
    return marks, structure


def _tell_pages(node: Node, account: Account) -> None:
    """Tell of pages that have an address alone."""
    for key in _PAGES:
        if isinstance(node.data.get(key), str):
            account.reason(
                node.place(key), "webannotation-not-carried", "nothing is fetched: what stands there is not here"
            )
