"""The lines of a network chart: curves that leave and reach circles without hitting others.

Every end has its own port on the circle. Ports are ordered by where their lines go, so that the
lines of one circle do not cross each other. All lengths are points, y downwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot, pi

import numpy as np
from numpy.typing import NDArray

from readout.chart_labels import Box
from readout.chart_places import Place
from readout.chart_sides import Tie

Point = NDArray[np.float64]

PORT_GAP = 2.5  # points from a circle to the end of a line
NARROWEST_FAN = 8.0  # radius on which several lines end, where the circle is smaller
PORT_ANGLE = pi / 8  # between neighbouring ports, while there is room
WIDEST_FAN = pi * 0.72
HEAD = 5.0  # length of an arrow head
CLEARANCE = 4.0
SHIFTS = (0.0, -40.0, 40.0, -80.0, 80.0, -130.0, 130.0, -190.0, 190.0)
SAMPLES = np.linspace(0.04, 0.96, 40)


@dataclass(frozen=True)
class Line:
    """A tie's curve as the four points of a cubic Bezier curve, from source to target."""

    tie: Tie
    points: tuple[Point, Point, Point, Point]

    @property
    def curve(self) -> Point:
        """Points along the line.

        >>> tie = Tie("egypt", "backs", "chad", "stated")
        >>> Line(tie, tuple(np.array([x, 0.0]) for x in range(4))).curve.shape
        (40, 2)
        """
        return _curve(self.points)

    @property
    def direction(self) -> tuple[float, float]:
        """The direction in which the line arrives, as a unit vector.

        >>> tie = Tie("egypt", "backs", "chad", "stated")
        >>> Line(tie, tuple(np.array([x, 0.0]) for x in range(4))).direction
        (1.0, 0.0)
        """
        arriving = self.points[3] - self.points[2]
        length = hypot(*arriving) or 1.0
        return float(arriving[0] / length), float(arriving[1] / length)


def find_lines(
    ties: Sequence[Tie], nodes: Mapping[str, Place], *, labels: Sequence[Box] = ()
) -> list[Line]:
    """Return a line for each tie, in the same order; `labels` are boxes that lines avoid.

    Only lines that pass the middle have a choice.

    >>> from readout.chart_places import find_places
    >>> places = find_places(article, centre="khalifa-haftar", top=4)
    >>> [line.tie for line in find_lines(places.ties, places.nodes)] == [*places.ties]
    True
    """
    ports = _ports(ties, nodes)
    lines = []
    for number, tie in enumerate(ties):
        start, leaving = ports[number, tie.source]
        end, arriving = ports[number, tie.target]
        source, target = nodes[tie.source], nodes[tie.target]
        others = [place for actor, place in nodes.items() if actor not in (tie.source, tie.target)]
        candidates = _candidates((source, target), (start, leaving), (end, arriving))
        hits = [_hits(points, others, labels) for points in candidates]
        lines.append(Line(tie, candidates[hits.index(min(hits))]))
    return lines


def _ports(
    ties: Sequence[Tie], nodes: Mapping[str, Place]
) -> dict[tuple[int, str], tuple[Point, Point]]:
    """Return for each tie and each of its ends the point and the direction outwards."""
    ends: dict[tuple[str, float], list[tuple[tuple[int, float], int]]] = {}
    for number, tie in enumerate(ties):
        for actor, other in ((tie.source, tie.target), (tie.target, tie.source)):
            facing = _facing(nodes[actor], nodes[other])
            height = _height_of_port(nodes[actor], nodes[other])
            ends.setdefault((actor, facing), []).append((height, number))
    ports = {}
    for (actor, facing), fan in ends.items():
        place = nodes[actor]
        radius = place.actor.radius + PORT_GAP
        radius = max(radius, NARROWEST_FAN) if len(fan) > 1 else radius
        step = min(PORT_ANGLE, WIDEST_FAN / max(1, len(fan) - 1))
        for position, (_, number) in enumerate(sorted(fan)):
            angle = (position - (len(fan) - 1) / 2) * step
            outward = np.array([facing * np.cos(angle), np.sin(angle)])
            ports[number, actor] = (np.array([place.x, place.y]) + radius * outward, outward)
    return ports


def _height_of_port(place: Place, other: Place) -> tuple[int, float]:
    """Return a key that sorts the ports of a circle from top to bottom so that no lines cross.

    Lines within the column leave above or below all others, those to the nearest neighbour last.
    """
    if place.side != other.side:
        return (0, other.y)
    down = other.y - place.y
    return (1 if down > 0 else -1, -down)


def _facing(place: Place, other: Place) -> float:
    """Return 1 when lines leave a circle to the right, -1 when to the left."""
    if place.side == "middle":
        return -1.0 if other.side == "left" else 1.0
    return 1.0 if place.side == "left" else -1.0


def _candidates(
    ends: tuple[Place, Place], start: tuple[Point, Point], end: tuple[Point, Point]
) -> list[tuple[Point, Point, Point, Point]]:
    """Return the curves that a line could take, the simplest first."""
    (first, leaving), (last, arriving) = start, end
    apart = last - first
    if ends[0].side == ends[1].side:
        inwards = np.array([_facing(*ends) * min(22 + 0.3 * abs(apart[1]), 75.0), 0.0])
        return [(first, first + inwards, last + inwards, last)]
    reach = 0.45 * abs(apart[0])
    passes = "middle" not in (ends[0].side, ends[1].side)
    return [
        (first, first + reach * leaving + shift, last + reach * arriving + shift, last)
        for shift in (np.array([0.0, down]) for down in (SHIFTS if passes else SHIFTS[:1]))
    ]


def free_box(boxes: Sequence[Box], lines: Sequence[Line], others: Sequence[Place]) -> Box:
    """Return the box that fewest lines run through; of equals the first. None covers a circle.

    >>> tie = Tie("egypt", "backs", "chad", "stated")
    >>> line = Line(tie, tuple(np.array([x, 5.0]) for x in range(4)))
    >>> free_box([Box(0, 0, 9, 9), Box(0, 10, 9, 19)], [line], [])
    Box(left=0, top=10, right=9, bottom=19)
    """

    def covered(box: Box) -> int:
        lines_through = sum(_runs_through(_curve(line.points), box) for line in lines)
        return lines_through + 1000 * sum(_covers(box, place) for place in others)

    return min(boxes, key=covered)


def _covers(box: Box, place: Place) -> bool:
    across = max(box.left - place.x, 0.0, place.x - box.right)
    down = max(box.top - place.y, 0.0, place.y - box.bottom)
    return hypot(across, down) < place.actor.radius + CLEARANCE


def _curve(points: tuple[Point, Point, Point, Point]) -> Point:
    a, b, c, d = points
    t = SAMPLES[:, None]
    return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d


def _hits(
    points: tuple[Point, Point, Point, Point], others: Sequence[Place], labels: Sequence[Box]
) -> int:
    """Return how many circles and labels a curve runs into."""
    curve = _curve(points)
    circles = sum(_runs_into(curve, place) for place in others)
    return circles + sum(_runs_through(curve, box) for box in labels)


def _runs_into(curve: Point, place: Place) -> bool:
    distances = np.hypot(curve[:, 0] - place.x, curve[:, 1] - place.y)
    return bool((distances < place.actor.radius + CLEARANCE).any())


def _runs_through(curve: Point, box: Box) -> bool:
    x, y = curve[:, 0], curve[:, 1]
    across = (box.left - CLEARANCE < x) & (x < box.right + CLEARANCE)
    return bool((across & (box.top - CLEARANCE < y) & (y < box.bottom + CLEARANCE)).any())
