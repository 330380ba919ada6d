"""Reads the TEI that the exporter writes back into a fact-check: the proof that nothing of it gets lost."""

from lxml import etree

from factcheck import FactCheck

_TEI = "{http://www.tei-c.org/ns/1.0}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_AGENT_TAGS = ("person", "personGrp", "org")


def read(document: bytes) -> FactCheck:
    """The fact-check that was exported as this document."""
    return FactCheck.model_validate(_Reader(etree.fromstring(document)).fact_check())


class _Reader:
    def __init__(self, root):
        self.root = root
        self.header, self.stand_off, self.text = (
            root.find(f"{_TEI}{tag}") for tag in ("teiHeader", "standOff", "text")
        )
        self.by_id = {element.get(f"{_XML}id"): element for element in root.iter(f"{_TEI}*")}

    def fact_check(self):
        titles, published = self.of_header("titleStmt"), self.of_header("publicationStmt")
        publisher = published.find(f"{_TEI}publisher")[:]
        return {
            "id": words(child(published, "idno", "IRI")),
            "url": words(child(published, "idno", "URL")),
            "headline": words(child(titles, "title")),
            "summary": words(self.of_header("abstract")),
            "body": self.body(),
            "language": self.root.get(f"{_XML}lang"),
            "published": words(child(published, "date", "published")),
            "modified": words(child(published, "date", "modified")),
            "publisher": refers(publisher[0]) if publisher else None,
            "authors": [refers(author[0]) for author in titles.iterfind(f"{_TEI}author")],
            "reviewers": responsible(titles),
            "licence": licence(published),
            "policies": {policy.get("subtype"): link(policy) for policy in published if policy.get("type") == "policy"},
            "topics": [topic(item) for item in self.header.iter(f"{_TEI}item")],
            "rating_scale": self.rating_scale(),
            "agents": self.agents(),
            "sources": [source(bibl) for bibl in self.listed("listBibl")],
            "claims": [self.claim(annotation) for annotation in self.annotations("claims")],
            "verdicts": [self.verdict(annotation) for annotation in self.annotations("verdicts")],
            "corrections": self.corrections(),
        }

    def of_header(self, tag):
        return next(self.header.iter(f"{_TEI}{tag}"), None)

    def listed(self, tag):
        return [item for group in self.stand_off.iterfind(f"{_TEI}{tag}") for item in group]

    def annotations(self, kind, *, of=None):
        groups = self.stand_off.iterfind(f"{_TEI}listAnnotation")
        found = [item for group in groups if group.get("type") == kind for item in group]
        return [item for item in found if of is None or item.find(f"{_TEI}ptr").get("target") == f"#{of}"]

    def pointed(self, element, kind):
        """The words that this pointer leads to."""
        pointer = child(element, "ptr", kind)
        return None if pointer is None else words(self.by_id[pointer.get("target")[1:]])

    def body(self):
        article = child(self.text[0], "div", "article")
        return None if article is None else "\n\n".join(words(paragraph) for paragraph in article)

    def rating_scale(self):
        taxonomy = self.of_header("taxonomy")
        if taxonomy is None:
            return None
        bibl = child(taxonomy, "bibl")
        worst, _, best = taxonomy.get("n", "..").partition("..")
        return {
            "worst": float(worst) if worst else None,
            "best": float(best) if best else None,
            "name": None if bibl is None else words(child(bibl, "title")),
            "url": None if bibl is None else linked(bibl, "url"),
            "ratings": [
                {
                    "id": category.get(f"{_XML}id"),
                    "number": category.get("n") and float(category.get("n")),
                    "category": category.get("ana", "").removeprefix("#category.") or None,
                    "names": localised(category, "term"),
                    "definition": localised(category, "gloss") or None,
                }
                for category in taxonomy.iterfind(f"{_TEI}category")
            ],
        }

    def agents(self):
        agents = [*self.listed("listPerson"), *self.listed("listOrg")]
        return [agent(element) for element in sorted(agents, key=lambda element: int(element.get("sortKey")))]

    def claim(self, annotation):
        identifier = annotation.get(f"{_XML}id")
        head = self.by_id[annotation.get("target")[1:]]
        event = self.by_id.get(f"{identifier}.event")
        asserted = self.relations("asserts", passive=identifier)
        return {
            "id": identifier,
            "text": words(head),
            "language": head.get(f"{_XML}lang"),
            "claimants": pointers(asserted[0].get("active")) if asserted else [],
            "made": None if event is None else words(child(child(event, "desc"), "date")),
            "place": self.place(event),
            "occasion": None if event is None else words(child(event, "label")),
            "interpreted_by": next(iter(responsible(annotation)), None),
            "appearances": [self.appearance(item) for item in self.annotations("appearances", of=identifier)],
            "relations": [
                {"kind": item.get("name"), "claim": item.get("passive")[1:], "note": words(child(item, "desc"))}
                for item in self.relations(active=identifier)
            ],
            "about": [topic(note) for note in children(annotation, "note", "about")],
            "media": [media(note[0]) for note in children(annotation, "note", "media")],
        }

    def relations(self, name=None, *, active=None, passive=None):
        kind = "claims" if name is None else "attribution"
        groups = [group for group in self.stand_off.iterfind(f"{_TEI}listRelation") if group.get("type") == kind]
        return [
            relation
            for group in groups
            for relation in group
            if name in (None, relation.get("name"))
            and (active is None or relation.get("active") == f"#{active}")
            and (passive is None or relation.get("passive") == f"#{passive}")
        ]

    def place(self, event):
        if event is None or event.get("where") is None:
            return None
        element = self.by_id[event.get("where")[1:]]
        return {"name": words(element[0]), "same_as": [words(page) for page in children(element, "idno", "sameAs")]}

    def appearance(self, annotation):
        said = pointers(annotation.get("ana"))
        identifier = annotation.get(f"{_XML}id")
        return {
            "id": own(identifier),
            "source": refers(annotation, "source"),
            "quotation": self.quotation(annotation),
            "first": "appearance.first" in said,
            "attributed_to": words(child(annotation, "note", "attribution")),
            "rendering": [value.removeprefix("rendering.") for value in said if value.startswith("rendering.")],
            "relays": [
                {"by": refers(item, "active"), "verb": words(child(item, "desc"))}
                for item in self.relations("relays", passive=identifier)
            ],
        }

    def quotation(self, annotation):
        block = self.by_id.get(f"{annotation.get(f'{_XML}id')}.text")
        if block is None:
            return None
        quote, note = child(block, "quote"), child(annotation, "note", "quotation")
        scope = None if note is None else next(note.iter(f"{_TEI}biblScope"), None)
        original = None if note is None else next(note.iter(f"{_TEI}textLang"), None)
        return {
            "exact": words(quote),
            "prefix": words(child(block, "seg", "prefix")),
            "suffix": words(child(block, "seg", "suffix")),
            "start": None if scope is None else int(scope.get("from")),
            "end": None if scope is None else int(scope.get("to")),
            "language": quote.get(f"{_XML}lang"),
            "translated_from": None if original is None else original.get("mainLang"),
        }

    def verdict(self, annotation):
        identifier = annotation.get(f"{_XML}id")
        history = child(annotation, "revisionDesc")
        changes = [] if history is None else list(history)
        published = [change for change in changes if change.get("status") == "published"]
        return {
            "id": identifier,
            "claim": refers(annotation, "target"),
            "rating": refers(annotation, "ana"),
            "explanation": self.pointed(annotation, "explanation"),
            "authors": responsible(annotation),
            "published": words(child(published[0], "date")) if published else None,
            "url": linked(annotation, "url"),
            "confidence": annotation.get("cert") and float(annotation.get("cert")),
            "evidence": [self.evidence(item) for item in self.annotations("evidence", of=identifier)],
            "history": [self.earlier(change) for change in reversed(changes) if change not in published],
        }

    def earlier(self, change):
        return {
            "rating": refers(change, "ana"),
            "explanation": self.pointed(change, "explanation"),
            "published": words(child(change, "date")),
            "correction": refers(change, "corresp"),
        }

    def evidence(self, annotation):
        return {
            "id": own(annotation.get(f"{_XML}id")),
            "source": refers(annotation, "source"),
            "stance": refers(annotation, "ana").removeprefix("stance."),
            "quotation": self.quotation(annotation),
            "note": self.pointed(annotation, "note"),
        }

    def corrections(self):
        revisions = child(self.header, "revisionDesc")
        return [
            {
                "id": change.get(f"{_XML}id"),
                "published": words(child(change, "date")),
                "text": words(child(change, "p")),
                "parts": pointers(change.get("target")),
            }
            for change in reversed([] if revisions is None else list(revisions))
        ]


_NATURES = {"personGrp": "group", "org": "organisation"}


def agent(element):
    names = [*element.iterfind(f"{_TEI}persName"), *element.iterfind(f"{_TEI}orgName")]
    affiliation = child(element, "affiliation")
    named = "person" if names else "unnamed"
    return {
        "id": element.get(f"{_XML}id"),
        "kind": element.get("type", named),
        "name": words(names[0]) if names else None,
        "description": words(child(element, "note", "description")),
        "nature": None if names else _NATURES.get(element.tag.removeprefix(_TEI)),
        "alternative_names": [words(name) for name in names[1:]],
        "same_as": [words(page) for page in children(element, "idno", "sameAs")],
        "url": words(child(element, "idno", "URL")),
        "job_title": words(child(element, "occupation")),
        "affiliation": None if affiliation is None else refers(affiliation),
    }


def source(bibl):
    publisher, language = child(bibl, "publisher"), child(bibl, "textLang")
    checksum = words(child(bibl, "idno", "sha256"))
    copied = child(bibl, "relatedItem", "copyOf")
    return {
        "id": bibl.get(f"{_XML}id"),
        "kind": bibl.get("type"),
        "title": words(child(bibl, "title")),
        "description": words(child(bibl, "note", "description")),
        "url": linked(bibl, "url"),
        "archived_url": linked(bibl, "archived"),
        "publisher": None if publisher is None else refers(publisher[0]),
        "authors": [refers(author[0]) for author in bibl.iterfind(f"{_TEI}author")],
        "published": words(child(bibl, "date", "published")),
        "modified": words(child(bibl, "date", "modified")),
        "accessed": words(child(bibl, "date", "accessed")),
        "language": None if language is None else language.get("mainLang"),
        "licence": licence(bibl),
        "checksum": checksum and f"sha256:{checksum}",
        "copy_of": None
        if copied is None
        else {
            "source": refers(copied, "target"),
            "kind": copied.get("subtype"),
            "note": words(child(bibl, "note", "copyOf")),
        },
    }


def media(bibl):
    return {
        "kind": bibl.get("type"),
        "url": linked(bibl, "url"),
        "description": words(child(bibl, "note", "description")),
        "authenticity": bibl.get("subtype"),
        "original": linked(bibl, "original"),
        "original_context": words(child(bibl, "note", "originalContext")),
    }


def topic(element):
    terms = list(element.iterfind(f"{_TEI}term"))
    return {
        "name": words(terms[0]),
        "alternative_names": [words(term) for term in terms[1:]],
        "same_as": [words(page) for page in children(element, "idno", "sameAs")],
    }


def localised(category, tag):
    described = {item.get(f"{_XML}lang"): words(child(item, tag)) for item in category}
    return {language: text for language, text in described.items() if text is not None}


def words(element):
    """The text of an element, each `g` turned back into the character that it names; None for no element."""
    if element is None:
        return None
    parts = [element.text or ""]
    for inner in element:
        parts.append(chr(int(inner.get("n").removeprefix("U+"), base=16)) if inner.tag == f"{_TEI}g" else words(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


def child(element, tag, kind=None):
    return next(iter(children(element, tag, kind)), None)


def children(element, tag, kind=None):
    return [found for found in element.iterfind(f"{_TEI}{tag}") if kind is None or found.get("type") == kind]


def responsible(element):
    return [refers(statement[1]) for statement in element.iterfind(f"{_TEI}respStmt")]


def link(element):
    """The address that a `ptr` holds, or a `ref` whose content is the address as it was written."""
    return words(element) or element.get("target")


def linked(element, kind):
    found = child(element, "ptr", kind)
    found = child(element, "ref", kind) if found is None else found
    return None if found is None else link(found)


def licence(element):
    found = element.find(f"{_TEI}availability/{_TEI}licence")
    return None if found is None else link(found)


def refers(element, attribute="ref"):
    return element.get(attribute)[1:]


def pointers(value):
    return [pointer[1:] for pointer in (value or "").split()]


def own(identifier):
    """The id that a part has of its own; one that was made for it holds a full stop."""
    return None if "." in identifier else identifier
