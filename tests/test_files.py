"""Files appear complete or not at all."""

import pytest

from readout.files import replace_file


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
