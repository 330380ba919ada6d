"""By which labels that others published are read."""

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.findings import Rule, Severity

_PAGE = "factcheck, labels: docs/reference/labels.md"
_GUIDE = "schema.org, bestRating and worstRating: https://schema.org/Rating"

RECOGNISED = Rule(
    "label-recognised",
    Severity.INFO,
    "What a label amounts to is known by its publisher's scale, or by its words.",
    "correct `category` where the label means something else",
    _PAGE,
)
CONTRADICTED = Rule(
    "label-contradicts-number",
    Severity.WARNING,
    "A number says what its label says: a label for what is false has no number of the better half, nor the reverse.",
    "give each label of the scale its number, the greatest for what is true; the numbers are left out",
    _GUIDE,
)
RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in (RECOGNISED, CONTRADICTED)})
