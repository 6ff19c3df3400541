"""What the explorer shows of a selection, in words and as HTML with everything escaped.

Colours are JupyterLab's own, so that light and dark themes stay readable; elsewhere the page's.
Styles stand in each element, because notebook viewers drop style sheets.
"""

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from readout.chart_words import say_count
from readout.passages import Passage, find_passages
from readout.selection import VIEWS, Selection, say_type, select
from readout.tables import names_by_id

if TYPE_CHECKING:
    from readout.article import Article

MOST_PASSAGES = 100
NOUNS = {"mentions": "mention", "timeline": "event", "ties": "tie"}
NOTHING = {
    "mentions": "The article mentions no actor.",
    "timeline": "The article dates no event.",
    "ties": "The article says of no two actors what stands between them.",
}
WIDER = "Nothing fits this selection: choose “all” in a menu to widen it."

PAGE = (
    "color: var(--jp-content-font-color1, currentcolor); line-height: 1.5; "
    "font-family: var(--jp-content-font-family, inherit)"
)
QUIET = "color: var(--jp-content-font-color2, currentcolor); font-size: 0.9em"
RULED = (
    "margin: 0 0 0.9em 0; padding: 0 0 0 0.7em; list-style: none; "
    "border-left: 3px solid var(--jp-border-color1, currentcolor)"
)
MARK = "background: #FFE28A; color: #1A2733; border-radius: 2px; padding: 0 1px"  # on any ground


@dataclass(frozen=True)
class Shown:
    """The sentences behind a selection, and what is shown, in words."""

    text: str
    summary: tuple[str, ...]
    passages: tuple[Passage, ...]

    def __str__(self) -> str:
        """Return summary and sentences; evidence stands in square brackets."""
        return "\n".join([*self.summary, *map(self._say, self.passages)])

    def _say(self, passage: Passage) -> str:
        pieces = passage.pieces(self.text)
        said = "".join(f"[{piece}]" if evidence else piece for piece, evidence in pieces)
        about = f" ({passage.about})" if passage.about else ""
        where = f"{passage.where}: {said}" if said else passage.where
        return f"- {passage.says}{about}\n  {' '.join(where.split())}"

    def markup(self) -> str:
        """Return the same as HTML; evidence stands in <mark>.

        >>> Shown("", ("1 of 3 ties.",), ()).markup().count("<div")
        2
        """
        return f"{self.summary_markup()}{self.passages_markup()}"

    def summary_markup(self) -> str:
        """Return as HTML how much is shown of what.

        >>> "<strong>1 &lt; 3 ties.</strong>" in Shown("", ("1 < 3 ties.",), ()).summary_markup()
        True
        """
        first, *more = map(html.escape, self.summary)
        quiet = "".join(f'<div style="{QUIET}">{line}</div>' for line in more)
        return f'<div style="{PAGE}"><strong>{first}</strong>{quiet}</div>'

    def passages_markup(self) -> str:
        """Return the sentences as an HTML list.

        >>> show(article, "ties", Selection(actor="egypt")).passages_markup().count("<li")
        1
        """
        items = "".join(map(self._item, self.passages))
        listed = f'<ul style="margin: 0; padding: 0">{items}</ul>' if items else ""
        return f'<div style="{PAGE}">{listed}</div>'

    def _item(self, passage: Passage) -> str:
        quote = "".join(
            f'<mark style="{MARK}">{html.escape(piece)}</mark>' if evidence else html.escape(piece)
            for piece, evidence in passage.pieces(self.text)
        )
        small = html.escape("; ".join(filter(None, (passage.about, passage.where))))
        return (
            f'<li style="{RULED}"><strong>{html.escape(passage.says)}</strong>'
            f'<div>{quote}</div><div style="{QUIET}">{small}</div></li>'
        )


def show(article: "Article", view: str, selection: Selection) -> Shown:
    """Return what to show of a selection: at most 100 passages, and how many were left out.

    >>> print(show(article, "ties", Selection(actor="egypt")).summary[0])
    1 of ... ties: of Egypt.
    """
    rows = select(article, view, selection)
    passages = find_passages(article, view, rows)
    summary = [_say_rows(article, view, selection, rows)]
    if selection.actor:
        summary.append(_say_actor(article, selection.actor))
    if len(passages) > MOST_PASSAGES:
        number = f"the first {MOST_PASSAGES} of {len(passages)}"
        summary.append(f"Shown below: {number}; narrow the selection to see the rest.")
    return Shown(article.text, tuple(summary), tuple(passages[:MOST_PASSAGES]))


def _say_rows(article: "Article", view: str, selection: Selection, rows: pd.DataFrame) -> str:
    """Say how many rows are shown, of how many, and what they were narrowed to."""
    total = len(getattr(article, view))
    if total == 0:
        return NOTHING[view]
    noun, said = say_count(total, NOUNS[view]), ", ".join(_say_filters(article, view, selection))
    if not said:
        return f"All {noun}." if total > 1 else f"The only {NOUNS[view]}."
    if rows.empty:
        return f"None of the {noun}: {said}. {WIDER}"
    return f"{len(rows)} of {noun}: {said}."


def _say_filters(article: "Article", view: str, selection: Selection) -> list[str]:
    filters = []
    if selection.actor:
        filters.append(f"of {names_by_id(article).get(selection.actor, selection.actor)}")
    elif selection.actor_type:
        filters.append(f"of actors of the type {say_type(selection.actor_type)}")
    if selection.relation and view == "ties":
        filters.append(f"{selection.relation} only")
    if selection.certainty:
        what = " sentences" if view == "mentions" else ""
        filters.append(f"{selection.certainty}{what} only")
    if selection.section:
        filters.append(f"in the {selection.section} only")
    return filters


def _say_actor(article: "Article", actor: str) -> str:
    """Say where else the actor is to be found: how much there is of it in each view."""
    [label] = article.actors.loc[article.actors["actor"] == actor, "type"].map(say_type)
    alone = Selection(actor=actor)
    counts = [say_count(len(select(article, view, alone)), NOUNS[view]) for view in VIEWS]
    name = names_by_id(article)[actor]
    return f"In the whole article {name} ({label}) has {counts[0]}, {counts[1]} and {counts[2]}."
