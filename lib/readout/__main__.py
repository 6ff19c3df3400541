"""The command line: `python -m readout report`, `tables` and `score`."""

import os
import sys
import warnings
from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from readout.article_files import find_articles, names_of
from readout.documents import SUFFIXES
from readout.errors import BadPublicationDate, ModelNotFound, ReadoutError
from readout.scoring import Kind, misses, overall, score_folder

if TYPE_CHECKING:
    from readout.article import Article
    from readout.overview import Entry

UNUSABLE, WRONG_USAGE = 1, 2  # exit codes
REPORTS = Path("reports")

app = typer.Typer(
    help="""Who is in a news article, when did it happen, who backs whom.

    An article is a file of plain text, a saved web page (HTML), a Markdown file or a PDF file with
    a text layer. Start with: python -m readout report ARTICLE

    Exit codes: 0 all went well, 1 an article could not be read, 2 the call is wrong. What went
    wrong stands on standard error, a line for each article.""",
    add_completion=False,
    rich_markup_mode="markdown",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH",
        help=f"Articles, and folders of articles ({' '.join(SUFFIXES)}); several at once are fine.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD) if the article lacks it."),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        envvar="READOUT_MODEL",
        help="An installed spaCy pipeline for English to read with.",
    ),
]
Actors = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        envvar="READOUT_ACTORS",
        help="Your own list of actors, a CSV file; README.md has its columns.",
    ),
]
Format = Annotated[
    Literal["csv", "parquet", "json"],
    typer.Option("--format", help="A file for each frame (csv, parquet) or one for all (json)."),
]
# Makes what is asked for of the article at a path in a folder, says each step, returns the article.
Make = Callable[[Path, Path], Generator[str, None, "Article"]]


@app.command()
def report(
    paths: Paths,
    *,
    published: Published = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder for what is made; if not given, reports/NAME."),
    ] = None,
    model: Model = None,
    actors: Actors = None,
) -> None:
    """Make the report on an article: one page, figures, tables, the network.

    Of one article, reports/NAME gets index.html, a page to open and pass on, with the figures,
    tables and networks beside it. NAME is the file's name without its suffix; an earlier report of
    this name is replaced.

    Of several, each gets a folder of its own, and an index.html beside these folders links them:
    in reports/FOLDER if the call names one folder, else in reports. An article that cannot be read
    does not stop the others.

    Example: python -m readout report seeds/haftar-belarus-2025-02-24.txt

    Example: python -m readout report page.html --published 2025-02-24 --out talks

    Example: python -m readout report articles/ more/notes.pdf

    Exit codes: 0 all went well, 1 an article could not be read, 2 the call is wrong.
    \f
    >>> from typer.testing import CliRunner
    >>> CliRunner().invoke(app, ["report", "missing.txt"]).exit_code
    1
    """
    from readout.overview import write_overview
    from readout.report import write_report

    if model:
        os.environ["READOUT_MODEL"] = model  # for the kernels that run the notebooks, too
    if actors:
        os.environ["READOUT_ACTORS"] = str(actors.resolve())  # they run in another folder
    make = partial(write_report, published=published)
    entries = _each(paths, out, make, published=published)
    if _are_several(paths) and any(entry.article for entry in entries):
        typer.echo(f"wrote {write_overview(_base(paths, out), entries)}")
    _finish(entries)


@app.command()
def tables(
    paths: Paths,
    *,
    published: Published = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Folder for the tables; if not given, reports/NAME/tables."
        ),
    ] = None,
    file_format: Format = "csv",
    model: Model = None,
    actors: Actors = None,
) -> None:
    """Write the frames of an article, and nothing else: no notebook is run.

    csv and parquet give a file for each of sentences, mentions, actors, dates, timeline, ties and
    related, and article.txt, the text in which their offsets count; json gives article.json with
    all of it. Of several articles, each gets a folder of its own in DIR.

    Example: python -m readout tables seeds/haftar-belarus-2025-02-24.txt

    Example: python -m readout tables articles/ --format parquet --out frames

    Exit codes: 0 all went well, 1 an article could not be read, 2 the call is wrong.
    \f
    >>> from typer.testing import CliRunner
    >>> written = Path("talks.txt").write_text("Jane Roe met Al Poe.")
    >>> CliRunner().invoke(app, ["tables", "talks.txt", "--format", "json"]).output.strip()
    'wrote 1 file to reports/talks/tables'
    """
    from readout import export, load
    from readout.files import replace_file

    def make(path: Path, folder: Path) -> Generator[str, None, "Article"]:
        article = load(path, published=published, model=model, actors=actors)
        folder = folder if out else folder / "tables"
        written = export.write_all(article, folder, formats=[file_format])
        if file_format != "json":
            written.append(replace_file(folder / "article.txt", article.text.encode()))
        yield f"wrote {len(written)} file{'s' * (len(written) > 1)} to {folder}"
        return article

    _finish(_each(paths, out, make, published=published))


@app.command()
def score(
    folder: Annotated[Path, typer.Argument(help="NAME.txt and NAME.gold.json of each article.")],
    show: Annotated[
        Kind | None, typer.Option(help="List what is missed and what is wrong of one kind.")
    ] = None,
) -> None:
    """Score Readout on annotated articles: F1, and accuracy of reading and certainty.

    Example: python -m readout score samples --show ties

    Exit codes: 0 all went well, 1 the folder has no articles to score, 2 the call is wrong.
    \f
    >>> from typer.testing import CliRunner
    >>> CliRunner().invoke(app, ["score", "."]).exit_code  # no annotated article in it
    1
    """
    try:
        scores = score_folder(folder)
        faults = misses(folder, show) if show else None
    except ReadoutError as error:
        _complain(error)
        raise typer.Exit(UNUSABLE) from error
    typer.echo(scores.to_string(float_format="%.3f", na_rep="-"))
    typer.echo(
        f"overall (mean of mentions, pronouns, dates, timeline, ties): {overall(scores):.3f}"
    )
    if faults is not None:
        for row in faults.itertuples():
            typer.echo(
                f"{row.article} {row.start}-{row.end} {row.fault}: {row.answer} [{row.text}]"
            )


def _are_several(paths: Sequence[Path]) -> bool:
    return len(paths) > 1 or paths[0].is_dir()


def _base(paths: Sequence[Path], out: Path | None) -> Path:
    """The folder in which each article gets a folder of its own."""
    if out:
        return out
    return REPORTS / paths[0].resolve().name if len(paths) == 1 and paths[0].is_dir() else REPORTS


def _each(
    paths: Sequence[Path], out: Path | None, make: Make, *, published: str | None
) -> list["Entry"]:
    """Make what is asked for of each article, say so, and complain of those that cannot be read."""
    from tqdm import tqdm

    from readout.overview import Entry

    several = _are_several(paths)
    if several and published:
        _complain(BadPublicationDate("--published is for one article; name one file in the call"))
        raise typer.Exit(WRONG_USAGE)
    files = find_articles(paths)
    entries = []
    jobs = zip(files, names_of(files, taken=["index.html"]), strict=True)
    bar = tqdm(jobs, total=len(files), leave=False, unit="article", disable=not several or None)
    for path, name in bar:
        bar.set_description(path.name)
        folder = out if out and not several else _base(paths, out) / name
        try:
            entries.append(Entry(path, name, _made(make(path, folder), aloud=not several)))
        except (BadPublicationDate, ModelNotFound) as error:
            _complain(error)
            raise typer.Exit(WRONG_USAGE) from error
        except (ReadoutError, OSError) as error:
            entries.append(Entry(path, name, None, _complain(error, path)))
    return entries


def _made(steps: Generator[str, None, "Article"], *, aloud: bool) -> "Article":
    """Take the steps to their end, say each or only the last, and return the article.

    Warnings, of corrections that match nothing, are told like complaints.
    """
    with warnings.catch_warnings(record=True) as warned:
        article = _last(steps, aloud=aloud)
    for warning in warned:
        _complain(warning.message)
    return article


def _last(steps: Generator[str, None, "Article"], *, aloud: bool) -> "Article":
    from tqdm import tqdm

    step = ""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            if not aloud:
                tqdm.write(step)
            return end.value
        if aloud:
            typer.echo(step)


def _complain(error: Exception | str, path: Path | None = None) -> str:
    """Say on standard error, in one line, what is wrong, and with which file; return the line."""
    from tqdm import tqdm

    where = f"{path}: " if path and str(path) not in str(error) else ""
    line = " ".join(f"{type(error).__name__}: {where}{error}".split())
    tqdm.write(line, file=sys.stderr)
    return line


def _finish(entries: Sequence["Entry"]) -> None:
    if not all(entry.article for entry in entries):
        raise typer.Exit(UNUSABLE)


if __name__ == "__main__":
    app(prog_name="python -m readout")
