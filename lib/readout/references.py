"""Which actors a word refers to: a name, a pronoun, or a noun such as "officials" or "the rebels".

Mentions say it for names and pronouns. Nouns are no mentions, but ties and events are said with
them: "Moroccan officials met representatives of the council". A noun that only represents somebody
refers to whom it represents, "the Libyan leader" to the person of that side and office.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Token

from readout import lexicon
from readout.actors import Actor, Mention
from readout.bodies import group_named, organisation_before
from readout.counted_groups import counted_group
from readout.rebels import OPPOSITION, OUTSIDERS, rebels_meant
from readout.reference_words import (
    COUNTRIES,
    GOVERNMENTS,
    HEADS,
    LEADERS,
    NOT_FOR_OWNER,
    SERVING,
    is_leaning,
    last_words_of_demonyms,
    places_of_power,
    rules_alone,
)
from readout.syntax import RELATIVE_PRONOUNS, agents, conjuncts, owners, subjects, tokens_with

SOURCES = frozenset({"of", "from", "for"})
LED = frozenset({"lead", "head", "command"})
DEEPEST = 4  # steps from noun to noun ("officials of the government of X")


@dataclass(frozen=True, slots=True)
class Role:
    """The office that a person holds: tokens [start, end), and whose it is (`whole`, an actor id).

    `guessed` says that the description itself names no side.
    """

    person: str
    whole: str | None
    title: str
    text: str
    start: int
    end: int
    guessed: bool = False


@dataclass(frozen=True)
class References:
    """Answers which actors a token refers to; `groups` are those of pronouns for several actors."""

    doc: Doc
    actors: Mapping[str, Actor]
    mentions: Sequence[Mention]
    roles: Sequence[Role] = ()
    groups: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    by_token: Mapping[int, str] = field(init=False)
    _remembered: dict[int, tuple[str, ...]] = field(init=False, repr=False, default_factory=dict)

    @cached_property
    def demonyms(self) -> tuple[tuple[int, str], ...]:
        """Where demonyms stand, and the state that each names.

        >>> who_is_who("The Syrian envoy left.").demonyms
        ((1, 'syria'),)
        """
        words = tokens_with(self.doc, "LOWER", last_words_of_demonyms())
        return tuple((token.i, state) for token in words for state in self.side(token))

    @cached_property
    def topic_state(self) -> str | None:
        """The state that the article speaks of most, by name, capital or demonym.

        >>> who_is_who("Norway's envoy met the Norwegian king in Chad.").topic_state
        'norway'
        """
        counts = Counter(self.state_of(m.actor) for m in self.mentions if m.kind != "pronoun")
        counts.update(state for _, state in self.demonyms)
        states = [actor for actor in counts if self.type_of(actor) == "state"]
        return min(states, key=lambda state: (-counts[state], state)) if states else None

    def __post_init__(self) -> None:
        by_token = {
            i: mention.actor for mention in self.mentions for i in range(mention.start, mention.end)
        }
        object.__setattr__(self, "by_token", by_token)

    def of(self, token: Token) -> tuple[str, ...]:
        """The ids of the actors that the noun phrase headed by the token refers to, if any.

        >>> norway = who_is_who("Norway's envoy left.")
        >>> norway.of(norway.doc[0]), norway.of(norway.doc[2])
        (('norway',), ('norway',))
        """
        if token.i not in self._remembered:
            self._remembered[token.i] = tuple(dict.fromkeys(self._of(token, DEEPEST)))
        return self._remembered[token.i]

    def describes(self, token: Token) -> bool:
        """Whether the token is a noun for a person: leader, envoy.

        >>> (norway := who_is_who("Norway's envoy left.")).describes(norway.doc[2])
        True
        """
        noun = lexicon.nominals().get(token.lemma_.lower())
        return noun is not None and noun.denotes == "person"

    def whole_of(self, token: Token) -> tuple[str, ...]:
        """Whose a body is, whoever leads it: Arland's for "an Arlandic government led by X".

        >>> (norway := who_is_who("Norway's government left.")).whole_of(norway.doc[2])
        ('norway',)
        """
        if token.lemma_.lower() in NOT_FOR_OWNER:  # "army defectors led by X"
            return self.of(token)
        return self._represented(token, DEEPEST) if token.i not in self.by_token else self.of(token)

    def of_all(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The ids of the actors of several tokens, each once, in order.

        >>> (norway := who_is_who("Norway left Chad.")).of_all(norway.doc)
        ('norway', 'chad')
        """
        return tuple(dict.fromkeys(actor for token in tokens for actor in self.of(token)))

    def _of(self, token: Token, depth: int) -> tuple[str, ...]:
        if token.i in self.by_token:
            return (self.by_token[token.i],)
        if token.i in self.groups:
            return self.groups[token.i]
        if depth == 0:
            return ()
        if token.lower_ in RELATIVE_PRONOUNS and token.tag_ in ("WDT", "WP", "WP$"):
            return self._antecedent(token, depth)
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
            return ()
        return self._noun(token, depth)

    def _antecedent(self, pronoun: Token, depth: int) -> tuple[str, ...]:
        clause = pronoun.head
        while clause.dep_ not in ("relcl", "acl", "ROOT") and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ not in ("relcl", "acl"):
            return ()
        return self.described_by(clause.head) or self._of(clause.head, depth - 1)

    def _noun(self, token: Token, depth: int) -> tuple[str, ...]:
        named = self._apposed(token, depth) or self._led_by(token, depth)
        named = named or counted_group(token, self)
        if named:
            return named
        noun = lexicon.nominals().get(token.lemma_.lower())
        denotes = noun.denotes if noun else None
        if noun and noun.noun in COUNTRIES and denotes == "state":
            return self._country(token, depth) or self._represented(token, depth)
        if noun and noun.noun in NOT_FOR_OWNER:
            return self._not_for_owner(token, denotes, depth)
        if denotes == "person":
            return self._office_holder(token, depth) or self._represented(token, depth)
        if denotes in ("state", "government_body"):
            return self._represented(token, depth)
        if denotes == "armed_group":
            return self._rebels(token, depth)
        if denotes in ("organisation", "bloc"):
            return group_named(token, self) or organisation_before(token, self)
        if token.lower_ in ("one", "some", "many", "most", "all", "both", "members", "number"):
            return self._parts(token, depth)
        if token.dep_ == "attr" and token.head.lemma_ == "be":
            return tuple(
                a for subject in subjects(token.head) for a in self._of(subject, depth - 1)
            )
        return ()

    def _not_for_owner(self, token: Token, denotes: str | None, depth: int) -> tuple[str, ...]:
        """Somebody of a side who is not for it: its critics, its opposition."""
        if denotes == "person":
            return self._office_holder(token, depth)
        act = any(child.lower_ == "to" for child in token.rights)  # "opposition to the plan"
        if token.lower_ == OPPOSITION and not act:
            return rebels_meant(token, self._sides_beside(token), self)
        return ()

    def _led_by(self, token: Token, depth: int) -> tuple[str, ...]:
        """Who leads it: "a government led by X" is X's, whatever else it is called."""
        return tuple(
            a
            for child in token.rights
            if child.dep_ == "acl" and child.lemma_ in LED
            for agent in agents(child)
            for a in self._of(agent, depth - 1)
        )

    def _apposed(self, token: Token, depth: int) -> tuple[str, ...]:
        """The actors named in apposition: "his ally Jane Roe", "allies such as Egypt and Qatar"."""
        found: list[str] = []
        for child in token.children:
            if child.dep_ in ("appos", "nmod", "compound") and child.i in self.by_token:
                if self.type_of(self.by_token[child.i]) == "city":
                    continue  # "ministers in the capital, Karum": the parser errs here
                behind = child.i > token.i and self.type_of(self.by_token[child.i]) == "person"
                if child.dep_ == "appos" or behind:
                    found += [a for each in conjuncts(child) for a in self._of(each, depth - 1)]
            elif child.dep_ == "prep" and child.lower_ in ("as", "like", "including"):
                for example in child.children:
                    if example.dep_ == "pobj":
                        found += [
                            a for each in conjuncts(example) for a in self._of(each, depth - 1)
                        ]
        return tuple(found)

    def _represented(self, token: Token, depth: int) -> tuple[str, ...]:
        """Whom a noun stands for: "Syrian forces", "envoys of X", "the X government"."""
        rebels = next((child for child in token.lefts if child.lower_ in OUTSIDERS), None)
        if rebels is not None:  # "Syrian rebel leaders" are not Syria's
            return rebels_meant(rebels, self._sides_beside(token), self)
        for child in token.children:
            if is_leaning(child):
                continue
            if child.dep_ in ("poss", "compound", "nmod", "amod"):
                actors = self._of(child, depth - 1) or self.side(child)
                if actors:
                    return tuple(
                        a
                        for each in conjuncts(child)
                        for a in (self._of(each, depth - 1) or self.side(each))
                    )
            if child.dep_ == "prep" and child.lower_ in SOURCES:
                found = [
                    a
                    for pobj in child.children
                    if pobj.dep_ == "pobj"
                    for each in conjuncts(pobj)
                    for a in self._of(each, depth - 1)
                ]
                if found:
                    return tuple(found)
        followed = [] if self.describes(token) else places_of_power(token)
        if followed:
            found = [a for place in followed for a in self._of(place, depth - 1)]
            serves = token.lemma_.lower() in SERVING
            return tuple(a for a in found if not serves or self.type_of(a) == "state")
        bare = token.lemma_.lower() in GOVERNMENTS and not any(
            child.lower_ in ("a", "an", "any", "no") for child in token.lefts
        )
        return (self.topic_state,) if bare and self.topic_state else ()

    def _sides_beside(self, noun: Token) -> list[str]:
        """The actors that names and demonyms right before a noun are."""
        beside = [child for child in noun.lefts if not is_leaning(child)]
        named = [self.by_token[child.i] for child in beside if child.i in self.by_token]
        return named + [side for child in beside for side in self.side(child)]

    def _country(self, token: Token, depth: int) -> tuple[str, ...]:
        """Whose country is meant: "his country" is the side of the person."""
        people = [a for owner in owners(token) for a in self._of(owner, depth - 1)]
        return tuple(side for person in people for side in self.sides_of(person)[:1])

    def side(self, word: Token) -> tuple[str, ...]:
        """The state that a demonym names: "Syrian" -> ("syria",).

        >>> (norway := who_is_who("The Norwegian envoy left.")).side(norway.doc[1])
        ('norway',)
        """
        if word.tag_ in ("NNS", "NNPS") or word.is_lower:  # "Syrians" are no state
            return ()
        demonyms = lexicon.demonyms()
        before = word.doc[word.i - 1].lower_ + " " if word.i else ""
        state = demonyms.get(before + word.lower_) or demonyms.get(word.lower_)
        return (state,) if state else ()

    def described_by(self, token: Token) -> tuple[str, ...]:
        """The person that a noun in apposition is: "Jane Roe, a former premier".

        >>> roe = who_is_who("Arland jailed Jane Roe, a former premier.")
        >>> roe.described_by(roe.doc[7])
        ('jane-roe',)
        """
        person = self.by_token.get(token.head.i) if token.dep_ == "appos" else None
        return (person,) if person and self.type_of(person) == "person" else ()

    def people(self, word: Token) -> tuple[str, ...]:
        """The state that acts as its people: "the Syrians", but not at home.

        >>> chad = who_is_who("Chad fears the Egyptians, but Chad will not yield.")
        >>> chad.people(chad.doc[3])
        ('egypt',)
        """
        before = word.nbor(-1).lower_ if word.i else ""
        if before != "the" or word.tag_ not in ("NNS", "NNPS") or word.is_lower:
            return ()
        state = lexicon.demonyms().get(word.lower_)
        return (state,) if state and state != self.topic_state else ()

    def sides_of(self, person: str) -> tuple[str, ...]:
        """The states and bodies that a person speaks for, states first.

        >>> who_is_who("Norwegian Foreign Minister Jane Roe left.").sides_of("jane-roe")
        ('norway',)
        """
        return self._sides.get(person, ())

    @cached_property
    def _sides(self) -> dict[str, tuple[str, ...]]:
        wholes: dict[str, list[str]] = {}
        for role in self.roles:
            if role.whole:
                wholes.setdefault(role.person, []).append(role.whole)
        sides = {}
        for person, own in wholes.items():
            found = [s for whole in own for s in self._of_superior(whole, wholes)]
            sides[person] = tuple(
                sorted(dict.fromkeys(found), key=lambda side: not self._is_state(side))
            )
        return sides

    def _of_superior(self, whole: str, wholes: Mapping[str, list[str]]) -> list[str]:
        """The side itself; those of the person whose minister or envoy somebody is."""
        return wholes.get(whole, []) if self.type_of(whole) == "person" else [whole]

    def _is_state(self, actor: str) -> bool:
        return self.type_of(actor) == "state"

    def type_of(self, actor: str) -> str | None:
        """The type of an actor; states that only a demonym names are states too.

        >>> who_is_who("Norway left.").type_of("norway")
        'state'
        """
        if actor in self.actors:
            return self.actors[actor].type
        return "state" if actor in lexicon.states() else None

    def state_of(self, actor: str) -> str:
        """The state whose capital it is, for Brussels the union if named, else the actor itself.

        >>> who_is_who("Talks in Oslo failed.").state_of("oslo")
        'norway'
        """
        if self.type_of(actor) != "city":
            return actor
        state = lexicon.capitals().get(self.actors[actor].name, actor)
        seat = self.actors[actor].name == "Brussels" and state not in self.actors
        return next((body for body in ("eu", "nato") if seat and body in self.actors), state)

    def group(self, token: Token) -> tuple[str, ...]:
        """The armed group that a word such as "rebel" stands for in this article.

        >>> (lra := who_is_who("The LRA left. The rebels spoke.")).group(lra.doc[5])
        ('lra',)
        """
        noun = lexicon.nominals().get(token.lemma_.lower())
        return self._rebels(token, 0) if noun and noun.denotes == "armed_group" else ()

    def _office_holder(self, token: Token, depth: int) -> tuple[str, ...]:
        """The person that a description names: "the Libyan leader", "Turkey's foreign minister"."""
        wholes = self._represented(token, depth)
        if not wholes:
            return ()
        noun = token.lemma_.lower()
        called_so = [role for role in self.roles if noun in role.title.split()]
        others = (
            role
            for role in self.roles
            if (noun in LEADERS and rules_alone(role.title))
            or (noun in HEADS and HEADS & set(role.title.split()))
        )
        for roles in (called_so, others):
            people = {r.person for r in roles if {r.whole, *self.sides_of(r.person)} & set(wholes)}
            if people:
                return tuple(people) if len(people) == 1 else ()
        return ()

    def _rebels(self, token: Token, depth: int) -> tuple[str, ...]:
        return rebels_meant(token, self._represented(token, depth), self)

    def _parts(self, token: Token, depth: int) -> tuple[str, ...]:
        """Whom "one of" or "most of" picks from."""
        return tuple(
            a
            for child in token.children
            if child.dep_ == "prep" and child.lower_ == "of"
            for pobj in child.children
            if pobj.dep_ == "pobj"
            for a in self._of(pobj, depth - 1)
        )
