"""Agents: listPerson and listOrg, and whoever is only named where something is signed."""

from collections.abc import Iterator

from lxml import etree

from factcheck.drafts import Found, Part, Value, part, plain

from .addresses import is_web, page, same_as
from .document import Document
from .leaves import Leaf
from .topics import named
from .xml import child, children, tag_of, tidy

_AGENTS = ("person", "personGrp", "org")
_NAMES = ("persName", "orgName", "name")
_MENTIONS = (*_NAMES, "rs")
_NATURES = {"personGrp": "group", "org": "organisation"}
_BODIES = ("organisation", "collective")
_KINDS = {"persName": "person", "orgName": "organisation", "publisher": "organisation"}
"""What somebody is who is only named, by the element that names them; a plain author may be a person or a body."""


class People:
    """The agents of a document: those that it lists, and those whom it only names."""

    def __init__(self, document: Document) -> None:
        self._document = document
        listed = document.all(*_AGENTS)
        self._listed = {element: _called(document, element) for element in listed}
        self._mentioned: dict[tuple[str, str], Part[Leaf]] = {}

    def agents(self) -> list[Found[Leaf]]:
        """Every agent, those with a place in the order of the model first; ask when all mentions are read."""
        listed = sorted(self._listed, key=_order)
        return [*(_agent(self._document, element) for element in listed), *self._mentioned.values()]

    def mention(self, element: etree._Element | None) -> Value[Leaf] | None:
        """The id of whoever an element names or points to; its words are read where they are a name given elsewhere."""
        if element is None:
            return None
        mention = element if element.get("ref") else child(element, *_MENTIONS)
        mention = element if mention is None else mention
        pointed = self._document.pointed(mention, "ref")
        if len(pointed) != 1:
            return self._named(mention)
        found, words = self._document.reference(mention, "ref"), self._document.words(mention)
        known = words is not None and tidy(words.text) in self._listed.get(pointed[0], ())
        return found.by(*words.places) if found and words and known else found

    def responsible(self, statement: etree._Element) -> Value[Leaf] | None:
        """The id of whoever a respStmt names; what they did counts as read."""
        resp, mentioned = child(statement, "resp"), self.mention(child(statement, *_MENTIONS))
        done = self._document.words(resp)
        return mentioned.by(*done.places) if mentioned and done else mentioned

    def _named(self, mention: etree._Element) -> Value[Leaf] | None:
        """The id of somebody who is named and not listed; nobody, where it is not clear what they are."""
        words, kind = self._document.words(mention), _kind(mention)
        if words is None or kind is None:
            return None
        found = self._mentioned.get((kind, words.text))
        if found is None:
            address = self._document.attribute(mention, "ref")
            words = words.by(Leaf(mention, "type")) if tag_of(mention) == "name" else words
            fields = {"id": Value(self._document.made(mention, kind)), "kind": Value(kind), "name": words}
            pages = [address] if address and is_web(address.text) else []
            found = self._mentioned[kind, words.text] = part({**fields, "same_as": pages})
        return Value(plain(found.fields["id"]), words.places)


def _kind(mention: etree._Element) -> str | None:
    kind = mention.get("type") if tag_of(mention) == "name" else None
    return {"person": "person", "org": "organisation"}.get(kind or "") or _KINDS.get(tag_of(mention))


def _called(document: Document, element: etree._Element) -> frozenset[str]:
    """All that an agent is called."""
    described = children(element, "note", kind="description")
    return frozenset(tidy(document.text(each)) for each in (*children(element, *_NAMES), *described))


def _order(element: etree._Element) -> tuple[int, int]:
    """Those with a number in @sortKey by it; then the others, as they stand."""
    key = element.get("sortKey", "")
    return (0, int(key)) if key.isascii() and key.isdigit() and len(key) < 10 else (1, 0)


def _agent(document: Document, element: etree._Element) -> Part[Leaf]:
    names = children(element, *_NAMES)
    name = next((each for each in names if each.get("type") != "alternative"), None)
    kind = _kind_of(document, element, name)
    return part(
        {
            "id": document.identified(element, tag_of(element)),
            "kind": kind,
            "name": document.words(name),
            "description": _description(document, element),
            "nature": _nature(element) if kind.value == "unnamed" else None,
            "alternative_names": (_other(document, each) for each in names if each is not name),
            "same_as": [*same_as(document, element), *_identified_with(document, element, name)],
            "url": page(document, element),
            **_position(document, element, kind),
        }
    )


def _kind_of(document: Document, element: etree._Element, name: etree._Element | None) -> Value[Leaf]:
    if tag_of(element) != "org":
        return Value("person" if name is not None else "unnamed")
    if name is None:
        return Value("unnamed")
    given = document.attribute(element, "type")
    return given if given and given.text in _BODIES else Value("organisation")


def _nature(element: etree._Element) -> Value[Leaf] | None:
    nature = _NATURES.get(tag_of(element))
    return Value(nature) if nature else None


def _other(document: Document, name: etree._Element) -> Value[Leaf]:
    return named(document, name) if name.get("type") == "alternative" else document.words(name) or Value("")


def _description(document: Document, element: etree._Element) -> Value[Leaf] | None:
    note = child(element, "note", kind="description")
    if note is not None:
        words = document.words(note)
        return words.by(Leaf(note, "type")) if words else None
    return document.words(child(element, "desc"))


def _position(document: Document, element: etree._Element, kind: Value[Leaf]) -> dict[str, Value[Leaf] | None]:
    """The office and the employer of a person; an organisation has neither."""
    if tag_of(element) == "org" or kind.value in _BODIES:
        return {}
    affiliation = child(element, "affiliation")
    return {
        "job_title": document.words(child(element, "occupation")),
        "affiliation": document.reference(affiliation, "ref"),
    }


def _identified_with(document: Document, element: etree._Element, name: etree._Element | None) -> Iterator[Value[Leaf]]:
    """Pages that the agent's element or its name points to."""
    for node, attribute in ((element, "sameAs"), (element, "ref"), (name, "ref")):
        value = document.attribute(node, attribute)
        if value and is_web(value.text):
            yield value
