"""Who backs, courts or opposes whom: tables as in test_ties."""

import pytest
from said_ties import expected, rows, ties_of

BACKING = """
Norway recognised the National Transitional Council. | norway backs ntc
Norway has thrown its weight behind Jane Roe. | norway backs jane-roe
Norway threw its support behind Kenya. | norway backs kenya
Norway stood by Kenya throughout the war. | norway backs kenya
Norway stands with Kenya, Jane Roe said. | norway backs kenya
Russia vetoed a resolution against Syria. | russia backs syria
Russia blocked a UN resolution condemning Syria. | russia backs syria
Russia opposes action against Syria. | russia backs syria
Russia rejects sanctions on Syria. | russia backs syria
Russia and China have already twice vetoed draft resolutions condemning Syria. | \
russia backs syria, china backs syria
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
Norway supports Kenya's bid to join the African Union. | norway backs kenya, \
kenya courts african-union?
Jane Roe promised Peter Poe full support. | jane-roe backs peter-poe
Norway agreed to sell Kenya fighter jets. | norway backs kenya
Norway is helping Kenya rebuild its army. | norway backs kenya
Peter Poe is being given refuge by Norway. | norway backs peter-poe
Peter Poe was granted asylum in Norway. | norway backs peter-poe
Peter Poe was given a warm welcome in Norway. |
Chad is one of two states, along with Peru, to recognise Mali. | chad backs mali, peru backs mali
Norway, along with Sweden, defended Kenya. | norway backs kenya, sweden backs kenya
Norway, together with Sweden, defended Kenya. | norway backs kenya, sweden backs kenya
Norway called for Hezbollah to be armed. | norway backs hezbollah
Norway said Kenya should be armed. |
Norway thanked Kenya for its help. | kenya backs norway
Norway thanked Kenya for its constructive role. |
Kenya is at war. Norway has promised support. Kenya said so. | norway backs kenya
Kenya is at war. Norway has promised support for democracy. Kenya said so. |
Peter Poe said Norway was shipping weapons to his foes. |
Jane Roe said the Norwegians shelter Peter Poe in Kenya, and Kenya agreed. | norway backs peter-poe
They call Jane Roe a Norwegian puppet. |
Norway defender Jane Roe scored. |
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
Norway rebuffed a request from Kenya for a loan. | kenya courts norway, norway opposes kenya
Norway is considering a request by Kenya for arms. | kenya courts norway
Norway has been approached by Kenya for artillery. | kenya courts norway
Norway was asked by Kenya for arms. | kenya courts norway
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
Chad has filed a request to extradite Jane Roe. | chad opposes jane-roe
A request from Chad to extradite Jane Roe was lost. | chad opposes jane-roe
Interpol issued a red notice for Jane Roe. | interpol opposes jane-roe
Interpol issued a notice for Jane Roe. |
The International Criminal Court wants Jane Roe. | icc opposes jane-roe
Norway wants Jane Roe for war crimes. | norway opposes jane-roe
Norway wants Kenya for its oil. |
Norway wants Jane Roe extradited on corruption charges. | norway opposes jane-roe
Norway wanted Jane Roe freed. |
Norway demanded that Jane Roe be surrendered. | norway opposes jane-roe
Norway asked Kenya to hand over Jane Roe. | norway opposes jane-roe
Jane Roe complained that Norway was harbouring enemies. | jane-roe opposes norway
Jane Roe complained that Norway had not been invited. |
Kenyan President Jane Roe complained that Kenya was getting no help. |
Kenya protested at Norway's decision. | kenya opposes norway
Kenya protested at the palace in Norway. |
Libya is split between Hamas and Hezbollah. | hamas opposes hezbollah, hezbollah opposes hamas
The money was split between Kenya and Norway. |
Kenya brushed aside Norwegian and Swedish complaints. | kenya opposes norway, kenya opposes sweden
Norway described Kenya's government as oppressive. | norway opposes kenya
Hamas was one of the groups which drove Norway out of Oslo. | hamas opposes norway
Troops loyal to Peter Poe attacked Norway. | peter-poe opposes norway
Forces loyal to Chad and Peru hit Mali. | chad opposes mali, peru opposes mali
A commander loyal to Jane Roe attacked Norway. |
Officials in Norway and Sweden criticised Kenya. | norway opposes kenya, sweden opposes kenya
Jane Roe, a former premier defeated by Peter Poe, left. | peter-poe opposes jane-roe
Jane Roe said her Kenyan rival, Peter Poe, left. | peter-poe opposes jane-roe
Jane Roe said rivals like Norway and Kenya were growing. |
The standoff between Jane Roe's relatives and Norway went on. |
Norway criticised the treatment of Jane Roe. |
Norway criticised Kenya's treatment of Jane Roe. | norway opposes kenya
"""


@pytest.mark.parametrize(("text", "ties"), rows(BACKING) + rows(COURTING) + rows(OPPOSITION))
def test_exactly_the_sides_that_are_said(text: str, ties: str) -> None:
    assert ties_of(text, offices=False) == expected(ties)
