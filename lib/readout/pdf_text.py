"""From a PDF file to the text of its text layer, or to one named error.

pypdf reads the file and gives the words with their places; `printed_lines` makes paragraphs of
them. A PDF file does not say when its article was published: its dates are those of the file.
"""

import io
import logging
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import hypot
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from readout.errors import ArticleTooLong, UnreadablePDF
from readout.printed_lines import PrintedLine, paragraphs_of
from readout.source import MOST_CHARACTERS

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what cannot be read is raised

_DAMAGE = (  # what pypdf raises on damaged files
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    PyPdfError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


def read_pdf(content: bytes, *, where: str) -> str:
    """Read the text layer of a PDF file: its paragraphs, a blank line between them.

    Raises UnreadablePDF for a file that is damaged, encrypted or has no text layer, ArticleTooLong
    for a text that is too long. `where` names the file in the message.

    >>> read_pdf(b"%PDF-1.7", where="talks.pdf")
    Traceback (most recent call last):
    readout.errors.UnreadablePDF: talks.pdf: damaged PDF file (...); save it anew...
    """
    try:
        pages = list(_pages(content, where=where))
    except DependencyError as error:
        raise _encrypted(where) from error
    except _DAMAGE as error:
        problem = " ".join(str(error).split())[:80] or type(error).__name__
        raise UnreadablePDF(
            f"{where}: damaged PDF file ({problem}); save it anew, or its text as .txt"
        ) from error
    if not any(pages):
        raise UnreadablePDF(
            f"{where}: PDF file without text, perhaps scanned pages; recognise the text (OCR) first"
        )
    return "\n\n".join(paragraphs_of(pages)) + "\n"


def _encrypted(where: str) -> UnreadablePDF:
    return UnreadablePDF(f"{where}: encrypted PDF file; save a copy that needs no password")


def _pages(content: bytes, *, where: str) -> Iterator[list[PrintedLine]]:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _encrypted(where)
    length = 0
    for page in reader.pages:
        lines = _lines(page)
        length += sum(len(line.words) for line in lines)
        if length > MOST_CHARACTERS:
            raise ArticleTooLong(f"{where}: more than {MOST_CHARACTERS:,} characters; split it")
        yield lines


def _lines(page: PageObject) -> list[PrintedLine]:
    """The lines of a page in the order of the file, which is mostly that of reading."""
    lines: list[PrintedLine] = []
    begun: list[PrintedLine] = []

    def collect(text: str, outer: list[float], inner: list[float], _font: Any, size: float) -> None:
        """Take a piece of text, its place and its size; pypdf calls this for each."""
        x, y = _moved(inner[4], inner[5], outer)
        size *= hypot(*_moved(inner[2], inner[3], [*outer[:4], 0, 0]))
        for number, words in enumerate(text.split("\n")):
            if number:
                lines.extend(_line(begun))
                begun.clear()
            begun.append(PrintedLine(words, x, y, size))

    page.extract_text(visitor_text=collect)
    return [*lines, *_line(begun)]


def _moved(x: float, y: float, matrix: Sequence[float]) -> tuple[float, float]:
    """The point (x, y) in the coordinates that the matrix of a PDF file leads to."""
    return (
        x * matrix[0] + y * matrix[2] + matrix[4],
        x * matrix[1] + y * matrix[3] + matrix[5],
    )


def _line(pieces: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The line of these pieces, at the place of the first that has words; none if none has."""
    words = " ".join("".join(piece.words for piece in pieces).translate(_LIGATURES).split())
    if words:
        first = next(piece for piece in pieces if piece.words.strip())
        yield replace(first, words=words)
