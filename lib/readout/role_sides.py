"""Whose an office is: the side that a description of a person names, or that the text implies.

A named side stands before the title ("Arland's envoy") or behind it ("envoy of Arland"). Where an
office of state names none it is that of the known holder of a top office, else the state that the
text around it is about; a side that is said but cannot be told is never guessed at.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from readout import lexicon
from readout.office_holders import LEADERS, find_office_holder, state_by_code, state_held
from readout.reference_words import COUNTRIES, GOVERNMENTS
from readout.references import References
from readout.syntax import clause_of, own_subjects, subjects

NEAR_WEIGHT = 6  # of the same sentence and the one before
CLEAR_LEAD = 2  # times the weight of the next state
OUTSIDE_STATES = frozenset({"opposition", "dissident", "exiled", "exile", "rebel", "separatist"})
PLACES = frozenset({"state", "city", "person"})
SIDE_PREPOSITIONS = frozenset({"of", "for", "at", "in", "to", "with", "from"})
ENDED = frozenset({"former", "ex", "late", "then", "onetime", "deposed", "ousted"})
NAMED_KINDS = frozenset({"ORG", "GPE", "LOC", "FAC"})  # of names that are no actors
PEOPLES = frozenset({"NORP", "PERSON"})  # what spaCy takes an unknown demonym for
NAMED_BODIES = frozenset({"organisation", "government_body", "armed_group", "bloc"})
FELLOWS = frozenset("friend ally rival enemy foe guest host neighbour neighbor partner".split())
COUNTERPART = "counterpart"
HEADING = frozenset({"secretary general", "secretary-general"})
SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# What is no part of the state in which it is: "head of Arland's largest company".
PRIVATE_BODIES = frozenset(
    "company firm business conglomerate manufacturer maker retailer airline club newspaper "
    "university college school studio branch subsidiary chain".split()
)
# What people are by trade: "Cuban" before it is where they come from, not whom they serve.
TRADES = frozenset(
    "journalist reporter correspondent editor columnist author writer historian philosopher "
    "researcher scholar scientist analyst expert economist lawyer businessman businesswoman "
    "billionaire tycoon oligarch financier campaigner blogger clergyman strategist fellow "
    "activist dissident gunman unionist politician statesman national".split()
)


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase about a person: tokens [start, end), whose title begins at `title_start`."""

    person: str
    title: str
    start: int
    end: int
    title_start: int

    @property
    def of_state(self) -> bool:
        """Whether the title is that of an office of state.

        >>> Description("jane-roe", "foreign minister", 0, 2, 0).of_state
        True
        """
        return lexicon.titles()[self.title].side == "state"

    @property
    def of_trade(self) -> bool:
        """Whether the title is a trade that somebody has for no side.

        >>> Description("jane-roe", "journalist", 0, 1, 0).of_trade
        True
        """
        return self.title.split()[-1] in TRADES


@dataclass(frozen=True, slots=True)
class SideFinder:
    """Finds the sides of descriptions in one text; `year` is that of the publication."""

    doc: Doc
    references: References
    year: int | None

    def named(self, role: Description) -> str | None:
        """The id of the side that it names before the title, else after "of", None without one.

        >>> norway = who_is_who("Norway's envoy Jane Roe left.")
        >>> envoy = Description("jane-roe", "envoy", 0, 3, 2)
        >>> SideFinder(norway.doc, norway, None).named(envoy)
        'norway'
        """
        fellow = (
            i for i in range(role.start, role.title_start) if self.doc[i].lemma_.lower() in FELLOWS
        )
        # "his former friend President X": he has the friend, not the president
        before = reversed(range(max(fellow, default=role.start), role.title_start))
        sides = [side for i in before if (side := self._side(self.doc[i], role))]
        sides = [side for side in sides if self.references.type_of(side) != "city"]
        states = [side for side in sides if self.references.type_of(side) == "state"]
        if not sides:
            return self._named_behind(role)
        bodies = [side for side in sides if side not in states]
        if not bodies and (self._stands_outside(role) or self._only_comes_from(role)):
            return None
        if bodies or role.of_state:
            return ((states or sides) if role.of_state else bodies)[0]
        body = self._named_behind(role, prepositions=frozenset({"of"}))  # "Swiss head of the UN"
        return body if body and self.references.type_of(body) not in PLACES else sides[0]

    def implied(self, role: Description) -> str | None:
        """The id of the state of an office of state whose description names none, if it is clear.

        >>> norway = who_is_who("Norway denied it. Foreign Minister Jane Roe left.")
        >>> minister = Description("jane-roe", "foreign minister", 4, 6, 4)
        >>> SideFinder(norway.doc, norway, None).implied(minister)
        'norway'
        """
        if role.title == COUNTERPART or self._stands_outside(role) or self._is_of_unknown(role):
            return None
        known = self._known_state(role)
        return known if known or self._has_ended(role) else self._state_spoken_of(role.start)

    def headed(self, role: Description) -> str | None:
        """The id of the only organisation named so far, which a bare secretary-general heads.

        >>> nato = who_is_who("NATO denied it. Secretary General Jane Roe left.")
        >>> head = Description("jane-roe", "secretary general", 4, 6, 4)
        >>> SideFinder(nato.doc, nato, None).headed(head)
        'nato'
        """
        if role.title not in HEADING or role.start != role.title_start:
            return None
        before = (m.actor for m in self.references.mentions if m.end <= role.start)
        bodies = {actor for actor in before if self.references.type_of(actor) == "organisation"}
        return bodies.pop() if len(bodies) == 1 else None

    def led(self, role: Description) -> str | None:
        """The id of the state that the lexicon knows to be led by somebody called its leader.

        >>> merkel = who_is_who("The veteran leader Angela Merkel left.")
        >>> leader = Description("angela-merkel", "leader", 2, 3, 2)
        >>> SideFinder(merkel.doc, merkel, 2011).led(leader)
        'germany'
        """
        name = self.references.actors[role.person].name
        if role.title not in LEADERS or self._stands_outside(role) or " " not in name:
            return None
        return state_held(name, role.title, year=self.year)

    def speaking(self, role: Description) -> str | None:
        """The id of whom a bare spokesman speaks for, the subject before, None if that is unclear.

        >>> norway = who_is_who("Norway denied it, and spokesman Omar Roe agreed.")
        >>> spokesman = Description("omar-roe", "spokesman", 5, 6, 5)
        >>> SideFinder(norway.doc, norway, None).speaking(spokesman)
        'norway'
        """
        if role.title not in SPEAKING or role.start != role.title_start or not role.start:
            return None
        verb = clause_of(self.doc[role.title_start])
        before = verb.head if verb.dep_ == "conj" and verb.head.i < role.start else None
        if before is None:
            sentence = self.doc[role.start].sent
            if sentence.start == 0 or role.start - sentence.start > 1:
                return None
            before = self.doc[sentence.start - 1].sent.root
        found = self.references.of_all(subjects(before))
        bodies = [actor for actor in found if actor != role.person]
        return bodies[0] if len(bodies) == 1 else None

    def _named_behind(
        self, role: Description, *, prepositions: frozenset[str] = SIDE_PREPOSITIONS
    ) -> str | None:
        for i in range(role.title_start, role.end):
            if self.doc[i].lower_ in prepositions and self.doc[i].pos_ == "ADP":
                side = self._side_behind(i, role)
                if side is None or self.references.type_of(side) == "city":
                    continue
                return None if role.of_trade and self._is_state(side) else side
        return None

    def _is_state(self, side: str) -> bool:
        return self.references.type_of(side) == "state"

    def _stands_outside(self, role: Description) -> bool:
        """Whether it is a leader of those outside the state: "the Arlandic opposition leader"."""
        first = role.title_start
        words = {self.doc[i].lower_ for i in (first - 1, first) if i >= 0}
        return bool(words & OUTSIDE_STATES)

    def _only_comes_from(self, role: Description) -> bool:
        """Whether the state before it is where the person comes from: "an Arlandic diplomat"."""
        if role.title == "diplomat":  # said of people who serve others, after their names
            return any(
                token.lower_ in ("a", "an") for token in self.doc[role.start : role.start + 1]
            )
        return role.of_trade

    def _side_behind(self, preposition: int, role: Description) -> str | None:
        """The body named behind "of", before the state whose it is: "of Arland's Border Agency"."""
        found: list[str] = []
        for i in range(preposition + 1, role.end):
            token = self.doc[i]
            if found and (token.pos_ in ("ADP", "CCONJ") or token.is_punct):
                break
            side = self._side(token, role) or self._group_before(token)
            if side is not None:
                found.append(side)
            elif token.lemma_.lower() in PRIVATE_BODIES:
                found = [side for side in found if not self._is_state(side)]
        bodies = [side for side in found if self.references.type_of(side) not in PLACES]
        return next(iter(bodies or found), None)

    def _side(self, token: Token, role: Description) -> str | None:
        actor = self.references.by_token.get(token.i)
        if actor is not None:
            his_match = role.title == COUNTERPART and token.tag_ == "PRP$"  # serves another side
            return None if actor == role.person or his_match else self._served(token, actor, role)
        if token.i + 1 < role.end and token.nbor().tag_ == "POS":  # "the council's chairman"
            bodies = [a for a in self.references.of(token) if not self._is_person(a)]
            if len(bodies) == 1:
                return bodies[0]
        for side in self.references.side(token):
            shared = token.text in lexicon.states()[side].ambiguous
            return (self._known_state(role) if shared else None) or side
        return next(iter(self.references.group(token)), None)

    def _group_before(self, noun: Token) -> str | None:
        """The body that was named before "the ministry", "the group"."""
        known = lexicon.nominals().get(noun.lemma_.lower())
        article = noun.i > 0 and noun.nbor(-1).lower_ == "the"
        if known is None or known.denotes not in NAMED_BODIES or not article:
            return None
        bodies = [a for a in self.references.of(noun) if not self._is_person(a)]
        return bodies[0] if len(bodies) == 1 else None

    def _served(self, token: Token, actor: str, role: Description) -> str:
        """The state of whom a pronoun stands for, where it is known: "his prime minister"."""
        state_of_him = role.of_state and token.tag_ == "PRP$" and self._is_person(actor)
        sides = self.references.sides_of(actor) if state_of_him else ()
        return next(filter(self._is_state, sides), actor)

    def _is_person(self, actor: str) -> bool:
        return self.references.type_of(actor) == "person"

    def _has_ended(self, role: Description) -> bool:
        """Whether it is a former office: "former president", "the late leader"."""
        words = {token.lower_ for token in self.doc[role.start : role.title_start + 1]}
        return bool(ENDED & words)

    def _known_state(self, role: Description) -> str | None:
        """The state of a holder of a top office whom the lexicon knows, then or at another time."""
        name = self.references.actors[role.person].name
        title = " ".join(word for word in role.title.split() if word not in ENDED)
        holder = find_office_holder(name, title=title, year=self.year)
        if holder is None and (" " in name or self._has_ended(role)):
            holder = find_office_holder(name, title=title)
        return state_by_code()[holder.country] if holder else None

    def _is_of_unknown(self, role: Description) -> bool:
        """Whether it names a side that is no actor: "its premier", "president of Roe Holdings"."""
        for token in self.doc[role.start : role.title_start]:
            if token.tag_ == "PRP$" or (token.tag_ == "POS" and not self._is_country(token.i - 1)):
                return True
            if token.ent_type_ in NAMED_KINDS and token.pos_ == "PROPN":
                return True
            if token.ent_type_ in PEOPLES and not self.references.side(token):
                return True  # "the Arlandic president", of a state that is not known
        if role.title.endswith(("minister", "secretary")):  # "minister of tourism"
            return False
        return any(
            token.lower_ in ("of", "at")
            and any(t.pos_ == "PROPN" for t in self.doc[token.i + 1 : role.end])
            for token in self.doc[role.title_start + len(role.title.split()) : role.end]
        )

    def _is_country(self, position: int) -> bool:
        """Whether it is the country, or its government, that the text is about."""
        return self.doc[position].lemma_.lower() in COUNTRIES | GOVERNMENTS

    def _state_spoken_of(self, position: int) -> str | None:
        """The state that the text before the position is about, None if that is not clear.

        It is the subject of a sentence just before. Else the names and demonyms of states up to
        there count; names that are read as actor count twice, and what stands in the same sentence
        or the one before counts more.
        """
        nearest = self._previous_sentence(position)
        for root in self._verbs_before(position):
            found = self.references.of_all(own_subjects(root))
            states = [state for state in found if self._is_state(state)]
            if states:
                return states[0] if len(states) == 1 else None
        weights: Counter[str] = Counter()
        for mention in self.references.mentions:
            state = self.references.state_of(mention.actor)
            if mention.end <= position and self._is_state(state):
                near = 1 if mention.start < nearest else NEAR_WEIGHT
                weights[state] += near * (2 if mention.reading == "actor" else 1)
        for i, state in self.references.demonyms:
            if i < position:
                weights[state] += 1 if i < nearest else NEAR_WEIGHT
        (first, weight), (_, other) = [*weights.most_common(2), ("", 0), ("", 0)][:2]
        return first if weight and weight >= CLEAR_LEAD * other else None

    def _verbs_before(self, position: int) -> Iterator[Token]:
        """The main verb of the sentence before the one at the position."""
        start = self.doc[position].sent.start
        if start:
            yield self.doc[start - 1].sent.root

    def _previous_sentence(self, position: int) -> int:
        """The first token of the sentence before the one at the position."""
        start = self.doc[position].sent.start
        return self.doc[start - 1].sent.start if start else 0
