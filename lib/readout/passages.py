"""The sentences behind selected rows: what each says, and which characters are the evidence."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import pandas as pd

from readout.chart_words import say_list, say_span
from readout.evidence_table import pieces
from readout.tables import names_by_id

if TYPE_CHECKING:
    from readout.article import Article

Records = Sequence[Mapping[Hashable, Any]]

SAID = {  # how a relation is said between two names
    "backs": "backs",
    "courts": "courts",
    "aligned": "is aligned with",
    "meets": "meets",
    "opposes": "opposes",
    "member": "belongs to",
}
GIVEN = "given with the article, not read in its text"


@dataclass(frozen=True)
class Passage:
    """A sentence of the article, what is read in it, and the evidence (start, end) in the text."""

    says: str
    about: str  # how sure, and by what
    where: str
    start: int
    end: int
    evidence: tuple[tuple[int, int], ...]

    def pieces(self, text: str) -> Iterator[tuple[str, bool]]:
        """Cut the passage out of the article's text: each piece, and whether it is evidence.

        >>> passage = Passage("Roe left.", "stated", "body", 0, 9, ((0, 3),))
        >>> [*passage.pieces("Roe left.")]
        [('Roe', True), (' left.', False)]
        """
        return pieces(text, self.evidence, start=self.start, end=self.end)


def find_passages(article: "Article", view: str, rows: pd.DataFrame) -> list[Passage]:
    """Return the passages behind rows of `article.mentions`, `.timeline` or `.ties` (`view`).

    A passage per sentence for mentions, per row for events and ties, in the order of the rows.
    A row without evidence in the text, such as a date that the caller gave, has an empty passage.

    >>> passage = find_passages(article, "ties", article.ties.tail(1))[0]
    >>> [article.text[start:end] for start, end in passage.evidence]
    ['the new UN envoy, Hannah Tetteh']
    """
    names = names_by_id(article)
    sentences = article.sentences.set_index("sentence").to_dict("index")
    records = rows.to_dict("records")
    groups = [[record] for record in records]
    if view == "mentions":
        groups = [list(group) for _, group in groupby(records, key=itemgetter("sentence"))]
    return [_passage(*_SAY[view](group, names), group, sentences) for group in groups]


def _passage(says: str, about: str, rows: Records, sentences: Mapping[Hashable, Any]) -> Passage:
    evidence = tuple((row["start"], row["end"]) for row in rows if row["start"] < row["end"])
    if not evidence:
        return Passage(says, about, GIVEN, 0, 0, ())
    number = rows[0]["sentence"]
    sentence = sentences[number]
    start = min(sentence["start"], *(start for start, _ in evidence))
    end = max(sentence["end"], *(end for _, end in evidence))
    return Passage(says, about, f"sentence {number}, {sentence['section']}", start, end, evidence)


def _say_mentions(rows: Records, names: dict[str, str]) -> tuple[str, str]:
    """Say which words are whom: Khalifa Haftar: Haftar (name), his (pronoun)."""
    words: dict[str, list[str]] = {}
    for row in rows:
        kind = "as a place" if row["reading"] == "place" else row["kind"]
        words.setdefault(row["actor"], []).append(f"{row['text']} ({kind})")
    said = (f"{names.get(actor, actor)}: {', '.join(words[actor])}" for actor in words)
    return "; ".join(said), ""


def _say_event(rows: Records, names: dict[str, str]) -> tuple[str, str]:
    [event] = rows
    first, last = event["first_day"], event["last_day"]
    days = "no day" if pd.NaT in (first, last) else say_span(first.date(), last.date())
    parties = say_list([names.get(actor, actor) for actor in event["actors"]])
    about = [event["certainty"], *([f"about: {parties}"] if parties else [])]
    return f"{days}: {event['label']}", "; ".join(about)


def _say_tie(rows: Records, names: dict[str, str]) -> tuple[str, str]:
    [tie] = rows
    source, target = (names.get(tie[end], tie[end]) for end in ("source", "target"))
    about = f"{tie['certainty']}; cue: {tie['cue']}; rule: {tie['via']}"
    return f"{source} {SAID[tie['relation']]} {target}", about


_SAY: dict[str, Callable[[Records, dict[str, str]], tuple[str, str]]] = {
    "mentions": _say_mentions,
    "timeline": _say_event,
    "ties": _say_tie,
}
