"""Corrections: what an analyst's file changes in the frames, and what it leaves as it is."""

import warnings
from datetime import date
from functools import partial

import pandas as pd
import pytest
from correction_sheets import TEXT, correction, write_corrections
from invented import ANALYST, TINY
from test_properties import CHECKS

import readout
from readout import tables
from readout.frames import CORRECTABLE


@pytest.fixture(scope="module")
def plain():
    return readout.parse(TEXT)


@pytest.fixture
def sheet(tmp_path):
    return partial(write_corrections, tmp_path)


@pytest.fixture
def corrected(sheet):
    def read(*rows: dict[str, object]):
        return readout.parse(TEXT, corrections=sheet(*rows))

    return read


def at(article, frame, **columns):
    """The one row of a frame with these values, as a dict."""
    found = getattr(article, frame)
    for column, value in columns.items():
        found = found[found[column] == value]
    [row] = found.to_dict("records")
    return row


def actor(article, name):
    return at(article, "actors", actor=name)


# Mentions


def test_a_mention_of_another_actor(corrected, plain):
    start = TEXT.index("Roe said")
    article = corrected(correction("mentions", "change", "Roe", start=start, actor="karim-roe"))

    row = at(article, "mentions", start=start)
    assert (row["actor"], row["via"]) == ("karim-roe", "analyst")
    before, after = actor(plain, "karim-roe"), actor(article, "karim-roe")
    assert after["mentions"] == before["mentions"] + 1
    assert after["aliases"] == ("Karim Roe", "Roe")
    assert actor(article, "jane-roe")["mentions"] == actor(plain, "jane-roe")["mentions"] - 1
    assert at(article, "corrections")["effect"] == "actor: jane-roe -> karim-roe"


def test_a_dropped_mention_is_counted_no_more(corrected, plain):
    article = corrected(correction("mentions", "drop", "Norway"))

    assert "Norway" not in article.mentions["text"].tolist()
    assert article.mentions["mention"].tolist() == [*range(len(plain.mentions) - 1)]
    norway = actor(article, "norway")
    assert (norway["mentions"], norway["aliases"]) == (0, ())
    assert "norway" in article.ties["source"].tolist(), "ties stay unless they are dropped"


def test_the_last_trace_of_an_actor(corrected):
    article = corrected(
        correction("mentions", "drop", "Norway"),
        correction("ties", "drop", "Norway opposes Egypt"),
    )

    assert "norway" not in article.actors["actor"].tolist()


def test_an_added_mention_makes_an_actor(corrected):
    article = corrected(
        correction("actors", "add", actor="the-envoy", name="The Envoy", type="person"),
        correction("mentions", "add", "The envoy", actor="the-envoy", kind="name", reading="actor"),
    )

    row = at(article, "mentions", text="The envoy")
    assert article.text[row["start"] : row["end"]] == "The envoy"
    assert article.sentences["text"][row["sentence"]].startswith("The envoy travelled")
    envoy = actor(article, "the-envoy")
    assert (envoy["name"], envoy["type"], envoy["mentions"]) == ("The Envoy", "person", 1)
    assert envoy["via"] == "analyst"


def test_an_actor_that_nobody_describes_has_no_type(corrected):
    article = corrected(
        correction("mentions", "add", "The envoy", actor="x-1", kind="name", reading="actor")
    )

    assert actor(article, "x-1")["name"] == "The envoy"
    assert pd.isna(actor(article, "x-1")["type"])


def test_an_actor_that_data_knows_is_described_by_it(corrected):
    article = corrected(
        correction("mentions", "add", "The envoy", actor="kenya", kind="name", reading="actor")
    )

    kenya = actor(article, "kenya")
    assert (kenya["name"], kenya["type"], kenya["country"]) == ("Kenya", "state", "KEN")
    assert kenya["via"] == "data"


def test_all_places_with_the_same_words(corrected, plain):
    article = corrected(correction("mentions", "change", "Egypt", start="all", reading="place"))

    rows = article.mentions[article.mentions["text"] == "Egypt"]
    assert set(plain.mentions.loc[rows.index, "reading"]) == {"actor", "place"}
    assert set(rows["reading"]) == {"place"}
    assert set(rows["via"]) == {"analyst"}


def test_the_old_value_chooses_the_row(corrected):
    article = corrected(
        correction("mentions", "change", "Egypt", start="all", reading="place -> actor")
    )

    rows = article.mentions[article.mentions["text"] == "Egypt"]
    assert set(rows["reading"]) == {"actor"}
    assert (rows["via"] == "analyst").sum() == 1


def test_white_space_in_the_words_does_not_count(corrected):
    article = corrected(correction("timeline", "drop", "The envoy travelled to Egypt"))

    assert article.corrections["status"].tolist() == ["applied"]


# Dates and events


def test_a_day_that_changes_stays_one_day(corrected):
    article = corrected(correction("dates", "change", "2 May", first_day="2024-05-03"))

    row = at(article, "dates", text="2 May")
    assert row["first_day"] == row["last_day"] == pd.Timestamp(2024, 5, 3)
    assert row["via"] == "analyst"


def test_a_span_needs_its_last_day(corrected):
    article = corrected(
        correction("dates", "change", "2 May", last_day="2024-05-04", precision="day -> span")
    )

    assert at(article, "dates", text="2 May")["last_day"] == pd.Timestamp(2024, 5, 4)


def test_an_added_date(corrected):
    article = corrected(
        correction("dates", "drop", "June"),
        correction(
            "dates",
            "add",
            "in June",
            first_day="2025-06-01",
            last_day="2025-06-30",
            precision="month",
            basis="explicit",
        ),
    )

    row = at(article, "dates", text="in June")
    assert row["last_day"].date() == date(2025, 6, 30)
    assert article.dates["start"].is_monotonic_increasing


def test_an_event_moves_to_its_place_in_the_timeline(corrected, plain):
    visit = at(plain, "timeline", start=TEXT.index("The envoy"))
    article = corrected(
        correction(
            "timeline",
            "change",
            "envoy travelled",
            first_day="2024-04-01",
            label="Envoy goes to Egypt",
            actors="egypt; karim-roe",
            certainty="hedged",
        )
    )

    assert visit["event"] > 0
    row = at(article, "timeline", event=0)
    assert row["label"] == "Envoy goes to Egypt"
    assert row["actors"] == ("egypt", "karim-roe")
    assert (row["certainty"], row["via"]) == ("hedged", "analyst")


def test_an_added_event(corrected):
    article = corrected(
        correction(
            "timeline",
            "add",
            "Norway opposes Egypt",
            first_day="2024-05-01",
            precision="day",
            label="Norway speaks up",
            certainty="stated",
        )
    )

    row = at(article, "timeline", label="Norway speaks up")
    assert row["evidence"] == "Norway opposes Egypt"
    assert row["actors"] == ()


# Ties


def test_a_tie_changes(corrected):
    article = corrected(
        correction(
            "ties",
            "change",
            "Norway opposes Egypt",
            relation="opposes -> courts",
            certainty="hedged",
        )
    )

    row = at(article, "ties", source="norway")
    assert (row["relation"], row["certainty"], row["via"]) == ("courts", "hedged", "analyst")
    assert "courts" in [key for *_, key in article.network().edges(keys=True)]


def test_ties_that_become_the_same_are_one(corrected):
    article = corrected(
        correction("ties", "change", "Norway opposes Egypt", source="egypt", relation="backs",
                   target="sahel-council")
    )  # fmt: skip

    row = at(article, "ties", source="egypt", relation="backs")
    assert row["via"] == "analyst"
    assert row["evidence"] == "Norway opposes Egypt"


def test_an_added_tie_may_have_no_cue(corrected):
    article = corrected(
        correction("ties", "add", "Roe's envoy", source="jane-roe", relation="courts",
                   target="egypt", certainty="hedged")
    )  # fmt: skip

    row = at(article, "ties", source="jane-roe", relation="courts")
    assert (row["start"], row["sentence"]) == (0, 0)
    assert pd.isna(row["cue"])
    assert "cue" not in article.network().edges["jane-roe", "egypt", "courts"]


# Actors


def test_what_an_actor_is(corrected):
    article = corrected(
        correction("actors", "change", actor="sahel-council", name="Council of the Sahel",
                   type="organisation -> armed_group", country="MLI"),
        correction("actors", "change", actor="jane-roe", role="NA"),
    )  # fmt: skip

    council = actor(article, "sahel-council")
    assert council["name"] == "Council of the Sahel"
    assert (council["type"], council["country"], council["via"]) == (
        "armed_group",
        "MLI",
        "analyst",
    )
    assert pd.isna(actor(article, "jane-roe")["role"])


def test_two_actors_that_are_one(corrected, plain):
    article = corrected(correction("actors", "change", actor="karim-roe -> jane-roe"))

    assert "karim-roe" not in article.actors["actor"].tolist()
    both = [actor(plain, name)["mentions"] for name in ("jane-roe", "karim-roe")]
    assert actor(article, "jane-roe")["mentions"] == sum(both)
    assert "Karim Roe" in actor(article, "jane-roe")["aliases"]
    assert at(article, "mentions", text="Karim Roe")["via"] == "analyst"
    assert not any("karim-roe" in actors for actors in article.timeline["actors"])
    assert "karim-roe" in plain.ties["target"].tolist()
    assert (article.ties["source"] != article.ties["target"]).all()


def test_a_new_id_for_an_actor(corrected, plain):
    article = corrected(correction("actors", "change", actor="sahel-council -> sc"))

    assert actor(article, "sc")["name"] == actor(plain, "sahel-council")["name"]
    assert "sc" in article.ties["target"].tolist()


def test_a_dropped_actor_leaves_nothing_behind(corrected, plain):
    article = corrected(correction("actors", "drop", actor="egypt"))

    assert "egypt" in {*plain.mentions["actor"]} & {*plain.ties["target"]}
    assert "egypt" not in {*article.mentions["actor"], *article.ties["source"]}
    assert "egypt" not in {*article.ties["target"], *article.actors["actor"]}
    assert not any("egypt" in actors for actors in article.timeline["actors"])
    assert len(article.timeline) == len(plain.timeline)


# Every frame after corrections

EVERYTHING = [
    correction("mentions", "change", "Its", actor="coastal-national-front"),
    correction("mentions", "drop", "Odran", start=8),
    correction("mentions", "add", "CNF leader", actor="veshti", kind="name", reading="actor"),
    correction("mentions", "drop", "Odran Veshti", start=ANALYST.index("Odran Veshti (L)")),
    correction("actors", "add", actor="veshti", name="Veshti", type="person"),
    correction("actors", "change", actor="coastal-national-front -> cnf", type="armed_group"),
    correction("actors", "drop", actor="kemal-arslan"),
    correction("ties", "change", "Its rival", target="cnf", cue="rival"),
    correction("ties", "drop", "visited Turkey"),
    correction("ties", "add", "an envoy", source="african-union", relation="courts",
               target="qatar", certainty="hedged"),
    correction("dates", "change", "2 May", first_day="2024-05-03"),
    correction("dates", "drop", "2016"),
    correction("timeline", "change", "which fought the CNF in 2016", first_day="2025-01-01",
               last_day="2025-01-02", precision="span"),
    correction("timeline", "add", "weekly report", first_day="2024-05-06", precision="day",
               label="Report is sold", certainty="stated", actors="kenya"),
]  # fmt: skip


@pytest.fixture(scope="module")
def much_corrected(tmp_path_factory):
    path = tmp_path_factory.mktemp("much") / "c.csv"
    pd.DataFrame(EVERYTHING).to_csv(path, index=False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return readout.parse(ANALYST, corrections=path)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_what_holds_for_every_article_holds_for_a_corrected_one(much_corrected, check):
    assert {*much_corrected.corrections["frame"]} == {*CORRECTABLE}
    check(much_corrected)


def test_charts_and_network_of_a_corrected_article(much_corrected):
    assert ("african-union", "qatar", "courts") in much_corrected.network().edges(keys=True)
    for chart in (readout.charts.mentions, readout.charts.timeline, readout.charts.network):
        assert str(chart(much_corrected))
    assert "Report is sold" in str(readout.charts.timeline(much_corrected))
    assert len(tables.ties(much_corrected)) == len(much_corrected.ties)
    readout.highlight(much_corrected)


def test_an_article_without_dates_and_ties_can_be_given_some(sheet):
    rows = [
        correction("dates", "add", "smiled", first_day="2024-05-06", precision="day",
                   basis="relative"),
        correction("ties", "add", "in Ghana", source="jane-roe", relation="meets", target="ghana",
                   certainty="stated"),
    ]  # fmt: skip
    article = readout.parse(TINY, corrections=sheet(*rows))

    assert (len(article.dates), len(article.ties)) == (1, 1)
    for check in CHECKS:
        check(article)
