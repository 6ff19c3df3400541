"""Who is meant by "the two countries", "both leaders", "the three ministers"."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from spacy.tokens import Token

from readout.reference_words import COUNTRIES, LEADERS

if TYPE_CHECKING:
    from readout.references import References

NUMBERS = MappingProxyType({"two": 2, "both": 2, "three": 3, "four": 4, "five": 5})
STATES = COUNTRIES | {"neighbour", "neighbor", "capital", "government", "ally", "power"}
PEOPLE = LEADERS | frozenset("minister man woman diplomat official envoy politician".split())
FARTHEST = 4  # sentences back


def counted_group(noun: Token, references: "References") -> tuple[str, ...]:
    """The ids of the actors that a counted noun sums up, none where they cannot be told.

    They are the only so many states (or people) that are named last before it: of its own sentence,
    else of that and the one before, and so on.

    >>> roe = who_is_who("Norway met Chad. The two countries signed it.")
    >>> counted_group(roe.doc[6], roe)
    ('norway', 'chad')
    """
    number = next((NUMBERS[c.lower_] for c in noun.lefts if c.lower_ in NUMBERS), 0)
    lemma = noun.lemma_.lower()
    wanted = "state" if lemma in STATES else "person" if lemma in PEOPLE else None
    if not number or wanted is None or not _is_definite(noun):
        return ()
    found: list[str] = []
    for actors in _named_before(noun, references, wanted):
        found = [*dict.fromkeys([*actors, *found])]
        if len(found) >= number:
            return tuple(found) if len(found) == number else ()
    return ()


def _is_definite(noun: Token) -> bool:
    """Whether it speaks of those named before: not "two ministers resigned"."""
    before = {child.lower_ for child in noun.lefts}
    return bool(before & {"the", "these", "those", "both"}) and not any(
        child.dep_ in ("poss", "amod") or child.lower_ == "of" for child in noun.children
    )


def _named_before(noun: Token, references: "References", wanted: str) -> Iterator[list[str]]:
    """For each sentence, from that of the noun backwards, the actors of a type named there."""
    sentence, end = noun.sent, noun.i
    for _ in range(FARTHEST):
        named = {
            mention.start: references.state_of(mention.actor)
            for mention in references.mentions
            if mention.kind != "pronoun" and sentence.start <= mention.start < end
        }
        named |= {i: state for i, state in references.demonyms if sentence.start <= i < end}
        yield [a for _, a in sorted(named.items()) if references.type_of(a) == wanted]
        if not sentence.start:
            return
        sentence = noun.doc[sentence.start - 1].sent
        end = sentence.end
