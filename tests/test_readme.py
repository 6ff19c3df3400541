"""The README is true: its code runs as written, its commands exist, its tables are complete."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import readout
from readout import correction_rows, export, own_actors
from readout.documents import SUFFIXES
from readout.frames import FRAMES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_code_runs(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)

    exec(compile("\n".join(blocks("python")), "README.md", "exec"), {})

    assert (tmp_path / "mentions.png").exists()


def test_corrections_fit_their_article(tmp_path):
    [text] = [block for block in blocks("text") if "marshal" in block]
    [corrections] = [block for block in blocks("csv") if block.startswith("frame,")]
    (tmp_path / "talks.txt").write_text(text)
    (tmp_path / "talks.corrections.csv").write_text(corrections)

    article = readout.load(tmp_path / "talks.txt")

    assert set(article.corrections["status"]) == {"applied"}
    assert "Odran Veshti" in article.actors["name"].tolist()


def test_columns_of_corrections_and_own_actors_are_explained():
    [own] = [block.split("\n")[0] for block in blocks("csv") if block.startswith("id,")]

    assert own.split(",") == [*own_actors.COLUMNS]
    section = README.partition("## Disagree with a row")[2].partition("\n## ")[0]
    named = re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (.*)$", section, re.MULTILINE)))
    assert {*correction_rows.ALL_COLUMNS} <= {*named}


def test_own_actors_of_the_example_are_read(tmp_path):
    [rows] = [block for block in blocks("csv") if block.startswith("id,")]
    (tmp_path / "my_actors.csv").write_text(rows)

    article = readout.parse("Bayda Guards fled.", actors=tmp_path / "my_actors.csv")

    assert article.actors["actor"].tolist() == ["csf"]


def test_make_targets_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = re.findall(r"^make ([a-z]+)", "".join(blocks("sh")), re.MULTILINE)
    named += re.findall(r"`make ([a-z]+)`", README)

    assert set(named) <= targets
    assert named[:2] == ["report", "test"]


COMMANDS = re.findall(r"python -m readout (\w+) \S+(.*)", "".join(blocks("sh")))


@pytest.mark.parametrize(("command", "options"), COMMANDS)
def test_commands_have_the_options_that_are_named(command, options):
    call = [sys.executable, "-m", "readout", command, "--help"]
    usage = subprocess.run(call, capture_output=True, text=True, check=True).stdout

    assert set(re.findall(r"--\w+", options)) <= set(re.findall(r"--\w+", usage))


def test_every_suffix_that_is_read_is_named():
    assert [suffix for suffix in SUFFIXES if f"`{suffix}`" not in README] == []


@pytest.mark.parametrize("frame", FRAMES)
def test_codebook_is_complete(frame):
    [row] = [line for line in README.splitlines() if line.startswith(f"| `article.{frame}` |")]

    for name, column in FRAMES[frame].items():
        assert f"`{name}`" in row
        if name != "relation" and frame in ("sentences", "mentions", "actors", "dates"):
            assert all(f"`{value}`" in row for value in column.values)


def test_relations_are_all_explained():
    for relation in FRAMES["ties"]["relation"].values:
        assert f"\n| `{relation}` | " in README


def test_every_export_is_named():
    section = README.partition("\n## Taking it along\n")[2].partition("\n## ")[0]

    assert set(re.findall(r"`export\.(\w+)\(", section)) == {*export.__all__} - {
        "FORMATS",
        "write_all",
    }
    assert set(re.findall(r'"(\w+)"', "".join(re.findall(r"formats=\[.*?\]", section)))) <= set(
        export.FORMATS
    )
