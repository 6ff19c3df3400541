"""The page of a report, used as a person would: sort, filter, see the words behind a row.

The page is opened from the disk, as a reader opens it, with the network cut off.
"""

from pathlib import Path

import pytest
from browser import do_without
from invented import ANALYST

import readout
from readout import charts, report_page, tables
from readout.report_page import Cell, Chapter, Section

ROOT = Path(__file__).parents[1]
AXE = ROOT / ".ci" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = {"serious", "critical"}
TIES = "#backers table.evidence"


@pytest.fixture(scope="module")
def article():
    return readout.parse(ANALYST)


@pytest.fixture(scope="module")
def address(article, tmp_path_factory):
    """A page with tables and a chart, as a notebook leaves them."""
    outputs = (
        charts.network(article)._repr_mimebundle_()["text/html"],
        tables.ties(article)._repr_html_(),
    )
    chapters = [
        Chapter(
            "people",
            "Who is in it?",
            (Cell(text='<h2>Who is in it?</h2><h3 id="a">Aliases</h3>'), cell(article)),
            (Section("Aliases", "a"),),
        ),
        Chapter("backers", "Who backs whom?", (Cell(text="<h2>Who?</h2>"), Cell("", "x", outputs))),
    ]
    path = tmp_path_factory.mktemp("page") / "index.html"
    path.write_text(report_page.page(article, chapters), encoding="utf-8")
    return path.as_uri()


def cell(article):
    shown = (tables.aliases(article)._repr_html_(), readout.highlight(article)._repr_html_())
    return Cell(code="readout.tables.aliases(article)", outputs=shown)


@pytest.fixture
def page(browser, address):
    """The page in a browser that is offline; a test that leaves a complaint of it fails."""
    context = browser.new_context(offline=True)
    opened = context.new_page()
    complaints = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", lambda request: complaints.append(request.url))
    opened.goto(address)
    yield opened
    context.close()
    assert not complaints


def column(table, number):
    return table.locator(f"tbody tr:visible > :nth-child({number})").all_text_contents()


def test_a_heading_sorts_its_column_up_and_down(page):
    table = page.locator(TIES)
    heading = table.get_by_role("columnheader").first

    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    assert column(table, 1) == sorted(column(table, 1), key=str.casefold)

    heading.get_by_role("button").press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    assert column(table, 1) == sorted(column(table, 1), key=str.casefold, reverse=True)


def test_numbers_sort_as_numbers(page, article):
    table = page.locator("#people table.evidence")
    table.get_by_role("button", name="mentions", exact=True).click()

    assert [int(count) for count in column(table, 6)] == sorted(article.actors["mentions"])


def test_a_filter_keeps_the_rows_with_its_words(page, article):
    hedged = int((article.ties["certainty"] == "hedged").sum())
    table = page.locator(TIES)
    bar = page.locator("#backers .filter")

    bar.get_by_label("Filter rows").fill("HEDGED")

    assert 0 < hedged < len(article.ties)
    assert column(table, 4) == ["hedged"] * hedged
    assert bar.locator("output").text_content() == f"{hedged} of {len(article.ties)} rows"


def test_a_row_shows_its_words_in_the_article(page, article):
    tie = article.ties.iloc[-1]
    button = page.locator(TIES).get_by_role("button", name="show").last
    panel = page.locator("#evidence")
    assert panel.is_hidden()

    button.press("Enter")

    marks = panel.locator("mark")
    assert marks.all_text_contents() == [article.text[tie["start"] : tie["end"]]]
    assert page.evaluate("document.activeElement.id") == "evidence"
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert button.evaluate("button => button === document.activeElement")


def test_an_actor_shows_all_its_mentions(page, article):
    most = article.actors.iloc[0]
    page.locator("#people").get_by_role("button", name="show").first.click()
    words = article.mentions.loc[article.mentions["actor"] == most["actor"], "text"]

    assert page.locator("#evidence mark").all_text_contents() == words.tolist()
    page.locator("#evidence").get_by_role("link").first.click()
    assert page.evaluate("document.querySelector(location.hash).tagName") == "P"


def test_print_leaves_the_controls_out(page):
    page.emulate_media(media="print")

    assert page.locator(".filter:visible, .show:visible, details:visible").count() == 0
    assert page.locator(f"{TIES} mark").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_of_accessibility(browser, address, scheme):
    if not AXE.exists():
        do_without("axe-core is not installed (npm ci in .ci)")
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)  # axe is a second script
    page = context.new_page()
    page.goto(address)
    page.locator("#people").get_by_role("button", name="show").first.click()
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run()")["violations"]
    context.close()

    assert [fault["id"] for fault in found if fault["impact"] in SERIOUS] == []
