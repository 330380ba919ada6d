"""TEI back into fact-checks: our own whole, that of others as far as it can be read."""
