"""A fact-check as an AnnotationCollection: what it is, then its annotations, page by page.

https://www.w3.org/TR/annotation-model/#collections: `first` is a page, `next`, `prev`, `last` and `partOf` are IRIs. The
pages after the first are described in the same document, as JSON-LD 1.1 includes what nothing embeds.
"""

from factcheck import FactCheck

from .agents import Creators, described
from .annotations import Annotations
from .instants import instant
from .terms import FACT_CHECK
from .vocabulary import CONTEXT
from .writing import Object, written

SOFTWARE = {"type": "Software", "name": "factcheck-export"}


def collection(fact_check: FactCheck, page_size: int = 0) -> Object:
    """The collection; so many annotations stand on a page, all on one where that is 0."""
    items = list(Annotations(fact_check))
    first, *others = _pages(fact_check, items, page_size or len(items))
    made = {
        "@context": CONTEXT,
        "id": fact_check.id,
        "type": "AnnotationCollection",
        **_dates(fact_check),
        **Creators(fact_check).of(),
        "generator": SOFTWARE,
        **written(fact_check, FACT_CHECK, fact_check),
    }
    agents = described(fact_check)
    if agents:
        made["mentions"] = agents
    made |= {"total": len(items), "first": first, "last": (others or [first])[-1]["id"]}
    return made | ({"@included": others} if others else {})


def _dates(fact_check: FactCheck) -> Object:
    named = {"created": instant(fact_check.published), "modified": instant(fact_check.modified)}
    return {key: value for key, value in named.items() if value}


def _pages(fact_check: FactCheck, items: list[Object], size: int) -> list[Object]:
    starts = range(0, len(items), size)
    ids = [fact_check.iri(f"page.{number}") for number, _ in enumerate(starts, 1)]
    return [
        {
            "id": ids[index],
            "type": "AnnotationPage",
            "partOf": fact_check.id,
            "startIndex": start,
            **({"prev": ids[index - 1]} if index else {}),
            **({"next": ids[index + 1]} if index + 1 < len(ids) else {}),
            "items": items[start : start + size],
        }
        for index, start in enumerate(starts)
    ]
