"""Proper names in the text: which words are a name, and of what kind of thing.

Names come from four sources: the lexicon of known actors and cities, spaCy's named entities, titles
("President X"), and the shape of a name of an organisation (a run of capitalised words around a
noun such as Council). Where they overlap, the longest wins. Who bears the name is not asked here;
see `actors`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from readout import lexicon

PARTICLES = frozenset(
    "al el ul ud bin ben ibn bint abu abd abdel abdul van von der den de del della da das do dos di "
    "du la le ter ten bar".split()
)
LINKS = frozenset({"of", "for", "and", "the", "on", "in", "to"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# A name before one of these names a piece of land or a building: "Idlib province", "the X mosque".
PLACE_NOUNS = frozenset(
    "province district region governorate county state oblast prefecture valley river sea lake "
    "mountain mountains island islands peninsula desert coast mosque church cathedral square street "
    "road avenue highway airport airbase port bridge stadium hotel hospital university school museum "
    "neighbourhood neighborhood quarter camp crossing border strait gulf canal dam field park".split()
)
FORCES = frozenset("force army guard brigade militia battalion front".split())
REBEL_WORDS = frozenset({"rebel", "opposition", "separatist", "insurgent"})
REBEL_BODIES = frozenset({"council", "coalition", "authority", "administration"})
PLACE_TYPES = ("state", "capital", "city")
LONGEST_NAME = 12  # tokens; a longer run of capitals is a headline


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: tokens [start, end), the type of thing it names, the known actor if it is one.

    `type` is one of the actor types of the frames, or `capital` for a capital or seat of government,
    whose reading decides what it stands for. `known` is a lexicon id; for a capital, its state's.
    """

    start: int
    end: int
    type: str
    known: str | None = None
    acronym: bool = False


def find_names(doc: Doc, *, readable: Sequence[bool]) -> list[Name]:
    """Find the proper names of actors and cities among the readable tokens of a parsed text.

    `readable` says for each token whether it belongs to the article itself (not to boilerplate).
    Returns non-overlapping names in text order. Names of media are recognised, so that "Anatolia"
    is taken for no person, and left out: a source of a report is no actor.
    """
    candidates = [
        name
        for source in (_known_names, _persons, _organisations, _places)
        for name in source(doc)
        if all(readable[name.start : name.end])
    ]
    chosen = _longest(candidates)
    acronyms = {acronym.start: acronym for acronym in _bracketed_acronyms(doc, chosen)}
    chosen = [*acronyms.values(), *(name for name in chosen if name.start not in acronyms)]
    return sorted((name for name in chosen if name.type != "media"), key=lambda name: name.start)


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


@dataclass(frozen=True, slots=True)
class _KnownName:
    """A name of the lexicon as spaCy tokenizes it, the type of thing and the id of the actor."""

    words: tuple[str, ...]
    type: str
    known: str | None


@cache
def _known_by_first_word() -> dict[str, tuple[_KnownName, ...]]:
    """Every known name by its first token, the longest names first."""
    from spacy.lang.en import English

    tokenizer = English().tokenizer
    found: dict[str, list[_KnownName]] = {}
    for name, kind, known in _known_meanings():
        plain = name.replace(" ", "").isalpha()
        words = tuple(name.split()) if plain else tuple(token.text for token in tokenizer(name))
        found.setdefault(words[0], []).append(_KnownName(words, kind, known))
    return {
        first: tuple(sorted(names, key=lambda name: -len(name.words)))
        for first, names in found.items()
    }


def _known_meanings() -> Iterator[tuple[str, str, str | None]]:
    """Each name of the lexicon with the type of thing and the actor id that it stands for."""
    for actor in lexicon.known_actors():
        yield from ((name, actor.type, actor.id) for name in actor.names)
    for places in (lexicon.capitals(), lexicon.seats()):
        yield from ((place, "capital", state) for place, state in places.items())
    for name, city in lexicon.cities().items():
        yield name, "ambiguous_city" if city.common_word else "city", None
    yield from ((name, "media", None) for name in lexicon.media_names())


def _known_names(doc: Doc) -> Iterator[Name]:
    known = _known_by_first_word()
    texts = [token.text for token in doc]
    for start, text in enumerate(texts):
        for name in known.get(text, ()):
            end = start + len(name.words)
            if tuple(texts[start:end]) == name.words and _is_meant(doc, name, start, end):
                kind = "city" if name.type == "ambiguous_city" else name.type
                acronym = len(name.words) == 1 and text.isupper() and kind not in PLACE_TYPES
                yield Name(start, end, kind, name.known, acronym)


def _is_meant(doc: Doc, name: _KnownName, start: int, end: int) -> bool:
    """Whether a word that looks like a city or an ambiguous state is meant as one."""
    if name.type == "city":
        return not _names_a_piece_of_land(doc, start, end)
    if name.type == "ambiguous_city":
        return doc[start].ent_type_ in ("GPE", "LOC") and not _names_a_piece_of_land(doc, start, end)
    return True


def _names_a_piece_of_land(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is a province, a mosque, a street: "Idlib province", "the district of Tal"."""
    if end < len(doc) and doc[end].lower_ in PLACE_NOUNS:
        return True
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in PLACE_NOUNS


# People


def _persons(doc: Doc) -> Iterator[Name]:
    lands = {
        entity.text
        for entity in doc.ents
        if entity.label_ == "PERSON" and _names_a_piece_of_land(doc, entity.start, entity.end)
    }
    for entity in doc.ents:
        if entity.label_ == "PERSON" and entity.text not in lands:
            yield from _person(doc, entity)
    for token in doc:
        if token.tag_ == "NNP" and token.i and not _in_name_run(doc[token.i - 1]):
            run = doc[token.i : _name_run_end(doc, token.i)]
            titled = title_before(doc, token.i) and token.ent_type_ in ("", "PERSON", "ORG")
            if titled or (len(run) > 1 and lexicon.given_name_gender(token.text)):
                yield from _person(doc, run)


def _person(doc: Doc, span: Span) -> Iterator[Name]:
    """The name of a person in a span that may begin with titles or end in a possessive."""
    start, end = span.start, span.end
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
        end -= 1
    while start < end and (length := _title_length(doc, start, end)):
        start += length
    if start == end or not doc[start].text[0].isalpha() or _names_a_piece_of_land(doc, start, end):
        return
    if end - start == 1 and (doc[start].tag_ != "NNP" or _follows_article(doc, start)):
        return
    yield Name(start, end, "person")


def _follows_article(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_ in ("the", "a", "an")


def _in_name_run(token: Token) -> bool:
    """Whether the token is a capitalised word or a hyphen inside a name."""
    return token.tag_ in ("NNP", "NNPS") or (token.text == "-" and not token.whitespace_)


def _name_run_end(doc: Doc, start: int) -> int:
    """Where the run of capitalised words, particles and hyphens from `start` ends."""
    end = start + 1
    while end < len(doc) and end - start < LONGEST_NAME and not doc[end].is_sent_start:
        token = doc[end]
        joined = token.text == "-" and not doc[end - 1].whitespace_
        particle = token.lower_ in PARTICLES and end + 1 < len(doc)
        if not (joined or particle or (token.tag_ in ("NNP", "NNPS") and token.text[0].isupper())):
            break
        end += 1
    while doc[end - 1].text == "-" or (doc[end - 1].is_lower and end - start > 1):
        end -= 1
    return end


@cache
def _title_words() -> dict[str, int]:
    """Each title of the lexicon, lower-case and without full stops, with the number of its words."""
    return {title.replace(".", ""): len(title.split()) for title in lexicon.titles()}


@cache
def _last_words_of_titles() -> frozenset[str]:
    return frozenset(re.split(r"[ -]", title)[-1] for title in _title_words())


def _words(doc: Doc, start: int, end: int) -> str:
    return doc[start:end].text.lower().replace(".", "").replace("’", "'")


def _title_length(doc: Doc, start: int, end: int) -> int:
    """How many tokens from `start` on are one title, at the most up to the last token before `end`."""
    for stop in range(min(end - 1, start + 5), start, -1):
        if _words(doc, start, stop) in _title_words():
            return stop - start
    return 0


def title_before(doc: Doc, start: int) -> tuple[int, str] | None:
    """The title that ends right before token `start`: its first token and its words in lower case.

    In "US Secretary of State Jane Roe" with `start` at Jane: (1, "secretary of state").
    """
    if not start or doc[start - 1].lower_.replace(".", "") not in _last_words_of_titles():
        return None
    for first in range(max(0, start - 6), start):
        words = _words(doc, first, start)
        if words in _title_words():
            return first, words
    return None


# Organisations


@cache
def _organisation_nouns() -> frozenset[str]:
    """Nouns that make a run of capitalised words the name of an organisation."""
    return frozenset(
        noun.noun
        for noun in lexicon.nominals().values()
        if noun.denotes in ("organisation", "government_body", "armed_group")
    )


def _organisations(doc: Doc) -> Iterator[Name]:
    """Runs such as "National Transition Council" or "Committee for the Defence of X"."""
    position = 0
    while position < len(doc):
        if not _starts_run(doc[position]):
            position += 1
            continue
        end = _organisation_run_end(doc, position)
        if end - position > 1:
            yield Name(position, end, "organisation")
        position = max(end, _name_run_end(doc, position))
    yield from _rebel_bodies(doc)
    for entity in doc.ents:
        if entity.label_ == "ORG" and len(entity) == 1 and entity[0].is_upper and len(entity.text) > 2:
            yield Name(entity.start, entity.end, "organisation", None, True)


def _rebel_bodies(doc: Doc) -> Iterator[Name]:
    """What the press calls a body of rebels in lower case: "the rebel national council"."""
    for token in doc:
        if token.lower_ not in REBEL_WORDS:
            continue
        for noun in doc[token.i + 1 : token.i + 4]:
            if noun.text in REBEL_BODIES:
                yield Name(token.i, noun.i + 1, "organisation")
            if noun.pos_ not in ("ADJ", "PROPN") or not noun.is_lower:
                break


def _starts_run(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN") and token.is_alpha


def _is_organisation_noun(token: Token) -> bool:
    lemma = token.lower_.removesuffix("s")
    return token.text[0].isupper() and (lemma in FORCES or token.lemma_.lower() in _organisation_nouns())


def _organisation_run_end(doc: Doc, start: int) -> int:
    """Where the name of an organisation that begins at `start` ends; `start` if none does.

    It ends at its noun ("Border Council") or, behind the noun, with a capitalised complement
    ("Council for the Defence of the North").
    """
    end, scan = start, start
    while scan < len(doc) and scan - start < LONGEST_NAME and (scan == start or not doc[scan].is_sent_start):
        token = doc[scan]
        capitalised = token.text[0].isupper() and token.is_alpha
        if capitalised and (_is_organisation_noun(token) or (end > start and doc[scan - 1].lower_ in LINKS)):
            end = scan + 1
        elif capitalised and end == scan and doc[end - 1].lower_ not in _organisation_nouns() and end > start:
            end = scan + 1
        elif not capitalised and not (token.lower_ in LINKS and end > start):
            break
        scan += 1
    return end


def _bracketed_acronyms(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Acronyms defined in brackets behind a name: "Libyan National Army's (LNA)"."""
    for name in names:
        opened = name.end + (name.end < len(doc) and doc[name.end].lower_ in POSSESSIVES)
        if opened + 2 >= len(doc) or doc[opened].text != "(":
            continue
        closed = next((i for i in (opened + 2, opened + 3) if i < len(doc) and doc[i].text == ")"), None)
        inside = doc[opened + 1 : closed]
        if closed and len(inside.text) > 1 and all(word.is_upper for word in inside):
            yield Name(opened + 1, closed, name.type, name.known, True)


# Places that the lexicon does not know


def _places(doc: Doc) -> Iterator[Name]:
    for entity in doc.ents:
        if entity.label_ != "GPE":
            continue
        start, end = entity.start, entity.end
        while start < end and (doc[start].is_lower or not doc[start].is_alpha):
            start += 1
        while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
            end -= 1
        if start < end and doc[start].text[0].isupper() and not _names_a_piece_of_land(doc, start, end):
            yield Name(start, end, "city")
