"""Charts: what is drawn is what the frames say, readable at any size, and said as it is drawn."""

import re
from itertools import combinations

import numpy as np
import pytest
from drawn_charts import ARTICLES, CHARTS, draw
from matplotlib.colors import same_color
from matplotlib.transforms import Bbox

from readout import charts
from readout.chart_style import (
    ACTOR_COLOURS,
    ACTOR_MARKERS,
    BAND,
    FAINT,
    GREY,
    INK,
    RELATION_COLOURS,
    contrast,
    house_style,
)

EVERY_CHART = [(name, size) for name in CHARTS for size in ARTICLES if size != "late"]
EVERY_CHART.append(("timeline", "late"))


@pytest.fixture(scope="module", params=EVERY_CHART, ids="-".join)
def chart(request):
    return draw(*request.param)


def texts_of(figure):
    """All texts that a reader sees, tick labels and titles included."""
    texts = list(figure.texts)
    for ax in figure.axes:
        texts += ax.texts
        if ax.axison:
            texts += [ax.xaxis.label, ax.yaxis.label]
            for axis in (ax.xaxis, ax.yaxis):
                low, high = sorted(axis.get_view_interval())
                ticks = zip(axis.get_ticklocs(), axis.get_ticklabels(), strict=True)
                texts += [label for place, label in ticks if low <= place <= high]
        texts += [child for child in ax.get_children() if child in (ax.title, ax._left_title)]
    return [text for text in texts if text.get_visible() and text.get_text().strip()]


def extents_of(figure, artists):
    with house_style():
        figure.draw_without_rendering()
        return [artist.get_window_extent() for artist in artists]


def shrunk(box, by=0.5):
    return Bbox([[box.x0 + by, box.y0 + by], [box.x1 - by, box.y1 - by]])


def test_no_two_labels_overlap(chart):
    texts = texts_of(chart.figure)
    boxes = zip(texts, map(shrunk, extents_of(chart.figure, texts)), strict=True)

    overlapping = [
        (a.get_text(), b.get_text())
        for (a, first), (b, second) in combinations(boxes, 2)
        if first.overlaps(second)
    ]
    assert overlapping == []


def test_no_label_is_cut(chart):
    texts = texts_of(chart.figure)
    page = chart.figure.bbox

    cut = [
        text.get_text()
        for text, box in zip(texts, extents_of(chart.figure, texts), strict=True)
        if box.x0 < page.x0 or box.y0 < page.y0 or box.x1 > page.x1 or box.y1 > page.y1
    ]
    assert cut == []


@pytest.mark.parametrize("size", ["small", "tiny", "late", "huge"])
def test_no_label_covers_a_mark_of_the_timeline(size):
    figure = draw("timeline", size).figure
    for ax in figure.axes:
        bars = [bar for bar in ax.patches if not same_color(bar.get_facecolor(), BAND)]
        marks = extents_of(figure, [*bars, *ax.lines])
        labels = extents_of(figure, ax.texts)
        assert marks
        assert not any(shrunk(a).overlaps(shrunk(b)) for a in marks for b in labels)
        assert not any(shrunk(a).overlaps(shrunk(b)) for a, b in combinations(marks, 2))


@pytest.mark.parametrize("size", ["small", "tiny", "huge"])
def test_no_label_and_no_other_circle_covers_a_circle_of_the_network(size):
    figure = draw("network", size).figure
    ax = figure.axes[0]
    circles = [
        (*ax.transData.transform(place), np.sqrt(area) / 2 * figure.dpi / 72)
        for group in ax.collections
        for place, area in zip(group.get_offsets(), group.get_sizes(), strict=True)
    ]
    for x, y, radius in circles:
        for box in map(shrunk, extents_of(figure, ax.texts)):
            across, down = max(box.x0 - x, 0, x - box.x1), max(box.y0 - y, 0, y - box.y1)
            assert np.hypot(across, down) > radius
    for (x, y, radius), (other_x, other_y, other_radius) in combinations(circles, 2):
        assert np.hypot(x - other_x, y - other_y) > radius + other_radius


@pytest.mark.parametrize("size", ["small", "tiny", "huge"])
def test_no_line_of_the_network_leaves_its_place(size):
    ax = draw("network", size).ax
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()

    for line in ax.patches:
        x, y = line.get_path().to_polygons(closed_only=False)[0].T
        assert left < x.min() < x.max() < right
        assert top < y.min() <= y.max() < bottom


def test_figures_have_the_width_of_a_notebook_and_are_opaque_white(chart):
    assert chart.figure.get_figwidth() == 6.5
    assert same_color(chart.figure.get_facecolor(), "white")


@pytest.mark.parametrize("name", CHARTS)
def test_titles_state_a_finding_at_the_left(name):
    ax = draw(name).ax

    assert len(ax.get_title(loc="left").split()) > 3
    assert ax.get_title(loc="center") == ""


# ---------------------------------------------------------------- what is drawn is what is so


def test_bars_start_at_zero_are_sorted_and_end_in_their_value():
    ax = draw("mentions").ax
    ends = {}
    for bar in ax.patches:
        row = round(bar.get_y() + bar.get_height() / 2)
        ends.setdefault(row, []).append((bar.get_x(), bar.get_x() + bar.get_width()))

    assert all(min(start for start, _ in bars) == 0 for bars in ends.values())
    totals = [max(end for _, end in ends[row]) for row in sorted(ends)]
    assert totals == sorted(totals, reverse=True) == [20, 10, 8, 5, 3, 2, 2, 2, 2, 1, 1]
    assert [text.get_text() for text in ax.texts][:3] == ["20", "10", "8"]


def test_bars_count_the_mentions_by_kind_and_places_apart():
    words = str(draw("mentions"))

    assert words.startswith("Odran Veshti is mentioned most: 20 of 56 mentions\n")
    assert "- Tavria (state): 10 (name 5, metonym 3, pronoun 2); 4 as a place\n" in words
    assert "- Port Aven (city): 1 as a place\n" in words


def test_both_panels_of_the_bars_have_one_scale():
    acting, placed = draw("mentions").axes
    lengths = [ax.bbox.width / (ax.get_xlim()[1] - ax.get_xlim()[0]) for ax in (acting, placed)]

    assert lengths[0] == pytest.approx(lengths[1])


def test_what_is_left_out_is_said():
    assert "Not shown: 45 more actors with 441 mentions." in str(draw("mentions", "huge"))
    assert "Not shown: 45 more actors." in str(draw("dispersion", "huge"))
    assert "Not shown: 46 more events." in str(draw("timeline", "huge"))
    assert "Not shown: 35 more actors with 46 ties." in str(draw("network", "huge"))


def test_titles_tell_of_the_whole_article_whatever_is_shown():
    article = ARTICLES["huge"]
    for name in CHARTS:
        few, many = (getattr(charts, name)(article, top=top) for top in (2, 50))
        assert few.ax.get_title(loc="left") == many.ax.get_title(loc="left")
    assert "10 actors back" in str(charts.network(article, top=2))


def test_at_least_one_actor_is_shown():
    for name in CHARTS:
        assert str(getattr(charts, name)(ARTICLES["small"], top=1))
        with pytest.raises(ValueError, match="top must be at least 1, not 0"):
            getattr(charts, name)(ARTICLES["small"], top=0)


def test_ticks_stand_in_the_sentences_of_the_mentions():
    words = str(draw("dispersion"))

    assert "11 named (in 0-2, 4-5, 7, 9, 12, 15, 19, 22)" in words
    assert "9 as a pronoun (in 2-5, 9-10, 15-16, 22)" in words
    assert words.startswith("Odran Veshti appears in 14 of the article's 25 sentences")


def test_squares_hold_the_number_of_shared_sentences():
    words = str(draw("shared_sentences"))

    assert words.startswith("Odran Veshti and Tavria share most sentences: 5\n")
    assert "- Odran Veshti and Calderran National Front: 4\n" in words
    assert "Port Aven" not in words  # it is only a place


def test_timeline_marks_days_spans_and_vague_dates():
    words = str(draw("timeline"))

    assert words.startswith("3 of 5 dated events fall within 10 days: 17 to 26 February 2031\n")
    assert "- 17 to 19 February 2031: Odran Veshti visits Tavria\n" in words
    assert "- 18 February 2031: Foreign Minister Pell tells" in words
    assert "- 24 February 2031, an article: article published\n" in words
    assert "- 26 February 2031, hedged (hollow): Tavria may send advisers\n" in words
    assert "- some time in 2017: Coalition intervenes in Calderra\n" in words
    assert "- some time in April 2031, hedged (hollow): Elections planned" in words
    assert "- 28 October 2030, an article, light: Calderrans have little" in words
    assert "- 16 to 27 February 2031, shaded: enlarged above\n" in words


def test_timeline_of_one_cluster_needs_one_panel():
    assert len(draw("timeline", "tiny").axes) == 1
    assert len(draw("timeline").axes) == 2


def test_network_shows_who_backs_whom_and_how_surely():
    words = str(draw("network"))

    assert words.startswith("Norrland, Ostia and Selm back Odran Veshti; Tavria may\n")
    assert "- middle: Odran Veshti (person, 20 mentions)\n" in words
    assert "- left: Norrland (state, 8 mentions)\n" in words
    assert "- right: Western powers (bloc, 1 mention)\n" in words
    assert "- Tavria backs Odran Veshti (dashed: hedged)\n" in words
    assert "- Tavria is aligned with Norrland (solid: stated)\n" in words
    assert "- Norrland opposes UN Security Council (solid: stated)\n" in words
    assert "Ilya Marn" not in words  # meetings are no backing


def test_network_around_another_actor():
    words = str(charts.network(ARTICLES["small"], centre="norrland"))

    assert "- middle: Norrland" in words
    with pytest.raises(KeyError, match="no actor 'atlantis'"):
        charts.network(ARTICLES["small"], centre="atlantis")


@pytest.mark.parametrize("name", CHARTS)
def test_an_article_without_anything_to_chart_gives_one_sentence(name):
    chart = draw(name, "empty")

    assert re.fullmatch(r"[A-Z][^.\n]*\.", str(chart))
    assert not chart.ax.axison
    assert [*chart.ax.patches, *chart.ax.lines, *chart.ax.collections] == []


# ---------------------------------------------------------------- colours


@pytest.mark.parametrize("colour", [*RELATION_COLOURS.values(), INK, GREY, FAINT])
def test_lines_and_marks_stand_out_from_white(colour):
    assert contrast(colour, "white") >= 3


@pytest.mark.parametrize("colour", [*ACTOR_COLOURS.values(), "white", BAND])
def test_text_is_readable_on_every_fill(colour):
    assert contrast(INK, colour) >= 4.5


def test_small_text_is_readable_on_white():
    assert contrast(GREY, "white") >= 4.5
    assert contrast(GREY, BAND) >= 4.5


def test_no_meaning_has_only_a_colour():
    assert set(ACTOR_MARKERS) == set(ACTOR_COLOURS)
    assert len(set(ACTOR_MARKERS.values())) == len(ACTOR_MARKERS)
    assert len({*ACTOR_COLOURS.values(), *RELATION_COLOURS.values()}) == 14
