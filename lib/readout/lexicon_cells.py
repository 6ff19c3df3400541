"""The cells of the files in `data/`, read as the types that `lexicon_rows` gives to the columns."""

from types import NoneType
from typing import Any, Literal, get_args, get_origin

SEPARATOR = "; "  # between the values of one cell


def read_cell(cell: str, kind: Any) -> object:
    """A cell as the type that its column has; raises ValueError if it is none.

    >>> read_cell("SF; SFA", tuple[str, ...]), read_cell("", str | None), read_cell("yes", bool)
    (('SF', 'SFA'), None, True)
    """
    if cell != cell.strip():
        raise ValueError(f"{cell!r} has white space around it")
    if get_origin(kind) is tuple:
        return _several(cell)
    if kind is bool:
        return _one_of(cell, ("", "yes")) == "yes"
    if NoneType in get_args(kind):
        required = next(each for each in get_args(kind) if each is not NoneType)
        return read_cell(cell, required) if cell else None
    if get_origin(kind) is Literal:
        return _one_of(cell, get_args(kind))
    if not cell:
        raise ValueError("a required cell is empty")
    return cell


def _several(cell: str) -> tuple[str, ...]:
    values = tuple(cell.split(SEPARATOR)) if cell else ()
    if any(not value.strip() or value != value.strip() for value in values):
        raise ValueError(f'{cell!r} is no list separated by "{SEPARATOR}"')
    if len(set(values)) < len(values):
        raise ValueError(f"{cell!r} repeats a value")
    return values


def _one_of(cell: str, allowed: tuple[str, ...]) -> str:
    if cell not in allowed:
        raise ValueError(f"{cell!r} is none of {', '.join(filter(None, allowed))}")
    return cell
