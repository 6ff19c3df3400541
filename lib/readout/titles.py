"""Titles before the names of people: "Foreign Minister Jane Roe"."""

import re
from functools import cache

from spacy.tokens import Doc, Token

from readout import lexicon

LONGEST_TITLE = 6  # tokens


def title_before(doc: Doc, start: int) -> tuple[int, str] | None:
    """The title that ends right before token `start`: its first token and its words in lower case.

    In "US Secretary of State Jane Roe" with `start` at Jane: (1, "secretary of state").

    >>> title_before(nlp("US Secretary of State Jane Roe left."), 4)
    (1, 'secretary of state')
    """
    if not start or not ends_title(doc[start - 1]):
        return None
    for first in range(max(0, start - LONGEST_TITLE), start):
        if _plain(doc[first]) in _first_words():
            words = _words(doc, first, start)
            if words in _titles():
                return first, words
    return None


def ends_title(word: Token) -> bool:
    """Whether some title has this last word; most words spare the search for a whole title.

    >>> ends_title(nlp("President Roe left.")[0]), ends_title(nlp("President Roe left.")[1])
    (True, False)
    """
    return _plain(word) in _last_words()


def title_length(doc: Doc, start: int, end: int) -> int:
    """How many tokens from `start` on are one title; at least one token before `end` is left.

    >>> title_length(nlp("Foreign Minister Jane Roe left."), 0, 4)
    2
    """
    longest = min(end - 1, start + LONGEST_TITLE) if _plain(doc[start]) in _first_words() else start
    for stop in range(longest, start, -1):
        if _words(doc, start, stop) in _titles():
            return stop - start
    return 0


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.replace(".", "") for title in lexicon.titles())


def _plain(word: Token) -> str:
    return word.lower_.replace(".", "")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(re.split(r"[ -]", title)[0] for title in _titles())


@cache
def _last_words() -> frozenset[str]:
    return frozenset(re.split(r"[ -]", title)[-1] for title in _titles())


def _words(doc: Doc, start: int, end: int) -> str:
    return doc[start:end].text.lower().replace(".", "").replace("’", "'")
