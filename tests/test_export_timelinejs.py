"""The timeline for TimelineJS: its documented format, true precision, hedges said, HTML escaped."""

import html
import json
import re
from dataclasses import replace

import pandas as pd
import pytest
from chart_articles import HandMadeArticle, sentences, small_article, timeline
from invented import INVENTED, PUBLISHED

import readout
from readout.export_timelinejs import timelinejs_record, write_timelinejs

# https://timeline.knightlab.com/docs/json-format.html: for each object its keys with their types.
TOP = {"events": list, "title": dict, "eras": list, "scale": str}
SLIDE = {
    "start_date": dict,
    "end_date": dict,
    "text": dict,
    "media": dict,
    "group": str,
    "display_date": str,
    "background": dict,
    "autolink": bool,
    "unique_id": str,
}
TEXT = {"headline": str, "text": str}
DATE_RANGES = {"year": (1, 9999), "month": (1, 12), "day": (1, 31)}
TAGS = {"<p>", "</p>", "<mark>", "</mark>"}


@pytest.fixture(scope="module", params=["wire", "analyst", "attack"])
def article(request):
    name = request.param
    return readout.parse(INVENTED[name], published=PUBLISHED.get(name), name=name)


def check(value, keys):
    assert set(value) <= set(keys)
    for key, kind in value.items():
        assert isinstance(kind, keys[key]), key


def check_slide(slide):
    check(slide, SLIDE)
    check(slide["text"], TEXT)
    for name in {"start_date", "end_date"} & set(slide):
        fields = slide[name]
        assert [*fields] == [*DATE_RANGES][: len(fields)]
        for field, value in fields.items():
            assert type(value) is int
            assert DATE_RANGES[field][0] <= value <= DATE_RANGES[field][1]


def test_the_file_keeps_to_the_documented_format(article, tmp_path):
    path = write_timelinejs(article, tmp_path / "timeline.json")
    content = json.loads(path.read_text(encoding="utf-8"))
    slides = [content["title"], *content["events"]]

    check(content, TOP)
    assert content["scale"] == "human"
    for slide in slides:
        check_slide(slide)
    assert "start_date" not in content["title"]
    assert all(slide["start_date"]["year"] for slide in content["events"])
    assert len({slide["unique_id"] for slide in slides}) == len(slides)
    assert len(content["events"]) == len(article.timeline)


def events_of(*rows):
    made = HandMadeArticle(title="Talks", sentences=sentences(6), timeline=timeline(rows))
    return timelinejs_record(made)["events"]


@pytest.mark.parametrize(
    ("named", "start", "end", "said"),
    [
        ("2024-05-06 2024-05-06 day", (2024, 5, 6), None, None),
        ("2024-04-29 2024-05-01 span", (2024, 4, 29), (2024, 5, 1), None),
        ("2024-05-06 2024-05-12 week", (2024, 5, 6), (2024, 5, 12), "week of 6 May 2024"),
        ("2024-05-01 2024-05-31 month", (2024, 5), None, "May 2024"),
        ("2024-01-01 2024-12-31 year", (2024,), None, "2024"),
    ],
)
def test_a_date_says_no_more_than_the_article(named, start, end, said):
    [event] = events_of((*named.split(), "stated", "Odran Veshti met the SELM"))

    assert tuple(event["start_date"].values()) == start
    assert event.get("end_date") == (end and dict(zip(DATE_RANGES, end, strict=True)))
    assert event.get("display_date") == said


def test_hedged_events_say_so_in_words_and_stand_in_a_group_of_their_own():
    day = ("2024-05-06", "2024-05-06", "day")
    stated, hedged = events_of((*day, "stated", "A met B"), (*day, "hedged", "B will visit C"))

    assert (stated["group"], hedged["group"]) == ("Stated", "Hedged")
    assert stated["text"]["headline"] == "A met B"
    assert hedged["text"]["headline"] == "Hedged: B will visit C"
    assert "possible, planned or unproven" in hedged["text"]["text"]
    assert "possible" not in stated["text"]["text"]


def test_the_sentence_is_shown_whole_with_its_evidence_marked(article):
    for event, row in zip(
        timelinejs_record(article)["events"], article.timeline.itertuples(), strict=True
    ):
        shown = event["text"]["text"].removesuffix(
            "<p>Hedged: the article marks it as possible, planned or unproven.</p>"
        )
        if row.end == row.start:
            assert shown == ""
            continue
        [evidence] = re.findall("<mark>(.*?)</mark>", shown, re.DOTALL)
        assert html.unescape(evidence) == row.evidence
        words = html.unescape(re.sub("</?(p|mark)>", "", shown))
        assert words == article.sentences["text"][row.sentence]


def test_nothing_of_the_article_becomes_mark_up():
    attack = '<img src=x onerror=alert(1)> & "more"'
    made = small_article()
    events = made.timeline.assign(label=attack)
    texts = made.sentences.assign(text=attack)
    content = timelinejs_record(replace(made, title=attack, timeline=events, sentences=texts))

    assert content["events"]
    for slide in [content["title"], *content["events"]]:
        assert set(re.findall("<[^>]*>", "".join(slide["text"].values()))) <= TAGS
        assert html.unescape(slide["text"]["headline"]).endswith(attack)
        assert slide["autolink"] is False


def test_what_has_no_day_has_no_slide():
    made = small_article()
    unknown = made.timeline.assign(first_day=pd.NaT, last_day=pd.NaT)

    assert timelinejs_record(replace(made, timeline=unknown))["events"] == []


def test_the_title_says_when_the_article_was_published():
    dated = timelinejs_record(readout.parse(INVENTED["analyst"]))["title"]["text"]
    undated = timelinejs_record(readout.parse(INVENTED["tiny"], name="tiny"))["title"]["text"]

    assert dated["text"] == "<p>Published on 6 May 2024.</p>"
    assert undated == {"headline": "tiny", "text": ""}
