"""What a browser is shown: the exporter's page with what was found above it, or a page of findings alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape, unescape

from factcheck.cli.output import SEVERITIES, printable, tally
from factcheck.errors import PluginError
from factcheck.findings import Finding

# As the exporter `html` writes them: in its texts `<` is escaped, so that none of them looks like these.
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_BODY = "<body>"
_ALONE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
</body>
</html>
"""


@dataclass(frozen=True)
class View:
    """A page as it is served: its bytes, the policy of its header, a stamp that tells it from others, and what was found.

    `failed` says that of the file no page could be made, as for a moment while some editors save it.
    """

    body: bytes
    policy: str
    stamp: str
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    failed: bool = False


def of_page(page: str, name: str, findings: Sequence[Finding], notes: Sequence[str] = ()) -> View:
    """The exporter's page, with a bar above it that says what was found.

    Raises PluginError for a page without one policy and one body, which another exporter of that name may write.
    """
    heading = escape(printable(f"{name}: {tally(finding.severity for finding in findings)}"))
    worst = next((each for each in SEVERITIES if each in {finding.severity for finding in findings}), "none")
    listed = _listed(findings, notes)
    inner = f"<details>\n<summary>{heading}</summary>\n{listed}\n</details>" if listed else f"<p>{heading}</p>"
    bar = f'<aside class="preview {worst}" aria-label="Preview" lang="en" dir="ltr">\n{inner}\n</aside>'
    return _view(page, bar, findings, notes)


def of_failure(name: str, findings: Sequence[Finding]) -> View:
    """A page of findings alone, for a file of which no page can be made."""
    title = escape(printable(f"{name} cannot be shown"))
    main = f'<main class="preview error alone">\n<h1>{title}</h1>\n{_listed(findings, ())}\n</main>'
    return _view(_ALONE.format(title=title), main, findings, failed=True)


def loosened(policy: str) -> str:
    """A page's policy with what the preview needs: its own script, style sheet and events; and no other page frames it.

    https://www.w3.org/TR/CSP3/
    """
    given = {name: values for name, _, values in (part.strip().partition(" ") for part in policy.split(";")) if name}
    more = {
        "style-src": f"{given.get('style-src', '')} 'self'".strip(),
        "script-src": "'self'",
        "connect-src": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {values}" for name, values in (given | more).items())


def _view(
    page: str, added: str, findings: Sequence[Finding], notes: Sequence[str] = (), *, failed: bool = False
) -> View:
    """The page with the added element first in its body; the policy goes from its head to the header, and
    the preview's script and style sheet stand in its place.
    """
    policies = _POLICY.findall(page)
    if len(policies) != 1 or page.count(_BODY) != 1:
        raise PluginError("the exporter `html` wrote a page without one policy and one body: it is not shown")
    whole = page.replace(_BODY, f"{_BODY}\n{added}")
    stamp = sha256(whole.encode()).hexdigest()[:16]
    ours = f'<script src="/reload.js" data-shown="{stamp}"></script>\n<link rel="stylesheet" href="/preview.css">'
    body = _POLICY.sub(lambda _: ours, whole).encode()
    return View(body, loosened(unescape(policies[0])), stamp, tuple(findings), tuple(notes), failed)


def _listed(findings: Sequence[Finding], notes: Sequence[str]) -> str:
    items = [_item(finding) for finding in findings] + [f"<li>{escape(printable(note))}</li>" for note in notes]
    return "<ul>\n{}\n</ul>".format("\n".join(items)) if items else ""


def _item(finding: Finding) -> str:
    place = ", ".join(
        f"{what} {number}" for what, number in (("line", finding.line), ("column", finding.column)) if number
    )
    told = ": ".join(escape(printable(part)) for part in (place, finding.path, finding.sentence) if part)
    return f"<li><strong>{finding.severity}</strong>: {told} <code>{escape(printable(finding.rule))}</code></li>"
