"""Actor or place: one table of sentences for each way in which a name can stand in a sentence.

The name in question is in brackets. The right answers were decided before the rules were run on
them: an actor acts, is acted on, addressed, allied or feared; a place is where something is,
happens, comes from or goes to.
"""

import csv
from pathlib import Path

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Span

from readout.reading_words import reading_with
from readout.readings import Reading, reading_of

WORDS = Path(__file__).parents[1] / "data" / "reading_words.csv"
VOCAB = English().vocab

SUBJECTS = """
actor [France] said on Monday it would not attend.
actor A spokesman said [Tehran] had rejected the proposal.
actor Demands that [Damascus] cut its ties went unheard.
actor [Moscow] wants to mediate.
actor Neither [Beijing] nor Delhi commented.
actor [Russia] has an embassy in the town.
place [Mongolia] is a landlocked country in Asia.
place [Ariha] is one of the oldest towns in the north.
place [Georgia] lies between two seas.
place [Yemen] has a population of 30 million.
actor [Egypt] has a population policy.
actor [Pakistan] was one of three countries to recognise them.
place The minister said [Tanzania] is safe.
"""

PASSIVE_SUBJECTS = """
actor [Ukraine] was urged by its partners to hold elections.
actor [Iran] has been accused of arming the militia.
actor [Kosovo] is not recognised by its neighbour.
actor [Qatar] is known to support the group.
place [Grenada] is known as an island of spices.
place [Ariha] was recaptured on Friday.
place [Ariha] is considered a safe town.
"""

OBJECTS = """
actor He accused [Rwanda] of supporting the rebels.
actor The minister praised [Jordan] for taking in refugees.
actor Nigeria threatened [Niger] with force.
place The minister will visit [Qatar] next week.
place The minister will visit Oman and [Qatar] next week.
place Thousands have fled [Sudan] since April.
place The army entered [Khartoum] from the north.
place The president left [Lisbon] late on Thursday.
place Jets struck [Tripoli] at night.
place Rebels occupy northern [Mali].
actor Jets struck [Libya] at night.
actor They sent weapons to [Kiev].
place The minister is due in [Bangui] on Friday.
"""

PREDICATES = """
actor [Qatar] became the first Arab country to recognise the council.
actor [Algeria] is one of the countries that have not recognised it.
place [Algeria] is one of the largest countries in the region.
place They fled into neighbouring [Chad].
actor The regime's last friend is [Cuba].
actor His main allies have been Russia, Egypt and [Kuwait].
place The capital is [Dakar].
actor Minister Jane Roe of [Benin] was there.
"""

POSSESSORS = """
actor [Turkey]'s interests in the region are about security.
actor They accuse the militia of stealing [Libya]'s oil.
actor The league said [Syria]'s stability was crucial.
actor [South Sudan]'s president dismissed his minister.
actor Abu Dhabi's support and [Ankara]'s silence are no secret.
actor Iran is [Syria]'s closest ally.
actor [Russia]'s war on Ukraine has changed little.
place [Libya]'s civil war has changed little.
place [Libya]'s eastern coast remains under his control.
place The powers armed [Libya]'s rebels.
place All of [Venezuela]'s neighbours fear a new wave.
place It is owned by [Turkey]'s largest insurer.
place He met [Sweden]'s most famous juggler.
place The ship sank in [Canada]'s Saint Lawrence River.
actor They met [Benin]'s Jane Roe.
actor [Benin]'s Roe says the war is over.
"""

MODIFIERS = """
actor The [US] ambassador met the mayor.
actor [Kremlin] efforts have stalled.
actor [UK] officials were in town.
actor The [US] withdrawal surprised them.
place The [London] suburb was evacuated.
place A plane landed at [Beirut] airport.
place The [Syria] conflict has entered its tenth year.
"""

HYPHENED = """
actor [Moscow]-backed forces withdrew.
actor The [US]-led coalition withdrew.
place A [Nairobi]-based diplomat confirmed the visit.
place The [Libya]-bound ship was stopped.
"""

LOCATIVE_PREPOSITIONS = """
place Gunmen attacked a convoy near [Mosul].
place Prices have risen across [Argentina].
place Influence in [Armenia] has been slipping.
place Talks in [Doha] ended early.
place Arms reach the group via [Tunis].
place The crisis has spread beyond [Somalia].
place In [Oslo], the minister said that the talks had failed.
actor Trust in [Moscow] has eroded.
"""

TO = """
place The envoy flew to [Khartoum] on Tuesday.
place The prime minister paid an official visit to the [Republic of Korea].
place He was sending an envoy to [Damascus].
place They will bring aid to [Syria].
actor Doha maintains close ties to [Ankara].
actor Lawmakers opposed arms sales to [Riyadh].
actor The president expressed gratitude to [Japan].
actor They sold the ship to [Brazil].
"""

FROM = """
place Oil exports from [Libya] have fallen.
place Refugees arriving from [Eritrea] described abuses.
place The sides called for the withdrawal of forces from [Libya].
actor It declared its independence from [Serbia].
actor Pressure from [Riyadh] could change the calculus.
actor There was no immediate comment from [Riyadh].
"""

WITH_AND_BETWEEN = """
actor Talks with [Pakistan] broke down in March.
actor Haftar's engagement with [Minsk] is new.
actor We did not sever relations with [Tripoli].
place Troops were sent to the border with [Belarus].
actor Relations between [Ankara] and Moscow have soured.
actor Berlin has offered to mediate between Serbia and [Kosovo].
place Flights between [Cairo] and Damascus resumed.
place The border between Algeria and [Morocco] is closed.
"""

OTHER_PREPOSITIONS = """
actor They also called on [Damascus] to stop the violence.
actor The league is increasing pressure on [Damascus].
actor The bloc lifted its arms embargo on [Eritrea].
place The general vowed to march on [Tripoli].
place They have been unable to advance on [Tripoli].
place The conference on [Libya] has ended.
actor For [Algiers], the deal is a setback.
actor Support for [Palestine] has grown.
actor He played for [Ghana].
place He left for [Cairo] after the talks.
place The leader proposed a vague peace plan for [Libya].
actor The attack was condemned by Bahrain and [Kuwait].
place The town is surrounded by [Switzerland].
actor Lawyers filed a complaint against [Chile].
actor The policy towards [Cuba] has not changed.
place The forces marched towards [Bangui].
actor Without [Washington], the plan has no future.
actor There is concern over [Iran].
place The plane was shot down over [Syria].
actor According to [Ankara], the talks failed.
place The village is named after [Bremen].
"""

OF = """
place The streets of [Dakar] were calm.
place Fighting was reported on the outskirts of [Goma].
place Rebels control the east of [Libya].
place Their siege of [Misrata] goes on.
actor The government of [Yemen] controls little.
actor The ministers of Italy and [Malta] signed an accord.
actor They reaffirmed the sovereignty of [Azerbaijan].
actor He spoke on behalf of [Benin].
actor Eritrea is wary of [Ethiopia].
actor They discussed the suspension of [Gabon].
actor They discussed the rehabilitation of [Syria].
place They discussed the population of [Gabon].
"""

LISTS_AND_APPOSITIONS = """
actor Russia, Egypt and the [UAE] want talks.
place He travelled to Libya, Egypt and [Kuwait].
actor More than 20 countries, including [Nepal], sent troops.
actor With traditional backers such as Egypt and the [UAE] under scrutiny, he needs new ones.
place It is found in several countries, including [Nepal].
actor The two countries, [Peru] and Ecuador, signed a memorandum.
actor Six countries abstained: Algeria, Brazil, China and [Kenya].
actor It angered its ally [Jordan].
place Rebels attacked the capital, [Damascus].
place The talks took place in the Egyptian capital, [Cairo].
place They met in Vienna, [Austria], for a third round.
place He teaches at Alexandria University, [Egypt].
place She was trained at Queens College, [Aberdeen].
place The firm has offices in Rosewood, Ash County, [Ireland].
actor Iran - [Syria]'s closest ally - has called on him.
actor [Iran] - Syria's closest ally - has called on him.
"""

TITLES_AND_CAPTIONS = """
actor [Kenya] vows to send police to Haiti
place Kenya vows to send police to [Haiti]
actor [Moscow]'s options: could Libya replace Syria?
place League chief to visit [Syria]
place Refugees at a camp in [Jordan]
place NAIROBI, [Kenya] (AP) - The minister resigned on Friday.
place [Chad]: what next for the junta?
actor [Ankara]: the talks will go on
actor [Pakistan] PM heads to Kabul
place [Libya]
"""

CLASSES = {
    "subject": SUBJECTS,
    "passive subject": PASSIVE_SUBJECTS,
    "object": OBJECTS,
    "predicate": PREDICATES,
    "possessor": POSSESSORS,
    "modifier": MODIFIERS,
    "hyphened": HYPHENED,
    "locative preposition": LOCATIVE_PREPOSITIONS,
    "to": TO,
    "from": FROM,
    "with and between": WITH_AND_BETWEEN,
    "other preposition": OTHER_PREPOSITIONS,
    "of": OF,
    "list or apposition": LISTS_AND_APPOSITIONS,
    "title or caption": TITLES_AND_CAPTIONS,
}
CASES = [
    pytest.param(*line.split(" ", 1), id=f"{label}: {line}")
    for label, table in CLASSES.items()
    for line in table.strip().splitlines()
]


def marked_name(nlp: Language, sentence: str) -> Span:
    """The name in brackets, in the parsed sentence without the brackets."""
    start, end = sentence.index("["), sentence.index("]") - 1
    doc = nlp(sentence.replace("[", "").replace("]", ""))
    name = doc.char_span(start, end)
    assert name is not None
    return name


@pytest.mark.parametrize(("reading", "sentence"), CASES)
def test_reading_by_syntactic_class(nlp: Language, reading: str, sentence: str) -> None:
    found = reading_of(marked_name(nlp, sentence))
    assert found.reading == reading, found.via


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ("[France] abstained.", "subject of 'abstain'"),
        ("They will visit [Qatar].", "object of 'visit'"),
        ("Talks began in [Doha].", "in + name"),
        ("He vowed to march on [Tripoli].", "'march' on + name"),
        ("They stole [Libya]'s oil.", "name's 'oil'"),
        ("NAIROBI, [Kenya] (AP) - He resigned.", "dateline or topic"),
    ],
)
def test_via_names_the_rule_and_its_word(nlp: Language, sentence: str, via: str) -> None:
    assert reading_of(marked_name(nlp, sentence)).via == via


def test_possessive_that_the_parser_overlooks() -> None:
    doc = Doc(
        VOCAB,
        words=["Arland", "'s", "coast", "burns"],
        spaces=[False, True, True, False],
        pos=["PROPN", "PART", "NOUN", "VERB"],
        tags=["NNP", "POS", "NN", "VBZ"],
        lemmas=["Arland", "'s", "coast", "burn"],
        heads=[3, 0, 3, 3],
        deps=["nsubj", "case", "nsubj", "ROOT"],
    )
    assert reading_of(doc[0:1]) == Reading("place", "name's 'coast'")


def test_locative_preposition_beats_a_parse_that_makes_the_name_a_subject() -> None:
    doc = Doc(
        VOCAB,
        words=["games", "in", "Arland", "began"],
        pos=["NOUN", "ADP", "PROPN", "VERB"],
        tags=["NNS", "IN", "NNP", "VBD"],
        lemmas=["game", "in", "Arland", "begin"],
        heads=[3, 0, 3, 3],
        deps=["nsubj", "prep", "nsubj", "ROOT"],
    )
    assert reading_of(doc[2:3]) == Reading("place", "in + name")


def test_long_list_has_the_role_of_its_first_name() -> None:
    names = [f"Arland{number}" for number in range(30)]
    doc = Doc(
        VOCAB,
        words=["met", "in", *names],
        pos=["VERB", "ADP"] + ["PROPN"] * 30,
        tags=["VBD", "IN"] + ["NNP"] * 30,
        lemmas=["meet", "in", *names],
        heads=[0, 0, 1, *range(2, 31)],
        deps=["ROOT", "prep", "pobj"] + ["conj"] * 29,
    )
    assert {reading_of(doc[at : at + 1]).reading for at in range(2, 32)} == {"place"}


def test_word_classes_are_found_by_lemma_whatever_the_part_of_speech() -> None:
    doc = Doc(VOCAB, words=["Visiting"], lemmas=["visit"], pos=["NOUN"], tags=["NN"])
    assert reading_with(doc[0], "object") == "place"
    assert reading_with(doc[0], "subject") is None
    assert reading_with(doc[0], "subject", "object") == "place"


def test_no_word_has_two_readings_in_one_frame() -> None:
    readings: dict[tuple[str, str], set[str]] = {}
    for row in word_rows():
        readings.setdefault((row["lemma"], row["frame"]), set()).add(row["reading"])
    assert [word for word, found in readings.items() if len(found) > 1] == []


def test_every_frame_is_one_that_the_rules_ask_for() -> None:
    roles = set("subject object passive struck is had kind possessed modified aimed".split())
    prepositions = set("after as between by for from in of on over to toward with".split())
    assert {row["frame"] for row in word_rows()} == roles | prepositions | {"hyphened"}


def word_rows() -> list[dict[str, str]]:
    with WORDS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
