"""One published fact-check."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from .agents import Agent, Topic
from .base import AgentId, Iri, Language, Line, Part, Text, Url
from .claims import Claim
from .dates import Date
from .ratings import RatingScale
from .references import check_references
from .sources import Source
from .verdicts import Correction, Verdict


class Policies(Part):
    """The publisher's commitments as pages: those that the IFCN code of principles asks for."""

    corrections: Url | None = Field(default=None, description="How errors are corrected.")
    methodology: Url | None = Field(default=None, description="How claims are chosen and checked.")
    funding: Url | None = Field(default=None, description="Who owns and funds the publisher.")
    ethics: Url | None = Field(default=None, description="The code of ethics, non-partisanship included.")
    feedback: Url | None = Field(default=None, description="How readers can object.")


class FactCheck(Part):
    """One published fact-check: its claims, the sources they stand in, the verdicts and their evidence.

    Raises pydantic.ValidationError, which lists every problem at once.
    """

    id: Iri = Field(description="Stable identifier of the fact-check; part `c1` of it is `<id>#c1`.")
    url: Url | None = Field(default=None, description="The page that it is published at.")
    headline: Line = Field(description="Its headline.")
    summary: Text | None = Field(default=None, description="What it found, in a sentence or two.")
    body: Text | None = Field(default=None, description="Its full text; a blank line separates paragraphs.")
    language: Language = Field(description="Its language: `en`, `pt-BR`.")
    published: Date | None = Field(default=None, description="When it was published.")
    modified: Date | None = Field(default=None, description="When it was last changed.")
    publisher: AgentId | None = Field(default=None, description="Id of the agent that publishes it.")
    authors: tuple[AgentId, ...] = Field(default=(), description="Ids of those who wrote it.")
    reviewers: tuple[AgentId, ...] = Field(default=(), description="Ids of those who reviewed it.")
    licence: Url | None = Field(default=None, description="The licence of the fact-check's own text and data.")
    policies: Policies = Field(default=Policies(), description="The publisher's commitments, as pages.")
    topics: tuple[Topic, ...] = Field(default=(), description="What it is about.")
    rating_scale: RatingScale | None = Field(default=None, description="The scale that its verdicts use.")
    agents: tuple[Agent, ...] = Field(default=(), description="Everybody who is referred to.")
    sources: tuple[Source, ...] = Field(default=(), description="Everything that is referred to.")
    claims: Annotated[tuple[Claim, ...], Field(min_length=1, description="What is checked.")]
    verdicts: tuple[Verdict, ...] = Field(default=(), description="What was found.")
    corrections: tuple[Correction, ...] = Field(default=(), description="Published corrections, the oldest first.")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        check_references(self)
        return self

    def iri(self, part: str) -> str:
        """The stable IRI of the part with this id."""
        return f"{self.id}#{part}"
