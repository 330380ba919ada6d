"""`factcheck plugins`: which plugins there are, and what they provide."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from .output import printable

if TYPE_CHECKING:
    from factcheck.host import Host
    from factcheck.plugins import Plugin


@click.command(short_help="List the plugins, their formats and options.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="For people, or as JSON Lines, one plugin a line.")  # fmt: skip
@click.pass_obj
def command(block: tuple[str, ...], style: str) -> int:
    """List the plugins, where they come from, and the formats and options that they provide.

    Exit code 0: all work; 1: one has a problem.
    """
    from factcheck.host import Host  # noqa: PLC0415  # imports the model, which `--help` does without

    host = Host.discover(block)
    for plugin in host.plugins:
        values = described(host, plugin)
        for line in [json.dumps(values)] if style == "json" else _lines(values):
            click.echo(line)
    return 1 if host.findings else 0


def described(host: "Host", plugin: "Plugin") -> dict[str, Any]:
    """A plugin and its exporters as JSON-ready values."""
    return {
        "name": plugin.name,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "blocked": plugin.blocked,
        "problem": plugin.problem,
        "provides": list(plugin.provides),
        "exporters": [_exporter(host, name) for name in plugin.exporters if name in host.exporters],
    }


def _exporter(host: "Host", name: str) -> dict[str, Any]:
    exporter = host.exporters[name]
    fields = exporter.options.model_fields.items()
    defaults = exporter.options().model_dump(mode="json")
    return {
        "name": exporter.name,
        "media_type": exporter.media_type,
        "suffix": exporter.suffix,
        "summary": exporter.summary,
        "options": [
            {"name": option, "default": defaults[option], "description": field.description or ""}
            for option, field in fields
        ],
    }


def _lines(plugin: dict[str, Any]) -> Iterator[str]:
    state = " (blocked)" if plugin["blocked"] else ""
    origin = printable(f"{plugin['distribution']} {plugin['version']}".strip())
    yield f"{click.style(printable(plugin['name']), bold=True)}  {origin}{state}"
    if plugin["problem"]:
        yield f"  {click.style('problem', fg='red', bold=True)}: {printable(plugin['problem'])}"
    if plugin["provides"]:
        yield f"  hooks: {', '.join(plugin['provides'])}"
    for exporter in plugin["exporters"]:
        yield printable(f"  --to {exporter['name']}: {exporter['media_type']}, {exporter['summary']}")
        for option in exporter["options"]:
            name = f"{exporter['name']}.{option['name']}"
            default = json.dumps(option["default"], ensure_ascii=False)
            yield printable(f"    -O {name}=VALUE  {option['description']} [default: {default}]")
