"""The words by which a page's furniture is known, from `data/page_words.csv`, as patterns.

Furniture is what a text export carries besides the article: navigation, notices, bylines, the
publication line, captions. Patterns ignore case and take one kind of apostrophe for the other.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from readout import lexicon

Furniture = Literal[
    "byline", "caption", "navigation", "notice", "published", "related", "sign-off", "updated"
]


@dataclass(frozen=True, slots=True)
class PageWord:
    """A word or phrase, and the furniture that it marks."""

    words: str
    marks: Furniture


@cache
def alternatives(furniture: Furniture) -> str:
    """A regular expression for any of the phrases that mark `furniture`, longest first.

    >>> import re
    >>> bool(re.search(alternatives("notice"), "click here", re.IGNORECASE))
    True
    """
    rows = lexicon.table("page_words.csv", PageWord)
    phrases = sorted(
        (row.words for row in rows if row.marks == furniture),
        key=lambda words: (-len(words), words),
    )
    return "(?:{})".format("|".join(_pattern(words) for words in phrases))


@cache
def furniture_pattern(furniture: Furniture) -> re.Pattern[str]:
    """A compiled pattern that finds the phrases that mark `furniture` as whole words.

    >>> bool(furniture_pattern("notice").search("Click here for a sample."))
    True
    """
    return re.compile(rf"(?<!\w){alternatives(furniture)}(?!\w)", re.IGNORECASE)


def _pattern(words: str) -> str:
    return re.escape(words).replace("'", "['’]").replace(r"\ ", r"\s")
