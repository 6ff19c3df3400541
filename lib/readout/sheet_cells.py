"""What a cell of an analyst's spreadsheet may say; ValueError tells what is wrong with it."""

import re
from datetime import date

from readout import lexicon

SEPARATOR = ";"  # between the values of one cell
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OFFSET = re.compile(r"[0-9]{1,9}(?:\.0)?")  # pandas writes 8.0 in a column with empty cells
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that may have several, separated by semicolons, each once.

    >>> several("Sahel Front; SF;")
    ('Sahel Front', 'SF')
    """
    values = (value.strip() for value in cell.split(SEPARATOR))
    return tuple(dict.fromkeys(value for value in values if value))


def one_of(cell: str, allowed: tuple[str, ...]) -> str:
    """The value; raises ValueError if it is none of the allowed ones.

    >>> one_of("actor", ("actor", "place"))
    'actor'
    >>> one_of("verb", ("actor", "place"))
    Traceback (most recent call last):
        ...
    ValueError: 'verb' is none of actor, place
    """
    if cell not in allowed:
        raise ValueError(f"{cell!r} is none of {', '.join(allowed)}")
    return cell


def actor_id(cell: str) -> str:
    """The id of an actor.

    >>> actor_id("Jane Roe")
    Traceback (most recent call last):
    ValueError: 'Jane Roe' is no id of an actor; write it in small letters: 'jane-roe'
    """
    if not _ID.fullmatch(cell):
        raise ValueError(f"{cell!r} is no id of an actor; write it in small letters: 'jane-roe'")
    return cell


def country(cell: str) -> str:
    """The ISO 3166 alpha-3 code of a state; raises ValueError if no state has it.

    >>> country("NOR")
    'NOR'
    """
    if cell not in {state.iso3 for state in lexicon.states().values()}:
        raise ValueError(f"{cell!r} is no country; write an ISO 3166 alpha-3 code: 'NOR'")
    return cell


def day(cell: str) -> date:
    """The day that a cell names; raises ValueError if it is none.

    Only one form is read, because 03/04/2024 is two days.

    >>> str(day("2024-04-03"))
    '2024-04-03'
    >>> day("03/04/2024")
    Traceback (most recent call last):
        ...
    ValueError: '03/04/2024' is no day; write it as text, year first: '2024-04-03'
    """
    try:
        if _DAY.fullmatch(cell):
            return date.fromisoformat(cell)
    except ValueError:
        pass
    raise ValueError(f"{cell!r} is no day; write it as text, year first: '2024-04-03'")


def offset(cell: str) -> int:
    """The number of a character, counted from 0; raises ValueError if it is no such number.

    >>> offset("12"), offset("12.0")
    (12, 12)
    """
    if not _OFFSET.fullmatch(cell):
        raise ValueError(f"{cell!r} is no number of a character, counted from 0")
    return int(cell.partition(".")[0])
