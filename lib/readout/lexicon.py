"""What Readout knows about the world and about English, as frozen views of the files in `data/`.

The files hold facts and words, the other modules hold rules: a new state, militia or hedge is a
row in a CSV file and no change of code. `data/README.md` is the codebook of the files. Each file is
read once, when it is first needed, and checked row by row: a malformed row raises a `LexiconError`.
"""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_type_hints

from readout.errors import LexiconError
from readout.lexicon_cells import read_cell
from readout.lexicon_rows import (
    ActorType,
    ArmedGroup,
    City,
    Gender,
    GivenName,
    GovernmentBody,
    Hedge,
    Medium,
    Nominal,
    Organisation,
    PersonNoun,
    Region,
    ReportingVerb,
    State,
    Title,
)


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor with its id, and every name that the files give for it.

    `names` holds `name`, `acronyms` and `aliases`, each also without accents and with the
    typographic apostrophe; `country` is ISO 3166 alpha-3; `gender` is that of a person;
    `via` is `data`, or `own` if the reader's list has the actor.
    """

    id: str
    name: str
    type: str
    country: str | None
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    gender: str | None = None
    via: Literal["data", "own"] = "data"


# The files


@cache
def states() -> Mapping[str, State]:
    """All states by id: the 193 UN members, observers, disputed, dependent and former ones.

    >>> states()["russia"].capital
    'Moscow'
    """
    return MappingProxyType({state.id: state for state in table("states.csv", State)})


@cache
def cities() -> Mapping[str, City]:
    """Cities by each name that English news use for them; national capitals are in `capitals`.

    >>> cities()["Benghazi"].country
    'LBY'
    """
    rows = table("cities.csv", City)
    return MappingProxyType({name: city for city in rows for name in spellings([city.name])})


@cache
def regions() -> frozenset[str]:
    """The names of regions, which are neither actors nor cities.

    >>> "Sahel" in regions()
    True
    """
    return frozenset(spellings(row.name for row in table("regions.csv", Region)))


@cache
def organisations() -> tuple[Organisation, ...]:
    """International organisations and blocs, sorted by id.

    >>> next(each.acronyms for each in organisations() if each.id == "african-union")
    ('AU',)
    """
    return table("organisations.csv", Organisation)


@cache
def armed_groups() -> tuple[ArmedGroup, ...]:
    """Armed groups, movements, parties and rebel authorities, sorted by id.

    >>> next(each.country for each in armed_groups() if each.id == "lra")
    'UGA'
    """
    return table("armed_groups.csv", ArmedGroup)


@cache
def government_bodies() -> tuple[GovernmentBody, ...]:
    """Ministries, parliaments, armies, services and courts of single states, sorted by id.

    >>> next(each.country for each in government_bodies() if each.id == "algerian-army")
    'DZA'
    """
    return table("government_bodies.csv", GovernmentBody)


@cache
def hedges() -> tuple[Hedge, ...]:
    """The hedge cues, sorted by cue and part of speech; one cue may have several rows.

    >>> [(hedge.pos, hedge.category) for hedge in hedges() if hedge.cue == "plan"]
    [('noun', 'plan'), ('verb', 'plan')]
    """
    return table("hedges.csv", Hedge)


@cache
def titles() -> Mapping[str, Title]:
    """Titles by their lower-case words without full stops.

    >>> titles()["foreign minister"].side
    'state'
    """
    return MappingProxyType({row.title: row for row in table("titles.csv", Title)})


@cache
def reporting_verbs() -> Mapping[str, ReportingVerb]:
    """Reporting verbs by lemma; a particle belongs to it: "call on".

    >>> reporting_verbs()["allege"].stance
    'claim'
    """
    rows = table("reporting_verbs.csv", ReportingVerb)
    return MappingProxyType({row.lemma: row for row in rows})


@cache
def nominals() -> Mapping[str, Nominal]:
    """Nouns that stand for actors, by their lower-case lemma.

    >>> nominals()["rebel"].denotes
    'armed_group'
    """
    return MappingProxyType({row.noun: row for row in table("nominals.csv", Nominal)})


@cache
def person_nouns() -> Mapping[str, PersonNoun]:
    """Nouns for one human being, by their lower-case lemma.

    >>> person_nouns()["widow"].gender
    'f'
    """
    return MappingProxyType({row.noun: row for row in table("person_nouns.csv", PersonNoun)})


# Lookups


@cache
def known_actors() -> tuple[KnownActor, ...]:
    """Every actor of the files with an id: states, bodies, armed groups, organisations, blocs.

    No name belongs to two of them, so a name finds its actor.

    >>> next(actor.country for actor in known_actors() if actor.id == "norway")
    'NOR'
    """
    return (
        *(_known(row, kind="state", country=row.iso3) for row in states().values()),
        *(_known(row, kind=row.type, country=None) for row in organisations()),
        *(_known(row, kind=row.type, country=row.country) for row in armed_groups()),
        *(_known(row, kind="government_body", country=row.country) for row in government_bodies()),
    )


@cache
def demonyms() -> Mapping[str, str]:
    """State ids by lower-case demonym, noun or adjective, singular or plural.

    Some are common words in lower case ("polish", "pole"): look up capitalised words only.

    >>> demonyms()["libyans"]
    'libya'
    """
    return MappingProxyType(
        {
            word.lower(): state.id
            for state in states().values()
            for word in spellings(state.demonyms)
        }
    )


@cache
def capitals() -> Mapping[str, str]:
    """State ids by the name of a capital or other seat of politics, in each of its spellings.

    Left out are capitals that share their state's name (Djibouti, Singapore) and those of
    territories, which stand for no government of their own.

    >>> capitals()["Kiev"], capitals()["The Hague"]
    ('ukraine', 'netherlands')
    """
    names = {name for state in states().values() for name in (state.name, *state.aliases)}
    return MappingProxyType(
        {
            spelling: state.id
            for state in states().values()
            if state.status != "territory"
            for spelling in spellings(_capitals_of(state))
            if spelling not in names
        }
    )


@cache
def seats() -> Mapping[str, str]:
    """State ids by the palace, street or quarter that stands for the government.

    >>> seats()["Kremlin"]
    'russia'
    """
    return MappingProxyType(
        {seat: state.id for state in states().values() for seat in spellings(state.seats)}
    )


@cache
def ambiguous_names() -> frozenset[str]:
    """Names of states, capitals and seats that are also common words, people or other places.

    >>> "Georgia" in ambiguous_names()
    True
    """
    return frozenset(
        spelling for state in states().values() for spelling in spellings(state.ambiguous)
    )


@cache
def media_names() -> Mapping[str, str]:
    """The names of media, each with the medium's usual name.

    >>> media_names()["Anadolu"]
    'Anadolu Agency'
    """
    rows = table("media.csv", Medium)
    return MappingProxyType(
        {name: medium.name for medium in rows for name in spellings([medium.name, *medium.aliases])}
    )


def given_name_gender(name: str) -> Gender | None:
    """The gender of a given name, None if it is unknown or used for both.

    Case and accents do not count; of a double name the first half decides.

    >>> given_name_gender("Jean-Claude"), given_name_gender("Arland")
    ('m', None)
    """
    genders = _given_names()
    key = _without_accents(name).lower()
    return genders.get(key) or genders.get(key.partition("-")[0])


@cache
def _given_names() -> Mapping[str, Gender]:
    rows = table("given_names.csv", GivenName)
    return {_without_accents(row.name).lower(): row.gender for row in rows}


def _known(
    row: State | Organisation | ArmedGroup | GovernmentBody,
    *,
    kind: ActorType,
    country: str | None,
) -> KnownActor:
    names = spellings([row.name, *row.acronyms, *row.aliases])
    return KnownActor(row.id, row.name, kind, country, names, row.acronyms)


def _capitals_of(state: State) -> tuple[str, ...]:
    capital = (state.capital,) if state.capital else ()
    return (*capital, *state.capital_spellings, *state.other_capitals)


# Spellings


def spellings(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each also without accents and with the typographic apostrophe, without repeats.

    >>> spellings(["Côte d'Ivoire"])
    ("Côte d'Ivoire", 'Côte d’Ivoire', "Cote d'Ivoire", 'Cote d’Ivoire')
    """
    variants = [
        spelling
        for name in names
        for plain in (name, _without_accents(name))
        for spelling in (plain, plain.replace("'", "’"))
    ]
    return tuple(dict.fromkeys(variants))


def _without_accents(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


# Reading and checking a file

Row = TypeVar("Row")


def _data_folder() -> Path:
    """`data/` inside the installed package, else at the top of the repository."""
    packaged = Path(__file__).parent / "data"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "data"


def table(file: str, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of a file of `data/`, in its order, as a frozen dataclass made for the file.

    The fields of `row_type` are the file's columns; see `lexicon_rows` for the types they may have.
    Raises LexiconError with file and line if the file is missing or a row does not fit.

    >>> table("nominals.csv", Nominal)[0]
    Nominal(noun='activist', denotes='person')
    """
    return tuple(_read_rows(_data_folder() / file, row_type))


def _read_rows(path: Path, row_type: type[Row]) -> Iterator[Row]:
    columns = get_type_hints(row_type)
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            if next(reader, None) != list(columns):
                raise LexiconError(_complaint(path, 1, f"the header must be {','.join(columns)}"))
            for cells in reader:
                yield _row(row_type, columns, cells, path=path, line=reader.line_num)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LexiconError(
            f"data/{path.name} cannot be read ({error}): install Readout anew"
        ) from error


def _row(
    row_type: type[Row], columns: Mapping[str, Any], cells: list[str], *, path: Path, line: int
) -> Row:
    if len(cells) != len(columns):
        raise LexiconError(
            _complaint(path, line, f"{len(cells)} cells where the header has {len(columns)}")
        )
    try:
        values = [read_cell(cell, kind) for cell, kind in zip(cells, columns.values(), strict=True)]
    except ValueError as error:
        raise LexiconError(_complaint(path, line, str(error))) from error
    return row_type(*values)


def _complaint(path: Path, line: int, problem: str) -> str:
    return f"data/{path.name}, line {line}: {problem}; correct the row as data/README.md says"
