"""Which ties a sentence says: a rule class per table.

A row is a sentence and, behind it, all ties that it says, with a question mark where the sentence
marks them as planned, possible or only tried. What has nothing behind it says no tie. Offices are
left out where the table is not about them.
"""

import pytest
from said_ties import expected, rows, ties_of

VISITS = """
Peruvian President Jane Roe arrived in Norway on Monday. | jane-roe meets norway
After touring the Tanzanian capital Dodoma, Jane Roe left. | jane-roe meets tanzania
Jane Roe toured Kenya and Uganda last week. | jane-roe meets kenya, jane-roe meets uganda
Jane Roe will be received by Prime Minister Peter Poe. | jane-roe meets peter-poe?
Jane Roe was received at the palace by Peter Poe. | jane-roe meets peter-poe
Norway hosted Jane Roe for two days. | norway meets jane-roe
Peter Poe welcomed Jane Roe at the airport. | peter-poe meets jane-roe
Peter Poe came out to greet her, after Jane Roe landed. |
Jane Roe is in Norway for talks with Peter Poe. | jane-roe meets peter-poe
Jane Roe is on a three-day visit to Norway. | jane-roe meets norway
Jane Roe, who is on an official visit to Norway, spoke of trade. | jane-roe meets norway
Jane Roe's visit to Norway was short. | jane-roe meets norway
Jane Roe's trip to Norway will begin on Monday. | jane-roe meets norway?
Jane Roe left for Norway on Monday. | jane-roe meets norway
Jane Roe, speaking during a visit to Norway, said the war was over. | jane-roe meets norway
The Kenyan president, Jane Roe, paid a visit to Norway. | jane-roe meets norway
Jane Roe wrapped up a two-day visit to Norway. | jane-roe meets norway
Jane Roe stopped in Norway on her way home. | jane-roe meets norway
Jane Roe made a stopover in Norway. | jane-roe meets norway
Jane Roe is due to travel to Norway next week. | jane-roe meets norway?
Jane Roe will head a delegation to Norway. | jane-roe meets norway?
Jane Roe was in Norway last week. | jane-roe meets norway
Jane Roe was in Norway. |
Jane Roe held talks in Oslo on Monday. | jane-roe meets norway
Envoys held talks in Oslo on Monday. |
Jane Roe reached Oslo on Monday. | jane-roe meets norway
Norway sent an envoy to Kenya. | norway meets kenya
Jane Roe invited Peter Poe to Kenya. |
Jane Roe cancelled a visit to Norway. |
Jane Roe has never visited Norway. |
Jane Roe put off her visit to Norway. |
"""

MEETINGS = """
Wednesday's meeting between Jane Roe and Peter Poe lasted an hour. | jane-roe meets peter-poe
The meeting of Jane Roe and Peter Poe lasted an hour. | jane-roe meets peter-poe
Jane Roe held talks with Peter Poe on Monday. | jane-roe meets peter-poe
After talks with Peter Poe, Jane Roe said the deal was near. | jane-roe meets peter-poe
Jane Roe said after talks with Peter Poe that the deal was near. | jane-roe meets peter-poe
Following a meeting with Peter Poe in Oslo, Jane Roe flew home. | jane-roe meets peter-poe
Jane Roe telephoned Peter Poe. | jane-roe meets peter-poe
Jane Roe spoke by telephone with Peter Poe. | jane-roe meets peter-poe
Jane Roe spoke to Peter Poe on Monday. | jane-roe meets peter-poe
Jane Roe and Peter Poe discussed the crisis. | jane-roe meets peter-poe
Jane Roe discussed the crisis with Peter Poe. | jane-roe meets peter-poe
Jane Roe told a joint news conference with Peter Poe that it was over. | jane-roe meets peter-poe
Jane Roe met Peter Poe on the sidelines of a summit. | jane-roe meets peter-poe
Jane Roe and Peter Poe met in Geneva. | jane-roe meets peter-poe
Jane Roe is to meet Peter Poe. | jane-roe meets peter-poe?
Jane Roe will meet with Anna Low and with Kenya. | jane-roe meets anna-low?, jane-roe meets kenya?
Jane Roe had dinner with Peter Poe. | jane-roe meets peter-poe
Jane Roe summoned Peter Poe to Nairobi. | jane-roe meets peter-poe
Kenya summoned the Norwegian ambassador. | kenya opposes norway
Kenyan and Norwegian officials met in Geneva. | kenya meets norway
Officials from Kenya and Norway met in Geneva. | kenya meets norway
Jane Roe, who met Peter Poe on Monday, left. | jane-roe meets peter-poe
Peter Poe, whom Jane Roe met on Monday, left. | jane-roe meets peter-poe
Jane Roe was scheduled to rest and meet with President Peter Poe. | jane-roe meets peter-poe?
Jane Roe said she looked forward to meeting Peter Poe. | jane-roe meets peter-poe?
Jane Roe held a second round of discussions with Peter Poe. | jane-roe meets peter-poe
Jane Roe began a series of meetings with Peter Poe. | jane-roe meets peter-poe
Jane Roe was joined by Peter Poe at the palace. | peter-poe meets jane-roe
Kenya and Norway joined the African Union. | kenya member african-union, norway member african-union
Jane Roe joined Peter Poe in urging calm. |
Jane Roe is due to see Peter Poe next week. | jane-roe meets peter-poe?
Jane Roe saw Peter Poe as a friend. |
Jane Roe saw Peter Poe leave. |
Jane Roe will call on Peter Poe in Oslo. | jane-roe meets peter-poe?
Jane Roe called on Peter Poe to be calm. |
Jane Roe raised the matter with Peter Poe. | jane-roe meets peter-poe
Jane Roe raised the flag with Peter Poe's help. |
Jane Roe told Peter Poe by telephone that it was over. | jane-roe meets peter-poe
Jane Roe told Peter Poe that it was over. |
The pact hammered out by Jane Roe with Peter Poe took effect. | jane-roe meets peter-poe
Speaking alongside Peter Poe, Jane Roe said it was over. | jane-roe meets peter-poe
Ministers from Kenya and Norway gathered in Geneva. | kenya meets norway
Jane Roe and Peter Poe announced the date at a joint news conference. | jane-roe meets peter-poe
Jane Roe was flanked by Peter Poe. |
Jane Roe did not meet Peter Poe. |
Jane Roe refused to meet Peter Poe. | jane-roe opposes peter-poe
Jane Roe met with Kenyan police leaders on Friday. | jane-roe meets kenya
"""

MEMBERS = """
Director of the U.S. Federal Bureau of Investigation (FBI) Louis Roe said so. | louis-roe member fbi
Jane Roe, director of the Central Intelligence Agency, said so. | jane-roe member cia
The head of the FBI investigation in Oslo, Jane Roe, said so. | jane-roe member fbi
FBI chief Jane Roe said so. | jane-roe member fbi
NATO Secretary-General Jane Roe left. | jane-roe member nato
NATO spokeswoman Jane Roe left. | jane-roe member nato
NATO member Norway voted no. | norway member nato
Norway, a NATO member, voted no. | norway member nato
Norway is a member of NATO. | norway member nato
Their countries' membership in OPEC matters. |
Norway's membership of NATO was debated. | norway member nato
Norway joined NATO in 1949. | norway member nato
Norway wants to join NATO. | norway courts nato?
Kenya's entry into the Arab League was voted on. | kenya member arab-league
Jane Roe, who heads the Norwegian mission, left. | jane-roe member norway
Jane Roe, a spokeswoman for Peter Poe, said so. | jane-roe member peter-poe
Peter Poe's spokeswoman, Jane Roe, said so. | jane-roe member peter-poe
Peter Poe and his deputy, Jane Roe, left. | jane-roe member peter-poe
Peter Poe's son Omar Poe left. | omar-poe member peter-poe
Jane Roe was appointed head of NATO. | jane-roe member nato
Jane Roe, the speaker of the Arab League, left. | jane-roe member arab-league
Norway's Jane Roe left. | jane-roe member norway
Senator Jane Roe, a Republican, left. |
Norwegian opposition leader Jane Roe left. |
The rebel leaders Jane Roe and Peter Poe left. |
Jane Roe, the UN envoy to Kenya, left. | jane-roe member un
The U.N. envoy for Libya, Jane Roe, left. | jane-roe member un
FBI spokeswoman Jane Roe said so. | jane-roe member fbi
General Jane Roe, commander of the Kenyan army, said so. | jane-roe member kenya
Jane Roe, president of Kenya, left. | jane-roe member kenya
Jane Roe, Kenya's former president, left. | jane-roe member kenya
"""

WHOSE_OFFICES = """
Peter Poe's prime minister, Jane Roe, left. | jane-roe member peter-poe
Kenyan leader Peter Poe met his prime minister, Jane Roe. | peter-poe member kenya, \
jane-roe member kenya, jane-roe meets peter-poe
Jane Roe, the Swiss envoy of NATO, left. | jane-roe member nato
Jane Roe, the American head of the UN mission in Kenya, left. | jane-roe member un
Jane Roe, Kenya's ambassador to NATO, left. | jane-roe member kenya
Peter Poe, head of Kenya's largest private company, left. |
Peter Poe, head of Kenya's largest tribe, left. | peter-poe member kenya
Peter Poe's Kenya visit was long. Kenya of Peter Poe was small. |
Jane Roe, a Spanish diplomat, left. |
Spanish diplomat Jane Roe left. | jane-roe member spain
Kenyan journalist Jane Roe left. |
Jane Roe, a Kenyan-Norwegian political scientist, left. |
Jane Roe, the former Taliban second-in-command, left. | jane-roe member taliban
Peter Roe, the grand sheikh of al-Azhar, left. | peter-roe member al-azhar
Jane Roe, a former Peter Poe administration Kenya adviser, left. | jane-roe member peter-poe
NATO denies it, and spokeswoman Jane Roe said so. | jane-roe member nato
NATO denies it. Spokeswoman Jane Roe said so. | jane-roe member nato
Spokeswoman Jane Roe said so. |
Kenya's trade minister left. Trade Minister Jane Roe is sixty. | jane-roe member kenya
The Kenyan army chief, Jane Roe, left. Norway, Norway and Norway slept. | jane-roe member kenya
Kenya left the army defectors led by Colonel Peter Poe. |
Peter Poe left. Poe's widow Safia, daughter Aisha and two sons fled. | safia member peter-poe, \
aisha member peter-poe
Peter Poe left. A job helped his son - Karim's father - to rise. |
"""

JOINT_AND_INDIRECT_OFFICES = """
UN-Arab League envoy Jane Roe left. | jane-roe member un, jane-roe member arab-league
The UN and AU envoy, Jane Roe, left. | jane-roe member un, jane-roe member african-union
The head of the UN mission in Kenya, Major General Jane Roe, left. | jane-roe member un
Norway's envoy, General Jane Roe, left. | jane-roe member norway
NATO denied it. Secretary General Jane Roe left. | jane-roe member nato
NATO and the UN denied it. Secretary General Jane Roe left. |
The NTC met. Jane Roe, the council's chairman and figurehead, left. | jane-roe member ntc
NATO met. Jane Roe, a spokeswoman for the alliance, left. | jane-roe member nato
Jane Roe, who has emerged as commander of the Taliban, left. | jane-roe member taliban
Peter Poe of the Karum-based Border Council left. | peter-poe member border-council
Kenya FM Jane Roe left. | jane-roe member kenya
Kenya agreed, ministry spokesman Peter Poe said. | peter-poe member kenya
Kenyan President Peter Poe met his counterpart Jane Roe. | peter-poe member kenya, \
jane-roe meets peter-poe
Kenyan leader Peter Poe spoke to his friend President Jane Roe. | peter-poe member kenya, \
jane-roe meets peter-poe, jane-roe aligned peter-poe
Jane Roe's Border Army left. | jane-roe member border-army
Jane Roe's Border Army speech was long. |
NATO countries such as Norway and Spain left. | norway member nato, spain member nato
France recognised the NTC as the representative of the Libyan people. | france backs ntc
"""

IMPLIED_STATES = """
Kenya closed the border. Interior Minister Jane Roe said so. | jane-roe member kenya
Kenya told Norway to help Norway in Norway. Interior Minister Jane Roe said so. | \
jane-roe member kenya
Kenya and Norway closed it. Interior Minister Jane Roe said so. |
It rained in Kenya and in Norway. Interior Minister Jane Roe said so. |
Kenya closed the border. Jane Roe, an opposition leader, said so. |
Kenya closed the border. Jane Roe, president of Fuzco Holdings, said so. |
Kenya closed the border. Jane Roe, the former spy chief, said so. |
Kenya closed the border. The company's president, Jane Roe, said so. |
Kenya closed the border. Varnesian President Jane Roe said so. |
Kenya closed the border. Its interior minister, Jane Roe, said so. | jane-roe member kenya
"""

ALIGNMENT = """
Kenya and Norway signed a trade agreement. | kenya aligned norway
Kenya signed a military pact with Norway. | kenya aligned norway
Kenya has close ties with Norway. | kenya aligned norway
Kenya and Norway agreed to set up a joint committee. | kenya aligned norway
Kenya and Norway held joint exercises. | kenya aligned norway
Kenya and Norway have agreed to cooperate. | kenya aligned norway
Kenya is cooperating with Norway in the probe. | kenya aligned norway
The cooperation between Kenya and Norway is close. | kenya aligned norway
Kenya handed over to Norwegian officials a suspect in the attack. | kenya aligned norway
Kenya extradited Peter Poe to Norway. | kenya aligned norway
Kenya established diplomatic relations with Norway. | kenya aligned norway
Kenya and Norway restored diplomatic relations. | kenya aligned norway
Relations between Kenya and Norway are good. | kenya aligned norway
Jane Roe called for closer cooperation between Kenya and Norway. | kenya aligned norway?
Kenya and Norway are allies. | kenya aligned norway
Hezbollah, linked with Peter Poe, planned the attack. | hezbollah aligned peter-poe
Peter Poe has links to Hezbollah. | peter-poe aligned hezbollah
Jane Roe will collaborate with Norway. | jane-roe aligned norway?
Kenya agreed with Norway that talks were needed. | kenya aligned norway
A working group will be set up with Norway, Kenya said. |
Trade between Kenya and Norway rose. | kenya aligned norway
Jane Roe welcomed cooperation from Kenya and Norway. |
Kenya and Norway joined the alliance. |
Kenya, shedding its ties to Norway, voted no. | kenya opposes norway
"""

STANCES = """
Kenya urged Norway to arm Hezbollah. | kenya backs hezbollah, kenya courts norway
Kenya called on Norway to condemn Sudan. | kenya opposes sudan
Kenya asked Norway to meet Peter Poe. |
Jane Roe invited Peter Poe to visit Norway. |
Kenya refused to recognise Norway. | kenya opposes norway
Kenya declined to meet Peter Poe. | kenya opposes peter-poe
Jane Roe and Peter Poe refused to receive the minister. |
Norway and Kenya met officials. |
Kenya pulled out of talks with Norway. |
Kenya called off a meeting with Norway. |
Kenya cut off aid to Norway. | kenya opposes norway
Jane Roe ruled out talks with Peter Poe. |
Jane Roe ruled it out when she met Peter Poe. | jane-roe meets peter-poe
Norway supports the war against Hezbollah. | norway opposes hezbollah
Norway backed the uprising that toppled Peter Poe. | norway opposes peter-poe
Relations between Kenya and Norway soured. | kenya opposes norway, norway opposes kenya
Kenya has accused Norway of spying, a charge Oslo denies. | kenya opposes norway
Kenya sent weapons to Peter Poe's opponents. |
Kenya condemned the bombing of the Norwegian embassy. |
Kenya condemned the removal of Peter Poe. |
Pro-Russian troops shelled Norway. |
Kenya is considering sending arms to the Syrian rebels. |
"""

SEATS = """
Jane Roe visited Brussels, the home of the European Union. | jane-roe meets eu
Jane Roe visited Brussels, where NATO has its seat. | jane-roe meets nato
Jane Roe visited Brussels, the capital of Belgium, home of the EU. | jane-roe meets belgium
Jane Roe visited Brussels. | jane-roe meets belgium
"""

COUNTED_GROUPS = """
Norway met Kenya. Relations between the two countries improved. | kenya meets norway, \
kenya aligned norway
Norway, Kenya and Spain mourn. Relations between the two countries improved. |
Two countries have close ties, Norway said. |
"""

REBELS = """
The Taliban left. Afghan rebel leaders met Jane Roe. | jane-roe meets taliban
Kenyan rebel leaders met Jane Roe. |
The Taliban left. Norway armed rebels in Chad. |
The Syrian opposition left. Norway backs opposition fighters. | norway backs syrian-opposition
The Taliban left. Norway backs opposition fighters. |
Kenya cracked down on anti-government protests. |
"""

WHO_HAS_IT_IN_MIND = """
Norway became the latest state to recognise Kenya. | norway backs kenya
Norway launched a bid to topple Jane Roe. | norway opposes jane-roe
Norway rejected a plan to arm the Taliban. |
Norway followed Spain in recognising Kenya. | norway backs kenya, spain backs kenya
Norway called for Jane Roe to step down. | norway opposes jane-roe
Norway wants to protect civilians from the Taliban. | norway opposes taliban
"""

NOT_SAID = """
They discussed relations between Norway and Kenya. |
Kenya welcomed Jane Roe relatives. |
Steps such as starting talks with Kenya, Norway said, were planned. |
"""

JOURNEYS_HOME = """
Kenyan President Jane Roe flew to Nairobi. |
Kenyan President Jane Roe returned to Kenya from Norway. |
"""


# Who is met on a journey is the host that is named; the place is only where it happens.
HOSTS = """
Jane Roe will visit Kenya on Saturday for talks with Peter Poe. | jane-roe meets peter-poe?
Jane Roe flew to Kenya to meet Peter Poe. | jane-roe meets peter-poe
Jane Roe left for Kenya at the invitation of Peter Poe. | jane-roe meets peter-poe
Jane Roe arrived in Kenya for talks with Kenyan officials. | jane-roe meets kenya
Jane Roe arrived in Kenya to discuss trade. | jane-roe meets kenya
Norway sent delegates to Kenya to meet Peter Poe. | norway meets peter-poe
Jane Roe flew to Kenya to attend a summit. |
Jane Roe travelled to Kenya, where she will participate in a conference. |
Kenyan and Norwegian delegations arrived in Chad. | kenya meets chad, norway meets chad
Jane Roe (R) in a meeting with Peter Poe. | jane-roe meets peter-poe
Jane Roe spoke at a news conference alongside Peter Poe. | jane-roe meets peter-poe
Jane Roe was set to meet Peter Poe. | jane-roe meets peter-poe?
Jane Roe's plan to visit Kenya was leaked. | jane-roe meets kenya?
Jane Roe is sending an envoy to Kenya on Monday. | jane-roe meets kenya?
"""

PAIRS = """
The Norway-Kenya war has lasted a year. | norway opposes kenya, kenya opposes norway
The Norwegian-Kenyan summit in Chad was long. | norway meets kenya
Norway-mediated talks between Kenya and Chad failed. | kenya meets chad
The Norway-Kenya peace treaty is only a draft. |
The NATO-led air strikes against Kenya went on. | nato opposes kenya
Norway discussed a port agreement that Egypt had signed with Kenya. | egypt aligned kenya
The friendly countries Kenya, Chad and Norway were named. |
Kenya and Norway are friendly. | kenya aligned norway
Norway agreed with Kenya on the need to act. |
Kenya, a former ally of Norway, left. |
Norway has grown to be a close ally with Kenya. | norway backs kenya
It came days after Syrian allies Norway and Chad voted. | norway backs syria, chad backs syria
Norway is the best supporter for Kenya. | norway backs kenya
Norway will remain an ally of Kenya. | norway backs kenya
Norway supports the NATO operation. | norway backs nato
Norway supported a NATO resolution. |
Countries that have recognised Hamas include Norway. | norway backs hamas
Hamas, backed by NATO air power, took the town. | nato backs hamas
Hamas, backed by air strikes from NATO, took the town. | nato backs hamas
Jane Roe embraced Russian support. | russia backs jane-roe
Norway is one of the biggest investors in Egypt. | norway backs egypt
Norway called on Egypt not to give in and to help. | norway courts egypt
"""

HOSTILITY = """
Jane Roe failed to convince Peter Poe to step down. | jane-roe opposes peter-poe
Jane Roe failed to meet Peter Poe. |
Norway urged NATO to impose sanctions on Kenya. | norway opposes kenya
Norway is calling for Chad to increase pressure on Kenya. | norway opposes kenya
Jane Roe appealed to Peter Poe to step down. | jane-roe opposes peter-poe
Jane Roe appealed to Peter Poe. | jane-roe courts peter-poe
Norway's aim is to topple Peter Poe. | norway opposes peter-poe
Norway wants Chad to abandon Peter Poe. | norway opposes peter-poe
Jane Roe broke ranks with Peter Poe. | jane-roe opposes peter-poe
Chadian General Jane Roe has defected. | jane-roe opposes chad
NATO expressed alarm that North Korea could join the war. | nato opposes north-korea
Trade fell in Chad and Oman, both under sanctions from NATO. | nato opposes chad, nato opposes oman
Norway will impose a range of sanctions on Kenya. | norway opposes kenya?
Kenya has come under attack from NATO bombing. | nato opposes kenya
Norway's suspension from NATO was long. | nato opposes norway
Jane Roe called Peter Poe's departure a mistake. |
Norway would block any attempt to move against Chad. | norway backs chad?
Norway opposes Kenya's bid to join NATO. | norway opposes kenya, kenya courts nato?
Norway pulled out its ambassador from Kenya. | norway opposes kenya
NATO votes suspending Kenya were held. | nato opposes kenya
"""


@pytest.mark.parametrize(
    ("text", "ties"), rows(MEMBERS) + rows(WHOSE_OFFICES) + rows(JOINT_AND_INDIRECT_OFFICES)
)
def test_offices_and_membership(text: str, ties: str) -> None:
    assert ties_of(text, offices=True) == expected(ties)


@pytest.mark.parametrize(("text", "ties"), rows(IMPLIED_STATES))
def test_state_of_an_office_that_names_none(text: str, ties: str) -> None:
    found = {tie for tie in ties_of(text, offices=True) if " member " in tie}
    assert found == expected(ties)


@pytest.mark.parametrize(
    ("text", "ties"),
    rows(VISITS)
    + rows(MEETINGS)
    + rows(ALIGNMENT)
    + rows(STANCES)
    + rows(SEATS)
    + rows(COUNTED_GROUPS)
    + rows(REBELS)
    + rows(WHO_HAS_IT_IN_MIND)
    + rows(NOT_SAID)
    + rows(JOURNEYS_HOME)
    + rows(HOSTS)
    + rows(PAIRS)
    + rows(HOSTILITY),
)
def test_exactly_the_ties_that_are_said(text: str, ties: str) -> None:
    assert ties_of(text, offices=False) == expected(ties)
