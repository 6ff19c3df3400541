"""Phrases that look like date expressions and are none.

"every Friday" is a frequency, "for two days before" a duration, "2011 people" a count, "Resolution
1973" a number, "Theresa May" a person, "17 February Revolution" a name, "may" a verb. The words of
a date expression are tested here against the words and the parse round them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from readout.date_patterns import MONTHS, Phrase
from readout.date_words import words_with

FREQUENCY = frozenset("every each per any alternate most many some no".split())
TIMES = frozenset("once twice times".split())
# What stands before a count of things: "about 2000 soldiers".
APPROXIMATE = frozenset(
    "about around some over than nearly almost least only approximately".split()
)
EXTENT = frozenset("for over throughout".split())
BEFORE_DURATIONS = frozenset("for in within another".split())
UNBOUNDED = frozenset({"more than", "over", "at least"})
BEFORE_YEARS = frozenset(
    "in since until till during from before after the a this its his her their 's ’s".split()
)
# After these a month is a month, after the others it may still be a name: "in May", "by May".
MONTH_PREPOSITIONS = frozenset("in since until till during mid last next".split())
BEFORE_MONTHS = MONTH_PREPOSITIONS | frozenset(
    "by of from to for between and or through before after around about early late this the a its "
    "his their 's ’s - – on".split()
)
PERSONS_OR_VERBS = frozenset("march april may june july august".split())
BEFORE_SEASONS = frozenset("in by since until during from before after through over".split())
POSSESSIVES = frozenset("the its his her their our my your 's ’s".split())


@dataclass(frozen=True)
class _Candidate:
    """A phrase with its tokens and the words before and after it, white space apart."""

    phrase: Phrase
    words: Span
    before: Token | None
    after: Token | None

    @property
    def previous(self) -> str:
        return "" if self.before is None else self.before.lower_

    @property
    def following(self) -> str:
        return "" if self.after is None else self.after.lower_


def is_lookalike(phrase: Phrase, words: Span) -> bool:
    """Whether a phrase, of which `words` are the tokens, is no date expression.

    >>> from readout.date_patterns import find_phrases
    >>> year = find_phrases("2011")[0]
    >>> is_lookalike(year, nlp("It cost 2011 dollars.")[2:3])
    True
    >>> is_lookalike(year, nlp("She left in 2011.")[3:4])
    False
    """
    candidate = _Candidate(phrase, words, _neighbour(words, -1), _neighbour(words, 1))
    if candidate.previous in FREQUENCY or _names_something(candidate):
        return True
    test = _TESTS.get(phrase.kind)
    return test is not None and test(candidate)


def _neighbour(words: Span, step: int) -> Token | None:
    index = words.start - 1 if step < 0 else words.end
    while 0 <= index < len(words.doc):
        if not words.doc[index].is_space:
            return words.doc[index]
        index += step
    return None


def _is_name(word: Token | None) -> bool:
    return word is not None and word.pos_ == "PROPN" and word.shape_.startswith("X")


def _names_something(candidate: _Candidate) -> bool:
    """Whether a name goes on: "17 February Revolution", "Sunday Times"."""
    after = candidate.after
    return (
        after is not None
        and after.shape_.startswith("X")
        and after.lower_ in words_with("namesake")
    )


def _is_any_weekday(candidate: _Candidate) -> bool:
    """Whether it is "on a Friday", or "Bloody Sunday"; "a Friday vote" has one day."""
    if candidate.previous in words_with("named_weekday"):
        return True
    words = candidate.words
    return candidate.previous in ("a", "an", "one") and words.root.head.i < words.end


def _is_no_month(candidate: _Candidate) -> bool:
    words, phrase, previous = candidate.words, candidate.phrase, candidate.previous
    name = phrase.words["month"]
    if "year" in phrase.words or "whose_year" in phrase.words:
        return False
    if name.rstrip(".") not in MONTHS:  # "Jan" alone is a person
        return True
    if len(words) > 1 or previous in MONTH_PREPOSITIONS:
        return False
    if words[0].tag_ == "MD" or words[0].pos_ == "VERB" or _is_name(candidate.before):
        return True
    return name in PERSONS_OR_VERBS and _is_person_or_march(candidate)


def _is_person_or_march(candidate: _Candidate) -> bool:
    """Whether it is like "said May", "and June Park", "the March on the capital"."""
    if candidate.previous not in BEFORE_MONTHS:
        return True
    if candidate.previous == "and" and _is_name(candidate.after):
        return True
    is_march = candidate.phrase.words["month"] == "march"
    return is_march and candidate.following in ("on", "for", "against")


def _is_number(candidate: _Candidate) -> bool:
    """Whether a bare number of four digits counts or numbers something."""
    before, after = candidate.before, candidate.after
    if len(candidate.words) > 1:  # "early 2011", "2011-2014"
        return False
    if before is not None and (before.is_digit or _is_name(before) or _numbers_or_counts(before)):
        return True
    if after is not None and (after.is_digit or after.lower_ in words_with("measure")):
        return True
    if candidate.previous != "the" and _is_model_year(candidate.words):
        return True
    return (
        _is_counted(after)
        and candidate.previous not in BEFORE_YEARS
        and not _follows_year(candidate.words)
    )


def _numbers_or_counts(before: Token) -> bool:
    return before.lower_ in APPROXIMATE or before.lower_ in words_with("numbered")


def _is_counted(after: Token | None) -> bool:
    return after is not None and (
        after.tag_ in ("NNS", "NNPS") or after.lower_ in words_with("casualty")
    )


def _follows_year(words: Span) -> bool:
    """Whether it is the second year in "the 2018 and 2022 elections"."""
    return words.start >= 2 and words.doc[words.start - 2].shape_ == "dddd"


def _is_model_year(words: Span) -> bool:
    """Whether it is "his 1987 Chevrolet Cavalier", so far as spaCy knows products."""
    return any(word.ent_type_ == "PRODUCT" for word in words.doc[words.end : words.end + 2])


def _is_no_season(candidate: _Candidate) -> bool:
    return "bare_season" in candidate.phrase.words and candidate.previous not in BEFORE_SEASONS


def _is_other_holiday(candidate: _Candidate) -> bool:
    """Whether it is "Orthodox Christmas", which has another day, or "Christmas trees"."""
    bare = not candidate.phrase.words["holiday"].endswith((" day", " eve"))
    is_modifier = bare and candidate.words[-1].dep_ == "compound"
    return is_modifier or candidate.previous in words_with("rite")


def _is_no_neighbour(candidate: _Candidate) -> bool:
    """Whether it is "later in the day before returning" or "said that day labourers left"."""
    if "that" in candidate.phrase.words:
        return candidate.words[0].tag_ not in ("DT", "RB", "RBR")
    return "way" in candidate.phrase.words and candidate.previous == "in"


def _is_no_rolling_span(candidate: _Candidate) -> bool:
    """Whether it is vague ("the coming years"), or says how often or how long, and not when.

    "in the past two years" says when; "for", "over", "each of", "six of the past two years" do not.
    """
    unit, words = candidate.phrase.words["unit"], candidate.words
    if "count" not in candidate.phrase.words and (unit == "day" or unit.endswith("s")):
        return True
    if candidate.previous == "of":
        part = words.doc[max(0, words.start - 2)]
        return part.lower_ in FREQUENCY or part.like_num
    return candidate.previous in EXTENT


def _is_somebodys_unit(candidate: _Candidate) -> bool:
    """Whether it is "his last year in office" or "the last week of May"."""
    which = candidate.phrase.words.get("which")
    return which in ("last", "next") and candidate.previous in POSSESSIVES


def _is_no_named_day(candidate: _Candidate) -> bool:
    """Whether it is "an overnight stay", "Russia Today", "today's youth" or "today's Libya"."""
    words, after = candidate.words, candidate.after
    if candidate.previous in ("a", "an") or (words[0].is_title and _is_name(candidate.before)):
        return True
    if words[0].lower_ != "today" or after is None or after.lower_ not in ("'s", "’s"):
        return False
    owned = _neighbour(words.doc[words.start : after.i + 1], 1)
    return owned is not None and (_is_name(owned) or owned.lower_ in words_with("age"))


def _is_unbounded(candidate: _Candidate) -> bool:
    """Whether it is "more than two decades ago", which may be any of ten years and more."""
    words = candidate.phrase.words
    return words["unit"].startswith("decade") and words.get("bound") in UNBOUNDED


def _is_duration(candidate: _Candidate) -> bool:
    """Whether it is "for two days before", "three times a week after"."""
    before = candidate.before
    if before is None:
        return False
    if candidate.phrase.words["count"] in ("a", "an") and (
        before.lower_ in TIMES or before.lower_ in words_with("measure")
    ):
        return True
    lasts = before.lower_ in BEFORE_DURATIONS or before.lemma_ in words_with("lasting")
    return lasts or before.like_num


_TESTS: Mapping[str, Callable[[_Candidate], bool]] = {
    "weekday": _is_any_weekday,
    "month": _is_no_month,
    "year": _is_number,
    "season": _is_no_season,
    "holiday": _is_other_holiday,
    "neighbour": _is_no_neighbour,
    "rolling": _is_no_rolling_span,
    "calendar_unit": _is_somebodys_unit,
    "named_day": _is_no_named_day,
    "ago": _is_unbounded,
    "distance": _is_duration,
}
