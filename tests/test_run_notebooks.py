"""`make notebooks` keeps what a notebook says, and nothing that changes from run to run."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

TOOL = Path(__file__).parents[1] / "tools" / "run_notebooks.py"
WIDGET = """\
import uuid
view = {"application/vnd.jupyter.widget-view+json": {"model_id": uuid.uuid4().hex}}
display({"text/plain": "a widget", **view}, raw=True)"""


@pytest.fixture
def path(tmp_path):
    parameters = nbformat.v4.new_code_cell("n = 6", metadata={"tags": ["parameters"]})
    cells = [parameters, nbformat.v4.new_code_cell("7 * n"), nbformat.v4.new_code_cell(WIDGET)]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"widgets": {"state": {}}})
    nbformat.write(notebook, tmp_path / "sum.ipynb")
    return tmp_path / "sum.ipynb"


def run(*paths):
    return subprocess.run(
        [sys.executable, TOOL, *paths], capture_output=True, text=True, check=False
    )


def test_outputs_are_kept_and_a_second_run_changes_nothing(path):
    run(path)
    first = path.read_bytes()
    run(path)

    notebook = nbformat.reads(first.decode(), as_version=4)
    assert [cell.execution_count for cell in notebook.cells] == [1, 2, 3]
    assert [cell.outputs[0]["data"] for cell in notebook.cells[1:]] == [
        {"text/plain": "42"},
        {"text/plain": "a widget"},
    ]
    assert [dict(cell.metadata) for cell in notebook.cells] == [{"tags": ["parameters"]}, {}, {}]
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert path.read_bytes() == first


def test_a_failing_notebook_stays_as_it_was(path):
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source = "1 / 0"
    nbformat.write(notebook, path)
    before = path.read_bytes()

    done = run(path)

    assert done.returncode != 0
    assert "ZeroDivisionError" in done.stderr
    assert path.read_bytes() == before
