"""Any fact-check in any layout, and any damaged file: only places are written."""

import json

import yaml
from anchor_samples import ANCHORED, PAGE, WRITTEN, story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trying import examples
from yaml_styles import StyledDumper, styled

import factcheck
from factcheck import anchor, dumps
from factcheck.fixing.anchored import anchored
from factcheck.reading import read
from factcheck.testing.strategies import fact_checks

PIECES = st.lists(
    st.sampled_from(["a", "words ", "é", "😀", "'", '"', ": ", " #", "\\", "[", "}", ",", "-", "%", "\n", "\r\n", "\t", "\u2028", "\x85", "\xad", "\x00", "\ufeff", "字", "ب", "\x07"]),
    max_size=30,
).map("".join)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(60))
@given(
    before=PIECES,
    words=PIECES.filter(bool),
    after=PIECES,
    style=st.sampled_from([None, "'", '"', "|", ">", "json", "indented json"]),
    flow=st.sampled_from([True, False, None]),
    width=st.sampled_from([20, 80, 1000]),
    comment=st.sampled_from(["", "# c", "#", "# factcheck: no"]),
    wrong=st.booleans(),
)
def test_whatever_the_layout_only_places_are_written(before, words, after, style, flow, width, comment, wrong):
    text = f"{before}Hear: {words}. {after}"
    quotation = {"exact": styled(f"Hear: {words}.", style)} | (
        {"start": 900, "end": 901, "suffix": "no such words", "language": "en"} if wrong else {}
    )
    data = story(quotation)
    if style in ("json", "indented json"):
        name, body = "a.json", json.dumps(data, indent=1 if style != "json" else None)
    else:
        name = "a.yaml"
        body = yaml.dump(
            data, Dumper=StyledDumper, allow_unicode=True, default_flow_style=flow, width=width, sort_keys=False
        )
        body = (
            "\n".join(
                f"{line} {comment}" if line.endswith(("- c1", "title: Rain and roads")) else line
                for line in body.split("\n")
            )
            if comment
            else body
        )
    try:
        reading = read(body.encode(), name)
    except factcheck.ReadingError:  # PyYAML writes some signs in a way that is refused
        return
    outcome = anchored(reading, body.encode(), {"page": text})
    wanted = anchor(reading.fact_check, {"page": text}).fact_check
    assert not [each for each in outcome.findings if each.rule == "text-layout"]
    now = read(outcome.fixed.data, name)
    assert now.fact_check == wanted
    assert [each.text for each in now.comments()] == [each.text for each in reading.comments()]
    assert anchored(now, outcome.fixed.data, {"page": text}).fixed.data == outcome.fixed.data
    if not wrong:
        assert _is_within(body, outcome.fixed.after)


def _is_within(before, after):
    """Whether nothing was taken out of a text."""
    signs = iter(after)
    return all(sign in signs for sign in before)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(60))
@given(data=st.data())
def test_damaged_files_are_anchored_or_told_and_nothing_breaks(data):
    indented = json.dumps(
        story({"exact": "nobody had asked for more"}, {"exact": "the mayor said", "start": 3, "end": 17}), indent=1
    )
    body = data.draw(st.sampled_from([WRITTEN.encode(), ANCHORED.encode(), indented.encode()]))
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 30)))
    splinter = data.draw(
        st.one_of(
            st.binary(max_size=6),
            st.sampled_from(
                [b"&a ", b"*a", b"- ", b"\n", b"|\n", b"#", b" # c\n", b"'", b"? ", b"\t", b"\r", b"{", b"~", b"null"]
            ),
        )
    )
    damaged = body[:start] + splinter + body[end:]
    name = data.draw(st.sampled_from(["a.yaml", "a.json", "a"]))
    try:
        reading = read(damaged, name)
    except factcheck.ReadingError:
        return
    outcome = anchored(reading, damaged, {"page": PAGE}, accept_drift=data.draw(st.booleans()))
    now = read(outcome.fixed.data, name)
    assert [each.text for each in now.comments()] == [each.text for each in reading.comments()]
    assert anchored(now, outcome.fixed.data, {"page": PAGE}).fixed.data == outcome.fixed.data


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(20))
@given(fact_check=fact_checks(), cut=st.integers(0, 30))
def test_any_fact_check_is_written_as_it_is_anchored(fact_check, cut):
    body = dumps(fact_check).encode()
    reading = read(body, "a.yaml")
    quoted = [each.quotation.exact for claim in fact_check.claims for each in claim.appearances if each.quotation]
    text = "x" * cut + " and ".join(quoted)
    texts = {source.id: text for source in reading.fact_check.sources}
    outcome = anchored(reading, body, texts)
    by_hand = [each for each in outcome.findings if each.rule == "text-layout"]
    assert all("no prefix" in each.message or "no suffix" in each.message for each in by_hand)
    if not by_hand:
        assert read(outcome.fixed.data, "a.yaml").fact_check == anchor(reading.fact_check, texts).fact_check
