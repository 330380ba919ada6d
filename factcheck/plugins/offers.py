"""What plugins provide by one hook: each thing with its plugin, and what is wrong with the rest."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from factcheck.errors import PluginError
from factcheck.findings import Finding
from factcheck.guard import FAILED, Guard

from .plugin import Plugin

Thing = TypeVar("Thing")
Problems = tuple[tuple[Plugin, str], ...]


@dataclass(frozen=True)
class Offer(Generic[Thing]):
    """What plugins provide by one hook: by name, with the plugin each is from; and what is wrong with the rest.

    `notes` say of what is in order, and not used, what is used in its place.
    """

    things: Mapping[str, Thing]
    providers: Mapping[str, Plugin]
    problems: Problems
    notes: Problems = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The problems as findings."""
        return tuple(FAILED.finding(f"{plugin}: {problem}") for plugin, problem in self.problems)


def offered(plugins: Iterable[Plugin], hook: str, breach: Callable[[object], str | None], name: str) -> Offer[Thing]:
    """What plugins provide by a hook, sorted; `name` is the attribute that tells two things apart.

    A plugin that fails, or gives what is in breach of the contract, provides nothing; of two things
    with one name neither is provided.
    """
    given, problems = gathered(plugins, hook, breach)
    found: dict[str, list[tuple[Plugin, Thing]]] = {}
    for plugin, thing in given:
        found.setdefault(getattr(thing, name), []).append((plugin, thing))
    for shared, several in found.items():
        if len(several) > 1:
            told = f"`{shared}` of `{hook}` is provided by {' and by '.join(str(plugin) for plugin, _ in several)}"
            problems.extend((plugin, f"{told}; block one of them") for plugin, _ in several)
    single = {shared: several[0] for shared, several in sorted(found.items()) if len(several) == 1}
    return Offer(
        {shared: thing for shared, (_, thing) in single.items()},
        {shared: plugin for shared, (plugin, _) in single.items()},
        tuple(problems),
    )


def gathered(
    plugins: Iterable[Plugin], hook: str, breach: Callable[[object], str | None]
) -> tuple[list[tuple[Plugin, Any]], list[tuple[Plugin, str]]]:
    """All that plugins give by a hook, each with its plugin; and why others give nothing."""
    given: list[tuple[Plugin, Any]] = []
    problems: list[tuple[Plugin, str]] = []
    for plugin in plugins:
        if hook not in plugin.provides or plugin.implementation is None:
            continue
        try:
            with Guard(f"`{hook}` failed"):
                things = tuple(getattr(plugin.implementation, hook)())
                problem = next(filter(None, map(breach, things)), None)
        except PluginError as error:
            problem = str(error)
        if problem:
            problems.append((plugin, problem))
        else:
            given += [(plugin, thing) for thing in things]
    return given, problems
