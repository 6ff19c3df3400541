"""Who is described by a noun or adjective: "X is an ally", "its ally X", "X - an ally of Y -"."""

from spacy.tokens import Token

from readout.syntax import (
    clause_of,
    conjuncts,
    first_conjunct,
    is_passive,
    prepositional_objects,
    subjects,
)
from readout.tie_syntax import DASHES, chosen, owner_only
from readout.tie_words import insults


def referent(word: Token) -> list[Token]:
    """Who is described by a noun or adjective: by apposition, copula or modification.

    >>> referent(nlp("Karum is an ally.")[3])
    [Karum]
    """
    head = chosen(first_conjunct(word))
    if head.lemma_.lower() in insults() and _is_called_so(head):
        return []  # "they call X a puppet" is what they say of him
    found: list[Token] = []
    for noun in (word, head):
        found += [t for c in noun.children if c.dep_ == "appos" for t in conjuncts(c)]
        found += prepositional_objects(noun, frozenset({"as", "like", "including"}))
        found += [
            t
            for c in noun.children
            if c.dep_ == "relcl" and c.lemma_ == "be"
            for t in _attributes(c)
        ]
    if head.dep_ in ("appos", "amod", "acl") and head.head.pos_ in ("NOUN", "PROPN"):
        found += conjuncts(head.head) if head.dep_ == "amod" else [head.head]
    elif head.dep_ in ("compound", "nmod") and head.head.pos_ == "PROPN":
        named = conjuncts(head.head) if head.tag_ == "NNS" else [head.head]
        found += named  # "its ally Arland", "its allies Arland and Karum"
    elif head.dep_ in ("attr", "acomp", "oprd", "ROOT", "xcomp") or head.head.lower_ == "as":
        found += _described_by(head)
    elif head.tag_ == "VBN" and head.dep_ in ("relcl", "ccomp", "advcl"):
        found += subjects(head)  # "which is linked to X"
    return found + _before_dash(word)


def _is_called_so(description: Token) -> bool:
    """Whether the word is what somebody is called; the parser may take it for an apposition."""
    if description.dep_ == "oprd" or description.head.lower_ == "as":
        return True
    called = description.head
    return description.dep_ == "appos" and called.dep_ == "dobj" and called.head.lemma_ == "call"


def _described_by(description: Token) -> list[Token]:
    """The subject that is something, or the object that is called or regarded as something."""
    verb = clause_of(description.head if description.dep_ != "ROOT" else description)
    named = description.dep_ == "oprd" or description.head.lower_ == "as"
    if not named or is_passive(verb):
        return subjects(verb)
    called = [t for c in verb.children if c.dep_ == "dobj" for t in conjuncts(c)]
    return called or subjects(verb)


def _attributes(copula: Token) -> list[Token]:
    return [
        token for child in copula.children if child.dep_ == "attr" for token in conjuncts(child)
    ]


def _before_dash(noun: Token) -> list[Token]:
    """The name before a dash that opens a description: "Arland - the council's ally - said"."""
    start = min(
        (token.i for child in noun.lefts for token in [child, *child.lefts]), default=noun.i
    )
    doc = noun.doc
    for i in (start - 1, start, start + 1):
        if 1 <= i < noun.i and doc[i].text in DASHES and doc[i - 1].whitespace_:
            return [doc[i - 1]]
    return []


def one_another(noun: Token) -> list[Token]:
    """The members of a subject that are it to one another: "X and Y are allies".

    >>> one_another(nlp("Arland and Karum are allies.")[4])
    [Arland, Karum]
    """
    plural = noun.tag_ == "NNS" and noun.dep_ == "attr"
    if not plural or owner_only(noun):
        return []
    return subjects(noun.head)
