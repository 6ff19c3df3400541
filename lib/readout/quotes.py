"""Quotations and who speaks them.

Marks are paired by the side on which the blank stands, so that a quotation may run over several
sentences and a forgotten mark spoils one quotation only. The speaker is the subject of a reporting
verb outside the marks in the same sentence, else in the sentence where the quotation goes on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from readout import lexicon
from readout.syntax import own_subjects, sentence_number

MARKS = frozenset('"“”„«»‘')
CLOSING_SINGLE = "’"
LONGEST = 400  # tokens; an unclosed mark ends here at the latest


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens [start, end) between quotation marks, and the token that names the speaker, if any."""

    start: int
    end: int
    speaker: Token | None


def find_quotations(doc: Doc) -> list[Quotation]:
    """Find the quotations of a parsed text, in order, each with its speaker where one is named."""
    spans = list(_spans(doc))
    inside = {i for start, end in spans for i in range(start, end)}
    sentences = sentence_number(doc)
    attributions = _attributions(doc, inside, sentences)
    quotations: list[Quotation] = []
    for start, end in spans:
        speaker = _speaker(start, end, attributions, sentences)
        if (
            speaker is None
            and quotations
            and sentences[start] - sentences[quotations[-1].end - 1] <= 1
        ):
            speaker = quotations[-1].speaker
        quotations.append(Quotation(start, end, speaker))
    return quotations


def _spans(doc: Doc) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for token in doc:
        if opened is not None and token.i - opened > LONGEST:
            opened = None
        single = token.text == CLOSING_SINGLE and opened is not None and doc[opened - 1].text == "‘"
        if token.text not in MARKS and not single:
            continue
        if _opens(doc, token) and not single:
            opened = token.i + 1
        elif opened is not None and token.i > opened:
            yield opened, token.i
            opened = None


def _opens(doc: Doc, mark: Token) -> bool:
    if mark.text in "“„«‘":
        return True
    if mark.text in "”»":
        return False
    before = doc[mark.i - 1] if mark.i else None
    blank_before = (
        before is None or bool(before.whitespace_) or before.is_space or before.text in "(-—"
    )
    return blank_before and not mark.whitespace_


def _attributions(doc: Doc, inside: set[int], sentences: Sequence[int]) -> dict[int, list[Token]]:
    """For each sentence the subjects of reporting verbs that stand outside of quotation marks."""
    reporting = lexicon.reporting_verbs()
    found: dict[int, list[Token]] = {}
    for token in doc:
        if token.i not in inside and token.pos_ == "VERB" and token.lemma_.lower() in reporting:
            for subject in own_subjects(token)[:1]:
                if subject.i not in inside:
                    found.setdefault(sentences[token.i], []).append(subject)
    return found


def _speaker(
    start: int, end: int, attributions: dict[int, list[Token]], sentences: Sequence[int]
) -> Token | None:
    """The named speaker nearest to the quotation, in its sentences or in the one after it."""
    for sentence in (sentences[end - 1], sentences[start], sentences[end - 1] + 1):
        here = attributions.get(sentence, [])
        if here and (sentence <= sentences[end - 1] or here[0].i - end < 4):
            return min(here, key=lambda subject: min(abs(subject.i - start), abs(subject.i - end)))
    return None


def speaker_at(quotations: Sequence[Quotation]) -> dict[int, Token]:
    """For each token inside a quotation with a known speaker, the token that names the speaker."""
    return {
        i: quotation.speaker
        for quotation in quotations
        if quotation.speaker is not None
        for i in range(quotation.start, quotation.end)
    }
