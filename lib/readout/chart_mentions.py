"""Who is in the article: ranked bars of mentions by kind, readings as a mere place apart."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

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
    actor_rows,
    names_width,
    rank_actors,
    read_types,
    row_centres,
    row_heights,
    type_key,
    write_names,
)
from readout.chart_style import FAINT, GREY, INK, KIND_COLOURS, PLACE_COLOUR
from readout.chart_words import (
    UNLABELLED,
    drawn,
    is_drawn,
    meaning_of,
    nearest,
    say_chart,
    say_count,
    say_list,
    small_print,
    tick_names,
)

if TYPE_CHECKING:
    from readout.article import Article

HEADING = 16.0  # room above the bars for the panel's name
HEADING_SIZE = 7.5
PANEL_GAP = 16.0
BAR = 11.0
VALUE_GAP = 4.0
BAR_COLOURS = {**KIND_COLOURS, "place": PLACE_COLOUR}
HATCH = "////"


def draw_mentions(article: "Article", *, top: int) -> Figure:
    """Draw the bars of the `top` most mentioned actors.

    >>> len(draw_mentions(readout.parse("Jane Roe met Al Poe."), top=2).axes[0].get_yticks())
    2
    """
    ranked = rank_actors(article)
    if not ranked:
        return sentence_page("No actor is mentioned in this article.")
    counts = count_mentions(article, ranked)
    shown, rest = counts.iloc[:top], counts.iloc[top:]
    rows = actor_rows(article, ranked[:top])
    height = sum(row_heights(rows))
    page = open_page(
        title=_finding(article, counts),
        subtitle="Mentions read as the actor, by the kind of word"
        + (", and mentions that only name a place" if counts["place"].any() else ""),
        key=[_kind_key(shown), type_key(rows)],
        body=HEADING + height,
        notes=[
            *left_out_note(
                len(rest), "actor", f" with {say_count(int(rest.to_numpy().sum()), 'mention')}"
            ),
            *source_note(article),
        ],
    )
    room = names_width(rows)
    panels = [shown[list(KIND_COLOURS)], shown[["place"]]]
    panels = [panel for panel in panels if _longest(panel)]
    unit, left = _unit(panels, room), MARGIN + room
    for panel in panels:
        width = unit * _longest(panel)
        ax = page.axes(left, HEADING, width, height)
        ax.set_ylim(height, 0)
        _draw_bars(ax, panel, row_centres(rows), unit=unit)
        if len(page.figure.axes) == 1:
            write_names(ax, rows, room=room, width=width)
        left += max(width + _value_width(panel), _heading_width(panel)) + PANEL_GAP
    return page.figure


def count_mentions(article: "Article", actors: Sequence[str]) -> pd.DataFrame:
    """Return a row per actor and a column per kind, and `place` for readings as a place.

    >>> counts = count_mentions(readout.parse("Jane Roe spoke. She left."), ["jane-roe"])
    >>> counts.loc["jane-roe", ["name", "pronoun", "place"]].tolist()
    [1, 1, 0]
    """
    mentions = article.mentions.dropna(subset=["actor"])
    kind = mentions["kind"].where(mentions["reading"] != "place", "place")
    table = pd.crosstab(mentions["actor"], kind)
    return table.reindex(index=list(actors), columns=[*KIND_COLOURS, "place"], fill_value=0)


def _finding(article: "Article", counts: pd.DataFrame) -> str:
    acting = counts[list(KIND_COLOURS)].sum(axis=1)
    total, most = int(acting.sum()), int(acting.max())
    if not total:
        return "Actors are only named as places"
    leaders = acting.index[acting == most].tolist()
    if len(leaders) > 3:
        return f"{len(leaders)} actors are mentioned most: {most} of {total} mentions each"
    names = [row.name for row in actor_rows(article, leaders)]
    verb, each = ("is", "") if len(leaders) == 1 else ("are", " each")
    noun = "mention" if total == 1 else "mentions"
    return f"{say_list(names)} {verb} mentioned most: {most} of {total} {noun}{each}"


def _kind_key(counts: pd.DataFrame) -> list[KeyItem]:
    kinds = [kind for kind in KIND_COLOURS if counts[kind].any()]
    return [
        KeyItem(
            kind,
            (swatch(marker="s", markerfacecolor=KIND_COLOURS[kind], markeredgecolor=GREY),),
        )
        for kind in kinds
    ]


def _longest(panel: pd.DataFrame) -> int:
    return int(panel.sum(axis=1).max())


def _value_width(panel: pd.DataFrame) -> float:
    return VALUE_GAP + text_size(str(_longest(panel)), weight="bold")[0]


def _heading(panel: pd.DataFrame) -> str:
    return "as a place" if "place" in panel else "as an actor"


def _heading_width(panel: pd.DataFrame) -> float:
    return text_size(_heading(panel), size=HEADING_SIZE, weight="bold")[0]


def _unit(panels: Sequence[pd.DataFrame], room: float) -> float:
    """Return the length of one mention, the same in all panels, so that they fill the width."""
    gaps = PANEL_GAP * (len(panels) - 1)
    free = INNER_WIDTH - room - gaps - sum(map(_value_width, panels))
    unit = free / sum(map(_longest, panels))
    wide = [p for p in panels if unit * _longest(p) + _value_width(p) >= _heading_width(p)]
    if len(wide) in (0, len(panels)):
        return unit
    narrow = next(panel for panel in panels if panel is not wide[0])
    return (free + _value_width(narrow) - _heading_width(narrow)) / _longest(wide[0])


def _draw_bars(ax: Axes, panel: pd.DataFrame, centres: Sequence[float], *, unit: float) -> None:
    rows = np.array(centres)
    left = np.zeros(len(panel))
    for kind in panel.columns:
        values = panel[kind].to_numpy()
        some = values > 0
        ax.barh(
            rows[some],
            values[some],
            left=left[some],
            height=BAR,
            color=BAR_COLOURS[kind],
            edgecolor=GREY,
            linewidth=0.7,
            hatch=HATCH if kind == "place" else None,
        )
        left += values
    ax.axvline(0, color=FAINT, linewidth=0.8)
    ax.set_xlim(0, _longest(panel))
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines["bottom"].set_visible(False)
    for row, value in zip(rows, left.astype(int), strict=True):
        if value:
            ax.text(
                value + VALUE_GAP / unit,
                row,
                str(value),
                va="center_baseline",
                weight="bold",
                color=INK,
            )
    ax.text(0, -2, _heading(panel), size=HEADING_SIZE, weight="bold", color=GREY, va="bottom")


def mentions_in_words(figure: Figure) -> str:
    """Say the bars, row by row, as they are drawn.

    >>> print(mentions_in_words(draw_mentions(readout.parse("Jane Roe left."), top=1)))
    Jane Roe is mentioned most: 1 of 1 mention
    - Jane Roe (person): 1 (name 1)
    In small print: as an actor; Mentions read as the actor, by the kind of word; name; person
    """
    if not figure.axes[0].patches:
        return small_print(figure)
    names, types = tick_names(figure.axes[0]), read_types(figure.axes[0])
    bars: dict[str, list[str]] = {name: [] for name in [*names.values(), UNLABELLED]}
    values = []
    for ax in filter(is_drawn, figure.axes):
        for row in sorted({_row_of(bar) for bar in drawn(ax.patches, Rectangle)}):
            bars[nearest(row, names)].append(_say_bar(ax, row))
        values += _value_texts(ax)
    lines = [
        f"- {name} ({types.get(row, 'no type mark')}): {'; '.join(bars[name]) or 'no bar'}"
        for row, name in sorted(names.items())
    ]
    lines += [f"- a bar without a name: {said}" for said in bars[UNLABELLED]]
    return say_chart(figure, lines, said=values)


def _row_of(bar: Rectangle) -> float:
    return round(bar.get_y() + bar.get_height() / 2, 2)


def _value_texts(ax: Axes) -> list[Text]:
    return [text for text in ax.texts if is_drawn(text) and text.get_text().isdigit()]


def _say_bar(ax: Axes, row: float) -> str:
    """Say one bar: its length, its parts, and the number written at its end if that differs."""
    parts = [bar for bar in drawn(ax.patches, Rectangle) if _row_of(bar) == row]
    counts = {}
    for part in sorted(parts, key=lambda bar: bar.get_x()):
        counts[meaning_of(part.get_facecolor(), BAR_COLOURS)] = f"{part.get_width():g}"
    end = max((part.get_x() + part.get_width() for part in parts), default=0.0)
    kinds = ", ".join(f"{kind} {count}" for kind, count in counts.items() if kind != "place")
    said = f"{end:g} ({kinds})" if kinds else f"{end:g} as a place"
    written = [t.get_text() for t in _value_texts(ax) if _stands_at(t, ax, x=end, y=row)]
    if written != [f"{end:g}"]:
        said += f", but written {' '.join(written) or 'nowhere'}"
    return said


def _stands_at(text: Text, ax: Axes, *, x: float, y: float) -> bool:
    anchor, end = ax.transData.transform([text.get_position(), (x, y)]) * 72 / ax.figure.dpi
    return 0 <= anchor[0] - end[0] <= 2 * VALUE_GAP and abs(anchor[1] - end[1]) < VALUE_GAP
