"""The command line: `python -m readout report ARTICLE`."""

from pathlib import Path
from typing import Annotated

import typer

from readout.errors import ReadoutError

app = typer.Typer(
    help="Who is in a news article, when did it happen, who backs whom.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@app.callback()
def main() -> None:
    """Keep `report` a command of its own while it is the only one."""


@app.command()
def report(
    article: Annotated[Path, typer.Argument(help="The article, a text file.")],
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) if the file does not say it.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the report. [default: reports/NAME]")
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
    except ReadoutError as error:
        typer.echo(f"{type(error).__name__}: {error}", err=True)
        raise typer.Exit(1) from error


if __name__ == "__main__":
    app(prog_name="python -m readout")
