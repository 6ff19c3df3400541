"""The rows of the files in `data/`: one frozen class per file, its fields are the file's columns.

`lexicon.table` checks every row against these types: an optional cell may be empty, a tuple is a
cell with several values, a Literal lists the values that a cell may have, bool is "yes" or empty.
`data/README.md` says what each column means.
"""

from dataclasses import dataclass
from typing import Literal

Gender = Literal["m", "f"]
ActorType = Literal["state", "government_body", "armed_group", "organisation", "bloc"]


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. `ambiguous` lists its names that often mean something else."""

    id: str
    name: str
    iso3: str | None
    status: Literal["un_member", "observer", "disputed", "territory", "former"]
    capital: str | None
    capital_spellings: tuple[str, ...]
    other_capitals: tuple[str, ...]
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]
    ambiguous: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A city, no national capital. `common_word` asks for more evidence than the bare name."""

    name: str
    country: str
    population_band: Literal["under 100k", "100k-500k", "500k-1m", "1m-5m", "over 5m"]
    common_word: bool


@dataclass(frozen=True, slots=True)
class Region:
    """A continent, sea, province or borderland: neither an actor nor a city."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation, court, agency, mission or bloc."""

    id: str
    name: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    type: Literal["organisation", "bloc"]
    seat_iso3: str | None


@dataclass(frozen=True, slots=True)
class ArmedGroup:
    """An armed group (`armed_group`), or a movement, party or rebel authority (`organisation`)."""

    id: str
    name: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    country: str | None
    type: Literal["armed_group", "organisation"]


@dataclass(frozen=True, slots=True)
class GovernmentBody:
    """A ministry, parliament, army, service or court of one state."""

    id: str
    name: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    country: str


@dataclass(frozen=True, slots=True)
class Medium:
    """A news agency, broadcaster or newspaper: the source of a report, no actor."""

    name: str
    aliases: tuple[str, ...]
    country: str | None


@dataclass(frozen=True, slots=True)
class Title:
    """Words before a person's name, lower-case, without full stops.

    `side`: the holder belongs to the state named or implied before the title (`state`), or to the
    body named beside it (`whole`). `capitalised`: in lower case it is an ordinary word ("major").
    """

    title: str
    kind: Literal["office", "rank", "honorific"]
    gender: Gender | None
    side: Literal["state", "whole"] | None
    capitalised: bool


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name that is used for one gender only."""

    name: str
    gender: Gender


@dataclass(frozen=True, slots=True)
class Hedge:
    """A lemma or phrase by which the author marks something as possible, planned or unproven."""

    cue: str
    pos: Literal["verb", "aux", "adverb", "adjective", "noun", "conjunction", "phrase"]
    category: Literal[
        "possibility", "plan", "doubt", "hearsay", "appearance", "attempt", "condition"
    ]
    note: str | None


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that says what somebody said, and how the speaker stands to it."""

    lemma: str
    stance: Literal["neutral", "claim", "accuse", "praise", "deny", "urge", "announce", "criticise"]


@dataclass(frozen=True, slots=True)
class Nominal:
    """A common noun that can stand for an actor named near it, and for which kind of actor."""

    noun: str
    denotes: Literal["state", "government_body", "armed_group", "organisation", "bloc", "person"]


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A common noun for one human being, with the gender that it tells, if any."""

    noun: str
    gender: Gender | None
