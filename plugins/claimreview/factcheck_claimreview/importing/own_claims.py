"""Claims, their appearances and their media out of markup that we wrote ourselves: what `claims.py` wrote, undone."""

from collections import deque
from collections.abc import Sequence
from typing import Any

from factcheck_claimreview.vocabulary import AUTHENTICITY, MEDIA

from .own_agents import topics
from .own_values import Data, Ids, first, kinds, objects, several, text, texts, when
from .own_works import quotation

_MEDIA = {name: kind for kind, name in MEDIA.items()}
_AUTHENTICITY = {address: category for category, address in AUTHENTICITY.items()}


def claim(data: Data, media_reviews: Sequence[Data], ids: Ids, language: str) -> Data:
    """One claim, with what was found of its media."""
    own_language = text(data.get("inLanguage"))
    first_ones = [appearance(each, ids) | {"first": True} for each in objects(data.get("firstAppearance"))[:1]]
    return {
        "id": ids.part(data),
        "text": text(data.get("text")),
        "language": None if own_language == language else own_language,
        "claimants": ids.parts(data.get("author")),
        "made": when(data),
        "place": _place(first(data.get("locationCreated"))),
        "occasion": text(first(data.get("releasedEvent")).get("name")),
        "interpreted_by": ids.one(data.get("claimInterpreter")),
        "appearances": first_ones + [appearance(each, ids) for each in objects(data.get("appearance"))],
        "relations": [{"kind": "translates", "claim": each} for each in ids.parts(data.get("translationOfWork"))],
        "about": topics(data.get("about")),
        "media": _media(data.get("about"), media_reviews),
    }


def appearance(data: Data, ids: Ids) -> Data:
    """One appearance of a claim: the source, and the words there."""
    part = first(data.get("hasPart"))
    return {
        "id": ids.part(part),
        "source": ids.part(data),
        "quotation": quotation(part),
        "attributed_to": text(first(part.get("spokenByCharacter")).get("description")),
        "rendering": texts(part.get("keywords")),
    }


def _place(data: Data) -> Data | None:
    name = text(data.get("name"))
    return {"name": name, "same_as": texts(data.get("sameAs"))} if name else None


def _media(about: Any, reviews: Sequence[Data]) -> list[Data]:
    """Each medium with the first review of one like it that no medium before it has."""
    found, waiting = list[Data](), dict[tuple[Any, ...], deque[Data]]()
    for review in reviews:
        waiting.setdefault(_seen(first(review.get("itemReviewed"))), deque()).append(review)
    for each in objects(about):
        kind = next((kind for name in kinds(each) if (kind := _MEDIA.get(name))), None)
        if kind is None:
            continue
        alike = waiting.get(_seen(each))
        review = alike.popleft() if alike else {}
        found.append(
            {
                "kind": kind,
                "url": text(each.get("contentUrl")),
                "description": text(each.get("description")),
                "authenticity": _authenticity(review.get("mediaAuthenticityCategory")),
                "original": text(review.get("originalMediaLink")),
                "original_context": text(review.get("originalMediaContextDescription")),
            }
        )
    return found


def _seen(medium: Data) -> tuple[Any, ...]:
    return frozenset(kinds(medium)), text(medium.get("contentUrl")), text(medium.get("description"))


def _authenticity(value: Any) -> str | None:
    addresses = [each.get("@id") if isinstance(each, dict) else each for each in several(value)]
    return next((_AUTHENTICITY[each] for each in addresses if isinstance(each, str) and each in _AUTHENTICITY), None)
