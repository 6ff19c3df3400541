"""What a selection picks: rows of the frames, and the sentences with the evidence behind them."""

from dataclasses import replace

import pandas as pd
import pytest
from invented import ANALYST, ATTACK, INVENTED, PUBLISHED, TINY

import readout
from readout.frames import FRAMES
from readout.passages import GIVEN, SAID, find_passages
from readout.selection import (
    VIEWS,
    Selection,
    actor_choices,
    opening_actor,
    relation_choices,
    section_choices,
    select,
    type_choices,
)


@pytest.fixture(scope="module", params=INVENTED)
def article(request):
    return readout.parse(INVENTED[request.param], published=PUBLISHED.get(request.param))


@pytest.fixture(scope="module")
def analyst():
    return readout.parse(ANALYST)


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_chosen_picks_every_row(article, view):
    pd.testing.assert_frame_equal(select(article, view, Selection()), getattr(article, view))


def test_an_actor_picks_its_mentions(analyst):
    rows = select(analyst, "mentions", Selection(actor="turkey"))

    assert set(rows["actor"]) == {"turkey"}
    assert len(rows) == analyst.actors.set_index("actor").loc["turkey", "mentions"]


def test_an_actor_picks_the_ties_that_go_out_and_come_in(analyst):
    rows = select(analyst, "ties", Selection(actor="turkey"))
    rest = analyst.ties.drop(rows.index)

    assert "turkey" in set(rows["source"])
    assert "turkey" in set(rows["target"])
    assert "turkey" not in {*rest["source"], *rest["target"]}


def test_an_actor_picks_the_events_that_it_takes_part_in(analyst):
    rows = select(analyst, "timeline", Selection(actor="turkey"))

    assert 0 < len(rows) < len(analyst.timeline)
    assert all("turkey" in actors for actors in rows["actors"])
    assert not any("turkey" in actors for actors in analyst.timeline.drop(rows.index)["actors"])


@pytest.mark.parametrize("view", VIEWS)
def test_a_type_picks_what_all_its_actors_pick(analyst, view):
    states = analyst.actors.loc[analyst.actors["type"] == "state", "actor"]
    each = [set(select(analyst, view, Selection(actor=actor)).index) for actor in states]

    assert set(select(analyst, view, Selection(actor_type="state")).index) == set().union(*each)


def test_an_actor_of_another_type_picks_nothing(analyst):
    selection = Selection(actor="turkey", actor_type="person")

    assert all(select(analyst, view, selection).empty for view in VIEWS)


def test_relation_certainty_and_section_narrow_together(analyst):
    rows = select(analyst, "ties", Selection(relation="backs", certainty="hedged", section="body"))
    by_hand = analyst.ties[
        (analyst.ties["relation"] == "backs") & (analyst.ties["certainty"] == "hedged")
    ]

    assert len(rows) > 0
    assert rows.index.tolist() == by_hand.index.tolist()


def test_a_relation_leaves_mentions_and_events_alone(analyst):
    for view in ("mentions", "timeline"):
        assert len(select(analyst, view, Selection(relation="backs"))) == len(
            getattr(analyst, view)
        )


def test_a_mention_is_as_certain_as_its_sentence_and_stands_in_its_section(analyst):
    sentences = analyst.sentences.set_index("sentence")
    hedged = select(analyst, "mentions", Selection(certainty="hedged"))
    title = select(analyst, "mentions", Selection(section="title"))

    assert set(sentences.loc[hedged["sentence"], "certainty"]) == {"hedged"}
    assert set(sentences.loc[title["sentence"], "section"]) == {"title"}


def test_a_view_that_does_not_exist():
    with pytest.raises(ValueError, match="view must be one of mentions, timeline, ties"):
        select(readout.parse(TINY), "dates", Selection())


def test_choices_name_what_occurs_the_most_mentioned_first(analyst):
    ids = [actor for _, actor in actor_choices(analyst)]
    mentions = analyst.actors.set_index("actor")["mentions"]

    assert sorted(ids) == sorted(analyst.actors["actor"])
    assert mentions[ids].is_monotonic_decreasing
    assert [actor for _, actor in actor_choices(analyst, actor_type="person")] == [
        actor for actor in ids if "person" in analyst.actors.set_index("actor").loc[actor, "type"]
    ]
    assert set(type_choices(analyst)) == set(analyst.actors["type"])
    assert set(relation_choices(analyst)) == set(analyst.ties["relation"])
    assert section_choices(analyst)[:3] == ["title", "caption", "body"]


def test_two_actors_that_look_alike_can_be_told_apart():
    tiny = readout.parse(TINY)
    twins = pd.concat([tiny.actors, tiny.actors.assign(actor=tiny.actors["actor"] + "-2")])
    labels = [label for label, _ in actor_choices(replace(tiny, actors=twins))]

    assert "Jane Roe (person, 2), jane-roe-2" in labels
    assert len(set(labels)) == len(labels)


def test_an_actor_of_unknown_type_can_be_chosen():
    tiny = readout.parse(TINY)
    unknown = replace(tiny, actors=tiny.actors.assign(type=pd.NA).astype({"type": "str"}))

    assert actor_choices(unknown)[0] == ("Jane Roe (type unknown, 2)", "jane-roe")
    assert type_choices(unknown) == []


def test_the_view_opens_with_an_actor_that_it_shows(analyst):
    assert opening_actor(analyst, "mentions") == actor_choices(analyst)[0][1]
    for view in VIEWS:
        assert not select(analyst, view, Selection(actor=opening_actor(analyst, view))).empty
    assert opening_actor(readout.parse(TINY), "ties") is None


@pytest.mark.parametrize("view", VIEWS)
def test_every_passage_points_at_its_evidence(article, view):
    rows = getattr(article, view)
    passages = find_passages(article, view, rows)
    marked = [
        piece
        for passage in passages
        for piece, evidence in passage.pieces(article.text)
        if evidence
    ]

    said = rows["text" if view == "mentions" else "evidence"]
    assert marked == said[said != ""].tolist()
    for passage in passages:
        pieces = "".join(piece for piece, _ in passage.pieces(article.text))
        assert pieces == article.text[passage.start : passage.end]


def test_a_passage_is_the_sentence_it_stands_in(analyst):
    for passage in find_passages(analyst, "ties", analyst.ties):
        number = int(passage.where.split()[1].rstrip(","))
        row = analyst.sentences.set_index("sentence").loc[number]
        assert (passage.start, passage.end) == (row["start"], row["end"])
        assert passage.where.endswith(row["section"])


def test_the_same_words_twice_are_marked_where_they_stand():
    text = "Ghana won. Ghana won, as it had been said that Ghana won."
    article = readout.parse(text)
    rows = article.mentions[article.mentions["text"] == "Ghana"]
    once, twice = find_passages(article, "mentions", rows.drop(rows.index[1]))

    assert once.evidence == ((0, 5),)
    assert twice.evidence == ((text.rindex("Ghana"), text.rindex("Ghana") + 5),)
    assert [piece for piece, _ in twice.pieces(text)] == [
        "Ghana won, as it had been said that ",
        "Ghana",
        " won.",
    ]


def test_a_date_that_the_caller_gave_is_not_said_to_stand_in_the_text():
    article = readout.parse(TINY, published="2024-05-06")
    published = article.timeline[article.timeline["label"] == "article published"]
    [passage] = find_passages(article, "timeline", published)

    assert passage.says == "6 May 2024: article published"
    assert passage.where == GIVEN
    assert list(passage.pieces(article.text)) == []
    in_body = select(article, "timeline", Selection(section="body"))
    assert "article published" not in set(in_body["label"])


def test_an_event_without_a_day_says_so():
    article = readout.parse(TINY, published="2024-05-06")
    undated = article.timeline.assign(first_day=pd.NaT)

    assert find_passages(article, "timeline", undated)[0].says == "no day: article published"


def test_mentions_say_who_is_meant():
    article = readout.parse(TINY)
    first, second = find_passages(article, "mentions", article.mentions)

    assert first.says == "Jane Roe: Jane Roe (name)"
    assert second.says == "Jane Roe: She (pronoun); Ghana: Ghana (as a place)"


def test_every_relation_can_be_said():
    assert tuple(SAID) == FRAMES["ties"]["relation"].values  # noqa: PD011


def test_an_attack_stays_text():
    article = readout.parse(ATTACK)
    passages = find_passages(article, "mentions", article.mentions)

    assert any("<script>" in article.text[p.start : p.end] for p in passages)
