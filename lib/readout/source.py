"""From a file to its text, or to one named error that says what is wrong with it.

The text is never edited: every offset that Readout gives counts characters in exactly what
`path.read_text(encoding, newline="")` returns. A Windows line end counts as the two characters that
it is. Only the byte order mark is left out, because it belongs to the encoding.
"""

import re
from pathlib import Path

from readout.errors import (
    ArticleNotFound,
    ArticleTooLong,
    EmptyArticle,
    NotPlainText,
    NotText,
    UnknownEncoding,
)
from readout.markup import is_markup

MOST_CHARACTERS = 1_000_000  # spaCy's own limit (nlp.max_length): more may not fit into memory
MOST_BYTES = 4 * MOST_CHARACTERS + 4  # no encoding takes more than four bytes for a character

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BINARY_FILES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Word file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
)
# Plain text has tabs and line ends (\t \n \v \f \r, and \x1a that ends old DOS files), no others.
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")


def read_text(path: str | Path) -> str:
    """Read the text of an article file, in UTF-8, UTF-16 or Windows-1252.

    Returns the text as it is in the file, line ends included, without the byte order mark.
    UTF-16 without a byte order mark is read if every other byte says so; Windows-1252 is read where
    the bytes are not UTF-8. Raises `ArticleNotFound`, `EmptyArticle`, `NotText`, `NotPlainText`,
    `UnknownEncoding` or `ArticleTooLong`.

    >>> read_text("seeds/haftar-belarus-2025-02-24.txt")[:14]
    'Khalifa Haftar'
    """
    text = decode(read_bytes(path, most=MOST_BYTES), where=str(path))
    check_text(text, where=str(path))
    return text


def check_text(text: str, *, where: str) -> None:
    """Raise the error that says why `text` cannot be read as an article, if there is one.

    `where` names the text in the message. Raises `EmptyArticle`, `NotText`, `NotPlainText` or
    `ArticleTooLong`.

    >>> check_text("  ", where="article")
    Traceback (most recent call last):
    readout.errors.EmptyArticle: article: no word in it; give the text of an article
    """
    check_words(text, where=where)
    if is_markup(text):
        raise NotPlainText(
            f"{where}: mark-up (HTML or XML), not plain text; save the text that the page shows"
        )


def check_words(text: str, *, where: str) -> None:
    """Do what `check_text` does, for a text that may quote mark-up because none is left in it.

    >>> check_words("The page began with <html>.", where="article")
    >>> check_words("<>", where="article")
    Traceback (most recent call last):
    readout.errors.EmptyArticle: article: no word in it; give the text of an article
    """
    if len(text) > MOST_CHARACTERS:
        raise ArticleTooLong(_too_long(where, f"{len(text):,} characters"))
    _check_characters(text, where=where)
    if not any(map(str.isalnum, text)):
        raise EmptyArticle(f"{where}: no word in it; give the text of an article")


def read_bytes(path: str | Path, *, most: int) -> bytes:
    """Read a file of at most `most` bytes; raises `ArticleNotFound` or `ArticleTooLong`.

    >>> read_bytes("seeds/haftar-belarus-2025-02-24.txt", most=1_000_000)[:14]
    b'Khalifa Haftar'
    >>> read_bytes("seeds", most=1_000_000)
    Traceback (most recent call last):
        ...
    readout.errors.ArticleNotFound: seeds: is a folder; name an article in it
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise ArticleNotFound(f"{path}: is a folder; name an article in it")
        if not path.exists():
            raise ArticleNotFound(f"{path}: no such file; check the path and the working directory")
        if not path.is_file():
            raise ArticleNotFound(f"{path}: is a device or pipe; give the path of a file")
        if path.stat().st_size > most:
            raise ArticleTooLong(_too_long(str(path), f"{path.stat().st_size:,} bytes"))
        return path.read_bytes()
    except OSError as error:
        raise ArticleNotFound(
            f"{str(path)[:200]}: cannot be read ({error.strerror}); check its name and permissions"
        ) from error


def decode(content: bytes, *, where: str) -> str:
    """Decode the content of a text file; raises `NotText` or `UnknownEncoding`.

    >>> decode(bytes([0x93, 0x52, 0x6F, 0x65, 0x94]), where="article.txt")
    '“Roe”'
    """
    for magic, kind in _BINARY_FILES:
        if content.startswith(magic):
            raise NotText(f"{where}: {kind}, not text; save the article as plain text (.txt) first")
    encoding = _marked_encoding(content)
    if encoding:
        return _decode(content, encoding, where=where)
    if b"\x00" in content:
        raise NotText(f"{where}: binary data (NUL bytes), not text; give the article as plain text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(content):
            raise UnknownEncoding(
                f"{where}: damaged UTF-8 at byte {error.start}; save the article anew as UTF-8"
            ) from error
        return _decode(content, "cp1252", where=where)


def _decode(content: bytes, encoding: str, *, where: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnknownEncoding(
            f"{where}: byte {error.start} is valid neither in UTF-8 nor in UTF-16 nor in"
            " Windows-1252; save the article as UTF-8"
        ) from error


def _marked_encoding(content: bytes) -> str | None:
    """The encoding that the first bytes, or NUL at every other place, leave no doubt about."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    half = len(content) // 2
    nul_first, nul_second = content[::2].count(0), content[1::2].count(0)
    if len(content) % 2 == 0 and max(nul_first, nul_second) > 0.7 * half:
        if nul_first == 0:
            return "utf-16-le"
        if nul_second == 0:
            return "utf-16-be"
    return None


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether most of what is not ASCII is UTF-8, which Windows-1252 resembles only by accident."""
    characters = content.decode("utf-8", errors="replace")
    broken = characters.count("\ufffd")
    return sum(not character.isascii() for character in characters) > 2 * broken


def _check_characters(text: str, *, where: str) -> None:
    if "\x00" in text:
        raise NotText(
            f"{where}: binary data (NUL characters), not text; give the article as plain text"
        )
    control = len(_CONTROL_CHARACTERS.findall(text))
    if control > 1 + len(text) // 1000:
        raise NotText(
            f"{where}: binary data ({control} control characters), not text;"
            " give the article as plain text"
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotText(
            f"{where}: character {error.start} is half a surrogate pair; decode the text anew"
        ) from error


def _too_long(where: str, size: str) -> str:
    return (
        f"{where}: {size}, more than the {MOST_CHARACTERS:,} characters that spaCy analyses at"
        " once; split it into its articles"
    )
