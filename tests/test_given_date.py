"""Layout: a publication date that the caller gives."""

import datetime as dt

import pytest

from readout.errors import BadPublicationDate
from readout.layout import read_layout

LEAD = "The talks between Oreland and Karum failed on Monday, officials said."


class TestGivenDate:
    @pytest.mark.parametrize(
        "given",
        [
            "2011-06-07",
            " 2011-06-07 ",
            dt.date(2011, 6, 7),
            dt.datetime(2011, 6, 7, 12, 37, tzinfo=dt.UTC),
        ],
    )
    def test_given_date_is_believed(self, given):
        layout = read_layout(f"Published: 3 May 2024\n{LEAD}", published=given)

        assert (layout.published, layout.published_span) == (dt.date(2011, 6, 7), None)

    def test_span_stays_where_the_text_agrees(self):
        text = f"Published: 3 May 2024\n{LEAD}"

        assert read_layout(text, published="2024-05-03").published_span is not None

    @pytest.mark.parametrize(
        "given", ["", "yesterday", "2011-13-01", "7 June 2011", "0001-01-01", 2011]
    )
    def test_bad_date_raises_one_named_error(self, given):
        with pytest.raises(BadPublicationDate, match="'2025-02-24'"):
            read_layout(LEAD, published=given)
