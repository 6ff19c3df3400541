"""Which armed group or rebel authority an article means by "the rebels" and words like it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from readout import lexicon
from readout.organisation_names import REBEL_WORDS
from readout.reference_words import movements
from readout.syntax import prepositional_objects

if TYPE_CHECKING:
    from readout.references import References

PLACES = frozenset({"in", "of", "from"})
OPPOSITION = "opposition"
# Before a noun they say that it is not the state's: "Syrian rebel leaders".
OUTSIDERS = frozenset(
    "rebel opposition separatist insurgent guerrilla dissident secessionist".split()
)


def rebels_meant(noun: Token, named: Sequence[str], references: "References") -> tuple[str, ...]:
    """The one group that a noun such as "rebels" can mean, given whom its modifiers name.

    It is the only armed group of the article, else its only rebel authority; of the country that
    is named with the noun, if one is. "Opposition fighters" are those of an opposition.

    >>> lra = who_is_who("The LRA left. The rebels spoke, and rebels in Syria.")
    >>> rebels_meant(lra.doc[5], (), lra), rebels_meant(lra.doc[9], (), lra)
    (('lra',), ())
    """
    if any(references.type_of(actor) == "armed_group" for actor in named):
        return tuple(named)  # "the rebels of the Northern Army"
    countries = _countries(noun, named, references)
    if named and not countries:
        return tuple(named)
    actors = references.actors.values()
    authorities = [
        a
        for a in actors
        if a.type != "armed_group"
        if a.id in movements() or a.name.split(" ")[0].lower() in REBEL_WORDS
    ]
    if any(word.lower_ == OPPOSITION for word in (noun, *noun.lefts)):
        called_so = [a for a in actors if OPPOSITION in a.name.lower()]
        groups = called_so or (authorities if countries else [])
    else:
        groups = [a for a in actors if a.type == "armed_group"] or authorities
    own = [group for group in groups if not countries or group.country in countries]
    return (own[0].id,) if len(own) == 1 else ()


def _countries(noun: Token, named: Sequence[str], references: "References") -> set[str]:
    """ISO codes of the countries that the noun is said to belong to."""
    places = prepositional_objects(noun, PLACES)
    where = [references.by_token[place.i] for place in places if place.i in references.by_token]
    found = set()
    for actor in [*named, *map(references.state_of, where)]:
        if actor in lexicon.states():
            found.add(lexicon.states()[actor].iso3)
        elif actor in named and actor in references.actors:
            found.add(references.actors[actor].country)
    return {country for country in found if country}
