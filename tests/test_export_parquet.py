"""The frames as Parquet, read back by pyarrow and by pandas: values, types, meanings."""

import io
from datetime import date

import pandas as pd
import pyarrow as pa
import pytest
from invented import INVENTED, PUBLISHED
from pyarrow import parquet

import readout
from readout.export_parquet import parquet_bytes, write_parquet
from readout.frames import FRAMES, build

KINDS = {
    "int64": pa.int64(),
    "str": pa.string(),
    "datetime64[s]": pa.date32(),
    "object": pa.list_(pa.string()),
}


@pytest.fixture(scope="module", params=["wire", "analyst", "tiny"])
def article(request):
    name = request.param
    return readout.parse(INVENTED[name], published=PUBLISHED.get(name), name=name)


def test_there_is_a_file_for_each_frame_and_nothing_else(article, tmp_path):
    paths = write_parquet(article, tmp_path / "new")

    assert [path.name for path in paths] == [f"{frame}.parquet" for frame in FRAMES]
    assert sorted(paths) == sorted((tmp_path / "new").iterdir())


def test_pyarrow_reads_the_columns_with_their_types_and_meanings(article, tmp_path):
    for path in write_parquet(article, tmp_path):
        schema = parquet.read_schema(path)
        columns = FRAMES[path.stem]
        assert schema.metadata is None
        assert schema.names == [*columns]
        assert schema.types == [KINDS[column.dtype] for column in columns.values()]
        assert [schema.field(name).metadata[b"meaning"].decode() for name in columns] == [
            column.meaning for column in columns.values()
        ]


def test_the_frames_are_rebuilt_equal_from_the_files(article, tmp_path):
    for path in write_parquet(article, tmp_path):
        rows = parquet.read_table(path).to_pylist()
        for row in rows:
            row.update({key: tuple(value) for key, value in row.items() if isinstance(value, list)})
        pd.testing.assert_frame_equal(build(path.stem, rows), getattr(article, path.stem))


def test_pandas_reads_numbers_texts_days_and_lists_as_such(tmp_path):
    article = readout.parse(INVENTED["wire"], published=PUBLISHED["wire"])
    write_parquet(article, tmp_path)
    timeline = pd.read_parquet(tmp_path / "timeline.parquet", dtype_backend="pyarrow")
    actors = pd.read_parquet(tmp_path / "actors.parquet")

    assert timeline["first_day"].dt.year.tolist() == article.timeline["first_day"].dt.year.tolist()
    assert timeline["actors"].list.len().tolist() == [*map(len, article.timeline["actors"])]
    assert actors["mentions"].dtype == "int64"
    pd.testing.assert_series_equal(actors["name"], article.actors["name"])
    pd.testing.assert_series_equal(actors["country"], article.actors["country"])


def test_what_is_unknown_is_null():
    unknown = {"title": None, "published": None, "start": 0, "end": 1}
    known = {"title": "Talks", "published": date(2024, 5, 6), "start": 2, "end": 3}
    content = parquet_bytes("related", build("related", [unknown, known]))

    assert parquet.read_table(io.BytesIO(content)).to_pylist() == [unknown, known]
