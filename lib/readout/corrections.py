"""An analyst's corrections of an article, from the small CSV beside it.

They are applied to the frames as they are read, from the first line to the last: what follows from
a row (a tie from a mention) is not read anew. A corrected row says `analyst` in `via`, and
`article.corrections` lists what became of each line.
"""

import warnings
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from readout import frames
from readout.correction_draft import ANALYST, Draft, Outcome, apply, tie_key
from readout.correction_places import Record
from readout.correction_rows import Correction, read_corrections
from readout.errors import UnmatchedCorrection
from readout.frames import CORRECTABLE
from readout.known_names import DATA, KnownActors

if TYPE_CHECKING:
    from readout.article import Article

SUFFIX = ".corrections.csv"


def corrections_beside(path: Path) -> Path | None:
    """The file of corrections of the article at `path`, None if there is none.

    It is named as the article with `.corrections.csv` in place of the article's suffix.

    >>> corrections_beside(Path("seeds/haftar-belarus-2025-02-24.txt")) is None
    True
    """
    beside = path.with_name(path.stem + SUFFIX)
    try:
        return beside if beside.exists() else None
    except OSError:  # the suffix makes the name too long for the file system
        return None


def correct(article: "Article", path: str | Path, *, known: KnownActors = DATA) -> "Article":
    """The article with the corrections of the file at `path` applied to its frames.

    Returns a new Article; its frame `corrections` has a row per correction, in the order of the
    file. `known` are the actors whose names are known, for ids that the article lacked. Raises
    BadCorrections for a file that is missing or malformed; warns with UnmatchedCorrection of
    corrections that the article has nothing for.

    >>> file = Path("reports/talks.corrections.csv")
    >>> written = file.write_text("frame,action,text" + chr(10) + "mentions,drop,Jane Roe")
    >>> correct(readout.parse("Jane Roe met Al Poe."), file).mentions["actor"].tolist()
    ['al-poe']
    """
    draft = Draft(
        text=article.text,
        sentence_starts=article.sentences["start"].tolist(),
        rows={frame: _records(getattr(article, frame)) for frame in CORRECTABLE},
    )
    outcomes = [
        (correction, apply(draft, correction)) for correction in read_corrections(Path(path))
    ]
    ids = _ids(draft)
    report = [_report(correction, outcome, ids) for correction, outcome in outcomes]
    _warn_of_unmatched(report, path)
    rows = {**_ordered(draft), "actors": _actors(draft, ids, known), "corrections": report}
    corrected: dict[str, Any] = {frame: frames.build(frame, rows[frame]) for frame in rows}
    return replace(article, **corrected)


def _records(frame: pd.DataFrame) -> list[Record]:
    """The rows of a frame, with dates for its days and None for what is unknown."""
    return [
        {str(name): _plain(value) for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.date()
    return None if not isinstance(value, tuple) and pd.isna(value) else value


def _report(correction: Correction, outcome: Outcome, ids: Collection[str]) -> Record:
    """What became of a correction; an actor to add must be somebody's in the end."""
    adds_actor = correction.frame == "actors" and correction.action == "add"
    if adds_actor and outcome.effect and correction.new["actor"] not in ids:
        outcome = Outcome(why="no mention, tie or event has this actor")
    return {
        "line": correction.line,
        "frame": correction.frame,
        "action": correction.action,
        "text": correction.text,
        "status": "unmatched" if outcome.effect is None else "applied",
        "effect": outcome.effect,
        "why": outcome.why,
        "note": correction.note,
    }


def _warn_of_unmatched(report: Sequence[Record], path: str | Path) -> None:
    unmatched = [row for row in report if row["status"] == "unmatched"]
    if unmatched:
        first = unmatched[0]
        lines = ", ".join(str(row["line"]) for row in unmatched)
        warnings.warn(
            f"{path}: {len(unmatched)} of {len(report)} corrections match nothing (lines {lines});"
            f" line {first['line']}: {first['why']}",
            UnmatchedCorrection,
            stacklevel=4,  # who called parse
        )


def _ordered(draft: Draft) -> dict[str, list[Record]]:
    """The rows of the frames with evidence, in the order that the frames have, numbered anew."""
    rows = {
        "mentions": _sorted(draft.rows["mentions"], "start"),
        "dates": _sorted(draft.rows["dates"], "start"),
        "timeline": _sorted(draft.rows["timeline"], "first_day", "last_day", "start", "end"),
        "ties": _sorted(_distinct(draft.rows["ties"]), "start", "end"),
    }
    for frame, number in (("mentions", "mention"), ("timeline", "event")):
        rows[frame] = [{**row, number: n} for n, row in enumerate(rows[frame])]
    return rows


def _sorted(rows: Iterable[Record], *columns: str) -> list[Record]:
    return sorted(rows, key=itemgetter(*columns))


def _distinct(ties: Iterable[Record]) -> list[Record]:
    """One tie of those that have become the same; the analyst's before the others."""
    found: dict[object, Record] = {}
    for tie in sorted(ties, key=lambda tie: tie["via"] != ANALYST):
        found.setdefault(tie_key(tie), tie)
    return [*found.values()]


# Actors


def _ids(draft: Draft) -> frozenset[str]:
    """The ids of the actors that a mention, a tie or an event has."""
    ids = {row["actor"] for row in draft.rows["mentions"]}
    ids.update(row[side] for row in draft.rows["ties"] for side in ("source", "target"))
    ids.update(actor for row in draft.rows["timeline"] for actor in row["actors"])
    return frozenset(ids)


def _actors(draft: Draft, ids: Iterable[str], known: KnownActors) -> list[Record]:
    """A row per actor, those with most mentions first; mentions and aliases are counted anew."""
    rows = {row["actor"]: row for row in draft.rows["actors"]}
    counts = Counter(row["actor"] for row in draft.rows["mentions"])
    aliases: dict[str, dict[str, None]] = {}
    for mention in _sorted(draft.rows["mentions"], "start"):
        if mention["kind"] != "pronoun":
            words = " ".join(mention["text"].split())
            aliases.setdefault(mention["actor"], {})[words] = None
    return [
        {
            **(rows.get(actor) or _new_actor(actor, known, [*aliases.get(actor, {})])),
            "aliases": tuple(aliases.get(actor, ())),
            "mentions": counts[actor],
        }
        for actor in sorted(ids, key=lambda actor: (-counts[actor], actor))
    ]


def _new_actor(actor: str, known: KnownActors, names: Sequence[str]) -> Record:
    """The row of an actor that only a correction names."""
    row: Record = {"actor": actor, "role": None}
    entry = known.by_id.get(actor)
    if entry is None:
        name = max(names, key=len, default=actor)
        return {**row, "name": name, "type": None, "country": None, "via": ANALYST}
    return {
        **row,
        "name": entry.name,
        "type": entry.type,
        "country": entry.country,
        "via": entry.via,
    }
