"""Which actors a network chart shows, in which groups, and where: everything computed.

The central actor stands in the middle, its backers in a column on the left, its opponents on the
right, everybody else where there is room. Lines run in the free space between the columns and
labels stand outside it, so that no line crosses a label of a column. Positions are points from the
body's top left corner, y downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import pandas as pd

from readout.chart_labels import balance, text_size
from readout.chart_page import MARGIN, WIDTH
from readout.chart_sides import Tie, side_ties
from readout.chart_words import say_count, say_type

if TYPE_CHECKING:
    from readout.article import Article

NAME_SIZE = 8.5
DETAIL_SIZE = 7.0
HEADING_SIZE = 7.5
CENTRE_NAME_SIZE = 9.5
NAME_WIDTH = 104.0
CENTRE_NAME_WIDTH = 90.0
LABEL_GAP = 5.0  # points from the widest circle of a column to its labels
LINE_GAP = 2.0  # between name and detail
SLOT_GAP = 9.0
HEADING = 20.0
LARGEST_DIAMETER = 38.0
LARGEST_UNIT = 13.0  # diameter of one mention, where mentions are few
SMALLEST = 0.25  # mentions that the circle of an actor without any is drawn for
OFF_CENTRE = 60.0  # how far the centre stands from the middle if there is one column only
SMALL_GROUP = 3
# The groups around the centre, by relation and whether the centre is its target (in), its source
# (out) or either; an actor stands in the first group that it fits.
GROUPS = (
    ("Backers", "backs", "in"),
    ("Opponents", "opposes", "either"),
    ("Backed", "backs", "out"),
    ("Aligned", "aligned", "either"),
    ("Courted", "courts", "out"),
    ("Courting", "courts", "in"),
)
OTHERS = "Others"
FIXED_SIDES = {"Backers": "left", "Opponents": "right"}


@dataclass(frozen=True)
class Actor:
    """An actor as its label shows it, and the radius of its circle."""

    actor: str
    name: str
    label: str  # the name in lines that fit
    type: str | None
    mentions: int
    radius: float
    central: bool

    @property
    def detail(self) -> str:
        """What stands below the name: type and mentions.

        >>> Actor("roe", "Jane Roe", "Jane Roe", "person", 2, 9.0, central=False).detail
        'person, 2 mentions'
        """
        return f"{say_type(self.type)}, {say_count(self.mentions, 'mention')}"

    @property
    def label_width(self) -> float:
        """The width of the label: of name or detail.

        >>> roe = Actor("roe", "Jane Roe", "Jane Roe", "person", 2, 9.0, central=False)
        >>> bool(roe.label_width == text_size(roe.detail, size=DETAIL_SIZE)[0])
        True
        """
        return max(self._name_size()[0], text_size(self.detail, size=DETAIL_SIZE)[0])

    @property
    def label_height(self) -> float:
        """The height of the label: the name above the detail.

        >>> roe = Actor("roe", "Jane Roe", "Jane Roe", "person", 2, 9.0, central=False)
        >>> bool(roe.label_height > text_size("Jane Roe")[1])
        True
        """
        return self._name_size()[1] + LINE_GAP + text_size(self.detail, size=DETAIL_SIZE)[1]

    @property
    def slot(self) -> float:
        """The height that circle and label need in a column.

        >>> Actor("roe", "Jane Roe", "Jane Roe", "person", 2, 90.0, central=False).slot - SLOT_GAP
        180.0
        """
        return max(self.label_height, 2 * self.radius) + SLOT_GAP

    def _name_size(self) -> tuple[float, float]:
        if self.central:
            return text_size(self.label, size=CENTRE_NAME_SIZE, weight="bold")
        return text_size(self.label, size=NAME_SIZE)


@dataclass(frozen=True)
class Place:
    """Where an actor stands; `label_x` is where its label begins, ends or has its middle."""

    actor: Actor
    side: str  # 'left', 'middle', 'right'
    x: float
    y: float
    label_x: float


@dataclass(frozen=True)
class Heading:
    """The name of a group above its first actor."""

    text: str
    side: str
    x: float
    y: float


@dataclass(frozen=True)
class Places:
    """All that a network chart shows, and where."""

    nodes: dict[str, Place]
    ties: tuple[Tie, ...]
    headings: tuple[Heading, ...]
    unit: float  # marker area, in square points, of one mention
    left_out: tuple[int, int]  # how many actors and ties are not shown


def find_places(article: "Article", *, centre: str, top: int) -> Places:
    """Choose the `top` actors that matter most to the centre and give each its place.

    >>> places = find_places(article, centre="khalifa-haftar", top=5)
    >>> len(places.nodes), places.nodes["khalifa-haftar"].side
    (5, 'middle')
    """
    ties = side_ties(article)
    ranked = _rank(article, ties, centre)
    shown = set(ranked[:top])
    shown_ties = tuple(tie for tie in ties if {tie.source, tie.target} <= shown)
    unit, actors = _actors(article, ranked[:top])
    columns = _columns(_groups(ranked[1:top], shown_ties, centre))
    heights = [_column_height(groups, actors) for groups in columns.values()]
    height = max(heights)
    x = WIDTH / 2 + OFF_CENTRE * (bool(columns["left"]) - bool(columns["right"]))
    placed, headings = [Place(actors[centre], "middle", x, (height + HEADING) / 2, x)], []
    for side, groups in columns.items():
        column, above = _column(side, groups, actors, height)
        placed += column
        headings += above
    nodes = {place.actor.actor: place for place in placed}
    left_out = (len(ranked) - len(shown), len(ties) - len(shown_ties))
    return Places(nodes, shown_ties, tuple(headings), unit, left_out)


def _rank(article: "Article", ties: Sequence[Tie], centre: str) -> list[str]:
    """Return the centre, then who is tied to it, then the others, by stated ties and mentions."""
    mentions = article.actors.set_index("actor")["mentions"]
    close = {tie.source for tie in ties if tie.target == centre}
    close |= {tie.target for tie in ties if tie.source == centre}
    stated = {a for t in ties if t.certainty == "stated" for a in (t.source, t.target)}
    others = {actor for tie in ties for actor in (tie.source, tie.target)} - {centre}
    key = {a: (a not in close, a not in stated, -int(mentions.get(a, 0)), a) for a in others}
    return [centre, *sorted(others, key=key.__getitem__)]


def _actors(article: "Article", shown: Sequence[str]) -> tuple[float, dict[str, Actor]]:
    """Return the area of one mention and the actors, the most mentioned with the largest circle."""
    known = article.actors.set_index("actor")
    mentions = {actor: int(known["mentions"].get(actor, 0)) for actor in shown}
    unit = min(LARGEST_DIAMETER**2 / max(1, *mentions.values()), LARGEST_UNIT**2)
    actors = {}
    for actor in shown:
        name, type_ = known["name"].get(actor), known["type"].get(actor)
        middle = actor == shown[0]
        name = actor if pd.isna(name) else name
        label = balance(
            name,
            width=CENTRE_NAME_WIDTH if middle else NAME_WIDTH,
            size=CENTRE_NAME_SIZE if middle else NAME_SIZE,
            weight="bold" if middle else "normal",
        )
        radius = sqrt(unit * max(mentions[actor], SMALLEST)) / 2
        known_type = None if pd.isna(type_) else type_
        actors[actor] = Actor(
            actor, name, label, known_type, mentions[actor], radius, central=middle
        )
    return unit, actors


def _groups(actors: Sequence[str], ties: Sequence[Tie], centre: str) -> dict[str, list[str]]:
    """Return the actors by what stands between them and the centre."""
    into = {(tie.relation, tie.source) for tie in ties if tie.target == centre}
    out = {(tie.relation, tie.target) for tie in ties if tie.source == centre}
    known = {"in": into, "out": out, "either": into | out}
    groups: dict[str, list[str]] = {}
    for actor in actors:
        fitting = (name for name, relation, way in GROUPS if (relation, actor) in known[way])
        groups.setdefault(next(fitting, OTHERS), []).append(actor)
    return {name: groups[name] for name in (*(g[0] for g in GROUPS), OTHERS) if name in groups}


def _columns(groups: dict[str, list[str]]) -> dict[str, dict[str, list[str]]]:
    """Share the groups out: backers left, opponents right, the rest where there is room.

    A small group stays together; a large one stands on both sides if that evens the columns.
    """
    columns: dict[str, dict[str, list[str]]] = {"left": {}, "right": {}}
    for name, members in groups.items():
        together = name in FIXED_SIDES or len(members) <= SMALL_GROUP
        for part in [members] if together else [[member] for member in members]:
            sizes = {side: sum(map(len, column.values())) for side, column in columns.items()}
            shorter = "left" if sizes["left"] < sizes["right"] else "right"
            side = FIXED_SIDES.get(name, shorter)
            columns[side].setdefault(name, []).extend(part)
    return columns


def _column_height(groups: dict[str, list[str]], actors: dict[str, Actor]) -> float:
    slots = sum(actors[member].slot for members in groups.values() for member in members)
    return slots + HEADING * len(groups)


def _column(
    side: str, groups: dict[str, list[str]], actors: dict[str, Actor], height: float
) -> tuple[list[Place], list[Heading]]:
    """Give the actors of a column their places, top down, with the labels on one line outside."""
    members = [actors[member] for group in groups.values() for member in group]
    label = MARGIN + max((actor.label_width for actor in members), default=0.0)
    x = label + LABEL_GAP + max((actor.radius for actor in members), default=0.0)
    if side == "right":
        label, x = WIDTH - label, WIDTH - x
    y = (height - _column_height(groups, actors)) / 2
    places, headings = [], []
    for name, group in groups.items():
        headings.append(Heading(name, side, label, y))
        y += HEADING
        for actor in (actors[member] for member in group):
            places.append(Place(actor, side, x, y + actor.slot / 2, label))
            y += actor.slot
    return places, headings
