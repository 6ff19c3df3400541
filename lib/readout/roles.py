"""The office and side of each person, from the words around the name.

Three shapes are read: the title before the name ("Arland's foreign minister Jane Roe"), the
description after it ("Jane Roe, head of the Border Council,") and the description before a comma
("the council's new envoy, Jane Roe"). Whose the office is, `readout.role_sides` finds out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Doc, Token

from readout import lexicon
from readout.actors import Mention
from readout.hedges import hedge_over, is_denied, own_hedge
from readout.office_holders import LEADERS, state_held, top_offices
from readout.people import KIN
from readout.references import References, Role
from readout.role_sides import ENDED, Description, SideFinder
from readout.syntax import clause_of, first_conjunct, owners, subjects, tokens_with
from readout.tie_syntax import undergoer
from readout.titles import ends_title, title_before

NOUNS = frozenset({"NOUN"})
LONGEST_DESCRIPTION = 14  # tokens
ELDERS = frozenset(
    {"father", "mother", "uncle", "aunt"}
)  # of these the other one is the descendant
APPOINTING = frozenset("appoint name elect choose nominate install instal swear pick".split())
BECOMING = APPOINTING | frozenset("be become remain serve work act resign return emerge".split())
JOINTS = frozenset({"-", "–", "/", "and"})
GOVERNMENTAL = frozenset("ministry government presidential cabinet military army".split())
ABBREVIATED = MappingProxyType({"fm": "foreign minister", "pm": "prime minister"})
INSIDE_TITLES = frozenset({"of", "for", "and", "the", "to", "at", "in", "-", "&"})


def find_roles(doc: Doc, references: References, *, year: int | None = None) -> list[Role]:
    """Find the offices of people.

    Returns one role per description, in text order; `whole` is the id of the state, body or group
    that the person belongs to, None where neither the description nor the text before it tells.
    `year` is that of the publication, for who held a top office then.

    >>> roe = who_is_who("Norwegian Foreign Minister Jane Roe left.")
    >>> [(role.person, role.text, role.whole) for role in find_roles(roe.doc, roe)]
    [('jane-roe', 'Norwegian Foreign Minister', 'norway')]
    """
    finder = _RoleFinder(doc, references, year)
    roles = [role for mention in references.mentions for role in finder.roles_of(mention)]
    roles = _with_known_wholes(roles)
    return roles + list(_described(finder, replace(references, roles=roles)))


def _described(finder: "_RoleFinder", references: References) -> Iterator[Role]:
    """Roles in descriptions without a name: "the Arlandic leader" where Arland has one leader."""
    for token in tokens_with(references.doc, "POS", NOUNS):
        if not references.describes(token):
            continue
        yield from finder.predicated(token)
        if token.i in references.by_token:
            continue
        holders = list(finder.known(token, references.roles))
        yield from holders
        people = [a for a in references.of(token) if references.type_of(a) == "person"]
        if holders:
            continue
        for child in token.lefts if len(people) == 1 else ():
            for side in _named_by(child, references):
                text = references.doc[child.i : token.i + 1].text
                yield Role(people[0], side, token.lemma_.lower(), text, child.i, token.i + 1)


def _named_by(child: Token, references: References) -> list[str]:
    """The states that a name, a demonym or an owner before a description is."""
    direct = child.dep_ == "poss" or child.i in references.by_token
    found = references.of(child) if direct else references.side(child)
    return [side for side in found if references.type_of(side) == "state"]


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
        self.sides = SideFinder(doc, references, year)
        self.references = references
        self.starts = {mention.start for mention in references.mentions}

    def roles_of(self, mention: Mention) -> Iterator[Role]:
        if mention.kind == "pronoun" or self.references.actors[mention.actor].type != "person":
            return
        before = self._title_before(mention)
        if before is None or before.guessed:
            before = self._description_before(mention) or before or self._body_before(mention)
        if before:
            yield before
            yield from self._joint(before)
        kin = self._kin_before(mention)
        if kin:
            yield kin
        after = self._description_after(mention)
        if after:
            yield after

    def predicated(self, noun: Token) -> Iterator[Role]:
        """What somebody is said to be or become: "Jane Roe was named head of the council"."""
        verb = clause_of(noun.head) if noun.head.lower_ == "as" else noun.head
        if verb.lemma_.lower() not in BECOMING or noun.dep_ not in ("attr", "oprd", "pobj", "dobj"):
            return
        if is_denied(verb) or own_hedge(noun) is not None or hedge_over(verb) is not None:
            return
        holders = undergoer(verb) if verb.lemma_ in APPOINTING else subjects(verb)
        for person in self.references.of_all(t for t in holders if t.i != noun.i):
            end = min(noun.right_edge.i + 1, noun.i + LONGEST_DESCRIPTION)
            if self.references.type_of(person) == "person":
                role = self._description(person, noun.left_edge.i, end)
                if role and role.whole and not role.guessed:
                    yield role

    def known(self, noun: Token, roles: Sequence[Role]) -> Iterator[Role]:
        """Who "the Arlandic president" is: who then held the office, or who else is called so."""
        if not any(child.lower_ == "the" or child.dep_ == "poss" for child in noun.lefts):
            return
        _, title = title_before(self.doc, noun.i + 1) or (noun.i, noun.lemma_.lower())
        known = lexicon.titles().get(title)
        if known is None or (known.side != "state" and title not in LEADERS):
            return
        phrase = self.doc[noun.left_edge.i : noun.i + 1]
        year = None if any(child.lower_ in ENDED for child in noun.lefts) else self.year
        # "the French and the German leaders"
        other = self.references.side(noun.head) if noun.dep_ == "conj" else ()
        for side in (*other, *self.references.whole_of(noun)):
            people = self._holders(title, side, year) or list(
                {role.person for role in roles if role.title == title and not role.whole}
            )
            if len(people) == 1 and self.references.type_of(side) == "state":
                yield Role(people[0], side, title, phrase.text, phrase.start, phrase.end)

    def _holders(self, title: str, state: str, year: int | None) -> list[str]:
        """The people of the text who are known to have held an office of a state."""
        people = [a for a in self.references.actors.values() if a.type == "person"]
        if title not in top_offices():
            return []
        return [a.id for a in people if state_held(a.name, title, year=year) == state]

    def _title_before(self, mention: Mention) -> Role | None:
        """ "US Secretary of State Jane Roe", "Arland's foreign minister Jane Roe"."""
        title = title_before(self.doc, mention.start) or self._shared_title(mention.start)
        if title is None:
            return None
        # "chairman Lt-Gen Jane Roe", "Prime Minister Sheikh Omar": the office, not what follows it
        office = title_before(self.doc, title[0])
        if office and lexicon.titles()[office[1]].kind == "office":
            title = office
        if lexicon.titles()[title[1]].kind == "honorific":
            return None
        end = self._side_after(mention)
        phrase = range(self._phrase_start(title[0], over_prepositions=False), end)
        return self._role(mention.actor, title[1], phrase, title[0])

    def _shared_title(self, start: int) -> tuple[int, str] | None:
        """The plural title of names in a row: "the rebel leaders Jane Roe and Omar Poe"."""
        i = start - 1
        while i > 0 and (self.doc[i].lower_ in (",", "and") or self._is_person(i)):
            i -= 1
        noun = self.doc[i]
        plural = noun.tag_ in ("NNS", "NNPS") and i + 1 in self.references.by_token
        known = lexicon.titles().get(noun.lemma_.lower()) if plural else None
        return (i, noun.lemma_.lower()) if known and known.kind == "office" else None

    def _is_person(self, position: int) -> bool:
        actor = self.references.by_token.get(position)
        return actor is not None and self.references.type_of(actor) == "person"

    def _side_after(self, mention: Mention) -> int:
        """The end of a role that goes on behind the name: "President Jane Roe of Arland"."""
        after = mention.end
        follows = after + 1 < len(self.doc) and self.doc[after].lower_ == "of"
        return after + 2 if follows and after + 1 in self.references.by_token else mention.start

    def _description_before(self, mention: Mention) -> Role | None:
        """ "the army's commander, Jane Roe", "the new UN envoy, Jane Roe"."""
        title = title_before(self.doc, mention.start)  # "the UN's envoy, General Jane Roe"
        comma = (title[0] if title else mention.start) - 1
        if comma < 1 or self.doc[comma].text != ",":
            return None
        end = comma
        for i in range(max(1, comma - 4), comma):  # "the head of the mission in Arland, Jane Roe"
            if self.doc[i].lower_ == "in" and self.doc[comma - 1].ent_type_ == "GPE":
                end = i
        return self._description(mention.actor, self._phrase_start(end), end)

    def _joint(self, role: Role) -> Iterator[Role]:
        """The same role for the other body: "UN-Arab League envoy", "UN and AU envoy"."""
        bodies = self.references.by_token
        for i in range(max(1, role.start - 1), role.end - 1):
            if self.doc[i].text not in JOINTS:
                continue
            pair = {bodies[j] for j in (i - 1, i + 1) if j in bodies}
            if len(pair) == 2 and role.whole in pair:
                (other,) = pair - {role.whole}
                if self.references.type_of(other) in ("organisation", "government_body"):
                    yield replace(role, whole=other)

    def _body_before(self, mention: Mention) -> Role | None:
        """ "Director of the Border Agency (BA) Jane Roe", "President of Arland Jane Roe"."""
        last = mention.start - 1
        named = last in self.references.by_token and not self._is_person(last)
        if last < 2 or self.doc[last].is_sent_end or not (named or self.doc[last].text == ")"):
            return None
        role = self._description(mention.actor, self._phrase_start(mention.start), mention.start)
        words = len(role.title.split()) if role else 0
        if role is None or not any(
            self.doc[i].lower_ in ("of", "for") for i in range(role.start + words, last)
        ):
            return None
        return role

    def _kin_before(self, mention: Mention) -> Role | None:
        """ "two of his sons, Karim Roe and Omar Roe", but not "his son - Omar Roe's father"."""
        after = self.doc[mention.end : mention.end + 2]
        if len(after) > 1 and after[0].tag_ == "POS" and after[1].lower_ in KIN:
            return None
        for i in range(mention.start - 1, max(-1, mention.start - LONGEST_DESCRIPTION), -1):
            token = self.doc[i]
            if token.lower_ in KIN:
                whose = owners(token) or owners(first_conjunct(self.doc[mention.end - 1]))
                relatives = self.references.of_all(whose)
                if len(relatives) != 1 or relatives[0] == mention.actor:
                    return None
                text = self.doc[whose[0].i : i + 1].text
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
                or (
                    token.pos_ in ("VERB", "AUX", "PRON")
                    and token.dep_ not in ("poss", "amod")
                    and token.i not in self.references.by_token
                )
            ):
                break
            end += 1
        return self._description(mention.actor, start + 1, end)

    def _description(self, person: str, start: int, end: int) -> Role | None:
        """The role in a noun phrase that stands beside a name, if its head is a title."""
        heads = (self.doc[i] for i in range(start, end))
        stops = {
            head.i + 1
            for head in heads
            if ends_title(head)
            and not (head.pos_ == "ADJ" and head.dep_ == "amod")  # "on an official visit"
        }
        for first in range(start, min(end, start + 8)):
            for stop in range(min(end, first + 5), first, -1):
                if stop not in stops:
                    continue
                words = self.doc[first:stop].text.lower().replace(".", "")
                known = lexicon.titles().get(words)
                if known and known.kind != "honorific" and not self._names_someone(stop):
                    return self._role(person, words, range(start, end), first)
        return None

    def _names_someone(self, position: int) -> bool:
        """Whether the title belongs to another name that follows it at once."""
        return position in self.starts

    def _phrase_start(self, position: int, *, over_prepositions: bool = True) -> int:
        """Where the noun phrase that goes on to the left of a title begins."""
        start = position
        while start > 0 and position - start < LONGEST_DESCRIPTION:
            token = self.doc[start - 1]
            abbreviated = token.i in self.references.by_token and token.text.endswith(".")
            if (self.doc[start].is_sent_start and not abbreviated) or token.is_space:
                break  # the parser ends sentences after "U.S."
            outside = token.i not in self.references.by_token
            if (token.pos_ == "ADP" and outside and not over_prepositions) or (
                token.ent_type_ == "DATE"
            ):
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

    def _is_of_government(self, description: Description) -> bool:
        """Whether it is an office such as "ministry spokesman", whatever the ministry."""
        before = description.title_start - 1
        return before >= description.start and self.doc[before].lower_ in GOVERNMENTAL

    def _role(self, person: str, title: str, phrase: range, title_start: int) -> Role | None:
        start, end = phrase.start, phrase.stop
        title = ABBREVIATED.get(title, title)
        description = Description(person, title, start, end, title_start)
        whole = self.sides.named(description)
        guessed = whole is None
        if guessed and (description.of_state or self._is_of_government(description)):
            whole = self.sides.implied(description)
        elif guessed:
            sides = self.sides
            whole = (
                sides.speaking(description) or sides.headed(description) or sides.led(description)
            )
        text = " ".join(self.doc[start:end].text.split()).strip(" ,-–—")
        return Role(person, whole, title, text, start, end, guessed)
