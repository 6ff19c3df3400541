"""From the lines on printed pages to running text: where a paragraph ends, what is no text at all.

A PDF file knows no paragraphs, only words at places. A paragraph ends where print shows it: by a
wider gap, another size of type, an indented line behind a full stop, or a line that stops short.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.paragraphs import is_finished

_WIDE_GAP = 1.3  # of the usual distance between two lines of this size
_SAME_SIZE = 0.1  # the greatest relative difference
_INDENT = 0.5  # of the size of type
_SHORT_LINE = 0.7  # of the characters of a full line
_FULL_LINE = 0.9  # the share of lines that are no longer than a full one
_USUAL_GAP = 0.25  # the share of gaps that are no wider than that between lines of a paragraph
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BROKEN_WORD = re.compile(r"([^\W_]+)([-\u00ad\u2010])\Z")  # and the hyphen that it is broken at
_SOFT_HYPHEN = "\u00ad"
# Words behind which, and before which, a hyphen is one of the word and not of the line.
_KEEP_BEHIND = frozenset("anti half long non self vice well".split())
_KEEP_BEFORE = frozenset(
    "backed based born brokered controlled dominated elect funded general held led linked mediated "
    "old owned run sponsored style supported term wide wing year".split()
)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """The words of a line, the place where they begin and the size of their type, in points.

    `y` grows from the foot of the page to its head, as in PDF.
    """

    words: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class _Print:
    """What is usual in a text: the gap between lines by size of type, the length of a full line."""

    gaps: dict[int, float]
    full: int


def paragraphs_of(pages: Sequence[Sequence[PrintedLine]]) -> list[str]:
    """The paragraphs of a printed text, without running heads and page numbers.

    A running head is what stands, numbers aside, at the same place on every page (or on every page
    but the first) outside all other lines. Lines are read in the order in which they are given.

    >>> lines = [PrintedLine("Talks fail", 0, 90, 20), PrintedLine("They failed in Roe-", 0, 60, 9)]
    >>> paragraphs_of([[*lines, PrintedLine("land today.", 0, 49, 9)]])
    ['Talks fail', 'They failed in Roeland today.']
    """
    pages = _without_running_heads(pages)
    usual = _usual(pages)
    grouped: list[list[str]] = []
    above: PrintedLine | None = None
    for page in pages:
        for number, line in enumerate(page):
            if above is None or _begins_paragraph(above, line, usual, on_new_page=not number):
                grouped.append([])
            grouped[-1].append(line.words)
            above = line
    known = _known_words(line.words for page in pages for line in page)
    return [_joined(lines, known) for lines in grouped]


def _without_running_heads(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    places = Counter(place for page in pages for place in set(map(_place, page)))
    later = Counter(place for page in pages[1:] for place in set(map(_place, page)))
    recurring = {
        place
        for place, count in places.items()
        if len(pages) > 1 and (count == len(pages) or len(pages) - 1 == later[place] > 1)
    }
    cleared = []
    for page in pages:
        heights = [line.y for line in page if _place(line) not in recurring]
        lowest, highest = (min(heights), max(heights)) if heights else (0.0, 0.0)
        cleared.append(
            [
                line
                for line in page
                if _place(line) not in recurring or (heights and lowest <= line.y <= highest)
            ]
        )
    return cleared


def _place(line: PrintedLine) -> tuple[str, int, int]:
    return _NUMBER.sub("#", line.words), round(line.y), round(line.size)


def _usual(pages: Iterable[Sequence[PrintedLine]]) -> _Print:
    gaps: dict[int, list[float]] = {}
    lengths = sorted(len(line.words) for page in pages for line in page)
    for page in pages:
        for above, line in pairwise(page):
            if above.y > line.y and _same_size(above, line):
                gaps.setdefault(round(line.size), []).append(above.y - line.y)
    return _Print(
        {size: sorted(each)[int(len(each) * _USUAL_GAP)] for size, each in gaps.items()},
        lengths[int(len(lengths) * _FULL_LINE)] if lengths else 0,
    )


def _begins_paragraph(
    above: PrintedLine, line: PrintedLine, usual: _Print, *, on_new_page: bool
) -> bool:
    if not _same_size(above, line):
        return True
    finished = is_finished(above.words, len(above.words))
    if on_new_page or line.y >= above.y:
        goes_on = on_new_page or line.x > above.x  # on the next page, in the next column
        return not goes_on or (finished and not line.words[0].islower())
    wide = above.y - line.y > _WIDE_GAP * usual.gaps.get(round(line.size), above.y - line.y)
    indented = line.x - above.x > _INDENT * line.size
    return wide or (finished and (indented or len(above.words) < _SHORT_LINE * usual.full))


def _same_size(above: PrintedLine, line: PrintedLine) -> bool:
    return abs(above.size - line.size) <= _SAME_SIZE * max(above.size, line.size)


def _known_words(lines: Iterable[str]) -> Counter[str]:
    """How often each word stands in the text, words broken at the end of a line left out."""
    return Counter(
        word for line in lines for word in _WORD.findall(_BROKEN_WORD.sub("", line.rstrip()))
    )


def _joined(lines: Sequence[str], known: Counter[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        broken = _BROKEN_WORD.search(text)
        if broken is None:
            text = f"{text} {line}"
        elif _keeps_hyphen(broken[1], _WORD.match(line), known) and broken[2] != _SOFT_HYPHEN:
            text += line
        else:
            text = text[:-1] + line
    return text


def _keeps_hyphen(left: str, following: re.Match[str] | None, known: Counter[str]) -> bool:
    """Whether the hyphen at a line's end belongs to the word: what the text shows, else rules."""
    right = following[0] if following else ""
    if not right[:1].islower() or left.isupper() or left.isdigit():
        return True
    hyphenated, whole = known[f"{left}-{right}"], known[left + right]
    if hyphenated or whole:
        return hyphenated > whole
    if left.lower() in _KEEP_BEHIND or right.partition("-")[0] in _KEEP_BEFORE:
        return True
    return left[0].isupper() and len(left) > 3 and known[left] > 0  # Karum-friendly
