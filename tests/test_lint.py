"""Style and types, so that plain `pytest` checks all that `make test` does."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "command", ["ruff check --output-format concise", "ruff format --check --quiet", "mypy"]
)
def test_source_is_clean(command):
    tool = [sys.executable, "-m", *command.split()]
    done = subprocess.run(tool, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
