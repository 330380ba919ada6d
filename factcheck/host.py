"""Which plugins there are, and the work they do together.

The host loads entry points itself and one by one, since pluggy's loader skips a second plugin of
the same name in silence and stops at the first broken import.
"""

from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from functools import cache, cached_property, partial
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Any, Self, TypeVar

import pluggy
from pydantic import ValidationError

from . import hookspecs
from ._version import __version__
from .containers import Container
from .engines import Engine
from .errors import (
    EngineError,
    FactcheckError,
    OptionError,
    PluginError,
    UnknownContainerError,
    UnknownExporterError,
    UnknownImporterError,
)
from .findings import Finding, Rule
from .formats import Document, Exporter, Importer, Options
from .guard import FAILED, Guard, found_by
from .hookspecs import hookimpl
from .labels import Labels, PublishedScale
from .labels.rules import RULES as LABEL_RULES
from .model import FactCheck
from .model.near import nearest
from .plugins import (
    GROUP,
    Offer,
    Plugin,
    check_of,
    container_breach,
    described,
    document_breach,
    engine_breach,
    importer_breach,
    loaded,
    named,
    offered,
    registered,
    rule_breach,
    scales_offered,
)
from .rules import OWN

Thing = TypeVar("Thing")


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
        self.plugins = registered(self._manager, found)
        exporters = {exporter.name: exporter for plugin in self.plugins for exporter in plugin.usable}
        self.exporters: Mapping[str, Exporter] = MappingProxyType(dict(sorted(exporters.items())))
        self.findings = tuple(FAILED.finding(f"{each}: {each.problem}") for each in self.plugins if each.problem)
        self._checks = [(plugin, check) for plugin in self.plugins if (check := check_of(self._manager, plugin))]

    @classmethod
    def discover(cls, block: Iterable[str] = ()) -> Self:
        """A host for every installed plugin but the blocked ones, named by entry point or by distribution.

        Raises PluginError where a name to block is that of no plugin.
        """
        blocked = set(block)
        points = [(named(point), point) for point in entry_points(group=GROUP)]
        points.sort(key=lambda each: (each[0].name, each[0].distribution, each[0].version))
        names = {name for plugin, _ in points for name in (plugin.name, plugin.distribution)}
        for unknown in sorted(blocked - names):
            raise PluginError(f"there is no plugin `{unknown}` to block{_near(unknown, names)}")
        return cls([loaded(plugin, point, blocked) for plugin, point in points])

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
        return _chosen(self.imports, name, "importer", UnknownImporterError)

    def importer_options(self, name: str, given: Mapping[str, object]) -> Options:
        """The options of an importer from their values. Raises OptionError for unknown names and wrong values."""
        return _options(f"importer `{name}`", self.importer(name).options, given)

    @cached_property
    def containers(self) -> Offer[Container]:
        """The containers, found when they are first asked for."""
        return offered(self.plugins, "factcheck_containers", container_breach, "name")

    def container(self, name: str) -> Container:
        """The container of this name. Raises UnknownContainerError, with the near names and the reason."""
        return _chosen(self.containers, name, "container", UnknownContainerError)

    def container_options(self, name: str, given: Mapping[str, object]) -> Options:
        """The options of a container from their values. Raises OptionError for unknown names and wrong values."""
        return _options(f"container `{name}`", self.container(name).options, given)

    @cached_property
    def engines(self) -> Offer[Engine]:
        """The engines, found when they are first asked for."""
        return offered(self.plugins, "factcheck_engines", engine_breach, "name")

    def engine(self, name: str) -> Engine:
        """The engine of this name. Raises EngineError, with the near names and the reason."""
        return _chosen(self.engines, name, "engine", EngineError)

    def engine_options(self, name: str, given: Mapping[str, object]) -> Options:
        """The options of an engine from their values. Raises OptionError for unknown names and wrong values."""
        return _options(f"engine `{name}`", self.engine(name).options, given)

    @cached_property
    def scales(self) -> Offer[PublishedScale]:
        """The rating scales of publishers, by the publisher's name, found when they are first asked for."""
        return scales_offered(self.plugins)

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
        fact-check is meant for it. A plugin that breaks is a finding, too, beside what it and all others find.
        """
        findings: list[Finding] = []
        formats = None if to is None else frozenset(to)
        for plugin, check in self._checks:
            if formats is not None and plugin.exporters and formats.isdisjoint(plugin.exporters):
                continue
            meant = profile or next((name for name in plugin.exporters if name in (formats or ())), None)
            findings += found_by(f"the rules of {plugin} failed", partial(check, fact_check, meant))
        return findings

    def export(self, fact_check: FactCheck, to: str, options: Options | Mapping[str, object] | None = None) -> Document:
        """The fact-check in the format of this name.

        Raises UnknownExporterError, OptionError, or PluginError where a plugin breaks.
        """
        return self.exporting(to, options)(fact_check)

    def exporting(
        self, to: str, options: Options | Mapping[str, object] | None = None
    ) -> Callable[[FactCheck], Document]:
        """What does the same for one fact-check after the other, with the format and its options looked up once.

        Raises UnknownExporterError or OptionError; what it gives raises PluginError.
        """
        exporter = self.exporter(to)
        chosen = options if isinstance(options, Options) else self.options(to, options or {})
        if not isinstance(chosen, exporter.options):
            raise OptionError(f"the exporter `{to}` takes {exporter.options.__name__}, not {type(chosen).__name__}")
        whose = f"the exporter `{to}`{self._around}"
        guard, export = Guard(f"{whose} failed"), self._export_of(exporter, chosen)

        def exported(fact_check: FactCheck) -> Document:
            # `check` and `export` ask this host meanwhile: a format may hold another one.
            before = _IN_USE.set(self)
            try:
                with guard:
                    document = export(fact_check)
            finally:
                _IN_USE.reset(before)
            problem = document_breach(document)
            if problem:
                raise PluginError(f"{whose} gave {problem}")
            return document

        return exported

    def _export_of(self, exporter: Exporter, options: Options) -> Callable[[FactCheck], Document]:
        hook = self._manager.hook.factcheck_export
        if len(hook.get_hookimpls()) == 1:  # our own alone: the hook would only cost time
            return lambda fact_check: exporter.export(fact_check, options)
        return lambda fact_check: hook(exporter=exporter, fact_check=fact_check, options=options)

    def lacking(self, fact_check: FactCheck, to: str) -> list[Finding]:
        """What keeps a valid document of this format from being made; where the exporter breaks, that is a finding, too."""
        exporter = self.exporter(to)
        return found_by(f"the exporter `{to}` failed", lambda: exporter.lacking(fact_check))

    def validate(self, document: Document, to: str) -> list[Finding]:
        """What is wrong with a document of the format of this name; where the exporter breaks, that is a finding, too."""
        exporter = self.exporter(to)
        return found_by(f"the exporter `{to}` failed to validate", lambda: exporter.validate(document))

    @property
    def _around(self) -> str:
        """The plugins that see every export, where there are any: an export that fails may be theirs."""
        named = [str(each) for each in self.plugins if "factcheck_export" in each.provides and each.implementation]
        return f", or {' or '.join(named)} around it," if named else ""


class _OwnExport:
    @hookimpl(trylast=True)
    def factcheck_export(self, exporter: Exporter, fact_check: FactCheck, options: Options) -> Document:
        return exporter.export(fact_check, options)


class _OwnRules:
    def factcheck_rules(self) -> Iterable[Rule]:
        return [*OWN.values(), *LABEL_RULES.values()]


_OWN = Plugin("factcheck", "factcheck-export", __version__, ("factcheck_rules",), implementation=_OwnRules())


_IN_USE: ContextVar[Host | None] = ContextVar("factcheck_host", default=None)


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
    host = host or _IN_USE.get() or default_host()
    return [*host.findings, *host.check(fact_check, profile, to=to)]


def export(
    fact_check: FactCheck,
    to: str,
    options: Options | Mapping[str, object] | None = None,
    *,
    host: Host | None = None,
) -> Document:
    """The fact-check in the format of this name; see `Host.export`.

    Within an exporter, the host that called it is asked where none is given: a plugin that is blocked there is not used.
    """
    return (host or _IN_USE.get() or default_host()).export(fact_check, to, options)


def _chosen(offer: Offer[Thing], name: str, kind: str, unknown: type[FactcheckError]) -> Thing:
    """The thing of this name. Raises `unknown`, with the near names and the reason."""
    if name in offer.things:
        return offer.things[name]
    hint = _near(name, offer.things) or f"; there are {', '.join(offer.things) or 'none'}"
    reasons = "".join(f"\nnot in use: {plugin}: {problem}" for plugin, problem in offer.problems)
    raise unknown(f"there is no {kind} `{name}`{hint}{reasons}")


def _options(whose: str, kind: type[Options], given: Mapping[str, object]) -> Options:
    try:
        with Guard(f"the options of the {whose} failed", ValidationError):
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
    hint = ""
    if problem["type"] in ("dict_type", "mapping_type"):
        wanted, hint = "give a mapping", f": {kind.model_fields[str(problem['loc'][0])].description or ''}".rstrip(": ")
    given = repr(problem["input"])
    return f"option `{name}` of the {whose}: {wanted}, not {given if len(given) <= 60 else given[:59] + '…'}{hint}"


def _near(name: str, names: Iterable[str]) -> str:
    near = nearest(name, names)
    return f"; did you mean `{near}`?" if near else ""
