"""Which names of people are names of one person: full names, surnames, two spellings.

A surname alone is the person last introduced with it, unless that person was introduced as a
relative of another one of the same name ("his son Karim Roe" does not take over "Roe"). Link rules
come first and vetoes after, so that each decision can be explained; no first name alone links
people, which is how "Joe Biden" becomes "Joe Manchin" elsewhere.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from readout import lexicon
from readout.name_runs import Name
from readout.titles import title_before

KIN = frozenset(
    "son sons daughter daughters brother brothers sister sisters wife husband widow father mother "
    "nephew niece cousin uncle aunt grandson granddaughter child children heir in-law".split()
)
ARTICLE_PREFIX = re.compile(r"^(al|el|ul|ad|as|ash|an|ar|at|az)[-'’]")
# Letters that English spellings of one Arabic, Persian or Slavic name exchange.
SPELLINGS = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ou", "u"), ("ee", "i"),
    ("oo", "u"), ("ei", "i"), ("ey", "i"), ("iy", "i"), ("q", "k"), ("g", "k"), ("y", "i"),
    ("j", "i"), ("w", "v"), ("z", "s"), ("c", "k"), ("e", "i"), ("o", "u"), ("'", ""), ("’", ""),
)  # fmt: skip
SURNAME_ENDINGS = {"f": ("ova", "eva", "skaya", "skaia"), "m": ("ov", "ev", "sky", "skiy", "skyy")}
SHORTEST_SPELLING = 4  # letters; shorter names are too alike to be matched by sound


@dataclass(slots=True)
class Person:
    """One person under construction: the words of the longest name, where the others stand."""

    words: list[str]
    introduced: int
    gender: str | None = None
    kin: bool = False
    names: list[int] = field(default_factory=list)


@cache
def folded(word: str) -> str:
    """The word in lower case without accents or Arabic article: "al-Assad" -> "assad".

    >>> folded("al-Karím")
    'karim'
    """
    plain = unicodedata.normalize("NFKD", word)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    return ARTICLE_PREFIX.sub("", plain)


def slug(name: str) -> str:
    """The id of an actor that the lexicon does not know: "Khalifa Haftar" -> "khalifa-haftar".

    >>> slug("Zoë al-Karim")
    'zoe-al-karim'
    """
    return re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-") or "unnamed"


@cache
def sound(word: str) -> str:
    """A key that the English spellings of one foreign name share: Gaddafi, Gadhafi, Qaddafi.

    The exchanges are those between the ISO 233, BGN/PCGN and press romanisations of Arabic and
    Cyrillic; doubled letters count once and vowels after the first letter do not count.

    >>> sound("Gaddafi"), sound("Qadhafi")
    ('kdf', 'kdf')
    """
    key = folded(word)
    if len(key) < SHORTEST_SPELLING:
        return key
    for spelling, letter in SPELLINGS:
        key = key.replace(spelling, letter)
    key = re.sub(r"(.)\1+", r"\1", key)
    return key[:1] + re.sub("[aiu]", "", key[1:])


def same_word(one: str, other: str) -> bool:
    """Whether two words of names are spellings of one name.

    >>> same_word("Gaddafi", "Qadhafi"), same_word("Roe", "Poe")
    (True, False)
    """
    if folded(one) == folded(other):
        return True
    keys = sound(one), sound(other)
    return keys[0] == keys[1] and len(keys[0]) > 2


def group_people(doc: Doc, names: Sequence[Name]) -> list[Person]:
    """Group the names of people of a text by the person that they name.

    Returns the people in order of their introduction; `names` of each are indices into the names
    given. Names of more than one word are grouped first, single words are then given to them.

    >>> from readout.names import find_names
    >>> doc = nlp("Jane Roe met Al Poe. Ms Roe left.")
    >>> names = find_names(doc, readable=[True] * len(doc))
    >>> [(person.words, person.names) for person in group_people(doc, names)]
    [(['Jane', 'Roe'], [0, 2]), (['Al', 'Poe'], [1])]
    """
    people: list[Person] = []
    full = [i for i, name in enumerate(names) if len(name_words(doc, name)) > 1]
    for index in full:
        _add_full_name(doc, people, names, index)
    for index in range(len(names)):
        if index not in set(full):
            _add_single_name(doc, people, names, index)
    return sorted(people, key=lambda person: person.introduced)


def name_words(doc: Doc, name: Name) -> list[str]:
    """The words of a name as a reader sees them: hyphens join, blanks part.

    >>> name_words(nlp("Jane Roe-Poe left."), Name(0, 4, "person"))
    ['Jane', 'Roe-Poe']
    """
    return doc[name.start : name.end].text.split()


def _add_full_name(doc: Doc, people: list[Person], names: Sequence[Name], index: int) -> None:
    name = names[index]
    words = name_words(doc, name)
    gender = gender_of(doc, name)
    for person in people:
        if same_full_name(person.words, words) and not _other_gender(person.gender, gender):
            person.words = max(person.words, words, key=len)
            person.gender = person.gender or gender
            person.names.append(index)
            return
    people.append(Person(words, name.start, gender, _introduced_as_kin(doc, name), [index]))


def same_full_name(known: list[str], words: list[str]) -> bool:
    """Whether one name is the other with words left out, or with words spelt otherwise.

    >>> same_full_name(["Muammar", "Gaddafi"], ["Moammar", "Gadhafi"])
    True
    """
    longer, shorter = (known, words) if len(known) >= len(words) else (words, known)
    if len(shorter) > 1 and [*map(folded, longer)][: len(shorter)] == [*map(folded, shorter)]:
        return True  # "Omar al-Karim" for Omar al-Karim Roe
    if not same_word(longer[-1], shorter[-1]) and not same_word("".join(longer[-2:]), shorter[-1]):
        return False
    rest = iter(longer)
    return all(any(_same_given_name(word, other) for other in rest) for word in shorter[:-1])


def _same_given_name(one: str, other: str) -> bool:
    initial = len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1
    return one[0] == other[0] if initial else same_word(one, other)


def _other_gender(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def gender_of(doc: Doc, name: Name) -> str | None:
    """`m` or `f` as the title or the given name tells, None if neither does.

    >>> gender_of(nlp("Mr Roe left."), Name(1, 2, "person"))
    'm'
    """
    title = title_before(doc, name.start)
    if title and lexicon.titles()[title[1]].gender:
        return lexicon.titles()[title[1]].gender
    words = name_words(doc, name)
    given = lexicon.given_name_gender(words[0]) if len(words) > 1 else None
    return given or _gender_of_surname(words[-1])


def _gender_of_surname(surname: str) -> str | None:
    """The gender that a Slavic surname shows: Ivanova is a woman, Ivanov a man."""
    for gender, endings in SURNAME_ENDINGS.items():
        if len(surname) > 5 and surname.endswith(endings):
            return gender
    return None


def _introduced_as_kin(doc: Doc, name: Name) -> bool:
    """Whether a word for a relative stands shortly before: "two of his sons, A Roe and B Roe"."""
    before = doc[max(doc[name.start].sent.start, name.start - 8) : name.start]
    return any(token.lower_ in KIN for token in before)


def _has_kin(doc: Doc, name: Name) -> bool:
    """Whether the one named is said to have a relative: "Roe's son Karim Roe", "Roe's widow"."""
    after = doc[name.end : name.end + 2]
    return len(after) > 1 and after[0].tag_ == "POS" and after[1].lower_ in KIN


def _add_single_name(doc: Doc, people: list[Person], names: Sequence[Name], index: int) -> None:
    name = names[index]
    word = name_words(doc, name)[0]
    gender = gender_of(doc, name)
    bearers = [
        person
        for person in people
        if same_word(person.words[-1], word) and not _other_gender(person.gender, gender)
    ]
    spelt_so = [p for p in bearers if folded(p.words[-1]) == folded(word)]
    bearers = spelt_so or bearers  # "Roee" is Jane Roee's, though it sounds like Omar Roe's
    if bearers and all(person.kin for person in bearers) and _has_kin(doc, name):
        people.append(Person([word], name.start, gender, names=[index]))
        return
    if not bearers:  # "Villacis" for Rosaura Villacis Mera
        bearers = [p for p in people if any(same_word(inner, word) for inner in p.words[1:-1])]
    if not bearers:
        bearers = _by_first_name(people, word, gender)
    if not bearers:
        people.append(Person([word], name.start, gender, names=[index]))
        return
    bearer = _last_introduced(bearers, name.start)
    bearer.names.append(index)
    bearer.gender = bearer.gender or gender


def _by_first_name(people: list[Person], word: str, gender: str | None) -> list[Person]:
    """The one person whose name begins so: "Evo", "Sheikh Hamad"; nobody if there are two."""
    named = [
        person
        for person in people
        if folded(person.words[0]) == folded(word) and not _other_gender(person.gender, gender)
    ]
    return named if len(named) == 1 else []


def _last_introduced(bearers: list[Person], position: int) -> Person:
    """The bearer of a surname who was introduced last before the position, relatives aside."""
    heads = [person for person in bearers if not person.kin] or bearers
    before = [person for person in heads if person.introduced <= position]
    return (
        max(before, key=lambda p: p.introduced)
        if before
        else min(heads, key=lambda p: p.introduced)
    )
