"""Markup, and what the judges say of it."""

import json
import re
from pathlib import Path

from claimreview_samples import HOST

import factcheck
from factcheck import Input

ROOT = Path(__file__).parents[1]


def body_of(value):
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def judged(value, profile, name="a.jsonld"):
    """The ends of the rules that are broken, with their places."""
    findings = list(factcheck.judge(Input.of(body_of(value), name), profile, "claimreview", host=HOST))
    assert all(finding.rule in HOST.rulebook.things and finding.file == name for finding in findings)
    assert all(HOST.rulebook.things[finding.rule].profiles == (profile,) for finding in findings)
    return [(re.sub(r"claimreview-(schema-org-)?", "", finding.rule), finding.path) for finding in findings]


def said(value, profile):
    """What is said of markup."""
    return [each.message for each in factcheck.judge(Input.of(body_of(value), "a.jsonld"), profile, "claimreview")]


def page(*values, head=""):
    scripts = [f'<script type="application/ld+json">{json.dumps(value, indent=1)}</script>' for value in values]
    return "\n".join([f"<html><head>{head}", *scripts, "</head></html>"]).encode()


NAMED = {"@type": "Thing", "name": "x"}
