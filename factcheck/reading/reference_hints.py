"""What to write where the id of a part is wanted and something else stands."""

import re
from typing import Any
from unicodedata import normalize

from factcheck.model import FactCheck
from factcheck.model.references import Location, table_of

_WHO = {"agents": "somebody"}


def id_wanted(value: str, location: Location, data: Any) -> str | None:
    """How to refer to what a text names: by its id, or an id to give it; None where no one collection is meant."""
    path = tuple("*" if isinstance(step, int) else step for step in location)
    targets = next((targets for where, targets in table_of(FactCheck).references if where == path), ())
    if len(targets) != 1 or targets[0] not in FactCheck.model_fields:
        return None
    short = re.sub(r"[^a-z0-9]+", "-", normalize("NFKD", value[:60]).encode("ascii", "ignore").decode().lower()).strip(
        "-"
    )
    for part in _mappings(data.get(targets[0])):
        if part.get("id") == short or (part.get("name") == value and isinstance(part.get("id"), str)):
            return f"write the id `{part['id']}` here"
    such_as = f" with an id such as `{short}`" if short[:1].isalpha() else ""
    return f"add {_WHO.get(targets[0], 'it')} to `{targets[0]}`{such_as}, and write that id here"


def _mappings(parts: Any) -> list[dict[str, Any]]:
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
