"""The office and side of each person, from the words around the name.

Three shapes are read: the title before the name ("Arland's foreign minister Jane Roe"), the
description after it ("Jane Roe, head of the Border Council,") and the description before a comma
("the council's new envoy, Jane Roe"). The side is the state or organisation that the description
names; where an office of state names none, it is the state that the text spoke of last.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from readout import lexicon
from readout.actors import Mention
from readout.office_holders import find_office_holder, state_by_code
from readout.people import KIN
from readout.references import References, Role
from readout.syntax import owners
from readout.titles import title_before

LONGEST_DESCRIPTION = 14  # tokens
NEAR_WEIGHT = 6  # of the same sentence and the one before
ELDERS = frozenset(
    {"father", "mother", "uncle", "aunt"}
)  # of these the other one is the descendant
INSIDE_TITLES = frozenset({"of", "for", "and", "the", "to", "at", "in", "-", "&"})
SIDE_PREPOSITIONS = frozenset({"of", "for", "at", "in", "to", "with", "from"})


def find_roles(doc: Doc, references: References, *, year: int | None = None) -> list[Role]:
    """Find the offices of people.

    Returns one role per description, in text order; `whole` is the id of the state, body or group
    that the person belongs to, None where neither the description nor the text before it tells.
    `year` is that of the publication, for who held a top office then.
    """
    finder = _RoleFinder(doc, references, year)
    roles = [role for mention in references.mentions for role in finder.roles_of(mention)]
    roles = _with_known_wholes(roles)
    return roles + list(_described(replace(references, roles=roles)))


def _described(references: References) -> Iterator[Role]:
    """Roles in descriptions without a name: "the Arlandic leader" where Arland has one leader."""
    for token in references.doc:
        named = token.i in references.by_token
        if named or token.pos_ != "NOUN" or not references.describes(token):
            continue
        people = [a for a in references.of(token) if references.type_of(a) == "person"]
        for child in token.lefts if len(people) == 1 else ():
            for side in references.of(child) or references.side(child):
                if references.type_of(side) == "state":
                    text = references.doc[child.i : token.i + 1].text
                    yield Role(people[0], side, token.lemma_.lower(), text, child.i, token.i + 1)


def _with_known_wholes(roles: list[Role]) -> list[Role]:
    """Roles without a side take the one that another description of the same person names."""
    wholes: dict[str, str] = {}
    for role in sorted(roles, key=lambda role: role.guessed):
        if role.whole:
            wholes.setdefault(role.person, role.whole)
    return [
        replace(role, whole=wholes[role.person]) if role.guessed and role.person in wholes else role
        for role in roles
    ]


class _RoleFinder:
    """Reads the descriptions around one mention of a person."""

    def __init__(self, doc: Doc, references: References, year: int | None) -> None:
        self.doc = doc
        self.year = year
        self.references = references
        self.starts = {mention.start for mention in references.mentions}

    def roles_of(self, mention: Mention) -> Iterator[Role]:
        if mention.kind == "pronoun" or self.references.actors[mention.actor].type != "person":
            return
        before = self._title_before(mention) or self._description_before(mention)
        if before:
            yield before
        kin = self._kin_before(mention)
        if kin:
            yield kin
        after = self._description_after(mention)
        if after:
            yield after

    def _title_before(self, mention: Mention) -> Role | None:
        """ "US Secretary of State Jane Roe", "Arland's foreign minister Jane Roe"."""
        title = title_before(self.doc, mention.start)
        if title is None or lexicon.titles()[title[1]].kind == "honorific":
            return None
        office = title_before(
            self.doc, title[0]
        )  # "chairman Lt-Gen Jane Roe": the office, not the rank
        if office and lexicon.titles()[office[1]].kind == "office":
            title = office
        end = self._side_after(mention)
        phrase = range(self._phrase_start(title[0]), end)
        return self._role(mention.actor, title[1], phrase, title[0])

    def _side_after(self, mention: Mention) -> int:
        """The end of a role that goes on behind the name: "President Jane Roe of Arland"."""
        after = mention.end
        follows = after + 1 < len(self.doc) and self.doc[after].lower_ == "of"
        return after + 2 if follows and after + 1 in self.references.by_token else mention.start

    def _description_before(self, mention: Mention) -> Role | None:
        """ "the army's commander, Jane Roe", "the new UN envoy, Jane Roe"."""
        comma = mention.start - 1
        if comma < 1 or self.doc[comma].text != ",":
            return None
        return self._description(mention.actor, self._phrase_start(comma), comma)

    def _kin_before(self, mention: Mention) -> Role | None:
        """ "two of his sons, Karim Roe and Omar Roe"."""
        for i in range(mention.start - 1, max(-1, mention.start - LONGEST_DESCRIPTION), -1):
            token = self.doc[i]
            if token.lower_ in KIN:
                relatives = self.references.of_all(owners(token))
                if len(relatives) != 1 or relatives[0] == mention.actor:
                    return None
                text = self.doc[owners(token)[0].i : i + 1].text
                ends = (mention.actor, relatives[0])
                person, whole = ends[::-1] if token.lower_ in ELDERS else ends
                return Role(person, whole, token.lemma_, text, i, mention.start)
            if not (i in self.references.by_token or token.pos_ in ("PROPN", "PUNCT", "CCONJ")):
                return None
        return None

    def _description_after(self, mention: Mention) -> Role | None:
        """ "Jane Roe, head of the Border Council," and "Jane Roe, Arland's envoy to X,"."""
        start = mention.end
        if start >= len(self.doc) or self.doc[start].text not in (",", "(", "-", "–", "—"):
            return None
        end = start + 1
        while end < len(self.doc) and end - start < LONGEST_DESCRIPTION:
            token = self.doc[end]
            if (
                token.is_sent_start
                or token.text in ',.;:()"”'
                or (token.pos_ in ("VERB", "AUX", "PRON") and token.dep_ != "poss")
            ):
                break
            end += 1
        return self._description(mention.actor, start + 1, end)

    def _description(self, person: str, start: int, end: int) -> Role | None:
        """The role in a noun phrase that stands beside a name, if its head is a title."""
        for first in range(start, min(end, start + 8)):
            for stop in range(min(end, first + 5), first, -1):
                words = self.doc[first:stop].text.lower().replace(".", "")
                known = lexicon.titles().get(words)
                if known and known.kind != "honorific" and not self._names_someone(stop):
                    return self._role(person, words, range(start, end), first)
        return None

    def _names_someone(self, position: int) -> bool:
        """Whether the title belongs to another name that follows it at once."""
        return position in self.starts

    def _phrase_start(self, position: int) -> int:
        """Where the noun phrase that goes on to the left of a title begins."""
        start = position
        while start > 0 and position - start < LONGEST_DESCRIPTION:
            token = self.doc[start - 1]
            if self.doc[start].is_sent_start or token.is_space:
                break
            modifies = (
                token.i in self.references.by_token
                or token.pos_ in ("ADJ", "NOUN", "PROPN", "DET", "PART", "NUM")
                or token.dep_ == "poss"
            )
            if not (modifies or token.lower_ in INSIDE_TITLES or token.text in "()’'"):
                break
            if token.pos_ == "CCONJ" or token.lower_ in ("and", "in"):
                break
            start -= 1
        return start

    def _role(self, person: str, title: str, phrase: range, title_start: int) -> Role | None:
        start, end = phrase.start, phrase.stop
        whole = self._named_side(person, phrase, title_start)
        guessed = whole is None
        if lexicon.titles()[title].side == "state":
            if whole is None:
                whole = self._known_state(person, title) or self._state_spoken_of(start)
            elif self.references.type_of(whole) == "person":  # "his prime minister"
                whole = next(iter(self.references.sides_of(whole)), None)
        text = " ".join(self.doc[start:end].text.split()).strip(" ,-–—")
        return Role(person, whole, title, text, start, end, guessed)

    def _named_side(self, person: str, phrase: range, title_start: int) -> str | None:
        """The side that the description names: before the title, else after "of"."""
        before = reversed(range(phrase.start, title_start))
        sides = [side for i in before if (side := self._side(self.doc[i], person))]
        sides = [side for side in sides if self.references.type_of(side) != "city"]
        states = [side for side in sides if self.references.type_of(side) == "state"]
        if sides:
            return (states or sides)[0]
        after = range(title_start, phrase.stop)
        of = next((i for i in after if self.doc[i].lower_ in SIDE_PREPOSITIONS), phrase.stop)
        found = (self._side(self.doc[i], person) for i in range(of + 1, phrase.stop))
        return next(filter(None, found), None)

    def _side(self, token: Token, person: str) -> str | None:
        actor = self.references.by_token.get(token.i)
        if actor and actor != person:
            return actor
        if actor is None:
            found = self.references.side(token) or self.references.group(token)
            return found[0] if found else None
        return None

    def _known_state(self, person: str, title: str) -> str | None:
        """The state of a holder of a top office whom the lexicon knows."""
        holder = find_office_holder(
            self.references.actors[person].name, title=title, year=self.year
        )
        return state_by_code()[holder.country] if holder else None

    def _state_spoken_of(self, position: int) -> str | None:
        """The state that the text before the position is about: named often, and named last.

        Counts the names and demonyms of states up to there; names that are read as actor count
        twice, and what stands in the same sentence or the one before counts more.
        """
        nearest = self._previous_sentence(position)
        weights: Counter[str] = Counter()
        for mention in self.references.mentions:
            state = self.references.state_of(mention.actor)
            if mention.end <= position and self.references.type_of(state) == "state":
                near = 1 if mention.start < nearest else NEAR_WEIGHT
                weights[state] += near * (2 if mention.reading == "actor" else 1)
        for i, state in self.references.demonyms:
            if i < position:
                weights[state] += 1 if i < nearest else NEAR_WEIGHT
        return min(weights, key=lambda state: (-weights[state], state)) if weights else None

    def _previous_sentence(self, position: int) -> int:
        """The first token of the sentence before the one at the position."""
        start = self.doc[position].sent.start
        return self.doc[start - 1].sent.start if start else 0
