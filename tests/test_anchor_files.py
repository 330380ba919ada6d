"""Places are written into files: nothing else of them changes, whatever the layout."""

import json

import pytest
from anchor_samples import ANCHORED, DRIFTED, MEANT, PAGE, WRITTEN, quotations, story, written

from factcheck import anchor, loads
from factcheck.fixing.anchored import anchored
from factcheck.reading import read


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
