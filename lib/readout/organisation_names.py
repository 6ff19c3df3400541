"""Names of organisations by their shape, for those that the lexicon does not know.

A run of capitalised words around a noun such as Council or Army, what the press calls a body of
rebels in lower case, and the acronym that an article defines in brackets behind a name.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

import numpy as np
from spacy.tokens import Doc, Token

from readout import lexicon
from readout.name_runs import (
    CENTRES,
    LONGEST_NAME,
    Name,
    is_capitalised,
    is_site_noun,
    name_run_end,
)
from readout.syntax import tokens_with

COMPLEMENTS = frozenset({"of", "for", "in"})  # "Council for the Defence of the North"
LINKS = COMPLEMENTS | {"and", "the", "to"}
BRANCHES = frozenset({"ministry", "force"})
DEPARTMENTS = frozenset(
    "foreign defence defense interior justice finance information oil health air".split()
)
FORCES = frozenset("force army guard brigade militia battalion front".split())
REBEL_WORDS = frozenset({"rebel", "opposition", "separatist", "insurgent"})
REBEL_BODIES = frozenset({"council", "coalition", "authority", "administration"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
DOTTED = re.compile(r"(?:[A-Z]\.){2,}")  # "U.S." before the name of a body


def organisation_names(doc: Doc) -> Iterator[Name]:
    """Find the names of organisations: runs such as "National Transition Council", rebel bodies.

    Yields names of type `organisation`, and abbreviations that spaCy takes for organisations.

    >>> doc = nlp("The National Transition Council met.")
    >>> [doc[name.start : name.end] for name in organisation_names(doc)]
    [National Transition Council]
    """
    yield from _runs(doc)
    yield from _rebel_bodies(doc)
    for entity in doc.ents:
        word = entity[0]
        abbreviated = word.is_upper and len(word) > 2 and word.text[0].isalpha()
        if entity.label_ == "ORG" and len(entity) == 1 and abbreviated:
            yield Name(entity.start, entity.end, "organisation", acronym=True)


def _runs(doc: Doc) -> Iterator[Name]:
    position = 0
    for start in np.flatnonzero(doc.to_array("IS_LOWER") == 0).tolist():
        if start < position or not _may_start(doc[start]):
            continue
        end = _run_end(doc, start)
        if end - start > 1 and not _is_any_states(doc, start, end):
            yield Name(start, end, "organisation")
        position = max(end, name_run_end(doc, start))


def _is_any_states(doc: Doc, start: int, end: int) -> bool:
    """Whether it only says of what branch somebody is: "a Foreign Ministry spokesman"."""
    last = doc[end - 1]
    modifies = last.dep_ in ("compound", "nmod") and last.head.i >= end and last.head.pos_ == "NOUN"
    return modifies and last.lower_ in BRANCHES and doc[start].lower_ in DEPARTMENTS


def _may_start(token: Token) -> bool:
    if not token.text[0].isupper() or token.pos_ not in ("PROPN", "ADJ", "NOUN"):
        return False
    if token.i and token.nbor(-1).text == "-" and token.nbor(-1).dep_ == "amod":
        return False  # "anti-Roe National Council"
    return is_capitalised(token) or DOTTED.fullmatch(token.text) is not None


def _run_end(doc: Doc, start: int) -> int:
    """Where the name of an organisation that begins at `start` ends; `start` if none does.

    It ends at its noun ("Border Council") or, behind the noun, with a capitalised complement
    ("Council for the Defence of the North").
    """
    end, in_complement = start, False
    for position in range(start, min(start + LONGEST_NAME, len(doc))):
        token = doc[position]
        if (position > start and token.is_sent_start) or token.ent_type_ == "DATE":
            break
        if DOTTED.fullmatch(token.text) or _joins_halves(token):
            continue
        if not is_capitalised(token):
            if end == start or token.lower_ not in (LINKS if in_complement else COMPLEMENTS):
                break
            if token.lower_ == "in" and not _inside_entity(token):
                break  # "the Border Service in Arles" is one of its offices
            in_complement = True
        elif in_complement or is_organisation_noun(token):
            end = position + 1
        elif end > start:
            break
    return start if end > start and _names_a_site(doc, end) else end


def _names_a_site(doc: Doc, end: int) -> bool:
    """Whether the run that ends before `end` names a building: "Air Force Base"."""
    if doc[end - 1].lower_ in CENTRES and is_site_noun(doc[end - 1]):
        return True
    return any(is_site_noun(token) for token in takewhile(is_capitalised, doc[end : end + 3]))


def _joins_halves(token: Token) -> bool:
    """Whether an "and" stands inside a name, as spaCy sees it: "Immigration and Customs Office"."""
    return token.lower_ == "and" and _inside_entity(token)


def _inside_entity(token: Token) -> bool:
    return token.ent_type_ == "ORG" and token.ent_iob_ == "I"


@cache
def _organisation_nouns() -> frozenset[str]:
    return frozenset(
        noun.noun
        for noun in lexicon.nominals().values()
        if noun.denotes in ("organisation", "government_body", "armed_group")
    )


def is_organisation_noun(token: Token) -> bool:
    """Whether the word makes a run of capitalised words the name of an organisation.

    >>> doc = nlp("The Border Council met Rebel Leaders.")
    >>> is_organisation_noun(doc[2]), is_organisation_noun(doc[4])
    (True, False)
    """
    if token.lower_ in REBEL_WORDS:  # "Karum Rebel Leaders"
        return False
    word = token.lower_.removesuffix("s")
    chamber = word == "house" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"
    return chamber or word in FORCES or token.lemma_.lower() in _organisation_nouns()


def _rebel_bodies(doc: Doc) -> Iterator[Name]:
    """What the press calls a body of rebels in lower case: "the rebel national council"."""
    for token in tokens_with(doc, "LOWER", REBEL_WORDS):
        for noun in doc[token.i + 1 : token.i + 4]:
            if noun.text in REBEL_BODIES:
                yield Name(token.i, noun.i + 1, "organisation")
            if noun.pos_ not in ("ADJ", "PROPN") or not noun.is_lower:
                break


def bracketed_acronyms(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """Find the acronyms defined in brackets behind names: "Libyan National Army's (LNA)".

    Yields a name of the same type and known actor for each.

    >>> doc = nlp("The Karum Liberation Army (KLA) left.")
    >>> army = Name(1, 4, "armed_group")
    >>> [doc[name.start : name.end] for name in bracketed_acronyms(doc, [army])]
    [KLA]
    """
    for name in names:
        opened = name.end + (name.end < len(doc) and doc[name.end].lower_ in POSSESSIVES)
        if opened >= len(doc) or doc[opened].text != "(":
            continue
        inside, closed, _ = doc[opened + 1 : opened + 4].text.partition(")")
        if closed and len(inside) > 1 and inside.isupper() and inside[0].isalpha():
            end = opened + 1 + len(inside.split())
            yield Name(opened + 1, end, name.type, name.known, acronym=True)


def seats_of_union(doc: Doc, names: Sequence[Name]) -> list[int]:
    """Which of the names are Brussels, where no name is Belgium: the seat of the European Union.

    >>> doc = nlp("Brussels is calm.")
    >>> seats_of_union(doc, [Name(0, 1, "capital")])
    [0]
    """
    if any(doc[name.start].text == "Belgium" for name in names):
        return []
    seats = [i for i, name in enumerate(names) if name.type == "capital"]
    return [i for i in seats if doc[names[i].start].text == "Brussels"]
