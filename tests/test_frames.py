"""The frames: their columns and dtypes are fixed, also when they are empty; rows carry evidence."""

from dataclasses import astuple
from datetime import date

import pandas as pd
import pytest

import readout
from readout.article import Article
from readout.frames import FRAMES, build

# Notebooks, scorers and users rely on these names and dtypes.
DTYPES = {
    "sentences": "sentence:int64 section:str paragraph:int64 start:int64 end:int64 text:str "
    "certainty:str",
    "mentions": "mention:int64 sentence:int64 start:int64 end:int64 text:str actor:str kind:str "
    "reading:str via:str",
    "actors": "actor:str name:str type:str country:str role:str aliases:object mentions:int64 "
    "via:str",
    "dates": "sentence:int64 start:int64 end:int64 text:str first_day:datetime64[s] "
    "last_day:datetime64[s] precision:str basis:str via:str",
    "timeline": "event:int64 first_day:datetime64[s] last_day:datetime64[s] precision:str "
    "label:str actors:object certainty:str sentence:int64 start:int64 end:int64 evidence:str "
    "via:str",
    "ties": "source:str relation:str target:str certainty:str cue:str sentence:int64 start:int64 "
    "end:int64 evidence:str via:str",
    "related": "title:str published:datetime64[s] start:int64 end:int64",
    "corrections": "line:int64 frame:str action:str text:str status:str effect:str why:str "
    "note:str",
}
COUNTED = {"sentences": "sentence", "mentions": "mention", "timeline": "event"}

TEXT = """\
Foreign minister may visit Somalia

NAIROBI (AP) - Kenyan Foreign Minister Amina Roe met Abdi Deroual on Monday. It was the first \
meeting of the two since the war in the north of the country began. She may visit Somalia next week.

Related articles
Talks begin in the city of Karum - 1 May 2024
Who is the new foreign minister?
"""


@pytest.fixture(scope="module")
def article() -> Article:
    return readout.parse(TEXT, published="2024-05-08")


@pytest.fixture(scope="module")
def empty_article() -> Article:
    return readout.parse("It rained.")


def dtypes(frame: pd.DataFrame) -> str:
    return " ".join(f"{column}:{dtype}" for column, dtype in frame.dtypes.items())


def test_there_are_no_other_frames() -> None:
    assert set(FRAMES) == set(DTYPES)


@pytest.mark.parametrize("name", DTYPES)
def test_empty_frame_looks_like_a_full_one(name: str) -> None:
    frame = build(name, [])
    assert dtypes(frame) == DTYPES[name]
    assert len(frame) == 0


@pytest.mark.parametrize("name", DTYPES)
def test_frames_of_an_article(name: str, article: Article, empty_article: Article) -> None:
    assert dtypes(getattr(article, name)) == DTYPES[name]
    assert dtypes(getattr(empty_article, name)) == DTYPES[name]
    assert (len(getattr(article, name)) > 0) == (name != "corrections")
    assert len(getattr(empty_article, name)) == (name == "sentences")


@pytest.mark.parametrize("name", COUNTED)
def test_rows_are_numbered_from_zero(name: str, article: Article) -> None:
    frame = getattr(article, name)
    assert frame[COUNTED[name]].tolist() == list(range(len(frame)))
    assert frame.index.tolist() == list(range(len(frame)))


@pytest.mark.parametrize("name", ["sentences", "mentions", "dates"])
def test_text_is_what_stands_in_the_article(name: str, article: Article) -> None:
    for row in getattr(article, name).itertuples():
        assert article.text[row.start : row.end] == row.text != ""


@pytest.mark.parametrize("name", ["timeline", "ties"])
def test_evidence_is_what_stands_in_the_article(name: str, article: Article) -> None:
    for row in getattr(article, name).itertuples():
        assert article.text[row.start : row.end] == row.evidence


@pytest.mark.parametrize("name", ["mentions", "dates", "ties"])
def test_sentence_of_a_row_holds_its_evidence(name: str, article: Article) -> None:
    for row in getattr(article, name).itertuples():
        sentence = article.sentences.loc[row.sentence]
        assert sentence.start <= row.start < row.end <= sentence.end


@pytest.mark.parametrize(
    ("name", "column"),
    [(name, column) for name, columns in FRAMES.items() for column in columns],
)
def test_values_are_among_those_documented(name: str, column: str, article: Article) -> None:
    _, meaning, values = astuple(FRAMES[name][column])
    assert meaning
    assert not values or set(getattr(article, name)[column]) <= set(values)


def test_mentions_of_an_actor_are_counted(article: Article) -> None:
    counts = article.mentions["actor"].value_counts().to_dict()
    listed = article.actors.set_index("actor")["mentions"]
    assert listed[listed > 0].to_dict() == counts
    assert listed.is_monotonic_decreasing


def test_ends_of_ties_and_events_are_actors(article: Article) -> None:
    taking_part = {actor for actors in article.timeline["actors"] for actor in actors}
    ends = {*article.ties["source"], *article.ties["target"], *taking_part}
    assert ends <= set(article.actors["actor"])


def test_actor_without_a_mention_is_listed_for_its_tie(article: Article) -> None:
    kenya = article.actors.set_index("actor").loc["kenya"]
    assert (kenya["name"], kenya["type"], kenya["mentions"]) == ("Kenya", "state", 0)
    assert kenya["aliases"] == ()


def test_certainty_of_a_sentence_is_that_of_its_main_clause(article: Article) -> None:
    hedged = article.sentences.loc[article.sentences["certainty"] == "hedged", "text"]
    assert hedged.tolist() == [
        "Foreign minister may visit Somalia",
        "She may visit Somalia next week.",
    ]


def test_unknown_values_are_missing() -> None:
    row = {"title": "Who is she?", "published": None, "start": 0, "end": 11}
    frame = build("related", [row, {**row, "published": date(2024, 5, 1)}])
    assert frame["published"].isna().tolist() == [True, False]
    assert frame["published"][1] == pd.Timestamp(2024, 5, 1)
    assert dtypes(frame) == DTYPES["related"]


def test_rows_keep_their_order() -> None:
    rows = [{"title": title, "published": None, "start": 0, "end": 1} for title in "cab"]
    assert build("related", rows)["title"].tolist() == ["c", "a", "b"]


def test_columns_stand_in_fixed_order_whatever_the_records() -> None:
    row = {"end": 1, "start": 0, "published": None, "title": "a", "comment": "left out"}
    assert dtypes(build("related", [row])) == DTYPES["related"]


def test_tuples_stay_tuples(article: Article) -> None:
    assert {type(names) for names in article.actors["aliases"]} == {tuple}
    assert {type(actors) for actors in article.timeline["actors"]} == {tuple}


@pytest.mark.parametrize(("frame", "rows"), [("weather", []), ("related", [{"title": "a"}])])
def test_unknown_frame_or_missing_column(frame: str, rows: list[dict[str, object]]) -> None:
    with pytest.raises(KeyError):
        build(frame, rows)


def test_a_sentence_that_expects_or_reports_something_uncertain_is_hedged() -> None:
    text = "Jane Roe is expected to leave Kenya. Kenya said Norway may stay. Norway left Kenya."
    found = readout.parse(text).sentences["certainty"]
    assert found.tolist() == ["hedged", "hedged", "stated"]
