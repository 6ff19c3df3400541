"""Who he, she, it, they, and in quotations I and we, are.

Candidates are the noun phrases before the pronoun, in this sentence or shortly before, that agree
with it in number, gender and kind. Syntax decides first (the subject of "X said he ..."), then
salience: subjects before objects, near before far, after Lappin and Leass (1994). What refers to no
actor is left alone: weather, clefts and extraposition ("it is likely that"), and "it" for a thing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from readout.actors import Mention
from readout.people import KIN
from readout.pronoun_syntax import (
    grammatical_role,
    is_bound,
    is_pleonastic,
    needs_actor,
    reports_clause_of,
)
from readout.quotes import find_quotations, speaker_at
from readout.references import References
from readout.syntax import (
    clause_of,
    conjuncts,
    first_conjunct,
    own_subjects,
    prepositional_objects,
    sentence_number,
    subjects,
)

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
SPEAKERS = frozenset({"we", "us", "our", "ours", "ourselves"})
PRONOUNS = MASCULINE | FEMININE | NEUTER | PLURAL | SPEAKER | SPEAKERS

FRONTED = 6  # tokens from the beginning of a sentence
SINGULAR_SIDES = ("state", "organisation", "government_body")  # "they" in speech
REACH = 4  # sentences back
SUBJECT, OBJECT, OTHER = 40, 20, 10
PER_SENTENCE = 25  # what a candidate loses for each sentence between it and the pronoun
SAME_CLAUSE_OWNER = 30  # "Arland submitted its draft"
SAME_SENTENCE = 10  # for possessives
SAME_CLAUSE = 20  # "backed the rebels in their revolt"
MAIN_CLAUSE = 15  # subjects of main verbs over those of subordinate ones
GROUP = 5  # "X and Y" over X, for they
SINGULAR = -25  # a side that speech calls they
PLACE = -15  # a name that only says where
SAME_SURNAME = 60  # "his sons, Karim Roe and Omar Roe": the Roe named before
KIN_REACH = 10  # tokens
POSSESSOR_OF_SUBJECT = 25  # "Arland's visit draws ..."
QUOTED = -40  # a pronoun outside of a quotation seldom means somebody named inside it
REPORTED_SPEAKER = 60  # "Roe said he"
PARALLEL = 10  # subject and subject, object and object
MOST_FREQUENT = 8  # at most this much for being mentioned often


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that a pronoun may stand for; without `actor` it is a thing or a group."""

    token: Token
    actor: str | None
    sentence: int
    plural: bool
    weight: int
    group: tuple[str, ...] = ()


def resolve_pronouns(
    doc: Doc, references: References, *, readable: Sequence[bool]
) -> tuple[list[Mention], dict[int, tuple[str, ...]]]:
    """Find out which actor each pronoun stands for.

    Returns a mention (kind `pronoun`, reading `actor`) for each pronoun that stands for one actor,
    in text order, and for those that stand for several actors together their token with the actors.
    Pronouns for things and for nobody in particular are in neither.
    """
    resolver = _Resolver(doc, references)
    pronouns = [t for t in doc if t.pos_ == "PRON" and t.lower_ in PRONOUNS and readable[t.i]]
    # Who says "we", and of whom, may hang on a "she" that follows the quotation.
    pronouns.sort(key=lambda t: (t.lower_ in SPEAKER | SPEAKERS, t.i in resolver.speakers))
    mentions = []
    for token in pronouns:
        found = resolver.resolve(token)
        if found:
            actor, via = found
            mentions.append(Mention(token.i, token.i + 1, actor, "pronoun", "actor", via))
            resolver.remember(token, actor)
    return sorted(mentions, key=lambda mention: mention.start), resolver.groups


class _Resolver:
    """The candidates seen so far, and the choice among them for one pronoun at a time."""

    def __init__(self, doc: Doc, references: References) -> None:
        self.references = references
        self.sentences = sentence_number(doc)
        self.speakers = speaker_at(find_quotations(doc))
        self.counts = Counter(mention.actor for mention in references.mentions)
        self.candidates = self._noun_phrases(doc)
        self.places = {
            i for m in references.mentions if m.reading == "place" for i in range(m.start, m.end)
        }
        self.pronouns: dict[int, str] = {}
        self.groups: dict[int, tuple[str, ...]] = {}
        self.genders = {a.id: a.gender for a in references.actors.values() if a.gender}

    def _noun_phrases(self, doc: Doc) -> dict[int, list[Candidate]]:
        found: dict[int, list[Candidate]] = {}
        heads = {doc[m.start : m.end].root.i for m in self.references.mentions}
        for token in doc:
            thing = token.pos_ == "NOUN" and token.dep_ not in ("compound", "npadvmod")
            speaker = token.pos_ == "PROPN" and token.dep_ == "nsubj"  # a source that is no actor
            if token.i in heads or thing or speaker:
                actors = self.references.of(token)
                actor = actors[0] if len(actors) == 1 else None
                here = found.setdefault(self.sentences[token.i], [])
                here.append(self._candidate(token, actor))
                if any(child.dep_ == "conj" for child in token.children) and token.dep_ != "conj":
                    here.append(self._group(token))
        return found

    def _candidate(self, token: Token, actor: str | None) -> Candidate:
        plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in PLURAL
        return Candidate(token, actor, self.sentences[token.i], plural, _grammatical_weight(token))

    def _group(self, token: Token) -> Candidate:
        """The actors that are coordinated with a token, as one plural antecedent."""
        weight = _grammatical_weight(token) + GROUP
        members = self.references.of_all(conjuncts(token))
        return Candidate(
            token, None, self.sentences[token.i], plural=True, weight=weight, group=members
        )

    def remember(self, pronoun: Token, actor: str) -> None:
        """Let a resolved pronoun keep its actor salient for the ones that follow."""
        candidate = self._candidate(pronoun, actor)
        self.candidates.setdefault(candidate.sentence, []).append(candidate)
        self.pronouns[pronoun.i] = actor
        if pronoun.lower_ in MASCULINE | FEMININE:
            self.genders.setdefault(actor, "m" if pronoun.lower_ in MASCULINE else "f")

    def resolve(self, pronoun: Token) -> tuple[str, str] | None:
        """The actor of a pronoun and the rule that found it."""
        word = pronoun.lower_
        if word in SPEAKER | SPEAKERS:
            return self._speaker(pronoun)
        if word in NEUTER and is_pleonastic(pronoun):
            return None
        ranked = [
            (self._score(candidate, pronoun), -abs(pronoun.i - candidate.token.i), candidate)
            for candidate in self._in_reach(pronoun)
            if self._agrees(candidate, pronoun)
            and not is_bound(candidate.token, pronoun)
            and not self._speaks(candidate, pronoun)
        ]
        named_after = self._subject_after(pronoun) or self._referred_to(pronoun)
        if named_after:
            return named_after, f"{word}: subject that follows"
        if not ranked:
            return None
        best = max(ranked, key=lambda each: each[:2])[2]
        if best.group:
            self.groups[pronoun.i] = best.group
            self.candidates.setdefault(self.sentences[pronoun.i], []).append(
                replace(best, token=pronoun)
            )
        return (best.actor, f"{word}: nearest salient") if best.actor else None

    def _speaks(self, candidate: Candidate, pronoun: Token) -> bool:
        """Whether the candidate is the one who speaks in third person of somebody else."""
        speaker = self.speakers.get(pronoun.i)
        if speaker is None or candidate.actor is None:
            return False
        who = self.references.of(speaker) or (self.pronouns.get(speaker.i, ""),)
        own_side = pronoun.lower_ in PLURAL and self.references.sides_of(who[0])
        return candidate.actor in who or candidate.actor in (own_side or ())

    def _subject_after(self, pronoun: Token) -> str | None:
        """The subject that a possessive in a fronted phrase means: "In his speech, Roe said"."""
        if pronoun.dep_ != "poss" or pronoun.i - pronoun.sent.start > FRONTED:
            return None
        for subject in own_subjects(pronoun.sent.root)[:1]:
            actors = self.references.of(subject)
            if subject.i > pronoun.i and len(actors) == 1 and subject.pos_ == "PROPN":
                candidate = self._candidate(subject, actors[0])
                in_front = clause_of(pronoun).i == pronoun.sent.root.i
                return actors[0] if in_front and self._agrees(candidate, pronoun) else None
        return None

    def _referred_to(self, pronoun: Token) -> str | None:
        """Whom a quotation means: X in "They began it," she said, referring to X."""
        if pronoun.i not in self.speakers:
            return None
        for verb in pronoun.sent:
            if verb.lemma_ == "refer" and verb.tag_ == "VBG" and verb.i not in self.speakers:
                for meant in prepositional_objects(verb, frozenset({"to"})):
                    actors = self.references.of(meant)
                    if len(actors) == 1 and self._agrees(
                        self._candidate(meant, actors[0]), pronoun
                    ):
                        return actors[0]
        return None

    def _in_reach(self, pronoun: Token) -> Iterable[Candidate]:
        here = self.sentences[pronoun.i]
        for sentence in range(max(0, here - REACH), here + 1):
            for candidate in self.candidates.get(sentence, ()):
                if candidate.token.i < pronoun.i:
                    yield candidate

    def _speaker(self, pronoun: Token) -> tuple[str, str] | None:
        """The one who says I; the side for which a speaker says we."""
        speaker = self.speakers.get(pronoun.i)
        if speaker is None:
            return None
        actors = self.references.of(speaker)
        if not actors and speaker.i in self.pronouns:
            actors = (self.pronouns[speaker.i],)
        if len(actors) != 1:
            return None
        person = self.references.type_of(actors[0]) == "person"
        if pronoun.lower_ in SPEAKER:
            return (actors[0], "speaker of the quotation") if person else None
        if not person:
            return actors[0], "side of the speaker"
        sides = self.references.sides_of(actors[0])
        return (sides[0], "side of the speaker") if sides else None

    def _agrees(self, candidate: Candidate, pronoun: Token) -> bool:
        word = pronoun.lower_
        actor = self.references.actors.get(candidate.actor) if candidate.actor else None
        if word in MASCULINE or word in FEMININE:
            wanted = "m" if word in MASCULINE else "f"
            gender = self.genders.get(actor.id, wanted) if actor else None
            return actor is not None and actor.type == "person" and gender == wanted
        if actor is not None and actor.type == "person":
            return False
        if word in NEUTER:
            if actor is None:
                return not candidate.plural and not needs_actor(pronoun)
            return not candidate.plural or actor.type == "state"
        many = ("bloc", "armed_group", *(SINGULAR_SIDES if pronoun.i in self.speakers else ()))
        return candidate.plural or (actor is not None and actor.type in many)

    def _score(self, candidate: Candidate, pronoun: Token) -> int:
        distance = self.sentences[pronoun.i] - candidate.sentence
        score = candidate.weight - PER_SENTENCE * distance
        if candidate.actor:
            score += min(MOST_FREQUENT, self.counts[candidate.actor])
        if distance == 0 and reports_clause_of(candidate.token, pronoun):
            score += REPORTED_SPEAKER
        if pronoun.dep_ == "poss":
            score += self._possessive_score(candidate, pronoun, same_sentence=distance == 0)
        if candidate.token.i in self.speakers and pronoun.i not in self.speakers:
            score += QUOTED
        if candidate.weight >= SUBJECT and first_conjunct(candidate.token).head.dep_ == "ROOT":
            score += MAIN_CLAUSE
        if grammatical_role(candidate.token) == grammatical_role(pronoun):
            score += PARALLEL
        if pronoun.lower_ in PLURAL and not candidate.plural:
            score += SINGULAR
        return score + (PLACE if candidate.token.i in self.places else 0)

    def _possessive_score(
        self, candidate: Candidate, pronoun: Token, *, same_sentence: bool
    ) -> int:
        score = 0
        if pronoun.head.lower_ in KIN and candidate.actor in self._kin(pronoun):
            score += SAME_SURNAME
        if same_sentence:
            score += SAME_SENTENCE
            clause = clause_of(pronoun)
            if self._is_among(candidate, subjects(clause)):
                score += SAME_CLAUSE_OWNER
            elif clause_of(candidate.token).i == clause.i:
                score += SAME_CLAUSE
        return score

    def _is_among(self, candidate: Candidate, tokens: Iterable[Token]) -> bool:
        """Whether the candidate is one of the tokens, or what a relative pronoun of them means."""
        return any(
            token.i == candidate.token.i
            or (token.tag_ in ("WDT", "WP") and candidate.actor in self.references.of(token))
            for token in tokens
        )

    def _kin(self, pronoun: Token) -> set[str]:
        """The people who share a surname with those named right after "his sons"."""
        named = [
            self.references.actors[self.references.by_token[token.i]].name.split()[-1]
            for token in pronoun.doc[pronoun.i : pronoun.i + KIN_REACH]
            if token.i in self.references.by_token
        ]
        return {a.id for a in self.references.actors.values() if a.name.split()[-1] in named}


def _grammatical_weight(token: Token) -> int:
    if token.dep_ == "poss" and grammatical_role(token.head) == "subject":
        return POSSESSOR_OF_SUBJECT
    return {"subject": SUBJECT, "object": OBJECT}.get(grammatical_role(token), OTHER)
