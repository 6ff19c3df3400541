"""The tables as CSV: safe in a spreadsheet, read back equal, described truly."""

import csv
import io
import json
import re
from datetime import date

import pandas as pd
import pytest
from invented import ANALYST, TINY, WIRE

import readout
from readout.export_tables import csv_text, data_package, write_tables
from readout.frames import FRAMES, build

DTYPES = {"integer": "int64", "string": "str"}
ARTICLES = {"wire": (WIRE, "2024-03-14"), "analyst": (ANALYST, None), "tiny": (TINY, None)}


@pytest.fixture(scope="module", params=ARTICLES)
def article(request):
    text, published = ARTICLES[request.param]
    return readout.parse(text, published=published, name=request.param)


def read_csv(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


# CSV


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_begins_like_a_formula_cannot_run(start):
    [row] = read_csv(csv_text(pd.DataFrame({"text": [f"{start}SUM(A1:A9)"]})))

    assert row["text"] == f"'{start}SUM(A1:A9)"


def test_formulas_are_guarded_in_joined_cells_and_numbers_stay_numbers():
    frame = pd.DataFrame({"aliases": [("=A1", "B")], "number": [-1], "words": ["a=b"]})

    assert read_csv(csv_text(frame)) == [{"aliases": "'=A1; B", "number": "-1", "words": "a=b"}]


def test_no_formula_of_an_article_reaches_a_spreadsheet(tmp_path):
    text = '=HYPERLINK("http://example.org")\n\n+1 said Jane Roe.\n\n@Ghana backs Egypt.\n\n-3'
    paths = write_tables(readout.parse(text), tmp_path)

    cells = [
        cell
        for path in paths
        if path.suffix == ".csv"
        for row in read_csv(path.read_text(encoding="utf-8"))
        for cell in row.values()
    ]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert sum(cell.startswith("'") for cell in cells) >= 3


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_a_cell_with_a_line_end_stays_one_cell(end):
    frame = pd.DataFrame({"text": [f"one{end}two", "three"], "number": [1, 2]})
    text = csv_text(frame)

    assert [row["text"] for row in read_csv(text)] == [f"one{end}two", "three"]
    pd.testing.assert_frame_equal(pd.read_csv(io.StringIO(text, newline="")), frame)


def test_tuples_are_joined_days_are_iso_and_unknown_is_empty():
    frame = build(
        "related",
        [
            {"title": "Talks, “then” what?", "published": date(2024, 5, 6), "start": 0, "end": 1},
            {"title": None, "published": None, "start": 2, "end": 3},
        ],
    )
    aliases = pd.DataFrame({"aliases": [("Odran", "Veshti"), ("CNF",), ()]})

    assert csv_text(frame) == (
        'title,published,start,end\n"Talks, “then” what?",2024-05-06,0,1\n,,2,3\n'
    )
    assert [row["aliases"] for row in read_csv(csv_text(aliases))] == ["Odran; Veshti", "CNF", ""]


def test_empty_frames_keep_their_header(tmp_path):
    write_tables(readout.parse(TINY), tmp_path)

    assert (tmp_path / "ties.csv").read_bytes() == (",".join(FRAMES["ties"]) + "\n").encode()


def test_csv_holds_what_the_frames_hold(article, tmp_path):
    write_tables(article, tmp_path)

    for name, columns in FRAMES.items():
        frame = getattr(article, name)
        rows = read_csv((tmp_path / f"{name}.csv").read_bytes().decode())
        assert len(rows) == len(frame), name
        for column in columns:
            assert [row[column] for row in rows] == [*map(as_cell, frame[column])], column


def test_pandas_reads_the_frames_back_as_the_package_describes_them(article, tmp_path):
    write_tables(article, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))

    for resource in package["resources"]:
        types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        again = pd.read_csv(
            tmp_path / resource["path"],
            encoding=resource["encoding"],
            dtype={name: DTYPES[type_] for name, type_ in types.items() if type_ != "date"},
            parse_dates=[name for name, type_ in types.items() if type_ == "date"],
            keep_default_na=False,
            na_values=[""],
        )
        frame = getattr(article, resource["name"]).copy()
        for column in frame.columns.intersection(["aliases", "actors"]):
            frame[column] = frame[column].map("; ".join).astype("str")
        frame = frame.replace("", None)  # CSV does not tell empty from unknown
        days = [name for name, type_ in types.items() if type_ == "date"]
        again[days] = again[days].astype("datetime64[s]")
        pd.testing.assert_frame_equal(again, frame)


def as_cell(value):
    if isinstance(value, tuple):
        return "; ".join(value)
    if pd.isna(value):
        return ""
    return value.strftime("%Y-%m-%d") if isinstance(value, pd.Timestamp) else str(value)


# The data package


def test_the_data_package_describes_the_files(article, tmp_path):
    paths = write_tables(article, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    resources = package["resources"]

    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["title"] == (article.title or article.name)
    assert sorted(path.name for path in paths) == sorted(path.name for path in tmp_path.iterdir())
    assert {path.name for path in paths} == {
        "datapackage.json",
        *(resource["path"] for resource in resources),
    }
    assert [resource["name"] for resource in resources] == [*FRAMES]


def test_fields_say_what_the_columns_hold(article, tmp_path):
    write_tables(article, tmp_path)

    for resource in data_package(article)["resources"]:
        text = (tmp_path / resource["path"]).read_text(encoding=resource["encoding"])
        fields = resource["schema"]["fields"]
        assert text.splitlines()[0].split(",") == [field["name"] for field in fields]
        for row in read_csv(text):
            for field in fields:
                check_cell(row[field["name"]], field)


def check_cell(cell, field):
    if cell and field["type"] == "integer":
        assert str(int(cell)) == cell
    elif cell and field["type"] == "date":
        assert date.fromisoformat(cell)
    assert field["type"] in ("integer", "date", "string")
    assert field["description"]
    values = field.get("constraints", {}).get("enum")
    assert values is None or not cell or cell in values, field["name"]


@pytest.mark.parametrize("name", ["Bericht Nr. 1 / ÄÖ", "…"])
def test_the_data_package_has_a_name_whatever_the_file_is_called(name):
    package = data_package(readout.parse(TINY, name=name))

    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["title"]
