"""The timeline in words, read back from its drawn bars, markers and labels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.colors import same_color
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation, Text
from matplotlib.typing import ColorType

from readout.chart_style import BAND, FAINT, INK, PAPER
from readout.chart_timeline import LABEL_GAP, MARK_HEIGHT, VAGUE_HEIGHT
from readout.chart_words import (
    day_at,
    drawn,
    is_drawn,
    one_line,
    points_of,
    say_chart,
    say_day,
    say_span,
    small_print,
)

LOOKS = {INK: "", FAINT: ", light"}
NEAR = 3.0  # points: how exactly a label must stand at its mark to belong to it


@dataclass(frozen=True)
class ReadMark:
    """A mark as drawn: its days, how it looks, and its extent in points on the figure."""

    said: str
    first: float
    left: float
    right: float
    y: float | None  # None: as high as the panel


def timeline_in_words(figure: Figure) -> str:
    """Say every mark of every panel with its days, its look and the label that stands at it.

    >>> from readout.chart_timeline import draw_timeline
    >>> figure = draw_timeline(readout.parse("Jane Roe left on 3 May 2024."), top=5)
    >>> print(timeline_in_words(figure))
    One dated event: 3 May 2024
    Days 30 April to 6 May 2024, marked 30, May, 2, 3, 4, 5, 6
    - 3 May 2024: Jane Roe left
    In small print: 3 May 2024; Events by the days that the article gives them; on a day
    """
    lines, used = [], []
    for ax in filter(is_drawn, figure.axes):
        marks = sorted(_marks(ax), key=lambda mark: (mark.first, -(mark.y or 0)))
        if marks:
            labels = _labels(ax, marks)
            used += [text for texts in labels for text in texts]
            lines.append(_say_axis(ax))
            for mark, texts in zip(marks, labels, strict=True):
                label = one_line(" ".join(text.get_text() for text in texts))
                lines.append(f"- {mark.said}: {label or 'no label'}")
    return say_chart(figure, lines, said=used) if lines else small_print(figure)


def _labels(ax: Axes, marks: Sequence[ReadMark]) -> list[list[Text]]:
    """Give each label to the mark that it stands at; return the labels of each mark."""
    labels: list[list[Text]] = [[] for _ in marks]
    for text in ax.texts:
        if is_drawn(text) and not isinstance(text, Annotation):
            distances = [_distance(text, mark, ax) for mark in marks]
            nearest = min(range(len(marks)), key=distances.__getitem__)
            if distances[nearest] < NEAR:
                labels[nearest].append(text)
    return labels


def _say_axis(ax: Axes) -> str:
    first, last = ax.get_xlim()
    names = [
        label.get_text()
        for position, label in zip(ax.get_xticks(), ax.get_xticklabels(), strict=True)
        if is_drawn(label) and first <= position <= last
    ]
    span = say_span(day_at(first + 0.5), day_at(last - 0.5))
    return f"Days {span}, marked {', '.join(filter(None, names))}"


def _marks(ax: Axes) -> Iterable[ReadMark]:
    for bar in drawn(ax.patches, Rectangle):
        yield _read_bar(bar, ax)
    for line in drawn(ax.lines, Line2D):
        yield _read_marker(line, ax)


def _read_bar(bar: Rectangle, ax: Axes) -> ReadMark:
    left, right = bar.get_x(), bar.get_x() + bar.get_width()
    days = say_span(day_at(left + 0.5), day_at(right - 0.5))
    y = bar.get_y() + bar.get_height() / 2
    if same_color(bar.get_facecolor(), BAND):
        edges = [_points(ax, x, y)[0] for x in (left, right)]
        return ReadMark(f"{days}, shaded", left, edges[0], edges[1], None)
    thin = abs(bar.get_height() - VAGUE_HEIGHT) < abs(bar.get_height() - MARK_HEIGHT)
    look = _say_look(bar.get_facecolor(), bar.get_edgecolor())
    said = f"{'some time in ' if thin else ''}{days}{look}"
    return ReadMark(said, left, _points(ax, left, y)[0], *_points(ax, right, y))


def _read_marker(line: Line2D, ax: Axes) -> ReadMark:
    number, y = points_of(line)[0]
    x, height = _points(ax, number, y)
    half = line.get_markersize() / 2
    look = _say_look(line.get_markerfacecolor(), line.get_markeredgecolor())
    kind = {"o": "", "D": ", an article"}.get(str(line.get_marker()), ", an unknown mark")
    return ReadMark(f"{say_day(day_at(number))}{kind}{look}", number, x - half, x + half, height)


def _say_look(face: ColorType, edge: ColorType) -> str:
    colour = next((said for c, said in LOOKS.items() if same_color(edge, c)), ", of unknown colour")
    hollow = ", hedged (hollow)" if same_color(face, PAPER) else ""
    odd = "" if hollow or same_color(face, edge) else ", of two colours"
    return f"{colour}{hollow}{odd}"


def _points(ax: Axes, x: float, y: float) -> tuple[float, float]:
    """Return a place of the axes in points from the figure's bottom left corner."""
    across, up = ax.transData.transform((x, y)) * 72 / ax.figure.dpi
    return float(across), float(up)


def _distance(text: Text, mark: ReadMark, ax: Axes) -> float:
    """Return how far a label stands from where this mark's label would: right, left or below."""
    x, y = _points(ax, *text.get_position())
    aside = NEAR / 2 if mark.y is None else abs(y - mark.y)
    if text.get_horizontalalignment() == "right":
        return max(aside, abs(mark.left - LABEL_GAP - x))
    if text.get_verticalalignment() == "center":
        return max(aside, abs(mark.right + LABEL_GAP - x))
    below = NEAR / 2 if mark.y is None else abs(mark.y - MARK_HEIGHT / 2 - 2 - y)
    return max(below, x - mark.right)
