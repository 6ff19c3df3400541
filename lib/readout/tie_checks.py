"""What takes a cue's tie away or turns it round: ends, commands, wishes, a journey home."""

from spacy.tokens import Token

from readout import lexicon
from readout.references import References
from readout.syntax import first_conjunct, is_negated, is_verb, own_subjects
from readout.tie_syntax import carried_in
from readout.tie_words import ending_verbs, urging_verbs

# Verbs of urging that say that it was done: "forced X to recognise Y".
IMPLICATIVE = frozenset({"force", "compel", "coerce", "oblige", "vote", "convince", "persuade"})
COMMANDING = frozenset({"ask", "invite", "want", "appeal", "order"})
WISHES = frozenset("want wish hope hop seek aspire bid apply ask lobby desire ambition".split())
FORMER = frozenset({"former", "ex", "erstwhile", "onetime"})
DISCUSSING = frozenset("discuss review debate examine assess consider".split())
HIGHEST_CLAUSE = 4  # clauses up from the cue


def ended_by(cue: Token) -> Token | None:
    """The verb that ends or calls off what the noun says: "cut ties", "pulled out of talks".

    >>> ended_by(nlp("Arland cut ties.")[2])
    cut
    """
    noun = first_conjunct(cue)
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in ("of", "from", "off") and not is_verb(verb.head):
        verb = verb.head.head if verb.head.dep_ in ("prep", "advmod") else verb
    elif noun.dep_ == "pobj" and verb.lower_ in ("of", "from", "off"):
        verb = verb.head
    elif noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    if not is_verb(verb):
        return None
    words = {verb.lemma_.lower()}
    words |= {
        f"{verb.lemma_.lower()} {c.lower_}"
        for c in verb.rights
        if c.dep_ in ("prt", "prep", "advmod")
    }
    return verb if words & ending_verbs() else None


def commanded_by(verb: Token) -> Token | None:
    """The verb by which somebody wants another to do it: "urged X to arm Y", "called for it".

    >>> commanded_by(nlp("Arland urged Karum to arm Norvia.")[4])
    urged
    """
    word = verb
    for _ in range(HIGHEST_CLAUSE):
        head = word.head
        if word.dep_ not in ("xcomp", "ccomp", "advcl", "pcomp", "conj") or head.i == word.i:
            return None
        infinitive = (word.tag_ in ("VB", "VBG") and word.dep_ != "conj") or _is_to_be(word)
        lemma = head.lemma_.lower()
        urges = lemma in urging_verbs() - IMPLICATIVE or lemma in COMMANDING
        if infinitive and is_verb(head) and urges and _is_told(head, word):
            return head
        word = head
    return None


def _is_to_be(participle: Token) -> bool:
    """Whether it is a passive of what is wanted: "for X to be armed", "that X be armed"."""
    auxiliaries = [child.tag_ for child in participle.lefts if child.dep_ in ("aux", "auxpass")]
    return participle.tag_ == "VBN" and "VB" in auxiliaries and "MD" not in auxiliaries


def is_over(noun: Token) -> bool:
    """Whether somebody was it once: "a former ally of X".

    >>> is_over(nlp("Karum is a former ally.")[4])
    True
    """
    return any(child.lower_ in FORMER for child in (*noun.lefts, *first_conjunct(noun).lefts))


def is_in_vain(done: Token) -> bool:
    """Whether somebody has failed to make another do it, and so wants it.

    >>> is_in_vain(nlp("Arland failed to persuade Roe to resign.")[6])
    True
    """
    urging = done.head
    tries = done.dep_ in ("xcomp", "ccomp") and urging.lemma_ in IMPLICATIVE
    return tries and urging.head.lemma_ == "fail" and not is_negated(urging.head)


def refused_by(verb: Token) -> Token | None:
    """The verb of a refusal to do it: "refused to meet X".

    >>> refused_by(nlp("Roe refused to meet Poe.")[3])
    refused
    """
    head = verb.head
    refuses = verb.dep_ == "xcomp" and head.lemma_.lower() in ("refuse", "decline")
    return head if refuses and not is_negated(head) else None


def is_topic(noun: Token) -> bool:
    """Whether relations are only talked about: "discussed relations", "talks on the ties of X".

    >>> is_topic(nlp("They discussed ties with Karum.")[2])
    True
    """
    noun = first_conjunct(noun)
    if carried_in(noun) is not None:
        return False  # "discussed the pact that X has signed with Y"
    if noun.dep_ in ("dobj", "nsubjpass"):
        return noun.head.lemma_ in DISCUSSING
    return noun.dep_ == "pobj" and noun.head.lower_ == "about"


def _is_told(urging: Token, done: Token) -> bool:
    """Whether it is another one who is to do it."""
    if own_subjects(done):
        return not any(child.dep_ == "aux" and child.tag_ == "MD" for child in done.children)
    return any(
        child.dep_ in ("dobj", "dative")
        or (child.dep_ == "prep" and child.lower_ in ("on", "upon", "to"))
        or child.dep_ == "nsubjpass"
        for child in urging.children
        if child.i < done.i
    )


def is_home(references: References, traveller: str, state: str) -> bool:
    """Whether a journey to the state takes the traveller home.

    >>> roe = who_is_who("Norwegian Foreign Minister Jane Roe visited Chad.")
    >>> is_home(roe, "jane-roe", "norway"), is_home(roe, "jane-roe", "chad")
    (True, False)
    """
    if references.type_of(state) != "state":
        return False
    if state in references.sides_of(traveller):
        return True
    known, home = references.actors.get(traveller), lexicon.states().get(state)
    if known is None or home is None:
        return False
    return known.country is not None and known.country == home.iso3
