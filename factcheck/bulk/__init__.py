"""Many fact-checks at once: archives in, containers out, with any number of workers."""

from .archive import Archive
from .choosing import container_for
from .exporting import Export, Step
from .many import export_many
from .output import Bundle, Output, Tree
from .state import State
from .work import Exporting, Task

__all__ = [
    "Archive",
    "Bundle",
    "Export",
    "Exporting",
    "Output",
    "State",
    "Step",
    "Task",
    "Tree",
    "container_for",
    "export_many",
]
