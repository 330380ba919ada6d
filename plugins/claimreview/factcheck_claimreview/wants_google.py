"""What Google's page on fact checks wants beyond what all readers of ClaimReview want."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from factcheck import FactCheck

from .ratings import Numbers
from .review import review_urls
from .wants import Place

_SHORT_ENOUGH = 75
_SHORTENERS = frozenset(
    ("bit.ly", "buff.ly", "cutt.ly", "dlvr.it", "fb.me", "g.co", "goo.gl", "ift.tt", "is.gd", "lnkd.in", "ow.ly", "rb.gy",
     "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "trib.al", "wp.me", "youtu.be")
)  # fmt: skip
# Between a label and the words of a claim; a blank alone joins words of one sentence.
_AFTER = r"\s*(?:[:!|\u2013\u2014\u2026]|\s-\s|\.(?:\s|$))"
_BEFORE = r"(?:[|\u2013\u2014(\[]|\s-\s|[.:]\s)\s*"


def long_claim(fact_check: FactCheck) -> Iterator[Place]:
    """A claim of 75 characters or more."""
    for index, claim in enumerate(fact_check.claims):
        if len(claim.text) >= _SHORT_ENOUGH:
            told = f"{len(claim.text)} characters, of which a telephone shows fewer than {_SHORT_ENOUGH}"
            yield f"claims[{index}].text", told


def rating_in_claim(fact_check: FactCheck) -> Iterator[Place]:
    """A label of the scale set off before or after a claim: "False: …", "… (false)", "… | False"."""
    labels = _labels(fact_check)
    if not labels:
        return
    either = "|".join(map(re.escape, labels))
    set_off = re.compile(rf"(?:({either}){_AFTER}.|.*{_BEFORE}({either})[)\].!]*\Z)", re.IGNORECASE | re.DOTALL)
    for index, claim in enumerate(fact_check.claims):
        match = set_off.match(claim.text)
        if match:
            yield f"claims[{index}].text", f"“{match[1] or match[2]}” is a label of the scale"


def _labels(fact_check: FactCheck) -> list[str]:
    scale = fact_check.rating_scale
    labels = {name for rating in (scale.ratings if scale else ()) for name in rating.names.values()}
    return sorted(labels, key=lambda label: (-len(label), label))


def foreign_url(fact_check: FactCheck) -> Iterator[Place]:
    """A verdict whose address lies on another site than the fact-check's, or the fact-check's on another than the publisher's."""
    home = next((agent.url for agent in fact_check.agents if agent.id == fact_check.publisher), None)
    page = fact_check.url
    if page and home and not same_site(page, home):
        yield "url", f"{host(page)} is another site than the publisher's, {host(home)}"
    for index, verdict in enumerate(fact_check.verdicts):
        wanted = page or home
        if verdict.url and wanted and not same_site(verdict.url, wanted):
            yield f"verdicts[{index}].url", f"{host(verdict.url)} is another site than {host(wanted)}"


def short_url(fact_check: FactCheck) -> Iterator[Place]:
    """A shortened address."""
    given = [("url", fact_check.url)]
    given += [(f"verdicts[{index}].url", verdict.url) for index, verdict in enumerate(fact_check.verdicts)]
    for path, url in given:
        if url and host(url) in _SHORTENERS:
            yield path, f"{url} leads to another page"


def several_reviews(fact_check: FactCheck) -> Iterator[Place]:
    """Several verdicts on one page."""
    pages = Counter(url.partition("#")[0] for url in review_urls(fact_check) if url)
    page, many = pages.most_common(1)[0] if pages else ("", 0)
    if many > 1:
        yield "verdicts", f"{many} of them stand on {page}"


def fraction(fact_check: FactCheck) -> Iterator[Place]:
    """A number that goes out as a fraction."""
    scale = fact_check.rating_scale
    numbers = Numbers.of(scale)
    for index, rating in enumerate(scale.ratings if scale and numbers else ()):
        value = numbers.value(rating.number) if numbers and rating.number is not None else 1
        if not float(value).is_integer():
            yield f"rating_scale.ratings[{index}].number", f"{value:g} goes out; whole numbers are recommended"


def no_policy(fact_check: FactCheck) -> Iterator[Place]:
    """Neither a corrections policy nor a way to report errors."""
    if not (fact_check.policies.corrections or fact_check.policies.feedback):
        yield "policies", "no page says how errors are corrected or reported"


def no_origin(fact_check: FactCheck) -> Iterator[Place]:
    """A claim that nobody made and that stands nowhere."""
    for index, claim in enumerate(fact_check.claims):
        if not claim.claimants and not claim.appearances:
            yield f"claims[{index}]", f"nothing says who made `{claim.id}`, or where"


def own_origin(fact_check: FactCheck) -> Iterator[Place]:
    """A claim that stands on pages of the publisher only."""
    own = {source.id for source in fact_check.sources if source.publisher and source.publisher == fact_check.publisher}
    for index, claim in enumerate(fact_check.claims):
        if claim.appearances and all(appearance.source in own for appearance in claim.appearances):
            yield f"claims[{index}].appearances", f"`{claim.id}` stands on the publisher's own pages only"


def no_citation(fact_check: FactCheck) -> Iterator[Place]:
    """No verdict rests on anything."""
    if fact_check.verdicts and not any(verdict.evidence for verdict in fact_check.verdicts):
        yield "verdicts", "no verdict has evidence"


def same_site(one: str, other: str) -> bool:
    """Whether two addresses may be of one site: a host and its subdomains, or hosts that share their last two labels.

    Without a list of public suffixes, two sites of one suffix such as `.co.uk` cannot be told apart, and pass.
    """
    first, second = (host(url).removeprefix("www.") for url in (one, other))
    return (
        first == second
        or first.endswith(f".{second}")
        or second.endswith(f".{first}")
        or first.split(".")[-2:] == second.split(".")[-2:]
    )


def host(url: str) -> str:
    """The host of an address, empty for one that has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:  # an IPv6 address that is none
        return ""
