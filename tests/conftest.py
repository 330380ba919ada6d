"""What all tests share: how properties are tried, and the golden files, which are rewritten only by an explicit flag."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from trying import SUITE

GOLDEN = Path(__file__).parent / "golden"

# No test hangs on how fast a machine is.
settings.register_profile("suite", deadline=None, max_examples=SUITE)
settings.register_profile("few", deadline=None, max_examples=SUITE // 5)
settings.register_profile("thorough", deadline=None, max_examples=3 * SUITE)
settings.load_profile("suite")
# The programs that tests start are compiled once, as installed ones are, and not at each start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files from today's output")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compares bytes with tests/golden/NAME; check them against their schema before."""

    def compare(name: str, body: bytes) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        assert path.exists(), f"{path} is missing; make it with `pytest --update-golden`"
        assert body.decode() == path.read_bytes().decode()

    return compare
