"""Which rows of a frame a correction is about: by the words, and where they stand in the article.

The words of a mention or date are its own. Of an event or tie, which may be long, a part of the
evidence will do, or the whole sentence around it, as long as only one row is meant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from readout.correction_rows import Correction

Record = dict[str, Any]
Span = tuple[int, int]
CLAUSES = frozenset({"timeline", "ties"})


@dataclass(frozen=True, slots=True)
class Found:
    """The places or the rows that a correction is about, else `why` there are none."""

    spans: Sequence[Span] = ()
    rows: Sequence[Record] = ()
    why: str | None = None


def find_places(text: str, correction: Correction) -> Found:
    """Where the words of a correction stand, so far as it says where; white space counts as one.

    >>> from readout.correction_rows import read_corrections
    >>> [*places_of("Roe met Roe, no Roebuck.", "Roe")]
    [(0, 3), (8, 11)]
    """
    everywhere = places_of(text, correction.text)
    if not everywhere:
        return Found(why="the article does not have these words")
    spans = [
        (start, end)
        for start, end in everywhere
        if correction.start in (None, start) and correction.end in (None, end)
    ]
    if not spans:
        told = ", ".join(str(start) for start, _ in everywhere[:5])
        return Found(why=f"the words do not stand there; they begin at {told}")
    return Found(spans)


def places_of(text: str, words: str) -> list[Span]:
    """Each place where the words stand as whole words.

    >>> places_of("Roe met Roe, no Roebuck.", "Roe")
    [(0, 3), (8, 11)]
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [match.span() for match in re.finditer(before + pattern + after, text)]


def find_rows(text: str, rows: Sequence[Record], correction: Correction) -> Found:
    """The rows of a frame with evidence that a correction is about: one, or several for `all`.

    >>> from readout.correction_rows import Correction
    >>> nothing = {"old": {}, "new": {}, "note": None, "start": None, "end": None}
    >>> drop = Correction(2, "mentions", "drop", "Roe", everywhere=False, **nothing)
    >>> find_rows("Roe left.", [{"start": 0, "end": 3, "actor": "roe"}], drop).rows
    [{'start': 0, 'end': 3, 'actor': 'roe'}]
    """
    places = find_places(text, correction)
    if places.why:
        return places
    matching = _rows_at(rows, places.spans, whole=correction.frame not in CLAUSES)
    if not matching:
        return Found(why=f"no row of {correction.frame} has these words as its evidence")
    return choose(matching, correction)


def choose(rows: Sequence[Record], correction: Correction) -> Found:
    """Of the rows at a place those that say what the correction says they do.

    >>> from readout.correction_rows import Correction
    >>> about = {"new": {}, "note": None, "start": None, "end": None, "everywhere": False}
    >>> meant = Correction(2, "mentions", "drop", "Roe", old={"actor": "roe"}, **about)
    >>> choose([{"actor": "roe"}, {"actor": "poe"}], meant).rows
    [{'actor': 'roe'}]
    >>> choose([{"actor": "poe"}], meant).why
    'the row says something else now: actor poe'
    """
    chosen = [row for row in rows if says(row, correction)]
    if not chosen:
        now = "; ".join(f"{name} {shown(rows[0][name])}" for name in correction.old)
        return Found(why=f"the row says something else now: {now}")
    if len(chosen) > 1 and not correction.everywhere:
        return Found(
            why=f"{len(chosen)} rows match; fill in start, or what the row says now, or start: all"
        )
    return Found(rows=chosen)


def says(row: Record, correction: Correction) -> bool:
    """Whether a row says what the correction says it does.

    >>> from readout.correction_rows import Correction
    >>> about = {"new": {}, "note": None, "start": None, "end": None, "everywhere": False}
    >>> meant = Correction(2, "mentions", "drop", "Roe", old={"actor": "roe"}, **about)
    >>> says({"actor": "roe"}, meant), says({"actor": "poe"}, meant)
    (True, False)
    """
    return all(row[name] == value for name, value in correction.old.items())


def shown(value: object) -> str:
    """A value as the file of corrections has it.

    >>> shown(("roe", "poe")), shown(None), shown(3)
    ('roe; poe', 'NA', '3')
    """
    if isinstance(value, tuple):
        return "; ".join(value) or "NA"
    return "NA" if value is None else str(value)


def _rows_at(rows: Sequence[Record], spans: Sequence[Span], *, whole: bool) -> list[Record]:
    """The rows whose evidence stands at a place exactly, else inside it or around it."""
    exact = [row for row in rows if (row["start"], row["end"]) in set(spans)]
    if exact or whole:
        return exact
    return [row for row in rows if any(_inside((row["start"], row["end"]), span) for span in spans)]


def _inside(one: Span, other: Span) -> bool:
    """Whether one of two places lies in the other."""
    inner, outer = sorted([one, other], key=lambda span: span[1] - span[0])
    return outer[0] <= inner[0] < inner[1] <= outer[1]
