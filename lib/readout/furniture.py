"""What a single line of a page shows itself to be, before its place on the page is looked at."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from readout.datelines import clock_end
from readout.full_dates import FullDate, find_full_dates
from readout.page_words import alternatives, furniture_pattern
from readout.paragraphs import Paragraph, is_finished

Kind = Literal[
    "byline",
    "caption",  # it has a mark of captions; prose may have one too
    "date",  # nothing but a date
    "stamp",  # a date with the time of day
    "line",  # no sentence: a title, heading, list entry
    "navigation",
    "notice",
    "prose",
    "published",  # a date with a label
    "related heading",
    "related entry",
    "updated",
]

_LONGEST_FURNITURE = 500  # characters
_LONGEST_LINE = 30  # words without a full stop; longer is prose that lacks one
_LONGEST_BYLINE = 12  # words
_LONGEST_CAPTION = 45  # words
_LONGEST_NOTICE = 60  # words
_LONGEST_NAME = 4  # words beside a date: "Jane Roe", "Middle East"
_LONGEST_REST = 8  # words after a labelled date
_LONGEST_SIGN_OFF = 30  # words of an editing note without brackets
_FARTHEST_SIGN_OFF = 2000  # characters from the end of its paragraph

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|(?:\bcopyright|\(c\))\W{1,3}\d{4}", re.IGNORECASE)
# "A minister waves © AFP/File": a caption that ends in its credit.
_CREDITED_CAPTION = re.compile(
    r"\w[^©]{40,}(?:©\s?[\w/.&’' -]{2,40}|\s[A-Z]{2,10}/\s?[A-Z][\w.’' -]{2,40})"
)
_NUMERIC_DATE = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b")
_CORRESPONDENT = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} in [A-Z][\w-]+(?:,? [A-Z]\w+)?"
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_FINITE_WORDS = frozenset(
    "are be been can could did do does had has have is may might must said say says shall should "
    "was were will would".split()
)
_SMALL_WORDS = frozenset("and at for in of on the to with via".split())


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, what its own words show it to be, and the first full date in furniture."""

    paragraph: Paragraph
    kind: Kind
    day: FullDate | None = None

    @property
    def start(self) -> int:
        """The character offset of its first character.

        >>> Line(Paragraph(5, 11, spaced=True, bulleted=False), "text").start
        5
        """
        return self.paragraph.start

    @property
    def end(self) -> int:
        """The character offset behind its last character.

        >>> Line(Paragraph(5, 11, spaced=True, bulleted=False), "text").end
        11
        """
        return self.paragraph.end


def line_of(text: str, paragraph: Paragraph) -> Line:
    """Say what a paragraph is by its own words.

    >>> line_of("By Jane Roe", Paragraph(0, 11, spaced=True, bulleted=False)).kind
    'byline'
    """
    if paragraph.end - paragraph.start > _LONGEST_FURNITURE:
        return Line(paragraph, "prose")
    words = text[paragraph.start : paragraph.end]
    if _related_heading().fullmatch(words):
        return Line(paragraph, "related heading")
    if _related_entry().match(words):
        return Line(paragraph, "related entry")
    return _date_line(text, paragraph) or Line(paragraph, _kind(words, paragraph))


def entry_start(text: str, line: Line) -> int:
    """The offset at which the title of a related entry starts, behind "Read more:".

    >>> text = "Read more: Talks fail in Roeland"
    >>> line = Line(Paragraph(0, len(text), spaced=True, bulleted=False), "text")
    >>> text[entry_start(text, line) :]
    'Talks fail in Roeland'
    """
    match = _related_entry().match(text, line.start, line.end)
    return match.end() if match else line.start


def sign_off_start(text: str, start: int, end: int) -> int:
    """The offset of the editing note in the paragraph text[start:end], or `end` if there is none.

    >>> sign_off_start("He left. (Editing by Jane Roe) Our new app", 0, 42)
    9
    """
    near = max(start, end - _FARTHEST_SIGN_OFF)
    words = text[near:end]
    for match in _sign_off().finditer(words):
        rest = words[match.start() :]
        if rest[0] in "([•" or (
            word_count(rest) <= _LONGEST_SIGN_OFF and not has_finite_word(rest)
        ):
            return near + match.start()
    return end


def has_finite_word(words: str) -> bool:
    """Whether the words have a form of be, have or do, a modal verb or "said".

    >>> has_finite_word("An app for traders"), has_finite_word("the app will be")
    (False, True)
    """
    return not _FINITE_WORDS.isdisjoint(words.lower().split())


def word_count(words: str) -> int:
    """How many words stand between blanks.

    >>> word_count("Talks fail in Roeland")
    4
    """
    return len(words.split())


def _kind(words: str, paragraph: Paragraph) -> Kind:
    count = word_count(words)
    if not _without_navigation(words) and not words.isdigit():
        return "navigation"
    if count <= _LONGEST_NOTICE and _CREDITED_CAPTION.fullmatch(words):
        return "caption"
    if count <= _LONGEST_NOTICE and _is_notice(words):
        return "notice"
    finished = is_finished(words, len(words))
    if count <= _LONGEST_BYLINE and not finished and _is_byline(words):
        return "byline"
    if count <= _LONGEST_CAPTION and furniture_pattern("caption").search(words):
        return "caption"
    asks = words[-1] in "?!"
    prose = (
        finished and count > 2 and not (asks and count <= _LONGEST_LINE)
    ) or count > _LONGEST_LINE
    return "prose" if prose and not paragraph.bulleted else "line"


def _date_line(text: str, paragraph: Paragraph) -> Line | None:
    """The line, if it says when something was published, and little else."""
    start, end = paragraph.start, paragraph.end
    days = list(find_full_dates(text, start, end))
    first = days[0] if days else None
    for label in ("published", "updated"):
        match = _date_label(label).match(text, start, end)
        if match and first and first.start - match.end() <= 1 + _LONGEST_BYLINE:
            rest = text[clock_end(text, first.end, end) : end]
            if word_count(_without_navigation(rest)) <= _LONGEST_REST:
                return Line(paragraph, label, first)
        if match and not first and _NUMERIC_DATE.match(text, match.end(), end):
            return Line(paragraph, label)
    if first and _is_stamp(text, first, start, end):
        return Line(paragraph, "stamp", first)
    if first and _is_beside_date(text, start, end, days):
        return Line(paragraph, "date", first)
    return None


def _is_stamp(text: str, day: FullDate, start: int, end: int) -> bool:
    """Whether a line starts with a date and a clock time, and says little more."""
    clock = text[day.end : clock_end(text, day.end, end)]
    rest = word_count(text[day.end + len(clock) : end])
    return day.start == start and ":" in clock and rest <= _LONGEST_REST


def _is_beside_date(text: str, start: int, end: int, days: list[FullDate]) -> bool:
    """Whether a line has nothing but a name or a byline beside its dates and times."""
    others = []
    for day in days:
        others.append(text[start : day.start])
        start = clock_end(text, day.end, end)
    words = _without_navigation(" ".join([*others, text[start:end]]))
    names = words.split()
    capitalised = all(name[0].isupper() for name in names)
    return (len(names) <= _LONGEST_NAME and capitalised) or _is_byline(words)


def _without_navigation(words: str) -> str:
    """The words of a line that are neither navigation nor labels of dates."""
    for furniture in ("navigation", "published", "updated"):
        words = furniture_pattern(furniture).sub(" ", words)
    return " ".join(_WORD.findall(words))


def _is_notice(words: str) -> bool:
    return bool(
        furniture_pattern("notice").search(words)
        or _COPYRIGHT.search(words)
        or _ADDRESS.search(words)
    )


def _is_byline(words: str) -> bool:
    match = _byline_label().match(words)
    if not match:
        return _CORRESPONDENT.fullmatch(words) is not None
    names = _WORD.findall(words[match.end() :])
    return bool(names) and all(name[0].isupper() or name in _SMALL_WORDS for name in names)


@cache
def _related_heading() -> re.Pattern[str]:
    phrases = alternatives("related")
    return re.compile(
        rf"\W{{0,3}}{phrases}(?:\s(?:on|from)\s[\w\s]{{1,40}})?\W{{0,3}}", re.IGNORECASE
    )


@cache
def _related_entry() -> re.Pattern[str]:
    phrases = f"(?:{alternatives('related')}|read more)"
    return re.compile(rf"\W{{0,3}}{phrases}\s?:\s+(?=\w)", re.IGNORECASE)


@cache
def _date_label(label: Literal["published", "updated"]) -> re.Pattern[str]:
    phrases = alternatives(label)
    return re.compile(rf"\W{{0,3}}{phrases}(?:\s(?:on|at|by))?\b[\s:,|–-]{{0,4}}", re.IGNORECASE)


@cache
def _byline_label() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,2}}{alternatives('byline')}:?\s+(?=\w)", re.IGNORECASE)


@cache
def _sign_off() -> re.Pattern[str]:
    phrases = alternatives("sign-off")
    return re.compile(rf"(?:[(\[•]\s?|\A|(?<=[.!?)\"”]\s)){phrases}\s", re.IGNORECASE)
