"""Words that tell what a date expression means, or that it is none, and the days of holidays.

`data/date_words.csv` lists words by their role:

| role | what the word does | example |
| --- | --- | --- |
| `planning` | a date at this verb lies ahead, whatever its tense | "planned a rally on Friday" |
| `deferring` | so only after "until", "to", "for" | "postponed until Friday" |
| `directive` | a date at this verb may be that of the thing asked for | "invited them for 3 May" |
| `implicative` | the infinitive happened when the verb did | "failed to win on Friday" |
| `programme` | in the present tense it tells what lies ahead | "the summit opens on Friday" |
| `planned` | the noun after this adjective lies ahead | "the scheduled vote on Friday" |
| `announcing` | what is said to be so lies ahead | "is due on Friday" |
| `numbered` | a number after this word is no year | "Resolution 1973" |
| `measure` | a number before this word is no year | "2000 km" |
| `casualty` | nor is a number before this word | "1998 dead" |
| `lasting` | what follows this verb is a duration | "spent two days" |
| `named_weekday` | with a weekday a day of history or the church | "Bloody Sunday" |
| `namesake` | with a date before it, a name | "17 February Revolution" |
| `age` | with "today's" before it, no day in particular | "today's youth" |
| `rite` | with a holiday after it, another day | "Orthodox Christmas" |

Verbs are lemmas, other words stand as in texts, in lower case. `data/holidays.csv` has holidays
that fall on a fixed day, or on a numbered weekday of a month: Thanksgiving is the fourth Thursday
of November. Names that mean different days in different countries are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from readout import lexicon

Role = Literal[
    "planning",
    "deferring",
    "directive",
    "implicative",
    "programme",
    "planned",
    "announcing",
    "numbered",
    "measure",
    "casualty",
    "lasting",
    "named_weekday",
    "namesake",
    "age",
    "rite",
]


@dataclass(frozen=True, slots=True)
class DateWord:
    """A word and what it does to a date expression beside it: see the table above."""

    word: str
    role: Role


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by day of the month, or by weekday and its number in the month."""

    name: str
    month: str
    day: str | None
    weekday: str | None
    number: str | None


@cache
def words_with(role: Role) -> frozenset[str]:
    """The words that have a role.

    >>> "postpone" in words_with("deferring")
    True
    """
    return frozenset(row.word for row in _date_words() if row.role == role)


@cache
def _date_words() -> tuple[DateWord, ...]:
    return lexicon.table("date_words.csv", DateWord)


@cache
def holidays() -> Mapping[str, Holiday]:
    """Holidays by name in lower case.

    >>> holidays()["christmas eve"].day
    '24'
    """
    rows = lexicon.table("holidays.csv", Holiday)
    return MappingProxyType({row.name: row for row in rows})
