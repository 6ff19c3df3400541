"""What a pronoun may stand for: the noun phrases of a text, each with its actor, number and gender.

A noun phrase need not name an actor to win a pronoun: "the doctor said he", "the bomb was so strong
that it". It is then a person or a thing that nobody named, and the pronoun is no mention.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from spacy.symbols import NOUN, PROPN
from spacy.tokens import Doc, Token

from readout import lexicon
from readout.people import KIN
from readout.pronoun_syntax import GENDERED, MASCULINE, PLURAL, grammatical_role, person_noun
from readout.references import References
from readout.syntax import conjuncts, sentence_number, tokens_with

SUBJECT, OBJECT, OTHER = 40, 20, 10
WEIGHTS_OF_ROLES = MappingProxyType({"subject": SUBJECT, "object": OBJECT, "other": OTHER})
POSSESSOR_OF_SUBJECT = 25  # "Arland's visit draws ..."
GROUP = 5  # "X and Y" over X, for they
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
HEADS = frozenset({"chief", "head", "boss", "leader"})  # of a side, whatever the office is called
GROUPS = ("armed_group", "organisation")
GOVERNMENTS = frozenset({"regime", "government", "administration"})
BODIES = (*GROUPS, "government_body")
SOMEBODY = frozenset("everyone everybody someone somebody anyone anybody".split())
UNNAMED = SOMEBODY | GENDERED
# Somebody whom the readers are told by name; an official or a spokesman may stay without one.
OFFICES = HEADS | frozenset(
    "president minister premier chancellor king queen prince princess emir sultan monarch ruler "
    "dictator strongman envoy ambassador commander general colonel admiral mayor governor senator "
    "politician statesman candidate secretary pope patriarch warlord tycoon activist dissident "
    "opponent lawmaker congressman".split()
)
TOLD_BY_NOUN = 3  # a noun for a man counts as three pronouns


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that a pronoun may stand for; without `actor` it is a thing or somebody.

    `role` is `subject`, `object` or `other`. `person` says that it is one human being, `gender`
    (`m`, `f`, None) what a noun tells of him or her; `group` are the actors coordinated in it.
    """

    token: Token
    actor: str | None
    sentence: int
    plural: bool
    role: str
    weight: int
    person: bool = False
    gender: str | None = None
    group: tuple[str, ...] = ()


class Antecedents:
    """The noun phrases of a text; `found` has them by the number of their sentence."""

    def __init__(self, doc: Doc, references: References, readable: Sequence[bool]) -> None:
        """Collect the candidates among the readable tokens and the heads of the mentions."""
        self.references = references
        self.sentences = sentence_number(doc)
        self.heads = {_head(doc, m.start, m.end) for m in references.mentions}
        self.found: dict[int, list[Candidate]] = {}
        nouns = {t.i for t in tokens_with(doc, "POS", NOMINAL) if readable[t.i] and _may_stand(t)}
        for position in sorted(nouns | self.heads):
            self._add(doc[position])

    def _add(self, token: Token) -> None:
        here = self.found.setdefault(self.sentences[token.i], [])
        if token.i in self.heads or not _repeats_another(token):
            here.append(self.candidate(token, self.actor_of(token)))
        if token.n_rights and token.dep_ != "conj" and _is_coordinated(token):
            members = self.references.of_all(conjuncts(token))
            all_of_them = replace(
                self.candidate(token, None), plural=True, person=False, gender=None
            )
            here.append(replace(all_of_them, weight=all_of_them.weight + GROUP, group=members))

    def actor_of(self, token: Token) -> str | None:
        """The actor that a noun phrase stands for; not whose lawyer or mother a person is.

        >>> roe = who_is_who("Jane Roe spoke.")
        >>> Antecedents(roe.doc, roe, [True] * len(roe.doc)).actor_of(roe.doc[1])
        'jane-roe'
        """
        actors = self.references.of(token)
        actor = actors[0] if len(actors) == 1 else None
        if token.i in self.heads:
            return actor
        if is_person_noun(token):
            return self._person(token, actor)
        if actor and token.lemma_.lower() in GOVERNMENTS:
            return self._governed(actor)
        if actor or token.tag_ not in ("NN", "NNS", "NNPS"):
            return None if actor and self._names_a_thing(token, actor) else actor
        return self._group_before(token) if token.tag_ == "NN" else self._many(token)

    def _person(self, noun: Token, actor: str | None) -> str | None:
        if actor is None or self.references.type_of(actor) != "person":
            return self._named_below(noun) or self._described(noun)
        return None if self._is_of(noun, actor) else actor

    def _governed(self, actor: str) -> str:
        """The state whose government it is: the Roe administration for Roe's country."""
        person = self.references.type_of(actor) == "person"
        return next(iter(self.references.sides_of(actor)), actor) if person else actor

    def _names_a_thing(self, noun: Token, actor: str) -> bool:
        """Whether the parser hung a person on a noun for a thing: "a reception ..., Jane Roe"."""
        person = self.references.type_of(actor) == "person"
        return person and noun.lemma_.lower() not in lexicon.nominals()

    def _many(self, noun: Token) -> str | None:
        """Whose people they are: "the Arlanders" for Arland, "police agents" for the police."""
        state = lexicon.demonyms().get(noun.lower_)
        if state in self.references.actors and [c.lower_ for c in noun.children][:1] == ["the"]:
            return state
        for child in noun.lefts:
            actor = self.references.by_token.get(child.i)
            if child.dep_ == "compound" and actor and self.references.type_of(actor) in BODIES:
                return actor
        return None

    def _is_of(self, noun: Token, actor: str) -> bool:
        """Whether the noun names somebody by another person: the father of X, X's lawyer."""
        return any(
            self.references.by_token.get(token.i) == actor and token.dep_ != "appos"
            for child in noun.children
            if child.dep_ in ("poss", "prep", "compound", "nmod")
            for token in child.subtree
        )

    def _group_before(self, noun: Token) -> str | None:
        """The group or organisation named last before "the group"."""
        known = lexicon.nominals().get(noun.lemma_.lower())
        if known is None or known.denotes not in BODIES or noun.tag_ != "NN":
            return None
        if [child.lower_ for child in noun.lefts] != ["the"] or noun.right_edge.i != noun.i:
            return None
        before = [
            m
            for m in self.references.mentions
            if m.start < noun.i and self._may_be_called(m.actor, noun.lemma_, known.denotes)
        ]
        return before[-1].actor if before else None

    def _may_be_called(self, actor: str, noun: str, denotes: str) -> bool:
        """Whether "the group" can be the actor; a ministry's name tells that it is one."""
        kind = self.references.type_of(actor)
        if denotes != "government_body":
            return kind in GROUPS
        return kind == denotes and noun in self.references.actors[actor].name.lower().split()

    def _named_below(self, noun: Token) -> str | None:
        """The person in apposition that the parser hung on a place or body inside the phrase."""
        for token in noun.rights:
            for below in token.subtree:
                actor = self.references.by_token.get(below.i)
                if below.dep_ == "appos" and actor and self.references.type_of(actor) == "person":
                    return actor
        return None

    def _described(self, noun: Token) -> str | None:
        """The person named last before "the envoy" whose office is called so."""
        if noun.lower_ in KIN or not any(child.lower_ == "the" for child in noun.lefts):
            return None
        sides = {a for a in self.references.of(noun) if self.references.type_of(a) != "person"}
        holders = {
            role.person
            for role in self.references.roles
            if noun.lemma_ in role.title.split() or (noun.lemma_ in HEADS and role.whole in sides)
            if not sides or not role.whole or role.whole in sides
        }
        before = [m for m in self.references.mentions if m.actor in holders and m.start < noun.i]
        return before[-1].actor if before else None

    def may_be(self, noun: Token, actor: str) -> bool:
        """Whether a description can mean a person: no other side is known of her or him.

        >>> roe = who_is_who("Norwegian envoy Jane Roe met the Egyptian envoy.")
        >>> Antecedents(roe.doc, roe, [True] * len(roe.doc)).may_be(roe.doc[7], "jane-roe")
        False
        """
        sides = {a for a in self.references.of(noun) if self.references.type_of(a) != "person"}
        own = set(self.references.sides_of(actor))
        return not sides or not own or bool(sides & own)

    def candidate(self, token: Token, actor: str | None) -> Candidate:
        """The candidate for a noun phrase that stands for an actor, or for none that is named.

        >>> roe = who_is_who("Jane Roe spoke.")
        >>> antecedents = Antecedents(roe.doc, roe, [True] * len(roe.doc))
        >>> found = antecedents.candidate(roe.doc[1], "jane-roe")
        >>> found.role, found.plural, found.person
        ('subject', False, True)
        """
        pronoun = token.pos_ == "PRON"
        noun = None if pronoun or token.i in self.heads else person_noun(token)
        plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in PLURAL
        plural = plural or self._are_fighters(token, actor)
        unnamed = token.ent_type_ == "PERSON" or token.lower_ in UNNAMED
        named = actor is not None and self.references.type_of(actor) == "person"
        gender = noun.gender if noun else None
        role = grammatical_role(token)
        if pronoun and token.lower_ in GENDERED:
            gender = "m" if token.lower_ in MASCULINE else "f"
        return Candidate(
            token,
            actor,
            self.sentences[token.i],
            plural,
            role,
            grammatical_weight(token, role),
            person=named or (actor is None and not plural and (noun is not None or unnamed)),
            gender=gender,
        )

    def _are_fighters(self, name: Token, actor: str | None) -> bool:
        """Whether a name is one of many men, such as the Houthis, though the tagger says one."""
        group = actor is not None and self.references.type_of(actor) == "armed_group"
        return group and name.pos == PROPN and name.text.endswith("s") and not name.is_upper

    def remember(self, candidate: Candidate) -> None:
        """Let a pronoun keep what it stands for salient for the pronouns that follow.

        >>> roe = who_is_who("Jane Roe spoke. She left.")
        >>> antecedents = Antecedents(roe.doc, roe, [True] * len(roe.doc))
        >>> antecedents.remember(antecedents.candidate(roe.doc[4], "jane-roe"))
        >>> antecedents.found[1][-1].actor
        'jane-roe'
        """
        self.found.setdefault(candidate.sentence, []).append(candidate)


def _head(doc: Doc, start: int, end: int) -> int:
    return start if end - start == 1 else doc[start:end].root.i


def is_description(noun: Token) -> bool:
    """Whether it is an office with "the" that may stand for somebody named before: "the envoy".

    >>> doc = nlp("The envoy left a farmer.")
    >>> is_description(doc[1]), is_description(doc[4])
    (True, False)
    """
    return (
        is_person_noun(noun)
        and noun.lower_ in OFFICES
        and any(child.lower_ in ("the", "this", "that") for child in noun.lefts)
        and not any(child.dep_ == "relcl" for child in noun.rights)
    )


def is_person_noun(token: Token) -> bool:
    """Whether the token is a singular noun for one human being.

    >>> doc = nlp("The envoy left the city.")
    >>> is_person_noun(doc[1]), is_person_noun(doc[4])
    (True, False)
    """
    return token.tag_ == "NN" and person_noun(token) is not None


def grammatical_weight(token: Token, role: str) -> int:
    """How salient a noun phrase is by its place in its sentence, after Lappin and Leass.

    >>> doc = nlp("Arland backs Karum.")
    >>> grammatical_weight(doc[0], "subject"), grammatical_weight(doc[2], "object")
    (40, 20)
    """
    if token.dep_ == "poss" and grammatical_role(token.head) == "subject":
        return POSSESSOR_OF_SUBJECT
    return WEIGHTS_OF_ROLES[role]


def genders_of(antecedents: Antecedents, doc: Doc) -> dict[str, str]:
    """Whether a person is a man (`m`) or a woman (`f`), where the article tells.

    Title, given name and surname decide; else nouns ("Roe, a mother of two") and the pronouns in
    sentences that speak of nobody else before them.

    >>> roe = who_is_who("Mr Roe spoke.")
    >>> genders_of(Antecedents(roe.doc, roe, [True] * len(roe.doc)), roe.doc)
    {'roe': 'm'}
    """
    references = antecedents.references
    known = {a.id: a.gender for a in references.actors.values() if a.gender}
    votes: dict[str, Counter[str]] = {}
    for here in antecedents.found.values():
        people = [c for c in here if c.person]
        for candidate in people:
            if candidate.actor and candidate.gender:
                votes.setdefault(candidate.actor, Counter())[candidate.gender] += TOLD_BY_NOUN
        actors = {c.actor for c in people}
        alone = next(iter(actors)) if len(actors) == 1 else None
        if alone is not None:
            first = min(c.token.i for c in people)
            for word in doc[first : people[0].token.sent.end]:
                if word.lower_ in GENDERED:
                    gender = "m" if word.lower_ in MASCULINE else "f"
                    votes.setdefault(alone, Counter())[gender] += 1
    told = {
        actor: count.most_common(1)[0][0]
        for actor, count in votes.items()
        if len(count) == 1 or len(set(count.values())) > 1
    }
    return {**told, **known}


def _is_coordinated(token: Token) -> bool:
    return any(child.dep_ == "conj" for child in token.rights)


def _may_stand(token: Token) -> bool:
    return _is_noun(token) or _is_unnamed_source(token)


def _is_noun(token: Token) -> bool:
    if token.pos == NOUN:
        return token.dep_ not in ("compound", "npadvmod")
    word = token.lower_
    return word in SOMEBODY or (token.tag_ == "NNPS" and word in lexicon.demonyms())


def _is_unnamed_source(token: Token) -> bool:
    """Whether it is a name that is no actor's, such as the newspaper that reports."""
    return (
        token.pos == PROPN
        and (token.dep_ == "nsubj" or token.ent_type_ == "PERSON")
        and token.dep_ != "compound"
    )


def _repeats_another(token: Token) -> bool:
    """Whether the noun only says what somebody named beside it is: "Roe, a doctor"."""
    if token.dep_ == "appos":
        return True
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        return any(child.dep_ == "nsubj" and child.pos_ != "PRON" for child in token.head.lefts)
    return token.dep_ == "pobj" and token.head.lower_ == "as"
