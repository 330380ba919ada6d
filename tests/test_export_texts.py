"""Texts of sources in what is exported: which may be passed on, how formats get them, and what the command says."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import FactCheck, TextOptions
from factcheck.cli import main
from factcheck.testing import full_fact_check
from factcheck.text import may_be_passed_on

ROOT = Path(__file__).parents[1]
EXAMPLE = str(ROOT / "examples/taliban-russia-2015/factcheck.yaml")
ARTICLES = ROOT / "../shared/articles"
OPEN = "https://creativecommons.org/licenses/by/4.0/"

PASSED_ON = (
    "https://creativecommons.org/licenses/by/4.0/",
    "http://creativecommons.org/licenses/by/3.0/br/",
    "https://www.creativecommons.org/licenses/by/4.0/deed.pt_BR",
    "https://creativecommons.org/licenses/by/4.0/?ref=chooser-v1",
    "https://creativecommons.org/licenses/by-sa/2.5",
    "https://creativecommons.org/licenses/by-nd/4.0/",
    "https://CreativeCommons.org/Licenses/BY/4.0/",
    "HTTPS://creativecommons.org/publicdomain/zero/1.0/",
    "https://creativecommons.org/publicdomain/mark/1.0/",
    "https://www.gnu.org/licenses/fdl-1.3.html",
    "https://opendatacommons.org/licenses/by/1-0/",
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/",
    "https://open.canada.ca/en/open-government-licence-canada",
    "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
    "https://github.com/etalab/licence-ouverte/blob/master/LO.md",
    "https://www.govdata.de/dl-de/by-2-0",
    "https://www.govdata.de/dl-de/zero-2-0",
    "https://www.dati.gov.it/iodl/2.0/",
    "https://data.norge.no/nlod/no/2.0",
    "https://data.gov.tw/license",
    "https://www.usa.gov/government-works",
)
KEPT = (
    None,
    "",
    "CC BY 4.0",
    "https://creativecommons.org/licenses/",
    "https://creativecommons.org/licenses/by-nc/4.0/",
    "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    "https://creativecommons.org/licenses/nd-nc/1.0/",
    "https://creativecommons.org/licenses/sampling+/1.0/",
    "https://www.govdata.de/dl-de/nc-1-0",
    "https://desk.example/terms",
    "https://desk.example/?licence=https://creativecommons.org/licenses/by/4.0/",
    "https://creativecommons.org.desk.example/licenses/by/4.0/",
    "https://creativecommons.org@desk.example/licenses/by/4.0/",
    "https://wwwcreativecommons.org/licenses/by/4.0/",
    "ftp://creativecommons.org/licenses/by/4.0/",
    " https://creativecommons.org/licenses/by/4.0/",
    "https://https://creativecommons.org/licenses/by/4.0/",
)


@pytest.mark.parametrize("licence", PASSED_ON)
def test_open_licences_let_a_text_be_passed_on(licence):
    assert may_be_passed_on(licence)


@pytest.mark.parametrize("licence", KEPT)
def test_others_do_not(licence):
    assert not may_be_passed_on(licence)


@given(st.text())
def test_whatever_is_no_address_lets_nothing_be_passed_on(licence):
    assert not may_be_passed_on(licence)


def licensed(**licences: str | None) -> FactCheck:
    data = full_fact_check().model_dump(mode="json")
    for source in data["sources"]:
        source["licence"] = licences.get(source["id"])
    return FactCheck.model_validate(data)


SOURCES = ("first", "second", "third")


@given(
    open_ones=st.sets(st.sampled_from(SOURCES)),
    texts=st.dictionaries(st.sampled_from((*SOURCES, "unknown", "one")), st.text()),
    any_licence=st.booleans(),
)
def test_each_text_of_a_source_is_either_allowed_or_withheld(open_ones, texts, any_licence):
    fact_check = licensed(**dict.fromkeys(open_ones, OPEN))
    options = TextOptions(texts=texts, any_licence=any_licence)
    allowed, withheld = options.allowed(fact_check), options.withheld(fact_check)
    of_sources = [source for source in SOURCES if source in texts]
    assert list(allowed) == [source for source in of_sources if any_licence or source in open_ones]
    assert withheld == [source for source in of_sources if source not in allowed]
    assert all(allowed[source] == texts[source] for source in allowed)


def test_formats_get_texts_as_options():
    document = factcheck.export(
        licensed(first=OPEN), "tei", {"texts": {"first": "Open words.", "third": "Kept words."}}
    )
    assert "Open words." in document.text
    assert "Kept words." not in document.text


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in, with a fact-check whose first source has an open licence, and texts."""
    monkeypatch.chdir(tmp_path)
    Path("story.yaml").write_text(factcheck.dumps(licensed(first=OPEN)), encoding="utf-8")
    Path("texts").mkdir()
    for source in SOURCES[:2]:
        Path("texts", f"{source}.txt").write_bytes(f"Words of {source}.\r\nMore.".encode())
    return tmp_path


def written() -> str:
    return Path("out/story.tei.xml").read_text(encoding="utf-8")


EXPORT = ("export", "story.yaml", "-o", "out", "--to", "tei")


@pytest.mark.usefixtures("folder")
def test_texts_are_written_where_the_licence_allows_and_the_others_are_told(capsys):
    assert main([*EXPORT, "--texts", "texts"]) == 0
    told = capsys.readouterr().err
    assert (
        "no licence is known to let these texts be passed on, so they are left out: second; `--any-licence` writes them"
        in told
    )
    assert "Words of first.&#13;" in written()
    assert "Words of second." not in written()


@pytest.mark.parametrize("said", [("--any-licence",), ("-O", "tei.any_licence=true")])
@pytest.mark.usefixtures("folder")
def test_all_are_written_where_the_user_says_so(said, capsys):
    assert main([*EXPORT, "--texts", "texts", *said]) == 0
    assert "left out" not in capsys.readouterr().err
    assert "Words of first.&#13;" in written()
    assert "Words of second.&#13;" in written()


@pytest.mark.usefixtures("folder")
def test_texts_go_to_the_formats_that_show_them_beside_others(capsys):
    assert main([*EXPORT, "--to", "claimreview", "--texts", "texts", "--any-licence"]) == 0
    assert "Words of second." in written()
    assert "Words of" not in Path("out/story.jsonld").read_text(encoding="utf-8")
    assert capsys.readouterr().out.count("valid") == 2


@pytest.mark.usefixtures("folder")
def test_a_folder_without_texts_is_told_and_the_fact_check_written(capsys):
    Path("empty").mkdir()
    assert main([*EXPORT]) == 0
    plain = written()
    capsys.readouterr()
    for other in ({}, {"wire.txt": "Words of no source."}):
        for name, words in other.items():
            Path("empty", name).write_text(words, encoding="utf-8")
        assert main([*EXPORT, "--texts", "empty"]) == 0
        told = capsys.readouterr().err
        assert (
            "none of the texts is of a source of `https://desk.example/2015/full`: call each by the id of its source"
            in told
        )
        assert written() == plain


@pytest.mark.parametrize(
    ("given_options", "problem"),
    [
        (("--to", "claimreview", "--texts", "texts"), "`--texts` is for formats that show texts: "),
        (("--to", "tei", "--any-licence"), "`--any-licence` is for texts: `--texts DIR` is missing"),
        (("--to", "tei", "--texts", "nowhere"), "Directory 'nowhere' does not exist"),
        (("--to", "tei", "--texts", "story.yaml"), "Directory 'story.yaml' is a file"),
        (("--to", "tei", "-O", "tei.texts=words"), "option `texts` of the exporter `tei`"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_meant_is_refused_and_nothing_written(given_options, problem, capsys):
    assert main(["export", "story.yaml", "-o", "out", *given_options]) == 2
    told = capsys.readouterr()
    assert problem in told.err
    assert not Path("out").exists()


def test_texts_that_are_no_mapping_are_told_with_how_to_give_them():
    with pytest.raises(
        factcheck.OptionError, match=r"give a mapping, not 'words': .* on the command line, `--texts DIR`\.$"
    ):
        factcheck.export(full_fact_check(), "tei", {"texts": "words"})


@pytest.mark.usefixtures("folder")
def test_the_formats_that_show_texts_are_named(capsys):
    assert main(["export", "story.yaml", "-o", "out", "--to", "claimreview", "--texts", "texts"]) == 2
    assert "tei" in capsys.readouterr().err.partition("formats that show texts:")[2]


def test_the_list_of_options_has_those_that_a_command_line_can_give(capsys):
    assert main(["plugins"]) == 0
    told = capsys.readouterr().out
    assert "-O tei.any_licence=VALUE" in told
    assert "tei.texts" not in told


@pytest.mark.usefixtures("folder")
def test_quiet_says_nothing_of_them(capsys):
    assert main([*EXPORT, "--texts", "texts", "-q"]) == 0
    told = capsys.readouterr()
    assert told.out + told.err == ""


@pytest.mark.skipif(not ARTICLES.exists(), reason="../shared/articles is not here")
def test_the_five_articles_are_found_by_their_checksums(tmp_path, monkeypatch, capsys):
    export = ["export", EXAMPLE, "--to", "tei", "--texts", str(ARTICLES), "-o", "out"]
    monkeypatch.chdir(tmp_path)
    assert main(export) == 0
    told = capsys.readouterr()
    assert "moscow-times-page, gulf-page, blog-page, hindi-repost, dawn-page; `--any-licence`" in told.err
    kept = Path("out/taliban-russia-2015.tei.xml").read_bytes()
    assert kept == factcheck.export(factcheck.load(EXAMPLE), "tei").body
    assert main([*export, "--any-licence"]) == 0
    told = capsys.readouterr()
    assert told.out.endswith(f"application/tei+xml, valid{os.linesep}")
    body = Path("out/taliban-russia-2015.tei.xml").read_text(encoding="utf-8")
    assert body.count('<TEI xml:id="') == 5
    assert body.count('ana="#match.exact"') == body.count('.anchor"') > 20
