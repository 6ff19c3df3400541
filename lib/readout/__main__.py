"""The command line: `python -m readout report ARTICLE` and `python -m readout score FOLDER`."""

from pathlib import Path
from typing import Annotated

import typer

from readout.errors import ReadoutError
from readout.scoring import Kind, misses, overall, score_folder

app = typer.Typer(
    help="Who is in a news article, when did it happen, who backs whom.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@app.command()
def report(
    article: Annotated[Path, typer.Argument(help="The article, a text file.")],
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) if the file does not say it.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the report; if not given, reports/NAME.")
    ] = None,
) -> None:
    """Make the report on an article: one page, figures, tables, the network.

    Example: python -m readout report seeds/haftar-belarus-2025-02-24.txt
    """
    from readout.report import write_report

    try:
        for step in write_report(
            article, out or Path("reports") / article.stem, published=published
        ):
            typer.echo(step)
    except (ReadoutError, OSError) as error:
        typer.echo(f"{type(error).__name__}: {error}", err=True)
        raise typer.Exit(1) from error


@app.command()
def score(
    folder: Annotated[Path, typer.Argument(help="NAME.txt and NAME.gold.json of each article.")],
    show: Annotated[
        Kind | None, typer.Option(help="List what is missed and what is wrong of one kind.")
    ] = None,
) -> None:
    """Score Readout on annotated articles: F1, and accuracy of reading and certainty.

    Example: python -m readout score samples --show ties
    """
    try:
        scores = score_folder(folder)
        faults = misses(folder, show) if show else None
    except ReadoutError as error:
        typer.echo(f"{type(error).__name__}: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(scores.to_string(float_format="%.3f", na_rep="-"))
    typer.echo(
        f"overall (mean of mentions, pronouns, dates, timeline, ties): {overall(scores):.3f}"
    )
    if faults is not None:
        for row in faults.itertuples():
            typer.echo(
                f"{row.article} {row.start}-{row.end} {row.fault}: {row.answer} [{row.text}]"
            )


if __name__ == "__main__":
    app(prog_name="python -m readout")
