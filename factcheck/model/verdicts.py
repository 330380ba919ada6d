"""Verdicts, the evidence they rest on, and the corrections that changed them."""

from typing import Annotated, Literal

from pydantic import Field

from .base import NUMERIC, AgentId, ClaimId, CorrectionId, LocalId, Part, PartId, RatingId, SourceId, Text, Url
from .dates import Date
from .sources import Quotation


class Evidence(Part):
    """What a source says for or against a claim."""

    id: LocalId | None = Field(default=None, description="Short id, where something refers to this evidence.")
    source: SourceId = Field(description="Id of the source.")
    stance: Literal["supports", "refutes", "context"] = Field(description="What it does to the claim.")
    quotation: Quotation | None = Field(default=None, description="The words that say so.")
    note: Text | None = Field(default=None, description="How it bears on the claim.")


class EarlierVerdict(Part):
    """A verdict that no longer stands, kept visible with the correction that replaced it."""

    rating: RatingId = Field(description="Id of the rating it had.")
    explanation: Text | None = Field(default=None, description="The explanation it had.")
    published: Date | None = Field(default=None, description="When it was published.")
    correction: CorrectionId = Field(description="Id of the correction that replaced it.")


class Verdict(Part):
    """A rating of one claim on the publisher's scale, with the reasons and the evidence for it."""

    id: LocalId = Field(description="Short id, unique in the fact-check: `v1`.")
    claim: ClaimId = Field(description="Id of the claim it rates.")
    rating: RatingId = Field(description="Id of a rating of the scale.")
    explanation: Text | None = Field(default=None, description="Why, in a sentence or a few.")
    authors: tuple[AgentId, ...] = Field(
        default=(), description="Ids of who reached it, where not the fact-check's authors."
    )
    published: Date | None = Field(default=None, description="When it was published, where not with the fact-check.")
    url: Url | None = Field(
        default=None, description="Where it stands, where not at the fact-check's url and the claim's id."
    )
    confidence: Annotated[float, Field(ge=0, le=1), NUMERIC] | None = Field(
        default=None, description="How sure the desk is, from 0 to 1."
    )
    evidence: tuple[Evidence, ...] = Field(default=(), description="What it rests on.")
    history: tuple[EarlierVerdict, ...] = Field(default=(), description="Earlier verdicts, the oldest first.")


class Correction(Part):
    """A published change: when, what, and in which parts."""

    id: LocalId = Field(description="Short id, unique in the fact-check: `correction-1`.")
    published: Date = Field(description="When the correction was published.")
    text: Text = Field(description="What was wrong and what changed.")
    parts: tuple[PartId, ...] = Field(default=(), description="Ids of the parts that changed; none for the whole.")
