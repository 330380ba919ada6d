"""Plugins: how they are found, and what they give, looked at before anything relies on it."""

from .breaches import container_breach, document_breach, engine_breach, importer_breach, rule_breach
from .offers import Offer, offered
from .plugin import GROUP, HOOKS, Plugin, described, loaded, named
from .records import sound
from .registering import check_of, registered
from .scales import scales_offered

__all__ = [
    "GROUP",
    "HOOKS",
    "Offer",
    "Plugin",
    "check_of",
    "container_breach",
    "described",
    "document_breach",
    "engine_breach",
    "importer_breach",
    "loaded",
    "named",
    "offered",
    "registered",
    "rule_breach",
    "scales_offered",
    "sound",
]
