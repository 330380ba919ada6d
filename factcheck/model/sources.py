"""Sources, and the words in them."""

from typing import Annotated, Literal, Self

from pydantic import Field, NonNegativeInt, model_validator

from .base import NUMERIC, AgentId, Checksum, Language, Line, LocalId, Part, SourceId, Text, Url, Words
from .dates import Date


class Quotation(Part):
    """Words with a place in a source: W3C TextQuoteSelector and TextPositionSelector in one.

    `start` and `end` count Unicode code points of the source's text from 0; `end` is exclusive.
    https://www.w3.org/TR/annotation-model/#selectors
    """

    exact: Words = Field(description="The words quoted, to the character.")
    prefix: Words | None = Field(default=None, description="The words just before, enough to tell the place.")
    suffix: Words | None = Field(default=None, description="The words just after.")
    start: Annotated[NonNegativeInt, NUMERIC] | None = Field(
        default=None, description="Where they begin, in code points from 0."
    )
    end: Annotated[NonNegativeInt, NUMERIC] | None = Field(
        default=None, description="Where they end, in code points; exclusive."
    )
    language: Language | None = Field(default=None, description="Language of the words, where not the source's.")
    translated_from: Language | None = Field(
        default=None, description="Language the words were spoken in, where these are a translation."
    )

    @model_validator(mode="after")
    def _whole_range(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("`start` and `end` stand together or not at all")
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"`end` ({self.end}) must be greater than `start` ({self.start})")
        return self


class CopyOf(Part):
    """That a source repeats another one, and so is no second source."""

    source: SourceId = Field(description="Id of the source that was copied.")
    kind: Literal["syndicated", "reposted", "translated", "excerpted"] = Field(description="How it was copied.")
    note: Text | None = Field(default=None, description="What was changed on the way.")


class Source(Part):
    """An article, document, post, dataset, interview or recording that claims appear in or verdicts rest on."""

    id: LocalId = Field(description="Short id, unique in the fact-check.")
    kind: Literal[
        "article", "wire", "post", "document", "statement", "dataset", "interview", "briefing", "recording",
        "broadcast", "image", "book", "other",
    ] = Field(default="article", description="What it is.")  # fmt: skip
    title: Line | None = Field(default=None, description="Its title, as published.")
    description: Line | None = Field(default=None, description="What it is, in words, where it has no title.")
    url: Url | None = Field(default=None, description="Where it was read.")
    archived_url: Url | None = Field(default=None, description="An archived copy of that page.")
    publisher: AgentId | None = Field(default=None, description="Id of the agent that published it.")
    authors: tuple[AgentId, ...] = Field(default=(), description="Ids of its authors.")
    published: Date | None = Field(default=None, description="When it was published, as far as known.")
    modified: Date | None = Field(default=None, description="When it was last changed, where it says so.")
    accessed: Date | None = Field(default=None, description="When the desk read it.")
    language: Language | None = Field(default=None, description="Its language.")
    licence: Url | None = Field(default=None, description="The licence of its text.")
    checksum: Checksum | None = Field(default=None, description="SHA-256 of the text that was used: `sha256:…`.")
    copy_of: CopyOf | None = Field(default=None, description="What it is a copy of.")
