"""What all tests share: the golden files, which are rewritten only by an explicit flag."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


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
