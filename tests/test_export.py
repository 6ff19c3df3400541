"""All exports in one place: complete, the same every time, one error if an extra is missing."""

import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec

import pytest
from invented import INVENTED

import readout
from readout import export
from readout.errors import PackageMissing
from readout.frames import FRAMES

PLAIN = [name for name in export.FORMATS if name != "followthemoney"]
WRITTEN = {
    "csv": {"datapackage.json", *(f"{frame}.csv" for frame in FRAMES)},
    "parquet": {f"{frame}.parquet" for frame in FRAMES},
    "json": {"article.json"},
    "network": {"network.graphml", "network.gexf"},
    "timelinejs": {"timeline.json"},
    "followthemoney": {"entities.ftm.json"},
}
WRITE_ALL = """
import sys, readout
from readout import export
article = readout.parse(sys.stdin.read(), name="analyst")
export.write_all(article, sys.argv[1], formats=sys.argv[2:])
"""


@pytest.fixture(scope="module")
def article():
    return readout.parse(INVENTED["analyst"], name="analyst")


def installed():
    return [name for name in export.FORMATS if name in PLAIN or find_spec("followthemoney")]


@pytest.mark.parametrize("name", export.FORMATS)
def test_each_format_writes_its_files_and_says_which(article, tmp_path, name):
    if name not in installed() and os.environ.get("CI") != "true":
        pytest.skip("`make extra` installs followthemoney")
    paths = export.write_all(article, str(tmp_path / "new"), formats=[name])

    assert {path.name for path in paths} == WRITTEN[name]
    assert sorted(paths) == sorted((tmp_path / "new").iterdir())


def test_formats_do_not_overwrite_each_other():
    names = [name for files in WRITTEN.values() for name in files]

    assert set(WRITTEN) == set(export.FORMATS)
    assert len(set(names)) == len(names)


def test_every_writer_is_to_be_had_from_here():
    writers = {name for name in export.__all__ if name.startswith("write_")}

    assert len(writers) == len(export.FORMATS) + 1
    assert all(callable(getattr(readout.export, name)) for name in writers)


def test_the_same_article_gives_the_same_bytes(tmp_path):
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", WRITE_ALL, folder, *installed()],
            input=INVENTED["analyst"].encode(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        made.append(
            {path.name: hashlib.sha256(path.read_bytes()).digest() for path in folder.iterdir()}
        )

    assert set(made[0]) == set().union(*(WRITTEN[name] for name in installed()))
    assert made[0] == made[1]


def test_without_the_extra_the_error_says_how_to_install_it(article, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "followthemoney", None)

    with pytest.raises(PackageMissing, match=r'pip install "readout\[ftm\]"') as error:
        export.write_all(article, tmp_path)

    assert isinstance(error.value, readout.ReadoutError)
    assert len(str(error.value).splitlines()) == 1
    assert {path.name for path in tmp_path.iterdir()} == set().union(
        *(WRITTEN[name] for name in PLAIN)
    )
