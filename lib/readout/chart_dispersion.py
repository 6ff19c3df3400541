"""Where in the article each actor appears: a tick per mention, sentence by sentence."""

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.markers import TICKDOWN, TICKUP

from readout.chart_labels import text_size
from readout.chart_page import (
    INNER_WIDTH,
    MARGIN,
    KeyItem,
    left_out_note,
    open_page,
    sentence_page,
    source_note,
    swatch,
)
from readout.chart_rows import (
    ActorRow,
    actor_rows,
    names_width,
    rank_actors,
    read_types,
    row_centres,
    row_heights,
    type_key,
    write_names,
)
from readout.chart_style import BAND, FAINT, GREY, INK, RULE
from readout.chart_words import (
    UNLABELLED,
    drawn,
    meaning_of,
    nearest,
    points_of,
    say_chart,
    say_numbers,
    small_print,
    tick_names,
)

if TYPE_CHECKING:
    from readout.article import Article

STORY = ("title", "caption", "body")
HEADING = 16.0
BASELINE = 3.5  # the ticks stand a little below the middle of their row
AXIS = 30.0
# What a tick shows: direction, height in points and colour, so that each alone tells.
TICKS = {
    "named": (TICKUP, 9.0, INK),
    "as a place": (TICKUP, 5.0, FAINT),
    "as a pronoun": (TICKDOWN, 5.0, "#54718B"),
}
TICK_COLOURS = {meaning: colour for meaning, (_, _, colour) in TICKS.items()}
STEPS = tuple(n * 10**power for power in range(9) for n in (1, 2, 5))
NARROWEST_NUMBER = 26.0  # points from one sentence number to the next
NARROWEST_BAND = 8.0  # points; narrower paragraphs are not shaded


def draw_dispersion(article: "Article", *, top: int) -> Figure:
    """Draw the dispersion plot of the `top` most mentioned actors.

    >>> len(draw_dispersion(readout.parse("Jane Roe met Al Poe."), top=2).axes[0].get_yticks())
    2
    """
    ranked = rank_actors(article)
    if not ranked:
        return sentence_page("No actor is mentioned in this article.")
    rows = actor_rows(article, ranked[:top])
    ticks = _ticks(article)
    height = sum(row_heights(rows))
    rest = len(ranked) - len(rows)
    page = open_page(
        title=_finding(article, rows[0].name, ranked[0]),
        subtitle="Each tick is a mention, placed by the sentence it stands in",
        key=[_tick_key(ticks[ticks["actor"].isin(ranked[:top])]), type_key(rows)],
        body=HEADING + height + AXIS,
        notes=[*left_out_note(rest, "actor"), *source_note(article)],
    )
    room = names_width(rows)
    width = INNER_WIDTH - room
    ax = page.axes(MARGIN + room, HEADING, width, height)
    _draw_sections(ax, article.sentences, width=width)
    _draw_ticks(ax, rows, ticks)
    write_names(ax, rows, room=room, width=width)
    ax.set_xlabel("sentence number", loc="left")
    return page.figure


def _ticks(article: "Article") -> pd.DataFrame:
    """Return the mentions with what their tick shows and where it stands within its sentence."""
    mentions = article.mentions.dropna(subset=["actor"])
    sentences = article.sentences.set_index("sentence")
    start = mentions["sentence"].map(sentences["start"])
    length = mentions["sentence"].map(sentences["end"]) - start
    meaning = pd.Series("named", index=mentions.index)
    meaning[mentions["kind"] == "pronoun"] = "as a pronoun"
    meaning[mentions["reading"] == "place"] = "as a place"
    within = ((mentions["start"] - start) / length).clip(0, 1)
    return mentions.assign(meaning=meaning, position=mentions["sentence"] + 0.1 + 0.8 * within)


def _draw_ticks(ax: Axes, rows: list[ActorRow], ticks: pd.DataFrame) -> None:
    for centre, row in zip(row_centres(rows), rows, strict=True):
        ax.axhline(centre + BASELINE, color=RULE, linewidth=0.6)
        for meaning, (marker, size, colour) in TICKS.items():
            found = ticks[(ticks["actor"] == row.actor) & (ticks["meaning"] == meaning)]
            if len(found):
                ax.plot(
                    found["position"],
                    [centre + BASELINE] * len(found),
                    linestyle="none",
                    marker=marker,
                    markersize=size,
                    markeredgewidth=1.3,
                    color=colour,
                )


def _finding(article: "Article", name: str, actor: str) -> str:
    story = article.sentences[article.sentences["section"].isin(STORY)]
    found = article.mentions.loc[article.mentions["actor"] == actor, "sentence"].nunique()
    if found >= len(story):
        return f"{name} appears in every sentence of the article"
    return f"{name} appears in {found} of the article's {len(story)} sentences"


def _tick_key(ticks: pd.DataFrame) -> list[KeyItem]:
    return [
        KeyItem(
            meaning,
            (swatch(marker="|", markersize=size, markeredgewidth=1.3, color=colour),),
            width=7.0,
        )
        for meaning, (_, size, colour) in TICKS.items()
        if (ticks["meaning"] == meaning).any()
    ]


def _draw_sections(ax: Axes, sentences: pd.DataFrame, *, width: float) -> None:
    """Number the sentences, shade every other paragraph and name the sections above."""
    story = sentences[sentences["section"].isin(STORY)]
    first, last = int(story["sentence"].min()), int(story["sentence"].max()) + 1
    paragraphs = story.groupby("paragraph")["sentence"].agg(["min", "max"])
    if width / len(paragraphs) >= NARROWEST_BAND:
        for left, right in paragraphs[::2].to_numpy():
            ax.axvspan(left, right + 1, color=BAND)
    free = -1.0
    for section, rows in story.groupby("section", sort=False):
        left = (int(rows["sentence"].min()) - first) / (last - first) * width
        needed = text_size(str(section), size=7.5)[0]
        if left > free and left + needed <= width:
            ax.annotate(
                str(section),
                (left / width, 1),
                xycoords="axes fraction",
                size=7.5,
                color=GREY,
                va="bottom",
            )
            free = left + needed + 6
    ax.set_xlim(first, last)
    step = next(s for s in STEPS if (last - first) / s <= width / NARROWEST_NUMBER)
    numbers = range(-(-first // step) * step, last, step)
    ax.set_xticks([number + 0.5 for number in numbers], [str(number) for number in numbers])


def dispersion_in_words(figure: Figure) -> str:
    """Say for each row in which sentences its ticks stand.

    >>> print(dispersion_in_words(draw_dispersion(readout.parse("Jane Roe left."), top=1)))
    Jane Roe appears in every sentence of the article
    - Jane Roe (person): 1 named (in 0)
    In small print: body; Each tick is a mention, placed by the sentence it stands in; named; person
    """
    ax = figure.axes[0]
    if not ax.lines:
        return small_print(figure)
    names, types = tick_names(ax), read_types(ax)
    found: dict[str, dict[str, list[int]]] = {name: {} for name in [*names.values(), UNLABELLED]}
    for line in drawn(ax.lines, Line2D):
        if line.get_marker() in (TICKUP, TICKDOWN):
            meaning = meaning_of(line.get_color(), TICK_COLOURS)
            for x, y in points_of(line):
                found[nearest(y, names)].setdefault(meaning, []).append(int(x // 1))
    lines = [
        f"- {name} ({types.get(row, 'no type mark')}): {_say_ticks(found[name])}"
        for row, name in sorted(names.items())
    ]
    if found[UNLABELLED]:
        lines.append(f"- without a name: {_say_ticks(found[UNLABELLED])}")
    return say_chart(figure, lines)


def _say_ticks(sentences: dict[str, list[int]]) -> str:
    said = [
        f"{len(numbers)} {meaning} (in {say_numbers(numbers)})"
        for meaning, numbers in sentences.items()
    ]
    return "; ".join(said) or "no tick"
