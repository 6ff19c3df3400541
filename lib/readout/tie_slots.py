"""The slots of syntax where the two ends of a tie stand, seen from the cue.

A slot is a named function from the cue to tokens: `subject` and `object` of a verb (a passive is
turned round), `owner` of a noun ("Arland's support", "Arlandic support", "support from Arland", and
the subject of the verb that has the noun as its object, "Arland gave support"), `referent` of a
noun or adjective (who is described by it), or the objects of prepositions, written `to|for`.
"""

from collections.abc import Callable
from types import MappingProxyType

from spacy.tokens import Token

from readout import aid_slots, hostile_slots, lexicon, meeting_slots
from readout.hostile_slots import BLOWS
from readout.reference_words import NOT_FOR_OWNER
from readout.syntax import (
    first_conjunct,
    is_verb,
    objects,
    prepositional_objects,
)
from readout.tie_checks import ended_by
from readout.tie_described import one_another, referent
from readout.tie_syntax import (
    agreed,
    behind,
    carried_in,
    compound_head,
    doer,
    holder,
    joined,
    next_word,
    owned,
    owner,
    owner_only,
    prefix,
    undergoer,
)
from readout.tie_words import (
    TieWord,
    documents,
    hostile_nouns,
    light_verbs,
    phrasal_verbs,
    tie_words,
)

JOINING = frozenset({"between", "among", "against"})
VOTED_ON = frozenset({"resolution", "draft", "motion", "vote", "bill", "statement"})
OWNED_RELATIONS = frozenset({"backs", "opposes", "courts"})


def fits(word: TieWord, cue: Token) -> bool:
    """Whether the cue in the text has the part of speech and the surroundings of the pattern.

    >>> from readout.tie_words import tie_words
    >>> visited = nlp("Jane Roe visited Karum.")[2]
    >>> [word.pos for word in tie_words()["visit"] if fits(word, visited)]
    ['verb']
    """
    if word.target == "blows":
        return bool({token.lemma_.lower() for token in objects(cue)} & BLOWS)
    if word.particle and not any(child.lower_ == word.particle for child in cue.children):
        return False
    if word.pos == "leading":
        return cue.i + 2 < len(cue.doc) and cue.doc[cue.i + 1].text == "-"
    if word.pos == "verb":
        return is_verb(cue) and cue.tag_ != "MD" and not _means_otherwise(word, cue)
    if word.pos == "noun":
        return cue.pos_ in ("NOUN", "PROPN")
    if word.pos == "adjective":
        return cue.pos_ == "ADJ" or (
            cue.tag_ == "VBN" and cue.dep_ in ("acomp", "amod", "acl", "ROOT", "relcl", "conj")
        )
    return cue.i > 1 and cue.doc[cue.i - 1].text == "-" and cue.tag_ in ("VBN", "VBD", "JJ")


def _means_otherwise(word: TieWord, verb: Token) -> bool:
    """Whether a particle makes it another verb: "ruled it out" is no ruling."""
    if word.particle or word.word in phrasal_verbs():
        return False
    return any(child.dep_ == "prt" for child in verb.children)


def fill(
    word: TieWord, cue: Token, *, refers: Callable[[Token], bool]
) -> tuple[list[Token], list[Token]]:
    """The tokens in the source slot and in the target slot of a pattern.

    A target that refers to no actor gives way to its owner: who backs Arland's policy backs Arland.

    >>> from readout.tie_words import tie_words
    >>> word = next(word for word in tie_words()["condemn"] if word.target == "object")
    >>> fill(word, nlp("Arland has condemned Karum.")[2], refers=lambda token: True)
    ([Arland], [Karum])
    """
    targets = _slot(word.target, cue)
    if word.relation in OWNED_RELATIONS:
        owners = behind if word.relation == "opposes" else owner_only
        things = [token for token in targets if not refers(token) and not _is_somebody(token)]
        targets += [owner for thing in things for owner in owners(thing)]
        if word.relation == "backs":  # "supports the X plan"
            plans = [thing for thing in things if thing.lemma_.lower() in documents() - VOTED_ON]
            targets += [owner for plan in plans for owner in owned(plan) if owner not in targets]
    sources = _slot(word.source, cue)
    if word.relation == "opposes" and word.source != "urger":  # "came under attack from X bombing"
        blows = [t for t in sources if t.lemma_.lower() in hostile_nouns() and not refers(t)]
        sources += [striker for blow in blows for striker in behind(blow)]
    if word.target == "gift":  # "assured X of Arland's support": Arland's, not the speaker's
        sources = aid_slots.owners_of_gift(cue, refers=refers) or sources
    if word.target == "dispatched":  # who is sent meets, or meets for the sender if no actor
        sources = [token for token in objects(cue) if refers(token)] or sources
    return sources, targets


def _is_somebody(token: Token) -> bool:
    """Whether it is a person of somebody's: who attacks X's opponents does not attack X."""
    if token.lemma_.lower() in NOT_FOR_OWNER:
        return True
    words = tie_words().get(token.lemma_.lower(), ())
    if any(word.pos == "noun" and word.source == "referent" for word in words):
        return True
    noun = lexicon.nominals().get(token.lemma_.lower())
    return noun is not None and noun.denotes == "person"


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
        if not found:
            found += _attached_beside(cue, frozenset(prepositions))
        if cue.dep_ in ("nsubj", "nsubjpass") and cue.pos_ in ("NOUN", "PROPN"):
            # "Fighting broke out between X and Y"
            found += prepositional_objects(cue.head, JOINING & set(prepositions))
    return found


def _attached_beside(cue: Token, prepositions: frozenset[str]) -> list[Token]:
    """The objects of a preposition that the parser hangs on the verb, not on its noun, or reversed.

    "Slapped sanctions on X", "cut off ties with X" and "placed the blame on X" all come both ways.
    """
    if is_verb(cue):
        things = [token for token in objects(cue) if token.pos_ == "NOUN"]
        return [t for thing in things for t in prepositional_objects(thing, prepositions)]
    clause = carried_in(cue)
    if clause is not None:
        return prepositional_objects(clause, prepositions)
    noun = first_conjunct(cue)
    carries = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in light_verbs()
    if carries or (noun.dep_ in ("dobj", "nsubjpass") and ended_by(cue) is not None):
        return prepositional_objects(noun.head, prepositions)
    return []


SLOTS: MappingProxyType[str, Callable[[Token], list[Token]]] = MappingProxyType(
    {
        "subject": doer,
        "object": undergoer,
        "owner": owner,
        "owned": owned,
        "possessor": owner_only,
        "referent": referent,
        "gift": aid_slots.gift_receiver,
        "sought": aid_slots.sought,
        "helper": aid_slots.helper,
        "appealed_to": aid_slots.appealed_to,
        "from_giver": aid_slots.gift_giver,
        "granter": aid_slots.granter,
        "beneficiary": aid_slots.beneficiary,
        "accused": hostile_slots.accused,
        "blows": hostile_slots.traded_with,
        "held": hostile_slots.held_responsible,
        "holder": holder,
        "giver": aid_slots.channel_giver,
        "receiver": aid_slots.channel_receiver,
        "subject_owner": aid_slots.subject_owner,
        "visited": aid_slots.visited,
        "urger": hostile_slots.urger,
        "dispatched": meeting_slots.dispatched_to,
        "ruler": hostile_slots.ruler,
        "leaver": hostile_slots.leaver,
        "resorted_to": aid_slots.resorted_to,
        "ousted_from": hostile_slots.ousted_from,
        "received_in": meeting_slots.received_in,
        "cause_against": hostile_slots.cause_against,
        "joined": joined,
        "agreed": agreed,
        "helped": aid_slots.helped,
        "sheltered_in": aid_slots.sheltered_in,
        "rescued": aid_slots.rescued,
        "blocked": aid_slots.blocked,
        "hoped_of": aid_slots.hoped_of,
        "closeness": aid_slots.closeness,
        "handed": aid_slots.handed,
        "phoned": meeting_slots.phoned,
        "hosted": meeting_slots.hosted,
        "resented": hostile_slots.resented,
        "torn_between": hostile_slots.torn_between,
        "asker": hostile_slots.asker,
        "thanked": aid_slots.thanked,
        "goer": hostile_slots.goer,
        "struck": hostile_slots.struck,
        "sufferer": hostile_slots.sufferer,
        "hunted": hostile_slots.hunted,
        "summoned_envoy": hostile_slots.summoned_envoy,
        "recalled_from": hostile_slots.recalled_from,
        "forbidden_place": hostile_slots.forbidden_place,
        "insulted": hostile_slots.insulted,
        "defied": hostile_slots.defied,
        "one_another": one_another,
        "stayer": meeting_slots.stayer,
        "told_by_phone": meeting_slots.told_by_phone,
        "traveller": meeting_slots.traveller,
        "got_to": objects,
        "company": meeting_slots.company,
        "seen": meeting_slots.seen,
        "called_on": meeting_slots.called_on,
        "raised_with": meeting_slots.raised_with,
        "talked_in": meeting_slots.talked_in,
        "next": next_word,
        "own_side": lambda _cue: [],  # who it is, the references know
        "prefix": prefix,
        "head": compound_head,
    }
)
