"""One plugin: where it comes from, what it provides, what is wrong with it."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from importlib.metadata import EntryPoint
from inspect import isroutine

from factcheck import hookspecs
from factcheck.errors import PluginError
from factcheck.formats import Exporter
from factcheck.guard import Guard
from factcheck.model.near import nearest

from .breaches import exporter_breach

GROUP = "factcheck"
_UNKNOWN = "an unknown distribution"
HOOKS = tuple(name for name in vars(hookspecs) if name.startswith("factcheck_"))


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


def named(point: EntryPoint) -> Plugin:
    """A plugin that is not loaded yet: its name, and the distribution that it belongs to; some are not to be told."""
    try:
        with Guard("no metadata"):
            told = point.dist.metadata if point.dist else None  # parsed each time that it is asked for
            name, version = (told["Name"], told["Version"]) if told else (None, None)
            return Plugin(point.name, name or _UNKNOWN, version or "")
    except PluginError:
        return Plugin(point.name, _UNKNOWN)


def loaded(plugin: Plugin, point: EntryPoint, blocked: Collection[str]) -> Plugin:
    """The plugin with what its entry point names; one that cannot be imported says why."""
    if plugin.name in blocked or plugin.distribution in blocked:
        return replace(plugin, blocked=True)
    try:
        with Guard("cannot be loaded"):
            implementation = point.load()
            return replace(plugin, implementation=implementation, provides=_hooks(implementation))
    except PluginError as error:
        return plugin.refused(str(error))


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
        with Guard("`factcheck_exporters` failed"):
            exporters = tuple(plugin.implementation.factcheck_exporters())  # type: ignore[attr-defined]  # it is in `provides`
            problem = next(filter(None, map(exporter_breach, exporters)), None)
            names = () if problem else tuple(exporter.name for exporter in exporters)
    except PluginError as error:
        return plugin.refused(str(error))
    return plugin.refused(problem) if problem else replace(plugin, usable=exporters, exporters=names)


def _hooks(implementation: object) -> tuple[str, ...]:
    return tuple(name for name in _candidates(implementation) if name in HOOKS)


def _candidates(implementation: object) -> list[str]:
    return [
        name
        for name in dir(implementation)
        if name.startswith("factcheck_") and isroutine(getattr(implementation, name))
    ]
