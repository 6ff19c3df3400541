"""Where those stand who are fought, blamed or told to go."""

from spacy.tokens import Token

from readout.syntax import (
    conjuncts,
    first_conjunct,
    is_passive,
    is_verb,
    objects,
    own_subjects,
    prepositional_objects,
    subjects,
)
from readout.tie_syntax import behind, doer, holder, owned, owner_only, undergoer
from readout.tie_words import causes, documents, hostile_nouns, hostile_verbs, insults, urging_verbs

RULE = frozenset("rule reign regime era government presidency".split())
FALL = frozenset("end fall downfall demise collapse".split())
OBLIGATIONS = frozenset({"must", "should", "ought"})
STRIKES = frozenset({"on", "against", "of", "at", "upon", "outside"})
REQUESTED_BY = frozenset({"from", "by"})
ACCUSED_OF = frozenset({"in", "of", "for", "behind", "over"})
SUFFERING = frozenset(
    "escape flee survive face suffer endure undergo brave weather withstand".split()
)
REQUESTS = frozenset("request appeal plea overture entreaty invitation application".split())
COURTS = frozenset("court tribunal police prosecutor interpol judge magistrate fbi".split())
CRIMES = frozenset("crime murder genocide charge fraud corruption terrorism killing".split())
DIPLOMATS = frozenset("ambassador envoy diplomat charge consul attache chargé".split())
BLOWS = frozenset("fire shot shell blow accusation insult threat barb rocket".split())


def accused(noun: Token) -> list[Token]:
    """Of whom it is alleged: "the claim that X arms Y", "complains that X arms Y".

    >>> accused(nlp("He denied the claim that Egypt arms the rebels.")[3])
    [Egypt]
    """
    return [
        subject
        for child in noun.children
        if child.dep_ in ("acl", "ccomp", "relcl")
        if any(mark.lower_ == "that" and mark.dep_ == "mark" for mark in child.lefts)
        for subject in own_subjects(child)
        if not is_passive(child)
    ]


def traded_with(verb: Token) -> list[Token]:
    """With whom fire or accusations are traded: "traded fire with X".

    >>> traded_with(nlp("Arland traded fire with Karum.")[1])
    [Karum]
    """
    return prepositional_objects(verb, frozenset({"with"}))


def held_responsible(verb: Token) -> list[Token]:
    """Who is held responsible or accountable.

    >>> held_responsible(nlp("Arland holds Roe responsible for the raid.")[1])
    [Roe]
    """
    found = []
    for word in verb.subtree:
        if word.lower_ in ("responsible", "accountable"):
            found += objects(verb) + [t for t in own_subjects(word) if word.i != verb.i]
    return found


def ruler(verb: Token) -> list[Token]:
    """Whose rule is to end: "end X's rule", "hasten the fall of X", "seek an end to X's rule".

    >>> ruler(nlp("Arland wants to end Roe's rule.")[3])
    [Roe]
    """
    found = []
    for thing in objects(verb):
        said = thing.lemma_.lower()
        if said in RULE and verb.lemma_.lower() == "end":
            found += owner_only(thing)
        elif said in FALL:
            ended = prepositional_objects(thing, frozenset({"of", "to"})) + owned(thing)
            found += [
                o for t in ended for o in (owner_only(t) if t.lemma_.lower() in RULE else [t])
            ]
            found += [o for t in ended if t.lemma_.lower() in RULE for o in owned(t)]
    return found


def urger(verb: Token) -> list[Token]:
    """Who wants somebody to do what the verb says: "X urged Y to resign", "calls for Y to go".

    >>> urger(nlp("Arland urged Roe to resign.")[4])
    [Arland]
    """
    found: list[Token] = []
    word = verb
    for _ in range(5):
        if word.head.i == word.i:
            break
        conditional = any(
            (c.dep_ == "mark" and c.lower_ in ("until", "unless"))
            or (c.dep_ == "aux" and c.lower_ in OBLIGATIONS)
            for c in word.children
        )
        conditional = conditional or (word.i == verb.i and verb.lemma_ == "lose")
        word = word.head
        if word.lemma_ == "call" and any(child.dep_ == "oprd" for child in word.rights):
            break  # "called his departure a mistake"
        if word.pos_ == "NOUN" and word.lemma_.lower() in urging_verbs():
            # "X's demand for the extradition of Y", "a request from X to extradite Y"
            found += owned(word) + prepositional_objects(word, REQUESTED_BY) + holder(word)
            if found:
                break
        if is_verb(word) and (found or conditional or word.lemma_.lower() in urging_verbs()):
            found += doer(word)  # also who says so: "X said there was no deal unless Y left"
            if verb.lemma_ == "lose":
                break
    return found


def leaver(verb: Token) -> list[Token]:
    """Who leaves power or office.

    >>> leaver(nlp("Jane Roe will leave office.")[3])
    [Roe]
    """
    left = {token.lemma_.lower() for token in objects(verb)}
    return own_subjects(verb) if left & {"power", "office", "post", "rule"} else []


def insulted(verb: Token) -> list[Token]:
    """Who is called something bad: "called X a terrorist", "described X as a puppet".

    >>> insulted(nlp("Arland called Roe a terrorist.")[1])
    [Roe]
    """
    names = [
        child
        for child in verb.children
        if child.dep_ == "oprd" or (child.dep_ == "ccomp" and child.pos_ in ("NOUN", "ADJ"))
    ]
    names += prepositional_objects(verb, frozenset({"as"}))
    # "described X as oppressive"
    names += [
        w
        for c in verb.children
        if c.lower_ == "as"
        for w in c.rights
        if w.dep_ in ("amod", "acomp")
    ]
    if not any(_is_insult(name) for name in names):
        return []
    found = [t for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for t in conjuncts(c)]
    return found + [t for name in names for t in own_subjects(name)]


def _is_insult(noun: Token) -> bool:
    words = {noun.lemma_.lower()} | {child.lemma_.lower() for child in noun.lefts}
    return bool(words & insults())


def defied(verb: Token) -> list[Token]:
    """Whose request or claim is refused: "refused X's demand", "ignored a call by X".

    >>> defied(nlp("Arland refused Karum's demand.")[1])
    [Karum]
    """
    return [
        owner
        for token in undergoer(verb)
        if token.lemma_.lower() in documents() | urging_verbs() | hostile_nouns()
        for owner in behind(token)
    ]


def resented(verb: Token) -> list[Token]:
    """Whose act one protests at: "protested at X's decision", not "protested at the palace".

    >>> resented(nlp("Arland protested at Egypt's decision.")[1])
    [Egypt]
    """
    return [
        doer
        for act in prepositional_objects(verb, frozenset({"at"}))
        if act.pos_ == "NOUN"
        for doer in behind(act)
    ]


def torn_between(verb: Token) -> list[Token]:
    """The sides of a split country or group: "X is split between Y and Z".

    >>> torn_between(nlp("Libya is split between Hamas and Hezbollah.")[2])
    [Hamas, Hezbollah]
    """
    sides = prepositional_objects(verb, frozenset({"between"}))
    whole = undergoer(verb) if is_passive(verb) else []
    return sides if any(t.ent_type_ in ("GPE", "ORG", "NORP") for t in whole) else []


def asker(verb: Token) -> list[Token]:
    """Whose request is answered: "rebuffed a request from X", "turned down X's plea".

    >>> asker(nlp("Norway rebuffed a request from Egypt.")[1])
    [Egypt]
    """
    return [
        asking
        for request in undergoer(verb)
        if request.lemma_.lower() in REQUESTS
        for asking in behind(request)
    ]


def goer(verb: Token) -> list[Token]:
    """Who is told to go, not to go somewhere.

    >>> goer(nlp("Arland said Roe must go.")[4])
    [Roe]
    """
    somewhere = any(child.dep_ in ("prep", "advmod") for child in verb.rights)
    return [] if somewhere else own_subjects(verb)


def struck(noun: Token) -> list[Token]:
    """Whom a suspect is said to have struck: "a suspect in the attack on X".

    >>> struck(nlp("Roe is a suspect in the attack on Karum.")[3])
    [Karum]
    """
    found = []
    accusing = prepositional_objects(noun, ACCUSED_OF)
    for blow in accusing or prepositional_objects(first_conjunct(noun), ACCUSED_OF):
        if blow.lemma_.lower() in hostile_nouns():
            found += prepositional_objects(blow, STRIKES)
            found += [child for child in blow.lefts if child.dep_ in ("compound", "nmod")]
    return found


def sufferer(noun: Token) -> list[Token]:
    """Who is under it: "X is under UN sanctions", "X faces pressure from Y".

    >>> sufferer(nlp("Arland is under sanctions.")[3])
    [Arland]
    """
    noun = first_conjunct(noun)
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in SUFFERING:
        return doer(noun.head)
    if noun.dep_ != "pobj" or noun.head.lower_ != "under":
        return []
    governor, under = noun.head.head, noun.head
    for word in under.lefts:  # "A and B, both under sanctions"
        if word.lower_ in ("all", "both") and word.i > 1 and word.nbor(-1).text == ",":
            return conjuncts(first_conjunct(word.nbor(-2)))
    return subjects(governor) if is_verb(governor) else [governor]


def hunted(verb: Token) -> list[Token]:
    """Who is wanted: "X, who is wanted by Y", "the court wants X".

    >>> hunted(nlp("Roe is wanted by Arland.")[2])
    [Roe]
    """
    if is_passive(verb):
        return undergoer(verb)
    by_law = any(t.lemma_.lower() in COURTS for t in own_subjects(verb))
    charged = [
        t
        for w in (verb, *objects(verb))
        for t in prepositional_objects(w, frozenset({"for", "on"}))
    ]
    return objects(verb) if by_law or any(t.lemma_.lower() in CRIMES for t in charged) else []


def summoned_envoy(verb: Token) -> list[Token]:
    """Whose diplomat is called in: "summoned the X ambassador".

    >>> summoned_envoy(nlp("Arland summoned the Karum ambassador.")[1])
    [ambassador]
    """
    return [token for token in objects(verb) if token.lemma_.lower() in DIPLOMATS]


def recalled_from(verb: Token) -> list[Token]:
    """From where an ambassador is called home: "recalled its ambassador to X".

    >>> recalled_from(nlp("Arland recalled its ambassador to Karum.")[1])
    [Karum]
    """
    places = frozenset({"to", "from", "in"})
    return [
        place
        for envoy in undergoer(verb)
        if envoy.lemma_.lower() in DIPLOMATS
        for place in prepositional_objects(envoy, places) + prepositional_objects(verb, places)
    ]


def forbidden_place(verb: Token) -> list[Token]:
    """Who keeps somebody out: X in "banned from travelling to X", "barred from entering X".

    >>> forbidden_place(nlp("Roe was banned from entering Karum.")[2])
    [Karum]
    """
    if not is_passive(verb):
        return []
    return [
        place
        for entering in prepositional_objects(verb, frozenset({"from"}))
        if entering.tag_ == "VBG"
        for place in objects(entering) + prepositional_objects(entering, frozenset({"to", "in"}))
    ]


def cause_against(verb: Token) -> list[Token]:
    """Against whom the cause is that somebody supports: "backs the war against X".

    >>> cause_against(nlp("Arland backs the war against Karum.")[1])
    [Karum]
    """
    found = []
    for cause in objects(verb) + prepositional_objects(verb, frozenset({"for"})):
        if cause.lemma_.lower() not in causes():
            continue
        for enemy in prepositional_objects(cause, frozenset({"against", "on", "to"})):
            ruled = enemy.lemma_.lower() in RULE
            found += owner_only(enemy) + owned(enemy) if ruled else [enemy]
        for clause in cause.rights:
            if clause.dep_ in ("relcl", "acl") and clause.lemma_.lower() in hostile_verbs():
                found += objects(clause)
    return found


def ousted_from(verb: Token) -> list[Token]:
    """Out of what somebody is thrown: "was suspended from the league".

    >>> ousted_from(nlp("Arland was suspended from the league.")[2])
    [league]
    """
    thrown_out = is_passive(verb) and not doer(verb)
    return prepositional_objects(verb, frozenset({"from"})) if thrown_out else []
