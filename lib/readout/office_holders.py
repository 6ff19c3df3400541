"""Whose president a president is: the holders of top offices in data/office_holders.csv.

News names them without their country ("President Jane Roe"). The file is asked only where the
article itself does not say the side of a person, and never makes a tie on its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from readout import lexicon
from readout.lexicon_rows import Gender
from readout.people import same_full_name, sound


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


def find_office_holder(name: str, *, title: str | None = None) -> OfficeHolder | None:
    """The office holder of that name, None if the file has none or several of different countries.

    A surname alone is enough only together with a title that the person held.

    >>> find_office_holder("Abdullah Gul").country
    'TUR'
    """
    words = name.split()
    if len(words) == 1 and title is None:
        return None
    matching = [
        holder
        for known, holder in _by_surname().get(sound(words[-1]), ())
        if (len(words) > 1 and len(known) > 1 and same_full_name(known, words))
        or (len(words) == 1 and title in holder.offices)
    ]
    return matching[0] if len({holder.country for holder in matching}) == 1 else None


@cache
def state_by_code() -> Mapping[str, str]:
    """State ids by ISO 3166 alpha-3 code."""
    return MappingProxyType({s.iso3: s.id for s in lexicon.states().values() if s.iso3})
