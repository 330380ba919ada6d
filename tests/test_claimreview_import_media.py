"""Media reviews, and media that claims are made with."""

from claimreview_reading import MEDIA, REVIEW, one, read, review

SHOWN = {
    "kind": "image",
    "url": "https://posts.example/photo.jpg",
    "description": "Rain",
    "authenticity": "missing-context",
    "original": "https://photos.example/original",
    "original_context": "It was taken in 2010.",
}


def media_of(fact_check):
    (media,) = fact_check.claims[0].media
    return media.model_dump(exclude_none=True)


def test_a_media_review_alone_is_a_fact_check_whose_claim_a_person_has_to_word():
    fact_check, found = one(MEDIA)
    assert media_of(fact_check) == SHOWN
    assert (fact_check.claims[0].text, fact_check.verdicts) == ("A photo of rain", ())
    assert found["claimreview-no-claim-of-media"].made == "A photo of rain"


def test_a_media_review_that_says_which_claim_is_made_with_the_media():
    item = MEDIA["itemReviewed"] | {
        "interpretedAsClaim": {"@type": "Claim", "text": "It rains now.", "author": {"@type": "Person", "name": "A"}}
    }
    fact_check, found = one(MEDIA | {"itemReviewed": item})
    assert (fact_check.claims[0].text, found) == ("It rains now.", {})
    assert len(fact_check.claims[0].claimants) == 1


def test_a_media_review_goes_to_the_claim_review_that_it_belongs_to():
    inside = review(associatedMediaReview=MEDIA)
    beside = [REVIEW, MEDIA | {"url": REVIEW["url"]}]
    named = [REVIEW, MEDIA | {"associatedClaimReview": {"@type": "ClaimReview", "url": REVIEW["url"]}}]
    for value in (inside, beside):
        fact_check, _ = one(value)
        assert (fact_check.claims[0].text, media_of(fact_check)) == ("It rained in May.", SHOWN)
    assert [len(each.fact_check.claims[0].media) for each in read(named) if each.fact_check][:1] == [1]


def test_media_whose_kind_nothing_says_are_left_out_and_snapshots_are_read():
    item = {
        "@type": "MediaReviewItem",
        "mediaItemAppearance": [{"@type": "VideoObjectSnapshot", "contentUrl": "https://v.example"}],
    }
    fact_check, _ = one(MEDIA | {"itemReviewed": item})
    assert (media_of(fact_check)["kind"], media_of(fact_check)["url"]) == ("video", "https://v.example")
    fact_check, found = one(MEDIA | {"itemReviewed": {"contentUrl": "https://v.example"}})
    assert (fact_check.claims[0].media, found["claimreview-kind-of-media"].made) == ((), None)
