"""Where a rule is broken."""

Place = tuple[str, str]
"""A model path, and what is to be said of it."""
