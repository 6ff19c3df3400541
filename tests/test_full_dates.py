"""Dates that a line spells out in full, and what only looks like one."""

import pytest

from readout.full_dates import find_full_dates


def found(text):
    return [(str(each.day), text[each.start : each.end]) for each in find_full_dates(text, 0, 999)]


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("on 2025 February 24, Monday Back", "2025-02-24", "2025 February 24, Monday"),
        ("Tue Jun 7, 2011 12:37 pm EDT", "2011-06-07", "Tue Jun 7, 2011"),
        ("Monday, 24th of February 2025.", "2025-02-24", "Monday, 24th of February 2025"),
        ("24 Feb. 2025", "2025-02-24", "24 Feb. 2025"),
        ("24-FEB-2025", "2025-02-24", "24-FEB-2025"),
        ("Sept. 4, 1999", "1999-09-04", "Sept. 4, 1999"),
        ("2025-02-24T14:05:00Z", "2025-02-24", "2025-02-24"),
        ("2025/02/24", "2025-02-24", "2025/02/24"),
        ("24.02.2025", "2025-02-24", "24.02.2025"),
        ("02/24/2025", "2025-02-24", "02/24/2025"),
        ("5/5/2025", "2025-05-05", "5/5/2025"),
        ("29 February 2024", "2024-02-29", "29 February 2024"),
    ],
)
def test_full_date(text, day, words):
    assert found(text) == [(day, words)]


@pytest.mark.parametrize(
    "text",
    [
        "3/5/2024",
        "May 2024",
        "3 May",
        "31 June 2011",
        "29 February 2023",
        "2025-13-24",
        "3 May 24",
        "3 May 1066",
        "17-19 February 2025",
        "version 2024.1.2.3",
        "12345 May 3, 20245",
    ],
)
def test_no_guess(text):
    assert found(text) == []


def test_offsets_count_from_the_start_of_the_text():
    text = "3 May 2024 and 4 May 2024"

    assert [(each.start, each.end) for each in find_full_dates(text, 5, len(text))] == [(15, 25)]
