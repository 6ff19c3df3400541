"""The article as JSON: the text, every frame, nothing that JSON does not have."""

import json
import re
from datetime import date

import pandas as pd
import pytest
from invented import INVENTED, PUBLISHED, TINY

import readout
from readout.export_json import write_json
from readout.frames import FRAMES, build

# What JSON Schema would say of a column: the types that a value can have.
TYPES = {
    "int64": int,
    "str": str | None,
    "datetime64[s]": str | None,
    "object": list,
}
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.fixture(scope="module", params=["wire", "analyst", "tiny", "attack"])
def article(request):
    name = request.param
    return readout.parse(INVENTED[name], published=PUBLISHED.get(name), name=name)


@pytest.fixture
def content(article, tmp_path):
    [path] = write_json(article, tmp_path / "new")
    assert [*path.parent.iterdir()] == [path]
    return json.loads(path.read_text(encoding="utf-8"), parse_constant=pytest.fail)


def test_keys_are_those_of_the_article(content, article):
    assert [*content] == ["name", "title", "published", "text", *FRAMES]
    assert (content["name"], content["title"]) == (article.name, article.title)
    assert content["text"] == article.text
    assert content["published"] == (article.published and str(article.published))


def test_records_have_the_columns_and_types_of_their_frame(content):
    for frame, columns in FRAMES.items():
        for record in content[frame]:
            assert [*record] == [*columns]
            for name, column in columns.items():
                value = record[name]
                assert isinstance(value, TYPES[column.dtype]), (frame, name)
                assert not isinstance(value, list) or all(isinstance(one, str) for one in value)
                if column.dtype == "datetime64[s]" and value is not None:
                    assert ISO_DAY.fullmatch(value)
                    assert date.fromisoformat(value)
                allowed = column.values  # noqa: PD011, a column of the codebook
                assert not allowed or value is None or value in allowed


def test_the_frames_are_rebuilt_equal(content, article):
    for frame in FRAMES:
        rows = [
            {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
            for row in content[frame]
        ]
        pd.testing.assert_frame_equal(build(frame, rows), getattr(article, frame))


def test_offsets_find_the_evidence_in_the_text(content):
    for frame in ("timeline", "ties"):
        for record in content[frame]:
            assert content["text"][record["start"] : record["end"]] == record["evidence"]


def test_other_letters_stay_readable(tmp_path):
    [path] = write_json(readout.parse(f"{TINY} with Łukasz 🙂."), tmp_path)

    assert "Łukasz 🙂" in path.read_text(encoding="utf-8")
