"""For authors of plugins: a contract to test an exporter against, and fact-checks to test it with.

It needs `pip install factcheck-export[testing]`.
"""

import pytest

pytest.register_assert_rewrite("factcheck.testing.contract")

from . import strategies  # noqa: E402  # the assertions of the contract are rewritten when it is imported
from .contract import ExporterContract  # noqa: E402  # as above
from .full import full_fact_check  # noqa: E402  # as above
from .hostile import HOSTILE_TEXTS  # noqa: E402  # as above

__all__ = ["HOSTILE_TEXTS", "ExporterContract", "full_fact_check", "strategies"]
