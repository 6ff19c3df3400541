"""People whom an article names though they do not act in it: who reports, and who is only asked."""

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Doc

from readout import lexicon
from readout.name_runs import Name
from readout.organisation_names import POSSESSIVES
from readout.people import KIN, Person
from readout.titles import title_before

REPORTERS = frozenset(
    "reporter correspondent journalist editor columnist photographer analyst".split()
)
# Who is asked for an opinion is a source, no actor.
EXPERTS = frozenset(
    "analyst expert professor lecturer researcher fellow academic scholar historian economist "
    "pollster commentator columnist specialist strategist consultant partner".split()
)
LONGEST_EXPERTISE = 6  # tokens between a name and the word for an expert
LONGEST_MEDIUM = 4  # tokens of a medium's name


def acts(doc: Doc, person: Person, spans: Sequence[Name]) -> bool:
    """Whether the person acts in the story, rather than reports it or is a stray first name.

    `spans` are the names by which the text calls the person.

    >>> from readout.people import group_people
    >>> doc = nlp("BBC correspondent Jane Roe met Omar Poe.")
    >>> names = [Name(2, 4, "person"), Name(5, 7, "person")]
    >>> [acts(doc, person, [names[i] for i in person.names]) for person in group_people(doc, names)]
    [False, True]
    """
    stray = len(person.words) == 1 and lexicon.given_name_gender(person.words[0])
    if stray and len(spans) == 1 and not _bears_first_name_only(doc, spans[0]):
        return False
    return not any(_reports(doc, name) or _is_expert(doc, name) for name in spans)


def _bears_first_name_only(doc: Doc, name: Name) -> bool:
    """Whether a word that goes with a first name stands before it: King, Sheikh, widow, son."""
    if name.start and doc[name.start - 1].lower_ in KIN:
        return True
    title = title_before(doc, name.start)
    return title is not None and lexicon.titles()[title[1]].gender is not None


def _reports(doc: Doc, name: Name) -> bool:
    """Whether the name is a correspondent's: "the BBC's Ann Poe", "AFP reporter Ann Poe".

    Or a photographer's: "REUTERS/Ann Poe".
    """
    if name.start > 1 and doc[name.start - 1].text == "/" and doc[name.start - 2].is_upper:
        return True
    end = name.start
    while end and (doc[end - 1].lower_ in REPORTERS or doc[end - 1].text in POSSESSIVES):
        end -= 1
    if end and doc[end].lower_ in REPORTERS and doc[end - 1].text in lexicon.regions():
        end -= 1  # "BBC Africa correspondent"
    starts = range(max(0, end - LONGEST_MEDIUM), end)
    return end < name.start and any(doc[i:end].text in lexicon.media_names() for i in starts)


def _is_expert(doc: Doc, name: Name) -> bool:
    """Whether the one named is only asked: "analyst Ann Poe", "Ann Poe, a professor at"."""
    if name.start and doc[name.start - 1].lemma_.lower() in EXPERTS:
        return True
    after = doc[name.end : name.end + LONGEST_EXPERTISE]
    if len(after) < 2 or after[0].text != ",":
        return False
    phrase = takewhile(lambda token: token.pos_ in ("DET", "ADJ", "NOUN", "PROPN"), after[1:])
    return any(token.lemma_.lower() in EXPERTS for token in phrase)
