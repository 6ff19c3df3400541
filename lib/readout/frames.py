"""The fixed columns of every frame, in one place, so that an empty frame looks like a full one.

`rows` turns what the extractors found into records; `build` makes a pandas DataFrame of them with
the columns and dtypes below. Text is `str`, offsets and counts are `int64`, days are
`datetime64[s]`, and `object` holds tuples of text (aliases, actor ids). What is unknown is NA.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from pandas.api.extensions import ExtensionArray

WORD, NUMBER, DAY, WORDS = "str", "int64", "datetime64[s]", "object"
CORRECTABLE = ("mentions", "dates", "timeline", "ties", "actors")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its dtype, what it says, and the values it can have if they are few."""

    dtype: str
    meaning: str
    values: tuple[str, ...] = ()


_START = Column(NUMBER, "first character of the evidence in the text, counted from 0")
_END = Column(NUMBER, "character behind the evidence: text[start:end] is what the article says")
_SENTENCE = Column(NUMBER, "number of the sentence, counted from 0")
_FIRST_DAY = Column(DAY, "first day")
_LAST_DAY = Column(DAY, "last day, the same as the first for a single day")
_PRECISION = Column(
    WORD, "how precisely the article names the time", ("day", "span", "week", "month", "year")
)
_CERTAINTY = Column(
    WORD, "hedged: the author marks it as possible, planned or unproven", ("stated", "hedged")
)
_EVIDENCE = Column(WORD, "the words that say so")

FRAMES: Mapping[str, Mapping[str, Column]] = MappingProxyType(
    {
        "sentences": {
            "sentence": _SENTENCE,
            "section": Column(
                WORD,
                "part of the page",
                ("title", "caption", "body", "boilerplate", "related"),
            ),
            "paragraph": Column(NUMBER, "number of the paragraph, counted from 0"),
            "start": _START,
            "end": _END,
            "text": Column(WORD, "the sentence"),
            "certainty": _CERTAINTY,
        },
        "mentions": {
            "mention": Column(NUMBER, "number of the mention, counted from 0"),
            "sentence": _SENTENCE,
            "start": _START,
            "end": _END,
            "text": Column(WORD, "the words of the mention"),
            "actor": Column(WORD, "id of the actor meant"),
            "kind": Column(WORD, "kind of word", ("name", "acronym", "metonym", "pronoun")),
            "reading": Column(WORD, "whether it acts or says where", ("actor", "place")),
            "via": Column(WORD, "the rule that resolved it, or analyst"),
        },
        "actors": {
            "actor": Column(WORD, "id of the actor"),
            "name": Column(WORD, "the fullest name"),
            "type": Column(
                WORD,
                "what kind of actor it is",
                (
                    "person",
                    "state",
                    "government_body",
                    "armed_group",
                    "organisation",
                    "bloc",
                    "city",
                    "media",
                ),
            ),
            "country": Column(WORD, "ISO 3166 alpha-3 code of the actor's country"),
            "role": Column(WORD, "a person's office, in the words of the article"),
            "aliases": Column(WORDS, "names that the article uses, in order of first use"),
            "mentions": Column(NUMBER, "how many rows of mentions are the actor's"),
            "via": Column(
                WORD,
                "who knows the actor: data/, the reader's own list, or the article alone",
                ("data", "own", "article", "analyst"),
            ),
        },
        "dates": {
            "sentence": _SENTENCE,
            "start": _START,
            "end": _END,
            "text": Column(WORD, "the words of the date"),
            "first_day": _FIRST_DAY,
            "last_day": _LAST_DAY,
            "precision": _PRECISION,
            "basis": Column(WORD, "relative: counted from another day", ("explicit", "relative")),
            "via": Column(WORD, "the pattern of the words, or analyst"),
        },
        "timeline": {
            "event": Column(NUMBER, "number of the event, counted from 0"),
            "first_day": _FIRST_DAY,
            "last_day": _LAST_DAY,
            "precision": _PRECISION,
            "label": Column(WORD, "what happened, in at most twelve words"),
            "actors": Column(WORDS, "ids of the actors that take part"),
            "certainty": _CERTAINTY,
            "sentence": _SENTENCE,
            "start": _START,
            "end": _END,
            "evidence": _EVIDENCE,
            "via": Column(WORD, "the rule that found it, or analyst"),
        },
        "ties": {
            "source": Column(WORD, "id of the actor that the relation goes out from"),
            "relation": Column(
                WORD,
                "what stands between the two; aligned and meets hold both ways",
                ("backs", "courts", "aligned", "meets", "opposes", "member"),
            ),
            "target": Column(WORD, "id of the actor that the relation goes to"),
            "certainty": _CERTAINTY,
            "cue": Column(WORD, "the word that says the relation"),
            "sentence": _SENTENCE,
            "start": _START,
            "end": _END,
            "evidence": _EVIDENCE,
            "via": Column(WORD, "the pattern that found it, or analyst"),
        },
        "related": {
            "title": Column(WORD, "title of the related article"),
            "published": Column(DAY, "day on which it was published"),
            "start": _START,
            "end": _END,
        },
        "corrections": {
            "line": Column(NUMBER, "line of the file of corrections, counted from 1"),
            "frame": Column(WORD, "the frame to correct", CORRECTABLE),
            "action": Column(WORD, "what to do", ("change", "drop", "add")),
            "text": Column(WORD, "the words that the correction is about; of actors, the id"),
            "status": Column(
                WORD, "unmatched: the article has nothing of the kind", ("applied", "unmatched")
            ),
            "effect": Column(WORD, "what has become what"),
            "why": Column(WORD, "why it matches nothing"),
            "note": Column(WORD, "the analyst's note"),
        },
    }
)


def build(frame: str, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """Make the DataFrame called `frame` from records that have its columns as keys.

    Returns one row per record, in the order given, with exactly the columns and dtypes of
    `FRAMES[frame]`, also when there are no rows. Raises KeyError for an unknown frame or a record
    without one of the columns.

    >>> build("related", []).columns.tolist()
    ['title', 'published', 'start', 'end']
    """
    records = list(rows)
    columns = [
        _column([record[name] for record in records], column.dtype)
        for name, column in FRAMES[frame].items()
    ]
    rows_by_number = pd.RangeIndex(len(records))
    table = pd.DataFrame(dict(enumerate(columns)), index=rows_by_number, copy=False)
    table.columns = _names(frame).copy()
    return table


@cache
def _names(frame: str) -> pd.Index:
    """The names of the columns: to make them anew for each frame takes as long as its rows."""
    return pd.Index(list(FRAMES[frame]))


def _column(values: list[Any], dtype: str) -> np.ndarray | ExtensionArray:
    """The values as the array that a Series of them has, made without pandas' looking at each."""
    if dtype == WORD:
        words = pa.array(values, pa.large_string())
        dtype_of_text = pd.StringDtype(na_value=np.nan)
        return pd.arrays.ArrowStringArray(words, dtype=dtype_of_text)  # type: ignore[call-arg]
    if dtype == WORDS:
        array = np.empty(len(values), dtype=dtype)
        array[:] = values
        return array
    return np.array(values, dtype=dtype)
