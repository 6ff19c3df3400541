"""Words that tell whether something happened, in `data/event_words.csv`.

| role | what the word does | example |
| --- | --- | --- |
| `happening` | a date in the phrase of this noun is that of what it names | "Friday's vote" |
| `carrying` | this verb only says that its object took place | "held a meeting on Friday" |
| `state` | this verb says how things are or were, and is no event | "lived there in 2011" |
| `news` | this verb in the past, without a date, is news of the day | "The envoy left." |
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from readout import lexicon

Role = Literal["happening", "carrying", "state", "news"]


@dataclass(frozen=True, slots=True)
class EventWord:
    """A lemma and what it says of events: see the table above."""

    word: str
    role: Role


@cache
def event_words() -> Mapping[Role, frozenset[str]]:
    """The lemmas of each role.

    >>> "election" in event_words()["happening"]
    True
    """
    rows = lexicon.table("event_words.csv", EventWord)
    return MappingProxyType(
        {role: frozenset(row.word for row in rows if row.role == role) for role in get_args(Role)}
    )
