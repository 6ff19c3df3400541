"""Date expressions: where a text names a day, month, year or span, and which days those are.

`date_patterns` finds the words, `date_lookalikes` puts aside what only looks like a date,
`date_meanings` says which days the rest mean. This module walks through a document in order and
remembers the days named so far, because "two days later" counts from the last of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Doc, Span

from readout.calendar_spans import Days, one_day
from readout.date_lookalikes import is_lookalike
from readout.date_meanings import days_of, is_explicit
from readout.date_patterns import Phrase, find_phrases
from readout.date_setting import Setting, anchors_at, month_and_day
from readout.tense import dates_the_news, tense_of

COUNTED_FROM_EVENT = frozenset({"after", "before", "prior to"})
BEHIND = timedelta(days=14)  # how long before its publication a report's day may be
LONGEST_EVENT = 60  # characters between "three days after" and the date of the event
ENDS_EVENT = re.compile(r"[,;:.!?()\"”]\s")
MODIFIERS = frozenset({"compound", "nmod", "nummod", "amod", "poss"})


@dataclass(frozen=True)
class DateExpression:
    """Words that name a day, month, year or span, with its first and last day.

    `text` is what stands from `start` to `end` in the document, without a leading preposition.
    `precision` is how exactly the words name the days: "day", "span", "week", "month" or "year".
    `basis` is "explicit" if the words name a day, month or year of the calendar themselves, and
    "relative" if they count from the day of publication or from another date in the text. `via` is
    the pattern of the words: "weekday", "ago", "range".
    """

    start: int
    end: int
    text: str
    first_day: date
    last_day: date
    precision: str
    basis: str
    via: str


@dataclass(frozen=True)
class _Reading:
    """A text in the course of being read: its phrases, and what it has named so far."""

    text: str
    phrases: list[tuple[Phrase, Span]]
    published: date | None
    anchors: dict[str, Days]  # unit -> the days named last to count it from
    years: dict[tuple[int, int], int]  # (month, day) -> year

    def setting(self, phrase: Phrase, words: Span) -> Setting:
        return Setting(
            surface=self.text[phrase.start : phrase.end],
            start=phrase.start,
            published=self.published,
            tense=tense_of(words),
            attributive=words.root.dep_ in MODIFIERS,
            anchors=self.anchors,
            years=self.years,
        )

    def remember(self, phrase: Phrase, days: Days) -> None:
        # Nothing counts its days from "earlier this week".
        if "part" not in phrase.words or days.length == 1:
            self.anchors.update(anchors_at(days))
        named = month_and_day(phrase)
        if named:
            self.years[named] = days.first.year


def find_dates(doc: Doc, *, published: date | None) -> list[DateExpression]:
    """Find the date expressions of a parsed document and the days that they mean.

    Returns them in the order of the text; none overlap. `published` is the day on which the text
    came out. Durations, frequencies, ages, clock times and vague expressions ("recently") are left
    out, and so is what means no certain day ("two days later" where no day was named before).

    Raises PublicationDateMissing if `published` is None and an expression depends on it.

    >>> import spacy
    >>> doc = spacy.blank("en")("The truce of 3 May broke two days later.")
    >>> for found in find_dates(doc, published=date(2025, 6, 1)):
    ...     print(found.text, "|", found.first_day, found.precision, found.basis)
    3 May | 2025-05-03 day explicit
    two days later | 2025-05-05 day relative
    """
    text = doc.text
    reading = _Reading(text, list(_date_phrases(doc, text)), published, anchors={}, years={})
    found: list[DateExpression] = []
    for number, (phrase, words) in enumerate(reading.phrases):
        setting = reading.setting(phrase, words)
        days = _day_of_news(reading, number, found)
        if days is None:
            if _counts_from_event(phrase, words):
                setting = replace(setting, anchors=_anchors_at_event(reading, number))
            days = days_of(phrase, setting)
        if days is not None:
            reading.remember(phrase, days)
            found.append(_expression(text, phrase, days))
    return found


def _date_phrases(doc: Doc, text: str) -> Iterator[tuple[Phrase, Span]]:
    for phrase in find_phrases(text):
        words = doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
        if words is not None and not is_lookalike(phrase, words):
            yield phrase, words


def _expression(text: str, phrase: Phrase, days: Days) -> DateExpression:
    return DateExpression(
        start=phrase.start,
        end=phrase.end,
        text=text[phrase.start : phrase.end],
        first_day=days.first,
        last_day=days.last,
        precision=days.precision,
        basis="explicit" if is_explicit(phrase) else "relative",
        via=phrase.kind.replace("_", " "),
    )


def _counts_from_event(phrase: Phrase, words: Span) -> bool:
    """Whether it is "three days after the vote", and not "three days after" alone."""
    if phrase.words.get("way") not in COUNTED_FROM_EVENT or phrase.kind == "range":
        return False
    is_followed = words.end < len(words.doc) and not words.doc[words.end].is_punct
    return is_followed or bool(phrase.members)


def _day_of_news(reading: _Reading, number: int, found: Sequence[DateExpression]) -> Days | None:
    """The day of the report, if its news is what "comes a day after" something that has no date.

    It is the first recent day that the text names, else that of publication.
    """
    phrase, words = reading.phrases[number]
    published = reading.published
    if published is None or phrase.members or not _counts_from_event(phrase, words):
        return None
    if not dates_the_news(words) or _date_of_event(reading, number) is not None:
        return None
    recent = (each.first_day for each in found if each.precision == "day")
    return one_day(next((d for d in recent if published - BEHIND <= d <= published), published))


def _date_of_event(reading: _Reading, number: int) -> tuple[Phrase, Span] | None:
    """The date in the event that a phrase counts from: "two days after the vote on Friday"."""
    if number + 1 == len(reading.phrases):
        return None
    event = reading.phrases[number + 1]
    between = reading.text[reading.phrases[number][0].end : event[0].start]
    inside = len(between) <= LONGEST_EVENT and not ENDS_EVENT.search(between)
    return event if inside else None


def _anchors_at_event(reading: _Reading, number: int) -> Mapping[str, Days]:
    """The days of the event that a phrase counts from, so far as the text gives them.

    They are the date inside the event ("two days after Friday's vote"), else the days named last. A
    sentence with another date says by that when it happens ("On Friday, two days after the vote,
    ..."), so there the event's day stays unknown.
    """
    phrase, words = reading.phrases[number]
    if phrase.members:
        return _anchors_at_phrase(reading, phrase.members[1], words)
    sentence = words.sent
    dated = _date_of_event(reading, number)
    if dated is not None:
        return _anchors_at_phrase(reading, *dated)
    if number + 1 < len(reading.phrases) and reading.phrases[number + 1][1].start < sentence.end:
        return {}
    if number and reading.phrases[number - 1][1].start >= sentence.start:
        return {}
    return reading.anchors


def _anchors_at_phrase(reading: _Reading, phrase: Phrase, words: Span) -> Mapping[str, Days]:
    days = days_of(phrase, reading.setting(phrase, words))
    return {} if days is None else anchors_at(days)
