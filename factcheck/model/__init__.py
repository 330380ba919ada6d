"""What a fact-check is; nothing here knows of an output format."""

from .agents import Agent, Place, Topic
from .claims import Appearance, Claim, ClaimRelation, Media, Relay
from .fact_check import FactCheck, Policies
from .localised import Localised
from .ratings import Rating, RatingScale
from .sources import CopyOf, Quotation, Source
from .verdicts import Correction, EarlierVerdict, Evidence, Verdict

__all__ = [
    "Agent",
    "Appearance",
    "Claim",
    "ClaimRelation",
    "CopyOf",
    "Correction",
    "EarlierVerdict",
    "Evidence",
    "FactCheck",
    "Localised",
    "Media",
    "Place",
    "Policies",
    "Quotation",
    "Rating",
    "RatingScale",
    "Relay",
    "Source",
    "Topic",
    "Verdict",
]
