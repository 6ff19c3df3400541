"""Sections, title, publication date and related articles, from page exports and from plain text."""

import datetime as dt
from pathlib import Path

import pytest

from readout.layout import read_layout

SEED = Path(__file__).parents[1] / "seeds" / "haftar-belarus-2025-02-24.txt"
LEAD = "The talks between Oreland and Karum failed on Monday, officials said."
REST = "They had lasted three weeks."


def blocks(text):
    return [(block.section, text[block.start : block.end]) for block in read_layout(text).blocks]


def sections(text):
    return [section for section, _ in blocks(text)]


def lines(*texts):
    return "\n".join(texts)


class TestSeed:
    @pytest.fixture
    def text(self):
        return SEED.read_bytes().decode()

    @pytest.fixture
    def layout(self, text):
        return read_layout(text)

    def test_head(self, text, layout):
        assert layout.title == "Khalifa Haftar’s strategic visit to Belarus"
        assert layout.heading == "Libya"
        assert layout.published == dt.date(2025, 2, 24)
        assert text[slice(*layout.published_span)] == "2025 February 24, Monday"

    def test_sections(self, text):
        assert sections(text) == (
            ["title", "boilerplate", "boilerplate", "caption"]
            + 7 * ["body"]
            + ["boilerplate"]
            + 13 * ["related"]
        )

    def test_related(self, text, layout):
        assert [(entry.title, str(entry.published)) for entry in layout.related] == [
            ("Moscow’s options: could Libya replace Syria?", "2024-12-13"),
            ("Trump’s isolationism could give Italy a larger role in Libya", "2024-11-21"),
            ("Libyans have little to celebrate on Liberation Day", "2024-10-28"),
            ("Libya’s political crisis impacts prices and food security", "2024-09-16"),
        ]
        assert all(text[entry.start : entry.end] == entry.title for entry in layout.related)


class TestPlainText:
    @pytest.mark.parametrize("text", ["Oreland", LEAD, "the minister left karum on monday", "1914"])
    def test_one_line_is_body(self, text):
        assert blocks(f"\n {text} \n") == [("body", text)]
        assert read_layout(text).title is None

    def test_each_line_is_a_paragraph(self):
        layout = read_layout(lines(LEAD, REST, "", LEAD))

        assert [(block.section, block.paragraph) for block in layout.blocks] == [
            ("body", 0),
            ("body", 1),
            ("body", 2),
        ]

    @pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n"])
    def test_short_first_line_is_the_title(self, gap):
        text = f"Talks fail in Karum{gap}{LEAD}{gap}{REST}"

        assert sections(text) == ["title", "body", "body"]
        assert read_layout(text).title == "Talks fail in Karum"

    def test_question_may_be_a_title(self):
        assert read_layout(lines("Could Oreland replace Karum?", LEAD)).title is not None

    def test_broken_lines_are_one_paragraph(self):
        text = lines(
            "The talks between the government of Oreland and the rebels of the",
            "Karum Liberation Front failed on Monday, after the president had",
            "refused to meet the leader of the rebels. General Roe and the other",
            "Karum delegates went home.",
            "",
            "Nobody knows what the next step is, since the United Nations and",
            "Oreland do not talk.",
        )

        assert [section for section, _ in blocks(text)] == ["body", "body"]

    def test_line_that_cannot_end_goes_on(self):
        assert sections(lines("The president met the", "Karum delegation.", REST)) == [
            "body",
            "body",
        ]


class TestHead:
    @pytest.mark.parametrize(
        ("line", "date", "words"),
        [
            (
                "Published on 2024 May 3, Friday Back to articles",
                (2024, 5, 3),
                "2024 May 3, Friday",
            ),
            ("Published: 3 May 2024", (2024, 5, 3), "3 May 2024"),
            ("First published on Friday 3rd May 2024 at 14:05 GMT", (2024, 5, 3), None),
            ("3 May 2024 14:05 GMT", (2024, 5, 3), "3 May 2024"),
            ("Fri 3 May 2024 14.05 BST", (2024, 5, 3), "Fri 3 May 2024"),
            ("By Jane Roe | May 3, 2024", (2024, 5, 3), "May 3, 2024"),
            ("Karum, 3 May 2024", (2024, 5, 3), "3 May 2024"),
            ("2024-05-03", (2024, 5, 3), "2024-05-03"),
            ("2024-05-03T14:05", (2024, 5, 3), "2024-05-03"),
            ("May 3, 20245:02 PM UTCUpdated 3 days ago", (2024, 5, 3), "May 3, 2024"),
            ("Posted 24/2/2025", (2025, 2, 24), "24/2/2025"),
            ("Last updated: 5 May 2024", (2024, 5, 5), "5 May 2024"),
        ],
    )
    def test_publication_line(self, line, date, words):
        text = lines("Talks fail in Karum", line, LEAD, REST)
        layout = read_layout(text)

        assert sections(text) == ["title", "boilerplate", "body", "body"]
        assert layout.published == dt.date(*date)
        assert words in (None, text[slice(*layout.published_span)])

    @pytest.mark.parametrize(
        "line", ["Published: 3/5/2024", "Published on 31 June 2024", "May 2024"]
    )
    def test_date_is_not_guessed(self, line):
        layout = read_layout(lines("Talks fail in Karum", line, LEAD, REST))

        assert (layout.published, layout.published_span) == (None, None)

    def test_dates_of_a_chronology_are_no_publication_date(self):
        text = lines("The Oreland crisis: a timeline", "3 May 2024", LEAD, "5 May 2024", REST)

        assert read_layout(text).published is None
        assert sections(text) == ["title", "body", "body", "body", "body"]

    def test_published_comes_before_updated(self):
        text = lines("Talks fail in Karum", "Updated 5 May 2024", "Published 3 May 2024", LEAD)

        assert read_layout(text).published == dt.date(2024, 5, 3)

    def test_section_heading_before_or_after_the_title(self):
        for head in (("World News", "Talks fail in Karum"), ("Talks fail in Karum", "World News")):
            layout = read_layout(lines(*head, "3 May 2024", LEAD, REST))
            assert (layout.title, layout.heading) == ("Talks fail in Karum", "World News")

    def test_a_date_with_the_time_of_day_is_no_chronology(self):
        text = lines(LEAD, "31 May 2015 20:14 GMT | Middle East, Oreland", REST)

        assert sections(text) == ["body", "boilerplate", "body"]
        assert read_layout(text).published == dt.date(2015, 5, 31)

    def test_byline_and_affiliation_are_boilerplate(self):
        text = lines("Talks fail in Karum", "By Jane Roe and Al Poe", "Oreland Daily, Karum", LEAD)

        assert sections(text) == ["title", "boilerplate", "boilerplate", "body"]

    @pytest.mark.parametrize(
        "caption",
        [
            "Jane Roe (L) is welcomed by President Al Poe (R)",
            "Photo: Jane Roe in Karum.",
            "The president, pictured in May, wants new talks.",
            "Rebels guard the airport in Karum",
            "Jane Roe, shown with a petition against the tolls, waves © AFP/File",
            "Jane Roe, shown with a petition against the tolls, waves. REUTERS/Omar Poe",
        ],
    )
    def test_caption(self, caption):
        text = lines("Talks fail in Karum", "3 May 2024", caption, LEAD, REST)

        assert sections(text)[2] == "caption"

    @pytest.mark.parametrize(
        "words", ["Share", "Back to articles", "Print | Email | Share on X", "3 min read"]
    )
    def test_navigation_is_boilerplate(self, words):
        assert sections(lines("Talks fail in Karum", words, LEAD, words, REST)) == [
            "title",
            "boilerplate",
            "body",
            "boilerplate",
            "body",
        ]


class TestDateline:
    @pytest.mark.parametrize(
        "dateline",
        [
            "KARUM (RNA) -",
            "KARUM, Oreland (Reuters) -",
            "NEW KARUM, Oreland, May 3 (RNA) --",
            "Karum, Oreland (AFP) –",
            "AL-KARUM (RNA) _",
            "KARUM, May 3 -",
            "Karum, 3 May 2024 –",
            "CAIRO —",
            "May 3, 2024 (CAIRO) –",
            "Tripoli, Libya –",
            "ISLAMABAD:",
            "KARUM, Oreland | Tue Jun 7, 2011 12:37 pm EDT KARUM, Oreland (Reuters) -",
        ],
    )
    def test_dateline_is_boilerplate(self, dateline):
        assert blocks(f"{dateline} {LEAD}\n{REST}") == [
            ("boilerplate", dateline),
            ("body", LEAD),
            ("body", REST),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "NATO - which Oreland wants to join - has said no to the talks.",
            "The Karum Liberation Front (KLF) - Oreland's largest rebel group - left the talks.",
            "Oreland - Karum's closest ally - called for talks on Monday.",
            "President Roe (R) - the leader of Oreland - stayed at home.",
        ],
    )
    def test_dash_in_a_sentence_is_no_dateline(self, text):
        assert blocks(text) == [("body", text)]

    def test_date_of_the_dateline(self):
        text = f"KARUM | Tue Jun 7, 2011 12:37 pm EDT KARUM (Reuters) - {LEAD}"
        layout = read_layout(text)

        assert layout.published == dt.date(2011, 6, 7)
        assert text[slice(*layout.published_span)] == "Tue Jun 7, 2011"

    def test_day_without_a_year_is_no_publication_date(self):
        assert read_layout(f"KARUM, May 3 (RNA) - {LEAD}").published is None

    def test_headline_before_a_dateline(self):
        text = f"Oreland envoy visits rebels KARUM, Oreland (RNA) - {LEAD}"

        assert blocks(text) == [
            ("title", "Oreland envoy visits rebels"),
            ("boilerplate", "KARUM, Oreland (RNA) -"),
            ("body", LEAD),
        ]
        assert {block.paragraph for block in read_layout(text).blocks} == {0}


class TestTail:
    @pytest.mark.parametrize(
        "note",
        [
            "(Editing by Al Poe)",
            "(Reporting by Jane Roe; Editing by Al Poe) An app for traders A new approach",
            "Reporting by Jane Roe in Karum; editing by Al Poe",
            "Additional reporting by Jane Roe",
        ],
    )
    def test_editing_note(self, note):
        for gap in (" ", "\n"):
            assert blocks(f"{LEAD}\n{REST}{gap}{note}")[2:] == [("boilerplate", note)]

    def test_sentence_about_reporting_is_body(self):
        text = lines(
            LEAD, "Reported by state television, the attack was said to have been stopped."
        )

        assert sections(text) == ["body", "body"]

    def test_advert_after_prose_is_boilerplate(self):
        advert = "An ultra-fast platform for traders A connected approach to risk and compliance"

        assert sections(lines(LEAD, REST, LEAD, advert)) == ["body", "body", "body", "boilerplate"]

    def test_cut_off_sentence_is_body(self):
        assert sections(lines(LEAD, REST, LEAD, "The president said that the"))[-1] == "body"

    def test_text_without_full_stops_is_body(self):
        text = lines(*["the president of oreland met the rebels"] * 3)

        assert set(sections(text)) == {"body"}

    def test_teaser_for_another_article_is_boilerplate(self):
        text = lines(LEAD, "Hopes for peace remain alive in Karum, writes Mary Dole.")

        assert sections(text) == ["body", "boilerplate"]

    def test_speaker_whom_the_article_knows_is_body(self):
        text = lines(
            f"{LEAD} General Dole was there.", "Hopes for peace remain alive, says Mary Dole."
        )

        assert sections(text) == ["body", "body"]

    @pytest.mark.parametrize(
        "notice",
        [
            "Copyright 2024 The Oreland Daily. All rights reserved.",
            "© 2024 Oreland Daily",
            "Click here to receive a free sample copy. Contact info@oreland.example for details.",
            "RNA writer Jane Roe contributed to this report.",
            "Follow us on Twitter for the latest from Karum!",
        ],
    )
    def test_notice_is_boilerplate(self, notice):
        assert blocks(lines(LEAD, REST, notice))[2] == ("boilerplate", notice)


class TestRelated:
    def test_titles_with_dates_on_their_lines(self):
        text = lines(
            LEAD, "", "Related articles:", "Talks begin in Karum - 1 May 2024", "Who is Jane Roe?"
        )

        assert [(each.title, each.published) for each in read_layout(text).related] == [
            ("Talks begin in Karum", dt.date(2024, 5, 1)),
            ("Who is Jane Roe?", None),
        ]

    def test_entry_inside_the_body(self):
        text = lines(LEAD, "Read more: Why the talks began", REST)

        assert sections(text) == ["body", "related", "body"]
        assert [each.title for each in read_layout(text).related] == ["Why the talks began"]

    def test_date_of_a_related_article_is_not_the_articles_own(self):
        text = lines(LEAD, "Related articles", "Talks begin in Karum", "Published on 1 May 2024")

        assert read_layout(text).published is None

    def test_heading_above_the_article_lists_nothing(self):
        text = lines("Latest news", "Talks fail in Karum", "", LEAD, REST)

        assert sections(text) == ["boilerplate", "title", "body", "body"]


class TestRunTogether:
    def test_headline_caption_and_lead_with_the_same_name(self):
        pieces = [
            "Union chief Jane Roe to visit Vastia",
            "Jane Roe will try to end the crisis in Vastia, her office says",
            "Secretary General Jane Roe is to visit Vastia to end the crisis.",
        ]

        assert blocks(lines(" ".join(pieces), REST)) == [
            ("title", pieces[0]),
            ("caption", pieces[1]),
            ("body", pieces[2]),
            ("body", REST),
        ]

    def test_title_belongs_to_the_name_after_it(self):
        text = (
            "Jane Roe and Al Poe met refugees in Karum US Secretary of State Jane Roe has said no."
        )

        assert blocks(text)[1] == ("body", "US Secretary of State Jane Roe has said no.")

    def test_article_with_a_capital_starts_a_sentence(self):
        text = "Smoke rises over Karum The Oreland army has denied that it used rockets."

        assert [words for _, words in blocks(text)] == [text[:22], text[23:]]

    @pytest.mark.parametrize(
        "text",
        [
            "Jane Roe of Oreland and the deputy of Jane Roe met on Monday in Karum.",
            "The United Nations said the United Nations Security Council has met.",
            "Roe and brother Al Roe have left the country, a newspaper said.",
            "She told the newspaper The Guardian that The Hague has no say in it.",
            LEAD,
        ],
    )
    def test_one_sentence_stays_one(self, text):
        assert blocks(text) == [("body", text)]
