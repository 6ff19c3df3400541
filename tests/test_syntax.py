"""Who does what to whom: one table of sentences for each question to a dependency parse.

The word in question is in brackets; what the question should give stands before the bar. Sentences
are parsed by the model; verbs that the parser leaves without a subject are built by hand.
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
plan               | Spain praised the plan [drafted] by Qatar.
She                | She was the first minister to [visit] Spain.
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
        (False, "Having [left] Spain, the envoy said nothing."),
    ],
)
def test_is_passive(nlp: Language, *, passive: bool, sentence: str) -> None:
    assert syntax.is_passive(bracketed(nlp, sentence)) is passive


@pytest.mark.parametrize(
    ("negated", "sentence"),
    [
        (True, "Spain has not [met] the envoy."),
        (True, "Spain never [supported] the rebels."),
        (True, "Spain hardly [supported] the rebels."),
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


def phrase_then_verb(phrase: list[tuple[str, str, str, int]], verb_tag: str = "VBD") -> Token:
    """A verb without a subject in the parse, after words given as (word, pos, dep, head)."""
    words, parts, deps, heads = zip(*phrase, strict=True)
    last = len(words)
    doc = Doc(
        VOCAB,
        words=[*words, "left"],
        pos=[*parts, "VERB"],
        tags=[*["NN"] * last, verb_tag],
        heads=[*heads, last],
        deps=[*deps, "ROOT"],
        ents=["B-DATE" if word == "Friday" else "O" for word in [*words, "left"]],
    )
    return doc[last]


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        (phrase_then_verb([("council", "NOUN", "dep", 1)]), ["council"]),
        (phrase_then_verb([("council", "NOUN", "dep", 1)], verb_tag="VB"), []),
        (phrase_then_verb([("Friday", "PROPN", "dep", 1)]), []),
        (phrase_then_verb([("often", "ADV", "dep", 1)]), []),
        (
            phrase_then_verb(
                [
                    ("head", "NOUN", "dep", 3),
                    ("of", "ADP", "prep", 0),
                    ("council", "NOUN", "pobj", 1),
                ]
            ),
            ["head"],
        ),
        (
            phrase_then_verb(
                [
                    ("council", "NOUN", "dep", 4),
                    ("(", "PUNCT", "punct", 0),
                    ("PC", "PROPN", "appos", 0),
                    (")", "PUNCT", "punct", 0),
                ]
            ),
            ["council"],
        ),
    ],
    ids=["noun", "imperative", "date", "adverb", "of-phrase", "brackets"],
)
def test_verb_that_the_parser_left_without_subject(verb: Token, expected: list[str]) -> None:
    assert [subject.text for subject in syntax.subjects(verb)] == expected


def test_sentence_number_counts_from_zero(nlp: Language) -> None:
    assert syntax.sentence_number(nlp("He left. She stayed.")) == [0, 0, 0, 1, 1, 1]


def test_tokens_with_a_value_come_in_text_order(nlp: Language) -> None:
    doc = nlp("She said that he had said it.")

    found = syntax.tokens_with(doc, "LOWER", frozenset({"said", "she", "never"}))

    assert [(token.i, token.text) for token in found] == [(0, "She"), (1, "said"), (5, "said")]


def test_tokens_with_a_part_of_speech(nlp: Language) -> None:
    found = syntax.tokens_with(nlp("France met Spain."), "POS", frozenset({"PROPN"}))

    assert [token.text for token in found] == ["France", "Spain"]
