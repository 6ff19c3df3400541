"""The chart that stands beside the sentences of the explorer."""

from dataclasses import replace
from typing import TYPE_CHECKING

from readout import charts
from readout.network import SIDES
from readout.selection import Selection, say_type, select
from readout.tables import names_by_id

if TYPE_CHECKING:
    from readout.article import Article


def draw_beside(article: "Article", view: str, selection: Selection) -> tuple[str, charts.Chart]:
    """Return a sentence on what the chart of a view shows, and the chart.

    The chart follows actor and type only: one of the hedged ties alone would have a title that
    is not true of the article.

    >>> draw_beside(article, "mentions", Selection(actor="egypt"))[0]
    'Chart: the mentions of Egypt.'
    """
    if view == "ties":
        return _draw_network(article, selection.actor)
    chosen = Selection(actor=selection.actor, actor_type=selection.actor_type)
    rows = select(article, view, chosen)
    what = "the mentions of" if view == "mentions" else "the dated events about"
    caption = f"Chart: {what} {_say_whom(article, chosen)}."
    if rows.empty:
        caption, rows = f"Chart: {what} all actors.", getattr(article, view)
    if view == "mentions":
        return caption, charts.dispersion(replace(article, mentions=rows))
    return caption, charts.timeline(replace(article, timeline=rows))


def _draw_network(article: "Article", actor: str | None) -> tuple[str, charts.Chart]:
    ties = article.ties[article.ties["relation"].isin(SIDES)]
    caption = "Chart: who stands with or against whom"
    if actor is None or actor not in {*ties["source"], *ties["target"]}:
        return f"{caption} in the article.", charts.network(article)
    return f"{caption} around {names_by_id(article)[actor]}.", charts.network(article, centre=actor)


def _say_whom(article: "Article", chosen: Selection) -> str:
    if chosen.actor:
        return names_by_id(article).get(chosen.actor, chosen.actor)
    return (
        f"actors of the type {say_type(chosen.actor_type)}" if chosen.actor_type else "all actors"
    )
