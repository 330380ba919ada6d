"""For authors of plugins: contracts to test what they provide against, and fact-checks to test it with.

It needs `pip install factcheck-export[testing]`.
"""

import pytest

pytest.register_assert_rewrite(
    "factcheck.testing.bulk_contract", "factcheck.testing.contract", "factcheck.testing.import_contract"
)

from . import strategies  # noqa: E402  # the assertions of the contracts are rewritten when they are imported
from .archive import records  # noqa: E402  # as above
from .bulk_contract import ContainerContract, EngineContract  # noqa: E402  # as above
from .contract import ExporterContract  # noqa: E402  # as above
from .full import full_fact_check  # noqa: E402  # as above
from .hostile import HOSTILE_TEXTS  # noqa: E402  # as above
from .import_contract import ImporterContract  # noqa: E402  # as above

__all__ = [
    "HOSTILE_TEXTS",
    "ContainerContract",
    "EngineContract",
    "ExporterContract",
    "ImporterContract",
    "full_fact_check",
    "records",
    "strategies",
]
