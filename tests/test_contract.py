"""Our own exporters keep the contract, as anybody's have to."""

from factcheck_claimreview.exporter import ClaimReviewExporter
from factcheck_tei.exporter import TeiExporter

from factcheck.testing import ExporterContract


class TestClaimReview(ExporterContract):
    exporter = ClaimReviewExporter()


class TestTei(ExporterContract):
    exporter = TeiExporter()
