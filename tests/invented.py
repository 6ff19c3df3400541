"""Articles that nobody published: invented people in real states.

Each is in another style: a wire report, an analyst's note on a page with its furniture, a text so
tiny that it dates nothing and ties nobody, and one that attacks whoever prints it.
"""

WIRE = """\
Norway's envoy meets rebels in Chad

N'DJAMENA, March 12 (Reuters) - Norwegian Foreign Minister Ingrid Solvang met Idris Maharo, \
head of the Sahel Freedom Army (SFA), in N'Djamena on Tuesday, officials said.

"We back the people of Chad," she told reporters. Her deputy, Lars Brekke, will visit Cairo on \
Friday, and he may also travel to Khartoum next week.

Egypt has armed the SFA since 2019, according to a U.N. report. Sudan condemned the rebels on \
Monday and urged Cairo to stop its support for them. Paris did not comment.
"""

ANALYST = """\
Marshal Odran’s quiet trip to Ankara

Somalia

Published on 2024 May 6, Monday Back to articles

CNF leader Odran Veshti (L) is received by President Kemal Arslan (R)

From 29 April to 1 May the Coastal National Front’s (CNF) commander, Odran Veshti, visited \
Turkey. The trip to Ankara, which has close ties to Doha, suggests Veshti is seeking support \
beyond his traditional allies, mainly Ethiopia and the UAE.

Turkey could become a new backer of the CNF. Its rival, the Federal Assembly, condemned the trip \
on 2 May. Kenya, which fought the CNF in 2016, is wary of Ethiopia’s influence in Somalia. The \
African Union (AU) said that it would send an envoy later this month.

This excerpt is taken from our weekly report. Click here to subscribe.

Related articles

  • Somalia

    Will Ethiopia leave Baidoa?

    Published on 2024 April 2, Tuesday
"""

TINY = "Jane Roe smiled. She was in Ghana"

# Three tags are as many as an article may quote without being taken for a web page.
ATTACK = """\
Hackers fill Ghana’s forms with <script>alert(1)</script> tricks

Jane Roe & Sons reported "><img src=x onerror=alert(2)> in a form. She was in Accra.

=HYPERLINK("http://example.org") stood in another, and it was odd.
"""

INVENTED = {"wire": WIRE, "analyst": ANALYST, "tiny": TINY, "attack": ATTACK}
PUBLISHED = {"wire": "2024-03-14"}  # where the text does not say it in full
