"""What is going on around a pronoun: people speak with each other, visit hosts, oust rulers."""

from collections.abc import Iterator

from spacy.tokens import Token

from readout import lexicon
from readout.pronoun_syntax import COMPANY, HELPING, JUDGING, OF_STATES, person_noun
from readout.syntax import clause_of, is_verb

# What those who speak to each other do: "we agreed", "we discussed it".
JOINT_VERBS = frozenset({"agree", "discuss", "meet", "talk", "share", "exchange"})
JOINT_TALKS = frozenset({"dialogue", "talk", "discussion", "conversation", "meeting"})
MEETINGS = frozenset({"meet", "talk", "talks", "meeting", "discussion", "negotiation", "confer"})
TRAVELS = frozenset("arrive fly travel visit go come return head tour".split())
# What becomes of somebody by others.
FATES = frozenset(
    "appointment nomination election arrest detention release extradition departure removal ouster "
    "overthrow resignation trial death killing execution".split()
)
OUSTING = frozenset("oust overthrow topple unseat depose dethrone dislodge remove".split())


def is_joint(pronoun: Token) -> bool:
    """Whether "we" are the speaker and the one spoken with: "we agreed", "our meeting".

    >>> is_joint(nlp("We discussed the war.")[0]), is_joint(nlp("We discussed it with Karum.")[0])
    (True, False)
    """
    clause = clause_of(pronoun)
    children = [*clause.children]
    if any(child.lower_ in ("with", "to") and child.dep_ == "prep" for child in children):
        return False
    below = [*clause.subtree]
    if any(token.lower_ == "together" or _is_reciprocal(token) for token in below):
        return True
    if pronoun.dep_ != "nsubj":
        return False
    objects = [child for child in children if child.dep_ == "dobj"]
    parts = [word for each in objects for word in each.children]
    if any(word.lower_ in COMPANY or word.dep_ == "poss" for word in parts):
        return False
    if clause.lemma_ == "meet":
        return not objects
    if clause.lemma_ == "have":
        return any(each.lemma_ in JOINT_TALKS for each in objects)
    return clause.lemma_ in JOINT_VERBS


def _is_reciprocal(token: Token) -> bool:
    """Whether it is the last word of "each other" or "one another"."""
    before = token.nbor(-1).lower_ if token.i else ""
    return (before, token.lower_) in (("each", "other"), ("one", "another"))


def journey_to_hosts(pronoun: Token) -> Token | None:
    """The verb that tells where somebody goes to meet the leaders there.

    X is Arland in "Roe flew to Arland for talks with its leaders", whatever state is Roe's.

    >>> journey_to_hosts(nlp("Norway's envoy flew to Mali to meet its leaders.")[8])
    flew
    """
    met = pronoun.head
    if pronoun.dep_ != "poss" or not (met.lemma_ in OF_STATES or person_noun(met)):
        return None
    with_them = met.dep_ == "pobj" and met.head.lower_ in COMPANY
    talks = met.head.head if with_them else met.head
    if talks.lemma_ not in MEETINGS:
        return None
    for verb in talks.ancestors:
        if is_verb(verb) and verb.lemma_ in TRAVELS:
            return verb
    return None


def destinations(travel: Token) -> Iterator[Token]:
    """Where somebody goes: Arland in "flew to Arland", "visited Arland".

    >>> [*destinations(nlp("Roe flew to Arland.")[1])]
    [Arland]
    """
    for child in travel.rights:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("to", "in"):
            yield from (each for each in child.rights if each.dep_ == "pobj")


def is_judged_by_others(pronoun: Token) -> bool:
    """Whether it is what became of somebody that others judge: "welcomed his appointment".

    >>> is_judged_by_others(nlp("Karum welcomed his appointment.")[2])
    True
    """
    fate, verb = pronoun.head, pronoun.head.head
    judged = fate.dep_ == "dobj" and (verb.lemma_ in JUDGING or verb.lemma_ in HELPING)
    stance = lexicon.reporting_verbs().get(verb.lemma_)
    return fate.lemma_ in FATES and (judged or (stance is not None and fate.dep_ == "dobj"))


def is_to_fall(pronoun: Token) -> bool:
    """Whether somebody is to be driven from power: "seeking to overthrow him".

    >>> is_to_fall(nlp("Karum wants to topple him.")[4])
    True
    """
    return pronoun.dep_ in ("dobj", "nsubjpass") and pronoun.head.lemma_ in OUSTING
