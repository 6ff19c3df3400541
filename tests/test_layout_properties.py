"""Layout: what holds for any text, and in what time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.layout import read_layout

LEAD = "The talks between Oreland and Karum failed on Monday, officials said."


FURNITURE = (
    "Related articles",
    "Published on 3 May 2024",
    "3 May 2024",
    "Share",
    "By Jane Roe",
    "KARUM (RNA) - The talks failed.",
    "• Oreland",
    "(Editing by Al Poe) An app",
    "Talks fail in Karum",
    LEAD,
    "Jane Roe (L)",
    "Read more: Why",
)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(FURNITURE),
        st.text(max_size=30),
        st.sampled_from(["\n", "\r\n", "\u2028", "\t", "\u00a0", "\x1f", " "]),
    ),
    max_size=12,
)


@given(TEXTS, st.sampled_from(["", "\n", "\n\n", "\r\n", " "]))
def test_blocks_cover_all_that_is_not_blank_in_order(pieces, gap):
    text = gap.join(pieces)
    layout = read_layout(text)
    end = 0
    for block in layout.blocks:
        assert not text[end : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip() != ""
        end = block.end
    assert not text[end:].strip()
    numbers = [block.paragraph for block in layout.blocks]
    assert numbers == sorted(numbers)
    assert all(text[entry.start : entry.end] == entry.title != "" for entry in layout.related)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "\n",
        "\r\n",
        '"',
        "(",
        "A",
        "Aa ",
        "- ",
        "| ",
        "May 3 ",
        "By Aa ",
        "He left. ",
        "1",
    ],
)
def test_a_million_characters_take_no_longer_than_a_second(piece):
    text = (piece * 1_000_000)[:1_000_000]
    start = time.perf_counter()
    read_layout(text)

    assert time.perf_counter() - start < 1
