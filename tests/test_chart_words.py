"""Charts in words: they follow the picture, and go with it into files and notebooks."""

import html
import os
import re
import subprocess
import sys

import matplotlib as mpl
import pytest
from drawn_charts import CHARTS, draw
from matplotlib.colors import same_color

from readout.chart_style import ACTOR_COLOURS, BAND, FAINT, INK, KIND_COLOURS, RELATION_COLOURS

# ---------------------------------------------------------------- words follow the picture


def shift(artist, by):
    x, y = artist.get_position()
    artist.set_position((x + by, y))


def rename_rows(ax):
    names = [label.get_text() for label in ax.get_yticklabels()]
    ax.set_yticks(ax.get_yticks(), [names[1], names[0], *names[2:]])


def line_to(ax, *, dashed):
    return next(line for line in ax.patches if (line.get_linestyle() != "solid") == dashed)


def hollow(ax):
    return next(line for line in ax.lines if same_color(line.get_markerfacecolor(), "white"))


def hide(lines, number):
    lines[number].set_visible(False)


def reverse(line):
    path = line.get_path()
    path.vertices = path.vertices[::-1].copy()


def swap_heads(ax):
    first, other = (
        next(line for line in ax.lines if same_color(line.get_markeredgecolor(), colour))
        for colour in (RELATION_COLOURS["backs"], RELATION_COLOURS["opposes"])
    )
    first.set_marker(other.get_marker())


MUTATIONS = {
    "value of a bar": ("mentions", lambda ax: ax.patches[0].set_width(30)),
    "value at a bar": ("mentions", lambda ax: ax.texts[0].set_text("21")),
    "value of a square": ("shared_sentences", lambda ax: ax.texts[-1].set_text("9")),
    "value of a circle": ("network", lambda ax: ax.collections[1].set_sizes([50] * 6)),
    "hollow to filled": ("timeline", lambda ax: hollow(ax).set_markerfacecolor(INK)),
    "filled to hollow": ("timeline", lambda ax: ax.patches[0].set_facecolor("white")),
    "dashed to solid": ("network", lambda ax: line_to(ax, dashed=True).set_linestyle("solid")),
    "solid to dashed": ("network", lambda ax: line_to(ax, dashed=False).set_linestyle("--")),
    "label of an event": ("timeline", lambda ax: ax.texts[2].set_text("Nobody visits anybody")),
    "label of an actor": ("network", lambda ax: ax.texts[2].set_text("Atlantis")),
    "heading": ("network", lambda ax: ax.texts[0].set_text("Opponents")),
    "key": ("network", lambda ax: ax.figure.texts[1].set_text("opposes")),
    "bar hidden": ("mentions", lambda ax: ax.patches[1].set_visible(False)),
    "bar transparent": ("timeline", lambda ax: ax.patches[0].set_alpha(0)),
    "ticks hidden": ("dispersion", lambda ax: hide(ax.lines, 1)),
    "square hidden": ("shared_sentences", lambda ax: ax.patches[0].set_visible(False)),
    "circles hidden": ("network", lambda ax: ax.collections[1].set_visible(False)),
    "label hidden": ("timeline", lambda ax: ax.texts[1].set_visible(False)),
    "panel hidden": ("timeline", lambda ax: ax.figure.axes[1].set_visible(False)),
    "colour of a kind": (
        "mentions",
        lambda ax: ax.patches[0].set_facecolor(KIND_COLOURS["acronym"]),
    ),
    "type of an actor": (
        "dispersion",
        lambda ax: ax.lines[-1].set_markerfacecolor(ACTOR_COLOURS["media"]),
    ),
    "type of a circle": (
        "network",
        lambda ax: ax.collections[0].set_facecolor(ACTOR_COLOURS["state"]),
    ),
    "relation": ("network", lambda ax: ax.patches[0].set_edgecolor(RELATION_COLOURS["opposes"])),
    "shade of a square": ("shared_sentences", lambda ax: ax.patches[0].set_facecolor(BAND)),
    "event made context": ("timeline", lambda ax: ax.lines[0].set_markeredgecolor(FAINT)),
    "value moved": ("mentions", lambda ax: shift(ax.texts[0], 2)),
    "event's label moved": ("timeline", lambda ax: shift(ax.texts[1], 1)),
    "actor's label moved": ("network", lambda ax: shift(ax.texts[2], 20)),
    "central label moved": ("network", lambda ax: shift(ax.texts[-2], 80)),
    "name moved": ("shared_sentences", lambda ax: shift(ax.texts[0], 1)),
    "title": ("timeline", lambda ax: ax.set_title("Nothing happened", loc="left")),
    "second title": ("mentions", lambda ax: ax.set_title("Not so")),
    "order of the rows": ("mentions", rename_rows),
    "arrow head missing": ("network", lambda ax: ax.lines[0].remove()),
    "arrow missing": ("network", lambda ax: ax.patches[0].remove()),
    "arrow reversed": ("network", lambda ax: reverse(ax.patches[0])),
    "head of another relation": ("network", swap_heads),
    "day shifted": ("timeline", lambda ax: ax.lines[0].set_xdata(ax.lines[0].get_xdata() + 1)),
    "span shifted": ("timeline", lambda ax: ax.patches[0].set_x(ax.patches[0].get_x() + 1)),
    "span longer": ("timeline", lambda ax: ax.patches[0].set_width(4)),
    "tick in another sentence": (
        "dispersion",
        lambda ax: ax.lines[1].set_xdata(ax.lines[1].get_xdata() + 1),
    ),
    "tick in another row": (
        "dispersion",
        lambda ax: ax.lines[1].set_ydata(ax.lines[1].get_ydata() + 18),
    ),
    "axis shifted": ("timeline", lambda ax: ax.set_xlim(ax.get_xlim()[0], ax.get_xlim()[1] + 9)),
}


@pytest.mark.parametrize(("name", "change"), MUTATIONS.values(), ids=MUTATIONS)
def test_words_change_when_the_picture_changes(name, change):
    chart = draw(name)
    before = str(chart)

    change(chart.ax)

    assert str(chart) != before


@pytest.mark.parametrize("name", CHARTS)
def test_words_do_not_come_from_the_data(name):
    chart = draw(name)
    for ax in chart.axes:
        ax.clear()
        ax.set_axis_off()

    for word in ("Odran Veshti is", "Norrland", "visits", "17 to 19"):
        assert word not in str(chart)


# ---------------------------------------------------------------- files and notebooks

PRINT_BYTES = """
import hashlib, sys, tempfile
from pathlib import Path
import chart_articles
from readout import charts
small, huge = chart_articles.small_article(), chart_articles.huge_article()
for name in sys.argv[1:]:
    chart = getattr(charts, name)(small)
    with tempfile.TemporaryDirectory() as folder:
        for file in chart.save(Path(folder) / name):
            print(file.name, hashlib.sha256(file.read_bytes()).hexdigest())
    print(chart, getattr(charts, name)(huge))
assert "matplotlib.pyplot" not in sys.modules
"""


def test_same_article_same_bytes_under_any_hash_seed():
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", PRINT_BYTES, *CHARTS],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2")
    ]
    first, second = (run.communicate(timeout=120)[0].splitlines() for run in runs)

    assert [run.returncode for run in runs] == [0, 0]
    assert sum(line.startswith(CHARTS) for line in first) == 2 * len(CHARTS)
    assert first == second


def test_the_users_own_style_changes_nothing():
    before = draw("timeline")._repr_mimebundle_()

    with mpl.rc_context({"font.size": 30, "axes.facecolor": "black", "text.usetex": True}):
        assert draw("timeline")._repr_mimebundle_() == before


def test_notebooks_get_a_picture_with_the_words_as_alternative_text():
    chart = draw("network")
    chart.ax.set_title('<script>"&', loc="left")

    bundle = chart._repr_mimebundle_(include=None, exclude=None)

    assert bundle["text/plain"] == str(chart)
    alt = re.fullmatch(
        r'<img alt="([^"<>]*)" width="650" style="[^"]*" src="data:image/png;base64,[\w+/=]+">',
        bundle["text/html"],
    )
    assert html.unescape(alt[1]) == str(chart)


def test_saved_files_are_complete_and_alone(tmp_path):
    chart = draw("mentions", "tiny")

    png, svg = chart.save(tmp_path / "v1.2 mentions")

    assert sorted(tmp_path.iterdir()) == [png, svg]
    assert png.name == "v1.2 mentions.png"
    assert png.read_bytes().startswith(b"\x89PNG")
    assert "<title>Ostia and Selm are mentioned most" in svg.read_text("utf-8")
    assert b"<dc:date>" not in svg.read_bytes()


def test_nothing_is_written_where_saving_fails(tmp_path):
    with pytest.raises(OSError, match="missing"):
        draw("mentions", "tiny").save(tmp_path / "missing" / "chart")

    assert list(tmp_path.iterdir()) == []
