"""From a file, in any of the formats that articles are kept in, to the text of the article.

Plain text is taken as it is. Of a web page, a Markdown file or a PDF the text is extracted, and the
extracted text is what all offsets count in.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from readout.errors import NotPlainText
from readout.markup import MARKDOWN_SUFFIXES, PAGE_SUFFIXES, is_web_page
from readout.source import check_text, check_words, decode, read_bytes

SUFFIXES = (*MARKDOWN_SUFFIXES, *PAGE_SUFFIXES, ".pdf", ".text", ".txt")
MOST_BYTES = 50_000_000  # pages and PDF files carry pictures

_PDF = b"%PDF-"
_WEB_ARCHIVE = re.compile(rb"MIME-Version:.*multipart/|multipart/.*MIME-Version:", re.DOTALL)
_HEAD = 2000  # bytes in which a web archive shows itself as one


@dataclass(frozen=True, slots=True)
class Document:
    """The text of an article, and the day of publication that its file declares beside the text."""

    text: str
    published: date | None = None


def read_document(path: str | Path) -> Document:
    """Read the text of an article file: plain text, web page (HTML), Markdown or PDF.

    What a file is, its content says; only Markdown is known by its suffix. Raises
    `ArticleNotFound`, `EmptyArticle`, `NotText`, `NotPlainText` (XML, web archives),
    `UnknownEncoding`, `UnreadablePDF` or `ArticleTooLong`.

    >>> read_document("seeds/haftar-belarus-2025-02-24.txt").text[:14]
    'Khalifa Haftar'
    """
    where, suffix = str(path), Path(path).suffix.lower()
    content = read_bytes(path, most=MOST_BYTES)
    if content.startswith(_PDF):
        from readout.pdf_text import read_pdf

        document = Document(read_pdf(content, where=where))
    else:
        text = decode(content, where=where)
        if _WEB_ARCHIVE.search(content[:_HEAD]):
            raise NotPlainText(f"{where}: a web archive or e-mail; save it as HTML or plain text")
        if is_web_page(text, suffix):
            from readout.web_pages import read_page

            document = read_page(text, where=where)
        elif suffix in MARKDOWN_SUFFIXES:
            from readout.markdown_text import read_markdown

            document = read_markdown(text)
        else:
            check_text(text, where=where)
            return Document(text)
    check_words(document.text, where=where)
    return document
