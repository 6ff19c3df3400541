"""The network in words, read back from its drawn circles, lines, arrow heads and labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import dist, hypot

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import same_color, to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox
from numpy.typing import NDArray

from readout.chart_lines import HEAD, NARROWEST_FAN, PORT_GAP
from readout.chart_network import HEADS, MIDDLE_OUTLINE
from readout.chart_page import WIDTH
from readout.chart_places import LABEL_GAP
from readout.chart_style import ACTOR_COLOURS, PAPER, RELATION_COLOURS, SOLID
from readout.chart_words import (
    drawn,
    is_drawn,
    meaning_of,
    one_line,
    points_of,
    say_chart,
    say_type,
    small_print,
)

NEAR = 3.0  # points
SAME_POINT = 1.0  # points
VERBS = {
    "backs": "backs",
    "courts": "courts",
    "opposes": "opposes",
    "aligned": "is aligned with",
    "unknown": "has an unknown tie with",
}


@dataclass(frozen=True)
class Circle:
    """A circle as drawn, in points from the body's top left corner, with the labels tied to it."""

    x: float
    y: float
    radius: float
    type: str
    side: str
    labels: tuple[Text, ...]
    astray: bool  # whether the labels do not stand at the circle

    @property
    def name(self) -> str:
        """What stands first at the circle.

        >>> Circle(0, 0, 5, "person", "left", (Text(text="Jane Roe"),), astray=False).name
        'Jane Roe'
        >>> Circle(0, 0, 5, "person", "left", (), astray=False).name
        'a circle without a name'
        """
        return one_line(self.labels[0].get_text()) if self.labels else "a circle without a name"


def network_in_words(figure: Figure) -> str:
    """Say every circle with its side, type and size, then every line with its look and ends.

    >>> from readout.chart_network import draw_network
    >>> figure = draw_network(readout.parse("Egypt has armed Chad."), centre=None, top=5)
    >>> network_in_words(figure).splitlines()[1:4]
    ['- middle: Chad (state, 1 mention)', '- left: Egypt (state, 1 mention)',
    '- Egypt backs Chad (solid: stated)']
    """
    ax = figure.axes[0]
    circles = _circles(ax)
    if not circles:
        return small_print(figure)
    unit = _area_of_a_mention(figure)
    nodes = [_say_circle(circle, unit) for circle in circles]
    lines = [_say_line(line, ax, circles) for line in drawn(ax.patches, PathPatch)]
    used = [text for circle in circles for text in circle.labels]
    return say_chart(figure, [*nodes, *lines], said=used)


def _circles(ax: Axes) -> list[Circle]:
    seen = [
        (
            float(x),
            float(y),
            size**0.5 / 2,
            to_hex(colour),
            float(np.asarray(group.get_linewidth())[0]),
        )
        for group in drawn(ax.collections, PathCollection)
        for (x, y), size, colour in zip(
            np.asarray(group.get_offsets()),
            np.asarray(group.get_sizes()),
            np.asarray(group.get_facecolor()),
            strict=True,
        )
    ]
    middle = next((x for x, *_, outline in seen if outline == MIDDLE_OUTLINE), WIDTH / 2)
    circles = []
    for x, y, radius, colour, _ in seen:
        side = "middle" if abs(x - middle) < NEAR else "left" if x < middle else "right"
        widest = max(r for other, _, r, *_ in seen if abs(other - x) < NEAR)
        labels = _labels(ax, x, y)
        away = _distance(ax, labels, x, y) - (radius if side == "middle" else widest)
        lefts = [text.get_position()[0] for text in labels]
        astray = abs(away - LABEL_GAP) > NEAR or max(lefts, default=0) - min(lefts, default=0) > 1
        type_ = meaning_of(colour, ACTOR_COLOURS)
        circles.append(Circle(x, y, radius, type_, side, labels, astray))
    return circles


def _labels(ax: Axes, x: float, y: float) -> tuple[Text, ...]:
    """Return the texts that are tied to a place, from top to bottom."""
    tied = [text for text in drawn(ax.texts, Annotation) if dist(text.xy, (x, y)) < SAME_POINT]
    return tuple(sorted(tied, key=lambda text: -text.get_window_extent().y1))


def _distance(ax: Axes, labels: Sequence[Text], x: float, y: float) -> float:
    """Return how far from a place the box around its labels is."""
    if not labels:
        return 0.0
    extents = Bbox.union([text.get_window_extent() for text in labels])
    box = extents.transformed(ax.transData.inverted())
    return hypot(max(box.xmin - x, 0.0, x - box.xmax), max(box.ymin - y, 0.0, y - box.ymax))


def _area_of_a_mention(figure: Figure) -> float | None:
    """Return the area of one mention that the key shows: its circle by the number beside it."""
    numbers = [re.fullmatch(r"(\d+) mentions?", t.get_text()) for t in figure.texts if is_drawn(t)]
    circles = [
        artist.get_markersize() ** 2
        for artist in figure.artists
        if isinstance(artist, Line2D) and is_drawn(artist) and artist.get_marker() == "o"
    ]
    found = [int(number[1]) for number in numbers if number]
    return circles[0] / found[0] if len(circles) == len(found) == 1 else None


def _say_circle(circle: Circle, unit: float | None) -> str:
    number = "?" if unit is None else f"{(2 * circle.radius) ** 2 / unit:.0f}"
    shown = f"{say_type(circle.type)}, {number} mention{'' if number == '1' else 's'}"
    written = [one_line(text.get_text()) for text in circle.labels[1:]]
    doubt = "" if written == [shown] else f", but written {' '.join(written) or 'nothing'}"
    doubt += ", its label elsewhere" if circle.astray else ""
    return f"- {circle.side}: {circle.name} ({shown}{doubt})"


def _say_line(patch: PathPatch, ax: Axes, circles: list[Circle]) -> str:
    vertices = np.asarray(patch.get_path().vertices)
    source, target = (_circle_at(vertices[end], circles) for end in (0, -1))
    relation = meaning_of(patch.get_edgecolor(), RELATION_COLOURS)
    hedged = patch.get_linestyle() not in (SOLID, "-")
    look = "dashed: hedged" if hedged else "solid: stated"
    doubt = _doubt_head(_head_of(vertices, relation, ax), relation, hedged=hedged)
    return f"- {source} {VERBS.get(relation, relation)} {target} ({look}{doubt})"


def _circle_at(end: Sequence[float], circles: list[Circle]) -> str:
    distances = [hypot(end[0] - c.x, end[1] - c.y) - c.radius for c in circles]
    nearest = min(range(len(circles)), key=distances.__getitem__)
    reached = distances[nearest] < NARROWEST_FAN + PORT_GAP + HEAD
    return circles[nearest].name if reached else "nobody"


def _head_of(vertices: NDArray[np.float64], relation: str, ax: Axes) -> Line2D | None:
    """Return the arrow head at the end of a line; a filled one has its tip farther on."""
    tip, arriving = vertices[-1], vertices[-1] - vertices[-2]
    if relation == "backs":
        tip = tip + arriving * HEAD / (hypot(*arriving) or 1.0)
    heads = drawn(ax.lines, Line2D)
    return next((head for head in heads if dist(points_of(head)[0], tip) < SAME_POINT), None)


def _doubt_head(head: Line2D | None, relation: str, *, hedged: bool) -> str:
    """Say how an arrow head contradicts its line, if it does."""
    shape = next((r for r, (path, *_) in HEADS.items() if head and head.get_marker() is path), None)
    if shape != (relation if relation in HEADS else None):
        return f", with {'no arrow head' if shape is None else f'the arrow head of {shape}'}"
    if head and not same_color(head.get_markeredgecolor(), RELATION_COLOURS[relation]):
        return ", with an arrow head of another colour"
    if head and relation == "backs" and same_color(head.get_markerfacecolor(), PAPER) != hedged:
        return f", with a {'filled' if hedged else 'hollow'} arrow head"
    return ""
