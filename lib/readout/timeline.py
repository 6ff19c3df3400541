"""The timeline: what happened, or is planned, at a day that the article gives or implies.

A date makes an event of the verb or noun that it belongs to, and of verbs coordinated with that
one. Verbs of meeting, moving, attacking and announcing in the simple past without a date of their
own happened on the day that the report is about, or on the day of the sentence before that tells
of the same people. The publication is an event too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from spacy.tokens import Doc, Span, Token

from readout import lexicon
from readout.calendar_spans import Days, one_day
from readout.date_patterns import NUMBERS
from readout.dates import DateExpression
from readout.event_heads import heads_at, is_news, is_quoted, lasts_since, unit_before
from readout.event_labels import label_of
from readout.hedges import hedge_over, is_denied, own_hedge
from readout.label_phrases import doer_behind
from readout.office_holders import state_by_code
from readout.quotes import quoted_tokens
from readout.references import References
from readout.syntax import (
    antecedent,
    clause_of,
    conjuncts,
    is_negated,
    is_verb,
    sentence_number,
    subjects,
    tokens_with,
)
from readout.tense import dates_the_news

NEWS_WINDOW = timedelta(days=14)  # a report is about days this close before its publication
LEAD = 4  # sentences in which a report says which day it is about
SIDE_CLAUSES = frozenset("relcl acl advcl parataxis appos cc conj punct mark".split())
STEPS = MappingProxyType({"after": -1, "before": 1})
TELLING = frozenset({"VBD", "VBN", "VB"})  # past forms, and the small model's errors for them
NEARBY_SENTENCES = 2
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BACKGROUND = frozenset({"relcl", "acl", "advcl"})
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

    >>> from readout.dates import find_dates
    >>> roe = who_is_who("Jane Roe left on 3 May 2024.")
    >>> days, readable = find_dates(roe.doc, published=None), [True] * len(roe.doc)
    >>> told = {"readable": readable, "published": None, "published_span": None}
    >>> [(event.label, str(event.first_day)) for event in find_events(roe.doc, roe, days, **told)]
    [('Jane Roe left', '2024-05-03')]
    """
    reader = _Reader(doc, references, readable, published)
    told = reader.dated(dates)
    day = reader.reported_day(told)
    if day is not None:
        told += reader.undated(told, day)
    told += [other for each in told for other in reader.counted_from(each)]
    told = [each for each in told if each.head.i not in reader.only_dating]
    heads = frozenset(each.head.i for each in told)
    events = _distinct([(each.head, reader.event(each, heads)) for each in told])
    if published is not None:
        start, end = published_span or (0, 0)
        events.append(Event(published, published, "day", PUBLICATION, (), "stated", start, end))
    return sorted(
        events, key=lambda event: (event.first_day, event.last_day, event.start, event.end)
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """A verb or noun that tells an event, its days, and the rule that says so."""

    head: Token
    days: Days
    via: str = "date"


class _Reader:
    """Finds what a text tells, and writes it down as events."""

    def __init__(
        self, doc: Doc, references: References, readable: Sequence[bool], published: date | None
    ) -> None:
        self.doc = doc
        self.references = references
        self.readable = readable
        self.published = published
        self.sentences = sentence_number(doc)
        self.first_sentence = self.sentences[readable.index(True)] if True in readable else 0
        self.dated_tokens: set[int] = set()
        self.quoted = quoted_tokens(doc)
        self.only_dating: set[int] = set()  # the "come" of "it comes a day after"

    def dated(self, dates: Sequence[DateExpression]) -> list[_Told]:
        """What happens at the dates that the text names; of two dates of a verb, the closest."""
        told: dict[int, _Told] = {}
        shared: dict[int, _Told] = {}  # by verbs that have the date only from another one
        for expression in dates:
            span = self.doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if span is None or not self.readable[span.start]:
                continue
            self.dated_tokens.update(range(span.start, span.end))
            days = Days(expression.first_day, expression.last_day, expression.precision)
            for number, head in enumerate(self._heads_at(span)):
                if self.published is not None and lasts_since(span, head):
                    days = Days(days.first, max(days.first, self.published), "span")
                known = (shared if number else told).get(head.i)
                if not _is_denied(head) and (known is None or days.length < known.days.length):
                    (shared if number else told)[head.i] = _Told(head, days)
        return [*(shared | told).values()]

    def _heads_at(self, date: Span) -> Iterator[Token]:
        if not dates_the_news(date):
            return heads_at(date)
        verb = clause_of(self.doc[date.start - 1])
        self.only_dating.add(verb.i)
        return iter([verb])

    def reported_day(self, told: Sequence[_Told]) -> Days | None:
        """The day that the report is about: a recent one that it soon names, else publication."""
        if self.published is None:
            return None
        for each in sorted(told, key=lambda each: each.head.i):
            days, verb = each.days, each.head
            if self.sentences[verb.i] - self.first_sentence >= LEAD:
                break
            recent = self.published - NEWS_WINDOW <= days.first <= days.last <= self.published
            is_main = is_verb(verb) and verb.dep_ not in BACKGROUND
            if recent and is_main and days.precision in ("day", "span"):
                return days
        return one_day(self.published)

    def undated(self, told: Sequence[_Told], day: Days) -> list[_Told]:
        """The events in the simple past without a date of their own."""
        dated = {self.sentences[i] for i in self.dated_tokens}
        found = []
        for token in tokens_with(self.doc, "TAG", TELLING):
            sentence = self.sentences[token.i]
            lead = sentence - self.first_sentence < 2
            if (
                self.readable[token.i]
                and (sentence not in dated or self._dates_only_what_it_says(token))
                and is_news(token, lead=lead)
                and not _is_denied(token)
                and not is_quoted(token)
                and token.i not in self.quoted
                and self._is_somebodys(token, lead=lead)
            ):
                if self._tells_background(token, told, day):
                    continue
                before = self._day_before(token, told)
                via = "day of the report" if before is None else "day of the sentence before"
                found.append(_Told(token, before or day, via))
        return found

    def _is_somebodys(self, verb: Token, *, lead: bool) -> bool:
        """Whether an actor takes part; in the lead also where it only happens round one."""
        if self.references.of_all(_takers(verb)):
            return True
        main = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
        happens = main and verb.lemma_.lower() not in lexicon.reporting_verbs()
        return (
            lead and happens and bool(self.references.of_all(self._named(verb, self._clause(verb))))
        )

    def _dates_only_what_it_says(self, verb: Token) -> bool:
        """Whether all dates of the sentence are in what is said: "announced a vote on Friday"."""
        said = [c for c in verb.rights if c.dep_ == "ccomp"]
        if not said or verb.dep_ != "ROOT":
            return False
        told = {token.i for clause in said for token in clause.subtree}
        return all(
            i in told for i in range(verb.sent.start, verb.sent.end) if i in self.dated_tokens
        )

    def _tells_background(self, verb: Token, told: Sequence[_Told], day: Days) -> bool:
        """Whether the last date before it, a sentence or two back, is of a time long over."""
        saying = lexicon.reporting_verbs().get(verb.lemma_.lower())
        if saying is not None and saying.stance == "announce":
            return False
        last = max(self._told_nearby(verb, told), key=lambda each: each.head.i, default=None)
        return last is not None and last.days.last < day.first - NEWS_WINDOW

    def _told_nearby(self, verb: Token, told: Sequence[_Told]) -> list[_Told]:
        sentence = self.sentences[verb.i]
        return [e for e in told if 0 < sentence - self.sentences[e.head.i] <= NEARBY_SENTENCES]

    def _day_before(self, verb: Token, told: Sequence[_Told]) -> Days | None:
        """The day of the sentence before, if it told of the same people."""
        people = set(self.references.of_all(subjects(verb)))
        for each in sorted(self._told_nearby(verb, told), key=lambda each: -each.head.i):
            if not is_verb(each.head) or each.head.dep_ in BACKGROUND:
                continue
            same = people & {*self.references.of_all(subjects(each.head))}
            if same and each.days.precision == "day":
                return each.days
        return None

    def counted_from(self, told: _Told) -> Iterator[_Told]:
        """What happened "a day after" or "hours before" the event."""
        if told.days.length > 1 or not is_verb(told.head):
            return
        for clause in told.head.sent:
            for mark in _marks(clause, told.head):
                own = next((c for c in clause.lefts if c.dep_ == "npadvmod"), None)
                unit = own if own is not None else unit_before(mark)
                days = _days_counted(unit) if unit is not None else None
                if days is not None:
                    there = told.days.first + timedelta(STEPS[mark.lower_] * days)
                    yield _Told(clause, one_day(there), "days counted from another event")

    def event(self, told: _Told, heads: frozenset[int]) -> Event:
        head, days = told.head, told.days
        words = self._clause(head)
        doer = None if is_verb(head) else doer_behind(head)
        words += [] if doer is None else [*doer.subtree]
        named = [*self.references.of_all(self._named(head, words))]
        takers = _takers(head) if is_verb(head) else [head]
        named += self._owners_of(takers)
        actors = (*self.references.of_all(takers), *named)
        actors = (*actors, *self._countries_of(actors)) or self._named_around(head)
        hedge = hedge_over(head) if is_verb(head) else own_hedge(head)
        ahead = self.published is not None and days.first > self.published
        return Event(
            *days,
            label_of(head, self.references, dated=self.dated_tokens, told=heads),
            tuple(dict.fromkeys(self.references.state_of(actor) for actor in actors)),
            "hedged" if ahead or hedge is not None else "stated",
            words[0].idx,
            words[-1].idx + len(words[-1]),
            told.via,
        )

    def _countries_of(self, actors: Sequence[str]) -> list[str]:
        """The states of the towns, where nobody else takes part: what happens there is theirs."""
        if any(self.references.type_of(actor) != "city" for actor in actors):
            return []
        codes = {self.references.actors[actor].country or "" for actor in actors}
        states = (state_by_code()[code] for code in sorted(codes & state_by_code().keys()))
        return [state for state in states if state in self.references.actors]

    def _named_around(self, head: Token) -> tuple[str, ...]:
        """The states that the sentence speaks of round a clause that names nobody."""
        sentence = head.sent
        around = (t for t in sentence if t.i < head.i and t.i in self.references.by_token)
        actors = map(self.references.state_of, self.references.of_all(around))
        return tuple(a for a in actors if self.references.type_of(a) == "state")[-1:]

    def _owners_of(self, takers: Sequence[Token]) -> tuple[str, ...]:
        """Who is named before what takes part and is no actor: "X's planes", "the X summit"."""
        things = [t for t in map(antecedent, takers) if not self.references.of(t)]
        return self.references.of_all(child for thing in things for child in thing.lefts)

    def _named(self, head: Token, words: Sequence[Token]) -> list[Token]:
        """The names and pronouns among the words, without those that only describe another."""
        clauses = [word for word in words if word.dep_ == "relcl" and word.i != head.i]
        aside = {token.i for clause in clauses for token in clause.subtree}
        return [t for t in words if t.i in self.references.by_token and t.i not in aside]

    def _clause(self, head: Token) -> list[Token]:
        """The tokens of the clause or phrase of a head, without clauses at its side."""
        tokens = [head]
        for child in head.children:
            if child.dep_ not in SIDE_CLAUSES:
                tokens += [t for t in child.subtree if not t.is_space]
        return sorted(tokens, key=lambda token: token.i)


def _distinct(told: Sequence[tuple[Token, Event]]) -> list[Event]:
    """One event for each happening, each with a label.

    What a week or month holds is left out where days in it tell the same of the same actors.
    """
    found: dict[tuple[date, date, str], Event] = {}
    for head, event in told:
        same = [each for other, each in told if other.lemma_ == head.lemma_]
        closer = any(_within(each, event) and {*each.actors} & {*event.actors} for each in same)
        if event.label and not closer:
            found.setdefault((event.first_day, event.last_day, event.label), event)
    return list(found.values())


def _within(inner: Event, outer: Event) -> bool:
    """Whether the days of one event are some, but not all, of those of another."""
    ends = (inner.first_day, inner.last_day), (outer.first_day, outer.last_day)
    return ends[0] != ends[1] and ends[1][0] <= ends[0][0] and ends[0][1] <= ends[1][1]


def _is_denied(head: Token) -> bool:
    """Whether it did not happen; what "hours after they refused" hangs on did, though."""
    above = head.head
    misplaced = head.dep_ == "ccomp" and head.i < above.i
    if misplaced and any(child.dep_ == "mark" for child in above.lefts):
        return is_negated(head)
    if head.dep_ == "acl" and head.tag_ == "VBN":  # "refused to judge the attack begun on Friday"
        return is_negated(head) or is_negated(above)
    return is_denied(head)


def _marks(clause: Token, verb: Token) -> list[Token]:
    """The "after" of a clause right below a verb: "after they left", "after leaving"."""
    if clause.tag_ == "VBG" and clause.dep_ == "pcomp" and clause.head.head.i == verb.i:
        marks = [clause.head]
    elif clause.tag_ in FINITE and clause.head.i == verb.i:
        marks = [child for child in clause.lefts if child.dep_ == "mark"]
    else:
        return []
    return [mark for mark in marks if mark.lower_ in STEPS]


def _days_counted(unit: Token) -> int | None:
    """The days of "two days", "a week", "hours"; None for other units."""
    if unit.lemma_ in ("hour", "minute"):
        return 0
    count = next((child.lower_ for child in unit.lefts if child.dep_ in ("nummod", "det")), "")
    number = int(count) if count.isdigit() else NUMBERS.get(count)
    length = {"day": 1, "week": 7}.get(unit.lemma_)
    return None if number is None or length is None else number * length


def _takers(verb: Token) -> list[Token]:
    """The noun phrases that take part in what the verb says."""
    found = list(subjects(verb))
    for child in verb.children:
        if child.dep_ in ("dobj", "dative"):
            found += conjuncts(child)
    return found
