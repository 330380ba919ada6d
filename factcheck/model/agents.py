"""Who speaks, reports, publishes and checks; and the places and things that are spoken of."""

from typing import Literal, Self

from pydantic import Field, model_validator

from .base import AgentId, Line, LocalId, Part, Url


class Agent(Part):
    """A person, an organisation, a collective without legal form, or somebody who is not named."""

    id: LocalId = Field(description="Short id, unique in the fact-check; claims and verdicts refer to it.")
    kind: Literal["person", "organisation", "collective", "unnamed"] = Field(
        description="`collective` is a group such as a movement; `unnamed` is a source that nobody names."
    )
    name: Line | None = Field(default=None, description="The name; required, except that an unnamed agent has none.")
    description: Line | None = Field(
        default=None, description="Who this is, in words; required of an unnamed agent: 'senior Taliban commander'."
    )
    nature: Literal["group", "organisation"] | None = Field(
        default=None,
        description="What an unnamed agent is, where it is not one person: `group` for 'Afghan experts', "
        "`organisation` for 'a newspaper in the Gulf'.",
    )
    alternative_names: tuple[Line, ...] = Field(default=(), description="Other names and other spellings.")
    same_as: tuple[Url, ...] = Field(
        default=(), description="Pages that identify the same agent: Wikidata and the like."
    )
    url: Url | None = Field(default=None, description="The agent's own page.")
    job_title: Line | None = Field(default=None, description="The office held at the time of the claim.")
    affiliation: AgentId | None = Field(default=None, description="Id of the agent that this one speaks or works for.")

    @model_validator(mode="after")
    def _named_or_described(self) -> Self:
        if self.kind == "unnamed":
            if self.name or self.alternative_names:
                raise ValueError("an unnamed agent has no name: move it to `description`, or change the kind")
            if not self.description:
                raise ValueError("an unnamed agent needs a `description`, such as 'senior official'")
        elif not self.name:
            raise ValueError(f"this {self.kind} needs a `name`; use kind `unnamed` where nobody gives one")
        if self.nature and self.kind != "unnamed":
            raise ValueError("`nature` is for unnamed agents; a named group is a `collective`")
        if self.job_title or self.affiliation:
            if "organisation" in (self.kind, self.nature):
                raise ValueError("`job_title` and `affiliation` are for persons, not for an organisation")
            if self.kind == "collective":
                raise ValueError("`job_title` and `affiliation` are for persons, not for a collective")
        return self


class Topic(Part):
    """A thing that is spoken of, under all its names."""

    name: Line = Field(description="The name to show.")
    alternative_names: tuple[Line, ...] = Field(default=(), description="Other names for the same thing.")
    same_as: tuple[Url, ...] = Field(default=(), description="Pages that identify it: Wikidata and the like.")


class Place(Part):
    """Where something was said."""

    name: Line = Field(description="The name of the place.")
    same_as: tuple[Url, ...] = Field(default=(), description="Pages that identify it: Wikidata, GeoNames and the like.")
