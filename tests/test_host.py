"""Plugins are found one by one, named with their distribution, refused with the reason; the rest still work."""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from installed import installed

import factcheck
from factcheck.testing import full_fact_check


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a distribution with one plugin module on the path, as an installer would."""

    def put(distribution: str, source: str, name: str | None = None, module: str | None = None) -> None:
        module = module or distribution.replace("-", "_")
        installed(monkeypatch, tmp_path, f"{distribution} 1.2", f"{name or module} = {module}", source)

    return put


EXPORTER = """
    from factcheck import Document, Exporter, hookimpl

    class Plain(Exporter):
        name, summary, media_type, suffix = "{name}", "plain text", "text/plain", ".txt"

        def export(self, fact_check, options):
            return Document(self.media_type, self.suffix, fact_check.headline.encode())

        def validate(self, document):
            return []

    @hookimpl
    def factcheck_exporters():
        return [Plain()]
"""


def plugin(host, name):
    return next(plugin for plugin in host.plugins if plugin.name == name)


def test_our_own_exporters_are_found_through_entry_points_like_anybodys():
    host = factcheck.Host.discover()
    assert [*host.exporters] == sorted(host.exporters)
    assert {"claimreview", "tei"} <= set(host.exporters)
    assert plugin(host, "tei").distribution == "factcheck-export"
    assert plugin(host, "tei").version == factcheck.__version__


def test_a_third_partys_plugin_is_found_and_works(install):
    install("acme-plain", EXPORTER.format(name="plain"))
    host = factcheck.Host.discover()
    assert host.findings == ()
    assert host.export(full_fact_check(), "plain").body == b"Full headline"
    assert plugin(host, "acme_plain").exporters == ("plain",)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import nothing_of_this_name", "cannot be loaded: ModuleNotFoundError"),
        ("1 / 0", "cannot be loaded: ZeroDivisionError"),
        ("def f(:", "cannot be loaded: SyntaxError"),
        ("", "it implements no hook"),
        (
            "from factcheck import hookimpl\n@hookimpl\ndef factcheck_exportres():\n    return []",
            "did you mean `factcheck_exporters`?",
        ),
        ("def factcheck_exporters():\n    return []", "is not marked with @factcheck.hookimpl"),
        (
            "from factcheck import hookimpl\n@hookimpl\ndef factcheck_check(fact_check, colour):\n    return []",
            "colour",
        ),
        ("from factcheck import hookimpl\n@hookimpl\ndef factcheck_exporters():\n    return [1]", "no instance of"),
        (
            "from factcheck import hookimpl\n@hookimpl\ndef factcheck_exporters():\n    raise OSError('gone')",
            "`factcheck_exporters` failed: OSError: gone",
        ),
        ("raise SystemExit(0)", "cannot be loaded: SystemExit: 0"),
        (
            "import sys\nclass Odd:\n    def __dir__(self):\n        raise OSError('gone')\nsys.modules[__name__] = Odd()",
            "cannot be loaded: OSError: gone",
        ),
        (
            "from factcheck import hookimpl\n@hookimpl\ndef factcheck_exporters():\n    raise SystemExit(0)",
            "`factcheck_exporters` failed: SystemExit: 0",
        ),
    ],
)
def test_a_broken_plugin_is_named_with_its_distribution_and_the_rest_still_work(install, source, reason):
    install("acme-broken", source)
    host = factcheck.Host.discover()
    (finding,) = host.findings
    assert "`acme_broken` of acme-broken" in finding.message
    assert reason in finding.message
    assert finding.severity is factcheck.Severity.ERROR
    assert host.export(full_fact_check(), "tei").body
    host.check(full_fact_check())
    assert factcheck.Host.discover(block=["acme_broken"]).findings == ()
    assert factcheck.Host.discover(block=["acme-broken"]).findings == ()


def test_an_exporter_without_what_the_contract_asks_is_refused(install):
    install("acme-nameless", EXPORTER.format(name="x").replace(", suffix =", ", ending ="))
    (finding,) = factcheck.Host.discover().findings
    assert "the exporter Plain has no `suffix`" in finding.message


def test_options_that_are_no_options_are_refused(install):
    source = EXPORTER.format(name="x").replace("        def export", "        options = dict\n\n        def export")
    install("acme-options", source)
    (finding,) = factcheck.Host.discover().findings
    assert "no subclass of factcheck.Options" in finding.message


def test_options_without_a_default_are_refused(install):
    needy = "    from factcheck import Options\n\n    class Needy(Options):\n        colour: str\n"
    source = EXPORTER.format(name="x").replace("        def export", "        options = Needy\n\n        def export")
    install("acme-needy", needy + source)
    (finding,) = factcheck.Host.discover().findings
    assert "the exporter `x` has options without a default: colour" in finding.message


@pytest.mark.parametrize("suffix", ["/../x", "txt", ".", "", ".a/b", ".\\0"])
def test_a_suffix_that_is_none_is_refused(install, suffix):
    install("acme-suffix", EXPORTER.format(name="x").replace(".txt", suffix))
    (finding,) = factcheck.Host.discover().findings
    assert "a suffix is like `.csv`" in finding.message


def test_two_exporters_of_one_name_are_refused_and_both_sides_named(install):
    install("acme-one", EXPORTER.format(name="plain"))
    install("acme-two", EXPORTER.format(name="plain"))
    host = factcheck.Host.discover()
    assert "plain" not in host.exporters
    assert len(host.findings) == 2
    with pytest.raises(factcheck.UnknownExporterError, match=r"of acme-one and by .* of acme-two"):
        host.exporter("plain")
    assert "plain" in factcheck.Host.discover(block=["acme-one"]).exporters


def test_two_plugins_of_one_name_from_two_distributions_both_work(install):
    install("acme-one", EXPORTER.format(name="plain"), name="same")
    install("acme-two", EXPORTER.format(name="other"), name="same")
    host = factcheck.Host.discover()
    assert host.findings == ()
    assert {"plain", "other"} <= set(host.exporters)


def test_blocked_plugins_are_listed_as_blocked_and_not_imported(install):
    install("acme-plain", "raise SystemExit('imported')")
    host = factcheck.Host.discover(block=["acme-plain"])
    assert plugin(host, "acme_plain").blocked


def test_blocking_what_is_not_there_offers_the_near_name():
    with pytest.raises(factcheck.PluginError, match="did you mean `tei`"):
        factcheck.Host.discover(block=["teo"])


def test_an_unknown_exporter_offers_the_near_name():
    host = factcheck.Host.discover()
    with pytest.raises(factcheck.UnknownExporterError, match="did you mean `claimreview`"):
        host.exporter("claimreviews")
    with pytest.raises(factcheck.UnknownExporterError, match=r"there are claimreview, .*tei"):
        host.exporter("zzz")


def test_options_are_checked_with_near_names():
    host = factcheck.Host.discover()
    assert host.options("claimreview", {"graph": "true"}).graph is True
    with pytest.raises(factcheck.OptionError, match="did you mean `graph`"):
        host.options("claimreview", {"grahp": True})
    with pytest.raises(factcheck.OptionError, match="option `graph`"):
        host.options("claimreview", {"graph": "perhaps"})
    with pytest.raises(factcheck.OptionError, match="takes ClaimReviewOptions"):
        host.export(full_fact_check(), "claimreview", factcheck.Options())


def test_a_host_of_ones_own_plugins_needs_no_installation():
    class House:
        @factcheck.hookimpl
        def factcheck_check(self, fact_check):
            return [factcheck.Finding("house-1", factcheck.Severity.INFO, fact_check.headline)]

    host = factcheck.Host([House(), House()])
    assert [finding.message for finding in host.check(full_fact_check())] == ["Full headline"] * 2
    assert dict(host.exporters) == {}


def test_a_plugin_that_is_given_twice_works_once():
    class Rule:
        @factcheck.hookimpl
        def factcheck_check(self, fact_check):
            return [factcheck.Finding("rule", factcheck.Severity.INFO, "found")]

    rule = Rule()
    host = factcheck.Host([rule, rule])
    assert [finding.message for finding in host.findings] == ["`Rule` of the caller: it is there already; name it once"]
    assert [finding.rule for finding in host.check(full_fact_check())] == ["rule"]


def test_a_wrapper_can_stamp_a_document(install):
    import factcheck_tei  # noqa: PLC0415  # as a host of one's own plugins is made

    class Stamp:
        @factcheck.hookimpl(wrapper=True)
        def factcheck_export(self, exporter):
            document = yield
            return factcheck.Document(document.media_type, document.suffix, document.body + b"<!-- stamped -->")

    document = factcheck.Host([factcheck_tei, Stamp()]).export(full_fact_check(), "tei")
    assert document.body.endswith(b"</TEI>\n<!-- stamped -->")


def test_one_preparation_serves_many_exports_and_wrappers_see_each():
    import factcheck_claimreview  # noqa: PLC0415  # as above

    class Count:
        seen = 0

        @factcheck.hookimpl(wrapper=True)
        def factcheck_export(self):
            self.seen += 1
            return (yield)

    count, one = Count(), full_fact_check()
    other = one.model_copy(update={"headline": "Another one"})
    alone, counted = factcheck.Host([factcheck_claimreview]), factcheck.Host([factcheck_claimreview, count])
    for host in (alone, counted):
        export = host.exporting("claimreview", {"indent": True})
        assert [export(one), export(other)] == [
            host.export(each, "claimreview", {"indent": True}) for each in (one, other)
        ]
    assert count.seen == 4


def test_what_cannot_be_exported_is_told_before_the_first_one():
    host = factcheck.Host.discover()
    with pytest.raises(factcheck.UnknownExporterError, match="did you mean `claimreview`"):
        host.exporting("claimreviw")
    with pytest.raises(factcheck.OptionError, match="did you mean `indent`"):
        host.exporting("claimreview", {"indnt": True})
    with pytest.raises(factcheck.OptionError, match="takes ClaimReviewOptions, not Options"):
        host.exporting("claimreview", factcheck.Options())


def test_a_plugin_that_breaks_at_work_is_named():
    class House:
        @factcheck.hookimpl
        def factcheck_check(self, fact_check):
            raise KeyError("verdict")

        @factcheck.hookimpl
        def factcheck_exporters(self):
            return [Broken(), Empty()]

    class Broken(factcheck.Exporter):
        name, summary, media_type, suffix = "broken", "nothing", "text/plain", ".txt"

        def export(self, fact_check, options):
            raise KeyError("claim")

        def validate(self, document):
            raise KeyError("page")

    class Empty(Broken):
        name = "empty"

        def export(self, fact_check, options):
            return b"bytes"

    host = factcheck.Host([House()])
    told = "the rules of `House` of the caller failed: KeyError: 'verdict'"
    assert [finding.message for finding in host.check(full_fact_check())] == [told]
    with pytest.raises(factcheck.PluginError, match=r"the exporter `broken` failed: KeyError: 'claim'"):
        host.export(full_fact_check(), "broken")
    (finding,) = host.validate(factcheck.Document("text/plain", ".txt", b""), "broken")
    assert finding.message == "the exporter `broken` failed to validate: KeyError: 'page'"
    assert (finding.rule, finding.severity) == ("plugin-failed", factcheck.Severity.ERROR)
    with pytest.raises(factcheck.PluginError, match="gave bytes where a Document is due"):
        host.export(full_fact_check(), "empty")


@pytest.mark.parametrize(
    ("found", "problem"),
    [
        ("words", "'w' is no Finding"),
        ([None], "None is no Finding"),
        (
            [factcheck.Finding("r", "error", "m")],
            "the `severity` of a finding is a factcheck.Severity, not 'error', in Finding(rule='r'",
        ),
        ([factcheck.Finding("r", factcheck.Severity.INFO, 5)], "the `message` of a finding is a text, not 5"),
        ([factcheck.Finding("r", factcheck.Severity.INFO, "m", None)], "the `path` of a finding is a text, not None"),
    ],
)
def test_findings_that_are_none_are_told_with_the_plugins_name(found, problem):
    class House:
        @factcheck.hookimpl
        def factcheck_check(self, fact_check):
            return found

        @factcheck.hookimpl
        def factcheck_exporters(self):
            return [Plain()]

    class Plain(factcheck.Exporter):
        name, summary, media_type, suffix = "plain", "plain text", "text/plain", ".txt"

        def export(self, fact_check, options):
            return factcheck.Document(self.media_type, self.suffix, fact_check.headline)

        def validate(self, document):
            return found

    host = factcheck.Host([House()])
    (finding,) = host.check(full_fact_check())
    assert f"`House` of the caller failed: {problem}" in finding.message
    (finding,) = host.validate(factcheck.Document("text/plain", ".txt", b""), "plain")
    assert f"`plain` failed to validate: {problem}" in finding.message
    with pytest.raises(factcheck.PluginError, match="gave a body of str where bytes are due"):
        host.export(full_fact_check(), "plain")


def test_a_plugin_that_wants_to_exit_is_named():
    class House:
        @factcheck.hookimpl
        def factcheck_check(self, fact_check):
            raise SystemExit(0)

    (finding,) = factcheck.Host([House()]).check(full_fact_check())
    assert finding.message.endswith("failed: SystemExit: 0")


def test_an_export_that_fails_names_the_plugins_around_it():
    import factcheck_tei  # noqa: PLC0415  # as above

    class Stamp:
        @factcheck.hookimpl(wrapper=True)
        def factcheck_export(self, exporter):
            yield

    host = factcheck.Host([factcheck_tei, Stamp()])
    with pytest.raises(factcheck.PluginError, match=r"`tei`, or `Stamp` of the caller around it, gave NoneType where"):
        host.export(full_fact_check(), "tei")


def test_an_object_without_a_hash_is_a_plugin_like_any_and_one_that_breaks_all_comparing_is_told():
    @dataclass
    class House:
        words: str

        @factcheck.hookimpl
        def factcheck_check(self, fact_check):
            return [factcheck.Finding("house", factcheck.Severity.INFO, self.words)]

    class Odd(House):
        def __eq__(self, other):
            raise RuntimeError("boom")

        __hash__ = None

    host = factcheck.Host([House("one"), Odd("odd"), House("two")])
    assert [finding.message for finding in host.findings] == ["`Odd` of the caller: cannot be used: RuntimeError: boom"]
    assert [finding.message for finding in host.check(full_fact_check())] == ["one", "two"]


def test_check_tells_of_failed_plugins_first():
    host = factcheck.Host([SimpleNamespace(), factcheck.Host])
    findings = factcheck.check(full_fact_check(), host=host)
    assert [finding.rule for finding in findings] == ["plugin-failed", "plugin-failed"]


def test_rules_of_formats_that_are_not_asked_for_are_left_out():
    class House:
        @factcheck.hookimpl
        def factcheck_check(self, fact_check):
            return [factcheck.Finding("house", factcheck.Severity.INFO, "of the house")]

    import factcheck_claimreview  # noqa: PLC0415  # as above
    import factcheck_tei  # noqa: PLC0415  # as above

    host = factcheck.Host([factcheck_claimreview, factcheck_tei, House()])
    unrated = full_fact_check().model_copy(update={"verdicts": ()})
    assert {"claimreview-no-verdict", "house"} <= {finding.rule for finding in host.check(unrated)}
    assert {finding.rule for finding in host.check(unrated, to=["tei"])} == {"house"}
    assert "claimreview-no-verdict" in {
        finding.rule for finding in factcheck.check(unrated, host=host, to=["claimreview"])
    }
