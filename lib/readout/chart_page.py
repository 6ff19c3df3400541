"""The page that every chart is printed on: title, subtitle, key, body, notes.

Text is measured first and the page is made as tall as it needs, so nothing is ever cut. Positions
are points from the page's top left corner, y downwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D, Transform

from readout.chart_labels import balance, text_size, wrap
from readout.chart_style import GREY, INK
from readout.chart_words import say_count, say_day

if TYPE_CHECKING:
    from readout.article import Article

WIDTH = 468.0  # 6.5 inches: the text width of a notebook and of a printed page
MARGIN = 8.0
INNER_WIDTH = WIDTH - 2 * MARGIN
TITLE_SIZE = 12.5
SUBTITLE_SIZE = 8.5
KEY_SIZE = 7.5
NOTE_SIZE = 7.0
KEY_ROW = 14.0
KEY_GAP = 11.0


@dataclass(frozen=True)
class KeyItem:
    """A sample of a mark and what it means; `marks` are Line2D properties with x from the left."""

    label: str
    marks: tuple[Mapping[str, Any], ...]
    width: float = 10.0


def swatch(**properties: Any) -> Mapping[str, Any]:
    """Return a single marker, centred in a key item of the usual width.

    >>> swatch(marker="s")["linestyle"]
    'none'
    """
    return {"xs": (5.0,), "linestyle": "none", "markersize": 7.5, **properties}


@dataclass(frozen=True)
class Page:
    """A figure with its title, subtitle, key and notes written, and room for the body."""

    figure: Figure
    height: float
    body: float  # where the body begins, below title, subtitle and key
    title: str
    points: Transform = field(repr=False)

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        """Add axes at a place in the body. The first ones bear the chart's title.

        >>> page = open_page(title="Talks fail", body=100)
        >>> page.axes(0, 0, 50, 100).get_title(loc="left")
        'Talks fail'
        """
        box = (
            left / WIDTH,
            1 - (self.body + top + height) / self.height,
            width / WIDTH,
            height / self.height,
        )
        ax = self.figure.add_axes(box)
        if len(self.figure.axes) == 1:
            ax.set_title(
                self.title,
                loc="left",
                x=MARGIN,
                y=MARGIN,
                va="top",
                transform=self.points,
                linespacing=1.15,
            )
        return ax

    def write(self, x: float, y: float, text: str, **properties: Any) -> None:
        """Write text at a place of the page.

        >>> page = open_page(title="Talks fail", body=100)
        >>> page.write(0, 0, "a note")
        >>> page.figure.texts[-1].get_text()
        'a note'
        """
        self.figure.text(x, y, text, transform=self.points, **{"va": "top", **properties})

    def draw(self, **properties: Any) -> None:
        """Draw a line or a marker at a place of the page: `xs` and `ys` are points.

        >>> page = open_page(title="Talks fail", body=100)
        >>> page.draw(xs=[0, 10], ys=[5, 5])
        >>> len(page.figure.lines), len(page.figure.artists)
        (0, 1)
        """
        xs, ys = properties.pop("xs"), properties.pop("ys")
        self.figure.add_artist(Line2D(xs, ys, transform=self.points, **properties))


def open_page(
    *,
    title: str,
    subtitle: str = "",
    key: Sequence[Sequence[KeyItem]] = (),
    body: float,
    notes: Sequence[str] = (),
) -> Page:
    """Make a page with room for a body `body` points high and write all that stands around it.

    >>> page = open_page(title="Talks fail", body=100, notes=["Source: none"])
    >>> page.title, [text.get_text() for text in page.figure.texts]
    ('Talks fail', ['Source: none'])
    """
    title = balance(title, width=INNER_WIDTH, size=TITLE_SIZE, weight="bold", lines=4)
    subtitle = wrap(subtitle, width=INNER_WIDTH, size=SUBTITLE_SIZE, lines=4)
    notes = [wrap(note, width=INNER_WIDTH, size=NOTE_SIZE, lines=4) for note in notes]
    below_title = MARGIN + _height(title, size=TITLE_SIZE, weight="bold") + 5
    below_subtitle = below_title + (_height(subtitle, size=SUBTITLE_SIZE) + 6 if subtitle else 0)
    key_rows = [row for group in key for row in _key_rows(group)]
    below_key = below_subtitle + KEY_ROW * len(key_rows) + (5 if key_rows else 0)
    below_body = below_key + body + (8 if notes else 0)
    height = below_body + sum(_height(note, size=NOTE_SIZE) + 4 for note in notes) + MARGIN - 4

    figure = Figure(figsize=(WIDTH / 72, height / 72))
    FigureCanvasAgg(figure)
    points = Affine2D().scale(1, -1).translate(0, height).scale(1 / 72) + figure.dpi_scale_trans
    page = Page(figure, height, below_key, title, points)
    if subtitle:
        page.write(MARGIN, below_title, subtitle, size=SUBTITLE_SIZE, color=GREY)
    for number, row in enumerate(key_rows):
        _draw_key_row(page, row, below_subtitle + KEY_ROW * (number + 0.5))
    y = below_body
    for note in notes:
        page.write(MARGIN, y, note, size=NOTE_SIZE, color=GREY)
        y += _height(note, size=NOTE_SIZE) + 4
    return page


def source_note(article: "Article") -> list[str]:
    """Return the note that says which article the chart was made from, if it has a title.

    >>> source_note(readout.parse("Jane Roe left Karum."))
    []
    >>> source_note(article)
    ['Source: “Khalifa Haftar’s strategic visit to Belarus”, published on 24 February 2025']
    """
    if not article.title:
        return []
    published = f", published on {say_day(article.published)}" if article.published else ""
    return [f"Source: \u201c{article.title}\u201d{published}"]


def left_out_note(number: int, noun: str, more: str = "") -> list[str]:
    """Return the note that says how many are not shown, if any; `more` says what of them.

    >>> left_out_note(2, "actor"), left_out_note(0, "actor")
    (['Not shown: 2 more actors.'], [])
    """
    return [f"Not shown: {say_count(number, f'more {noun}')}{more}."] if number else []


def sentence_page(sentence: str) -> Figure:
    """Return a figure that is one sentence: what an article without anything to chart gives.

    >>> sentence_page("No actor is mentioned.").texts[-1].get_text()
    'No actor is mentioned.'
    """
    text = wrap(sentence, width=INNER_WIDTH, size=10, lines=6)
    page = open_page(title="", body=_height(text, size=10))
    ax = page.axes(MARGIN, 0, INNER_WIDTH, _height(text, size=10))
    ax.set_axis_off()
    page.write(MARGIN, page.body, text, size=10, color=INK)
    return page.figure


def _height(text: str, *, size: float, weight: str = "normal") -> float:
    return text_size(text, size=size, weight=weight)[1] if text else 0.0


def _item_width(item: KeyItem) -> float:
    return item.width + 4 + text_size(item.label, size=KEY_SIZE)[0]


def _key_rows(items: Sequence[KeyItem]) -> list[list[KeyItem]]:
    rows: list[list[KeyItem]] = []
    room = 0.0
    for item in items:
        needed = _item_width(item) + KEY_GAP
        if not rows or needed - KEY_GAP > room:
            rows.append([])
            room = INNER_WIDTH
        rows[-1].append(item)
        room -= needed
    return rows


def _draw_key_row(page: Page, items: Sequence[KeyItem], y: float) -> None:
    x = MARGIN
    for item in items:
        for mark in item.marks:
            shifted = [x + offset for offset in mark["xs"]]
            page.draw(**{**mark, "xs": shifted, "ys": [y] * len(shifted)})
        page.write(
            x + item.width + 4, y, item.label, size=KEY_SIZE, color=GREY, va="center_baseline"
        )
        x += _item_width(item) + KEY_GAP
