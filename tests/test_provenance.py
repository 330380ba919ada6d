"""Who heard a claim, who only passes it on, what a verdict rests on, and which claims are against each other."""

from pathlib import Path

import pytest
from effort import work
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trying import examples

from factcheck import FactCheck, load, provenance
from factcheck.testing import strategies
from factcheck.text import Copies, Copy, Extent, Passage

EXAMPLE = load(str(Path(__file__).parents[1] / "examples/taliban-russia-2015/factcheck.yaml"))
FEW = settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
AGENTS = [
    {"id": "speaker", "kind": "person", "name": "A Speaker", "affiliation": "office"},
    {"id": "office", "kind": "organisation", "name": "The Office"},
    {"id": "clerk", "kind": "unnamed", "description": "clerk", "affiliation": "office"},
    {"id": "paper", "kind": "organisation", "name": "The Paper"},
    {"id": "other", "kind": "organisation", "name": "The Other"},
    {"id": "agency", "kind": "unnamed", "nature": "organisation", "description": "news agency"},
]


def made(sources, appearances, claimants=("speaker",), **fields):
    """A fact-check with one claim, which stands where `appearances` say: source, and relays by whom."""
    given_appearances = [
        {"source": source, "relays": [{"by": by, "verb": "said"} for by in relays]} for source, *relays in appearances
    ]
    claim = {"id": "c", "text": "x", "claimants": claimants, "appearances": given_appearances}
    listed = [{"id": name, **each} for name, each in sources.items()]
    return FactCheck.model_validate(
        {"id": "https://desk.example/1", "headline": "x", "language": "en", "agents": AGENTS, "sources": listed,
         "claims": [claim], **fields}
    )  # fmt: skip


def houses(fact_check):
    return [report.house for report in provenance.independence(fact_check)["c"].reports]


def test_the_denial_has_two_independent_reports_and_the_meeting_one():
    found = provenance.independence(EXAMPLE)
    assert {claim: len(each.reports) for claim, each in found.items()} == {
        "c1": 1, "c2": 2, "c3": 1, "c4": 1, "c5": 1, "c6": 1, "c7": 1, "c8a": 0, "c8b": 0, "c9": 1, "c10": 1,
    }  # fmt: skip
    assert [report.source for report in found["c2"].reports] == ["wire-story", "dawn-page"]
    assert found["c2"].statements == ("taliban-statement",)
    assert found["c2"].reports[0].pages == ("moscow-times-page", "gulf-page")
    assert [report.name for report in found["c3"].reports] == ["The Sunday Times"]


PAGE, PAPER, OTHER = {}, {"publisher": "paper"}, {"publisher": "other"}
OWN = {"kind": "statement", "publisher": "office"}


@pytest.mark.parametrize(
    ("sources", "appearances", "expected"),
    [
        pytest.param({"p": PAPER, "q": OTHER}, [("p",), ("q",)], ["paper", "other"], id="no relays"),
        pytest.param({"p": PAPER, "q": OTHER}, [("p",), ("q", "p", "q")], ["paper"], id="passes another's report on"),
        pytest.param({"p": PAPER, "q": OTHER}, [("q", "p", "q"), ("p",)], ["paper"], id="the other way round"),
        pytest.param({"p": PAPER, "q": OTHER}, [("q", "paper", "q"), ("p", "paper")], ["paper"], id="an agent and its source"),
        pytest.param({"q": OTHER}, [("q", "agency", "paper")], ["agency"], id="relays by agents only"),
        pytest.param({"q": OTHER}, [("q", "agency"), ("q", "paper")], ["agency", "paper"], id="two reports on one page"),
        pytest.param({"p": PAPER, "q": PAPER}, [("p",), ("q",)], ["paper"], id="two pages of one house"),
        pytest.param({"p": PAGE, "q": PAGE}, [("p",), ("q",)], ["p", "q"], id="nobody knows whose"),
        pytest.param({"o": OWN, "p": PAPER}, [("o",), ("p", "o", "p")], ["paper"], id="the claimant's own house"),
        pytest.param({"o": OWN}, [("o", "clerk")], [], id="a voice of the claimant's house"),
        pytest.param(
            {"o": OWN, "p": PAPER, "q": OTHER}, [("p", "o", "p"), ("q", "o", "q")], ["paper", "other"], id="one statement"
        ),
        pytest.param({"p": PAPER, "q": OTHER}, [("p", "q", "p"), ("q", "p", "q")], ["other"], id="a circle"),
        pytest.param(
            {"p": PAPER, "q": OTHER, "r": PAGE}, [("r", "p", "r"), ("p", "q", "p"), ("q", "p", "q")], ["paper"], id="a circle and after"
        ),
        pytest.param(
            {"o": OWN, "p": PAPER, "q": OTHER}, [("p", "q", "p"), ("p", "o", "p"), ("q",)], ["other", "paper"], id="read it, too"
        ),
    ],
)  # fmt: skip
def test_who_heard_it(sources, appearances, expected):
    assert sorted(houses(made(sources, appearances))) == sorted(expected)


def test_copies_count_as_what_they_copy():
    sources = {"p": PAPER, "q": {**OTHER, "copy_of": {"source": "p", "kind": "reposted"}}}
    assert houses(made(sources, [("p",), ("q",)])) == ["paper"]
    assert houses(made(sources, [("q",)])) == ["paper"]
    assert houses(made(sources, [("q",)], claimants=["paper"])) == []


@FEW
@given(strategies.fact_checks())
def test_there_are_no_more_reports_than_appearances_and_none_is_lost(fact_check):
    chains = provenance.chains(fact_check)
    for claim in fact_check.claims:
        found = provenance.independence(fact_check)[claim.id]
        own = [chain for chain in chains if chain.claim == claim.id]
        heard = {chain.source for chain in own if any(step.role == "heard" for step in chain.steps)}
        assert {page for report in found.reports for page in report.pages} == heard
        # One page may carry two reports, passed on by two houses.
        assert len({report.house for report in found.reports}) == len(found.reports) <= len(claim.appearances)
    for verdict in fact_check.verdicts:
        places = [place for each in provenance.footings(fact_check)[verdict.id] for place in each.evidence]
        assert sorted(places) == list(range(len(verdict.evidence)))


@pytest.mark.parametrize(
    ("claim", "source", "sentence"),
    [
        ("c3", "sunday-times-report", "An unnamed senior Taliban commander, to The Sunday Times."),
        ("c3", "moscow-times-page", "An unnamed senior Taliban commander, to The Sunday Times, reported by an unnamed news agency, printed by The Moscow Times (a copy)."),
        ("c1", "gulf-page", "Zamir Kabulov, to unnamed Russian media, reported by an unnamed news agency, printed by an unnamed English-language newspaper in the Gulf (a copy), which attributes it to “a senior Russian official”."),
        ("c1", "hindi-repost", "Zamir Kabulov, carried by unnamed Russian media, reported by Al Jazeera, reposted by an unnamed Hindi news site."),
        ("c2", "dawn-page", "Taliban, in a statement, quoted by Dawn."),
        ("c5", "dawn-page", "An unnamed spokesperson of Russia's foreign ministry, at a briefing, reported by Dawn."),
        ("c6", "dawn-page", "Unnamed Afghan experts in Washington, reported by Dawn."),
        ("c8a", "gulf-page", "An unnamed news agency, in a wire story, printed by an unnamed English-language newspaper in the Gulf (a copy)."),
    ],
)  # fmt: skip
def test_a_chain_reads_as_a_sentence(claim, source, sentence):
    chains = {(chain.claim, chain.source): chain for chain in provenance.chains(EXAMPLE)}
    assert chains[claim, source].sentence == sentence


def test_a_chain_has_its_steps():
    (chain,) = (each for each in provenance.chains(EXAMPLE) if (each.claim, each.source) == ("c2", "gulf-page"))
    assert [(step.by, step.role, step.copy) for step in chain.steps] == [
        ("taliban-statement", "own", None),
        ("wire-story", "heard", None),
        ("gulf-page", "passed", "syndicated"),
    ]


def test_a_verb_of_another_language_is_shown_as_it_is():
    fact_check = made({"p": PAPER}, [("p",)])
    claim = fact_check.claims[0]
    relay = {"by": "p", "verb": "sagte"}
    appearance = claim.appearances[0].model_copy(update={"relays": (provenance_relay(relay),)})
    changed = fact_check.model_copy(update={"claims": (claim.model_copy(update={"appearances": (appearance,)}),)})
    assert provenance.chains(changed)[0].sentence == "A Speaker, passed on by The Paper (“sagte”)."


def provenance_relay(values):
    return EXAMPLE.claims[0].appearances[0].relays[0].model_copy(update=values)


def test_nobody_knows_who_said_it():
    assert (
        provenance.chains(made({"p": PAGE}, [("p",)], claimants=()))[0].sentence == "Somebody unknown, reported by “p”."
    )


@FEW
@given(strategies.fact_checks())
def test_each_appearance_has_its_chain(fact_check):
    found = [(chain.claim, chain.appearance) for chain in provenance.chains(fact_check)]
    assert found == [(claim.id, place) for claim in fact_check.claims for place, _ in enumerate(claim.appearances)]
    assert all(chain.sentence.endswith(".") and chain.steps for chain in provenance.chains(fact_check))


def test_evidence_of_one_origin_counts_once():
    footings = provenance.footings(EXAMPLE)
    assert [(each.origin, each.stance, each.sources) for each in footings["v3"]] == [
        ("wire-story", "context", ("moscow-times-page", "gulf-page")),
        ("blog-original", "refutes", ("blog-page",)),
    ]
    assert [each.name for each in footings["v4"]] == ["Dawn", "The Sunday Times"]
    assert {name: provenance.independent_sources(each) for name, each in footings.items()} == {
        "v1": 3, "v2": 3, "v3": 2, "v4": 2, "v5": 2, "v6": 0, "v7": 2, "v8a": 1, "v8b": 1, "v9": 1, "v10": 0,
    }  # fmt: skip


def test_claims_against_each_other_stand_in_the_order_of_their_dates():
    found = provenance.disputes(EXAMPLE)
    assert [each.claims for each in found] == [
        ("c1", "c2"), ("c1", "c4"), ("c2", "c3"), ("c2", "c6"), ("c4", "c3"), ("c4", "c5"), ("c8b", "c8a"),
    ]  # fmt: skip
    denial = found[2]
    assert denial.made == ("2015-12-23/2015-12-26", "2015-12-27/2015-12-28")
    assert denial.is_ordered
    assert [(each.claim, each.kind, each.other) for each in denial.oppositions] == [("c2", "denies", "c3")]
    assert len(found[-1].oppositions) == 2
    assert [each.claims for each in provenance.disputes(EXAMPLE, ["narrows"])] == [("c1", "c4")]


@FEW
@given(strategies.fact_checks())
def test_each_opposition_is_listed_once(fact_check):
    wanted = sorted(
        (claim.id, relation.claim, relation.kind)
        for claim in fact_check.claims
        for relation in claim.relations
        if relation.kind in provenance.AGAINST and relation.claim != claim.id
    )
    found = provenance.disputes(fact_check)
    assert sorted((each.claim, each.other, each.kind) for dispute in found for each in dispute.oppositions) == wanted


def whole(one, other, share=0.9, extent=Extent.WHOLE):
    return Copy(one, other, extent, share, share, (Passage(0, 9, 0, 9, 2),))


def copied(fact_check, *pairs, groups=(), texts=None):
    found = provenance.found_copies(fact_check, texts or {}, Copies(groups, pairs))
    return found, provenance.with_copies(fact_check, found)


def test_texts_of_no_source_are_left_aside():
    words = "The same words stand in both of these, which belong to nobody who is known here. " * 9
    assert provenance.found_copies(EXAMPLE, {"nobody": words, "no-other": words}) == ()


def test_found_copies_are_declared_for_those_who_ask():
    fact_check = made(
        {"p": {**PAPER, "published": "2015-12-28"}, "q": {**OTHER, "published": "2015-12-27"}}, [("p",), ("q",)]
    )
    found, changed = copied(fact_check, whole("p", "q"), groups=(("p", "q"),))
    assert found[0].original == ("q", "it was published first, 2015-12-27", False)
    assert changed.sources[0].copy_of.source == "q"
    assert houses(changed) == ["other"]
    assert [name for name, _ in provenance.undeclared(fact_check, found)] == ["p"]


@pytest.mark.parametrize(
    ("sources", "texts", "original", "why"),
    [
        ({"p": {"copy_of": {"source": "o", "kind": "syndicated"}}, "q": {}, "o": {}}, {}, "o", "`p` is declared a copy of it"),
        ({"p": {}, "q": {"kind": "wire"}}, {}, "q", "it is a wire story"),
        ({"p": PAPER, "q": OTHER}, {"q": "A story.\nSource: The Paper\nMenu"}, "p", "`q` says “Source: The Paper”"),
        ({"p": PAPER, "q": OTHER}, {"p": "ROME (The Other) - A story."}, "q", "`p` says “ROME (The Other) -”"),
        ({"p": PAPER, "q": OTHER}, {"p": "a b c d e", "q": "a b c"}, "p", "its text is the longest"),
        ({"p": PAPER, "q": OTHER}, {}, "p", "nothing tells which came first, and it is listed first"),
    ],
)  # fmt: skip
def test_the_likely_original_and_why(sources, texts, original, why):
    found, changed = copied(made(sources, []), whole("p", "q"), groups=(("p", "q"),), texts=texts)
    assert found[0].original[:2] == (original, why)
    assert len({provenance.origins(changed)[name] for name in ("p", "q")}) == 1


def test_what_all_pass_on_is_the_likely_original():
    appearances = [("p", "wire", "p"), ("q", "wire", "q")]
    found, changed = copied(
        made({"p": PAPER, "q": OTHER, "wire": {}}, appearances), whole("p", "q"), groups=(("p", "q"),)
    )
    assert found[0].original == ("wire", "`p` and `q` pass on what stands in it", False)
    assert set(provenance.origins(changed).values()) == {"wire"}


def test_two_declared_originals_of_one_text_are_one():
    sources = {
        "p": {"copy_of": {"source": "a", "kind": "syndicated"}}, "a": {"published": "2015"},
        "q": {"copy_of": {"source": "b", "kind": "syndicated"}}, "b": {"published": "2014"},
    }  # fmt: skip
    _, changed = copied(made(sources, []), whole("p", "q"), groups=(("p", "q"),))
    assert set(provenance.origins(changed).values()) == {"b"}


def test_a_shared_passage_makes_a_copy_only_where_it_is_most_of_a_text():
    fact_check = made({"p": PAPER, "q": OTHER}, [])
    assert copied(fact_check, whole("p", "q", 0.2, Extent.PASSAGE)) == ((), fact_check)
    _, changed = copied(fact_check, whole("p", "q", 0.8, Extent.PASSAGE))
    assert [source.copy_of.kind for source in changed.sources if source.copy_of] == ["excerpted"]


def test_long_chains_and_many_take_time_in_proportion():
    def chain(size):
        sources = {f"s{n}": {} for n in range(size)}
        return made(sources, [(f"s{size - 1}", *(f"s{n}" for n in range(size)))])

    def everything(fact_check):
        provenance.independence(fact_check)
        provenance.chains(fact_check)
        provenance.footings(fact_check)

    once, twice = (work(lambda given=chain(size): everything(given)) for size in (200, 400))  # noqa: B008  # made before
    assert twice < 2.3 * once


def test_many_copies_and_names_take_time_in_proportion():
    def all_of(size):
        fact_check = made({f"s{n}": {} for n in range(size)}, [])
        copies = whole_pairs(size)
        return lambda: (provenance.found_copies(fact_check, {}, copies), provenance.names_of(fact_check))

    def whole_pairs(size):
        pairs = tuple((f"s{n}", f"s{n + 1}") for n in range(0, size, 2))
        return Copies(pairs, tuple(whole(*pair, 0.9, Extent.WHOLE) for pair in pairs))

    once, twice = (work(all_of(size)) for size in (200, 400))
    assert twice < 2.3 * once


@FEW
@given(strategies.fact_checks(), st.data())
def test_found_copies_never_make_a_circle(fact_check, data):
    names = [source.id for source in fact_check.sources]
    if len(names) < 2:
        return
    pairs = data.draw(st.lists(st.lists(st.sampled_from(names), min_size=2, max_size=2, unique=True), max_size=3))
    _, changed = copied(fact_check, *(whole(one, other, 0.9, Extent.PASSAGE) for one, other in pairs))
    FactCheck.model_validate(changed.model_dump())
    assert all(provenance.origins(changed)[one] == provenance.origins(changed)[other] for one, other in pairs)
