"""The article as FollowTheMoney entities, checked by the library of that format itself."""

import json
import os
from dataclasses import replace
from datetime import date

import pytest
from chart_articles import frame
from invented import INVENTED, PUBLISHED, TINY

import readout
from readout import lexicon
from readout.export_followthemoney import entities, write_followthemoney

if os.environ.get("CI") == "true":  # there the extra must be installed
    from followthemoney import model
else:
    model = pytest.importorskip("followthemoney", reason="`make extra` installs it").model

WHERE = (0, 0, 16, "Jane Roe smiled.")  # sentence, start, end, evidence, as TINY has them
KNOWN = [  # id, name, type, country, role, aliases, mentions, via
    ("odran", "Odran Veshti", "person", "SOM", "marshal", ("Odran Veshti", "Veshti"), 3, "article"),
    ("ilya", "Ilya Marn", "person", None, None, ("Ilya Marn",), 1, "article"),
    ("tavria", "Republic of Tavria", "state", "TUR", None, ("Tavria", "Port Aven"), 2, "article"),
    ("calderra", "Calderra", "state", "KEN", None, ("Calderra",), 1, "article"),
    ("cnf", "Coastal National Front", "armed_group", "SOM", None, ("CNF",), 1, "article"),
    ("board", "Port Board", "government_body", "TUR", None, (), 1, "article"),
    ("selm", "South-East League", "organisation", None, None, (), 1, "article"),
    ("herald", "Ostia Herald", "media", None, None, (), 1, "article"),
    ("coast", "Coastal states", "bloc", None, None, (), 1, "article"),
    ("ostia", "Ostia", "city", "KEN", None, (), 1, "article"),
    ("unclear", "Vharn", None, None, None, (), 1, "article"),
]
NAMED = [  # text, actor, kind, reading
    ("Odran Veshti", "odran", "name", "actor"),
    ("Veshti", "odran", "name", "actor"),
    ("he", "odran", "pronoun", "actor"),
    ("Tavria", "tavria", "name", "actor"),
    ("Port\nAven", "tavria", "metonym", "actor"),
    ("Calderra", "calderra", "name", "place"),
    ("CNF", "cnf", "acronym", "actor"),
    ("CNF", "cnf", "acronym", "actor"),
    ("Ostia", "ostia", "name", "actor"),
]

TAKEN = ("article", "tie-0", "mention-0", "actor-odran")


def hand_made(*, timeline=(), ties=()):
    """An article of invented actors; ties are given as (source, relation, target, certainty)."""
    found = [
        (n, 0, n, n + 1, text, actor, kind, reading, "by hand")
        for n, (text, actor, kind, reading) in enumerate(NAMED)
    ]
    said = [(*tie, "cue word", *WHERE, "by hand") for tie in ties]
    dated = [(n, *event, *WHERE, "by hand") for n, event in enumerate(timeline)]
    return replace(
        readout.parse(TINY),
        actors=frame("actors", KNOWN),
        mentions=frame("mentions", found),
        ties=frame("ties", said),
        timeline=frame("timeline", dated),
    )


def by_key(article):
    """The entities by what their ids end in, actors by their own ids."""
    made = entities(article)
    prefix = made[0].id.removesuffix("article")
    return {entity.id.removeprefix(prefix).removeprefix("actor-"): entity for entity in made}


@pytest.fixture(scope="module", params=["wire", "analyst", "tiny", "attack", "by hand"])
def article(request):
    name = request.param
    if name == "by hand":
        day = (date(2024, 5, 6), date(2024, 5, 6), "day")
        involved = ("odran", "tavria", "calderra", "ostia", "coast")
        ends = [("odran", "cnf"), ("tavria", "calderra"), ("ostia", "herald"), ("ilya", "unclear")]
        return hand_made(
            timeline=[(*day, "talks in Ostia", involved, "hedged")],
            ties=[
                (source, relation, target, certainty)
                for source, target in ends
                for relation in ("member", "meets")
                for certainty in ("stated", "hedged")
            ],
        )
    return readout.parse(INVENTED[name], published=PUBLISHED.get(name), name=name)


# The library accepts it


def test_the_library_reads_back_equal_what_was_written(article, tmp_path):
    path = write_followthemoney(article, tmp_path / "entities.ftm.json")
    lines = path.read_text(encoding="utf-8").splitlines()
    again = [model.get_proxy(json.loads(line), cleaned=False) for line in lines]

    assert [one.to_dict() for one in again] == [one.to_dict() for one in entities(article)]


def test_every_entity_is_valid_and_complete(article):
    for entity in entities(article):
        entity.schema.validate(entity.to_dict())
        assert not entity.schema.abstract
        assert all(entity.get(name) for name in entity.schema.required), entity.to_dict()


def test_references_lead_to_entities_of_the_right_kind(article):
    known = {entity.id: entity for entity in entities(article)}

    assert len(known) == len(entities(article))
    for entity in known.values():
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                assert known[value].schema.is_a(prop.range), (entity.schema, prop, value)


def test_whoever_reads_an_entity_finds_the_article(article):
    document, *rest = entities(article)

    assert document.schema.name == "Article"
    assert document.get("bodyText") == [article.text.strip()]
    assert document.get("publishedAt") == ([str(article.published)] if article.published else [])
    for entity in rest:
        assert entity.get("document" if entity.schema.name == "Mention" else "proof") == [
            document.id
        ]


def test_texts_longer_than_the_schema_admits_are_cut_to_it():
    made = hand_made(timeline=[(None, None, "day", "x" * 2000, (), "hedged")])
    long_text = "word " * 20_000
    document, *rest = entities(replace(made, text=long_text, title="t" * 2000))

    for entity in (document, *rest):
        entity.schema.validate(entity.to_dict())
    assert sum(map(len, document.get("bodyText"))) >= len(long_text) - 2


def test_ids_are_those_of_the_text(article):
    ids = [entity.id for entity in entities(article)]
    [prefix] = {identifier[:20] for identifier in ids}

    assert ids == [entity.id for entity in entities(replace(article, name="other"))]
    assert entities(replace(article, text=f"{article.text}."))[0].id[:20] != prefix


def test_no_actor_takes_the_id_of_something_else():
    made = hand_made(ties=[("odran", "meets", "ilya", "stated")])
    known = frame(
        "actors", [*KNOWN, *((name, name, None, None, None, (), 0, "article") for name in TAKEN)]
    )
    ids = [entity.id for entity in entities(replace(made, actors=known))]

    assert len(set(ids)) == len(ids)


# Actors


@pytest.mark.parametrize(
    ("actor", "schema"),
    [
        ("odran", "Person"),
        ("tavria", "PublicBody"),
        ("board", "PublicBody"),
        ("cnf", "Organization"),
        ("selm", "Organization"),
        ("herald", "Organization"),
        ("coast", "LegalEntity"),
        ("unclear", "LegalEntity"),
        ("ostia", "Territory"),
        ("calderra", "Territory"),
    ],
)
def test_each_type_of_actor_has_its_schema(actor, schema):
    assert by_key(hand_made())[actor].schema.name == schema


def test_a_state_that_takes_part_in_a_tie_is_more_than_a_place():
    made = hand_made(ties=[("tavria", "courts", "calderra", "stated")])

    assert by_key(made)["calderra"].schema.name == "PublicBody"


def test_names_that_would_match_too_much_are_weak():
    made = by_key(hand_made())

    assert made["odran"].get("name") == ["Odran Veshti"]
    assert made["odran"].get("weakAlias") == ["Veshti"]
    assert made["tavria"].get("alias") == ["Tavria"]
    assert made["tavria"].get("weakAlias") == ["Port Aven"]
    assert made["cnf"].get("abbreviation") == ["CNF"]


def test_countries_are_those_of_the_library_and_unknown_stays_unknown():
    made = by_key(hand_made())

    assert made["odran"].get("country") == ["so"]
    assert made["tavria"].get("country") == ["tr"]
    assert made["ilya"].get("country") == []
    assert made["odran"].get("position") == ["marshal"]


def test_the_library_knows_the_code_of_every_state_by_the_same_name():
    country = model.get("Person").get("country").type

    for state in lexicon.states().values():
        if state.iso3:
            code = country.clean(state.iso3)
            assert code == country.clean(state.name), state.name
            assert code or state.status == "former", state.name


def test_mentions_are_names_that_act_each_once():
    found = [entity for entity in entities(hand_made()) if entity.schema.name == "Mention"]

    assert [one.first("name") for one in found] == [
        "Odran Veshti",
        "Veshti",
        "Tavria",
        "Port Aven",
        "CNF",
    ]
    assert found[-1].first("detectedSchema") == "Organization"
    assert found[-1].first("resolved").endswith("-cnf")


# Events


@pytest.mark.parametrize(
    ("first", "last", "precision", "dates"),
    [
        ("2024-05-06", "2024-05-06", "day", {"date": ["2024-05-06"]}),
        (
            "2024-04-29",
            "2024-05-01",
            "span",
            {"startDate": ["2024-04-29"], "endDate": ["2024-05-01"]},
        ),
        ("2024-05-01", "2024-05-31", "month", {"date": ["2024-05"]}),
        ("2024-01-01", "2024-12-31", "year", {"date": ["2024"]}),
        ("2023-01-01", "2024-12-31", "year", {"startDate": ["2023"], "endDate": ["2024"]}),
    ],
)
def test_dates_are_as_precise_as_the_article(first, last, precision, dates):
    days = (date.fromisoformat(first), date.fromisoformat(last))
    made = by_key(hand_made(timeline=[(*days, precision, "talks", (), "stated")]))["event-0"]

    said = {name: made.get(name) for name in ("date", "startDate", "endDate")}
    assert {name: values for name, values in said.items() if values} == dates


def test_who_acts_is_involved_and_places_are_places():
    event = ("day", "talks", ("odran", "calderra", "ostia"), "stated")
    made = by_key(hand_made(timeline=[(date(2024, 5, 6), date(2024, 5, 6), *event)]))["event-0"]

    assert [one.rpartition("-")[2] for one in made.get("involved")] == ["odran"]
    assert made.get("locationMentioned") == ["Calderra", "Ostia"]


# Links


def link(*tie):
    return by_key(hand_made(ties=[tie]))["tie-0"]


@pytest.mark.parametrize(
    ("tie", "schema", "role"),
    [
        (("odran", "member", "cnf", "stated"), "Membership", "cue word"),
        (("odran", "member", "tavria", "stated"), "Membership", "cue word"),
        (("odran", "member", "cnf", "hedged"), "UnknownLink", "Hedged: cue word"),
        (("ilya", "member", "odran", "stated"), "UnknownLink", "cue word"),
        (("tavria", "member", "coast", "stated"), "UnknownLink", "cue word"),
        (("ostia", "member", "selm", "stated"), "UnknownLink", "cue word"),
        (("tavria", "backs", "cnf", "stated"), "UnknownLink", "backs"),
        (("tavria", "backs", "cnf", "hedged"), "UnknownLink", "Hedged: backs"),
    ],
)
def test_only_a_stated_member_of_an_organisation_is_a_membership(tie, schema, role):
    made = link(*tie)
    ends = [value.rpartition("-")[2] for prop, value in made.edgepairs() for value in (prop, value)]

    assert made.schema.name == schema
    assert made.get("role") == [role]
    assert ends == [tie[0], tie[2]]


def test_what_is_hedged_is_never_told_as_a_fact():
    day = (date(2024, 5, 6), date(2024, 5, 6), "day")
    events = [(*day, "talks", (), "stated"), (*day, "talks", (), "hedged")]
    said = [("tavria", "backs", "cnf", certainty) for certainty in ("stated", "hedged")]
    made = by_key(hand_made(timeline=events, ties=said))

    for fact, doubt, shown in (("event-0", "event-1", "name"), ("tie-0", "tie-1", "role")):
        assert "Hedged" not in json.dumps(made[fact].to_dict())
        assert made[doubt].first(shown).startswith("Hedged: ")
        assert "possible, planned or unproven" in made[doubt].get("description")[-1]


def test_events_and_links_carry_their_evidence(article):
    made = by_key(article)
    for name, rows in (("event", article.timeline), ("tie", article.ties)):
        for number, row in enumerate(rows.itertuples()):
            entity = made[f"{name}-{number}"]
            if row.end > row.start:
                assert entity.get("recordId") == [f"text[{row.start}:{row.end}]"]
                assert entity.get("summary") == [row.evidence]
            else:
                assert not entity.get("recordId") + entity.get("summary")
