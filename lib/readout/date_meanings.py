"""What days a date phrase means, by its words and its setting.

Explicit phrases mean days of the calendar. Where a text leaves the week open ("Tuesday"), the tense
of the clause decides; where it leaves the year open, `date_yearly` does. "Two days later" counts
from the day named last. Vague bounds are never guessed: "late November" means November. What is
ambiguous ("03/04/2011") or no day of the calendar means nothing: None.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from readout import calendar_spans as spans
from readout import date_yearly as yearly
from readout.calendar_spans import Days
from readout.date_patterns import NUMBERS, Phrase
from readout.date_setting import LONGEST_ANCHOR, Setting
from readout.date_yearly import STEPS, lies_before, weekday_number
from readout.tense import Tense

NAMED_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
AHEAD = frozenset({"future", "present"})
FORWARD = frozenset({"later", "after", "afterward", "afterwards", "from now"})
LESS = frozenset({"less than", "fewer than", "under"})
MORE = frozenset({"more than", "over", "at least"})
SUNDAY = 6
YEARS_AHEAD = 2  # how soon a decade must begin to be named before it does: "the '90s" in 1989
NAMES_DAY_OR_MONTH = frozenset({"date", "holiday", "month", "decade"})
SAYS_RELATIVELY = frozenset({"which", "whose_year", "beside"})
SAYS_YEAR = frozenset({"year", "which", "whose_year", "whose_week"})


def days_of(phrase: Phrase, setting: Setting) -> Days | None:
    """The days that a phrase means in its setting, or None if it means none.

    Raises PublicationDateMissing if they depend on an unknown day of publication.

    >>> from readout.date_patterns import find_phrases
    >>> setting = Setting("3 May", 0, date(2024, 6, 1), "past", False, {}, {})
    >>> str(days_of(find_phrases("3 May")[0], setting).first)
    '2024-05-03'
    """
    try:
        return _MEANINGS[phrase.kind](phrase, setting)
    except (ValueError, OverflowError):  # no such day, or beyond what datetime.date can hold
        return None


def is_explicit(phrase: Phrase) -> bool:
    """Whether the words themselves name a day, month or year of the calendar.

    >>> from readout.date_patterns import find_phrases
    >>> [is_explicit(find_phrases(words)[0]) for words in ("3 May", "May 2011", "yesterday")]
    [True, True, False]
    """
    if phrase.kind in ("range", "week_around"):
        return all(is_explicit(member) for member in phrase.members)
    if "year" in phrase.words:
        return True
    return phrase.kind in NAMES_DAY_OR_MONTH and not phrase.words.keys() & SAYS_RELATIVELY


def _iso_date(phrase: Phrase, _: Setting) -> Days | None:
    year, month, day = (int(phrase.words[name]) for name in ("year", "month", "day"))
    return spans.one_day(date(year, month, day))


def _numeric_date(phrase: Phrase, _: Setting) -> Days | None:
    """With dots the day comes first; with slashes only a number above 12 shows which is the day."""
    day, month = int(phrase.words["one"]), int(phrase.words["two"])
    if phrase.words["mark"] == "/":
        if max(day, month) <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
    return spans.one_day(date(int(phrase.words["year"]), month, day))


def _decade(phrase: Phrase, setting: Setting) -> Days | None:
    decade = 10 * int(phrase.words["decade"])
    if "century" in phrase.words:
        return spans.decade_of(100 * int(phrase.words["century"]) + decade)
    latest = setting.published.year + YEARS_AHEAD if setting.published else 1999
    return spans.decade_of(latest - (latest - decade) % 100)


def _year(phrase: Phrase, _: Setting) -> Days | None:
    """Of "2011", "2011-2014", "2011-12"."""
    first = int(phrase.words["year"])
    digits = phrase.words.get("last_year", "0")
    last = int(digits) if len(digits) == 4 else first - first % 100 + int(digits)
    return spans.years(first, last) if last > first else spans.year_of(first)


def _weekday(phrase: Phrase, setting: Setting) -> Days | None:
    weekday, today = weekday_number(phrase.words["weekday"]), setting.today
    anchor = setting.anchors.get("week") if "beside" in phrase.words else None
    if anchor is not None and lies_before(phrase):
        return spans.one_day(spans.weekday_until(anchor.first - timedelta(1), weekday))
    if anchor is not None:
        return spans.one_day(spans.weekday_from(anchor.last + timedelta(1), weekday))
    which, week = phrase.words.get("which"), phrase.words.get("whose_week")
    if week or which == "this":
        monday = spans.week_of(spans.shift(today, STEPS[week or "this"], "week")).first
        return spans.one_day(monday + timedelta(weekday))
    latest = spans.weekday_until(today - timedelta(bool(which)), weekday)
    coming = spans.weekday_from(today + timedelta(bool(which)), weekday)
    if which:
        return spans.one_day(latest if STEPS[which] < 0 else coming)
    if setting.tense == "open":
        return spans.one_day(min(latest, coming, key=lambda day: abs(day - today)))
    return spans.one_day(coming if setting.tense in AHEAD else latest)


def _named_day(phrase: Phrase, setting: Setting) -> Days | None:
    today, word = setting.today, phrase.words["word"]
    if word == "overnight":
        return spans.span(today - timedelta(1), today)
    return spans.one_day(today + timedelta(NAMED_DAYS.get(word, 0)))


def _rolling(phrase: Phrase, setting: Setting) -> Days | None:
    """Of "the past decade", "the next three days": so many units that end or begin with today.

    In the past tense "the next year" is the one after the year named last; "the next three days"
    are a duration.
    """
    unit = phrase.words["unit"].removesuffix("s")
    count = _count(phrase) if "count" in phrase.words else 1
    if phrase.words["way"] in ("past", "last"):
        return spans.span(spans.shift(setting.today, -count, unit), setting.today)
    if setting.tense == "past":
        return None if "count" in phrase.words else _beside_anchor(setting, unit, 1)
    return spans.span(setting.today, spans.shift(setting.today, count, unit))


def _calendar_unit(phrase: Phrase, setting: Setting) -> Days | None:
    if "weekend" in (phrase.words.get("unit"), phrase.words.get("weekend")):
        return _weekend(phrase, setting)
    step, unit = STEPS[phrase.words["which"]], phrase.words["unit"]
    if unit == "week" and step < 0 and setting.today.weekday() == SUNDAY:
        # On a Sunday the week that is all but over is the last one: from Sunday to yesterday.
        return Days(setting.today - timedelta(7), setting.today - timedelta(1), "week")
    days = spans.around(spans.shift(setting.today, step, unit), unit)
    return _part(phrase, setting, days) if step == 0 else days


def _part(phrase: Phrase, setting: Setting, days: Days) -> Days:
    """What is over ("earlier") or left ("later") of the running week, month or year."""
    match phrase.words.get("part"):
        case "earlier":
            return spans.span(days.first, setting.today)
        case "later":
            return spans.span(setting.today, days.last)
    return days


def _weekend(phrase: Phrase, setting: Setting) -> Days | None:
    today = setting.today
    past, this, following = (spans.weekend_of(today + timedelta(7 * step)) for step in (-1, 0, 1))
    word = phrase.words.get("which") or phrase.words.get("step", "the")
    if word in ("last", "next"):
        return past if word == "last" else following
    ahead = word in ("coming", "this coming")
    if word in ("the", "this"):
        ahead = setting.tense in AHEAD or (word == "this" and setting.tense != "past")
    return this if ahead or this.first <= today else past


def _within_unit(phrase: Phrase, setting: Setting) -> Days | None:
    return _part(phrase, setting, spans.around(setting.today, phrase.words["unit"]))


def _stage_of_unit(phrase: Phrase, setting: Setting) -> Days | None:
    """Of "the end of next week", "the beginning of the year", "the year's end"."""
    step = STEPS.get(phrase.words.get("which", "the"), 0)
    unit = phrase.words.get("ending_unit") or phrase.words["unit"]
    return spans.around(spans.shift(setting.today, step, unit), unit)


def _neighbour(phrase: Phrase, setting: Setting) -> Days | None:
    """Of "the next day", "the same week", "the year before": beside or round the day named last."""
    words = phrase.words
    unit = next(words[slot] for slot in ("unit", "any_unit", "one_unit") if slot in words)
    if unit not in LONGEST_ANCHOR:
        unit = "day"  # morning, evening, ...
    word = words.get("which") or words.get("step") or words.get("way", "same")
    step = {"next": 1, "following": 1, "after": 1, "same": 0}.get(word, -1)
    return _beside_anchor(setting, unit, step)


def _beside_anchor(setting: Setting, unit: str, step: int) -> Days | None:
    anchor = setting.anchors.get(unit)
    if anchor is None or (step == 0 and unit == "day" and anchor.length > 1):
        return None
    return spans.around(spans.shift(anchor.last if step > 0 else anchor.first, step, unit), unit)


def _ago(phrase: Phrase, setting: Setting) -> Days | None:
    return _at_distance(phrase, setting.today, 1 if phrase.words["way"] in FORWARD else -1)


def _distance(phrase: Phrase, setting: Setting) -> Days | None:
    """Of "two days later", "a week before": counted from the day named last."""
    anchor = setting.anchors.get(phrase.words["unit"].removesuffix("s"))
    if anchor is None:
        return None
    if phrase.words["way"] in FORWARD:
        return _at_distance(phrase, anchor.last, 1)
    return _at_distance(phrase, anchor.first, -1)


def _at_distance(phrase: Phrase, day: date, step: int) -> Days:
    """The calendar unit that lies so far off; for "less than" and "more than" the days between."""
    count, unit = _count(phrase), phrase.words["unit"].removesuffix("s")
    there, bound = spans.shift(day, step * count, unit), phrase.words.get("bound")
    if bound in LESS:
        return spans.span(*sorted((there, day)))
    if bound in MORE:
        return spans.span(*sorted((there, spans.shift(day, step * (count + 1), unit))))
    return spans.around(there, "year" if unit == "decade" else unit)


def _count(phrase: Phrase) -> int:
    word = phrase.words["count"]
    return int(word) if word.isdigit() else NUMBERS[word]


def _week_around(phrase: Phrase, setting: Setting) -> Days | None:
    days = days_of(phrase.members[1], setting)
    return None if days is None else spans.week_of(days.first)


def _range(phrase: Phrase, setting: Setting) -> Days | None:
    """From the one end to the other: the end that says its year or week tells that of the other."""
    left, right = phrase.members
    if left.words.keys() & SAYS_YEAR and not right.words.keys() & SAYS_YEAR:
        first = days_of(left, setting)
        last = first and days_of(right, _next_to(setting, first.last, "future"))
    else:
        last = days_of(right, setting)
        first = last and days_of(left, _next_to(setting, last.first, "past"))
    if first is None or last is None or last.last < first.first:
        return None
    return spans.span(first.first, last.last)


def _next_to(setting: Setting, day: date, tense: Tense) -> Setting:
    """The setting of a phrase that means the latest ("past") or next ("future") days from a day."""
    return replace(setting, published=day, tense=tense, attributive=False, years={})


_MEANINGS: Mapping[str, Callable[[Phrase, Setting], Days | None]] = {
    "iso_date": _iso_date,
    "numeric_date": _numeric_date,
    "date": yearly.day_of_year,
    "holiday": yearly.holiday,
    "quarter": yearly.quarter_of_year,
    "year_quarter": yearly.quarter_of_year,
    "short_quarter": yearly.quarter_of_year,
    "half": yearly.half_of_year,
    "season": yearly.season_of_year,
    "month": yearly.month_of_year,
    "decade": _decade,
    "year": _year,
    "weekday": _weekday,
    "named_day": _named_day,
    "neighbour": _neighbour,
    "rolling": _rolling,
    "calendar_unit": _calendar_unit,
    "within_unit": _within_unit,
    "stage_of_unit": _stage_of_unit,
    "ago": _ago,
    "distance": _distance,
    "week_around": _week_around,
    "range": _range,
}
