"""Tables for reading: names instead of ids, and beside each row the sentence that says so."""

import html

import pandas as pd
import pytest
from chart_articles import small_article
from invented import ANALYST, ATTACK, TINY, WIRE

import readout
from readout import tables
from readout.evidence_table import EvidenceTable

TIES = ["source", "relation", "target", "certainty", "cue", "sentence"]
EVENTS = ["first_day", "last_day", "event", "certainty", "actors", "sentence"]
ALIASES = ["type", "country", "role", "aliases", "mentions"]


@pytest.fixture(scope="module")
def analyst():
    return readout.parse(ANALYST)


@pytest.fixture(scope="module")
def wire():
    return readout.parse(WIRE, published="2024-03-14")


@pytest.fixture(scope="module")
def tiny():
    return readout.parse(TINY)


# Aliases


def test_aliases_say_which_words_were_taken_for_whom(analyst):
    table = tables.aliases(analyst).frame

    assert table.columns.tolist() == ALIASES
    assert table.index.name == "name"
    assert table.loc["Odran Veshti", "aliases"] == "Odran · Odran Veshti · Veshti"
    assert table.loc["Qatar", ["type", "country", "aliases", "mentions"]].tolist() == [
        "state",
        "QAT",
        "Doha",
        1,
    ]


def test_aliases_are_sorted_by_mentions_and_unknown_is_empty(analyst):
    table = tables.aliases(analyst).frame

    assert table["mentions"].is_monotonic_decreasing
    assert table.loc["Qatar", "role"] == ""
    assert not table.isna().to_numpy().any()


def test_actors_without_a_mention_have_no_aliases():
    article = small_article()
    unnamed = article.actors.assign(mentions=0)

    assert len(tables.aliases(article).frame) == len(unnamed)
    article.actors["mentions"] = 0
    assert tables.aliases(article).frame.empty


# Events


def test_events_stand_beside_the_sentences_that_say_them(wire):
    table = tables.timeline(wire).frame
    met = table[table["first_day"] == "2024-03-12"].iloc[0]

    assert table.columns.tolist() == EVENTS
    assert table["first_day"].is_monotonic_increasing
    assert {"Ingrid Solvang", "Idris Maharo"} <= {*met["actors"].split(", ")}
    assert met["sentence"].startswith("Norwegian Foreign Minister Ingrid Solvang met")
    assert met["sentence"].endswith("officials said.")


def test_a_publication_day_that_the_caller_gave_has_no_sentence(wire, analyst):
    for article, sentence in [(wire, ""), (analyst, "Published on 2024 May 6")]:
        table = tables.timeline(article).frame.set_index("event")
        assert table.loc["article published", "sentence"].startswith(sentence)
        assert bool(table.loc["article published", "sentence"]) == bool(sentence)


# Ties


def test_ties_name_both_ends_and_quote_the_sentence(analyst):
    table = tables.ties(analyst).frame
    [wary] = table[table["cue"] == "wary"].itertuples(index=False)

    assert table.columns.tolist() == TIES
    assert len(table) == len(analyst.ties)
    assert wary[:5] == ("Kenya", "opposes", "Ethiopia", "stated", "wary")
    assert wary.sentence.startswith("Kenya, which fought the CNF")


def test_every_sentence_holds_its_cue(analyst, wire):
    for article in (analyst, wire):
        for row in article.ties.itertuples():
            assert row.evidence in tables.ties(article).frame.loc[row.Index, "sentence"]


def test_ties_of_some_relations(analyst):
    some = tables.ties(analyst, relations=("backs", "courts")).frame
    every = tables.ties(analyst).frame

    assert set(some["relation"]) == {"backs", "courts"}
    assert some.index.tolist() == [*range(len(some))]
    assert len(some) == every["relation"].isin(["backs", "courts"]).sum()


# Any article


def test_names_by_id(analyst):
    names = tables.names_by_id(analyst)

    assert len(names) == len(analyst.actors)
    assert names["odran-veshti"] == "Odran Veshti"


def test_empty_tables_keep_their_columns(tiny):
    assert tables.timeline(tiny).frame.columns.tolist() == EVENTS
    assert tables.timeline(tiny).frame.empty
    assert tables.ties(tiny, relations=("backs",)).frame.columns.tolist() == TIES
    assert tables.aliases(readout.parse("Oreland")).frame.columns.tolist() == ALIASES


def test_tables_show_whole_and_dollars_stay_dollars(analyst):
    options = {"display.max_rows": 3, "display.max_colwidth": 9, "display.width": 40}
    with pd.option_context({**options, "display.html.use_mathjax": True}):
        tables.show_whole()
        markup = tables.ties(analyst)._repr_html_()

    assert html.escape("is wary of Ethiopia’s influence in Somalia.") in markup
    assert markup.count("<tr") == 1 + len(analyst.ties)
    assert "tex2jax_ignore" in markup


def test_words_of_the_article_are_escaped():
    article = readout.parse(ATTACK)
    markup = article.sentences.to_html() + tables.aliases(article)._repr_html_()

    assert "<script" not in markup
    assert "<img" not in markup


def test_what_is_unknown_is_an_empty_cell_and_days_stay_on_a_line():
    frame = pd.DataFrame({"cue": [None], "first_day": ["2024-05-03"], "share": [float("nan")]})
    shown = EvidenceTable(frame, [()])._repr_html_()

    assert '<td></td><td class="day">2024-05-03</td><td></td>' in shown


def test_a_table_without_rows_says_so():
    empty = EvidenceTable(pd.DataFrame({"title": []}), [])
    assert empty._repr_html_() == "<p>The article has none.</p>"
