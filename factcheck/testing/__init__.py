"""For authors of plugins: a contract to test an exporter against, and fact-checks to test it with.

It needs `pip install factcheck-export[testing]`.
"""

from . import strategies


from .hostile import HOSTILE_TEXTS

__all__ = ["HOSTILE_TEXTS", "ExporterContract", "full_fact_check", "strategies"]
