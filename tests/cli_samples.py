"""A plugin to install, and fact-checks to write, for the tests of commands."""

from io import BytesIO
from pathlib import Path

import yaml
from installed import installed

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
ALONE = tuple(word for name in ("claimreview", "desk", "factchecktools", "tei") for word in ("--block", name))
PLUGIN = """
from factcheck import Document, Exporter, Finding, Options, Severity, hookimpl
from pydantic import Field

class PlainOptions(Options):
    shout: bool = Field(False, description="In capitals.")

class Plain(Exporter):
    name, summary, media_type, suffix, options = "plain", "Plain text", "text/plain", ".txt", PlainOptions

    def export(self, fact_check, options):
        if "explode" in fact_check.headline:
            raise ZeroDivisionError("by design")
        text = fact_check.headline.upper() if options.shout else fact_check.headline
        return Document(self.media_type, self.suffix, text.encode())

    def validate(self, document):
        for word, severity in {"refuse": Severity.ERROR, "doubt": Severity.WARNING}.items():
            if word in document.text.lower():
                yield Finding(f"says-{word}", severity, f"the document says {word}", path="/0", line=1)

class Twin(Plain):
    name = "twin"

@hookimpl
def factcheck_exporters():
    return [Plain(), Twin()]

@hookimpl
def factcheck_check(fact_check):
    if "rules" in fact_check.headline:
        raise LookupError("by design")
    for index, claim in enumerate(fact_check.claims):
        if "mistake" in claim.text:
            yield Finding("mistake", Severity.ERROR, "a mistake", path=f"claims[{index}].text")
        if "doubt" in claim.text:
            yield Finding("doubt", Severity.WARNING, "a doubt", path=f"claims[{index}].text")
"""


def plain_plugin(monkeypatch, folder):
    """Installs a plugin with two exporters of one suffix, and rules."""
    installed(monkeypatch, folder, "factcheck-plain 1.2", "plain = plain_plugin", PLUGIN)


def broken_plugin(monkeypatch, folder):
    """Installs a plugin that cannot be imported."""
    code = "import no_such_module_at_all\n"
    installed(monkeypatch, folder, "factcheck-broken 1.2", "broken = broken_plugin", code)


def writer(folder):
    """Writes a fact-check into a folder, and gives its path there."""

    def write(name="story.yaml", headline="A headline", claim="A claim", iri="urn:x:the-story"):
        fact_check = {"id": iri, "headline": headline, "language": "en", "claims": [{"id": "c1", "text": claim}]}
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(fact_check, sort_keys=False), encoding="utf-8")
        return str(path.relative_to(folder))

    return write


class Given:
    """Standard input that holds these bytes."""

    def __init__(self, body):
        self.buffer = BytesIO(body)
