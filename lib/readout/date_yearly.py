"""Dates that come round every year: which year is meant.

"3 May", "in March", "the third quarter", "Christmas": where the words name no year ("in March last
year"), the year is that of the latest or the next such days, as the tense of the clause says. Where
no verb tells, nearness does, because news spells out the years of days that are far off.
"""

from collections.abc import Callable
from datetime import date

from readout import calendar_spans as spans
from readout.calendar_spans import Days
from readout.date_patterns import WEEKDAYS, Phrase
from readout.date_setting import Setting, month_number
from readout.date_words import holidays

STEPS = {
    "last": -1,
    "this past": -1,
    "this": 0,
    "the current": 0,
    "this coming": 1,
    "coming": 1,
    "next": 1,
}
YEAR_WORDS = frozenset({"year", "whose_year", "which"})
# In days: how far ahead a date lies that is meant where no verb tells; and how near a date is that
# is meant even against the verb, because a date eleven months off would have its year with it.
NEAR, VERY_NEAR = 91, 31
YEARS_ROUND = 8  # 29 February may be missing for seven years in a row


def weekday_number(name: str) -> int:
    """The number of a weekday by its name or the first three letters of it; Monday is 0.

    >>> weekday_number("monday"), weekday_number("sun")
    (0, 6)
    """
    return [each[:3] for each in WEEKDAYS].index(name[:3])


def day_of_year(phrase: Phrase, setting: Setting) -> Days | None:
    """The days of "3 May", "17-19 February 2025", "Tuesday, 3 May", "3 May last year".

    >>> from readout.date_patterns import find_phrases
    >>> setting = Setting("3 May", 0, date(2024, 6, 1), "past", False, {}, {})
    >>> str(day_of_year(find_phrases("3 May last year")[0], setting).first)
    '2023-05-03'
    """
    month = month_number(phrase)
    first, last = int(phrase.words["first_day"]), int(phrase.words["last_day"])

    def in_year(year: int) -> Days | None:
        begin, end = spans.valid_day(year, month, first), spans.valid_day(year, month, last)
        if begin is None or end is None or end < begin:
            return None
        return spans.one_day(begin) if begin == end else spans.span(begin, end)

    if not phrase.words.keys() & YEAR_WORDS:
        if (month, first) in setting.years:
            return in_year(setting.years[month, first])
        if "weekday" in phrase.words:
            fitting = _nearest_on_weekday(phrase.words["weekday"], setting.today, in_year)
            if fitting:
                return fitting
    return _in_chosen_year(phrase, setting, in_year)


def _nearest_on_weekday(
    weekday: str, today: date, in_year: Callable[[int], Days | None]
) -> Days | None:
    near = [in_year(year) for year in range(today.year - 1, today.year + 2)]
    fitting = [days for days in near if days and days.first.weekday() == weekday_number(weekday)]
    return min(fitting, key=lambda days: abs(days.first - today), default=None)


def holiday(phrase: Phrase, setting: Setting) -> Days | None:
    """The days of "New Year's Day", "last Christmas".

    >>> from readout.date_patterns import find_phrases
    >>> setting = Setting("Christmas", 0, date(2024, 6, 1), "past", False, {}, {})
    >>> str(holiday(find_phrases("last Christmas")[0], setting).first)
    '2023-12-25'
    """
    rule = holidays()[phrase.words["holiday"]]
    month = int(rule.month)

    def in_year(year: int) -> Days:
        if rule.day:
            return spans.one_day(date(year, month, int(rule.day)))
        weekday, number = weekday_number(rule.weekday or "monday"), int(rule.number or 1)
        return spans.one_day(spans.weekday_in_month(year, month, weekday, number))

    return _in_chosen_year(phrase, setting, in_year)


def lies_before(phrase: Phrase) -> bool:
    """Whether "the previous March" comes before the days named last, and not after them.

    >>> from readout.date_patterns import find_phrases
    >>> [lies_before(find_phrases(words)[0]) for words in ("the previous March", "last March")]
    [True, False]
    """
    return phrase.words.get("beside") in ("previous", "preceding")


def month_of_year(phrase: Phrase, setting: Setting) -> Days | None:
    """The days of "March", "last March", "March 2011", "October this year".

    >>> from readout.date_patterns import find_phrases
    >>> setting = Setting("March", 0, date(2024, 6, 1), "past", False, {}, {})
    >>> str(month_of_year(find_phrases("last March")[0], setting).last)
    '2024-03-31'
    """
    month = month_number(phrase)
    anchor = setting.anchors.get("month") if "beside" in phrase.words else None
    if anchor is not None:
        years = range(anchor.first.year - 1, anchor.last.year + 2)
        months = [spans.month_of(year, month) for year in years]
        if lies_before(phrase):
            return max(each for each in months if each.last < anchor.first)
        return min(each for each in months if each.first > anchor.last)
    says_nothing = setting.tense == "none" or setting.attributive
    if says_nothing and not phrase.words.keys() & YEAR_WORDS and (month, 0) in setting.years:
        return spans.month_of(setting.years[month, 0], month)
    return _in_chosen_year(phrase, setting, lambda year: spans.month_of(year, month))


def quarter_of_year(phrase: Phrase, setting: Setting) -> Days | None:
    """The days of "the third quarter", "Q3 2011".

    >>> from readout.date_patterns import find_phrases
    >>> setting = Setting("Q3 2011", 0, date(2024, 6, 1), "past", False, {}, {})
    >>> str(quarter_of_year(find_phrases("Q3 2011")[0], setting).first)
    '2011-07-01'
    """
    number = phrase.words["number"]
    ordinals = ["first", "second", "third", "fourth"]
    quarter = int(number) if number.isdigit() else ordinals.index(number) + 1
    return _in_chosen_year(phrase, setting, lambda year: spans.quarter_of(year, quarter))


def half_of_year(phrase: Phrase, setting: Setting) -> Days | None:
    """The days of "the second half of 2011", "the first half of next year".

    >>> from readout.date_patterns import find_phrases
    >>> setting = Setting("", 0, date(2024, 6, 1), "past", False, {}, {})
    >>> str(half_of_year(find_phrases("the second half of 2011")[0], setting).first)
    '2011-07-01'
    """
    half = 1 if phrase.words["number"] == "first" else 2
    return _in_chosen_year(phrase, setting, lambda year: spans.half_of(year, half))


def season_of_year(phrase: Phrase, setting: Setting) -> Days | None:
    """The days of "last spring", "the summer of 2015", "in the autumn".

    >>> from readout.date_patterns import find_phrases
    >>> setting = Setting("", 0, date(2024, 6, 1), "past", False, {}, {})
    >>> str(season_of_year(find_phrases("the summer of 2015")[0], setting).last)
    '2015-08-31'
    """
    slots = ("season", "dated_season", "bare_season")
    season = next(phrase.words[slot] for slot in slots if slot in phrase.words)
    return _in_chosen_year(phrase, setting, lambda year: spans.season_of(year, season))


def _in_chosen_year(
    phrase: Phrase, setting: Setting, in_year: Callable[[int], Days | None]
) -> Days | None:
    """The days in the year that the words say, or in that of the latest or next such days."""
    if phrase.words.keys() & {"year", "whose_year"} or phrase.words.get("which") == "that":
        year = _said_year(phrase, setting)
        return None if year is None else in_year(year)
    today = setting.today
    which = phrase.words.get("which")
    if which == "this":
        return in_year(today.year)
    years = range(today.year - YEARS_ROUND, today.year + YEARS_ROUND + 1)
    yearly = [days for year in years if (days := in_year(year))]
    if which and STEPS[which] < 0:
        return max(days for days in yearly if days.last < today)
    if which:
        return min(days for days in yearly if days.first > today)
    latest = max(days for days in yearly if days.first <= today)
    coming = min(days for days in yearly if days.last >= today)
    return coming if _lies_ahead(setting, latest, coming) else latest


def _said_year(phrase: Phrase, setting: Setting) -> int | None:
    """The year that the words say: "2011", "last year", "that year"."""
    if "year" in phrase.words:
        return int(phrase.words["year"])
    word = phrase.words.get("whose_year", "that year").removeprefix("of ").removesuffix(" year")
    word = "this" if word == "the" else word
    if word in STEPS:
        return setting.today.year + STEPS[word]
    anchor = setting.anchors.get("year")
    step = {"the previous": -1, "the following": 1}.get(word, 0)
    return None if anchor is None else anchor.first.year + step


def _lies_ahead(setting: Setting, latest: Days, coming: Days) -> bool:
    """Whether the next such days are meant rather than the latest."""
    ahead, since = (coming.first - setting.today).days, (setting.today - latest.last).days
    match setting.tense:
        case "future":
            if setting.attributive and since <= NEAR < ahead:  # "the May figures are due"
                return False
            return since > VERY_NEAR or latest.precision != "day"
        case "past":
            return setting.attributive and ahead <= VERY_NEAR
        case "present":
            return ahead <= since or since > VERY_NEAR
    return ahead <= NEAR
