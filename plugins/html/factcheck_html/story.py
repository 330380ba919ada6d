"""What the parts of a page look up: who and what an id names, in words, and where quotations stand."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from factcheck import Appearance, Claim, Evidence, FactCheck, Source, TextOptions, Verdict
from factcheck.provenance import Footing, Independence, footings, independence
from factcheck.text import Located, locate

from .dates import when
from .markup import NOTHING, Markup, element, joined, text
from .names import agent_name, short_names, source_words
from .words import Words

Quoting = Appearance | Evidence


class Story:
    """A fact-check with its words and its texts; ids of elements are those of the parts, others have a full stop."""

    def __init__(self, fact_check: FactCheck, options: TextOptions) -> None:
        self.fact_check = fact_check
        self.words = Words(fact_check.language)
        self.agents = {agent.id: agent for agent in fact_check.agents}
        self.sources = {source.id: source for source in fact_check.sources}
        self.claims = {claim.id: claim for claim in fact_check.claims}
        self.numbers = {claim.id: str(number) for number, claim in enumerate(fact_check.claims, 1)}
        self.verdicts = _by_claim(fact_check)
        scale = fact_check.rating_scale
        self.ratings = {rating.id: rating for rating in scale.ratings} if scale else {}
        self.texts = options.allowed(fact_check)
        self.withheld = frozenset(options.withheld(fact_check))
        self._given = options.texts

    @cached_property
    def quotations(self) -> Mapping[str, "tuple[Quoting, str]"]:
        """Each appearance and each piece of evidence, by the id of its element, with the id of its claim."""
        return dict(_quotations(self))

    def quotations_of(self, source: str) -> list[tuple[str, "tuple[Quoting, str]"]]:
        """What rests on a source, with the ids of its elements and of its claims."""
        return self._by_source.get(source, [])

    @cached_property
    def _by_source(self) -> Mapping[str, list[tuple[str, "tuple[Quoting, str]"]]]:
        found: dict[str, list[tuple[str, tuple[Quoting, str]]]] = {}
        for identifier, (part, claim) in self.quotations.items():
            found.setdefault(part.source, []).append((identifier, (part, claim)))
        return found

    @cached_property
    def independence(self) -> Mapping[str, Independence]:
        """What each claim is known from, copies counted once."""
        return independence(self.fact_check)

    @cached_property
    def footings(self) -> Mapping[str, tuple[Footing, ...]]:
        """What each verdict rests on, copies counted once."""
        return footings(self.fact_check)

    @cached_property
    def located(self) -> Mapping[str, Located]:
        """Where the quotations stand whose source's text is given, by the id of the element that holds them."""
        return {
            identifier: locate(self._given[part.source], part.quotation)
            for identifier, (part, _) in self.quotations.items()
            if part.quotation and part.source in self._given
        }

    def claim_link(self, claim: str, *, whole: bool = False) -> Markup:
        """A link to a claim by its number, with its words where wanted."""
        link = element("a", self.claim_number(claim), href=f"#{claim}")
        return joined((link, self.claim_words(claim)), " ") if whole else link

    def claim_number(self, claim: str) -> Markup:
        """What a claim is called."""
        return self.words("claim.number", number=text(self.numbers[claim]))

    def claim_words(self, claim: str) -> Markup:
        """The words of a claim."""
        found = self.claims[claim]
        return self.words.said(found.text, found.language or self.words.language, "q")

    def agent_link(self, agent: str) -> Markup:
        """A link to somebody, by name or description."""
        return element("a", text(agent_name(self.agents[agent])), href=f"#{agent}", dir="auto")

    def source_link(self, source: str) -> Markup:
        """A link to a source, by its title or description."""
        return element("a", self.source_name(self.sources[source]), href=f"#{source}")

    def source_name(self, source: Source) -> Markup:
        """A source by its title or description, else by its kind and publisher."""
        if source.title:
            return self.words.said(source.title, source.language, "cite")
        return self.words.said(source_words(source, self.agents, self.words), self.words.language)

    def source_in_full(self, source: str) -> Markup:
        """A link to a source, with its publisher and date."""
        found = self.sources[source]
        publisher = element("bdi", text(agent_name(self.agents[found.publisher]))) if found.publisher else NOTHING
        published = self.when(found.published) if found.published else NOTHING
        around = element("span", joined((publisher, published)), class_="aside")
        return joined((self.source_link(source), around if publisher or published else NOTHING), " ")

    @cached_property
    def short(self) -> Mapping[str, str]:
        """A short name for everybody and every source, by id."""
        return short_names(self.fact_check, self.words)

    def short_link(self, identifier: str) -> Markup:
        """A link to a source or to somebody, by the short name."""
        return element("a", text(self.short[identifier]), href=f"#{identifier}", dir="auto")

    def part_link(self, part: str) -> Markup:
        """A link to any part, by what it is called on the page."""
        words = self.words
        if part in self.agents or part in self.sources:
            return self.short_link(part)
        if part in self.ratings:
            return element("a", self.rating(part), href=f"#{part}")
        if part in self._corrections:
            return element("a", self.correction_number(part), href=f"#{part}")
        if part in self.quotations:
            quoting, claim = self.quotations[part]
            named = joined((self.claim_number(claim), text(self.short[quoting.source])))
            return element("a", named, href=f"#{part}")
        if part in self.claims:
            return self.claim_link(part)
        return element("a", words("verdict.on", claim=self.claim_number(self._rated[part])), href=f"#{part}")

    @cached_property
    def _rated(self) -> Mapping[str, str]:
        return {verdict.id: verdict.claim for verdict in self.fact_check.verdicts}

    def correction_number(self, correction: str) -> Markup:
        """What a correction is called."""
        return self.words("correction.number", number=text(self._corrections[correction]))

    @cached_property
    def _corrections(self) -> Mapping[str, str]:
        return {each.id: str(number) for number, each in enumerate(self.fact_check.corrections, 1)}

    def everybody(self, agents: tuple[str, ...]) -> Markup:
        """Links to these, in a row."""
        return joined(self.agent_link(agent) for agent in agents)

    def when(self, edtf: str | None) -> Markup:
        """A date, or that it is not known."""
        return when(edtf, self.words)

    def rating(self, rating: str) -> Markup:
        """The name of a rating, in the page's language where it has one."""
        names = self.ratings[rating].names
        best = names.best(self.words.language)
        language = next(tag for tag, name in names.items() if name == best)
        return self.words.said(best, language)

    def language_of(self, part: Quoting) -> str | None:
        """The language of the words quoted."""
        return (part.quotation.language if part.quotation else None) or self.sources[part.source].language


def element_id(part: Quoting, whole: str, kind: str, number: int) -> str:
    """The id of the element of an appearance or of evidence: its own, else one that no part can have."""
    return part.id or f"{whole}.{kind}{number}"


def appearances(claim: Claim) -> Iterator[tuple[str, Appearance]]:
    """The appearances of a claim with the ids of their elements."""
    for number, each in enumerate(claim.appearances, 1):
        yield element_id(each, claim.id, "a", number), each


def evidence(verdict: Verdict) -> Iterator[tuple[str, Evidence]]:
    """The evidence for a verdict with the ids of its elements."""
    for number, each in enumerate(verdict.evidence, 1):
        yield element_id(each, verdict.id, "e", number), each


def _quotations(story: Story) -> Iterator[tuple[str, tuple[Quoting, str]]]:
    for claim in story.fact_check.claims:
        for identifier, part in appearances(claim):
            yield identifier, (part, claim.id)
    for verdict in story.fact_check.verdicts:
        for identifier, each in evidence(verdict):
            yield identifier, (each, verdict.claim)


def _by_claim(fact_check: FactCheck) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = {claim.id: [] for claim in fact_check.claims}
    for verdict in fact_check.verdicts:
        found[verdict.claim].append(verdict)
    return found
