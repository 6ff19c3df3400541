"""Which words are a name, and of what kind of thing.

A row is a text with the names in brackets and, behind it, the type of each. What has no brackets is
no name of an actor: titles, articles, possessives, adjectives, media, pieces of land, buildings.
"""

import pytest
from sentence_tables import cases, marked, without_marks
from spacy.language import Language

from readout.names import find_names

STATES_AND_CAPITALS = """
[Kenya] and the [United Arab Emirates] signed the treaty. | state state
[Kenya]'s envoys met in [Nairobi]. | state capital
Kenyan envoys met in [Mombasa]. | city
[Moscow] and the [Kremlin] want talks. | capital capital
The [US] and the [UK] want talks. | state state
"""

PEOPLE = """
[Jordan]’s King [Omar] left. | state person
They met Saudi King [Omar] and Crown Prince [Karim]. | person person
The talks were hosted by Saudi King [Omar] in [Riyadh]. | person capital
It was also attended by Crown Prince [Karim]. | person
They met Alawite Shia Muslims. |
[Jane Roe] met [Peter Poe]. | person person
[Jane Roe]'s party lost. | person
President [Jane Roe] left. | person
[US] Secretary of State [Jane Roe] left. | state person
The chairman, Lt-Gen [Omar Belkasi], left. | person
Mr [Poe] met Mrs [Roe]. | person person
The visit of Foreign Minister [Xandu Quorl] failed. | person
Its foreign minister, [Xandu Quorl], left. | person
The head of the mission is [Ursula van der Holt]. | person
They fear [Mustafa Abdel Jamil]. | person
They fear [Omar al-Belkasi]. | person
The council fears [Jean-Pierre Roux]. | person
"""

STRAY_WORDS = """
In May [France] left. | state
The secular [MNLA] left. | armed_group
Afterwards Mr [Poe] left. | person
[Jane Roe] - told of it - left. | person
"""

ORGANISATIONS = """
The [National Salvation Council] met. | organisation
The [Northern Border Guard Brigade] met. | organisation
The [Council for the Defence of the North] met. | organisation
The [United Nations] and [Nato] met. | organisation organisation
The [Arab League] met. | organisation
The [Libyan National Army] left. | armed_group
The ministers met on National Day. |
"""

REBEL_BODIES = """
The [rebel national council] met. | organisation
The [opposition coalition] met. | organisation
The [separatist authority] met. | organisation
The rebel commanders met. |
The national council met. |
"""

ACRONYMS = """
The [National Salvation Council] ([NSC]) met. | organisation organisation
The [Libyan National Army]'s ([LNA]) troops left. | armed_group armed_group
The [National Salvation Council] (in the north) met. | organisation
"""

BLOCS = """
The [West] armed them. | bloc
[Western powers] armed them. | bloc
They went west. |
West African traders left. |
"""

DEMONYMS_OF_UNKNOWN_STATES = """
Varnesian President [Karel Vondra] met Varnesian Defence Minister [Greta Holm]. | person person
[Greta Holm] called President [Karel Vondra]. | person person
"""

MEDIA = """
[Jane Roe] told Reuters so. | person
The New York Times reported it. |
[Karel Vondra] read the Varnesian Herald. | person
[Jane Roe] left, the Anadolu Agency said. | person
[Jane Roe] left, Al Jazeera reported. | person
"""

FIGHTERS = """
[Houthi] fighters and [M23] rebels left. | armed_group armed_group
"""

LAND_AND_BUILDINGS = """
Troops reached Idlib province. |
Troops reached the province of Idlib. |
Troops reached [Idlib]. | city
They met in the Omar Belkasi mosque. |
They met at the Jane Roe hospital. |
"""

REGIONS = """
Envoys flew to East Africa from Maryland. |
The Middle East fears a war in [Sudan]. | state
They left south Florida for [Miami]. | city
"""

PREFIXES = """
The anti-Roe protests went on. |
Pro-Kenya and anti-Somalia crowds met. |
The anti-Poe [Border Safety Council] met. | organisation
[NATO]-led troops met pro-Roe crowds. | organisation
"""

SITES = """
They met at Andrews Air Force Base. |
They met in the Jane Roe Army Medical Center. |
They met at the [Roe Policy Center]. | organisation
The [Border Council] met. | organisation
"""

BODIES_OF_A_STATE = """
The [U.S. Border and Customs Service] left. | organisation
Judges of the [Border Service] in [Nairobi] left. | organisation capital
The [House of Deputies] met. | organisation
The [U.S.] Embassy was closed. | state
"""

COUNTED = """
The [Arab states] left. | bloc
Two Arab states left. |
A number of Western powers left. |
"""

HEADINGS = """
Minister Says ‘End Is in Sight’ for [Kenya] Operation | state
[Kenya] Recognizes [Border Safety Council] | state organisation
[Kenya] Accepts [African Union] Plan as Leaders Hold Talks | state organisation
Rebel Leaders to Hold Talks with [NATO] | organisation
Arland Backs [Border Council] | organisation
"""

SMALL_WORDS = """
The [UN security council] and the [Arab league] met. | organisation organisation
The Kenyan army met. |
They met [Omar-bek Poe] and [Kim Jong-un]. | person person
Minister [Abdul-Karim al-Poe] left. | person
"""

NO_NAMES = """
Rebels stand near a torn poster of [Jane Roe]. | person
Its General Command said so. |
Photo: [Jane Roe] (2R) waves. | person
A Foreign Ministry spokesman and an Air Force officer left. |
The [Kenyan Foreign Ministry] said so. | organisation
The Turkish Anadolu Agency said so. |
Certain Arab states left. |
"""

ADMINISTRATIONS = """
The [Roe] administration left, and the [Poe] regime fell. | person person
The Interim administration failed. |
"""

LONGEST_WINS = """
The [UN Security Council] met. | organisation
[South Sudan] and [Sudan] met. | state state
The [Democratic Republic of Congo] voted. | state
The [Central Bank of Libya] paid them. | government_body
"""

CLASSES = {
    "state": STATES_AND_CAPITALS,
    "person": PEOPLE,
    "stray words": STRAY_WORDS,
    "organisation": ORGANISATIONS,
    "rebel body": REBEL_BODIES,
    "acronym": ACRONYMS,
    "bloc": BLOCS,
    "media": MEDIA,
    "demonym of an unknown state": DEMONYMS_OF_UNKNOWN_STATES,
    "fighters": FIGHTERS,
    "land or building": LAND_AND_BUILDINGS,
    "region": REGIONS,
    "prefix": PREFIXES,
    "site": SITES,
    "body of a state": BODIES_OF_A_STATE,
    "counted": COUNTED,
    "longest": LONGEST_WINS,
    "heading": HEADINGS,
    "small word": SMALL_WORDS,
    "no name": NO_NAMES,
    "administration": ADMINISTRATIONS,
}


@pytest.mark.parametrize(("text", "types"), cases(CLASSES))
def test_names(nlp: Language, text: str, types: str) -> None:
    doc = nlp(without_marks(text))
    names = find_names(doc, readable=[True] * len(doc))
    found = [(doc[name.start : name.end].text, name.type) for name in names]
    assert found == list(zip(marked(text), types.split(), strict=True))


def test_only_readable_words_are_read(nlp: Language) -> None:
    doc = nlp("Kenya met Somalia.")
    names = find_names(doc, readable=[False, True, True, True])
    assert [doc[name.start : name.end].text for name in names] == ["Somalia"]


def test_known_names_have_the_id_of_the_lexicon(nlp: Language) -> None:
    doc = nlp("Kenya met the United Nations in Nairobi and Mombasa.")
    known = [name.known for name in find_names(doc, readable=[True] * len(doc))]
    assert known == ["kenya", "un", "kenya", None]
