"""The reader's own actors: found by every name, before those of data/, where a list is given."""

import subprocess
import sys
from dataclasses import replace

import pytest

import readout
from readout.errors import BadActors
from readout.known_names import DATA, KnownActors
from readout.own_actors import ACTORS_VARIABLE, known_actors, read_own_actors

HEADER = "id,name,acronyms,aliases,type,country,gender"
ROWS = """\
csf,Coastal Shield Force,CSF,Shield Force; Bayda Guards,armed_group,LBY,
,Zubayr Okparo,ZO,Fox of Karum,person,NER,m
,Vharn,,,state,,
,Port Aven,,,city,LBY,
,Karum Herald,,,media,,
un,League of All,,LOA,organisation,,
"""
TEXT = """\
The Shield Force attacked Kenya on Monday. The CSF left. Bayda Guards fled. Zubayr Okparo, who
leads Vharn, met Idris Sahari in Port Aven. Okparo condemned the attack as he left. The Fox of Karum
blamed Kenya, the Karum Herald said. The United Nations met the LOA in Karum.
"""


@pytest.fixture
def own(tmp_path):
    def write(rows, header=HEADER):
        path = tmp_path / "actors.csv"
        path.write_text(f"{header}\n{rows}", encoding="utf-8")
        return path

    return write


@pytest.fixture
def article(own):
    return readout.parse(TEXT, published="2024-05-06", actors=own(ROWS))


def of(article, actor):
    """The words of the mentions of an actor."""
    return article.mentions.loc[article.mentions["actor"] == actor, "text"].tolist()


def row(article, actor):
    return article.actors.set_index("actor").loc[actor]


def test_every_name_of_an_own_actor_is_found(article):
    assert of(article, "csf") == ["Shield Force", "CSF", "Bayda Guards"]
    force = row(article, "csf")
    assert (force["name"], force["type"]) == ("Coastal Shield Force", "armed_group")
    assert (force["country"], force["via"]) == ("LBY", "own")
    kinds = article.mentions.set_index("text")["kind"]
    assert (kinds["CSF"], kinds["Shield Force"]) == ("acronym", "name")


def test_own_actors_have_ties_and_take_part_in_events(article):
    ties = article.ties[["source", "relation", "target"]].values.tolist()

    assert ["csf", "opposes", "kenya"] in ties
    assert ["zubayr-okparo", "meets", "idris-sahari"] in ties
    assert any("csf" in actors for actors in article.timeline["actors"])


def test_a_person_by_surname_byname_and_pronoun(article):
    assert of(article, "zubayr-okparo") == ["Zubayr Okparo", "Okparo", "he", "Fox of Karum"]
    person = row(article, "zubayr-okparo")
    assert (person["name"], person["type"], person["country"]) == ("Zubayr Okparo", "person", "NER")


def test_a_byname_makes_no_surname(article):
    assert article.mentions.set_index("text").loc["Karum", "actor"] == "karum"


def test_states_cities_and_media(article):
    assert row(article, "vharn")["type"] == "state"
    aven = article.mentions.set_index("text").loc["Port Aven"]
    assert (aven["actor"], aven["reading"]) == ("port-aven", "place")
    assert row(article, "port-aven")["via"] == "own"
    assert "Karum Herald" not in article.mentions["text"].tolist()


def test_an_id_of_data_keeps_its_names_and_takes_the_readers_word(article):
    assert of(article, "un") == ["United Nations", "LOA"]
    assert row(article, "un")["name"] == "League of All"
    assert row(article, "un")["via"] == "own"
    assert row(article, "kenya")["via"] == "data"


def test_a_name_nearly_spelt_so(own):
    path = own("csf,Coastal Shield Force,,,armed_group,,")
    article = readout.parse("The Costal Shield Force attacked Kenya.", actors=path)

    assert of(article, "csf") == ["Costal Shield Force"]


def test_the_readers_name_wins(own):
    text = "Hamas attacked Kenya. The UN condemned it."
    article = readout.parse(text, actors=own("my-un,Union of Nomads,UN,,armed_group,,"))

    assert of(readout.parse(text), "un") == ["UN"]
    assert of(article, "my-un") == ["UN"]
    assert row(article, "my-un")["type"] == "armed_group"
    assert row(article, "hamas")["via"] == "data"


def test_nothing_stays_from_one_call_to_the_next(own):
    text = "Bayda Guards attacked Kenya."
    with_list = readout.parse(text, actors=own(ROWS))
    without = readout.parse(text)

    assert of(with_list, "csf") == ["Bayda Guards"]
    assert "csf" not in without.actors["actor"].tolist()
    assert DATA.own == ()


def test_the_environment_names_the_file(own, monkeypatch):
    path = own("bg,Bayda Guards,,,armed_group,LBY,")
    text = "Bayda Guards attacked Kenya."
    monkeypatch.setenv(ACTORS_VARIABLE, str(path))
    assert of(readout.parse(text), "bg") == ["Bayda Guards"]

    other = path.rename(path.with_name("other.csv"))
    assert of(readout.parse(text, actors=other), "bg") == ["Bayda Guards"]

    with pytest.raises(BadActors, match="cannot be read"):
        readout.parse(text)
    monkeypatch.setenv(ACTORS_VARIABLE, "")
    assert known_actors() is DATA


def test_the_files_of_data_are_split_into_words_once():
    actor = DATA.by_id["hamas"]
    mine = KnownActors((replace(actor, id="mine", names=("Vharn Front",), via="own"),))

    assert mine.by_first_word["Kenya"] is DATA.by_first_word["Kenya"]
    assert "Vharn" not in DATA.by_first_word
    assert mine.by_first_word["Vharn"][0].own


def test_a_list_is_split_into_words_once_and_read_anew_when_it_changes(own):
    path = own(",Bayda Guards,,,armed_group,,")
    first = known_actors(path)
    assert known_actors(path) is first

    own(",Bayda Guards,,,organisation,,")
    assert known_actors(path).by_id["bayda-guards"].type == "organisation"


def test_columns_may_be_left_out_and_stand_in_any_order(own):
    [actor] = read_own_actors(own("armed_group,Bayda Guards", header="type,name"))

    assert (actor.id, actor.names, actor.country) == ("bayda-guards", ("Bayda Guards",), None)


MALFORMED = {
    "no name": (",,,,person,,", "line 3: no name; fill it in"),
    "no type": (",Vharn,,,,,", "line 3: '' is none of person, state"),
    "type": (",Vharn,,,country,,", "line 3: 'country' is none of person, state"),
    "country": (",Vharn,,,state,Vharn,", "'Vharn' is no country; write an ISO 3166"),
    "gender": (",Jane Roe,,,person,,female", "'female' is none of m, f"),
    "id": ("The Front,Front,,,organisation,,", "'The Front' is no id of an actor"),
    "article": (",Front,,the Front,organisation,,", "'the Front' begins with an article"),
    "name twice": (",Front,,Bayda Guards,organisation,,", "'Bayda Guards' stands in line 2 too"),
    "id twice": ("bg,Front,,,organisation,,", "'bg' stands in line 2 too; keep one of them"),
}


@pytest.mark.parametrize(("line", "problem"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_row_is_named(own, line, problem):
    path = own(f"bg,Bayda Guards,,,armed_group,,\n{line}\n")

    with pytest.raises(BadActors) as error:
        readout.parse("Jane Roe left.", actors=path)

    assert str(error.value).startswith(f"{path}, line 3: ")
    assert problem in str(error.value)
    assert len(str(error.value).splitlines()) == 1


def test_a_file_without_the_columns_is_named(own):
    with pytest.raises(BadActors, match="line 1: no column 'type'; the columns are id, name"):
        read_own_actors(own("Vharn", header="name"))


def test_who_gives_no_list_loads_no_spreadsheets():
    code = "import readout, sys; print('readout.sheets' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
