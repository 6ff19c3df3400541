"""The article as a whole: the calls, and what must come out right on the seed article.

A claim about the seed names the place in its text: `[he]` is the word that the claim is about.
"""

import re
from datetime import date

import pandas as pd
import pytest
from invented import ANALYST, WIRE

import readout
from readout.frames import FRAMES

HAFTAR, LAVROV = "khalifa-haftar", "sergey-lavrov"


def actor_of(article, phrase):
    """The actor of the mention in brackets in a phrase of the article, and its reading."""
    before, word, after = re.split(r"[\[\]]", phrase)
    [place] = re.finditer(re.escape(before + word + after), article.text)
    start = place.start() + len(before)
    found = article.mentions[article.mentions["start"] == start]
    found = found[found["text"] == word]
    return (*found[["actor", "reading"]].itertuples(index=False, name=None), (None, None))[0]


def ties_of(article, relation, **ends):
    """The ties of a relation as (source, target, certainty)."""
    ties = article.ties[article.ties["relation"] == relation]
    for column, actor in ends.items():
        ties = ties[ties[column] == actor]
    return set(ties[["source", "target", "certainty"]].itertuples(index=False, name=None))


def called(article, alias):
    """The id of the one actor that the article calls so."""
    [found] = article.actors.loc[[alias in names for names in article.actors["aliases"]], "actor"]
    return found


def actor(article, actor_id):
    return article.actors.set_index("actor").loc[actor_id]


# The page


def test_seed_page(seed_article):
    assert seed_article.title == "Khalifa Haftar’s strategic visit to Belarus"
    assert seed_article.heading == "Libya"
    assert seed_article.published == date(2025, 2, 24)
    assert seed_article.name == "haftar-belarus-2025-02-24"


def test_seed_sections(seed_article):
    sentences = seed_article.sentences.groupby("section")["text"].agg(list)

    assert sentences["title"] == ["Khalifa Haftar’s strategic visit to Belarus"]
    assert [text[:9] for text in sentences["caption"]] == ["LAAF head"]
    assert sentences["body"][0].startswith("0n 17-19 February the Libyan Aram")
    assert sentences["body"][-1].endswith("domestic and international stakeholders.")
    assert "Click here to receive a free sample copy." in sentences["boilerplate"]


def test_seed_related_articles(seed_article):
    days = seed_article.related["published"].astype(str)
    assert days.tolist() == ["2024-12-13", "2024-11-21", "2024-10-28", "2024-09-16"]


# Who is who


def test_laaf_is_the_libyan_aram_armed_force(seed_article):
    spelled_out, _ = actor_of(seed_article, "the [Libyan Aram Armed Force]’s (LAAF) commander")
    acronym, _ = actor_of(seed_article, "Armed Force’s ([LAAF]) commander")
    alone, _ = actor_of(seed_article, "[LAAF]-controlled territories")

    assert spelled_out == acronym == alone
    assert actor(seed_article, acronym)["type"] == "armed_group"
    assert {"LAAF", "Libyan Aram Armed Force"} <= {*actor(seed_article, acronym)["aliases"]}


def test_umsmil_is_the_mission_of_the_united_nations(seed_article):
    mission, _ = actor_of(seed_article, "the [United Nations Support Mission in Libya] (UMSMIL)")

    assert actor_of(seed_article, "in Libya ([UMSMIL])")[0] == mission
    assert actor(seed_article, mission)["type"] == "organisation"
    assert mission not in ("un", "libya")


def test_haftar_alone_is_khalifa_and_not_his_sons(seed_article):
    mentions = seed_article.mentions

    assert set(mentions.loc[mentions["text"] == "Haftar", "actor"]) == {HAFTAR}
    assert actor_of(seed_article, "[Saddam Haftar] and Khalid")[0] == "saddam-haftar"
    assert actor_of(seed_article, "and [Khalid Haftar] —")[0] == "khalid-haftar"


@pytest.mark.parametrize(
    ("phrase", "government"),
    [
        ("very close ties to [Moscow], is", "russia"),
        ("alignment of [Moscow]’s interests", "russia"),
        ("why [Moscow] does not seem", "russia"),
        ("one of [Moscow]’s main goals", "russia"),
        ("importance that [Minsk] placed on", "belarus"),
        ("engagement with [Minsk] is", "belarus"),
    ],
)
def test_a_capital_that_acts_is_its_government(seed_article, phrase, government):
    assert actor_of(seed_article, phrase) == (government, "actor")


@pytest.mark.parametrize(
    "phrase",
    [
        "Haftar’s strategic visit to [Belarus]",
        "Haftar, visited [Belarus]. This",
        "The visit to [Minsk], which",
        "Haftar’s visit to [Belarus] draws",
        "involvement in [Libya], Haftar",
        "being repeated in [Syria].",
    ],
)
def test_where_something_happens_is_a_place(seed_article, phrase):
    assert actor_of(seed_article, phrase)[1] == "place"


@pytest.mark.parametrize(
    "phrase",
    [
        "now, have mainly been [Russia], Egypt",
        "admiration for [Belarus] in these sectors",
        "alignment with [Russia] cannot",
        "could potentially strengthen [Russia]’s influence",
        "deprived [Libya] of its entity",
    ],
)
def test_a_country_that_acts_or_is_acted_on_is_an_actor(seed_article, phrase):
    assert actor_of(seed_article, phrase)[1] == "actor"


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("despite past setbacks, [he] remains", "Haftar"),
        ("diversifying this beyond [his] traditional allies", "Haftar"),
        ("two of [his] sons", "Haftar"),
        ("to [his] domestic rivals", "Haftar"),
        ("demonstration of [his] ability", "Haftar"),
        ("which bolsters [his] position", "Haftar"),
        ("to consolidate [his] authority", "Haftar"),
        ("already wary of [its] involvement", "Russia"),
        ("[He] said that", "Sergey Lavrov"),
        ("Similarly, [its] representative", "Russia"),
        ("what [he] considered an imbalance", "Vasily Nebenzya"),
        ("[He] called for the revival", "Vasily Nebenzya"),
        ("because [he] claimed", "Vasily Nebenzya"),
        ("Whether [his] efforts succeed", "Haftar"),
        ("secure [his] long-term position", "Haftar"),
    ],
)
def test_who_each_pronoun_is(seed_article, phrase, meant):
    assert actor_of(seed_article, phrase)[0] == called(seed_article, meant)


@pytest.mark.parametrize(
    "phrase", ["[It] also indicates", "scrutiny for [their] involvement", "[It] could potentially"]
)
def test_pronouns_for_no_single_actor_are_no_mentions(seed_article, phrase):
    assert actor_of(seed_article, phrase)[0] is None


@pytest.mark.parametrize(
    ("person", "office", "side"),
    [
        ("Haftar", "head", "LAAF"),
        ("Alexander Lukashenko", "President", "Belarus"),
        ("Roman Golovchenko", "Prime Minister", "Belarus"),
        ("Ivan Tertel", "chairman", "KGB RB"),
        ("Saddam Haftar", "Lt-Gen", "Haftar"),
        ("Sergey Lavrov", "Foreign Minister", "Russia"),
        ("Vasily Nebenzya", "representative to the United Nations", "Russia"),
        ("Hannah Tetteh", "UN envoy", "UN"),
    ],
)
def test_office_and_side_from_the_title(seed_article, person, office, side):
    who = called(seed_article, person)
    tie = (who, called(seed_article, side), "stated")

    assert office in actor(seed_article, who)["role"]
    assert tie in ties_of(seed_article, "member", source=who)


def test_country_from_the_side(seed_article):
    people = seed_article.actors[seed_article.actors["type"] == "person"]
    countries = people.dropna(subset=["country"]).groupby("country")["name"].agg(set)

    assert countries["BLR"] == {"Alexander Lukashenko", "Ivan Tertel", "Roman Golovchenko"}
    assert countries["RUS"] == {"Sergey Lavrov", "Vasily Nebenzya"}
    assert "Khalifa Haftar" in countries["LBY"]
    assert set(countries.index) == {"BLR", "RUS", "LBY"}


def test_no_office_is_made_up(seed_article):
    people = seed_article.actors[seed_article.actors["type"] == "person"]
    roles = people.set_index("actor")["role"]

    assert pd.isna(roles["stephanie-khoury"])
    assert not any("Haftar" in role for role in roles.dropna()), "a name is no office"


# When


def test_the_visit_is_a_span_of_three_days(seed_article):
    [visit] = seed_article.timeline[seed_article.timeline["precision"] == "span"].itertuples()

    assert [visit.first_day, visit.last_day] == [*pd.to_datetime(["2025-02-17", "2025-02-19"])]
    assert (visit.certainty, visit.label) == ("stated", "Khalifa Haftar visited Belarus")
    assert {HAFTAR, "belarus"} <= {*visit.actors}


def test_lavrov_speaks_on_18_february(seed_article):
    speech = seed_article.timeline.set_index("first_day").loc[pd.Timestamp(2025, 2, 18)]

    assert (speech["precision"], speech["certainty"]) == ("day", "stated")
    assert {LAVROV, "state-duma"} <= {*speech["actors"]}


def test_2011_is_a_year_and_no_more(seed_article):
    [year] = seed_article.timeline[seed_article.timeline["precision"] == "year"].itertuples()

    assert [year.first_day, year.last_day] == [*pd.to_datetime(["2011-01-01", "2011-12-31"])]
    assert "libya" in year.actors


def test_the_publication_is_an_event(seed_article):
    [published] = seed_article.timeline.query("label == 'article published'").itertuples()

    assert published.first_day == published.last_day == pd.Timestamp(2025, 2, 24)
    assert published.evidence == "2025 February 24, Monday"


# Who backs whom


def test_russia_egypt_and_the_uae_back_haftar_as_stated(seed_article):
    backers = ties_of(seed_article, "backs", target=HAFTAR)
    stated = {source for source, _, certainty in backers if certainty == "stated"}

    assert stated == {"russia", "egypt", "uae"}


def test_belarus_backs_only_as_hedged(seed_article):
    backed = ties_of(seed_article, "backs", source="belarus")

    assert ("belarus", HAFTAR, "hedged") in backed
    assert {certainty for _, _, certainty in backed} == {"hedged"}


@pytest.mark.parametrize(
    ("relation", "tie"),
    [
        ("aligned", ("belarus", "russia", "stated")),
        ("opposes", ("the-west", "russia", "stated")),
        ("courts", (HAFTAR, "belarus", "hedged")),
    ],
)
def test_one_tie_of_each_other_kind(seed_article, relation, tie):
    assert ties_of(seed_article, relation) == {tie}


# The calls


def test_load_and_parse_agree(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(ANALYST, encoding="utf-8")
    loaded, parsed = readout.load(path), readout.parse(ANALYST)

    assert (loaded.name, parsed.name, loaded.text) == ("note", "article", ANALYST)
    for frame in FRAMES:
        pd.testing.assert_frame_equal(getattr(loaded, frame), getattr(parsed, frame))


@pytest.mark.parametrize("published", ["2024-03-14", date(2024, 3, 14)])
def test_days_count_from_the_publication_that_the_caller_gives(published):
    wire = readout.parse(WIRE, published=published)
    tuesday = wire.dates.set_index("text").loc["Tuesday", "first_day"]

    assert (wire.published, tuesday) == (date(2024, 3, 14), pd.Timestamp(2024, 3, 12))


def test_copyright_lines_and_corrections_have_no_dates_of_the_story():
    text = (
        "KARUM, May 3 (Reuters) - The envoy left on Monday. He will return next week.\n\n"
        "• This article was amended on 5 May 2021. An earlier one gave another day.\n\n"
        "Copyright 2021 The Associated Press. "
        "All rights reserved.\n"
    )
    dates = readout.parse(text, published="2021-05-04").dates
    assert dates["text"].tolist() == ["May 3", "Monday", "next week"]
