"""What syntax says of a pronoun: it means nothing, somebody else, or only an actor."""

from collections.abc import Iterator

from spacy.tokens import Token

from readout import lexicon
from readout.lexicon_rows import PersonNoun
from readout.reading_words import reading_with
from readout.syntax import clause_of, conjuncts, first_conjunct, is_verb, own_subjects, subjects

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
SPEAKERS = frozenset({"we", "us", "our", "ours", "ourselves"})
GENDERED = MASCULINE | FEMININE
SPEAKING = SPEAKER | SPEAKERS
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
PRONOUNS = GENDERED | NEUTER | PLURAL | SPEAKING

# What these verbs say is said of an event told before, not of an actor.
EVENT_VERBS = frozenset(
    "indicate suggest show mean highlight underline underscore signal reflect mark follow come "
    "happen rain snow depend occur coincide prove last cost".split()
)
# "Both deny it": what was said or done, no thing and no actor.
PROPOSITION_VERBS = frozenset(
    "deny confirm believe say know mean regret explain do doubt repeat prove admit insist".split()
)
PREDICATES = frozenset({"acomp", "attr"})
# What treaties, bombs, talks and papers do.
THING_VERBS = frozenset(
    "begin start end last expire contain cost explode crash collapse run hit read pass fail open "
    "close stand".split()
)
BEING = frozenset({"be", "’", "’s"})  # the lemmatiser does not know "it’s" with a curly mark
IMPERSONAL = BEING | frozenset("seem appear become remain take make".split())
# "spoke with him": whoever is the subject is not whom the pronoun means. Not so in "beside him".
ARGUMENT_PREPOSITIONS = frozenset(
    "to for of on against by at from about upon toward towards".split()
)
# What a state has and other actors have not, or seldom.
OF_STATES = frozenset(
    "president minister ambassador representative government parliament army military territory "
    "leader official border people citizen capital constitution election embassy soil sovereignty "
    "airspace king neighbour neighbor coast economy currency nationals population".split()
)
JUDGING = frozenset(
    "thank punish arrest jail sentence sack dismiss fire fine honour honor reward forgive know "
    "pity mock ridicule try prosecute admire respect fault target sanction".split()
)
HELPING = frozenset("back support help assist aid encourage hinder thwart".split())
STANCES = frozenset({"accuse", "criticise", "praise"})
# What a book or plan does, not who wrote or read it: "studied Roe's book outlining his views".
TELLING = frozenset("outline describe detail explain recount list present tell".split())
QUOTED_TITLE = 2  # tokens from the last word of a title to what follows its closing mark
COMPANY = frozenset({"with"})


def person_noun(token: Token) -> PersonNoun | None:
    """What is known of a common noun for one human being: its gender.

    >>> person_noun(nlp("The widow left.")[1]).gender
    'f'
    """
    return lexicon.person_nouns().get(token.lemma_.lower()) if token.pos_ == "NOUN" else None


def grammatical_role(token: Token) -> str:
    """Whether a noun phrase is `subject`, `object` or `other`, as the first of its conjuncts is.

    >>> doc = nlp("Jane Roe met Al Poe.")
    >>> grammatical_role(doc[1]), grammatical_role(doc[4])
    ('subject', 'object')
    """
    first = first_conjunct(token)
    if first.dep_ == "appos" and (first.head.pos_ == "NUM" or person_noun(first.head)):
        first = first_conjunct(first.head)  # "one of them, Roe, left"
    dependency = first.dep_
    if dependency in ("nsubj", "nsubjpass", "ROOT"):  # a noun as root: topic of a broken parse
        return "subject"
    if dependency == "compound" and first.head.pos_ in ("VERB", "AUX"):  # a verb taken for a noun
        return "subject"
    return "object" if dependency in ("dobj", "dative", "pobj") else "other"


def barred(pronoun: Token) -> Iterator[Token]:
    """The noun phrases that syntax keeps apart from a pronoun (binding principles B and C).

    "X helped him"; "X, his neighbour"; "X, whom he suspects"; "he met X"; "he and X".

    >>> [*barred(nlp("Jane Roe helped her.")[3])]
    [Roe]
    """
    if pronoun.dep_ == "poss":
        if pronoun.head.dep_ == "appos":
            yield pronoun.head.head
        return
    if pronoun.dep_ == "nsubj" and pronoun.head.dep_ == "relcl":
        yield pronoun.head.head
    yield from (each for each in conjuncts(first_conjunct(pronoun)) if each.i != pronoun.i)
    verb = _argument_of(pronoun)
    for subject in doers(verb) if verb is not None else ():
        yield subject
        if subject.tag_ in ("WDT", "WP") and clause_of(subject).dep_ == "relcl":
            yield from _described_by(clause_of(subject))
    if pronoun.dep_ in ("nsubj", "nsubjpass"):
        yield from _commanded(pronoun)
        yield from _helpers(pronoun)
        yield from _asked_about(pronoun)


def _described_by(relative: Token) -> Iterator[Token]:
    """What a relative clause describes: X too in "X, one of the groups which"."""
    noun = relative.head
    yield noun
    while noun.dep_ in ("pobj", "prep", "appos") and noun.head.i != noun.i:
        noun = noun.head
        yield noun


def _argument_of(pronoun: Token) -> Token | None:
    """The verb of which a pronoun is an object, direct or with a preposition."""
    head = pronoun.head
    if pronoun.dep_ in ("dobj", "dative"):
        return head
    if pronoun.dep_ == "pobj" and head.head.dep_ == "dobj":
        return head.head.head  # "brought a letter from him"
    if pronoun.dep_ != "pobj" or head.head.pos_ != "VERB":
        return None
    alone = all(child.dep_ != "dobj" for child in head.head.children)
    argues = head.lower_ in ARGUMENT_PREPOSITIONS or (head.lower_ in COMPANY and alone)
    return head.head if argues else None


def _asked_about(pronoun: Token) -> list[Token]:
    """Of whom somebody is asked: not Roe in "Asked whether Roe should go, he said"."""
    asked = (
        c for c in pronoun.head.lefts if c.dep_ == "advcl" and c.lower_ in ("asked", "pressed")
    )
    return [token for clause in asked for token in clause.subtree if token.pos_ == "PROPN"]


def _helpers(pronoun: Token) -> list[Token]:
    """Who helps or wants it to do something: X in "X helped it grow", "X wants it to grow"."""
    verb = pronoun.head
    bare = verb.dep_ == "ccomp" and verb.tag_ == "VB" and verb.head.pos_ == "VERB"
    modal = any(child.tag_ == "MD" or child.dep_ == "mark" for child in verb.lefts)
    return subjects(verb.head) if bare and not modal else []


def _commanded(pronoun: Token) -> Iterator[Token]:
    """The names below the verb of which the pronoun is the subject."""
    stack = [child for child in pronoun.head.rights if child.dep_ != "conj"]
    while stack:
        token = stack.pop()
        if token.pos_ == "PROPN":
            yield token
        stack += [child for child in token.children if child.dep_ != "poss"]


def fronted_before(pronoun: Token) -> Token | None:
    """The subject before which a fronted pronoun stands: X in "in his speech, X said".

    >>> fronted_before(nlp("In his speech, Roe attacked Karum.")[1])
    Roe
    """
    root = pronoun.sent.root
    top = pronoun
    while top.head.i not in (top.i, root.i):
        top = top.head
    if top.head.i != root.i or top.dep_ not in ("prep", "advcl", "mark", "advmod"):
        return None
    nearer = [*own_subjects(clause_of(pronoun)), *(reporter for reporter, _ in reporters(pronoun))]
    if any(subject.i < pronoun.i and subject.pos_ == "PROPN" for subject in nearer):
        return None  # "Asked if Roe meant his army, Poe said"
    for subject in own_subjects(root)[:1]:
        if subject.i > pronoun.i and top.i < subject.i and subject.pos_ == "PROPN":
            return subject
    return None


def possessor_of_modified(pronoun: Token) -> Token | None:
    """Whose the noun is that the phrase of the pronoun modifies: X in "X's book on his youth".

    >>> possessor_of_modified(nlp("Roe's book on his youth sold well.")[4])
    Roe
    """
    token = pronoun.head
    while token.head.i != token.i:
        if token.dep_ in ("acl", "relcl", "prep") and token.head.pos_ in ("NOUN", "PROPN"):
            return _possessor(token.head)
        told = _telling(token)
        if told is not None:
            return _possessor(told)
        token = token.head
    return None


def _telling(participle: Token) -> Token | None:
    """The book or plan right before "outlining", though the parser hung that on the verb."""
    if participle.dep_ != "advcl" or participle.tag_ != "VBG" or participle.lemma_ not in TELLING:
        return None
    before = participle.doc[: participle.left_edge.i]
    objects = [child for child in participle.head.rights if child.dep_ == "dobj"]
    beside = [each for each in objects if len(before) - each.right_edge.i <= QUOTED_TITLE]
    return beside[0] if beside and before[-1].text != "," else None


def _possessor(noun: Token) -> Token | None:
    return next((child for child in noun.lefts if child.dep_ == "poss"), None)


def reporters(pronoun: Token) -> Iterator[tuple[Token, bool]]:
    """The subjects of the verbs that report the clause of a pronoun: X in "X said he had to".

    With each, whether the clause is reported directly and not one inside the report.

    >>> [*reporters(nlp("Roe said he had left.")[2])]
    [(Roe, True)]
    """
    clause, directly = clause_of(pronoun), True
    while clause.head.i != clause.i:
        reported = clause.dep_ in ("ccomp", "parataxis") and is_verb(clause.head)
        if reported and not _is_demanded(clause):
            for subject in subjects(clause.head):
                yield subject, directly
        directly = directly and clause.dep_ in ("ccomp", "conj") and not reported
        clause = clause.head


def _is_demanded(clause: Token) -> bool:
    """Whether somebody wants what the clause says: "demanded that he go", which is not himself."""
    verb = lexicon.reporting_verbs().get(clause.head.lemma_)
    bare = clause.tag_ == "VB" or any(c.tag_ == "VB" and c.dep_ == "auxpass" for c in clause.lefts)
    modal = any(child.tag_ == "MD" for child in clause.lefts)
    return verb is not None and verb.stance == "urge" and bare and not modal


def demanders(pronoun: Token) -> list[Token]:
    """Who demands what the clause of a pronoun says.

    >>> demanders(nlp("Arland demanded that he be freed.")[3])
    [Arland]
    """
    clause = clause_of(pronoun)
    return subjects(clause.head) if _is_demanded(clause) else []


def doers(clause: Token) -> list[Token]:
    """Who does what a clause says; X in "X's decision to go" and "X made an effort to go".

    >>> doers(nlp("Roe's decision to leave was wise.")[4])
    [Roe]
    """
    told = _telling(clause)
    if told is not None:
        return [_possessor(told) or told]
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.lefts)
    if clause.dep_ != "acl" or not to:
        return subjects(clause)
    owners = [child for child in clause.head.lefts if child.dep_ == "poss"]
    return owners or subjects(clause_of(clause.head))


def judged(pronoun: Token) -> Token | None:
    """X in "thanked X for his help", "blamed X over its role", "backed X in its revolt".

    >>> judged(nlp("Arland thanked Roe for his help.")[4])
    Roe
    """
    token = pronoun.head
    while token.head.i != token.i and not is_verb(token.head):
        token = token.head
    stance = lexicon.reporting_verbs().get(token.head.lemma_)
    judging = token.head.lemma_ in JUDGING or (stance is not None and stance.stance in STANCES)
    about = token.lower_ in ("for", "over") and judging
    helped = token.lower_ == "in" and token.head.lemma_ in HELPING
    if token.dep_ != "prep" or not (about or helped):
        return None
    return next((child for child in token.head.children if child.dep_ == "dobj"), None)


def first_of_pair(pronoun: Token) -> Token | None:
    """X in "X and his sons", "X and most of his sons".

    >>> first_of_pair(nlp("Roe and his sons left.")[2])
    Roe
    """
    token = pronoun.head
    while token.dep_ in ("pobj", "prep") and token.head.i != token.i:
        token = token.head
    return token.head if token.dep_ == "conj" and not is_verb(token) else None


def needs_actor(pronoun: Token) -> bool:
    """Whether the pronoun can stand for an actor only: "it has accused", "its envoy".

    >>> doc = nlp("It accused Karum. It rained.")
    >>> needs_actor(doc[0]), needs_actor(doc[4])
    (True, False)
    """
    lemma = pronoun.head.lemma_.lower()
    if pronoun.dep_ == "poss":
        return (
            pronoun.head.dep_ == "appos"
            or lemma in lexicon.nominals()
            or reading_with(pronoun.head, "possessed") == "actor"
        )
    return pronoun.dep_ == "nsubj" and lemma in lexicon.reporting_verbs()


def suits_thing(pronoun: Token) -> bool:
    """Whether what is said fits a thing better than an actor: "it is weak", "it took effect".

    >>> doc = nlp("It took effect. It left Karum.")
    >>> suits_thing(doc[0]), suits_thing(doc[4])
    (True, False)
    """
    verb = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    below = {child.dep_ for child in verb.children}
    taken = verb.lemma_ == "take" and any(c.lower_ in ("effect", "place") for c in verb.rights)
    return (
        taken or verb.lemma_ in THING_VERBS or (verb.lemma_ in BEING and bool(below & PREDICATES))
    )


def is_pleonastic(pronoun: Token) -> bool:
    """Whether "it" refers to no noun: "it is clear that", "making it hard to", "It suggests that".

    The patterns are Lappin and Leass's: a copula or a verb of seeming with a clause that is the
    real subject or with a predicate that takes one.

    >>> doc = nlp("It is clear that Arland left. It left.")
    >>> is_pleonastic(doc[0]), is_pleonastic(doc[7])
    (True, False)
    """
    if pronoun.dep_ == "expl":
        return True
    if pronoun.lower_ != "it":
        return False
    verb = pronoun.head
    if pronoun.dep_ == "dobj" and (verb.lemma_ in PROPOSITION_VERBS or _is_ruled_out(verb)):
        return True
    if pronoun.dep_ == "nsubj" and verb.lemma_ in EVENT_VERBS:
        return True
    if pronoun.dep_ in ("dobj", "nsubj") and verb.dep_ == "ccomp" and verb.pos_ == "ADJ":
        return True  # "made it clear that"
    return pronoun.dep_ in ("nsubj", "nsubjpass") and _is_impersonal(verb)


def _is_ruled_out(verb: Token) -> bool:
    return verb.lemma_ == "rule" and any(child.lower_ == "out" for child in verb.children)


def _is_impersonal(verb: Token) -> bool:
    below = {child.dep_ for child in verb.children}
    clause_follows = bool(below & {"ccomp", "xcomp", "csubj", "advcl"})
    if verb.lemma_ in lexicon.reporting_verbs() and verb.tag_ == "VBN":
        return "auxpass" in below and bool(below & {"ccomp", "csubj"})  # "it was reported that"
    things = [child for child in verb.children if child.dep_ in ("dobj", "prt")]
    if verb.lemma_ == "take" and all(thing.tag_ == "WP" for thing in things):
        return True  # "however long it takes", "no matter what it takes"
    if verb.lemma_ not in IMPERSONAL:
        return False
    predicates = [child for child in verb.children if child.dep_ in ("acomp", "attr")]
    with_clause = any(
        g.dep_ in ("ccomp", "xcomp", "relcl", "advcl") for p in predicates for g in p.children
    )
    return clause_follows or with_clause or not below - {"nsubj", "punct", "aux", "neg"}
