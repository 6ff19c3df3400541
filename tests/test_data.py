"""The files of data/: true to the codebook, without clashes, complete where completeness counts."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from readout import lexicon

DATA = Path(__file__).parents[1] / "data"
CODEBOOK = (DATA / "README.md").read_text(encoding="utf-8")
FILES = sorted(path.name for path in DATA.glob("*.csv"))
GROUPED = {"date_words.csv", "page_words.csv", "reading_words.csv"}
WITH_IDS = ("states.csv", "organisations.csv", "armed_groups.csv", "government_bodies.csv")


def rows(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def values(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


def test_codebook_lists_every_file():
    assert re.findall(r"^## (\S+):", CODEBOOK, re.MULTILINE) == FILES


@pytest.mark.parametrize("file", FILES)
def test_codebook_agrees_with_the_file(file):
    section = re.search(
        rf"^## {re.escape(file)}: ([\d,]+) rows\n(.*?)(?=^## |\Z)", CODEBOOK, re.M | re.S
    )
    assert section, f"data/README.md has no section on {file}"

    assert int(section[1].replace(",", "")) == len(rows(file))
    assert re.findall(r"^\| `(\w+)` \|", section[2], re.MULTILINE) == list(rows(file)[0])


@pytest.mark.parametrize("file", [file for file in FILES if file not in GROUPED])
def test_rows_are_sorted(file):
    first_column = [next(iter(row.values())) for row in rows(file)]

    assert first_column == sorted(first_column)


@pytest.mark.parametrize("file", FILES)
def test_rows_are_unique(file):
    repeated = [
        row for row, count in Counter(tuple(r.values()) for r in rows(file)).items() if count > 1
    ]

    assert not repeated


def test_ids_are_unique_and_well_formed():
    ids = [row["id"] for file in WITH_IDS for row in rows(file)]

    assert not [each for each, count in Counter(ids).items() if count > 1]
    assert not [each for each in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each)]


def test_every_country_code_is_a_states():
    known = {state.iso3 for state in lexicon.states().values()}
    unknown = {
        (file, row[column])
        for file in FILES
        for row in rows(file)
        for column in ("country", "seat_iso3")
        if row.get(column) and row[column] not in known
    }

    assert not unknown


def test_no_name_belongs_to_two():
    owners: dict[str, set[str]] = {}
    for actor in lexicon.known_actors():
        for name in actor.names:
            owners.setdefault(name, set()).add(actor.id)
    for places in (lexicon.capitals(), lexicon.seats()):
        for name, state in places.items():
            owners.setdefault(name, set()).add(f"capital or seat of {state}")
    for name in lexicon.cities():
        owners.setdefault(name, set()).add("a city")
    for name in lexicon.media_names():
        owners.setdefault(name, set()).add("a medium")

    assert not {name: found for name, found in owners.items() if len(found) > 1}


def test_no_demonym_belongs_to_two():
    owners: dict[str, set[str]] = {}
    for state in lexicon.states().values():
        for demonym in state.demonyms:
            owners.setdefault(demonym.lower(), set()).add(state.id)

    assert not {demonym: found for demonym, found in owners.items() if len(found) > 1}
    assert all(lexicon.demonyms()[each] == found.pop() for each, found in owners.items())


def test_names_carry_no_article_or_possessive():
    names = [name for actor in lexicon.known_actors() for name in actor.names]

    assert not [
        name for name in names if re.match(r"(the|a|an) ", name, re.I) or re.search(r"['’]s$", name)
    ]


def test_all_members_of_the_un_and_the_others_in_the_news():
    status = Counter(state.status for state in lexicon.states().values())
    codes = {state.iso3 for state in lexicon.states().values()}

    assert (status["un_member"], status["observer"]) == (193, 2)
    assert {"VAT", "PSE", "TWN", "XKX", "ESH"} <= codes


def test_every_state_has_what_the_news_call_it():
    for state in lexicon.states().values():
        if state.status in ("un_member", "observer"):
            assert state.iso3, state.id
            assert state.capital, state.id
    without_demonym = {
        s.id
        for s in lexicon.states().values()
        if s.iso3 and not s.demonyms and s.status == "un_member"
    }
    # Their people share the demonym of a larger neighbour.
    assert without_demonym == {"dominica", "republic-of-the-congo"}


def test_ambiguous_names_are_names_of_their_row():
    for row in rows("states.csv"):
        own = {
            name
            for column in row
            if column not in ("ambiguous", "id", "iso3", "status")
            for name in (
                values(row[column]) if column not in ("name", "capital") else [row[column]]
            )
        }
        assert set(values(row["ambiguous"])) <= own, row["name"]


@pytest.mark.parametrize(
    ("file", "least"),
    [("organisations.csv", 120), ("armed_groups.csv", 90), ("government_bodies.csv", 80),
     ("media.csv", 100), ("titles.csv", 200), ("given_names.csv", 900), ("hedges.csv", 120),
     ("reporting_verbs.csv", 100), ("cities.csv", 4000)],
)  # fmt: skip
def test_files_cover_the_world(file, least):
    assert len(rows(file)) >= least


def test_each_continent_has_its_bodies_and_groups():
    for file, column in (("government_bodies.csv", "country"), ("armed_groups.csv", "country")):
        countries = {row[column] for row in rows(file)}
        for continent in (
            "NGA SDN MLI",
            "IRN SYR YEM",
            "IND PAK MMR",
            "COL VEN MEX",
            "RUS UKR FRA",
        ):
            assert set(continent.split()) <= countries, (file, continent)


def test_words_are_written_as_they_are_looked_up():
    for file, column in (("titles.csv", "title"), ("hedges.csv", "cue"), ("nominals.csv", "noun")):
        words = [row[column] for row in rows(file)]
        assert words == [word.lower() for word in words]
    assert not [row["title"] for row in rows("titles.csv") if "." in row["title"]]
