"""The explorer: menus to pick an actor, a relation, how sure; a chart, and always the sentences.

explorer = readout.explore(article)     # in a notebook, as the last line of a cell
explorer.actor.value = "belarus"        # the same as choosing it in the menu
print(explorer)                         # what is shown, in words
"""

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ipywidgets

from readout.explorer_chart import draw_beside
from readout.explorer_view import PAGE, QUIET, show
from readout.selection import (
    Selection,
    actor_choices,
    check_view,
    opening_actor,
    relation_choices,
    say_type,
    section_choices,
    type_choices,
)

if TYPE_CHECKING:
    from readout.article import Article

ALL = ""  # the value of a menu that picks nothing; None would leave the menu blank
QUESTIONS = (
    ("Where is it?", "mentions"),
    ("What did it do when?", "timeline"),
    ("With whom?", "ties"),
)
WRAPPING = {"display": "flex", "flex_flow": "row wrap", "grid_gap": "2px 12px"}
SCROLLING = (
    '<div role="region" aria-label="Sentences" tabindex="0" '
    'style="max-height: 34em; overflow: auto">'
)
KEYS = (  # an open bug, jupyter-widgets/ipywidgets issue 3912
    "By keyboard: Tab goes to a menu, Space opens it, arrows or letters choose, Enter takes. "
    "On a closed menu JupyterLab takes keys for its own commands."
)
WITHOUT_KERNEL = "Run this cell to choose actor, relation, certainty and section yourself."


class Explorer:
    """Menus beside a chart and the sentences behind what is chosen in them.

    `view`, `actor_type`, `actor`, `relation`, `certainty` and `section` are the ipywidgets menus:
    to set their `value` (an id or a word of the codebook, "" for all) is to choose there. `shown`
    are summary and sentences, `chart` the chart beside them, `caption` says what it shows; `str()`
    gives all in words. A notebook shows the menus, or, where no kernel runs, the sentences alone.
    """

    def __init__(self, article: "Article", *, view: str = "mentions") -> None:
        """Make the menus; arguments and errors as for `explore`."""
        check_view(view)
        self._article = article
        self.view = ipywidgets.RadioButtons(
            options=QUESTIONS, value=view, orientation="horizontal", layout={"width": "max-content"}
        )
        self.actor_type = _menu("Type", [(say_type(t), t) for t in type_choices(article)])
        self.actor = _menu("Actor", actor_choices(article))
        self.actor.value = opening_actor(article, view) or ALL
        self.relation = _menu("Relation", _as_they_are(relation_choices(article)))
        self.certainty = _menu("Certainty", _as_they_are(("stated", "hedged")))
        self.section = _menu("Section", _as_they_are(section_choices(article)))
        self._summary, self._passages, self._picture = (ipywidgets.HTML() for _ in range(3))
        self._box = self._lay_out()
        self._pictured: tuple[str, ...] = ()
        self._show()
        self.actor_type.observe(self._offer_actors_of_type, "value")
        for menu in self._menus():
            menu.observe(self._show, "value")

    def _menus(self) -> tuple[Any, ...]:
        return self.view, self.actor_type, self.actor, self.relation, self.certainty, self.section

    def __str__(self) -> str:
        return f"{self.shown}\n{self.caption}"

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return {
            **self._box._repr_mimebundle_(),
            "text/plain": str(self),
            "text/html": f"{self.shown.markup()}{_quiet(WITHOUT_KERNEL)}",
        }

    @property
    def selection(self) -> Selection:
        """What the menus pick.

        >>> Explorer(article, view="ties").selection.actor
        'khalifa-haftar'
        """
        return Selection(
            actor=self.actor.value or None,
            actor_type=self.actor_type.value or None,
            relation=self.relation.value or None,
            certainty=self.certainty.value or None,
            section=self.section.value or None,
        )

    def _offer_actors_of_type(self, _: object) -> None:
        """Offer the actors of the chosen type; new options choose the first, which is all."""
        actor_type = self.actor_type.value or None
        self.actor.options = (("all", ALL), *actor_choices(self._article, actor_type=actor_type))

    def _show(self, _: object = None) -> None:
        self.relation.disabled = self.view.value != "ties"
        self.shown = show(self._article, self.view.value, self.selection)
        self._summary.value = self.shown.summary_markup()
        self._passages.value = f"{SCROLLING}{self.shown.passages_markup()}</div>"
        pictured = (self.view.value, self.actor_type.value, self.actor.value)
        if pictured != self._pictured:
            self._pictured = pictured
            self.caption, self.chart = draw_beside(self._article, self.view.value, self.selection)
            self._picture.value = _quiet(self.caption) + self.chart._repr_mimebundle_()["text/html"]

    def _lay_out(self) -> Any:
        """Stand sentences and chart side by side where there is room, else below one another."""
        menus = ipywidgets.Box(self._menus()[1:], layout=WRAPPING)
        self._passages.layout = {"flex": "1 1 22em", "min_width": "0"}
        self._picture.layout = {"flex": "1 1 30em", "min_width": "0", "max_width": "720px"}
        below = ipywidgets.Box([self._passages, self._picture], layout=WRAPPING)
        keys = ipywidgets.HTML(_quiet(KEYS))
        return ipywidgets.VBox(
            [self.view, menus, self._summary, below, keys], layout={"grid_gap": "4px"}
        )


def _menu(label: str, choices: Sequence[tuple[str, str]]) -> Any:
    return ipywidgets.Dropdown(
        options=(("all", ALL), *choices),
        value=ALL,
        description=label,
        layout={"width": "auto", "max_width": "20em"},
        style={"description_width": "initial"},
    )


def _quiet(words: str) -> str:
    return f'<div style="{PAGE}; {QUIET}">{html.escape(words)}</div>'


def _as_they_are(words: Sequence[str]) -> list[tuple[str, str]]:
    return [(word, word) for word in words]


def explore(article: "Article", *, view: str = "mentions") -> Explorer:
    """Explore an article: choose an actor and see where it is, what it did when, and with whom.

    Returns an `Explorer`, which a notebook shows as menus beside a chart and the sentences behind
    what is chosen, the evidence marked. It opens with the most mentioned actor that has any row
    in the `view`: `mentions`, `timeline` or `ties`. Raises ValueError for any other view.

    >>> explorer = explore(article, view="ties")
    >>> explorer.actor.value, explorer.certainty.value = "belarus", "hedged"
    >>> print(explorer.shown.summary[0])
    3 of ... ties: of Belarus, hedged only.
    """
    return Explorer(article, view=view)
