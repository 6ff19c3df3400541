"""`make report` hands on what it is told, and does nothing twice."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Stands in for Readout: makes an empty page where the report would be, and keeps how it was called.
PYTHON = """#!/bin/sh
echo "$@" >> calls
[ ! -e fail ] || exit 1
mkdir -p reports/talks && touch reports/talks/index.html
"""


@pytest.fixture
def make(tmp_path):
    """Calls `make report` in a folder with the Makefile alone; returns how often Readout ran."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "python").write_text(PYTHON, encoding="utf-8")
    (tmp_path / "python").chmod(0o755)
    for name in ("ready", "requirements.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    os.utime(tmp_path / "ready", (2**31, 2**31))

    def run(**variables):
        given = [f"{name}={value}" for name, value in variables.items()]
        call = ["make", "-s", "report", "BIN=.", "READY=ready", *given]
        surroundings = {
            name: value
            for name, value in os.environ.items()
            if name not in ("ARTICLE", "PUBLISHED", "MAKEFLAGS")
        }
        done = subprocess.run(
            call, cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=False
        )
        return done.returncode, (tmp_path / "calls").read_text().splitlines()

    return run


def test_a_file_is_read_once_until_it_or_its_date_changes(make, tmp_path):
    (tmp_path / "talks.html").write_text("<p>Talks</p>", encoding="utf-8")
    assert make(ARTICLE="talks.html") == (0, ["-m readout report -- talks.html"])
    assert len(make(ARTICLE="talks.html")[1]) == 1

    dated = make(ARTICLE="talks.html", PUBLISHED="2025-02-24")[1]
    assert dated[1:] == ["-m readout report --published 2025-02-24 -- talks.html"]
    assert len(make(ARTICLE="talks.html", PUBLISHED="2025-02-24")[1]) == 2

    (tmp_path / "talks.html").write_text("<p>Other talks</p>", encoding="utf-8")
    assert len(make(ARTICLE="talks.html", PUBLISHED="2025-02-24")[1]) == 3


def test_a_folder_is_read_once_until_a_file_in_it_changes(make, tmp_path):
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "one.txt").write_text("One", encoding="utf-8")
    assert make(ARTICLE="talks") == (0, ["-m readout report -- talks"])
    assert len(make(ARTICLE="talks")[1]) == 1

    (tmp_path / "talks" / "two.txt").write_text("Two", encoding="utf-8")
    assert len(make(ARTICLE="talks")[1]) == 2


def test_what_failed_is_tried_again(make, tmp_path):
    (tmp_path / "talks.txt").write_text("Talks", encoding="utf-8")
    (tmp_path / "fail").touch()
    assert make(ARTICLE="talks.txt")[0] != 0

    (tmp_path / "fail").unlink()
    assert make(ARTICLE="talks.txt")[0] == 0
    assert len(make(ARTICLE="talks.txt")[1]) == 2
