"""What schema.org's domains, Duke's schema and the feed of Data Commons want of a fact-check."""

from collections.abc import Iterator

from factcheck import FactCheck

from .nodes import date
from .wants import Place


def nameless_claimant(fact_check: FactCheck) -> Iterator[Place]:
    """A claimant without a name, who is left out."""
    unnamed = {agent.id: agent.description for agent in fact_check.agents if not agent.name}
    for index, claim in enumerate(fact_check.claims):
        for place, claimant in enumerate(claim.claimants):
            if claimant in unnamed:
                yield f"claims[{index}].claimants[{place}]", f"'{unnamed[claimant]}' has no name, and is left out"


def personal_affiliation(fact_check: FactCheck) -> Iterator[Place]:
    """Somebody who speaks for a person."""
    persons = {agent.id for agent in fact_check.agents if agent.kind == "person"}
    persons |= {agent.id for agent in fact_check.agents if agent.kind == "unnamed" and agent.nature is None}
    for index, agent in enumerate(fact_check.agents):
        if agent.affiliation in persons:
            yield f"agents[{index}].affiliation", f"`{agent.affiliation}` is a person"


def personal_policies(fact_check: FactCheck) -> Iterator[Place]:
    """Policies of nobody, or of a person."""
    kinds = {agent.id: agent for agent in fact_check.agents}
    publisher = kinds.get(fact_check.publisher or "")
    a_person = publisher is None or publisher.kind == "person" or (publisher.kind == "unnamed" and not publisher.nature)
    if a_person and any(fact_check.policies.model_dump().values()):
        yield "policies", "there is no organisation whose policies these are"


def no_day(fact_check: FactCheck) -> Iterator[Place]:
    """A date that goes out, and is no whole day."""
    for index, claim in enumerate(fact_check.claims):
        if claim.made and not day(date(claim.made)):
            yield f"claims[{index}].made", f"{claim.made} is no day, and is left out"
    for index, verdict in enumerate(fact_check.verdicts):
        if verdict.published and not day(date(verdict.published)):
            yield f"verdicts[{index}].published", f"{verdict.published} is no day, and is left out"
    if fact_check.published and not day(date(fact_check.published)):
        yield "published", f"{fact_check.published} is no day, and is left out"


def day(written: str | None) -> str | None:
    """The day of a date or an instant as it is written out, None for a month and a year."""
    return written[:10] if written and len(written) >= len("2015-12-28") else None


def several_claimants(fact_check: FactCheck) -> Iterator[Place]:
    """A claim of several named claimants."""
    named = {agent.id for agent in fact_check.agents if agent.name}
    for index, claim in enumerate(fact_check.claims):
        if len(named.intersection(claim.claimants)) > 1:
            yield f"claims[{index}].claimants", "there is a place for one, and none of these is chosen"


def several_authors(fact_check: FactCheck) -> Iterator[Place]:
    """Several who sign, and no publisher."""
    if not fact_check.publisher and len(fact_check.authors) > 1:
        yield "authors", "there is a place for one, and none of these is chosen"


def not_carried(fact_check: FactCheck) -> Iterator[Place]:
    """What has no place in Duke's eight properties."""
    for index, verdict in enumerate(fact_check.verdicts):
        if verdict.evidence:
            yield f"verdicts[{index}].evidence", "left out: there is no property for it"
    if fact_check.corrections:
        yield "corrections", "left out: there is no property for them, though a reader should see them"


def no_licence(fact_check: FactCheck) -> Iterator[Place]:
    """No licence for the markup."""
    if not fact_check.licence:
        yield "licence", "the feed is CC BY as a whole, and the licence of each item is its own to say"


def no_site(fact_check: FactCheck) -> Iterator[Place]:
    """No publisher, or one without a site."""
    publisher = next((agent for agent in fact_check.agents if agent.id == fact_check.publisher), None)
    if publisher is None or publisher.kind == "person" or not (publisher.name and publisher.url):
        yield "publisher", "the feed names the organisation and its site: give both"


def no_feed_date(fact_check: FactCheck) -> Iterator[Place]:
    """A verdict with no date that can be written as one."""
    for index, verdict in enumerate(fact_check.verdicts):
        if not date(verdict.published or fact_check.published):
            yield f"verdicts[{index}]", "there is no date for `dateCreated`"
