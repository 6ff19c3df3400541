"""Colours, marker shapes and the style file of all charts, each meaning defined once.

Actor types are light fills with a dark outline, so that text stays readable on them, in charts as
well as behind words in HTML. Relations are thin lines and therefore darker: every colour passes
3:1 contrast on white. Colour never stands alone: types also differ in marker shape, relations in
arrow head, certainty in filled or hollow and solid or dashed.

The base is the colour-blind-safe palette of Okabe and Ito (2008), completed by fills that keep
apart under simulated protanopia, deuteranopia and tritanopia (Machado et al. 2009).
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from matplotlib import style
from matplotlib.colors import to_rgb

INK = "#1A2733"
GREY = "#55616D"
FAINT = "#8A949E"
RULE = "#D5DADF"
GRID = "#E6E9EC"
BAND = "#F1F3F5"
PAPER = "#FFFFFF"

ACTOR_COLOURS = MappingProxyType(
    {
        "person": "#56B4E9",
        "state": "#E69F00",
        "government_body": "#F0E442",
        "armed_group": "#CC79A7",
        "organisation": "#7FD1AE",
        "bloc": "#A39A5A",
        "city": "#EFE6DA",
        "media": "#C3CAD1",
    }
)
UNKNOWN_ACTOR_COLOUR = PAPER

ACTOR_MARKERS = MappingProxyType(
    {
        "person": "o",
        "state": "s",
        "government_body": "D",
        "armed_group": "^",
        "organisation": "h",
        "bloc": "p",
        "city": "v",
        "media": "P",
    }
)
UNKNOWN_ACTOR_MARKER = "o"

RELATION_COLOURS = MappingProxyType(
    {
        "backs": "#0072B2",
        "courts": "#009E73",
        "opposes": "#D55E00",
        "aligned": "#3D4A57",
        "meets": "#6F7C88",
        "member": "#8A949E",
    }
)

KIND_COLOURS = MappingProxyType(
    {"name": "#1F3347", "acronym": "#54718B", "metonym": "#93A9BD", "pronoun": "#D8E0E8"}
)
PLACE_COLOUR = "#FBFCFD"

SOLID = "solid"
DASHED = (0, (3.2, 2.2))
# How certainty looks on any line, and on any face through `face`.
LINE_STYLES = MappingProxyType({"stated": SOLID, "hedged": DASHED})

STYLE_FILE = Path(__file__).with_name("readout.mplstyle")


@contextmanager
def house_style() -> Iterator[None]:
    """Draw with readout.mplstyle on top of matplotlib's defaults, whatever the user has set.

    Warnings about characters that the font lacks are silenced: the picture shows a box there, and
    the chart's words keep the character.

    >>> import matplotlib
    >>> with house_style():
    ...     matplotlib.rcParams["axes.spines.top"]
    False
    """
    with style.context(["default", STYLE_FILE], after_reset=True), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing", category=UserWarning)
        yield


def face(certainty: str, colour: str) -> str:
    """Return the fill of a mark: `colour` when stated, hollow (paper) when hedged.

    >>> face("stated", "black"), face("hedged", "black") == PAPER
    ('black', True)
    """
    return PAPER if certainty == "hedged" else colour


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white), as WCAG 2.2 defines it.

    >>> luminance("black"), luminance("white")
    (0.0, 1.0)
    """
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it.

    >>> round(contrast("white", "black"))
    21
    """
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)
