"""What a reader says is right of an article: NAME.gold.json beside NAME.txt, read and checked.

The format and the guidelines for those who annotate are in samples/README.md.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
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
_FORM_NAMES = {int: "a number", str: "text", list: "a list", date: "a day (YYYY-MM-DD)"}


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

    >>> empty = {"mentions": [], "dates": [], "events": [], "ties": []}
    >>> content = json.dumps({"published": "2024-05-03", "actors": {}, **empty})
    >>> written = Path("reports/talks.gold.json").write_text(content)
    >>> written = Path("reports/talks.txt").write_text("Jane Roe left.")
    >>> read_gold(Path("reports/talks.gold.json")).published
    '2024-05-03'
    """
    name = path.name.removesuffix(".gold.json")
    article = path.with_name(f"{name}.txt")
    text = read_text(article)
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise GoldInvalid(f"{path}: no JSON in UTF-8 ({error}); correct it there") from error
    for fault in _faults(content, text):
        raise GoldInvalid(f"{path}: {fault}; correct it as samples/README.md shows")
    return Gold(
        name=name,
        article=article,
        published=content["published"],
        sites=frozenset(id_ for id_, each in content["actors"].items() if each["type"] in SITES),
        answers={
            table: [_answer(_known_fields(row, table), text) for row in content[table]]
            for table in _FIELDS
        },
    )


def _known_fields(row: Mapping[str, Any], table: str) -> dict[str, Any]:
    return {field: row[field] for field in _FIELDS[table]}


def _answer(row: Mapping[str, Any], text: str) -> Answer:
    words = row["text"] if "text" in row else row["evidence"]
    start = row["start"] if "start" in row else text.index(words)
    return Answer(
        start=start,
        end=start + len(words),
        text=words,
        actors=tuple(_actors(row)),
        reading=row.get("reading", ""),
        relation=row.get("relation", ""),
        days=tuple(_days(row)),
        label=row.get("label", ""),
        certainty=row.get("certainty", ""),
    )


def _actors(row: Mapping[str, Any]) -> list[str]:
    return [row[role] for role in ("actor", "source", "target") if role in row] + row.get(
        "actors", []
    )


def _days(row: Mapping[str, Any]) -> list[str]:
    if "begin" not in row:
        return []
    return [row["begin"], row["end_date"] if "end_date" in row else row["end"]]


def _faults(content: Any, text: str) -> Iterator[str]:
    """What is wrong, in the order of the file; a later check relies on the earlier ones."""
    if not isinstance(content, dict):
        yield "must be an object {...} with published, actors, mentions, dates, events and ties"
    if content.get("published", "") is not None and not _is(content.get("published"), date):
        yield "'published' must be a day (YYYY-MM-DD), or null where the article says it"
    if not isinstance(content.get("actors"), dict):
        yield "'actors' must be an object {...} with an entry by the id of each actor"
    types = FRAMES["actors"]["type"].values
    for actor, entry in content["actors"].items():
        if not isinstance(entry, dict) or entry.get("type") not in types:
            yield f"actors, {actor!r}: 'type' must be one of {', '.join(types)}"
    for table in _FIELDS:
        if not isinstance(content.get(table), list):
            yield f"{table!r} must be a list, empty if there is none"
        for number, row in enumerate(content[table], start=1):
            for fault in _faults_of_row(row, table, [*content["actors"]], text):
                yield f"{table}, row {number}: {fault}"


def _faults_of_row(row: Any, table: str, actors: list[str], text: str) -> Iterator[str]:
    if not isinstance(row, dict):
        yield "must be an object {...}"
    for field, form in _FIELDS[table].items():
        if not _is(row.get(field), form):
            wanted = _FORM_NAMES.get(form) or "one of " + ", ".join(form)
            yield f"{field!r} must be {wanted}"
    row = _known_fields(row, table)
    for actor in _actors(row):
        if actor not in actors:
            yield f"{actor!r} is not among 'actors'"
    if _days(row) != sorted(_days(row)):
        yield "ends before it begins"
    yield from _faults_of_place(row, text)


def _faults_of_place(row: Mapping[str, Any], text: str) -> Iterator[str]:
    if "evidence" in row and row["evidence"] not in text:
        yield f"the article does not say {row['evidence']!r}"
    if "text" in row:
        start, end, words = row["start"], row["end"], row["text"]
        if start < 0 or not words or not text.startswith(words, start):
            yield f"{words!r} does not begin at character {start} of the article"
        if end != start + len(words):
            yield f"'end' must be {start + len(words)}, behind {words!r}"


def _is(value: object, form: Any) -> bool:
    if form is not date:
        return value in form if isinstance(form, tuple) else type(value) is form
    try:
        return value == str(date.fromisoformat(str(value)))
    except ValueError:
        return False
