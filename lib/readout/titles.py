"""Titles before the names of people: "Foreign Minister Jane Roe"."""

import re
from functools import cache

from spacy.tokens import Doc

from readout import lexicon

LONGEST_TITLE = 6  # tokens


def title_before(doc: Doc, start: int) -> tuple[int, str] | None:
    """The title that ends right before token `start`: its first token and its words in lower case.

    In "US Secretary of State Jane Roe" with `start` at Jane: (1, "secretary of state").
    """
    if not start or doc[start - 1].lower_.replace(".", "") not in _last_words():
        return None
    for first in range(max(0, start - LONGEST_TITLE), start):
        words = _words(doc, first, start)
        if words in _titles():
            return first, words
    return None


def title_length(doc: Doc, start: int, end: int) -> int:
    """How many tokens from `start` on are one title; at least one token before `end` is left."""
    for stop in range(min(end - 1, start + LONGEST_TITLE), start, -1):
        if _words(doc, start, stop) in _titles():
            return stop - start
    return 0


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.replace(".", "") for title in lexicon.titles())


@cache
def _last_words() -> frozenset[str]:
    return frozenset(re.split(r"[ -]", title)[-1] for title in _titles())


def _words(doc: Doc, start: int, end: int) -> str:
    return doc[start:end].text.lower().replace(".", "").replace("’", "'")
