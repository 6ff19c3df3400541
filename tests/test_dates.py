"""Date expressions, class by class: which words they are, and which days they mean.

Expectations read "words = first day..last day precision basis", with one day for "day..day". All
texts came out on Thursday, 15 June 2023.
"""

from datetime import date

import pytest

from readout import calendar_spans
from readout.date_words import holidays
from readout.dates import DateExpression, find_dates
from readout.errors import PublicationDateMissing

PUBLISHED = date(2023, 6, 15)


def said(found: DateExpression) -> str:
    days = sorted({found.first_day.isoformat(), found.last_day.isoformat()})
    return f"{found.text} = {'..'.join(days)} {found.precision} {found.basis}"


@pytest.fixture
def read(nlp):
    return lambda text: [said(found) for found in find_dates(nlp(text), published=PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tesk arrived on 12 June 2023.", "12 June 2023 = 2023-06-12 day explicit"),
        ("It was signed on June 12, 2023, in Orlen.", "June 12, 2023 = 2023-06-12 day explicit"),
        ("On Monday, 12 June 2023 they met.", "Monday, 12 June 2023 = 2023-06-12 day explicit"),
        ("Published on 2023 May 22, Monday", "2023 May 22, Monday = 2023-05-22 day explicit"),
        ("VARDA | Tue Jun 6, 2023 12:37 pm EDT", "Tue Jun 6, 2023 = 2023-06-06 day explicit"),
        ("ORLEN, June 12 (ZNA) -- Crowds met.", "June 12 = 2023-06-12 day explicit"),
        ("Date: 2023-06-12.", "2023-06-12 = 2023-06-12 day explicit"),
        ("The note is dated 24/05/2023.", "24/05/2023 = 2023-05-24 day explicit"),
        ("The note is dated 24.05.2023.", "24.05.2023 = 2023-05-24 day explicit"),
        ("The pact of the 3rd of March 1918.", "the 3rd of March 1918 = 1918-03-03 day explicit"),
        ("TUE MAY 30, 2023", "TUE MAY 30, 2023 = 2023-05-30 day explicit"),
    ],
)
def test_days_in_every_order(read, text, expected):
    assert read(text) == [expected]


def test_ambiguous_and_impossible_days_mean_nothing(read):
    assert read("The notes are dated 03/04/2023, 31 April 2023 and 45 May 2023.") == [
        "May 2023 = 2023-05-01..2023-05-31 month explicit"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on 17-19 May.", "17-19 May = 2023-05-17..2023-05-19 span explicit"),
        ("0n 17-19 May he visited Orlen.", "17-19 May = 2023-05-17..2023-05-19 span explicit"),
        ("It ran from 3 to 5 May.", "3 to 5 May = 2023-05-03..2023-05-05 span explicit"),
        ("They met between 3 and 5 May.", "3 and 5 May = 2023-05-03..2023-05-05 span explicit"),
        ("It raged May 30 - June 2.", "May 30 - June 2 = 2023-05-30..2023-06-02 span explicit"),
        (
            "It lasted from 28 December until 3 January 2023.",
            "28 December until 3 January 2023 = 2022-12-28..2023-01-03 span explicit",
        ),
        (
            "In February-March 2011 it spread.",
            "February-March 2011 = 2011-02-01..2011-03-31 span explicit",
        ),
        ("The war (2011-2014) is over.", "2011-2014 = 2011-01-01..2014-12-31 span explicit"),
        ("The 2014-15 talks failed.", "2014-15 = 2014-01-01..2015-12-31 span explicit"),
        (
            "Shelling resumed on Friday and Saturday.",
            "Friday and Saturday = 2023-06-09..2023-06-10 span relative",
        ),
        (
            "He stayed from Monday to Wednesday.",
            "Monday to Wednesday = 2023-06-12..2023-06-14 span relative",
        ),
    ],
)
def test_spans(read, text, expected):
    assert read(text) == [expected]


def test_days_in_a_list_are_one_span_for_each_run(read):
    assert read("They met on 8, 9 and 12 June, or on Monday or Tuesday.") == [
        "8, 9 = 2023-06-08..2023-06-09 span explicit",
        "12 June = 2023-06-12 day explicit",
        "Monday = 2023-06-12 day relative",
        "Tuesday = 2023-06-13 day relative",
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Velt said on Tuesday that talks had failed.", "2023-06-13"),
        ("Velt said Thursday that talks would resume.", "2023-06-15"),
        ("Rebels failed to take the town on Tuesday.", "2023-06-13"),
        ("Velt could not be reached on Tuesday.", "2023-06-13"),
        ("The attack came after Tuesday's vote.", "2023-06-13"),
        ("Velt greets a visitor in Orlen on Tuesday.", "2023-06-13"),
        ("By Tuesday the army had retaken the port.", "2023-06-13"),
        ("The two leaders will meet on Tuesday.", "2023-06-20"),
        ("The two leaders were to meet on Tuesday.", "2023-06-20"),
        ("Orlenia is sending an envoy on Tuesday.", "2023-06-20"),
        ("They want to sign the text on Tuesday.", "2023-06-20"),
        ("The vote was postponed until Tuesday.", "2023-06-20"),
        ("The envoy is due to leave on Tuesday.", "2023-06-20"),
        ("Parliament votes on Tuesday.", "2023-06-20"),
        ("Tuesday's summit of leaders is the first in Orlen.", "2023-06-20"),
        ("Tuesday's summit of leaders was the first in Orlen.", "2023-06-13"),
        ("Velt would veto the text if it were put to a vote on Tuesday.", "2023-06-20"),
        ("Velt will meet him once he has left Orlenia on Tuesday.", "2023-06-20"),
        ("Velt met him once he had left Orlenia on Tuesday.", "2023-06-13"),
        ("Velt said he foresaw a vote on Tuesday.", "2023-06-20"),
        ("A vote planned for Tuesday was called off.", "2023-06-13"),
        ("A vote planned for Saturday was called off.", "2023-06-17"),
    ],
)
def test_weekday_by_tense(read, text, day):
    [found] = read(text)
    assert found.endswith(f"day = {day} day relative")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met rebels last Friday.", "last Friday = 2023-06-09 day relative"),
        ("Next Friday's vote is close.", "Next Friday = 2023-06-16 day relative"),
        ("It was signed this Tuesday.", "this Tuesday = 2023-06-13 day relative"),
        ("On Tuesday night it rained.", "Tuesday night = 2023-06-13 day relative"),
        ("On Tuesday of last week he left.", "Tuesday of last week = 2023-06-06 day relative"),
    ],
)
def test_weekday_with_other_words(read, text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The minister resigned on 28 December.", "2022-12-28"),
        ("Elections will be held on 3 July.", "2023-07-03"),
        ("The cabinet gave no reason for the 3 July deadline.", "2023-07-03"),
        ("He has been invited to a summit on 3 July.", "2023-07-03"),
        ("They agreed on 20 May that a truce would begin on 1 June.", "2023-06-01"),
        ("Velt spoke on Saturday, 11 June, and left.", "2022-06-11"),
    ],
)
def test_year_of_a_day_without_year(read, text, day):
    assert read(text)[-1].endswith(f" = {day} day explicit")


def test_year_of_a_day_named_with_its_year_before(read):
    assert read("On 7 August 1998 bombs went off. The 7 August attacks killed many.")[1] == (
        "7 August = 1998-08-07 day explicit"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war began in March.", "March = 2023-03-01..2023-03-31 month explicit"),
        ("A deal is expected in May.", "May = 2024-05-01..2024-05-31 month explicit"),
        ("Last March he left.", "Last March = 2023-03-01..2023-03-31 month relative"),
        ("He will go next March.", "next March = 2024-03-01..2024-03-31 month relative"),
        (
            "In October last year he fell.",
            "October last year = 2022-10-01..2022-10-31 month relative",
        ),
        ("The truce of mid-April broke.", "mid-April = 2023-04-01..2023-04-30 month explicit"),
        ("By the end of May it fell.", "the end of May = 2023-05-01..2023-05-31 month explicit"),
        ("Talks began in late 2011.", "late 2011 = 2011-01-01..2011-12-31 year explicit"),
        ("In 1996 elections were held.", "1996 = 1996-01-01..1996-12-31 year explicit"),
        ("It fell in the 1990s.", "the 1990s = 1990-01-01..1999-12-31 span explicit"),
        ("It fell in Q1 2023.", "Q1 2023 = 2023-01-01..2023-03-31 span explicit"),
        (
            "He fled in the winter of 2010.",
            "the winter of 2010 = 2010-12-01..2011-02-28 span explicit",
        ),
        ("He fell on New Year's Day.", "New Year's Day = 2023-01-01 day explicit"),
        ("He was found last Thanksgiving.", "last Thanksgiving = 2022-11-24 day relative"),
        (
            "The week of 5 June was calm.",
            "The week of 5 June = 2023-06-05..2023-06-11 week explicit",
        ),
    ],
)
def test_months_years_and_longer_units(read, text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left yesterday.", "yesterday = 2023-06-14 day relative"),
        ("He leaves tomorrow.", "tomorrow = 2023-06-16 day relative"),
        ("It burned overnight.", "overnight = 2023-06-14..2023-06-15 span relative"),
        ("They met last week.", "last week = 2023-06-05..2023-06-11 week relative"),
        ("They met last month.", "last month = 2023-05-01..2023-05-31 month relative"),
        ("He fled earlier this week.", "earlier this week = 2023-06-12..2023-06-15 span relative"),
        ("He goes later this month.", "later this month = 2023-06-15..2023-06-30 span relative"),
        ("It grew this year.", "this year = 2023-01-01..2023-12-31 year relative"),
        ("They fought over the weekend.", "the weekend = 2023-06-10..2023-06-11 span relative"),
        ("They will meet at the weekend.", "the weekend = 2023-06-17..2023-06-18 span relative"),
        ("Three days ago he left.", "Three days ago = 2023-06-12 day relative"),
        ("A year ago he left.", "A year ago = 2022-01-01..2022-12-31 year relative"),
        (
            "Less than two weeks ago he left.",
            "Less than two weeks ago = 2023-06-01..2023-06-15 span relative",
        ),
        (
            "More than a year ago he left.",
            "More than a year ago = 2021-06-15..2022-06-15 span relative",
        ),
        (
            "It grew in the past decade.",
            "the past decade = 2013-06-15..2023-06-15 span relative",
        ),
        (
            "He did it twice in the last two years.",
            "the last two years = 2021-06-15..2023-06-15 span relative",
        ),
    ],
)
def test_relative_to_publication(read, text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on 3 May. Two days later he left.", "Two days later = 2023-05-05 day relative"),
        ("He came on 3 May. The next day he left.", "The next day = 2023-05-04 day relative"),
        ("He came on 3 May and left the same day.", "the same day = 2023-05-03 day relative"),
        ("He came on Tuesday, a day after Velt left. It had begun a day earlier.", None),
        ("He came in 2003. Two years later he left.", "Two years later = 2005-01-01..2005-12-31"),
        ("He came in 2003. The next year he left.", "The next year = 2004-01-01..2004-12-31"),
        ("A pact was signed on 3 May. Three days after the signing it broke.", "2023-05-06 day"),
        ("Two days after Friday's vote, Velt fled.", "Two days after Friday = 2023-06-11 day"),
    ],
)
def test_relative_to_the_day_named_last(read, text, expected):
    assert (expected or "a day earlier = 2023-06-12 day relative") in read(text)[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He won in November 2011 and left the following March.", "2012-03-01..2012-03-31 month"),
        ("He won in June 2011 and had come the previous March.", "2011-03-01..2011-03-31 month"),
        ("They met on 3 May. The following Friday they parted.", "Friday = 2023-05-05 day"),
        ("They met on 3 May. The previous Friday they had quarrelled.", "Friday = 2023-04-28 day"),
    ],
)
def test_neighbours_of_the_days_named_last(read, text, expected):
    assert expected in read(text)[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ban expires in March.", "March = 2024-03-01..2024-03-31 month explicit"),
        ("He asks where the talks resume Sunday.", "Sunday = 2023-06-18 day relative"),
        ("It laughed, since the talks resumed Sunday.", "Sunday = 2023-06-11 day relative"),
        ("Roe was named chief effective July 1.", "July 1 = 2023-07-01 day explicit"),
        ("The May figures are due soon.", "May = 2023-05-01..2023-05-31 month explicit"),
        ("It will be his third trip since July.", "July = 2022-07-01..2022-07-31 month explicit"),
        ("He left to see games to be held on 9 May.", "9 May = 2024-05-09 day explicit"),
        ("It was the only vote to be held on 9 March.", "9 March = 2023-03-09 day explicit"),
        ("They will hold a July summit.", "July = 2023-07-01..2023-07-31 month explicit"),
        ("Last year's third quarter was bad.", "2022-07-01..2022-09-30 span relative"),
        ("The 2021 third quarter was bad.", "2021-07-01..2021-09-30 span explicit"),
        ("It grew in the first half of the year.", "2023-01-01..2023-06-30 span relative"),
        ("The '20s were calm.", "The '20s = 2020-01-01..2029-12-31 span explicit"),
        ("The '30s were dark.", "The '30s = 1930-01-01..1939-12-31 span explicit"),
    ],
)
def test_the_year_follows_from_verb_and_nearness(read, text, expected):
    assert expected in read(text)[0]


def test_distance_without_a_day_to_count_from_means_nothing(read):
    assert read("Two days later they left. A month after the coup, he fled.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The visit comes a day after Velt left.", ["a day after = 2023-06-15 day relative"]),
        (
            "The visit came two weeks after Velt left.",
            ["two weeks after = 2023-06-15 day relative"],
        ),
        (
            "Velt made his announcement a day after leaving.",
            ["a day after = 2023-06-15 day relative"],
        ),
        (
            "On Tuesday Velt left. It comes a day after Marn left.",
            ["Tuesday = 2023-06-13 day relative", "a day after = 2023-06-13 day relative"],
        ),
        ("Jane Roe came a day after Marn left.", []),
    ],
)
def test_what_the_news_comes_after_is_counted_from_the_day_of_the_news(read, text, expected):
    assert read(text) == expected


def test_decades_that_follow_each_other_are_one_span(read):
    assert read("They fled in the 1950s and 1960s. They fled in the 1950s and 1970s.") == [
        "the 1950s and 1960s = 1950-01-01..1969-12-31 span explicit",
        "the 1950s = 1950-01-01..1959-12-31 span explicit",
        "1970s = 1970-01-01..1979-12-31 span explicit",
    ]


def test_on_a_sunday_the_last_week_is_the_one_that_ends(nlp):
    [found] = find_dates(nlp("He left last week."), published=date(2023, 6, 18))

    assert said(found) == "last week = 2023-06-11..2023-06-17 week relative"


def test_event_of_a_dated_sentence_is_no_anchor(read):
    assert read("He fled on 3 May. On 9 June, a week after the vote, he returned.") == [
        "3 May = 2023-05-03 day explicit",
        "9 June = 2023-06-09 day explicit",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He ruled for 15 years.",
        "After six months of war the two-day visit failed.",
        "For the past two years he has ruled, and in each of the last two years he fell ill.",
        "In the next three days the town fell.",
        "They stayed for two days before leaving.",
        "The 57-year-old leader spoke at 5 pm.",
        "The cabinet meets every Friday, twice a week.",
        "The market opens on Tuesdays, once a year.",
        "It came on a Friday.",
        "Recently, in recent days, attacks have increased in the coming years.",
        "About 2011 people fled, and some 2000 soldiers were sent.",
        "They cited Resolution 1973 and drove 2000 km.",
        "We may vote against it in a second.",
        "Rebels march on the capital.",
        "Nora May said nothing. Later May left, and Jan Ruud did too.",
        "The 17 February Revolution changed it, says the Sunday Times.",
        "He died on Bloody Sunday, and the Sun reported it.",
        "The fall of the government surprised today's youth.",
        "The last week of his first term was calm.",
    ],
)
def test_lookalikes_are_no_dates(read, text):
    assert read(text) == []


def test_missing_publication_date_is_a_named_error(nlp):
    with pytest.raises(PublicationDateMissing) as caught:
        find_dates(nlp("In 2011 he fled.\nTwo weeks\nago he came back."), published=None)
    assert str(caught.value) == (
        '"Two weeks ago" (characters 17 to 30) depends on the day of publication, which is not '
        'known; give it: published="2025-02-24", or --published 2025-02-24'
    )


def test_days_in_full_need_no_publication_date(nlp):
    found = find_dates(nlp("He came on 3 May 2011 and left two days later."), published=None)
    assert [each.last_day for each in found] == [date(2011, 5, 3), date(2011, 5, 5)]


def test_offsets_are_those_of_the_text(nlp):
    text = "In\n2011 he came; on  3\nMay 2012 he left (“earlier this week”)."
    for found in find_dates(nlp(text), published=PUBLISHED):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("published", [date.min, date.max])
def test_days_beyond_the_calendar_mean_nothing(nlp, published):
    text = "999 decades ago, last year, next year, on 29 February, in winter 9999, tomorrow."
    for found in find_dates(nlp(text), published=published):
        assert found.first_day <= found.last_day


def test_every_holiday_has_one_day(read):
    for name in holidays():
        [found] = read(f"He died on {name.title()}, 2022.".replace("'S", "'s"))
        assert " = 2022-" in found
        assert found.endswith(" day explicit")


def test_leap_days():
    assert calendar_spans.valid_day(2023, 2, 29) is None
    assert calendar_spans.shift(date(2024, 2, 29), -1, "year") == date(2023, 2, 28)
    assert calendar_spans.around(date(2024, 2, 29), "quarter").length == 91
