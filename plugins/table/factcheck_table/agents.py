"""Who publishes, who wrote, who claimed; and where a claim stands."""

import re
from typing import Any

from .draft import Draft
from .row import Cell, Row
from .values import address, host_of, is_like_address, tidied, whole, words
from .vocabulary import meant, plain

_SEVERAL = re.compile(r"[;\n|]")
_PIECES = re.compile(r"[\s|]|[;,](?=[\s;,]|$|https?:)|;(?=www\.)")
_LISTED = re.compile(r"[;|\n]")


def publisher(row: Row, draft: Draft, given: str) -> str | None:
    """The id of who publishes; `given` is what a person says of all rows."""
    cell, page = row.cell("publisher"), row.cell("publisher_url")
    if cell and is_like_address(cell.value) and not page:
        cell, page = None, cell
    url = address(row, page)
    name = words(row, cell, line=True)
    if name is None and url is None:
        if not given:
            return None
        url, name = (given, host_of(given)) if given.startswith(("http://", "https://")) else (None, given)
    if name is None and url:
        name = _hosted(row, url, page)
    values = {"kind": "organisation", "name": name, "url": url}
    return str(draft.agent("publisher", values, {"name": cell, "url": page}, "organisation")["id"])


def authors(row: Row, draft: Draft) -> list[str]:
    """The ids of those who wrote it."""
    found = []
    for cell in row.cells("authors"):
        for name in _names(row, cell, comma=False):
            if is_like_address(name) and (url := whole(row, cell, name)):
                values = {"name": _hosted(row, url, cell), "url": url}
            else:
                values = {"name": name}
            found.append(str(draft.agent("author", values, {"name": cell}, "person")["id"]))
    return list(dict.fromkeys(found))


def claimants(row: Row, draft: Draft, usual: str) -> list[str]:
    """The ids of those who made the claim, between semicolons; `usual` is their kind where the row says none."""
    cell, page, kinds = (row.cell(field) for field in ("claimant", "claimant_url", "claimant_kind"))
    if cell and is_like_address(cell.value) and not page:
        cell, page = None, cell
    url, name = address(row, page), words(row, cell, line=True)
    if name is None and url is None:
        row.find("table-no-claimant", "nothing says who made the claim", None)
        return []
    if name is None and url:
        name = _hosted(row, url, page)
    kind = _kind(row, kinds)
    names = [each.strip() for each in _SEVERAL.split(name) if each.strip()] if name and not url else []
    found = []
    for each in names or [name]:
        values: dict[str, Any] = {"name": each, "url": url} | ({"kind": kind} if kind else {})
        if (kind or usual) == "unnamed":
            values["description"] = values.pop("name")
        cells = {"name": cell, "description": cell, "url": page, "kind": kinds}
        made = draft.agent("claimant", values, cells, usual)
        found.append(str(made["id"]))
        if "kind" not in made:
            message = f"nothing says what kind the claimant is: taken for {usual}"
            row.find("table-kind-assumed", message, cell or page, "", usual)
    return list(dict.fromkeys(found))


def appearances(row: Row, draft: Draft) -> list[str]:
    """The ids of the sources that the claim stands in."""
    found = []
    for cell in row.cells("appearance"):
        pieces = [piece for piece in _PIECES.split(cell.value) if piece]
        urls = [url for piece in pieces if is_like_address(piece) and (url := whole(row, cell, piece))]
        if len(urls) == len(pieces) or (urls and not _words_beside(pieces)):
            row.carry(cell)
        elif urls:
            message = "there are words beside the addresses: only the addresses are taken"
            row.leave("table-not-carried", message, cell)
        else:
            described = words(row, cell, line=True)
            if described:
                found.append(draft.source({"kind": "other", "description": described}, cell))
        found += [draft.source({"kind": "other", "url": url}, cell) for url in urls]
    return list(dict.fromkeys(found))


def topics(row: Row) -> list[dict[str, str]]:
    """What it is about."""
    names = [name for cell in row.cells("topics") for name in _names(row, cell, comma=True)]
    return [{"name": name} for name in dict.fromkeys(names)]


def _names(row: Row, cell: Cell, *, comma: bool) -> list[str]:
    """The names in a cell, apart by semicolons, bars or line breaks, or else by commas where these are no part of one."""
    text = tidied(row, cell)
    names = [name.strip() for name in _LISTED.split(text) if name.strip()]
    if comma and len(names) == 1:
        names = [name.strip() for name in text.split(",") if name.strip()]
    if not names or max(map(len, names)) > 2000:
        row.leave("table-invalid-value", "these are no names", cell)
        return []
    row.carry(cell)
    return names


def _words_beside(pieces: list[str]) -> bool:
    return any(not is_like_address(piece) for piece in pieces)


def _kind(row: Row, cell: Cell | None) -> str | None:
    if cell is None:
        return None
    made = meant("kinds").get(plain(cell.value))
    if made is None:
        row.leave("table-invalid-value", "this is no kind: person, organisation, collective or unnamed", cell)
        return None
    row.carry(cell)
    if cell.value != made:
        row.find("table-kind-word", "the kind in one of our four words", cell, cell.value, made)
    return made


def _hosted(row: Row, url: str, cell: Cell | None) -> str:
    host = host_of(url)
    message = "it has no name: the host of its address stands in for it"
    row.find("table-nameless-agent", message, cell, stood="", made=host)
    return host
