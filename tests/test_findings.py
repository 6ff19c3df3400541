"""Findings: computed sentences that are true of the article at hand, whichever it is."""

from dataclasses import replace
from datetime import date

import pytest
from chart_articles import (
    HandMadeArticle,
    actors,
    empty_article,
    huge_article,
    mentions,
    small_article,
    ties,
    timeline,
    tiny_article,
)

from readout import findings


def around(said, **options):
    """What is found around Odran of Tavria when the article says so much."""
    known = [
        ("odran", "Odran", "person"),
        ("norrland", "Norrland", "state"),
        ("selm", "Selm", "state"),
        ("ostia", "Ostia", "state"),
    ]
    found = mentions(
        [("odran", "name", "actor", range(9)), *((a, "name", "actor", [1]) for a, _, _ in known)]
    )
    article = HandMadeArticle(mentions=found, actors=actors(known, found), ties=ties(said))
    return findings.backers(article, **options).sentences


def dated(*events, published=date(2031, 2, 24)):
    return findings.timeline(
        HandMadeArticle(timeline=timeline(events), published=published)
    ).sentences


# Who


def test_mentions_of_a_small_article():
    assert findings.mentions(small_article()).sentences == (
        "12 actors in 69 mentions.",
        "Odran Veshti is mentioned most as an actor: 20 of 56 times.",
        "12 pronouns, most for Odran Veshti, Tavria and Norrland.",
        "Six metonyms, most for Norrland and Tavria.",
        "Four acronyms, most for Calderran National Front.",
        "Read as actor in some sentences and as place in others: Calderra and Tavria.",
    )


def test_an_article_without_actors_says_so():
    assert findings.mentions(empty_article()).sentences == ("The article names no actor.",)


def test_nothing_is_said_of_kinds_and_readings_that_do_not_occur():
    found = mentions([("selm", "name", "place", [0])])
    article = HandMadeArticle(mentions=found, actors=actors([("selm", "Selm", "state")], found))

    assert findings.mentions(article).sentences == ("One actor in one mention.",)


# When


def test_timeline_of_a_small_article():
    assert findings.timeline(small_article()).sentences == (
        "Five events between 1 January 2017 and 30 April 2031.",
        "Two of these are hedged: planned, expected or unproven.",
        "Two of these are after the publication on 24 February 2031.",
        "The latest of what had happened ended five days before the publication.",
    )


@pytest.mark.parametrize(
    "article",
    [
        empty_article(),
        replace(small_article(), timeline=small_article().timeline.query("event==3")),
    ],
    ids=["nothing", "only the publication"],
)
def test_an_article_without_dates_says_so(article):
    assert findings.timeline(article).sentences == (
        "The article gives no date for anything that happened.",
    )


def test_without_a_publication_date_nothing_is_said_of_it():
    said = dated(("2031-02-03", "2031-02-03", "day", "stated", "Talks"), published=None)

    assert len(said) == 2
    assert "publication" not in " ".join(said)


def test_what_is_hedged_had_not_happened():
    said = dated(("2031-02-20", "2031-02-20", "day", "hedged", "Talks were expected"))

    assert not any("had happened" in sentence for sentence in said)


def test_what_happens_on_the_day_of_publication():
    said = dated(("2031-02-24", "2031-02-24", "day", "stated", "Talks"))

    assert said[-1] == "The latest of what had happened ended on the day of the publication."


# Who backs whom


def test_backers_of_a_small_article():
    assert findings.backers(small_article()).sentences == (
        "Around Odran Veshti, the most mentioned of the actors that ties meet in.",
        "Three backers are stated: Norrland, Selm and Ostia.",
        "One backer is only suggested: Tavria.",
        "Norrland and Tavria, both backers, are themselves aligned, so the one only suggested"
        " adds little to the one stated.",
        "Odran Veshti courts Tavria (hedged).",
        "Western powers stands against Norrland, a backer.",
    )


def test_an_article_without_ties_says_so():
    [said] = findings.backers(empty_article()).sentences

    assert said == "The article says of no two actors who backs or opposes whom."


def test_an_actor_that_nobody_backs():
    assert around(["selm opposes odran", "odran opposes ostia?"])[1:] == (
        "Nobody is said to back Odran.",
        "Against Odran: Selm.",
        "Odran stands against Ostia (hedged).",
    )


def test_backers_that_are_all_stated_or_all_suggested():
    assert around(["selm backs odran"])[1:] == (
        "One backer is stated: Selm.",
        "No backer is only suggested.",
    )
    assert around(["selm backs odran?", "ostia backs odran?"])[1:] == (
        "No backer is stated.",
        "Two backers are only suggested: Selm and Ostia.",
    )


def test_stated_backers_that_are_aligned_make_no_claim_of_little_gain():
    said = around(["selm backs odran", "ostia backs odran", "selm aligned ostia?"])

    assert said[3:] == ("Ostia and Selm, both backers, are themselves aligned (hedged).",)


def test_an_alignment_that_is_stated_once_is_not_hedged():
    said = around(
        ["selm backs odran", "ostia backs odran?", "selm aligned ostia", "selm backs ostia?"]
    )

    assert "are themselves aligned, so" in said[3]


def test_only_alignment_is_called_alignment():
    said = around(["selm backs odran", "ostia backs odran", "selm opposes ostia"])

    assert not any("aligned" in sentence for sentence in said)


def test_another_centre_is_not_called_the_most_mentioned():
    said = around(["selm backs odran", "ostia backs selm"], centre="selm")

    assert "most mentioned" not in said[0]
    assert said[1] == "One backer is stated: Ostia."


def test_an_unknown_centre_is_an_error_that_names_it():
    with pytest.raises(KeyError, match="nobody"):
        around(["selm backs odran"], centre="nobody")


# Any article


@pytest.mark.parametrize("article", [tiny_article(), huge_article(), small_article()])
@pytest.mark.parametrize("finding", [findings.mentions, findings.timeline, findings.backers])
def test_findings_are_whole_sentences(article, finding):
    said = finding(article).sentences

    assert said
    for sentence in said:
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert not {"nan", "NaN", "NaT", "<NA>"} & {*sentence.split()}


def test_findings_show_as_a_list():
    said = findings.Findings(("One.", "Two."))

    assert str(said) == repr(said) == "- One.\n- Two."
    assert said._repr_html_() == "<ul><li>One.</li><li>Two.</li></ul>"


def test_names_from_the_article_are_escaped():
    article = small_article()
    attacked = replace(article, actors=article.actors.assign(name="<script>alert(1)</script> & Co"))

    for finding in (findings.mentions, findings.backers):
        markup = finding(attacked)._repr_html_()
        assert "<script" not in markup
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co" in markup
