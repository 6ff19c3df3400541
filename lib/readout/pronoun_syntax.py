"""What syntax says of a pronoun: it means nothing, somebody else, or only an actor."""

from spacy.tokens import Token

from readout import lexicon
from readout.reading_words import reading_with
from readout.syntax import clause_of, first_conjunct, own_subjects

# What these verbs say is said of an event told before, not of an actor.
EVENT_VERBS = frozenset(
    "indicate suggest show mean highlight underline underscore signal reflect mark follow come "
    "happen rain snow depend".split()
)


def grammatical_role(token: Token) -> str:
    """Whether a noun phrase is `subject`, `object` or `other`, as the first of its conjuncts is."""
    dependency = first_conjunct(token).dep_
    if dependency in (
        "nsubj",
        "nsubjpass",
        "ROOT",
    ):  # a noun as root is the topic of a broken parse
        return "subject"
    return "object" if dependency in ("dobj", "dative", "pobj") else "other"


def is_bound(candidate: Token, pronoun: Token) -> bool:
    """Whether syntax keeps the two apart.

    "Arland helped it"; "Arland, its neighbour"; "Arland, which it suspects".
    """
    if pronoun.dep_ == "poss" and pronoun.head.dep_ == "appos":
        return pronoun.head.head.i == candidate.i
    if pronoun.dep_ == "nsubj" and pronoun.head.dep_ == "relcl":
        return pronoun.head.head.i == candidate.i
    return pronoun.dep_ in ("dobj", "dative") and _is_subject_of(candidate, pronoun.head)


def _is_subject_of(token: Token, verb: Token) -> bool:
    return any(subject.i == token.i for subject in own_subjects(verb)) or (
        first_conjunct(token).head.i == verb.i and grammatical_role(token) == "subject"
    )


def reports_clause_of(candidate: Token, pronoun: Token) -> bool:
    """Whether the candidate is the subject of a verb that reports the clause of the pronoun."""
    if grammatical_role(candidate) != "subject":
        return False
    verb = first_conjunct(candidate).head
    clause = clause_of(pronoun)
    while clause.head.i != clause.i:
        if clause.head.i == verb.i:
            return clause.dep_ in ("ccomp", "xcomp", "parataxis")
        clause = clause.head
    return False


def needs_actor(pronoun: Token) -> bool:
    """Whether the pronoun can stand for an actor only: "it has accused", "its envoy"."""
    lemma = pronoun.head.lemma_.lower()
    if pronoun.dep_ == "poss":
        return (
            pronoun.head.dep_ == "appos"
            or lemma in lexicon.nominals()
            or reading_with(pronoun.head, "possessed") == "actor"
        )
    return pronoun.dep_ == "nsubj" and lemma in lexicon.reporting_verbs()


def is_pleonastic(pronoun: Token) -> bool:
    """Whether "it" refers to no noun: "it is clear that", "making it hard to", "It suggests that".

    The patterns are Lappin and Leass's: a copula or a verb of seeming with a clause that is the
    real subject or with a predicate that takes one.
    """
    if pronoun.dep_ == "expl":
        return True
    if pronoun.lower_ != "it":
        return False
    verb = pronoun.head
    if pronoun.dep_ == "nsubj" and verb.lemma_ in EVENT_VERBS:
        return True
    below = {child.dep_ for child in verb.children}
    clause_follows = bool(below & {"ccomp", "xcomp", "csubj", "advcl"})
    if pronoun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in (
        "be",
        "seem",
        "appear",
        "become",
        "remain",
        "take",
    ):
        predicates = [child for child in verb.children if child.dep_ in ("acomp", "attr")]
        with_clause = any(
            g.dep_ in ("ccomp", "xcomp", "relcl", "advcl") for p in predicates for g in p.children
        )
        return clause_follows or with_clause or not below - {"nsubj", "punct", "aux", "neg"}
    return pronoun.dep_ in ("dobj", "nsubj") and verb.dep_ == "ccomp" and verb.pos_ == "ADJ"
