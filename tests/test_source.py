"""From files in several encodings to their exact text, or to one named error."""

import contextlib
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.errors import (
    ArticleNotFound,
    ArticleTooLong,
    EmptyArticle,
    NotPlainText,
    NotText,
    ReadoutError,
    UnknownEncoding,
)
from readout.source import MOST_CHARACTERS, check_text, read_text

SEED = Path(__file__).parents[1] / "seeds" / "haftar-belarus-2025-02-24.txt"
TEXT = "Jane Roe’s visit\r\n\r\nThe “talks” began in Karum – at last.\nThey cost £5.\r\n"


@pytest.fixture
def file(tmp_path):
    def write(content):
        path = tmp_path / "article.txt"
        path.write_bytes(content)
        return path

    return write


def test_seed_is_the_publishers_text_byte_for_byte():
    digest = hashlib.sha256(SEED.read_bytes()).hexdigest()

    assert digest == "d0195c8c2fe973b6b784d449ea5baf1b56d6ba93f58a97714a6ad241e85c8287"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_text_is_what_the_file_says(file, encoding):
    path = file(TEXT.encode(encoding))

    with path.open(encoding=encoding, newline="") as lines:
        assert read_text(path) == lines.read() == TEXT


def test_byte_order_mark_is_no_part_of_the_text(file):
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert read_text(file(mark + TEXT.encode(encoding))) == TEXT


def test_path_may_be_a_string(file):
    assert read_text(str(file(b"Oreland"))) == "Oreland"


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (b"", EmptyArticle, "no word"),
        (b" \r\n\t\xc2\xa0\n", EmptyArticle, "no word"),
        (b"\xef\xbb\xbf", EmptyArticle, "no word"),
        (b"*** --- ...", EmptyArticle, "no word"),
        (b"%PDF-1.7 and so on", NotText, "a PDF file"),
        (b"PK\x03\x04 and so on", NotText, "Word"),
        (b"\x89PNG\r\n\x1a\n", NotText, "picture"),
        (b"{\\rtf1 Oreland}", NotText, "RTF"),
        (b"Ore\x00land is far away.", NotText, "NUL"),
        (bytes(range(256)) * 4, NotText, "NUL"),
        (b"\x01\x02\x03\x04 Oreland", NotText, "control"),
        (b"Oreland \x81 Karum", UnknownEncoding, "byte 8"),
        ("The “talks” – at last’".encode() + b"\xe2\x80", UnknownEncoding, "damaged UTF-8 at byte"),
        ("\ufeffOreland".encode("utf-16-le")[:-1], UnknownEncoding, "byte"),
        (b"<!DOCTYPE html><html><p>Oreland</p></html>", NotPlainText, "mark-up"),
        (b"Oreland <script>alert(1)</script>" + b"<p>Karum</p>" * 2, NotPlainText, "mark-up"),
        (b"<?xml version='1.0'?><news>Oreland</news>", NotPlainText, "mark-up"),
        (b"Oreland " * 700_000, ArticleTooLong, "5,600,000 bytes"),
        (b"Oreland " * 200_000, ArticleTooLong, "1,600,000 characters"),
    ],
)
def test_unusable_file_raises_one_named_error_in_one_line(file, content, error, message):
    path = file(content)

    with pytest.raises(error, match=message) as raised:
        read_text(path)

    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)
    assert ";" in str(raised.value), "it says what to do"


@pytest.mark.parametrize("name", ["missing.txt", ".", "x" * 5000, "a\x00b"])
def test_unreadable_path_raises_one_named_error_in_one_line(tmp_path, name):
    with pytest.raises(ArticleNotFound) as raised:
        read_text(tmp_path / name)

    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "text",
    [
        "Oreland",
        "no full stop at all",
        "An <b>article</b> may quote <script>alert(1)",
        "5 < 6 > 4, she said <laughs>, a<b",
        "=SUM(A1:A9)",
        "A stray \x1a or \x0c is no reason to stop reading.",
        "Ж" * 100,
        "x" * MOST_CHARACTERS,
    ],
)
def test_odd_text_is_text(text):
    check_text(text, where="article")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("\ud800 Oreland", NotText),
        ("Oreland\x00", NotText),
        ("<div>Oreland", NotPlainText),
        ("x" * (MOST_CHARACTERS + 1), ArticleTooLong),
        ("\u200b", EmptyArticle),
    ],
)
def test_unusable_string_raises_one_named_error(text, error):
    with pytest.raises(error, match=r"^article: "):
        check_text(text, where="article")


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_named_error(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content)

    with contextlib.suppress(ReadoutError):
        assert read_text(path)
