"""Whether the clause round a word speaks of what was or of what is to come.

English news gives most days without week or year: "on Tuesday", "in March", "on 3 May". Which
Tuesday is meant, the verb tells: "met on Tuesday" is over, "will meet on Tuesday" is not, and
"plans to meet", "is meeting" and "a meeting scheduled for Tuesday" lie ahead as well.
"""

from typing import Literal

from spacy.tokens import Span, Token

from readout.date_words import words_with
from readout.syntax import is_verb, own_subjects

Tense = Literal["past", "present", "future", "open", "none"]

MODALS = frozenset("will wo 'll would 'd shall should may might could can ca must ought".split())
HAVE = frozenset("have has had 've having".split())
WILL = frozenset("will wo 'll would 'd shall".split())
PRESENT_PERFECT = frozenset("have has 've".split())
AWAITING = frozenset("once when after until till before if unless".split())
PRESENT_BE = frozenset("is are am 's 're 'm".split())
DEFERRED_TO = frozenset({"until", "till", "to", "for"})
# Where an infinitive tells an aim: "wants to meet", "a decision to meet", "is to meet".
AIMED = frozenset({"xcomp", "ccomp", "acl", "relcl", "pcomp", "ROOT"})
ORDINALS = frozenset({"first", "second", "third", "last", "latest", "only"})
MESSAGES = frozenset("announcement call comment declaration remark speech statement".split())
THINGS = frozenset({"it", "this", "that", "which"})
BEFORE_A_DATE = frozenset("on late early earlier later also".split())


def tense_of(expression: Span) -> Tense:
    """The tense of the clause that a date expression belongs to.

    Returns "past", "future" (also for what is planned), "present" for a programme ("the summit
    opens on Friday"), "open" for what was planned when something happened ("the vote scheduled for
    Friday was put off"), and "none" where no verb tells: in headings, in noun phrases under a
    present tense, and in captions ("Velt greets Marn on Friday").

    >>> tense_of(nlp("Jane Roe left on Friday.")[4:5])
    'past'
    >>> tense_of(nlp("She will leave on Friday.")[4:5])
    'future'
    """
    beside = _tense_before(expression)
    if beside is not None:
        return beside
    word, preposition, noun = expression.root, "", None
    while not _heads_clause(word):
        if word.head.i == word.i:
            return "none"
        if word.pos_ in ("ADP", "SCONJ"):
            preposition = preposition or word.lower_
        elif not expression.start <= word.i < expression.end and word.pos_ in ("NOUN", "PROPN"):
            noun = word
            if any(child.lower_ in words_with("planned") for child in word.lefts):
                return "future"
        word = word.head
    is_later = word.i < expression.start
    tense = _tense_of_verb(word, preposition if is_later else "")
    return _tense_in_noun_phrase(tense, noun, expression) if noun is not None else tense


def dates_the_news(expression: Span) -> bool:
    """Whether a "day after" only says what the news of the report followed, or is to precede.

    >>> dates_the_news(nlp("The visit came a day after Roe left.")[3:6])
    True
    >>> dates_the_news(nlp("Jane Roe left a day after Poe came.")[3:6])
    False
    """
    before, mark = expression.doc[max(0, expression.start - 1)], expression[-1]
    if before.lemma_.lower() in MESSAGES and before.dep_ == "dobj":  # "made his announcement"
        return before.head.tag_ == "VBD"
    if before.lemma_ != "come" or not is_verb(before):
        return False
    things = [s for s in own_subjects(before) if s.pos_ == "NOUN" or s.lower_ in THINGS]
    clause = mark.dep_ == "mark" or any(child.dep_ == "pcomp" for child in mark.rights)
    return bool(things) and (clause or before.tag_ in ("VBZ", "VBP"))


def _tense_in_noun_phrase(tense: Tense, noun: Token, expression: Span) -> Tense:
    """A verb says less of a date inside one of its nouns: "will appeal against Friday's ruling"."""
    opening = expression.root.dep_ == "poss" and noun.dep_ == "nsubj"
    if opening and noun.head.lemma_ == "be" and noun.head.tag_ == "VBZ":
        return "future"  # "Thursday's summit is the first"
    if tense == "present":
        return "none"
    if tense == "future" and expression.root.dep_ == "poss" and not noun.dep_.startswith("nsubj"):
        return "none"
    return tense


def _heads_clause(word: Token) -> bool:
    return word.pos_ == "VERB" or (word.pos_ == "AUX" and word.dep_ not in ("aux", "auxpass"))


def _tense_before(expression: Span) -> Tense | None:
    """That of "said Friday", "talks resume Friday", "since Friday", whatever the date hangs on."""
    before = expression.start - 1
    while before >= 0 and expression.doc[before].lower_ in BEFORE_A_DATE:
        before -= 1
    verb = expression.doc[max(0, before)]
    if verb.lower_ == "since" and verb.dep_ == "prep":  # "will be the third trip since July"
        return "past"
    if verb.lower_ == "effective":  # "was named president effective 1 January"
        return "none"
    if verb.pos_ != "VERB" or verb.lemma_ in words_with("planning"):
        return None
    if verb.tag_ == "VBD":
        return "past"
    resumes = verb.tag_ in ("VBP", "VBZ") and verb.lemma_ in words_with("programme")
    return "present" if resumes else None


def _tense_of_verb(verb: Token, preposition: str) -> Tense:
    if _is_awaited(verb):
        return "future"
    if _is_planned(verb, preposition) and not _helpers(verb) & MODALS:
        reduced = verb.dep_ == "acl" and verb.tag_ == "VBN"
        return "open" if reduced and _tense_above(verb) in ("past", "none") else "future"
    return _own_tense(verb) or _tense_above(verb)


def _is_awaited(verb: Token) -> bool:
    """Whether the future waits for it: "will meet once he has left", "would go if it were so"."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in ("mark", "advmod")}
    if not marks & AWAITING or verb.dep_ not in ("advcl", "conj") or verb.head.i == verb.i:
        return False
    helpers = _helpers(verb)
    imagined = "if" in marks and bool(helpers & {"were", "was"})
    ahead = verb.tag_ in ("VBZ", "VBP") or bool(helpers & PRESENT_PERFECT) or imagined
    return ahead and bool(_helpers(verb.head) & WILL)


def _tense_above(verb: Token) -> Tense:
    """The tense of the nearest clause above that has one: "left on Tuesday, saying ..."."""
    word = verb
    while word.head.i != word.i:
        word = word.head
        tense = _own_tense(word) if _heads_clause(word) else None
        if tense is not None:
            return tense
    return "none"


def _own_tense(verb: Token) -> Tense | None:
    """The tense that a verb shows by itself; None if it is that of the clause above."""
    helpers = _helpers(verb)
    if helpers & MODALS and verb.tag_ != "VBD":  # "17 May" may pass for a modal
        if "could" in helpers and _is_denied(verb):
            return "past"
        return "past" if helpers & HAVE and not helpers & {"will", "'ll"} else "future"
    if _is_planned(verb, ""):
        return "future"
    if verb.lemma_ in words_with("directive"):
        return "none"
    match verb.tag_:
        case "VBD":
            return "past"
        case "VBN":
            return _tense_of_participle(verb, helpers)
        case "VBG":
            return _tense_of_gerund(helpers)
        case "VB":
            return _tense_of_infinitive(verb, helpers)
        case "VBZ" | "VBP":
            return "present" if verb.lemma_ in words_with("programme") else "none"
    return "none"


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.lefts if child.dep_ in ("aux", "auxpass")}


def _is_planned(verb: Token, preposition: str) -> bool:
    if verb.lemma_ in words_with("planning"):
        return True
    if verb.lemma_ in words_with("deferring") and preposition in DEFERRED_TO:
        return True
    if verb.lemma_ == "set" and verb.tag_ == "VBN":  # "a summit set for Washington in April"
        return any(child.lower_ in DEFERRED_TO for child in verb.rights)
    return verb.lemma_ == "be" and any(
        child.dep_ in ("acomp", "attr", "oprd") and child.lower_ in words_with("announcing")
        for child in verb.rights
    )


def _is_denied(verb: Token) -> bool:
    """Whether it is "could not be reached", "neither could be found": nobody could, it is over."""
    below = [*verb.lefts, *(lower for child in verb.lefts for lower in child.lefts)]
    return any(child.dep_ == "neg" or child.lower_ == "neither" for child in below)


def _tense_of_participle(verb: Token, helpers: set[str]) -> Tense | None:
    if {"to", "be"} <= helpers:  # "a vote to be held on Friday"
        return _tense_of_infinitive(verb, helpers)
    if helpers & PRESENT_BE and not helpers & HAVE:
        return "future" if "being" in helpers else "present"
    if not helpers and verb.dep_ == "conj" and _heads_clause(verb.head):
        return None
    return "past"


def _tense_of_gerund(helpers: set[str]) -> Tense | None:
    if helpers & PRESENT_BE:
        return "future"
    return "past" if helpers else None


def _tense_of_infinitive(verb: Token, helpers: set[str]) -> Tense | None:
    if helpers & (HAVE | {"did"}):
        return "past"
    if "to" not in helpers or verb.dep_ not in AIMED:
        return None
    head = verb.head
    happened = head.lemma_ in words_with("implicative")
    if happened or any(child.lower_ in ORDINALS for child in head.lefts):
        return None
    return "future"
