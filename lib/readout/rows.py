"""The rows of the frames: from tokens and dataclasses to records with character offsets.

Every record says where its evidence stands, as characters [start, end) of the text. The words come
from the text, not from the `Doc`, whose white space may differ.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from readout import lexicon
from readout.dates import DateExpression
from readout.hedges import hedge_over
from readout.layout import Layout
from readout.references import References
from readout.syntax import sentence_number
from readout.ties import Tie
from readout.timeline import Event

Record = dict[str, object]


def sentence_rows(text: str, doc: Doc, layout: Layout) -> Iterator[Record]:
    """A record for each sentence; `certainty` is that of its main clause, or of what it reports.

    >>> from readout.layout import read_layout
    >>> text = "Jane Roe may leave."
    >>> row = next(sentence_rows(text, nlp(text), read_layout(text)))
    >>> row["section"], row["certainty"]
    ('body', 'hedged')
    """
    starts = [block.start for block in layout.blocks]
    for number, sentence in enumerate(doc.sents):
        words = text[sentence.start_char : sentence.end_char]
        start = sentence.start_char + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        block = layout.blocks[max(0, bisect_right(starts, start) - 1)]
        yield {
            "sentence": number,
            "section": block.section,
            "paragraph": block.paragraph,
            "start": start,
            "end": end,
            "text": text[start:end],
            "certainty": "hedged" if _is_hedged(sentence.root) else "stated",
        }


def _is_hedged(main: Token) -> bool:
    """Whether a sentence says or reports something uncertain: "is expected to", "said it may"."""
    complements = (child for child in main.children if child.dep_ in ("xcomp", "ccomp"))
    return any(hedge_over(verb) is not None for verb in (main, *complements))


def mention_rows(text: str, doc: Doc, references: References) -> Iterator[Record]:
    """A record for each mention, in text order.

    >>> roe = who_is_who("Jane Roe left.")
    >>> row = next(mention_rows(roe.doc.text, roe.doc, roe))
    >>> row["text"], row["actor"], row["kind"], row["reading"]
    ('Jane Roe', 'jane-roe', 'name', 'actor')
    """
    sentence_of = sentence_number(doc)
    for number, mention in enumerate(references.mentions):
        start, end = _characters(doc, mention.start, mention.end)
        yield {
            "mention": number,
            "sentence": sentence_of[mention.start],
            "start": start,
            "end": end,
            "text": text[start:end],
            "actor": mention.actor,
            "kind": mention.kind,
            "reading": mention.reading,
            "via": mention.via,
        }


def actor_rows(
    text: str, doc: Doc, references: References, *, ties: Sequence[Tie], events: Sequence[Event]
) -> Iterator[Record]:
    """A record for each actor in a mention, tie or event, those with most mentions first.

    >>> roe = who_is_who("Jane Roe left. Roe spoke.")
    >>> row = next(actor_rows(roe.doc.text, roe.doc, roe, ties=[], events=[]))
    >>> row["name"], row["type"], row["aliases"], row["mentions"]
    ('Jane Roe', 'person', ('Jane Roe', 'Roe'), 2)
    """
    counts = Counter(mention.actor for mention in references.mentions)
    aliases = _aliases(text, doc, references)
    ids = {*counts}
    ids.update(end for tie in ties for end in (tie.source, tie.target))
    ids.update(actor for event in events for actor in event.actors)
    countries = _sides(references)
    offices = {role.person: role.text for role in reversed(references.roles)}
    for actor_id in sorted(ids, key=lambda each: (-counts[each], each)):
        actor = references.actors.get(actor_id)
        state = lexicon.states().get(actor_id)
        yield {
            "actor": actor_id,
            "name": actor.name if actor else state.name if state else actor_id,
            "type": references.type_of(actor_id),
            "country": (actor.country if actor else None)
            or countries.get(actor_id)
            or (state.iso3 if state else None),
            "role": offices.get(actor_id),
            "aliases": aliases.get(actor_id, ()),
            "mentions": counts[actor_id],
            "via": actor.via if actor else "data",
        }


def _aliases(text: str, doc: Doc, references: References) -> dict[str, tuple[str, ...]]:
    """The names that the article uses for each actor, in order of first use."""
    found: dict[str, dict[str, None]] = {}
    for mention in references.mentions:
        if mention.kind != "pronoun":
            start, end = _characters(doc, mention.start, mention.end)
            found.setdefault(mention.actor, {})[" ".join(text[start:end].split())] = None
    return {actor: tuple(names) for actor, names in found.items()}


def _sides(references: References) -> dict[str, str]:
    """The country of each person whose office is one of a state or of a body with a country."""
    found: dict[str, str] = {}
    for role in references.roles:
        side = role.whole
        if side and references.type_of(side) == "person" and role.title in lexicon.titles():
            side = next(iter(references.sides_of(side)), None)  # "Roe's prime minister"
        state = lexicon.states().get(side) if side else None
        whole = references.actors.get(side) if side else None
        country = state.iso3 if state else whole.country if whole else None
        if country:
            found.setdefault(role.person, country)
    return found


def date_rows(text: str, doc: Doc, dates: Iterable[DateExpression]) -> Iterator[Record]:
    """A record for each date expression, in text order.

    >>> from readout.dates import find_dates
    >>> doc = nlp("Jane Roe left on 3 May 2024.")
    >>> row = next(date_rows(doc.text, doc, find_dates(doc, published=None)))
    >>> row["text"], str(row["first_day"]), row["precision"], row["sentence"]
    ('3 May 2024', '2024-05-03', 'day', 0)
    """
    sentences = _SentenceFinder(doc)
    for expression in dates:
        yield {
            "sentence": sentences.at(expression.start),
            "start": expression.start,
            "end": expression.end,
            "text": text[expression.start : expression.end],
            "first_day": expression.first_day,
            "last_day": expression.last_day,
            "precision": expression.precision,
            "basis": expression.basis,
            "via": expression.via,
        }


def event_rows(text: str, doc: Doc, events: Iterable[Event]) -> Iterator[Record]:
    """A record for each event, the earliest first.

    >>> from datetime import date
    >>> day, doc = date(2024, 5, 3), nlp("Roe left on 3 May 2024.")
    >>> event = Event(day, day, "day", "Roe left", ("roe",), "stated", 0, 8)
    >>> row = next(event_rows(doc.text, doc, [event]))
    >>> row["label"], row["evidence"], row["sentence"]
    ('Roe left', 'Roe left', 0)
    """
    sentences = _SentenceFinder(doc)
    for number, event in enumerate(events):
        yield {
            "event": number,
            "first_day": event.first_day,
            "last_day": event.last_day,
            "precision": event.precision,
            "label": event.label,
            "actors": event.actors,
            "certainty": event.certainty,
            "sentence": sentences.at(event.start),
            "start": event.start,
            "end": event.end,
            "evidence": text[event.start : event.end],
            "via": event.via,
        }


def tie_rows(text: str, doc: Doc, ties: Iterable[Tie]) -> Iterator[Record]:
    """A record for each tie, in text order.

    >>> tie = Tie("egypt", "backs", "chad", "stated", "arm", 0, 4, "verb")
    >>> doc = nlp("Egypt has armed Chad.")
    >>> row = next(tie_rows(doc.text, doc, [tie]))
    >>> row["evidence"], row["sentence"]
    ('Egypt has armed Chad', 0)
    """
    sentence_of = sentence_number(doc)
    for tie in ties:
        start, end = _characters(doc, tie.start, tie.end)
        yield {
            "source": tie.source,
            "relation": tie.relation,
            "target": tie.target,
            "certainty": tie.certainty,
            "cue": tie.cue,
            "sentence": sentence_of[tie.start],
            "start": start,
            "end": end,
            "evidence": text[start:end],
            "via": tie.via,
        }


def related_rows(layout: Layout) -> Iterator[Record]:
    """A record for each related article that the text lists.

    >>> from readout.layout import read_layout
    >>> lines = ["Talks fail", "They failed in Karum.", "Related articles", "Will Roe leave Karum?"]
    >>> [row["title"] for row in related_rows(read_layout((chr(10) * 2).join(lines)))]
    ['Will Roe leave Karum?']
    """
    for article in layout.related:
        yield {
            "title": article.title,
            "published": article.published,
            "start": article.start,
            "end": article.end,
        }


def _characters(doc: Doc, start: int, end: int) -> tuple[int, int]:
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


class _SentenceFinder:
    """Finds the sentence of a character."""

    def __init__(self, doc: Doc) -> None:
        self.starts = [sentence.start_char for sentence in doc.sents]

    def at(self, character: int) -> int:
        return max(0, bisect_right(self.starts, character) - 1)
