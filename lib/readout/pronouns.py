"""Who he, she, it, they, and in quotations I and we, are.

Candidates are the noun phrases before the pronoun, in this sentence or shortly before, that agree
with it in number, gender and kind. Syntax decides first (whom "him" cannot be, the subject of "X
said he ..."), then salience: subjects before objects, near before far, after Lappin and Leass
(1994). What refers to no actor is left alone: weather, clefts and extraposition ("it is likely
that"), "it" for a thing, and "he" for somebody whom only a noun names ("the doctor").
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile
from types import MappingProxyType

import numpy as np
from spacy.tokens import Doc, Token

from readout.actors import Mention
from readout.antecedents import SUBJECT, Antecedents, Candidate, genders_of, is_description
from readout.pronoun_scenes import is_joint, is_judged_by_others
from readout.pronoun_syntax import (
    GENDERED,
    MASCULINE,
    NEUTER,
    PLURAL,
    PRONOUNS,
    REFLEXIVE,
    SPEAKER,
    SPEAKING,
    barred,
    doers,
    fronted_before,
    is_pleonastic,
    judged,
    needs_actor,
    reporters,
)
from readout.quotes import find_quotations, speaker_at
from readout.references import References
from readout.salience import Salience, Story
from readout.syntax import clause_of, prepositional_objects, subjects, tokens_with

SINGULAR_SIDES = ("state", "organisation", "government_body")  # "they" in speech
PLURAL_SIDES = ("bloc", "armed_group")
BRACKETS = MappingProxyType({"(": ")", "[": "]"})
LONGEST_GLOSS = 8  # tokens
REACH = 4  # sentences back
SPEAKING_OF = frozenset({"of", "about"})


def resolve_pronouns(
    doc: Doc, references: References, *, readable: Sequence[bool]
) -> tuple[list[Mention], dict[int, tuple[str, ...]]]:
    """Find out which actor each pronoun stands for.

    Returns a mention (kind `pronoun`, reading `actor`) for each pronoun that stands for one actor,
    in text order, and for those that stand for several actors together their token with the actors.
    Pronouns for things and for nobody in particular are in neither.

    >>> roe = who_is_who("Jane Roe spoke. She left.")
    >>> pronouns, groups = resolve_pronouns(roe.doc, roe, readable=[True] * len(roe.doc))
    >>> [(mention.start, mention.actor) for mention in pronouns], groups
    ([(4, 'jane-roe')], {})
    """
    resolver = _Resolver(doc, references, readable)
    pronouns = [
        t for t in tokens_with(doc, "LOWER", PRONOUNS) if t.pos_ == "PRON" and readable[t.i]
    ]
    # Who says "we", and of whom, may hang on a "she" that follows the quotation.
    pronouns.sort(key=lambda t: (t.lower_ in SPEAKING, t.i in resolver.speakers))
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
        self.quoted = frozenset(i for q in quotations for i in range(q.start, q.end))
        self.genders = genders_of(self.antecedents, doc)
        self.ages = _ages(doc, self.sentences, self.quoted)
        self.story = Story(
            references,
            self.sentences,
            self.ages,
            self.quoted,
            places=_places(references),
            counts=Counter(mention.actor for mention in references.mentions),
        )
        self.chosen: dict[int, Candidate] = {}
        self.groups: dict[int, tuple[str, ...]] = {}
        self.doers: dict[int, frozenset[int]] = {}

    def resolve(self, pronoun: Token) -> tuple[str, str] | None:
        """The actor of a pronoun and the rule that found it."""
        word = pronoun.lower_
        glossed = self._glossed(pronoun)
        if glossed:
            return glossed, f"{word}: name in brackets"
        if word in SPEAKING:
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
        if best.actor and word in GENDERED:
            self.genders.setdefault(best.actor, "m" if word in MASCULINE else "f")
        return (best.actor, f"{word}: {rule}") if best.actor else None

    def _glossed(self, pronoun: Token) -> str | None:
        """Whom an editor says is meant: "it is time for him (Roe) to go"."""
        doc, bracket = pronoun.doc, pronoun.i + 1
        if bracket + 2 >= len(doc) or doc[bracket].text not in BRACKETS:
            return None
        inside = doc[bracket + 1 : bracket + LONGEST_GLOSS]
        closing = BRACKETS[doc[bracket].text]
        gloss = takewhile(lambda token: token.text != closing, inside)
        actors = self.references.of_all(gloss)
        return actors[0] if len(actors) == 1 else None

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
        salience = Salience(pronoun, self.story)
        return max(candidates, key=lambda c: (salience.of(c), c.token.i))

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
        if is_judged_by_others(pronoun):
            tokens += subjects(clause_of(pronoun))
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
        if is_joint(pronoun):
            return None
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

    def _doers_around(self, pronoun: Token) -> frozenset[int]:
        """Who does what the clause of a possessive says, or reports that of a pronoun."""
        if pronoun.i not in self.doers:
            own = doers(clause_of(pronoun)) if pronoun.dep_ == "poss" else []
            blamed = judged(pronoun) if pronoun.dep_ == "poss" else None
            own = own if blamed is None else [*own, blamed]
            around = (*own, *(reporter for reporter, _ in reporters(pronoun)))
            self.doers[pronoun.i] = frozenset(token.i for token in around)
        return self.doers[pronoun.i]

    def _agrees(self, candidate: Candidate, pronoun: Token) -> bool:
        word = pronoun.lower_
        if word in GENDERED:
            wanted = "m" if word in MASCULINE else "f"
            told = self.genders.get(candidate.actor or "") or candidate.gender or wanted
            return candidate.person and told == wanted
        if candidate.person:
            return False
        kind = self.references.type_of(candidate.actor) if candidate.actor else None
        if word in NEUTER:
            if candidate.actor is None:
                return not candidate.plural and (
                    not needs_actor(pronoun) or candidate.token.i in self._doers_around(pronoun)
                )
            return not candidate.plural or kind == "state"
        many = (*PLURAL_SIDES, *(SINGULAR_SIDES if pronoun.i in self.speakers else ()))
        return candidate.plural or kind in many


def _places(references: References) -> frozenset[int]:
    """The tokens of the names that only say where."""
    places = (mention for mention in references.mentions if mention.reading == "place")
    return frozenset(i for mention in places for i in range(mention.start, mention.end))


def _ages(doc: Doc, sentences: Sequence[int], quoted: frozenset[int]) -> list[int]:
    """For each sentence how many there are up to it, without those that are quoted as a whole."""
    words = (doc.to_array("IS_PUNCT") == 0) & (doc.to_array("IS_SPACE") == 0)
    words[list(quoted)] = False
    told = set(np.asarray(sentences)[words].tolist())
    return list(accumulate(number in told for number in range(sentences[-1] + 1)))
