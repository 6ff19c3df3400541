"""Ties: what the article says stands between two actors.

Each row of data/tie_words.csv is a pattern: a word (the cue), the relation that it says, and the
slots of syntax where the two ends stand, such as the subject of a verb or the noun behind "to".
This module goes through the text once, fills the slots of each cue, and lets references turn the
words there into actors. Negated cues give no tie; hedges are looked up over the cue.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from readout import aid_slots, lexicon, tie_slots
from readout.actors import Mention
from readout.hedges import attempts, hedge_over, is_denied, own_hedge, planning_verbs
from readout.references import References, Role
from readout.syntax import (
    clause_of,
    is_verb,
    objects,
    own_subjects,
    tokens_with,
)
from readout.tie_checks import (
    WISHES,
    commanded_by,
    ended_by,
    is_in_vain,
    is_over,
    is_topic,
    refused_by,
)
from readout.tie_ends import (
    Pair,
    from_own_side,
    given_to_topic,
    is_body,
    met_there,
    pairs_between,
    reciprocal,
    turned,
)
from readout.tie_syntax import carrier, doer
from readout.tie_words import TieWord, documents, hostile_modifiers, mutual_verbs, tie_words

REFUSED = frozenset({"meets", "backs", "aligned"})
SYMMETRIC = frozenset({"aligned", "meets"})
ONE_SIDED = frozenset(
    "phoned told_by_phone hosted handed dispatched company seen called_on raised_with "
    "got_to to".split()
)
BODIES = frozenset("state organisation government_body armed_group bloc".split())
OWN_BODIES = frozenset({"organisation", "government_body", "armed_group"})
MODIFYING = frozenset({"compound", "nmod", "amod"})


Stance = tuple[str, Token | None]  # relation, and the verb whose subject holds it if not the cue's


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two actors (ids) with its evidence: tokens [start, end), and the cue."""

    source: str
    relation: str
    target: str
    certainty: str
    cue: str
    start: int
    end: int
    via: str


def find_ties(doc: Doc, references: References, *, readable: Sequence[bool]) -> list[Tie]:
    """Find the ties said in a parsed text.

    Returns one tie per distinct source, relation and target, the first place that says so, in text
    order; `aligned` and `meets` hold both ways and are listed once.

    >>> chad = who_is_who("Egypt has armed Chad.")
    >>> tie = find_ties(chad.doc, chad, readable=[True] * len(chad.doc))[0]
    >>> tie.source, tie.relation, tie.target, tie.certainty
    ('egypt', 'backs', 'chad', 'stated')
    """
    found = [
        *_from_roles(references),
        *_from_possessives(doc, references),
        *_from_armies(doc, references),
        *_from_cues(doc, references, readable),
    ]
    first: dict[tuple[str, ...], Tie] = {}
    for tie in sorted(found, key=lambda tie: (tie.start, tie.end)):
        ends = (tie.source, tie.target)
        if tie.relation in SYMMETRIC:
            ends = (min(ends), max(ends))
        first.setdefault((tie.relation, *ends), tie)
    return list(first.values())


def _from_roles(references: References) -> Iterator[Tie]:
    """A person's office makes the person a member of the side whose office it is."""
    for role in references.roles:
        if role.whole and role.whole != role.person and is_body(references, role.whole):
            start, end = _with_name(role, references)
            yield Tie(role.person, "member", role.whole, "stated", role.title, start, end, "office")


def _from_possessives(doc: Doc, references: References) -> Iterator[Tie]:
    """ "Arland's Jane Roe" and "Jane Roe of the Border Council" belong to them."""
    for mention in references.mentions:
        if mention.kind != "name" or references.type_of(mention.actor) != "person":
            continue
        for cue, owner in _owners_beside(doc, mention):
            whole = references.state_of(references.by_token.get(owner.i, ""))
            if references.type_of(whole) in BODIES:
                start, end = min(owner.i, mention.start), max(owner.i + 1, mention.end)
                yield Tie(
                    *(mention.actor, "member", whole, "stated", cue.text, start, end),
                    "possessive",
                )


def _owners_beside(doc: Doc, person: Mention) -> Iterator[tuple[Token, Token]]:
    """The "'s" before and the "of" behind a name, each with the noun that it goes with."""
    if person.start > 1 and doc[person.start - 1].tag_ == "POS":
        yield doc[person.start - 1], doc[person.start - 2]  # not that of "Roe's Arland visit"
    if person.end < len(doc) and doc[person.end].lower_ == "of":
        of = doc[person.end]
        if of.head.ent_type_ == "PERSON":
            yield from ((of, child) for child in of.rights if child.dep_ == "pobj")


def _from_armies(doc: Doc, references: References) -> Iterator[Tie]:
    """ "Al Poe's Karum National Army": the body that has a person's name before it is his."""
    for body in references.mentions:
        owner = body.start - 2
        if body.kind == "pronoun" or owner < 0 or doc[owner + 1].tag_ != "POS":
            continue
        if references.type_of(body.actor) not in OWN_BODIES or doc[body.end - 1].dep_ in MODIFYING:
            continue
        person = references.by_token.get(owner, "")
        if references.type_of(person) == "person":
            yield Tie(
                *(person, "member", body.actor, "stated", doc[owner + 1].text),
                *(owner, body.end, "possessive"),
            )


def _with_name(role: Role, references: References) -> tuple[int, int]:
    for mention in references.mentions:
        if mention.actor == role.person and -1 <= mention.start - role.end <= 1:
            return role.start, max(mention.end, role.end)
        if mention.actor == role.person and -1 <= role.start - mention.end <= 1:
            return mention.start, role.end
    return role.start, role.end


def _from_cues(doc: Doc, references: References, readable: Sequence[bool]) -> Iterator[Tie]:
    patterns = tie_words()
    offices = {(i, role.person) for role in _sided(references) for i in range(role.start, role.end)}
    for token in tokens_with(doc, "LEMMA", _cue_lemmas()):
        words = patterns[token.lemma_.lower()] if readable[token.i] and token.is_alpha else ()
        for word in words:
            if tie_slots.fits(word, token):
                for tie in _ties_of(word, token, references):
                    # "the Swiss envoy of the OSCE": whose the office is has been told
                    if tie.relation != "member" or (token.i, tie.source) not in offices:
                        yield tie


def _sided(references: References) -> Iterator[Role]:
    return (role for role in references.roles if role.whole and not role.guessed)


@cache
def _cue_lemmas() -> frozenset[str]:
    """The lemmas of the cues as spaCy writes them: those of proper nouns keep their capitals."""
    return frozenset(spelt for cue in tie_words() for spelt in (cue, cue.capitalize(), cue.upper()))


def _ties_of(word: TieWord, cue: Token, references: References) -> Iterator[Tie]:
    slots = tie_slots.fill(word, cue, refers=lambda token: bool(references.of(token)))
    mutual = word.relation in SYMMETRIC or word.word in mutual_verbs()
    unsaid = word.target == "gift" and not slots[1] and aid_slots.is_promised(cue)
    leaves = word.target == "own_side"
    if not slots[1] and not (mutual and slots[0]) and not unsaid and not leaves:
        return  # most cues end here, before the search for who wants or denies what
    stance = _stance(word, cue)
    pairs = _pairs_of(word, cue, slots, references, stance=stance) if stance is not None else []
    if leaves and stance is not None:
        pairs = list(from_own_side(references, slots[0], cue))
    if unsaid:
        pairs = list(given_to_topic(references, slots[0], cue))
    if stance is not None and pairs:
        yield from _said(word, cue, stance, pairs)


def _pairs_of(
    word: TieWord,
    cue: Token,
    slots: tuple[list[Token], list[Token]],
    references: References,
    *,
    stance: Stance,
) -> list[Pair]:
    """The two ends of each tie that a cue says, in the slots of its pattern."""
    relation, holder = stance
    sources, targets = slots
    if holder is not None:
        told, holders = set(references.of_all(sources)), doer(holder)
        sources = holders or sources
        targets = [t for t in targets if t not in holders and not told & set(references.of(t))]
    pairs = list(pairs_between(references, relation, sources, targets))
    if relation == "meets" and any(references.type_of(p[1]) == "state" for p in pairs):
        pairs = [met for pair in pairs for met in met_there(references, cue, pair)]
    pairs = [pair for pair in pairs if _suits(word, relation, pair, references)]
    mutual = relation in SYMMETRIC or word.word in mutual_verbs() or word.relation in SYMMETRIC
    elsewhere = any(token not in sources for token in targets) or _has_third(cue)
    one_sided = word.target in ONE_SIDED or cue.dep_ == "amod"  # "friendly" to others: "friendly X"
    if not pairs and mutual and not elsewhere and not one_sided:
        pairs = list(reciprocal(references, relation, sources))
        if relation not in SYMMETRIC:
            pairs += turned(pairs)
    return pairs


def _suits(word: TieWord, relation: str, pair: Pair, references: References) -> bool:
    """Whether the two ends are such as the pattern is said of."""
    source, target = pair[:2]
    kinds = references.type_of(source), references.type_of(target)
    if word.target == "accused":  # nobody complains of his own side that it gets no help
        return target not in references.sides_of(source)
    if word.target == "company":
        return kinds == ("person", "person")
    if relation != "member":
        return True
    if word.pos == "noun" and word.word in lexicon.titles():
        return kinds[0] == "person"
    into = word.target == "joined" or word.word == "defect"
    return not into or kinds[1] in BODIES - {"state"}


def _has_third(cue: Token) -> bool:
    """Whether it is with somebody else: "X and Y met the minister", "joined the alliance"."""
    if cue.dep_ == "dobj" and cue.head.lemma_ == "join":
        return True
    return is_verb(cue) and any(t.lemma_.lower() in lexicon.nominals() for t in objects(cue))


def _said(word: TieWord, cue: Token, stance: Stance, pairs: list[Pair]) -> Iterator[Tie]:
    """The ties between the pairs, each with its certainty."""
    relation, holder = stance
    hedge = _hedge(word, cue, relation) if holder is None else hedge_over(holder)
    if word.target in ("beneficiary", "subject") and relation == "backs" and _is_tried(hedge):
        relation, pairs = "courts", turned(pairs)  # "is trying to win the support of X"
    if relation == "member" and hedge is not None and hedge.lemma_.lower() in WISHES:
        relation = "courts"  # "wants to join"
    via = f"{word.pos} {word.word}"
    for source, target, at_source, at_target in pairs:
        if word.source == "urger":
            hedge = _harmless(hedge_over(clause_of(at_source)))
        certainty = "hedged" if hedge is not None else "stated"
        first, *_, last = sorted((cue.i, at_source.i, at_target.i))
        yield Tie(source, relation, target, certainty, cue.text, first, last + 1, via)


def _stance(word: TieWord, cue: Token) -> Stance | None:
    """The relation that is said, and the verb whose subject holds it if not the cue's own.

    Who cuts ties or refuses to meet opposes; who wants others to arm or attack somebody backs or
    opposes him. None for what is denied, called off or only wanted.
    """
    relation = _relation_said(word, cue)
    refusal = refused_by(cue) if word.pos == "verb" else None
    if refusal is not None and relation in REFUSED:
        return ("opposes", refusal) if word.source == "subject" else None
    ending = ended_by(cue) if word.pos == "noun" else None
    act = cue if is_verb(cue) else carrier(cue)
    command = commanded_by(act) if act is not None and word.source != "urger" else None
    if relation == "aligned" and is_topic(cue):
        return None
    if word.source == "referent" and relation in ("aligned", "backs") and is_over(cue):
        return None
    denied = is_denied(cue) and not (word.source == "urger" and is_in_vain(cue))
    if denied or (ending is not None and relation in ("meets", "courts")):
        return None
    if ending is not None and relation in ("aligned", "backs"):
        return "opposes", ending
    if command is None:
        return relation, None
    wanted = word.source in ("subject", "owner") and relation in ("backs", "opposes")
    return (relation, command) if wanted else None


def _relation_said(word: TieWord, cue: Token) -> str:
    hostile = any(child.lower_ in hostile_modifiers() for child in _predicates(cue))
    return "opposes" if hostile and word.relation == "aligned" else word.relation or ""


def _predicates(noun: Token) -> list[Token]:
    """What is said of the noun: "strained ties", "ties are strained", "ties soured"."""
    found = list(noun.lefts)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        found += [noun.head, *(child for child in noun.head.rights if child.dep_ == "acomp")]
    elif noun.dep_ == "dobj":
        found.append(noun.head)  # "has strained its ties"
    return found


def _hedge(word: TieWord, cue: Token, relation: str) -> Token | None:
    """The hedge of what the cue says."""
    # "Its ally X may attend" doubts the attendance, not the alliance.
    if word.source == "referent" and cue.dep_ not in ("attr", "acomp", "ROOT"):
        return own_hedge(cue)
    if word.pos == "adjective" and cue.lemma_.lower() in planning_verbs():
        return cue  # "is expected in Arland"
    hedge = hedge_over(cue) or _hedged_below(cue)
    return _harmless(hedge) if relation == "opposes" else hedge


def _is_tried(hedge: Token | None) -> bool:
    if hedge is None or hedge.lemma_.lower() in attempts():
        return hedge is not None
    aims = own_subjects(hedge) if hedge.lemma_ == "be" else []
    return any(aim.lemma_.lower() in documents() for aim in aims)  # "its goal is to topple X"


def _harmless(hedge: Token | None) -> Token | None:
    """The hedge of hostility: who tries, wants or asks to harm is hostile already."""
    if hedge is None or not _is_tried(hedge):
        return hedge
    above = hedge_over(hedge)
    return None if above is None or _is_tried(above) else above


def _hedged_below(cue: Token) -> Token | None:
    """The hedge in a clause below that says what the cue is: "a channel for aid which may ..."."""
    for preposition in cue.children:
        for noun in preposition.children if preposition.dep_ == "prep" else ():
            for clause in noun.children:
                if clause.dep_ == "relcl" and own_hedge(clause) is not None:
                    return own_hedge(clause)
    return None
