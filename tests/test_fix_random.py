"""Any text in any layout, and any damaged file, is repaired once or left."""

import html
from pathlib import Path

import yaml
from fix_samples import DOUBLED, RIGHT, WRONG, as_json, story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trying import examples
from yaml_styles import StyledDumper, styled

from factcheck import ReadingError, dumps
from factcheck.fixing import fixed
from factcheck.reading import read
from factcheck.rules import OWN
from factcheck.testing import full_fact_check

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"
SPACES = st.sampled_from(["", " ", "\t", "\r", "\n ", "\xa0"])
PIECES = st.lists(
    st.sampled_from(["a", " ", "é", "😀", "'", '"', ": ", " #", "&amp;", "&#39;", "&lt;", "&quot;", "\\", "[", "}", ",", "-", "%"]),
    min_size=1,
    max_size=8,
).map("".join)  # fmt: skip
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


@st.composite
def texts(draw):
    return styled(draw(SPACES) + draw(PIECES) + draw(SPACES), draw(STYLES))


def unescaped(text):
    then = html.unescape(text)
    return text.strip() if then == text else unescaped(then)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(60))
@given(headline=texts(), claim=texts(), label=texts(), flow=st.booleans(), width=st.sampled_from([20, 80, 1000]))
def test_every_text_is_repaired_once_and_nothing_else_changes(headline, claim, label, flow, width):
    data = story(headline=headline, claims=[{"id": "c1", "text": claim}])
    data["rating_scale"] = {"ratings": [{"id": "r", "names": {"en": label}}]}
    body = yaml.dump(data, Dumper=StyledDumper, allow_unicode=True, default_flow_style=flow, width=width).encode()
    made = fixed(body, "a.yaml")
    assert fixed(made.data, "a.yaml").data == made.data
    try:
        before = read(body, "a.yaml").fact_check
    except ReadingError:  # a text of spaces only
        return
    after = read(made.data, "a.yaml").fact_check
    assert after.model_copy(update={"headline": "", "claims": (), "rating_scale": None}) == before.model_copy(
        update={"headline": "", "claims": (), "rating_scale": None}
    )
    assert after.headline == unescaped(before.headline)
    assert after.claims[0].text == unescaped(before.claims[0].text)
    assert after.rating_scale.ratings[0].names["en"] == unescaped(before.rating_scale.ratings[0].names["en"])
    assert made.mended or made.data == body
    for repaired in made.mended:
        assert repaired.rule in OWN
        assert repaired.stood != repaired.made


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(40))
@given(line=st.integers(0, 30), comment=st.text(st.characters(exclude_categories=["C", "Z"]), max_size=10))
def test_comments_and_order_stay(line, comment):
    lines = WRONG.splitlines()
    at = min(line, 9)
    lines.insert(at, f"# {comment}")
    made = fixed("\n".join(lines).encode(), "a.yaml").data.decode().splitlines()
    assert made.pop(at) == f"# {comment}"
    assert "\n".join(made) == RIGHT


def test_the_example_and_what_we_write_need_no_repair():
    for body in (EXAMPLE.read_bytes(), dumps(full_fact_check()).encode()):
        assert fixed(body, "a.yaml").mended == ()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(60))
@given(data=st.data())
def test_damaged_files_are_repaired_or_left_and_nothing_breaks(data):
    seeds = [
        WRONG.encode(),
        DOUBLED.encode(),
        as_json(headline=" a &amp; ", published="1 May 2020", authors=["a", "a"]),
    ]
    body = data.draw(st.sampled_from(seeds))
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 40)))
    splinter = data.draw(
        st.one_of(st.binary(max_size=8), st.sampled_from([b"&a ", b"*a", b"- ", b"\n", b"|\n", b"#", b"'", b"? "]))
    )
    damaged = body[:start] + splinter + body[end:]
    name = data.draw(st.sampled_from(["a.yaml", "a.json", "a"]))
    try:
        made = fixed(damaged, name)
    except ReadingError:
        return
    assert fixed(made.data, name).data == made.data
    assert bool(made.mended) == (made.data != damaged)
