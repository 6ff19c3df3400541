"""The timeline: what happened, or is planned, at a day that the article gives or implies.

A date makes an event of the verb that it belongs to, and of verbs coordinated with that one. Verbs
of meeting, moving, attacking and announcing in the simple past without a date of their own happened
on the day that the report is about. The publication is an event too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from readout import lexicon
from readout.dates import DateExpression
from readout.hedges import hedge_over, is_denied
from readout.references import References
from readout.syntax import clause_of, conjuncts, is_verb, own_subjects, subjects
from readout.tie_words import tie_words

LONGEST_LABEL = 12  # words, as the guidelines want
NEWS_WINDOW = timedelta(days=14)  # a report is about days this close before its publication
NOUN_CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis", "appos"})
SIDE_CLAUSES = frozenset(
    {"relcl", "acl", "advcl", "parataxis", "appos", "cc", "conj", "punct", "mark"}
)
MOVES = frozenset(
    "leave arrive flee return depart land travel fly go resign sign announce launch agree".split()
)
DANGLING = frozenset(
    "the a an of to in on at for with by from and or but that as after before into when his her "
    "its their".split()
)
PUBLICATION = "article published"


@dataclass(frozen=True, slots=True)
class Event:
    """An event: days, label, actor ids, certainty, its evidence as characters [start, end).

    `via` is the rule that found it.
    """

    first_day: date
    last_day: date
    precision: str
    label: str
    actors: tuple[str, ...]
    certainty: str
    start: int
    end: int
    via: str = "publication"


def find_events(
    doc: Doc,
    references: References,
    dates: Sequence[DateExpression],
    *,
    readable: Sequence[bool],
    published: date | None,
    published_span: tuple[int, int] | None,
) -> list[Event]:
    """Find the events of an article, the earliest first; events of one day in text order.

    `published` adds the publication, with `published_span` as its evidence where the text says it.
    """
    finder = _EventFinder(doc, references, readable)
    events = finder.dated(dates)
    day = _reported_day(events, published)
    if day is not None:
        events += finder.undated(day)
    if published is not None:
        start, end = published_span or (0, 0)
        events.append(Event(published, published, "day", PUBLICATION, (), "stated", start, end))
    return sorted(
        events, key=lambda event: (event.first_day, event.last_day, event.start, event.end)
    )


def _reported_day(events: Sequence[Event], published: date | None) -> Event | None:
    """The day that the report is about: of its first dated event if recent, else publication."""
    if published is None:
        return None
    for event in sorted(events, key=lambda each: each.start):
        recent = published - NEWS_WINDOW <= event.first_day <= event.last_day <= published
        if event.precision in ("day", "span") and recent:
            return event
    return Event(published, published, "day", "", (), "stated", 0, 0)


class _EventFinder:
    """Turns verbs into events of the text."""

    def __init__(self, doc: Doc, references: References, readable: Sequence[bool]) -> None:
        self.doc = doc
        self.references = references
        self.readable = readable
        self.dated_tokens: set[int] = set()

    def dated(self, dates: Sequence[DateExpression]) -> list[Event]:
        """The events at the dates that the text names."""
        events: dict[tuple[int, date], Event] = {}
        for expression in dates:
            span = self.doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if span is None or not self.readable[span.start]:
                continue
            self.dated_tokens.update(range(span.start, span.end))
            for verb in _verbs_at(span.root):
                if is_denied(verb):
                    continue
                event = self._event(verb, expression, "verb at a date")
                events.setdefault((verb.i, expression.first_day), event)
        return list(events.values())

    def undated(self, day: Event) -> list[Event]:
        """The events in the simple past without a date, on the day that the report is about."""
        dated_sentences = {self.doc[i].sent.start for i in self.dated_tokens}
        return [
            self._event(token, day, "verb without a date")
            for token in self.doc
            if self.readable[token.i]
            and _is_news(token)
            and not is_denied(token)
            and token.sent.start not in dated_sentences
            and self.references.of_all(_takers(token))
        ]

    def _event(self, verb: Token, days: DateExpression | Event, via: str) -> Event:
        words = self._clause(verb)
        actors = self.references.of_all(t for t in words if t.i in self.references.by_token)
        actors = tuple(dict.fromkeys((*self.references.of_all(_takers(verb)), *actors)))
        actors = tuple(dict.fromkeys(self.references.state_of(actor) for actor in actors))
        hedge = hedge_over(verb)
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        certainty = "hedged" if hedge is not None else "stated"
        label = self._label(verb, words)
        return Event(
            days.first_day, days.last_day, days.precision, label, actors, certainty, start, end, via
        )

    def _clause(self, verb: Token) -> list[Token]:
        """The tokens of the clause of a verb, without clauses at its side."""
        tokens = [verb]
        for child in verb.children:
            if child.dep_ not in SIDE_CLAUSES:
                tokens += [t for t in child.subtree if not t.is_space]
        return sorted(tokens, key=lambda token: token.i)

    def _label(self, verb: Token, clause: list[Token]) -> str:
        """A readable line of at most twelve words: who does what, without the date."""
        subject = {t.i for taker in own_subjects(verb) for t in taker.subtree}
        rest = [
            token
            for token in clause
            if token.i not in subject
            and token.i not in self.dated_tokens
            and not any(
                child.i in self.dated_tokens for child in token.children if token.pos_ == "ADP"
            )
            and not token.is_quote
            and not (
                token.i < verb.i
                and token.dep_ not in ("aux", "auxpass", "neg")
                and token.head.i != verb.i
            )
            and not (
                token.i < verb.i and token.dep_ in ("prep", "advmod", "npadvmod", "punct", "nmod")
            )
        ]
        label = _shortened(f"{self._taker(verb)} {_spaced(rest)}".split())
        return label or " ".join(_spaced(clause).split()[:LONGEST_LABEL])

    def _taker(self, verb: Token) -> str:
        """Who does it: names where the subject is named, else the words of the noun phrase."""
        takers = subjects(verb)
        actors = self.references.of_all(takers)
        named = [self.references.actors[a] for a in actors if a in self.references.actors]
        if named and all(a.type == "person" for a in named):
            return " and ".join(actor.name for actor in named)
        if named and all(t.pos_ in ("PRON", "PROPN") for t in takers):
            return " and ".join(actor.name for actor in named)
        return _spaced(t for s in takers[:1] for t in s.subtree if not _in_clause(t, s))


def _shortened(words: list[str]) -> str:
    """At most twelve words, not ending in the middle of a phrase; empty if nothing is left."""
    shown = words[:LONGEST_LABEL]
    while shown and shown[-1].lower().strip(",;:-") in DANGLING:
        shown.pop()
    ending = "…" if shown and len(words) > LONGEST_LABEL else ""
    return " ".join(shown).strip(" ,;:-–—") + ending


def _in_clause(token: Token, top: Token) -> bool:
    """Whether the token stands in a clause or apposition below the top of its phrase."""
    while token.i != top.i:
        if token.dep_ in NOUN_CLAUSES:
            return True
        token = token.head
    return False


def _spaced(tokens: Iterable[Token]) -> str:
    """The tokens as text, with a blank also where words between them were left out."""
    parts, last = [], None
    for token in tokens:
        if last is not None and (last.whitespace_ or token.i != last.i + 1):
            parts.append(" ")
        parts.append(token.text)
        last = token
    return "".join(parts)


def _verbs_at(token: Token) -> Iterator[Token]:
    """The verbs that a date belongs to: a reporting verb right before it, else its clause's.

    A date in an apposition ("the council's chairman this year") belongs to none. A second verb
    shares the date where it tells a meeting or an accusation of its own.
    """
    before = token.head if token.dep_ == "pobj" else token
    said = before.nbor(-1) if before.i else before
    if is_verb(said) and said.lemma_.lower() in lexicon.reporting_verbs():
        verb = said
    elif _in_apposition(token):
        return
    else:
        verb = clause_of(token)
    if verb.dep_ == "pcomp":  # "was quoted as saying on Monday"
        verb = clause_of(verb.head)
    yield verb
    for child in verb.children:
        if child.dep_ == "conj" and is_verb(child) and not own_subjects(child) and _tells(child):
            yield child


def _in_apposition(date_word: Token) -> bool:
    token = date_word.head
    while not is_verb(token) and token.head.i != token.i:
        if token.dep_ == "appos":
            return True
        token = token.head
    return False


def _tells(verb: Token) -> bool:
    """Whether the verb tells a meeting or hostile act, an accusation among them."""
    words = tie_words().get(verb.lemma_.lower(), ())
    return any(word.pos == "verb" and word.relation in ("meets", "opposes") for word in words)


def _is_news(token: Token) -> bool:
    """Whether the token is a main verb in the simple past that says an event, or a plan for one."""
    lemma = token.lemma_.lower()
    if token.dep_ == "xcomp" and token.head.lemma_ == "be":  # "was to have met"
        return token.tag_ in ("VB", "VBN") and _tells(token)
    after = token.dep_ == "advcl" and any(child.lower_ == "after" for child in token.lefts)
    if token.tag_ != "VBD" or not (after or token.dep_ in ("ROOT", "conj", "ccomp")):
        return False
    if lemma == "hold":
        return any(c.dep_ == "dobj" and c.lemma_ in ("talk", "meeting") for c in token.children)
    return lemma in MOVES or _tells(token)


def _takers(verb: Token) -> list[Token]:
    """The noun phrases that take part in what the verb says."""
    found = list(subjects(verb))
    for child in verb.children:
        if child.dep_ in ("dobj", "dative"):
            found += conjuncts(child)
    return found
