"""The rating scale of a publisher, and by what an imported fact-check is known to be its."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from factcheck.model import RatingScale


@dataclass(frozen=True)
class PublishedScale:
    """A publisher's scale, as the publisher describes it on the page `source`, or as others list its labels there.

    `sites` are hosts without `www.`; their subdomains belong to them. `languages` are those the publisher
    writes in, as BCP 47 tags. A rating has a number only where the publisher publishes one, and no category
    where none fits. `other_labels` leads from former and other spellings of labels to ids of ratings. `own` says
    that the publisher itself brings it: it goes before one that a collection has of this publisher.
    """

    publisher: str
    sites: tuple[str, ...]
    languages: tuple[str, ...]
    scale: RatingScale
    source: str
    other_names: tuple[str, ...] = ()
    other_labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    own: bool = False

    def __post_init__(self) -> None:
        known = {rating.id for rating in self.scale.ratings}
        for label, identifier in self.other_labels.items():
            if identifier not in known:
                raise ValueError(f"the scale of {self.publisher} has no rating `{identifier}` for `{label}`")
