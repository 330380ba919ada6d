"""The exporter's page in a real Chromium: what it shows, says, asks for and refuses."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from browser import NARROW, WIDE, Visit, chromium, needed, written

import factcheck
from factcheck import reading
from factcheck.testing import HOSTILE_TEXTS, full_fact_check
from factcheck.testing.contract import _saying_everywhere
from factcheck.text import locate

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases" / "pages"
ARTICLES = ROOT / "../shared/articles"
LANGUAGES = ("en", "es", "fr", "de", "pt", "ar", "hi")
PAGES = {
    "example": (ROOT / "examples/taliban-russia-2015/factcheck.yaml", None),
    "articles": (ROOT / "examples/taliban-russia-2015/factcheck.yaml", ARTICLES),
    "arabic": (CASES / "arabic.yaml", CASES / "texts"),
}
CANARY = "document.title='canary';window.canary=1"

pytestmark = needed


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


class Shown:
    """A fact-check, the texts that its page shows, and where that page is."""

    def __init__(self, folder, name, fact_check, texts=None):
        self.fact_check, self.texts = fact_check, texts or {}
        options = {"texts": self.texts, "any_licence": True}
        self.url = written(folder, name, factcheck.export(fact_check, "html", options).body)


@pytest.fixture(scope="module", params=list(PAGES))
def shown(request, tmp_path_factory):
    file, folder = PAGES[request.param]
    if folder and not folder.exists():
        pytest.skip("../shared/articles is not here")
    fact_check = factcheck.load(file)
    texts = reading.source_texts(fact_check, folder) if folder else {}
    return Shown(
        tmp_path_factory.mktemp("pages"), request.param, fact_check, {key: each.text for key, each in texts.items()}
    )


@pytest.fixture(scope="module")
def arabic(tmp_path_factory):
    return Shown(tmp_path_factory.mktemp("pages"), "arabic", factcheck.load(CASES / "arabic.yaml"))


def quotations(fact_check):
    """Each quotation with the id of what quotes it and the source that it is from, as the page names them."""
    for claim in fact_check.claims:
        for number, each in enumerate(claim.appearances, 1):
            yield each.id or f"{claim.id}.a{number}", each
    for verdict in fact_check.verdicts:
        for number, each in enumerate(verdict.evidence, 1):
            yield each.id or f"{verdict.id}.e{number}", each


def test_the_page_opens_in_silence_and_asks_for_nothing_else(browser, shown):
    with Visit(browser, shown.url) as visit:
        assert visit.page.title() == shown.fact_check.headline
        visit.page.mouse.wheel(0, 100_000)
        visit.page.emulate_media(media="print")
        visit.ask("() => document.fonts.ready.then(() => null)")
        assert visit.told == []
        assert visit.requests == [shown.url]


def test_a_policy_that_is_broken_would_be_told(browser, tmp_path):
    body = factcheck.export(full_fact_check(), "html").text
    wrong = body.replace(
        "</h1>", '</h1><img src="http://127.0.0.1:9/x.png"><p style="color:red">x</p><script>1</script>', 1
    )
    with Visit(browser, written(tmp_path, "wrong", wrong.encode())) as visit:
        assert len([each for each in visit.told if "Content Security Policy" in each]) == 3


def test_each_highlight_stands_on_the_words_that_are_quoted(browser, shown):
    marked = """identifier => {
        const marks = [...document.querySelectorAll(`mark[data-for~="${CSS.escape(identifier)}"]`)];
        if (!marks.length) return null;
        const before = document.createRange();
        before.setStart(marks[0].closest(".text"), 0);
        before.setEndBefore(marks[0]);
        return [marks[0].closest(".text").id, [...before.toString()].length, marks.map(each => each.textContent).join("")];
    }"""
    seen = 0
    with Visit(browser, shown.url) as visit:
        for identifier, part in quotations(shown.fact_check):
            text = shown.texts.get(part.source)
            place = locate(text, part.quotation).place if text and part.quotation else None
            expected = [f"{part.source}.text", place.start, text[place.start : place.end]] if place else None
            assert visit.ask(marked, identifier) == expected, identifier
            seen += place is not None
        for source, text in shown.texts.items():
            assert visit.ask("id => document.getElementById(id).textContent", f"{source}.text") == text
    assert (seen > 0) == bool(shown.texts)


def test_every_link_within_the_page_leads_somewhere_and_every_id_is_there_once(browser, shown):
    with Visit(browser, shown.url) as visit:
        links = visit.ask(
            "() => [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
        )
        ids = visit.ask("() => [...document.querySelectorAll('[id]')].map(each => each.id)")
        named = visit.ask(
            """() => ["aria-labelledby", "aria-describedby", "aria-controls"].flatMap(
                name => [...document.querySelectorAll(`[${name}]`)].flatMap(each => each.getAttribute(name).split(" ")))"""
        )
        outward = visit.ask("() => [...document.querySelectorAll('a:not([href^=\"#\"])')].map(a => a.protocol)")
    assert len(ids) == len(set(ids))
    assert links
    assert set(links) | set(named) <= set(ids)
    assert set(outward) <= {"http:", "https:"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(browser, shown, scheme, viewport):
    with Visit(browser, shown.url, viewport=viewport, color_scheme=scheme) as visit:
        assert visit.faults() == []


def test_axe_would_find_something(browser, tmp_path):
    page = factcheck.export(full_fact_check(), "html").text.replace("</h1>", '</h1><p><a href="#v1"></a></p>', 1)
    with Visit(browser, written(tmp_path, "wrong", page.encode())) as visit:
        assert [each for each in visit.faults() if each.startswith("link-name (serious)")]


@pytest.mark.parametrize("width", [320, 360, 768])
def test_a_narrow_window_needs_no_scrolling_sideways(browser, shown, width):
    with Visit(browser, shown.url, viewport={"width": width, "height": 740}) as visit:
        assert visit.ask("() => document.documentElement.scrollWidth") == width


def test_without_scripts_it_says_the_same(browser, shown):
    said = []
    for enabled in (True, False):
        with Visit(browser, shown.url, java_script_enabled=enabled) as visit:
            said.append(visit.page.inner_text("body"))
    assert shown.fact_check.headline in said[0]
    assert said[0] == said[1]


def test_what_dark_and_print_show_is_the_same_text(browser, shown):
    said = []
    for media in ({}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
        with Visit(browser, shown.url, **media) as visit:
            said.append(visit.page.inner_text("main"))
    assert said[0] == said[1] == said[2]


def test_the_claimreview_in_the_head_is_the_exporters(browser, shown):
    with Visit(browser, shown.url) as visit:
        inside = visit.ask(
            "() => [...document.head.querySelectorAll('script')].map(each => [each.type, each.textContent])"
        )
    (only,) = inside
    assert only[0] == "application/ld+json"
    assert json.loads(only[1]) == json.loads(factcheck.export(shown.fact_check, "claimreview").body)


def test_it_prints(browser, shown):
    with Visit(browser, shown.url) as visit:
        printed = visit.page.pdf(format="A4")
        visit.page.emulate_media(media="print")
        visit.page.set_viewport_size({"width": 718, "height": 1000})  # A4 between margins of 1 cm
        assert visit.ask("() => document.documentElement.scrollWidth") <= 718
        assert visit.ask("() => getComputedStyle(document.body).backgroundColor") in (
            "rgba(0, 0, 0, 0)",
            "rgb(255, 255, 255)",
        )
    assert printed.startswith(b"%PDF-")
    assert len(printed) > 10_000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["example", "arabic"])
def test_labels_in_the_picture_do_not_overlap_and_stay_inside(browser, name, language, tmp_path):
    fact_check = factcheck.load(PAGES[name][0]).model_copy(update={"language": language})
    boxes = """() => [...document.querySelectorAll("svg")].map(svg => [...svg.querySelectorAll("text")].filter(
        each => each.textContent.trim()).map(each => {
            const box = each.getBBox(), at = each.getCTM(), corner = (x, y) => {
                const point = new DOMPoint(x, y).matrixTransform(at); return [point.x, point.y];
            };
            const corners = [corner(box.x, box.y), corner(box.x + box.width, box.y),
                corner(box.x + box.width, box.y + box.height), corner(box.x, box.y + box.height)];
            return [each.textContent, corners, svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
        }))"""
    with Visit(browser, Shown(tmp_path, language, fact_check).url) as visit:
        pictures = [picture for picture in visit.ask(boxes) if picture]
    assert pictures
    for picture in pictures:
        for said, corners, width, height in picture:
            for x, y in corners:
                assert -1 <= x <= width + 1, said
                assert -1 <= y <= height + 1, said
        for (one, box, *_), (two, other, *_) in combinations(picture, 2):
            assert not overlap(box, other), (one, two)


def overlap(one, two, most=5.0):
    """Whether two rectangles, turned by any angle, overlap by more than so many pixels: no line between them keeps them apart.

    A box is as high as its font reaches, which in scripts with marks above and below is more than these letters do.
    """
    for corners in (one, two):
        for (ax, ay), (bx, by) in (corners[:2], corners[1:3]):
            length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 or 1
            across = [[((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length for x, y in each] for each in (one, two)]
            if min(max(across[0]), max(across[1])) - max(min(across[0]), min(across[1])) <= most:
                return False
    return True


def test_turned_boxes_overlap_or_do_not():
    square = [(0, 0), (10, 0), (10, 10), (0, 10)]
    turned = [(18, 8), (28, 18), (18, 28), (8, 18)]
    assert overlap(square, [(4, 4), (14, 4), (14, 14), (4, 14)])
    assert not overlap(square, turned)
    assert not overlap(square, [(6, 0), (16, 0), (16, 10), (6, 10)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_the_language_of_the_fact_check(browser, tmp_path, language):
    fact_check = full_fact_check().model_copy(update={"language": language})
    labels = json.loads((ROOT / f"plugins/html/factcheck_html/labels/{language}.json").read_text(encoding="utf-8"))
    expected = [word for key, word in labels.items() if key.startswith("section.")]
    with Visit(browser, Shown(tmp_path, language, fact_check).url) as visit:
        headings = visit.ask("() => [...document.querySelectorAll('h2')].map(each => each.textContent)")
        linked = visit.ask("() => [...document.querySelectorAll('nav a')].map(each => each.textContent)")
        root = visit.ask("() => [document.documentElement.lang, getComputedStyle(document.body).direction]")
    assert root == [language, "rtl" if language == "ar" else "ltr"]
    assert sorted(headings) == sorted(linked) == sorted(expected)


def box(visit, selector):
    return visit.page.locator(selector).first.bounding_box()


def test_from_right_to_left_everything_is_laid_out_so(browser, arabic):
    with Visit(browser, arabic.url) as visit:
        assert visit.ask("() => [document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
        first, second = box(visit, "nav li:nth-child(1) a"), box(visit, "nav li:nth-child(2) a")
        assert (first["x"] > second["x"] + second["width"], first["y"]) == (True, second["y"])
        term, told = box(visit, ".card dt"), box(visit, ".card dd")
        assert term["x"] >= told["x"] + told["width"]
        one, two = box(visit, ".card:nth-child(1)"), box(visit, ".card:nth-child(2)")
        assert one["x"] > two["x"]
        heading = visit.ask(
            """() => {
                const words = document.createRange(), within = document.querySelector("nav").getBoundingClientRect();
                words.selectNodeContents(document.querySelector("h1"));
                const there = words.getBoundingClientRect();
                return [within.right - there.right, there.left - within.left];
            }"""
        )
        assert heading[0] < 2
        assert heading[1] > 100
        foreign = visit.ask(
            "() => [...document.querySelectorAll('blockquote [lang=en]')].map(each => getComputedStyle(each).direction)"
        )
        assert foreign
        assert set(foreign) == {"ltr"}


ATTACKS = (
    f"<script>{CANARY}</script>",
    f"</script><script>{CANARY}</script>",
    f"</style><script>{CANARY}</script>",
    f"</title><script>{CANARY}</script>",
    f"<!--<script>{CANARY}</script>-->",
    f']]><svg onload="{CANARY}">',
    f"'\"><img src=x onerror=\"{CANARY}\">",
    f'" autofocus tabindex=0 onfocus="{CANARY}" x="',
    f"<iframe srcdoc='<script>parent.{CANARY}</script>'>",
    f'<details open ontoggle="{CANARY}">',
    f'<a href="javascript:{CANARY}">x</a>',
    "<base href='http://evil.example/'><meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<link rel=stylesheet href=http://evil.example/><style>*{background:url(http://evil.example/)}</style>",
    "&lt;script&gt;" + CANARY + "&lt;/script&gt;",
    *HOSTILE_TEXTS,
)  # fmt: skip


def test_no_word_of_a_fact_check_runs_even_where_no_policy_keeps_it_from_that(browser, tmp_path):
    said = _saying_everywhere(" ".join(ATTACKS).replace("\x00", ""))
    plain = full_fact_check()
    shape = "() => [...document.querySelectorAll('*')].map(each => each.localName + [...each.attributes].filter(a => /^on|^srcdoc$/.test(a.name)).length)"
    texts = {source.id: " ".join(ATTACKS) for source in said.sources}
    page = Shown(tmp_path, "hostile", said, texts)
    with Visit(browser, page.url, bypass_csp=True) as visit:
        visit.page.wait_for_load_state("load")
        visit.page.mouse.wheel(0, 100_000)
        assert visit.ask("() => window.canary") is None
        assert "canary" not in visit.page.title().partition("document.title")[0]
        assert [each for each in visit.told if "canary" in each or "dialog" in each] == []
        assert visit.requests == [page.url]
        names = set(visit.ask(shape))
        assert visit.ask("() => document.querySelectorAll('script').length") == 1
        assert visit.ask("() => document.querySelectorAll('style').length") == 1
    with Visit(
        browser, Shown(tmp_path, "plain", plain, {source.id: "A text." for source in plain.sources}).url
    ) as visit:
        assert names <= set(visit.ask(shape)) | {"mark0", "span0", "a0", "br0", "p0", "ins0", "del0"}


@pytest.mark.parametrize("attack", ATTACKS[:6])
def test_the_canary_would_sing(browser, tmp_path, attack):
    page = factcheck.export(full_fact_check(), "html").text.replace(
        "</h1>", f"</h1>{attack.replace('<!--', '').replace('</style>', '')}", 1
    )
    with Visit(browser, written(tmp_path, "open", page.encode()), bypass_csp=True) as visit:
        assert visit.ask("() => window.canary") == 1
    with Visit(browser, written(tmp_path, "shut", page.encode())) as visit:
        assert visit.ask("() => window.canary") is None
