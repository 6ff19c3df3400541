"""The slots of syntax where the two ends of a tie stand, seen from the cue.

A slot is a named function from the cue to tokens: `subject` and `object` of a verb (a passive is
turned round), `owner` of a noun ("Arland's support", "Arlandic support", "support from Arland", and
the subject of the verb that has the noun as its object, "Arland gave support"), `referent` of a
noun or adjective (who is described by it), or the objects of prepositions, written `to|for`.
"""

from collections.abc import Callable
from types import MappingProxyType

from spacy.tokens import Token

from readout.syntax import (
    agents,
    clause_of,
    conjuncts,
    first_conjunct,
    is_passive,
    is_verb,
    objects,
    own_subjects,
    prepositional_objects,
    subjects,
)
from readout.tie_words import (
    TieWord,
    documents,
    envoys,
    gifts,
    helping_verbs,
    light_verbs,
    receiving_verbs,
    urging_verbs,
)

OWNER_PREPOSITIONS = frozenset({"from", "by", "of", "between", "among"})
BLOWS = frozenset("fire shot shell blow accusation insult threat barb rocket".split())
DASHES = frozenset({"-", "–", "—", "--"})
JOINING = frozenset({"between", "among", "against"})
OWNED_RELATIONS = frozenset({"backs", "opposes", "courts"})


def fits(word: TieWord, cue: Token) -> bool:
    """Whether the cue in the text has the part of speech and the surroundings of the pattern."""
    if word.target == "blows":
        return bool({token.lemma_.lower() for token in objects(cue)} & BLOWS)
    if word.pos == "verb":
        return is_verb(cue) and cue.tag_ != "MD"
    if word.pos == "noun":
        return cue.pos_ in ("NOUN", "PROPN")
    if word.pos == "adjective":
        return cue.pos_ == "ADJ" or (
            cue.tag_ == "VBN" and cue.dep_ in ("acomp", "amod", "acl", "ROOT")
        )
    return cue.i > 1 and cue.doc[cue.i - 1].text == "-" and cue.tag_ in ("VBN", "VBD", "JJ")


def fill(
    word: TieWord, cue: Token, *, refers: Callable[[Token], bool]
) -> tuple[list[Token], list[Token]]:
    """The tokens in the source slot and in the target slot of a pattern.

    A target that refers to no actor gives way to its owner: who backs Arland's policy backs Arland.
    """
    targets = _slot(word.target, cue)
    if word.relation in OWNED_RELATIONS:
        targets += [
            owner for token in targets if not refers(token) for owner in _owners_only(token)
        ]
    sources = _slot(word.source, cue)
    if (
        word.target == "dispatched"
    ):  # a minister who is sent meets; who is no actor meets for the sender
        sources = [token for token in objects(cue) if refers(token)] or sources
    return sources, targets


def _slot(name: str | None, cue: Token) -> list[Token]:
    found: list[Token] = []
    prepositions = []
    for part in name.split("|") if name else ():
        if part in SLOTS:
            found += SLOTS[part](cue)
        else:
            prepositions.append(part)
    if prepositions:
        found += prepositional_objects(cue, frozenset(prepositions))
        if cue.dep_ in ("nsubj", "nsubjpass") and cue.pos_ in ("NOUN", "PROPN"):
            # "Fighting broke out between X and Y"
            found += prepositional_objects(cue.head, JOINING & set(prepositions))
    return found


def _subject(verb: Token) -> list[Token]:
    """Who does what the verb says; a document does what its author does."""
    found = []
    for token in agents(verb) if is_passive(verb) else subjects(verb):
        written = _antecedent(token)
        found += _authors(written) if written.lemma_.lower() in documents() else [token]
    return found


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.tag_ not in ("WDT", "WP") or token.head.dep_ != "relcl":
        return token
    return token.head.head


def _authors(document: Token) -> list[Token]:
    """Whose a resolution, statement or plan is: "Arland's plan", "a resolution proposed by X"."""
    found = _owned(document) + prepositional_objects(document, frozenset({"by", "of", "from"}))
    for child in document.children:
        if child.dep_ == "acl":
            found += agents(child)
    return found


def _object(verb: Token) -> list[Token]:
    if not is_passive(verb):
        return objects(verb)
    if verb.dep_ == "amod":
        return [verb.head]
    return subjects(verb)


def _owners_only(noun: Token) -> list[Token]:
    """Whose the noun is: "Arland's policy", "the policy of Arland"."""
    found = [token for child in noun.lefts if child.dep_ == "poss" for token in conjuncts(child)]
    return found + prepositional_objects(noun, frozenset({"of", "by"}))


def _owned(noun: Token) -> list[Token]:
    """Whose ally, enemy or envoy somebody is: "Arland's ally", "his ally", "an Arland ally"."""
    if not any(child.dep_ in ("poss", "det") for child in noun.children):
        noun = first_conjunct(noun)  # "his friend and ally": he owns both
    return [
        token
        for child in noun.lefts
        if child.dep_ in ("poss", "compound", "amod", "nmod")
        for token in conjuncts(child)
    ]


def _owner(noun: Token) -> list[Token]:
    """Who gives, has or holds what the noun says."""
    found = _owned(noun) + prepositional_objects(noun, OWNER_PREPOSITIONS) + _holder(noun)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        found += prepositional_objects(noun.head, frozenset({"between", "among"}))
    return found


def _holder(noun: Token) -> list[Token]:
    """The subject of a verb that only carries the noun: "X held talks"."""
    head = first_conjunct(noun)
    verb = head.head
    if head.i != noun.i and head.dep_ == "pobj" and verb.head.pos_ == "NOUN":
        return _holder(verb.head)  # "a freeze of X's assets and an embargo": who wants the freeze
    if head.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in light_verbs():
        return _subject(verb)
    if head.dep_ == "pobj" and verb.dep_ == "prep":
        governor = verb.head
        carried = (
            verb.lower_ in ("in", "into", "under") and governor.lemma_.lower() in light_verbs()
        )
        if carried or (verb.lower_ in ("at", "during", "after") and is_verb(governor)):
            return subjects(governor)
        if verb.lower_ == "for" and governor.lemma_.lower() in urging_verbs():
            return _subject(governor)  # "calls for an embargo"
    return []


def _referent(word: Token) -> list[Token]:
    """Who is described by a noun or adjective: by apposition, copula or modification."""
    head = first_conjunct(word)
    found: list[Token] = []
    for noun in (word, head):
        found += [t for c in noun.children if c.dep_ == "appos" for t in conjuncts(c)]
        found += prepositional_objects(noun, frozenset({"as", "like", "including"}))
        found += [
            t
            for c in noun.children
            if c.dep_ == "relcl" and c.lemma_ == "be"
            for t in _attributes(c)
        ]
    if head.dep_ in ("appos", "amod", "acl") and head.head.pos_ in ("NOUN", "PROPN"):
        found += conjuncts(head.head) if head.dep_ == "amod" else [head.head]
    elif head.dep_ in ("compound", "nmod") and head.head.pos_ == "PROPN":
        found.append(head.head)  # "its ally Arland"
    elif head.dep_ in ("attr", "acomp", "oprd", "ROOT", "xcomp") or head.head.lower_ == "as":
        found += subjects(clause_of(head.head if head.dep_ != "ROOT" else head))
    return found + _before_dash(word)


def _attributes(copula: Token) -> list[Token]:
    return [
        token for child in copula.children if child.dep_ == "attr" for token in conjuncts(child)
    ]


def _before_dash(noun: Token) -> list[Token]:
    """The name before a dash that opens a description: "Arland - the council's ally - said"."""
    start = min(
        (token.i for child in noun.lefts for token in [child, *child.lefts]), default=noun.i
    )
    doc = noun.doc
    for i in (start - 1, start, start + 1):
        if 1 <= i < noun.i and doc[i].text in DASHES and doc[i - 1].whitespace_:
            return [doc[i - 1]]
    return []


def _is_gift(thing: Token) -> bool:
    """Whether it is something that a backer gives: arms, $5bn, 40 million euros in aid."""
    if thing.lemma_.lower() in gifts() or thing.ent_type_ == "MONEY":
        return True
    return any(
        t.lemma_.lower() in gifts() for t in prepositional_objects(thing, frozenset({"in", "of"}))
    )


def _gift_receiver(verb: Token) -> list[Token]:
    """To whom arms or aid go: "sent arms to X", "offered X asylum", "supply X with arms"."""
    if any(_is_gift(token) for token in prepositional_objects(verb, frozenset({"with"}))):
        return objects(verb)
    given = [child for child in objects(verb) if _is_gift(child)]
    if is_passive(verb):
        given += [subject for subject in own_subjects(verb) if _is_gift(subject)]
    if not given:
        return []
    receivers = prepositional_objects(verb, frozenset({"to", "for"}))
    for gift in given:
        receivers += prepositional_objects(gift, frozenset({"to", "for"}))
    return receivers + [t for t in objects(verb) if t not in given]


def _giver(verb: Token) -> list[Token]:
    """From whom the subject gets arms or aid: "received loans from X"."""
    received = [child for child in objects(verb) if _is_gift(child)]
    found = prepositional_objects(verb, frozenset({"from"})) if received else []
    return found + [
        t for gift in received for t in prepositional_objects(gift, frozenset({"from"}))
    ]


def _granter(noun: Token) -> list[Token]:
    """Whose support somebody has: "enjoys the backing of X"."""
    if noun.dep_ != "dobj" or noun.head.lemma_.lower() not in receiving_verbs():
        return []
    return prepositional_objects(noun, frozenset({"of", "from"})) + _owned(noun)


def _beneficiary(noun: Token) -> list[Token]:
    """Who has the support: X in "X enjoys the backing of Y"; the owner of a plan that has it."""
    found = subjects(noun.head) if noun.dep_ == "dobj" else []
    return found + [owner for token in found for owner in _owners_only(token)]


def _accused(noun: Token) -> list[Token]:
    """Of whom an allegation says something: "the claim that X arms Y"."""
    return [
        subject
        for child in noun.children
        if child.dep_ in ("acl", "ccomp", "relcl")
        for subject in own_subjects(child)
    ]


def _blows(verb: Token) -> list[Token]:
    """With whom fire or accusations are traded: "traded fire with X"."""
    return prepositional_objects(verb, frozenset({"with"}))


def _held_responsible(verb: Token) -> list[Token]:
    """Who is held responsible or accountable."""
    found = []
    for word in verb.subtree:
        if word.lower_ in ("responsible", "accountable"):
            found += objects(verb) + [t for t in own_subjects(word) if word.i != verb.i]
    return found


def _sought(verb: Token) -> list[Token]:
    """From whom help is sought: "seeks Arland's support", "seeks asylum in Arland"."""
    found = []
    for thing in objects(verb):
        if _is_gift(thing):
            found += _owned(thing)
            found += prepositional_objects(thing, frozenset({"from", "of", "in"}))
            found += prepositional_objects(verb, frozenset({"from", "in"}))
    return found


def _dispatched_to(verb: Token) -> list[Token]:
    """Where an envoy is sent: "sent an envoy to X"."""
    sent = {token.lemma_.lower() for token in objects(verb)}
    return prepositional_objects(verb, frozenset({"to"})) if sent & envoys() else []


def _ruler(verb: Token) -> list[Token]:
    """Whose rule is to end: "end X's rule"."""
    return [
        owner
        for token in objects(verb)
        if token.lemma_.lower() in ("rule", "reign", "regime", "era", "government", "presidency")
        for owner in _owners_only(token)
    ]


def _contacts(noun: Token) -> tuple[list[Token], list[Token]]:
    """Both ends of a contact that is said to be something: "X's engagement with Y is a channel"."""
    ours: list[Token] = []
    theirs: list[Token] = []
    for subject in subjects(noun.head) if noun.dep_ == "attr" else ():
        ours += _owned(subject)
        theirs += prepositional_objects(subject, frozenset({"with", "to"}))
    return ours, theirs


def _gives_support(noun: Token) -> bool:
    """Whether it is a channel or source of arms, aid, support."""
    given = prepositional_objects(noun, frozenset({"for", "of"}))
    return any(token.lemma_.lower() in gifts() for token in given)


def _channel_giver(noun: Token) -> list[Token]:
    """Who supports through a channel: Y in "X's engagement with Y is a channel for support"."""
    if not _gives_support(noun):
        return []
    theirs = _contacts(noun)[1]
    return theirs or _referent(noun)


def _channel_receiver(noun: Token) -> list[Token]:
    """Who is supported through a channel: X in the example above, Z in "a source of arms for Z"."""
    return _contacts(noun)[0] + prepositional_objects(noun, frozenset({"for", "to"}))


def _subject_owner(adjective: Token) -> list[Token]:
    """Whose gift is useful: "Y's expertise could be valuable to X"."""
    found = subjects(clause_of(adjective))
    return [
        o for t in found if t.lemma_.lower() in gifts() for o in _owners_only(first_conjunct(t))
    ]


def _visited(verb: Token) -> list[Token]:
    """Where a visit goes that shows somebody seeking: "the visit to Y suggests X seeks support"."""
    if not {token.lemma_.lower() for token in objects(verb)} & gifts():
        return []
    governor = verb.head
    if verb.dep_ not in ("ccomp", "xcomp") or not is_verb(governor):
        return []
    return [
        place
        for subject in subjects(governor)
        for place in prepositional_objects(subject, frozenset({"to", "with"}))
    ]


def _helper(verb: Token) -> list[Token]:
    """Who is asked for help: "asked Arland for arms"."""
    wanted = prepositional_objects(verb, frozenset({"for"}))
    helps = any(
        c.dep_ in ("xcomp", "ccomp") and c.lemma_.lower() in helping_verbs() for c in verb.children
    )
    if not helps and not any(_is_gift(token) for token in wanted):
        return []
    clause_subjects = [t for c in verb.children if c.dep_ == "ccomp" for t in own_subjects(c)]
    return objects(verb) + clause_subjects


def _urger(verb: Token) -> list[Token]:
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
            found += _subject(word)  # also who says so: "X said there was no deal unless Y left"
    return found


def _leaver(verb: Token) -> list[Token]:
    """Who leaves power or office."""
    left = {token.lemma_.lower() for token in objects(verb)}
    return own_subjects(verb) if left & {"power", "office", "post", "rule"} else []


def _prefix(cue: Token) -> list[Token]:
    """The word before the hyphen: Arland in "Arland-backed"."""
    return [cue.doc[cue.i - 2]]


def _head(cue: Token) -> list[Token]:
    """What a hyphenated compound modifies: rebels in "Arland-backed rebels"."""
    return [cue.head] if cue.head.i > cue.i else []


SLOTS: MappingProxyType[str, Callable[[Token], list[Token]]] = MappingProxyType(
    {
        "subject": _subject,
        "object": _object,
        "owner": _owner,
        "owned": _owned,
        "referent": _referent,
        "gift": _gift_receiver,
        "sought": _sought,
        "helper": _helper,
        "from_giver": _giver,
        "granter": _granter,
        "beneficiary": _beneficiary,
        "accused": _accused,
        "blows": _blows,
        "held": _held_responsible,
        "holder": _holder,
        "giver": _channel_giver,
        "receiver": _channel_receiver,
        "subject_owner": _subject_owner,
        "visited": _visited,
        "urger": _urger,
        "dispatched": _dispatched_to,
        "ruler": _ruler,
        "leaver": _leaver,
        "prefix": _prefix,
        "head": _head,
    }
)
