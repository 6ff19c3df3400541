"""Where those stand who give, get or seek help: arms, money, envoys, support in general."""

from collections.abc import Callable

from spacy.tokens import Token

from readout.syntax import (
    clause_of,
    conjuncts,
    first_conjunct,
    is_negated,
    is_passive,
    is_verb,
    objects,
    own_subjects,
    prepositional_objects,
    subjects,
)
from readout.tie_described import referent
from readout.tie_syntax import behind, doer, owned, owner_only, undergoer
from readout.tie_words import (
    close_nouns,
    documents,
    gifts,
    helping_verbs,
    hostile_nouns,
    hostile_verbs,
    receiving_verbs,
    tie_words,
)

RESCUE = frozenset("aid rescue help defence defense assistance".split())
PROMISES = frozenset({"promise", "pledge", "offer"})
RECEIVING = frozenset({"to", "for", "towards", "toward", "in", "from", "against"})
REFUGES = frozenset("asylum refuge shelter sanctuary haven protection".split())
AIMED = frozenset({"against", "on"})
PENALTIES = frozenset("sanction embargo penalty strike airstrike attack ban pressure".split())
ATTEMPTS = frozenset({"attempt", "effort", "bid"})
SUSPECTS = frozenset("suspect fugitive prisoner detainee hostage militant bomber".split())


def _is_gift(thing: Token) -> bool:
    """Whether it is something that a backer gives: arms, $5bn, 40 million euros in aid."""
    if thing.lemma_.lower() in gifts() or thing.ent_type_ == "MONEY":
        return True
    return any(
        t.lemma_.lower() in gifts() for t in prepositional_objects(thing, frozenset({"in", "of"}))
    )


def gift_receiver(verb: Token) -> list[Token]:
    """To whom arms or aid go: "sent arms to X", "offered X asylum", "supply X with arms".

    >>> gift_receiver(nlp("Arland sent arms to Karum.")[1])
    [Karum]
    """
    if any(_is_gift(token) for token in prepositional_objects(verb, frozenset({"with", "of"}))):
        return undergoer(verb)
    given = [child for child in objects(verb) if _is_gift(child)]
    if is_passive(verb):
        given += [subject for subject in own_subjects(verb) if _is_gift(subject)]
    if not given:
        return []
    receivers = prepositional_objects(verb, frozenset({"to", "for"}))
    for gift in given:
        receivers += prepositional_objects(gift, frozenset({"to", "for"}))
    receivers += [t for t in objects(verb) if t not in given]
    if is_passive(verb):  # "X was granted asylum by Y"
        receivers += [t for t in undergoer(verb) if t not in given]
    # The parser takes "promised Arland aid" for aid of the kind "Arland aid".
    return receivers or [c for gift in given for c in gift.lefts if c.dep_ in ("compound", "nmod")]


def is_promised(verb: Token) -> bool:
    """Whether arms or aid are promised, and it is not said to whom: "has promised support".

    >>> is_promised(nlp("Norway has promised support.")[2])
    True
    """
    if verb.lemma_ not in PROMISES or is_passive(verb):
        return False
    given = [t for t in objects(verb) if _is_gift(t)]
    return bool(given) and not any(
        child.dep_ == "prep" and child.lower_ in RECEIVING
        for t in (verb, *given)
        for child in t.rights
    )


def gift_giver(verb: Token) -> list[Token]:
    """From whom the subject gets arms or aid: "received loans from X".

    >>> gift_giver(nlp("Arland received loans from Karum.")[1])
    [Karum]
    """
    received = [child for child in objects(verb) if _is_gift(child)]
    found = prepositional_objects(verb, frozenset({"from"})) if received else []
    return found + [
        t for gift in received for t in prepositional_objects(gift, frozenset({"from"}))
    ]


def granter(noun: Token) -> list[Token]:
    """Whose support somebody has: "enjoys the backing of X".

    >>> granter(nlp("Arland enjoys the backing of Karum.")[3])
    [Karum]
    """
    if noun.dep_ != "dobj" or noun.head.lemma_.lower() not in receiving_verbs():
        return []
    return prepositional_objects(noun, frozenset({"of", "from"})) + owned(noun)


def beneficiary(noun: Token) -> list[Token]:
    """Who has the support: X in "X enjoys the backing of Y"; the owner of a plan that has it.

    >>> beneficiary(nlp("Arland enjoys the backing of Karum.")[3])
    [Arland]
    """
    found = subjects(noun.head) if noun.dep_ == "dobj" else []
    return found + [owner for token in found for owner in owner_only(token)]


def sought(verb: Token) -> list[Token]:
    """From whom help is sought: "seeks Arland's support", "seeks asylum in Arland".

    >>> sought(nlp("Arland sought support from Karum.")[1])
    [Karum]
    """
    found = []
    for thing in objects(verb):
        if _is_gift(thing):
            found += owned(thing)
            found += prepositional_objects(thing, frozenset({"from", "of", "in"}))
            found += prepositional_objects(verb, frozenset({"from", "in"}))
    return found


def _contacts(noun: Token) -> tuple[list[Token], list[Token]]:
    """Both ends of a contact that is said to be something: "X's engagement with Y is a channel"."""
    ours: list[Token] = []
    theirs: list[Token] = []
    for subject in subjects(noun.head) if noun.dep_ == "attr" else ():
        ours += owned(subject)
        theirs += prepositional_objects(subject, frozenset({"with", "to"}))
    return ours, theirs


def _gives_support(noun: Token) -> bool:
    """Whether it is a channel or source of arms, aid, support."""
    given = prepositional_objects(noun, frozenset({"for", "of"}))
    return any(token.lemma_.lower() in gifts() for token in given)


def channel_giver(noun: Token) -> list[Token]:
    """Who supports through a channel: Y in "X's engagement with Y is a channel for support".

    >>> channel_giver(nlp("Arland's engagement with Karum is a channel for support.")[7])
    [Karum]
    """
    if not _gives_support(noun):
        return []
    theirs = _contacts(noun)[1]
    return theirs or referent(noun)


def channel_receiver(noun: Token) -> list[Token]:
    """Who is supported through a channel: X in the example above, Z in "a source of arms for Z".

    >>> channel_receiver(nlp("Norvia became a channel for Karum.")[3])
    [Karum]
    """
    return _contacts(noun)[0] + prepositional_objects(noun, frozenset({"for", "to"}))


def subject_owner(adjective: Token) -> list[Token]:
    """Whose gift is useful: "Y's expertise could be valuable to X".

    >>> subject_owner(nlp("Arland's expertise could be valuable to Karum.")[5])
    [Arland]
    """
    found = subjects(clause_of(adjective))
    return [o for t in found if t.lemma_.lower() in gifts() for o in owner_only(first_conjunct(t))]


def _is_journey(verb: Token) -> bool:
    """Whether it is a verb of a visit: "travelled to Arland seeking support"."""
    words = tie_words().get(verb.lemma_.lower(), ())
    return any(w.pos == "verb" and w.relation == "meets" for w in words)


def visited(verb: Token) -> list[Token]:
    """Where a visit goes that shows somebody seeking: "the visit to Y suggests X seeks support".

    >>> visited(nlp("The visit to Karum suggests Arland seeks support.")[6])
    [Karum]
    """
    asked = any(token.pos_ != "ADJ" or token.text[0].isupper() for token in sought(verb))
    if asked or not {token.lemma_.lower() for token in objects(verb)} & gifts():
        return []
    governor = verb.head
    if verb.dep_ in ("advcl", "xcomp") and is_verb(governor) and _is_journey(governor):
        return objects(governor) + prepositional_objects(governor, frozenset({"to", "in"}))
    if verb.dep_ not in ("ccomp", "xcomp") or not is_verb(governor):
        return []
    return [
        place
        for subject in subjects(governor)
        for place in prepositional_objects(subject, frozenset({"to", "with"}))
    ]


def helper(verb: Token) -> list[Token]:
    """Who is asked for help: "asked Arland for arms".

    >>> helper(nlp("Arland asked Karum for arms.")[1])
    [Karum]
    """
    wanted = prepositional_objects(verb, frozenset({"for"}))
    helps = any(
        act.lemma_.lower() in helping_verbs()
        and not any(c.dep_ == "prt" for c in act.rights)  # "give up his post"
        and not is_negated(act)
        for asked in verb.children
        if asked.dep_ in ("xcomp", "ccomp")
        for act in conjuncts(asked)
    )
    if not helps and not any(_is_gift(token) for token in wanted):
        return []
    clause_subjects = [t for c in verb.children if c.dep_ == "ccomp" for t in own_subjects(c)]
    called_on = prepositional_objects(verb, frozenset({"on", "upon", "to"}))
    for particle in verb.rights:  # the parser's "on" of "called on" may be a particle
        if particle.dep_ == "prt":
            called_on += [t for c in particle.rights if c.dep_ == "pobj" for t in conjuncts(c)]
    return undergoer(verb) + clause_subjects + called_on


def appealed_to(verb: Token) -> list[Token]:
    """Who is appealed to, not only told to do something: "appealed to X to step down".

    >>> appealed_to(nlp("Arland appealed to Karum.")[1])
    [Karum]
    """
    told = any(child.dep_ in ("xcomp", "ccomp", "advcl") for child in verb.rights)
    return [] if told else prepositional_objects(verb, frozenset({"to"}))


def helped(verb: Token) -> list[Token]:
    """Who is helped to do something: "helped X rebuild its army".

    >>> helped(nlp("Arland helped Karum rebuild its army.")[1])
    [Karum]
    """
    return [
        subject
        for child in verb.rights
        if child.dep_ in ("ccomp", "xcomp") and child.tag_ == "VB"
        for subject in own_subjects(child)
    ]


def sheltered_in(verb: Token) -> list[Token]:
    """Where somebody gets refuge: "was granted asylum in Arland".

    >>> sheltered_in(nlp("Roe was granted asylum in Norway.")[2])
    [Norway]
    """
    refuges = [token for token in objects(verb) if token.lemma_.lower() in REFUGES]
    if not refuges or not is_passive(verb) or doer(verb):
        return []
    places = [p for refuge in refuges for p in prepositional_objects(refuge, frozenset({"in"}))]
    return places + prepositional_objects(verb, frozenset({"in"}))


def rescued(verb: Token) -> list[Token]:
    """To whose help somebody comes: "came to the aid of X", "came to X's rescue".

    >>> rescued(nlp("Arland came to the aid of Karum.")[1])
    [Karum]
    """
    return [
        owner
        for thing in prepositional_objects(verb, frozenset({"to"}))
        if thing.lemma_.lower() in RESCUE
        for owner in owned(thing) + prepositional_objects(thing, frozenset({"of"}))
    ]


def blocked(verb: Token) -> list[Token]:
    """Whom a blocked or rejected measure was against: "vetoed a resolution against X".

    >>> blocked(nlp("Arland vetoed a resolution against Karum.")[1])
    [Karum]
    """
    found = []
    for thing in undergoer(verb):
        said = thing.lemma_.lower()
        if said in documents() or said in hostile_nouns() or said in ATTEMPTS:
            aim = AIMED if said in PENALTIES else frozenset({"against"})
            found += prepositional_objects(thing, aim)
            for clause in thing.rights:
                if clause.dep_ == "acl":  # "an attempt to topple X", "to move against X"
                    found += objects(clause) if clause.lemma_ in hostile_verbs() else []
                    found += prepositional_objects(clause, frozenset({"against"}))
    return found


def hoped_of(verb: Token) -> list[Token]:
    """From whom help is hoped for: "counts on X's help", "hopes for aid from X".

    >>> hoped_of(nlp("Arland hopes for aid from Karum.")[1])
    [Karum]
    """
    found = []
    for thing in prepositional_objects(verb, frozenset({"on", "upon", "for"})):
        if _is_gift(thing):
            found += behind(thing) + owned(thing)
            found += [
                t for t in prepositional_objects(thing, frozenset({"from", "of"})) if t not in found
            ]
            found += prepositional_objects(verb, frozenset({"from"}))
    for clause in verb.rights:
        if clause.dep_ == "ccomp" and any(_is_gift(token) for token in objects(clause)):
            found += own_subjects(clause)
    return found


def closeness(verb: Token) -> list[Token]:
    """With whom better relations are wanted: "wants closer ties with X".

    >>> closeness(nlp("Arland wants closer ties with Karum.")[1])
    [Karum]
    """
    return [
        other
        for thing in objects(verb)
        if thing.lemma_.lower() in close_nouns()
        for other in prepositional_objects(thing, frozenset({"with", "to"}))
        + prepositional_objects(verb, frozenset({"with"}))
    ]


def handed(verb: Token) -> list[Token]:
    """To whom a suspect is handed over.

    >>> handed(nlp("Arland handed the suspect over to Karum.")[1])
    [Karum]
    """
    given = any(token.lemma_.lower() in SUSPECTS for token in undergoer(verb))
    return prepositional_objects(verb, frozenset({"to"})) if given else []


def thanked(verb: Token) -> list[Token]:
    """Who is thanked for a gift or for help, not for "a constructive role".

    >>> thanked(nlp("Norway thanked Egypt for its help.")[1])
    [Egypt]
    """
    for reason in prepositional_objects(verb, frozenset({"for"})):
        helps = any(word.relation == "backs" for word in tie_words().get(reason.lemma_.lower(), ()))
        if helps or _is_gift(reason):
            return undergoer(verb)
    return []


def owners_of_gift(verb: Token, *, refers: Callable[[Token], bool]) -> list[Token]:
    """Whose support it is that somebody promises or pledges for another.

    >>> doc = nlp("Jane Roe pledged Arland's support for Karum.")
    >>> owners_of_gift(doc[2], refers=lambda token: token.text == "Arland")
    [Arland]
    """
    given = objects(verb) + prepositional_objects(verb, frozenset({"of"}))
    return [
        owner
        for thing in given
        if _is_gift(thing)
        for owner in thing.lefts
        if owner.dep_ == "poss" and owner.pos_ == "PROPN" and refers(owner)
    ]


def resorted_to(verb: Token) -> list[Token]:
    """To whom one turns for help; "looks ahead to" and "turned the talk to" are no turning.

    >>> resorted_to(nlp("Arland turned to Karum for help.")[1])
    [Karum]
    """
    for_help = any(child.dep_ == "prep" and child.lower_ == "for" for child in verb.rights)
    aside = any(child.dep_ in ("dobj", "advmod", "prt") for child in verb.rights)
    if aside or not (for_help or verb.lemma_ == "turn"):
        return []
    return prepositional_objects(verb, frozenset({"to"}))
