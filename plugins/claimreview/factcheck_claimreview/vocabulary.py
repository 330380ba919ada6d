"""Which terms of schema.org 30 stand for which terms of the model."""

SOURCES = {
    "article": "Article",
    "wire": "NewsArticle",
    "post": "SocialMediaPosting",
    "document": "DigitalDocument",
    "statement": "Statement",
    "dataset": "Dataset",
    "interview": "Conversation",
    "briefing": "Conversation",
    "recording": "MediaObject",
    "broadcast": "Clip",
    "image": "ImageObject",
    "book": "Book",
    "other": "CreativeWork",
}
# `genre`, where one type stands for two kinds.
GENRES = {"interview": "interview", "briefing": "briefing"}

MEDIA = {"image": "ImageObject", "video": "VideoObject", "audio": "AudioObject"}

# https://schema.org/MediaManipulationRatingEnumeration
AUTHENTICITY = {
    "original": "https://schema.org/OriginalMediaContent",
    "missing-context": "https://schema.org/DecontextualizedContent",
    "edited-or-cropped": "https://schema.org/EditedOrCroppedContent",
    "transformed": "https://schema.org/TransformedContent",
    "staged": "https://schema.org/StagedContent",
    "satire-or-parody": "https://schema.org/SatireOrParodyContent",
}

# `keywords` of an Organization that is none by law: schema.org has no other type for more than one person.
GROUPS = {"collective": "collective", "group": "group"}

# Properties of NewsMediaOrganization for the publisher's policies.
POLICIES = {
    "corrections": "correctionsPolicy",
    "methodology": "verificationFactCheckingPolicy",
    "funding": "ownershipFundingInfo",
    "ethics": "ethicsPolicy",
    "feedback": "actionableFeedbackPolicy",
}
