"""Hedges: which words mark a clause as unsure, and how far they reach.

The word in question is in brackets; before it stands the cue that hedges it, "-" if it is stated.
"""

import pytest
from spacy.language import Language
from spacy.tokens import Token

from readout.hedges import hedge_over, is_denied, own_hedge

STATED = """
-           Spain [armed] the rebels.
-           Spain has [armed] the rebels.
-           Spain said that France had [armed] the rebels.
-           Spain can [see] the rebels.
"""

AUXILIARIES = """
may         Spain may [arm] the rebels.
might       Spain might have [armed] the rebels.
could       The rebels could be [armed] by Spain.
will        Spain will [arm] the rebels.
would       He said Spain would [arm] the rebels.
may         Spain may arm the [rebels].
may         The [rebels] may be armed.
"""

RELATIVE_CLAUSES_STAND_ALONE = """
-           Spain, which [armed] the rebels, may leave.
may         Spain, which armed the rebels, may [leave].
-           Spain may help the rebels who [fled].
may         The rebels, who may have [fled], were armed by Spain.
-           The rebels, who may have fled, were [armed] by Spain.
"""

ADVERBIAL_CLAUSES_STAND_ALONE = """
-           Spain may leave because France [armed] the rebels.
-           After it [armed] the rebels, Spain may leave.
may         Spain, because it armed the rebels, may [leave].
"""

COORDINATED_VERBS = """
may         Spain may leave and [join] the bloc.
-           France may leave, and Spain [armed] the rebels.
-           Spain armed the rebels and France [left].
"""

GOVERNING_VERBS = """
seeks       Spain seeks to [arm] the rebels.
plans       Spain plans to [arm] the rebels.
trying      Spain has been trying to [arm] the rebels.
believe     Analysts believe that Spain has [armed] the rebels.
suggests    The letter suggests that Spain [armed] the rebels.
appears     Spain appears to have [armed] the rebels.
-           Spain [seeks] to arm the rebels.
-           [Spain] seeks to arm the rebels.
-           Spain began to [arm] the rebels.
-           Spain managed to [arm] the rebels.
"""

CLAIMS = """
alleged     France alleged that Spain had [armed] the rebels.
claims      France claims that Spain [armed] the rebels.
accused     France accused Spain of [arming] the rebels.
-           France [accused] Spain of arming the rebels.
-           France announced that Spain had [armed] the rebels.
"""

ADVERBS = """
reportedly  Spain reportedly [armed] the rebels.
probably    Spain has probably [armed] the rebels.
perhaps     Spain is perhaps an [ally] of the rebels.
-           Spain openly [armed] the rebels.
"""

ADJECTIVES = """
possible    Spain is a possible [ally] of the rebels.
likely      Spain is likely to [arm] the rebels.
likely      An [attack] on the rebels is likely.
expected    Spain is expected to [arm] the rebels.
-           Spain is a close [ally] of the rebels.
-           Spain was glad to [arm] the rebels.
"""

NOUNS = """
prospect    France fears the prospect of [war].
hope        Spain's hope of a [treaty] has gone.
-           Spain dropped its [plan] to arm the rebels.
-           Spain has lost the fruits of [war].
-           Spain has the right to [arm] the rebels.
"""

CONDITIONS = """
If          If Spain [arms] the rebels, France leaves.
unless      Spain leaves unless France [arms] the rebels.
-           Spain left when France [armed] the rebels.
"""

PLANS_IN_INFINITIVES = """
to          Minister to [visit] Spain
is          The envoy is to [visit] Spain.
was         The envoy was to [visit] Spain.
-           The envoy went home to [visit] his mother.
-           The envoy [visits] Spain
"""

CLASSES = {
    "stated": STATED,
    "auxiliary": AUXILIARIES,
    "relative clause": RELATIVE_CLAUSES_STAND_ALONE,
    "adverbial clause": ADVERBIAL_CLAUSES_STAND_ALONE,
    "coordination": COORDINATED_VERBS,
    "governing verb": GOVERNING_VERBS,
    "claim": CLAIMS,
    "adverb": ADVERBS,
    "adjective": ADJECTIVES,
    "noun": NOUNS,
    "condition": CONDITIONS,
    "infinitive": PLANS_IN_INFINITIVES,
}
CASES = [
    pytest.param(*line.split(maxsplit=1), id=f"{label}: {line}")
    for label, table in CLASSES.items()
    for line in table.strip().splitlines()
]


def bracketed(nlp: Language, sentence: str) -> Token:
    """The token that stands in brackets in the sentence, parsed without the brackets."""
    start = sentence.index("[")
    doc = nlp(sentence.replace("[", "").replace("]", ""))
    return next(token for token in doc if token.idx == start)


@pytest.mark.parametrize(("cue", "sentence"), CASES)
def test_hedge_over_a_word(nlp: Language, cue: str, sentence: str) -> None:
    found = hedge_over(bracketed(nlp, sentence))
    assert (found.text if found else "-") == cue


@pytest.mark.parametrize(
    ("cue", "sentence"),
    [
        ("possible", "Spain may lose a possible [ally]."),
        ("-", "Spain may lose an [ally]."),
        ("-", "Spain probably has [friends]."),
    ],
)
def test_own_hedge_looks_at_the_words_own_modifiers_only(
    nlp: Language, cue: str, sentence: str
) -> None:
    found = own_hedge(bracketed(nlp, sentence))
    assert (found.text if found else "-") == cue


@pytest.mark.parametrize(
    "sentence",
    [
        "Spain has not [armed] the rebels.",
        "Spain never [armed] the rebels.",
        "Nobody [armed] the rebels.",
        "No country [armed] the rebels.",
        "Spain did not want to [arm] the rebels.",
        "Spain did not say that France had [armed] the rebels.",
        "Spain denies that it [armed] the rebels.",
        "Spain denied [arming] the rebels.",
        "Spain refused to [arm] the rebels.",
        "Spain stopped [arming] the rebels.",
        "Spain has no plan to [arm] the rebels.",
        "Spain is not an [ally] of the rebels.",
    ],
)
def test_denied(nlp: Language, sentence: str) -> None:
    assert is_denied(bracketed(nlp, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Spain [armed] the rebels.",
        "Spain, which does not like France, [armed] the rebels.",
        "Spain [armed] the rebels, who did not flee.",
        "Spain [armed] the rebels because France did not.",
        "France did not leave when Spain [armed] the rebels.",
        "Spain will [arm] the rebels no later than Friday.",
        "Spain said that it would [arm] the rebels.",
    ],
)
def test_not_denied(nlp: Language, sentence: str) -> None:
    assert not is_denied(bracketed(nlp, sentence))
