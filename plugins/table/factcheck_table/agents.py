"""Who publishes, who wrote and reviewed, who claimed."""

import re
from typing import Any

from factcheck import nameless

from .draft import Draft
from .row import Cell, Row
from .values import address, host_of, is_like_address, known, pages, tidied, whole, words
from .vocabulary import meant, plain

_LISTED = re.compile(r"[;|\n]")


def publisher(row: Row, draft: Draft, given: str) -> str | None:
    """The id of who publishes; `given` is what a person says of all rows."""
    cell, page = row.cell("publisher"), row.cell("publisher_url")
    if cell and is_like_address(cell.value) and not page:
        cell, page = None, cell
    url = address(row, page)
    name = known(row, cell)
    if name is None and url is None:
        if not given:
            return None
        url, name = (given, host_of(given)) if given.startswith(("http://", "https://")) else (None, given)
    if name is None and url:
        name = _hosted(row, url, page)
    values = {"kind": "organisation", "name": name, "url": url}
    return str(draft.agent("publisher", values, {"name": cell, "url": page}, "organisation")["id"])


def people(row: Row, draft: Draft, field: str, wish: str) -> list[str]:
    """The ids of those who wrote or reviewed it; `wish` is what their ids are like."""
    found = []
    for cell in row.cells(field):
        for name in names(row, cell, comma=False):
            if is_like_address(name) and (url := whole(row, cell, name)):
                values: dict[str, Any] | None = {"name": _hosted(row, url, cell), "url": url}
            else:
                values = _named(row, cell, name, None)
            if values:
                found.append(str(draft.agent(wish, values, {"name": cell}, "person")["id"]))
    return list(dict.fromkeys(found))


def claimants(row: Row, draft: Draft, usual: str) -> list[str]:
    """The ids of those who made the claim, between semicolons; `usual` is their kind where the row says none."""
    cell, page, kinds = (row.cell(field) for field in ("claimant", "claimant_url", "claimant_kind"))
    if cell and is_like_address(cell.value) and not page:
        cell, page = None, cell
    kind = _kind(row, kinds)
    told = _claimed(row, cell, kind, alone=page is not None)
    url = address(row, page) if told or not cell else None
    if url and not told:
        told = [{"name": _hosted(row, url, page)}]
    if not told:
        row.leave("table-not-carried", "there is no claimant of whom it could be said", kinds)
        if not cell:
            row.find("table-no-claimant", "nothing says who made the claim", None)
        return []
    cells = {"name": cell, "description": cell, "url": page, "kind": kinds}
    found = []
    for each in told:
        values = each | {"url": url} | ({"kind": kind} if kind else {})
        if values.get("kind", usual) == "unnamed" and "name" in values:
            values["description"] = values.pop("name")
        if len(told) == 1:
            _add_details(row, draft, values, cells)
        made = draft.agent("claimant", values, cells, usual)
        found.append(str(made["id"]))
        if "kind" not in made:
            message = f"nothing says what kind the claimant is: taken for {usual}"
            row.find("table-kind-assumed", message, cell or page, "", usual)
    return list(dict.fromkeys(found))


def names(row: Row, cell: Cell, *, comma: bool) -> list[str]:
    """The names in a cell, apart by semicolons, bars or line breaks, or else by commas where these are no part of one."""
    text = tidied(row, cell)
    found = [name.strip() for name in _LISTED.split(text) if name.strip()]
    if comma and len(found) == 1:
        found = [name.strip() for name in text.split(",") if name.strip()]
    if not found or max(map(len, found)) > 2000:
        row.leave("table-invalid-value", "these are no names", cell)
        return []
    row.carry(cell)
    return found


def _claimed(row: Row, cell: Cell | None, kind: str | None, *, alone: bool) -> list[dict[str, Any]]:
    """What a cell says of each claimant; `alone` where it is one, since an address beside is that of one."""
    text = words(row, cell, line=True)
    if cell is None or text is None:
        return []
    several = [text] if alone else [each.strip() for each in _LISTED.split(text) if each.strip()]
    return [values for each in several or [text] if (values := _named(row, cell, each, kind))]


def _named(row: Row, cell: Cell, text: str, kind: str | None) -> dict[str, Any] | None:
    """The fields of an agent of whom this stands in a cell: a name, a description of somebody unnamed, or None."""
    found = nameless(text)
    if found == {}:
        message = "this says that it is not known: nobody is taken from it"
        row.find("table-unknown-name", message, cell, stood=text, made="")
        return None
    if found is None or kind not in (None, "unnamed"):
        return {"name": text}
    if kind is None:
        message = f"`{text}` describes somebody and names nobody: the kind is"
        row.find("table-unnamed-agent", message, cell, stood="", made="unnamed")
    return dict(found)


def _add_details(row: Row, draft: Draft, values: dict[str, Any], cells: dict[str, Cell | None]) -> None:
    """What else the row says of its one claimant."""
    title, group, described = (row.cell(f"claimant_{each}") for each in ("job_title", "affiliation", "description"))
    values["same_as"] = tuple(pages(row, "claimant_same_as"))
    if described and "description" not in values:
        values["description"] = words(row, described, line=True)
        cells["description"] = described
    if values.get("kind") in ("organisation", "collective"):
        row.leave("table-invalid-value", "only a person holds an office or speaks for somebody", title, group)
        return
    values["job_title"], name = known(row, title), known(row, group)
    if name and name == values.get("name"):
        row.leave("table-invalid-value", "this is the claimant, who does not speak for itself", group)
    elif name:
        own = {"kind": "organisation", "name": name}
        values["affiliation"] = draft.agent("affiliation", own, {"name": group}, "organisation")["id"]
    if values["job_title"] or values.get("affiliation"):
        values.setdefault("kind", "person" if "name" in values else "unnamed")
    cells |= {"job_title": title, "affiliation": group}


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
