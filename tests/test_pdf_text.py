"""From PDF files to text: paragraphs, hyphens, running heads, and one named error where none is."""

import contextlib
import random

import pytest
from printed_pages import column, encrypted, printed

from readout.errors import ReadoutError, UnreadablePDF
from readout.pdf_text import read_pdf
from readout.printed_lines import PrintedLine, paragraphs_of

FIRST = ["Idris Maharo met President Jane Roe in", "Ankara on Tuesday, officials there said."]
SECOND = ["Kenya, which backs Ms Roe, welcomed the", "talks. Egypt condemned them on Friday."]
THIRD = ["They will meet again in Accra before the", "end of May."]
JOINED = [" ".join(lines) for lines in (FIRST, SECOND, THIRD)]


def lines(*words, x=0.0, top=700.0, gap=12.0, size=10.0):
    return [PrintedLine(each, x, top - gap * n, size) for n, each in enumerate(words)]


def paragraphs(content):
    return read_pdf(content, where="talks.pdf").strip("\n").split("\n\n")


# Files


def test_lines_become_paragraphs():
    heading = column(["Envoy flies to", "Ankara"], size=20, top=560, gap=24)
    body = column([*FIRST, None, *SECOND, None, *THIRD])

    assert paragraphs(printed(heading + body)) == ["Envoy flies to Ankara", *JOINED]


def test_columns_are_read_in_the_order_of_the_file():
    left = column([*FIRST, None, SECOND[0]])
    right = column([SECOND[1], None, *THIRD], x=230)

    assert paragraphs(printed(left + right)) == JOINED


def test_a_paragraph_goes_on_on_the_next_page():
    page = column([*FIRST, None, SECOND[0]])

    assert paragraphs(printed(page, column([SECOND[1], None, *THIRD]))) == JOINED


def test_running_heads_and_page_numbers_go():
    head = [("Example Review, vol. 3", 40, 560, 9)]
    pages = [
        head + column(body) + [(f"– {number} –", 200, 20, 9)]
        for number, body in enumerate([FIRST, SECOND, THIRD], 1)
    ]

    assert paragraphs(printed(*pages)) == JOINED
    assert paragraphs(printed(pages[0])) == ["Example Review, vol. 3", JOINED[0], "– 1 –"]


def test_ligatures_are_letters():
    assert paragraphs(printed(column(["The oﬃce of the chief ﬁghts ﬂoods."]))) == [
        "The office of the chief fights floods."
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7\n\xd0\xd4\xc5\xd8", "damaged"),
        (printed(column(FIRST))[:-900], "damaged"),
        (printed([]), "without text"),
        (encrypted(printed(column(FIRST)), password="secret"), "encrypted"),
    ],
    ids=["head only", "cut off", "no text", "encrypted"],
)
def test_unreadable_files_give_one_named_error_in_one_line(content, says):
    with pytest.raises(UnreadablePDF) as error:
        read_pdf(content, where="talks.pdf")

    assert str(error.value).startswith("talks.pdf: ")
    assert says in str(error.value)
    assert "; " in str(error.value), "it says what to do"
    assert len(str(error.value).splitlines()) == 1


def test_a_file_that_opens_without_a_password_is_read():
    assert paragraphs(encrypted(printed(column(FIRST)), password="")) == [JOINED[0]]


def test_damage_anywhere_is_a_named_error_or_no_harm(capsys):
    content = printed(column([*FIRST, None, *SECOND]))
    chance = random.Random(4)
    for _ in range(60):
        damaged = bytearray(content)
        for _ in range(chance.choice([1, 5, 40])):
            damaged[chance.randrange(5, len(damaged))] = chance.randrange(256)
        with contextlib.suppress(ReadoutError):
            assert read_pdf(bytes(damaged), where="a.pdf").strip()

    assert capsys.readouterr().err == ""


# Lines


def test_an_indented_line_behind_a_full_stop_begins_a_paragraph():
    indented = [
        *lines(*FIRST),
        *lines(SECOND[0], x=12, top=676),
        *lines(SECOND[1], top=664),
    ]

    assert paragraphs_of([indented]) == JOINED[:2]


def test_a_centred_line_begins_none():
    centred = [*lines("Envoy flies to the capital of"), *lines("Turkey", x=80, top=688)]

    assert paragraphs_of([centred]) == ["Envoy flies to the capital of Turkey"]


def test_a_short_line_ends_a_paragraph():
    assert paragraphs_of([lines(*THIRD, *FIRST)]) == [JOINED[2], JOINED[0]]


def test_a_new_page_begins_a_paragraph_behind_a_full_stop():
    assert paragraphs_of([lines(*FIRST), lines(*SECOND)]) == JOINED[:2]


def test_what_is_no_running_head_stays():
    inside = [lines("Accra", "Ghana", "voted."), lines("Nairobi", "Ghana", "voted again.")]
    title = [
        [*lines("Talks fail", size=20), *lines(*FIRST, top=650)],
        lines("Talks fail", "again."),
    ]
    numbers = [lines("They lost", "1"), lines("1", "of two seats.")]

    assert paragraphs_of(inside) == ["Accra Ghana voted.", "Nairobi Ghana voted again."]
    assert paragraphs_of(title) == ["Talks fail", JOINED[0], "Talks fail again."]
    assert paragraphs_of(numbers) == ["They lost 1 1 of two seats."]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("the govern-", "ment fell.", "the government fell."),
        ("a Moscow-", "backed army", "a Moscow-backed army"),
        ("a UN-", "brokered truce", "a UN-brokered truce"),
        ("his vice-", "president", "his vice-president"),
        ("a five-", "year plan", "a five-year plan"),
        ("the 12-", "nation bloc", "the 12-nation bloc"),
        ("General al-", "Odran left", "General al-Odran left"),
        ("the Presi-", "dent spoke", "the President spoke"),
        ("the inter\u00ad", "national law", "the international law"),
        ("a Karum-", "friendly bloc, and Karum agreed", "a Karum-friendly bloc, and Karum agreed"),
        ("a co-", "ordinator of co-ordinators, a co-ordinator", None),
        ("talks –", "at last", "talks – at last"),
    ],
)
def test_hyphens_at_the_end_of_a_line(above, below, joined):
    joined = joined or "a co-ordinator of co-ordinators, a co-ordinator"

    assert paragraphs_of([lines(above, below)]) == [joined]
