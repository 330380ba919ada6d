"""The rating scales of well-known publishers."""
