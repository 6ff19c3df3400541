"""What a reader says is right of an article: NAME.gold.json beside NAME.txt, read and checked.

The format and the guidelines for those who annotate are in samples/README.md.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from readout.errors import GoldInvalid
from readout.frames import FRAMES
from readout.source import read_text

SITES = frozenset({"state", "city"})  # the types of actor that can also be read as a place

_SPAN = {"start": int, "end": int, "text": str}
_CERTAINTY_AND_EVIDENCE = {"certainty": FRAMES["ties"]["certainty"].values, "evidence": str}
_RELATIONS = FRAMES["ties"]["relation"].values
_FIELDS: Mapping[str, Mapping[str, Any]] = {
    "mentions": {**_SPAN, "actor": str, "reading": ("actor", "place", "pronoun")},
    "dates": {**_SPAN, "begin": date, "end_date": date},
    "events": {"begin": date, "end": date, "label": str, "actors": list, **_CERTAINTY_AND_EVIDENCE},
    "ties": {"source": str, "relation": _RELATIONS, "target": str, **_CERTAINTY_AND_EVIDENCE},
}
_WANTED = {int: "a number", str: "text", list: "a list", dict: "{...}", date: "a day (YYYY-MM-DD)"}


@dataclass(frozen=True)
class Answer:
    """What is said of a piece of the article; each kind of answer fills the fields that it has."""

    start: int
    end: int
    text: str
    actors: tuple[str, ...] = ()  # of a mention one, of a tie source and target
    reading: str = ""
    relation: str = ""
    days: tuple[str, ...] = ()  # first and last
    label: str = ""
    certainty: str = ""

    def __str__(self) -> str:
        names = f" {self.relation} ".join(self.actors) if self.relation else ", ".join(self.actors)
        days = " to ".join(dict.fromkeys(self.days))
        return "; ".join(filter(None, (days, self.label, names, self.reading, self.certainty)))


Answers = Mapping[str, Sequence[Answer]]  # by mentions, dates, events, ties


@dataclass(frozen=True)
class Gold:
    """The annotations of an article: its path, its publication date, its states and cities."""

    name: str
    article: Path
    published: str | None
    sites: frozenset[str]
    answers: Answers


def read_gold(path: Path) -> Gold:
    """Read and check the annotation file NAME.gold.json of the article NAME.txt beside it.

    Raises GoldInvalid that names the file, the row (counted from 1) and what to correct, and
    another ReadoutError if the article cannot be read.
    """
    name = path.name.removesuffix(".gold.json")
    article = path.with_name(f"{name}.txt")
    text = read_text(article)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldInvalid(f"{path}: no JSON in UTF-8 ({error}); correct it there") from error
    fault = _fault_of_file(content) or next(
        filter(None, (_fault_of_row(content, table, n, text) for table, n in _places(content))),
        None,
    )
    if fault:
        raise GoldInvalid(f"{path}: {fault}; correct it as samples/README.md shows")
    return Gold(
        name=name,
        article=article,
        published=content["published"],
        sites=frozenset(id_ for id_, each in content["actors"].items() if each["type"] in SITES),
        answers={table: [_answer(row, text) for row in content[table]] for table in _FIELDS},
    )


def _fault_of_file(content: Any) -> str | None:
    """What is wrong with the file apart from the rows of its tables."""
    if not isinstance(content, dict):
        return "no object {...} that holds published, actors, mentions, dates, events and ties"
    if "published" not in content or not _fits(content["published"] or "2000-01-01", date):
        return "'published' must be a day (YYYY-MM-DD), or null if the article says it"
    actors = content.get("actors")
    if not isinstance(actors, dict):
        return "'actors' must be {...}, an entry by each actor's id"
    for actor, entry in actors.items():
        if not isinstance(entry, dict) or entry.get("type") not in FRAMES["actors"]["type"].values:
            return f"actor {actor!r}: 'type' must be one of the types of actors"
    for table in _FIELDS:
        if not isinstance(content.get(table), list):
            return f"{table!r} must be a list, empty if the article has none"
    return None


def _places(content: Mapping[str, Any]) -> list[tuple[str, int]]:
    return [(table, number) for table in _FIELDS for number in range(len(content[table]))]


def _fault_of_row(content: Mapping[str, Any], table: str, number: int, text: str) -> str | None:
    row, where = content[table][number], f"{table}, row {number + 1}"
    if not isinstance(row, dict):
        return f"{where}: must be {{...}}"
    for field, form in _FIELDS[table].items():
        if not _fits(row.get(field), form):
            wanted = _WANTED[form] if isinstance(form, type) else "one of " + ", ".join(form)
            return f"{where}: {field!r} must be {wanted}"
    strangers = [each for each in _actors(row) if each not in content["actors"]]
    if strangers:
        return f"{where}: {strangers[0]!r} is not among 'actors'"
    start, end = row.get("start", 0), row["end"] if "start" in row else 0
    if "start" in row and text[max(0, start) : end] != row["text"]:
        return f"{where}: characters {start} to {end} of the article are not {row['text']!r}"
    if row.get("evidence", "") not in text:
        return f"{where}: {row['evidence']!r} does not stand in the article"
    if list(_days(row)) != sorted(_days(row)):
        return f"{where}: ends before it begins"
    return None
