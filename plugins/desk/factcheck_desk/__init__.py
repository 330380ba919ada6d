"""House rules that people ask for and nobody has."""
