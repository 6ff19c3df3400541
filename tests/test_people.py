"""Which names of people name one person.

A row is a text with the names in brackets, and the people in order of their introduction, each as
"longest name: the names that are taken for it". No model is needed: the rules read words only.
"""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from readout.name_runs import Name
from readout.people import (
    Person,
    folded,
    gender_of,
    group_people,
    same_full_name,
    same_word,
    sound,
)

ENGLISH = English()
ENGLISH.add_pipe("sentencizer")

SURNAMES = {
    "surname alone": (
        "[Jane Roe] met [Omar Belkasi]. [Roe] praised him.",
        ["Jane Roe: Jane Roe, Roe", "Omar Belkasi: Omar Belkasi"],
    ),
    "surname before the full name": (
        "[Roe] has left. The flight of [Jane Roe] was long.",
        ["Jane Roe: Roe, Jane Roe"],
    ),
    "surname of nobody known": (
        "[Jane Roe] left. [Belkasi] stayed.",
        ["Jane Roe: Jane Roe", "Belkasi: Belkasi"],
    ),
    "last introduced of two bearers": (
        "[Jane Roe] met [Anna Roe]. [Roe] praised her.",
        ["Jane Roe: Jane Roe", "Anna Roe: Anna Roe, Roe"],
    ),
    "each bearer in her turn": (
        "[Jane Roe] left. [Roe] waved. Then [Anna Roe] came. [Roe] smiled.",
        ["Jane Roe: Jane Roe, Roe", "Anna Roe: Anna Roe, Roe"],
    ),
    "surname before both bearers": (
        "[Roe] has left. Later [Jane Roe] met [Anna Roe].",
        ["Jane Roe: Roe, Jane Roe", "Anna Roe: Anna Roe"],
    ),
    "title tells two bearers apart": (
        "[Omar Belkasi] met [Jane Belkasi]. Mr [Belkasi] left. Mrs [Belkasi] stayed.",
        ["Omar Belkasi: Omar Belkasi, Belkasi", "Jane Belkasi: Jane Belkasi, Belkasi"],
    ),
    "middle surname": (
        "[Juan Perez Soler] left. [Perez] denied it.",
        ["Juan Perez Soler: Juan Perez Soler, Perez"],
    ),
    "first name with an honorific": (
        "[Hamad bin Karim] left. Sheikh [Hamad] denied it.",
        ["Hamad bin Karim: Hamad bin Karim, Hamad"],
    ),
    "first name of two": (
        "[Evo Tamayo] met [Evo Soler]. [Evo] left.",
        ["Evo Tamayo: Evo Tamayo", "Evo Soler: Evo Soler", "Evo: Evo"],
    ),
    "first name alone": (
        "[Evo Tamayo] left. [Evo] denied it.",
        ["Evo Tamayo: Evo Tamayo, Evo"],
    ),
}

RELATIVES = {
    "son does not take over the surname": (
        "[Peter Belkasi] rules. His son [Omar Belkasi] commands the army. [Belkasi] spoke.",
        ["Peter Belkasi: Peter Belkasi, Belkasi", "Omar Belkasi: Omar Belkasi"],
    ),
    "two sons": (
        "[Peter Belkasi] rules. Two of his sons, [Omar Belkasi] and [Karim Belkasi], fled. "
        "[Belkasi] spoke.",
        [
            "Peter Belkasi: Peter Belkasi, Belkasi",
            "Omar Belkasi: Omar Belkasi",
            "Karim Belkasi: Karim Belkasi",
        ],
    ),
    "son named first": (
        "His son [Omar Belkasi] fled. [Peter Belkasi] rules. [Belkasi] spoke.",
        ["Omar Belkasi: Omar Belkasi", "Peter Belkasi: Peter Belkasi, Belkasi"],
    ),
    "son alone": (
        "His son [Omar Belkasi] fled. [Belkasi] spoke.",
        ["Omar Belkasi: Omar Belkasi, Belkasi"],
    ),
    "no relative in the sentence before": (
        "[Peter Belkasi] has a son. [Omar Belkasi] fled. [Belkasi] spoke.",
        ["Peter Belkasi: Peter Belkasi", "Omar Belkasi: Omar Belkasi, Belkasi"],
    ),
}

SPELLINGS = {
    "full name in two spellings": (
        "[Muammar Haddadi] left. [Moamar Hadadi] stayed.",
        ["Muammar Haddadi: Muammar Haddadi, Moamar Hadadi"],
    ),
    "surname in another spelling": (
        "[Omar Belqassim] left. [Belkasem] stayed.",
        ["Omar Belqassim: Omar Belqassim, Belkasem"],
    ),
    "article": (
        "[Omar al-Belkasi] left. [Belkasi] spoke. [Al-Belkasi] slept.",
        ["Omar al-Belkasi: Omar al-Belkasi, Belkasi, Al-Belkasi"],
    ),
    "particle in the middle": (
        "[Mustafa Abdel Jamil] left. [Abdel Jamil] spoke. [Jamil] slept.",
        ["Mustafa Abdel Jamil: Mustafa Abdel Jamil, Abdel Jamil, Jamil"],
    ),
    "article written apart or joined": (
        "[Hassan El Bakri] left. [Hassan Elbakri] spoke.",
        ["Hassan El Bakri: Hassan El Bakri, Hassan Elbakri"],
    ),
    "hyphened first name": (
        "[Jean-Pierre Belkasi] left. [Belkasi] spoke.",
        ["Jean-Pierre Belkasi: Jean-Pierre Belkasi, Belkasi"],
    ),
    "accents": (
        "[José Peñalosa] left. [Jose Penalosa] spoke.",
        ["José Peñalosa: José Peñalosa, Jose Penalosa"],
    ),
    "middle name left out": (
        "[Jane Ruth Roe] left. [Jane Roe] spoke.",
        ["Jane Ruth Roe: Jane Ruth Roe, Jane Roe"],
    ),
    "longer name comes later": (
        "[Jane Roe] left. [Jane Ruth Roe] spoke.",
        ["Jane Ruth Roe: Jane Roe, Jane Ruth Roe"],
    ),
    "woman and man of one family": (
        "[Ivan Petrov] met [Anna Petrova]. [Petrova] left. [Petrov] stayed.",
        ["Ivan Petrov: Ivan Petrov, Petrov", "Anna Petrova: Anna Petrova, Petrova"],
    ),
}
CLASSES = {**SURNAMES, **RELATIVES, **SPELLINGS}


def marked(text: str) -> tuple[Doc, list[Name]]:
    """The text without its brackets, and the names that stood in them."""
    doc = ENGLISH(text.replace("[", "").replace("]", ""))
    names, removed = [], 0
    for part in text.split("[")[1:]:
        start = text.index("[" + part) - removed
        span = doc.char_span(start, start + part.index("]"))
        names.append(Name(span.start, span.end, "person"))
        removed += 2
    return doc, names


def described(doc: Doc, names: list[Name], person: Person) -> str:
    spans = sorted(names[index].start for index in person.names)
    texts = [doc[name.start : name.end].text for name in names if name.start in spans]
    return f"{' '.join(person.words)}: {', '.join(texts)}"


@pytest.mark.parametrize(("text", "expected"), CLASSES.values(), ids=CLASSES)
def test_people_of_a_text(text: str, expected: list[str]) -> None:
    doc, names = marked(text)
    assert [described(doc, names, person) for person in group_people(doc, names)] == expected


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mr [Roe] left.", "m"),
        ("Mrs [Roe] left.", "f"),
        ("[Jane Roe] left.", "f"),
        ("[Peter Roe] left.", "m"),
        ("President [Jane Roe] left.", "f"),
        ("[Petrova] left.", "f"),
        ("[Petrovsky] left.", "m"),
        ("[Roe] left.", None),
        ("President [Roe] left.", None),
        ("[Cova] left.", None),  # too short for the ending to tell
    ],
)
def test_gender(text: str, gender: str | None) -> None:
    doc, names = marked(text)
    assert gender_of(doc, names[0]) == gender


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gaddafi", "Gadhafi"),
        ("Gaddafi", "Qaddafi"),
        ("Gaddafi", "Kadafi"),
        ("Moammar", "Muammar"),
        ("Mohammed", "Muhammad"),
        ("Hussein", "Husayn"),
        ("Yusuf", "Youssef"),
        ("al-Belkasi", "Belkasi"),
        ("El-Belkasi", "al-Belkasi"),
        ("Peña", "Pena"),
    ],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    assert same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Roe", "Rae"), ("Ali", "Eli"), ("Belkasi", "Haddadi"), ("Omar", "Amir"), ("Biden", "Binden")],
)
def test_two_words(one: str, other: str) -> None:
    assert not same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jane Roe", "J. Roe", True),
        ("Jane Roe", "P. Roe", False),
        ("Jane Roe", "Anna Roe", False),
        ("Jane Roe", "Jane Poe", False),
        ("Jane Ruth Roe", "Ruth Roe", True),
        ("Jane Ruth Roe", "Ruth Jane Roe", False),
    ],
)
def test_same_full_name(one: str, other: str, *, same: bool) -> None:
    assert same_full_name(one.split(), other.split()) is same
    assert same_full_name(other.split(), one.split()) is same


def test_folded_has_neither_case_nor_accents_nor_article() -> None:
    assert folded("Al-Ásad") == "asad"


def test_sound_of_a_short_word_is_the_word() -> None:
    assert sound("Roe") == "roe"
