"""Sources as schema.org CreativeWorks, and the words quoted from them."""

from collections.abc import Mapping

from factcheck import CopyOf, FactCheck, Quotation, Source

from .agents import Agents
from .nodes import Node, date, inexact, node, one_or_list
from .vocabulary import GENRES, SOURCES


class Works:
    """The sources of one fact-check as nodes, by their ids."""

    def __init__(self, fact_check: FactCheck, agents: Agents) -> None:
        self._agents = agents.brief
        self._brief = {source.id: _brief(source, fact_check.iri(source.id)) for source in fact_check.sources}
        self.full: Mapping[str, Node] = {source.id: self._described(source) for source in fact_check.sources}

    def quoted(self, identifier: str, quotation: Node) -> Node:
        """The source with the words from it, where something is said of them."""
        work = self.full[identifier]
        return {**work, "hasPart": quotation} if len(quotation) > 1 else work

    def noted(self, identifier: str, note: Node | None) -> Node:
        """The source with a note on the whole of it."""
        work = self.full[identifier]
        notes = [each for each in (work.get("comment"), note) if each]
        return {**work, "comment": one_or_list(notes)} if note else work

    def _described(self, source: Source) -> Node:
        return self._brief[source.id] | node(
            description=source.description,
            genre=GENRES.get(source.kind),
            archivedAt=source.archived_url,
            inLanguage=source.language,
            author=one_or_list([self._agents[author] for author in source.authors]),
            publisher=self._agents[source.publisher] if source.publisher else None,
            datePublished=date(source.published),
            temporal=inexact(source.published),
            dateModified=date(source.modified),
            license=source.licence,
            encoding=node("TextObject", sha256=source.checksum.removeprefix("sha256:")) if source.checksum else None,
            **(self._copied(source.copy_of) if source.copy_of else {}),
        )

    def _copied(self, copy: CopyOf) -> Node:
        relation = "translationOfWork" if copy.kind == "translated" else "isBasedOn"
        return {"keywords": copy.kind, relation: self._brief[copy.source], "comment": comment(copy.note)}


def _brief(source: Source, iri: str) -> Node:
    described = None if source.title else source.description
    return node(SOURCES[source.kind], iri, name=source.title, description=described, url=source.url)


def quotation_node(quotation: Quotation | None, identifier: str | None, **properties: object) -> Node:
    """Words quoted, with what more there is to say of them."""
    if quotation is None:
        return node("Quotation", identifier, **properties)
    spoken = node("Quotation", inLanguage=quotation.translated_from) if quotation.translated_from else None
    return node(
        "Quotation",
        identifier,
        text=quotation.exact,
        inLanguage=quotation.language,
        translationOfWork=spoken,
        **properties,
    )


def comment(text: str | None) -> Node | None:
    """A note of the desk."""
    return node("Comment", text=text) if text else None
