"""The command line: exit codes, one line of complaint on standard error, help."""

import re
import subprocess
import sys

import pytest
from invented import ATTACK
from typer.testing import CliRunner

from readout.__main__ import app

COMMANDS = {"report": ["--published", "--out"], "score": ["--show"]}


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ATTACK, encoding="utf-8")
    return path


def call(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)], prog_name="python -m readout")


def check_complaint(done, *, says):
    """Exit code 1, nothing on standard output, one line on standard error, no traceback."""
    assert done.exit_code == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert re.match(r"[A-Z][A-Za-z]+: ", done.stderr), "the error by name, then what is wrong"
    assert says in done.stderr
    assert isinstance(done.exception, SystemExit)


# Help


def test_help_names_every_command():
    done = call("--help")

    assert done.exit_code == 0
    assert {command.name or command.callback.__name__ for command in app.registered_commands} == {
        *COMMANDS
    }
    assert all(command in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_names_its_options_and_gives_an_example(command):
    done = call(command, "--help")

    assert done.exit_code == 0
    assert all(option in done.stdout for option in COMMANDS[command])
    assert f"Example: python -m readout {command} " in done.stdout


def test_help_says_where_the_report_goes_unless_told():
    assert "reports/NAME" in call("report", "--help").stdout


@pytest.mark.parametrize(
    "arguments", [["report"], ["score"], ["summarise"], ["report", "a.txt", "--loud"]]
)
def test_a_call_that_is_no_call_says_how_to_call(arguments):
    done = call(*arguments)

    assert done.exit_code == 2
    assert "Usage: python -m readout" in done.stderr


# Complaints


def test_a_missing_article():
    check_complaint(call("report", "missing.txt"), says="no such file")


def test_a_folder_instead_of_an_article(tmp_path):
    check_complaint(call("report", tmp_path), says="give the path of a text file")


def test_a_publication_date_that_is_none(article):
    done = call("report", article, "--published", "24.2.2025")

    check_complaint(done, says="like '2025-02-24'")


def test_a_relative_date_without_publication_date(article, tmp_path):
    article.write_text("Jane Roe left Ghana on Tuesday.", encoding="utf-8")

    check_complaint(call("report", article, "--out", tmp_path), says="published")


def test_a_model_that_is_not_there(article, monkeypatch):
    monkeypatch.setenv("READOUT_MODEL", "no_such_model")

    check_complaint(call("report", article), says="python -m spacy download no_such_model")


def test_nothing_is_written_for_an_article_that_cannot_be_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    call("report", "missing.txt")

    assert not any(tmp_path.iterdir())


def test_a_file_where_the_folder_should_be(article):
    done = call("report", article, "--out", article)

    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit), "no traceback"
    assert len(done.stderr.splitlines()) == 1
    assert str(article) in done.stderr


@pytest.mark.parametrize("folder", ["missing", "."])
def test_nothing_to_score(tmp_path, folder):
    check_complaint(call("score", tmp_path / folder), says=str(tmp_path))


# As a process


def test_the_module_runs_and_its_exit_code_says_how_it_went():
    command = [sys.executable, "-m", "readout", "report", "missing.txt"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "ArticleNotFound: missing.txt: no such file; check the path and the working directory\n"
    )
