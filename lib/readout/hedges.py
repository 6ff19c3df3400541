"""How sure the author is: hedge cues and what they cover.

A cue covers the clause that it stands in and the complement clauses below ("may", "seeks to ..."),
not the whole sentence: relative and adverbial clauses of a hedged clause stay stated. The walk goes
upward from the word in question, so that each answer names the one cue that decided it.
"""

from functools import cache

from spacy.tokens import Token

from readout import lexicon
from readout.syntax import is_negated, is_verb, own_subjects

# Dependencies over which a hedge on the head reaches the word below.
COVERED = frozenset(
    "xcomp ccomp dobj pobj prep attr acomp nsubj nsubjpass conj agent pcomp oprd dative compound "
    "poss appos nmod amod advmod".split()
)
DENIED_BELOW = frozenset(
    {"xcomp", "ccomp", "acl", "dobj", "prep", "pcomp", "attr", "acomp", "pobj"}
)
DENIALS = frozenset(
    "deny refuse decline dismiss cease stop fail block veto prevent prohibit forbid ban bar".split()
)
WANTING = frozenset({"call", "push", "press", "appeal", "plead"})  # for something
THREATS = frozenset({"threaten", "threat"})
CONDITIONS = frozenset({"if", "unless", "whether", "should"})
PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
WILL = frozenset({"will", "'ll", "’ll"})
LASTING = frozenset({"remain", "continue", "stay", "keep"})  # "will remain" what it is
BACKGROUND = frozenset({"after", "amid", "amidst", "despite", "following", "since"})
LONGEST_WALK = 12


@cache
def _cues(*kinds: str) -> frozenset[str]:
    return frozenset(hedge.cue for hedge in lexicon.hedges() if hedge.pos in kinds)


@cache
def attempts() -> frozenset[str]:
    """Lemmas of hedges for what is tried, wanted, asked: seek, demand.

    >>> "seek" in attempts()
    True
    """
    tried = {hedge.cue for hedge in lexicon.hedges() if hedge.category == "attempt"}
    return WANTING | THREATS | tried


@cache
def planning_verbs() -> frozenset[str]:
    """Lemmas of verbs for what is planned: expect, schedule.

    >>> "schedule" in planning_verbs()
    True
    """
    return frozenset(h.cue for h in lexicon.hedges() if h.category == "plan" and h.pos == "verb")


@cache
def _claims() -> frozenset[str]:
    return frozenset(
        verb.lemma
        for verb in lexicon.reporting_verbs().values()
        if verb.stance in ("claim", "accuse", "deny")
    )


def hedge_over(token: Token) -> Token | None:
    """The hedge cue whose scope covers the token, None if what it says is stated.

    In "Arland may have armed the rebels" the cue over "armed" and over "rebels" is "may"; in
    "Arland, which armed the rebels, may leave" nothing hedges "armed".

    >>> doc = nlp("Arland may have armed the rebels, Karum said.")
    >>> hedge_over(doc[3]), hedge_over(doc[8])
    (may, None)
    """
    word, below, told = token, None, False
    for _ in range(LONGEST_WALK):
        cue = _at(word, below)
        if cue is not None:
            return cue
        told |= word.dep_ == "prep" and word.lower_ in BACKGROUND
        planned = word.dep_ == "acl" and _is_infinitive(word) and not told  # "a plan to arm X"
        if word.head.i == word.i or not (planned or word.dep_ in COVERED):
            return _condition(word)
        below, word = word, word.head
    return None


def own_hedge(word: Token) -> Token | None:
    """The hedge cue among the word's own modifiers: "a possible ally".

    >>> own_hedge(nlp("Karum is a possible ally.")[4])
    possible
    """
    return _at(word, None)


def _at(word: Token, below: Token | None) -> Token | None:
    """A cue at the word itself or among its own modifiers."""
    if below is not None and _governs(word, below):
        return word
    if below is not None and below.dep_ == "conj" and own_subjects(below) and is_verb(below):
        return None
    for child in word.children:
        if child.dep_ in ("aux", "auxpass") and child.lemma_.lower() in _cues("aux"):
            return None if child.lower_ in WILL and word.lemma_ in LASTING else child
        if child.dep_ in ("advmod", "npadvmod") and child.lower_ in _cues("adverb"):
            return child
        if child.dep_ == "amod" and child.lower_ in _cues("adjective"):
            return child
        if child.dep_ == "acomp" and child.lower_ in _cues("adjective"):
            return child
    return _headline_plan(word) or _dated_plan(word)


def _governs(word: Token, below: Token) -> bool:
    """Whether the word makes what stands in its complement uncertain."""
    lemma = word.lemma_.lower()
    if lemma in WANTING and below.dep_ == "prep" and below.lower_ == "for":
        return True
    if lemma == "look" and below.lower_ == "to" and word.doc[below.i - 1].lower_ == "forward":
        return True
    if is_verb(word) and below.dep_ in ("xcomp", "ccomp", "dobj", "prep", "pcomp", "oprd", "nsubj"):
        if lemma in _cues("verb") and below.dep_ != "nsubj":
            return True
        if below.dep_ == "xcomp" and word.tag_ == "VBN" and word.lower_ in _cues("adjective"):
            return True  # "is set to meet"
        if lemma == "deny" and below.i < word.i:
            return False
        if lemma in _claims() and below.dep_ in ("ccomp", "prep", "pcomp"):
            return True
        return lemma == "be" and below.dep_ == "xcomp" and _is_infinitive(below)
    if word.pos_ in ("NOUN", "PROPN"):
        elsewhere = below.lower_ == "at"  # "announced the plan at a conference"
        return lemma in _cues("noun") and below.dep_ in ("acl", "prep", "relcl") and not elsewhere
    return (
        word.pos_ == "ADJ"
        and word.lower_ in _cues("adjective")
        and below.dep_ in ("xcomp", "ccomp")
    )


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def _headline_plan(word: Token) -> Token | None:
    """The "to" of a headline's future: "Envoy to visit Arland"."""
    if word.tag_ == "VB" and any(child.dep_ == "nsubj" for child in word.lefts):
        for child in word.lefts:
            if child.lower_ == "to" and child.dep_ == "aux":
                return child
    return None


def _dated_plan(word: Token) -> Token | None:
    """The "is" of a plan for a day: "is sending an envoy on Monday"."""
    if word.tag_ != "VBG":
        return None
    dated = any(
        day.ent_type_ == "DATE" and day.dep_ in ("npadvmod", "pobj")
        for child in word.rights
        if child.dep_ == "npadvmod" or child.lower_ == "on"
        for day in (child, *child.rights)
    )
    present = (c for c in word.lefts if c.dep_ == "aux" and c.lower_ in PRESENT)
    return next(present, None) if dated else None


def _condition(word: Token) -> Token | None:
    """The "if" of a conditional clause."""
    if word.dep_ != "advcl":
        return None
    return next((c for c in word.children if c.dep_ == "mark" and c.lower_ in CONDITIONS), None)


def is_denied(word: Token) -> bool:
    """Whether a negation or a denial covers the word, so that what it says is not said.

    True of "armed" in "has not armed" and in "denies that it armed", not in "armed no later than".

    >>> doc = nlp("Arland has not armed the rebels. Karum armed them.")
    >>> is_denied(doc[3]), is_denied(doc[8])
    (True, False)
    """
    for _ in range(LONGEST_WALK):
        if is_negated(word):
            return True
        if word.dep_ not in DENIED_BELOW or (word.dep_ == "ccomp" and word.i < word.head.i):
            return False  # "X accused Y, a charge Y denies"
        word = word.head
        if word.lemma_.lower() in DENIALS:
            return True
        if is_verb(word) and word.dep_ not in ("xcomp", "pcomp") and not is_negated(word):
            return False
    return False
