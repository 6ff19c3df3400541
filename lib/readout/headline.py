"""Headline, picture caption and first sentence that run together on one line.

Text exports often lose the line ends at the top of a page: "Minister to visit Oreland Jane Roe will
try to end the crisis, her office says Foreign Minister Jane Roe is to ...". A new sentence without
a full stop before it is cut off only where there is evidence: journalists do not give a full name
twice in one sentence, and do not write "The" with a capital inside one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from readout import lexicon
from readout.furniture import has_finite_word

_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[a-z\d)][.!?][\"'”’]?(?=\s|\Z)")
_FARTHEST = 600  # characters that headline, caption and the beginning of the lead may take
_LONGEST_PIECE = 40  # words of a headline or a caption
_LONGEST_TITLE = 5  # words in front of a name: "Deputy Secretary of State"
_NEAR = 5  # words between a subject's first name and its verb
_MOST_CAPITALS = 0.8  # of the words in running text; headlines in title case have more

_OPENERS = frozenset(
    "After But He Her His However In It Its On She Some That The Their There These They This Those "
    "We When While".split()
)
_LINKS = frozenset(
    "a about after against al an and are as at be been before between bin but by de for from had "
    "has have he her his in into is its let nor of on or over says than that the their to under "
    "van von was were when where which while who whom whose will with".split()
)
_ATTRIBUTION = re.compile(r",\s(?:the\s)?[^,.]{2,60}\s(?:says|said|say)\Z")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        """The word without a possessive ending and the punctuation after it."""
        return re.sub(r"(?:['’]s)?[^\w]*\Z", "", self.text)


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Offsets in text[start:end] at which a new sentence starts without a mark before it.

    At most two: after a headline, and after a caption. Empty if there is no evidence of any.

    >>> line = "Minister flies home Jane Roe and Al Poe fly home The talks are over."
    >>> [line[offset:][:9] for offset in sentence_starts(line, 0, len(line))]
    ['The talks']
    """
    words = _words(text, start, end)
    starts: list[int] = []
    if words and not _is_title_case(words):
        candidates = sorted({*_before_repeated_names(text, words), *_before_openers(text, words)})
        for index in candidates:
            piece = index - (starts[-1] if starts else 0)
            if 2 < piece <= _LONGEST_PIECE and len(starts) < 2:
                starts.append(index)
    return [words[index].start for index in starts]


def _words(text: str, start: int, end: int) -> list[_Word]:
    """The words up to the first full stop."""
    limit = min(end, start + _FARTHEST)
    stop = _SENTENCE_END.search(text, start, limit)
    limit = stop.end() if stop else limit
    return [_Word(match.group(), *match.span()) for match in _WORD.finditer(text, start, limit)]


def _is_title_case(words: Sequence[_Word]) -> bool:
    long = [word.text for word in words if len(word.text) > 3]
    return sum(not word[0].islower() for word in long) > _MOST_CAPITALS * len(long)


def _before_openers(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Indexes of words like "The" with a capital that do not follow the end of a sentence."""
    for index in range(1, len(words) - 1):
        if words[index].text in _OPENERS and words[index - 1].text[-1].isalnum():
            if words[index + 1].text[0].islower():
                yield index
            elif words[index].text == "The" and _ends_sentence(text, words, index):
                is_name = f"The {words[index + 1].bare}" in _names_with_article()
                if not is_name and _has_verb_near(words, index):
                    yield index


def _has_verb_near(words: Sequence[_Word], index: int) -> bool:
    return has_finite_word(" ".join(word.text for word in words[index + 2 : index + 2 + _NEAR]))


def _before_repeated_names(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Indexes of the words that open a sentence whose subject has been named before."""
    full_names: set[tuple[str, str]] = set()
    surnames: set[str] = set()
    for index, (first, last) in enumerate(pairwise(words)):
        name = (first.bare, last.bare)
        if _is_full_name(first, last):
            known = lexicon.given_name_gender(first.bare) and last.bare in surnames
            if (name in full_names or known) and _is_subject(words, index + 2):
                opener = _first_of_title(words, index)
                titled = opener < index or words[opener - 1].text[0].isupper()
                if opener and (titled or not known) and _ends_sentence(text, words, opener):
                    yield opener
            full_names.add(name)
        if first.text == first.bare:
            surnames.add(first.text)


def _is_full_name(first: _Word, last: _Word) -> bool:
    capitalised = first.text[0].isupper() and any(letter.isupper() for letter in last.bare)
    return (
        capitalised
        and first.text == first.bare
        and not first.text.isupper()
        and (first.bare, last.bare) not in _pairs_in_known_names()
    )


def _is_subject(words: Sequence[_Word], after_name: int) -> bool:
    """Whether a verb may follow the name: a word in lower case that is no preposition."""
    if words[after_name - 1].text != words[after_name - 1].bare or after_name >= len(words):
        return False
    following = words[after_name].text
    prepositions = _LINKS - {"are", "had", "has", "have", "is", "says", "was", "were", "will"}
    return following.islower() and following not in prepositions


def _first_of_title(words: Sequence[_Word], name: int) -> int:
    """The index of the first word of "US Secretary of State" in front of the name at `name`."""
    first = name
    while longest := _title_length(words, first):
        first -= longest
    if first < name:
        first -= _modifier_length(words, first)
    return first


def _title_length(words: Sequence[_Word], end: int) -> int:
    for length in range(min(_LONGEST_TITLE, end), 0, -1):
        phrase = " ".join(word.text for word in words[end - length : end])
        if phrase[0].isupper() and phrase.lower().replace(".", "") in lexicon.titles():
            return length
    return 0


def _modifier_length(words: Sequence[_Word], end: int) -> int:
    for length in range(min(4, end), 0, -1):
        if " ".join(word.text for word in words[end - length : end]) in _modifiers():
            return length
    return 0


def _ends_sentence(text: str, words: Sequence[_Word], opener: int) -> bool:
    """Whether the words before `opener` may end a sentence."""
    last = words[opener - 1]
    if not last.text[-1].isalnum():
        return False
    if last.text[0].isupper():
        return True
    if last.text in {"says", "said", "say"}:
        return _ATTRIBUTION.search(text, words[0].start, last.end) is not None
    return last.text not in _LINKS and last.text not in lexicon.reporting_verbs()


@cache
def _pairs_in_known_names() -> frozenset[tuple[str, str]]:
    """Neighbours in names like "Security Council", which one sentence may well repeat."""
    names = (name.split() for actor in lexicon.known_actors() for name in actor.names)
    return frozenset(pair for words in names for pair in pairwise(words))


@cache
def _modifiers() -> frozenset[str]:
    """What stands before a title: "French", "US", "Arab League", but no "France"."""
    names = {
        name
        for actor in lexicon.known_actors()
        for name in (actor.acronyms if actor.type == "state" else actor.names)
    }
    demonyms = {word.title() for word in lexicon.demonyms()}
    return frozenset(names | demonyms)


@cache
def _names_with_article() -> frozenset[str]:
    """First words of "The Hague", "The Gambia", "The New York Times"."""
    actors = (name for actor in lexicon.known_actors() for name in actor.names)
    names = [*actors, *lexicon.capitals(), *lexicon.cities(), *lexicon.media_names()]
    return frozenset(" ".join(name.split()[:2]) for name in names if name.startswith("The "))
