"""Who each pronoun is: invented discourses in the style of news wires, by class.

A bracket holds a pronoun and the name of whom it means, "-" if nobody who is an actor. A pronoun
without a bracket must be no mention either. The right answers were decided before the rules were
run on them.
"""

import re

import pytest

import readout

MARK = re.compile(r"\[(\w+)>([^\]]+)\]")

MEN_AND_WOMEN = """
Marta Kolen, Norway's foreign minister, arrived in Cairo on Monday. [She>Marta Kolen] will meet \
Egypt's prime minister, Omar Haddad, before [he>Omar Haddad] leaves for Rome.
President Ivan Brodsky telephoned Karel Vondra on Sunday. [He>Ivan Brodsky] told [him>Karel \
Vondra] that the talks had failed.
Karel Vondra met Ivan Brodsky in Oslo on Sunday. [He>Karel Vondra] then flew home to Prague.
Karel Vondra, who heads the council, said on Monday [he>Karel Vondra] would resign.
Karel Vondra told reporters that Ivan Brodsky had lost [his>Ivan Brodsky] mind.
Ivan Brodsky is a former general who fled to Vienna, and most of the jobs [he>Ivan Brodsky] has \
held there were in banking, Karel Vondra said.
Ivan Brodsky may have crossed the border, but it is not known where [he>Ivan Brodsky] went, said \
Karel Vondra.
Marta Kolen said Karel Vondra would lose if [he>Karel Vondra] ran again.
Police said Ivan Brodsky was shot as [he>Ivan Brodsky] left [his>Ivan Brodsky] home.
Opposition leaders accused Ivan Brodsky of clinging to [his>Ivan Brodsky] post.
Karel Vondra urged Ivan Brodsky to give up [his>Ivan Brodsky] claim to the presidency.
Karel Vondra promised Ivan Brodsky [his>Karel Vondra] support.
The rebels, allies of Ivan Brodsky's enemies, have vowed to overthrow [him>Ivan Brodsky].
The uprising began in Ivan Brodsky's home town, and [he>Ivan Brodsky] blamed foreigners for it.
Karel Vondra wrote a book on Ivan Brodsky and [his>Ivan Brodsky] sons.
Students burnt copies of Ivan Brodsky's book setting out [his>Ivan Brodsky] philosophy as Karel \
Vondra watched.
Marta Kolen and Karel Vondra met in Oslo. [She>Marta Kolen] praised [his>Karel Vondra] courage.
Karel Vondra, not Ivan Brodsky, will speak. [He>Karel Vondra] is due in Geneva on Friday.
Ivan Brodsky and Omar Haddad stayed away and did not greet Karel Vondra. [He>Karel Vondra] has \
always refused to sit with them.
Ivan Brodsky blamed [himself>Ivan Brodsky] for the defeat.
Karel Vondra said Ivan Brodsky had deceived [himself>Ivan Brodsky].
Investigators want a hair from Ivan Brodsky [himself>Ivan Brodsky].
Karel Vondra is fighting to keep the post for [himself>Karel Vondra].
"""

ONLY_A_NOUN = """
Marta Kolen's father was a sailor. [He>-] died in 1990.
Viktor Novak's mother told reporters that [she>-] had not seen [him>Viktor Novak] since Friday.
Police arrested a man near the palace of Ivan Brodsky. [He>-] refused to give [his>-] name.
The brother of Ivan Brodsky was killed in the raid. [He>-] was 40.
Ivan Brodsky met a student from Ghana. [She>-] gave [him>Ivan Brodsky] flowers.
Karel Vondra was shot by a former soldier, who then killed [himself>-].
A doctor who treated Ivan Brodsky said [he>-] had never seen such wounds.
Karel Vondra was attacked in Prague. A witness said [he>-] saw two men run away.
An Egyptian official said [he>-] knew nothing about the plan of Ivan Brodsky.
Ivan Brodsky's wife, Marta Kolen, said [she>Marta Kolen] would stay in Vienna.
Ivan Brodsky's widow said [her>-] husband had been betrayed.
"""

DESCRIBED = """
Norway's prime minister, Karel Vondra, arrived in Cairo on Monday. The prime minister said \
[he>Karel Vondra] would meet Ivan Brodsky.
Ghanaian President Ivan Brodsky met Karel Vondra, a UN envoy, on Monday. The envoy said \
[he>Karel Vondra] was pleased.
Defence Minister Marta Kolen arrived in Accra. The minister said [she>Marta Kolen] would stay \
for a week.
"""

BEFORE_THE_NAME = """
After [his>Karel Vondra] arrival in Oslo, Karel Vondra said the deal was dead.
When [he>Karel Vondra] landed in Oslo, Karel Vondra said nothing.
Before [her>Marta Kolen] talks with Ivan Brodsky in Accra, Marta Kolen visited a school.
Despite [its>Norway] promises, Norway has sent no aid.
As [he>Ivan Brodsky] left the hall, Ivan Brodsky waved to the crowd.
Asked whether [she>Marta Kolen] would run again, Marta Kolen only smiled.
"""

QUOTED = """
``[I>Marta Kolen] will come,'' Marta Kolen said. ``[We>Norway] are friends of Ghana,'' the \
Norwegian foreign minister added.
``[We>Norway] will help,'' Norwegian Foreign Minister Marta Kolen told reporters in Accra. \
``[We>Norway] have always done so.''
''[I>Karel Vondra] never said that,'' Karel Vondra told the court. ''It never entered [my>Karel \
Vondra] mind.''
Karel Vondra was defiant. "[I>Karel Vondra] will never go," [he>Karel Vondra] told state \
television.
Karel Vondra was unmoved. "[I>Karel Vondra] have done nothing wrong."
Karel Vondra said: "[I>Karel Vondra] will stay. Nobody will drive [me>Karel Vondra] out."
"[He>Ivan Brodsky] is a liar," Karel Vondra said of Ivan Brodsky. "[I>Karel Vondra] never met \
[him>Ivan Brodsky]."
Ivan Brodsky left the hall without a word. "[He>Ivan Brodsky] is tired," Karel Vondra told \
reporters.
"[We>NATO] will not be drawn into this war," NATO Secretary General Karel Vondra said.
"[We>Egypt] have nothing to hide," an Egyptian official said on condition of anonymity.
An Egyptian official denied the report. "[We>Egypt] have no camp there," [he>-] said.
'[We>Norway] will stay,' Norwegian Prime Minister Karel Vondra told the BBC.
Hamas praised the deal. "[We>Hamas] will honour it," the group said in a statement.
"[We>Hamas] will honour the deal," said a Hamas spokesman, "and [we>Hamas] expect the same of \
others."
Norwegian Prime Minister Karel Vondra gave a speech on Sunday. "[We>Norway] have waited long \
enough," [he>Karel Vondra] said. "[I>Karel Vondra] will not wait any longer."
A shopkeeper in Accra was angry. "[I>-] lost everything," [he>-] said. "[We>-] have no food."
"[They>-] came at night," a villager told Reuters. "[They>-] burnt [our>-] houses."
"""

NEUTER = """
Norway said [it>Norway] would send 200 soldiers to Mali.
The UN Security Council met on Monday. [It>UN Security Council] condemned the attack.
The bomb was so powerful that [it>-] shook houses in Cairo.
Norway signed the treaty in May. [It>-] takes effect in June.
Norway has drafted a resolution, but diplomats say [it>-] is too weak.
It is unclear whether Norway will attend.
It was not immediately known who was behind the attack on Egypt.
Norway has made it clear that [it>Norway] will not leave NATO.
NATO met in Oslo. “It’s clear that the end is near,” NATO chief Marta Kolen said.
It was in Oslo that Egypt signed the deal.
It has been raining in Ghana for days.
No matter how long it takes, Egypt will rebuild the town.
No matter what it takes, Egypt must find the bombers.
Egypt met Norway. A raid was likely to fail, and would leave [its>-] backers in trouble.
Egypt wrote to Norway. Karel Vondra, Norway's foreign minister, said [it>Norway] would not answer.
Egypt backs the militia, and Norway supports Ghana in [its>Ghana] efforts.
Egypt recalled [its>Egypt] ambassador from Norway.
NATO accused Russia of violating [its>Russia] obligations.
Egypt urged Norway to reconsider [its>Norway] decision.
The African Union suspended Mali, as [it>African Union] did with Guinea last year.
The plan has [its>-] critics in Norway.
Egypt backs the militia, and [its>Egypt] foreign minister says so.
The newspaper said [it>-] had seen a letter from Egypt to Norway.
Reuters said [it>-] could not reach the government of Ghana.
A resolution adopted by the UN Security Council expresses [its>-] sympathy to the victims.
Hamas said Israel must lift [its>Israel] blockade.
Hezbollah says [it>Hezbollah] has the right to keep [its>Hezbollah] weapons.
Egypt borders Libya. [It>Egypt] also shares a border with Sudan.
The ceremony in Oslo was brief. [It>-] ended with the anthem of Norway.
Norway deplored the attack and expressed [its>Norway] condolences.
The South African government said [it>South Africa] deplored the attack in Kenya and expressed \
[its>South Africa] condolences.
The economy of Ghana has grown since [it>-] was opened to trade.
"""

PLURAL = """
Hamas said [they>Hamas] would honour the truce.
The Taliban said [they>Taliban] had shot down the aircraft.
Egypt and Norway signed [their>-] first treaty.
Thousands of people fled Mali after [their>-] houses were burnt.
Officials in Cairo said [they>-] expected more deaths.
Hospitals in Ghana say [they>-] lack medicine.
Karel Vondra and Ivan Brodsky said [they>-] would meet again.
Egypt arrested three men and said [they>-] had planned attacks.
Norway vowed to find the bombers and bring [them>-] to justice.
Lawyers for the relatives in Norway said [they>-] would appeal.
The army of Egypt killed 300 people, most of [them>-] soldiers.
"""

VERBS_THAT_DECIDE = """
Ivan Brodsky thanked Karel Vondra for [his>Karel Vondra] help.
Karel Vondra summoned Ivan Brodsky's lawyer and demanded that [he>-] be expelled.
Norway's decision to withdraw [its>Norway] troops has angered Egypt.
Norway made an effort to save [its>Norway] treaty with Egypt.
Marta Kolen praised Karel Vondra. An aide to Ivan Brodsky was angry. "[He>Ivan Brodsky] knew \
nothing of it," the aide said of Ivan Brodsky.
Karel Vondra arrived on Monday. "The army is strong. The people are tired. The war is lost," \
[he>Karel Vondra] said.
Ivan Brodsky and [his>Ivan Brodsky] sons met Karel Vondra.
Everyone in Cairo has [his>-] own reasons to hate Karel Vondra.
Egypt has shot down an aircraft, and Norway confirmed it.
One of the deputies, Karel Vondra, left the hall. [He>Karel Vondra] was joined by Ivan Brodsky.
NATO soldiers went on with [their>NATO] exercise in Norway.
The Norwegian president met Ivan Brodsky's envoy.
President Karel Vondra arrived in Accra on Monday. The president said [he>Karel Vondra] was \
tired.
An opposition figure, Ivan Brodsky, was jailed. Karel Vondra met the judge, and [he>Karel \
Vondra] protested.
``The bomb was strong,'' said a witness in Cairo, who refused to identify [himself>-].
'Norway is lost,' Karel Vondra said. '[I>Karel Vondra] know it.'
"""

GLOSSED_AND_GOVERNED = """
Karel Vondra left. "[I>Omar Haddad] told [him>Ivan Brodsky] (Ivan Brodsky) that it was over," \
Omar Haddad said.
Karel Vondra left. Omar Haddad said [he>Ivan Brodsky] [Brodsky] was in Rome. Ivan Brodsky was in \
Rome.
Karel Vondra left. [He>Karel Vondra] succeeded Ivan Brodsky, who lost many allies in \
[his>Ivan Brodsky] last years.
Asked if Karel Vondra meant [his>Karel Vondra] army, Omar Haddad smiled.
The Egyptian foreign minister, Omar Haddad, came to Norway for talks with [its>Norway] leaders.
Karel Vondra, a former judge, is Norway's envoy. Omar Haddad and Ivan Brodsky welcomed \
[his>Karel Vondra] appointment.
Omar Haddad, the minister, spoke on Sunday. Asked whether Ivan Brodsky should go, [he>Omar \
Haddad] smiled.
Norway opened the port, and the treaty has helped [it>Norway] grow.
The Houthis ousted the government of Yemen. [They>Houthis] have de facto control of the north.
"""

WHOM_THE_SENTENCE_IS_ABOUT = """
The UN gave up on Ivan Brodsky on Monday. Ivan Brodsky clings to power. Karel Vondra met an ally \
of Ivan Brodsky and urged the coalition to overthrow [him>Ivan Brodsky].
Karel Vondra studied Ivan Brodsky's "Red Book" outlining [his>Ivan Brodsky] philosophy.
Karel Vondra left Ivan Brodsky's house carrying [his>Karel Vondra] bag.
Karel Vondra spoke after rebels seized Ivan Brodsky's palace in what seemed to be the end of \
[his>Ivan Brodsky] rule.
Norway's foreign minister Marta Kolen arrived in Mali on Tuesday for talks with [its>Mali] leaders.
The Egyptian foreign minister visited Norway to meet [its>Norway] president.
Norway recalled [its>Norway] ambassador from Mali for talks with [its>Norway] president.
Ivan Brodsky said Karel Vondra believed [he>Karel Vondra] was winning.
Egypt accused Norway, whose ships fired on villages, of breaking [its>Norway] promises.
Ghanaian President Ivan Brodsky resigned. Egypt has warned Ivan Brodsky's regime, which insists \
[it>Ghana] is fighting rebels.
The Houthis condemned a corrupt system and foreign rule. [They>Houthis] have fought for years.
"""

SPEAKING_TOGETHER = """
"[We>-] agreed that the war must end," Norwegian Foreign Minister Marta Kolen said.
"[We>-] will meet again soon," Norwegian Foreign Minister Marta Kolen said.
"[We>-] had dinner together," Norwegian Foreign Minister Marta Kolen said.
"[We>-] consult each other," Norwegian Foreign Minister Marta Kolen said.
"[We>-] have had a good discussion," Norwegian Foreign Minister Marta Kolen said.
"[We>Norway] discussed it with Egypt," Norwegian Foreign Minister Marta Kolen said.
"[We>Norway] have agreed to a truce," Norwegian Foreign Minister Marta Kolen said.
"[We>Norway] will meet the rebels," Norwegian Foreign Minister Marta Kolen said.
"[We>Norway] share your concern," Norwegian Foreign Minister Marta Kolen said.
"""

CLASSES = {
    "whom it is about": WHOM_THE_SENTENCE_IS_ABOUT,
    "speaking together": SPEAKING_TOGETHER,
    "he and she": MEN_AND_WOMEN,
    "only a noun": ONLY_A_NOUN,
    "described people": DESCRIBED,
    "before its name": BEFORE_THE_NAME,
    "quotations": QUOTED,
    "it and its": NEUTER,
    "they": PLURAL,
    "verbs that decide": VERBS_THAT_DECIDE,
    "glossed and governed": GLOSSED_AND_GOVERNED,
}
CASES = [
    pytest.param(line, id=f"{name}: {MARK.sub(lambda mark: mark[1], line)[:60]}")
    for name, block in CLASSES.items()
    for line in block.strip().splitlines()
]


def meant(article: readout.Article) -> dict[int, str]:
    """The name of the actor of each pronoun by its offset."""
    names = dict(zip(article.actors["actor"], article.actors["name"], strict=True))
    pronouns = article.mentions[article.mentions["kind"] == "pronoun"]
    return {int(row.start): names[row.actor] for row in pronouns.itertuples()}


@pytest.mark.parametrize("discourse", CASES)
def test_who_is_meant(discourse: str) -> None:
    text, expected, end = "", {}, 0
    for mark in MARK.finditer(discourse):
        text += discourse[end : mark.start()]
        if mark[2] != "-":
            expected[len(text)] = mark[2]
        text += mark[1]
        end = mark.end()
    text += discourse[end:]

    assert meant(readout.parse(text, published="2024-05-06")) == expected


def test_a_quotation_cut_by_paragraphs_has_one_speaker() -> None:
    text = (
        'Marta Kolen was asked about the war.\n\n"I was there from the first day.\n\n'
        '"I saw it all," Marta Kolen told reporters in Oslo on Sunday.'
    )
    spoken = dict.fromkeys((text.index("I was"), text.index("I saw")), "Marta Kolen")

    assert meant(readout.parse(text, published="2024-05-06")) == spoken


def test_a_state_that_only_an_adjective_names_can_say_we() -> None:
    article = readout.parse('"We will wait," an Egyptian official said.', published="2024-05-06")

    assert set(meant(article).values()) == {"Egypt"}
