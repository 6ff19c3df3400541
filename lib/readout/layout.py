"""What is title, caption, body and page furniture, and when the article was published.

A text export of a news page carries more than its article: navigation, notices, bylines, related
articles. Each paragraph is first known by its own words (`furniture`), then by its place: what
stands before the first paragraph of prose is the head, what follows "Related articles" is a list.
A text without any of this is all body.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from readout.datelines import Dateline, find_dateline
from readout.errors import BadPublicationDate
from readout.full_dates import FIRST_YEAR, LAST_YEAR, FullDate
from readout.furniture import Line, has_finite_word, line_of, sign_off_start, word_count
from readout.headline import sentence_starts
from readout.paragraphs import is_finished, split_paragraphs
from readout.related import RelatedArticle, related_articles

_LONGEST_TITLE = 25  # words
_LONGEST_HEADING = 4  # words
_LONGEST_ENTRY = 40  # words in an entry of a list of related articles
_LEAST_PROSE = 3  # finished paragraphs that show how the author ends them
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
    """The parts of an article.

    `blocks` are in order, do not overlap, and cover all that is not blank; those of one paragraph
    share its number. `published_span` is where the text gives the publication date.
    """

    title: str | None
    heading: str | None
    published: date | None
    published_span: tuple[int, int] | None
    blocks: tuple[Block, ...]
    related: tuple[RelatedArticle, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """A text and its lines; the body starts with line number `prose`, behind the dateline."""

    text: str
    lines: Sequence[Line]
    prose: int
    dateline: Dateline | None

    def words(self, index: int) -> str:
        return self.text[self.lines[index].start : self.lines[index].end]

    def length(self, index: int) -> int:
        return word_count(self.words(index))

    def is_finished(self, index: int) -> bool:
        return is_finished(self.text, self.lines[index].end)

    def is_chronology(self) -> bool:
        """Whether dates stand between the paragraphs of the body: they date events."""
        return any(line.kind == "date" for line in self.lines[self.prose :])


def read_layout(
    text: str, *, published: str | date | None = None, declared: date | None = None
) -> Layout:
    """Find the sections of a text, and its publication date.

    `published` (a date, or text in ISO form) is believed more than what the text says. Without it,
    the date is taken from a line "Published on ...", from a date on a line of its own above the
    body, from the dateline or from a line "Updated ..."; a date that is not spelled out in full is
    no date. `declared`, what the file declares beside its text, counts where the text has none:
    a reader can check the text. Raises BadPublicationDate.

    >>> layout = read_layout("Talks fail in Roeland" + chr(10) * 2 + "They failed on 3 May.")
    >>> layout.title, [block.section for block in layout.blocks]
    ('Talks fail in Roeland', ['title', 'body'])
    """
    given = _given_day(published)
    page = _read_page(text)
    listed = _listed(page)
    sections = _without_tail(page, _head(page) + _body(page, listed))
    blocks = tuple(_blocks(page, sections))
    titles = [text[block.start : block.end] for block in blocks if block.section == "title"]
    day = _published(page, sections)
    return Layout(
        title=titles[0] if titles else None,
        heading=page.words(sections.index("heading")) if "heading" in sections else None,
        published=given or (day.day if day else declared),
        published_span=(day.start, day.end) if day and given in (None, day.day) else None,
        blocks=blocks,
        related=tuple(related_articles(text, [page.lines[index] for index in listed])),
    )


def _given_day(published: str | date | None) -> date | None:
    """The publication date that the caller gives, checked."""
    if published is None:
        return None
    try:
        if isinstance(published, str):
            day = date.fromisoformat(published.strip())
        else:
            day = published.date() if isinstance(published, datetime) else published
        known = FIRST_YEAR <= day.year <= LAST_YEAR
    except (AttributeError, ValueError):
        known = False
    if not known:
        raise BadPublicationDate(
            f"published={str(published)[:40]!r} is no day from {FIRST_YEAR} to {LAST_YEAR};"
            " give it as year-month-day, like '2025-02-24'"
        )
    return day


def _read_page(text: str) -> _Page:
    lines = [line_of(text, paragraph) for paragraph in split_paragraphs(text)]
    free: list[int] = []
    for index, line in enumerate(lines):
        if line.kind in ("caption", "line", "prose"):
            dateline = find_dateline(text, line.start, line.end)
            untitled = line.kind == "caption" and not free and is_finished(text, line.end)
            if line.kind == "prose" or untitled or (dateline and dateline.start == line.start):
                return _Page(text, lines, index, dateline)
        if line.kind == "line":
            free.append(index)
    page = _Page(text, lines, len(lines), None)
    if len(free) > 1 and _may_be_title(page, free[0]) and _is_set_off(page, free[0]):
        return replace(page, prose=free[1])
    return replace(page, prose=free[0]) if free else page


# Sections: one for each line; "heading" is the name of the page's section, furniture like the rest


def _head(page: _Page) -> list[str]:
    """The sections of the lines before the body."""
    free = [index for index in range(page.prose) if _is_free(page, index)]
    title = _title(page, free)
    short = [each for each in free if each != title and page.length(each) <= _LONGEST_HEADING]
    heading = short[0] if title is not None and short else None
    sections = []
    for index, line in enumerate(page.lines[: page.prose]):
        if index in (title, heading):
            sections.append("title" if index == title else "heading")
        elif index in free:
            is_text = title is None or page.is_finished(index)
            sections.append("body" if is_text else "caption")
        elif line.kind == "date" and page.is_chronology():
            sections.append("body")
        else:
            sections.append("caption" if line.kind == "caption" else "boilerplate")
    return sections


def _is_free(page: _Page, index: int) -> bool:
    """Whether a line may be title, heading or caption; below a byline stands who the author is."""
    below_byline = index > 0 and page.lines[index - 1].kind == "byline"
    is_affiliation = below_byline and page.length(index) <= _LONGEST_HEADING
    return page.lines[index].kind == "line" and not is_affiliation


def _title(page: _Page, free: Sequence[int]) -> int | None:
    candidates = [index for index in free if _may_be_title(page, index)]
    if len(candidates) > 1:
        first, second = (page.words(index).split() for index in candidates[:2])
        if len(first) < 3 <= len(second) and all(word[0].isupper() for word in first):
            return candidates[1]  # the first is the page's section: "World News"
    return candidates[0] if candidates else None


def _may_be_title(page: _Page, index: int) -> bool:
    words = page.words(index)
    is_sentence = words[0] in "([" or words[-1] in ".,;:" or page.lines[index].paragraph.bulleted
    return not is_sentence and page.length(index) <= _LONGEST_TITLE


def _is_set_off(page: _Page, index: int) -> bool:
    """Whether a blank line, furniture or a longer line follows, as after a title."""
    below = page.lines[index + 1]
    is_longer = below.end - below.start > len(page.words(index))
    return below.paragraph.spaced or below.kind != "line" or is_longer


def _listed(page: _Page) -> list[int]:
    """Indexes of the entries of related articles: below a heading, up to the next long prose."""
    listed: list[int] = []
    below = False
    for index, line in enumerate(page.lines):
        if line.kind == "related heading":
            below = index > page.prose
        elif line.kind == "prose" and page.length(index) > _LONGEST_ENTRY:
            below = False
        entry = line.kind in ("caption", "date", "line", "prose", "published", "stamp", "updated")
        if (entry and below) or line.kind == "related entry":
            listed.append(index)
    return listed


def _body(page: _Page, listed: Sequence[int]) -> list[str]:
    """The sections of the lines from the first prose on."""
    entries = frozenset(listed)
    sections = []
    for index in range(page.prose, len(page.lines)):
        kind = page.lines[index].kind
        if index in entries or kind == "related heading":
            sections.append("related")
        elif kind == "caption" and index > page.prose and not page.is_finished(index):
            sections.append("caption")
        else:
            is_text = kind in ("caption", "date", "line", "prose")
            sections.append("body" if is_text else "boilerplate")
    return sections


def _without_tail(page: _Page, sections: Sequence[str]) -> list[str]:
    """The sections, where adverts and teasers at the end of the body have become boilerplate."""
    cleared = list(sections)
    body = [index for index, section in enumerate(sections) if section == "body"]
    shows_its_ends = sum(page.is_finished(index) for index in body) >= _LEAST_PROSE
    for index in reversed(body):
        if not (shows_its_ends and _is_advert(page, index)) and not _is_teaser(page, index):
            break
        cleared[index] = "boilerplate"
    return cleared


def _is_advert(page: _Page, index: int) -> bool:
    """Whether a line says nothing: neither full stop nor finite verb, nor figures as in tables."""
    words = page.words(index)
    has_figures = any(character in ":0123456789" for character in words)
    return not (page.is_finished(index) or has_finite_word(words) or has_figures)


def _is_teaser(page: _Page, index: int) -> bool:
    """Whether a line leads to another page: ", writes Jane Roe", of whom nothing is said before."""
    line = page.lines[index]
    end = line.end - (page.text[line.end - 1] == ".")
    match = _TEASER.search(page.text, max(line.start, end - 120), end)
    return match is not None and page.text.find(match["name"].split()[-1], 0, line.start) < 0


# Blocks: the sections, and what stands with other words on one line


def _blocks(page: _Page, sections: Sequence[str]) -> Iterator[Block]:
    titled = "title" in sections
    for number, section in enumerate(sections):
        line = page.lines[number]
        pieces = [("boilerplate" if section == "heading" else section, line.end)]
        if section == "body":
            lead = list(_before_lead(page, titled=titled)) if number == page.prose else []
            end = sign_off_start(page.text, lead[-1][1] if lead else line.start, line.end)
            pieces = [*lead, ("body", end), ("boilerplate", line.end)]
        start = line.start
        for piece, end in pieces:
            words = page.text[start:end]
            if words.strip():
                first = start + len(words) - len(words.lstrip())
                yield Block(piece, number, first, first + len(words.strip()))
            start = end


def _before_lead(page: _Page, *, titled: bool) -> Iterator[tuple[str, int]]:
    """What stands before the lead on its line: sections, and the offset at which each ends."""
    line, dateline = page.lines[page.prose], page.dateline
    pieces = ["caption"] if titled else ["title", "caption"]
    if dateline is None:
        ends = sentence_starts(page.text, line.start, line.end)
        yield from zip(pieces, ends, strict=False)
    else:
        if dateline.start > line.start:
            yield pieces[0], dateline.start
        yield "boilerplate", dateline.end


def _published(page: _Page, sections: Sequence[str]) -> FullDate | None:
    """The date that the text gives as that of its publication; None rather than a guess."""
    days: dict[str, FullDate] = {}
    for line, section in zip(page.lines, sections, strict=True):
        if line.day and section != "related":
            days.setdefault(line.kind, line.day)
    of_its_own = None if page.is_chronology() else days.get("date")
    stamped = days.get("stamp") or of_its_own
    filed = page.dateline.day if page.dateline else None
    return days.get("published") or stamped or filed or days.get("updated")
