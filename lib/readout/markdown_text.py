"""From Markdown to the text that a reader sees: paragraphs without mark-up, and the given date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from markdown_it import MarkdownIt
from markdown_it.token import Token

from readout.documents import Document
from readout.full_dates import find_full_dates

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t\r]*$", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"^(date|published|title)[ \t]*[:=][ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_UNSEEN_ELEMENT = re.compile(r"<(/?)(?:script|style)\b", re.IGNORECASE)


def read_markdown(markup: str) -> Document:
    """Read a Markdown file (CommonMark with tables): headings and paragraphs become paragraphs.

    The texts of links stay; addresses, pictures and HTML tags go. Of front matter, `title` becomes
    the first paragraph unless a heading opens the file, and `date` or `published` the day of
    publication, if it is spelt out in full.

    >>> read_markdown("# Talks fail" + chr(10) + "They *failed* in [Karum](x.md).").text.split()
    ['Talks', 'fail', 'They', 'failed', 'in', 'Karum.']
    """
    front = _FRONT_MATTER.match(markup)
    entries = {
        name: value.strip("\"'") for name, value in _ENTRY.findall(front[2] if front else "")
    }
    body = markup[front.end() :] if front else markup
    tokens = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").parse(body)
    paragraphs = [words for words in map(str.strip, _paragraphs(tokens)) if words]
    titled = bool(tokens) and tokens[0].type == "heading_open"
    if entries.get("title") and not titled:
        paragraphs.insert(0, entries["title"])
    published = entries.get("published") or entries.get("date") or ""
    return Document("\n\n".join(paragraphs) + "\n", _day(published))


def _day(words: str) -> date | None:
    return next((found.day for found in find_full_dates(words, 0, len(words))), None)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[str]:
    bullet = ""
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            bullet = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield " | ".join(cells)
            cells = None
        elif token.type == "inline" and cells is not None:
            cells.append(_words(token.children or ()))
        elif token.type == "inline":
            yield bullet + _words(token.children or ())
            bullet = ""
        elif token.type in ("code_block", "fence"):  # mostly a paragraph that was indented
            yield from token.content.splitlines()
        elif token.type == "html_block":
            yield _seen_of_page(token.content)


def _words(tokens: Sequence[Token]) -> str:
    words: list[str] = []
    seen = True
    for token in tokens:
        if token.type == "html_inline":
            element = _UNSEEN_ELEMENT.match(token.content)
            seen = bool(element[1]) if element else seen
            words.append(" " if token.content.lower().startswith("<br") else "")
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif token.type in ("code_inline", "text") and seen:
            words.append(token.content)
    return " ".join("".join(words).split())


def _seen_of_page(markup: str) -> str:
    from trafilatura import html2txt

    return html2txt(f"<html><body>{markup}</body></html>")
