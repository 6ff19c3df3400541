"""The paragraphs of a text: its lines, where a line that only ran out of room goes on in the next.

Articles come with a blank line between paragraphs, with a line for each paragraph or sentence, or
broken to a fixed width. A line end inside a paragraph is found by what breaking leaves behind: the
next line starts in lower case, the line ends in "the", or all lines are as full as can be.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"[•◦▪‣●■*–—-]\s+|\d{1,2}[.)]\s+")
_FINISHED = re.compile(r"[.!?…:]['\"’”»)\]]{0,3}\Z")
_NEVER_LAST = frozenset(
    "a an and are as at by for from had has have her his in is its of on or than that the their to "
    "was were which who whose will with".split()
)
_SHORTEST_WIDTH, _GREATEST_WIDTH = 40, 120  # of texts broken to a fixed width, in characters
_UNFINISHED_LINES = 0.5  # the least share of lines that break off in the middle of a sentence
_FULL_LINES = 0.8  # the least share of those into which the next word would not have fitted
_SLACK = 0.1  # of the width: typesetters break a little early


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Half-open character offsets without surrounding white space."""

    start: int
    end: int
    spaced: bool  # a blank line, or the start of the text, precedes
    bulleted: bool  # it starts with a list bullet or number


def split_paragraphs(text: str) -> list[Paragraph]:
    """Split a text into its paragraphs, in order; together they hold all that is not blank.

    >>> [(each.start, each.end) for each in split_paragraphs("Title" + chr(10) * 2 + "Text.")]
    [(0, 5), (7, 12)]
    """
    lines = list(_lines(text))
    width = _fixed_width(text, lines)
    paragraphs: list[Paragraph] = []
    for previous, line in zip([None, *lines], lines, strict=False):
        if previous and _goes_on(text, previous, line, width=width):
            first = paragraphs[-1]
            paragraphs[-1] = Paragraph(first.start, line.end, first.spaced, first.bulleted)
        else:
            paragraphs.append(line)
    return paragraphs


def is_finished(text: str, end: int) -> bool:
    """Whether the words before the offset `end` are closed by a full stop, a colon or the like.

    >>> is_finished("He left.", 8), is_finished("Talks fail in Roeland", 21)
    (True, False)
    """
    return _FINISHED.search(text, max(0, end - 4), end) is not None


def _lines(text: str) -> Iterator[Paragraph]:
    end = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            spaced = not end or len(_LINE_END.findall(text, end, start)) > 1
            end = start + len(words)
            yield Paragraph(start, end, spaced, bool(_BULLET.match(text, start, end)))


def _fixed_width(text: str, lines: Sequence[Paragraph]) -> int | None:
    """The width to which a text is broken; None if its line ends are those of its author."""
    ends = [(line, following) for line, following in pairwise(lines) if not following.spaced]
    width = max((line.end - line.start for line, _ in ends), default=0)
    if not _SHORTEST_WIDTH <= width <= _GREATEST_WIDTH:
        return None
    unfinished = [(line, following) for line, following in ends if not is_finished(text, line.end)]
    full = sum(_is_full(text, line, following, width) for line, following in unfinished)
    if full < 2 or full < _UNFINISHED_LINES * len(ends) or full < _FULL_LINES * len(unfinished):
        return None
    return width


def _is_full(text: str, line: Paragraph, following: Paragraph, width: int) -> bool:
    """Whether the first word of the following line would have been too long for this line."""
    word = text.find(" ", following.start, following.end)
    length = (word if word >= 0 else following.end) - following.start
    return line.end - line.start + 1 + length > (1 - _SLACK) * width


def _goes_on(text: str, line: Paragraph, following: Paragraph, *, width: int | None) -> bool:
    if following.spaced or following.bulleted:
        return False
    if not is_finished(text, line.end):
        last = text[max(line.start, line.end - 20) : line.end].rsplit(maxsplit=1)[-1]
        if text[following.start].islower() or last in _NEVER_LAST:
            return True
    return width is not None and _is_full(text, line, following, width)
