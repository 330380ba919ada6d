"""One plugin: where it comes from, what it provides, what is wrong with it."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import EntryPoint
from inspect import isroutine
from typing import Generic, TypeVar

from . import hookspecs
from .errors import PluginError
from .findings import Rule
from .formats import Exporter, Importer, Options
from .labels import PublishedScale
from .model.near import nearest

Thing = TypeVar("Thing")

GROUP = "factcheck"
_SUFFIX = re.compile(r"(\.[A-Za-z0-9_-]+)+")
HOOKS = tuple(name for name in vars(hookspecs) if name.startswith("factcheck_"))
RAISED = (Exception, SystemExit)
"""What code of others may raise; with SystemExit let through, a plugin could end the work in silence."""


@dataclass(frozen=True)
class Plugin:
    """A plugin as it was found; one with a `problem` is left out, wholly or for the exporters named there."""

    name: str
    distribution: str
    version: str = ""
    provides: tuple[str, ...] = ()
    exporters: tuple[str, ...] = ()
    problem: str | None = None
    blocked: bool = False
    implementation: object = field(default=None, repr=False, compare=False)
    usable: tuple[Exporter, ...] = field(default=(), repr=False, compare=False)

    @property
    def key(self) -> str:
        """What tells it from all others: two distributions may give their plugins one name."""
        return f"{self.distribution}:{self.name}:{id(self.implementation)}"

    def refused(self, problem: str) -> "Plugin":
        """The same plugin, left out for this reason."""
        return replace(self, problem=problem, usable=(), implementation=None)

    def without(self, exporters: Collection[str], problem: str) -> "Plugin":
        """The same plugin, without these exporters for this reason."""
        usable = tuple(exporter for exporter in self.usable if exporter.name not in exporters)
        return replace(self, problem=problem, usable=usable)

    def __str__(self) -> str:
        return f"`{self.name}` of {self.distribution}"


def described(implementation: object) -> Plugin:
    """A plugin that was handed over as a module or an object."""
    name = getattr(implementation, "__name__", None) or type(implementation).__name__
    return Plugin(name, "the caller", provides=_hooks(implementation), implementation=implementation)


def loaded(point: EntryPoint, blocked: Collection[str]) -> Plugin:
    """The plugin that an entry point names; one that cannot be imported says why."""
    distribution, version = (point.dist.name, point.dist.version) if point.dist else ("an unknown distribution", "")
    plugin = Plugin(point.name, distribution, version)
    if point.name in blocked or distribution in blocked:
        return replace(plugin, blocked=True)
    try:
        implementation = point.load()
        return replace(plugin, implementation=implementation, provides=_hooks(implementation))
    except RAISED as error:  # whatever a foreign import raises must not stop the other plugins
        return plugin.refused(f"cannot be loaded: {type(error).__name__}: {error}")


def misspelled(implementation: object) -> str | None:
    """What is wrong with the names and markers of a plugin's hooks."""
    for name in _candidates(implementation):
        if name not in HOOKS:
            near = nearest(name, HOOKS)
            hint = f"did you mean `{near}`?" if near else f"there are {', '.join(HOOKS)}"
            return f"there is no hook `{name}`; {hint}"
        if not hasattr(getattr(implementation, name), "factcheck_impl"):
            return f"`{name}` is not marked with @factcheck.hookimpl"
    return None if _candidates(implementation) else "it implements no hook"


def providing(plugin: Plugin) -> Plugin:
    """The plugin with the exporters it provides, or refused for one that breaks the contract."""
    if "factcheck_exporters" not in plugin.provides:
        return plugin
    try:
        exporters = tuple(plugin.implementation.factcheck_exporters())  # type: ignore[attr-defined]  # it is in `provides`
        problem = next(filter(None, map(_breach, exporters)), None)
    except RAISED as error:  # as in `loaded`
        return plugin.refused(f"`factcheck_exporters` failed: {type(error).__name__}: {error}")
    if problem:
        return plugin.refused(problem)
    return replace(plugin, usable=exporters, exporters=tuple(exporter.name for exporter in exporters))


@dataclass(frozen=True)
class Offer(Generic[Thing]):
    """What plugins provide by one hook: by name, sorted, with the plugin each is from; and what is wrong with the rest."""

    things: Mapping[str, Thing]
    providers: Mapping[str, Plugin]
    problems: tuple[tuple[Plugin, str], ...]


def offered(plugins: Iterable[Plugin], hook: str, breach: Callable[[object], str | None], name: str) -> Offer[Thing]:
    """What plugins provide by a hook; `name` is the attribute that tells two things apart.

    A plugin that fails, or gives what is in breach of the contract, provides nothing; of two things
    with one name neither is provided.
    """
    problems: list[tuple[Plugin, str]] = []
    found: dict[str, list[tuple[Plugin, Thing]]] = {}
    for plugin in plugins:
        if hook not in plugin.provides or plugin.implementation is None:
            continue
        try:
            given: tuple[Thing, ...] = _given(plugin, hook, breach)
        except RAISED as error:  # as in `loaded`
            problems.append((plugin, f"`{hook}` failed: {type(error).__name__}: {error}"))
            continue
        for thing in given:
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


def _given(plugin: Plugin, hook: str, breach: Callable[[object], str | None]) -> tuple[Thing, ...]:
    given = tuple(getattr(plugin.implementation, hook)())
    problem = next(filter(None, map(breach, given)), None)
    if problem:
        raise PluginError(problem)
    return given


def importer_breach(importer: object) -> str | None:
    """What keeps a thing from being an importer."""
    if not isinstance(importer, Importer):
        return f"{importer!r} is no instance of factcheck.Importer"
    for attribute in ("name", "summary"):
        if not isinstance(getattr(importer, attribute, None), str):
            return f"the importer {type(importer).__name__} has no `{attribute}`"
    if not isinstance(getattr(importer, "suffixes", None), tuple):
        return f"the importer `{importer.name}` has no `suffixes`, such as `('.csv',)`"
    return _options_breach(f"importer `{importer.name}`", importer.options)


def scale_breach(scale: object) -> str | None:
    """What keeps a thing from being a publisher's scale."""
    return None if isinstance(scale, PublishedScale) else f"{scale!r} is no instance of factcheck.PublishedScale"


def rule_breach(rule: object) -> str | None:
    """What keeps a thing from being a rule."""
    return None if isinstance(rule, Rule) else f"{rule!r} is no instance of factcheck.Rule"


def _breach(exporter: object) -> str | None:
    if not isinstance(exporter, Exporter):
        return f"`factcheck_exporters` gave {exporter!r}, which is no instance of factcheck.Exporter"
    for attribute in ("name", "summary", "media_type", "suffix"):
        if not isinstance(getattr(exporter, attribute, None), str):
            return f"the exporter {type(exporter).__name__} has no `{attribute}`"
    if not _SUFFIX.fullmatch(exporter.suffix):
        return f"the exporter `{exporter.name}` has the suffix {exporter.suffix!r}; a suffix is like `.csv`"
    return _options_breach(f"exporter `{exporter.name}`", exporter.options)


def _options_breach(whose: str, options: object) -> str | None:
    if not (isinstance(options, type) and issubclass(options, Options)):
        return f"the `options` of the {whose} are no subclass of factcheck.Options"
    needed = [name for name, option in options.model_fields.items() if option.is_required()]
    return f"the {whose} has options without a default: {', '.join(needed)}" if needed else None


def _hooks(implementation: object) -> tuple[str, ...]:
    return tuple(name for name in _candidates(implementation) if name in HOOKS)


def _candidates(implementation: object) -> list[str]:
    return [
        name
        for name in dir(implementation)
        if name.startswith("factcheck_") and isroutine(getattr(implementation, name))
    ]
