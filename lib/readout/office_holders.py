"""Whose president a president is: the holders of top offices in data/office_holders.csv.

News names them without their country ("President Jane Roe"), or calls them by country and office
("the Arlandic president"). The file is asked only where the article itself does not say the side of
a person, or who the holder of the office is, and never makes a tie on its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from readout import lexicon
from readout.lexicon_rows import Gender
from readout.people import folded, same_full_name, same_word, sound

# Titles that stand for an office under another name in the file.
SAME_OFFICE = MappingProxyType(
    {
        "defense minister": "defence minister",
        "secretary of defense": "defence minister",
        "premier": "prime minister",
        "minister of foreign affairs": "foreign minister",
        "minister of defence": "defence minister",
        "minister of defense": "defence minister",
    }
)
# Who leads a country may be called its leader, whatever the office.
LEADERS = frozenset({"leader", "ruler", "strongman", "dictator"})
LEADING = frozenset(
    {
        "president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "leader",
        "supreme leader", "military leader", "interim president", "acting president",
        "transitional president", "council president", "de facto leader", "taoiseach",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A holder of a top office; columns as in data/README.md."""

    name: str
    spellings: tuple[str, ...]
    country: str
    offices: tuple[str, ...]
    gender: Gender
    from_year: str
    to_year: str | None


@cache
def _by_surname() -> Mapping[str, tuple[tuple[list[str], OfficeHolder], ...]]:
    found: dict[str, list[tuple[list[str], OfficeHolder]]] = {}
    for holder in lexicon.table("office_holders.csv", OfficeHolder):
        for name in (holder.name, *holder.spellings):
            words = name.split()
            found.setdefault(sound(words[-1]), []).append((words, holder))
    return MappingProxyType({key: tuple(holders) for key, holders in found.items()})


def find_office_holder(
    name: str, *, title: str | None = None, year: int | None = None
) -> OfficeHolder | None:
    """The office holder of that name, None if the file has none or several of different countries.

    A surname alone is enough only together with a title that the person held; with a year, only
    who held office then counts (a year more or less).

    >>> find_office_holder("Abdullah Gul").country
    'TUR'
    """
    words = name.split()
    alone = len(words) == 1
    office = SAME_OFFICE.get(title, title) if title else None
    if alone and office is None:
        return None
    candidates = [
        (known, holder)
        for known, holder in _by_surname().get(sound(words[-1]), ())
        if (office in holder.offices if alone else _same_person(known, words))
        and (year is None or int(holder.from_year) - 1 <= year <= int(holder.to_year or year) + 1)
    ]
    spelt_so = [each for each in candidates if folded(each[0][-1]) == folded(words[-1])]
    matching = [holder for _, holder in spelt_so or candidates]
    return matching[0] if len({holder.country for holder in matching}) == 1 else None


def state_held(name: str, title: str, *, year: int | None = None) -> str | None:
    """The id of the state where the one of that name held that office, None if nobody is known.

    "leader" is any of the offices that lead a country. Without a year all times count.

    >>> state_held("Angela Merkel", "leader", year=2011)
    'germany'
    """
    holder = find_office_holder(name, title=title, year=year)
    wanted = LEADING if title in LEADERS else {SAME_OFFICE.get(title, title)}
    return state_by_code().get(holder.country) if holder and wanted & {*holder.offices} else None


@cache
def top_offices() -> frozenset[str]:
    """The titles under which the file can know somebody.

    >>> "president" in top_offices()
    True
    """
    rows = lexicon.table("office_holders.csv", OfficeHolder)
    return frozenset(o for row in rows for o in row.offices) | SAME_OFFICE.keys() | LEADERS


def _same_person(known: list[str], words: list[str]) -> bool:
    return len(known) > 1 and same_word(known[0], words[0]) and same_full_name(known, words)


@cache
def state_by_code() -> Mapping[str, str]:
    """State ids by ISO 3166 alpha-3 code.

    >>> state_by_code()["NOR"]
    'norway'
    """
    return MappingProxyType({s.iso3: s.id for s in lexicon.states().values() if s.iso3})
