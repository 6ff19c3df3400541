"""Run notebooks from top to bottom in place, and keep only what is the same on every run.

    python tools/run_notebooks.py notebooks/*.ipynb

Without timings, widget ids and versions in the files a second run changes no line, so each line of
a notebook's diff is a change of what it says. A notebook runs in its own folder, as in JupyterLab.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

SECONDS_PER_CELL = 60
WIDGET = "application/vnd.jupyter.widget-view+json"  # holds a random id
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def main(paths: list[str]) -> None:
    """Run each notebook and write it back."""
    for path in map(Path, paths):
        print(f"Running {path} ...", flush=True)
        notebook = nbformat.read(path, as_version=4)
        run(notebook, folder=path.parent)
        tidy(notebook)
        nbformat.write(notebook, path)


def run(notebook: NotebookNode, *, folder: Path) -> None:
    """Run all cells; raises nbclient's CellExecutionError at the first that fails."""
    NotebookClient(
        notebook,
        timeout=SECONDS_PER_CELL,
        kernel_name=KERNEL["name"],
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--log-level=ERROR"],
        record_timing=False,
        store_widget_state=False,
    ).execute()


def tidy(notebook: NotebookNode) -> None:
    """Drop what changes from run to run or from machine to machine; cells keep their tags."""
    notebook.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    for cell in notebook.cells:
        cell.metadata = {key: cell.metadata[key] for key in ("tags",) if key in cell.metadata}
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)


if __name__ == "__main__":
    main(sys.argv[1:])
