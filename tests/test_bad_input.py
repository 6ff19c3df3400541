"""Bad input gives either right frames or one named error, in one line that says what to do."""

import textwrap
from pathlib import Path

import pandas as pd
import pytest
from invented import ANALYST, ATTACK, INVENTED, PUBLISHED, WIRE

import readout
from readout import errors
from readout.frames import FRAMES

GERMAN = (
    "Der Außenminister besuchte am Montag die Hauptstadt und sprach mit der Regierung über die Lage"
    " in der Region, die seit Wochen angespannt ist. Ergebnisse gab es keine."
)


@pytest.fixture
def file(tmp_path):
    def write(content: bytes) -> Path:
        path = tmp_path / "article.txt"
        path.write_bytes(content)
        return path

    return write


def check_message(error, *, says):
    """One line: what is wrong, where, and what to do about it."""
    message = str(error.value)
    assert isinstance(error.value, errors.ReadoutError)
    assert len(message.splitlines()) == 1
    assert says in message
    assert len(message) <= 300


def same_reading(one, other):
    """Whether two articles say the same of who, when and how sure, wherever it stands."""
    columns = {
        "sentences": ["section", "certainty"],
        "mentions": ["actor", "kind", "reading"],
        "actors": ["actor", "name", "type", "role", "country"],
        "dates": ["first_day", "last_day", "precision"],
        "timeline": ["first_day", "last_day", "label", "actors", "certainty"],
        "ties": ["source", "relation", "target", "certainty"],
        "related": ["title", "published"],
    }
    for frame, shared in columns.items():
        pd.testing.assert_frame_equal(getattr(one, frame)[shared], getattr(other, frame)[shared])
    return True


# Named errors

UNUSABLE_FILES = {
    "empty": (b"", errors.EmptyArticle, "give the text of an article"),
    "blank": (b" \r\n\t \n", errors.EmptyArticle, "give the text of an article"),
    "byte order mark": (b"\xef\xbb\xbf", errors.EmptyArticle, "give the text of an article"),
    "PDF": (b"%PDF-1.7\n\xd0\xd4\xc5\xd8", errors.UnreadablePDF, "save it anew"),
    "Word": (b"PK\x03\x04\x14\x00", errors.NotText, "save the article as plain text"),
    "binary": (bytes(range(256)) * 9, errors.NotText, "give the article as plain text"),
    "NUL": (b"Jane Roe\x00 met Idris Maharo.", errors.NotText, "give the article as plain text"),
    "unknown encoding": (b"Jane Roe \x81\x8d\x8f", errors.UnknownEncoding, "save the article as"),
    "damaged UTF-8": ("“Roe” – é".encode()[:-1], errors.UnknownEncoding, "save the article anew"),
    "half a UTF-16": ("\ufeffRoe".encode("utf-16-le")[:-1], errors.UnknownEncoding, "save the"),
    "empty page": (b"<!doctype html><html></html>", errors.EmptyArticle, "save its text"),
    "script": (b"<script>alert('Jane Roe')</script>", errors.EmptyArticle, "save its text"),
    "XML": (b"<?xml version='1.0'?><news>Roe</news>", errors.NotPlainText, "save the text"),
    "5 MB": (b"Jane Roe met him. " * 300_000, errors.ArticleTooLong, "split it into its articles"),
    "German": (GERMAN.encode(), errors.NotEnglish, "give an English article"),
    "Tuesday": (b"Jane Roe left on Tuesday.", errors.PublicationDateMissing, "published="),
}


@pytest.mark.parametrize("name", UNUSABLE_FILES)
def test_unusable_file(file, name):
    content, kind, says = UNUSABLE_FILES[name]
    path = file(content)

    with pytest.raises(kind) as error:
        readout.load(path)

    check_message(error, says=says)


@pytest.mark.parametrize(
    ("name", "says"),
    [("missing.txt", "check the path"), (".", "a folder"), ("n" * 5000, "check its name")],
    ids=["missing", "folder", "name too long"],
)
def test_no_file(tmp_path, name, says):
    with pytest.raises(errors.ArticleNotFound) as error:
        readout.load(tmp_path / name)

    check_message(error, says=says)


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        ("", errors.EmptyArticle, "give the text of an article"),
        ("\u200b … \n", errors.EmptyArticle, "give the text of an article"),
        ("Jane\x00Roe", errors.NotText, "give the article as plain text"),
        ("Jane Roe \ud83d", errors.NotText, "decode the text anew"),
        ("<div>" * 4 + ANALYST, errors.NotPlainText, "save the text"),
        ("x" * 1_000_001, errors.ArticleTooLong, "split it into its articles"),
        (GERMAN, errors.NotEnglish, "give an English article"),
        ("Jane Roe left Ghana last\nweek.", errors.PublicationDateMissing, "published="),
    ],
)
def test_unusable_text(text, kind, says):
    with pytest.raises(kind) as error:
        readout.parse(text)

    check_message(error, says=says)


def test_the_error_names_the_article():
    with pytest.raises(errors.NotEnglish, match=r"^bericht: "):
        readout.parse(GERMAN, name="bericht")


@pytest.mark.parametrize("published", ["", "6.5.2024", "2024-02-30", "0024-01-01", "2024\n05", 5])
def test_unusable_publication_date(published):
    with pytest.raises(errors.BadPublicationDate) as error:
        readout.parse(WIRE, published=published)

    check_message(error, says="year-month-day")


@pytest.mark.parametrize("model", ["no_such_model", "seeds"])
def test_unusable_model(model, monkeypatch, pytestconfig):
    monkeypatch.chdir(pytestconfig.rootpath)

    with pytest.raises(errors.ModelNotFound) as error:
        readout.parse(WIRE, model=model)
    check_message(error, says="not installed")

    monkeypatch.setenv("READOUT_MODEL", model)
    with pytest.raises(errors.ModelNotFound):
        readout.parse(WIRE)


# Right frames


def test_a_web_page_with_a_script_is_its_text(file):
    page = f"<html><script>alert('Ghana')</script><p>{WIRE}</p><script>run()</script></html>"

    assert (
        readout.load(file(page.encode()), published="2024-05-06").text
        == " ".join(WIRE.split()) + "\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_the_encoding_makes_no_difference(file, encoding):
    assert same_reading(readout.load(file(ANALYST.encode(encoding))), readout.parse(ANALYST))


@pytest.mark.parametrize("name", INVENTED)
@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_and_lines_that_break_make_no_difference(name, end):
    text, published = INVENTED[name], PUBLISHED.get(name)
    if end == "\n":
        lines = [line if line[:1] in ("", " ") else broken(line) for line in text.split("\n")]
        other = "\n".join(lines)
    else:
        other = text.replace("\n", end)

    one = readout.parse(text, published=published)
    assert same_reading(readout.parse(other, published=published), one)


def broken(line):
    return textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False)


@pytest.mark.parametrize("text", ["Oreland", "Stop!", "2024", "…and?", "😀 yes", "ÅÄÖ", "-x-"])
def test_one_word(text):
    article = readout.parse(text, published="2024-05-06")

    assert article.sentences["text"].tolist() == [text]
    assert (article.title, len(article.mentions), len(article.ties)) == (None, 0, 0)


def test_one_word_that_is_an_actor():
    [mention] = readout.parse("Ghana").mentions.itertuples()

    assert (mention.actor, mention.start, mention.end) == ("ghana", 0, 5)


def test_no_full_stop():
    article = readout.parse("Egypt has armed the Sahel Freedom Army, which Kenya opposes")

    assert len(article.sentences) == 1
    assert article.ties[["source", "relation", "target"]].to_numpy().tolist() == [
        ["egypt", "backs", "sahel-freedom-army"],
        ["kenya", "opposes", "sahel-freedom-army"],
    ]


def test_no_date_is_needed_where_none_is_relative():
    article = readout.parse("Jane Roe visited Ghana on 3 May 2024 and in 2019.")

    assert article.published is None
    assert article.dates["first_day"].astype(str).tolist() == ["2024-05-03", "2019-01-01"]
    assert "article published" not in set(article.timeline["label"])


def test_quoted_tags_and_formulas_are_words():
    article = readout.parse(ATTACK)

    assert article.title == ATTACK.splitlines()[0]
    assert article.text == ATTACK
    assert {"ghana", "accra"} <= set(article.actors["actor"])


def test_text_of_a_hundred_pages_of_one_word():
    article = readout.parse("x" * 100_000)

    assert all(len(getattr(article, frame)) <= 1 for frame in FRAMES)
