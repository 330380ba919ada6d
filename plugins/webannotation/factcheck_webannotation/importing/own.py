"""A collection that we wrote as the fact-check that it was written of: by the tables that it was written by."""

from collections.abc import Iterator
from typing import Any

from factcheck.drafts import Found, Part, Value, part
from factcheck.strict_json import escaped
from factcheck_webannotation import terms, vocabulary
from factcheck_webannotation.pointers import Pointer
from factcheck_webannotation.terms import Kind, Table, Term

from .nodes import Node

Object = dict[str, Any]

_KINDS = {"Person": "person", "Organization": "organisation", "Group": "collective"}
_NATURES = {"Organization": "organisation", "Group": "group"}


def is_own(data: Object) -> bool:
    """Whether a collection has the context that we write."""
    contexts = data.get("@context")
    said = [each for each in contexts if isinstance(each, dict)] if isinstance(contexts, list) else []
    is_whole = data.get("type") == "AnnotationCollection" and isinstance(data.get("id"), str)
    return is_whole and any(each.get("factcheck") == vocabulary.NAMESPACE for each in said)


class Own:
    """Reads one collection."""

    def __init__(self, collection: Node) -> None:
        self._collection = collection
        self._base = f"{collection.data['id']}#"

    def fact_check(self) -> Part[Pointer]:
        """What the model is to be made of."""
        claims, verdicts = self._annotations()
        data = self._fields(self._collection, terms.FACT_CHECK)
        data["id"] = Value(self._collection.data["id"], (f"{self._collection.pointer}/id",))
        agents = [self._agent(each) for each in self._collection.nodes("mentions")]
        return part({**data, "agents": agents, "claims": claims, "verdicts": verdicts})

    def _annotations(self) -> tuple[list[Part[Pointer]], list[Part[Pointer]]]:
        claims, verdicts = dict[str, Part[Pointer]](), dict[str, Part[Pointer]]()
        items = list(self._items())
        for item in items:
            kind, identifier = item.data.get("motivation"), str(item.data.get("id"))
            if kind == vocabulary.CLAIM:
                claims.setdefault(identifier, self._claim(item))
            elif kind == vocabulary.VERDICT:
                verdicts.setdefault(identifier, self._verdict(item))
        for item in items:
            if item.data.get("motivation") == vocabulary.APPEARANCE:
                of = item.node("body", "purpose", "identifying").data.get("source")
                self._add(claims.get(str(of)), "appearances", self._appearance(item))
            elif item.data.get("motivation") == vocabulary.EVIDENCE:
                of = item.node("body", "purpose", "linking").data.get("source")
                self._add(verdicts.get(str(of)), "evidence", self._evidence(item))
        return list(claims.values()), list(verdicts.values())

    def _items(self) -> Iterator[Node]:
        pages = [*self._collection.nodes("first"), *self._collection.nodes("@included")]
        return (item for page in pages for item in page.nodes("items"))

    def _add(self, to: Part[Pointer] | None, field: str, found: Part[Pointer]) -> None:
        if to is not None:
            held = to.fields.setdefault(field, [])
            if isinstance(held, list):
                held.append(found)

    def _claim(self, item: Node) -> Part[Pointer]:
        return part({"id": self._id(item), **self._fields(item.node("body", "purpose", "describing"), terms.CLAIM)})

    def _appearance(self, item: Node) -> Part[Pointer]:
        return part({"id": self._id(item), **self._place(item), **self._fields(item, terms.APPEARANCE)})

    def _verdict(self, item: Node) -> Part[Pointer]:
        fields = {"id": self._id(item), **self._fields(item, terms.VERDICT)}
        fields["claim"] = self._one(next(item.nodes("target"), Node({}, item.pointer)), "source", Kind.PART)
        fields["rating"] = self._one(item.node("body", "purpose", "classifying"), "source", Kind.PART)
        fields["explanation"] = self._one(item.node("body", "purpose", "assessing"), "value")
        return part(fields)

    def _evidence(self, item: Node) -> Part[Pointer]:
        stance = self._one(item.node("body", "purpose", "tagging"), "value")
        note = self._one(item.node("body", "purpose", "commenting"), "value")
        return part({"id": self._id(item), **self._place(item), "stance": stance, "note": note})

    def _place(self, item: Node) -> dict[str, Found[Pointer] | None]:
        """The source that an annotation is on, and the words there."""
        on = next(item.nodes("target"), Node({}, item.pointer))
        quotation = part(
            {
                **self._fields(on, terms.QUOTATION),
                **self._fields(on.node("selector", "type", "TextQuoteSelector"), terms.QUOTE),
                **self._fields(on.node("selector", "type", "TextPositionSelector"), terms.POSITION),
            }
        )
        return {"source": self._one(on, "describedBy", Kind.PART), "quotation": quotation if quotation.fields else None}

    def _agent(self, node: Node) -> Part[Pointer]:
        kind, place = str(node.data.get("type")), f"{node.pointer}/type"
        fields = self._fields(node, terms.AGENT)
        if "name" in fields:
            return part({**fields, "kind": Value(_KINDS.get(kind, kind), (place,))})
        nature = Value(_NATURES[kind], (place,)) if kind in _NATURES else None
        return part({**fields, "kind": Value("unnamed", (place,)), "nature": nature})

    def _id(self, item: Node) -> Found[Pointer] | None:
        """The id of a part; none where it was made up, which a full stop tells."""
        found = self._one(item, "id", Kind.PART)
        return None if isinstance(found, Value) and "." in found.text else found

    def _one(self, node: Node, key: str, kind: Kind = Kind.PLAIN) -> Found[Pointer] | None:
        found = self._fields(node, (Term(key, key, kind),))
        return found.get(key)

    def _fields(self, node: Node, table: Table) -> dict[str, Found[Pointer]]:
        """What an object says under the keys of a table."""
        made = dict[str, Found[Pointer]]()
        for term in table:
            value, place = node.data.get(term.key), f"{node.pointer}/{escaped(term.key)}"
            if isinstance(value, list):
                made[term.field] = [self._value(each, f"{place}/{index}", term) for index, each in enumerate(value)]
            elif value is not None:
                found = self._value(value, place, term)
                # A processor of JSON-LD may write a list of one without its brackets.
                made[term.field] = [found] if term.many else found
        return made

    def _value(self, value: Any, place: str, term: Term) -> Found[Pointer]:
        if isinstance(value, dict):
            if term.kind is Kind.OBJECT:
                return part(self._fields(Node(value, place), term.table))
            return part({key: Value(each, (f"{place}/{escaped(key)}",)) for key, each in value.items()})
        if term.kind is Kind.PART and isinstance(value, str):
            return Value(value.removeprefix(self._base), (place,))
        return Value(value, (place,))
