"""What a fact-check is as a whole: out of the header, and the article out of the text."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import chain

from lxml import etree

from factcheck import Policies
from factcheck.drafts import Found, Part, Value, part

from .addresses import identifier, is_web, licence, link_of
from .agents import People
from .annotations import Annotations
from .dates import date, date_of, when
from .document import Document
from .leaves import NODE, Leaf
from .sources import BIBLS
from .xml import LANG, child, children, descend, tag_of, tidy

_DESCRIBED = (*BIBLS, "biblFull", "listBibl", "listWit", "msDesc", "recordingStmt", "scriptStmt")
_PARAGRAPH = "\n\n"
_BLOCKS = ("p", "ab", "head", "l", "item", "quote", "note")
_REPEATED = ("claim", "claims", "corrections", "sources")
_AUTHOR = re.compile(r"author|written by|fact-?checker|fact-?checked by", re.IGNORECASE)
_REVIEWER = re.compile(r"review(?:er|ed by|ing editor)", re.IGNORECASE)
_CORRECTED = re.compile(r"correct(?:ion|ed)s?", re.IGNORECASE)


def head(
    document: Document, people: People, annotations: Annotations, language: str
) -> dict[str, "Found[Leaf] | None"]:
    """The fields of the fact-check itself; `language` is the one to take where the document says none."""
    described = descend(document.header, "fileDesc")
    titles, published = child(described, "titleStmt"), child(described, "publicationStmt")
    abstract = descend(document.header, "profileDesc", "abstract")
    url = identifier(document, published, "URL")
    return {
        "id": identifier(document, published, "IRI") or identifier(document, published, "URI") or _from(url),
        "url": url,
        "headline": _headline(document, titles),
        "summary": _paragraphs(document, children(abstract, "p", "ab")) or document.words(abstract),
        "body": _article(document),
        "language": _language(document, language),
        "published": date_of(document, published, "published") or date_of(document, published, None),
        "modified": date_of(document, published, "modified"),
        "publisher": people.mention(_publisher(published)),
        "authors": [
            *(found for author in children(titles, "author") if (found := people.mention(author))),
            *([] if document.exact else _responsible(document, people, titles, _AUTHOR)),
        ],
        "reviewers": list(_responsible(document, people, titles, _REVIEWER)),
        "licence": licence(document, published),
        "policies": _policies(document, published),
        "corrections": list(_corrections(document, annotations)),
    }


def _from(url: Value[Leaf] | None) -> Value[Leaf] | None:
    """An address as an identifier: without its fragment."""
    return Value(url.text.partition("#")[0], url.places) if url and is_web(url.text) else None


def _headline(document: Document, titles: etree._Element | None) -> Value[Leaf] | None:
    found = children(titles, "title")
    main = next((title for title in found if title.get("type") == "main"), None)
    words = document.words(main)
    if words and main is not None:
        return words.by(Leaf(main, "type")) if len(found) > 1 else words
    return document.words(found[0]) if found else None


def _publisher(published: etree._Element | None) -> etree._Element | None:
    """The publisher; one that is there for the schema's sake is empty."""
    publisher = child(published, "publisher")
    return publisher if publisher is not None and (len(publisher) or publisher.text) else None


def _responsible(
    document: Document, people: People, titles: etree._Element | None, resp: re.Pattern[str]
) -> Iterator[Value[Leaf]]:
    """Those who did what these words say."""
    for statement in children(titles, "respStmt"):
        if resp.fullmatch(tidy(document.text(child(statement, "resp")))):
            found = people.responsible(statement)
            if found:
                yield found


def _policies(document: Document, published: etree._Element | None) -> Part[Leaf] | None:
    pointers = {
        pointer.get("subtype"): pointer for pointer in reversed(children(published, "ptr", "ref", kind="policy"))
    }
    found = dict[str, Found[Leaf] | None]()
    for name in Policies.model_fields:
        value = link_of(document, published, "policy", name) if name in pointers else None
        if value:
            found[name] = value.by(Leaf(pointers[name], "subtype"))
    return part(found) if found else None


def _language(document: Document, given: str) -> Value[Leaf]:
    for element in (document.root, child(document.root, "text"), *document.root.iterancestors()):
        value = document.attribute(element, LANG)
        if value:
            return value
    used = children(descend(document.header, "profileDesc", "langUsage"), "language")
    value = document.attribute(used[0], "ident") if len(used) == 1 else None
    if value is None and not given:
        document.note("tei-no-language", "nothing says in which language this is", document.root, stood="", made="und")
    return value or Value(given or "und")


def _article(document: Document) -> Value[Leaf] | None:
    """The article: the div of that type, else every paragraph of a body that is no transcript of some source."""
    body = descend(document.root, "text", "body")
    article = child(body, "div", kind="article")
    if article is not None or document.exact:
        found = _paragraphs(document, children(article, "p"))
        return found.by(Leaf(article, "type")) if found and article is not None else None
    described = descend(document.header, "fileDesc", "sourceDesc")
    if children(described, *_DESCRIBED):
        return None
    return _paragraphs(document, list(_blocks(body)))


def _blocks(body: etree._Element | None) -> Iterator[etree._Element]:
    """The outermost paragraphs and the like, in their order."""
    waiting = [] if body is None else [body]
    while waiting:
        element = waiting.pop()
        if tag_of(element) in _BLOCKS:
            yield element
        elif not (tag_of(element) == "div" and element.get("type") in _REPEATED):
            waiting.extend(inner for inner in reversed(element) if isinstance(inner.tag, str))


def _paragraphs(document: Document, elements: list[etree._Element]) -> Value[Leaf] | None:
    """The words of these with a blank line between two of them."""
    said = [document.words(element) for element in elements]
    if not any(said):
        return None
    kept = said if document.exact else filter(None, said)
    words = _PARAGRAPH.join(each.text if each else "" for each in kept)
    empty = (Leaf(element, NODE) for element, each in zip(elements, said, strict=True) if not each)
    return Value(words, (*chain.from_iterable(each.places for each in said if each), *empty))


def _corrections(document: Document, annotations: Annotations) -> Iterator[Part[Leaf]]:
    """The published corrections, the oldest first; in documents of others, those changes that say so."""
    parts = {*annotations.of("claims"), *annotations.of("verdicts")}
    for change in reversed(children(child(document.header, "revisionDesc"), "change")):
        if not (document.exact or _is_correction(document, parts, change)):
            continue
        text = child(change, "p")
        yield part(
            {
                "id": document.identified(change, "correction"),
                "published": date(document, child(change, "date")) or when(change),
                "text": document.words(text if text is not None or document.exact else change),
                "parts": document.references(change, "target"),
            },
            *(Leaf(change, said) for said in ("type", "status") if _CORRECTED.fullmatch(change.get(said, ""))),
        )


def _is_correction(document: Document, parts: AbstractSet[etree._Element], change: etree._Element) -> bool:
    """Whether a change says that it is one, or leads to one of these parts."""
    said = (change.get("type", ""), change.get("status", ""))
    return any(map(_CORRECTED.fullmatch, said)) or not parts.isdisjoint(document.pointed(change, "target"))
