"""Attachments that the small model gets wrong again and again in news text, mended in the parse.

Offices stand before names, a place or a body opens the sentence, adverbs part a verb from "have":
the parser was trained on few such sentences. What is mended here need be known nowhere else.
"""

import numpy as np
from spacy.symbols import NOUN, PROPN, VERB, amod, appos, cc, nmod, pcomp, poss, relcl
from spacy.tokens import Doc, Token

from readout.syntax import tokens_with

NEIGHBOURING = frozenset({"neighbouring", "neighboring"})
# Before a name they say whose friend or foe it is: "Arland's ally Karum said".
FELLOWS = frozenset(
    "ally allies friend friends rival rivals enemy enemies foe foes neighbour neighbours neighbor "
    "neighbors backer backers patron partner partners".split()
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SINGULAR = frozenset({"is", "was", "has"})
HAVE = frozenset({"have", "has", "had", "'ve"})
ORDINALS = frozenset("first second third last latest only".split())


def repair_parse(doc: Doc) -> Doc:
    """Mend the parse in place; a spaCy pipeline component, which goes last. Returns the `Doc`.

    >>> doc = nlp("Arland's president met Foreign Minister Al Poe and Defence Minister Jane Roe.")
    >>> doc[7].dep_, doc[12].dep_, doc[12].head
    ('dobj', 'conj', Poe)
    """
    labels = doc.to_array("DEP")
    for label, repair in ((nmod, _coordinate_names), (poss, _share_possession)):
        for position in np.flatnonzero(labels == label).tolist():
            repair(doc[position])
    for position in np.flatnonzero(labels == pcomp).tolist():
        _describe_neighbour(doc[position])
    for noun in tokens_with(doc, "LOWER", FELLOWS):
        _name_fellow(noun)
    for position in np.flatnonzero(labels == appos).tolist():
        _free_subject(doc[position])
    for position in np.flatnonzero(labels == amod).tolist():
        _rejoin_perfect(doc[position])
    for position in np.flatnonzero(labels == relcl).tolist():
        _tell_who_was_first(doc[position])
    return doc


def _attach(token: Token, head: Token, label: str) -> None:
    token.head = head
    token.dep_ = label


def _take_place(token: Token, other: Token) -> None:
    """Hang the token where the other one hangs."""
    if other.head.i == other.i:
        token.head = token
        token.dep_ = "ROOT"
    else:
        _attach(token, other.head, other.dep_)


def _coordinate_names(first: Token) -> None:
    """ "Minister X and Minister Y met": X is no modifier of Y, both met."""
    second = first.head
    while second.dep_ in ("compound", "nmod") and second.head.i > second.i:
        second = second.head  # X may hang on the minister that Y is
    if not (first.i < second.i and first.ent_type_ == second.ent_type_ == "PERSON"):
        return
    joint = next((child for child in first.rights if child.dep == cc), None)
    if joint is None or joint.i > second.i:
        return
    _take_place(first, second)
    for child in [*first.rights]:
        if child.dep_ == "conj" and child.i < second.i:
            _attach(child, second, "compound")
    _attach(second, first, "conj")


def _share_possession(second: Token) -> None:
    """ "X and Y's cooperation grows": what grows is of both."""
    noun = second.head
    if noun.dep_ == "conj" and noun.head.pos == PROPN:
        first, verb = noun.head, noun.head.head
        forms = {child.lower_ for child in verb.lefts if child.dep_ in ("aux", "auxpass")}
        if not (forms & SINGULAR or verb.tag_ == "VBZ"):
            return  # "X and Y's army are": two subjects
    else:
        beside = (child for child in noun.head.lefts if child.pos == PROPN)
        first = next((child for child in beside if child.dep_ == noun.dep_), noun)
    joint = first.doc[second.i - 1]
    if joint.dep != cc or joint.head.i != first.i or first.dep_ not in SUBJECTS:
        return
    if noun.dep_ == "conj":
        _take_place(noun, first)
    _attach(first, noun, "poss")
    _attach(second, first, "conj")


def _free_subject(name: Token) -> None:
    """ "In the council, X, backed by Y, objected": X objected, and Y backs X."""
    place = name.head
    preposition = place.head
    verb = preposition.head
    fronted = preposition.dep_ == "prep" and preposition.i < verb.i and verb.pos == VERB
    if not fronted or name.i > verb.i or name.pos != PROPN or preposition.i != verb.sent.start:
        return
    if any(child.dep_ in SUBJECTS for child in verb.lefts):
        return
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    _attach(name, verb, "nsubjpass" if passive else "nsubj")
    for child in [*place.rights]:
        if child.i > name.i:
            child.head = name


def _name_fellow(noun: Token) -> None:
    """ "X's ally Y left": Y left, who is X's ally; no ally is left by Y."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    name = following.head if following.dep_ == "compound" else following
    verb = name.head
    if following.pos != PROPN or name.dep_ not in SUBJECTS or verb.pos != VERB:
        return
    if noun.dep_ in SUBJECTS and noun.head.i == verb.i:
        _attach(noun, name, "compound")
    elif verb.dep_ == "relcl" and verb.head.i == noun.i:
        _take_place(verb, noun)
        _attach(noun, name, "compound")
        for child in [*noun.rights]:
            child.head = verb


def _describe_neighbour(word: Token) -> None:
    """ "fled into neighbouring X": they fled into X, nobody neighboured it."""
    country = next((child for child in word.rights if child.dep_ == "dobj"), None)
    if word.lower_ not in NEIGHBOURING or country is None:
        return
    _attach(country, word.head, "pobj")
    _attach(word, country, "amod")


def _rejoin_perfect(verb: Token) -> None:
    """ "X have twice vetoed draft resolutions": they vetoed, they do not have what is vetoed."""
    thing = verb.head
    have = thing.head
    if have.lower_ not in HAVE or have.pos == NOUN or thing.dep_ != "dobj" or verb.tag_ != "VBN":
        return
    between = verb.doc[have.i + 1 : verb.i]
    if not between or any(token.pos_ != "ADV" for token in between):
        return
    _take_place(verb, have)
    for child in [*have.children]:
        if child.i != verb.i:
            child.head = verb
    for adverb in between:
        adverb.head = verb
    verb.pos_ = "VERB"
    _attach(thing, verb, "dobj")
    _attach(have, verb, "aux")
    have.pos_ = "AUX"


def _tell_who_was_first(verb: Token) -> None:
    """ "X became the latest state to recognise Y": it is X that recognised Y."""
    noun = verb.head
    copula = noun.head
    aimed = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    if not aimed or noun.dep_ != "attr" or copula.lemma_ not in ("be", "become"):
        return
    if any(child.lower_ in ORDINALS for child in noun.lefts):
        _attach(verb, copula, "advcl")
