"""Where a claim stands, the words and the media there, and what a verdict rests on."""

from collections.abc import Iterator
from typing import Any

from .draft import Draft
from .row import Cell, Row
from .values import addresses, known, pages, words
from .vocabulary import meant, plain
from .work import Work

_STANCES = {"evidence": "context", "evidence_for": "supports", "evidence_against": "refutes"}


def appearances(work: Work) -> list[dict[str, Any]]:
    """Where the claim stands, first of all where it stood first."""
    row, draft = work.row, work.draft
    first = _sources(row, draft, "first_appearance")
    if len(first) > 1:
        message = "several stand here, and which is the first is not told: none is taken for it"
        row.find("table-several-firsts", message, row.cell("first_appearance"))
    ids = _archived(row, draft, list(dict.fromkeys([*first, *_sources(row, draft, "appearance")])))
    found: list[dict[str, Any]] = [{"source": each, "first": [each] == first} for each in ids]
    when, quoted = row.cell("appearance_date"), row.cell("quotation")
    if len(found) != 1:
        message = f"the claim stands at {len(found) or 'no'} places: this is taken for none of them"
        row.leave("table-not-carried", message, when, quoted)
        return found
    if when and (published := work.date("appearance_date")):
        draft.say(ids[0], "published", published, when)
    if exact := words(row, quoted):
        found[0]["quotation"] = {"exact": exact}
    return found


def evidence(row: Row, draft: Draft) -> list[dict[str, str]]:
    """What the verdict rests on."""
    found = []
    for field, stance in _STANCES.items():
        sources = _sources(row, draft, field)
        if sources and field == "evidence":
            message = "nothing says whether it supports or refutes the claim: taken for"
            row.find("table-stance-assumed", message, row.cell(field), stood="", made=stance)
        found += [{"source": source, "stance": stance} for source in sources]
    return found


def media(row: Row) -> list[dict[str, str]]:
    """The images, videos and recordings that the claim is about."""
    kinds = row.cell("media_kind")
    kind = meant("media").get(plain(kinds.value)) if kinds else None
    if kinds and not kind:
        row.leave("table-invalid-value", "this is no kind: image, video or audio", kinds)
    found = [each for cell in row.cells("media") for each in _shown(row, cell, kind)]
    if not kinds or not kind or not (found or not row.cells("media")):
        return found
    row.carry(kinds)
    if kinds.value != kind:
        row.find("table-kind-word", "the kind in one of our three words", kinds, kinds.value, kind)
    return found or [{"kind": kind}]


def _shown(row: Row, cell: Cell, kind: str | None) -> Iterator[dict[str, str]]:
    """The media of a cell: addresses, or a description where there is none."""
    urls = addresses(row, cell)
    kinds = [kind or meant("suffixes").get(_suffix(url)) for url in urls]
    if not urls and kind and (described := words(row, cell)):
        yield {"kind": kind, "description": described}
    elif not urls or None in kinds:
        row.leave("table-not-carried", "nothing says whether it is an image, a video or a recording", cell)
    else:
        yield from ({"kind": each, "url": url} for each, url in zip(kinds, urls, strict=True) if each)


def _suffix(url: str) -> str:
    return url.partition("?")[0].partition("#")[0].rpartition(".")[2][:5].lower()


def _archived(row: Row, draft: Draft, ids: list[str]) -> list[str]:
    """The sources with their archived copies, in the same order; what is there as a copy only is a source of its own."""
    urls, cells = pages(row, "archived"), row.cells("archived")
    if not ids:
        return [draft.source({"kind": "other", "archived_url": url}, cells[0]) for url in urls]
    if len(urls) == len(ids):
        for each, url in zip(ids, urls, strict=True):
            draft.say(each, "archived_url", url, cells[0])
    elif urls:
        message = f"{len(urls)} archived copies of {len(ids)} pages: which is of which is not told"
        row.leave("table-not-carried", message, *cells)
    return ids


def _sources(row: Row, draft: Draft, field: str) -> list[str]:
    """The ids of the sources in the cells of a field: those at its addresses, or one that is described."""
    found = []
    for cell in row.cells(field):
        urls = addresses(row, cell)
        if not urls and (described := known(row, cell)):
            found.append(draft.source({"kind": "other", "description": described}, cell))
        found += [draft.source({"kind": "other", "url": url}, cell) for url in urls]
    return list(dict.fromkeys(found))
