"""Inputs that were once good: bytes flipped, cut, doubled and nested, and trees with other values in their places."""

import json

from hypothesis import strategies as st
from lxml import etree

TOKENS = [
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", "\u202e".encode(), b"\\ud800", b"\\u0000", b"\r", b"\x0c",
    b"1e400", b"-0", b"NaN", b"9" * 400, b"null", b"[]", b"{}", b'""', b'"', b"'", b",", b";", b"\t", b"\n", b"//", b"/*",
    b"&amp;", b"&#0;", b"&#xD800;", b"&x;", b"<!--", b"-->", b"]]>", b"<![CDATA[", b"<script>", b"</script>",
    b'<!DOCTYPE a [<!ENTITY x "y">]>', b'<?xml version="1.0" encoding="UTF-16"?>', b"@id", b"@graph", b'xml:id="a"',
    b"0000-00-00", b"2026-02-30", b"http://", b"http://[", b"://", b"PK\x03\x04",
]  # fmt: skip
BRACKETS = [(b"[", b"]"), (b'{"a":', b"}"), (b"<a>", b"</a>"), (b"<div>", b""), (b'"', b'"'), (b"(", b"")]


@st.composite
def damaged(draw, bodies):
    """One of these inputs, with up to five things done to it."""
    body = draw(st.sampled_from(bodies))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.sampled_from([0, 1, 2, 8, 60, 500])))
        done = draw(st.sampled_from([flipped, cut, doubled, replaced, nested, spliced]))
        body = body[:start] + done(draw, body[start:end], bodies) + body[end:]
    return body


def flipped(draw, part, _bodies):
    return bytes(each ^ draw(st.sampled_from([1, 2, 32, 128])) for each in part[:3]) + part[3:]


def cut(_draw, _part, _bodies):
    return b""


def doubled(draw, part, _bodies):
    return part * draw(st.sampled_from([2, 3, 50]))


def replaced(draw, _part, _bodies):
    return draw(st.one_of(st.sampled_from(TOKENS), st.binary(max_size=20), st.text(max_size=10).map(encoded)))


def nested(draw, part, _bodies):
    before, after = draw(st.sampled_from(BRACKETS))
    times = draw(st.sampled_from([1, 2, 60, 1100, 10_000]))
    return before * times + part + after * draw(st.sampled_from([0, times]))


def spliced(draw, _part, bodies):
    other = draw(st.sampled_from(bodies))
    start = draw(st.integers(0, len(other)))
    return other[start : start + draw(st.sampled_from([20, 300]))]


def encoded(text):
    return text.encode("utf-8", "surrogatepass")


TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["", " ", "\n", "https://desk.example/", "http://[", "/", "#review", "_:b", "False", "4", "1e400", "-1", "٣",
         "2026-02-30", "2026", "01/02/2026", "yesterday", "en_GB", "x" * 3000, "a\x00b", "&lt;b&gt;", "Claim"]
    ),
)  # fmt: skip
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False, allow_infinity=False), TEXTS
)
KEYS = st.one_of(
    st.sampled_from(
        ["@id", "@type", "@graph", "@context", "@value", "@list", "url", "name", "author", "claimReviewed", "itemReviewed",
         "reviewRating", "ratingValue", "bestRating", "worstRating", "alternateName", "datePublished", "claims",
         "claimReview", "text", "claimant", "publisher", "appearance", "image", "sameAs", "inLanguage", "id", "type", "items",
         "first", "body", "target", "selector", "source", "exact", "start", "end", "uri", "tags", "references", "value", "purpose"]
    ),
    st.text(max_size=5),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)


@st.composite
def other_json(draw, bodies):
    """One of these documents of JSON, with up to five values in it replaced, renamed, moved, doubled or wrapped."""
    tree = [json.loads(draw(st.sampled_from(bodies)))]
    for _ in range(draw(st.integers(1, 5))):
        holders = list(containers(tree))
        holder = draw(st.sampled_from(holders))
        if isinstance(holder, dict) and draw(st.booleans()):
            holder[draw(KEYS)] = draw(VALUES)
        elif holder:
            key = draw(st.sampled_from(range(len(holder)) if isinstance(holder, list) else sorted(holder)))
            holder[key] = changed(draw, holder[key], holders)
    return json.dumps(tree[0]).encode()


def changed(draw, value, holders):
    """Another value, the same wrapped, or one that stands elsewhere; copied, so that nothing holds itself."""
    kind = draw(st.integers(0, 4))
    if kind == 0:
        return [value, value]
    if kind == 1:
        return {draw(KEYS): value}
    if kind == 2:
        return json.loads(json.dumps(draw(st.sampled_from(holders[1:] or [None]))))
    return draw(VALUES)


def containers(value):
    if isinstance(value, dict | list):
        yield value
        for each in value.values() if isinstance(value, dict) else value:
            yield from containers(each)


PARSER = etree.XMLParser(collect_ids=False)
XML_TEXTS = TEXTS.map(lambda text: "".join(sign for sign in text if sign.isprintable() or sign == "\n"))


@st.composite
def other_xml(draw, bodies):
    """One of these documents of XML, with up to five elements changed, taken out, doubled, moved or renamed."""
    # Ids are not collected: an element that stands twice has its id twice.
    root = etree.fromstring(draw(st.sampled_from(bodies)), PARSER)
    for _ in range(draw(st.integers(1, 5))):
        elements = [each for each in root.iter() if isinstance(each.tag, str)]
        draw(st.sampled_from([attribute, text, gone, twice, moved, renamed]))(
            draw, draw(st.sampled_from(elements)), elements
        )
    return etree.tostring(root)


def attribute(draw, element, elements):
    names = sorted({name for each in elements for name in each.attrib})
    name = draw(st.sampled_from(sorted(element.attrib) or names or ["n"]))
    element.set(name, draw(st.one_of(XML_TEXTS, st.sampled_from(["#c1", "#nowhere", "#", "a b", "#a #b"]))))


def text(draw, element, _elements):
    element.text = draw(st.none() | XML_TEXTS)


def gone(_draw, element, _elements):
    if element.getparent() is not None:
        element.getparent().remove(element)


def twice(draw, element, elements):
    parent = draw(st.sampled_from(elements))
    parent.append(etree.fromstring(etree.tostring(element, with_tail=False), PARSER))


def moved(draw, element, elements):
    parent = draw(st.sampled_from(elements))
    if element.getparent() is not None and element not in {parent, *parent.iterancestors()}:
        parent.append(element)


def renamed(draw, element, elements):
    element.tag = draw(st.sampled_from(["div", "{urn:x}y", *sorted({each.tag for each in elements})]))
