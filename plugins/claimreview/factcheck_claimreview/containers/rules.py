"""The rules of containers of ClaimReviews."""

from collections.abc import Mapping

from factcheck import Rule, Severity

_ERROR = Severity.ERROR
_FEED = "schemas/claimreview/datafeed-archive.schema.json, after https://datacommons.org/factcheck/download"
_RSS = "schemas/claimreview/defacto-rss.rng, after RSS 2.0 and the guide of DE FACTO: https://github.com/AFP-Medialab/defacto-rss"
_NQUADS = "RDF 1.1 N-Quads: https://www.w3.org/TR/n-quads/"
_PARQUET = "factcheck, the columns of the table: docs/archives.md"

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule("datafeed-layout", _ERROR, "A feed has its head in the first line, then a line for each fact-check, and its end in the last.", "export it again", _FEED),
        Rule("datafeed-schema", _ERROR, "What a feed says of itself is valid by our schema.", "correct the option named", _FEED),
        Rule("rss-no-link", _ERROR, "A channel says which site it is of.", "give `-O rss.link=https://…`, the page that readers come to", "RSS 2.0, required channel elements: https://www.rssboard.org/rss-specification#requiredChannelElements"),
        Rule("rss-no-xml", _ERROR, "It is well-formed XML, without a DOCTYPE.", "export it again", "XML 1.0: https://www.w3.org/TR/xml/"),
        Rule("rss-schema", _ERROR, "It is valid by our RELAX NG schema.", "correct the place named", _RSS),
        Rule("nquads-no-rdf", _ERROR, "Each line is a statement, its addresses are IRIs, and its language tags are well-formed.", "correct the address, or export it again", _NQUADS),
        Rule("parquet-no-table", _ERROR, "It is a Parquet file that can be read to its end.", "export it again", "Apache Parquet: https://parquet.apache.org/docs/file-format/"),
        Rule("parquet-columns", _ERROR, "It has the columns that this container writes, with their types.", "export it again", _PARQUET),
    )
}  # fmt: skip
