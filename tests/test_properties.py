"""What holds for every article: evidence, ids, columns, and the same bytes on every run."""

import contextlib
import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import ANALYST, INVENTED, PUBLISHED, TINY, WIRE

import readout
from readout.errors import ReadoutError
from readout.frames import FRAMES

TEXTS = {
    **INVENTED,
    "windows": ANALYST.replace("\n", "\r\n"),
    "astral": "😀 " + ANALYST.replace(" Turkey", " 😀 Turkey"),
    "odd blanks": WIRE.replace(" ", "\u00a0", 40).replace(" ", "\t", 40),
    "broken lines": WIRE.replace(" ", "\n", 40),
    "broken date": "Jane Roe left Belarus on 3\nMay 2024 and met John\nDoe.",
    "no verb": "3 March his",
    "we of a minister": '"We agree," Iranian Minister Ali Salehi said. Cairo joined the union.',
    "blanks in an office": "Jane Roe met Idris Maharo, head of \n the rebel \t national council.",
    "blanks in a date": "Jane Roe left Belarus on 3\u00a0May \t 2024.",
}
EVIDENCE = [frame for frame in FRAMES if "start" in FRAMES[frame]]


@pytest.fixture(scope="module", params=["seed", *TEXTS])
def article(request, seed_article):
    if request.param == "seed":
        return seed_article
    return readout.parse(TEXTS[request.param], published=PUBLISHED.get(request.param, "2024-05-06"))


def said(frame):
    """The rows with evidence in the text: all but a publication day that the caller gave."""
    return frame[frame["end"] > frame["start"]]


def check_evidence(article):
    """Every row says where in the text it comes from, and says what stands there."""
    for name in EVIDENCE:
        frame = getattr(article, name)
        rows = said(frame)
        assert (rows["start"] >= 0).all(), name
        assert (rows["end"] <= len(article.text)).all(), name
        words = [article.text[row.start : row.end] for row in rows.itertuples()]
        assert words == [word.strip() for word in words], f"{name}: blanks around the evidence"
        for column in {"text", "evidence"} & set(frame.columns):
            assert rows[column].tolist() == words, f"{name}.{column}"
        without = frame.drop(rows.index)
        if name == "timeline":
            without = without[without["label"] != "article published"]
        assert without.empty, f"{name}: rows without evidence"


def check_sentences(article):
    """Sentences count from 0; each row begins inside the sentence that it names."""
    sentences = article.sentences
    assert sentences["sentence"].tolist() == [*range(len(sentences))]
    for name in set(EVIDENCE) - {"sentences", "related"}:
        rows = said(getattr(article, name))
        where = sentences.loc[rows["sentence"]]
        assert (where["start"].to_numpy() <= rows["start"].to_numpy()).all(), name
        assert (where["end"].to_numpy() > rows["start"].to_numpy()).all(), name


def check_actors(article):
    """Frames join by id: every id stands once in actors, with its number of mentions."""
    actors = article.actors
    used = {*article.mentions["actor"], *article.ties["source"], *article.ties["target"]}
    used.update(actor for row in article.timeline["actors"] for actor in row)
    assert set(actors["actor"]) == used
    assert actors["actor"].is_unique
    counts = article.mentions["actor"].value_counts()
    assert actors["mentions"].tolist() == [counts.get(actor, 0) for actor in actors["actor"]]
    assert actors["mentions"].is_monotonic_decreasing
    names = article.actors["aliases"].explode().dropna()
    for words in [*names, *actors["role"].dropna()]:
        assert words in " ".join(article.text.split()), "in the article's words, blanks evened out"


def check_order(article):
    """Mentions do not overlap, days do not end before they begin, nobody is tied to himself."""
    spans = article.mentions[["start", "end"]].to_numpy().tolist()
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert article.mentions["mention"].tolist() == [*range(len(spans))]
    for days in (article.dates, article.timeline):
        assert (days["first_day"] <= days["last_day"]).all()
    assert (article.timeline["label"].str.strip() != "").all()
    assert article.timeline["first_day"].is_monotonic_increasing
    assert (article.ties["source"] != article.ties["target"]).all()
    assert not article.ties.duplicated(["source", "relation", "target"]).any()


def check_columns(article):
    """Frames have their columns and dtypes, few values where few are named, NA for unknown."""
    for name, columns in FRAMES.items():
        frame = getattr(article, name)
        assert frame.dtypes.astype(str).to_dict() == {
            key: column.dtype for key, column in columns.items()
        }
        for key, column in columns.items():
            if column.values:
                assert set(frame[key].dropna()) <= {*column.values}, key
            if column.dtype == "str" and key != "evidence":
                assert not frame[key].isin(["", "None", "nan", "NaN", "NA"]).any(), key


CHECKS = [check_evidence, check_sentences, check_actors, check_order, check_columns]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_article(article, check):
    check(article)


def test_the_articles_fill_every_frame_and_none():
    full = readout.parse(ANALYST)
    bare = readout.parse(TINY)

    assert [name for name in FRAMES if getattr(full, name).empty] == ["corrections"]
    assert {name for name in FRAMES if getattr(bare, name).empty} == {
        "dates",
        "timeline",
        "ties",
        "related",
        "corrections",
    }


# Any text at all

WORDS = (
    "Veshti Jane Roe Egypt Belarus Moscow Minsk UN NATO (SFA) U.N. Lt-Gen President Minister Mr "
    "envoy ally rival leader of the a in on to by with from and or but that which who he she it "
    "its his their we I they backs met visited condemned said told may could not never is was has "
    "been Iranian Egyptian rebels union coalition one both Tuesday Friday 3 17-19 May March 2024 "
    "2011 last next week month two days after before yesterday until mid-April 1990s 31 February "
    "0n 12/05/2024 2024-05-06 , . ; : ? ! - – — ( ) “ ” ‘ ’ ' \" ’s 's … / = + @ & % $ # * • 😀 é "
    "ß ﬁ \u200b \u00ad \ufeff Published Updated By Reuters Related articles O'Neil al-Assad"
).split(" ")
GLUE = st.sampled_from([" ", " ", " ", "", "\n", "\n\n", "\t", "\u00a0", "\r\n"])


@st.composite
def word_salad(draw):
    pairs = draw(st.lists(st.tuples(st.sampled_from(WORDS), GLUE), max_size=40))
    return "".join(word + glue for word, glue in pairs)


@st.composite
def damaged_article(draw):
    """The words of an article with some taken out, moved or put in."""
    words = draw(st.sampled_from([WIRE, ANALYST])).split(" ")
    for place in draw(st.lists(st.integers(0, len(words) - 1), max_size=12)):
        words[place] = draw(st.sampled_from(["", *WORDS, *words]))
    return " ".join(words)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,  # a run that fails can be repeated
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    text=st.one_of(word_salad(), damaged_article()),
    published=st.sampled_from([None, "2024-05-06"]),
)
def test_any_text_gives_sound_frames_or_a_named_error(text, published):
    with contextlib.suppress(ReadoutError):
        article = readout.parse(text, published=published)
        for check in CHECKS:
            check(article)


# The same bytes on every run

FINGERPRINTS = """
import hashlib, sys, tempfile
from pathlib import Path
import readout
from invented import INVENTED
from readout.report_page import Cell, Chapter, page

def show(article, what, content):
    print(article.name, what, hashlib.sha256(content).hexdigest())

seed = readout.load(sys.argv[1])
invented = [readout.parse(text, published="2024-03-14", name=name)
            for name, text in INVENTED.items()]
for article in [seed, *invented]:
    with tempfile.TemporaryDirectory() as folder:
        readout.export.write_tables(article, Path(folder))
        readout.export.write_network(article, Path(folder, "network"))
        for path in sorted(Path(folder).iterdir()):
            show(article, path.name, path.read_bytes())
outputs = []
for name in ("mentions", "dispersion", "shared_sentences", "timeline", "network"):
    shown = getattr(readout.charts, name)(seed)._repr_mimebundle_()
    outputs.append(shown["text/html"])
    show(seed, name + " in words", shown["text/plain"].encode())
    show(seed, name + " as PNG", shown["text/html"].encode())
for name in ("mentions", "timeline", "backers"):
    outputs.append(getattr(readout.findings, name)(seed)._repr_html_())
outputs += [readout.tables.aliases(seed)._repr_html_(), readout.highlight(seed)._repr_html_()]
cell = Cell(code="1", outputs=tuple(outputs))
show(seed, "report page", page(seed, [Chapter("all", "All", (cell,))]).encode())
"""
FILES = len(FRAMES) + len(["data package", "GraphML", "GEXF"])
CHARTS_IN_WORDS_AND_AS_PNG = 2 * 5


def test_same_article_same_bytes_under_any_hash_seed(pytestconfig):
    seed = pytestconfig.rootpath / "seeds" / "haftar-belarus-2025-02-24.txt"
    path = os.pathsep.join([str(pytestconfig.rootpath / "tests"), os.environ.get("PYTHONPATH", "")])
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", FINGERPRINTS, seed],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": hash_seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for hash_seed in ("1", "2")
    ]
    first, second = (run.communicate()[0].splitlines() for run in runs)

    assert first == second
    assert len(first) == (1 + len(INVENTED)) * FILES + CHARTS_IN_WORDS_AND_AS_PNG + len(["page"])
