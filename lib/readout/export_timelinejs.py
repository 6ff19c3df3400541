"""The timeline as TimelineJS reads it.

The format is the one that https://timeline.knightlab.com/docs/json-format.html describes.
TimelineJS shows headlines and texts as HTML, so everything from the article is escaped.
"""

import json
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readout.export_words import HEDGED_MEANS, say_certainty
from readout.files import replace_file

if TYPE_CHECKING:
    from readout.article import Article

DATE_FIELDS = {"year": ("year",), "month": ("year", "month")}
DAY_FIELDS = ("year", "month", "day")


def write_timelinejs(article: "Article", path: str | Path) -> Path:
    """Write the timeline as TimelineJS 3 JSON to `path` and return it.

    The file holds what `timelinejs_record` returns. Raises OSError if the folder does not exist or
    cannot be written.

    >>> write_timelinejs(article, "reports/timeline.json").name
    'timeline.json'
    """
    content = json.dumps(timelinejs_record(article), indent=2, ensure_ascii=False)
    return replace_file(Path(path), f"{content}\n".encode())


def timelinejs_record(article: "Article") -> dict[str, object]:
    """The article as a title slide and its dated events as slides, in the keys of TimelineJS.

    A slide has the event's label as headline, its sentence with the evidence marked as text, and
    its certainty as group. A date has only the fields that the article names: of a month no day, of
    a year no month. What is hedged says so. TimelineJS refuses a file without events.

    >>> [slide["start_date"]["year"] for slide in timelinejs_record(article)["events"]]
    [2011, 2025, 2025, 2025]
    """
    published = article.published
    events = article.timeline.dropna(subset=["first_day", "last_day"]).itertuples()
    return {
        "scale": "human",
        "title": {
            "unique_id": "article",
            "text": {
                "headline": escape(article.title or article.name),
                "text": f"<p>Published on {_say_day(published)}.</p>" if published else "",
            },
            "autolink": False,
        },
        "events": [_slide(article, event) for event in events],
    }


def _slide(article: "Article", event: Any) -> dict[str, object]:
    dates = {"start_date": _date(event.first_day, event.precision)}
    if (end_date := _date(event.last_day, event.precision)) != dates["start_date"]:
        dates["end_date"] = end_date
    note = f"<p>{HEDGED_MEANS}</p>" if event.certainty == "hedged" else ""
    return {
        "unique_id": f"event-{event.event}",
        **dates,
        **_display_date(event.first_day, event.precision),
        "group": event.certainty.capitalize(),
        "text": {
            "headline": escape(say_certainty(event.label, event.certainty)),
            "text": _marked_sentence(article, event) + note,
        },
        "autolink": False,
    }


def _date(day: date, precision: str) -> dict[str, int]:
    return {field: getattr(day, field) for field in DATE_FIELDS.get(precision, DAY_FIELDS)}


def _display_date(day: date, precision: str) -> dict[str, str]:
    said = {
        "week": f"week of {_say_day(day)}",
        "month": f"{day:%B} {day.year}",
        "year": str(day.year),
    }
    return {"display_date": said[precision]} if precision in said else {}


def _say_day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _marked_sentence(article: "Article", event: Any) -> str:
    """The sentence as HTML with the evidence marked; empty where the caller gave the fact."""
    if event.end <= event.start:
        return ""
    sentence = article.sentences.iloc[event.sentence]
    start, end = (max(0, place - sentence["start"]) for place in (event.start, event.end))
    parts = [sentence["text"][:start], sentence["text"][start:end], sentence["text"][end:]]
    before, evidence, after = map(escape, parts)
    return f"<p>{before}<mark>{evidence}</mark>{after}</p>"
