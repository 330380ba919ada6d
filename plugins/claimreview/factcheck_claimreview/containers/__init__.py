"""Containers of ClaimReviews: a whole archive as one feed, dataset or table."""
