"""Questions about a dependency parse that several extractors ask.

Everything here reads spaCy tokens and knows no words of the news: who is the subject of a verb
(also when the verb shares it with another verb, or a relative clause hangs on it), what are the
objects, is the clause negated, which conjuncts belong to a noun phrase.
"""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from spacy.strings import get_string_id
from spacy.symbols import AUX, VERB
from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})
CLAUSES = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis"}
)
OBJECT_CONTROL = frozenset(
    {"of", "for", "from", "into"}
)  # "accused X of doing", "kept X from doing"
EXAMPLES = frozenset({"including", "like"})  # "steps including talks with X": nobody's yet
NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither", "hardly", "cannot"})
FEW = 12  # values for which numpy's search is faster than a set
DEEPEST_CLAUSE = 8  # clauses nest no deeper in readable prose; also stops at odd parses
FINITE = frozenset({"VBD", "VBZ", "VBP"})
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})


def conjuncts(token: Token) -> list[Token]:
    """The token and everything that is coordinated with it below it, in text order.

    "Russia, Egypt and the UAE": the conjuncts of Russia are Russia, Egypt, UAE.

    >>> conjuncts(nlp("Arland, Karum and Norvia met.")[0])
    [Arland, Karum, Norvia]
    """
    if not token.n_rights:
        return [token]
    found, queue = [token], [token]
    while queue:
        head = queue.pop()
        if any(child.dep_ == "cc" and child.lower_ == "but" for child in head.children):
            continue  # "but" begins another statement, whatever the parser hangs it on
        below = [child for child in head.children if child.dep_ == "conj"]
        found += below
        queue += below
    return sorted(found, key=lambda each: each.i)


def first_conjunct(token: Token) -> Token:
    """The token that a chain of coordinated ones hangs on: Russia for UAE in the example above.

    >>> first_conjunct(nlp("Arland, Karum and Norvia met.")[4])
    Arland
    """
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def is_verb(token: Token) -> bool:
    """Whether the token is a verb or a copula or auxiliary that heads a clause.

    >>> [token for token in nlp("Jane Roe has left.") if is_verb(token)]
    [left]
    """
    return token.pos == VERB or (token.pos == AUX and token.dep_ not in ("aux", "auxpass"))


def clause_of(token: Token) -> Token:
    """The verb (or root) of the smallest clause that holds the token.

    >>> clause_of(nlp("Jane Roe said Karum had left.")[3])
    left
    """
    while token.head.i != token.i and not is_verb(token):
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "was met", and the reduced "backed by" below a noun.

    >>> is_passive(nlp("Karum was attacked.")[2]), is_passive(nlp("Karum attacked.")[1])
    (True, False)
    """
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "amod", "advcl", "relcl")
        and not any(child.dep_ == "aux" for child in verb.children)
    )


def own_subjects(verb: Token) -> list[Token]:
    """The subject written at this very verb, with its conjuncts; relative pronouns included.

    >>> own_subjects(nlp("Arland wants to help.")[3]), own_subjects(nlp("Arland helps.")[1])
    ([], [Arland])
    """
    for child in verb.lefts:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return conjuncts(child) if child.lower_ not in WEEKDAYS else _glued(child)
    return [token for child in verb.rights if child.dep_ == "nsubj" for token in conjuncts(child)]


def _glued(day: Token) -> list[Token]:
    """The name that wire copy glues to a day: Velt in "Velt Thursday ordered ..."."""
    names = [c for c in day.lefts if c.dep_ in ("compound", "nmod", "poss") and c.pos_ == "PROPN"]
    return [names[-1]] if names else [day]


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself.

    >>> doc = nlp("The envoy who left was Roe.")
    >>> antecedent(doc[2]), antecedent(doc[1])
    (envoy, envoy)
    """
    clause = first_conjunct(token.head)
    if token.tag_ not in ("WDT", "WP") or clause.dep_ != "relcl":
        return token
    return clause.head


def subjects(verb: Token) -> list[Token]:
    """Who does what the verb says (for a passive: who undergoes it), found across clauses.

    A verb without a subject of its own takes it from the verb that it is coordinated with or that
    governs it ("Russia wants to help"), or from the noun that it modifies ("the army fighting the
    rebels"). After an object that is told or asked to act, the object is the subject ("urged Libya
    to help").

    >>> subjects(nlp("Arland wants to help.")[3])
    [Arland]
    """
    for _ in range(DEEPEST_CLAUSE):
        own = own_subjects(verb) or _noun_phrase_before(verb)
        head = verb.head
        if own or head.i == verb.i:
            return own
        if verb.dep_ == "relcl" and not is_verb(head):
            return conjuncts(first_conjunct(head))
        if verb.dep_ == "acl" and not is_verb(head):
            return [head]
        controlled = _controllers(verb)
        if controlled or head.lower_ in EXAMPLES:
            return controlled
        verb = head if is_verb(head) and verb.dep_ != "pcomp" else clause_of(head)
    return []


def _controllers(verb: Token) -> list[Token]:
    """The object that is to do what the verb says: X in "urged X to go", "accused X of going"."""
    head = verb.head
    if verb.dep_ == "xcomp" and is_verb(head):
        controlled = [child for child in head.children if child.dep_ in ("dobj", "dative")]
        if not controlled and head.lemma_ in ("call", "appeal"):
            controlled = prepositional_objects(head, frozenset({"on", "upon", "to", "for"}))
        return conjuncts(controlled[0]) if controlled else []
    if verb.dep_ == "pcomp" and head.lower_ in OBJECT_CONTROL:
        verb = next((each for each in head.ancestors if each.lemma_ == "accuse"), clause_of(head))
        controlled = [child for child in verb.children if child.dep_ == "dobj"]
        return conjuncts(controlled[0]) if controlled else []
    return []


def _noun_phrase_before(verb: Token) -> list[Token]:
    """The noun phrase right before a finite verb to which the parser gave no subject."""
    auxiliaries = [c.i for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg")]
    if verb.dep_ not in ("ROOT", "conj", "ccomp") or (not auxiliaries and verb.tag_ not in FINITE):
        return []
    doc, start = verb.doc, verb.sent.start
    i = min([verb.i, *auxiliaries]) - 1
    if i > start and doc[i].lower_ in WEEKDAYS:
        return [name for name in _glued(doc[i]) if name.i != i]
    if i >= start and doc[i].text == ")":
        while i > start and doc[i].text != "(":
            i -= 1
        i -= 1
    if i < start or doc[i].pos_ not in ("NOUN", "PROPN"):
        return []
    noun = doc[i]
    while noun.dep_ in ("pobj", "prep", "compound", "poss") and start <= noun.head.i < noun.i:
        noun = noun.head
    return [noun] if noun.pos_ in ("NOUN", "PROPN") and noun.ent_type_ != "DATE" else []


def objects(verb: Token) -> list[Token]:
    """What the verb is done to: its direct and indirect objects with their conjuncts.

    >>> objects(nlp("Arland met Karum and Norvia.")[1])
    [Karum, Norvia]
    """
    return [token for child in verb.children if child.dep_ in OBJECTS for token in conjuncts(child)]


def agents(verb: Token) -> list[Token]:
    """Who does what a passive verb says: "led by Gaddafi".

    >>> agents(nlp("Karum was attacked by Arland.")[2])
    [Arland]
    """
    return [
        token
        for child in verb.children
        if child.dep_ in ("agent", "prep") and child.lower_ == "by"
        for grandchild in child.children
        if grandchild.dep_ == "pobj"
        for token in conjuncts(grandchild)
    ]


def prepositional_objects(head: Token, prepositions: frozenset[str] | None = None) -> list[Token]:
    """The objects, with conjuncts, of the given prepositions (default: of all) below the head.

    >>> prepositional_objects(nlp("Roe met envoys in Karum.")[1], frozenset({"in"}))
    [Karum]
    """
    found = []
    for child in head.children:
        if child.dep_ not in ("prep", "agent", "dative") or child.pos_ not in (
            "ADP",
            "SCONJ",
            "VERB",
        ):
            continue
        if prepositions is None or child.lower_ in prepositions:
            for chain in _preposition_chain(child):
                found += [
                    token
                    for grandchild in chain.children
                    if grandchild.dep_ in ("pobj", "pcomp")
                    for token in conjuncts(grandchild)
                ]
    return found


def _preposition_chain(preposition: Token) -> Iterator[Token]:
    """A preposition and those coordinated with or stacked on it ("for and by", "from within")."""
    yield preposition
    for child in preposition.children:
        if child.dep_ in ("prep", "conj") and child.pos_ == "ADP":
            yield child


def is_negated(token: Token) -> bool:
    """Whether a negation stands at the token, or in a verb's subject or object ("no envoy met").

    >>> is_negated(nlp("No envoy met her.")[2])
    True
    """
    for child in token.children:
        if child.dep_ == "neg" or child.lower_ in NEGATIONS:
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in (
            "nobody",
            "none",
            "neither",
            "nothing",
        ):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and any(
            grandchild.lower_ in ("no", "neither") for grandchild in child.lefts
        ):
            return True
    return False


def owners(noun: Token) -> list[Token]:
    """Who has the noun: "Syria's ally", "his allies", "the LAAF and its allies".

    >>> owners(nlp("Arland's ally left.")[2])
    [Arland]
    """
    return [token for child in noun.lefts if child.dep_ == "poss" for token in conjuncts(child)]


def sentence_number(doc: Doc) -> list[int]:
    """For each token the number of its sentence, counted from 0.

    >>> sentence_number(nlp("Roe left. She spoke."))
    [0, 0, 0, 1, 1, 1]
    """
    starts = doc.to_array("SENT_START") == 1
    starts[:1] = False
    numbers: list[int] = starts.cumsum().tolist()
    return numbers


def tokens_with(doc: Doc, attribute: str, values: frozenset[str]) -> Iterator[Token]:
    """The tokens whose attribute, such as LOWER or TAG, has one of the values, in text order.

    To walk over a `Doc` makes an object of every token, which costs more than to ask it anything;
    this makes those that are wanted.

    >>> [*tokens_with(nlp("He left after she spoke."), "LOWER", frozenset({"he", "she"}))]
    [He, she]
    """
    wanted, column = _string_ids(values), doc.to_array(attribute)
    if len(wanted) <= FEW:
        positions = np.flatnonzero(np.isin(column, list(wanted))).tolist()
    else:
        positions = [i for i, value in enumerate(column.tolist()) if value in wanted]
    for position in positions:
        yield doc[position]


@lru_cache(maxsize=64)
def _string_ids(values: frozenset[str]) -> frozenset[int]:
    return frozenset(get_string_id(value) for value in values)
