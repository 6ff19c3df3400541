"""Frames while corrections are applied to them: rows that change, are dropped and are added."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from readout.correction_places import Record, Span, choose, find_places, find_rows, says, shown
from readout.correction_rows import Correction
from readout.frames import FRAMES
from readout.ties import SYMMETRIC

ANALYST = "analyst"
APART = frozenset({"mentions", "dates"})  # rows of these do not overlap


@dataclass(frozen=True)
class Draft:
    """The text of an article, where its sentences begin, and the rows by frame, to be changed."""

    text: str
    sentence_starts: Sequence[int]
    rows: dict[str, list[Record]]

    def remove(self, frame: str, is_meant: Callable[[Record], bool]) -> None:
        """Drop the rows of a frame that are meant.

        >>> draft = Draft("Roe left.", [0], {"mentions": [{"text": "Roe"}, {"text": "left"}]})
        >>> draft.remove("mentions", lambda row: row["text"] == "left")
        >>> draft.rows
        {'mentions': [{'text': 'Roe'}]}
        """
        self.rows[frame] = [row for row in self.rows[frame] if not is_meant(row)]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a correction did (`effect`), or why it could do nothing."""

    effect: str | None = None
    why: str | None = None


def apply(draft: Draft, correction: Correction) -> Outcome:
    """Apply a correction to the draft and say what it did, or why the article has nothing for it.

    A correction that cannot be applied leaves the draft as it is.

    >>> from readout.correction_rows import Correction
    >>> nothing = {"old": {}, "new": {}, "note": None, "start": None, "end": None}
    >>> drop = Correction(2, "mentions", "drop", "Roe", everywhere=False, **nothing)
    >>> apply(Draft("Roe left.", [0], {"mentions": []}), drop).why
    'no row of mentions has these words as its evidence'
    >>> apply(Draft("Poe left.", [0], {"mentions": []}), drop).why
    'the article does not have these words'
    """
    if correction.frame == "actors":
        return _apply_to_actor(draft, correction)
    if correction.action == "add":
        return _add(draft, correction)
    found = find_rows(draft.text, draft.rows[correction.frame], correction)
    if found.why:
        return Outcome(why=found.why)
    if correction.action == "drop":
        meant = {id(row) for row in found.rows}
        draft.remove(correction.frame, lambda row: id(row) in meant)
        return Outcome(_told("dropped", found.rows))
    return _change(found.rows, correction)


def _told(effect: str, rows: Sequence[object]) -> str:
    return effect if len(rows) == 1 else f"{effect} ({len(rows)} rows)"


def _change(rows: Sequence[Record], correction: Correction) -> Outcome:
    corrected = [_settled({**row, **correction.new, "via": ANALYST}, correction) for row in rows]
    why = next(filter(None, map(_fault, corrected)), None)
    if why:
        return Outcome(why=why)
    effect = _difference(rows[0], corrected[0])
    for row, better in zip(rows, corrected, strict=True):
        row.update(better)
    return Outcome(_told(effect, rows))


def _settled(row: Record, correction: Correction) -> Record:
    """The row with a last day that follows from the first, where the correction gives none."""
    single = row.get("precision") == "day" or correction.action == "add"
    if "first_day" in row and single and "last_day" not in correction.new:
        return {**row, "last_day": row["first_day"]}
    return row


def _fault(row: Record) -> str | None:
    """What is impossible in a corrected row, None if nothing is."""
    first, last = row.get("first_day"), row.get("last_day")
    if first and last and first > last:
        return "it would end before it begins; fill in last_day"
    if row.get("precision") == "day" and first != last:
        return "a day cannot last longer; fill in another precision"
    if "source" in row and row["source"] == row["target"]:
        return "it would be a tie of an actor with itself"
    return None


def _difference(before: Record, after: Record) -> str:
    """What has become what, in words; `confirmed` if nothing but the analyst's name was added."""
    changes = [
        f"{name}: {shown(before[name])} -> {shown(value)}"
        for name, value in after.items()
        if value != before[name] and name != "via"
    ]
    return "; ".join(changes) or "confirmed"


# Adding


def _add(draft: Draft, correction: Correction) -> Outcome:
    places = find_places(draft.text, correction)
    if places.why:
        return Outcome(why=places.why)
    if len(places.spans) > 1 and not correction.everywhere:
        return Outcome(why=f"the words stand {len(places.spans)} times; fill in start, or all")
    rows = draft.rows[correction.frame]
    added, why = [], None
    for span in places.spans:
        row = _new_row(draft, correction, span)
        why = _fault(row) or _in_the_way(row, rows, correction.frame)
        if why is None:
            rows.append(row)
            added.append(row)
    return Outcome(_told("added", added)) if added else Outcome(why=why)


def _new_row(draft: Draft, correction: Correction, span: Span) -> Record:
    start, end = span
    evidence = draft.text[start:end]
    blank: Record = {**dict.fromkeys(FRAMES[correction.frame]), "actors": ()}
    told = {
        "sentence": max(0, bisect_right(draft.sentence_starts, start) - 1),
        "start": start,
        "end": end,
        "text": evidence,
        "evidence": evidence,
        "via": ANALYST,
    }
    row = _settled({**blank, **told, **correction.new}, correction)
    return {name: row[name] for name in FRAMES[correction.frame]}


def _in_the_way(row: Record, rows: Sequence[Record], frame: str) -> str | None:
    """Why a row cannot be added beside those that are there, None if it can."""
    if frame in APART:
        for other in rows:
            if other["end"] > row["start"] and other["start"] < row["end"]:
                return f"it overlaps {other['text']!r}; drop that first"
    if frame == "ties" and any(tie_key(other) == tie_key(row) for other in rows):
        return "the tie is there already"
    return None


def tie_key(tie: Record) -> tuple[object, ...]:
    """What makes two ties one: relation and ends, in any order where it holds both ways.

    >>> tie_key({"relation": "meets", "source": "norway", "target": "chad"})
    ('meets', 'chad', 'norway')
    >>> tie_key({"relation": "backs", "source": "norway", "target": "chad"})
    ('backs', 'norway', 'chad')
    """
    ends = (tie["source"], tie["target"])
    return (tie["relation"], *(sorted(ends) if tie["relation"] in SYMMETRIC else ends))


# Actors


def _apply_to_actor(draft: Draft, correction: Correction) -> Outcome:
    actor = correction.old.get("actor") or correction.new["actor"]
    row = next((row for row in draft.rows["actors"] if row["actor"] == actor), None)
    role = correction.new.get("role")
    if role and role not in " ".join(draft.text.split()):
        return Outcome(why="the role is not in the words of the article")
    if correction.action == "add":
        return _add_actor(draft, correction) if row is None else Outcome(why="it is there already")
    if row is None:
        return Outcome(why=f"the article has no actor {actor}")
    if not says(row, correction):
        return Outcome(why=choose([row], correction).why)
    if correction.action == "drop":
        return _drop_actor(draft, actor)
    effect = _difference(row, {**row, **correction.new})
    new = correction.new.get("actor", actor)
    if new != actor:
        row = _rename(draft, row, new)
    row.update({**correction.new, "via": ANALYST})
    return Outcome(effect)


def _add_actor(draft: Draft, correction: Correction) -> Outcome:
    blank: Record = {"type": None, "country": None, "role": None}
    draft.rows["actors"].append({**blank, **correction.new, "via": ANALYST})
    return Outcome("added")


def _drop_actor(draft: Draft, actor: str) -> Outcome:
    """Drop an actor with its mentions and ties; it no longer takes part in events."""
    draft.remove("mentions", lambda row: row["actor"] == actor)
    draft.remove("ties", lambda row: actor in (row["source"], row["target"]))
    draft.remove("actors", lambda row: row["actor"] == actor)
    for event in draft.rows["timeline"]:
        _set_actors(event, [each for each in event["actors"] if each != actor])
    return Outcome("dropped")


def _rename(draft: Draft, row: Record, new: str) -> Record:
    """Give all rows of an actor to another one, and return the row of that one."""
    old = row["actor"]
    for other in [*draft.rows["mentions"], *draft.rows["ties"]]:
        for column in {"actor", "source", "target"} & other.keys():
            if other[column] == old:
                other.update({column: new, "via": ANALYST})
    draft.remove("ties", lambda row: row["source"] == row["target"])
    for event in draft.rows["timeline"]:
        _set_actors(event, [new if each == old else each for each in event["actors"]])
    present = next((each for each in draft.rows["actors"] if each["actor"] == new), None)
    if present is None:
        return row
    draft.remove("actors", lambda each: each is row)
    return present


def _set_actors(event: Record, actors: Sequence[str]) -> None:
    taking_part = tuple(dict.fromkeys(actors))
    if taking_part != event["actors"]:
        event.update({"actors": taking_part, "via": ANALYST})
