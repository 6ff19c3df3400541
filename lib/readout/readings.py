"""Actor or place: how a country or city name is read in its sentence.

"Arland wants to help" speaks of a government, "visited Arland" of a place. The rules ask for the
grammatical role of the name and for the class of the word that governs it; what they know of
English words lies in `data/reading_words.csv`, see `reading_words`. `place_names` says whose role a
name shares that only lists, explains or exemplifies another noun.

There is one rule for each way in which a name can stand in a sentence, tried in the order of
`RULES`, at the end. The first that answers wins, and `Reading.via` says which it was. In the
docstrings the name is in brackets; Arland and Norvia are states, Arles is a capital.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from readout import lexicon
from readout.place_names import DASHES, LONGEST_LIST, LOOSE, PlaceName, owned_by, role_bearer
from readout.reading_words import ReadingName, is_abstract, is_foremost, is_name, reading_with

MODIFIERS = frozenset({"compound", "nmod", "amod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
COPULAS = frozenset({"be", "become", "remain"})
LOCATIVE = frozenset(
    "in at near across within throughout inside outside around along off through into onto via "
    "beyond over to from of toward towards amid past".split()
)
# What follows these is no place.
RELATIONAL = frozenset(
    {
        ("because", "of"), ("according", "to"), ("instead", "of"), ("ahead", "of"), ("due", "to"),
        ("thanks", "to"), ("regardless", "of"), ("contrary", "to"),
    }
)  # fmt: skip
AIMING = frozenset({"against", "on", "over", "to", "with"})
PARTS_OF_A_LAND = ("northern", "eastern", "southern", "western", "central")
PARTS = frozenset("one some part most much all".split())
ABBREVIATED = re.compile(r"(?:[A-Z]\.?){2,}")  # "US", "U.S.": before a noun what "American" is


@dataclass(frozen=True, slots=True)
class Reading:
    """How a place name is read, and the name of the rule that said so."""

    reading: ReadingName
    via: str


def reading_of(span: Span) -> Reading:
    """Tell whether the name of a country or city is read as an actor or as a place.

    Args:
        span: The name, without article and possessive 's, in a parsed `Doc`.

    Returns:
        The reading and the rule behind it; for "Norvia" in "The envoy flew to Norvia." that is
        `Reading(reading="place", via="'fly' to + name")`. A name that no rule knows is an actor, as
        in most headlines.

    >>> reading_of(nlp("The envoy flew to Norvia.")[4:5])
    Reading(reading='place', via='to + name')
    """
    name = PlaceName(span, role_bearer(span))
    for rule in RULES:
        reading = rule(name)
        if reading is not None:
            return reading
    return Reading("actor", "no rule")


# The name and the words right beside it


def _dateline(name: PlaceName) -> Reading | None:
    """Where a report comes from or what it is about: "ARLES, [Arland] (AP) -", "[Arland]:"."""
    if name.after is None or name.after.text not in (":", "|", "("):
        return None
    opening = name.span.doc[name.span.sent.start : name.span.start]
    if not all(token.text in (",", "|") or token.text[0].isupper() for token in opening):
        return None
    closing = name.span.doc[name.span.end + 2 : name.span.end + 4].text
    if name.after.text == "(" and not any(closing.endswith(dash) for dash in DASHES):
        return None
    if name.after.text == ":" and not opening and name.span.text in lexicon.capitals():
        return Reading("actor", "who says it")  # "[Arles]: Talks will go on"
    return Reading("place", "dateline or topic")


def _hyphened(name: PlaceName) -> Reading | None:
    """What a hyphen ties to the name: "[Arles]-based" is a place, "[Arland]-backed" an actor."""
    if name.after is None or name.after.text not in DASHES or name.span[-1].whitespace_:
        return None
    participle = name.span.doc[name.span.end + 1 : name.span.end + 2]
    if name.after.whitespace_ or not participle or participle[0].tag_ not in ("VBN", "VBD", "JJ"):
        return None
    known = reading_with(participle[0], "hyphened")
    return Reading(known or "actor", f"name-{participle.text.lower()}")


def _kind_before(name: PlaceName) -> Reading | None:
    """The noun before the name: "the capital, [Arles]" is a place, "its ally [Arland]" acts."""
    kind, root = name.before, name.span.root
    beside = kind is not None and kind.pos_ == "NOUN" and root.dep_ not in SUBJECTS
    if kind is not None and kind.text == "," and kind.i > 0:
        kind = kind.nbor(-1)
    if kind is None or kind.pos_ != "NOUN":
        return None
    known = reading_with(kind, "kind")
    if root.dep_ not in ("appos", "compound") and (kind.head.i != root.i or kind.dep_ == "nsubj"):
        return Reading("place", f"'{kind.lemma_}' + name") if beside and known == "place" else None
    return Reading(known, f"'{kind.lemma_}' + name") if known else None


def _directly_after(name: PlaceName) -> Reading | None:
    """A preposition or verb before a name that the parser hangs elsewhere: "in [Arles]"."""
    start = name.span.start
    while start and name.span.doc[start - 1].pos_ in ("DET", "ADJ"):
        start -= 1
    role = name.word.dep_
    if not start or not (role in LOOSE or role in ("nsubj", "nsubjpass", "compound")):
        return None
    before = name.span.doc[start - 1]
    if before.pos_ == "VERB" and reading_with(before, "object") == "place":
        return Reading("place", f"after '{before.lemma_}'")
    if before.pos_ == "ADP" and before.lower_ in LOCATIVE and role != "compound":
        return Reading("place", f"{before.lower_} + name")
    return None


def _part(name: PlaceName) -> Reading | None:
    """A part of a land: "northern [Arland]", "the south-east of [Arland]" is a place."""
    before = name.before
    if before is not None and before.dep_ == "amod" and before.lower_.endswith(PARTS_OF_A_LAND):
        return Reading("place", f"{before.lower_} + name")
    return None


# The name and the noun that it owns or modifies


def _possessor(name: PlaceName) -> Reading | None:
    """What the name has: "[Arland]'s oil" is the state's, "[Arland]'s coast" is in a place."""
    noun = owned_by(name.word)
    if noun is None:
        return None
    known = _aimed(noun) or reading_with(noun, "possessed")
    if known is None and noun.ent_type_ != "PERSON" and not _is_speaker(noun):
        known = "place" if is_name(noun) or is_foremost(noun) else None
    return Reading(known or "actor", f"name's '{noun.lemma_}'")


def _is_speaker(noun: Token) -> bool:
    """Whether somebody is named who says something: "[Arland]'s Roe says"."""
    return noun.dep_ == "nsubj" and noun.head.lemma_ in lexicon.reporting_verbs()


def _modifier(name: PlaceName) -> Reading | None:
    """What the name modifies: "[Arland] officials" act, "[Arland] weather" is in a place."""
    word, head = name.word, name.word.head
    if word.dep_ not in MODIFIERS or head.i == word.i:
        return None
    for noun in (head, *word.doc[word.i + 1 : head.i]):
        known = _aimed(noun) or reading_with(noun, "modified", "possessed", "kind")
        if known:
            return Reading(known, f"name + '{noun.lemma_}'")
    if ABBREVIATED.fullmatch(name.span.text):
        return Reading("actor", "abbreviation as adjective")
    known = "actor" if is_abstract(head) and not reading_with(head, "of") else "place"
    return Reading(known, f"name + '{head.lemma_}'")


def _aimed(noun: Token) -> ReadingName | None:
    """Strife that the name brings elsewhere: "[Arland]'s war on Norvia" or "in Norvia"."""
    for preposition in noun.rights:
        abroad = preposition.lower_ == "in" and any(is_name(word) for word in preposition.rights)
        if abroad or preposition.lower_ in AIMING:
            return reading_with(noun, "aimed")
    return None


# The name and its verb


def _subject(name: PlaceName) -> Reading | None:
    """Who acts: "[Arland] wants", "is one of the states to vote"; but "borders", "is a town"."""
    verb = name.word.head
    if name.word.dep_ not in ("nsubj", "csubj"):
        return None
    if verb.lemma_ in COPULAS:
        said = _child(verb, "attr") or _child(verb, "acomp")
        noun = _whole_of(said)
        acts = any(
            child.tag_ == "VB" or child.dep_ == "relcl"
            for word in (verb, said, noun)
            for child in (word.rights if word is not None else ())
        )
        if noun is not None and not acts and reading_with(noun, "is", "kind") == "place":
            return Reading("place", f"is '{noun.lemma_}'")
    if verb.lemma_ == "have":
        noun = _child(verb, "dobj")
        if noun is not None and reading_with(noun, "had") == "place":
            return Reading("place", f"has a '{noun.lemma_}'")
    return Reading(reading_with(verb, "subject") or "actor", f"subject of '{verb.lemma_}'")


def _passive_subject(name: PlaceName) -> Reading | None:
    """Who is acted on: "[Arland] was criticised"; but "was flooded", "is seen as a country"."""
    if name.word.dep_ not in ("nsubjpass", "csubjpass"):
        return None
    verb = name.word.head
    for noun in _said_to_be(verb):
        if reading_with(noun, "is", "kind") == "place":
            return Reading("place", f"'{verb.lemma_}' as a '{noun.lemma_}'")
    acts = _child(verb, "xcomp") is not None  # "is known to support", "is expected to vote"
    known = None if acts else _struck(name, verb) or reading_with(verb, "passive", "object")
    return Reading(known or "actor", f"passive subject of '{verb.lemma_}'")


def _object(name: PlaceName) -> Reading | None:
    """Who is acted on: "accused [Arland]"; but "visited [Arland]" goes to a place."""
    if name.word.dep_ not in ("dobj", "dative", "oprd"):
        return None
    verb = name.word.head
    known = _struck(name, verb) or reading_with(verb, "object")
    return Reading(known or "actor", f"object of '{verb.lemma_}'")


def _struck(name: PlaceName, verb: Token) -> ReadingName | None:
    """What bombs hit: "struck [Arles]" is a place; "struck [Arland]" is war on a state."""
    return None if name.span.text in _state_names() else reading_with(verb, "struck")


@cache
def _state_names() -> frozenset[str]:
    return frozenset(
        name for state in lexicon.known_actors() if state.type == "state" for name in state.names
    )


def _predicate(name: PlaceName) -> Reading | None:
    """What a subject is: "the capital is [Arles]" names a place, "the host is [Arland]" a state."""
    if name.word.dep_ != "attr":
        return None
    subject = _child(name.word.head, "nsubj")
    kind = reading_with(subject, "kind") if subject is not None else None
    return Reading(kind or "actor", "predicate")


def _child(word: Token, role: str) -> Token | None:
    return next((child for child in word.children if child.dep_ == role), None)


def _whole_of(noun: Token | None) -> Token | None:
    """What a part is of: "towns" in "one of the towns"."""
    while noun is not None and noun.lower_ in PARTS:
        preposition = _child(noun, "prep")
        noun = _child(preposition, "pobj") if preposition is not None else None
    return noun


def _said_to_be(verb: Token) -> Iterator[Token]:
    """The nouns that a passive verb calls its subject: "is called a town", "is known as a town"."""
    for child in verb.rights:
        if child.dep_ in ("oprd", "attr"):
            yield child
        elif child.lower_ == "as":
            yield from child.rights


# The name and its preposition


def _after_preposition(name: PlaceName) -> Reading | None:
    """What a preposition leads to: "pressure on [Arland]" a state, "march on [Arland]" a place."""
    preposition = name.word.head
    if name.word.dep_ not in ("pobj", "pcomp") and preposition.dep_ not in ("prep", "agent"):
        return None
    frame = "toward" if preposition.lower_ == "towards" else preposition.lower_
    for governor in _governors(preposition):
        known = reading_with(governor, frame)
        if known:
            return Reading(known, f"'{governor.lemma_}' {frame} + name")
    governor = preposition.head
    has_it = frame == "of" and (is_abstract(governor) or governor.ent_type_ == "PERSON")
    if (governor.lower_, frame) in RELATIONAL or has_it:
        return Reading("actor", f"'{governor.lemma_}' {frame} + name")
    return Reading("place" if frame in LOCATIVE else "actor", f"{frame} + name")


def _governors(preposition: Token) -> Iterator[Token]:
    """The words that may choose the preposition, nearest first.

    The word before it ("sales to"), the word that it hangs on, for a verb also its object ("have
    ties to"), for an object its verb ("sell arms to"), for one after "of" the noun before ("the
    seizure of land from").
    """
    if preposition.i and preposition.nbor(-1).pos_ in ("NOUN", "ADJ"):
        yield preposition.nbor(-1)
    governor = preposition.head
    yield governor
    if governor.pos_ in ("VERB", "AUX"):
        roles = ("dobj", "attr", "acomp", "nsubjpass")
        yield from (child for child in governor.children if child.dep_ in roles)
    elif governor.dep_ in ("dobj", "nsubjpass", "attr", "conj"):
        yield governor.head
    elif governor.dep_ == "pobj" and governor.head.lower_ == "of" != preposition.lower_:
        yield governor.head.head


# The name outside the grammar of a clause


def _after_place(name: PlaceName) -> Reading | None:
    """Where the place before the comma lies: "the University of Arles, [Arland]"."""
    if name.word.dep_ not in LOOSE or name.before is None or name.before.text != ",":
        return None
    place = name.before.nbor(-1) if name.before.i else name.before
    if place.pos_ == "PROPN" or place.text.isdigit():
        return Reading("place", "place, name")
    return None


def _only_names(name: PlaceName) -> Reading | None:
    """A heading or a list of places: "[Arland], Norvia"."""
    opening = name.span.sent[:LONGEST_LIST]
    named = all(
        token.pos_ in ("PROPN", "PUNCT", "CCONJ", "DET", "NUM", "SPACE") for token in opening
    )
    return Reading("place", "only names") if named else None


RULES: tuple[Callable[[PlaceName], Reading | None], ...] = (
    _dateline,
    _hyphened,
    _kind_before,
    _part,
    _possessor,
    _directly_after,
    _modifier,
    _subject,
    _passive_subject,
    _predicate,
    _after_preposition,
    _object,
    _after_place,
    _only_names,
)
