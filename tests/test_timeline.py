"""What happened when, class by class: which words tell an event, on which day, and how it reads.

A row is a text and, behind it or indented below it, its events in the order of the days: "day:
label", or "day..day: label" for more than one day, hedged ones with a question mark. All texts came
out on Thursday, 20 June 2013; the publication itself is left out. What has nothing behind it tells
no event.
"""

import re

import pytest

import readout

PUBLISHED = "2013-06-20"
BEFORE = "It is a quiet year. "  # so that no text is the lead of its report

DATED_CLAUSES = """
Kenya signed a pact with Norway on 3 May. | 05-03: Kenya signed a pact with Norway
On Monday, Jane Otieno arrived in Khartoum for talks. |
  06-17: Jane Otieno arrived in Khartoum for talks
Norway suspended aid to Chad last month. | 05-01..05-31: Norway suspended aid to Chad
Kenya expelled Omar Veshti on Saturday and accused Chad of spying. |
  06-15: Kenya expelled Omar Veshti
  06-15: Kenya accused Chad of spying
Norway broke with Chad in 2008 and returned two years later. |
  2008-01-01..2008-12-31: Norway broke with Chad
  2010-01-01..2010-12-31: Norway returned
"""

SIDE_CLAUSES = """
Omar Veshti, who visited Kenya in May, is ill. | 05-01..05-31: Omar Veshti visited Kenya
Kenya's troops, sent to Somalia in May, are tired. |
  05-01..05-31: Kenya's troops were sent to Somalia
Norway, whose king visited Chad on Monday, is calm. | 06-17: Norway's king visited Chad
The pact that Norway signed on Monday is short. | 06-17: Norway signed the pact
Speaking in Oslo on Monday, Omar Veshti said the talks had failed. |
  06-17: Omar Veshti said the talks had failed
Omar Veshti said in an interview published on Monday that he would go. |
  06-17: Omar Veshti said in an interview
Kenya searched a plane bound for Chad on Monday. | 06-17: Kenya searched a plane bound for Chad
"""

GLUED_AND_COUNTED = """
Jane Otieno Monday ordered the army out. | 06-17: Jane Otieno ordered the army out
Norway has been bombing Chad since May. | 05-01..06-20: Norway has been bombing Chad
Clashes broke out in Nairobi after Friday prayers. |
  06-14: Clashes broke out in Nairobi after prayers
Norway met Chad on Monday, a day after Omar Veshti left Kenya. |
  06-16: Omar Veshti left Kenya
  06-17: Norway met Chad
Jane Otieno had lunch with Omar Veshti on Monday. | 06-17: Jane Otieno had lunch with Omar Veshti
Jane Otieno had a house in Kenya on Monday. |
Omar Veshti declined to comment on Monday. |
"""

HAPPENINGS = """
Monday's blast killed ten Kenyans. | 06-17: Blast killed ten Kenyans
Omar Veshti spoke at a meeting in Doha last week. |
  06-10..06-16: Omar Veshti spoke at a meeting in Doha
Jane Otieno will appeal against Monday's ruling by the court. | 06-17: Ruling by the court
Norway condemned the May attacks on Chad. | 05-01..05-31: Attacks on Chad
The court defended Monday's vote. |
Ten Kenyans were charged in Monday's blast in Oslo. | 06-17: Blast in Oslo
Monday's paper praised it. |
Kenya has known peace since the 2008 pact. |
"""

PLANNED = """
Omar Veshti will fly to Norway next week. | 06-24..06-30: Omar Veshti will fly to Norway?
Jane Otieno is due to meet Omar Veshti on Friday. | 06-21: Jane Otieno is due to meet Omar Veshti?
Arab ministers are to meet in Jeddah on Sunday. | 06-23: Arab ministers are to meet in Jeddah?
Kenya is sending an envoy to Chad on Monday. | 06-24: Kenya is sending an envoy to Chad?
Norway agreed on Monday to leave Chad in August. |
  06-17: Norway agreed to leave Chad
  08-01..08-31: Norway to leave Chad?
Norway voted on Monday to keep troops in Chad until July. |
  06-17: Norway voted to keep troops in Chad
"""

LASTING = """
Norway has destroyed 40 tanks since 3 May. | 05-03..06-20: Norway has destroyed 40 tanks
Norway has been bombing Chad since May. | 05-01..06-20: Norway has been bombing Chad
"""

REPORTED = """
Many have died in Norway since the strike began in May. | 05-01..05-31: The strike began
Jane Otieno met Omar Veshti in Oslo, AFP reported on Monday. |
  06-17: Jane Otieno met Omar Veshti in Oslo
Norway's jets hit the port on Monday. | 06-17: Norway's jets hit the port
The AU summit, which will be held on 3 July, is in doubt. | 07-03: The AU summit will be held?
Omar Veshti resigned a few days ago. |
"""

COUNTED = """
Rebels took Sirte on Sunday, a day after Omar Veshti fled. |
  06-15: Omar Veshti fled
  06-16: Rebels took Sirte
Omar Veshti fled on Sunday, hours before Norway sent troops. |
  06-16: Omar Veshti fled
  06-16: Norway sent troops
Omar Veshti's words come two days after Norway left Chad. | 06-18: Norway left Chad
The visit comes two days before Norway holds a vote. | 06-22: Norway holds a vote?
Jane Otieno made her announcement a week after meeting Omar Veshti. |
  06-13: Jane Otieno meeting Omar Veshti
"""

WHO_SAYS_SO = """
The Financial Times reported on Monday that the talks will be hosted by Chad next week. |
  06-24..06-30: The talks will be hosted by Chad?
Envoys arrived in Chad, Kenyan media said on Sunday. | 06-16: Envoys arrived in Chad
AFP quoted Jane Otieno as saying on Tuesday that she was calm. |
  06-18: AFP quoted Jane Otieno as saying Jane Otieno was calm
Jane Otieno refused to judge an attack launched by Norway on Tuesday. |
  06-18: An attack was launched by Norway
Jane Otieno judged no attack launched by Norway on Tuesday. |
Norway became the latest state to recognise Chad on Monday. |
  06-17: Norway became the latest state to recognise Chad
Norwegian forces staged a raid in Chad in May and hold the north. |
  05-01..05-31: Norwegian forces staged a raid in Chad
Norway lost friends following its invasion of Chad in May. |
  05-01..05-31: Norway's invasion of Chad
Norway will hold its first vote since May. |
"""

NO_EVENTS = """
Omar Veshti lives in Oslo and had a house there in 2010. |
Jane Otieno was a minister in May. |
Norway did not send troops on Monday. |
They would have left on Monday. |
The fight went on until Monday. |
Newspapers reported on Monday that the vote fell. |
Norway's chairman this year, Omar Veshti, is ill. |
"""

UNDATED = """
Omar Veshti left for Cairo. | 06-20: Omar Veshti left for Cairo
Jane Otieno was received by Omar Veshti. | 06-20: Jane Otieno was received by Omar Veshti
Jane Otieno held talks with Omar Veshti. | 06-20: Jane Otieno held talks with Omar Veshti
Jane Otieno told a rally in Oslo that Norway was strong. |
  06-20: Jane Otieno told a rally in Oslo Norway was strong
Jane Otieno told reporters so. |
"We will stay," Jane Otieno said. |
Jane Otieno often visited Chad. |
Jane Otieno had visited Chad. |
Jane Otieno has visited Chad. |
Jane Otieno declined to say more. |
Jane Otieno called on Norway to leave. |
Jane Otieno asked Norway for help. |
Jane Otieno tried to leave Norway. |
Norway met Chad on Monday. Norway blamed Chad. | 06-17: Norway met Chad / 06-17: Norway blamed Chad
"We are calm. We met Omar Veshti," Jane Otieno said. |
Over the years Jane Otieno won votes in Norway. |
Norway met Chad in January. Norway blamed Chad. | 01-01..01-31: Norway met Chad
Norway met Chad in January. This is why Jane Otieno was here and announced a pact with the king. |
  01-01..01-31: Norway met Chad
  06-20: Jane Otieno announced a pact with the king
Jane Otieno announced that Norway will vote next week. |
  06-20: Jane Otieno announced Norway will vote
  06-24..06-30: Norway will vote?
Norway met Chad on Monday. Kenya blamed Chad. | 06-17: Norway met Chad / 06-20: Kenya blamed Chad
"""

LEADS = """
At least 11 people were killed in shelling in Nairobi. |
  06-20: At least 11 people were killed in shelling in Nairobi
The newspaper reported that Jane Otieno had left. |
Norway thinks that Omar Veshti was driven to Chad. |
It is not known whether Omar Veshti crossed into Chad. |
Norway has rebuffed Chad. | 06-20: Norway has rebuffed Chad
Norway said it would leave Chad. | 06-20: Norway said it would leave Chad
Norway blamed Chad on Tuesday. Kenya praised Chad. |
  06-18: Norway blamed Chad
  06-18: Kenya praised Chad
"""

CLASSES = {
    "dated clause": (BEFORE, DATED_CLAUSES),
    "side clause": (BEFORE, SIDE_CLAUSES),
    "happening": (BEFORE, HAPPENINGS),
    "planned": (BEFORE, PLANNED),
    "glued and counted": (BEFORE, GLUED_AND_COUNTED),
    "counted": (BEFORE, COUNTED),
    "lasting": (BEFORE, LASTING),
    "reported": (BEFORE, REPORTED),
    "who says so": (BEFORE, WHO_SAYS_SO),
    "no event": (BEFORE, NO_EVENTS),
    "undated": (BEFORE * 5, UNDATED),
    "lead": ("", LEADS),
}
CASES = [
    pytest.param(before, *line.split("|"), id=f"{label}: {line.split('|')[0]}")
    for label, (before, lines) in CLASSES.items()
    for line in re.sub(r"\n  ", " / ", lines).strip().splitlines()
]


def said(event):
    days = [f"{day:%Y-%m-%d}".removeprefix("2013-") for day in (event.first_day, event.last_day)]
    doubt = "?" if event.certainty == "hedged" else ""
    return f"{'..'.join(dict.fromkeys(days))}: {event.label}{doubt}"


def events_of(text):
    timeline = readout.parse(text, published=PUBLISHED).timeline
    return timeline[timeline["label"] != "article published"]


@pytest.mark.parametrize(("before", "text", "expected"), CASES)
def test_events(before, text, expected):
    told = [said(event) for event in events_of(before + text.strip()).itertuples()]

    assert told == [each.strip() for each in expected.split(" / ") if each.strip()]


LABELS = """
Jane Otieno met her Norwegian counterpart, Omar Veshti, on Monday. | Jane Otieno met Omar Veshti
Jane Otieno met an envoy of Omar Veshti on Monday. | Jane Otieno met an envoy of Omar Veshti
Jane Otieno left on Monday. Omar Veshti thanked her on Tuesday. | Omar Veshti thanked Jane Otieno
The Kenyan people's new and long awaited union of parties of the north voted on Monday to stay. |
On Monday the Kenyan police said that the suspect had not admitted any role in the crimes. |
The talks with Chad failed, Jane Otieno said on Monday. |
The visit, Jane Otieno's first, was postponed on Monday. | The visit was postponed
The minister, appointed in May, resigned on Monday. | The minister resigned
Jane Otieno was calm. Jane Otieno's envoy met Omar Veshti on Monday. | \
Jane Otieno's envoy met Omar Veshti
Kenya's army, which beat Chad on Monday, is tired. | Kenya's army beat Chad
Kenya said its troops had left Chad on Monday. | Kenya's troops had left Chad
Jane Otieno arrived in Oslo late on Monday. | Jane Otieno arrived in Oslo
Jane Otieno flew to Oslo on Monday, her first trip in years. | Jane Otieno flew to Oslo
Talks between Kenyan and Norwegian officials began on Monday. | \
Talks between Kenyan and Norwegian officials began
Kenya's ministry said in a statement on Monday that the Kenyan government is against such \
attacks. | Kenya's ministry said the Kenyan government is against such attacks
Ministers from Kenya, Chad and Norway met on Monday. | Ministers from Kenya, Chad and Norway met
Norway met at least 32 kings, among them at least ten of Chad, on Monday. | \
Norway met at least 32 kings, among them at least ten
Norway attacked on Monday in a bid to retake Chad. | Norway attacked
She met the generals who ruled Kenya and who left Chad on Monday. | The generals left Chad
Jane Otieno stressed on Monday that one of the country's main goals is to prevent what had \
happened in Chad. |
"""


@pytest.mark.parametrize("line", LABELS.strip().splitlines())
def test_labels_can_be_read_alone(line):
    text, label = (part.strip() for part in line.split("|"))
    shown = events_of(BEFORE + text).iloc[-1]["label"]

    assert len(shown.split()) <= 12
    assert shown[0].isupper()
    assert not shown.lower().endswith((" the", " a", " of", " to", " in", " and", " that", "'s"))
    assert label in ("", shown)


def test_what_two_sentences_tell_of_one_week_is_told_once():
    text = "Norway met Chad this week, Jane Otieno said. Norway met Chad on Tuesday."

    assert [said(event) for event in events_of(BEFORE + text).itertuples()] == [
        "06-18: Norway met Chad"
    ]


def test_evidence_is_the_clause():
    text = BEFORE + "Omar Veshti left on Monday, and Jane Otieno was happy."
    [event] = events_of(text).itertuples()

    assert text[event.start : event.end] == "Omar Veshti left on Monday"


WHO_TAKES_PART = """
Many have died in Norway since the strike began in May. | norway
Jane Otieno, who led Kenya, met Chad on Monday. | jane-otieno chad
Dozens died in Homs on Monday, and Syria mourns. | homs syria
Kenya's jets hit the port on Monday. | kenya
The strike began in May. |
"""


@pytest.mark.parametrize("line", WHO_TAKES_PART.strip().splitlines())
def test_who_takes_part(line):
    text, actors = (part.strip() for part in line.split("|"))

    assert events_of(BEFORE + text).iloc[0]["actors"] == tuple(actors.split())
