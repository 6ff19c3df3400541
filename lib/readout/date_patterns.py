"""Which words form a date expression: the patterns, and the phrases that they find in a text.

A phrase is a stretch of text with the kind of its pattern ("month", "ago", ...) and the words that
fill the pattern's named slots. What days a phrase means, and whether it means any ("Theresa May",
"2011 people"), is decided elsewhere.

In the patterns a blank stands for any white space that does not cross an empty line. Case counts
only in the names of months and weekdays.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from readout.date_words import holidays

MONTHS = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SEASONS = "spring summer autumn fall winter".split()
NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        start=1,
    )
} | {"a couple of": 2, "a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
# Phrases of one family can be the two ends of a span.
DAY_KINDS = frozenset({"date", "iso_date", "numeric_date", "weekday", "holiday"})
FAMILIES = (DAY_KINDS, frozenset({"month"}), frozenset({"decade"}))


def _alternatives(words: list[str], short: str) -> str:
    """A pattern for names in title or upper case, and for their short forms."""
    full = "|".join(f"{word.title()}|{word.upper()}" for word in words)
    return rf"(?-i:{full}|(?:{short}|{short.upper()})\b\.?)"


# Parts of patterns

MONTH = _alternatives(MONTHS, "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec")
WEEKDAY = "(?-i:{})".format("|".join(f"{word.title()}|{word.upper()}" for word in WEEKDAYS))
ANY_WEEKDAY = _alternatives(WEEKDAYS, "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun")
YEAR = r"(?:1[6-9]|20)\d\d(?![\d%°]|[.,:]\d)"
YEAR_OF_MONTH = r"(?:1\d|20)\d\d(?![\d%°]|[.,:]\d)"
WHOSE_YEAR = "(?:of )?(?:this|last|next|that|the same|the (?:previous|following)) year"
NEAR_YEAR = "(?:this|last|next) year"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%°]|[.,:]\d)"
DAYS = rf"{DAY}(?:(?:, ?{DAY}){{0,9}},? and {DAY}| ?[-–—] ?{DAY}| (?:to|until|till|through) {DAY})?"
COUNT = r"(?:\d{{1,3}}|{})".format("|".join(sorted(NUMBERS, key=len, reverse=True)))
UNIT = r"(?:day|week|month|year|decade)s?\b"
SEASON = rf"(?:{'|'.join(SEASONS)})\b"
HOUR = r"(?:morning|afternoon|evening|night)\b"
WHICH = "(?:this past|this coming|last|next|this|coming)"
BESIDE = "the (?P<beside>following|next|previous|preceding)"
BOUND = (
    "(?:less than|fewer than|under|more than|over|at least|almost|nearly|about|around|some|roughly"
    "|approximately|just|exactly|barely|only)"
)
EDGE = "(?:the )?(?:end|beginning|start|middle|close) of"
STAGE = rf"(?:(?:the )?(?:very )?(?:early|mid|middle|late)(?: ?- ?| )|{EDGE} )"

# Where several patterns fit at one place, the first one is taken.
PATTERNS = {
    "iso_date": r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])",
    "numeric_date": r"(?P<one>\d\d?)(?P<mark>[/.])(?P<two>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)",
    "year_first": rf"(?P<year>{YEAR}),? (?P<month>{MONTH}) (?P<days>{DAY})"
    rf"(?:,? (?P<weekday>{ANY_WEEKDAY}))?",
    "day_first": rf"(?:(?P<weekday>{ANY_WEEKDAY}),? )?(?:the (?=\d+[a-z]))?(?P<days>{DAYS}) "
    rf"(?:of )?(?P<month>{MONTH})"
    rf"(?:,? (?:of )?(?P<year>{YEAR_OF_MONTH})| (?P<whose_year>{WHOSE_YEAR}))?",
    "month_first": rf"(?:(?P<weekday>{ANY_WEEKDAY}),? )?(?:(?P<which>last|next|this) )?"
    rf"(?P<month>{MONTH}) (?:the )?(?P<days>{DAYS})"
    rf"(?:,? (?P<year>{YEAR_OF_MONTH})| (?P<whose_year>{WHOSE_YEAR}))?",
    "holiday": rf"(?:(?P<which>last|next|this) )?(?P<holiday>HOLIDAYS)(?:,? (?P<year>{YEAR}))?",
    "quarter": r"(?:the )?(?P<number>first|second|third|fourth)(?: |-)quarter\b(?!-)"
    rf"(?:(?: of|,)? (?:(?P<year>{YEAR})|(?P<whose_year>{NEAR_YEAR}|the year)))?",
    "year_quarter": rf"(?:the )?(?:(?P<year>{YEAR})|(?P<whose_year>{NEAR_YEAR})['’]s) "
    r"(?P<number>first|second|third|fourth) quarter",
    "short_quarter": rf"Q(?P<number>[1-4])(?: |-|/)(?P<year>{YEAR})",
    "half": r"(?:the )?(?P<number>first|second) half of "
    rf"(?:(?P<year>{YEAR})|(?P<whose_year>{NEAR_YEAR}|the year))",
    "season": rf"{STAGE}?(?:(?P<which>{WHICH}) (?P<season>{SEASON})"
    rf"|(?:the )?(?P<dated_season>{SEASON})(?:,?| of) "
    rf"(?:(?P<year>{YEAR})(?:[-–/]\d\d\b)?|(?P<whose_year>{WHOSE_YEAR}))"
    rf"|the (?P<bare_season>{SEASON})(?! of\b))",
    "decade": rf"{STAGE}?(?:the )?(?:(?P<century>1[6-9]|20)|['‘’`]|(?<=['‘’`]))"
    r"(?P<decade>\d)0['’]?s\b",
    "month": rf"{STAGE}?(?:(?P<which>{WHICH}|that) |{BESIDE} )?(?P<month>{MONTH})"
    rf"(?:,? (?:of )?(?P<year>{YEAR_OF_MONTH})| (?P<whose_year>{WHOSE_YEAR}))?",
    "year": rf"{STAGE}?(?:fiscal (?:year )?)?(?P<year>{YEAR})"
    rf"(?:[-–—/](?P<last_year>{YEAR}|\d\d\b(?!-)))?",
    "weekday": rf"(?:(?P<which>{WHICH}) |{BESIDE} )?(?P<weekday>{WEEKDAY})(?: {HOUR})?"
    r"(?: (?:of )?(?P<whose_week>this|last|next) week)?",
    "named_day": r"(?P<word>the day before yesterday|the day after tomorrow|yesterday|today"
    rf"|tomorrow|tonight|last night|this (?:morning|afternoon|evening)|overnight)(?: {HOUR})?",
    "neighbour": r"(?:(?:earlier|later|early|late) )?"
    rf"(?:the (?:very )?(?P<which>next) (?P<unit>day|{HOUR})"
    r"|(?:the (?:very )?(?P<step>following|previous|preceding|same)|(?P<that>that)(?: very| same)?)"
    rf" (?P<any_unit>day|week|weekend|month|year|{HOUR})"
    r"|the (?P<one_unit>day|week|month|year) (?P<way>before|after|earlier))\b",
    "rolling": r"(?:the|this) (?P<way>past|last|next|coming)"
    rf" (?:(?P<count>{COUNT}) )?(?P<unit>{UNIT})(?! of\b)",
    "calendar_unit": rf"(?:(?P<part>earlier|later|early|late) )?(?:(?P<which>{WHICH}|the current) "
    r"(?P<unit>week|weekend|month|year|quarter|decade)"
    r"|the(?: (?P<step>past|last|next|coming))? (?P<weekend>weekend))\b",
    "within_unit": r"(?P<part>earlier|later) in the (?P<unit>week|month|year)\b",
    "stage_of_unit": rf"{EDGE} (?P<which>the|this|last|next) (?P<unit>week|month|year|decade)\b"
    r"|(?:the )?(?P<ending_unit>month|year)(?:['’]s |-)end\b",
    "ago": rf"(?:(?P<bound>{BOUND}) )?(?P<count>{COUNT}) (?P<unit>{UNIT}) (?P<way>ago|from now)\b",
    "distance": rf"(?:(?P<bound>{BOUND}) )?(?P<count>{COUNT}) (?P<unit>{UNIT}) "
    r"(?P<way>later|earlier|afterwards?|previously|after|before|prior to)\b",
    "week_around": r"(?:the )?week (?:of|beginning|starting)(?: on)?",
}
# For speed the patterns are tried only where a word stands that a phrase can begin with, and a
# digit or a word that every phrase needs is among the few that follow.
NEEDED_WORDS = frozenset(
    [
        *(name[:length] for name in MONTHS + WEEKDAYS for length in (3, len(name))),
        *"tues thu thur thurs sept q1 q2 q3 q4".split(),
        *SEASONS,
        *"day week month year decade quarter half weekend".split(),
        *"days weeks months years decades".split(),
        *"morning afternoon evening night tonight overnight yesterday today tomorrow".split(),
    ]
)
FIRST_WORDS = NEEDED_WORDS | frozenset(
    [
        *(number.split()[0] for number in NUMBERS),
        *"the this that last next coming fiscal first second third fourth".split(),
        *"early earlier late later mid middle end beginning start close".split(),
        *"less fewer under more over at almost nearly about around some roughly".split(),
        *"approximately just exactly barely only".split(),
    ]
)
FARTHEST_NEEDED = 6  # "less than a couple of weeks": words from the first to the needed one

_RANGE_MARK = re.compile(r"\s?[-–]\s?|—|\s(?:to|until|till|through)\s(?:the\s)?")
_AND = re.compile(r"\sand\s(?:on\s)?")
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Phrase:
    """A stretch of text that has the form of a date expression.

    `kind` names the pattern, `words` are its filled slots in lower case. A phrase that is made of
    two ("3 May to 6 June", "the week of 3 May", "two days after 3 May") has them as `members`.
    """

    kind: str
    start: int
    end: int
    words: Mapping[str, str]
    members: tuple["Phrase", ...] = ()


def find_phrases(text: str) -> list[Phrase]:
    """The phrases of a text that have the form of a date expression, in order, none overlapping.

    >>> [phrase.kind for phrase in find_phrases("from 3 to 5 May, or two days later")]
    ['date', 'distance']
    """
    recogniser = _recogniser()
    phrases: list[Phrase] = []
    end = 0
    for start in _possible_starts(text):
        match = recogniser.match(text, start) if start >= end else None
        if match:
            phrases += _phrases_at(text, match)
            end = match.end()
    return list(_joined(text, phrases))


def _possible_starts(text: str) -> Iterator[int]:
    """Where a phrase can begin, from left to right."""
    first, needed = FIRST_WORDS | _holiday_words(), NEEDED_WORDS | _holiday_words()
    words = [(match.start(), match[0].lower()) for match in _WORD.finditer(text)]
    starts, distance = [], FARTHEST_NEEDED + 1
    for start, word in reversed(words):
        is_number = "0" <= word[0] <= "9"
        distance = 0 if is_number or word in needed else distance + 1
        if distance <= FARTHEST_NEEDED and (is_number or word in first):
            starts.append(start)
    return reversed(starts)


@cache
def _holiday_words() -> frozenset[str]:
    return frozenset(re.split(r"\W", name)[0] for name in holidays())


@cache
def _sources() -> Mapping[str, str]:
    names = "|".join(sorted(holidays(), key=len, reverse=True)).replace("'", "['’]")
    return PATTERNS | {"holiday": PATTERNS["holiday"].replace("HOLIDAYS", names)}


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {kind: _compile(pattern) for kind, pattern in _sources().items()}


@cache
def _recogniser() -> re.Pattern[str]:
    """One pattern for all kinds, in which only the kinds are named groups."""
    kinds = [
        f"(?P<{kind}>" + re.sub(r"\?P<\w+>", "?:", pattern.replace("(?P=mark)", "[/.]")) + ")"
        for kind, pattern in _sources().items()
    ]
    return _compile(rf"(?<![\w$€£#])(?<!\d[.,:/-])(?:{'|'.join(kinds)})(?!\w)")


def _compile(pattern: str) -> re.Pattern[str]:
    blank = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"
    return re.compile(pattern.replace(" ?", blank + "?").replace(" ", blank), re.IGNORECASE)


def _phrases_at(text: str, match: re.Match[str]) -> Iterator[Phrase]:
    """The phrases of one match: one, or one for each run of days ("12, 13 and 15 May")."""
    kind, (start, end) = match.lastgroup or "", match.span()
    slots = _patterns()[kind].fullmatch(text, start, end)
    if slots is None:
        return
    words = {name: _plain(word) for name, word in slots.groupdict().items() if word}
    if "days" not in words:
        yield Phrase(kind, start, end, words)
        return
    numbers = list(_NUMBER.finditer(text, *slots.span("days")))
    runs = _runs(numbers) if " and " in words["days"] else [numbers]
    for run in runs:
        yield Phrase(
            "date",
            start
            if run is runs[0] and (kind == "month_first" or run is runs[-1])
            else run[0].start(),
            end if run is runs[-1] else run[-1].end(),
            words | {"first_day": run[0][0], "last_day": run[-1][0]},
        )


def _runs(numbers: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The numbers in runs of consecutive ones: 12 13 | 15."""
    runs = [[numbers[0]]]
    for number in numbers[1:]:
        if int(number[0]) == int(runs[-1][-1][0]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _joined(text: str, phrases: list[Phrase]) -> Iterator[Phrase]:
    """The phrases, with those made one that only together mean their days."""
    rest = iter([*phrases, None])
    phrase = next(rest)
    while phrase is not None:
        following = next(rest)
        kind = following and _joint_kind(text, phrase, following)
        if following is not None and kind:
            yield Phrase(kind, phrase.start, following.end, phrase.words, (phrase, following))
            following = next(rest)
        elif phrase.kind != "week_around":
            yield phrase
        phrase = following


def _joint_kind(text: str, left: Phrase, right: Phrase) -> str | None:
    """The kind of the phrase that two neighbours form, if they form one."""
    between = text[left.end : right.start]
    if len(between) > len(" through the "):
        return None
    counts = left.kind == "week_around" or left.words.get("way") in ("after", "before")
    if counts and between.isspace() and right.kind in DAY_KINDS:
        return left.kind
    return "range" if _are_ends(text, left, between, right) else None


def _are_ends(text: str, left: Phrase, between: str, right: Phrase) -> bool:
    """Whether two phrases are the two ends of a span: "May 30 - June 2", "Friday and Saturday"."""
    if not any({left.kind, right.kind} <= family for family in FAMILIES):
        return False
    if _RANGE_MARK.fullmatch(between):
        return True
    if not _AND.fullmatch(between):
        return False
    if _BETWEEN.search(text, max(0, left.start - len("between the ")), left.start):
        return True
    return left.kind == right.kind and _are_consecutive(left, right)


def _are_consecutive(left: Phrase, right: Phrase) -> bool:
    """Whether two weekdays or two decades follow each other: "the 1950s and 1960s"."""
    if left.kind == "decade":
        return int(right.words["decade"]) - int(left.words["decade"]) == 1
    if left.kind != "weekday":
        return False
    first, second = (WEEKDAYS.index(phrase.words["weekday"]) for phrase in (left, right))
    return (second - first) % 7 == 1


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("’", "'").replace("‘", "'").split())
