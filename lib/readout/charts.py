"""Charts of an article: each call draws one and returns it as a `Chart` that can say itself.

    chart = readout.charts.mentions(article)
    chart.ax, str(chart)        # the matplotlib Axes; the chart in words
    chart.save("mentions")      # mentions.png and mentions.svg

The same article gives the same picture, byte for byte. An article without anything to chart gives
a chart that is one sentence saying so. matplotlib is loaded with this module, so import it only
when charts are wanted; pyplot and its open figures are not used.
"""

import html
import io
import os
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from readout.chart_dispersion import dispersion_in_words, draw_dispersion
from readout.chart_mentions import draw_mentions, mentions_in_words
from readout.chart_network import draw_network
from readout.chart_network_words import network_in_words
from readout.chart_shared import draw_shared_sentences, shared_sentences_in_words
from readout.chart_style import ACTOR_COLOURS, RELATION_COLOURS, house_style
from readout.chart_timeline import draw_timeline
from readout.chart_timeline_words import timeline_in_words
from readout.files import replace_file

if TYPE_CHECKING:
    from readout.article import Article

__all__ = [
    "ACTOR_COLOURS",
    "RELATION_COLOURS",
    "Chart",
    "dispersion",
    "mentions",
    "network",
    "shared_sentences",
    "timeline",
]

SCREEN_PIXELS_PER_INCH = 100  # the picture itself has twice as many, for sharp screens


@dataclass(frozen=True, eq=False)
class Chart:
    """A drawn chart: a matplotlib figure that can say itself in words.

    `figure` may be changed freely; words and pictures follow it. In a notebook a chart shows as a
    picture whose alternative text is `str(chart)`.
    """

    figure: Figure
    in_words: Callable[[Figure], str] = field(repr=False)

    @property
    def ax(self) -> Axes:
        """The first, main axes.

        >>> timeline(readout.parse("Jane Roe left on 3 May 2024.")).ax.get_title(loc="left")
        'One dated event: 3 May 2024'
        """
        return self.figure.axes[0]

    @property
    def axes(self) -> tuple[Axes, ...]:
        """All axes, the main one first.

        >>> len(mentions(readout.parse("Jane Roe was in Egypt.")).axes)
        2
        """
        return tuple(self.figure.axes)

    def __str__(self) -> str:
        """Return the chart in words, read back from what is drawn and not from any data."""
        with house_style():
            return self.in_words(self.figure)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        words = str(self)
        width = round(self.figure.get_figwidth() * SCREEN_PIXELS_PER_INCH)
        picture = b64encode(self._render("png")).decode("ascii")
        return {
            "text/plain": words,
            "text/html": f'<img alt="{html.escape(words)}" width="{width}" '
            f'style="max-width: 100%" src="data:image/png;base64,{picture}">',
        }

    def save(self, stem: str | os.PathLike[str]) -> tuple[Path, Path]:
        """Write the chart as `stem`.png (200 dots per inch) and `stem`.svg and return both paths.

        The SVG bears title and words. A file appears complete or not at all. Raises OSError if the
        folder does not exist or cannot be written.

        >>> paths = mentions(readout.parse("Jane Roe left.")).save("reports/mentions")
        >>> [path.name for path in paths]
        ['mentions.png', 'mentions.svg']
        """
        png, svg = Path(f"{os.fspath(stem)}.png"), Path(f"{os.fspath(stem)}.svg")
        return replace_file(png, self._render("png")), replace_file(svg, self._render("svg"))

    def _render(self, kind: str) -> bytes:
        # No date and no program name: the same chart gives the same bytes.
        words = str(self)
        metadata = {
            "png": {"Software": None, "Description": words},
            "svg": {"Date": None, "Title": words.partition("\n")[0], "Description": words},
        }
        buffer = io.BytesIO()
        with house_style():
            self.figure.savefig(buffer, format=kind, metadata=metadata[kind])
        return buffer.getvalue()


def mentions(article: "Article", *, top: int = 15) -> Chart:
    """Chart how often each actor is mentioned, by kind of word; readings as a place stand apart.

    One row per actor, the most mentioned first, at most `top` of them; what is left out is said
    in a note. Bars count rows of `article.mentions`: in the first panel those read as an actor,
    split into name, acronym, metonym and pronoun, in the second those read as a place. Raises
    ValueError if `top` is less than 1.

    >>> print(mentions(readout.parse("Jane Roe left.")))
    Jane Roe is mentioned most: 1 of 1 mention
    - Jane Roe (person): 1 (name 1)
    In small print: as an actor; Mentions read as the actor, by the kind of word; name; person
    """
    _check_top(top)
    with house_style():
        return Chart(draw_mentions(article, top=top), mentions_in_words)


def dispersion(article: "Article", *, top: int = 15) -> Chart:
    """Chart where in the article each actor appears: a tick per mention, by sentence.

    One row per actor, the most mentioned first, at most `top` of them. Ticks of pronouns are
    smaller, ticks of readings as a place lighter. Sentences are numbered as in
    `article.sentences`; paragraphs are shaded in turn. Raises ValueError if `top` is less than 1.

    >>> print(dispersion(readout.parse("Jane Roe spoke. She left.")))
    Jane Roe appears in every sentence of the article
    - Jane Roe (person): 1 named (in 0); 1 as a pronoun (in 1)
    In small print: body; Each tick is a mention, placed by the sentence it stands in; named; as a
    pronoun; person
    """
    _check_top(top)
    with house_style():
        return Chart(draw_dispersion(article, top=top), dispersion_in_words)


def shared_sentences(article: "Article", *, top: int = 12) -> Chart:
    """Chart which actors are mentioned in the same sentences, and in how many.

    A triangle of squares, one for each pair of the `top` most mentioned actors that share any
    sentence (at least 2, at most 20). The number is written in the square; an empty one means none.
    Raises ValueError if `top` is less than 1.

    >>> print(shared_sentences(readout.parse("Jane Roe met Al Poe.")))
    Al Poe and Jane Roe share most sentences: 1
    - Al Poe and Jane Roe: 1
    In small print: Number of sentences that mention both actors; a grey square: none
    """
    _check_top(top)
    with house_style():
        return Chart(draw_shared_sentences(article, top=top), shared_sentences_in_words)


def timeline(article: "Article", *, top: int = 24) -> Chart:
    """Chart when it happened: the days around the article enlarged, above the whole range.

    Bars are spans of days, circles single days, diamonds the publication of this article and, in
    light grey, of related ones; hollow marks are hedged, thin bars say that something happened
    some time within. The upper panel enlarges the days of the events within three weeks of the
    publication (without one: the three weeks with most events). At most `top` marks are drawn on
    it and half as many on the lower one: the earliest, and what the article says first. What is
    left out is said in a note. Raises ValueError if `top` is less than 1.

    >>> print(timeline(readout.parse("Jane Roe left on 3 May 2024.")))
    One dated event: 3 May 2024
    Days 30 April to 6 May 2024, marked 30, May, 2, 3, 4, 5, 6
    - 3 May 2024: Jane Roe left
    In small print: 3 May 2024; Events by the days that the article gives them; on a day
    """
    _check_top(top)
    with house_style():
        return Chart(draw_timeline(article, top=top), timeline_in_words)


def network(article: "Article", *, centre: str | None = None, top: int = 20) -> Chart:
    """Chart who backs, courts, opposes or is aligned with whom around one actor.

    `centre` is an actor id; without one it is the most mentioned actor that such ties meet in
    (`readout.network.central_actor`). Its backers stand left, its opponents right. Lines are solid
    when stated and dashed when hedged, the relation shows in colour and arrow head, the area of a
    circle is the actor's mentions. At most `top` actors are drawn, those tied to the centre first;
    what is left out is said in a note. Raises KeyError if the article has no such actor, and
    ValueError if `top` is less than 1.

    >>> print(network(readout.parse("Egypt has armed Chad.")))
    Egypt backs Chad
    - middle: Chad (state, 1 mention)
    - left: Egypt (state, 1 mention)
    - Egypt backs Chad (solid: stated)
    In small print: Backers; What the article says of them. The area of a circle is the number of
    mentions.; backs; 1 mention
    """
    _check_top(top)
    if centre is not None and centre not in set(article.actors["actor"]):
        raise KeyError(f"this article has no actor {centre!r}; see article.actors")
    with house_style():
        return Chart(draw_network(article, centre=centre, top=top), network_in_words)


def _check_top(top: int) -> None:
    if top < 1:
        raise ValueError(f"top must be at least 1, not {top}")
