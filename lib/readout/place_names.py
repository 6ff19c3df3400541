"""A place name in its sentence, and the word whose grammatical role it shares.

A name that only lists, explains or exemplifies another noun has that noun's role. In the docstrings
the name is in brackets; Arland and Norvia are states, Arles is a capital.
"""

from dataclasses import dataclass

from spacy.tokens import Span, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
LOOSE = frozenset({"ROOT", "appos", "conj", "dep", "meta", "npadvmod"})
POSSESSIVES = frozenset({"'s", "\u2019s", "'", "\u2019"})
DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
EXEMPLIFIERS = frozenset({"including", "excluding", "except", "like", "as"})
COLLECTIVES = frozenset("country government member nation party state team".split())
LONGEST_LIST = 40


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name as the rules see it: its span, and the word whose role in the sentence it shares."""

    span: Span
    word: Token

    @property
    def before(self) -> Token | None:
        """The word in front of the name.

        >>> doc = nlp("Talks in Karum failed.")
        >>> PlaceName(doc[2:3], doc[2]).before
        in
        """
        return self.span.doc[self.span.start - 1] if self.span.start else None

    @property
    def after(self) -> Token | None:
        """The word behind the name.

        >>> doc = nlp("Talks in Karum failed.")
        >>> PlaceName(doc[2:3], doc[2]).after
        failed
        """
        return self.span.doc[self.span.end] if self.span.end < len(self.span.doc) else None


def role_bearer(span: Span) -> Token:
    """The word whose role the name shares: the head of its list, apposition or example.

    >>> role_bearer(nlp("Arland and Karum met.")[2:3])
    Arland
    """
    word = _noun_before_colon(span) or span.root
    for _ in range(LONGEST_LIST):
        above = _head_of_list(word) or _exemplified(word) or _phrase_after_dash(word, span)
        if above is None:
            break
        word = above
    return word


def _noun_before_colon(span: Span) -> Token | None:
    """The noun that a list spells out: "Two countries abstained: Arland and [Norvia]"."""
    if span.root.dep_ not in LOOSE:
        return None
    for at in range(span.start - 1, max(-1, span.start - 2 * LONGEST_LIST), -1):
        if span.doc[at].text == ":":
            before = reversed(span.doc[max(0, at - LONGEST_LIST) : at])
            return next((word for word in before if word.lemma_ in COLLECTIVES), None)
        if span.doc[at].pos_ not in ("PROPN", "CCONJ", "DET", "PUNCT"):
            break
    return None


def _head_of_list(word: Token) -> Token | None:
    """The noun that the name is added to: "Arland and [Norvia]", "its neighbour, [Norvia]"."""
    if word.dep_ in ("conj", "appos") and word.head.pos_ in NOMINAL and not owned_by(word):
        return word.head
    return None


def _exemplified(word: Token) -> Token | None:
    """The noun that the name is an example of: "states including [Arland]"."""
    if word.dep_ != "pobj" or word.head.lower_ not in EXEMPLIFIERS:
        return None
    at = word.head.i - 1
    while at > 0 and word.doc[at].lower_ in (",", "(", "such"):
        at -= 1
    return word.doc[at] if at >= 0 and word.doc[at].pos_ in NOMINAL else None


def _phrase_after_dash(word: Token, span: Span) -> Token | None:
    """What follows a dash, if taken for the name's head: "[Arland] - Norvia's ally - left"."""
    cut_off = span.end < len(span.doc) and span.doc[span.end].text in DASHES
    if cut_off and word.dep_ in ("compound", "nmod", "poss") and word.head.i > span.end:
        return word.head
    return None


def owned_by(word: Token) -> Token | None:
    """What belongs to the word, also where the parser overlooks the 's.

    >>> owned_by(nlp("Arland's envoy left.")[0])
    envoy
    """
    if word.dep_ == "poss":
        return word.head
    if word.i + 1 < len(word.doc) and word.nbor().text in POSSESSIVES and word.nbor().tag_ == "POS":
        return next(
            (noun for noun in word.doc[word.i + 2 : word.i + 7] if noun.pos_ == "NOUN"), None
        )
    return None
