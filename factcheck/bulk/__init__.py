"""Many fact-checks at once: archives in, containers out, with any number of workers."""

from .archive import Archive, Entry
from .bundle import Bundle
from .changes import KINDS, WRITTEN, Change
from .checked import document_options
from .choosing import container_for
from .comparing import Comparison, diff
from .differences import Difference
from .exporting import Export, Step
from .given import archive_of
from .many import export_many
from .output import Output
from .state import State
from .tree import Tree
from .work import Exporting, Task

__all__ = [
    "KINDS",
    "WRITTEN",
    "Archive",
    "Bundle",
    "Change",
    "Comparison",
    "Difference",
    "Entry",
    "Export",
    "Exporting",
    "Output",
    "State",
    "Step",
    "Task",
    "Tree",
    "archive_of",
    "container_for",
    "diff",
    "document_options",
    "export_many",
]
