"""Whether bytes are a page that this exporter writes."""

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from lxml import etree, html

from factcheck import Finding

from .rules import RULES

_MOST_BYTES = 256 * 2**20
_DATA = "application/ld+json"
_POLICY = "Content-Security-Policy"
# What a page is made of; whatever else there is could run, load or hide something.
_ELEMENTS = frozenset(
    (
        *("html", "head", "meta", "title", "style", "script", "body", "header", "nav", "main", "section", "article"),
        *("h1", "h2", "h3", "h4", "p", "a", "span", "div", "ul", "ol", "li", "dl", "dt", "dd", "strong", "q", "cite"),
        *("s", "del", "ins", "mark", "bdi", "code", "time", "blockquote", "figure", "figcaption", "details", "summary"),
        *("svg", "desc", "path", "circle", "rect", "text"),
    )
)
_DRAWN = frozenset(("title", "desc", "path", "circle", "rect", "text"))
_ATTRIBUTES = frozenset(
    (
        *("id", "class", "lang", "dir", "title", "role", "tabindex", "href", "rel", "cite", "datetime", "type"),
        *("charset", "name", "content", "http-equiv", "data-edtf", "data-for", "data-n"),
        *("aria-label", "aria-labelledby", "aria-hidden"),
        *("xmlns", "viewbox", "width", "height", "x", "y", "cx", "cy", "r", "d", "transform", "text-anchor"),
    )
)


def problems(body: bytes) -> list[Finding]:
    """What keeps a page from being whole, safe and self-contained."""
    if len(body) > _MOST_BYTES:
        return [_error("html-size", f"{len(body)} bytes are more than {_MOST_BYTES}")]
    try:
        root = html.document_fromstring(body.decode(), parser=html.HTMLParser(huge_tree=True))
    except (UnicodeDecodeError, etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        return [_error("html-syntax", f"this is no HTML in UTF-8: {error}")]
    return [
        *_frame(body, root),
        *_links(root),
        *_active(root),
        *_leading_out(root),
        *_policy(root),
        *_claimreview(root),
    ]


def _frame(body: bytes, root: html.HtmlElement) -> Iterator[Finding]:
    if not body.startswith(b"<!DOCTYPE html>\n") or not body.endswith(b"</html>\n"):
        yield _error("html-syntax", "a page begins with <!DOCTYPE html> and ends with </html>")
    if not root.get("lang"):
        yield _error("html-syntax", "`html` has no `lang`")
    if not (root.findtext("head/title") or "").strip():
        yield _error("html-syntax", "the page has no title")


def _links(root: html.HtmlElement) -> Iterator[Finding]:
    ids = Counter(element.get("id") for element in root.iter("*") if element.get("id") is not None)
    for identifier, times in ids.items():
        if times > 1:
            yield _error("html-id", f"the id `{identifier}` stands {times} times")
    for element in root.iter("*"):
        href = element.get("href", "")
        wanted = [href[1:]] if href.startswith("#") else []
        wanted += element.get("aria-labelledby", "").split()
        for identifier in wanted:
            if identifier not in ids:
                yield _error("html-dangling-link", f"nothing has the id `{identifier}`")


def _active(root: html.HtmlElement) -> Iterator[Finding]:
    for element in root.iter("*"):
        if element.tag not in _ELEMENTS or (element.tag == "script" and element.get("type") != _DATA):
            yield _error("html-active", f"there is a `{element.tag}`, which no page of ours has")
        if element.get("http-equiv") not in (None, _POLICY):
            yield _error("html-active", f"a `meta` does what `{element.get('http-equiv')}` in a header would")
        for name in set(element.keys()) - _ATTRIBUTES:
            yield _error("html-active", f"`{element.tag}` has the attribute `{name}`, which no page of ours has")
        if element.tag == "svg":
            for inner in element.iterdescendants("*"):
                if inner.tag not in _DRAWN:
                    yield _error("html-syntax", f"there is a `{inner.tag}` in the picture, which ends it")


def _leading_out(root: html.HtmlElement) -> Iterator[Finding]:
    for element in root.iter("*"):
        target = element.get("href", "#")
        if not target.startswith(("#", "http://", "https://")):
            yield _error("html-active", f"a link leads to `{target[:60]}`")
        elif not target.startswith("#") and (element.tag != "a" or element.get("rel") != "noopener noreferrer"):
            yield _error("html-external", f'the link to `{target[:60]}` has no rel="noopener noreferrer"')


def _policy(root: html.HtmlElement) -> Iterator[Finding]:
    styles = root.findall(".//style")
    given = [meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv") == _POLICY]
    hashes = [b64encode(sha256((style.text or "").encode()).digest()).decode() for style in styles]
    if len(hashes) != 1 or len(given) != 1:
        yield _error("html-policy", f"there are {len(styles)} style sheets and {len(given)} policies, not one of each")
    elif f"default-src 'none'; style-src 'sha256-{hashes[0]}'; base-uri 'none'; form-action 'none'" != given[0]:
        yield _error("html-policy", "the policy is not that of the style sheet that stands there")


def _claimreview(root: html.HtmlElement) -> Iterator[Finding]:
    for script in root.iter("script"):
        try:
            json.loads(script.text or "")
        except (ValueError, RecursionError) as error:
            yield _error("html-claimreview", f"the script holds no JSON: {error}")


def _error(rule: str, message: str) -> Finding:
    return RULES[rule].finding(message)
