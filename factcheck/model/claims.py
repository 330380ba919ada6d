"""Claims: what was asserted, by whom, where it stands, and through whom it got there."""

from typing import Literal

from pydantic import Field

from .agents import Place, Topic
from .base import AgentId, AgentOrSourceId, ClaimId, Language, Line, LocalId, Part, SourceId, Text, Truth, Url
from .dates import Date
from .sources import Quotation


class Relay(Part):
    """One link in the chain from the claimant to a page."""

    by: AgentOrSourceId = Field(description="Id of the agent or source that passed the words on.")
    verb: Line = Field(description="The reporting verb: 'said', 'quoted', 'carried'.")


class Appearance(Part):
    """A source that a claim stands in, the words there, and the chain of relays that brought them."""

    id: LocalId | None = Field(default=None, description="Short id, where something refers to this appearance.")
    source: SourceId = Field(description="Id of the source that the claim stands in.")
    quotation: Quotation | None = Field(default=None, description="The words there.")
    first: Truth = Field(default=False, description="True where this is the first appearance of the claim.")
    attributed_to: Line | None = Field(default=None, description="How that page names the claimant: 'senior official'.")
    rendering: tuple[Literal["whole", "part", "altered", "translated", "paraphrased"], ...] = Field(
        default=(), description="How that page renders the claimant's words."
    )
    relays: tuple[Relay, ...] = Field(default=(), description="From the claimant outwards, each who passed it on.")


class ClaimRelation(Part):
    """How a claim bears on another one."""

    kind: Literal["denies", "contradicts", "supports", "repeats", "narrows", "translates"] = Field(
        description="What this claim does to the other."
    )
    claim: ClaimId = Field(description="Id of the other claim.")
    note: Text | None = Field(default=None, description="In what.")


class Media(Part):
    """An image, a video or a recording that a claim is about.

    The authenticity categories are schema.org's MediaManipulationRatingEnumeration.
    """

    kind: Literal["image", "video", "audio"] = Field(description="What it is.")
    url: Url | None = Field(default=None, description="Where it was seen.")
    description: Text | None = Field(default=None, description="What it shows.")
    authenticity: (
        Literal["original", "missing-context", "edited-or-cropped", "transformed", "staged", "satire-or-parody"] | None
    ) = Field(default=None, description="What the desk found it to be.")
    original: Url | None = Field(default=None, description="Where the unaltered original stands.")
    original_context: Text | None = Field(default=None, description="What the original shows, and when and where.")


class Claim(Part):
    """What somebody asserted."""

    id: LocalId = Field(description="Short id, unique in the fact-check: `c1`.")
    text: Text = Field(description="The claim in one sentence, as the desk words it.")
    language: Language | None = Field(default=None, description="Its language, where not the fact-check's.")
    claimants: tuple[AgentId, ...] = Field(default=(), description="Ids of those who asserted it; none where unknown.")
    made: Date | None = Field(default=None, description="When it was made, as far as known.")
    place: Place | None = Field(default=None, description="Where it was made.")
    occasion: Line | None = Field(default=None, description="On what occasion: 'a news briefing'.")
    interpreted_by: AgentId | None = Field(
        default=None, description="Id of whoever put it into these words, where the claimant only implied it."
    )
    appearances: tuple[Appearance, ...] = Field(default=(), description="Where it stands.")
    relations: tuple[ClaimRelation, ...] = Field(default=(), description="How it bears on other claims.")
    about: tuple[Topic, ...] = Field(default=(), description="What it is about.")
    media: tuple[Media, ...] = Field(default=(), description="Images, videos and recordings that it is about.")
