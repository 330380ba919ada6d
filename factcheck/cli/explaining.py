"""Rules and profiles by name: what a rule wants, and which there are."""

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from .output import plugins_aside, printable, say

if TYPE_CHECKING:
    from factcheck.host import Host

_NEAR = 3
_MOST_NAMED = 30  # in one message; of rules there are hundreds


def explain(host: "Host", name: str, style: str) -> int:
    """Print what a rule wants, or raise UsageError with the near ones."""
    refuse_unknown(name, "rule", host.rulebook.things)
    told = described(host, name)
    for line in [json.dumps(told)] if style == "json" else _lines(told):
        say(line)
    return 0


def described(host: "Host", name: str) -> dict[str, Any]:
    """A rule as JSON-ready values."""
    rule = host.rulebook.things[name]
    return {
        "rule": rule.id,
        "severity": str(rule.severity),
        "wants": rule.summary,
        "fix": rule.fix,
        "source": rule.source,
        "profiles": list(rule.profiles),
        "unless": list(rule.unless),
        "plugin": host.rulebook.providers[name].name,
    }


def profiles(host: "Host") -> list[str]:
    """The consumers that rules are asked for."""
    return sorted({profile for rule in host.rulebook.things.values() for profile in rule.profiles})


def refuse_unknown(name: str, kind: str, names: Iterable[str]) -> None:
    """Raise UsageError where a name is none of these, with the near ones."""
    known = list(names)
    if name in known:
        return
    near = get_close_matches(name[:100], known, n=_NEAR, cutoff=0.5)
    hint = f"did you mean {_either(near)}?" if near else _all(kind, known)
    raise click.UsageError(f"there is no {kind} `{printable(name)}`; {hint}")


@plugins_aside()
def complete_rule(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The rules whose id begins like this."""
    from factcheck.host import Host  # noqa: PLC0415  # asked for only when a rule's id is completed

    return [name for name in Host.discover().rulebook.things if name.startswith(incomplete)]


@plugins_aside()
def complete_profile(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The profiles whose name begins like this."""
    from factcheck.host import Host  # noqa: PLC0415  # as above

    return [name for name in profiles(Host.discover()) if name.startswith(incomplete)]


def _all(kind: str, known: list[str]) -> str:
    if len(known) > _MOST_NAMED:
        return f"all of them are in docs/reference/{kind}s.md, and in brackets behind each finding"
    return f"there are {', '.join(known) or 'none'}"


def _either(names: list[str]) -> str:
    return " or ".join(f"`{name}`" for name in names)


def _lines(told: dict[str, Any]) -> Iterator[str]:
    yield f"{click.style(printable(told['rule']), bold=True)}  {told['severity']}"
    asked = f"for {', '.join(told['profiles'])} (--profile)" if told["profiles"] else "always"
    asked += f", but for {', '.join(told['unless'])} (--profile)" if told["unless"] else ""
    rows = {"wants": told["wants"], "to do": told["fix"], "source": told["source"], "asked": asked}
    for title, text in {**rows, "plugin": told["plugin"]}.items():
        yield printable(f"  {title:<6}  {text}")
