"""The proof that the net holds: one small change, and a notebook or a test turns red.

Each test makes its change in a copy of the project and runs there what must notice it.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = "conftest.py data lib notebooks pyproject.toml seeds tests".split()
MENTIONS = "notebooks/01_actor_mentions.ipynb"
NETWORK = "notebooks/03_backer_network.ipynb"
WIDER_BAR = """

_drawn = draw_mentions


def draw_mentions(article, *, top):
    figure = _drawn(article, top=top)
    bar = figure.axes[0].patches[0]
    bar.set_width(bar.get_width() + 1)
    return figure
"""


@pytest.fixture
def copy(tmp_path):
    """A copy of the project in a folder of its own."""
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", ".ipynb_checkpoints")
            shutil.copytree(source, tmp_path / name, ignore=ignored)
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path


def failures(copy, *tests):
    """What fails of these tests in the copy: names of tests, and sources of notebook cells."""
    environment = {**os.environ, "PYTHONPATH": str(copy / "lib"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, f"nothing failed, or nothing ran:\n{done.stdout}{done.stderr}"
    failed = re.findall(r"^FAILED (\S+?)::(?:Cell )?(\S+)", done.stdout, re.MULTILINE)
    assert failed, done.stdout
    return [cells(copy / file)[int(name)] if name.isdigit() else name for file, name in failed]


def cells(notebook):
    """The sources of the code cells, as nbval counts them."""
    found = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in found if cell["cell_type"] == "code"]


def change(path, old, new):
    text = path.read_bytes().decode()
    assert text.count(old) >= 1, f"{old!r} is no longer in {path.name}: choose another change"
    path.write_bytes(text.replace(old, new, 1).encode())


def drop_row(path, start):
    lines = path.read_bytes().decode().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(start)]
    assert len(kept) == len(lines) - 1, f"no one row of {path.name} starts with {start!r}"
    path.write_bytes("".join(kept).encode())


def test_one_bar_that_is_drawn_too_long(copy):
    charts = copy / "lib" / "readout" / "charts.py"
    charts.write_text(charts.read_text(encoding="utf-8") + WIDER_BAR, encoding="utf-8")

    assert failures(copy, MENTIONS) == ["readout.charts.mentions(article)"]


def test_one_word_of_the_article(copy):
    change(
        copy / "seeds" / "haftar-belarus-2025-02-24.txt", "Russia, Egypt and", "Russia, Qatar and"
    )
    failed = failures(copy, NETWORK, "tests/test_project.py::test_seed_article_is_untouched")

    assert "test_seed_article_is_untouched" in failed
    assert "readout.charts.network(article)" in failed
    assert "readout.findings.backers(article)" in failed


def test_one_row_of_the_tie_words(copy):
    drop_row(copy / "data" / "tie_words.csv", "ally,noun,backs,")
    failed = failures(copy, NETWORK)

    assert "readout.charts.network(article)" in failed
    assert "readout.findings.backers(article)" in failed


def test_one_row_of_the_states(copy):
    drop_row(copy / "data" / "states.csv", "belarus,")

    assert failures(copy, "tests/test_seed_tables.py") == [
        "test_tables_are_in_step_with_the_article"
    ]
