"""Verdicts, evidence and corrections out of markup that we wrote ourselves: what `review.py` wrote, undone."""

from collections.abc import Iterator, Mapping, Sequence

from .own_ratings import Scale
from .own_values import Data, Ids, first, kinds, objects, text, when
from .own_works import comment, notes, quotation


def verdict(review: Data, scale: Scale, sources: Mapping[str, Data], ids: Ids) -> Data:
    """One verdict, without what is told by comparing it to the page: its authors, its date, its address."""
    given = first(review.get("reviewRating"))
    return {
        "id": ids.part(review),
        "claim": ids.part(first(review.get("itemReviewed"))),
        "rating": scale.rating(given),
        "explanation": text(given.get("ratingExplanation")),
        "evidence": _evidence(review, sources, ids),
        "history": list(_history(review, scale, ids)),
    }


def people(review: Data, publisher: str | None, ids: Ids) -> list[str]:
    """Who reached a verdict: `author` is the publisher, where there is one, and `creator` are they."""
    signing = ids.parts(review.get("author"))
    return ids.parts(review.get("creator")) or ([] if signing == [publisher] else signing)


def labels(reviews: Sequence[Data]) -> Iterator[Data]:
    """Every label that the verdicts give or gave."""
    for review in reviews:
        yield from objects(review.get("reviewRating"))[:1]
        yield from (first(each.get("reviewRating")) for _, each in _earlier(review))


def _evidence(review: Data, sources: Mapping[str, Data], ids: Ids) -> list[Data]:
    """The evidence in order, without that whose stance cannot be told."""
    found = [_cited(each, sources, ids) for each in objects(review.get("citation")) if ids.part(each)]
    notes_of: dict[str, list[Data]] = {}
    for position, source, weighed in _weighed(review, ids):
        if 1 <= position <= len(found) and found[position - 1]["source"] == source:
            found[position - 1] |= weighed
        else:
            notes_of.setdefault(source, []).append(weighed)
    waiting: dict[str, list[Data]] = {}
    for each in found:
        if each["stance"] == "context" and not each["note"]:
            waiting.setdefault(each["source"], []).append(each)
    for source, weighings in notes_of.items():
        cited = waiting.get(source, [])
        apart = _told_apart(cited, weighings)
        for number, each in enumerate(cited):
            each.update(weighings[number] if apart else {"stance": None})
    return [each for each in found if each["stance"]]


def _weighed(review: Data, ids: Ids) -> Iterator[tuple[int, str, Data]]:
    """What each note weighs: the number of the citation, 0 where it is not given, its source, its stance and words."""
    for name, stance in (("positiveNotes", "supports"), ("negativeNotes", "refutes")):
        for note in objects(review.get(name)):
            position = note.get("position")
            source = ids.one(note.get("item")) or ""
            number = position if isinstance(position, int) else 0
            yield number, source, {"stance": stance, "note": text(note.get("name"))}


def _told_apart(waiting: Sequence[Data], weighed: Sequence[Data]) -> bool:
    """Whether it can be told which note is on which citation of one source: there is one for each, and they agree."""
    return len(waiting) == len(weighed) and len({each["stance"] for each in weighed}) == 1


def _cited(data: Data, sources: Mapping[str, Data], ids: Ids) -> Data:
    part, source = first(data.get("hasPart")), ids.part(data)
    return {
        "id": ids.part(part),
        "source": source,
        "stance": "context",
        "quotation": quotation(part),
        "note": comment(part.get("comment")) or _note(data, sources.get(source or "")),
    }


def _note(data: Data, source: Data | None) -> str | None:
    """The note on the whole of a source that is not the source's own note on what it is a copy of."""
    told = notes(data)
    if source is None:
        # Nothing else tells of this source: a note on a copy may be either.
        return None if "keywords" in data else next(iter(told), None)
    own = (source["copy_of"] or {}).get("note")
    if own in told:
        told.remove(own)
    return next(iter(told), None)


def _earlier(review: Data) -> Iterator[tuple[Data, Data]]:
    for correction in objects(review.get("correction")):
        yield from ((correction, each) for each in objects(correction.get("about")) if "Review" in kinds(each))


def _history(review: Data, scale: Scale, ids: Ids) -> Iterator[Data]:
    for correction, each in _earlier(review):
        given = first(each.get("reviewRating"))
        rating = scale.rating(given)
        if rating:
            yield {
                "rating": rating,
                "explanation": text(given.get("ratingExplanation")),
                "published": when(each),
                "correction": ids.part(correction),
            }


def corrections(page: Data, reviews: Sequence[Data], ids: Ids) -> dict[str, Data]:
    """Each correction by its id: those of the page in order, then those that stand at a review alone."""
    found: dict[str, Data] = {}
    for holder in (page, *reviews):
        for each in objects(holder.get("correction")):
            identifier = ids.part(each)
            if identifier and identifier not in found:
                found[identifier] = {
                    "id": identifier,
                    "published": when(each),
                    "text": text(each.get("text")),
                    "parts": ids.parts(each.get("about")),
                }
    return found
