"""Lists of related articles: their titles, and their dates where the list gives them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from readout.full_dates import FullDate, find_full_dates
from readout.furniture import Line, entry_start, word_count

_BULLETS = "•◦▪‣●■*–—- \t\u00a0"
_SHORTEST_TITLE = 3  # words; a shorter entry without a date is a topic
_MARKS_BEFORE_DATE = " \t\u00a0-–—|,(["


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """An entry of a list of related articles; `published` is None where the list has no date."""

    title: str
    published: date | None
    start: int
    end: int


def related_articles(text: str, lines: Sequence[Line]) -> Iterator[RelatedArticle]:
    """The entries that the lines of a list of related articles give, in order.

    An entry is what stands between two bullets or ends in a date; its title is its last line
    besides the date, because a section's name comes before the title.

    >>> from readout.furniture import line_of
    >>> from readout.paragraphs import split_paragraphs
    >>> text = "Talks fail in the city of Karum" + chr(10) + "3 May 2024"
    >>> lines = [line_of(text, paragraph) for paragraph in split_paragraphs(text)]
    >>> [(entry.title, str(entry.published)) for entry in related_articles(text, lines)]
    [('Talks fail in the city of Karum', '2024-05-03')]
    """
    for entry in _entries(lines):
        titles = [line for line in entry if line.kind not in ("date", "published", "updated")]
        days = [line.day for line in entry if line not in titles and line.day]
        article = _article(text, titles[-1], days[0] if days else None) if titles else None
        if article and (article.published or word_count(article.title) >= _SHORTEST_TITLE):
            yield article


def _article(text: str, line: Line, day: FullDate | None) -> RelatedArticle:
    start, end = entry_start(text, line), line.end
    if day is None:
        day = next(
            (found for found in find_full_dates(text, start, end) if end - found.end < 2), None
        )
        end = day.start if day else end
    title = text[start:end]
    start += len(title) - len(title.lstrip(_BULLETS))
    end -= len(title) - len(title.rstrip(_MARKS_BEFORE_DATE if day else " \t\u00a0"))
    return RelatedArticle(text[start:end], day.day if day else None, start, end)


def _entries(lines: Sequence[Line]) -> Iterator[list[Line]]:
    bulleted = any(line.paragraph.bulleted for line in lines)
    dated = any(line.kind in ("date", "published", "updated") for line in lines)
    number, numbers = 0, []
    for line in lines:
        number += bulleted and line.paragraph.bulleted
        numbers.append(number)
        ends = line.kind in ("date", "published", "updated") if dated else True
        number += not bulleted and ends
    for _, group in groupby(zip(numbers, lines, strict=True), key=lambda pair: pair[0]):
        yield [line for _, line in group]
