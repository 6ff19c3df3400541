"""Which ties a sentence says: a rule class per table.

A row is a sentence and, behind it, all ties that it says, with a question mark where the sentence
marks them as planned, possible or only tried. What has nothing behind it says no tie. Offices are
left out where the table is not about them.
"""

import pytest

import readout

VISITS = """
Peruvian President Jane Roe arrived in Norway on Monday. | jane-roe meets norway
After touring the Tanzanian capital Dodoma, Jane Roe left. | jane-roe meets tanzania
Jane Roe toured Kenya and Uganda last week. | jane-roe meets kenya, jane-roe meets uganda
Jane Roe will be received by Prime Minister Peter Poe. | jane-roe meets peter-poe?
Jane Roe was received at the palace by Peter Poe. | jane-roe meets peter-poe
Norway hosted Jane Roe for two days. | norway meets jane-roe
Peter Poe welcomed Jane Roe at the airport. | peter-poe meets jane-roe
Peter Poe came out to greet her, after Jane Roe landed. |
Jane Roe is in Norway for talks with Peter Poe. | jane-roe meets norway, jane-roe meets peter-poe
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

BACKING = """
Norway recognised the National Transitional Council. | norway backs ntc
Norway has thrown its weight behind Jane Roe. | norway backs jane-roe
Norway threw its support behind Kenya. | norway backs kenya
Norway stood by Kenya throughout the war. | norway backs kenya
Norway stands with Kenya, Jane Roe said. | norway backs kenya
Russia vetoed a resolution against Syria. | russia backs syria
Russia blocked a UN resolution condemning Syria. | russia backs syria
Norway pledged $5 million in aid to Kenya. | norway backs kenya
Norway promised Kenya aid. | norway backs kenya
Norway offered Kenya a loan of $20 million. | norway backs kenya
Norway announced a gift of medical supplies to Kenya. | norway backs kenya
Norway will train Kenyan troops. | norway backs kenya?
Norway supplied Kenya with weapons. | norway backs kenya
Norway furnished Kenya with 850 men. | norway backs kenya
Kenya, backed by Norway, attacked. | norway backs kenya
Norwegian-backed Kenya attacked. | norway backs kenya
Kenya, which depends on Norway for cheap gas, voted no. | norway backs kenya
Kenya received $5 million from Norway. | norway backs kenya
Kenya got arms from Norway. | norway backs kenya
Norway is a staunch ally of Kenya. | norway backs kenya
Norway, Kenya's main backer, left. | norway backs kenya
Jane Roe expressed support for Kenya. | jane-roe backs kenya
Jane Roe reiterated Norway's support for Kenya. | norway backs kenya
Jane Roe voiced her support for Peter Poe. | jane-roe backs peter-poe
Jane Roe said Norway would support Kenya. | norway backs kenya?
Norwegian officials said they support Kenya. | norway backs kenya
Norway sent weapons to Kenya. | norway backs kenya
Many senators want to send weapons to Kenya. |
Norway lent Kenya $5 million. | norway backs kenya
Norway deployed troops to Kenya to help its government. | norway backs kenya
Norway came to the aid of Kenya. | norway backs kenya
Norway has been accused of arming Kenya. | norway backs kenya?
Kenya accused Norway of arming Hezbollah. | kenya opposes norway, norway backs hezbollah?
Norway denied arming Kenya. |
Norway stopped arming Kenya. |
Norway lifted sanctions against Kenya. |
Norway mediated between Kenya and Sudan. | norway meets kenya, norway meets sudan
Norway rescued Kenya from bankruptcy. | norway backs kenya
Norway defended Kenya's right to test missiles. | norway backs kenya
Norway supports Kenya's bid to join the African Union. | norway backs kenya
Jane Roe promised Peter Poe full support. | jane-roe backs peter-poe
Norway agreed to sell Kenya fighter jets. | norway backs kenya
Norway is helping Kenya rebuild its army. | norway backs kenya
"""

COURTING = """
Kenya asked Norway for help. | kenya courts norway
Kenya asked Norway to send troops. | kenya courts norway
Jane Roe appealed to Norway for aid. | jane-roe courts norway
Jane Roe urged Norway to supply weapons. | jane-roe courts norway
Jane Roe appealed for UN peacekeepers. | jane-roe courts un
Kenya hopes for aid from Norway. | kenya courts norway
Kenya hoped Jane Roe would produce new aid. | kenya courts jane-roe
Kenya is lobbying Norway for support. | kenya courts norway
Kenya has applied to join the European Union. | kenya courts eu?
Kenya is seeking recognition from Norway. | kenya courts norway
Kenya is seeking Norwegian support. | kenya courts norway
Kenya requested aid from Norway. | kenya courts norway
Kenya turned to Norway for help. | kenya courts norway
Kenya is counting on Norway's help. | kenya courts norway
Kenya wants closer ties with Norway. | kenya courts norway
Jane Roe asked Congress to approve emergency funding. | jane-roe courts us-congress
Kenya called on Norway to recognise its government. | kenya courts norway
Jane Roe is trying to win the support of Norway. | jane-roe courts norway?
Kenya wooed Norway for years. | kenya courts norway
Kenya begged Norway for arms. | kenya courts norway
Jane Roe flew to Norway seeking support. | jane-roe meets norway, jane-roe courts norway
Jane Roe is in Norway to seek aid. | jane-roe meets norway, jane-roe courts norway
"""

OPPOSITION = """
Kenya accused Norway of meddling. | kenya opposes norway
Kenya condemned Norway's raid on Oslo. | kenya opposes norway
Norway imposed sanctions on Kenya. | norway opposes kenya
Norway slapped sanctions on Kenya. | norway opposes kenya
Kenya blamed Norway for the attack. | kenya opposes norway
Jane Roe placed the blame on Peter Poe. | jane-roe opposes peter-poe
Kenya demanded Jane Roe's resignation. | kenya opposes jane-roe
Jane Roe called on Peter Poe to resign. | jane-roe opposes peter-poe
Chad's demand for Jane Roe's arrest was refused by Peru. | chad opposes jane-roe, peru opposes chad
Norway demanded the extradition of Peter Poe. | norway opposes peter-poe
Kenya rejected Norway's demand. | kenya opposes norway
Kenya rejected the accusations by Norway. | kenya opposes norway
Kenya expelled the Norwegian ambassador. | kenya opposes norway
Kenya expelled two Norwegian diplomats. | kenya opposes norway
Kenya severed relations with Norway. | kenya opposes norway
Kenya broke off diplomatic relations with Norway. | kenya opposes norway
Kenya cut ties with Norway. | kenya opposes norway
Kenya recalled its ambassador to Norway. | kenya opposes norway
Kenya suspended cooperation with Norway. | kenya opposes norway
Kenya, under Norwegian sanctions, is poor. | norway opposes kenya
Peter Poe, who is under UN sanctions, left. | un opposes peter-poe
Peter Poe, a suspect in the attack on the Norwegian embassy, left. | peter-poe opposes norway
Hezbollah planned attacks on Norway. | hezbollah opposes norway
Hezbollah claimed responsibility for the attack on Norway. | hezbollah opposes norway?
Norwegian air raids on Kenya went on. | norway opposes kenya
Norwegian troops attacked Kenyan soldiers. | norway opposes kenya
Kenya has been at war with Norway since 1998. | kenya opposes norway
The war between Kenya and Norway went on. | kenya opposes norway, norway opposes kenya
Tension between Kenya and Norway rose. | kenya opposes norway, norway opposes kenya
Norway warned Kenya against testing a missile. | norway opposes kenya
Norway warned Kenya that it would face sanctions. | norway opposes kenya
Norway threatened to bomb Kenya. | norway opposes kenya
Jane Roe criticised Peter Poe's plan. | jane-roe opposes peter-poe
Jane Roe called Peter Poe a criminal. | jane-roe opposes peter-poe
Jane Roe called Peter Poe a friend. |
Jane Roe described Norway as a terrorist state. | jane-roe opposes norway
Norway objected to the deal with Kenya. |
Norway barred Jane Roe from entering the country. | norway opposes jane-roe
Peter Poe has been banned from travelling to Norway. | norway opposes peter-poe
Norway froze the assets of Jane Roe. | norway opposes jane-roe
Kenya arrested Jane Roe. | kenya opposes jane-roe
Jane Roe, jailed by Kenya in 1999, left. | kenya opposes jane-roe
Protests against President Jane Roe went on. |
The anti-Roe National Salvation Front met. |
Jane Roe, a critic of Peter Poe, left. | jane-roe opposes peter-poe
The rebels' enemy, Jane Roe, left. |
Kenya protested to Norway over the arrest. | kenya opposes norway
Kenya lodged a protest with Norway. | kenya opposes norway
Kenya shot down a Norwegian drone. | kenya opposes norway
Norwegian warplanes bombed Kenya. | norway opposes kenya
Jane Roe defected from Kenya. | jane-roe opposes kenya
Kenya suspended Norway from the group. | kenya opposes norway
Norway was suspended from the Arab League. | arab-league opposes norway
Kenya's dispute with Norway over the islands went on. | kenya opposes norway
Norway lost confidence in Kenya. | norway opposes kenya
Kenya is wary of Norway. | kenya opposes norway
Kenya has not attacked Norway. |
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
"""

STANCES = """
Kenya urged Norway to arm Hezbollah. | kenya backs hezbollah, kenya courts norway
Kenya called on Norway to condemn Sudan. | kenya opposes sudan
Kenya asked Norway to meet Peter Poe. |
Jane Roe invited Peter Poe to visit Norway. |
Kenya refused to recognise Norway. | kenya opposes norway
Kenya declined to meet Peter Poe. | kenya opposes peter-poe
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

JOURNEYS_HOME = """
Kenyan President Jane Roe flew to Nairobi. |
Kenyan President Jane Roe returned to Kenya from Norway. |
"""

SYMMETRIC = ("meets", "aligned")


def rows(table: str) -> list[tuple[str, str]]:
    split = (line.rpartition("|") for line in table.strip().splitlines())
    return [(text.strip(), ties.strip()) for text, _, ties in split]


def said(source: str, relation: str, target: str, certainty: str) -> str:
    if relation in SYMMETRIC:
        source, target = sorted((source, target))
    return f"{source} {relation} {target}" + "?" * (certainty == "hedged")


def expected(ties: str) -> set[str]:
    found = set()
    for tie in filter(None, ties.split(", ")):
        source, relation, target = tie.rstrip("?").split()
        found.add(said(source, relation, target, "hedged" if tie.endswith("?") else "stated"))
    return found


def ties_of(text: str, *, offices: bool) -> set[str]:
    ties = readout.parse(text, published="2015-02-14").ties
    ties = ties if offices else ties[~ties["via"].isin(["office", "possessive"])]
    columns = ties[["source", "relation", "target", "certainty"]]
    return {said(*row) for row in columns.itertuples(index=False, name=None)}


@pytest.mark.parametrize(("text", "ties"), rows(MEMBERS) + rows(WHOSE_OFFICES))
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
    + rows(BACKING)
    + rows(COURTING)
    + rows(OPPOSITION)
    + rows(ALIGNMENT)
    + rows(STANCES)
    + rows(SEATS)
    + rows(JOURNEYS_HOME),
)
def test_exactly_the_ties_that_are_said(text: str, ties: str) -> None:
    assert ties_of(text, offices=False) == expected(ties)
