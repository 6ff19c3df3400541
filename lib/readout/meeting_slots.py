"""Where those stand who meet: hosts, guests, those on the phone, where somebody is for talks."""

from collections.abc import Sequence

from spacy.tokens import Token

from readout.syntax import (
    first_conjunct,
    is_passive,
    is_verb,
    objects,
    own_subjects,
    prepositional_objects,
)
from readout.tie_syntax import doer, does_the_same, holder, owned, undergoer
from readout.tie_words import envoys, meeting_words

MATTERS = frozenset("matter issue question concern case subject point topic it this".split())
PHONES = frozenset({"phone", "telephone"})
CALLS = frozenset({"call", "conversation"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "oprd"})
WITH_WHOM = frozenset({"with", "between", "among", "to"})
ATTENDING = frozenset({"attend", "participate"})
GATHERINGS = frozenset(
    "summit conference assembly forum gathering funeral ceremony congress celebration".split()
)
INVITATIONS = frozenset({"invitation", "request", "invite"})


def phoned(verb: Token) -> list[Token]:
    """Who is called on the phone: "called X on Monday", not "called X a liar".

    >>> phoned(nlp("Jane Roe called Karim on Monday.")[2])
    [Karim]
    """
    named = any(child.dep_ in ("oprd", "xcomp", "ccomp") for child in verb.children)
    return [] if named else objects(verb)


def told_by_phone(verb: Token) -> list[Token]:
    """Who is told something "by telephone" or "in a phone call".

    >>> told_by_phone(nlp("Roe told Arland by telephone that it was over.")[1])
    [Arland]
    """
    for means in prepositional_objects(verb, frozenset({"by", "over", "on", "in", "during"})):
        below = {child.lower_ for child in means.lefts}
        if means.lower_ in PHONES or (means.lower_ in CALLS and below & PHONES):
            return objects(verb)
    return []


def hosted(verb: Token) -> list[Token]:
    """Who is greeted or made to come, envoys aside.

    >>> hosted(nlp("Arland hosted Jane Roe.")[1])
    [Roe]
    """
    return [token for token in undergoer(verb) if token.lemma_.lower() not in envoys()]


def received_in(verb: Token) -> list[Token]:
    """Where a guest is received: "was welcomed in Arland", where nobody else is said to do it.

    >>> received_in(nlp("Jane Roe was welcomed in Arland.")[3])
    [Arland]
    """
    if not is_passive(verb) or doer(verb):
        return []
    return prepositional_objects(verb, frozenset({"in", "at"}))


def stayer(verb: Token) -> list[Token]:
    """Who is somewhere for a purpose or on a day: "X is in Arland for talks", "was in Arland".

    >>> stayer(nlp("Jane Roe is in Arland for talks.")[2])
    [Roe]
    """
    purpose = any(
        (child.dep_ == "prep" and child.lower_ == "for")
        or (child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB")
        for child in verb.rights
    )
    return [t for t in doer(verb) if _is_person(t)] if purpose or _is_dated(verb) else []


def _is_dated(verb: Token) -> bool:
    """Whether a day or week is said at which it was so."""
    return any(
        child.dep_ in ("npadvmod", "pobj") and child.ent_type_ == "DATE"
        for near in verb.rights
        for child in (near, *near.rights)
        if near.dep_ in ("npadvmod", "prep")
    )


def traveller(verb: Token) -> list[Token]:
    """Who goes where troops and aid go as well: the person or envoy.

    >>> traveller(nlp("The envoy reached Karum.")[2])
    [envoy]
    """
    return [token for token in doer(verb) if _is_person(token)]


def _is_person(token: Token) -> bool:
    person = token.ent_type_ == "PERSON" or token.lower_ in ("he", "she", "who")
    return person or token.lemma_.lower() in envoys()


def company(verb: Token) -> list[Token]:
    """Who is joined in person; to join others in doing something is only to do the same.

    >>> company(nlp("Jane Roe joined Peter Poe in Karum.")[2])
    [Poe]
    """
    return [] if does_the_same(verb) else undergoer(verb)


def seen(verb: Token) -> list[Token]:
    """Who is seen in person: "saw X on Monday", not "saw X leave", "saw X as a rival".

    >>> seen(nlp("Jane Roe saw Peter Poe on Monday.")[2])
    [Poe]
    """
    if _says_more(verb) or prepositional_objects(verb, frozenset({"as"})):
        return []
    return [token for token in objects(verb) if token.pos_ in ("PROPN", "PRON")]


def called_on(verb: Token) -> list[Token]:
    """Who is called on at home: "will call on X in Arland", not "called on X to resign".

    >>> called_on(nlp("Jane Roe will call on Peter Poe.")[3])
    [Poe]
    """
    if _says_more(verb) or prepositional_objects(verb, frozenset({"for"})):
        return []
    return [t for t in prepositional_objects(verb, frozenset({"on"})) if t.pos_ == "PROPN"]


def _says_more(verb: Token) -> bool:
    return any(child.dep_ in COMPLEMENTS for child in verb.rights)


def raised_with(verb: Token) -> list[Token]:
    """With whom a matter is raised or taken up.

    >>> raised_with(nlp("Jane Roe raised the matter with Peter Poe.")[2])
    [Poe]
    """
    things = undergoer(verb)
    if not any(thing.lemma_.lower() in MATTERS for thing in things):
        return []
    beside = [t for thing in things for t in prepositional_objects(thing, frozenset({"with"}))]
    return prepositional_objects(verb, frozenset({"with"})) + beside


def talked_in(noun: Token) -> list[Token]:
    """Where one side held talks with nobody named: "X held talks in Arland".

    >>> talked_in(nlp("Jane Roe held talks in Arland.")[3])
    [Arland]
    """
    verb = first_conjunct(noun).head
    if not is_verb(verb) or len(holder(noun)) != 1 or _partners(noun, own_subjects(verb)):
        return []
    places = frozenset({"in"})
    return prepositional_objects(noun, places) or prepositional_objects(verb, places)


def _partners(noun: Token, subjects: Sequence[Token]) -> bool:
    """Whether others are named, or the subject is several."""
    plural = any(subject.tag_ in ("NNS", "NNPS") for subject in subjects)
    verb = first_conjunct(noun).head
    others = prepositional_objects(noun, WITH_WHOM) or prepositional_objects(verb, WITH_WHOM)
    return plural or bool(others)


def named_hosts(journey: Token) -> list[Token]:
    """Whom a traveller goes to meet, where that is said: "visited X for talks with Y".

    >>> named_hosts(nlp("Jane Roe flew to Karum to meet Peter Poe.")[2])
    [Poe]
    """
    found: list[Token] = []
    for purpose in _purposes(journey):
        things = objects(purpose) if is_verb(purpose) else []
        if purpose.lemma_.lower() in INVITATIONS:
            found += prepositional_objects(purpose, frozenset({"of", "from"})) + owned(purpose)
        elif any(word.lemma_.lower() in meeting_words() for word in (purpose, *things)):
            found += [t for w in (purpose, *things) for t in prepositional_objects(w, WITH_WHOM)]
            found += things
    return list(dict.fromkeys(found))


def attends(journey: Token) -> bool:
    """Whether one goes to a gathering of many: "flew to X to attend a summit".

    >>> attends(nlp("Jane Roe flew to Karum to attend a summit.")[2])
    True
    """
    places = [*objects(journey), *prepositional_objects(journey)]
    there = [c for place in places for c in place.rights if c.dep_ == "relcl" and _is_there(c)]
    purposes = [*_purposes(journey), *there]
    return any(purpose.lemma_.lower() in ATTENDING | GATHERINGS for purpose in purposes)


def _is_there(clause: Token) -> bool:
    return any(child.lower_ == "where" for child in clause.lefts)


def _purposes(journey: Token) -> list[Token]:
    """The verbs and nouns that say what a journey is for."""
    above = journey.head if journey.pos_ == "NOUN" and is_verb(journey.head) else journey
    words = [journey, above, *objects(journey)]
    words += prepositional_objects(journey, frozenset({"to", "in", "for", "at"}))
    found: list[Token] = []
    for word in words:
        found += [c for c in word.rights if c.dep_ in ("xcomp", "advcl", "acl") and _is_aim(c)]
        found += prepositional_objects(word, frozenset({"for", "at", "by", "upon", "on"}))
    return found


def _is_aim(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)


def dispatched_to(verb: Token) -> list[Token]:
    """Where an envoy is sent: "sent an envoy to X".

    >>> dispatched_to(nlp("Arland sent an envoy to Karum.")[1])
    [Karum]
    """
    sent = {token.lemma_.lower() for token in objects(verb)}
    return prepositional_objects(verb, frozenset({"to"})) if sent & envoys() else []
