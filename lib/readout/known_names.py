"""The names that are known before the article is read: those of `data/`, and the reader's own.

The names of `data/` are split into words once. A reader's own list lies over them, so that another
list costs no second reading of the files; where both have a name, the reader's wins.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from readout import lexicon
from readout.lexicon import KnownActor

if TYPE_CHECKING:
    from spacy.tokens import Doc


BODIES = frozenset({"organisation", "government_body", "armed_group"})
# What papers write small behind a proper name; "Islamic state" would be any.
GENERIC = frozenset(
    "Council League Union Party Brotherhood Court Commission Assembly Agency Committee Congress "
    "Coalition".split()
)


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name as spaCy tokenizes it, the type of thing, the id of the actor, and whose word it is.

    `type` is an actor type, `capital`, `ambiguous_city` or `region`; `own` says that the reader
    gave the name.
    """

    words: tuple[str, ...]
    type: str
    known: str | None = None
    own: bool = False


@dataclass(frozen=True, eq=False)
class KnownActors:
    """The known actors of `data/`, with the reader's `own` over them.

    >>> from readout.lexicon import KnownActor
    >>> own = KnownActor("cnf", "Coastal National Front", "armed_group", "SOM", ("CNF",), ("CNF",))
    >>> known = KnownActors((own,))
    >>> known.by_id["cnf"].country, known.by_id["norway"].country
    ('SOM', 'NOR')
    """

    own: tuple[KnownActor, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, KnownActor]:
        """The actors by id.

        >>> DATA.by_id["norway"].type
        'state'
        """
        return MappingProxyType({**_by_id(), **{actor.id: actor for actor in self.own}})

    @cached_property
    def by_first_word(self) -> Mapping[str, tuple[KnownName, ...]]:
        """Every known name by its first word, the longest names first.

        >>> [" ".join(name.words) for name in DATA.by_first_word["Burkina"]]
        ['Burkina Faso', 'Burkina']
        """
        own = [
            replace(each, own=True)
            for actor in self.own
            for each in _as_words((name, actor.type, actor.id) for name in actor.names)
        ]
        if not own:
            return _by_first_word()
        spelt = {name.words for name in own}
        beside = [
            name
            for first in {words[0] for words in spelt}
            for name in _by_first_word().get(first, ())
            if name.words not in spelt
        ]
        return MappingProxyType({**_by_first_word(), **_grouped([*own, *beside])})

    def with_initials(self, initials: str) -> tuple[tuple[str, KnownActor], ...]:
        """The names whose words begin with these letters, and their actors, own names first.

        >>> sorted({actor.id for _, actor in DATA.with_initials("AU")})
        ['african-union']
        """
        own = ((name, actor) for actor in self.own for name in actor.names)
        return (
            *(each for each in own if initials_of(each[0]) == initials),
            *_by_initials().get(initials, ()),
        )


DATA = KnownActors()


@cache
def _by_id() -> Mapping[str, KnownActor]:
    return MappingProxyType({actor.id: actor for actor in lexicon.known_actors()})


def initials_of(name: str) -> str:
    """The first letters of the words of a name.

    >>> initials_of("Army of the North")
    'AotN'
    """
    return "".join(word[0] for word in name.split())


@cache
def _by_initials() -> Mapping[str, tuple[tuple[str, KnownActor], ...]]:
    found: dict[str, list[tuple[str, KnownActor]]] = {}
    for actor in lexicon.known_actors():
        for name in actor.names:
            found.setdefault(initials_of(name), []).append((name, actor))
    return MappingProxyType({initials: tuple(names) for initials, names in found.items()})


@cache
def _by_first_word() -> Mapping[str, tuple[KnownName, ...]]:
    return MappingProxyType(_grouped(_as_words(_names_of_data())))


def _names_of_data() -> Iterator[tuple[str, str, str | None]]:
    """Each name of the lexicon with the type of thing and the actor id that it stands for."""
    for actor in lexicon.known_actors():
        yield from ((name, actor.type, actor.id) for name in actor.names)
        if actor.type in BODIES:
            yield from ((n, actor.type, actor.id) for name in actor.names for n in _in_small(name))
    for places in (lexicon.capitals(), lexicon.seats()):
        yield from ((place, "capital", state) for place, state in places.items())
    for name, city in lexicon.cities().items():
        yield name, "ambiguous_city" if city.common_word else "city", None
    yield from ((name, "media", None) for name in lexicon.media_names())
    yield from ((name, "region", None) for name in lexicon.regions())


def _in_small(name: str) -> Iterator[str]:
    """The name as papers write it that spare capitals: "UN security council", "Arab league"."""
    first, _, rest = name.partition(" ")
    words = rest.split()
    if words and words[-1] in GENERIC and all(w.isalpha() and not w[1:].isupper() for w in words):
        yield f"{first} {rest.lower()}"


def _as_words(names: Iterable[tuple[str, str, str | None]]) -> Iterator[KnownName]:
    for name, kind, known in names:
        plain = name.replace(" ", "").isalpha()
        words = name.split() if plain else [token.text for token in _tokenizer()(name)]
        yield KnownName(tuple(words), kind, known)


@cache
def _tokenizer() -> "Callable[[str], Doc]":
    from spacy.lang.en import English

    return English().tokenizer


def _grouped(names: Iterable[KnownName]) -> dict[str, tuple[KnownName, ...]]:
    found: dict[str, list[KnownName]] = {}
    for name in names:
        found.setdefault(name.words[0], []).append(name)
    return {
        first: tuple(sorted(names, key=lambda name: -len(name.words)))
        for first, names in found.items()
    }
