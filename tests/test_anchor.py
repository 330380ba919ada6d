"""Quotations get their places in the texts of their sources: what is written, what is told, what is left alone."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trying import examples

import factcheck
from factcheck import FactCheck, Quotation, anchor, dumps, loads, source_texts
from factcheck.fixing import anchored
from factcheck.reading import read
from factcheck.testing.strategies import fact_checks

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"
ARTICLES = ROOT.parent / "shared" / "articles"
real_articles = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real articles are not here")

PAGE = (
    "Rain and roads\n\nThe minister said on Monday that the roads would be mended by May, and that nobody had "
    "asked for more.\n\nOn Tuesday, the mayor said that nobody had asked her either. “The roads are no worse than "
    "last year,” she added.\n\nThe roads would be mended by May, the paper wrote."
)


def checksum(text):
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def story(*quotations, checksum=None):
    source = {"id": "page", "title": "Rain and roads"} | ({"checksum": checksum} if checksum else {})
    appearances = [{"source": "page", "quotation": each} for each in quotations]
    return {
        "id": "urn:x:y",
        "headline": "H",
        "language": "en",
        "sources": [source],
        "claims": [{"id": "c1", "text": "T", "appearances": appearances}],
    }


def made(*quotations, text=PAGE, checksum=None, **options):
    return anchor(FactCheck.model_validate(story(*quotations, checksum=checksum)), {"page": text}, **options)


def quotations(fact_check):
    return [each.quotation for claim in fact_check.claims for each in claim.appearances]


def found(outcome):
    return [(each.rule, str(each.severity), each.path) for each in outcome.findings]


AT = PAGE.index("nobody had asked for more")


# What is written


def test_words_get_their_place_and_the_source_its_checksum():
    outcome = made({"exact": "nobody had asked for more"})
    assert quotations(outcome.fact_check) == [
        Quotation(
            exact="nobody had asked for more",
            prefix="be mended by May, and that ",
            suffix=".\n\nOn Tuesday, the mayor said",
            start=AT,
            end=AT + 25,
        )
    ]
    assert outcome.fact_check.sources[0].checksum == checksum(PAGE)
    assert found(outcome) == [
        ("text-no-checksum", "info", "sources[0].checksum"),
        ("text-unplaced", "info", "claims[0].appearances[0].quotation"),
    ]
    assert outcome.findings[1].made == f"{AT} to {AT + 25}"


def test_what_is_anchored_stays():
    first = made({"exact": "nobody had asked for more"}).fact_check
    again = anchor(first, {"page": PAGE})
    assert again == (first, ())


def test_what_stands_around_is_cut_at_words_and_is_none_at_the_ends():
    text = "Beginning of a text in which unbelievably lengthy wordings are told"
    outcome = made({"exact": "Beginning"}, {"exact": "which"}, {"exact": "told"}, text=text)
    assert [(each.prefix, each.suffix) for each in quotations(outcome.fact_check)] == [
        (None, " of a text in which unbelievably"),
        ("Beginning of a text in ", " unbelievably lengthy wordings"),
        ("lengthy wordings are ", None),
    ]


def test_a_script_without_spaces_keeps_what_stands_around():
    text = (
        "俄罗斯与塔利班就伊斯兰国问题保持着交换信息的渠道，" * 3
        + "发言人在星期一说，"
        + "没有人要求更多的东西，也没有人来过这里。" * 3
    )
    (quotation,) = quotations(made({"exact": "发言人在星期一说"}, text=text).fact_check)
    assert (len(quotation.prefix), len(quotation.suffix)) == (32, 32)


def test_the_same_words_in_the_same_surroundings_get_more_of_them():
    caption = "A policeman searches a passenger at a checkpoint in the district on Sunday. "
    text = f"First. {caption * 2}Last."
    start = text.index("checkpoint", 80)
    outcome = made({"exact": "checkpoint", "start": start, "end": start + 10}, text=text)
    (quotation,) = quotations(outcome.fact_check)
    around = f"{quotation.prefix}{quotation.exact}{quotation.suffix}"
    assert text.count(around) == 1
    assert text.index(around) + len(quotation.prefix) == start


def test_a_place_that_is_wrong_is_put_right_and_told():
    outcome = made({"exact": "nobody had asked for more", "start": 3, "end": 28}, checksum=checksum(PAGE))
    assert found(outcome) == [("text-position", "warning", "claims[0].appearances[0].quotation.start")]
    assert (outcome.findings[0].stood, outcome.findings[0].made) == ("3 to 28", f"{AT} to {AT + 25}")
    assert quotations(outcome.fact_check)[0].start == AT


def test_what_the_desk_wrote_around_stays_where_it_is_true():
    outcome = made(
        {"exact": "nobody had asked", "suffix": " for more"},
        {"exact": "nobody had asked", "prefix": "the mayor said that "},
    )
    first, second = quotations(outcome.fact_check)
    assert (first.suffix, second.prefix) == (" for more", "the mayor said that ")
    assert (first.start, second.start) == (PAGE.index("nobody"), PAGE.rindex("nobody"))


def test_what_does_not_stand_around_is_put_right_and_told():
    outcome = made({"exact": "nobody had asked for more", "prefix": "she shouted: "}, checksum=checksum(PAGE))
    assert [each for each in found(outcome) if "context" in each[0]] == [
        ("text-context", "warning", "claims[0].appearances[0].quotation.prefix")
    ]
    assert PAGE.count(quotations(outcome.fact_check)[0].prefix + "nobody") == 1


# What is told


def test_words_in_other_signs_are_anchored_and_told():
    outcome = made({"exact": '"the roads are no worse than last year,"'}, checksum=checksum(PAGE))
    (quotation,) = quotations(outcome.fact_check)
    assert quotation.exact == '"the roads are no worse than last year,"'
    assert PAGE[quotation.start : quotation.end] == "“The roads are no worse than last year,”"
    assert found(outcome) == [
        ("text-normalised", "info", "claims[0].appearances[0].quotation.exact"),
        ("text-unplaced", "info", "claims[0].appearances[0].quotation"),
    ]


DRIFTED = {"exact": "The minister said on Monday that the streets would be mended by May"}
MEANT = "The minister said on Monday that the roads would be mended by May"


def test_words_that_differ_are_told_word_by_word_and_stay():
    outcome = made(DRIFTED, checksum=checksum(PAGE))
    assert found(outcome) == [("text-drift", "warning", "claims[0].appearances[0].quotation.exact")]
    assert (
        "The minister said on Monday that the [-streets-] {+roads+} would be mended by May"
        in outcome.findings[0].message
    )
    assert not outcome.findings[0].is_repair
    assert quotations(outcome.fact_check) == [Quotation(**DRIFTED)]


def test_words_that_differ_are_taken_from_the_text_where_that_is_asked_for():
    outcome = made(DRIFTED, checksum=checksum(PAGE), accept_drift=True)
    (quotation,) = quotations(outcome.fact_check)
    assert quotation.exact == PAGE[quotation.start : quotation.end] == MEANT
    assert (outcome.findings[0].stood, outcome.findings[0].made) == (DRIFTED["exact"], MEANT)
    assert anchor(outcome.fact_check, {"page": PAGE}, accept_drift=True) == (outcome.fact_check, ())


def test_words_at_several_places_are_refused_with_the_places():
    outcome = made({"exact": "would be mended by May"}, checksum=checksum(PAGE))
    assert found(outcome) == [("text-ambiguous", "error", "claims[0].appearances[0].quotation.exact")]
    first, second = PAGE.index("would be"), PAGE.rindex("would be")
    assert outcome.findings[0].message == (
        f"these words stand at 2 places, and a `prefix` or `suffix` has to tell which: {first} to {first + 22} "
        "(“said on Monday that the roads [would be mended by May], and that nobody had asked for”); "
        f"{second} to {second + 22} (“year,” she added. The roads [would be mended by May], the paper wrote.”)"
    )
    assert quotations(outcome.fact_check) == [Quotation(exact="would be mended by May")]


def test_of_many_places_the_first_are_told():
    outcome = made({"exact": "ab"}, text="ab and " * 40)
    assert outcome.findings[-1].message.startswith(
        "these words stand at 40 places, and a `prefix` or `suffix` has to tell which: 0 to 2 (“[ab] and ab and"
    )
    assert outcome.findings[-1].message.endswith(" and 35 more")


def test_words_that_nobody_said_are_an_error():
    outcome = made({"exact": "The governor resigned in tears on Wednesday"}, checksum=checksum(PAGE))
    assert found(outcome) == [("text-absent", "error", "claims[0].appearances[0].quotation.exact")]
    assert outcome.findings[0].message == "these words do not stand in the text of `page`: correct them, or the source"


def test_a_translation_of_the_desk_stands_in_no_source():
    outcome = made({"exact": "Der Bürgermeister ist ganz verzweifelt", "language": "de"}, checksum=checksum(PAGE))
    assert "no translation into `de`" in outcome.findings[0].message


def test_a_source_without_text_is_left_alone():
    fact_check = FactCheck.model_validate(story({"exact": "nobody"}))
    assert anchor(fact_check, {}) == (fact_check, ())


def test_evidence_is_anchored_like_appearances():
    data = story() | {
        "rating_scale": {"ratings": [{"id": "r", "names": {"en": "R"}}]},
        "verdicts": [
            {
                "id": "v1",
                "claim": "c1",
                "rating": "r",
                "evidence": [
                    {"source": "page", "stance": "context"},
                    {"source": "page", "stance": "context", "quotation": {"exact": "asked for more"}},
                ],
            }
        ],
    }
    outcome = anchor(FactCheck.model_validate(data), {"page": PAGE})
    assert outcome.findings[-1].path == "verdicts[0].evidence[1].quotation"
    assert outcome.fact_check.verdicts[0].evidence[1].quotation.start == PAGE.index("asked for more")


# A text that has changed


def test_a_text_that_has_changed_is_told_and_its_places_are_moved():
    outcome = made({"exact": "nobody had asked for more", "start": 3, "end": 28}, checksum="sha256:" + "0" * 64)
    assert found(outcome) == [
        ("text-changed", "warning", "sources[0].checksum"),
        ("text-position", "warning", "claims[0].appearances[0].quotation.start"),
    ]
    assert outcome.fact_check.sources[0].checksum == checksum(PAGE)


def test_places_never_count_in_two_texts():
    wanted = (
        {"exact": "nobody had asked for more", "start": 3, "end": 28},
        {"exact": "The governor resigned in tears on Wednesday", "start": 40, "end": 83},
    )
    outcome = made(*wanted, checksum="sha256:" + "0" * 64)
    assert outcome.fact_check == FactCheck.model_validate(story(*wanted, checksum="sha256:" + "0" * 64))
    assert [each.rule for each in outcome.findings] == ["text-changed", "text-position", "text-absent"]
    assert not any(each.is_repair for each in outcome.findings)
    assert "not all quotations that have places are found" in outcome.findings[0].message


def test_what_has_no_place_keeps_no_other_from_its_own():
    outcome = made(
        {"exact": "nobody had asked for more", "start": 3, "end": 28},
        {"exact": "The governor resigned in tears on Wednesday"},
        checksum="sha256:" + "0" * 64,
    )
    assert quotations(outcome.fact_check)[0].start == AT
    assert outcome.fact_check.sources[0].checksum == checksum(PAGE)


# Any text, any fact-check


@settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=examples(60)
)
@given(text=st.text(max_size=300), data=st.data())
def test_a_part_of_any_text_is_anchored_in_it(text, data):
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start, len(text)))
    if start == end:
        return
    outcome = made({"exact": text[start:end], "start": start, "end": end}, text=text)
    (quotation,) = quotations(outcome.fact_check)
    assert text[quotation.start : quotation.end] == quotation.exact
    assert text[: quotation.start].endswith(quotation.prefix or "")
    assert text.startswith(quotation.suffix or "", quotation.end)
    assert {each.rule for each in outcome.findings} == {"text-no-checksum"}
    assert anchor(outcome.fact_check, {"page": text}) == (outcome.fact_check, ())


EDITS = st.sampled_from([str.upper, str.title, lambda words: words.replace("e", "", 2), lambda words: f"{words}.", lambda words: words.replace(" ", "  "), lambda words: f"“{words}”"])  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(60))
@given(
    edits=st.lists(EDITS, max_size=3), start=st.integers(0, len(PAGE)), size=st.integers(1, 120), accept=st.booleans()
)
def test_a_second_time_changes_nothing(edits, start, size, accept):
    exact = PAGE[start : start + size]
    for edit in edits:
        exact = edit(exact)
    if not exact:
        return
    once = made({"exact": exact}, accept_drift=accept)
    again = anchor(once.fact_check, {"page": PAGE}, accept_drift=accept)
    assert again.fact_check == once.fact_check
    assert not any(each.is_repair for each in again.findings)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(25))
@given(fact_check=fact_checks(), text=st.text(max_size=100))
def test_nothing_but_places_and_checksums_changes(fact_check, text):
    texts = {source.id: text for source in fact_check.sources}
    outcome = anchor(fact_check, texts)
    assert _without_places(outcome.fact_check) == _without_places(fact_check)
    assert anchor(outcome.fact_check, texts).fact_check == outcome.fact_check
    assert FactCheck.model_validate(outcome.fact_check.model_dump()) == outcome.fact_check


def _without_places(fact_check):
    data = fact_check.model_dump(mode="json")
    parts = [each for claim in data["claims"] for each in claim["appearances"]]
    parts += [each for verdict in data["verdicts"] for each in verdict["evidence"]]
    for quotation in filter(None, (each["quotation"] for each in parts)):
        for key in ("prefix", "suffix", "start", "end"):
            quotation.pop(key)
    for source in data["sources"]:
        source.pop("checksum")
    return data


# Files

WRITTEN = """\
# about it
id: urn:x:y
headline: H   # why
language: en
sources:
  - id: page # the paper's
    title: Rain and roads
    # read it again
    copy_of: {source: other, kind: reposted}
  - {id: other, title: "Rain"}
claims:
  - id: c1
    text: T
    appearances:
      - source: page
        quotation:
          exact: nobody had asked for more # not so

          # factcheck: allow text-drift: none here
          language: en
      - {source: page, quotation: {exact: the mayor said, start: 3, end: 17}}
      - source: page
        first: true
        quotation:
            exact: >-
              The roads are no
              worse than last year


      # the last
      - source: page
        quotation:
          start: "1" # wrong
          end: 4
          suffix: 'x'
          exact: |-
            Rain and roads
"""
ANCHORED = """\
# about it
id: urn:x:y
headline: H   # why
language: en
sources:
  - id: page # the paper's
    title: Rain and roads
    checksum: CHECKSUM
    # read it again
    copy_of: {source: other, kind: reposted}
  - {id: other, title: "Rain"}
claims:
  - id: c1
    text: T
    appearances:
      - source: page
        quotation:
          exact: nobody had asked for more # not so
          prefix: "be mended by May, and that "
          suffix: ".\\n\\nOn Tuesday, the mayor said"
          start: 92
          end: 117

          # factcheck: allow text-drift: none here
          language: en
      - {source: page, quotation: {exact: the mayor said, prefix: "asked for more.\\n\\nOn Tuesday, ", suffix: " that nobody had asked her", start: 132, end: 146}}
      - source: page
        first: true
        quotation:
            exact: >-
              The roads are no
              worse than last year
            prefix: "nobody had asked her either. “"
            suffix: ",” she added.\\n\\nThe roads would"
            start: 182
            end: 219


      # the last
      - source: page
        quotation:
          start: "0" # wrong
          end: 14
          suffix: "\\n\\nThe minister said on Monday"
          exact: |-
            Rain and roads
""".replace("CHECKSUM", checksum(PAGE))


def written(body, name="a.yaml", text=PAGE, **options):
    data = body.encode() if isinstance(body, str) else body
    return anchored(read(data, name), data, {"page": text}, **options)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_only_what_is_anchored_is_written(line_break):
    outcome = written(WRITTEN.replace("\n", line_break))
    assert outcome.fixed.data.decode() == ANCHORED.replace("\n", line_break)
    fact_check = loads(outcome.fixed.data)
    assert fact_check == anchor(loads(WRITTEN), {"page": PAGE}).fact_check
    assert (outcome.quotations, outcome.checksums) == (4, 1)
    again = written(outcome.fixed.data)
    assert (again.fixed.data, again.quotations, again.checksums) == (outcome.fixed.data, 0, 0)
    assert again.fixed.mended == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_encoding_stays(encoding):
    assert written(WRITTEN.encode(encoding)).fixed.data == written(WRITTEN).fixed.data.decode().encode(encoding)


@pytest.mark.parametrize("layout", [{"indent": 2}, {"indent": None}, {"separators": (",", ":")}, {"indent": "\t"}])
def test_json_keeps_its_layout(layout):
    data = story(
        {"exact": "nobody had asked for more"}, {"exact": "the mayor said", "start": 3, "end": 17, "prefix": None}
    )
    outcome = written(json.dumps(data, **layout), "a.json")
    after = json.loads(outcome.fixed.data)
    order = ("exact", "prefix", "suffix", "start", "end")
    assert outcome.fixed.after == json.dumps(after, ensure_ascii=False, **layout)
    assert tuple(after["claims"][0]["appearances"][0]["quotation"]) == order
    assert (outcome.quotations, outcome.checksums) == (2, 1)
    assert written(outcome.fixed.data, "a.json").fixed.data == outcome.fixed.data


@pytest.mark.parametrize(
    "quotation",
    [
        "{exact: the mayor said}",
        "{ exact: the mayor said }",
        "{exact: 'the mayor said', language: en}",
        '{"exact":"the mayor said"}',
        "{exact: the mayor said, prefix: ~, suffix: null, start: , end: ~}",
        "{\n          exact: the mayor said # words\n          , language: en}",
        "{\n          exact: the mayor said, # words\n          language: en # so\n        }",
        "{\n          exact: the mayor said # words\n        }",
        "\n          exact: the mayor said",
        "\n          exact: the mayor said\n          start:\n          end: # none\n          prefix:\n",
        "\n          language: en\n          exact: the mayor said",
        "\n          exact: >\n            the mayor\n            said",
        '\n          exact: "the mayor\n            said" # over lines\n          language: en',
        "\n          exact: |-\n            the mayor said\n\n          language: en",
        "\n          exact: |2-\n            the mayor said\n          language: en",
        "\n          exact: &words the mayor said",
        "\n          'exact': the mayor said\n          start: '3'\n          end: \"17\"",
        "\n          prefix: >-\n            wrong words that\n            stand in lines\n\n          exact: the mayor said\n          # end",
    ],
)
def test_every_layout_is_written_in(quotation):
    body = (
        "id: urn:x:y\nheadline: H\nlanguage: en\nsources: [{id: page}]\nclaims:\n  - id: c1\n    text: T\n"
        f"    appearances:\n      - source: page # the page\n        quotation: {quotation}\n"
    ).replace("&words the mayor said", "&words the mayor said\n    occasion: *words")
    if "&words" in body:
        body = body.replace("    occasion: *words", "        attributed_to: *words")
    if "exact: >\n" in body:
        body = body.replace("exact: >\n", "exact: >-\n")
    outcome = written(body)
    fact_check = loads(outcome.fixed.data)
    assert fact_check == anchor(loads(body), {"page": PAGE}).fact_check
    assert quotations(fact_check)[0].start == PAGE.index("the mayor said")
    assert [each.text for each in read(outcome.fixed.data, "a").comments()] == [
        each.text for each in read(body.encode(), "a").comments()
    ]
    assert (outcome.quotations, outcome.checksums) == (1, 1)
    again = written(outcome.fixed.data)
    assert again.fixed.data == outcome.fixed.data


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("exact: the mayor said\n          start: &n 3\n          end: 17\n          translated_from: en\n", None),
        ("? exact\n          : the mayor said\n", "text-layout"),
    ],
)
def test_a_layout_that_leaves_no_place_is_told(body, told):
    outcome = written(
        "id: urn:x:y\nheadline: H\nlanguage: en\nsources: [{id: page}]\nclaims:\n  - id: c1\n    text: T\n"
        f"    appearances:\n      - source: page\n        quotation:\n          {body}"
        if told
        else "id: urn:x:y\nheadline: H\nlanguage: en\nsources: [{id: page}]\nclaims:\n  - id: c1\n    text: T\n"
        "    appearances:\n      - {source: page, quotation: &q {exact: the mayor said}}\n"
        "      - {source: page, quotation: *q}\n"
    )
    if told:
        assert [each.rule for each in outcome.findings if each.rule == told] == [told]
        assert "write by hand prefix " in outcome.findings[-1].message
        assert not any(each.is_repair for each in outcome.findings if "quotation" in each.path)
        assert outcome.quotations == 0
    else:
        assert outcome.quotations == 1
        first, second = quotations(loads(outcome.fixed.data))
        assert first == second
        assert first.start == PAGE.index("the mayor said")


@pytest.mark.parametrize("texts", [{"page": PAGE, "other": f"Today {PAGE}"}, {"page": PAGE}, {"other": PAGE}])
def test_aliases_to_two_texts_are_told(texts):
    body = (
        "id: urn:x:y\nheadline: H\nlanguage: en\nsources: [{id: page}, {id: other}]\nclaims:\n  - id: c1\n    text: T\n"
        "    appearances:\n      - {source: page, quotation: &q {exact: the mayor said}}\n"
        "      - {source: other, quotation: *q}\n"
    )
    outcome = anchored(read(body.encode(), "a.yaml"), body.encode(), texts)
    assert outcome.quotations == 0
    assert [each.rule for each in outcome.findings if "quotation" in each.path and each.rule != "text-unplaced"] == [
        "text-layout"
    ]
    assert "&q {exact: the mayor said}}" in outcome.fixed.after


def test_drift_that_is_accepted_keeps_the_style_of_the_words():
    for exact, after in (
        ('"' + DRIFTED["exact"] + '"', f'"{MEANT}"'),
        ("'" + DRIFTED["exact"] + "' # c", f"'{MEANT}' # c"),
        (DRIFTED["exact"], MEANT),
        (
            ">-\n            The minister said on Monday\n            that the streets would be mended by May",
            f">-\n            {MEANT}",
        ),
        (">-\n\n            " + DRIFTED["exact"] + "\n\n", f">-\n            {MEANT}"),
        ("|-\n            " + DRIFTED["exact"], f'"{MEANT}"'),
        ("|- # her words\n            " + DRIFTED["exact"], f'"{MEANT}" # her words'),
        (">- # her words\n            " + DRIFTED["exact"], f">- # her words\n            {MEANT}"),
    ):
        body = (
            "id: urn:x:y\nheadline: H\nlanguage: en\nsources: [{id: page}]\nclaims:\n  - id: c1\n    text: T\n"
            f"    appearances:\n      - source: page\n        quotation:\n          exact: {exact}\n"
        )
        outcome = written(body, accept_drift=True)
        assert f"          exact: {after}\n" in outcome.fixed.after
        assert outcome.quotations == 1


def test_what_a_comment_allows_stays():
    body = (
        "id: urn:x:y\nheadline: H\nlanguage: en\nsources: [{id: page}]\nclaims:\n  - id: c1\n    text: T\n"
        "    appearances:\n      - source: page\n        quotation:\n"
        f"          exact: {DRIFTED['exact']} # factcheck: allow text-drift: her own words\n"
    )
    outcome = written(body, accept_drift=True)
    assert outcome.quotations == 0
    assert "text-drift" not in [each.rule for each in outcome.findings]


PIECES = st.lists(
    st.sampled_from(["a", "words ", "é", "😀", "'", '"', ": ", " #", "\\", "[", "}", ",", "-", "%", "\n", "\r\n", "\t", "\u2028", "\x85", "\xad", "\x00", "\ufeff", "字", "ب", "\x07"]),
    max_size=30,
).map("".join)  # fmt: skip


class Dumper(yaml.SafeDumper):
    pass


class Styled(str):
    __slots__ = ("style",)


Dumper.add_representer(
    Styled, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=text.style)
)


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
    exact = Styled(f"Hear: {words}.")
    exact.style = style
    quotation = {"exact": exact} | (
        {"start": 900, "end": 901, "suffix": "no such words", "language": "en"} if wrong else {}
    )
    data = story(quotation)
    if style in ("json", "indented json"):
        name, body = "a.json", json.dumps(data, indent=1 if style != "json" else None)
    else:
        name = "a.yaml"
        body = yaml.dump(data, Dumper=Dumper, allow_unicode=True, default_flow_style=flow, width=width, sort_keys=False)
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


# The real articles


@real_articles
def test_the_example_stands_where_it_says():
    fact_check = factcheck.load(EXAMPLE)
    texts = source_texts(fact_check, ARTICLES)
    assert len(texts) == 5
    outcome = anchor(fact_check, texts.texts)
    assert outcome.findings == ()
    for part in (
        each
        for whole in (*outcome.fact_check.claims, *outcome.fact_check.verdicts)
        for each in getattr(whole, "appearances", None) or getattr(whole, "evidence", ())
    ):
        if part.quotation and part.source in texts:
            text, quotation = texts[part.source].text, part.quotation
            assert text[quotation.start : quotation.end] == quotation.exact
            assert text.count(f"{quotation.prefix or ''}{quotation.exact}{quotation.suffix or ''}") == 1


@real_articles
def test_the_file_of_the_example_gets_prefixes_and_suffixes_only():
    data = EXAMPLE.read_bytes()
    reading = read(data, "a.yaml")
    outcome = anchored(reading, data, source_texts(reading.fact_check, ARTICLES).texts)
    changed = [line for line in outcome.fixed.diff.splitlines() if line[0] in "+-" and line[:3] not in ("+++", "---")]
    assert changed
    assert all(line.startswith("+") and line[1:].lstrip().startswith(("prefix:", "suffix:")) for line in changed)
    assert outcome.findings == ()


@real_articles
def test_every_quotation_of_the_articles_comes_out_as_it_should():
    entries = json.loads((ARTICLES / "quotes.json").read_text())
    kinds = {
        "drift": "text-drift",
        "ambiguous": "text-ambiguous",
        "absent": "text-absent",
        "normalised": "text-normalised",
    }
    for entry in entries:
        text = (ARTICLES / entry["article"]).read_bytes().decode()
        outcome = made({"exact": entry["quote"]}, text=text, checksum=checksum(text))
        rules = {each.rule for each in outcome.findings}
        assert (kinds.get(entry["kind"]) in rules) == (entry["kind"] != "exact"), entry["id"]
        (quotation,) = quotations(outcome.fact_check)
        if entry["kind"] in ("exact", "normalised"):
            assert quotation.start == entry["starts"][0]
        else:
            assert quotation == Quotation(exact=entry["quote"])
