"""Reading values back from drawn artists, so that a chart can say itself in words.

Nothing here knows the data a chart was made from: what is not drawn is not said, and what is
drawn wrongly is said wrongly. Each chart's own module puts these readings together.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import same_color
from matplotlib.dates import num2date
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.typing import ColorType

Kind = TypeVar("Kind", bound=Artist)

UNKNOWN = "unknown"
UNLABELLED = "unlabelled"


def is_drawn(artist: Artist) -> bool:
    """Whether a reader of the picture sees the artist at all.

    >>> is_drawn(Text(text="Jane Roe")), is_drawn(Text(text="Jane Roe", visible=False))
    (True, False)
    """
    return artist.get_visible() and artist.get_alpha() != 0


def drawn(artists: Iterable[Artist], kind: type[Kind]) -> list[Kind]:
    """Return the artists of a kind that are drawn.

    >>> len(drawn([Text(text="Roe"), Line2D([0], [1])], Line2D))
    1
    """
    return [artist for artist in artists if isinstance(artist, kind) and is_drawn(artist)]


def points_of(line: Line2D) -> list[tuple[float, float]]:
    """Return the points of a line or of a row of markers.

    >>> points_of(Line2D([0, 1], [2, 3]))
    [(0.0, 2.0), (1.0, 3.0)]
    """
    return [(float(x), float(y)) for x, y in np.asarray(line.get_xydata())]


def one_line(text: str) -> str:
    """Return text as one line, with the line breaks of a wrapped label taken out.

    >>> one_line("Jane" + chr(10) + "Roe-" + chr(10) + "Poe")
    'Jane Roe-Poe'
    """
    return " ".join(text.replace("\u2010\n", "").replace("-\n", "-").split())


def title_of(figure: Figure) -> str:
    """Return every title that is drawn on the figure, as one line.

    >>> figure = Figure()
    >>> title = figure.add_subplot().set_title("Talks fail")
    >>> title_of(figure)
    'Talks fail'
    """
    titles = [
        ax.get_title(loc=side)
        for ax in figure.axes
        for side in ("left", "center", "right")
        if is_drawn(ax)
    ]
    return one_line(" ".join([figure.get_suptitle(), *titles]))


def small_print(figure: Figure, *, without: Iterable[Text] = ()) -> str:
    """Return all other text on the figure, the texts given left out: in the axes, then around.

    >>> figure = Figure()
    >>> note = figure.text(0, 0, "Source: none")
    >>> small_print(figure), small_print(figure, without=[note])
    ('Source: none', '')
    """
    said = set(map(id, without))
    inside = [text for ax in figure.axes if is_drawn(ax) for text in ax.texts]
    texts = [text for text in [*inside, *figure.texts] if is_drawn(text) and id(text) not in said]
    return "; ".join(filter(None, (one_line(text.get_text()) for text in texts)))


def say_chart(figure: Figure, lines: Sequence[str], *, said: Iterable[Text] = ()) -> str:
    """Put a chart's words together: title, what is drawn, and the small print not said yet.

    >>> print(say_chart(Figure(), ["- Jane Roe: 2 mentions"]).strip())
    - Jane Roe: 2 mentions
    """
    rest = small_print(figure, without=said)
    return "\n".join([title_of(figure), *lines, *([f"In small print: {rest}"] if rest else [])])


def meaning_of(colour: ColorType, colours: Mapping[str, str]) -> str:
    """Return what a drawn colour stands for in a table of colours.

    >>> meaning_of("black", {"stated": "#000000"})
    'stated'
    """
    for meaning, known in colours.items():
        if same_color(colour, known):
            return meaning
    return UNKNOWN


def say_type(type_: str | None) -> str:
    """Return an actor type in words; what is not a known colour is an unknown type.

    >>> say_type("armed_group"), say_type(None)
    ('armed group', 'type unknown')
    """
    return "type unknown" if type_ in (None, UNKNOWN) else type_.replace("_", " ")


def tick_names(ax: Axes) -> dict[float, str]:
    """Return the names written at the rows of an axes, by the row's position.

    >>> ax = Figure().add_subplot()
    >>> marks = ax.set_yticks([5.0], ["Jane Roe"])
    >>> tick_names(ax)
    {5.0: 'Jane Roe'}
    """
    if not is_drawn(ax) or not ax.yaxis.get_visible():
        return {}
    return {
        float(position): one_line(label.get_text())
        for position, label in zip(ax.get_yticks(), ax.get_yticklabels(), strict=True)
        if is_drawn(label) and label.get_text()
    }


def nearest(position: float, names: Mapping[float, str], *, within: float = 8.0) -> str:
    """Return the name whose row is nearest to a position in points, or UNLABELLED.

    >>> nearest(6, {5.0: "Jane Roe", 25.0: "Al Poe"})
    'Jane Roe'
    """
    row = min(names, key=lambda known: abs(known - position), default=None)
    return names[row] if row is not None and abs(row - position) <= within else UNLABELLED


def day_at(number: float) -> date:
    """Return the day that a position on a date axis stands for.

    >>> str(day_at(0))
    '1970-01-01'
    """
    return num2date(number + 0.5).date()


def say_day(day: date) -> str:
    """Return a day as 3 May 2025.

    >>> say_day(date(2025, 5, 3))
    '3 May 2025'
    """
    return f"{day.day} {day:%B} {day.year}"


def say_span(first: date, last: date) -> str:
    """Return a span of days in words; a whole month or year by its name.

    >>> say_span(date(2025, 2, 17), date(2025, 2, 19))
    '17 to 19 February 2025'
    """
    after = last + timedelta(days=1) if last < date.max else last
    if first == last:
        return say_day(first)
    if first.day == after.day == 1 and first.month == after.month == 1:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == after.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {say_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {say_day(last)}"
    return f"{say_day(first)} to {say_day(last)}"


def say_list(names: Sequence[str]) -> str:
    """Return names as a list in a sentence: A, B and C.

    >>> say_list(["Roe", "Poe", "Doe"])
    'Roe, Poe and Doe'
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def say_count(number: int, noun: str) -> str:
    """Return a number with its noun: 1 mention, 2 mentions.

    >>> say_count(1, "mention"), say_count(2, "mention")
    ('1 mention', '2 mentions')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say_numbers(numbers: Iterable[int]) -> str:
    """Return whole numbers in order, runs of them joined: 0, 3-5, 9.

    >>> say_numbers([4, 0, 3, 5, 9])
    '0, 3-5, 9'
    """
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
