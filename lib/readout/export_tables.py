"""The frames as CSV with a Frictionless data package that describes them."""

import csv
import io
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from readout.files import replace_file
from readout.frames import DAY, FRAMES, NUMBER, WORDS

if TYPE_CHECKING:
    from readout.article import Article

LIST_SEPARATOR = "; "
# A spreadsheet runs a cell that begins so as a formula (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
TABLE_SCHEMA_TYPES = {NUMBER: "integer", DAY: "date"}


def write_tables(article: "Article", folder: str | Path) -> list[Path]:
    """Write each frame as `FRAME.csv` and their description as `datapackage.json`.

    Returns the paths. CSV is UTF-8 with line feeds; tuples are joined by "; ", what is unknown is
    empty, and a cell that a spreadsheet would run as a formula gets an apostrophe before it. Raises
    OSError if the folder cannot be written.

    >>> [path.name for path in write_tables(article, "reports")][:3]
    ['sentences.csv', 'mentions.csv', 'actors.csv']
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written = [
        replace_file(folder / f"{frame}.csv", csv_text(getattr(article, frame)).encode())
        for frame in FRAMES
    ]
    package = json.dumps(data_package(article), indent=2, ensure_ascii=False) + "\n"
    return [*written, replace_file(folder / "datapackage.json", package.encode())]


def csv_text(frame: pd.DataFrame) -> str:
    """The frame as CSV, safe to open in a spreadsheet; see `write_tables`.

    >>> print(csv_text(pd.DataFrame({"text": ["=1+1"]})))
    text
    '=1+1
    <BLANKLINE>
    """
    rows = frame.itertuples(index=False, name=None)
    return "".join([_line(frame.columns), *(_line(map(_cell, row)) for row in rows)])


def _line(cells: Iterable[object]) -> str:
    # The csv module quotes a carriage return only if rows end in one.
    row = io.StringIO(newline="")
    csv.writer(row, lineterminator="\r\n").writerow(cells)
    return row.getvalue().removesuffix("\r\n") + "\n"


def _cell(value: Any) -> object:
    if isinstance(value, tuple):
        value = LIST_SEPARATOR.join(value)
    elif pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def data_package(article: "Article") -> dict[str, object]:
    """The Frictionless data package that describes the CSV files of an article.

    >>> package = data_package(article)
    >>> package["title"], len(package["resources"])
    ('Khalifa Haftar’s strategic visit to Belarus', 8)
    """
    return {
        "name": re.sub(r"[^a-z0-9._-]+", "-", article.name.lower()),
        "title": article.title or article.name,
        "resources": [
            {
                "name": frame,
                "path": f"{frame}.csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        _field(name, column.dtype, column.meaning, column.values)
                        for name, column in columns.items()
                    ]
                },
            }
            for frame, columns in FRAMES.items()
        ],
    }


def _field(name: str, dtype: str, meaning: str, values: tuple[str, ...]) -> dict[str, object]:
    field: dict[str, object] = {"name": name, "type": TABLE_SCHEMA_TYPES.get(dtype, "string")}
    separated = f'; several are separated by "{LIST_SEPARATOR}"' if dtype == WORDS else ""
    field["description"] = meaning + separated
    if values:
        field["constraints"] = {"enum": list(values)}
    return field
