"""Judges the markup itself as a consumer wants it, where the fact-check that was read of it does not show what is wrong."""
