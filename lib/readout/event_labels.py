"""The label of an event: who does what, in at most twelve words that need no article around them.

A label is built from the parse: the subject, the verb with its helpers and what it cannot do
without come first, then prepositional phrases, adverbs and conjuncts as far as there is room.
Whole phrases are left out, so that none ends in the middle. Pronouns give way to names, and the
date is left to the row.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Token

from readout.references import References
from readout.syntax import is_verb, own_subjects, subjects

LONGEST_LABEL = 12  # words, as the guidelines want
MOST_NAMES = 3
# What a word cannot do without, and what may go with it if there is room.
CORE = frozenset(
    "aux auxpass neg prt det predet amod compound nummod poss case nmod quantmod pobj dobj dative "
    "agent attr acomp oprd pcomp nsubj nsubjpass expl mark".split()
)
FIRST = frozenset({"xcomp", "ccomp"})  # before the other optional ones: what is said or planned
OPTIONAL = FIRST | frozenset("prep conj advmod acl npadvmod".split())
HELPERS = frozenset({"aux", "auxpass", "neg"})
STAGES = frozenset("early late earlier later shortly just only also".split())
PLACED = frozenset({"where", "when", "why", "how"})


def label_of(head: Token, references: References, dated: Set[int]) -> str:
    """The label of the event that a verb or noun tells; `dated` are the tokens of its dates.

    Empty if a noun says nothing by itself ("the vote").
    """
    writer = _Writer(references, dated)
    text = writer.clause(head) if is_verb(head) else writer.happening(head)
    return text[:1].upper() + text[1:]


@dataclass
class _Writer:
    """Chooses the words of one label and renders them."""

    references: References
    dated: Set[int]
    actors: tuple[str, ...] = ()  # who is named as the subject
    verbs: frozenset[int] = frozenset()  # the verb and those above it in the label

    def happening(self, noun: Token) -> str:
        core = [
            token for token in self._core(noun) if token.head.i != noun.i or token.dep_ != "det"
        ]
        doer = doer_behind(noun)
        more = [*self._core(doer)] if doer is not None else []
        words = self._words(self._filled([*core, *more], LONGEST_LABEL))
        return " ".join(words) if len(words) > 1 else ""

    def clause(self, verb: Token) -> str:
        top = verb
        while is_complement(top) and is_verb(top.head):
            self.verbs |= {top.i}
            top = top.head
        self.verbs |= {top.i}
        who = self._who(top)
        core = [token for token in self._core(top) if self._follows(token, top)]
        for below in sorted(self.verbs - {top.i}):
            core += self._core(top.doc[below])
        antecedent = self._antecedent(top)
        room = LONGEST_LABEL - len(who.split())
        chosen = self._filled([*core, *antecedent], room, after=top)
        object_ = [token for token in chosen if token in antecedent]
        chosen = [token for token in chosen if token not in antecedent]
        words = self._words(chosen) + self._words(object_)
        return _shortened([*who.split(), *words])

    def _who(self, verb: Token) -> str:
        """The names of who does it, else the words of the noun phrase."""
        takers = subjects(verb)
        self.actors = self.references.of_all(takers)
        known = [self.references.actors[a] for a in self.actors if a in self.references.actors]
        people = known and all(actor.type == "person" for actor in known)
        if known and (people or all(taker.pos_ in ("PRON", "PROPN") for taker in takers)):
            return _listed([actor.name for actor in known[:MOST_NAMES]])
        if takers and takers[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
            takers = [verb.head]
        nouns = [token for taker in takers[:1] for token in self._core(taker)]
        return " ".join(self._words(self._filled(nouns, LONGEST_LABEL // 2)))

    def _antecedent(self, verb: Token) -> list[Token]:
        """The noun that a relative clause has for its object: "pact" in "the pact they made"."""
        own = own_subjects(verb)
        if verb.dep_ != "relcl" or not own or own[0].tag_ in ("WDT", "WP") or is_verb(verb.head):
            return []
        fronted = [token for token in verb.doc[verb.head.i : own[0].i] if token.i != verb.head.i]
        if any(token.lower_ in PLACED or token.dep_ == "prep" for token in fronted):
            return []
        if any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children):
            return []
        return list(self._core(verb.head))

    def _follows(self, token: Token, verb: Token) -> bool:
        return token.i >= verb.i or (token.dep_ in HELPERS and token.head.i == verb.i)

    def _core(self, head: Token) -> Iterator[Token]:
        """The word and what it cannot do without."""
        if head.i in self.dated:
            return
        yield head
        actor = self.references.by_token.get(head.i)
        if actor is not None and self.references.type_of(actor) == "person":
            name = range(head.left_edge.i, head.i)  # without "Prime Minister" in front
            yield from (head.doc[i] for i in name if self.references.by_token.get(i) == actor)
            return
        for child in head.children:
            if self._is_core(child):
                yield from self._core(child)

    def _is_core(self, child: Token) -> bool:
        if child.dep_ == "mark" and child.lower_ == "that":
            return False
        if child.i + 1 < len(child.doc) and child.doc[child.i + 1].text == "-":
            return not child.whitespace_  # "still-undetermined"
        return child.dep_ in CORE and not (child.dep_ == "pobj" and child.i in self.dated)

    def _is_dated(self, token: Token) -> bool:
        """Whether it is the date, or no more than a preposition or adverb of it."""
        if token.i in self.dated:
            return True
        if token.pos_ in ("ADP", "SCONJ"):
            return any(child.i in self.dated for child in token.children)
        return token.lower_ in STAGES and token.i + 1 in self.dated

    def _filled(
        self, core: Sequence[Token], room: int, *, after: Token | None = None
    ) -> list[Token]:
        """The core, and of what may go with it as much as there is room for, in text order."""
        chosen = {token.i: token for token in core}
        queue = [child for token in core for child in self._extras(token)]
        while queue:
            child = min(queue, key=_urgency)
            queue.remove(child)
            if after is not None and child.i < after.i:
                continue
            more = {token.i: token for token in self._core(child)}
            if child.dep_ == "conj":
                more |= {c.i: c for c in child.head.children if c.dep_ == "cc" and c.i < child.i}
            together = chosen | more
            if len(self._words([together[i] for i in sorted(together)])) <= room:
                chosen = together
                queue += [extra for token in more.values() for extra in self._extras(token)]
        return [chosen[i] for i in sorted(chosen)]

    def _extras(self, token: Token) -> list[Token]:
        return [
            child
            for child in token.children
            if child.dep_ in OPTIONAL
            and not self._is_core(child)
            and not self._is_dated(child)
            and not (child.dep_ == "conj" and is_verb(child))
            and child.i not in self.verbs
        ]

    def _words(self, tokens: Sequence[Token]) -> list[str]:
        """The words as they are printed, with hyphens and the commas of lists between them."""
        parts: list[str] = []
        last: Token | None = None
        for token in tokens:
            if token.dep_ == "punct" or not any(c.isalnum() or c in "$€£%&" for c in token.text):
                continue
            if last is not None:
                between = token.doc[last.i + 1 : token.i]
                parts.append(_between(last, [*between]))
            parts.append(self._printed(token))
            last = token
        return "".join(parts).split()

    def _printed(self, token: Token) -> str:
        if token.pos_ != "PRON" and token.tag_ not in ("PRP$", "WP$"):
            return token.text
        actors = self.references.of(token)
        if token.tag_ == "WP$" and not actors:
            return _antecedent_of(token) + "'s"
        if not actors or set(actors) <= set(self.actors):
            return token.text
        known = [self.references.actors[a].name for a in actors if a in self.references.actors]
        if not known:
            return token.text
        return _listed(known[:MOST_NAMES]) + ("'s" if token.tag_ in ("PRP$", "WP$") else "")


def _urgency(child: Token) -> bool:
    """What is said and whose it is come before where and how."""
    return child.dep_ not in FIRST and child.lower_ != "of"


def _antecedent_of(pronoun: Token) -> str:
    word = pronoun
    while word.dep_ != "relcl" and word.head.i != word.i:
        word = word.head
    return word.head.text


def is_complement(verb: Token) -> bool:
    """Whether a verb only goes on with the one above it: "is to meet", "came to plead"."""
    aim = verb.dep_ == "advcl" and verb.tag_ == "VB" and not own_subjects(verb)
    return verb.dep_ == "xcomp" or (aim and any(c.lower_ == "to" for c in verb.lefts))


def doer_behind(noun: Token) -> Token | None:
    """The "by" right behind a noun, wherever the parser hangs it: "the ruling by the court"."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is None or following.lower_ != "by" or following.head.i == noun.i:
        return None
    return following


def _between(last: Token, between: Sequence[Token]) -> str:
    """What stands between two words of a label: nothing, a hyphen, a comma or a blank."""
    if not between:
        return last.whitespace_
    if len(between) == 1 and between[0].is_punct and not between[0].is_quote:
        mark = between[0]
        if not last.whitespace_ and not mark.whitespace_:
            return mark.text
        return ", " if mark.text == "," else " "
    return " "


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _shortened(words: list[str]) -> str:
    return " ".join(words[:LONGEST_LABEL]).strip(" ,;:-–—")
