"""Sources and quotations out of markup that we wrote ourselves: what `works.py` wrote, undone."""

from typing import Any

from factcheck_claimreview.vocabulary import GENRES, SOURCES

from .own_values import Data, Ids, first, kinds, several, text, when

_KINDS = {name: kind for kind, name in SOURCES.items() if kind not in GENRES}
_GENRES = {(SOURCES[kind], genre): kind for kind, genre in GENRES.items()}
WORKS = frozenset(SOURCES.values())


def source(identifier: str, data: Data, ids: Ids) -> Data:
    """One source, out of all that is said of it."""
    checksum = text(first(data.get("encoding")).get("sha256"))
    return {
        "id": identifier,
        "kind": _kind(data),
        "title": text(data.get("name")),
        "description": text(data.get("description")),
        "url": text(data.get("url")),
        "archived_url": text(data.get("archivedAt")),
        "language": text(data.get("inLanguage")),
        "authors": ids.parts(data.get("author")),
        "publisher": ids.one(data.get("publisher")),
        "published": when(data),
        "modified": text(data.get("dateModified")),
        "licence": text(data.get("license")),
        "checksum": f"sha256:{checksum}" if checksum else None,
        "copy_of": _copied(data, ids),
    }


def _kind(data: Data) -> str:
    genre = text(data.get("genre")) or ""
    named = [kind for each in kinds(data) if (kind := _GENRES.get((each, genre)) or _KINDS.get(each))]
    return min(named, default="other")


def _copied(data: Data, ids: Ids) -> Data | None:
    original = ids.one(data.get("translationOfWork")) or ids.one(data.get("isBasedOn"))
    kind = text(data.get("keywords"))
    return {"source": original, "kind": kind, "note": comment(data.get("comment"))} if original and kind else None


def comment(value: Any) -> str | None:
    """The note in a comment."""
    return text(first(value).get("text"))


def quotation(data: Data) -> Data | None:
    """The words quoted from a source; None where there are none."""
    exact = text(data.get("text"))
    spoken = first(data.get("translationOfWork"))
    return (
        {
            "exact": exact,
            "language": text(data.get("inLanguage")),
            "translated_from": text(spoken.get("inLanguage")),
        }
        if exact
        else None
    )


def notes(data: Data) -> list[str]:
    """All notes on the whole of a source, in order."""
    return [note for each in several(data.get("comment")) if (note := comment(each))]
