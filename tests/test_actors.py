"""Who is meant by a name: known actors, people, organisations, and cities that stand for rulers.

A row is a text with the names in brackets and, behind it, the actor of each. What has no brackets
is no mention.
"""

import pytest
from sentence_tables import cases, marked, without_marks
from spacy.language import Language

from readout.actors import resolve_names
from readout.names import find_names

KNOWN = """
[Kenya] met the [UN] in [Nairobi]. | kenya un nairobi
[Nairobi] wants talks. | kenya
The [Kremlin] wants talks. | russia
"""

PEOPLE = """
[Jane Roe] left. [Roe] smiled. | jane-roe jane-roe
[Maria Sol-Vega] left. [Sol-Vega] smiled. | maria-sol-vega maria-sol-vega
[Omar al-Belkasi] left. The [Belkasi] regime fell. | omar-al-belkasi omar-al-belkasi
[Jane Roe] left. The anti-Roe crowd cheered. | jane-roe
"""

KIN_AND_FIRST_NAMES = """
[Belkasi]'s son [Omar Belkasi] left. Col [Belkasi] stayed. | belkasi omar-belkasi belkasi
[Saadi Vondra] fled. He is said to have driven [Saadi] himself. | saadi-vondra saadi-vondra
They thanked Sultan [Karim] of [Oman]. | karim oman
"""

SOURCES = """
"It fails," said [Jane Roe], a minister. | jane-roe
"It fails," said Jane Roe, an analyst at the [Border Council]. | border-council
Political analyst Jane Roe said so. |
"""

CORRESPONDENTS = """
Al Jazeera's Jane Roe says so. |
BBC Africa analyst Jane Roe says so. |
The BBC's Jane Roe says so. |
Reuters correspondent Jane Roe says so. |
Reuters compared [Jane Roe] to [Omar Belkasi]. | jane-roe omar-belkasi
"""

ACRONYMS = """
The [Border Front] ([BF]) left. The [BF] lost. | border-front border-front border-front
The [CNFX] attacked [Kenya]. | cnfx kenya
The talks began at 0735 GMT. |
"""

ORGANISATIONS = """
The [Toll Safety Council] met. The [Safety Council] left. | toll-safety-council toll-safety-council
The [U.S. Border Safety Council] met. | u-s-border-safety-council
"""

REBEL_AUTHORITIES = """
The [National Transitional Council] met. The [rebel council] left. | ntc ntc
The [rebel national council] met. The [rebel council] left. | \
rebel-national-council rebel-national-council
The [Border Council] met. The [rebel council] left. | border-council rebel-council
"""

SPELLINGS = """
[Omar al-Karim Roe] met [Jane Poe]. [Omar al-Karim] left. | omar-al-karim-roe jane-poe \
omar-al-karim-roe
[Omar al-Asad] met [Karim al-Assad]. [Asad] left. [Assad] stayed. | \
omar-al-asad karim-al-assad omar-al-asad karim-al-assad
REUTERS/Jane Roe met [Omar Poe]. | omar-poe
[Jane Roe] left. The [Roe] Government likes the [UN] plan. | jane-roe jane-roe un
"""

CITIES_THAT_STAND_FOR_RULERS = """
The status of [Benghazi] is unclear. | benghazi
[Benghazi] accused [Kenya] of lies. | benghazi-authorities kenya
The [rebel council] met. [Benghazi] accused [Kenya] of lies. | rebel-council rebel-council kenya
They met in [Benghazi]. | benghazi
[Benghazi]'s courthouse burned. | benghazi
The [Benghazi] attacks went on. | benghazi
"""

CLASSES = {
    "known": KNOWN,
    "people": PEOPLE,
    "kin and first names": KIN_AND_FIRST_NAMES,
    "sources": SOURCES,
    "correspondents": CORRESPONDENTS,
    "acronyms": ACRONYMS,
    "organisations": ORGANISATIONS,
    "rebel authorities": REBEL_AUTHORITIES,
    "spellings": SPELLINGS,
    "cities": CITIES_THAT_STAND_FOR_RULERS,
}


@pytest.mark.parametrize(("text", "expected"), cases(CLASSES))
def test_names_are_given_to_their_actors(nlp: Language, text: str, expected: str) -> None:
    doc = nlp(without_marks(text))
    readable = [True] * len(doc)
    actors, mentions = resolve_names(doc, find_names(doc, readable=readable), readable=readable)

    names = marked(text)
    found = [(doc[each.start : each.end].text, each.actor) for each in mentions]
    assert found == list(zip(names, expected.split(), strict=True))
    assert {each.actor for each in mentions} == set(actors)


def test_a_city_that_stands_for_its_rulers_is_a_metonym(nlp: Language) -> None:
    doc = nlp("Benghazi accused Kenya of lies.")
    readable = [True] * len(doc)
    actors, mentions = resolve_names(doc, find_names(doc, readable=readable), readable=readable)

    assert (mentions[0].kind, mentions[0].reading) == ("metonym", "actor")
    assert actors["benghazi-authorities"].type == "government_body"
    assert actors["benghazi-authorities"].country == "LBY"
