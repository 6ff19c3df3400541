"""The label of an event: who does what, in at most twelve words that need no article around them.

A label is built from the parse: the subject, the verb with its helpers and what it cannot do
without come first, then prepositional phrases, adverbs and conjuncts as far as there is room.
Whole phrases are left out, so that none ends in the middle. Pronouns give way to names, and the
date is left to the row.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Token

from readout import lexicon
from readout.event_heads import PUBLISHING
from readout.label_phrases import (
    antecedent_of,
    completes,
    described_by,
    doer_behind,
    helper_before,
    is_set_off,
    top_of,
    without_copula,
)
from readout.references import References
from readout.syntax import conjuncts, is_verb, own_subjects, subjects

LONGEST_LABEL = 12  # words, as the guidelines want
LONGEST_SUBJECT = 8
MOST_NAMES = 3
# What a word cannot do without, and what may go with it if there is room.
CORE = frozenset(
    "aux auxpass neg prt det predet amod compound nummod poss case nmod quantmod pobj dobj dative "
    "agent attr acomp oprd pcomp nsubj nsubjpass expl mark".split()
)
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
FIRST = frozenset({"xcomp", "ccomp"})  # before the other optional ones: what is said or planned
OPTIONAL = FIRST | frozenset("prep conj advmod acl npadvmod".split())
HELPERS = frozenset({"aux", "auxpass", "neg"})
STAGES = frozenset("early late earlier later shortly just only also".split())
ARTICLES = frozenset({"a", "an", "the"})
# Words that point at something outside the label, and what only says whose word it is.
DEICTIC = frozenset(
    "ago here there then later meanwhile however also again still now so according together".split()
)
# What says nothing without the clause behind it: "in a bid to win", "from those who fled".
EMPTY = frozenset("those what attempt bid effort move".split())
UNITS = frozenset("minute hour day week month year".split())
PLACED = frozenset({"where", "when", "why", "how"})


def label_of(
    head: Token, references: References, *, dated: Set[int], told: Set[int] = frozenset()
) -> str:
    """The label of the event that a verb or noun tells.

    `dated` are the tokens of dates, `told` those of all words that tell an event: of "agreed on
    Monday to leave by July" each verb has a label of its own. Empty if a noun says nothing by
    itself ("the vote").

    >>> roe = who_is_who("Jane Roe visited Norway on 3 May.")
    >>> label_of(roe.doc[2], roe, dated={5, 6})
    'Jane Roe visited Norway'
    """
    others = told - {head.i}
    text, is_cut = _written(head, _Writer(references, dated, others))
    if is_cut:  # "X said" of "X said the talks had failed"
        text, _ = _written(head, _Writer(references, dated, others, brief=True))
    return text[:1].upper() + text[1:]


def _written(head: Token, writer: "_Writer") -> tuple[str, bool]:
    """The label, and whether what is said or planned found no room in it."""
    text = writer.clause(head) if is_verb(head) else writer.happening(head)
    return text, writer.is_cut


@dataclass
class _Writer:
    """Chooses the words of one label and renders them."""

    references: References
    dated: Set[int]
    others: Set[int]  # words that tell events of their own
    brief: bool = False  # without articles and "of"
    is_cut: bool = False  # whether what is said or planned found no room
    actors: tuple[str, ...] = ()  # who is named as the subject
    chain: frozenset[int] = frozenset()  # the verb and those above it: "is due to meet"

    def happening(self, noun: Token) -> str:
        core = [t for t in self._core(noun) if t.head.i != noun.i or t.dep_ != "det"]
        doer = doer_behind(noun)
        more = [*self._core(doer)] if doer is not None else []
        words = self._words(self._filled([*core, *more], LONGEST_LABEL))
        return " ".join(words) if len(words) > 1 else ""

    def clause(self, verb: Token) -> str:
        top, self.chain = top_of(verb, self.others)
        who = self._who(top)
        room = LONGEST_LABEL - len(who.split())
        object_ = self._antecedent(top) or self._fronted(top)
        core = [token for token in self._core(top) if self._follows(token, top)]
        for below in sorted(self.chain - {top.i}):
            core += self._core(top.doc[below])
        core = [token for token in core if not object_ or token.tag_ not in ("WDT", "WP")]
        chosen = self._filled([*core, *object_], room, after=top)
        behind = [token for token in chosen if token.i > max(self.chain)]
        given = {token.i for token in object_}
        front = [token for token in chosen if token.i not in given and token not in behind]
        object_ = [token for token in chosen if token not in front and token not in behind]
        begun = self._words(front)
        if who and begun and front[0].is_sent_start and front[0].pos_ != "PROPN":
            begun[0] = begun[0].lower()
        said = self._words(object_)
        if said and object_[0].is_sent_start and object_[0].pos_ != "PROPN":
            said[0] = said[0].lower()
        rest = [said, self._words(behind)]
        if any(child.dep_ == "dobj" and child in behind for child in top.children):
            rest.reverse()  # "told the radio the talks had failed"
        words = helper_before(top, who) + begun + rest[0] + rest[1]
        self.is_cut |= len(words) > room
        return _shortened([*who.split(), *words])

    def _who(self, verb: Token) -> str:
        """The names of who does it, else the words of the noun phrase."""
        takers = described_by(verb) or subjects(verb)
        self.actors = self.references.of_all(takers)
        known = [self.references.actors[a] for a in self.actors if a in self.references.actors]
        people = known and all(actor.type == "person" for actor in known)
        named = all(taker.pos_ in ("PRON", "PROPN") for taker in takers)
        if known and (named or (people and all(self._is_described(taker) for taker in takers))):
            return _listed([actor.name for actor in known[:MOST_NAMES]])
        nouns = [token for taker in takers[:1] for token in self._core(taker)]
        sayers, self.actors = self.actors, ()  # "its forces" needs the name as well
        words = self._words(self._filled(nouns, 0 if self.brief else LONGEST_SUBJECT))
        self.actors = sayers
        return " ".join(words)

    def _is_described(self, noun: Token) -> bool:
        """Whether it is a name, or a noun for one person whose name is known: "the envoy"."""
        if noun.pos_ in ("PRON", "PROPN", "NUM") or noun.i in self.references.by_token:
            return True
        return self.references.describes(noun) and not self._is_owned(noun)

    def _is_owned(self, noun: Token) -> bool:
        """Whether it is another one's: "Roe's envoy", "an envoy of Roe"."""
        ids = self.references.of(noun)
        of = [c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of"]
        below = [t for child in (*noun.lefts, *of) for t in child.subtree]
        return any(self.references.by_token.get(token.i) in ids for token in below)

    def _antecedent(self, verb: Token) -> list[Token]:
        """The noun that a relative clause has for its object: "pact" in "the pact they made"."""
        own = own_subjects(verb)
        if verb.dep_ != "relcl" or not own or own[0].tag_ in ("WDT", "WP") or is_verb(verb.head):
            return []
        if own[0].dep_ == "nsubjpass":  # "the ruling that he be returned"
            return []
        fronted = [token for token in verb.doc[verb.head.i : own[0].i] if token.i != verb.head.i]
        if any(t.lower_ in PLACED or t.dep_ == "prep" or t.tag_ == "WP$" for t in fronted):
            return []
        if any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children):
            return []
        return sorted(self._core(verb.head), key=lambda token: token.i)

    def _fronted(self, verb: Token) -> list[Token]:
        """What is said, where it stands before the verb: "The talks failed, she said on Monday"."""
        said = [child for child in verb.lefts if child.dep_ == "ccomp"]
        if not said or verb.lemma_.lower() not in lexicon.reporting_verbs():
            return []
        words = sorted(self._core(said[0]), key=lambda token: token.i)
        quoted = any(t.is_quote or t.text in ":;" for t in verb.doc[verb.sent.start : verb.i])
        return [] if quoted or len(self._words(words)) >= LONGEST_LABEL - 2 else words

    def _follows(self, token: Token, verb: Token) -> bool:
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.i == verb.i:
            return False
        inverted = [s.i for s in own_subjects(verb) if s.i > verb.i]
        if any(token.i == i or token.doc[i].is_ancestor(token) for i in inverted):
            return False
        return token.i >= verb.i or (token.dep_ in HELPERS and token.head.i == verb.i)

    def _core(self, head: Token) -> Iterator[Token]:
        """The word and what it cannot do without."""
        if head.i in self.dated:
            return
        yield head
        if self._person_described(head):
            return
        actor = self.references.by_token.get(head.i)
        person = actor is not None and self.references.type_of(actor) == "person"
        for child in head.children:
            if person and child.dep_ != "case":  # without "Prime Minister" in front
                if self.references.by_token.get(child.i) == actor and child.dep_ != "conj":
                    yield child
            elif self._is_core(child):
                yield from self._core(child)

    def _person_described(self, noun: Token) -> str:
        """The name of the one person that a description stands for: "her counterpart"."""
        if noun.tag_ != "NN" or noun.i in self.references.by_token:
            return ""
        ids = self.references.of(noun)
        actor = self.references.actors.get(ids[0]) if len(ids) == 1 else None
        if actor is None or actor.type != "person" or actor.id in self.actors:
            return ""
        below = [t.i for t in noun.subtree if self.references.by_token.get(t.i) == actor.id]
        named = [c.i for c in noun.children if c.dep_ == "appos"]
        known = any(self.references.by_token.get(i) == actor.id for i in named) or (
            not below and self.references.describes(noun)
        )
        return actor.name if known else ""  # not "an envoy of Roe"

    def _is_core(self, child: Token) -> bool:
        if child.i in self.chain or (self.brief and child.lower_ in ARTICLES):
            return False
        if child.dep_ == "prep":
            whole = child.lower_ == "of" and child.head.pos_ == "NOUN" and not self.brief
            return (whole or child.head.dep_ == "prep") and not self._is_dated(child)
        if child.dep_ == "amod" and child.i > child.head.i:  # "the talks, due to begin on Monday"
            return False
        if child.i + 1 < len(child.doc) and child.doc[child.i + 1].text == "-":
            return not child.whitespace_  # "still-undetermined"
        if child.dep_ == "dobj" and is_set_off(child):  # "flew to Arland, her first trip"
            return False
        if child.dep_ in ("conj", "cc"):  # "US and Iranian officials"
            return child.head.dep_ in MODIFIERS
        if child.dep_ == "advmod" and "least" in (child.lower_, child.head.lower_):
            return True  # "at least 32 people"
        return child.dep_ in CORE and (child.dep_ != "mark" or child.lower_ != "that")

    def _is_dated(self, token: Token) -> bool:
        """Whether it is the date, or no more than a preposition or adverb of it."""
        if token.i in self.dated:
            return True
        if token.pos_ in ("ADP", "SCONJ"):
            return any(child.i in self.dated for child in token.children)
        behind = token.i + 1
        if token.lower_ in STAGES and behind < len(token.doc) and token.doc[behind].pos_ == "ADP":
            behind += 1  # "late on Tuesday"
        return token.lower_ in STAGES and behind in self.dated

    def _filled(
        self, core: Sequence[Token], room: int, *, after: Token | None = None
    ) -> list[Token]:
        """The core, and of what may go with it as much as there is room for, in text order."""
        chosen = {token.i: token for token in core}
        queue = [child for token in core for child in self._extras(token)]
        while queue:
            child = min(queue, key=_urgency)
            queue.remove(child)
            if after is not None and child.i < after.i <= child.head.i:
                continue
            more = {token.i: token for token in self._together(child)}
            together = chosen | more
            fits = len(self._words([together[i] for i in sorted(together)])) <= room
            if not fits and (child.dep_ in FIRST or completes(child)):
                self.is_cut = True
                if self.brief:
                    chosen = without_copula(chosen, child)
            if fits:
                chosen = together
                queue += [
                    e for token in more.values() for e in self._extras(token) if e.i not in chosen
                ]
        return [chosen[i] for i in sorted(chosen)]

    def _together(self, child: Token) -> list[Token]:
        """The words that come into the label with an optional one, or not at all."""
        if child.dep_ == "conj":
            joined = conjuncts(child)
            links = [c for each in (child.head, *joined) for c in each.children if c.dep_ == "cc"]
            return [*(token for each in joined for token in self._core(each)), *links]
        words = [*self._core(child)]
        if child.dep_ == "prep":  # "from Iran, Turkey and Russia" is not "from Iran"
            listed = [t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c)]
            links = [c for each in listed for c in each.children if c.dep_ == "cc"]
            words += [t for each in listed[1:] for t in self._core(each)]
            words += links if len(listed) > 1 else []
        if child.dep_ == "acl":
            below = [c for c in child.children if c.dep_ in FIRST | {"prep"}]
            below = [c for c in below if not self._is_dated(c)]
            words = words if below else []
            words += [token for each in below for token in self._core(each)]
        return words

    def _extras(self, token: Token) -> list[Token]:
        return [child for child in token.children if self._is_extra(child)]

    def _is_extra(self, child: Token) -> bool:
        if child.dep_ not in OPTIONAL or child.i in self.chain or self._is_core(child):
            return False
        if child.dep_ == "npadvmod" and (child.lemma_ in UNITS or is_set_off(child)):
            return False
        if child.dep_ == "acl" and child.i in self.others:
            return False
        if child.dep_ == "acl" and child.lemma_.lower() in PUBLISHING:
            return False
        if child.lower_ in DEICTIC or self._is_dated(child):
            return False
        if child.dep_ == "prep" and any(c.lower_ in EMPTY for c in child.children):
            return False
        return not (child.dep_ == "conj" and is_verb(child))

    def _words(self, tokens: Sequence[Token]) -> list[str]:
        """The words as they are printed, with hyphens and the commas of lists between them."""
        parts: list[str] = []
        last: Token | None = None
        for token in tokens:
            silent = not any(c.isalnum() or c in "$€£%&" for c in token.text)
            if token.dep_ == "punct" or (silent and token.dep_ != "case"):
                continue
            if last is not None:
                between = range(last.i + 1, token.i)
                parts.append(_between(last, [token.doc[i] for i in between]))
            parts.append(self._printed(token))
            last = token
        return "".join(parts).split()

    def _printed(self, token: Token) -> str:
        if token.pos_ != "PRON" and token.tag_ not in ("PRP$", "WP$"):
            return self._person_described(token) or token.text
        owner = "'s" if token.tag_ in ("PRP$", "WP$") else ""
        actors = self.references.of(token)
        known = [self.references.actors[a].name for a in actors if a in self.references.actors]
        if token.tag_ == "WP$":
            return (_listed(known) or antecedent_of(token)) + owner
        if not known or set(actors) <= set(self.actors):
            return token.text
        return _listed(known[:MOST_NAMES]) + owner


def _urgency(child: Token) -> bool:
    """What is said and whose it is come before where and how."""
    return child.dep_ not in FIRST and child.lower_ != "of" and not completes(child)


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
