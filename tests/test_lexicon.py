"""The lexicon: every lookup, and one clear error for each way in which a file can be malformed."""

from dataclasses import FrozenInstanceError, dataclass
from typing import Literal

import pytest

from readout import lexicon
from readout.errors import LexiconError, ReadoutError


@dataclass(frozen=True, slots=True)
class Dish:
    """A row with one column of each type that a file may have."""

    name: str
    origin: str | None
    kind: Literal["soup", "stew"]
    taste: Literal["mild", "hot"] | None
    spices: tuple[str, ...]
    vegan: bool


HEADER = "name,origin,kind,taste,spices,vegan\n"


@pytest.fixture
def dishes(tmp_path, monkeypatch):
    """Read the given bytes as if they were data/dishes.csv."""
    monkeypatch.setattr(lexicon, "_data_folder", lambda: tmp_path)

    def read(content: str | bytes):
        raw = content if isinstance(content, bytes) else content.encode()
        (tmp_path / "dishes.csv").write_bytes(raw)
        return lexicon.table("dishes.csv", Dish)

    return read


def test_cells_become_the_types_of_their_columns(dishes):
    full, bare = dishes(HEADER + "Brisk,Arland,soup,hot,salt; red pepper,yes\nPlain,,stew,,,\n")

    assert full == Dish("Brisk", "Arland", "soup", "hot", ("salt", "red pepper"), vegan=True)
    assert bare == Dish("Plain", None, "stew", None, (), vegan=False)


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ("", 1, "header"),
        ("name,kind\nBrisk,soup\n", 1, "header"),
        (HEADER + "Brisk,Arland,soup\n", 2, "3 cells"),
        (HEADER + "Brisk,,soup,,,\n,,soup,,,\n", 3, "empty"),
        (HEADER + "Brisk,,salad,,,\n", 2, "'salad' is none of soup, stew"),
        (HEADER + "Brisk,,soup,sweet,,\n", 2, "'sweet' is none of mild, hot"),
        (HEADER + "Brisk,,soup,,,no\n", 2, "'no' is none of yes"),
        (HEADER + "Brisk,,soup,,salt;pepper; ,\n", 2, "white space"),
        (HEADER + "Brisk,,soup,,salt;  pepper,\n", 2, "list"),
        (HEADER + "Brisk,,soup,,salt; salt,\n", 2, "repeats"),
        (HEADER + " Brisk,,soup,,,\n", 2, "white space"),
    ],
)
def test_malformed_row_is_named_with_its_line(dishes, content, line, problem):
    with pytest.raises(LexiconError, match=rf"data/dishes\.csv, line {line}: .*{problem}"):
        dishes(content)


@pytest.mark.parametrize("content", [HEADER.encode() + b"\xff,,soup,,,\n", HEADER + '"Brisk'])
def test_unreadable_file_is_named(dishes, content):
    with pytest.raises(LexiconError, match=r"data/dishes\.csv cannot be read"):
        dishes(content)


def test_missing_file_is_named():
    with pytest.raises(ReadoutError, match=r"data/dishes\.csv cannot be read"):
        lexicon.table("dishes.csv", Dish)


def test_data_lie_inside_an_installed_package(tmp_path, monkeypatch):
    (tmp_path / "readout" / "data").mkdir(parents=True)
    monkeypatch.setattr(lexicon, "__file__", str(tmp_path / "readout" / "lexicon.py"))

    assert lexicon._data_folder() == tmp_path / "readout" / "data"


def test_views_are_frozen():
    with pytest.raises(FrozenInstanceError):
        lexicon.states()["russia"].name = "Arland"
    with pytest.raises(TypeError):
        lexicon.capitals()["Arles"] = "arland"


def test_every_way_to_name_a_state_finds_it():
    actors = {name: actor.id for actor in lexicon.known_actors() for name in actor.names}

    for name in ("Britain", "UK", "U.K.", "United Kingdom"):
        assert actors[name] == "united-kingdom"
    assert lexicon.demonyms()["briton"] == lexicon.demonyms()["british"] == "united-kingdom"
    assert lexicon.capitals()["London"] == lexicon.seats()["Downing Street"] == "united-kingdom"


@pytest.mark.parametrize(
    ("name", "state"),
    [("Chad", "chad"), ("Jordan", "jordan"), ("Türkiye", "turkey"), ("Turkiye", "turkey"),
     ("DRC", "dr-congo"), ("Congo-Brazzaville", "republic-of-the-congo"), ("Guinea", "guinea"),
     ("Guinea-Bissau", "guinea-bissau"), ("Niger", "niger"), ("Burma", "myanmar"),
     ("Holy See", "vatican"), ("DPRK", "north-korea"), ("Republic of Korea", "south-korea")],
)  # fmt: skip
def test_names_that_are_easily_confused(name, state):
    [found] = [actor for actor in lexicon.known_actors() if name in actor.names]

    assert found.id == state


def test_spellings_need_no_rows_of_their_own():
    [ivory_coast] = [actor for actor in lexicon.known_actors() if actor.id == "ivory-coast"]

    written = {"Côte d'Ivoire", "Cote d'Ivoire", "Côte d’Ivoire", "Cote d’Ivoire"}
    assert written <= set(ivory_coast.names)
    assert lexicon.seats()["Elysee"] == lexicon.seats()["Élysée"] == "france"


def test_capitals():
    assert lexicon.capitals()["Kiev"] == lexicon.capitals()["Kyiv"] == "ukraine"
    assert lexicon.capitals()["The Hague"] == "netherlands"
    assert "Singapore" not in lexicon.capitals(), "the state's own name comes first"
    assert "Hamilton" not in lexicon.capitals(), "a territory's capital stands for no government"
    assert {"Georgia", "Santiago", "Male"} <= lexicon.ambiguous_names()


def test_cities():
    assert lexicon.cities()["Misurata"].country == lexicon.cities()["Misrata"].country == "LBY"
    assert lexicon.cities()["Reading"].common_word
    assert not lexicon.cities()["Benghazi"].common_word


def test_actors_have_the_type_of_their_file():
    actors = {actor.id: actor for actor in lexicon.known_actors()}

    assert [actors[each].type for each in ("nato", "the-west", "fsb", "hamas", "syria")] == [
        "organisation", "bloc", "government_body", "armed_group", "state",
    ]  # fmt: skip
    assert actors["fsb"].country == "RUS"
    assert "RSF" in actors["rsf"].acronyms


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Khalifa", "m"), ("hillary", "f"), ("Sergei", "m"), ("Zoltan", "m"), ("Jong-un", "m"),
     ("Marie-Eve", "f"), ("Robin", None), ("Arland", None)],
)  # fmt: skip
def test_given_name_gender(name, gender):
    assert lexicon.given_name_gender(name) == gender


def test_words_about_people_and_speech():
    titles = lexicon.titles()
    assert (titles["lt-gen"].kind, titles["mrs"].gender) == ("rank", "f")
    assert (titles["foreign minister"].side, titles["envoy"].side) == ("state", "whole")
    assert titles["major"].capitalised
    assert not titles["colonel"].capitalised
    assert lexicon.reporting_verbs()["blame"].stance == "accuse"
    assert lexicon.nominals()["league"].denotes == "organisation"
    assert lexicon.media_names()["Itar-Tass"] == "TASS"


def test_words_of_doubt():
    found = {(hedge.cue, hedge.pos): hedge.category for hedge in lexicon.hedges()}

    assert found["may", "aux"] == "possibility"
    assert found["likely", "adjective"] == found["likely", "adverb"] == "appearance"
    assert found["seek", "verb"] == "attempt"
