"""Fills the generated parts of the documentation: `python docs/generate.py`.

A part stands between `<!-- generated: NAME ARGUMENTS -->` and `<!-- end -->`; what is around it is written by hand.
`tests/test_docs_reference.py` compares each part with the code.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from inspect import getdoc, signature
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from factcheck import Exporter, FactCheck, Host, Localised, Rule, hookspecs, model
from factcheck.cli.program import TASKS
from factcheck.model import base
from factcheck.model.dates import Date
from factcheck.plugins import Offer

ROOT = Path(__file__).parents[1]
OWN = "factcheck"
PART = re.compile(r"(<!-- generated: (\S+)((?: \S+)*) -->\n).*?(<!-- end -->)", re.DOTALL)

# What people read for the simple types of fields.
KINDS: Mapping[Any, str] = {
    base.Text: "text",
    base.Line: "text, at most 2,000 characters",
    base.Words: "text, kept to the character",
    base.Url: "URL",
    base.Iri: "IRI",
    base.Language: "language tag",
    base.LocalId: "id",
    base.Checksum: "`sha256:` and 64 hexadecimal digits",
    base.AgentId: "id of an agent",
    base.SourceId: "id of a source",
    base.AgentOrSourceId: "id of an agent or a source",
    base.ClaimId: "id of a claim",
    base.CorrectionId: "id of a correction",
    base.RatingId: "id of a rating",
    base.PartId: "id of any part",
    Date: "[date](#dates)",
    Localised: "text for each language tag",
    bool: "`true` or `false`",
    int: "whole number",
    float: "number",
}


def pages() -> dict[Path, str]:
    """Every page with generated parts, as it should be."""
    written = {page: page.read_text(encoding="utf-8") for page in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]}
    return {page: filled(text) for page, text in sorted(written.items()) if PART.search(text)}


def filled(page: str) -> str:
    """A page with its generated parts made anew."""
    return PART.sub(lambda part: f"{part[1]}\n{PARTS[part[2]](*part[3].split()).strip()}\n\n{part[4]}", page)


def model_reference() -> str:
    """Each class of the model with its fields, the whole first."""
    classes: list[type[BaseModel]] = [FactCheck, *sorted(model_parts(), key=lambda part: part.__name__)]
    return "\n\n".join(_class(each) for each in classes)


def model_parts() -> list[type[BaseModel]]:
    """Every class of the model but the whole."""
    named = [getattr(model, name) for name in model.__all__]
    return [each for each in named if issubclass(each, BaseModel) and each is not FactCheck]


def _class(part: type[BaseModel]) -> str:
    types = get_type_hints(part, include_extras=True)
    rows = [_row(name, _kind(types[name]), field) for name, field in part.model_fields.items()]
    heading = f"## {part.__name__}\n\n{getdoc(part)}\n\n"
    return heading + "| key | holds | |\n| --- | --- | --- |\n" + "\n".join(rows)


def _row(name: str, kind: str, field: FieldInfo) -> str:
    needed = " **Required.**" if field.is_required() else ""
    usual = f" `{field.default}` if left out." if isinstance(field.default, str) else ""
    return f"| `{name}` | {kind} | {field.description}{needed}{usual} |"


def _kind(annotation: Any) -> str:
    if annotation in KINDS:
        return KINDS[annotation]
    inner = [each for each in get_args(annotation) if each not in (NoneType, ...)]
    if get_origin(annotation) is Literal:
        return " or ".join(f"`{value}`" for value in inner)
    if get_origin(annotation) is tuple:
        return f"list: {_kind(inner[0])}"
    if get_origin(annotation) in (Annotated, Union, UnionType):
        return _kind(inner[0])
    return f"[{annotation.__name__}](#{annotation.__name__.lower()})"


def hooks_reference() -> str:
    """Each hook with its signature, what it returns, and whether the first answer ends the call."""
    return "\n\n".join(_hook(name, hook) for name, hook in vars(hookspecs).items() if name.startswith("factcheck_"))


def _hook(name: str, hook: Callable[..., Any]) -> str:
    first = getattr(hook, "factcheck_spec")["firstresult"]  # noqa: B009  # pluggy sets it on the function
    ends = "The first plugin that returns something other than None ends the call." if first else "All are asked."
    plain = str(signature(hook)).replace("'", "")
    return f"## {name}\n\n```py\ndef {name}{plain}: ...\n```\n\n{getdoc(hook)}\n\n{ends}"


def formats_table() -> str:
    """The exporters that come with the project."""
    rows = (f"| `{each.name}` | {each.summary} | `{each.media_type}` | `{each.suffix}` |" for each in own_exporters())
    return "| name | writes | media type | suffix |\n| --- | --- | --- | --- |\n" + "\n".join(rows)


def importers_table() -> str:
    """The importers that come with the project."""
    host = Host.discover()
    own = [importer for importer in host.importers.values() if type(importer).__module__.startswith("factcheck_")]
    rows = [
        f"| `{each.name}` | {each.summary} | {' '.join(f'`{suffix}`' for suffix in each.suffixes)} |" for each in own
    ]
    return "\n".join(["| name | reads | suffixes |", "| --- | --- | --- |", *rows])


def own_exporters() -> Iterator[Exporter]:
    """The exporters of this distribution."""
    host = Host.discover()
    for plugin in host.plugins:
        if plugin.distribution == "factcheck-export":
            yield from (host.exporters[name] for name in plugin.exporters)


def omits(name: str) -> str:
    """The model paths that a format cannot carry."""
    paths = Host.discover().exporters[name].omits
    return "\n".join(f"- `{path}`" for path in paths) or "Nothing: the format carries the whole model."


def options(name: str) -> str:
    """The options of an exporter, or of a container."""
    host = Host.discover()
    having = host.exporters[name] if name in host.exporters else host.container(name)
    fields = having.options.model_fields
    rows = (
        f"| `{key}` | {field.description} | {'none' if field.default == '' else f'`{field.default}`'} |"
        for key, field in fields.items()
    )
    return "| option | | default |\n| --- | --- | --- |\n" + "\n".join(rows) if fields else "None."


def rules(module: str) -> str:
    """The rules that a module has in its table `RULES`, and what each wants."""
    table: Mapping[str, Rule] = import_module(module).RULES
    return "| rule | means |\n| --- | --- |\n" + "\n".join(
        f"| `{rule.id}` | {rule.summary} |" for rule in table.values()
    )


def all_rules() -> str:
    """Every rule of this distribution, those of the core first, then plugin by plugin."""
    book = Host.discover().rulebook
    ours = {plugin.name for plugin in book.providers.values() if plugin.distribution == "factcheck-export"}
    plugins = sorted(ours, key=lambda name: (name != OWN, name))
    return "\n\n".join(_rules_of(plugin, book) for plugin in plugins)


def _rules_of(plugin: str, book: Offer[Rule]) -> str:
    rules = [rule for name, rule in book.things.items() if book.providers[name].name == plugin]
    rows = (
        f"| `{rule.id}` | {rule.severity} | {rule.summary} | {rule.fix} | {rule.source} | {_asked(rule)} |"
        for rule in rules
    )
    heading = "| rule | severity | wants | what to do | source | asked for |\n| --- | --- | --- | --- | --- | --- |"
    return "\n".join((f"### {plugin}\n", heading, *rows))


def _asked(rule: Rule) -> str:
    unless = f", but for {', '.join(rule.unless)}" if rule.unless else ""
    return f"{', '.join(rule.profiles) or 'always'}{unless}"


def rulebook(module: str) -> str:
    """The rules of a module whose `RULES` say what each wants and what to do."""
    rows = (
        f"| `{rule.id}` | {rule.severity} | {rule.summary} | {rule.fix} |"
        for rule in import_module(module).RULES.values()
    )
    return "\n".join(("| rule | severity | wants | what to do |", "| --- | --- | --- | --- |", *rows))


def columns() -> str:
    """What the columns of a spreadsheet can hold, and some headings that say so."""
    fields = import_module("factcheck_table.vocabulary").fields()
    rows = (f"| `{each.name}` | {each.holds} | {', '.join(each.headings[:3])} |" for each in fields.values())
    return "\n".join(("| field | holds | headings, among others |", "| --- | --- | --- |", *rows))


def parquet() -> str:
    """The columns of the table of reviews."""
    rows = (
        f"| `{each.name}` | {each.kind} | {each.holds} |"
        for each in import_module("factcheck_claimreview.containers.columns").COLUMNS
    )
    return "\n".join(("| column | type | holds |", "| --- | --- | --- |", *rows))


def command_help() -> str:
    """The help of each command, as a terminal of 80 columns shows it."""
    commands = ["", *(name for names in TASKS.values() for name in names)]
    return "\n\n".join(_help(command) for command in commands)


def _help(command: str) -> str:
    arguments = [*command.split(), "--help"]
    heading = f"## factcheck {command}".strip()
    return f"{heading}\n\n```console\n$ factcheck {' '.join(arguments)}\n{_output(arguments)}\n```"


def _output(arguments: list[str]) -> str:
    run = [sys.executable, "-c", "import sys; from factcheck.cli import main; sys.exit(main())", *arguments]
    done = subprocess.run(run, check=True, capture_output=True, text=True, env={**os.environ, "COLUMNS": "80"})  # noqa: S603  # our own
    return done.stdout.strip()


def file(path: str, language: str = "") -> str:
    """A file of the repository, as it is."""
    return f"```{language}\n{(ROOT / path).read_text(encoding='utf-8').strip()}\n```"


PARTS: Mapping[str, Callable[..., str]] = {
    "model": model_reference,
    "hooks": hooks_reference,
    "formats": formats_table,
    "importers": importers_table,
    "command-line": command_help,
    "omits": omits,
    "options": options,
    "file": file,
    "rules": rules,
    "rulebook": rulebook,
    "all-rules": all_rules,
    "columns": columns,
    "parquet": parquet,
}

if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
