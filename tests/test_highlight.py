"""The article with its mentions marked: nothing added, nothing lost, nothing unescaped."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from invented import ANALYST, ATTACK, INVENTED, PUBLISHED, TINY

import readout
from readout.chart_style import ACTOR_COLOURS


class Marks(HTMLParser):
    """The paragraphs, and the marks in them as (words, title, style)."""

    def __init__(self, markup):
        super().__init__()
        self.tags, self.legend, self.marks, self.paragraphs = set(), [], [], []
        self.mark = None
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag == "p":
            self.paragraphs.append("")
        if tag == "mark":
            self.mark = dict(attrs)

    def handle_endtag(self, tag):
        if tag == "mark":
            self.mark = None

    def handle_data(self, data):
        if self.paragraphs:
            self.paragraphs[-1] += data
        if self.mark:
            found = self.marks if self.paragraphs else self.legend
            found.append((data, self.mark["title"], self.mark["style"]))


@pytest.fixture(scope="module", params=INVENTED)
def article(request):
    return readout.parse(INVENTED[request.param], published=PUBLISHED.get(request.param))


@pytest.fixture(scope="module")
def analyst():
    return readout.parse(ANALYST)


def story(article):
    """Title, caption and body, a string for each paragraph."""
    shown = article.sentences[article.sentences["section"].isin(["title", "caption", "body"])]
    spans = shown.groupby("paragraph").agg({"start": "min", "end": "max"})
    return [article.text[row.start : row.end] for row in spans.itertuples()]


def test_words_are_the_text_with_the_mentions_in_brackets():
    assert str(readout.highlight(readout.parse(TINY))) == (
        "[Jane Roe|jane-roe] smiled. [She|jane-roe] was in [Ghana|ghana]"
    )


def test_without_its_marks_it_is_the_text(article):
    words = str(readout.highlight(article))

    assert re.sub(r"\[([^|\[\]]+)\|[a-z0-9-]+\]", r"\1", words).split("\n\n") == story(article)


def test_markup_says_the_text_and_every_mention(article):
    shown = Marks(readout.highlight(article)._repr_html_())

    assert shown.paragraphs == story(article)
    assert shown.tags <= {"div", "p", "mark"}
    assert [words for words, _, _ in shown.marks] == article.mentions["text"].tolist()
    assert [title.partition(":")[0] for _, title, _ in shown.marks] == (
        article.mentions["actor"].tolist()
    )


def test_colour_says_the_type_and_a_dotted_line_the_place(analyst):
    types = analyst.actors.set_index("actor")["type"]
    shown = Marks(readout.highlight(analyst)._repr_html_()).marks

    for (_, _, style), row in zip(shown, analyst.mentions.itertuples(), strict=True):
        assert ("dotted" in style) == (row.reading == "place")
        assert "dotted" in style or ACTOR_COLOURS[types[row.actor]] in style


def test_legend_names_the_types_that_occur(analyst):
    shown = Marks(readout.highlight(analyst)._repr_html_())

    assert {words.replace(" ", "_") for words, _, _ in shown.legend} == {*analyst.actors["type"]}


def test_page_furniture_is_left_out(analyst):
    words = str(readout.highlight(analyst))

    assert "Published on" not in words
    assert "Click here" not in words
    assert "Baidoa" not in words


def test_text_and_titles_are_escaped():
    article = readout.parse(ATTACK)
    shown = readout.highlight(article)

    assert "<script>" in str(shown)
    assert "<script" not in shown._repr_html_()
    assert "<img" not in shown._repr_html_()


def test_names_and_ids_are_escaped(analyst):
    attack = '"><script>alert(1)</script>'
    attacked = replace(
        analyst,
        actors=analyst.actors.assign(actor=analyst.actors["actor"] + attack),
        mentions=analyst.mentions.assign(actor=analyst.mentions["actor"] + attack, text=attack),
    )

    shown = Marks(readout.highlight(attacked)._repr_html_())

    assert shown.tags <= {"div", "p", "mark"}
    assert {words for words, _, _ in shown.marks} == {attack}


def test_an_actor_of_unknown_type_is_marked_too(analyst):
    unknown = analyst.actors.assign(type=analyst.actors["type"].mask(analyst.actors.index == 0))
    shown = Marks(readout.highlight(replace(analyst, actors=unknown))._repr_html_())

    assert len(shown.marks) == len(analyst.mentions)


def test_an_article_without_mentions_is_shown_unmarked():
    shown = readout.highlight(readout.parse("Nothing is known & said."))

    assert str(shown) == "Nothing is known & said."
    assert "<mark" not in shown._repr_html_()
    assert '<p id="paragraph-0">Nothing is known &amp; said.</p>' in shown._repr_html_()


def test_it_can_be_called_again(analyst):
    assert str(readout.highlight(analyst)) == str(readout.highlight(analyst))
