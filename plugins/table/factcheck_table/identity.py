"""The id of the fact-check that a row makes: the same each time, wherever the row stands."""

import uuid

from .values import address, is_iri
from .work import Work


def identity(work: Work, claim: str) -> str:
    """The id that the row gives, else its address; where other rows have it too, one made of address and claim."""
    row, repeats, url = work.row, work.survey.repeats, work.draft.data.get("url")
    cell, page = row.cell("id"), row.cell("url")
    given = cell.value.strip() if cell else ""
    if cell and repeats.is_shared("id", row.line):
        row.find("table-same-address", "other rows have this id, too: it is not taken for one", cell)
    elif is_iri(given):
        row.carry(cell)
        return given
    elif cell and given.startswith(("http://", "https://")) and "#" not in given and (found := address(row, cell)):
        return found
    if url and not repeats.is_shared("address", row.line):
        return str(url).partition("#")[0]
    content: tuple[str | None, ...] = (url, claim, given)
    if repeats.is_shared("claim", row.line):
        content += repeats.said(row.line)
        message = "another row has this address and this claim, and says something else: they make two fact-checks"
        row.find("table-same-claim", message, row.cell("claim"))
    made = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr(content))}"
    if url:
        message = f"other rows have this address, too: the id is made of it and the claim: {made}"
        row.find("table-same-address", message, page)
    else:
        message = "the row has no address: its id is made from its content"
        row.find("table-no-address", message, None, stood="", made=made)
    return made
