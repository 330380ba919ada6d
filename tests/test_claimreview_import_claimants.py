"""Who made a claim, where it appeared, and which names and addresses are one."""

import pytest
from claimreview_reading import EVERYTHING, REVIEW, one, review


def test_one_name_is_one_agent_unless_something_else_differs():
    author = {"@type": "Person", "name": "A Speaker"}
    here, there = ({**author, "url": f"https://{where}.example"} for where in ("here", "there"))
    both = one(review(author=[REVIEW["author"], here], itemReviewed={"@type": "Claim", "author": there}))[0]
    assert sorted(agent.url for agent in both.agents if agent.name == "A Speaker") == [
        "https://here.example",
        "https://there.example",
    ]
    same = one(review(author=[REVIEW["author"], here], itemReviewed={"@type": "Claim", "author": author}))[0]
    assert [agent.url for agent in same.agents if agent.name == "A Speaker"] == ["https://here.example"]


def test_one_address_is_one_source_unless_something_else_differs():
    page = {"@type": "CreativeWork", "url": "https://news.example/1"}
    for titles, count in ((["One", "One"], 1), (["One", None], 1), (["One", "Other"], 2)):
        works = [page | ({"name": title} if title else {}) for title in titles]
        made = one(review(itemReviewed={"@type": "Claim", "appearance": works}))[0]
        assert len(made.sources) == count


def test_all_that_is_known_of_an_appearance_and_of_a_claimant_is_read():
    fact_check, found = one(EVERYTHING)
    agents = {agent.id: agent for agent in fact_check.agents}
    (speaker,) = fact_check.claims[0].claimants
    assert agents[agents[speaker].affiliation].name == "A Party"
    assert fact_check.claims[0].language == "de"
    assert fact_check.policies.corrections == "https://desk.example/corrections"
    first = next(source for source in fact_check.sources if source.url == "https://n.example/2")
    assert [agents[author].name for author in first.authors] == ["A Reporter"]
    assert agents[first.publisher].name == "A Paper"
    assert (first.licence, first.archived_url) == ("https://l.example/2", "https://archive.example/2")
    assert (first.language, first.modified, first.description) == ("fr", "2024-04-02", "A report")
    assert next(agent for agent in fact_check.agents if agent.name == "The Desk").alternative_names == ("TD",)
    assert "claimreview-not-carried" not in found


def claimed_by(**author):
    return review(itemReviewed=REVIEW["itemReviewed"] | {"author": author})


def test_who_is_not_known_is_no_claimant():
    fact_check, found = one(claimed_by(**{"@type": "Person", "name": "Unknown", "url": "https://x.example"}))
    assert fact_check.claims[0].claimants == ()
    told = found["claimreview-unknown-agent"]
    assert (told.path, told.stood, told.made) == ("/itemReviewed/author/name", "Unknown", "")
    assert found["claimreview-not-carried"].stood == "https://x.example"


def test_who_is_described_and_not_named_is_unnamed():
    fact_check, found = one(claimed_by(**{"@type": "Organization", "name": "Facebook users", "jobTitle": "none"}))
    (claimant,) = fact_check.claims[0].claimants
    agent = next(agent for agent in fact_check.agents if agent.id == claimant)
    assert (agent.kind, agent.nature, agent.name) == ("unnamed", "group", None)
    assert agent.description == "Facebook users"
    assert found["claimreview-unnamed-agent"].path == "/itemReviewed/author/name"


def test_who_works_for_himself_is_read():
    speaker = {"@type": "Person", "@id": "#s", "name": "A Speaker", "affiliation": {"@id": "#s"}}
    fact_check, _ = one(review(itemReviewed=REVIEW["itemReviewed"] | {"author": speaker}))
    (agent,) = [agent for agent in fact_check.agents if agent.kind == "person"]
    assert (agent.name, agent.affiliation) == ("A Speaker", None)


@pytest.mark.parametrize("author", ["A Speaker", {"name": "A Speaker"}, {"@type": "Thing", "name": "A Speaker"}])
def test_what_a_claimant_is_is_told_where_nothing_says_it(author):
    fact_check, found = one(review(itemReviewed={"@type": "Claim", "author": author}))
    (claimant,) = fact_check.claims[0].claimants
    assert {agent.id: agent.kind for agent in fact_check.agents}[claimant] == "person"
    assert found["claimreview-kind-of-claimant"].made == "person"
