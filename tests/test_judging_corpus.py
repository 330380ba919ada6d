"""Markup that others published is judged: what is found, where, and no value told twice."""

import json
from collections import Counter

import pytest
from factcheck_claimreview.judging.rules import RULES
from judging_samples import ROOT

from factcheck.cli import main

CORPUS = ROOT.parent / "shared" / "corpus"
with_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")


@pytest.fixture
def corpus(tmp_path):
    """All markup of the corpus, one file each."""
    lines = (CORPUS / "claimreview.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        (tmp_path / f"node-{number:02}.jsonld").write_text(json.dumps(json.loads(line)["node"], indent=1))
    return [*sorted(tmp_path.iterdir()), *sorted((CORPUS / "scripts").iterdir()), CORPUS / "data_commons_raw.json"]


def found_in(paths, profile, capsys):
    assert main(["check", *map(str, paths), "--profile", profile, "--format", "json"]) in (0, 1)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@with_corpus
@pytest.mark.parametrize(
    ("profile", "counts"),
    [
        ("google", {}),
        (
            "schema.org",
            {"schema-org-property": 273, "schema-org-range": 43, "schema-org-domain": 32},
        ),
        ("duke", {"duke-schema": 269}),
        ("datacommons", {}),
    ],
)
def test_real_markup_is_judged_and_no_value_told_twice(corpus, profile, counts, capsys):
    assert len(corpus) == 67
    findings = found_in(corpus, profile, capsys)
    judging = [each for each in findings if each["rule"] in RULES]
    assert Counter(each["rule"].removeprefix("claimreview-") for each in judging) == counts
    assert all(each["line"] and each["column"] for each in judging)
    amended = {
        (each["file"], each["line"], each["column"])
        for each in findings
        if each["severity"] != "info" and each["rule"] not in RULES and "stood" in each
    }
    assert not [each for each in judging if (each["file"], each["line"], each["column"]) in amended]


CLAIMANT = (
    "an object with `@type` and either a `url`, or a `name` and a list for `sameAs`, and not both `name` and `url`"
)


@with_corpus
@pytest.mark.parametrize(
    ("name", "profile", "found"),
    [
        (
            "17666b1ab4c6.jsonld",
            "schema.org",
            [
                "45:22: warning: /image/width: `width` takes `Distance` or `QuantitativeValue`, and not 1860",
                "45:38: warning: /image/height: `height` takes `Distance` or `QuantitativeValue`, and not 550",
                "85:27: warning: /publisher/foundingDate: `foundingDate` takes `Date`, and not “2015-06-7”",
            ],
        ),
        (
            "adc8c8586386.jsonld",
            "duke",
            [
                "4:22: warning: /datePublished: Duke wants a day without the time, as one text",
                f"10:5: warning: /itemReviewed/author: Duke wants {CLAIMANT}",
                "15:22: warning: /itemReviewed/datePublished: Duke wants a day without the time, as one text",
            ],
        ),
    ],
)
def test_real_defects_are_named_where_they_are(name, profile, found, capsys):
    path = CORPUS / "scripts" / name
    main(["check", str(path), "--profile", profile])
    lines = capsys.readouterr().out.splitlines()
    told = [
        line.removeprefix(f"{path}:").rpartition(" [")[0]
        for line in lines
        if any(f"[{rule}]" in line for rule in RULES)
    ]
    assert told == found
