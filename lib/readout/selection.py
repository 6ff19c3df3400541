"""What an analyst picks out of an article: an actor, a relation, how sure, which section.

Pure functions from an article and a `Selection` to rows of its frames; the explorer shows them.
"""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from readout.frames import FRAMES

if TYPE_CHECKING:
    from readout.article import Article

VIEWS = ("mentions", "timeline", "ties")  # the frames to select from: where, when, with whom


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What to pick; None picks all. Values are those of the frames' columns, `actor` is an id."""

    actor: str | None = None
    actor_type: str | None = None
    relation: str | None = None
    certainty: str | None = None
    section: str | None = None


def select(article: "Article", view: str, selection: Selection) -> pd.DataFrame:
    """Return the rows of `article.mentions`, `.timeline` or `.ties` (`view`) that fit a selection.

    Columns, order and index are those of the frame. An event or a tie fits an actor, or a type of
    actor, that takes part in it. `relation` counts for ties only; the certainty of a mention is
    that of its sentence. Raises ValueError for a view that is none of the three.

    >>> select(article, "ties", Selection(actor="egypt", relation="backs"))["target"].tolist()
    ['khalifa-haftar']
    """
    check_view(view)
    rows = getattr(article, view)
    if selection.actor or selection.actor_type:
        chosen = _chosen_actors(article.actors, selection)
        fits = [not chosen.isdisjoint(parties) for parties in parties_of(rows, view)]
        rows = rows[pd.Series(fits, index=rows.index, dtype=bool)]
    if selection.relation and view == "ties":
        rows = rows[rows["relation"] == selection.relation]
    if selection.certainty:
        rows = rows[_values(article, rows, "certainty") == selection.certainty]
    if selection.section:
        in_text = rows["start"] < rows["end"]  # unlike a date that the caller gave
        rows = rows[in_text & (_values(article, rows, "section") == selection.section)]
    return rows


def check_view(view: str) -> None:
    """Raise ValueError unless there is such a view.

    >>> check_view("ties")
    >>> check_view("verbs")
    Traceback (most recent call last):
        ...
    ValueError: view must be one of mentions, timeline, ties, not 'verbs'
    """
    if view not in VIEWS:
        raise ValueError(f"view must be one of {', '.join(VIEWS)}, not {view!r}")


def parties_of(rows: pd.DataFrame, view: str) -> list[tuple[str, ...]]:
    """Return for each row of a view's frame the ids of the actors that it is about.

    >>> parties_of(readout.parse("Egypt has armed Chad.").ties, "ties")
    [('egypt', 'chad')]
    """
    if view == "timeline":
        return [tuple(actors) for actors in rows["actors"]]
    columns = ["source", "target"] if view == "ties" else ["actor"]
    return list(rows[columns].itertuples(index=False, name=None))


def _chosen_actors(actors: pd.DataFrame, selection: Selection) -> frozenset[str]:
    if selection.actor:
        actors = actors[actors["actor"] == selection.actor]
    if selection.actor_type:
        actors = actors[actors["type"] == selection.actor_type]
    return frozenset(actors["actor"])


def _values(article: "Article", rows: pd.DataFrame, column: str) -> pd.Series:
    """Return a column of the rows, or of the sentences that they stand in."""
    if column in rows:
        return rows[column]
    return rows["sentence"].map(article.sentences.set_index("sentence")[column])


def actor_choices(article: "Article", *, actor_type: str | None = None) -> list[tuple[str, str]]:
    """Return (label, id) for each actor (of a type), the most mentioned first.

    >>> actor_choices(article, actor_type="person")[0]
    ('Khalifa Haftar (person, 19)', 'khalifa-haftar')
    """
    actors = article.actors
    if actor_type:
        actors = actors[actors["type"] == actor_type]
    ranked = sorted(
        actors[["actor", "name", "type", "mentions"]].itertuples(index=False, name=None),
        key=lambda row: (-row[3], row[1], row[0]),
    )
    labels = [f"{name} ({say_type(type_)}, {mentions})" for _, name, type_, mentions in ranked]
    repeated = Counter(labels)
    return [
        (f"{label}, {row[0]}" if repeated[label] > 1 else label, row[0])
        for label, row in zip(labels, ranked, strict=True)
    ]


def type_choices(article: "Article") -> list[str]:
    """Return the types of actor that occur, in the order of the codebook.

    >>> type_choices(readout.parse("Jane Roe visited Egypt."))
    ['person', 'state']
    """
    return _occurring("actors", "type", set(article.actors["type"]))


def relation_choices(article: "Article") -> list[str]:
    """Return the relations that occur, in the order of the codebook.

    >>> relation_choices(readout.parse("Egypt has armed Chad."))
    ['backs']
    """
    return _occurring("ties", "relation", set(article.ties["relation"]))


def section_choices(article: "Article") -> list[str]:
    """Return the sections that any mention, event or tie stands in, in the order of the page.

    >>> section_choices(readout.parse("Egypt has armed Chad."))
    ['body']
    """
    found = [_values(article, getattr(article, view), "section") for view in VIEWS]
    return _occurring("sentences", "section", set(pd.concat(found)))


def _occurring(frame: str, column: str, found: set[str]) -> list[str]:
    return [value for value in FRAMES[frame][column].values if value in found]  # noqa: PD011


def opening_actor(article: "Article", view: str) -> str | None:
    """Return the id of the most mentioned actor that a view has any row of; None without any.

    >>> opening_actor(readout.parse("Jane Roe spoke. Egypt has armed Chad."), "mentions")
    'chad'
    """
    involved = {actor for parties in parties_of(getattr(article, view), view) for actor in parties}
    ranked = (actor for _, actor in actor_choices(article))
    return next((actor for actor in ranked if actor in involved), None)


def say_type(type_: str | None) -> str:
    """Return a type of actor in words.

    >>> say_type("armed_group"), say_type(None)
    ('armed group', 'type unknown')
    """
    return "type unknown" if pd.isna(type_) else str(type_).replace("_", " ")
