"""The page of a report: the notebooks as chapters, self-contained, everything escaped.

Pictures, style and script lie in the page, and its content security policy allows nothing else:
what an article may bring along can neither run nor load anything.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import jinja2
import nbformat
from markdown_it import MarkdownIt

from readout.article import Article

HERE = Path(__file__).parent
FOR_NOTEBOOKS_ONLY = "notebook-only"  # tag of cells that a page has no use for


@dataclass(frozen=True)
class Cell:
    """A cell as the page shows it: text as HTML, or folded code with its outputs as HTML."""

    text: str = ""
    code: str = ""
    outputs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading inside a chapter: its words, and the id of its place in the page."""

    title: str
    anchor: str


@dataclass(frozen=True)
class Chapter:
    """A notebook as the page shows it."""

    name: str
    title: str
    cells: tuple[Cell, ...]
    sections: tuple[Section, ...] = ()


def chapter(name: str, cells: Iterable[nbformat.NotebookNode]) -> Chapter:
    """Make a chapter of the cells of a notebook that ran; its title is the first heading.

    >>> made = chapter("1_talks", [nbformat.v4.new_markdown_cell("# Talks" + chr(10) + "## Who")])
    >>> made.title, made.sections
    ('Talks', (Section(title='Who', anchor='1_talks-who'),))
    """
    shown = [cell for cell in cells if FOR_NOTEBOOKS_ONLY not in cell.metadata.get("tags", [])]
    headings = re.findall(r"^(##?) (.+)$", _markdown(shown), re.MULTILINE)
    title = next((words for level, words in headings if level == "#"), name)
    sections = tuple(
        Section(words, _anchor(name, words)) for level, words in headings if level == "##"
    )
    return Chapter(name, title, tuple(_cell(name, cell) for cell in shown), sections)


def page(article: Article, chapters: list[Chapter]) -> str:
    """The report as one self-contained HTML page; everything from the article is escaped.

    >>> page(article, []).count("<html")
    1
    """
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(_part("report.html.j2"))
    script = _part("report.js")
    return template.render(
        article=article,
        by_hand=_by_hand(article),
        chapters=chapters,
        style=_part("report.css"),
        script=script,
        script_hash=f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}",
        paragraphs=_paragraphs(article),
    )


def _by_hand(article: Article) -> list[str]:
    """What of the article's rows an analyst decided, and not the software."""
    status = article.corrections["status"].tolist()
    applied, unmatched = status.count("applied"), status.count("unmatched")
    own = article.actors["via"].tolist().count("own")
    sentences = []
    if applied:
        sentences.append(f"Rows that an analyst corrected: {applied} (tables/corrections.csv).")
    if unmatched:
        sentences.append(f"Corrections that match nothing in the article: {unmatched}.")
    if own:
        sentences.append(f"Actors from the reader's own list: {own}.")
    return sentences


def _part(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _markdown(cells: Iterable[nbformat.NotebookNode]) -> str:
    return "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def _anchor(chapter_name: str, heading: str) -> str:
    return f"{chapter_name}-{re.sub(r'[^a-z0-9]+', '-', heading.lower()).strip('-')}"


def _cell(chapter_name: str, cell: nbformat.NotebookNode) -> Cell:
    if cell.cell_type == "markdown":
        return Cell(text=_prose(chapter_name, cell.source))
    return Cell(code=cell.source, outputs=tuple(_output(output) for output in cell.outputs))


def _prose(chapter_name: str, source: str) -> str:
    """Markdown as HTML, one level of headings lower, because the page has a title of its own."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(source)
    for token, words in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{int(token.tag[1]) + 1}"
        if token.type == "heading_open" and token.tag == "h3" and words is not None:
            token.attrSet("id", _anchor(chapter_name, words.content))
    return parser.renderer.render(tokens, parser.options, {})


def _output(output: nbformat.NotebookNode) -> str:
    data = output.get("data", {})
    if "text/html" in data:
        return data["text/html"]
    plain = data.get("text/plain") or output.get("text", "")
    return jinja2.Template("<pre>{{ plain }}</pre>", autoescape=True).render(plain=plain)


def _paragraphs(article: Article) -> str:
    """The paragraphs of the text as JSON that may stand in a page: id, start, and words."""
    found = [
        {
            "id": f"paragraph-{number}",
            "start": int(group["start"].min()),
            "text": article.text[group["start"].min() : group["end"].max()],
        }
        for number, group in article.sentences.groupby("paragraph", sort=True)
    ]
    return json.dumps(found, ensure_ascii=False).replace("<", "\\u003c")
