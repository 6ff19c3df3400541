"""Quotations and who speaks them.

Marks are paired by the side on which the blank stands, so that a quotation may run over several
sentences and a forgotten mark spoils one quotation only. A quotation whose next paragraph begins
with a mark again goes on there. The speaker is the subject of a reporting verb outside the marks
in the same sentence, else in the sentence where the quotation goes on, else the one of the
quotation before, else whom the sentence before is about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.symbols import VERB
from spacy.tokens import Doc, Span, Token

from readout import lexicon
from readout.syntax import (
    own_subjects,
    prepositional_objects,
    sentence_number,
    subjects,
    tokens_with,
)

OPENING = frozenset({"“", "„", "«", "‘", "``"})
CLOSING = {
    "“": '”“"',
    "„": '”“"',
    "«": "»",
    "‘": "’'",
    "``": "''",
    '"': '"”',
    "''": "''",
    "'": "'’",
}
NEUTRAL = frozenset({'"', "''", "'"})  # open and close
MARKS = OPENING | NEUTRAL | {"”", "»", "’"}
LONGEST = 400  # tokens; an unclosed mark ends here at the latest
BESIDE = 4  # tokens between a quotation and the subject of the verb that reports it


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens [start, end) between quotation marks, and the token that names the speaker, if any."""

    start: int
    end: int
    speaker: Token | None


def find_quotations(doc: Doc) -> list[Quotation]:
    """Find the quotations of a parsed text, in order, each with its speaker where one is named.

    >>> found = find_quotations(nlp('"We will leave Karum," Jane Roe said.'))
    >>> [(quotation.start, quotation.end, quotation.speaker) for quotation in found]
    [(1, 6, Roe)]
    """
    spans = list(_spans(doc))
    inside = {i for start, end in spans for i in range(start, end)}
    sentences = sentence_number(doc)
    attributions = _attributions(doc, inside, sentences)
    quotations: list[Quotation] = []
    for start, end in spans:
        speaker = _introduced(doc, start, attributions, sentences)
        speaker = speaker or _speaker(doc[start:end], attributions, sentences)
        before = quotations[-1] if quotations else None
        if speaker is None and before and sentences[start] - sentences[before.end - 1] <= 1:
            speaker = before.speaker
        if speaker is None:
            speaker = _topic_before(doc, start, inside)
        quotations.append(Quotation(start, end, speaker))
    return _goes_on(doc, quotations)


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """The positions of all tokens between quotation marks, whatever sentence opened them.

    >>> sorted(quoted_tokens(nlp('"We won. They left," Jane Roe said.')))[-1]
    6
    """
    return frozenset(i for start, end in _spans(doc) for i in range(start, end))


# Where quotations are


def _spans(doc: Doc) -> Iterator[tuple[int, int]]:
    opened: Token | None = None
    for token in tokens_with(doc, "ORTH", MARKS):
        if opened is not None and token.i - opened.i > LONGEST + 1:
            opened = None
        if opened is None:
            opened = token if _opens(doc, token) else None
        elif token.text in CLOSING[opened.text] and not _opens(doc, token):
            if token.i > opened.i + 1 and token.tag_ != "POS":
                yield opened.i + 1, token.i
                opened = None
        elif token.text == opened.text:  # the mark before was forgotten, or a paragraph ended
            if _begins_paragraph(doc, token) and token.i > opened.i + 2:
                yield opened.i + 1, token.i - 1
            opened = token


def _opens(doc: Doc, mark: Token) -> bool:
    if mark.text in OPENING:
        return True
    if mark.text not in NEUTRAL:
        return False
    before = doc[mark.i - 1] if mark.i else None
    blank_before = (
        before is None or bool(before.whitespace_) or before.is_space or before.text in "(-—"
    )
    opens = blank_before and not mark.whitespace_ and mark.tag_ != "POS"
    return opens and (mark.text != "'" or _is_closed(doc, mark))


def _is_closed(doc: Doc, mark: Token) -> bool:
    """Whether the single mark is closed in its sentence: no apostrophe as in "'tis"."""
    rest = doc[mark.i + 1 : mark.sent.end]
    return any(t.text in CLOSING[mark.text] and t.tag_ != "POS" for t in rest)


def _begins_paragraph(doc: Doc, token: Token) -> bool:
    return token.i > 0 and doc[token.i - 1].is_space


def _goes_on(doc: Doc, quotations: Sequence[Quotation]) -> list[Quotation]:
    """A quotation that a paragraph cut in two has one speaker, the one named after its end."""
    found: list[Quotation] = []
    for quotation in reversed(quotations):
        after = found[-1] if found else None
        cut = quotation.end < len(doc) and doc[quotation.end].is_space
        goes_on = cut and after is not None and after.start == quotation.end + 2
        speaker = after.speaker if goes_on and after else quotation.speaker
        found.append(replace(quotation, speaker=speaker or quotation.speaker))
    return found[::-1]


# Who speaks


def _attributions(doc: Doc, inside: set[int], sentences: Sequence[int]) -> dict[int, list[Token]]:
    """For each sentence the subjects of reporting verbs that stand outside of quotation marks."""
    reporting = lexicon.reporting_verbs()
    found: dict[int, list[Token]] = {}
    for token in tokens_with(doc, "LEMMA", _lemmas_of_saying()):
        if token.i in inside:
            continue
        if token.pos == VERB and token.lemma_.lower() in reporting:
            speakers = _sayers(token)
        elif token.lower_ == "according":
            speakers = prepositional_objects(token, frozenset({"to"}))
        else:
            continue
        for speaker in speakers[:1]:
            if speaker.i not in inside:
                found.setdefault(sentences[token.i], []).append(speaker)
    return found


@cache
def _lemmas_of_saying() -> frozenset[str]:
    """The lemmas of reporting verbs, and of "according" as verb and as preposition."""
    lemmas = {*lexicon.reporting_verbs(), "accord", "according"}
    return frozenset(spelt for lemma in lemmas for spelt in (lemma, lemma.capitalize()))


def _sayers(verb: Token) -> list[Token]:
    """Who says it: the subject, but X in "agencies quoted X as saying"."""
    if verb.lemma_ in ("quote", "cite") and verb.tag_ != "VBN":
        return [child for child in verb.children if child.dep_ == "dobj"]
    return own_subjects(verb) or subjects(verb) or _noun_behind(verb)


def _noun_behind(verb: Token) -> list[Token]:
    """The noun phrase right behind a verb without subject: "...," said Jane Roe."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    for token in behind:
        if token.pos_ == "PROPN" or token.tag_ in ("PRP", "NN", "NNS"):
            head = token
            while head.dep_ in ("compound", "poss", "nmod") and head.head.i > head.i:
                head = head.head
            return [head]
        if token.pos_ not in ("DET", "ADJ"):
            break
    return []


def _introduced(
    doc: Doc, start: int, attributions: dict[int, list[Token]], sentences: Sequence[int]
) -> Token | None:
    """Who is announced by a colon: 'Roe told reporters: "We'."""
    before = start - 2
    while before >= 0 and doc[before].is_space:
        before -= 1
    announced = before >= 0 and doc[before].text == ":"
    return next(iter(attributions.get(sentences[before], [])), None) if announced else None


def _speaker(
    quoted: Span, attributions: dict[int, list[Token]], sentences: Sequence[int]
) -> Token | None:
    """The named speaker nearest to the quotation, in its sentences or right behind it."""
    start, end = quoted.start, quoted.end
    for sentence in (sentences[end - 1], sentences[start], sentences[end - 1] + 1):
        here = attributions.get(sentence, [])
        follows = here and 0 <= here[0].i - end < BESIDE
        beside = follows and not any(token.is_space for token in quoted.doc[end : here[0].i])
        if here and (sentence <= sentences[end - 1] or beside):
            return min(here, key=lambda subject: min(abs(subject.i - start), abs(subject.i - end)))
    return None


def _topic_before(doc: Doc, start: int, inside: set[int]) -> Token | None:
    """Whom the sentence before is about, if the quotation begins its own: 'Roe was calm. "I'."""
    mark = doc[start - 1]
    here = mark.sent
    if any(not (t.is_space or t.is_punct) for t in doc[here.start : mark.i]) or not here.start:
        return None
    before = doc[here.start - 1].sent
    if before.root.i in inside:
        return None
    speakers = own_subjects(before.root)[:1]
    spoken = [t for t in speakers if t.pos_ != "PRON" or t.lower_ in ("he", "she", "they")]
    return spoken[0] if spoken and spoken[0].i not in inside else None


def speaker_at(quotations: Sequence[Quotation]) -> dict[int, Token]:
    """For each token inside a quotation with a known speaker, the token that names the speaker.

    >>> speaker_at(find_quotations(nlp('"We will leave Karum," Jane Roe said.')))[1]
    Roe
    """
    return {
        i: quotation.speaker
        for quotation in quotations
        if quotation.speaker is not None
        for i in range(quotation.start, quotation.end)
    }
