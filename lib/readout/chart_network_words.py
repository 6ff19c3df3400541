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
from matplotlib.text import Text
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
    """A circle as drawn, in points from the body's top left corner, with the labels at it."""

    x: float
    y: float
    radius: float
    type: str
    side: str
    labels: tuple[Text, ...]

    @property
    def name(self) -> str:
        """What stands first at the circle."""
        return one_line(self.labels[0].get_text()) if self.labels else "a circle without a name"


def network_in_words(figure: Figure) -> str:
    """Say every circle with its side, type and size, then every line with its look and ends."""
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
        if side == "middle":
            labels = _labels_around(ax, (x, y), radius)
        else:
            widest = max(r for other, _, r, *_ in seen if abs(other - x) < NEAR)
            labels = _labels_outside(ax, (x, y), widest, side)
        circles.append(Circle(x, y, radius, meaning_of(colour, ACTOR_COLOURS), side, labels))
    return circles


def _labels_outside(
    ax: Axes, place: tuple[float, float], radius: float, side: str
) -> tuple[Text, ...]:
    """Return the texts that stand outside a column at the height of a circle, the name first."""
    found = []
    for text in filter(is_drawn, ax.texts):
        across, down = text.get_position()[0] - place[0], text.get_position()[1] - place[1]
        outward = -across if side == "left" else across
        if abs(down) < NEAR and abs(outward - radius - LABEL_GAP) < NEAR:
            found.append((down, text))
    return tuple(text for _, text in sorted(found, key=lambda item: item[0]))


def _labels_around(ax: Axes, place: tuple[float, float], radius: float) -> tuple[Text, ...]:
    """Return the text that touches the middle circle and what stands in line with it."""
    extents = {
        text: text.get_window_extent().transformed(ax.transData.inverted())
        for text in filter(is_drawn, ax.texts)
    }
    touching = []
    for text, extent in extents.items():
        across = max(extent.x0 - place[0], 0.0, place[0] - extent.x1)
        down = max(extent.ymin - place[1], 0.0, place[1] - extent.ymax)
        if hypot(across, down) < radius + LABEL_GAP + NEAR:
            touching.append(text.get_position()[0])
    inline = [text for text in extents if text.get_position()[0] in touching]
    return tuple(sorted(inline, key=lambda text: extents[text].ymin))


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
    type_ = "type unknown" if circle.type == "unknown" else circle.type.replace("_", " ")
    number = "?" if unit is None else f"{(2 * circle.radius) ** 2 / unit:.0f}"
    shown = f"{type_}, {number} mention{'' if number == '1' else 's'}"
    written = [one_line(text.get_text()) for text in circle.labels[1:]]
    doubt = "" if written == [shown] else f", but written {' '.join(written) or 'nothing'}"
    return f"- {circle.side}: {circle.name} ({shown}{doubt})"


def _say_line(patch: PathPatch, ax: Axes, circles: list[Circle]) -> str:
    vertices = np.asarray(patch.get_path().vertices)
    source, target = (_circle_at(vertices[end], circles) for end in (0, -1))
    relation = meaning_of(patch.get_edgecolor(), RELATION_COLOURS)
    hedged = patch.get_linestyle() not in (SOLID, "-")
    look = "dashed: hedged" if hedged else "solid: stated"
    doubt = _doubt_head(_head_of(vertices, ax), relation, hedged=hedged)
    return f"- {source} {VERBS.get(relation, relation)} {target} ({look}{doubt})"


def _circle_at(end: Sequence[float], circles: list[Circle]) -> str:
    distances = [hypot(end[0] - c.x, end[1] - c.y) - c.radius for c in circles]
    nearest = min(range(len(circles)), key=distances.__getitem__)
    reached = distances[nearest] < NARROWEST_FAN + PORT_GAP + HEAD
    return circles[nearest].name if reached else "nobody"


def _head_of(vertices: NDArray[np.float64], ax: Axes) -> Line2D | None:
    """Return the arrow head whose tip is the end of a line, or lies one head's length ahead."""
    end, arriving = vertices[-1], vertices[-1] - vertices[-2]
    ahead = end + arriving * HEAD / (hypot(*arriving) or 1.0)
    for line in filter(is_drawn, ax.lines):
        tip = points_of(line)[0]
        if min(dist(tip, end), dist(tip, ahead)) < SAME_POINT:
            return line
    return None


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
