"""Who backs whom: the central actor in the middle, its backers left, its opponents right."""

from collections.abc import Sequence
from math import atan2
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.markers import MarkerStyle
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Affine2D

from readout.chart_labels import Box
from readout.chart_lines import HEAD, Line, find_lines, free_box
from readout.chart_page import (
    WIDTH,
    KeyItem,
    left_out_note,
    open_page,
    sentence_page,
    source_note,
    swatch,
)
from readout.chart_places import (
    CENTRE_NAME_SIZE,
    DETAIL_SIZE,
    HEADING,
    HEADING_SIZE,
    LABEL_GAP,
    NAME_SIZE,
    Place,
    Places,
    find_places,
)
from readout.chart_sides import say_sides
from readout.chart_style import (
    ACTOR_COLOURS,
    GREY,
    INK,
    LINE_STYLES,
    PAPER,
    RELATION_COLOURS,
    UNKNOWN_ACTOR_COLOUR,
    face,
)
from readout.chart_words import say_count
from readout.network import central_actor

if TYPE_CHECKING:
    from readout.article import Article

Look = dict[str, Any]  # properties of an artist

LINE_WIDTH = 1.5
OUTLINE = 0.9
MIDDLE_OUTLINE = 2.0
OUTWARDS = {"left": "right", "right": "left"}  # how the labels of a column are aligned
# Arrow heads: outline, size and line width. They point right and have their tip at the origin;
# what holds both ways has none.
HEADS = {
    "backs": (Path([(0, 0), (-1, 0.45), (-1, -0.45), (0, 0)], closed=True), 2 * HEAD + 3, 0.8),
    "courts": (Path([(-0.8, 0.6), (0, 0), (-0.8, -0.6)]), 2 * HEAD, LINE_WIDTH),
    "opposes": (Path([(0, 1), (0, -1)]), 2 * HEAD, 2.2),
}
SAID = {"backs": "backs", "courts": "courts", "opposes": "opposes", "aligned": "aligned with"}
NICE_NUMBERS = tuple(n * 10**power for power in range(7) for n in (1, 2, 5))
WIDEST_SAMPLE = 13.0  # points: the circle in the key


def draw_network(article: "Article", *, centre: str | None, top: int) -> Figure:
    """Draw the `top` actors that matter most to the centre, and the lines between them.

    >>> figure = draw_network(readout.parse("Egypt has armed Chad."), centre=None, top=5)
    >>> figure.axes[0].get_title(loc="left")
    'Egypt backs Chad'
    """
    chosen = centre or central_actor(article.ties, article.actors)
    if chosen is None:
        return sentence_page(
            "This article says of no two actors that one backs, courts or opposes the other, "
            "or that they are aligned."
        )
    places = find_places(article, centre=chosen, top=top)
    middle = places.nodes[chosen]
    label = _place_middle_label(middle, places)
    lines = find_lines(places.ties, places.nodes, labels=[label])
    top_edge, bottom_edge = _extent(places, label, lines)
    actors, ties = places.left_out
    page = open_page(
        title=say_sides(article, chosen),
        subtitle="What the article says of them. The area of a circle is the number of mentions.",
        key=[_key(places)],
        body=bottom_edge - top_edge,
        notes=[
            *left_out_note(actors, "actor", f" with {say_count(ties, 'tie')}"),
            *source_note(article),
        ],
    )
    ax = page.axes(0, 0, WIDTH, bottom_edge - top_edge)
    ax.set_xlim(0, WIDTH)
    ax.set_ylim(bottom_edge, top_edge)
    ax.set_axis_off()
    for line in lines:
        _draw_line(ax, line)
    _draw_circles(ax, middle, [node for node in places.nodes.values() if node is not middle])
    _label_columns(ax, places)
    _label_middle(ax, middle, label)
    return page.figure


def _place_middle_label(middle: Place, places: Places) -> Box:
    """Find the place at the central circle where fewest lines run through its label."""
    lines = find_lines(places.ties, places.nodes)
    ends = [line for line in lines if middle.actor.actor in (line.tie.source, line.tie.target)]
    width, height = middle.actor.label_width, middle.actor.label_height
    away = middle.actor.radius + LABEL_GAP
    corners = [
        (middle.x + across, middle.y + down)
        for across in (-width / 2, 0.0, -width)
        for down in (away, -away - height)
    ]
    boxes = [Box(x, y, x + width, y + height) for x, y in corners]
    return free_box(boxes, ends, list(places.nodes.values()))


def _extent(places: Places, label: Box, lines: Sequence[Line]) -> tuple[float, float]:
    """Return how far up and down the content reaches."""
    nodes, curves = places.nodes.values(), [line.curve[:, 1] for line in lines]
    tops = [node.y - max(node.actor.radius, node.actor.label_height / 2) for node in nodes]
    bottoms = [node.y + max(node.actor.radius, node.actor.label_height / 2) for node in nodes]
    headings = [heading.y for heading in places.headings]
    return (
        float(min(label.top, *tops, *headings, *map(min, curves))) - OUTLINE,
        float(max(label.bottom, *bottoms, *map(max, curves))) + OUTLINE,
    )


def _draw_circles(ax: Axes, middle: Place, others: list[Place]) -> None:
    for nodes, line_width in (([middle], MIDDLE_OUTLINE), (others, OUTLINE)):
        if not nodes:
            continue
        ax.scatter(
            [node.x for node in nodes],
            [node.y for node in nodes],
            s=[(2 * node.actor.radius) ** 2 for node in nodes],
            c=[ACTOR_COLOURS.get(str(node.actor.type), UNKNOWN_ACTOR_COLOUR) for node in nodes],
            edgecolors=INK,
            linewidths=line_width,
            zorder=3,
        )


def _label_columns(ax: Axes, places: Places) -> None:
    """Write headings and labels outside the columns."""
    for heading in places.headings:
        ha = OUTWARDS[heading.side]
        look: Look = {"size": HEADING_SIZE, "weight": "bold", "color": GREY}
        ax.text(heading.x, heading.y + HEADING, heading.text, ha=ha, va="bottom", **look)
    for node in places.nodes.values():
        if node.side in OUTWARDS:
            half = node.actor.label_height / 2
            box = Box(node.label_x, node.y - half, node.label_x, node.y + half)
            _write_label(ax, node, box, {"size": NAME_SIZE, "ha": OUTWARDS[node.side]})


def _label_middle(ax: Axes, middle: Place, box: Box) -> None:
    halo = [withStroke(linewidth=3, foreground=PAPER)]
    look: Look = {"size": CENTRE_NAME_SIZE, "weight": "bold", "ha": "center", "path_effects": halo}
    _write_label(ax, middle, box, look)


def _write_label(ax: Axes, node: Place, box: Box, look: Look) -> None:
    """Write name and detail into a box, tied to their circle."""
    x = (box.left + box.right) / 2 - node.x
    tied: Look = {"xy": (node.x, node.y), "textcoords": "offset points"}
    small: Look = {**look, "size": DETAIL_SIZE, "weight": "normal", "color": GREY}
    ax.annotate(
        node.actor.label,
        xytext=(x, node.y - box.top),
        va="top",
        multialignment=look["ha"],
        **tied,
        **look,
    )
    ax.annotate(node.actor.detail, xytext=(x, node.y - box.bottom), va="bottom", **tied, **small)


def _draw_line(ax: Axes, line: Line) -> None:
    tie = line.tie
    colour = RELATION_COLOURS[tie.relation]
    across, down = line.direction
    tip = line.points[3]
    # A filled head would show the line's blunt end at its tip.
    end = tip - HEAD * np.array([across, down]) if tie.relation == "backs" else tip
    curve = Path([*line.points[:3], end], [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4])
    ax.add_patch(
        PathPatch(
            curve,
            fill=False,
            edgecolor=colour,
            linewidth=LINE_WIDTH,
            linestyle=LINE_STYLES[tie.certainty],
        )
    )
    if tie.relation in HEADS:
        ax.plot(
            [tip[0]],
            [tip[1]],
            zorder=2.5,
            **head_mark(tie.relation, certainty=tie.certainty, angle=atan2(-down, across)),
        )


def head_mark(relation: str, *, certainty: str, angle: float = 0.0) -> dict[str, Any]:
    """Return the arrow head of a relation as Line2D properties, pointing along `angle`.

    >>> head_mark("backs", certainty="hedged")["markerfacecolor"] == face("hedged", "black")
    True
    """
    path, size, width = HEADS[relation]
    colour = RELATION_COLOURS[relation]
    filled = relation == "backs"
    return {
        "marker": MarkerStyle(path, transform=Affine2D().rotate(angle)),
        "linestyle": "none",
        "markersize": size,
        "markeredgewidth": width,
        "markeredgecolor": colour,
        "markerfacecolor": face(certainty, colour) if filled else "none",
    }


def _key(places: Places) -> list[KeyItem]:
    """Return the key to the relations that occur, to dashed lines and to the circles' size."""
    present = {tie.relation for tie in places.ties}
    items = []
    for relation, said in SAID.items():
        if relation in present:
            line = {"xs": (0.0, 20.0), "color": RELATION_COLOURS[relation], "linewidth": LINE_WIDTH}
            marks = [line]
            if relation in HEADS:
                marks.append({"xs": (21.0,), **head_mark(relation, certainty="stated")})
            items.append(KeyItem(said, tuple(marks), width=21.0))
    if any(tie.certainty == "hedged" for tie in places.ties):
        dashed = {
            "xs": (0.0, 20.0),
            "color": GREY,
            "linewidth": LINE_WIDTH,
            "linestyle": LINE_STYLES["hedged"],
        }
        items.append(KeyItem("dashed: hedged", (dashed,), width=21.0))
    number = max(n for n in NICE_NUMBERS if n == 1 or n * places.unit <= WIDEST_SAMPLE**2)
    size = (number * places.unit) ** 0.5
    look = {"marker": "o", "markersize": size, "markerfacecolor": PAPER, "markeredgecolor": INK}
    circle = swatch(**{**look, "xs": (size / 2,)})
    items.append(KeyItem(say_count(number, "mention"), (circle,), width=size))
    return items
