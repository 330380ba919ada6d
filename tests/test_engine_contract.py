"""The engines of one machine keep what all engines promise."""

from typing import ClassVar

from factcheck_workers.inline import Inline
from factcheck_workers.processes import Processes

from factcheck.testing import EngineContract


class TestInline(EngineContract):
    engine = Inline()


class TestProcesses(EngineContract):
    engine = Processes()
    options: ClassVar = {"jobs": 2}
