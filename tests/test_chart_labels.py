"""Text that is measured, wrapped and stacked: the ground on which no chart's labels overlap."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.chart_days import Marked, find_cluster, most_telling, whole_range
from readout.chart_labels import Box, balance, stack, text_size, wrap
from readout.chart_style import house_style
from readout.chart_words import say_list, say_numbers, say_span

sizes = st.floats(1, 200)
boxes = st.builds(
    lambda left, width, height: Box(left, 5, left + width, 5 + height),
    st.floats(0, 400),
    sizes,
    sizes,
)


@given(st.lists(st.lists(boxes, min_size=1, max_size=3), max_size=25))
def test_stacked_boxes_never_overlap(items):
    stacked = stack(items, gap=3)

    for (number, box), alternatives in zip(stacked, items, strict=True):
        wish = alternatives[number]
        assert (box.left, box.right) == (wish.left, wish.right)
        assert box.bottom - box.top == pytest.approx(wish.bottom - wish.top)
        assert box.top >= wish.top
    for (_, a), (_, b) in combinations(stacked, 2):
        beside = a.right + 3 <= b.left or b.right + 3 <= a.left
        assert beside or a.bottom + 3 <= b.top + 1e-6 or b.bottom + 3 <= a.top + 1e-6


def test_a_box_moves_down_only_as_far_as_it_must():
    low, high, aside = Box(0, 0, 10, 10), Box(5, 0, 15, 10), Box(30, 0, 40, 10)

    assert stack([[low], [high], [aside]], gap=2) == [
        (0, low),
        (0, Box(5, 12, 15, 22)),
        (0, aside),
    ]
    assert stack([[low], [high, aside]], gap=2)[1] == (1, aside)


@given(st.text(max_size=120), st.floats(30, 300), st.integers(1, 4))
def test_wrapped_text_fits(text, width, lines):
    with house_style():
        for wrapped in (
            wrap(text, width=width, lines=lines),
            balance(text, width=width, lines=lines),
        ):
            rows = wrapped.split("\n")
            assert len(rows) <= lines
            assert all(text_size(row)[0] <= width for row in rows)
            assert (
                wrapped.endswith("…")
                or wrapped.replace("\u2010\n", "").split()
                == "".join(c if c.isprintable() else " " for c in text).split()
                or "-\n" in wrapped
            )


def test_lines_of_a_label_are_about_equally_long():
    with house_style():
        assert wrap("could Calderra replace Syrene?", width=120).count("\n") == 1
        assert balance("could Calderra replace Syrene?", width=120) == (
            "could Calderra\nreplace Syrene?"
        )


def test_a_long_word_is_broken_at_its_own_hyphen_first():
    with house_style():
        assert wrap("Maximilian-Bartholomew", width=100) == "Maximilian-\nBartholomew"


def mark(day, *, meaning="event", rank=0.0):
    first = date(2031, 2, 1) + timedelta(days=day)
    return Marked(first, first, f"day {day}", meaning, rank=rank)


def test_the_events_around_the_publication_are_the_cluster():
    marks = [mark(-400), mark(-399), mark(-398), mark(3), mark(9, meaning="article")]

    cluster = find_cluster(marks)

    assert cluster.covers(mark(3))
    assert cluster.covers(mark(9))
    assert not cluster.covers(mark(-398))


def test_without_publication_the_densest_three_weeks_are_the_cluster():
    cluster = find_cluster([mark(-400), mark(0), mark(2), mark(300)])

    assert cluster.covers(mark(0))
    assert cluster.covers(mark(2))
    assert find_cluster([mark(-400), mark(0), mark(300)]) is None
    assert find_cluster([]) is None


def test_the_earliest_mark_is_kept_and_then_what_the_article_says_first():
    marks = [mark(-9000, rank=900), mark(1, rank=300), mark(2, rank=100), mark(3, rank=200)]

    assert most_telling(marks, 3) == [marks[0], marks[2], marks[3]]


@pytest.mark.parametrize("day", [date.min, date.max, date(2031, 5, 3)])
def test_a_range_is_some_days_long_and_within_the_calendar(day):
    assert whole_range([Marked(day, day, "", "event")]).days >= 3


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2025, 2, 17), (2025, 2, 17), "17 February 2025"),
        ((2025, 2, 17), (2025, 2, 19), "17 to 19 February 2025"),
        ((2025, 2, 27), (2025, 3, 1), "27 February to 1 March 2025"),
        ((2024, 12, 31), (2025, 1, 2), "31 December 2024 to 2 January 2025"),
        ((2024, 2, 1), (2024, 2, 29), "February 2024"),
        ((2011, 1, 1), (2011, 12, 31), "2011"),
        ((1990, 1, 1), (1999, 12, 31), "1990 to 1999"),
        ((9999, 1, 1), (9999, 12, 31), "1 January to 31 December 9999"),
    ],
)
def test_spans_in_words(first, last, said):
    assert say_span(date(*first), date(*last)) == said


def test_lists_and_numbers_in_words():
    assert [say_list(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert say_numbers([9, 0, 1, 2, 5, 5]) == "0-2, 5, 9"
