"""Tables for reading: frames with names instead of ids and with the sentences that say so."""

from typing import TYPE_CHECKING

import pandas as pd

from readout.evidence_table import EvidenceTable, Spans

if TYPE_CHECKING:
    from readout.article import Article


def show_whole() -> None:
    """Let pandas show tables whole: every row and the full text, and dollar signs as dollars.

    Changes the display options of pandas for this session.

    >>> show_whole()
    >>> pd.get_option("display.max_rows") is None
    True
    """
    pd.set_option("display.max_rows", None)
    pd.set_option("display.max_colwidth", None)
    pd.set_option("display.width", None)
    pd.options.display.html.use_mathjax = False


def aliases(article: "Article") -> EvidenceTable:
    """Which words were taken for whom: a row per actor that is mentioned, most mentioned first.

    Index: name. Columns: type, country, role, aliases (separated by " · "), mentions. The evidence
    of a row are all mentions of the actor.

    >>> table = aliases(readout.parse("Jane Roe spoke. Ms Roe then left.")).frame
    >>> table.loc["Jane Roe", ["type", "aliases"]].tolist()
    ['person', 'Jane Roe · Roe']
    """
    actors = article.actors[article.actors["mentions"] > 0]
    frame = actors[["name", "type", "country", "role", "aliases", "mentions"]]
    frame = frame.assign(
        aliases=frame["aliases"].map(" · ".join), type=frame["type"].str.replace("_", " ")
    )
    frame = frame.set_index("name").fillna("")
    spans: dict[str, list[tuple[int, int]]] = {}
    for mention in article.mentions.to_dict("records"):
        spans.setdefault(mention["actor"], []).append((mention["start"], mention["end"]))
    return EvidenceTable(frame, [tuple(spans.get(actor, ())) for actor in actors["actor"]])


def mentions(article: "Article") -> EvidenceTable:
    """Every mention with its sentence.

    Columns: text, actor (name), kind, reading, via, sentence.

    >>> mentions(readout.parse("Jane Roe left.")).frame.iloc[0].tolist()
    ['Jane Roe', 'Jane Roe', 'name', 'actor', 'name of person', 'Jane Roe left.']
    """
    frame = article.mentions[["text", "actor", "kind", "reading", "via"]]
    frame = frame.assign(actor=frame["actor"].map(names_by_id(article)))
    return _with_sentences(article, frame, article.mentions)


def dates(article: "Article") -> EvidenceTable:
    """Every date expression with its sentence, and how it was understood.

    Columns: text, first_day, last_day (ISO), precision, basis, sentence.

    >>> dates(readout.parse("Jane Roe left on 3 May 2024.")).frame.iloc[0].tolist()
    ['3 May 2024', '2024-05-03', '2024-05-03', 'day', 'explicit', 'Jane Roe left on 3 May 2024.']
    """
    rows = article.dates
    frame = rows[["text", "first_day", "last_day", "precision", "basis"]].assign(**_days(rows))
    return _with_sentences(article, frame, rows)


def timeline(article: "Article") -> EvidenceTable:
    """The events with the sentences that say so, the earliest first.

    Columns: first_day, last_day (ISO), event, certainty, actors (names), sentence.

    >>> timeline(readout.parse("Jane Roe left on 3 May 2024.")).frame.iloc[0].tolist()
    ['2024-05-03', '2024-05-03', 'Jane Roe left', 'stated', 'Jane Roe', 'Jane Roe left on 3 May
    2024.']
    """
    names = names_by_id(article)
    events = article.timeline
    frame = pd.DataFrame(
        {
            **_days(events),
            "event": events["label"],
            "certainty": events["certainty"],
            "actors": [", ".join(names[actor] for actor in actors) for actors in events["actors"]],
        }
    )
    return _with_sentences(article, frame, events)


def ties(article: "Article", *, relations: tuple[str, ...] | None = None) -> EvidenceTable:
    """The ties (of the given relations, default all) with the sentences that say so.

    Columns: source, relation, target (names), certainty, cue, sentence; in text order.

    >>> ties(readout.parse("Egypt has armed Chad.")).frame.iloc[0].tolist()
    ['Egypt', 'backs', 'Chad', 'stated', 'armed', 'Egypt has armed Chad.']
    """
    names = names_by_id(article)
    rows = article.ties
    if relations is not None:
        rows = rows[rows["relation"].isin(relations)].reset_index(drop=True)
    frame = pd.DataFrame(
        {
            "source": rows["source"].map(names),
            "relation": rows["relation"],
            "target": rows["target"].map(names),
            "certainty": rows["certainty"],
            "cue": rows["cue"],
        }
    )
    return _with_sentences(article, frame, rows)


def related(article: "Article") -> EvidenceTable:
    """The articles that the page links to. Columns: title, published (ISO).

    >>> related(article).frame.columns.tolist()
    ['title', 'published']
    """
    rows = article.related
    frame = rows[["title"]].assign(published=rows["published"].dt.strftime("%Y-%m-%d"))
    return EvidenceTable(frame, _spans(rows))


def names_by_id(article: "Article") -> dict[str, str]:
    """The name of each actor by its id.

    >>> names_by_id(readout.parse("Jane Roe left."))
    {'jane-roe': 'Jane Roe'}
    """
    return dict(zip(article.actors["actor"], article.actors["name"], strict=True))


def _days(rows: pd.DataFrame) -> dict[str, pd.Series]:
    return {day: rows[day].dt.strftime("%Y-%m-%d") for day in ("first_day", "last_day")}


def _spans(rows: pd.DataFrame) -> list[Spans]:
    """The evidence of each row; none where the caller gave the fact."""
    return [
        ((start, end),) if start < end else ()
        for start, end in zip(rows["start"], rows["end"], strict=True)
    ]


def _with_sentences(article: "Article", frame: pd.DataFrame, rows: pd.DataFrame) -> EvidenceTable:
    """The frame with the sentence of each row as its last column."""
    starts, ends = article.sentences["start"].tolist(), article.sentences["end"].tolist()
    evidence = _spans(rows)
    spans = [
        (min(starts[number], *found[0]), max(ends[number], *found[0])) if found else (0, 0)
        for number, found in zip(rows["sentence"], evidence, strict=True)
    ]
    sentences = pd.Series([article.text[a:b] for a, b in spans], index=frame.index, dtype="str")
    frame = frame.assign(sentence=sentences)
    return EvidenceTable(frame, evidence, [start for start, _ in spans])
