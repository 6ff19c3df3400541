"""The report: the three notebooks run on an article and told on one page, with files to take along.

The notebooks themselves are the text of the page, so that page and notebooks cannot say different
things. The page is one self-contained file: pictures lie in it, nothing is loaded from elsewhere.
"""

import os
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from datetime import date
from functools import partial
from pathlib import Path

import papermill

from readout import charts
from readout.article import Article, load
from readout.errors import ReadoutError
from readout.export import write_network, write_tables, write_timelinejs
from readout.files import replace_file
from readout.report_page import Chapter, chapter, page

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
CHARTS = ("mentions", "dispersion", "shared_sentences", "timeline", "network")


class NotebookFailed(ReadoutError):
    """A notebook could not be found or did not run through on this article."""


def write_report(
    path: Path, folder: Path, *, published: str | date | None = None
) -> Generator[str, None, Article]:
    """Make the report on the article at `path` in `folder` and say after each step what was done.

    Writes index.html, figures/ (PNG and SVG), tables/ (CSV and datapackage.json), the network as
    GraphML and GEXF, the timeline for TimelineJS and article.txt, the text in which offsets count;
    a generator, which returns the article, so run it to its end. The notebooks use the model that
    READOUT_MODEL names. Raises ReadoutError for an article that cannot be read and NotebookFailed
    for a notebook that cannot be run.

    >>> written = Path("reports/talks.txt").write_text("Jane Roe met Al Poe.")
    >>> next(write_report(Path("reports/talks.txt"), Path("reports/talks")))
    "read <Article 'talks', no date: 1 sentences, 2 actors, 2 mentions, 1 ties>"
    """
    article = load(path, published=published)
    path = path.resolve()
    yield f"read {article!r}"
    folder.mkdir(parents=True, exist_ok=True)
    replace_file(folder / "article.txt", article.text.encode())
    write_tables(article, folder / "tables")
    write_network(article, folder / "network")
    write_timelinejs(article, folder / "timeline.json")
    yield "wrote the tables, the network and the timeline"
    _write_figures(article, folder / "figures")
    yield "drew the figures"
    notebooks = sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))
    if not notebooks:
        raise NotebookFailed(f"{NOTEBOOKS.name}/ has no notebooks; run from a clone of the project")
    # Each notebook has its own kernel. papermill changes the working directory, for all threads,
    # and these change it back in any order.
    with chdir(Path.cwd()), ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        run = partial(run_notebook, path=path, published=published)
        chapters = list(pool.map(run, notebooks))
    yield f"ran {len(chapters)} notebooks"
    replace_file(folder / "index.html", page(article, chapters).encode())
    yield f"wrote {folder / 'index.html'}"
    return article


def _write_figures(article: Article, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name in CHARTS:
        getattr(charts, name)(article).save(folder / name)


def run_notebook(notebook: Path, path: Path, *, published: str | date | None = None) -> Chapter:
    """Run a notebook on the article at `path` and return it as a chapter of the page.

    Raises NotebookFailed with the error of the cell that failed.

    >>> import nbformat
    >>> cells = [nbformat.v4.new_markdown_cell("# Talks")]
    >>> kernel = {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python"}}
    >>> nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), "reports/a.ipynb")
    >>> run_notebook(Path("reports/a.ipynb"), Path("seeds/haftar-belarus-2025-02-24.txt")).title
    'Talks'
    """
    parameters = {
        "article_path": os.path.relpath(path, NOTEBOOKS),
        "published": None if published is None else str(published),
    }
    try:
        done = papermill.execute_notebook(
            str(notebook),
            None,
            parameters=parameters,
            cwd=str(NOTEBOOKS),
            progress_bar=False,
            extra_arguments=["--log-level=CRITICAL"],
        )
    except papermill.PapermillExecutionError as error:
        problem = " ".join(f"{error.ename}: {error.evalue}".split())
        raise NotebookFailed(f"{notebook.name}: {problem}") from error
    return chapter(notebook.stem, done.cells)
