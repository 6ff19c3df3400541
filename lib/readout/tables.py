"""Tables for reading: frames with names instead of ids and with the sentences that say so."""

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from readout.article import Article


def show_whole() -> None:
    """Let pandas show tables whole: every row and the full text, and dollar signs as dollars.

    Changes the display options of pandas for this session.
    """
    pd.set_option("display.max_rows", None)
    pd.set_option("display.max_colwidth", None)
    pd.set_option("display.width", None)
    pd.options.display.html.use_mathjax = False


def aliases(article: "Article") -> pd.DataFrame:
    """Which words were taken for whom: a row per actor that is mentioned, most mentioned first.

    Index: name. Columns: type, country, role, aliases (separated by " · "), mentions.
    """
    actors = article.actors[article.actors["mentions"] > 0]
    table = actors[["name", "type", "country", "role", "aliases", "mentions"]]
    table = table.assign(aliases=table["aliases"].map(" · ".join))
    return table.set_index("name").fillna("")


def timeline(article: "Article") -> pd.DataFrame:
    """The events with the sentences that say so, the earliest first.

    Columns: first_day, last_day (ISO), event, certainty, actors (names), sentence.
    """
    names = names_by_id(article)
    events = article.timeline
    return pd.DataFrame(
        {
            "first_day": events["first_day"].dt.strftime("%Y-%m-%d"),
            "last_day": events["last_day"].dt.strftime("%Y-%m-%d"),
            "event": events["label"],
            "certainty": events["certainty"],
            "actors": [", ".join(names[actor] for actor in actors) for actors in events["actors"]],
            "sentence": _sentences(article, events),
        }
    )


def ties(article: "Article", *, relations: tuple[str, ...] | None = None) -> pd.DataFrame:
    """The ties (of the given relations, default all) with the sentences that say so.

    Columns: source, relation, target (names), certainty, cue, sentence; in text order.
    """
    names = names_by_id(article)
    rows = article.ties
    if relations is not None:
        rows = rows[rows["relation"].isin(relations)]
    return pd.DataFrame(
        {
            "source": rows["source"].map(names),
            "relation": rows["relation"],
            "target": rows["target"].map(names),
            "certainty": rows["certainty"],
            "cue": rows["cue"],
            "sentence": _sentences(article, rows),
        }
    ).reset_index(drop=True)


def names_by_id(article: "Article") -> dict[str, str]:
    """The name of each actor by its id."""
    return dict(zip(article.actors["actor"], article.actors["name"], strict=True))


def _sentences(article: "Article", rows: pd.DataFrame) -> list[str]:
    """For each row the sentence that holds its evidence; empty where the caller gave the fact."""
    texts = article.sentences["text"].tolist()
    return [
        texts[sentence] if end > start else ""
        for sentence, start, end in zip(rows["sentence"], rows["start"], rows["end"], strict=True)
    ]
