"""The picture: which lines and words there are, and that none lies on another."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from factcheck_html.lanes import in_order, lanes
from factcheck_html.shapes import fitting, width, wrapped
from full_samples import changed
from html_pages import by_id, tree, words
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import FactCheck

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
SPANS = st.lists(
    st.tuples(st.integers(-1, 12), st.integers(-1, 12)).filter(lambda span: span[0] != span[1]), max_size=20
)
GRAPHS = st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=4), max_size=10)


@pytest.fixture(scope="module")
def example():
    return factcheck.load(EXAMPLE)


def many(claims: int, sources: int, language="en") -> FactCheck:
    """A fact-check of so many claims, each in several sources through others, which bear on each other."""
    return FactCheck.model_validate(
        {
            "id": "urn:desk:many", "headline": "Many", "language": language,
            "sources": [{"id": f"s{n}", "title": f"The title of source number {n} is long enough to be cut"} for n in range(sources)],
            "claims": [
                {
                    "id": f"c{n}", "text": f"Claim number {n} says that it rained " * 4,
                    "appearances": [
                        {"source": f"s{(n * 7 + at) % sources}", "relays": [{"by": f"s{(n * 3 + at) % sources}", "verb": "said"}]}
                        for at in range(3)
                    ],
                    "relations": [{"kind": "denies", "claim": f"c{n * 5 % claims}"}],
                }
                for n in range(claims)
            ],
        }
    )  # fmt: skip


@given(spans=SPANS)
def test_spans_in_one_lane_do_not_overlap(spans):
    found = lanes(spans)
    for (one, lane), (other, another) in combinations(zip(spans, found, strict=True), 2):
        if lane == another:
            assert max(one) <= min(other) or max(other) <= min(one)
    assert set(found) == set(range(max(found, default=-1) + 1)), "no lane is empty"


@given(edges=GRAPHS)
def test_edges_lead_forward_but_in_circles(edges):
    nodes = list(range(10))
    order = in_order(nodes, edges)
    assert sorted(order) == nodes
    place = {node: at for at, node in enumerate(order)}

    def reaches(start, goal):
        seen, waiting = {start}, [start]
        while waiting:
            for after in edges.get(waiting.pop(), ()):
                if after not in seen:
                    seen.add(after)
                    waiting.append(after)
        return goal in seen

    for start, ends in edges.items():
        for end in ends:
            assert place[start] < place[end] or start == end or reaches(end, start)


@given(said=st.text(max_size=80), room=st.floats(30, 300))
def test_words_that_are_cut_fit_and_say_so(said, room):
    for line in (fitting(said, 12, room), *wrapped(said, 12, room, 3)):
        assert width(line, 12) <= room
    if width(" ".join(said.split()), 12) <= room:
        assert fitting(said, 12, room) == " ".join(said.split())
    else:
        assert fitting(said, 12, room).endswith("…")


def test_no_word_is_lost_where_there_is_room():
    said = "These are words that stand in two lines or three at most, as is seen here"
    assert " ".join(wrapped(said, 12, 200, 3)) == said
    assert "".join(wrapped("漢字" * 20, 12, 200, 3)) == "漢字" * 20


def svg(fact_check):
    return tree(fact_check).find(".//figure/div/svg")


def test_each_claim_has_a_row_and_each_station_a_name(example):
    drawn = svg(example)
    assert len(drawn.xpath("./text[@class='who']")) == len(example.claims)
    names = [text.text for text in drawn.xpath("./text[@class='name']")]
    assert "The Moscow Times, article" in names
    assert len(names) == len(set(names)) == 15
    assert len(drawn.xpath("./circle[@class='origin']")) == len(example.claims)


def test_each_relation_is_a_line_of_its_kind(example):
    drawn = svg(example)
    kinds = sorted(each.kind for claim in example.claims for each in claim.relations)
    found = [path.get("class").partition("k-")[2] for path in drawn.xpath("./path[starts-with(@class, 'relation')]")]
    assert sorted(found) == kinds


def test_its_key_explains_each_kind_that_is_in_it(example):
    key = words(tree(example).find(".//figcaption"))
    assert all(kind in key for kind in ("denies", "narrows", "contradicts", "repeats", "supports", "copy of"))
    assert "translates" not in key


def test_it_has_a_name_and_a_description(example):
    drawn = svg(example)
    title, description = drawn.get("aria-labelledby").split()
    assert (drawn[0].get("id"), drawn[1].get("id")) == (title, description)
    assert drawn.get("role") == "img"


def test_the_same_is_said_in_words(example):
    part = by_id(tree(example), "part.picture")
    ways = [[words(stop) for stop in way.iter("li")] for way in part.xpath(".//details//ol[@class='chain']")]
    assert [
        "senior Taliban commander",
        "The Sunday Times, article",
        "news agency, wire story",
        "The Moscow Times, article",
    ] in ways
    assert len(ways) == sum(len(claim.appearances) for claim in example.claims)
    bearing = [words(each) for each in part.xpath(".//ul[@class='bearing']/li")]
    assert "Claim 2 (between 23 and 26 December 2015) denies Claim 1 (23 December 2015)" in bearing
    assert (
        "Claim 8 (date unknown) contradicts Claim 9 (date unknown); Claim 9 (date unknown) contradicts Claim 8 (date unknown)"
        in bearing
    )


def lines_of(drawn, kind):
    """The straight parts of the lines of this class, as their ends."""
    for path in drawn.xpath(f"./path[starts-with(@class, '{kind}')]"):
        points = [tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path.get("d"))]
        yield from ((one, other, path) for one, other in pairwise(points))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("claims", "sources"), [(1, 1), (10, 5), (100, 30)])
def test_no_relation_runs_along_another_one(claims, sources, language):
    drawn = svg(many(claims, sources, language))
    upright = [
        (a[0], *sorted((a[1], b[1])), path)
        for a, b, path in lines_of(drawn, "relation")
        if a[0] == b[0] and a[1] != b[1]
    ]
    for (x, low, high, path), (other_x, other_low, other_high, other) in combinations(upright, 2):
        if path is not other and x == other_x:
            assert high <= other_low or other_high <= low


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_stands_within_its_frame(language):
    drawn = svg(many(40, 12, language))
    wide, high = map(float, drawn.get("viewbox").split()[2:])
    for circle in drawn.iter("circle"):
        assert 0 < float(circle.get("cx")) < wide
        assert 0 < float(circle.get("cy")) < high
    for text in drawn.iter("text"):
        assert 0 <= float(text.get("x")) <= wide
    for one, other, _ in lines_of(drawn, ""):
        assert 0 <= one[0] <= wide
        assert 0 <= other[1] <= high


def test_a_page_from_right_to_left_has_it_mirrored(example):
    left, right = svg(example), svg(changed_language(example, "he"))
    wide = float(left.get("width"))
    assert float(right.get("width")) == wide
    places = [sorted(float(dot.get("cx")) for dot in drawn.iter("circle")) for drawn in (left, right)]
    assert places[0] == pytest.approx([wide - at for at in reversed(places[1])], abs=0.11)


def changed_language(fact_check, language):
    return fact_check.model_copy(update={"language": language})


def test_a_claim_that_bears_on_itself_has_no_line():
    own = changed(claims__0__relations=[{"kind": "repeats", "claim": "one"}], claims__1__relations=[])
    assert svg(own).xpath("./path[starts-with(@class, 'relation')]") == []


def test_circles_of_relays_are_drawn():
    there = [{"by": "first", "verb": "said"}, {"by": "second", "verb": "said"}]
    round_about = changed(
        claims__0__appearances=[
            {"source": "second", "relays": there},
            {"source": "first", "relays": there[::-1]},
        ]
    )
    assert len(svg(round_about).xpath("./circle[contains(@class, 'stop')]")) >= 2


def test_too_many_claims_are_told_in_words_alone():
    root = tree(many(301, 3))
    assert root.find(".//svg") is None
    part = by_id(root, "part.picture")
    assert "There are too many claims here for a picture." in words(part)
    assert len(part.xpath(".//details/ul/li")) == 301
