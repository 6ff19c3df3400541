"""The explorer: its menus change the sentences, the words and the chart, and all is escaped."""

import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from invented import ANALYST, ATTACK, TINY

import readout
from readout.explorer import QUESTIONS
from readout.explorer_view import MOST_PASSAGES, show
from readout.selection import VIEWS, Selection, select

VIEW = "application/vnd.jupyter.widget-view+json"


class Markup(HTMLParser):
    """The text, the marked words, and the tags of some HTML."""

    def __init__(self, markup):
        super().__init__()
        self.text, self.marked, self.tags, self.open = "", [], set(), []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.open.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if self.open[-1] == "mark":
            self.marked.append(data)


@pytest.fixture(scope="module")
def analyst():
    return readout.parse(ANALYST)


@pytest.fixture
def explorer(analyst):
    return readout.explore(analyst, view="ties")


def static(explorer):
    return Markup(explorer._repr_mimebundle_()["text/html"])


def live(explorer):
    """The HTML that the widgets hold."""
    return [widget.value for widget in (explorer._summary, explorer._passages, explorer._picture)]


def test_choosing_an_actor_changes_sentences_words_and_chart(explorer):
    words, (summary, sentences, picture), chart = str(explorer), live(explorer), explorer.chart

    explorer.actor.value = "turkey"

    assert str(explorer) != words
    assert [*map(str.__ne__, live(explorer), (summary, sentences, picture))] == [True] * 3
    assert explorer.chart is not chart
    assert explorer.shown.summary[0].endswith("ties: of Turkey.")
    assert "around Turkey" in str(explorer)


def test_summary_counts_what_is_shown(analyst, explorer):
    explorer.actor.value, explorer.certainty.value = "turkey", "hedged"
    rows = select(analyst, "ties", Selection(actor="turkey", certainty="hedged"))

    total = len(analyst.ties)
    assert 0 < len(rows) < total
    assert explorer.shown.summary[0] == f"{len(rows)} of {total} ties: of Turkey, hedged only."
    assert len(explorer.shown.passages) == len(rows)


@pytest.mark.parametrize(("question", "view"), QUESTIONS)
def test_one_actor_answers_where_when_and_with_whom(analyst, explorer, question, view):
    explorer.actor.value = "turkey"
    explorer.view.label = question

    rows = select(analyst, view, Selection(actor="turkey"))
    assert static(explorer).marked == [analyst.text[r.start : r.end] for r in rows.itertuples()]
    assert explorer.shown.summary[1].startswith("In the whole article Turkey (state) has ")


@pytest.mark.parametrize(
    ("menu", "value", "said"),
    [
        ("relation", "backs", "backs only"),
        ("certainty", "hedged", "hedged only"),
        ("section", "title", "in the title only"),
        ("actor_type", "person", "of actors of the type person"),
    ],
)
def test_each_menu_narrows_and_says_so(explorer, menu, value, said):
    explorer.actor.value = ""
    every = explorer.shown

    getattr(explorer, menu).value = value

    assert len(explorer.shown.passages) < len(every.passages)
    assert set(explorer.shown.passages) < set(every.passages)
    assert said in str(explorer)
    getattr(explorer, menu).value = ""
    assert explorer.shown == every


def test_evidence_is_marked_in_the_sentence_on_screen_and_in_words(analyst, explorer):
    explorer.actor.value, explorer.relation.value = "turkey", "backs"
    tie = select(analyst, "ties", Selection(actor="turkey", relation="backs")).iloc[0]
    sentence = analyst.sentences.set_index("sentence").loc[tie["sentence"], "text"]

    assert Markup(live(explorer)[1]).marked[0] == tie["evidence"]
    assert sentence in Markup(live(explorer)[1]).text
    assert f"[{tie['evidence']}]" in str(explorer)


def test_a_type_narrows_the_menu_of_actors_and_lets_go_of_the_actor(analyst, explorer):
    explorer.actor.value = "turkey"
    explorer.actor_type.value = "person"

    people = analyst.actors.loc[analyst.actors["type"] == "person", "actor"]
    assert {actor for _, actor in explorer.actor.options} == {"", *people}
    assert explorer.actor.value == ""
    explorer.actor_type.value = ""
    assert len(explorer.actor.options) == len(analyst.actors) + 1


def test_a_relation_can_be_chosen_for_ties_only(explorer):
    assert not explorer.relation.disabled
    explorer.relation.value = "backs"
    explorer.view.value = "mentions"

    assert explorer.relation.disabled
    assert "backs only" not in str(explorer)
    explorer.view.value = "ties"
    assert "backs only" in str(explorer)


def test_the_chart_follows_the_actor_and_stays_otherwise(explorer):
    explorer.actor.value = "turkey"
    chart = explorer.chart
    assert "- middle: Turkey" in str(chart)

    explorer.certainty.value = "hedged"
    assert explorer.chart is chart
    explorer.view.value = "mentions"
    assert explorer.caption == "Chart: the mentions of Turkey."
    assert str(explorer.chart).count("\n- ") == 1


def test_a_chart_says_nothing_of_an_actor_that_it_cannot_show(analyst, explorer):
    explorer.view.value = "timeline"
    eventless = next(
        actor
        for actor in analyst.actors["actor"]
        if select(analyst, "timeline", Selection(actor=actor)).empty
    )
    explorer.actor.value = eventless

    assert "None of the" in explorer.shown.summary[0]
    assert explorer.caption == "Chart: the dated events about all actors."
    assert str(explorer.chart) == str(readout.charts.timeline(analyst))


def test_an_empty_selection_says_so_in_a_sentence(explorer):
    explorer.section.value = "title"
    explorer.relation.value = "opposes"

    assert explorer.shown.passages == ()
    assert "Nothing fits this selection: choose “all” in a menu to widen it." in str(explorer)
    assert static(explorer).marked == []


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("mentions", "The article mentions no actor."),
        ("timeline", "The article dates no event."),
        ("ties", "The article says of no two actors what stands between them."),
    ],
)
def test_an_article_without_any_says_so(view, said):
    explorer = readout.explore(readout.parse("It rained. Nobody came."), view=view)

    assert str(explorer).startswith(said)
    assert explorer.actor.options == (("all", ""),)
    assert str(explorer.chart)


@pytest.mark.parametrize("view", VIEWS)
def test_without_ties_or_dates_the_actor_is_there_all_the_same(view):
    explorer = readout.explore(readout.parse(TINY), view=view)
    explorer.actor.value = "jane-roe"

    assert explorer.shown.summary[-1] == (
        "In the whole article Jane Roe (person) has 2 mentions, 0 events and 0 ties."
    )


def test_articles_cannot_put_markup_into_the_page():
    explorer = readout.explore(readout.parse(ATTACK))
    explorer.actor.value = ""

    assert "<script>" in str(explorer)
    assert "<script>" in static(explorer).text
    assert static(explorer).tags <= {"div", "strong", "ul", "li", "mark"}
    assert all("<script" not in part and "<img src=x" not in part for part in live(explorer))


def test_names_labels_and_cues_are_escaped(analyst):
    attack = "<b onclick=x>&"
    attacked = replace(
        analyst,
        actors=analyst.actors.assign(name=attack),
        timeline=analyst.timeline.assign(label=attack),
        ties=analyst.ties.assign(cue=attack, via=attack),
    )
    explorer = readout.explore(attacked)
    for view in VIEWS:
        explorer.view.value = view
        assert attack in static(explorer).text
        assert "b" not in static(explorer).tags
        assert "<b " not in "".join(live(explorer))


def test_a_long_list_is_cut_and_says_so():
    text = " ".join(
        f"In case {n} of the talks it was Chad that won." for n in range(MOST_PASSAGES + 5)
    )
    shown = show(readout.parse(text), "mentions", Selection(actor="chad"))

    assert len(shown.passages) == MOST_PASSAGES
    assert shown.summary[-1] == (
        f"Shown below: the first {MOST_PASSAGES} of {MOST_PASSAGES + 5}; "
        "narrow the selection to see the rest."
    )


def test_a_notebook_gets_menus_words_and_sentences(explorer):
    bundle = explorer._repr_mimebundle_()

    assert set(bundle) == {"text/plain", "text/html", VIEW}
    assert bundle["text/plain"] == str(explorer)
    assert "Run this cell" in bundle["text/html"]


def test_it_opens_in_the_view_that_is_asked_for(analyst):
    for view in VIEWS:
        assert readout.explore(analyst, view=view).view.value == view
    with pytest.raises(ValueError, match="view must be one of"):
        readout.explore(analyst, view="dates")


def test_two_explorers_do_not_change_one_another(analyst):
    one, other = readout.explore(analyst), readout.explore(analyst)
    before = str(other)
    one.actor.value = "turkey"

    assert str(other) == before
    assert str(one) != before


def test_widgets_are_imported_only_when_explored():
    code = "import readout, sys; assert 'ipywidgets' not in sys.modules; readout.explore"
    subprocess.run([sys.executable, "-c", code], check=True)
