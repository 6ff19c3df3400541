"""When it happened: the days around the article enlarged, above the whole range of years.

Every event is drawn at its days with its label beside it; labels are stacked at computed levels,
so that they never overlap, and the panels grow with them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes
from matplotlib.dates import (
    DAILY,
    MONTHLY,
    YEARLY,
    AutoDateLocator,
    ConciseDateFormatter,
    date2num,
)
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from readout.chart_days import Marked, Range, find_cluster, marked_days, most_telling, whole_range
from readout.chart_labels import Box, balance, stack, text_size
from readout.chart_page import (
    INNER_WIDTH,
    MARGIN,
    KeyItem,
    Page,
    left_out_note,
    open_page,
    sentence_page,
    source_note,
    swatch,
)
from readout.chart_style import BAND, FAINT, GREY, GRID, INK, face
from readout.chart_words import say_span

if TYPE_CHECKING:
    from readout.article import Article

Look = dict[str, Any]  # properties of an artist

ENLARGED_AT_LEAST = 2  # times; less is not worth a panel of its own
INSET = 5.0  # room for half a year's number left and right of an axis
PANEL_WIDTH = INNER_WIDTH - 2 * INSET
LONG = timedelta(days=730)  # what is longer is told in years
LABEL_SIZE = 8.0
LABEL_WIDTH = 200.0
LABEL_GAP = 5.0  # points from a mark to its label
LEVEL_GAP = 5.0  # points between two labels
MARK_HEIGHT = 9.0
VAGUE_HEIGHT = 4.0  # of a span within which something happened, not that it filled
MARKERS = {"event": ("o", 7.5), "vague": ("o", 7.5), "article": ("D", 6.5), "related": ("D", 5.5)}
MARK_COLOURS = {"event": INK, "vague": INK, "article": INK, "related": FAINT}
HEADING = 15.0  # room above a panel for the days that it shows
AXIS = 17.0
PANEL_GAP = 22.0
MOST_TICKS = {YEARLY: 11, MONTHLY: 13, DAILY: 16}


@dataclass(frozen=True)
class PlacedMark:
    """A mark with its label, in points from its panel's top left corner."""

    mark: Marked
    label: str
    y: float
    label_x: float
    label_y: float
    ha: str
    va: str


@dataclass(frozen=True)
class Panel:
    """A stretch of days with its marks; its height is what the labels need."""

    heading: str
    days: Range
    marks: tuple[PlacedMark, ...]
    height: float


class DayFormatter(ConciseDateFormatter):
    """ConciseDateFormatter with days as people write them: 5, not 05."""

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        """Return the labels of the ticks at these dates.

        >>> from matplotlib.dates import AutoDateLocator, date2num
        >>> days = [date2num(date(2024, 5, day)) for day in (3, 4)]
        >>> DayFormatter(AutoDateLocator()).format_ticks(days)
        ['3', '4']
        """
        return [label.removeprefix("0") for label in super().format_ticks(values)]


def draw_timeline(article: "Article", *, top: int) -> Figure:
    """Draw the panels of the timeline, with at most `top` marks on the first.

    >>> len(draw_timeline(readout.parse("Jane Roe left on 3 May 2024."), top=5).axes)
    1
    """
    marks = marked_days(article)
    if all(mark.meaning == "related" for mark in marks):
        return sentence_page("No event of this article has a date.")
    panels = _panels(marks, top)
    shown = [placed.mark for panel in panels for placed in panel.marks if placed.mark in marks]
    page = open_page(
        title=_finding(marks, panels[0].days),
        subtitle="Events by the days that the article gives them",
        key=[_key(shown)],
        body=sum(_full_height(panel) for panel in panels) + PANEL_GAP * (len(panels) - 1),
        notes=[*_left_out(marks, shown), *source_note(article)],
    )
    top_edge = 0.0
    for panel in panels:
        _draw_panel(page.axes(MARGIN + INSET, top_edge + HEADING, PANEL_WIDTH, panel.height), panel)
        top_edge += _full_height(panel) + PANEL_GAP
    for enlarged, whole in pairwise(panels):
        _draw_enlargement(page, enlarged, whole)
    return page.figure


def _panels(marks: Sequence[Marked], top: int) -> list[Panel]:
    """Share the marks out: the cluster on a panel of days, the rest on one of the whole range."""
    cluster, whole = find_cluster(marks), whole_range(marks)
    near = [mark for mark in marks if cluster and cluster.covers(mark)]
    far = [mark for mark in marks if mark not in near]
    if cluster is None or not far or whole.days < ENLARGED_AT_LEAST * cluster.days:
        return [_panel(_say_range(marks), most_telling(marks, top), whole)]
    enlarged = Marked(cluster.first, cluster.last, "enlarged above", "enlarged")
    heading = f"The whole range, {_say_range(marks)}"
    return [
        _panel(say_span(cluster.first, cluster.last), most_telling(near, top), cluster),
        _panel(heading, [*most_telling(far, max(1, top // 2)), enlarged], whole),
    ]


def _say_range(marks: Sequence[Marked]) -> str:
    """Say from when to when something reaches, in years when it is long."""
    first, last = min(mark.first for mark in marks), max(mark.last for mark in marks)
    return f"{first.year} to {last.year}" if last - first > LONG else say_span(first, last)


def _full_height(panel: Panel) -> float:
    return HEADING + panel.height + AXIS


def _finding(marks: Sequence[Marked], days: Range) -> str:
    events = [mark for mark in marks if mark.meaning in ("event", "vague")]
    close = [mark for mark in events if days.covers(mark)]
    if not events:
        return "Only the article itself has a date"
    if len(events) == 1:
        return f"One dated event: {_say_range(events)}"
    if len(close) in (0, len(events)):
        return f"{len(events)} dated events: {_say_range(events)}"
    length = (max(mark.last for mark in close) - min(mark.first for mark in close)).days + 1
    verb = "falls" if len(close) == 1 else "fall"
    within = "one day" if length == 1 else f"{length} days"
    return f"{len(close)} of {len(events)} dated events {verb} within {within}: {_say_range(close)}"


def _left_out(marks: Sequence[Marked], shown: Sequence[Marked]) -> list[str]:
    related, all_related = (
        sum(mark.meaning == "related" for mark in group) for group in (shown, marks)
    )
    events = len(marks) - all_related - (len(shown) - related)
    return [
        *left_out_note(events, "event"),
        *left_out_note(all_related - related, "related article"),
    ]


def _panel(heading: str, marks: Sequence[Marked], days: Range) -> Panel:
    choices = [_choices(mark, days) for mark in marks]
    stacked = stack([[box for box, _ in choice] for choice in choices], gap=LEVEL_GAP)
    placed = []
    for choice, (number, box) in zip(choices, stacked, strict=True):
        wish, mark = choice[number]
        down = box.top - wish.top
        placed.append(replace(mark, y=mark.y + down, label_y=mark.label_y + down))
    height = max(box.bottom for _, box in stacked) + 2 * LEVEL_GAP
    return Panel(heading, days, tuple(placed), height)


def _choices(mark: Marked, days: Range) -> list[tuple[Box, PlacedMark]]:
    """Return the ways to place a mark with its label, each with the room that it takes."""
    left, right = _extent(mark, days)
    look: Look = {"size": LABEL_SIZE, "weight": _weight(mark)}
    label = balance(mark.label, width=LABEL_WIDTH, lines=4, **look)
    width, height = text_size(label, **look)
    height = max(height, MARK_HEIGHT)
    bottom, middle = LEVEL_GAP + height, LEVEL_GAP + height / 2
    begin, end = right + LABEL_GAP, left - LABEL_GAP
    on_the_right = Box(left, LEVEL_GAP, begin + width, bottom)
    on_the_left = Box(end - width, LEVEL_GAP, right, bottom)
    choices = []
    if on_the_right.right <= PANEL_WIDTH:
        placed = PlacedMark(mark, label, middle, begin, middle, "left", "center")
        choices.append((on_the_right, placed))
    if on_the_left.left >= 0:
        placed = PlacedMark(mark, label, middle, end, middle, "right", "center")
        choices.append((on_the_left, placed))
    if not choices:
        begin = min(max(left, 0.0), PANEL_WIDTH - width)
        under = LEVEL_GAP + MARK_HEIGHT + 2
        below = Box(min(left, begin), LEVEL_GAP, max(right, begin + width), under + height)
        y = LEVEL_GAP + MARK_HEIGHT / 2
        choices.append((below, PlacedMark(mark, label, y, begin, under, "left", "top")))
    return choices


def _weight(mark: Marked) -> str:
    return "bold" if mark.meaning == "article" else "normal"


def _extent(mark: Marked, days: Range) -> tuple[float, float]:
    """Return where a mark begins and ends on its panel, in points."""
    first, last = _limits(days)
    unit = PANEL_WIDTH / (last - first)
    left = (_number(mark.first) - 0.5 - first) * unit
    right = (_number(mark.last) + 0.5 - first) * unit
    if _is_marker(mark):
        middle, half = (left + right) / 2, MARKERS[mark.meaning][1] / 2
        return middle - half, middle + half
    return left, right


def _is_marker(mark: Marked) -> bool:
    return mark.first == mark.last and mark.meaning != "enlarged"


def _number(day: date) -> float:
    return float(date2num(day))


def _limits(days: Range) -> tuple[float, float]:
    return _number(days.first) - 0.5, _number(days.last) + 0.5


def _draw_panel(ax: Axes, panel: Panel) -> None:
    first, last = _limits(panel.days)
    ax.set_xlim(first, last)
    ax.set_ylim(panel.height, 0)
    ax.set_yticks([])
    locator = AutoDateLocator(minticks=4, maxticks=MOST_TICKS)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(DayFormatter(locator, show_offset=False))
    ax.grid(axis="x", color=GRID, linewidth=0.6)
    ax.annotate(
        panel.heading,
        (0, 1),
        xytext=(-INSET, 4),
        xycoords="axes fraction",
        textcoords="offset points",
        size=7.5,
        weight="bold",
        color=GREY,
    )
    for placed in panel.marks:
        _draw_mark(ax, placed)
        ax.text(
            first + placed.label_x / PANEL_WIDTH * (last - first),
            placed.label_y,
            placed.label,
            ha=placed.ha,
            va=placed.va,
            multialignment=placed.ha,
            size=LABEL_SIZE,
            color=GREY if placed.mark.meaning in ("related", "enlarged") else INK,
            weight=_weight(placed.mark),
        )


def _draw_mark(ax: Axes, placed: PlacedMark) -> None:
    mark = placed.mark
    left, right = _number(mark.first) - 0.5, _number(mark.last) + 0.5
    if mark.meaning == "enlarged":
        ax.axvspan(left, right, color=BAND, zorder=0)
        return
    colour = MARK_COLOURS[mark.meaning]
    look: Look = {"linewidth": 1.2, "edgecolor": colour}
    if _is_marker(mark):
        marker, size = MARKERS[mark.meaning]
        ax.plot(
            [_number(mark.first)],
            [placed.y],
            linestyle="none",
            marker=marker,
            markersize=size,
            markerfacecolor=face(mark.certainty, colour),
            markeredgecolor=colour,
            markeredgewidth=1.2,
        )
    else:
        ax.barh(
            placed.y,
            right - left,
            left=left,
            height=VAGUE_HEIGHT if mark.meaning == "vague" else MARK_HEIGHT,
            facecolor=face(mark.certainty, colour),
            **look,
        )


def _draw_enlargement(page: Page, enlarged: Panel, whole: Panel) -> None:
    """Spread the enlarged days of the lower panel out to the upper panel's width."""
    top = page.body + _full_height(enlarged) + 2
    bottom = page.body + _full_height(enlarged) + PANEL_GAP + HEADING
    band = Marked(enlarged.days.first, enlarged.days.last, "", "enlarged")
    left, right = _extent(band, whole.days)
    corners = [
        (MARGIN, top),
        (MARGIN + INNER_WIDTH, top),
        (MARGIN + INSET + right, bottom),
        (MARGIN + INSET + left, bottom),
    ]
    page.figure.add_artist(
        Polygon(corners, transform=page.points, facecolor=BAND, edgecolor="none", zorder=-1)
    )


def _key(marks: Sequence[Marked]) -> list[KeyItem]:
    """Return the key to the marks that occur."""
    events = [mark for mark in marks if mark.meaning in ("event", "vague")]
    bar = {"xs": (0.0, 16.0), "color": INK, "linewidth": MARK_HEIGHT - 2}
    dot = {"marker": "o", "markerfacecolor": INK, "markeredgecolor": INK, "markersize": 7.0}
    items = []
    if any(_is_marker(mark) for mark in events):
        items.append(KeyItem("on a day", (swatch(**dot),)))
    if any(mark.meaning == "event" and not _is_marker(mark) for mark in events):
        items.append(KeyItem("over these days", (bar,), width=16.0))
    if any(mark.meaning == "vague" for mark in events):
        thin = {**bar, "linewidth": VAGUE_HEIGHT}
        items.append(KeyItem("some time within", (thin,), width=16.0))
    if any(mark.certainty == "hedged" for mark in events):
        items.append(
            KeyItem("hollow: planned or doubted", (swatch(**{**dot, "markerfacecolor": "white"}),))
        )
    if any(mark.meaning == "related" for mark in marks):
        look = {"marker": "D", "markersize": 5.5, "color": FAINT}
        items.append(KeyItem("related article", (swatch(**look),)))
    return items
