"""Names in headings in title case, where a capital letter does not tell a name from a verb.

"Arland Recognizes Karum Rebel Council" is not one name: it is cut at words that are verbs in
headlines, and what is left of it is a name if it has the shape of one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

import numpy as np
from spacy.tokens import Doc, Token

from readout import lexicon
from readout.event_words import event_words
from readout.name_runs import Name
from readout.organisation_names import is_organisation_noun
from readout.tie_words import tie_words

MOST_CAPITALS = 0.8  # of the longer words of running text; headings in title case have more
SHORT = 3  # letters; shorter words are in lower case in headings too
LEAST_WORDS = 4


def cut_in_headings(doc: Doc, names: Iterable[Name]) -> Iterator[Name]:
    """The guessed names, those in headings in title case cut at the verbs of headlines.

    >>> doc = nlp("Arland Recognizes Karum Border Council")
    >>> [doc[name.start : name.end] for name in cut_in_headings(doc, [Name(0, 5, "organisation")])]
    [Karum Border Council]
    """
    headings = {i for start, end in _title_case_sentences(doc) for i in range(start, end)}
    names = list(names)
    outside = [name for name in names if name.start not in headings]
    yield from outside
    if len(outside) == len(names):
        return
    texts = {doc[name.start : name.end].text for name in outside}
    for name in (name for name in names if name.start in headings):
        if name.end - name.start > 1 or name.acronym:
            yield from _pieces(doc, name)
        elif doc[name.start].text in texts:  # any word may have a capital here
            yield name


def _title_case_sentences(doc: Doc) -> list[tuple[int, int]]:
    starts = np.flatnonzero(doc.to_array("SENT_START") == 1)
    if not starts.size or starts[0]:
        starts = np.append(0, starts)
    long = (doc.to_array("IS_ALPHA") == 1) & (doc.to_array("LENGTH") > SHORT)
    words = np.add.reduceat(long, starts, dtype=int)
    small = np.add.reduceat(long & (doc.to_array("IS_LOWER") == 1), starts, dtype=int)
    ends = np.append(starts[1:], len(doc))
    capitals = (words >= LEAST_WORDS) & (small < (1 - MOST_CAPITALS) * words)
    spans = zip(starts[capitals].tolist(), ends[capitals].tolist(), strict=True)
    return [(start, end) for start, end in spans if "." not in doc[max(start, end - 3) : end].text]


def _pieces(doc: Doc, name: Name) -> Iterator[Name]:
    cuts = [i for i in range(name.start, name.end) if _is_headline_verb(doc[i])]
    if not cuts:
        yield name
        return
    for start, end in zip([name.start, *(i + 1 for i in cuts)], [*cuts, name.end], strict=True):
        shaped = end - start > 1 and is_organisation_noun(doc[end - 1])
        if end > start and (shaped or name.type != "organisation"):
            yield replace(name, start=start, end=end)


def _is_headline_verb(word: Token) -> bool:
    """Whether the word is like Recognizes: the third person of a verb that news are told with."""
    return word.lower_ in _third_persons() and not is_organisation_noun(word)


@cache
def _third_persons() -> frozenset[str]:
    ties = {word for word, rows in tie_words().items() if any(row.pos == "verb" for row in rows)}
    verbs = ties | {*lexicon.reporting_verbs()} | event_words()["news"]
    return frozenset(form for verb in verbs for form in _third_person(verb))


def _third_person(verb: str) -> Iterator[str]:
    yield verb + "s"
    yield verb + "es"
    if verb.endswith("y"):
        yield verb[:-1] + "ies"
