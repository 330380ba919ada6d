"""Sixty-four lines of an archive that are no fact-checks, each in a way of its own, with the rule that says so."""

import json

_LEAST = {"id": "https://desk.example/x", "headline": "H", "language": "en", "claims": [{"id": "c1", "text": "T"}]}
_DESK = {"id": "a1", "kind": "organisation", "name": "Desk"}
_SCALE = {
    "ratings": [{"id": "no", "names": {"en": "No"}, "number": 2}, {"id": "yes", "names": {"en": "Yes"}, "number": 1}]
}


def _with(**fields):
    return json.dumps({**_LEAST, **fields}).encode()


def _without(field):
    return json.dumps({name: value for name, value in _LEAST.items() if name != field}).encode()


def _claim(**fields):
    return _with(claims=[{**_LEAST["claims"][0], **fields}])


def _quoting(**fields):
    appearance = {"source": "s1", "quotation": {"exact": "words", **fields}}
    return _with(claims=[{**_LEAST["claims"][0], "appearances": [appearance]}], sources=[{"id": "s1"}])


def _source(**fields):
    return _with(sources=[{"id": "s1", **fields}])


WHOLE = json.dumps(_LEAST).encode()
BAD_LINES = {
    "an object with nothing in it": (b"{}", "missing-key"),
    "a list": (b"[]", "wrong-type"),
    "null": (b"null", "wrong-type"),
    "a number": (b"1", "wrong-type"),
    "a text": (b'"text"', "wrong-type"),
    "a bracket alone": (b"{", "syntax"),
    "a key without a value": (b'{"id": }', "syntax"),
    "a comma too many": (WHOLE[:-1] + b",}", "syntax"),
    "single quotes": (WHOLE.replace(b'"', b"'"), "syntax"),
    "a key without quotes": (WHOLE.replace(b'"id"', b"id"), "syntax"),
    "a comment": (b"// " + WHOLE, "syntax"),
    "no number": (_with(verdicts=[{"confidence": 0}]).replace(b": 0}", b": NaN}"), "syntax"),
    "an infinite number": (_with(verdicts=[{"confidence": 0}]).replace(b": 0}", b": Infinity}"), "syntax"),
    "a number larger than any": (_with(verdicts=[{"confidence": 0}]).replace(b": 0}", b": 1e999}"), "wrong-type"),
    "a key that stands twice": (WHOLE[:-1] + b', "id": "https://desk.example/y"}', "duplicate-key"),
    "a key within that stands twice": (WHOLE.replace(b'"text": "T"', b'"text": "T", "text": "U"'), "duplicate-key"),
    "half a character": (WHOLE.replace(b'"H"', b'"\\ud83d"'), "wrong-value"),
    "a byte that is not UTF-8": (WHOLE.replace(b'"H"', b'"\xe9t\xe9"'), "encoding"),
    "UTF-16": (WHOLE.decode().encode("utf-16-be"), "encoding"),
    "NUL": (WHOLE.replace(b'"H"', b'"\0"'), "encoding"),
    "a control character": (WHOLE.replace(b'"H"', b'"\x01"'), "syntax"),
    "two objects": (WHOLE + b" " + WHOLE, "syntax"),
    "101 levels": (b"[" * 101 + b"]" * 101, "too-complex"),
    "100,000 levels": (b"[" * 100_000, "too-complex"),
    "200,001 values": (b"[" + b"0," * 200_000 + b"0]", "too-complex"),
    "the end of a text missing": (WHOLE[:40], "syntax"),
    "the end of a key missing": (WHOLE[:4], "syntax"),
    "YAML": (b"id: https://desk.example/x", "syntax"),
    "XML": (b"<TEI/>", "syntax"),
    "HTML": (b"<!doctype html><title>x</title>", "syntax"),
    "CSV": (b"id,headline,language", "syntax"),
    "a ClaimReview": (
        b'{"@context": "https://schema.org", "@type": "ClaimReview", "url": "https://x.example/"}',
        "unknown-key",
    ),
    "a line of more than 16 MB": (b'"' + b"x" * 16_000_000, "too-large"),
    "no id": (_without("id"), "missing-key"),
    "no headline": (_without("headline"), "missing-key"),
    "no language": (_without("language"), "missing-key"),
    "no claims": (_without("claims"), "missing-key"),
    "an empty list of claims": (_with(claims=[]), "wrong-value"),
    "a key that nobody knows": (_with(titel="x"), "unknown-key"),
    "a number for a text": (_with(headline=5), "wrong-type"),
    "a headline of nothing": (_with(headline="  "), "wrong-value"),
    "a headline of 2,001 characters": (_with(headline="x" * 2001), "wrong-value"),
    "an id that is no IRI": (_with(id="check 1"), "wrong-form"),
    "an id with an anchor": (_with(id="https://desk.example/x#y"), "wrong-form"),
    "an address that is not of the web": (_with(url="ftp://desk.example/"), "wrong-form"),
    "an address with a space": (_with(url="https://desk.example/a b"), "wrong-form"),
    "a language that is none": (_with(language="english"), "wrong-form"),
    "a day that is none": (_with(published="2015-02-30"), "wrong-value"),
    "a date in another form": (_with(published="03/04/2020"), "wrong-value"),
    "a mapping for a list": (_with(claims={"id": "c1", "text": "T"}), "wrong-type"),
    "a kind that is none": (_with(agents=[{**_DESK, "kind": "company"}]), "wrong-choice"),
    "an id that stands twice": (_with(agents=[_DESK, _DESK]), "duplicate-id"),
    "a reference to nobody": (_claim(claimants=["a9"]), "dangling-reference"),
    "a reference to the wrong kind": (_with(agents=[_DESK], publisher="c1"), "dangling-reference"),
    "a source that is a copy of itself": (_source(copy_of={"source": "s1", "kind": "reposted"}), "circular-copy"),
    "two first appearances": (
        _with(
            claims=[{**_LEAST["claims"][0], "appearances": [{"source": "s1", "first": True}] * 2}],
            sources=[{"id": "s1"}],
        ),
        "several-firsts",
    ),
    "a number below zero": (
        _with(rating_scale={"ratings": [{"id": "no", "names": {"en": "No"}, "number": -1}]}),
        "wrong-value",
    ),
    "a scale upside down": (_with(rating_scale=_SCALE), "inconsistent"),
    "a place without an end": (_quoting(start=1), "inconsistent"),
    "a place that ends before it begins": (_quoting(start=5, end=2), "inconsistent"),
    "somebody without a name who has one": (
        _with(agents=[{"id": "a1", "kind": "unnamed", "name": "X"}]),
        "inconsistent",
    ),
    "a person without a name": (_with(agents=[{"id": "a1", "kind": "person"}]), "inconsistent"),
    "more than certain": (
        _with(
            verdicts=[{"id": "v1", "claim": "c1", "rating": "no", "confidence": 2}],
            rating_scale={"ratings": [_SCALE["ratings"][0]]},
        ),
        "wrong-value",
    ),
    "a checksum that is none": (_source(checksum="sha256:abc"), "wrong-form"),
}
