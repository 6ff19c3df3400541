"""Exported files: safe in a spreadsheet, described truly, read back equal, complete or absent."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

import networkx as nx
import pandas as pd
import pytest
from invented import ANALYST, TINY, WIRE

import readout
from readout.export import csv_text, data_package, replace_file, write_network, write_tables
from readout.frames import FRAMES, build

ARTICLES = {"wire": (WIRE, "2024-03-14"), "analyst": (ANALYST, None), "tiny": (TINY, None)}


@pytest.fixture(scope="module", params=ARTICLES)
def article(request):
    text, published = ARTICLES[request.param]
    return readout.parse(text, published=published, name=request.param)


@pytest.fixture(scope="module")
def analyst():
    return readout.parse(ANALYST, name="analyst")


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


# The network


@pytest.fixture
def network_files(article, tmp_path):
    return write_network(article, tmp_path / "network")


def test_graphml_is_read_back_equal(article, network_files):
    again = nx.read_graphml(network_files[0], force_multigraph=True)
    graph = article.network()

    assert network_files[0].name == "network.graphml"
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert edges(again) == edges(graph)


def test_gexf_is_read_back_equal(article, network_files):
    again = nx.read_gexf(network_files[1])
    graph = article.network()

    assert network_files[1].name == "network.gexf"
    for actor, known in graph.nodes(data=True):
        assert {key: again.nodes[actor][key] for key in known} == known
    assert sorted(again) == sorted(graph)
    assert edges(again, only=("certainty", "cue", "end", "evidence", "relation")) == edges(
        graph, only=("certainty", "cue", "end", "evidence", "relation")
    )


def edges(graph, only=None):
    return sorted(
        (source, target, sorted((key, said[key]) for key in only or said))
        for source, target, said in graph.edges(data=True)
    )


def test_every_edge_of_the_gexf_has_an_id_of_its_own(network_files):
    ids = re.findall(r'<edge [^>]*?\bid="([^"]*)"', network_files[1].read_text(encoding="utf-8"))

    assert len(set(ids)) == len(ids)


def test_network_files_hold_no_date_of_today(network_files):
    assert "lastmodifieddate" not in network_files[1].read_text(encoding="utf-8")


def test_a_network_escapes_its_words(analyst, tmp_path):
    actors = analyst.actors.assign(name='<script>"&')
    paths = write_network(replace(analyst, actors=actors), tmp_path / "network")

    assert all("<script>" not in path.read_text(encoding="utf-8") for path in paths)
    assert nx.read_graphml(paths[0]).nodes["turkey"]["name"] == '<script>"&'


# Complete or absent


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"old and longer")

    assert replace_file(path, b"new") == path
    assert path.read_bytes() == b"new"
    assert [*tmp_path.iterdir()] == [path]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"old")

    with pytest.raises(TypeError):
        replace_file(path, "no bytes")

    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_folder_in_the_way_leaves_nothing_behind(tmp_path):
    (tmp_path / "table.csv").mkdir()

    with pytest.raises(OSError, match=r"table\.csv"):
        replace_file(tmp_path / "table.csv", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]


def test_a_network_needs_its_folder(analyst, tmp_path):
    with pytest.raises(OSError, match="missing"):
        write_network(analyst, tmp_path / "missing" / "network")
