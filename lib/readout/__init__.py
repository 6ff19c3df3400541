"""Readout: who is in a news article, when it happened, who backs whom.

>>> import readout
>>> article = readout.load("seeds/haftar-belarus-2025-02-24.txt")
>>> article.ties.columns[:4].tolist()
['source', 'relation', 'target', 'certainty']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from readout.article import Article, load, parse
from readout.errors import ReadoutError

if TYPE_CHECKING:
    from readout import charts, export, findings, tables
    from readout.explorer import explore
    from readout.highlighting import highlight

__all__ = [
    "Article",
    "ReadoutError",
    "charts",
    "explore",
    "export",
    "findings",
    "highlight",
    "load",
    "parse",
    "reading",
    "tables",
]


def __getattr__(name: str) -> Any:
    """Load the parts that need matplotlib, networkx or ipywidgets when they are first used."""
    if name in ("charts", "export", "findings", "tables"):
        return import_module(f"readout.{name}")
    if name == "explore":
        return import_module("readout.explorer").explore
    if name == "highlight":
        return import_module("readout.highlighting").highlight
    raise AttributeError(f"module 'readout' has no attribute {name!r}")


def reading(text: str, start: int, end: int, *, model: str | None = None) -> str:
    """Say whether the place name at text[start:end] is read as `actor` or as `place`.

    An actor acts, is acted on, is addressed, owns, wants or allies; a place only says where.
    Raises ValueError if there is no word between start and end.

    >>> reading("Talks were held in Minsk.", 19, 24)
    'place'
    """
    from readout.language import load_model
    from readout.readings import reading_of

    span = load_model(model)(text).char_span(start, end, alignment_mode="expand")
    if span is None or not span.text.strip():
        raise ValueError(f"no word at characters {start} to {end}")
    return reading_of(span).reading
