"""The overview of several reports: everything linked, everything escaped, nothing loaded."""

from pathlib import Path

import pytest
from invented import ANALYST

import readout
from readout.overview import Entry, write_overview

ATTACK = "<script>run()"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("overview")
    entries = [
        Entry(Path("b.txt"), "b", readout.parse("Jane Roe visited Ghana.", name="b")),
        Entry(Path(f"{ATTACK}.txt"), 'a "b"/#', readout.parse(ANALYST)),
        Entry(Path("c.pdf"), "c", None, f"UnreadablePDF: {ATTACK}"),
    ]
    return write_overview(folder, entries).read_text(encoding="utf-8")


def test_articles_in_order_of_publication_and_what_was_not_read(page):
    places = [page.index(words) for words in ("2024-05-06", "not given", "Not read", "Unreadable")]

    assert places == sorted(places)
    assert "<h1>2 articles</h1>" in page
    assert "Marshal Odran’s quiet trip to Ankara</a>" in page
    assert ">b</a>" in page, "an article without title goes by its name"


def test_links_lead_into_the_folders(page):
    assert 'href="b/index.html"' in page
    assert 'href="a%20%22b%22/%23/index.html"' in page


def test_nothing_becomes_mark_up_and_nothing_is_loaded(page):
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 2
    assert "default-src 'none'" in page
    assert "src=" not in page
