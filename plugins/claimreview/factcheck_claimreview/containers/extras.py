"""What is needed beside the core, and where it comes from."""

from collections.abc import Sequence
from importlib.util import find_spec

from factcheck import Finding, Severity


def missing(module: str, what: str, extra: str) -> Sequence[Finding]:
    """A finding where this module is not installed."""
    if find_spec(module):
        return ()
    return (Finding("missing-extra", Severity.ERROR, f"{what}: pip install 'factcheck-export[{extra}]'"),)
