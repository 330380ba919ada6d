"""`factcheck plugins`: which plugins there are, and what they provide."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .output import plugins_aside, printable, say

if TYPE_CHECKING:
    from factcheck.containers import Container
    from factcheck.engines import Engine
    from factcheck.formats import Importer, Options
    from factcheck.host import Host
    from factcheck.plugins import Offer, Plugin

Thing = TypeVar("Thing")


@click.command(short_help="List the plugins, their formats and options.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="For people, or as JSON Lines, one plugin a line.")  # fmt: skip
@click.pass_obj
@plugins_aside()
def command(block: tuple[str, ...], style: str) -> int:
    """List the plugins, where they come from, and the formats and options that they provide.

    Exit code 0: all work; 1: one has a problem.
    """
    from factcheck.host import Host  # noqa: PLC0415  # imports the model, which `--help` does without

    host = Host.discover(block)
    for plugin in host.plugins:
        values = described(host, plugin)
        for line in [json.dumps(values)] if style == "json" else _lines(values):
            say(line)
    return 1 if host.findings or any(offer.problems for offer in _offers(host)) else 0


def _offers(host: "Host") -> tuple["Offer[Any]", ...]:
    return host.imports, host.scales, host.rulebook, host.containers, host.engines


def described(host: "Host", plugin: "Plugin") -> dict[str, Any]:
    """A plugin, its exporters and importers as JSON-ready values."""
    offers = _offers(host)
    problems = [plugin.problem, *(told for offer in offers for broken, told in offer.problems if broken == plugin)]
    return {
        "name": plugin.name,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "blocked": plugin.blocked,
        "problem": "; ".join(filter(None, problems)) or None,
        "notes": [told for offer in offers for whose, told in offer.notes if whose == plugin],
        "provides": list(plugin.provides),
        "exporters": [_exporter(host, name) for name in plugin.exporters if name in host.exporters],
        "importers": [_importer(each) for each in _of(host.imports, plugin)],
        "containers": [_container(each) for each in _of(host.containers, plugin)],
        "engines": [_engine(each) for each in _of(host.engines, plugin)],
    }


def _of(offer: "Offer[Thing]", plugin: "Plugin") -> list["Thing"]:
    return [thing for name, thing in offer.things.items() if offer.providers[name] == plugin]


def _container(container: "Container") -> dict[str, Any]:
    return {
        "name": container.name,
        "formats": list(container.formats),
        "media_type": container.media_type,
        "suffixes": list(container.suffixes),
        "summary": container.summary,
        "options": _options(container.options),
    }


def _engine(engine: "Engine") -> dict[str, Any]:
    return {"name": engine.name, "summary": engine.summary, "options": _options(engine.options)}


def _importer(importer: "Importer") -> dict[str, Any]:
    return {
        "name": importer.name,
        "suffixes": list(importer.suffixes),
        "summary": importer.summary,
        "options": _options(importer.options),
    }


def _exporter(host: "Host", name: str) -> dict[str, Any]:
    exporter = host.exporters[name]
    return {
        "name": exporter.name,
        "media_type": exporter.media_type,
        "suffix": exporter.suffix,
        "summary": exporter.summary,
        "options": _options(exporter.options),
    }


def _options(options: "type[Options]") -> list[dict[str, Any]]:
    defaults = options().model_dump(mode="json")
    return [
        {"name": name, "default": defaults[name], "description": field.description or ""}
        for name, field in options.model_fields.items()
    ]


def _lines(plugin: dict[str, Any]) -> Iterator[str]:
    state = " (blocked)" if plugin["blocked"] else ""
    origin = printable(f"{plugin['distribution']} {plugin['version']}".strip())
    yield f"{click.style(printable(plugin['name']), bold=True)}  {origin}{state}"
    if plugin["problem"]:
        yield f"  {click.style('problem', fg='red', bold=True)}: {printable(plugin['problem'])}"
    for note in plugin["notes"]:
        yield f"  note: {printable(note)}"
    if plugin["provides"]:
        yield f"  hooks: {', '.join(plugin['provides'])}"
    for exporter in plugin["exporters"]:
        yield printable(f"  --to {exporter['name']}: {exporter['media_type']}, {exporter['summary']}")
        yield from _option_lines(exporter)
    for importer in plugin["importers"]:
        yield printable(f"  --from {importer['name']}: {' '.join(importer['suffixes'])}, {importer['summary']}")
        yield from _option_lines(importer)
    for container in plugin["containers"]:
        of = f" of {', '.join(container['formats'])}" if container["formats"] else " of any JSON"
        yield printable(
            f"  --container {container['name']}{of}: {' '.join(container['suffixes'])}, {container['summary']}"
        )
        yield from _option_lines(container)
    for engine in plugin["engines"]:
        yield printable(f"  --engine {engine['name']}: {engine['summary']}")
        yield from _option_lines(engine)


def _option_lines(of: dict[str, Any]) -> Iterator[str]:
    for option in of["options"]:
        if isinstance(option["default"], dict):  # no VALUE can say it: `--texts DIR` does
            continue
        default = json.dumps(option["default"], ensure_ascii=False)
        yield printable(f"    -O {of['name']}.{option['name']}=VALUE  {option['description']} [default: {default}]")
