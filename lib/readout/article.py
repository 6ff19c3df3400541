"""The article: its text, and the frames that the extractors read from it.

`parse` is the one way through, from text to frames; read it to see how the modules fit together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from readout import frames
from readout.documents import Document, read_document
from readout.layout import Layout, read_layout
from readout.source import check_text

if TYPE_CHECKING:
    import networkx
    from spacy.tokens import Doc

    from readout.known_names import KnownActors
    from readout.references import References

STORY = frozenset({"title", "caption", "body"})


@dataclass(frozen=True)
class Article:
    """A news article as DataFrames; see DESIGN of the frames in the README's codebook.

    `text[row.start:row.end]` is the evidence of every row of every frame. `text` is what a plain
    text file says, character for character; of a web page, Markdown or PDF file it is the text that
    was extracted. All offsets count in it.
    """

    name: str
    text: str
    title: str | None
    heading: str | None
    published: date | None
    sentences: pd.DataFrame
    mentions: pd.DataFrame
    actors: pd.DataFrame
    dates: pd.DataFrame
    timeline: pd.DataFrame
    ties: pd.DataFrame
    related: pd.DataFrame
    corrections: pd.DataFrame

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(getattr(self, frame))} {frame}"
            for frame in ("sentences", "actors", "mentions", "ties")
        )
        return f"<Article {self.name!r}, {self.published or 'no date'}: {counts}>"

    def network(self) -> "networkx.MultiDiGraph":
        """The ties as a graph: nodes are actors, edges carry relation, certainty and evidence.

        Returns a networkx.MultiDiGraph; `aligned` and `meets`, which hold both ways, are one edge.

        >>> network = parse("Jane Roe visited Belarus.").network()
        >>> [*network.nodes], [*network.edges(keys=True)]
        (['belarus', 'jane-roe'], [('jane-roe', 'belarus', 'meets')])
        """
        from readout.network import build_network

        return build_network(self.ties, self.actors)


def load(
    path: str | Path,
    *,
    published: str | date | None = None,
    model: str | None = None,
    corrections: str | Path | Literal[False] | None = None,
    actors: str | Path | None = None,
) -> Article:
    """Read an article from a file: plain text, a saved web page (HTML), Markdown or PDF.

    `published` is the publication date (ISO, or a date) where the file does not say it, or says it
    wrongly. Without it the date is the one that the text gives, else the one that the page's
    metadata or the Markdown's front matter declares; it is never guessed. `model` is the name of a
    spaCy pipeline (default: READOUT_MODEL, else the small one). `corrections` is the path of an
    analyst's corrections (default: of `x.txt`, `x.corrections.csv` beside it, if it is there;
    False: none). `actors` is the path of a list of actors that Readout does not know (default:
    READOUT_ACTORS). The README has the columns of both.

    Raises a ReadoutError that says in one line what is wrong with a file and what to do; warns
    with UnmatchedCorrection of corrections that the article has nothing for.

    >>> load("seeds/haftar-belarus-2025-02-24.txt").published
    datetime.date(2025, 2, 24)
    """
    from readout.corrections import corrections_beside

    document = read_document(path)
    if corrections is None:
        corrections = corrections_beside(Path(path))
    return _read(
        document,
        published=published,
        model=model,
        corrections=corrections or None,
        actors=actors,
        name=Path(path).stem,
    )


def parse(
    text: str,
    *,
    published: str | date | None = None,
    model: str | None = None,
    corrections: str | Path | None = None,
    actors: str | Path | None = None,
    name: str = "article",
) -> Article:
    """Read an article from a string of plain text; arguments and errors as for `load`.

    There are no corrections by default. A string of HTML raises NotPlainText: save it as a file
    and `load` that.

    >>> ties = parse("Jane Roe visited Belarus on 3 May 2024.").ties
    >>> ties[["source", "relation", "target"]].values.tolist()
    [['jane-roe', 'meets', 'belarus']]
    """
    check_text(text, where=name)
    return _read(
        Document(text),
        published=published,
        model=model,
        corrections=corrections,
        actors=actors,
        name=name,
    )


def _read(
    document: Document,
    *,
    published: str | date | None,
    model: str | None,
    corrections: str | Path | None,
    actors: str | Path | None,
    name: str,
) -> Article:
    from readout.corrections import correct
    from readout.language import analyse, check_english
    from readout.own_actors import known_actors

    known = known_actors(actors)
    layout = read_layout(document.text, published=published, declared=document.published)
    doc = analyse(document.text, layout, model=model)
    check_english(doc, where=name)
    article = _article(name, document.text, layout, doc, known=known)
    return article if corrections is None else correct(article, corrections, known=known)


def _article(name: str, text: str, layout: Layout, doc: "Doc", *, known: "KnownActors") -> Article:
    from readout import rows
    from readout.dates import find_dates
    from readout.ties import find_ties
    from readout.timeline import find_events

    readable = story_tokens(doc, layout)
    year = layout.published.year if layout.published else None
    references = find_references(doc, readable, year=year, known=known)
    dates = [
        each for each in find_dates(doc, published=layout.published) if is_told(each.start, layout)
    ]
    ties = find_ties(doc, references, readable=readable)
    events = find_events(
        doc,
        references,
        dates,
        readable=readable,
        published=layout.published,
        published_span=layout.published_span,
    )
    records = {
        "sentences": rows.sentence_rows(text, doc, layout),
        "mentions": rows.mention_rows(text, doc, references),
        "actors": rows.actor_rows(text, doc, references, ties=ties, events=events),
        "dates": rows.date_rows(text, doc, dates),
        "timeline": rows.event_rows(text, doc, events),
        "ties": rows.tie_rows(text, doc, ties),
        "related": rows.related_rows(layout),
        "corrections": (),
    }
    return Article(
        name=name,
        text=text,
        title=layout.title,
        heading=layout.heading,
        published=layout.published,
        **{frame: frames.build(frame, content) for frame, content in records.items()},
    )


def is_told(character: int, layout: Layout) -> bool:
    """Whether a date there is one of the article's: in the story, a dateline or the page's stamp.

    Copyright lines, notes of corrections and lists of other articles have dates of their own.

    >>> from readout.layout import read_layout
    >>> layout = read_layout("Talks fail in Roeland" + chr(10) * 2 + "They failed on 3 May.")
    >>> is_told(38, layout)
    True
    """
    if layout.published_span is not None and layout.published_span[0] == character:
        return True
    blocks = list(takewhile(lambda block: block.start <= character, layout.blocks))
    in_story = bool(blocks) and blocks[-1].section in STORY
    return in_story or all(block.section != "body" for block in blocks)


def story_tokens(doc: "Doc", layout: Layout) -> list[bool]:
    """For each token whether it belongs to title, caption or body.

    >>> from readout.layout import read_layout
    >>> text = (chr(10) * 2).join(["Talks fail", "They failed in Karum.", "Share this article"])
    >>> doc = nlp(text)
    >>> told = story_tokens(doc, read_layout(text))
    >>> [token.text for token in doc if told[token.i]]
    ['Talks', 'fail', 'They', 'failed', 'in', 'Karum', '.']
    """
    offsets = doc.to_array("IDX")
    readable = np.zeros(len(doc), dtype=bool)
    for block in layout.blocks:
        if block.section in STORY:
            first, last = np.searchsorted(offsets, (block.start, block.end))
            readable[first:last] = True
    found: list[bool] = readable.tolist()
    return found


def find_references(
    doc: "Doc", readable: Sequence[bool], *, known: "KnownActors", year: int | None = None
) -> "References":
    """Who is who in a parsed text: names first, then offices, then pronouns, then offices again.

    Pronouns need the offices of the speakers, and "its envoy" needs the pronoun.

    >>> from readout.known_names import DATA
    >>> doc = nlp("Jane Roe spoke. She left.")
    >>> found = find_references(doc, [True] * len(doc), known=DATA)
    >>> [(mention.actor, mention.kind) for mention in found.mentions]
    [('jane-roe', 'name'), ('jane-roe', 'pronoun')]
    """
    from readout.actors import resolve_names
    from readout.names import find_names
    from readout.pronouns import resolve_pronouns
    from readout.references import References
    from readout.roles import find_roles

    names = find_names(doc, readable=readable, known=known)
    actors, mentions = resolve_names(doc, names, readable=readable, known=known)
    references = References(doc, actors, mentions)
    references = References(doc, actors, mentions, find_roles(doc, references, year=year))
    pronouns, groups = resolve_pronouns(doc, references, readable=readable)
    mentions = sorted([*mentions, *pronouns], key=lambda mention: mention.start)
    references = References(doc, actors, mentions, references.roles, groups)
    return References(doc, actors, mentions, find_roles(doc, references, year=year), groups)
