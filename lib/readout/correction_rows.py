"""The rows of a file of corrections, checked so far as they can be without the article.

A row is one correction. `frame`, `action` and `text` say what is meant, `start` and `end` where it
stands if it stands in several places, `note` is the analyst's own; the other columns are those of
the frames. An empty cell changes nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from readout import sheet_cells as cells
from readout.errors import BadCorrections
from readout.frames import CORRECTABLE, DAY, FRAMES
from readout.sheets import Sheet

LONGEST_LABEL = 12  # words
UNKNOWN = "NA"
ALL = "all"  # in place of a start: every place
CAN_BE_UNKNOWN = frozenset({"cue", "type", "country", "role", "actors"})
ARROW = re.compile(r"\s*(?:->|→)\s*")  # between what the row says and what it should say

# The columns that can be corrected, and those that a row to add must have.
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "mentions": ("actor", "kind", "reading"),
        "dates": ("first_day", "last_day", "precision", "basis"),
        "timeline": ("first_day", "last_day", "precision", "label", "actors", "certainty"),
        "ties": ("source", "relation", "target", "certainty", "cue"),
        "actors": ("actor", "name", "type", "country", "role"),
    }
)
NEEDED = MappingProxyType(
    {
        "mentions": ("actor", "kind", "reading"),
        "dates": ("first_day", "precision", "basis"),
        "timeline": ("first_day", "precision", "label", "certainty"),
        "ties": ("source", "relation", "target", "certainty"),
        "actors": ("actor", "name", "type"),
    }
)
Value = TypeVar("Value")
ACTIONS = FRAMES["corrections"]["action"].values
SHEET = ("frame", "action", "text", "start", "end")
ALL_COLUMNS = tuple(
    dict.fromkeys([*SHEET, *(c for each in COLUMNS.values() for c in each), "note"])
)


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: what the row says now (`old`, so far as given) and what it should (`new`).

    `line` is that of the file. `start` and `end` are None where the file leaves them empty;
    `everywhere` says that every place with these words is meant.
    """

    line: int
    frame: str
    action: str
    text: str
    start: int | None
    end: int | None
    everywhere: bool
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    note: str | None


def read_corrections(path: Path) -> Iterator[Correction]:
    """The corrections of a file, in its order.

    Raises BadCorrections for a file that is missing or no CSV, and for a malformed row, with its
    line, what is wrong and what to do.

    >>> file = Path("reports/talks.corrections.csv")
    >>> written = file.write_text("frame,action,text" + chr(10) + "mentions,drop,Roe")
    >>> [(each.line, each.frame, each.action, each.text) for each in read_corrections(file)]
    [(2, 'mentions', 'drop', 'Roe')]
    """
    sheet = Sheet(path, ALL_COLUMNS, ("frame", "action"), BadCorrections)
    for line, row in sheet.rows():
        try:
            yield _correction(line, row)
        except ValueError as error:
            raise sheet.complaint(line, str(error)) from error


def _correction(line: int, row: Mapping[str, str]) -> Correction:
    frame = _checked("frame", row["frame"].lower(), lambda cell: cells.one_of(cell, CORRECTABLE))
    action = _checked("action", row["action"].lower(), lambda cell: cells.one_of(cell, ACTIONS))
    given = {name: row[name] for each in COLUMNS.values() for name in each if row[name]}
    for name in given:
        if name not in COLUMNS[frame]:
            raise ValueError(f"{frame} have no {name} to correct, only {', '.join(COLUMNS[frame])}")
    old, new = _sides(frame, action, given)
    _check_place(frame, row, given)
    missing = [name for name in NEEDED[frame] if name not in new] if action == "add" else []
    if missing:
        raise ValueError(f"a row to add needs {', '.join(missing)}; fill in")
    if action == "change" and not new:
        raise ValueError("nothing to change; fill in what it should say")
    return Correction(
        line=line,
        frame=frame,
        action=action,
        text=given["actor"] if frame == "actors" else row["text"],
        start=_offset(row, "start"),
        end=_offset(row, "end"),
        everywhere=row["start"].lower() == ALL,
        old=old,
        new=new,
        note=row["note"] or None,
    )


def _sides(
    frame: str, action: str, given: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the row says and what it should say, from cells with "new" or "old -> new"."""
    old: dict[str, Any] = {}
    new: dict[str, Any] = {}
    for column, cell in given.items():
        before, arrow, after = _parted(cell) if action == "change" else (cell, False, cell)
        names_actor = frame == "actors" and column == "actor" and action == "change"
        if arrow or action == "drop" or names_actor:
            old[column] = _value(frame, column, before)
        if action != "drop" and (arrow or not names_actor):
            new[column] = _value(frame, column, after)
    return old, new


def _parted(cell: str) -> tuple[str, bool, str]:
    parts = ARROW.split(cell, maxsplit=1)
    return parts[0], len(parts) > 1, parts[-1]


def _check_place(frame: str, row: Mapping[str, str], given: Mapping[str, str]) -> None:
    if frame == "actors":
        if "actor" not in given:
            raise ValueError("no actor; fill in the id")
        if row["text"] or row["start"] or row["end"]:
            raise ValueError("actors have no text, start and end; fill in actor only")
    elif not row["text"]:
        raise ValueError("no text; copy the words that the row is about")
    if row["end"] and (not row["start"] or row["start"].lower() == ALL):
        raise ValueError("an end without a start; fill in both or none")


def _offset(row: Mapping[str, str], column: str) -> int | None:
    told = row[column] and row[column].lower() != ALL
    return _checked(column, row[column], cells.offset) if told else None


def _value(frame: str, column: str, cell: str) -> Any:
    """What a cell says: text, a day, ids, or None if it is unknown."""
    if cell == UNKNOWN and column in CAN_BE_UNKNOWN:
        return () if column == "actors" else None
    return _checked(column, cell, _reader(frame, column))


def _reader(frame: str, column: str) -> Callable[[str], Any]:
    """The function that reads and checks the cells of a column."""
    description = FRAMES[frame][column]
    if description.values:
        return lambda cell: cells.one_of(cell, description.values)
    if description.dtype == DAY:
        return cells.day
    if column in ("actor", "source", "target"):
        return cells.actor_id
    if column == "actors":
        return lambda cell: tuple(cells.actor_id(each) for each in cells.several(cell))
    if column == "country":
        return cells.country
    return _label if column == "label" else str


def _label(cell: str) -> str:
    if len(cell.split()) > LONGEST_LABEL:
        raise ValueError(f"more than {LONGEST_LABEL} words; shorten it")
    return cell


def _checked(column: str, cell: str, read: Callable[[str], Value]) -> Value:
    try:
        return read(cell)
    except ValueError as error:
        raise ValueError(f"{column}: {error}") from error
