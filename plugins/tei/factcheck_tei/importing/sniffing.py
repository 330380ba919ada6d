"""Whether bytes begin as a TEI does, whatever prefix its namespace has."""

import codecs
import re

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_ROOTS = ("TEI", "teiCorpus")
_BEFORE = re.compile(r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)*+", re.DOTALL)
_START = re.compile(
    r"""<(?:(?P<prefix>[^\s<>/:="']+):)?(?P<name>[^\s<>/:="']+)(?P<rest>(?:"[^"]*"|'[^']*'|[^"'<>])*+)"""
)


def declined(head: bytes) -> str | None:
    """Why these are not the first bytes of a TEI; None where they are."""
    text = _text(head)
    before = _BEFORE.match(text)
    start = _START.match(text, before.end() if before else 0)
    if start is None:
        return "it does not begin as XML does"
    if start["name"] not in _ROOTS:
        return f"its root is `{start['name'][:40]}`, no TEI or teiCorpus"
    declaration = f"xmlns:{start['prefix']}" if start["prefix"] else "xmlns"
    declares = rf"""(?:^|\s){re.escape(declaration)}\s*=\s*["']{re.escape(_NAMESPACE)}["']"""
    return None if re.search(declares, start["rest"]) else f"its root is not in the namespace {_NAMESPACE}"


def _text(head: bytes) -> str:
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if head.startswith(mark):
            return head.decode("utf-16", errors="replace").removeprefix("\ufeff")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")
