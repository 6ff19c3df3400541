"""Attachments that the parser gets wrong: what hangs where after they are mended.

A row is a sentence with the mended word in brackets and, behind it, how that word hangs on which
other. The rows below "As it is" are none of the errors, and stay as the parser has them.
"""

import pytest
from sentence_tables import cases, marked, without_marks
from spacy.language import Language

COORDINATED_NAMES = """
Norwegian Foreign Minister Jane [Roe] and Defence Minister Omar Poe will visit Chad. | nsubj visit
Norwegian Foreign Minister Jane Roe and Defence Minister Omar [Poe] will visit Chad. | conj Roe
"""

SHARED_POSSESSION = """
[Norway] and Chad's cooperation is growing. | poss cooperation
Norway and [Chad]'s cooperation is growing. | conj Norway
"""

FRONTED_PLACES = """
In the UN Security Council, [Norway], supported by Chad, has opposed action. | nsubj opposed
In the UN Security Council, Norway, [supported] by Chad, has opposed action. | acl Norway
"""

PARTED_PERFECTS = """
Norway and Chad have already twice [vetoed] draft resolutions. | ROOT vetoed
Norway and Chad have already twice vetoed draft [resolutions]. | dobj vetoed
Norway and Chad [have] already twice vetoed draft resolutions. | aux vetoed
"""

FELLOWS = """
Norway's [ally] Chad left. | compound Chad
Norway's ally [Chad] left. | nsubj left
It came days after Syrian [allies] Norway and Chad voted. | compound Norway
"""

NEIGHBOURS = """
They fled into neighbouring [Chad]. | pobj into
"""

AS_IT_IS = """
Norway [and] Chad met. | cc Norway
They have two [wounded] soldiers. | amod soldiers
In Norway, [Chad] is unknown. | nsubj is
"""

CLASSES = {
    "coordinated names": COORDINATED_NAMES,
    "shared possession": SHARED_POSSESSION,
    "fronted places": FRONTED_PLACES,
    "parted perfects": PARTED_PERFECTS,
    "fellows": FELLOWS,
    "neighbours": NEIGHBOURS,
    "as it is": AS_IT_IS,
}


@pytest.mark.parametrize(("text", "expected"), cases(CLASSES))
def test_what_hangs_where(nlp: Language, text: str, expected: str) -> None:
    doc = nlp(without_marks(text))
    (word,) = (token for token in doc if token.idx == text.index("["))
    assert word.text == marked(text)[0]
    assert [word.dep_, word.head.text] == expected.split()


@pytest.mark.parametrize(
    "text", [line.partition("|")[0] for line in PARTED_PERFECTS.split("\n")[1:-1]]
)
def test_a_mended_sentence_is_one_tree(nlp: Language, text: str) -> None:
    doc = nlp(without_marks(text))
    assert [token.dep_ for token in doc].count("ROOT") == 1
    assert len([*doc.sents]) == 1
    assert {token.i for token in next(iter(doc.sents)).root.subtree} == set(range(len(doc)))
