"""Measuring, wrapping and placing text so that labels never overlap, however many there are.

All lengths are points (1/72 inch); y grows downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

BREAK = "\u2010"  # a hyphen that the word itself does not have
LONGEST_LABEL = 400  # characters; nothing longer is ever shown, so nothing longer is measured


@dataclass(frozen=True)
class Box:
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float


@cache
def _ruler() -> FigureCanvasAgg:
    return FigureCanvasAgg(Figure(dpi=200))


@lru_cache(maxsize=20_000)
def text_size(text: str, *, size: float = 8.5, weight: str = "normal") -> tuple[float, float]:
    """Return width and height in points of `text` as the charts draw it, within `house_style`.

    >>> width, height = text_size("Jane Roe")
    >>> bool(30 < width < 50), bool(6 < height < 12)
    (True, True)
    """
    canvas = _ruler()
    label = Text(text=text, size=size, weight=weight, figure=canvas.figure)
    extent = label.get_window_extent(canvas.get_renderer())
    return extent.width * 72 / canvas.figure.dpi, extent.height * 72 / canvas.figure.dpi


def wrap(
    text: str, *, width: float, size: float = 8.5, weight: str = "normal", lines: int = 3
) -> str:
    """Break `text` into at most `lines` lines that are at most `width` points wide.

    White space is normalised and what cannot be printed is dropped. A word wider than a line is
    broken; what does not fit at all ends in an ellipsis.

    >>> wrap("Talks on Karum fail", width=50).splitlines()
    ['Talks on', 'Karum fail']
    """
    rows: list[str] = []
    for word in _breakable(text, width=width, size=size, weight=weight):
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and text_size(longer, size=size, weight=weight)[0] <= width:
            rows[-1] = longer
        elif len(rows) < lines:
            rows.append(word)
        else:
            rows[-1] = _shorten(rows[-1], width=width, size=size, weight=weight)
            break
    return "\n".join(rows)


def balance(
    text: str, *, width: float, size: float = 8.5, weight: str = "normal", lines: int = 3
) -> str:
    """Break `text` like `wrap`, into lines of about the same length and no more of them.

    >>> balance("Talks on Karum fail again", width=100).splitlines()
    ['Talks on Karum', 'fail again']
    """
    widest = wrap(text, width=width, size=size, weight=weight, lines=lines)
    needed = widest.count("\n") + 1
    narrowest = text_size(widest.replace("\n", " "), size=size, weight=weight)[0] / needed
    for step in range(8):
        narrower = narrowest + (width - narrowest) * step / 8
        wrapped = wrap(text, width=narrower, size=size, weight=weight, lines=lines)
        if wrapped.split() == widest.split() and wrapped.count("\n") + 1 == needed:
            return wrapped
    return widest


def _breakable(text: str, *, width: float, size: float, weight: str) -> list[str]:
    """Return the words of a text; those wider than a line in pieces that end in a hyphen."""
    printable = "".join(c if c.isprintable() else " " for c in text[:LONGEST_LABEL])
    pieces: list[str] = []
    for word in printable.split():
        rest = word
        while text_size(rest, size=size, weight=weight)[0] > width and len(rest) > 2:
            piece = _fitting_piece(rest, width=width, size=size, weight=weight)
            pieces.append(piece)
            rest = rest[len(piece.removesuffix(BREAK)) :]
        pieces.append(rest)
    return pieces


def _fitting_piece(word: str, *, width: float, size: float, weight: str) -> str:
    """Return the beginning of a word that fits a line, up to a hyphen if it has one there."""
    length = len(word) - 1
    while length > 1 and text_size(word[:length] + BREAK, size=size, weight=weight)[0] > width:
        length -= 1
    hyphen = word.rfind("-", 1, length + 1)
    return word[: hyphen + 1] if hyphen > 0 else word[:length] + BREAK


def _shorten(row: str, *, width: float, size: float, weight: str) -> str:
    while row and text_size(f"{row}…", size=size, weight=weight)[0] > width:
        row = row[:-1]
    return f"{row.rstrip()}…"


def stack(items: Sequence[Sequence[Box]], *, gap: float) -> list[tuple[int, Box]]:
    """Move boxes down until none overlaps another: the levels of a timeline's labels.

    Each item gives its alternative boxes, the preferred one first, all at the height where it
    would like to be. The answer has one entry per item, in the same order: which alternative ends
    up highest, and its box, `gap` points away from all boxes placed before it.

    >>> box = Box(0, 0, 10, 10)
    >>> [(choice, placed.top) for choice, placed in stack([[box], [box]], gap=2)]
    [(0, 0), (0, 12)]
    """
    placed: list[tuple[int, Box]] = []
    for alternatives in items:
        settled = [_settle(box, [other for _, other in placed], gap) for box in alternatives]
        placed.append(min(enumerate(settled), key=lambda choice: (choice[1].top, choice[0])))
    return placed


def _settle(box: Box, placed: Sequence[Box], gap: float) -> Box:
    top, height = box.top, box.bottom - box.top
    for other in sorted(placed, key=lambda b: b.top):
        beside = other.right + gap <= box.left or box.right + gap <= other.left
        if not beside and other.top < top + height + gap and top < other.bottom + gap:
            top = other.bottom + gap
    return Box(box.left, top, box.right, top + height)
