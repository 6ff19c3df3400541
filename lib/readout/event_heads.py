"""Which words say that something happened: the verb or noun that a date belongs to, undated news.

A date belongs to the noun that it modifies if the noun names a happening ("Friday's vote"), unless
its verb says no more than that it took place ("held a meeting on Friday"), happened there ("spoke
at Friday's meeting") or by it ("Friday's blast killed three"). Else it belongs to its clause.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from readout import lexicon
from readout.date_words import words_with
from readout.event_words import event_words
from readout.syntax import clause_of, first_conjunct, is_verb, own_subjects
from readout.tie_words import tie_words

PREMODIFIERS = frozenset("poss compound nmod amod nummod npadvmod".split())
SETTINGS = frozenset("at in during on".split())  # where the verb happens too: "spoke at a meeting"
PERFECT = frozenset({"has", "have", "'ve"})
PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})  # the small model's VBD of "have fought" as well
PRESENT = frozenset({"VB", "VBP", "VBZ"})
ENDS = frozenset({"until", "till"})  # what lasts until a day does not happen on it
PARTS_OF_DAY = frozenset("night morning afternoon evening day eve week weekend".split())
CLAUSAL = frozenset("ROOT ccomp conj parataxis".split())
# Slots of verbs that tell an event only with one kind of object: "called X a liar".
NO_EVENTS = frozenset(
    "insulted defied phoned hunted goer stayer cause_against ruler told_by_phone called_on "
    "raised_with company seen got_to torn_between urger".split()
)
HABITS = frozenset(
    "once previously formerly never often always repeatedly sometimes long already usually".split()
)
AGO = frozenset({"ago", "recently", "earlier", "lately"})  # some day that nobody tells
PRINTED = frozenset({"newspaper", "paper"})  # report of the day before
OVER = frozenset("over for through throughout in within during".split())
SOURCES = frozenset(
    "newspaper paper daily media medium report agency tv television radio station broadcaster "
    "website".split()
)
PUBLICS = frozenset(
    "assembly audience ceremony conference congress crowd gathering lawmaker meeting parliament "
    "rally session summit supporter".split()
)
PUBLISHING = frozenset("publish print broadcast televise air post release".split())
REFUSALS = frozenset({"refuse", "decline"})
ASIDES = frozenset({"comment", "elaborate", "respond", "reply"})  # what a source declines to do
PROSECUTION = frozenset(  # "charged in Monday's attack" is later than the attack
    "accuse acquit arrest charge convict implicate indict jail sentence suspect try want".split()
)
BELIEFS = frozenset({"believe", "think", "suspect"})  # of what lies back
MEETINGS = frozenset(
    "breakfast conference consultation conversation dinner discussion lunch meeting negotiation "
    "round session summit talk".split()
)
UNITS = frozenset("minute hour day week month year".split())
COUNTERFACTUAL = frozenset({"would", "could", "might", "should"})
BETWEEN = frozenset({"ADP", "ADV", "PART"})  # what may stand between a verb and its date


def heads_at(date: Span) -> Iterator[Token]:
    """The verbs or nouns that tell what happened at a date: mostly one, none for "Friday's paper".

    A second verb shares the date where it tells a meeting or an accusation of its own.

    >>> [*heads_at(nlp("Jane Roe left Karum on 3 May.")[5:7])]
    [left]
    """
    head = _head_at(date)
    while head is not None and _passes_on(head):
        head = clause_of(head.head)
    if head is not None and head.lower_ == "following":  # a preposition: "following its invasion"
        head = next((c for c in head.rights if c.dep_ in ("dobj", "pobj")), None)
    if head is not None:
        head = _reported_before(head) or head
    if head is not None and is_event(head):
        yield head
        yield from _sharers(head)


def _head_at(date: Span) -> Token | None:
    root = date.root
    said = _reporting_verb_before(root)
    if said is not None or _lasts(root):
        return said
    noun, before = _dated_noun(date)
    if noun is None:
        return None if _in_apposition(root) else _verb_beside(date) or clause_of(root)
    if noun.lemma_.lower() in event_words()["happening"]:
        return _verb_of_happening(noun, before=before) or noun
    elsewhere = noun.lemma_.lower() not in PARTS_OF_DAY and noun.head.lower_ not in SETTINGS
    return None if before and elsewhere else clause_of(noun)


def lasts_since(date: Span, verb: Token) -> bool:
    """Whether it went on from the date until the article: "has been bombing it since May".

    So does "has destroyed 40 tanks since May" what happened on many days.

    >>> doc = nlp("Arland has been bombing Karum since May.")
    >>> lasts_since(doc[6:7], doc[3])
    True
    """
    root = date.root
    goes_on = verb.tag_ in PARTICIPLES and any(
        c.lower_ in PERFECT for c in first_conjunct(verb).lefts
    )
    return goes_on and root.dep_ == "pobj" and root.head.lower_ == "since"


def _lasts(root: Token) -> bool:
    """Whether something lasts until the day, or since: "the first visit since 1962"."""
    if root.dep_ == "pobj" and root.head.lower_ in ENDS:
        return True
    above = root.head.head  # also "will be the first visit since 1962"
    return root.head.lower_ == "since" and not (is_verb(above) and above.tag_ in PARTICIPLES)


def _passes_on(head: Token) -> bool:
    """Whether the verb above tells the event: "a plane bound for Karum", "refused to meet"."""
    lemma = head.lemma_.lower()
    if head.dep_ == "pcomp":  # "was quoted as saying on Monday"
        return head.head.lower_ == "as"
    if head.dep_ == "acl":  # also "said in an interview published on Friday"
        return lemma in PUBLISHING or lemma in event_words()["state"]
    if head.dep_ == "advcl" and head.tag_ == "VBG":  # "Speaking on Friday, she said"
        return (lemma in lexicon.reporting_verbs() or lemma == "address") and is_verb(head.head)
    return head.dep_ == "xcomp" and is_verb(head.head) and head.head.lemma_ in REFUSALS


def _reported_before(verb: Token) -> Token | None:
    """What a medium told in the clause before: "X met Y, the agency reported on Sunday"."""
    if verb.lemma_.lower() not in lexicon.reporting_verbs():
        return None
    told = verb.head if verb.dep_ in ("advcl", "parataxis", "conj") else None
    told = told or next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    told_before = told is not None and is_verb(told) and told.i < verb.i
    sayers = (sayer for sayer in own_subjects(verb) if sayer.lemma_.lower() not in PRINTED)
    media = told_before and any(map(is_medium, sayers))
    return told if media else None


def is_medium(noun: Token) -> bool:
    """Whether it is a source of news: AFP, state television, "the agency".

    >>> is_medium(nlp("The Financial Times said so.")[2]), is_medium(nlp("Jane Roe said so.")[1])
    (True, False)
    """
    name = noun.doc[noun.left_edge.i : noun.i + 1].text.removeprefix("The ").removeprefix("the ")
    return noun.lemma_.lower() in SOURCES or bool({noun.text, name} & lexicon.media_names().keys())


def _reporting_verb_before(root: Token) -> Token | None:
    """ "said" of "said on Friday": whatever the parser hangs the date on."""
    before = root.head if root.dep_ == "pobj" else root
    said = before.nbor(-1) if before.i else before
    return said if is_verb(said) and said.lemma_.lower() in lexicon.reporting_verbs() else None


def _verb_beside(date: Span) -> Token | None:
    """The verb right before the date, with no more than a particle or preposition between."""
    i = date.start - 1
    while i > 0 and date.doc[i].pos_ in BETWEEN and date.start - i <= 2:
        i -= 1
    word = date.doc[max(0, i)]
    finite = word.tag_ in ("VBD", "VBN") and word.pos_ == "VERB" and word.dep_ != "amod"
    return word if finite and word.sent.start == date.sent.start else None


def _dated_noun(date: Span) -> tuple[Token | None, bool]:
    """The noun whose phrase holds the date, and whether the date stands before it ("of" counts)."""
    root = date.root
    if root.dep_ in PREMODIFIERS and root.head.i >= date.end:
        return _noun(root.head), True
    above = root.head if root.dep_ == "pobj" else root
    if root.dep_ == "pobj" and above.dep_ == "prep" and above.head.i < above.i:
        return _noun(above.head), above.lower_ == "of"
    if root.dep_ in ("npadvmod", "appos", "nmod") and root.head.i < root.i:
        return _noun(root.head), False
    return None, False


def _noun(token: Token) -> Token | None:
    return token if token.pos_ in ("NOUN", "PROPN") else None


def _verb_of_happening(noun: Token, *, before: bool) -> Token | None:
    """The verb that tells the same as the noun, or happened with it; None if the noun tells it."""
    verb = noun.head
    service = noun.lemma_ == "prayer" and noun.head.lower_ == "after"  # the same day
    if noun.dep_ == "pobj" and (noun.head.lower_ in SETTINGS or service):
        verb = noun.head.head
    elif noun.dep_ == "pobj":
        return None
    if not is_verb(verb) or not _is_past(verb) or verb.lemma_.lower() in PROSECUTION:
        return None
    if noun.dep_ == "dobj" and before and verb.lemma_.lower() not in event_words()["carrying"]:
        return None
    return verb if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") else None


def _is_past(verb: Token) -> bool:
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return True
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBN" and bool(helpers & {"was", "were", "had"})


def _in_apposition(word: Token) -> bool:
    """Whether it is in a description: "the council's chairman this year"."""
    token = word.head
    while not is_verb(token) and token.head.i != token.i:
        if token.dep_ == "appos":
            return True
        token = token.head
    return False


def is_event(head: Token) -> bool:
    """Whether something happens or is planned, and not only is, or would have been.

    >>> doc = nlp("Jane Roe left. Al Poe was tall.")
    >>> is_event(doc[2]), is_event(doc[6])
    (True, False)
    """
    if not is_verb(head):
        return head.lemma_.lower() in event_words()["happening"]
    if is_idle(head) or head.tag_ == "MD":
        return False
    lemma = head.lemma_.lower()  # what a medium quotes somebody as saying, somebody said
    if lemma in lexicon.reporting_verbs() and lemma != "quote" and _is_source(head):
        return False
    helpers = {child.lower_ for child in head.lefts if child.dep_ == "aux"}
    if helpers & COUNTERFACTUAL and "have" in helpers:
        return False
    if head.lemma_ != "be":
        return True
    described = [c for c in head.rights if c.dep_ in ("acomp", "attr", "oprd")]
    return not described or any(c.lower_ in words_with("announcing") for c in described)


def _is_source(verb: Token) -> bool:
    """Whether it only says where a report comes from: "newspapers reported on Friday"."""
    sayers = own_subjects(verb)
    return bool(sayers) and all(map(is_medium, sayers))


def _sharers(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        goes_on = verb.tag_ == "VBD" and child.tag_ in PRESENT  # "attacked in May and hold it"
        joined = child.dep_ == "conj" and is_verb(child) and not own_subjects(child)
        if joined and not goes_on and _tells(child):
            yield child


def _tells(verb: Token) -> bool:
    """Whether the verb tells a meeting or hostile act, an accusation among them."""
    words = tie_words().get(verb.lemma_.lower(), ())
    particles = {child.lower_ for child in verb.children}
    return any(
        word.pos == "verb"
        and word.relation in ("meets", "opposes")
        and not {word.source, word.target} & NO_EVENTS
        and (not word.particle or word.particle in particles)
        for word in words
    )


def is_news(token: Token, *, lead: bool) -> bool:
    """Whether a word is a main verb in the past that tells news without a date, or a plan for some.

    In the lead, the first sentence of a report, any event is news, and so is what "has" happened.

    >>> doc = nlp("Rebels attacked Karum and may attack Arland.")
    >>> is_news(doc[1], lead=False), is_news(doc[5], lead=False)
    (True, False)
    """
    lemma = token.lemma_.lower()
    if token.dep_ == "xcomp" and token.head.lower_ in ("was", "were"):  # "was to have met"
        return token.tag_ in ("VB", "VBN") and _tells(token)
    if token.tag_ not in ("VBD", "VBN") or token.pos_ != "VERB":
        return False
    after = token.dep_ == "advcl" and _is_after(token)
    if not (after or token.dep_ in CLAUSAL) or is_idle(token):
        return False
    open_question = any(child.lower_ in ("whether", "if") for child in token.lefts)
    if open_question or (token.dep_ == "ccomp" and token.head.lemma_.lower() in BELIEFS):
        return False
    helpers = {child.lower_ for child in token.lefts if child.dep_ in ("aux", "auxpass")}
    finite = {"was", "were", "has", "have"} if lead else {"was", "were"}
    if token.tag_ == "VBN" and not helpers & finite:
        return False
    if "had" in helpers or _is_some_time(token):
        return False
    if lemma in lexicon.reporting_verbs() and not _says_something(token):
        return False
    if lemma == "tell":  # a public, not "told reporters"
        return lead or any(c.dep_ == "dobj" and c.lemma_ in PUBLICS for c in token.children)
    if lemma in ("hold", "have"):
        return _is_meeting(token)
    return lead or lemma in event_words()["news"] or _tells(token)


def _is_some_time(verb: Token) -> bool:
    """Whether it happened at times or at a time that nobody tells: "over the years they won"."""
    if any(child.lower_ in HABITS | AGO for child in verb.children):
        return True
    phrases = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in OVER]
    return any(c.tag_ == "NNS" and c.lemma_ in UNITS for p in phrases for c in p.children)


def is_idle(verb: Token) -> bool:
    """Whether nothing happens by it: a state, or a source that "declined to comment".

    >>> is_idle(nlp("Jane Roe declined to comment.")[2])
    True
    """
    lemma = verb.lemma_.lower()
    if lemma == "have" and _is_meeting(verb):  # "had lunch with X"
        return False
    silent = lemma in REFUSALS and any(c.lemma_.lower() in ASIDES for c in verb.rights)
    return silent or lemma in event_words()["state"]


def _is_meeting(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lemma_.lower() in MEETINGS for c in verb.rights)


def _is_after(verb: Token) -> bool:
    """Whether its clause has an "after", and no count of days: "a day after they left"."""
    mark = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "after"), None)
    counted = any(child.dep_ == "npadvmod" for child in verb.lefts)
    return mark is not None and not counted and unit_before(mark) is None


def unit_before(mark: Token) -> Token | None:
    """The unit of time right before an "after" or "before": "day" of "a day after they left".

    >>> unit_before(nlp("She came a day after he left.")[4])
    day
    """
    before = mark.doc[mark.i - 1] if mark.i else mark
    return before if before.dep_ == "npadvmod" and before.lemma_ in UNITS else None


def _says_something(verb: Token) -> bool:
    """Whether it tells what was said, and does not only introduce a quotation."""
    content = [c for c in verb.rights if c.dep_ in ("ccomp", "dobj", "xcomp", "prep")]
    return any(not is_quoted(child) for child in content)


def is_quoted(token: Token) -> bool:
    """Whether quotation marks are open before the word in its sentence.

    >>> doc = nlp("“We won,” she said.")
    >>> is_quoted(doc[2]), is_quoted(doc[6])
    (True, False)
    """
    opened = False
    for other in token.doc[token.sent.start : token.i]:
        if other.text in ("``", "“", "„", "«"):
            opened = True
        elif other.text in ("''", "”", "»"):
            opened = False
        elif other.text == '"':
            opened = not opened
    return opened
