"""The chart: drawn from figures that are kept, and how they are measured, with no process run."""

import chart
import pytest
import scaling
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from processes import Run
from scaling import Figure

FIGURES = [
    Figure("factcheck, ClaimReview", 100, 0.3, 40),
    Figure("factcheck, ClaimReview", 1000, 1.0, 41),
    Figure("factcheck, ClaimReview", 10000, 8.0, 41),
    Figure("a peer <of> R&D", 100, 4.0, 60),
    Figure("a peer <of> R&D", 1000, 40.0, 200),
]


def test_each_way_has_a_line_in_each_panel_and_a_name():
    root = etree.fromstring(chart.svg(FIGURES).encode())
    lines = [len(each.get("points").split()) for each in root.iterfind("{*}polyline")]
    assert lines == [3, 2, 3, 2]
    words = [each.text for each in root.iterfind("{*}text")]
    assert {
        chart.TITLE,
        chart.NOTE,
        "a peer <of> R&D",
        "Time of the processor (s)",
        "fact-checks",
        "a minute",
        "10,000",
    } <= set(words)
    assert root.findtext("{*}title") == chart.TITLE
    assert root.get("role") == "img"


def test_every_colour_is_there_on_light_ground_and_on_dark():
    style = chart.styles(len(chart.LIGHT))
    light, _, dark = style.partition("prefers-color-scheme: dark")
    for number in range(len(chart.LIGHT)):
        assert f".w{number} " in light
        assert f".w{number} " in dark
    assert len(chart.SHAPES) == len(chart.LIGHT) == len(chart.DARK)


def test_nothing_is_drawn_outside():
    root = etree.fromstring(chart.svg(FIGURES).encode())
    _, _, width, height = map(float, root.get("viewBox").split())
    for each in root.iterfind("{*}polyline"):
        for point in each.get("points").split():
            x, y = map(float, point.split(","))
            assert 0 < x < width
            assert 0 < y < height


@given(st.floats(1e-3, 1e3), st.floats(1.1, 1e6), st.lists(st.floats(0, 1), min_size=2))
def test_an_axis_keeps_the_order_and_its_ends_and_has_its_ticks_within(low, factor, shares):
    axis = chart.Axis(low, low * factor, 100, 500)
    values = sorted(low * factor**share for share in shares)
    places = [axis.at(value) for value in values]
    assert places == sorted(places)
    assert (axis.at(axis.low), axis.at(axis.high)) == (100, 500)
    assert all(100 <= axis.at(tick) <= 500 for tick in axis.ticks())


def test_the_picture_is_that_of_the_figures_that_are_kept():
    assert chart.PICTURE.read_text(encoding="utf-8") == chart.svg(scaling.kept()), "run `make chart`"


def test_figures_come_back_as_they_were_kept_in_the_order_of_the_ways(tmp_path, monkeypatch):
    monkeypatch.setattr(scaling, "KEPT", tmp_path / "figures.csv")
    figures = [
        Figure("rdflib", 300, 1.25, 60),
        Figure("factcheck.export_many, TEI", 100, 0.5, 40),
        Figure("rdflib", 100, 0.75, 60),
    ]
    scaling.keep(figures)
    assert scaling.kept() == [figures[1], figures[2], figures[0]]


def test_peers_stop_where_they_would_take_over_a_minute_and_ours_go_on(monkeypatch):
    def run(command):
        (way,) = (way for way in scaling.WAYS if way in command)
        size = scaling.Path(command[-2]).read_bytes().count(b"\n")
        return Run(1.0, size * {"rdflib": 0.05, "factcheck.export_many, TEI": 1.0}[way], 50.0)

    monkeypatch.setattr(scaling, "run", run)
    figures = list(scaling.measured(["factcheck.export_many, TEI", "rdflib"], 3000))
    assert [each.records for each in figures if each.way == "rdflib"] == [100, 300, 1000]
    assert [each.records for each in figures if each.way == "factcheck.export_many, TEI"] == [100, 300, 1000, 3000]


@pytest.mark.parametrize(
    "way", ["factcheck.export_many, ClaimReview", "factcheck.export_many, TEI", "orjson alone, read and written"]
)
def test_a_way_writes_a_line_for_each_line(way, tmp_path):
    source, target = scaling.lines_of(3, str(tmp_path)), tmp_path / "out.jsonl"
    scaling.one(way, str(source), str(target))
    assert target.read_bytes().count(b"\n") == 3


def test_a_way_may_be_a_command(tmp_path):
    taken = scaling.once("factcheck export, ClaimReview", scaling.lines_of(3, str(tmp_path)))
    assert taken.megabytes > 0
