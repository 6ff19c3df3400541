"""Who does what to whom: one table of sentences for each question to a dependency parse.

The word in question is in brackets; what the question should give stands before the bar. Sentences
are parsed by the model, but for two shapes on which parsers err: those are built by hand.
"""

from collections.abc import Callable

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Token

from readout import syntax

VOCAB = English().vocab

CONJUNCTS = """
Russia Egypt Qatar | [Russia], Egypt and Qatar signed the treaty.
Egypt Qatar        | Russia met [Egypt] and Qatar.
talked left        | The ministers [talked] and left.
accused            | He [accused] France but praised Spain.
"""

FIRST_CONJUNCTS = """
Russia             | Russia, Egypt and [Qatar] signed the treaty.
Egypt              | Russia met [Egypt] and Qatar.
"""

CLAUSES = """
left               | The minister left the [capital] on Monday.
reached            | He said that talks had reached the [city].
met                | The envoy who met the [rebels] has left.
is                 | France is a friend of [Spain].
"""

SUBJECTS = """
Russia Egypt       | Russia and Egypt [support] the plan.
Spain              | Spain was [accused] by France.
Russia             | Russia wants to [help] Spain.
Russia             | Russia met the envoys and [praised] them.
France             | France left after [meeting] the rebels.
who                | The envoy who [met] the rebels has left.
army               | The army [fighting] the rebels has left.
Spain              | France urged Spain to [help] the refugees.
Damascus           | The league has called on Damascus to [stop] the violence.
Spain              | France accused Spain of [helping] the rebels.
                   | [Leave] the city!
"""

OBJECTS = """
Egypt Qatar        | Russia [met] Egypt and Qatar.
Spain asylum       | France [offered] Spain asylum.
                   | The ministers [left] on Monday.
"""

AGENTS = """
France Spain       | The group is [backed] by France and Spain.
                   | The group is [backed] with money.
"""

OBJECTS_OF_WITH_AND_FOR = """
Egypt Qatar        | The minister [talked] with Egypt and Qatar about oil.
oil money          | The minister [asked] for oil and for money.
                   | The minister [talked] about oil.
"""

OWNERS = """
Syria              | He is Syria's [ally].
his                | He met his [allies] on Monday.
                   | He met the [allies] of Syria.
"""


def tokens_of(answer: Callable[[Token], list[Token]]) -> Callable[[Token], str]:
    return lambda token: " ".join(found.text for found in answer(token))


QUESTIONS = {
    "conjuncts": (tokens_of(syntax.conjuncts), CONJUNCTS),
    "first conjunct": (lambda token: syntax.first_conjunct(token).text, FIRST_CONJUNCTS),
    "clause": (lambda token: syntax.clause_of(token).text, CLAUSES),
    "subjects": (tokens_of(syntax.subjects), SUBJECTS),
    "objects": (tokens_of(syntax.objects), OBJECTS),
    "agents": (tokens_of(syntax.agents), AGENTS),
    "objects of prepositions": (
        tokens_of(lambda verb: syntax.prepositional_objects(verb, frozenset({"with", "for"}))),
        OBJECTS_OF_WITH_AND_FOR,
    ),
    "owners": (tokens_of(syntax.owners), OWNERS),
}
CASES = [
    pytest.param(question, *line.split("|"), id=f"{label}: {line}")
    for label, (question, table) in QUESTIONS.items()
    for line in table.strip("\n").splitlines()
]


def bracketed(nlp: Language, sentence: str) -> Token:
    """The token that stands in brackets in the sentence, parsed without the brackets."""
    sentence = sentence.strip()
    start = sentence.index("[")
    doc = nlp(sentence.replace("[", "").replace("]", ""))
    return next(token for token in doc if token.idx == start)


@pytest.mark.parametrize(("question", "expected", "sentence"), CASES)
def test_question(
    nlp: Language, question: Callable[[Token], str], expected: str, sentence: str
) -> None:
    assert question(bracketed(nlp, sentence)) == expected.strip()


@pytest.mark.parametrize(
    ("passive", "sentence"),
    [
        (True, "Spain was [met] with silence."),
        (True, "The rebels [backed] by Spain have left."),
        (True, "The envoy has been [praised]."),
        (False, "Spain [met] the envoy."),
        (False, "Spain has [met] the envoy."),
    ],
)
def test_is_passive(nlp: Language, *, passive: bool, sentence: str) -> None:
    assert syntax.is_passive(bracketed(nlp, sentence)) is passive


@pytest.mark.parametrize(
    ("negated", "sentence"),
    [
        (True, "Spain has not [met] the envoy."),
        (True, "Spain never [supported] the rebels."),
        (True, "Nobody [supported] Spain."),
        (True, "No country [supported] Spain."),
        (True, "Spain [made] no promise."),
        (False, "Spain [supported] the rebels."),
        (False, "Spain [supported] the rebels that did not flee."),
    ],
)
def test_is_negated(nlp: Language, *, negated: bool, sentence: str) -> None:
    assert syntax.is_negated(bracketed(nlp, sentence)) is negated


@pytest.mark.parametrize(
    ("verb", "sentence"),
    [
        (True, "Spain has [met] the envoy."),
        (True, "Spain [is] a friend."),
        (False, "Spain [has] met the envoy."),
        (False, "Spain met the [envoy]."),
    ],
)
def test_is_verb(nlp: Language, *, verb: bool, sentence: str) -> None:
    assert syntax.is_verb(bracketed(nlp, sentence)) is verb


def test_finite_verb_without_subject_takes_the_noun_phrase_before_it() -> None:
    doc = Doc(
        VOCAB,
        words=["the", "council", "(", "PC", ")", "has", "met"],
        pos=["DET", "NOUN", "PUNCT", "PROPN", "PUNCT", "AUX", "VERB"],
        tags=["DT", "NN", "-LRB-", "NNP", "-RRB-", "VBZ", "VBN"],
        heads=[1, 6, 1, 1, 1, 6, 6],
        deps=["det", "dep", "punct", "appos", "punct", "aux", "ROOT"],
    )
    assert syntax.subjects(doc[6]) == [doc[1]]


def test_noun_phrase_before_an_imperative_is_not_its_subject() -> None:
    doc = Doc(
        VOCAB,
        words=["Today", "leave"],
        pos=["NOUN", "VERB"],
        tags=["NN", "VB"],
        heads=[1, 1],
        deps=["npadvmod", "ROOT"],
    )
    assert syntax.subjects(doc[1]) == []


def test_sentence_number_counts_from_zero(nlp: Language) -> None:
    assert syntax.sentence_number(nlp("He left. She stayed.")) == [0, 0, 0, 1, 1, 1]
