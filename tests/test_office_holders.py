"""Whose president a president is: by full name, or by surname together with the title."""

from collections.abc import Iterator
from typing import Any

import pytest

import readout
from readout import lexicon, office_holders
from readout.office_holders import (
    OfficeHolder,
    find_office_holder,
    state_by_code,
    state_held,
    top_offices,
)

HOLDERS = (
    OfficeHolder("Amin Deroual", (), "DZA", ("president",), "m", "1999", "2008"),
    OfficeHolder("Nadia Deroual", (), "MAR", ("prime minister",), "f", "2001", "2004"),
    OfficeHolder("Sakir Ozbal", ("Shakir Özbal",), "TUR", ("defence minister",), "m", "2015", None),
    OfficeHolder("Jan Holub", (), "CZE", ("president",), "m", "1990", "1995"),
    OfficeHolder("Jan Holub", (), "SVK", ("prime minister",), "m", "1992", "1994"),
    OfficeHolder("Hamid Zuberi", (), "KEN", ("foreign minister",), "m", "2003", "2007"),
    OfficeHolder("Hamid Zubairi", (), "PAK", ("foreign minister",), "m", "2003", "2007"),
    OfficeHolder("Juan Carlos Medrano", (), "BOL", ("president",), "m", "1985", "1989"),
    OfficeHolder("Kwame Ossei", (), "GHA", ("president",), "m", "2001", "2005"),
    OfficeHolder("Denis Mabiala", (), "COG", ("president",), "m", "1997", None),
    OfficeHolder("Kofi Ossei", (), "GHA", ("president",), "m", "2009", "2013"),
)


@pytest.fixture(autouse=True)
def invented_holders(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the file of office holders hold the invented ones above."""
    table = lexicon.table

    def invented_table(name: str, row: type) -> tuple[Any, ...]:
        return HOLDERS if name == "office_holders.csv" else table(name, row)

    monkeypatch.setattr(lexicon, "table", invented_table)
    for remembered in (office_holders._by_surname, top_offices):
        remembered.cache_clear()
    yield
    for remembered in (office_holders._by_surname, top_offices):
        remembered.cache_clear()


@pytest.mark.parametrize(
    ("name", "title", "year", "country"),
    [
        ("Amin Deroual", None, None, "DZA"),
        ("Nadia Deroual", None, None, "MAR"),
        ("Amine Derouel", None, None, "DZA"),  # another spelling
        ("Shakir Ozbal", None, None, "TUR"),  # one that the file lists, without accents
        ("Hadi Deroual", None, None, None),  # somebody else
        ("Hamid Zuberi", None, None, "KEN"),  # who is spelt just so goes first
        ("Hamid Zubairi", None, None, "PAK"),
        ("Juan Medrano", None, None, "BOL"),
        ("Carlos Medrano", None, None, None),  # the first name must be given
        # A surname alone is enough only with a title that the person held.
        ("Deroual", None, None, None),
        ("Deroual", "president", None, "DZA"),
        ("Deroual", "prime minister", None, "MAR"),
        ("Deroual", "foreign minister", None, None),
        ("Ozbal", "minister of defense", None, "TUR"),
        ("Ozbal", "secretary of defense", None, "TUR"),
        ("Deroual", "premier", None, "MAR"),
        # Two of the name are known only if they are of one country.
        ("Jan Holub", None, None, None),
        ("Holub", "president", None, "CZE"),
        ("Ossei", "president", None, "GHA"),
        # With a year, who held office then counts, a year more or less.
        ("Amin Deroual", None, 1997, None),
        ("Amin Deroual", None, 1998, "DZA"),
        ("Amin Deroual", None, 2009, "DZA"),
        ("Amin Deroual", None, 2010, None),
        ("Sakir Ozbal", None, 2024, "TUR"),  # still in office
        ("Sakir Ozbal", None, 2013, None),
    ],
)
def test_country_of_an_office_holder(
    name: str, title: str | None, year: int | None, country: str | None
) -> None:
    holder = find_office_holder(name, title=title, year=year)
    assert (holder.country if holder else None) == country


@pytest.mark.parametrize(("code", "state"), [("TUR", "turkey"), ("GBR", "united-kingdom")])
def test_state_by_code(code: str, state: str) -> None:
    assert state_by_code()[code] == state


@pytest.mark.parametrize(
    ("sentence", "published", "states"),
    [
        ("President Deroual left Paris after the talks.", "2003-05-02", ["algeria"]),
        ("President Deroual left Paris after the talks.", "2023-05-02", []),
        ("President Deroual of Libya left Paris after the talks.", "2003-05-02", ["libya"]),
        # A full name, or a former office, is known at other times too.
        ("President Amin Deroual left Paris.", "2023-05-02", ["algeria"]),
        ("Former president Deroual left Paris.", "2023-05-02", ["algeria"]),
        # Of the two countries that one adjective names it is the one where the office was held.
        ("Congolese leader Denis Mabiala left.", "2003-05-02", ["republic-of-the-congo"]),
        ("Congolese leader Omar Mabiala left.", "2003-05-02", ["dr-congo"]),
        # The article names country and office; the file says who that is.
        ("The Algerian president left. Amin Deroual was angry.", "2003-05-02", ["algeria"]),
        ("The Algerian leader left. Amin Deroual was angry.", "2003-05-02", ["algeria"]),
        ("The Algerian president left. Amin Deroual was angry.", "2023-05-02", []),
        ("The late Algerian president left. Amin Deroual was hated.", "2023-05-02", ["algeria"]),
        ("An Algerian president left. Amin Deroual was angry.", "2003-05-02", []),
        ("The Libyan president left. Amin Deroual was angry.", "2003-05-02", []),
        (
            "The Algerian and the Ghanaian leaders left. Amin Deroual met Kwame Ossei.",
            "2003-05-02",
            ["algeria", "ghana"],
        ),
    ],
)
def test_file_tells_the_side_where_the_article_does_not(
    sentence: str, published: str, states: list[str]
) -> None:
    ties = readout.parse(sentence, published=published).ties
    assert ties.loc[ties["relation"] == "member", "target"].tolist() == states


@pytest.mark.parametrize(
    ("name", "title", "state"),
    [
        ("Kwame Ossei", "president", "ghana"),
        ("Kwame Ossei", "leader", "ghana"),
        ("Kwame Ossei", "prime minister", None),
        ("Nadia Deroual", "premier", "morocco"),
        ("Hamid Zuberi", "leader", None),  # a foreign minister is no leader
        ("Omar Belkasi", "leader", None),
    ],
)
def test_state_where_somebody_held_an_office(name: str, title: str, state: str | None) -> None:
    assert state_held(name, title) == state
