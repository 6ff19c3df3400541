"""What is title, caption, body and what is page furniture, and when the article was published.

A text export of a news page carries more than its article: navigation, notices, bylines, related
articles. Each paragraph is first known by its own words (`furniture`), then by its place: what stands
before the first paragraph of prose is the head, what follows "Related articles" is a list. A text
without any of this is all body.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from readout.datelines import Dateline, find_dateline
from readout.errors import BadPublicationDate
from readout.full_dates import FullDate
from readout.furniture import Line, has_finite_word, line_of, sign_off_start, word_count
from readout.headline import sentence_starts
from readout.paragraphs import is_finished, split_paragraphs
from readout.related import RelatedArticle, related_articles

FIRST_YEAR, LAST_YEAR = 1600, 2199  # from the first newspapers to the next century

_LONGEST_TITLE = 25  # words
_LONGEST_HEADING = 4  # words
_LONGEST_TEASER = 40  # words in an entry of a list of related articles

_TEASER = 40  # words in an entry of a list of related articles

_FINITE_WORDS = frozenset(
    "are be been can could did do does had has have is may might must said say says shall should was "
    "were will would".split()
)
_TEASER = re.compile(
    r",\s(?:argues|asks|examines|explains|reports|says|writes)\s(?:the\s\w{2,20}['’]s\s)?"
    r"(?P<name>[A-Z][\w.'’-]{1,25}(?:\s[A-Z][\w.'’-]{1,25}){1,2})\Z"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one section: half-open character offsets, without surrounding white space."""

    section: str  # 'title' | 'caption' | 'body' | 'boilerplate' | 'related'
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of an article; `blocks` are in order, do not overlap, and hold all that is not blank."""

    title: str | None
    heading: str | None
    published: date | None
    published_span: tuple[int, int] | None
    blocks: tuple[Block, ...]
    related: tuple[RelatedArticle, ...]


def read_layout(text: str, *, published: str | date | None = None) -> Layout:
    """Find the sections of a text, and its publication date.

    `published` (a date, or text in ISO form) is believed more than what the text says. Without it,
    the date is taken from a line "Published on ...", from a date on a line of its own above the
    body, from the dateline or from a line "Updated ..."; a date that is not spelled out in full is
    no date. Raises BadPublicationDate.

    >>> layout = read_layout("Talks fail in Roeland" + chr(10) * 2 + "The talks failed on Monday.")
    >>> layout.title, [block.section for block in layout.blocks]
    ('Talks fail in Roeland', ['title', 'body'])
    """
    given = _given_day(published)
    lines = [line_of(text, paragraph) for paragraph in split_paragraphs(text)]
    prose = _first_prose(text, lines)
    listed = _listed(text, lines, prose)
    dateline = _dateline(text, lines, prose)
    sections = _head(text, lines, prose) + _body(text, lines, prose, listed)
    sections = _without_tail(text, lines, sections)
    blocks = tuple(_blocks(text, lines, sections, prose, dateline))
    day = _published(lines, sections, prose, dateline)
    return Layout(
        title=next(
            (text[each.start : each.end] for each in blocks if each.section == "title"), None
        ),
        heading=_heading(text, lines, sections),
        published=given or (day.day if day else None),
        published_span=(day.start, day.end) if day and given in (None, day.day) else None,
        blocks=blocks,
        related=tuple(related_articles(text, [lines[index] for index in listed])),
    )


def _heading(text: str, lines: Sequence[Line], sections: Sequence[str]) -> str | None:
    if "heading" not in sections:
        return None
    line = lines[sections.index("heading")]
    return text[line.start : line.end]


def _dateline(text: str, lines: Sequence[Line], prose: int) -> Dateline | None:
    return find_dateline(text, lines[prose].start, lines[prose].end) if lines[prose:] else None


def _given_day(published: str | date | None) -> date | None:
    """The publication date that the caller gives, checked."""
    if published is None:
        return None
    try:
        if isinstance(published, str):
            day = date.fromisoformat(published.strip())
        else:
            day = (
                published.date()
                if isinstance(published, datetime)
                else date(*published.timetuple()[:3])
            )
    except (AttributeError, ValueError) as error:
        raise _bad_day(published) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _bad_day(published)
    return day


def _bad_day(published: object) -> BadPublicationDate:
    return BadPublicationDate(
        f"published={str(published)[:40]!r} is no day from {FIRST_YEAR} to {LAST_YEAR};"
        " give it as year-month-day, like '2025-02-24'"
    )


def _first_prose(text: str, lines: Sequence[Line]) -> int:
    """The index of the line with which the body starts; len(lines) if there is nothing but furniture."""
    for index, line in enumerate(lines):
        if line.kind == "prose":
            return index
        if line.kind in ("line", "caption"):
            dateline = find_dateline(text, line.start, line.end)
            if dateline and dateline.start == line.start:
                return index
    free = [index for index, line in enumerate(lines) if line.kind == "line"]
    if len(free) > 1 and _may_be_title(text, lines, free[0]):
        return free[1]
    return free[0] if free else len(lines)


def _head(text: str, lines: Sequence[Line], prose: int) -> list[str]:
    """The sections of the lines before the body; "heading" is the name of the page's section."""
    free = [index for index in range(prose) if _is_free(text, lines, index)]
    title = _title(text, lines, free)
    short = [
        index for index in free if index != title and _words(text, lines[index]) <= _LONGEST_HEADING
    ]
    heading = short[0] if title is not None and short else None
    dated = _is_chronology(lines, prose)
    sections = []
    for index, line in enumerate(lines[:prose]):
        if index in (title, heading):
            sections.append("title" if index == title else "heading")
        elif line.kind == "caption":
            sections.append("caption")
        elif index in free:
            is_text = title is None or is_finished(text, line.end)
            sections.append("body" if is_text else "caption")
        else:
            sections.append("body" if dated and line.kind == "date" else "boilerplate")
    return sections


def _is_free(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a line may be title, heading or caption; below a byline stands who the author is."""
    line = lines[index]
    below_byline = index > 0 and lines[index - 1].kind == "byline"
    return line.kind == "line" and not (below_byline and _words(text, line) <= _LONGEST_HEADING)


def _is_chronology(lines: Sequence[Line], prose: int) -> bool:
    """Whether dates stand between the paragraphs of the body; those above it then date events too."""
    return any(line.kind == "date" for line in lines[prose:])


def _title(text: str, lines: Sequence[Line], free: Sequence[int]) -> int | None:
    candidates = [index for index in free if _may_be_title(text, lines, index)]
    if len(candidates) > 1:
        first, second = (
            text[lines[index].start : lines[index].end].split() for index in candidates[:2]
        )
        if len(first) < 3 <= len(second) and all(word[0].isupper() for word in first):
            return candidates[1]  # the first is the page's section: "World News"
    return candidates[0] if candidates else None


def _may_be_title(text: str, lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if index + 1 == len(lines) or line.paragraph.bulleted:
        return False
    if text[line.start] in "([" or text[line.end - 1] in ".,;:":
        return False
    below = lines[index + 1]
    is_apart = below.paragraph.spaced or below.kind not in ("line", "prose")
    is_shorter = line.end - line.start < below.end - below.start
    return _words(text, line) <= _LONGEST_TITLE and (is_apart or is_shorter)


def _listed(text: str, lines: Sequence[Line], prose: int) -> list[int]:
    """Indexes of the entries of related articles: below a heading, up to the next long prose."""
    listed: list[int] = []
    below = False
    for index, line in enumerate(lines):
        if line.kind == "related heading":
            below = index > prose
        elif line.kind == "prose" and _words(text, line) > _LONGEST_TEASER:
            below = False
        entry = below and line.kind in ("caption", "date", "line", "prose", "published", "updated")
        if entry or line.kind == "related entry":
            listed.append(index)
    return listed


def _body(text: str, lines: Sequence[Line], prose: int, listed: Sequence[int]) -> list[str]:
    """The sections of the lines from the first prose on."""
    entries = frozenset(listed)
    sections = []
    for index, line in enumerate(lines[prose:], prose):
        if index in entries or line.kind == "related heading":
            sections.append("related")
        elif line.kind == "caption" and index > prose and not is_finished(text, line.end):
            sections.append("caption")
        elif line.kind in ("caption", "date", "line", "prose"):
            sections.append("body")
        else:
            sections.append("boilerplate")
    return sections


def _without_tail(text: str, lines: Sequence[Line], sections: Sequence[str]) -> list[str]:
    """The sections, where adverts and teasers at the end of the body have become boilerplate."""
    cleared = list(sections)
    body = [index for index, section in enumerate(sections) if section == "body"]
    finished = sum(is_finished(text, lines[index].end) for index in body)
    for index in reversed(body):
        advert = finished > 2 and _is_advert(text, lines[index])
        if not advert and not _is_teaser(text, lines[index]):
            break
        cleared[index] = "boilerplate"
    return cleared


def _is_advert(text: str, line: Line) -> bool:
    """Whether a line says nothing: no full stop, no finite verb as in a cut-off sentence, no figures."""
    words = text[line.start : line.end]
    is_figure = any(character in ":0123456789" for character in words)
    return not (is_finished(text, line.end) or has_finite_word(words) or is_figure)


def _is_teaser(text: str, line: Line) -> bool:
    """Whether a line leads to another page: ", writes Jane Roe", of whom the article knows nothing."""
    end = line.end - (text[line.end - 1] == ".")
    match = _TEASER.search(text, max(line.start, end - 120), end)
    return match is not None and text.find(match["name"].split()[-1], 0, line.start) < 0


def _blocks(
    text: str, lines: Sequence[Line], sections: Sequence[str], prose: int, dateline: Dateline | None
) -> Iterator[Block]:
    for number, (line, section) in enumerate(zip(lines, sections, strict=True)):
        start = line.start
        if number == prose and section == "body":
            titled = "title" in sections
            for piece, until in _before_lead(text, line, dateline, titled=titled):
                yield from _block(text, piece, number, start, until)
                start = until
        end = sign_off_start(text, start, line.end) if section == "body" else line.end
        yield from _block(
            text, "boilerplate" if section == "heading" else section, number, start, end
        )
        yield from _block(text, "boilerplate", number, end, line.end)


def _before_lead(
    text: str, line: Line, dateline: Dateline | None, *, titled: bool
) -> Iterator[tuple[str, int]]:
    """Sections, and the offset at which each ends, of what stands on the lead's line before it."""
    if dateline:
        ends = [dateline.start] if dateline.start > line.start else []
    else:
        ends = sentence_starts(text, line.start, line.end)
    pieces = ["caption"] if titled else ["title", "caption"]
    yield from zip(pieces, ends, strict=False)
    if dateline:
        yield "boilerplate", dateline.end


def _block(text: str, section: str, paragraph: int, start: int, end: int) -> Iterator[Block]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        yield Block(section, paragraph, start, end)


def _published(
    lines: Sequence[Line], sections: Sequence[str], prose: int, dateline: Dateline | None
) -> FullDate | None:
    """The date that the text gives as that of its publication; None rather than a guess."""
    days: dict[str, FullDate] = {}
    for line, section in zip(lines, sections, strict=True):
        if line.day and section != "related":
            days.setdefault(line.kind, line.day)
    of_its_own = None if _is_chronology(lines, prose) else days.get("date")
    filed = dateline.day if dateline else None
    return days.get("published") or of_its_own or filed or days.get("updated")


def _words(text: str, line: Line) -> int:
    return word_count(text[line.start : line.end])
