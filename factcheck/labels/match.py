"""What a label amounts to, by its publisher's scale or by the words of its language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from factcheck.model import Rating
from factcheck.model.ratings import Category

from .published import PublishedScale
from .sentence import FEW, objects, read
from .tables import UNKNOWN, known, table, with_verdicts
from .verdict import RIGHT, Unclear
from .words import Clause, clauses, words

_REMEMBERED = 8192
_LONGEST = 4000
_LONGEST_HOST = 253  # RFC 1035, section 2.3.4
_FOREIGN = 12  # words: what is longer and not in the language of the page is no label


@dataclass(frozen=True, slots=True)
class Match:
    """A label that was recognised.

    `category` is None where a publisher's label fits none; `scale` and `rating` are the publisher's, where
    the label is one of that scale. `how` says by what it was recognised: by the publisher's scale, by the
    table of the language, or by the tables of all languages.
    """

    category: Category | None
    scale: PublishedScale | None
    rating: Rating | None
    how: Literal["publisher", "language", "any language"]


class Labels:
    """Reads labels by the scales of publishers and by what the words of many languages mean.

    A label is matched to the publisher's own scale; else to the words of the language; else to the words of
    all languages, if all that have it agree. One that is none of these is left alone: a wrong category is
    worse than none. Threads may share it.
    """

    def __init__(self, scales: Iterable[PublishedScale] = ()) -> None:
        """Take the scales to know, one a publisher."""
        self._by_site: dict[str, _Scale] = {}
        self._by_name: dict[str, _Scale] = {}
        for published in scales:
            scale = _Scale(published)
            for site in published.sites:
                self._by_site.setdefault(site.lower(), scale)
            for name in (published.publisher, *published.other_names):
                self._by_name.setdefault(words(name), scale)
        self._remembered = lru_cache(_REMEMBERED)(self._matched)

    def match(
        self, label: str, *, site: str | None = None, publisher: str | None = None, language: str | None = None
    ) -> Match | None:
        """What a label amounts to, None where that is not clear.

        `site` is the host that it was published at, `publisher` a name, `language` a BCP 47 tag.
        """
        if len(label) > _LONGEST:
            return None
        host = site if site and len(site) <= _LONGEST_HOST else None
        return self._remembered(label, host, publisher, language)

    def _matched(self, label: str, site: str | None, publisher: str | None, language: str | None) -> Match | None:
        parts = clauses(label)
        if not parts:
            return None
        scale = self._scale(site, publisher)
        rating = scale.rating(parts) if scale else None
        if scale and rating:
            return Match(rating.category, scale.published, rating, "publisher")
        own = known(language)
        try:
            # Most labels are read as they are written, and need not be spelled without accents.
            category = read(parts, table(own)) if own else None
            bare = () if category else clauses(label, bare=True)
            if own and not category:
                category = read(bare, table(own, bare=True))
            if category:
                return Match(category, None, None, "language")
            if own and (_understood(parts, own) or sum(len(part.text.split()) for part in parts) > _FOREIGN):
                return None
            spoken = with_verdicts(clause.text for clause in (*parts, *bare))
            found = {_read(parts, bare, other) for other in spoken} - {None}
        except Unclear:
            return None
        return Match(found.pop(), None, None, "any language") if len(found) == 1 else None

    def _scale(self, site: str | None, publisher: str | None) -> "_Scale | None":
        for host in _hosts(site or ""):
            if host in self._by_site:
                return self._by_site[host]
        return self._by_name.get(words(publisher)) if publisher else None


class _Scale:
    """A publisher's scale with its labels as words."""

    def __init__(self, published: PublishedScale) -> None:
        self.published = published
        ratings = {rating.id: rating for rating in published.scale.ratings}
        named = [(name, rating) for rating in ratings.values() for name in (*rating.names.values(), rating.id)]
        named += [(label, ratings[identifier]) for label, identifier in published.other_labels.items()]
        self._ratings: dict[str, Rating] = {}
        for bare in (False, True):
            for name, rating in named:
                self._ratings.setdefault(words(name, bare=bare), rating)

    def rating(self, parts: tuple[Clause, ...]) -> Rating | None:
        """The rating that a label is, or begins with before it goes on to explain.

        None where another rating follows, or what may take something of it back.
        """
        whole = self._ratings.get(" ".join(part.text for part in parts))
        if whole or len(parts) < 2 or parts[0].asks:
            return whole
        first = self._ratings.get(parts[0].text)
        if first is None or any(self._ratings.get(part.text, first) is not first for part in parts):
            return None
        if first.category in RIGHT and any(len(part.text.split()) <= FEW for part in parts[1:]):
            return None
        if parts[0].ends and first.category not in RIGHT:
            return first
        tongues = {known(language) for language in self.published.languages} - {None}
        taken_back = any(objects(parts[1], table(language)) for language in tongues if language)
        return None if taken_back else first


def _read(parts: tuple[Clause, ...], bare: tuple[Clause, ...], language: str) -> Category | None:
    return read(parts, table(language)) or read(bare, table(language, bare=True))


def _understood(parts: tuple[Clause, ...], language: str) -> bool:
    """Whether all words are known in the language, so that others have nothing to say about them."""
    return all(UNKNOWN not in table(language).kinds(part.text) for part in parts)


def _hosts(site: str) -> Iterator[str]:
    """A host and those that it is a subdomain of."""
    host = site.lower().removeprefix("www.")
    while host:
        yield host
        host = host.partition(".")[2]
