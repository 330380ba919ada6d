"""A small fact-check to spoil, and what reading it says."""

import pytest

from factcheck import loads
from factcheck.errors import ReadingError
from factcheck.reading import RULES

BASE = {
    "id": "https://example.org/x",
    "headline": "x",
    "language": "en",
    "agents": [{"id": "a", "kind": "person", "name": "A"}],
    "sources": [{"id": "s"}],
    "claims": [{"id": "c", "text": "y"}],
    "rating_scale": {"ratings": [{"id": "r", "names": {"en": "R"}, "number": 1}]},
    "verdicts": [{"id": "v", "claim": "c", "rating": "r"}],
}


def problems(text, name="f"):
    with pytest.raises(ReadingError) as caught:
        loads(text, name=name)
    assert all(finding.rule in RULES for finding in caught.value.findings)
    return caught.value.findings
