"""Proper names in the text: which words are a name, and of what kind of thing.

Names come from four sources: the lexicon of known actors and cities, spaCy's named entities, titles
("President X"), and the shape of a name of an organisation (a run of capitalised words around a
noun such as Council). Where they overlap, the longest wins. Who bears the name is not asked here;
see `actors`.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from readout import lexicon
from readout.heading_names import cut_in_headings
from readout.known_names import DATA, KnownActors, KnownName
from readout.name_runs import (
    LANDS,
    PLACE_NOUNS,
    PREFIXES,
    Name,
    in_name_run,
    is_capitalised,
    is_prefixed,
    is_site_noun,
    name_run_end,
)
from readout.organisation_names import bracketed_acronyms, organisation_names
from readout.place_names import DASHES
from readout.syntax import WEEKDAYS, tokens_with
from readout.titles import LONGEST_TITLE, title_before, title_length

PLACE_TYPES = ("state", "capital", "city")
PROPER_NOUN = frozenset({"NNP"})
# "the Karum Herald": a newspaper, whatever spaCy takes it for.
NEWSPAPERS = frozenset(
    "herald gazette tribune telegraph chronicle courier observer times post daily weekly".split()
)
NO_ACTORS = frozenset({"media", "region"})
FIGHTERS = frozenset("fighters militants rebels guerrillas militia insurgents".split())
# "General Command", "General Assembly": no general of that name.
UNDER_GENERALS = frozenset(
    "command staff assembly secretariat directorate council congress union strike election "
    "elections people security".split()
)
# What spaCy takes people with titles for: "Crown Prince Omar" may be a product.
MISTAKEN = frozenset({"", "PERSON", "ORG", "LOC", "PRODUCT", "WORK_OF_ART", "FAC"})
ADMINISTRATIONS = frozenset({"administration", "regime"})
LONGEST_NAME_IN_ING = 6  # letters: Keating is a name, Releasing is none
QUANTITIES = frozenset(
    "number handful couple dozen dozens majority minority one some several certain many few other "
    "others most all both any".split()
)
COMPASS = frozenset("north east south west northern eastern southern western central".split())


def find_names(doc: Doc, *, readable: Sequence[bool], known: KnownActors = DATA) -> list[Name]:
    """Find the proper names of actors and cities among the readable tokens of a parsed text.

    `readable` says for each token whether it belongs to the article itself (not to boilerplate);
    `known` are the actors whose names are known before.
    Returns non-overlapping names in text order. Names of media and regions are recognised, so that
    "Anatolia" is taken for no person and "Maryland" for no city, and left out.

    >>> doc = nlp("Jane Roe met the Egyptian president in Cairo.")
    >>> found = find_names(doc, readable=[True] * len(doc))
    >>> [(doc[name.start : name.end].text, name.type) for name in found]
    [('Jane Roe', 'person'), ('Cairo', 'capital')]
    """
    sure = list(_known_names(doc, known))
    sources = (_persons, organisation_names, _places)
    guessed = cut_in_headings(doc, (name for source in sources for name in source(doc)))
    candidates = [
        name
        for name in [*sure, *_without_known_inside(guessed, sure)]
        if all(readable[name.start : name.end]) and not is_prefixed(doc, name.start)
    ]
    chosen = _longest(candidates)
    acronyms = {acronym.start: acronym for acronym in bracketed_acronyms(doc, chosen)}
    chosen = [*acronyms.values(), *(name for name in chosen if name.start not in acronyms)]
    actors = (name for name in chosen if name.type not in NO_ACTORS)
    return sorted(actors, key=lambda name: name.start)


def _without_known_inside(guessed: Iterable[Name], known: Sequence[Name]) -> Iterator[Name]:
    """The guessed names, but no city with a known place in it and no person with an acronym.

    spaCy takes "In May France" for a place and "the secular MNLA" for a person.
    """
    places = {i for name in known if name.type in PLACE_TYPES for i in range(name.start, name.end)}
    acronyms = {name.start for name in known if name.acronym}
    inside = {"city": places, "person": acronyms}
    media = {name.end for name in known if name.type == "media"}
    for name in guessed:
        if name.type == "organisation" and name.end in media:
            continue  # "the Turkish Anadolu Agency"
        if inside.get(name.type, set()).isdisjoint(range(name.start, name.end)):
            yield name


def _longest(candidates: list[Name]) -> list[Name]:
    """The longest of overlapping candidates; of equally long ones the one found first."""
    taken: set[int] = set()
    chosen = []
    for name in sorted(candidates, key=lambda each: each.start - each.end):
        span = range(name.start, name.end)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(name)
    return chosen


# What the lexicon knows


def _known_names(doc: Doc, known: KnownActors) -> Iterator[Name]:
    by_first_word = known.by_first_word
    strings = doc.vocab.strings
    texts = [strings[word] for word in doc.to_array("ORTH").tolist()]
    for start, text in enumerate(texts):
        for name in by_first_word.get(text, ()):
            end = start + len(name.words)
            if tuple(texts[start:end]) == name.words and _is_meant(doc, name, start, end):
                kind = "city" if name.type == "ambiguous_city" else name.type
                acronym = len(name.words) == 1 and text.isupper() and kind not in PLACE_TYPES
                end -= name.words[-1] in FIGHTERS  # the name is "Houthi" alone
                yield Name(start, end, kind, name.known, acronym)


def _is_meant(doc: Doc, name: KnownName, start: int, end: int) -> bool:
    """Whether words that are spelt like a known name are meant as that name."""
    first = doc[start]
    if name.own:
        return True
    if name.type == "city":
        return not _names_a_piece_of_land(doc, start, end, of=LANDS)
    if name.type == "ambiguous_city":
        in_a_place = first.ent_type_ in ("GPE", "LOC")
        return in_a_place and not _names_a_piece_of_land(doc, start, end, of=LANDS)
    if name.type == "bloc" and _is_counted(doc, start):
        return False
    if name.type == "bloc" and len(name.words) == 1:  # no "West African" and no "West Bank"
        after = doc[end] if end < len(doc) else first
        return _follows_article(doc, start) and not is_capitalised(after)
    if first.text in lexicon.ambiguous_names():
        entity = first.ent_type_ in ("GPE", "LOC", "ORG", "NORP", "FAC")
        goes_on = end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].tag_ != "POS"
        in_full_name = first.ent_type_ == "PERSON" and (first.ent_iob_ == "I" or goes_on)
        return entity or (first.tag_ == "NNP" and not in_full_name)
    return True


def _is_counted(doc: Doc, start: int) -> bool:
    """Whether only some are meant: "two African states", "a number of Western powers"."""
    if start > 1 and doc[start - 1].lower_ == "of":
        return doc[start - 2].lower_ in QUANTITIES
    return start > 0 and (doc[start - 1].tag_ == "CD" or doc[start - 1].lower_ in QUANTITIES)


def _names_a_piece_of_land(
    doc: Doc, start: int, end: int, *, of: frozenset[str] = PLACE_NOUNS
) -> bool:
    """Whether a name is a province, a mosque, a street: "Idlib province", "the district of Tal"."""
    if end < len(doc) and doc[end].lower_ in PLACE_NOUNS:
        return True
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in of


# People


def _persons(doc: Doc) -> Iterator[Name]:
    people = [entity for entity in doc.ents if entity.label_ == "PERSON"]
    lands = _lands(doc, people)
    for name in _named_people(doc, people):
        text = doc[name.start : name.end].text
        if not any(land == text or land.endswith("-" + text) for land in lands):
            yield name


def _named_people(doc: Doc, people: Sequence[Span]) -> Iterator[Name]:
    for entity in people:
        yield from _person(doc, entity)
    for token in tokens_with(doc, "TAG", PROPER_NOUN):
        if token.i and token.ent_type_ in MISTAKEN:
            titled = title_before(doc, token.i) is not None or _heads_government(doc, token)
            first = not in_name_run(doc[token.i - 1]) and _is_introduced(doc, token)
            if titled or first:
                run = doc[token.i : name_run_end(doc, token.i)]
                if titled or len(run) > 1:
                    yield from _person(doc, run)


def _heads_government(doc: Doc, surname: Token) -> bool:
    """Whether a government is called by it: "the Roe administration"."""
    after = surname.i + 1
    if after >= len(doc) or doc[after].lower_ not in ADMINISTRATIONS:
        return False
    alone = not in_name_run(doc[surname.i - 1]) and not in_name_run(doc[after])
    return alone and surname.text not in lexicon.ambiguous_names() and surname.text.istitle()


def _is_introduced(doc: Doc, first: Token) -> bool:
    """Whether a given name or a description shows that a run of capitals names a person."""
    return lexicon.given_name_gender(first.text) is not None or _is_described(doc, first.i)


def _lands(doc: Doc, people: Sequence[Span]) -> frozenset[str]:
    """The names that are somewhere called a piece of land: "Karum province"."""
    found = set()
    for entity in people:
        start = entity.start
        if start > 2 and doc[start - 1].text == "-":
            start -= 3  # spaCy cut "Salah al-Din" in two
        if _names_a_piece_of_land(doc, start, entity.end):
            found.add(doc[start : entity.end].text)
    return frozenset(found)


def _is_described(doc: Doc, start: int) -> bool:
    """Whether a noun for a person and a comma stand before: "its foreign minister, Jane Roe"."""
    if start < 2 or doc[start - 1].text != ",":
        return False
    noun = lexicon.nominals().get(doc[start - 2].lemma_.lower())
    described = noun is not None and noun.denotes == "person"
    return described or title_before(doc, start - 1) is not None


def _person(doc: Doc, span: Span) -> Iterator[Name]:
    """The name of a person in a span that may begin with titles or end in a possessive."""
    start, end = span.start, span.end
    while start and doc[start - 1].tag_ == "NNP" and not doc[start - 1].ent_type_:
        start -= 1  # spaCy sometimes finds the surname only
    end = _end_of_person(doc, start, end)
    start = _start_of_person(doc, start, end)
    if start == end or not doc[start].text[0].isalpha() or _is_no_person(doc, start, end):
        return
    paper = end - start > 1 and doc[end - 1].lower_ in NEWSPAPERS
    yield Name(start, end, "media" if paper else "person")


def _end_of_person(doc: Doc, start: int, end: int) -> int:
    end = next((dash for dash in range(start + 1, end) if _is_dash(doc, dash)), end)
    if end - start > 2 and doc[end - 1].lower_ in WEEKDAYS:
        end -= 1  # "Jane Roe Monday said"
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
        end -= 1
    return end


def _start_of_person(doc: Doc, start: int, end: int) -> int:
    start = next((i + 1 for i in range(end - 2, start, -1) if _ends_before_name(doc[i])), start)
    if end - start > 2 and doc[start].lower_ in lexicon.demonyms():
        start += title_length(doc, start + 1, end) > 0  # "Saudi King Omar"
    while start < end and (length := title_length(doc, start, end)):
        start += length
    return start + (end - start == 2 and _is_gerund(doc[start]))  # "Releasing Roe was right"


def _is_no_person(doc: Doc, start: int, end: int) -> bool:
    """Whether the words name a land, a people, a building, or only belong to a title."""
    first, last = doc[start], doc[end - 1]
    if last.tag_ == "NNPS" or _names_a_piece_of_land(doc, start, end):
        return True
    if end - start == 1:
        misread = first.tag_ != "NNP" or _follows_article(doc, start)
        return first.lower_ in UNDER_GENERALS or (misread and not _heads_government(doc, first))
    outside = is_site_noun(last) or first.lower_ in PREFIXES
    return outside or _stands_before_title(doc, start, end)


def _is_gerund(word: Token) -> bool:
    opens = word.is_sent_start and word.lower_.endswith("ing") and len(word) > LONGEST_NAME_IN_ING
    return bool(opens) and lexicon.given_name_gender(word.text) is None


def _stands_before_title(doc: Doc, start: int, end: int) -> bool:
    """Whether it is the demonym of an unknown state: "Arlandic" in "Arlandic Defence Minister X".

    spaCy may have taken the first word of the title for a part of it.
    """
    for first in {end - 1, end} if end - start < 3 else ():
        length = title_length(doc, first, min(first + LONGEST_TITLE, len(doc)))
        behind = first + length
        if behind > end and behind < len(doc) and doc[behind].tag_ == "NNP":
            return first > start
    return False


def _is_dash(doc: Doc, position: int) -> bool:
    """Whether a dash with blanks around it parts two phrases: "Jane Roe - told of it - left"."""
    return doc[position].text in DASHES and bool(doc[position - 1].whitespace_)


def _ends_before_name(token: Token) -> bool:
    """Whether the name can begin only behind it: "Afterwards Mr Roe", "Arland's King Omar"."""
    title = lexicon.titles().get(token.lower_.removesuffix("."))
    return token.tag_ == "POS" or (title is not None and title.kind == "honorific")


def _follows_article(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_ in ("the", "a", "an")


# Places that the lexicon does not know


def _places(doc: Doc) -> Iterator[Name]:
    for entity in doc.ents:
        if entity.label_ != "GPE" or _modifies_a_noun(entity):
            continue
        start, end = entity.start, entity.end
        while start < end and (not is_capitalised(doc[start]) or doc[start].lower_ == "the"):
            start += 1
        while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
            end -= 1
        if (
            start < end
            and doc[start].lemma_.lower() not in lexicon.nominals()
            and not (
                _names_a_piece_of_land(doc, start, end, of=LANDS) or _is_region(doc[start:end])
            )
        ):
            yield Name(start, end, "city")


def _is_region(span: Span) -> bool:
    """Whether it is a region or a part of one: "East Africa", "south Florida", "Kunar province"."""
    start = span.start
    if span.doc[span.end - 1].lower_ in PLACE_NOUNS and len(span) > 1:
        return True
    while start < span.end - 1 and span.doc[start].lower_ in COMPASS:
        start += 1
    return span.doc[start : span.end].text in lexicon.regions()


def _modifies_a_noun(entity: Span) -> bool:
    """Whether it is a people rather than a place: "Kyrgyz officials", "Tuareg separatists"."""
    return entity.root.dep_ in ("amod", "compound") and entity.root.head.pos_ == "NOUN"
