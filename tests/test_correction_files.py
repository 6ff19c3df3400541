"""Files of corrections: where they lie, what is wrong with them, and what matches nothing."""

import warnings
from functools import partial

import pandas as pd
import pytest
from correction_sheets import TEXT, correction, write_corrections

import readout
from readout import scoring
from readout.errors import BadCorrections, ReadoutError, UnmatchedCorrection
from readout.frames import FRAMES


@pytest.fixture(scope="module")
def plain():
    return readout.parse(TEXT)


@pytest.fixture
def sheet(tmp_path):
    return partial(write_corrections, tmp_path)


@pytest.fixture
def unmatched(sheet):
    """The reason why the one correction matches nothing; the frames are as without it."""

    def read(**row):
        with pytest.warns(UnmatchedCorrection):
            article = readout.parse(TEXT, corrections=sheet(row))
        [found] = article.corrections.to_dict("records")
        assert found["status"] == "unmatched"
        assert pd.isna(found["effect"])
        same_frames(article, readout.parse(TEXT))
        return found["why"]

    return read


def same_frames(one, other):
    for frame in FRAMES.keys() - {"corrections"}:
        pd.testing.assert_frame_equal(getattr(one, frame), getattr(other, frame))


# The file


def test_the_file_beside_the_article_is_applied(tmp_path, sheet):
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    path = sheet(correction("ties", "drop", "Norway opposes Egypt"))

    by_itself = readout.load(tmp_path / "article.txt")
    off = readout.load(tmp_path / "article.txt", corrections=False)
    elsewhere = path.rename(tmp_path / "mine.csv")
    named = readout.load(tmp_path / "article.txt", corrections=elsewhere)
    gone = readout.load(tmp_path / "article.txt")

    assert "norway" not in {*by_itself.ties["source"]} | {*named.ties["source"]}
    assert "norway" in {*off.ties["source"]} & {*gone.ties["source"]}
    assert len(by_itself.corrections) == 1
    assert off.corrections.empty


def test_an_article_whose_name_leaves_no_room_for_corrections(tmp_path):
    path = tmp_path / f"{'a' * 250}.txt"
    path.write_text(TEXT, encoding="utf-8")

    assert readout.load(path).corrections.empty


def test_scores_are_of_readout_and_not_of_the_analyst(tmp_path, sheet):
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    sheet(correction("ties", "drop", "Norway opposes Egypt"))

    assert "norway" in {*scoring.READOUT(tmp_path / "article.txt").ties["source"]}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_spreadsheets_save(tmp_path, delimiter):
    path = tmp_path / "c.csv"
    cells = (
        ["Frame", "action", "text", "source", ""],
        ["ties", "DROP", "Norway opposes Egypt", "", ""],
    )
    lines = [delimiter.join(row) for row in [*cells, [""] * 5]]
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())

    assert readout.parse(TEXT, corrections=path).corrections["status"].tolist() == ["applied"]


def test_a_file_without_corrections_changes_nothing(sheet, plain):
    same_frames(readout.parse(TEXT, corrections=sheet()), plain)


def test_lines_are_those_of_the_file(tmp_path):
    path = tmp_path / "c.csv"
    path.write_text(
        'frame,action,text,actor,note\n\nmentions,drop,Cairo,,"two\nlines"\n\nactors,drop,,norway,\n'
    )

    listed = readout.parse(TEXT, corrections=path).corrections

    assert listed["line"].tolist() == [3, 6]
    assert listed["text"].tolist() == ["Cairo", "norway"]
    assert listed["note"].tolist()[0] == "two\nlines"


# What matches nothing

UNMATCHED = {
    "words that are not there": (
        correction("mentions", "drop", "Sweden"),
        "the article does not have these words",
    ),
    "part of a word": (correction("mentions", "drop", "Egyp"), "does not have these words"),
    "an offset that has moved": (
        correction("mentions", "drop", "Norway", start=3),
        f"do not stand there; they begin at {TEXT.index('Norway')}",
    ),
    "an end that has moved": (
        correction("mentions", "drop", "Norway", start=TEXT.index("Norway"), end=7),
        "do not stand there",
    ),
    "no row": (correction("mentions", "drop", "envoy travelled"), "no row of mentions has these"),
    "part of a mention": (correction("mentions", "drop", "Jane"), "no row of mentions has these"),
    "several rows": (correction("mentions", "drop", "Egypt"), "3 rows match; fill in start"),
    "another value": (
        correction("ties", "change", "Norway opposes Egypt", relation="backs -> courts"),
        "says something else now: relation opposes",
    ),
    "several places": (
        correction("mentions", "add", "Roe", actor="x", kind="name", reading="actor"),
        "stand 4 times",
    ),
    "an overlap": (
        correction("mentions", "add", "Jane", actor="x", kind="name", reading="actor"),
        "overlaps 'Jane Roe'; drop that first",
    ),
    "a tie that is there": (
        correction("ties", "add", "Egypt backs", source="egypt", relation="backs",
                   target="sahel-council", certainty="stated"),
        "the tie is there already",
    ),
    "a tie with itself": (
        correction("ties", "change", "Norway opposes Egypt", target="norway"),
        "tie of an actor with itself",
    ),
    "an end before the beginning": (
        correction("dates", "change", "June", first_day="2024-07-01"),
        "would end before it begins",
    ),
    "a long day": (
        correction("dates", "change", "2 May", last_day="2024-05-04"),
        "a day cannot last longer",
    ),
    "an unknown actor": (correction("actors", "drop", actor="x"), "the article has no actor x"),
    "an actor that is there": (
        correction("actors", "add", actor="egypt", name="Egypt", type="state"),
        "it is there already",
    ),
    "an actor of nothing": (
        correction("actors", "add", actor="x", name="X", type="state"),
        "no mention, tie or event has this actor",
    ),
    "another type": (
        correction("actors", "change", actor="egypt", type="city -> state"),
        "says something else now",
    ),
    "a role in other words": (
        correction("actors", "change", actor="karim-roe", role="king"),
        "not in the words of the article",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("row", "why"), UNMATCHED.values(), ids=UNMATCHED)
def test_what_matches_nothing_says_why(unmatched, row, why):
    assert why in unmatched(**row)


def test_one_warning_for_all_that_match_nothing(sheet):
    path = sheet(
        correction("mentions", "drop", "Sweden"),
        correction("mentions", "drop", "Norway"),
        correction("mentions", "drop", "Norway"),
    )

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        article = readout.parse(TEXT, corrections=path)

    [warning] = caught
    assert issubclass(warning.category, UnmatchedCorrection)
    assert "2 of 3 corrections match nothing (lines 2, 4)" in str(warning.message)
    assert len(str(warning.message).splitlines()) == 1
    assert article.corrections["status"].tolist() == ["unmatched", "applied", "unmatched"]


# Malformed files

MALFORMED = {
    "frame": (correction("sentences", "drop", "Egypt"), "frame: 'sentences' is none of mentions,"),
    "action": (correction("ties", "delete", "Egypt"), "action: 'delete' is none of change, drop"),
    "column of another frame": (
        correction("mentions", "change", "Egypt", relation="backs"),
        "mentions have no relation to correct, only actor, kind, reading",
    ),
    "relation": (correction("ties", "change", "Egypt", relation="loves"), "none of backs, courts"),
    "old relation": (correction("ties", "change", "a", relation="loves -> backs"), "none of backs"),
    "certainty": (correction("ties", "change", "a", certainty="sure"), "none of stated, hedged"),
    "kind": (correction("mentions", "change", "a", kind="noun"), "none of name, acronym"),
    "reading": (correction("mentions", "change", "a", reading="city"), "none of actor, place"),
    "precision": (correction("dates", "change", "a", precision="hour"), "none of day, span, week"),
    "type": (correction("actors", "change", actor="x", type="group"), "none of person, state"),
    "country": (correction("actors", "change", actor="x", country="Norway"), "alpha-3 code"),
    "id": (correction("mentions", "change", "a", actor="Jane Roe"), "is no id of an actor"),
    "ids": (correction("timeline", "change", "a", actors="egypt; Jane"), "'Jane' is no id"),
    "day": (correction("dates", "change", "a", first_day="2/5/2024"), "year first: '2024-04-03'"),
    "no such day": (correction("dates", "change", "a", first_day="2024-02-30"), "is no day"),
    "unknown day": (correction("dates", "change", "a", first_day="NA"), "'NA' is no day"),
    "label": (correction("timeline", "change", "a", label="so " * 13), "more than 12 words"),
    "start": (correction("mentions", "drop", "a", start="-1"), "start: '-1' is no number"),
    "end": (correction("mentions", "drop", "a", start=1, end="x"), "end: 'x' is no number"),
    "end alone": (correction("mentions", "drop", "a", end=3), "an end without a start"),
    "no text": (correction("mentions", "drop"), "no text; copy the words"),
    "no change": (correction("mentions", "change", "Egypt"), "nothing to change"),
    "no actor": (correction("actors", "change", type="state"), "no actor; fill in the id"),
    "actor only": (correction("actors", "change", actor="egypt"), "nothing to change"),
    "actor with text": (correction("actors", "drop", "Egypt", actor="egypt"), "have no text"),
    "incomplete mention": (
        correction("mentions", "add", "Egypt", actor="egypt"),
        "a row to add needs kind, reading",
    ),
    "incomplete tie": (
        correction("ties", "add", "Egypt", source="egypt", relation="backs"),
        "a row to add needs target, certainty",
    ),
}


@pytest.mark.parametrize(("row", "problem"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_row_is_named(sheet, row, problem):
    path = sheet(correction("mentions", "drop", "Norway"), row)

    with pytest.raises(BadCorrections) as error:
        readout.parse(TEXT, corrections=path)

    message = str(error.value)
    assert message.startswith(f"{path}, line 3: ")
    assert problem in message
    assert len(message.splitlines()) == 1


FILES = {
    "unknown column": (b"frame,action,txt\n", "line 1: unknown column 'txt'; the columns are"),
    "computed column": (b"frame,action,text,via\n", "unknown column 'via'"),
    "column twice": (b"frame,action,text,text\n", "column 'text' stands there twice"),
    "no header": (b"ties,drop,Egypt\n", "line 1: unknown column 'ties'"),
    "empty": (b"", ": is empty"),
    "missing column": (b"frame,text\n", "line 1: no column 'action'"),
    "too many cells": (
        b"frame,action,text\nties,drop,Egypt,x\n",
        "line 2: 'x' stands in no column",
    ),
    "open quotation": (b'frame,action,text\nties,drop,"Egypt\n', "close the quotation marks"),
    "not UTF-8": (
        "frame,action,text\nties,drop,Müller\n".encode("cp1252"),
        "save it as CSV in UTF-8",
    ),
    "a workbook": (b"PK\x03\x04\x00\x00", "binary data"),
}


@pytest.mark.parametrize(("content", "problem"), FILES.values(), ids=FILES)
def test_a_malformed_file_is_named(tmp_path, content, problem):
    path = tmp_path / "c.csv"
    path.write_bytes(content)

    with pytest.raises(BadCorrections) as error:
        readout.parse(TEXT, corrections=path)

    assert problem in str(error.value)
    assert str(path) in str(error.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ReadoutError, match=r"no\.csv: cannot be read"):
        readout.parse(TEXT, corrections=tmp_path / "no.csv")
