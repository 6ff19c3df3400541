"""Where a sentence cannot start, and where it must: rules of punctuation for spaCy's parser.

The parser finds sentences by their syntax. It errs where syntax helps little: it makes a closing
quotation mark a sentence of its own, breaks after "..." or a bracket in mid-sentence, and between
"Lt.-Gen." and the name. What punctuation rules out is forbidden beforehand, the rest is left to the
parser.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc

START, OPEN, NO_START = 1, 0, -1  # spaCy's values of SENT_START; the parser decides what is open

_STOPS = frozenset(". ! ?".split())
_TERMINALS = _STOPS | frozenset("… ... .. : * |".split())
_QUOTES = frozenset("\" ' '' ` `` “ ” „ « » ‘ ’".split())
_OPENING_QUOTES = frozenset("` `` “ „ « ‘".split())
_CLOSING_BRACKETS = frozenset(") ] }".split())
_OPENING_BRACKETS = frozenset("( [ { - – — --".split())
_NEVER_FIRST = frozenset(", ; : . ! ? … % ) ] }".split())
_BEFORE_NAMES = frozenset(
    "adm amb brig capt cmdr col cpl det dr fr gen gov hon insp lt maj messrs mr mrs ms pres prof "
    "pvt rep rev sen sgt st supt vs".split()
)
_BEFORE_NUMBERS = frozenset("art no nos p para pp sec".split())
_PARTICLES = frozenset("abu al ben bin da de del della den der di du el ibn la le van von".split())
_OPENERS = frozenset(
    "After An And As At But For He His However If In It Its On She Some That The Their There These "
    "They This Those We When While".split()
)


def set_sentence_starts(doc: "Doc", starts: Sequence[int] | np.ndarray) -> None:
    """Set START, OPEN or NO_START for each token, all at once.

    `Token.is_sent_start = ...` would look through the whole `Doc` for each token.

    >>> import spacy
    >>> doc = spacy.blank("en")("Roe left Poe left")
    >>> set_sentence_starts(doc, [START, NO_START, START, NO_START])
    >>> [sentence.text for sentence in doc.sents]
    ['Roe left', 'Poe left']
    """
    column = np.asarray(starts, dtype=np.int64).view(np.uint64)
    doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]  # what to_array gives


def preset_sentence_starts(doc: "Doc") -> "Doc":
    """Decide on sentence starts where punctuation leaves no choice; what is decided already stays.

    A spaCy pipeline component that goes before the parser; returns the `Doc` that it was given.

    >>> import spacy
    >>> doc = preset_sentence_starts(spacy.blank("en")("Roe left, he said."))
    >>> [token.is_sent_start for token in doc]
    [True, False, False, False, False, False]
    """
    table = doc.to_array(["SENT_START", "IS_SPACE", "IDX", "LENGTH"]).view(np.int64)
    positions = np.flatnonzero(table[:, 1] == 0)
    starts, _, offsets, lengths = table[positions].T
    ends = offsets + lengths
    words = _Words(
        texts=[doc[position].text for position in positions.tolist()],
        spaced=[*(offsets[1:] > ends[:-1]).tolist(), False],
        starts=starts.tolist(),
    )
    decided = np.full(len(doc), NO_START)
    decided[positions] = [known or words.start(i) for i, known in enumerate(words.starts)]
    set_sentence_starts(doc, decided)
    return doc


@dataclass(frozen=True, slots=True)
class _Words:
    """The tokens that are not white space, as plain lists, because they are read very often."""

    texts: list[str]
    spaced: list[bool]  # whether white space follows
    starts: list[int]

    def start(self, index: int) -> int:
        """START or NO_START where punctuation decides about a word, else OPEN."""
        text = self.texts[index]
        if text.islower() and not self.is_particle(index):
            return NO_START
        if index == 0 or text in _NEVER_FIRST or self.closes(index) or self.opens(index - 1):
            return NO_START
        last = index - 1
        while last > 0 and (self.texts[last] in _CLOSING_BRACKETS or self.closes(last)):
            last -= 1
        if last == 0 or self.starts[last] == START:
            return NO_START  # "U.S." or a bullet is no sentence
        if self.texts[last] in _TERMINALS:
            return self.start_after_terminal(index, last)
        if self.texts[last].endswith("."):
            alone = self.texts[last - 1] in _STOPS  # "It lost. U.S. envoys left."
            return NO_START if alone or self.is_before_name(index, last) else OPEN
        next_quotation = last < index - 1 and text in _QUOTES
        unmarked_end = text in _OPENERS and self.texts[index - 1][-1].isalnum()
        return OPEN if next_quotation or unmarked_end else NO_START

    def start_after_terminal(self, index: int, last: int) -> int:
        """As `start`, for a word behind the full stop or the like at `last`."""
        mark = self.texts[last]
        if mark == "." and not self.spaced[last - 1]:
            shortened = self.texts[last - 1].lower().rpartition("-")[2]
            if shortened in _BEFORE_NAMES:
                return NO_START
            if shortened in _BEFORE_NUMBERS and self.texts[index][0].isdigit():
                return NO_START
        quotes = last == index - 1 and self.opens(index) and index + 1 < len(self.texts)
        starts = mark in _STOPS and quotes and self.texts[index + 1][0].isupper()
        return START if starts else OPEN

    def closes(self, index: int) -> bool:
        """Whether a word is a quotation mark behind what it quotes: no white space before it."""
        if self.texts[index] not in _QUOTES or index == 0:
            return False
        return not (self.spaced[index - 1] or self.texts[index - 1] in _OPENING_BRACKETS)

    def opens(self, index: int) -> bool:
        """Whether a word is a quotation mark before what it quotes: no white space behind it."""
        if self.texts[index] not in _QUOTES:
            return False
        if self.texts[index] in _OPENING_QUOTES:
            return True
        return not (self.spaced[index] or self.closes(index))

    def is_particle(self, index: int) -> bool:
        """Whether a name goes on from a word in lower case: "al-Qaida", "bin Laden"."""
        following = self.texts[index + 1 : index + 3]
        if following[:1] == ["-"]:
            return len(following) > 1 and following[1][0].isupper()
        return self.texts[index] in _PARTICLES and bool(following) and following[0][0].isupper()

    def is_before_name(self, index: int, last: int) -> bool:
        """Whether a name has to follow the abbreviation at `last`: "Gen.", an initial."""
        bare = self.texts[last][:-1]
        is_initial = len(bare) == 1 and bare.isupper() and self.texts[index] not in _OPENERS
        return is_initial or bare.lower().rpartition("-")[2] in _BEFORE_NAMES
