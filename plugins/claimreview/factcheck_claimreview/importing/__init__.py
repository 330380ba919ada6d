"""ClaimReview markup to fact-checks."""
