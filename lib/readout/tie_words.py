"""The patterns of data/tie_words.csv, by word."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from readout import lexicon

PATTERNS = frozenset({"verb", "noun", "adjective", "compound", "leading"})


@dataclass(frozen=True, slots=True)
class TieWord:
    """A cue and the slots of its two ends; see data/README.md for the slots."""

    word: str
    pos: Literal[
        "verb",
        "noun",
        "adjective",
        "compound",
        "modifier",
        "gift",
        "light",
        "document",
        "envoy",
        "urging",
        "mutual",
        "receiving",
        "helping",
        "ending",
        "insult",
        "leading",
        "phrasal",
        "suffered",
        "cause",
    ]
    relation: Literal["backs", "courts", "aligned", "meets", "opposes", "member"] | None
    source: str | None
    target: str | None

    @property
    def particle(self) -> str:
        """The particle or preposition of a phrasal verb: "down" of "step down", else "".

        >>> TieWord("step down", "verb", None, None, None).particle
        'down'
        """
        return self.word.partition(" ")[2]


@cache
def _rows() -> tuple[TieWord, ...]:
    return lexicon.table("tie_words.csv", TieWord)


@cache
def tie_words() -> Mapping[str, tuple[TieWord, ...]]:
    """The patterns of verbs, nouns, adjectives and compounds by their lemma.

    >>> tie_words()["visit"][0].relation
    'meets'
    """
    found: dict[str, list[TieWord]] = {}
    for row in _rows():
        if row.pos in PATTERNS:
            found.setdefault(row.word.partition(" ")[0], []).append(row)
    return MappingProxyType({word: tuple(rows) for word, rows in found.items()})


@cache
def _words(pos: str) -> frozenset[str]:
    return frozenset(row.word for row in _rows() if row.pos == pos)


def hostile_modifiers() -> frozenset[str]:
    """Adjectives that turn close relations into hostile ones: "strained ties".

    >>> "strained" in hostile_modifiers()
    True
    """
    return _words("modifier")


def gifts() -> frozenset[str]:
    """Nouns for what a backer gives and a seeker seeks: arms, aid, recognition.

    >>> "aid" in gifts()
    True
    """
    return _words("gift")


def light_verbs() -> frozenset[str]:
    """Verbs that only carry a noun, whose subject has or does what the noun says: hold talks.

    >>> "hold" in light_verbs()
    True
    """
    return _words("light")


def documents() -> frozenset[str]:
    """Nouns for what speaks for its author: resolution, statement.

    >>> "resolution" in documents()
    True
    """
    return _words("document")


def envoys() -> frozenset[str]:
    """Nouns for whom one sends to meet somebody: envoy, delegation.

    >>> "delegation" in envoys()
    True
    """
    return _words("envoy")


def mutual_verbs() -> frozenset[str]:
    """Verbs that the members of their subject do to one another: "X and Y clashed".

    >>> "clash" in mutual_verbs()
    True
    """
    return _words("mutual")


def receiving_verbs() -> frozenset[str]:
    """Verbs whose subject gets what the object names: "X enjoys the backing of Y".

    >>> "enjoy" in receiving_verbs()
    True
    """
    return _words("receiving")


def helping_verbs() -> frozenset[str]:
    """Verbs for what one asks a helper to do: send, mediate.

    >>> "mediate" in helping_verbs()
    True
    """
    return _words("helping")


def ending_verbs() -> frozenset[str]:
    """Verbs, some with a particle, that end or call off what a noun says: "cut ties".

    >>> "cut" in ending_verbs()
    True
    """
    return _words("ending")


def phrasal_verbs() -> frozenset[str]:
    """Verbs whose particle only strengthens them: prop (up), speak (out).

    >>> "prop" in phrasal_verbs()
    True
    """
    return _words("phrasal")


def suffered() -> frozenset[str]:
    """Nouns whose possessor is the victim: "X's arrest", "her removal".

    >>> "arrest" in suffered()
    True
    """
    return _words("suffered")


def causes() -> frozenset[str]:
    """Nouns for what one takes part in against somebody: uprising, war, opposition.

    >>> "war" in causes()
    True
    """
    return _words("cause")


def insults() -> frozenset[str]:
    """Nouns that one calls an enemy: terrorist, puppet.

    >>> "puppet" in insults()
    True
    """
    return _words("insult")


@cache
def hostile_nouns() -> frozenset[str]:
    """Nouns for what one does to an enemy, whose "of" names the victim: bombing, arrest.

    >>> "bombing" in hostile_nouns()
    True
    """
    return frozenset(row.word for row in _rows() if row.pos == "noun" and row.relation == "opposes")


@cache
def hostile_verbs() -> frozenset[str]:
    """Verbs for what one does to an enemy: topple, condemn.

    >>> "topple" in hostile_verbs()
    True
    """
    return frozenset(
        row.word
        for row in _rows()
        if row.pos == "verb" and row.relation == "opposes" and row.target == "object"
    )


@cache
def close_nouns() -> frozenset[str]:
    """Nouns for being close: ties, cooperation.

    >>> "cooperation" in close_nouns()
    True
    """
    return frozenset(row.word for row in _rows() if row.pos == "noun" and row.relation == "aligned")


@cache
def meeting_words() -> frozenset[str]:
    """Verbs and nouns for meeting somebody in person: negotiate, talks.

    >>> "negotiate" in meeting_words()
    True
    """
    return frozenset(
        row.word
        for row in _rows()
        if row.relation == "meets" and row.pos in ("verb", "noun") and "to" not in row.word.split()
    )


@cache
def urging_verbs() -> frozenset[str]:
    """Verbs by which somebody wants another to do something: urge, call, want.

    >>> "urge" in urging_verbs()
    True
    """
    verbs = lexicon.reporting_verbs().values()
    return _words("urging") | {verb.lemma.split()[0] for verb in verbs if verb.stance == "urge"}
