"""Which actors share sentences: a triangle of squares with the number of sentences in each.

Every name is written once, at the end of its row and on top of its column.
"""

from itertools import combinations
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, same_color, to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from readout.chart_labels import wrap
from readout.chart_page import (
    INNER_WIDTH,
    MARGIN,
    left_out_note,
    open_page,
    sentence_page,
    source_note,
)
from readout.chart_rows import actor_rows, rank_actors
from readout.chart_style import BAND, INK, PAPER, contrast
from readout.chart_words import drawn, is_drawn, one_line, say_chart, say_list, small_print

if TYPE_CHECKING:
    from readout.article import Article

LARGEST_CELL = 27.0
NARROWEST_NAME = 110.0  # points that the lowest name has beside its row of squares
MOST_ACTORS = 20  # more squares in a row would be too small for their numbers
TWO_LINES = 23.0  # points
FULL_SHADE = 4  # few shared sentences are not drawn as if they were many
SHADES = LinearSegmentedColormap.from_list("readout", ["#D8E0E8", "#93A9BD", "#54718B", "#1F3347"])


def draw_shared_sentences(article: "Article", *, top: int) -> Figure:
    """Draw the triangle of the `top` actors that share most sentences.

    >>> figure = draw_shared_sentences(readout.parse("Jane Roe met Al Poe."), top=2)
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['Al Poe', 'Jane Roe', '1']
    """
    shared = count_shared(article)
    if not shared:
        return sentence_page("No two actors are mentioned in the same sentence of this article.")
    together = {actor for pair in shared for actor in pair}
    shown = _closest(shared)[: min(max(top, 2), MOST_ACTORS)]
    rows = actor_rows(article, [actor for actor in rank_actors(article) if actor in shown])
    cell = min(LARGEST_CELL, (INNER_WIDTH - NARROWEST_NAME) / len(rows))
    rest = len(together) - len(rows)
    page = open_page(
        title=_finding(article, shared),
        subtitle="Number of sentences that mention both actors; a grey square: none",
        body=cell * len(rows),
        notes=[*left_out_note(rest, "actor"), *source_note(article)],
    )
    ax = page.axes(MARGIN, 0, cell * len(rows), cell * len(rows))
    ax.set_xlim(0, len(rows))
    ax.set_ylim(len(rows), 0)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines["bottom"].set_visible(False)
    for place, row in enumerate(rows):
        name = wrap(row.name, width=INNER_WIDTH - place * cell - 6, lines=1 + (cell > TWO_LINES))
        ax.text(place + 6 / cell, place + 0.5, name, va="center")
    _draw_cells(ax, [row.actor for row in rows], shared)
    return page.figure


def count_shared(article: "Article") -> dict[tuple[str, str], int]:
    """Return for each pair of actors, in alphabetical order, the sentences that mention both.

    Readings as a place are left out: who only meets there shares nothing with the place.

    >>> count_shared(readout.parse("Jane Roe met Al Poe. Roe left."))
    {('al-poe', 'jane-roe'): 1}
    """
    mentions = article.mentions.dropna(subset=["actor"])
    mentions = mentions[mentions["reading"] != "place"]
    shared: dict[tuple[str, str], int] = {}
    for _, actors in mentions.groupby("sentence")["actor"]:
        for pair in combinations(sorted(set(actors)), 2):
            shared[pair] = shared.get(pair, 0) + 1
    return shared


def _closest(shared: dict[tuple[str, str], int]) -> list[str]:
    """Return the actors by the sentences that they share, the pair that shares most before all."""
    total: dict[str, int] = {}
    for pair, count in shared.items():
        for actor in pair:
            total[actor] = total.get(actor, 0) + count
    leading = min(shared, key=lambda pair: (-shared[pair], pair))
    return sorted(total, key=lambda actor: (actor not in leading, -total[actor], actor))


def _finding(article: "Article", shared: dict[tuple[str, str], int]) -> str:
    most = max(shared.values())
    pairs = [pair for pair, count in shared.items() if count == most]
    noun = "sentence" if most == 1 else "sentences"
    if len(pairs) > 1:
        return f"{len(pairs)} pairs of actors share most sentences: {most} {noun} each"
    ranked = [actor for actor in rank_actors(article) if actor in pairs[0]]
    names = [row.name for row in actor_rows(article, ranked)]
    return f"{say_list(names)} share most sentences: {most}"


def _shade(count: int, most: int) -> str:
    return to_hex(SHADES(count / max(most, FULL_SHADE))) if count else BAND


def _draw_cells(ax: Axes, actors: list[str], shared: dict[tuple[str, str], int]) -> None:
    most = max(shared.values())
    for row, actor in enumerate(actors):
        for column, other in enumerate(actors[:row]):
            first, second = sorted((actor, other))
            count = shared.get((first, second), 0)
            colour = _shade(count, most)
            ax.add_patch(
                Rectangle((column, row), 1, 1, facecolor=colour, edgecolor=PAPER, linewidth=1.5)
            )
            if count:
                ax.text(
                    column + 0.5,
                    row + 0.5,
                    str(count),
                    ha="center",
                    va="center_baseline",
                    color=max((INK, PAPER), key=lambda ink: contrast(ink, colour)),
                )


def shared_sentences_in_words(figure: Figure) -> str:
    """Say the number in each square, and where shade and number contradict each other.

    >>> figure = draw_shared_sentences(readout.parse("Jane Roe met Al Poe."), top=2)
    >>> print(shared_sentences_in_words(figure))
    Al Poe and Jane Roe share most sentences: 1
    - Al Poe and Jane Roe: 1
    In small print: Number of sentences that mention both actors; a grey square: none
    """
    ax = figure.axes[0]
    if not ax.patches:
        return small_print(figure)
    cells = {(int(cell.get_x()), int(cell.get_y())): cell for cell in drawn(ax.patches, Rectangle)}
    places = {
        (int(t.get_position()[0]), int(t.get_position()[1])): t for t in ax.texts if is_drawn(t)
    }
    names = {x: one_line(t.get_text()) for (x, y), t in places.items() if x == y}
    counts = {place: t for place, t in places.items() if place in cells}
    most = max((int(t.get_text()) for t in counts.values() if t.get_text().isdigit()), default=0)
    lines = []
    for column, row in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        written = counts.get((column, row))
        pair = f"{names.get(column, 'no name')} and {names.get(row, 'no name')}"
        said = _say_cell(cells[column, row], written, most)
        if said:
            lines.append(f"- {pair}: {said}")
    used = [*counts.values(), *(t for (x, y), t in places.items() if x == y)]
    return say_chart(figure, lines, said=used)


def _say_cell(cell: Rectangle, written: Text | None, most: int) -> str:
    number = one_line(written.get_text()) if written else ""
    shade = _shade(int(number or 0), most)
    return number + ("" if same_color(cell.get_facecolor(), shade) else " (shaded otherwise)")
