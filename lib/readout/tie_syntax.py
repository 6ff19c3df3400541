"""Who does, undergoes, owns or is described by what a cue says, for verbs, nouns and adjectives.

A passive is turned round; a document acts for its author ("a resolution proposed by Arland"); a
verb that only carries a noun gives the noun its subject ("Arland held talks").
"""

from spacy.tokens import Token

from readout.reference_words import is_leaning
from readout.syntax import (
    agents,
    antecedent,
    clause_of,
    conjuncts,
    first_conjunct,
    is_passive,
    is_verb,
    objects,
    own_subjects,
    prepositional_objects,
    subjects,
)
from readout.tie_words import (
    documents,
    hostile_nouns,
    light_verbs,
    suffered,
    urging_verbs,
)

OWNED_BY = frozenset({"of", "by"})
UNDERTAKEN = frozenset({"in", "under", "with"})  # "in a bid to", "under a mandate to"
COPULAS = frozenset({"be", "become"})
ALONG = frozenset({"along", "together"})
CIRCUMSTANCES = frozenset("at during after following before in on for".split())
OWNER_PREPOSITIONS = frozenset({"from", "by", "of", "between", "among"})
BETWEEN = frozenset({"between", "among"})
PICKED = frozenset({"one", "some", "many", "most", "two", "several"})
MEASURES = frozenset(
    "round series set day hour week session bout flurry string range raft "
    "slew wave package host variety batch campaign".split()
)
MIGHT = frozenset("power airpower might money cash fire firepower arms weapons".split())
PLATITUDES = frozenset("urgency need importance necessity gravity seriousness fact".split())
DASHES = frozenset({"-", "–", "—", "--"})


def doer(verb: Token) -> list[Token]:
    """Who does what the verb says; a document does what its author does.

    >>> doer(nlp("Karum was attacked by Arland.")[2])
    [Arland]
    """
    found = []
    for token in agents(verb) if is_passive(verb) else subjects(verb) + _joined_in(verb):
        written = antecedent(token)
        found += _authors(written) if written.lemma_.lower() in documents() else [token]
        found += _picked_out(written) if verb.dep_ in ("relcl", "acl") else []
        if is_passive(verb) and (token.lower_ in MIGHT or token.lemma_.lower() in hostile_nouns()):
            # "backed by X air power", "backed by strikes from X"
            found += owned(token) + prepositional_objects(token, frozenset({"from", "by"}))
        found += _company(token)  # "X, along with Y, did it"
    return found + _intending(verb) + [t for t in _company(verb) if t.i < verb.i]


def _intending(verb: Token) -> list[Token]:
    """Who wants or gets to do it: X in "X's plan to do it", "X launched a bid to do it"."""
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    if not infinitive or verb.dep_ not in ("acl", "relcl") or own_subjects(verb):
        return []
    noun = verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and not owner_only(noun):
        noun = noun.head.head  # "a threat of strikes to do it"
    if noun.dep_ == "pobj" and noun.head.lower_ in UNDERTAKEN:
        return owner_only(noun) or subjects(clause_of(noun))
    light = noun.head.lemma_.lower() in light_verbs() or noun.head.lemma_ in COPULAS
    return owner_only(noun) or (subjects(noun.head) if light and noun.i > noun.head.i else [])


def _picked_out(noun: Token) -> list[Token]:
    """Who is said to be one that does it: X in "X was the first state, along with Y, to do it"."""
    described = chosen(noun)
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "include":
        return objects(noun.head)  # "states that have recognised it include X"
    if described.dep_ == "appos" and described.i != noun.i:
        return [described.head]
    if described.dep_ != "attr" or described.head.lemma_ != "be":
        return []
    words = (noun, described, described.head)
    return subjects(described.head) + [t for word in words for t in _company(word)]


def _company(word: Token) -> list[Token]:
    """Together with whom: Y in "along with Y", "together with Y", which parses in two ways."""
    found = []
    for child in word.children:
        if child.lower_ in ALONG:
            found += prepositional_objects(child, frozenset({"with"}))
        elif child.lower_ == "with" and any(each.lower_ in ALONG for each in child.lefts):
            found += [t for c in child.rights if c.dep_ == "pobj" for t in conjuncts(c)]
    return found


def _joined_in(verb: Token) -> list[Token]:
    """Whom the subject joins or follows in it: Y in "X joined Y in urging Z to go"."""
    preposition = verb.head
    joins = preposition.head.lemma_ in ("join", "follow")
    if verb.dep_ != "pcomp" or preposition.lower_ != "in" or not joins:
        return []
    return objects(preposition.head)


def _authors(document: Token) -> list[Token]:
    """Whose a resolution, statement or plan is: "Arland's plan", "a resolution proposed by X"."""
    found = owned(document) + prepositional_objects(document, frozenset({"by", "of", "from"}))
    found += led_by(document)
    for child in document.children:
        if child.dep_ == "acl":
            found += agents(child)
    return found


def undergoer(verb: Token) -> list[Token]:
    """To whom it is done: the objects, of a passive the subject, of "X-backed" the noun.

    >>> undergoer(nlp("Karum was attacked by Arland.")[2])
    [Karum]
    """
    if not is_passive(verb):
        return objects(verb) or _wanted_done(verb)
    if verb.dep_ == "amod":
        return [verb.head]
    return subjects(verb)


def _wanted_done(verb: Token) -> list[Token]:
    """Who is wanted treated so: X in "wants X extradited"."""
    bare = verb.dep_ == "ccomp" and verb.tag_ in ("VBN", "VBD") and verb.head.lemma_ == "want"
    return own_subjects(verb) if bare and verb.head.i < verb.i else []


def owner_only(noun: Token) -> list[Token]:
    """Whose the noun is: "Arland's policy", "the policy of Arland".

    >>> owner_only(nlp("The policy of Arland failed.")[1])
    [Arland]
    """
    found = [token for child in noun.lefts if child.dep_ == "poss" for token in conjuncts(child)]
    return found + prepositional_objects(noun, OWNED_BY)


def behind(noun: Token) -> list[Token]:
    """Who stands behind a thing: "X's plan", "the raid by X", "the X statement".

    The "of" of a blow names the victim: who condemns the bombing of X does not condemn X.

    >>> behind(nlp("The raid by Arland failed.")[1])
    [Arland]
    """
    said = noun.lemma_.lower()
    found = [token for child in noun.lefts if child.dep_ == "poss" for token in conjuncts(child)]
    if said in suffered():
        by_owner = found if prepositional_objects(noun, frozenset({"of"})) else []
        return by_owner + prepositional_objects(noun, frozenset({"by"}))
    strikes = said in hostile_nouns()
    asks = said in urging_verbs() or said in documents()
    by = OWNED_BY | {"from"} if asks else OWNED_BY
    found += prepositional_objects(noun, frozenset({"by"}) if strikes else by)
    if not found and (strikes or asks) and said != "resolution":
        modifiers = [child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod")]
        modifiers = [child for child in modifiers if not is_leaning(child)]
        found = [token for child in modifiers for token in conjuncts(child)]
    return found


def owned(noun: Token) -> list[Token]:
    """Whose ally, enemy or envoy somebody is: "Arland's ally", "his ally", "an Arland ally".

    >>> owned(nlp("Arland's ally left.")[2])
    [Arland]
    """
    if not any(child.dep_ in ("poss", "det") for child in noun.children):
        noun = first_conjunct(noun)  # "his friend and ally": he owns both
    kinds = {"poss", "compound", "nmod"}
    if not any(child.dep_ == "poss" for child in noun.lefts):
        kinds.add("amod")  # but "his Arlandic rival" is his
    return [token for child in noun.lefts if child.dep_ in kinds for token in conjuncts(child)]


def owner(noun: Token) -> list[Token]:
    """Who gives, has or holds what the noun says.

    >>> owner(nlp("Arland's support for Karum ended.")[2])
    [Arland]
    """
    found = owned(noun) + prepositional_objects(noun, OWNER_PREPOSITIONS)
    found = prepositional_objects(noun, BETWEEN) or _hyphened(found) + found + led_by(noun)
    said_whose = any(
        child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ in ("between", "among"))
        for child in noun.children
    )
    found += [] if said_whose else holder(noun)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        found += prepositional_objects(noun.head, frozenset({"between", "among"}))
    return found


def _hyphened(names: list[Token]) -> list[Token]:
    """The first of two names with a hyphen between: X in "the X-Y war"."""
    found = []
    for name in names:
        if name.i > 1 and name.text[0].isupper() and name.nbor(-1).text in DASHES:
            found += [name.nbor(-2)] if name.nbor(-2).head.i == name.i else []
    return found


def led_by(noun: Token) -> list[Token]:
    """Who leads an attack, a blockade, a resolution: X in "the X-led strikes".

    >>> led_by(nlp("The NATO-led strikes went on.")[4])
    [NATO]
    """
    return [
        child.nbor(-2)
        for child in noun.lefts
        if child.lower_ == "led" and child.i > 1 and child.nbor(-1).text in DASHES
    ]


def holder(noun: Token) -> list[Token]:
    """The subject of a verb that only carries the noun: "X held talks".

    >>> holder(nlp("Arland held talks.")[2])
    [Arland]
    """
    head = _measured(first_conjunct(noun))
    verb = head.head
    clause = carried_in(noun)
    if clause is not None:
        return doer(clause)
    if head.i != noun.i and head.dep_ == "pobj" and verb.head.pos_ == "NOUN":
        return holder(verb.head)  # "a freeze of X's assets and an embargo": who wants the freeze
    if head.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in light_verbs():
        return doer(verb)
    if head.dep_ == "pobj" and verb.dep_ == "prep":
        governor = verb.head
        carried = (
            verb.lower_ in ("in", "into", "under") and governor.lemma_.lower() in light_verbs()
        )
        if verb.lower_ == "in" and governor.pos_ == "PROPN" and governor.i < verb.i:
            return conjuncts(first_conjunct(governor))  # a headline's "X in talks with Y"
        if verb.lower_ == "for" and governor.lemma_.lower() in urging_verbs():
            return doer(governor)  # "calls for an embargo"
        if verb.lower_ == "for" and governor.lemma_.lower() == "responsibility":
            return doer(governor.head) if is_verb(governor.head) else []
        if carried or (verb.lower_ in CIRCUMSTANCES and is_verb(governor)):
            return subjects(governor)
        if verb.lower_ == "at" and governor.dep_ == "dobj":  # "announced a plan at a conference"
            return subjects(governor.head)
    return []


def carrier(noun: Token) -> Token | None:
    """The verb that only carries the noun as its object: "hold" of "hold talks".

    >>> carrier(nlp("Arland held talks.")[2])
    held
    """
    head = _measured(first_conjunct(noun))
    carries = head.dep_ == "dobj" and head.head.lemma_.lower() in light_verbs()
    return head.head if carries else None


def carried_in(noun: Token) -> Token | None:
    """The relative clause in which the noun is an object: "a pact that X signed with Y".

    >>> carried_in(nlp("A pact Arland had signed with Karum fell.")[1])
    signed
    """
    for clause in noun.rights:
        if clause.dep_ == "relcl" and clause.lemma_.lower() in light_verbs():
            own = own_subjects(clause)
            if own and own[0].tag_ not in ("WDT", "WP") and not is_passive(clause):
                return clause
    return None


def _measured(noun: Token) -> Token:
    """The measure of a noun: "round" of "a round of talks", "days" of "three days of meetings"."""
    of = noun.head
    counted = noun.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in MEASURES
    return first_conjunct(of.head) if counted else noun


def chosen(noun: Token) -> Token:
    """The "one" of "one of its allies", else the noun itself.

    >>> chosen(nlp("Karum is one of its allies.")[5])
    one
    """
    preposition = noun.head
    picks = noun.dep_ == "pobj" and preposition.lower_ == "of" and preposition.head.lower_ in PICKED
    return preposition.head if picks else noun


def prefix(cue: Token) -> list[Token]:
    """The word before the hyphen: Arland in "Arland-backed".

    >>> prefix(nlp("Arland-backed rebels left.")[2])
    [Arland]
    """
    return [cue.doc[cue.i - 2]]


def compound_head(cue: Token) -> list[Token]:
    """What a hyphenated compound modifies: rebels in "Arland-backed rebels".

    >>> compound_head(nlp("Arland-backed rebels left.")[2])
    [rebels]
    """
    return [cue.head] if cue.head.i > cue.i else []


def next_word(cue: Token) -> list[Token]:
    """The word behind the hyphen: Arland in "anti-Arland", "pro-Arlandic".

    >>> next_word(nlp("The anti-Arland protests went on.")[1])
    [Arland]
    """
    return [cue.doc[cue.i + 2]]


def does_the_same(verb: Token) -> bool:
    """Whether "joined X" goes on with "in urging": it is done as X does it, not at X's side.

    >>> does_the_same(nlp("Arland joined Karum in urging a truce.")[1])
    True
    """
    return any(t.tag_ == "VBG" for t in prepositional_objects(verb, frozenset({"in"})))


def joined(verb: Token) -> list[Token]:
    """What one becomes part of; who joins others in doing something only does the same.

    >>> joined(nlp("Arland joined the alliance.")[1])
    [alliance]
    """
    return [] if does_the_same(verb) else objects(verb)


def agreed(verb: Token) -> list[Token]:
    """Who agreed to do or on something, not only that something is so.

    >>> agreed(nlp("Arland agreed to leave.")[1])
    [Arland]
    """
    granted = prepositional_objects(verb, frozenset({"on"}))
    if any(thing.lemma_.lower() in PLATITUDES for thing in granted):
        return []  # "agreed on the need to act"
    accord = any(
        child.dep_ == "xcomp" or (child.dep_ == "prep" and child.lower_ in ("on", "with", "to"))
        for child in verb.rights
    )
    return doer(verb) if accord else []
