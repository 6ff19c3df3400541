"""Words by which nouns are told to be somebody, to stand for somebody, or to be only somebody's."""

from functools import cache

from spacy.tokens import Token

from readout import lexicon
from readout.syntax import prepositional_objects

# Without a country named, these are the ones of the state that the article is about.
ANY_BODY = frozenset({"bloc", "organisation", "organization", "alliance", "grouping"})
COUNTRIES = frozenset({"country", "nation", "state", "homeland"})
RULING = frozenset("authority government regime ruler".split())
SERVING = frozenset({"official", "police", "army"})  # of a state; those in a city may be anybody's
GOVERNMENTS = frozenset({"government", "regime", "army"})
# One who leads a side may be called by another of these words: a president is "the leader".
LEADERS = frozenset(
    "leader president premier ruler king queen emir sultan strongman chancellor dictator".split()
)
HEADS = frozenset(
    "chief head director chairman chairwoman boss commander secretary-general".split()
)
# People who are somebody's without standing for him: his opponents, relatives, citizens at large.
NOT_FOR_OWNER = frozenset(
    "opponent critic rival enemy foe challenger opposition successor predecessor host counterpart "
    "neighbour neighbor father mother brother sister son daughter wife husband uncle aunt nephew "
    "cousin niece relative kin parent historian economist expert analyst journalist correspondent "
    "author businessman oligarch protester demonstrator dissident defector university".split()
)
UNDER_A_RULER = frozenset(
    "opposition rebel party militia separatist faction tribal religious spiritual student union "
    "deputy vice house senate majority minority congressional parliamentary".split()
)


def rules_alone(title: str) -> bool:
    """Whether the holder leads the side itself: no "opposition leader" is a country's president.

    >>> rules_alone("leader"), rules_alone("opposition leader")
    (True, False)
    """
    words = set(title.split())
    return bool(LEADERS & words) and not UNDER_A_RULER & words


@cache
def last_words_of_demonyms() -> frozenset[str]:
    """Last words of the adjectives and names of peoples, in lower case.

    >>> "syrian" in last_words_of_demonyms()
    True
    """
    return frozenset(demonym.split()[-1] for demonym in lexicon.demonyms())


def movements() -> frozenset[str]:
    """Ids of rebel authorities, movements and parties of the lexicon.

    >>> "hamas" in movements()
    True
    """
    return frozenset(group.id for group in lexicon.armed_groups())


def is_leaning(word: Token) -> bool:
    """Whether it is like the Arlandic of "pro-Arlandic": no side of one's own.

    >>> [word.text for word in nlp("The pro-Syrian party left.") if is_leaning(word)]
    ['Syrian']
    """
    return word.i > 1 and word.nbor(-1).text == "-" and word.nbor(-2).lower_ in ("pro", "anti")


def places_of_power(noun: Token) -> list[Token]:
    """Whom forces follow or where officials rule: "troops loyal to X", "police in Arland".

    >>> places_of_power(nlp("Troops loyal to Haftar attacked Arland.")[0])
    [Haftar]
    """
    said = noun.lemma_.lower()
    for child in noun.rights:
        if child.dep_ == "amod" and child.lower_ in ("loyal", "faithful"):
            return prepositional_objects(child, frozenset({"to"}))
    in_power = said in RULING or said in SERVING
    return prepositional_objects(noun, frozenset({"in"})) if in_power else []
