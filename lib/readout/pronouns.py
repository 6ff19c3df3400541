"""Who he, she, it, they, and in quotations I and we, are.

Candidates are the noun phrases before the pronoun, in this sentence or shortly before, that agree
with it in number, gender and kind. Syntax decides first (whom "him" cannot be, the subject of "X
said he ..."), then salience: subjects before objects, near before far, after Lappin and Leass
(1994). What refers to no actor is left alone: weather, clefts and extraposition ("it is likely
that"), "it" for a thing, and "he" for somebody whom only a noun names ("the doctor").
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from spacy.tokens import Doc, Token

from readout.actors import Mention
from readout.antecedents import SUBJECT, Antecedents, Candidate, genders_of, is_description
from readout.people import KIN
from readout.pronoun_syntax import (
    FEMININE,
    MASCULINE,
    NEUTER,
    OF_STATES,
    PLURAL,
    PRONOUNS,
    REFLEXIVE,
    SPEAKER,
    SPEAKERS,
    barred,
    demanders,
    doers,
    first_of_pair,
    fronted_before,
    grammatical_role,
    is_pleonastic,
    judged,
    needs_actor,
    possessor_of_modified,
    reporters,
    suits_thing,
)
from readout.quotes import find_quotations, speaker_at
from readout.references import References
from readout.syntax import clause_of, first_conjunct, prepositional_objects, subjects, tokens_with

SINGULAR_SIDES = ("state", "organisation", "government_body")  # "they" in speech
PLURAL_SIDES = ("bloc", "armed_group")
REACH = 4  # sentences back
KIN_REACH = 10  # tokens
SPEAKING_OF = frozenset({"of", "about"})


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
    reported_within: int = 20  # "Roe said that X was hurt when he"
    governing_clause: int = 35  # "arrested Roe when he"
    judged: int = 60  # "thanked Roe for his"
    pair: int = 60  # "Roe and his sons"
    parallel: int = 5  # subject and subject, object and object
    most_frequent: int = 2  # at most this much for being mentioned often
    modified: int = 30  # "Roe's book on his childhood"


WEIGHTS = Weights()


def resolve_pronouns(
    doc: Doc, references: References, *, readable: Sequence[bool]
) -> tuple[list[Mention], dict[int, tuple[str, ...]]]:
    """Find out which actor each pronoun stands for.

    Returns a mention (kind `pronoun`, reading `actor`) for each pronoun that stands for one actor,
    in text order, and for those that stand for several actors together their token with the actors.
    Pronouns for things and for nobody in particular are in neither.
    """
    resolver = _Resolver(doc, references, readable)
    pronouns = [
        t for t in tokens_with(doc, "LOWER", PRONOUNS) if t.pos_ == "PRON" and readable[t.i]
    ]
    # Who says "we", and of whom, may hang on a "she" that follows the quotation.
    pronouns.sort(key=lambda t: (t.lower_ in SPEAKER | SPEAKERS, t.i in resolver.speakers))
    mentions = []
    for token in pronouns:
        found = resolver.resolve(token)
        if found:
            mentions.append(Mention(token.i, token.i + 1, found[0], "pronoun", "actor", found[1]))
    return sorted(mentions, key=lambda mention: mention.start), resolver.groups


class _Resolver:
    """The candidates seen so far, and the choice among them for one pronoun at a time."""

    def __init__(self, doc: Doc, references: References, readable: Sequence[bool]) -> None:
        self.references = references
        self.antecedents = Antecedents(doc, references, readable)
        self.sentences = self.antecedents.sentences
        quotations = find_quotations(doc)
        self.speakers = speaker_at(quotations)
        self.quoted = {i for q in quotations for i in range(q.start, q.end)}
        self.counts = Counter(mention.actor for mention in references.mentions)
        self.places = {
            i for m in references.mentions if m.reading == "place" for i in range(m.start, m.end)
        }
        self.genders = genders_of(self.antecedents, doc)
        self.ages = _ages(doc, self.sentences, self.quoted)
        self.chosen: dict[int, Candidate] = {}
        self.groups: dict[int, tuple[str, ...]] = {}

    def resolve(self, pronoun: Token) -> tuple[str, str] | None:
        """The actor of a pronoun and the rule that found it."""
        word = pronoun.lower_
        if word in SPEAKER | SPEAKERS:
            return self._speaker(pronoun)
        if word in NEUTER and is_pleonastic(pronoun):
            return None
        best, rule = self._best(pronoun)
        if best is None:
            return None
        if best.group:
            self.groups[pronoun.i] = best.group
        chosen = replace(
            self.antecedents.candidate(pronoun, best.actor),
            plural=best.plural,
            gender=best.gender,
            group=best.group,
        )
        self.antecedents.remember(chosen)
        self.chosen[pronoun.i] = replace(best, sentence=chosen.sentence)
        if best.actor and word in MASCULINE | FEMININE:
            self.genders.setdefault(best.actor, "m" if word in MASCULINE else "f")
        return (best.actor, f"{word}: {rule}") if best.actor else None

    def _best(self, pronoun: Token) -> tuple[Candidate | None, str]:
        if pronoun.lower_ in REFLEXIVE:
            return self._own_subject(pronoun), "subject of the clause"
        candidates = [c for c in self._in_reach(pronoun) if self._agrees(c, pronoun)]
        candidates = self._free(candidates, pronoun)
        after = self._named_after(pronoun, candidates) or self._referred_to(pronoun)
        if after:
            return after, "subject that follows"
        if not candidates:
            return None, ""
        best = self._most_salient(candidates, pronoun)
        if best.actor is None and is_description(best.token):
            best = self._described_before(best, candidates, pronoun) or best
        return best, "nearest salient"

    def _most_salient(self, candidates: Sequence[Candidate], pronoun: Token) -> Candidate:
        return max(candidates, key=lambda c: (self._score(c, pronoun), c.token.i))

    def _described_before(
        self, description: Candidate, candidates: Sequence[Candidate], pronoun: Token
    ) -> Candidate | None:
        """The person named before "the envoy" whom it probably means."""
        named = [
            c
            for c in candidates
            if c.actor
            and c.sentence < description.sentence
            and self.antecedents.may_be(description.token, c.actor)
        ]
        return self._most_salient(named, pronoun) if named else None

    def _free(self, candidates: list[Candidate], pronoun: Token) -> list[Candidate]:
        """The candidates that neither syntax nor speaking in third person rules out."""
        tokens = list(barred(pronoun))
        places = {token.i for token in tokens}
        actors = {actor for token in tokens for actor in self._meant(token)}
        speaker = self.speakers.get(pronoun.i)
        if speaker is not None:
            unnamed = self.chosen[speaker.i].token if speaker.i in self.chosen else speaker
            places |= {c.token.i for c in candidates if c.token.lemma_ == unnamed.lemma_}
            who = self._meant(speaker)
            sides = pronoun.lower_ in PLURAL and who and self.references.sides_of(who[0])
            actors |= {*who, *(sides or ())}
        return [c for c in candidates if c.actor not in actors and c.token.i not in places]

    def _meant(self, token: Token) -> tuple[str, ...]:
        """The actors that a noun phrase stands for; a pronoun, those of what it was found to be."""
        if token.i in self.chosen:
            chosen = self.chosen[token.i]
            return (chosen.actor,) if chosen.actor else chosen.group
        actor = None if token.i in self.references.by_token else self.antecedents.actor_of(token)
        return (actor,) if actor else self.references.of(token)

    def _own_subject(self, pronoun: Token) -> Candidate | None:
        """Whom a reflexive means: the subject of its clause, or the name it stands behind."""
        before = pronoun.doc[pronoun.i - 1] if pronoun.i else pronoun
        named = [before] if before.i in self.references.by_token else []
        for token in [*named, *subjects(clause_of(pronoun))]:
            if token.i in self.chosen:
                return self.chosen[token.i]
            actors = self._meant(token)
            candidate = self.antecedents.candidate(token, actors[0] if len(actors) == 1 else None)
            if self._agrees(candidate, pronoun):
                return candidate
        return None

    def _named_after(self, pronoun: Token, candidates: list[Candidate]) -> Candidate | None:
        """The subject behind a fronted phrase: "In his speech, Roe said", "When he came, Roe"."""
        subject = fronted_before(pronoun)
        actors = self.references.of(subject) if subject is not None else ()
        if subject is None or len(actors) != 1:
            return None
        here = self.sentences[pronoun.i]
        rivals = [c for c in candidates if c.sentence >= here - 1 and c.weight >= SUBJECT]
        if pronoun.dep_ != "poss" and any(c.token.pos_ == "PRON" for c in rivals):
            return None
        candidate = self.antecedents.candidate(subject, actors[0])
        return candidate if self._agrees(candidate, pronoun) else None

    def _referred_to(self, pronoun: Token) -> Candidate | None:
        """Whom a quotation means: X in "They began it," she said, referring to X; said of X."""
        if pronoun.i not in self.speakers:
            return None
        for verb in pronoun.sent:
            if verb.pos_ != "VERB" or verb.i in self.quoted:
                continue
            refers = verb.lemma_ == "refer" and verb.tag_ == "VBG"
            speaks = verb.lemma_ in ("say", "speak") and verb.sent.root.i == verb.i
            if refers or speaks:
                about = frozenset({"to"}) if refers else SPEAKING_OF
                for meant in prepositional_objects(verb, about):
                    actors = self.references.of(meant)
                    if len(actors) == 1 and meant.i not in self.quoted:
                        candidate = self.antecedents.candidate(meant, actors[0])
                        if self._agrees(candidate, pronoun):
                            return candidate
        return None

    def _in_reach(self, pronoun: Token) -> Iterable[Candidate]:
        here = self.sentences[pronoun.i]
        first = here
        while first > 0 and self.ages[here] - self.ages[first - 1] <= REACH:
            first -= 1
        for sentence in range(first, here + 1):
            for candidate in self.antecedents.found.get(sentence, ()):
                if candidate.token.i < pronoun.i:
                    yield candidate

    def _speaker(self, pronoun: Token) -> tuple[str, str] | None:
        """The one who says I; the side for which a speaker says we."""
        speaker = self.speakers.get(pronoun.i)
        if speaker is None:
            return None
        actors = self._meant(speaker) or self._side_of_noun(speaker)
        if len(actors) != 1:
            return None
        person = self.references.type_of(actors[0]) == "person"
        if pronoun.lower_ in SPEAKER:
            return (actors[0], "speaker of the quotation") if person else None
        if not person:
            return actors[0], "side of the speaker"
        sides = self.references.sides_of(actors[0])
        return (sides[0], "side of the speaker") if sides else None

    def _side_of_noun(self, speaker: Token) -> tuple[str, ...]:
        """The side of a speaker whom a noun names: "an Arlandic official ... the official said"."""
        if speaker.i in self.chosen:
            speaker = self.chosen[speaker.i].token
        if self.references.of(speaker):
            return self.references.of(speaker)
        for sentence in range(self.sentences[speaker.i], -1, -1):
            for candidate in self.antecedents.found.get(sentence, ()):
                same = candidate.token.lemma_ == speaker.lemma_ and candidate.token.i < speaker.i
                if same and self.references.of(candidate.token):
                    return self.references.of(candidate.token)
        return ()

    def _agrees(self, candidate: Candidate, pronoun: Token) -> bool:
        word = pronoun.lower_
        kind = self.references.type_of(candidate.actor) if candidate.actor else None
        if word in MASCULINE or word in FEMININE:
            wanted = "m" if word in MASCULINE else "f"
            told = self.genders.get(candidate.actor or "") or candidate.gender or wanted
            return candidate.person and told == wanted
        if candidate.person or kind == "person":
            return False
        if word in NEUTER:
            if candidate.actor is None:
                return not candidate.plural and (
                    not needs_actor(pronoun)
                    or any(token.i == candidate.token.i for token, _ in reporters(pronoun))
                )
            return not candidate.plural or kind == "state"
        many = (*PLURAL_SIDES, *(SINGULAR_SIDES if pronoun.i in self.speakers else ()))
        return candidate.plural or kind in many

    def _distance(self, candidate: Candidate, pronoun: Token) -> int:
        """Sentences between the two; outside of quotations those inside one do not count."""
        here = self.sentences[pronoun.i]
        if pronoun.i in self.quoted or candidate.sentence == here:
            return here - candidate.sentence
        return max(1, self.ages[here] - self.ages[candidate.sentence])

    def _score(self, candidate: Candidate, pronoun: Token) -> int:
        weights = WEIGHTS
        distance = self._distance(candidate, pronoun)
        score = candidate.weight - weights.per_sentence * distance
        if candidate.actor:
            score += min(weights.most_frequent, self.counts[candidate.actor])
        if distance == 0:
            score += self._score_in_sentence(candidate, pronoun)
        if pronoun.head.lower_ in KIN and candidate.actor in self._kin(pronoun):
            score += weights.same_surname
        if candidate.token.i in self.quoted and pronoun.i not in self.quoted:
            score += weights.quoted
        if candidate.weight >= SUBJECT and first_conjunct(candidate.token).head.dep_ == "ROOT":
            score += weights.main_clause
        if grammatical_role(candidate.token) == grammatical_role(pronoun):
            score += weights.parallel
        if pronoun.lower_ == "it" and candidate.actor is None and suits_thing(pronoun):
            score += weights.thing
        if pronoun.lower_ == "its" and pronoun.head.lemma_ in OF_STATES:
            score += weights.state * (self.references.type_of(candidate.actor or "") == "state")
        if pronoun.lower_ in PLURAL and not candidate.plural:
            score += weights.singular
        return score + (weights.place if candidate.token.i in self.places else 0)

    def _score_in_sentence(self, candidate: Candidate, pronoun: Token) -> int:
        """What the syntax of their common sentence adds to a candidate."""
        score = 0
        for subject, directly in reporters(pronoun):
            if self._is_among(candidate, [subject]):
                score += self._score_of_reporter(pronoun, directly=directly)
                break
        if self._is_among(candidate, demanders(pronoun)):
            score += WEIGHTS.demander
        clause = clause_of(pronoun)
        if clause.dep_ in ("advcl", "relcl", "conj") and (
            clause_of(candidate.token).i == clause.head.i
            or self._is_among(candidate, subjects(clause.head))
        ):
            score += WEIGHTS.governing_clause
        modified = possessor_of_modified(pronoun)
        if modified is not None and modified.i == candidate.token.i:
            score += WEIGHTS.modified
        return score + (self._score_of_owner(candidate, pronoun) if pronoun.dep_ == "poss" else 0)

    def _score_of_owner(self, candidate: Candidate, pronoun: Token) -> int:
        """What the syntax of their common sentence adds to the owner in "its draft"."""
        score, clause = WEIGHTS.same_sentence, clause_of(pronoun)
        blamed = judged(pronoun)
        if blamed is not None and self._is_among(candidate, [blamed]):
            score += WEIGHTS.judged
        pair = first_of_pair(pronoun)
        if pair is not None and self._is_among(candidate, [pair]):
            score += WEIGHTS.pair
        if self._is_among(candidate, doers(clause)):
            score += WEIGHTS.own_subject
        elif clause_of(candidate.token).i == clause.i:
            score += WEIGHTS.same_clause
        return score

    def _score_of_reporter(self, pronoun: Token, *, directly: bool) -> int:
        if not directly:
            return WEIGHTS.reported_within
        return WEIGHTS.reported if pronoun.dep_ != "poss" else WEIGHTS.reported_owner

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


def _ages(doc: Doc, sentences: Sequence[int], quoted: set[int]) -> list[int]:
    """For each sentence how many there are up to it, without those that are quoted as a whole."""
    told = {sentences[t.i] for t in doc if t.i not in quoted and not (t.is_punct or t.is_space)}
    return list(accumulate(number in told for number in range(sentences[-1] + 1)))
