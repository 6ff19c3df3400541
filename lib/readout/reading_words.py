"""Words that make a place name beside them an actor or a place.

Most are listed in `data/reading_words.csv`, some are known by their form. A row of the file says:
where the lemma stands in the frame, the name has that reading. The frames:

| frame | pattern, X being the name | example |
| --- | --- | --- |
| `subject`, `object` | X VERBs, VERB X | "X borders", "visit X" |
| `passive` | X is VERBed | "X is known for" |
| `struck` | VERB X, X is VERBed, X no state | "shelled X" |
| `is`, `had` | X is (a) WORD, X has a NOUN | "X is a country", "X is safe", "X has a population" |
| `kind` | the NOUN X, X is a NOUN, X NOUN | "the capital X", "its ally X", "X province" |
| `possessed`, `modified` | X's NOUN or X NOUN, only X NOUN | "X's coast", "X officials", "X fans" |
| `aimed` | X's NOUN against (on, over ...) somebody | "X's war on Y" |
| `hyphened` | X-PARTICIPLE | "X-based" |
| a preposition | WORD PREPOSITION X | "border with X", "sell arms to X" |

`object` also holds for the subject of a passive, `kind` for what a name is said to be. The part of
speech in the file is for its readers: small models confuse verbs and nouns, so it is not looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from spacy.tokens import Token

from readout import lexicon

FOREMOST = frozenset("leading top first second third".split())
ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ism", "ship", "ness")

ReadingName = Literal["actor", "place"]


@dataclass(frozen=True, slots=True)
class ReadingWord:
    """A word class by example: see the table above."""

    lemma: str
    pos: Literal["verb", "noun", "adjective", "adverb", "participle"]
    frame: str
    reading: ReadingName


@cache
def _readings() -> Mapping[tuple[str, str], ReadingName]:
    rows = lexicon.table("reading_words.csv", ReadingWord)
    return MappingProxyType({(row.lemma, row.frame): row.reading for row in rows})


def reading_with(word: Token, *frames: str) -> ReadingName | None:
    """The reading that a word gives to the name in the first of the frames that knows the word.

    For "visited" and the frame `object` that is "place".

    >>> reading_with(nlp("Jane Roe visited Karum.")[2], "object")
    'place'
    """
    readings, lemma = _readings(), _lemma(word)
    for frame in frames:
        if (lemma, frame) in readings:
            return readings[lemma, frame]
    return None


def _lemma(word: Token) -> str:
    """The lemma in lower case, also of a plural taken for a name: "Founding Fathers"."""
    lemma = word.lemma_.lower()
    return lemma.removesuffix("s") if word.tag_ == "NNPS" else lemma


def is_name(noun: Token) -> bool:
    """Whether the word is a proper name.

    >>> doc = nlp("Jane met envoys.")
    >>> is_name(doc[0]), is_name(doc[2])
    (True, False)
    """
    return noun.pos_ == "PROPN" and noun.text[0].isupper()


def is_abstract(noun: Token) -> bool:
    """Whether the noun is made from a verb or an adjective: "recognition", "independence".

    >>> doc = nlp("The recognition of the city came late.")
    >>> is_abstract(doc[1]), is_abstract(doc[4])
    (True, False)
    """
    return noun.pos_ == "NOUN" and noun.lemma_.endswith(ABSTRACT_ENDINGS)


def is_foremost(noun: Token) -> bool:
    """Whether the noun is the first of its kind: "largest insurer", "most famous singer".

    >>> is_foremost(nlp("Karum's largest insurer failed.")[3])
    True
    """
    return any(
        child.tag_ == "JJS"
        or child.lower_ in FOREMOST
        or any(word.tag_ == "RBS" for word in child.lefts)
        for child in noun.lefts
    )
