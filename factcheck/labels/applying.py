"""Labels of an imported fact-check: what they amount to, and whether their numbers say the same."""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from factcheck.findings import Finding
from factcheck.formats import Imported
from factcheck.model import FactCheck, Rating, RatingScale

from .match import Labels, Match
from .rules import CONTRADICTED, RECOGNISED

# How far a number may lie from the end of the scale where its label belongs; one in between says nothing clear.
_WITHIN = MappingProxyType(
    {"false": (0.0, 0.5), "mostly-false": (0.0, 0.75), "mostly-true": (0.25, 1.0), "true": (0.5, 1.0)}
)
_HOW = MappingProxyType(
    {"language": "by the words of its language", "any language": "by its words, in whatever language"}
)
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)


def labelled(record: Imported, labels: Labels, file: str | None = None) -> Imported:
    """The record with the category of each label that is recognised, and without numbers that labels contradict.

    A record that is exact is taken as it is: what factcheck wrote says itself what its labels amount to.
    """
    fact_check = record.fact_check
    if record.exact or fact_check is None or fact_check.rating_scale is None:
        return record
    scale = fact_check.rating_scale
    matches = _matches(fact_check, scale.ratings, labels)
    if any(matches):
        scale = _with_categories(scale, matches)
    wrong = [rating for rating in scale.ratings if _contradicts(rating, scale)]
    if scale is fact_check.rating_scale and not wrong:
        return record
    findings = [
        *(_recognised(record, index, scale.ratings[index], match) for index, match in enumerate(matches) if match),
        *(_contradicted(record, scale, wrong[0]) if wrong else ()),
    ]
    changed = fact_check.model_copy(update={"rating_scale": _without_numbers(scale) if wrong else scale})
    told = [finding.at(file, record.line, record.column) for finding in findings]
    return record._replace(fact_check=changed, findings=(*record.findings, *told))


def _matches(fact_check: FactCheck, ratings: Sequence[Rating], labels: Labels) -> list[Match | None]:
    """What each label amounts to that does not say so itself; None where its names do not agree, or fit no category."""
    publisher = next((agent for agent in fact_check.agents if agent.id == fact_check.publisher), None)
    name = publisher.name if publisher else None
    sites = _sites(fact_check.url, publisher.url if publisher else None)
    return [None if rating.category else _of_rating(rating, labels, sites, name) for rating in ratings]


def _sites(*addresses: str | None) -> Sequence[str | None]:
    """The hosts of these addresses, each once; one None where there are none."""
    found = [_HOST.match(address) for address in addresses if address]
    return tuple(dict.fromkeys([host[1] for host in found if host])) or (None,)


def _of_rating(rating: Rating, labels: Labels, sites: Sequence[str | None], publisher: str | None) -> Match | None:
    agreed = None
    for language, label in rating.names.items():
        match = _of_name(label, labels, sites, publisher, language)
        if match is None or match.category is None or (agreed and agreed.category != match.category):
            return None
        agreed = agreed or match
    return agreed


def _of_name(
    label: str, labels: Labels, sites: Sequence[str | None], publisher: str | None, language: str
) -> Match | None:
    """A label at the page's own site, else at the publisher's."""
    first = None
    for site in sites:
        match = labels.match(label, site=site, publisher=publisher, language=language)
        if match and match.how == "publisher":
            return match
        first = match if site == sites[0] else first
    return first


def _with_categories(scale: RatingScale, matches: Sequence[Match | None]) -> RatingScale:
    ratings = tuple(
        rating.model_copy(update={"category": match.category}) if match else rating
        for rating, match in zip(scale.ratings, matches, strict=True)
    )
    return scale.model_copy(update={"ratings": ratings})


def _recognised(record: Imported, index: int, rating: Rating, match: Match) -> Finding:
    label = next(iter(rating.names.values()))
    own = ", its own" if match.scale and match.scale.own else ""
    how = f"by the scale of {match.scale.publisher}{own}" if match.scale else _HOW[match.how]
    place = _place(record, f"rating_scale.ratings[{index}].names")
    found = RECOGNISED.finding(f"`{label[:80]}` amounts to `{match.category}`, {how}", place)
    return found._replace(source=match.scale.source) if match.scale else found


def _contradicted(record: Imported, scale: RatingScale, wrong: Rating) -> Iterator[Finding]:
    """One finding for each number of a scale on which a label contradicts its number, and for each end."""
    worst, best = scale.bounds or (None, None)
    label = next(iter(wrong.names.values()))
    message = f"`{label[:80]}` amounts to `{wrong.category}` and has {wrong.number:g} of {worst:g} to {best:g}"
    numbers = {f"rating_scale.ratings[{index}].number": rating.number for index, rating in enumerate(scale.ratings)}
    ends = {"rating_scale.worst": (scale.worst, worst), "rating_scale.best": (scale.best, best)}
    numbers |= {path: end for path, (given, end) in ends.items() if given is not None or path in record.origins}
    for path, number in numbers.items():
        if number is not None:
            told = f"{message}: the numbers are left out"
            yield CONTRADICTED.finding(told, _place(record, path), stood=f"{number:g}")


def _contradicts(rating: Rating, scale: RatingScale) -> bool:
    within = _WITHIN.get(rating.category or "")
    bounds = scale.bounds if within and rating.number is not None else None
    if within is None or rating.number is None or bounds is None:
        return False
    return not within[0] <= (rating.number - bounds[0]) / (bounds[1] - bounds[0]) <= within[1]


def _without_numbers(scale: RatingScale) -> RatingScale:
    """The scale in the order it stands in: where a number contradicts its label, the others say nothing either."""
    ratings = tuple(rating.model_copy(update={"number": None}) for rating in scale.ratings)
    return scale.model_copy(update={"ratings": ratings, "worst": None, "best": None})


def _place(record: Imported, path: str) -> str:
    """Where a value was found: its own place, or that of the part it stands in."""
    part = path
    while part and part not in record.origins:
        part = part.rpartition(".")[0]
    return record.origins[part] if part else record.origins.get("", record.place)
