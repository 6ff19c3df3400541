"""An invented article, and files of corrections for it."""

import csv
from pathlib import Path

from readout.correction_rows import ALL_COLUMNS

TEXT = """\
Roe's envoy in Cairo

Published on 2024 May 6, Monday

Jane Roe, head of the Sahel Council, met her brother Karim Roe on 2 May. The envoy travelled to
Egypt on Friday. Egypt backs the Sahel Council, and Norway opposes Egypt.

Roe said that she would return in June.
"""


def correction(frame: str, action: str, text: str = "", **columns: object) -> dict[str, object]:
    """A row of a file of corrections."""
    return {"frame": frame, "action": action, "text": text, **columns}


def write_corrections(folder: Path, *rows: dict[str, object]) -> Path:
    """Write the rows as the corrections of `article.txt` in the folder and return the path."""
    path = folder / "article.corrections.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ALL_COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path
