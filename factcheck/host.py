"""Which plugins there are, and the work they do together.

The host loads entry points itself and one by one, since pluggy's loader skips a second plugin of
the same name in silence and stops at the first broken import.
"""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Any, Self

import pluggy
from pydantic import ValidationError

from . import hookspecs
from ._version import __version__
from .errors import OptionError, PluginError, UnknownExporterError, UnknownImporterError
from .findings import Finding, Rule, Severity
from .formats import Document, Exporter, Importer, Options
from .hookspecs import hookimpl
from .labels import Labels, PublishedScale
from .labels.rules import RULES as LABEL_RULES
from .model import FactCheck
from .model.near import nearest
from .plugins import (
    GROUP,
    RAISED,
    Offer,
    Plugin,
    described,
    importer_breach,
    loaded,
    misspelled,
    offered,
    providing,
    rule_breach,
    scale_breach,
)
from .rules import OWN

_FAILED = "plugin-failed"


class Host:
    """The plugins in use; it does not change once made, and threads may share it.

    `findings` says which plugins failed to load, collided or misspelled a hook; the others work.
    `exporters` holds those that can be used, sorted by name.
    """

    def __init__(self, plugins: Iterable[object]) -> None:
        """Take modules or objects that implement hooks, or `Plugin`s as `Host.discover` finds them."""
        self._manager = pluggy.PluginManager("factcheck")
        self._manager.add_hookspecs(hookspecs)
        self._manager.register(_OwnExport(), "factcheck")
        found = [plugin if isinstance(plugin, Plugin) else described(plugin) for plugin in plugins]
        registered = [_registered(self._manager, plugin) for plugin in found]
        self.plugins = _without_collisions(registered)
        self.exporters: Mapping[str, Exporter] = MappingProxyType(_usable(self.plugins))
        self.findings = tuple(_finding(plugin) for plugin in self.plugins if plugin.problem)
        self._checks = [(plugin, _only(self._manager, plugin, self.plugins)) for plugin in self.plugins]

    @classmethod
    def discover(cls, block: Iterable[str] = ()) -> Self:
        """A host for every installed plugin but the blocked ones, named by entry point or by distribution.

        Raises PluginError where a name to block is that of no plugin.
        """
        blocked = set(block)
        points = sorted(
            entry_points(group=GROUP), key=lambda point: (point.name, point.dist.name if point.dist else "")
        )
        names = {name for point in points for name in (point.name, point.dist.name if point.dist else "")}
        for unknown in sorted(blocked - names):
            raise PluginError(f"there is no plugin `{unknown}` to block{_near(unknown, names)}")
        return cls([loaded(point, blocked) for point in points])

    def exporter(self, name: str) -> Exporter:
        """The exporter of this name. Raises UnknownExporterError, with the near names and the reason."""
        if name in self.exporters:
            return self.exporters[name]
        hint = _near(name, self.exporters) or f"; there are {', '.join(self.exporters) or 'none'}"
        reasons = "".join(f"\nnot in use: {plugin}: {plugin.problem}" for plugin in self.plugins if plugin.problem)
        raise UnknownExporterError(f"there is no exporter `{name}`{hint}{reasons}")

    def options(self, to: str, given: Mapping[str, object]) -> Options:
        """The options of an exporter from their values. Raises OptionError for unknown names and wrong values."""
        return _options(f"exporter `{to}`", self.exporter(to).options, given)

    @cached_property
    def imports(self) -> Offer[Importer]:
        """The importers, found when they are first asked for."""
        return offered(self.plugins, "factcheck_importers", importer_breach, "name")

    @property
    def importers(self) -> Mapping[str, Importer]:
        """The importers that can be used, sorted by name."""
        return self.imports.things

    def importer(self, name: str) -> Importer:
        """The importer of this name. Raises UnknownImporterError, with the near names and the reason."""
        if name in self.importers:
            return self.importers[name]
        hint = _near(name, self.importers) or f"; there are {', '.join(self.importers) or 'none'}"
        reasons = "".join(f"\nnot in use: {plugin}: {problem}" for plugin, problem in self.imports.problems)
        raise UnknownImporterError(f"there is no importer `{name}`{hint}{reasons}")

    def importer_options(self, name: str, given: Mapping[str, object]) -> Options:
        """The options of an importer from their values. Raises OptionError for unknown names and wrong values."""
        return _options(f"importer `{name}`", self.importer(name).options, given)

    @cached_property
    def scales(self) -> Offer[PublishedScale]:
        """The rating scales of publishers, by the publisher's name, found when they are first asked for."""
        return offered(self.plugins, "factcheck_rating_scales", scale_breach, "publisher")

    @cached_property
    def labels(self) -> Labels:
        """Reads labels by these scales, and by the words of many languages."""
        return Labels(self.scales.things.values())

    @cached_property
    def rulebook(self) -> Offer[Rule]:
        """Every rule, our own and the plugins', found when they are first asked for."""
        return offered([_OWN, *self.plugins], "factcheck_rules", rule_breach, "id")

    def check(
        self, fact_check: FactCheck, profile: str | None = None, *, to: Iterable[str] | None = None
    ) -> list[Finding]:
        """What the rules of all plugins find; given `to`, without those of plugins that write other formats only.

        Without a profile, a plugin that writes one of these formats is asked for the format's name as one: the
        fact-check is meant for it. Raises PluginError where a plugin breaks.
        """
        findings: list[Finding] = []
        formats = None if to is None else frozenset(to)
        for plugin, hook in self._checks:
            elsewhere = formats is not None and plugin.exporters and formats.isdisjoint(plugin.exporters)
            if hook is None or elsewhere:
                continue
            meant = profile or next((name for name in plugin.exporters if name in (formats or ())), None)
            try:
                for found in hook(fact_check=fact_check, profile=meant):
                    findings.extend(map(_sound, found))
            except RAISED as error:  # whatever a plugin raises is told with its name
                raise PluginError(f"the rules of {plugin} failed: {type(error).__name__}: {error}") from error
        return findings

    def export(self, fact_check: FactCheck, to: str, options: Options | Mapping[str, object] | None = None) -> Document:
        """The fact-check in the format of this name.

        Raises UnknownExporterError, OptionError, or PluginError where a plugin breaks.
        """
        exporter = self.exporter(to)
        chosen = options if isinstance(options, Options) else self.options(to, options or {})
        if not isinstance(chosen, exporter.options):
            raise OptionError(f"the exporter `{to}` takes {exporter.options.__name__}, not {type(chosen).__name__}")
        try:
            document = self._manager.hook.factcheck_export(exporter=exporter, fact_check=fact_check, options=chosen)
        except RAISED as error:  # whatever a plugin raises is told with its name
            raise PluginError(f"the exporter `{to}` failed: {type(error).__name__}: {error}") from error
        if not isinstance(document, Document):
            raise PluginError(f"the exporter `{to}` gave {type(document).__name__} where a Document is due")
        if not isinstance(document.body, bytes):
            raise PluginError(f"the exporter `{to}` gave a body of {type(document.body).__name__} where bytes are due")
        return document

    def validate(self, document: Document, to: str) -> list[Finding]:
        """What is wrong with a document of the format of this name. Raises PluginError where a plugin breaks."""
        exporter = self.exporter(to)
        try:
            return [_sound(found) for found in exporter.validate(document)]
        except RAISED as error:  # whatever a plugin raises is told with its name
            raise PluginError(f"the exporter `{to}` failed to validate: {type(error).__name__}: {error}") from error


class _OwnExport:
    @hookimpl(trylast=True)
    def factcheck_export(self, exporter: Exporter, fact_check: FactCheck, options: Options) -> Document:
        return exporter.export(fact_check, options)


class _OwnRules:
    def factcheck_rules(self) -> Iterable[Rule]:
        return [*OWN.values(), *LABEL_RULES.values()]


_OWN = Plugin("factcheck", "factcheck-export", __version__, ("factcheck_rules",), implementation=_OwnRules())


@cache
def default_host() -> Host:
    """The host that `check` and `export` use where none is given: everything installed, discovered once."""
    return Host.discover()


def check(
    fact_check: FactCheck,
    *,
    to: Iterable[str] | None = None,
    profile: str | None = None,
    host: Host | None = None,
) -> list[Finding]:
    """What the rules of all plugins find in a fact-check, problems of the plugins themselves first; see `Host.check`."""
    host = host or default_host()
    return [*host.findings, *host.check(fact_check, profile, to=to)]


def export(
    fact_check: FactCheck,
    to: str,
    options: Options | Mapping[str, object] | None = None,
    *,
    host: Host | None = None,
) -> Document:
    """The fact-check in the format of this name; see `Host.export`."""
    return (host or default_host()).export(fact_check, to, options)


def _registered(manager: pluggy.PluginManager, plugin: Plugin) -> Plugin:
    if plugin.implementation is None:
        return plugin
    problem = misspelled(plugin.implementation)
    if manager.is_registered(plugin.implementation):
        problem = "it is there already; name it once"
    if problem:
        return plugin.refused(problem)
    try:
        manager.register(plugin.implementation, plugin.key)
    except (pluggy.PluginValidationError, ValueError) as error:
        if manager.has_plugin(plugin.key):
            manager.unregister(name=plugin.key)
        return plugin.refused(str(error).splitlines()[-1].strip())
    checked = providing(plugin)
    if checked.problem:
        manager.unregister(name=plugin.key)
    return checked


def _without_collisions(plugins: list[Plugin]) -> tuple[Plugin, ...]:
    providers: dict[str, list[Plugin]] = {}
    for plugin in plugins:
        for name in plugin.exporters:
            providers.setdefault(name, []).append(plugin)
    doubled = {name: sharing for name, sharing in providers.items() if len(sharing) > 1}
    return tuple(_told_of(plugin, doubled) for plugin in plugins)


def _told_of(plugin: Plugin, doubled: Mapping[str, list[Plugin]]) -> Plugin:
    shared = [name for name in plugin.exporters if name in doubled]
    if not shared:
        return plugin
    told = [f"the exporter `{name}` is provided by {' and by '.join(map(str, doubled[name]))}" for name in shared]
    return plugin.without(shared, "; ".join(told) + "; block one of them")


def _usable(plugins: Iterable[Plugin]) -> dict[str, Exporter]:
    exporters = {exporter.name: exporter for plugin in plugins for exporter in plugin.usable}
    return dict(sorted(exporters.items()))


def _only(manager: pluggy.PluginManager, plugin: Plugin, plugins: Iterable[Plugin]) -> pluggy.HookCaller | None:
    if "factcheck_check" not in plugin.provides or not manager.has_plugin(plugin.key):
        return None
    others = [other.implementation for other in plugins if other.key != plugin.key and manager.has_plugin(other.key)]
    return manager.subset_hook_caller("factcheck_check", others)


def _finding(plugin: Plugin) -> Finding:
    return Finding(_FAILED, Severity.ERROR, f"{plugin}: {plugin.problem}", source="the hooks in factcheck.hookspecs")


def _sound(found: Finding) -> Finding:
    """What a plugin found, which all others may rely on. Raises TypeError."""
    if not isinstance(found, Finding):
        raise TypeError(f"{found!r} is no Finding")
    if not isinstance(found.severity, Severity):
        raise TypeError(f"{found.severity!r} is no Severity")
    for name in ("rule", "message", "path", "source"):
        if not isinstance(getattr(found, name), str):
            raise TypeError(f"the `{name}` of a finding is a text, not {getattr(found, name)!r}")
    return found


def _options(whose: str, kind: type[Options], given: Mapping[str, object]) -> Options:
    try:
        return kind.model_validate(dict(given))
    except ValidationError as error:
        raise OptionError("\n".join(_option_problem(whose, kind, problem) for problem in error.errors())) from None


def _option_problem(whose: str, kind: type[Options], problem: Any) -> str:
    name = ".".join(map(str, problem["loc"]))
    if problem["type"] == "extra_forbidden":
        there = f"; it has {', '.join(kind.model_fields)}" if kind.model_fields else "; it has none"
        return f"the {whose} has no option `{name}`{_near(name, kind.model_fields) or there}"
    said = problem["msg"].removeprefix("Value error, ")
    wanted = "write `true` or `false`" if problem["type"].startswith("bool") else said
    given = repr(problem["input"])
    return f"option `{name}` of the {whose}: {wanted}, not {given if len(given) <= 60 else given[:59] + '…'}"


def _near(name: str, names: Iterable[str]) -> str:
    near = nearest(name, names)
    return f"; did you mean `{near}`?" if near else ""
