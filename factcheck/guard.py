"""The work of plugins: whatever it raises is told with the plugin's name, and what it gives is what the contracts say."""

from collections.abc import Callable, Iterable
from itertools import product
from types import TracebackType

from .errors import PluginError
from .findings import Finding, Severity
from .rules import WORK

FAILED = WORK["plugin-failed"]
_LONGEST = 500
_FIELDS: tuple[tuple[tuple[str, ...], tuple[type, ...], str], ...] = (
    (("severity",), (Severity,), "a factcheck.Severity"),
    (("rule", "message", "path", "source"), (str,), "a text"),
    (("file", "stood", "made"), (str, type(None)), "a text or None"),
    (("line", "column"), (int, type(None)), "a number or None"),
)
_KINDS = {name: kinds for names, kinds, _ in _FIELDS for name in names}
_SOUND = frozenset(product(*(_KINDS[name] for name in Finding._fields)))
"""The types that the fields of a finding may have together: an archive brings a hundred findings for each fact-check."""


class Guard:
    """Whatever code of others raises comes as a PluginError that begins with `what`, such as "the exporter `x` failed".

    With SystemExit let through, a plugin could end the work in silence. What a person does (KeyboardInterrupt) is let
    through, and so are the exceptions that its contract names, given as `but`. One guard serves as often as it is wanted.
    """

    __slots__ = ("_let_through", "_what")

    def __init__(self, what: str, *but: type[BaseException]) -> None:
        self._what = what
        self._let_through: tuple[type[BaseException], ...] = (KeyboardInterrupt, *but)

    def __enter__(self) -> None:
        """Nothing is to be done before."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Raise PluginError for what is not let through."""
        if error is not None and not isinstance(error, self._let_through):
            raise PluginError(f"{self._what}: {told(error)}") from error


def found_by(what: str, work: Callable[[], Iterable[object]]) -> list[Finding]:
    """What a plugin finds, and that it failed where it breaks or gives what is no finding: all else it found stays."""
    sound, problems = list[Finding](), list[str]()
    try:
        with Guard(what):
            for each in work():
                problem = finding_breach(each)
                if problem:
                    problems.append(f"{what}: {problem}")
                else:
                    sound.append(each)  # type: ignore[arg-type]  # what is in no breach is a Finding
    except PluginError as error:
        problems.append(str(error))
    return [*sound, *map(FAILED.finding, told_once(problems))]


def told_once(problems: list[str]) -> list[str]:
    """The first of several problems, and how many more there are: a plugin that breaks once breaks a thousand times."""
    more = f"; and {len(problems) - 1:,} more" if len(problems) > 1 else ""
    return [f"{problem}{more}" for problem in problems[:1]]


def finding_breach(found: object) -> str | None:
    """What keeps a thing from being a finding that all others may rely on."""
    if not isinstance(found, Finding):
        return f"{shown(found)} is no Finding"
    if tuple(map(type, found)) in _SOUND:
        return None
    for names, kinds, wanted in _FIELDS:
        for name in names:
            if not isinstance(getattr(found, name), kinds):
                return f"the `{name}` of a finding is {wanted}, not {shown(getattr(found, name))}, in {shown(found)}"
    return None


def shown(thing: object) -> str:
    """A thing of others as messages have it: short, and also where it cannot say what it is."""
    try:
        return _short(repr(thing))
    except Exception:  # noqa: BLE001  # whatever the code of others raises
        return f"an object of {type(thing).__name__}"


def told(error: BaseException) -> str:
    """An exception of others in a line: its kind, and what it says, if it can say it."""
    try:
        words = str(error)
    except Exception:  # noqa: BLE001  # whatever the code of others raises
        words = ""
    return _short(f"{type(error).__name__}: {words}" if words else type(error).__name__)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
