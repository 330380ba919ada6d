"""Sources as schema.org CreativeWorks, and the words quoted from them."""

from collections.abc import Mapping
from functools import cached_property

from factcheck import CopyOf, FactCheck, Quotation, Source

from .agents import Agents
from .nodes import Node, one_or_list, put_modified, put_published, those
from .vocabulary import GENRES, SOURCES


class Works:
    """The sources of one fact-check as nodes, by their ids."""

    def __init__(self, fact_check: FactCheck, base: str, agents: Agents) -> None:
        self._sources, self._base, self._agents = fact_check.sources, base, agents.brief
        self.full = {source.id: self._described(source) for source in self._sources}

    def quoted(self, identifier: str, quotation: Node) -> Node:
        """The source with the words from it, where something is said of them."""
        work = self.full[identifier]
        return {**work, "hasPart": quotation} if len(quotation) > 1 else work

    def noted(self, identifier: str, note: str | None) -> Node:
        """The source with a note on the whole of it."""
        work = self.full[identifier]
        if not note:
            return work
        notes = [work["comment"], comment(note)] if "comment" in work else [comment(note)]
        return {**work, "comment": one_or_list(notes)}

    def _described(self, source: Source) -> Node:  # noqa: C901  # a branch for each property that may be missing
        told, node = source.__dict__, _brief(source, self._base)
        if description := told["description"]:
            node["description"] = description
        if genre := GENRES.get(told["kind"]):
            node["genre"] = genre
        if archived := told["archived_url"]:
            node["archivedAt"] = archived
        if language := told["language"]:
            node["inLanguage"] = language
        if authors := told["authors"]:
            node["author"] = those(self._agents, authors)
        if publisher := told["publisher"]:
            node["publisher"] = self._agents[publisher]
        if published := told["published"]:
            put_published(node, published)
        if modified := told["modified"]:
            put_modified(node, modified)
        if licence := told["licence"]:
            node["license"] = licence
        if checksum := told["checksum"]:
            node["encoding"] = {"@type": "TextObject", "sha256": checksum.removeprefix("sha256:")}
        if copy := told["copy_of"]:
            self._put_copied(node, copy)
        return node

    def _put_copied(self, node: Node, copy: CopyOf) -> None:
        node["keywords"] = copy.kind
        relation = "translationOfWork" if copy.kind == "translated" else "isBasedOn"
        node[relation] = self._brief[copy.source]
        if copy.note:
            node["comment"] = comment(copy.note)

    @cached_property
    def _brief(self) -> Mapping[str, Node]:
        return {source.id: _brief(source, self._base) for source in self._sources}


def _brief(source: Source, base: str) -> Node:
    told = source.__dict__
    node = {"@type": SOURCES[told["kind"]], "@id": base + told["id"]}
    if title := told["title"]:
        node["name"] = title
    elif description := told["description"]:
        node["description"] = description
    if url := told["url"]:
        node["url"] = url
    return node


def quotation_node(quotation: Quotation | None, identifier: str | None) -> Node:
    """Words quoted."""
    node: Node = {"@type": "Quotation"}
    if identifier:
        node["@id"] = identifier
    if quotation:
        node["text"] = quotation.exact
        if language := quotation.language:
            node["inLanguage"] = language
        if spoken := quotation.translated_from:
            node["translationOfWork"] = {"@type": "Quotation", "inLanguage": spoken}
    return node


def comment(text: str) -> Node:
    """A note of the desk."""
    return {"@type": "Comment", "text": text}
