"""The article itself, with its mentions marked by type of actor."""

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.chart_style import ACTOR_COLOURS, UNKNOWN_ACTOR_COLOUR

if TYPE_CHECKING:
    from readout.article import Article


@dataclass(frozen=True)
class HighlightedArticle:
    """A text with marked mentions; a notebook shows it with colours, everything escaped."""

    words: str
    markup: str

    def __str__(self) -> str:
        return self.words

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self.markup


def highlight(article: "Article") -> HighlightedArticle:
    """Mark the mentions in the text: colour by actor type, dotted where read as a place.

    In words, a mention is written [Haftar|khalifa-haftar]. Title, caption and body are shown.

    >>> str(highlight(readout.parse("Jane Roe spoke.")))
    '[Jane Roe|jane-roe] spoke.'
    """
    known = article.actors.dropna(subset=["type"])
    types = dict(zip(known["actor"], known["type"], strict=True))
    shown = article.sentences[article.sentences["section"].isin(("title", "caption", "body"))]
    words, markup = [], []
    for number, paragraph in shown.groupby("paragraph", sort=True):
        start, end = int(paragraph["start"].min()), int(paragraph["end"].max())
        plain, marked = _paragraph(article, types, start, end)
        words.append(plain)
        markup.append(f'<p id="paragraph-{number}">{marked}</p>')
    legend = " ".join(
        _mark(kind.replace("_", " "), kind, "actor", kind) for kind in sorted(set(types.values()))
    )
    return HighlightedArticle("\n\n".join(words), f"<div>{legend}{''.join(markup)}</div>")


def _paragraph(article: "Article", types: dict[str, str], start: int, end: int) -> tuple[str, str]:
    inside = (article.mentions["start"] >= start) & (article.mentions["end"] <= end)
    words, markup, position = [], [], start
    for mention in article.mentions[inside].to_dict("records"):
        before = article.text[position : mention["start"]]
        about = f"{mention['actor']}: {mention['kind']}, {mention['reading']}"
        words += [before, f"[{mention['text']}|{mention['actor']}]"]
        mark = _mark(mention["text"], types.get(mention["actor"], ""), mention["reading"], about)
        markup += [html.escape(before), mark]
        position = mention["end"]
    rest = article.text[position:end]
    return "".join([*words, rest]), "".join([*markup, html.escape(rest)])


def _mark(text: str, actor_type: str, reading: str, about: str) -> str:
    colour = ACTOR_COLOURS.get(actor_type, UNKNOWN_ACTOR_COLOUR)
    as_place = "background: none; color: inherit; border-bottom: 2px dotted currentcolor"
    look = as_place if reading == "place" else f"background: {colour}; color: #000"
    style = f"{look}; border-radius: 2px; padding: 0 2px"
    return f'<mark style="{style}" title="{html.escape(about)}">{html.escape(text)}</mark>'
