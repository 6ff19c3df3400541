"""Where those stand who are fought, blamed or told to go."""

from spacy.tokens import Token

from readout.syntax import is_verb, objects, own_subjects, prepositional_objects
from readout.tie_syntax import doer, owner_only
from readout.tie_words import urging_verbs

BLOWS = frozenset("fire shot shell blow accusation insult threat barb rocket".split())


def accused(noun: Token) -> list[Token]:
    """Of whom an allegation says something: "the claim that X arms Y"."""
    return [
        subject
        for child in noun.children
        if child.dep_ in ("acl", "ccomp", "relcl")
        for subject in own_subjects(child)
    ]


def traded_with(verb: Token) -> list[Token]:
    """With whom fire or accusations are traded: "traded fire with X"."""
    return prepositional_objects(verb, frozenset({"with"}))


def held_responsible(verb: Token) -> list[Token]:
    """Who is held responsible or accountable."""
    found = []
    for word in verb.subtree:
        if word.lower_ in ("responsible", "accountable"):
            found += objects(verb) + [t for t in own_subjects(word) if word.i != verb.i]
    return found


def ruler(verb: Token) -> list[Token]:
    """Whose rule is to end: "end X's rule"."""
    return [
        owner
        for token in objects(verb)
        if token.lemma_.lower() in ("rule", "reign", "regime", "era", "government", "presidency")
        for owner in owner_only(token)
    ]


def urger(verb: Token) -> list[Token]:
    """Who wants somebody to do what the verb says: "X urged Y to resign", "calls for Y to go"."""
    found: list[Token] = []
    word = verb
    for _ in range(5):
        if word.head.i == word.i:
            break
        conditional = any(
            c.dep_ == "mark" and c.lower_ in ("until", "unless") for c in word.children
        )
        word = word.head
        if is_verb(word) and (found or conditional or word.lemma_.lower() in urging_verbs()):
            found += doer(word)  # also who says so: "X said there was no deal unless Y left"
    return found


def leaver(verb: Token) -> list[Token]:
    """Who leaves power or office."""
    left = {token.lemma_.lower() for token in objects(verb)}
    return own_subjects(verb) if left & {"power", "office", "post", "rule"} else []
