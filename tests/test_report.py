"""The report: one page that loads nothing, escapes everything, and says what is not there.

It is made once, of an article without a date and without a tie that tries to break out of the page.
"""

import json
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from correction_sheets import TEXT, correction, write_corrections
from invented import ANALYST, ATTACK

import readout
from readout import report, report_page
from readout.errors import UnmatchedCorrection
from readout.frames import FRAMES

CHARTS = ("mentions", "dispersion", "shared_sentences", "timeline", "network")
MAY_STAND_IN_THE_PAGE = {
    *"html head meta title style body header h1 h2 h3 p nav ol ul li a main section".split(),
    *"details summary pre code em strong div img table thead tbody tr th td mark footer".split(),
    *"aside button script".split(),
}


@dataclass
class Made:
    folder: Path
    steps: list[str]
    complaints: str
    code: int


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The report that the command line makes, and what it says."""
    folder = tmp_path_factory.mktemp("report")
    path = folder / "attack.txt"
    path.write_text(ATTACK, encoding="utf-8")
    command = [sys.executable, "-m", "readout", "report", path, "--out", folder / "made"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return Made(folder / "made", run.stdout.splitlines(), run.stderr, run.returncode)


class Page(HTMLParser):
    """What a page is made of: its tags with their attributes, and the text that a reader sees."""

    def __init__(self, markup):
        super().__init__()
        self.tags, self.words = [], []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def markup(made):
    return (made.folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(markup):
    return Page(markup)


# The folder


def test_the_command_says_each_step_and_where_the_result_lies(made):
    assert (made.code, made.complaints) == (0, "")
    assert made.steps[0].startswith("read <Article 'attack', no date")
    assert made.steps[1:] == [
        "wrote the tables, the network and the timeline",
        "drew the figures",
        "ran 3 notebooks",
        f"wrote {made.folder / 'index.html'}",
    ]


def test_the_folder_holds_the_page_and_all_files_to_take_along(made):
    paths = [path for path in made.folder.rglob("*") if path.is_file()]

    assert {str(path.relative_to(made.folder)) for path in paths} == {
        "index.html",
        "network.graphml",
        "network.gexf",
        "timeline.json",
        "article.txt",
        "tables/datapackage.json",
        *(f"tables/{frame}.csv" for frame in FRAMES),
        *(f"figures/{chart}.{kind}" for chart in CHARTS for kind in ("png", "svg")),
    }


def test_formulas_of_the_article_cannot_run(made):
    sentences = (made.folder / "tables" / "sentences.csv").read_text(encoding="utf-8")

    assert "\"'=HYPERLINK" in sentences
    assert not re.search(r'(^|,|")=', sentences, re.MULTILINE)


# The page


def test_nothing_of_the_article_becomes_mark_up(page, markup):
    assert {tag for tag, _ in page.tags} <= MAY_STAND_IN_THE_PAGE
    assert len(page.all("script")) == markup.count("<script") == 2
    assert "Hackers fill Ghana’s forms with <script>alert(1)</script> tricks" in page.words
    assert not any(key.startswith("on") for _, attributes in page.tags for key in attributes)


def test_the_page_loads_nothing_from_elsewhere(page, markup):
    for _, attributes in page.tags:
        assert attributes.get("src", "data:").startswith("data:image/png;base64,") or (
            "src" not in attributes
        )
        assert attributes.get("href", "#").startswith("#")
        assert "url(" not in attributes.get("style", "")
    assert "@import" not in markup
    assert not {"link", "iframe", "object", "embed"} & {tag for tag, _ in page.tags}


def test_only_the_script_of_the_page_may_run(page, markup):
    [policy] = [meta["content"] for meta in page.all("meta") if "http-equiv" in meta]
    script = re.findall(r"<script>(.*?)</script>", markup, re.DOTALL)[-1]
    digest = b64encode(sha256(script.encode()).digest()).decode()

    assert policy.startswith("default-src 'none';")
    assert f"script-src 'sha256-{digest}'" in policy
    assert "unsafe-inline" not in policy.partition("script-src")[2]


def test_every_picture_says_itself_in_words(page):
    alternatives = [picture.get("alt", "") for picture in page.all("img")]

    assert len(alternatives) == len(CHARTS)
    assert all(len(words) > 20 for words in alternatives)


def test_links_of_the_contents_lead_to_chapters_and_their_sections(page):
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    links = [link["href"].removeprefix("#") for link in page.all("a")]
    headings = [heading["id"] for heading in page.all("h3")]

    assert {*links} == {*headings, *(chapter["id"] for chapter in page.all("section"))}
    assert len(page.all("section")) == 3
    assert len(headings) >= 9
    assert len(set(ids)) == len(ids)


def test_rows_lead_to_paragraphs_that_hold_their_evidence(markup, made):
    paragraphs = json.loads(re.search(r'id="paragraphs">(.*?)</script>', markup, re.DOTALL)[1])
    text = (made.folder.parent / "attack.txt").read_text(encoding="utf-8")
    spans = re.findall(r"(\d+)-(\d+)", " ".join(re.findall(r'data-evidence="(.*?)"', markup)))

    assert spans
    for start, end in ((int(start), int(end)) for start, end in spans):
        assert any(
            text[start:end] == each["text"][start - each["start"] : end - each["start"]]
            for each in paragraphs
        )


def test_code_is_folded_away(page):
    assert len(page.all("details")) >= 10
    assert not any("open" in attributes for attributes in page.all("details"))


def test_there_is_one_title_and_headings_skip_no_level(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_the_article_does_not_say_is_said(page):
    words = " ".join(page.words)

    assert "The article gives no date for anything that happened." in words
    assert "The article says of no two actors who backs or opposes whom." in words
    assert "Published" not in words


def test_nothing_is_said_of_the_article_that_the_notebooks_are_committed_with(markup):
    committed = r"Haftar.s visit|Lukashenko|Belarus.{1,40}aligned|Russia, Egypt"

    assert not re.search(committed, markup)


# Its parts


def test_names_in_title_and_code_are_escaped():
    attack = "</pre></title><script>alert(1)</script>"
    article = readout.parse("Jane Roe smiled.", name=attack)
    cells = (report_page.Cell(code=attack, outputs=("<p>fine</p>",)),)
    markup = report_page.page(article, [report_page.Chapter("one", attack, cells)])

    assert "<script>alert" not in markup
    assert "<p>fine</p>" in markup


def test_headings_of_a_notebook_stand_one_level_lower_and_can_be_linked():
    cells = [nbformat.v4.new_markdown_cell("# Who <is> it?\n\n## The words, & why")]
    made = report_page.chapter("one", cells)

    assert made.title == "Who <is> it?"
    assert made.sections == (report_page.Section("The words, & why", "one-the-words-why"),)
    assert "<h2>Who &lt;is&gt; it?</h2>" in made.cells[0].text
    assert '<h3 id="one-the-words-why">The words, &amp; why</h3>' in made.cells[0].text


def test_cells_for_notebooks_only_are_left_out():
    hidden = nbformat.v4.new_markdown_cell("# Not here", metadata={"tags": ["notebook-only"]})

    assert report_page.chapter("one", [hidden]) == report_page.Chapter("one", "one", ())


def test_the_page_says_when_the_article_was_published():
    article = readout.parse(ANALYST)

    assert "2024-05-06" in report_page.page(article, [])
    assert "<h1>Marshal Odran’s quiet trip to Ankara</h1>" in report_page.page(article, [])


@pytest.fixture
def broken_notebook(tmp_path, monkeypatch):
    cells = [
        nbformat.v4.new_markdown_cell("# A title"),
        nbformat.v4.new_code_cell("article_path = None", metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell("raise ValueError('two\\nlines')"),
    ]
    kernel = {"kernelspec": {"name": "python3", "language": "python", "display_name": "3"}}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
    nbformat.write(notebook, tmp_path / "04_broken.ipynb")
    monkeypatch.setattr(report, "NOTEBOOKS", tmp_path)
    return tmp_path / "04_broken.ipynb"


def test_a_notebook_that_fails_is_a_named_error_in_one_line(broken_notebook, tmp_path):
    with pytest.raises(report.NotebookFailed) as error:
        report.run_notebook(broken_notebook, tmp_path / "article.txt")

    assert isinstance(error.value, readout.ReadoutError)
    assert str(error.value).startswith("04_broken.ipynb: ")
    assert "ValueError" in str(error.value)
    assert len(str(error.value).splitlines()) == 1


def test_without_notebooks_there_is_no_report(tmp_path, monkeypatch):
    (tmp_path / "article.txt").write_text(ATTACK, encoding="utf-8")
    monkeypatch.setattr(report, "NOTEBOOKS", tmp_path / "nowhere")

    with pytest.raises(report.NotebookFailed, match="nowhere"):
        list(report.write_report(tmp_path / "article.txt", tmp_path / "made"))

    assert not (tmp_path / "made" / "index.html").exists()


def test_the_page_tells_what_an_analyst_corrected(tmp_path):
    rows = [
        correction("mentions", "drop", "Norway"),
        correction("mentions", "drop", "Chad"),
    ]
    with pytest.warns(UnmatchedCorrection):
        article = readout.parse(TEXT, corrections=write_corrections(tmp_path, *rows))

    shown = report_page.page(article, [])
    assert "Rows that an analyst corrected: 1 (tables/corrections.csv)." in shown
    assert "Corrections that match nothing in the article: 1." in shown
    assert "an analyst corrected" not in report_page.page(readout.parse(TEXT), [])
