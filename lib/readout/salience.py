"""How salient a noun phrase is for a pronoun, in points after Lappin and Leass (1994).

Subjects count more than objects and the near more than the far; what the syntax of a common
sentence says (whose report it is, whose possessive) counts most. The points were set on articles
with annotated pronouns.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from readout.antecedents import SUBJECT, Candidate
from readout.people import KIN
from readout.pronoun_scenes import (
    destinations,
    is_to_fall,
    journey_to_hosts,
)
from readout.pronoun_syntax import (
    GENDERED,
    OF_STATES,
    PLURAL,
    demanders,
    doers,
    first_of_pair,
    grammatical_role,
    judged,
    possessor_of_modified,
    reporters,
    suits_thing,
)
from readout.references import References
from readout.syntax import clause_of, first_conjunct, own_subjects, subjects

KIN_REACH = 10  # tokens


@dataclass(frozen=True, slots=True)
class Weights:
    """What makes a candidate more or less salient, in the points of Lappin and Leass."""

    per_sentence: int = 30  # lost for each sentence between it and the pronoun
    own_subject: int = 50  # of a possessive: "Arland submitted its draft"
    same_sentence: int = 10  # for possessives
    same_clause: int = 25  # "backed the rebels in their revolt"
    main_clause: int = 15  # subjects of main verbs over those of subordinate ones
    singular: int = -40  # a side that is called they
    thing: int = 50  # "it is too weak"
    state: int = 20  # "its president"
    place: int = -15  # a name that only says where
    same_surname: int = 80  # "his sons, Karim Roe and Omar Roe": the Roe named before
    quoted: int = -40  # outside of a quotation seldom means somebody named inside it
    reported: int = 60  # "Roe said he"
    demander: int = -60  # "Roe demanded that he be freed"
    reported_owner: int = 30  # "Roe said his"
    reported_within: int = 40  # "Roe said that X was hurt when he"
    side_of_reporter: int = 40  # "Roe said it" for Roe's state
    governing_clause: int = 35  # "arrested Roe when he"
    judged: int = 60  # "thanked Roe for his"
    pair: int = 60  # "Roe and his sons"
    coordinated: int = -45  # one of "Roe and Poe", for he, she and it
    parallel: int = 5  # subject and subject, object and object
    most_frequent: int = 2  # at most this much for being mentioned often
    ousted: int = 40  # "seeking to overthrow him": the one of whom most is told
    within: int = 40  # a subordinate clause: "spoke after the rebels took Roe's house, ending his"
    host: int = 80  # "flew to Arland to meet its leaders"
    modified: int = 30  # "Roe's book on his childhood"


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Story:
    """What salience asks of the text: sentences, ages and quotations, how often who is named.

    `sentences` are the numbers by token, `ages` how many sentences there are up to each without
    those that are quoted as a whole, `quoted` and `places` the tokens in quotations and in names
    that only say where, `counts` the mentions by actor.
    """

    references: References
    sentences: Sequence[int]
    ages: Sequence[int]
    quoted: frozenset[int]
    places: frozenset[int]
    counts: Mapping[str, int]


class Salience:
    """The salience of candidates for one pronoun; what hangs on it alone is looked up once."""

    def __init__(self, pronoun: Token, story: Story) -> None:
        """Look up what every candidate of the pronoun is compared with."""
        self.pronoun = pronoun
        self.word = pronoun.lower_
        self.role = grammatical_role(pronoun)
        self.story = story
        self.sentence = story.sentences[pronoun.i]
        self.quoted = pronoun.i in story.quoted
        self.owns_of_state = self.word == "its" and pronoun.head.lemma_ in OF_STATES
        self.suits_thing = self.word == "it" and suits_thing(pronoun)

    @cached_property
    def _kin(self) -> frozenset[str]:
        """The people who share a surname with those named right after "his sons"."""
        if self.pronoun.head.lower_ not in KIN:
            return frozenset()
        references, first = self.story.references, self.pronoun.i
        named = {
            references.actors[references.by_token[i]].name.split()[-1]
            for i in range(first, first + KIN_REACH)
            if i in references.by_token
        }
        actors = references.actors.values()
        return frozenset(actor.id for actor in actors if actor.name.split()[-1] in named)

    @cached_property
    def _likely_to_fall(self) -> str | None:
        """The person of whom the article tells most, if the pronoun is somebody to be ousted."""
        if self.word not in GENDERED or not is_to_fall(self.pronoun):
            return None
        people = [a for a in self.story.counts if self.story.references.type_of(a) == "person"]
        return max(people, key=lambda actor: self.story.counts[actor], default=None)

    @cached_property
    def _subordinate(self) -> frozenset[int]:
        """The clauses below the main one that the clause of a possessive belongs to."""
        if self.pronoun.dep_ != "poss":
            return frozenset()
        clause, found = clause_of(self.pronoun), set()
        while clause.head.i != clause.i:
            if clause.dep_ in ("advcl", "relcl", "acl"):
                found.add(clause.i)
            clause = clause_of(clause.head)
        return frozenset(found)

    @cached_property
    def _reporting_sides(self) -> frozenset[str]:
        """For whom those speak that report the clause of "it"."""
        if self.word != "it" or self.pronoun.dep_ != "nsubj" or self.suits_thing:
            return frozenset()
        references = self.story.references
        people = references.of_all(subject for subject, _ in reporters(self.pronoun))
        return frozenset(side for person in people for side in references.sides_of(person))

    def of(self, candidate: Candidate) -> int:
        """The points of a candidate.

        >>> from readout.antecedents import Antecedents
        >>> roe = who_is_who("Jane Roe spoke. She left.")
        >>> numbers, readable = [0, 0, 0, 0, 1, 1, 1], [True] * len(roe.doc)
        >>> story = Story(roe, numbers, numbers, frozenset(), frozenset(), {"jane-roe": 1})
        >>> candidate = Antecedents(roe.doc, roe, readable).candidate(roe.doc[1], "jane-roe")
        >>> Salience(roe.doc[4], story).of(candidate)
        31
        """
        distance = self._distance(candidate)
        score = candidate.weight - WEIGHTS.per_sentence * distance
        if candidate.actor:
            score += self._of_actor(candidate.actor)
        elif self.suits_thing:
            score += WEIGHTS.thing
        if distance == 0:
            score += self._in_sentence(candidate)
        if candidate.token.i in self.story.quoted and not self.quoted:
            score += WEIGHTS.quoted
        if candidate.weight >= SUBJECT and first_conjunct(candidate.token).head.dep_ == "ROOT":
            score += WEIGHTS.main_clause
        if candidate.role == self.role:
            score += WEIGHTS.parallel
        if candidate.token.i in self.story.places:
            score += WEIGHTS.place
        return score + self._of_number(candidate, distance)

    def _of_actor(self, actor: str) -> int:
        """What it adds who the candidate is."""
        score = min(WEIGHTS.most_frequent, self.story.counts[actor])
        score += WEIGHTS.same_surname * (actor in self._kin)
        score += WEIGHTS.side_of_reporter * (actor in self._reporting_sides)
        score += WEIGHTS.ousted * (actor == self._likely_to_fall)
        if self.owns_of_state and self.story.references.type_of(actor) == "state":
            score += WEIGHTS.state
        return score

    def _of_number(self, candidate: Candidate, distance: int) -> int:
        """What their number adds: they for one side, he for one of two named before."""
        if self.word in PLURAL:
            return 0 if candidate.plural else WEIGHTS.singular
        alone = distance == 0 or not _is_coordinated(candidate.token)
        return 0 if alone else WEIGHTS.coordinated

    def _distance(self, candidate: Candidate) -> int:
        """Sentences between the two; outside of quotations those inside one do not count."""
        if self.quoted or candidate.sentence == self.sentence:
            return self.sentence - candidate.sentence
        ages = self.story.ages
        return max(1, ages[self.sentence] - ages[candidate.sentence])

    def _in_sentence(self, candidate: Candidate) -> int:
        """What the syntax of their common sentence adds to a candidate."""
        score, pronoun = 0, self.pronoun
        for subject, directly in reporters(pronoun):
            if self._is_among(candidate, [subject]):
                score += self._of_reporter(directly=directly)
                break
        if self._is_among(candidate, demanders(pronoun)):
            score += WEIGHTS.demander
        modified = possessor_of_modified(pronoun)
        clause = clause_of(pronoun)
        if (
            (pronoun.dep_ != "poss" or modified is None)
            and clause.dep_ in ("advcl", "relcl", "conj")
            and not _has_relative_subject(clause)
            and (
                clause_of(candidate.token).i == clause.head.i
                or self._is_among(candidate, subjects(clause.head))
            )
        ):
            score += WEIGHTS.governing_clause
        if clause_of(candidate.token).i in self._subordinate:
            score += WEIGHTS.within
        if modified is not None and modified.i == candidate.token.i:
            score += WEIGHTS.modified
        return score + (self._of_owner(candidate, clause) if pronoun.dep_ == "poss" else 0)

    def _of_owner(self, candidate: Candidate, clause: Token) -> int:
        """What the syntax of their common sentence adds to the owner in "its draft"."""
        score = WEIGHTS.same_sentence
        blamed = judged(self.pronoun)
        if blamed is not None and self._is_among(candidate, [blamed]):
            score += WEIGHTS.judged
        travel = journey_to_hosts(self.pronoun)
        if travel is not None and candidate.token.i in {t.i for t in destinations(travel)}:
            score += WEIGHTS.host
        pair = first_of_pair(self.pronoun)
        if pair is not None and self._is_among(candidate, [pair]):
            score += WEIGHTS.pair
        if self._is_among(candidate, doers(clause)):
            score += WEIGHTS.own_subject
        elif clause_of(candidate.token).i == clause.i:
            score += WEIGHTS.same_clause
        return score

    def _of_reporter(self, *, directly: bool) -> int:
        if not directly:
            return WEIGHTS.reported_within
        return WEIGHTS.reported if self.pronoun.dep_ != "poss" else WEIGHTS.reported_owner

    def _is_among(self, candidate: Candidate, tokens: Iterable[Token]) -> bool:
        """Whether the candidate is one of the tokens, or what a relative pronoun of them means."""
        return any(
            token.i == candidate.token.i
            or (token.tag_ in ("WDT", "WP") and self._is_behind(token, candidate))
            for token in tokens
        )

    def _is_behind(self, relative: Token, candidate: Candidate) -> bool:
        """Whether "who" or "which" means the candidate."""
        clause = clause_of(relative)
        described = clause.dep_ == "relcl" and clause.head.i == candidate.token.i
        return described or candidate.actor in self.story.references.of(relative)


def _has_relative_subject(clause: Token) -> bool:
    """Whether who does it is the noun before: "Roe, who lost his post"."""
    return any(subject.tag_ in ("WDT", "WP") for subject in own_subjects(clause))


def _is_coordinated(noun: Token) -> bool:
    return noun.dep_ == "conj" or any(child.dep_ == "conj" for child in noun.rights)
