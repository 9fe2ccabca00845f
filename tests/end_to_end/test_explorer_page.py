"""The explorer in a real browser: what a reader sees, takes away, and cannot be made to run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import duckdb
import polars as pl
import pytest

from tests.explorer_release import HOSTILE, scorecard, write_release
from warehouse.database import create_database
from warehouse.explorer import write_explorer
from warehouse.explorer.payload import payload

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = Path("/usr/bin/chromium")
if not CHROMIUM.exists():
    pytest.skip("no browser at /usr/bin/chromium", allow_module_level=True)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
VIEWS = ("programs", "figures", "commitments", "threads", "documents")
Page = Any
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release")
    write_release(folder / "data", 130)
    create_database(folder / "data", folder / "migcoop.duckdb")
    write_explorer(
        folder / "data", folder / "explorer", version="2031.2.0", released_on="2031-02-03", scorecard=scorecard()
    )
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as runner:
        started = runner.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Any, release: Path) -> Iterator[Open]:
    """Open the page at a state; afterwards no error, no request but the page itself, no foreign script has run."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    problems: list[str] = []

    def open_page(**state: str | list[str]) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text))
        page.on("request", lambda request: requests.append(request.url))
        page.goto((release / "explorer/index.html").as_uri() + "#" + urlencode(state, doseq=True))
        page.wait_for_selector("html[data-ready]")
        return page

    requests: list[str] = []
    yield open_page
    for page in context.pages:
        assert page.evaluate("typeof window.stolen") == "undefined"
    context.close()
    assert problems == []
    assert {url.split("#")[0] for url in requests} == {(release / "explorer/index.html").as_uri()}


def table(release: Path, name: str) -> pl.DataFrame:
    return pl.read_parquet(release / f"data/{name}.parquet")


def found(page: Page) -> int:
    return int(page.inner_text("#status").split(" of ")[0].replace(",", ""))


def download(page: Page) -> list[dict[str, str]]:
    with page.expect_download() as saved:
        page.click("#csv")
    text = Path(saved.value.path()).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sql(page: Page) -> str:
    page.click("#fold-sql")
    playwright.expect(page.locator("#sql")).not_to_be_empty()
    return str(page.input_value("#sql"))


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_lists_its_table(visit: Open, release: Path, view: str) -> None:
    page = visit(view=view, lang="en")
    name = "commitment_threads" if view == "threads" else view
    assert found(page) == table(release, name).height
    assert page.locator("#results > table tbody tr").count() == min(100, table(release, name).height)
    assert page.get_attribute("nav a[aria-current=page]", "id") == f"tab-{view}"


def test_search_as_you_type_ignores_accents_and_case(visit: Open) -> None:
    page = visit(view="commitments", lang="en")
    page.fill("#query", "FORMACION")
    page.wait_for_url("**FORMACION**")
    assert found(page) == 130
    page.fill("#query", "formación café 2,200")
    page.wait_for_url("**2%2C200**")
    surfaces = {row["surface"] for row in download(page)}
    assert surfaces == {f"abrirá {n}2,200 plazas de formación" for n in ("", *range(1, 13))}


def test_facets_narrow_and_their_counts_tell_what_another_choice_adds(visit: Open, release: Path) -> None:
    page = visit(view="commitments", lang="en")
    rows = table(release, "commitments")
    page.check("#facet-actors-ESP")
    assert found(page) == rows.filter(pl.col("actors").list.contains("ESP")).height
    assert page.evaluate("document.activeElement.id") == "facet-actors-ESP"
    chile = page.locator("li", has=page.locator("#facet-actors-CHL")).locator(".count").inner_text()
    assert int(chile) == rows.filter(pl.col("actors").list.contains("CHL")).height
    page.check("#facet-topic-economy")
    both = rows.filter(pl.col("actors").list.contains("ESP") & (pl.col("topic") == "economy"))
    assert found(page) == both.height
    page.click("#clear")
    assert found(page) == rows.height


def test_sorting_goes_both_ways_with_empty_values_last(visit: Open) -> None:
    page = visit(view="commitments", lang="en")
    for direction in ("ascending", "descending"):
        page.click("#sort-period_end")
        assert page.get_attribute("th:has(#sort-period_end)", "aria-sort") == direction
        values = [row["period_end"] for row in download(page)]
        assert values[0] == "2030-12-31"
        assert values[-1] == ""


def test_the_address_holds_the_whole_state(visit: Open) -> None:
    page = visit(view="figures", lang="es")
    page.fill("#query", "200")
    page.check("#facet-actors-CAN")  # at once, while the search still waits for more letters
    page.click("#sort-value")
    page.click("#page_after")
    page.locator("#results tbody tr .row").nth(3).click()
    page.wait_for_selector("#detail-title")
    again = visit()
    again.goto(page.url)
    again.reload()
    again.wait_for_selector("html[data-ready]")
    for part in ("#status", "#results", "#detail", "#top"):
        assert again.inner_text(part) == page.inner_text(part)
    assert again.input_value("#query") == "200"
    page.go_back()
    page.wait_for_selector("#detail", state="hidden")
    assert "página 2 de" in page.inner_text(".pager").lower()


@pytest.mark.parametrize("name", ["figures", "commitments", "program_mentions"])
def test_a_row_opens_its_exact_words_in_their_paragraph(visit: Open, release: Path, name: str) -> None:
    page = visit()
    for row in table(release, name).head(4).iter_rows(named=True):
        page.goto(page.url.split("#")[0] + f"#lang=en&row={row[next(iter(row))]}")
        page.wait_for_selector(f"#detail >> text={row[next(iter(row))]}")
        assert page.text_content("#span") == row["surface"]
        assert row["surface"] in page.text_content(".sentence")


def test_hostile_text_is_shown_as_text_and_leads_nowhere(visit: Open, release: Path) -> None:
    page = visit(view="documents", row="doc_0000000000000000", lang="en")
    shown = HOSTILE.replace("\u202e", "\ufffd").replace("\u202c", "\ufffd")
    assert page.text_content("#detail-title") == shown
    assert page.locator("#main script, #main img, #main iframe").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert "javascript:window.stolen=3" in page.inner_text("#detail dl")
    page.goto(page.url.split("#")[0] + "#view=documents&row=doc_0000000000000001&lang=en")
    link = page.wait_for_selector("#detail dl a[href^=https]")
    assert link.get_attribute("href") == "https://example.org/1?a=1&b=2"
    assert "noopener" in link.get_attribute("rel")


def test_hostile_addresses_do_nothing(visit: Open) -> None:
    page = visit(
        view="constructor", q="<img src=x onerror=alert(1)>", sort="__proto__", row="<script>1</script>", page="-3"
    )
    assert page.get_attribute("nav a[aria-current=page]", "id") == "tab-commitments"
    assert "<script>1</script>" in page.inner_text("#detail")
    assert page.locator("#main img").count() == 0


def test_the_policy_refuses_markup(browser: Any, release: Path) -> None:
    page = browser.new_page()
    page.goto((release / "explorer/index.html").as_uri())
    assert page.evaluate("() => { try { document.body.innerHTML = '<b>x</b>'; return false } catch { return true } }")
    page.close()


def test_csv_is_harmless_in_a_spreadsheet(visit: Open) -> None:
    rows = download(visit(view="documents", sort="published_on", lang="en"))
    hostile = next(row for row in rows if row["document_id"] == "doc_0000000000000000")
    assert hostile["publisher"] == "'=HYPERLINK(1)"
    assert hostile["title"] == HOSTILE


@pytest.mark.parametrize(
    "state",
    [
        {"view": "programs", "sort": "name"},
        {"view": "programs", "q": "aurora", "f.countries": ["CHL"]},
        {"view": "figures", "sort": "-value", "f.bound": ["at_least"], "f.year": ["2020", "2021"]},
        {
            "view": "figures",
            "q": "CAFÉ café",
            "f.actors": ["", "ESP"],
            "f.publisher": ["Cancillería"],
            "sort": "surface",
        },
        {"view": "commitments", "q": "o'brien"},
        {"view": "commitments", "f.gcm_objectives": ["18"], "f.language": ["es"], "f.program_ids": ["fondo-araucaria"]},
        {"view": "commitments", "f.year": [""], "sort": "-force"},
        {"view": "commitments", "f.year": ["", "2019"], "f.publisher": ["=HYPERLINK(1)", "Harbour Office"]},
        {"view": "threads", "q": "formacion", "f.publisher": ["Cancillería"], "f.language": ["en"], "sort": "title"},
        {"view": "threads", "f.actors": ["IOM"], "f.program_ids": ["harbour-workers-scheme"]},
        {"view": "documents", "q": "muller", "f.program_ids": ["northern-lights-accord"], "sort": "-commitments"},
        {"view": "documents", "q": "soto 🌊"},
    ],
    ids=lambda state: "-".join(map(str, state.values())),
)
def test_the_sql_gives_the_rows_of_the_csv(visit: Open, release: Path, state: dict[str, str | list[str]]) -> None:
    page = visit(**state, lang="en")
    shown = [list(row.values()) for row in download(page)]
    with duckdb.connect(str(release / "migcoop.duckdb"), read_only=True) as connection:
        result = connection.sql(sql(page)).fetchall()
    key = [str(row[0]) for row in result]
    assert key == [row[0] for row in shown]
    assert [len(row) for row in shown] == [len(row) for row in result]
    if state.get("q") != "o'brien":
        assert shown


def test_a_document_shows_all_its_rows_one_after_the_other(visit: Open, release: Path) -> None:
    page = visit(view="documents", row="doc_0000000000000000", lang="en")
    for name in ("figures", "commitments", "program_mentions"):
        words = table(release, name).filter(pl.col("document_id") == "doc_0000000000000000")["surface"].to_list()
        pieces = page.locator(f".text mark.{name}").all_text_contents()
        assert "".join(pieces) == "".join(words)
    seen = []
    for _ in range(6):
        page.click("#mark-after")
        seen.append("".join(page.locator("mark.current").all_text_contents()))
    assert seen[:3] == ["will open 1,200 training places", "1,200 training places", "Northern Lights Accord"]
    assert page.is_disabled("#mark-after")
    page.uncheck("#mark-figures")
    assert page.locator(".text mark.figures").count() == 0
    assert page.locator(".text mark.commitments").count() == 2


def test_a_thread_tells_its_statements_in_order_of_date(visit: Open) -> None:
    page = visit(view="threads", row="thr_0000000000000000", lang="en")
    lines = page.locator(".timeline li").all_inner_texts()
    dates = [line[:10] for line in lines]
    assert dates == sorted(dates)
    assert len(dates) == 8
    assert "37 days later" in lines[2]
    assert "before: 1,200 training places" in lines[2]
    assert page.locator(".timeline .force-reaffirm").count() > 0


def test_a_program_leads_to_its_rows(visit: Open, release: Path) -> None:
    page = visit(view="programs", row="fondo-araucaria", lang="es")
    assert page.inner_text("#detail-title") == "Fondo Araucaria"
    page.click("#detail a:has-text('en total') >> nth=0")
    count = table(release, "commitments").filter(pl.col("program_ids").list.contains("fondo-araucaria")).height
    page.wait_for_selector("#detail", state="hidden")
    assert page.inner_text("#status").startswith(f"{count} de ")


def test_reporting_a_row_drafts_a_correction(visit: Open) -> None:
    page = visit(view="commitments", row="com_0000000000000001", lang="en")
    page.click("#report summary")
    page.select_option("#report-column", "actors")
    page.fill("#report-value", "CAN|ESP")
    page.fill("#report-reason", 'The text says "both", see line 2')
    header, line = csv.reader(io.StringIO(page.input_value("#report-line")))
    assert dict(zip(header, line, strict=True)) == {
        "table": "commitments",
        "row_id": "com_0000000000000001",
        "column": "actors",
        "value": "CAN|ESP",
        "reason": 'The text says "both", see line 2',
        "expected": "CAN",
    }


def test_the_picture_counts_rows_by_two_facets_and_leads_to_them(visit: Open, release: Path) -> None:
    page = visit(view="commitments", lang="en")
    page.click("#fold-picture")
    page.select_option("#picture-1", "language")
    rows = table(release, "commitments").join(table(release, "documents"), on="document_id")
    for actor, party in (("Spain", "ESP"), ("Canada", "CAN")):
        for language, code in (("English", "en"), ("Spanish", "es")):
            counted = rows.filter(pl.col("actors").list.contains(party), pl.col("language") == code).height
            assert page.inner_text(f".picture a[aria-label^='{actor}, {language}']") == str(counted)
    page.click(".picture a[aria-label^='Spain, Spanish']")
    page.wait_for_url("**f.language=es**")
    assert found(page) == rows.filter(pl.col("actors").list.contains("ESP"), pl.col("language") == "es").height


def test_quality_stands_beside_its_table(visit: Open) -> None:
    page = visit(view="figures", lang="en")
    assert "precision 91%, recall 84%, on 12 annotated documents" in page.inner_text(".scores")
    page.click("#tab-threads")
    assert "has not been measured" in page.inner_text(".scores")


def test_it_works_by_keyboard(visit: Open) -> None:
    page = visit(view="commitments", lang="en")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "results"
    page.locator("a.row").first.focus()
    name = page.locator("a.row").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_selector("#detail-title")
    assert page.evaluate("document.activeElement.id") == "detail-title"
    page.keyboard.press("Escape")
    page.wait_for_selector("#detail", state="hidden")
    assert page.evaluate("document.activeElement.innerText") == name


def test_every_control_has_a_name(visit: Open) -> None:
    page = visit(view="documents", row="doc_0000000000000000", lang="en")
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll("input, select, textarea, button, a")]
            .filter((control) => !control.labels?.length && !control.getAttribute("aria-label"))
            .filter((control) => !control.textContent.trim())
            .map((control) => control.outerHTML)"""
    )
    assert unnamed == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("row", ["", "doc_0000000000000000", "thr_0000000000000000", "fig_0000000000000001"])
def test_it_fits_the_width_of_a_phone(visit: Open, row: str) -> None:
    page = visit(view="documents", row=row, lang="es")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_language_changes_every_word_of_the_interface(visit: Open) -> None:
    page = visit(view="documents", lang="en")
    english = page.inner_text("#top") + page.inner_text("#facets > details > summary") + page.inner_text("thead")
    page.click("#language")
    page.wait_for_selector("html[lang=es]")
    for word in ("Documents", "Filters", "Published", "Relevance"):
        assert word in english
        assert word not in page.inner_text("#top") + page.inner_text("#facets") + page.inner_text("thead")


def test_an_empty_release_opens_in_every_view(browser: Any, tmp_path: Path) -> None:
    write_release(tmp_path / "data", 0)
    write_explorer(tmp_path / "data", tmp_path, version="2031.2.0", released_on="2031-02-03", scorecard={})
    page = browser.new_page(locale="en-GB")
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto((tmp_path / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    for view in VIEWS:
        page.click(f"#tab-{view}")
        assert page.inner_text("#status") == "0 of 0 rows"
    page.close()
    assert problems == []


def test_rows_left_out_are_said(browser: Any, release: Path, tmp_path: Path) -> None:
    from warehouse.explorer import render

    content = payload(release / "data", version="2031.2.0", released_on="2031-02-03", scorecard={}, row_limit=600)
    (tmp_path / "index.html").write_text(render(content))
    page = browser.new_page(locale="en-GB")
    page.goto((tmp_path / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    notice = page.inner_text("#notice")
    assert f"{sum(content['left_out'].values()):,} rows" in notice
    assert "at most 600 rows" in notice
    page.close()
