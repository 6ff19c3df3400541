"""Rows of actors: their order, names and type marks, as several charts draw them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.axes import Axes

from readout.chart_labels import balance, text_size
from readout.chart_page import KeyItem, swatch
from readout.chart_style import (
    ACTOR_COLOURS,
    ACTOR_MARKERS,
    INK,
    UNKNOWN_ACTOR_COLOUR,
    UNKNOWN_ACTOR_MARKER,
)
from readout.chart_words import meaning_of, points_of, say_type

if TYPE_CHECKING:
    from readout.article import Article

NAME_WIDTH = 150.0
ROW = 18.0
CHIP = 15.0  # room for the mark of the actor's type, left of the name


@dataclass(frozen=True)
class ActorRow:
    """An actor as a row names it."""

    actor: str
    name: str
    label: str  # the name in lines that fit the column of names
    type: str | None


def rank_actors(article: "Article") -> list[str]:
    """Return the ids of the actors, most often mentioned as an actor first, then as a place.

    >>> rank_actors(readout.parse("Jane Roe met Al Poe. Then Roe left."))
    ['jane-roe', 'al-poe']
    """
    mentions = article.mentions.dropna(subset=["actor"])
    as_place = mentions["reading"] == "place"
    acting = mentions.loc[~as_place, "actor"].value_counts()
    placed = mentions.loc[as_place, "actor"].value_counts()
    actors = mentions["actor"].unique().tolist()
    return sorted(actors, key=lambda a: (-acting.get(a, 0), -placed.get(a, 0), a))


def actor_rows(article: "Article", actors: Sequence[str]) -> list[ActorRow]:
    """Return the row of each actor; one that the actors frame does not know keeps its id.

    >>> actor_rows(readout.parse("Jane Roe left."), ["jane-roe"])[0].label
    'Jane Roe'
    """
    known = article.actors.set_index("actor")
    rows = []
    for actor in actors:
        name, type_ = known["name"].get(actor), known["type"].get(actor)
        name = actor if pd.isna(name) else name
        label = balance(name, width=NAME_WIDTH)
        rows.append(ActorRow(actor, name, label, None if pd.isna(type_) else type_))
    return rows


def names_width(rows: Sequence[ActorRow]) -> float:
    """Return the room in points that the names and their type marks need.

    >>> rows = [ActorRow("roe", "Jane Roe", "Jane Roe", "person")]
    >>> bool(names_width(rows) > CHIP + text_size("Jane Roe")[0])
    True
    """
    return CHIP + math.ceil(max(text_size(row.label)[0] for row in rows)) + 8


def row_heights(rows: Sequence[ActorRow]) -> list[float]:
    """Return the height in points of each row: what its name needs.

    >>> low, high = ActorRow("a", "A", "A", None), ActorRow("b", "B", "B" + chr(10) + "B", None)
    >>> bool(row_heights([low, high])[0] < row_heights([low, high])[1])
    True
    """
    return [max(ROW, text_size(row.label)[1] + 7) for row in rows]


def row_centres(rows: Sequence[ActorRow]) -> list[float]:
    """Return the middle of each row in points from the first row's top.

    >>> rows = [ActorRow("roe", "Jane Roe", "Jane Roe", "person")]
    >>> bool(row_centres(rows)[0] * 2 == row_heights(rows)[0])
    True
    """
    heights = row_heights(rows)
    bottoms = accumulate(heights)
    return [bottom - height / 2 for bottom, height in zip(bottoms, heights, strict=True)]


def write_names(ax: Axes, rows: Sequence[ActorRow], *, room: float, width: float) -> None:
    """Write names and type marks left of an axes `width` points wide, in `room` points.

    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot()
    >>> write_names(ax, [ActorRow("roe", "Jane Roe", "Jane Roe", "person")], room=60, width=100)
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['Jane Roe']
    """
    centres = row_centres(rows)
    ax.set_ylim(sum(row_heights(rows)), 0)
    ax.set_yticks(centres, [row.label for row in rows])
    ax.tick_params(axis="y", pad=room - CHIP, length=0)
    for label in ax.get_yticklabels():
        label.set_horizontalalignment("left")
    for centre, row in zip(centres, rows, strict=True):
        ax.plot(
            [(5 - room) / width],
            [centre],
            transform=ax.get_yaxis_transform(),
            clip_on=False,
            linestyle="none",
            **type_mark(row.type),
        )


def type_mark(type_: str | None) -> dict[str, Any]:
    """Return the marker of an actor type as Line2D properties.

    >>> type_mark("person")["marker"], type_mark(None)["marker"]
    ('o', 'o')
    """
    marker = ACTOR_MARKERS.get(str(type_), UNKNOWN_ACTOR_MARKER)
    return {
        "marker": marker,
        "markersize": {"D": 6.0, "s": 6.6}.get(marker, 7.6),  # so that all look equally large
        "markerfacecolor": ACTOR_COLOURS.get(str(type_), UNKNOWN_ACTOR_COLOUR),
        "markeredgecolor": INK,
        "markeredgewidth": 0.8,
    }


def type_key(rows: Sequence[ActorRow]) -> list[KeyItem]:
    """Return the key to the actor types that occur.

    >>> [item.label for item in type_key([ActorRow("poe", "Al Poe", "Al Poe", None)])]
    ['type unknown']
    """
    present = {row.type for row in rows}
    types = [t for t in ACTOR_COLOURS if t in present]
    items = [KeyItem(t.replace("_", " "), (swatch(**type_mark(t)),)) for t in types]
    if any(t not in ACTOR_COLOURS for t in present):
        items.append(KeyItem("type unknown", (swatch(**type_mark(None)),)))
    return items


def read_types(ax: Axes) -> dict[float, str]:
    """Return the type that the mark at each row shows, by the row's position.

    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot()
    >>> write_names(ax, [ActorRow("roe", "Jane Roe", "Jane Roe", "person")], room=60, width=100)
    >>> [*read_types(ax).values()]
    ['person']
    """
    return {
        points_of(line)[0][1]: say_type(meaning_of(line.get_markerfacecolor(), ACTOR_COLOURS))
        for line in ax.lines
        if line.get_visible() and line.get_transform() == ax.get_yaxis_transform()
    }
