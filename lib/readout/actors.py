"""Who is who: from names in the text to the actors of the article.

Known actors keep the id of the lexicon, people are grouped by `people`, organisations that the
lexicon does not know by their words and by the acronym that the article defines. A capital or seat
of government belongs to its state where it is read as actor, and is a city where read as place.
"""

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from readout import lexicon
from readout.bystanders import acts
from readout.known_names import DATA, KnownActors, initials_of
from readout.lexicon import KnownActor
from readout.name_runs import Name, is_prefixed
from readout.organisation_names import REBEL_BODIES, REBEL_WORDS, seats_of_union
from readout.people import folded, group_people, name_words, slug
from readout.readings import Reading, reading_of
from readout.reference_words import movements
from readout.syntax import tokens_with

PLACES = frozenset({"state", "city", "capital"})
ACTING = frozenset({"nsubj", "appos", "poss"})  # an unexplained abbreviation there is an actor
CLOSE_SPELLING = 0.85  # difflib ratio from which two long names are one, spelt twice


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the article. `gender` and `country` are None where the article does not tell.

    `via` says who knows the actor: `data`, the caller's `own` list, or the `article` alone.
    """

    id: str
    name: str
    type: str
    country: str | None = None
    gender: str | None = None
    via: str = "article"


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to an actor: tokens [start, end), actor id, kind, reading, and the rule."""

    start: int
    end: int
    actor: str
    kind: str
    reading: str
    via: str


def resolve_names(
    doc: Doc, names: Sequence[Name], *, readable: Sequence[bool], known: KnownActors = DATA
) -> tuple[dict[str, Actor], list[Mention]]:
    """Find out which actor each name stands for.

    Returns the actors by id, in order of their first mention, and one mention per name in text
    order. Names that turn out to be no actor's (a correspondent's, an undefined abbreviation) are
    left out.

    >>> from readout.names import find_names
    >>> doc = nlp("Jane Roe left. Roe spoke.")
    >>> names = find_names(doc, readable=[True] * len(doc))
    >>> actors, mentions = resolve_names(doc, names, readable=[True] * len(doc))
    >>> [*actors], [mention.actor for mention in mentions]
    (['jane-roe'], ['jane-roe', 'jane-roe'])
    """
    names = _with_aliases(doc, names, readable, known)
    named = {
        **_known(doc, names, known),
        **_organisations(doc, names, known),
        **_people(doc, names, known),
    }
    named |= {i: a for i in seats_of_union(doc, names) for a in [*named.values()] if a.id == "eu"}
    bodies = [*dict.fromkeys(named.values())]
    named = {i: _rebel_authority(actor, bodies) for i, actor in named.items()}
    rebels = [actor for actor in dict.fromkeys(named.values()) if _rules_cities(actor)]
    actors: dict[str, Actor] = {}
    mentions = []
    for index, name in enumerate(names):
        if index in named:
            actor, mention = _mention(doc, name, named[index], rebels)
            actors.setdefault(actor.id, actor)
            mentions.append(mention)
    return actors, mentions


def _mention(doc: Doc, name: Name, actor: Actor, rebels: Sequence[Actor]) -> tuple[Actor, Mention]:
    """The mention of an actor by a name, with the reading where the name is one of a place."""
    kind = "acronym" if name.acronym else "name"
    if name.type not in PLACES:
        return actor, Mention(
            name.start, name.end, actor.id, kind, "actor", f"name of {actor.type}"
        )
    reading = reading_of(doc[name.start : name.end])
    if name.type == "capital":
        if reading.reading == "place":
            actor = _city(doc[name.start : name.end].text, actor.country)
        else:
            kind = "metonym"
    elif name.type == "city":
        if reading.reading == "actor" and _stands_for_authorities(actor, reading):
            actor, kind = _authorities(actor, rebels), "metonym"
        else:
            reading = replace(reading, reading="place")
    return actor, Mention(name.start, name.end, actor.id, kind, reading.reading, reading.via)


def _stands_for_authorities(city: Actor, reading: Reading) -> bool:
    """Whether a city acts or is addressed; what is a city's or is called by it is only there."""
    in_clause = ("subject of", "passive subject of", "object of", "with + name", "'")
    owned = reading.via.endswith(" of + name")  # "the status of Karum"
    return city.name in lexicon.cities() and reading.via.startswith(in_clause) and not owned


def _rules_cities(actor: Actor) -> bool:
    """Whether it is an armed group or a rebel authority, which a city may stand for."""
    in_its_name = actor.name.split()[0].lower() in REBEL_WORDS
    return actor.type == "armed_group" or (actor.type == "organisation" and in_its_name)


def _rebel_authority(actor: Actor, others: Sequence[Actor]) -> Actor:
    """The authority that "the rebel council" is: the one with a name, else the first called so."""
    if not _is_rebel_body(actor):
        return actor
    alike = [o for o in others if o.name.split()[-1].lower() == actor.name.split()[-1].lower()]
    with_name = [other for other in alike if other.id in movements()]
    if len(with_name) == 1:
        return with_name[0]
    return next(other for other in alike if _is_rebel_body(other))


def _is_rebel_body(actor: Actor) -> bool:
    words = actor.name.lower().split()
    shaped = words[-1] in REBEL_BODIES and not REBEL_WORDS.isdisjoint(words)
    return actor.type == "organisation" and actor.via == "article" and shaped


def _authorities(city: Actor, rebels: Sequence[Actor]) -> Actor:
    """Who rules in a city that acts: the one rebel group of its country, else its authorities."""
    own = [group for group in rebels if group.country in (None, city.country)]
    if len(own) == 1:
        return own[0]
    name = f"authorities in {city.name}"
    return Actor(f"{city.id}-authorities", name, "government_body", city.country)


def _city(name: str, country: str | None, *, via: str = "data") -> Actor:
    return Actor(slug(name), name, "city", country, via=via)


# Names that only the article itself explains


def _with_aliases(
    doc: Doc, names: Sequence[Name], readable: Sequence[bool], known: KnownActors
) -> list[Name]:
    """The names, with those added or corrected that the article itself explains elsewhere.

    spaCy takes "Roe" for a place or an organisation, or misses it, where another sentence has
    introduced "Jane Roe".
    """
    acronyms = {doc[n.start : n.end].text: n for n in names if _defined_here(doc, n)}
    people = [name for name in names if name.type == "person" and not _is_byname(doc, name, known)]
    surnames = {
        surname
        for name in people
        if len(doc[name.end - 1]) > 2
        for surname in (name_words(doc, name)[-1], doc[name.end - 1].text)
    }
    full = {(doc[n.start].text, doc[n.end - 1].text) for n in people if n.end > n.start + 1}
    bearers = Counter(forename for forename, _ in full)
    forenames = {forename for forename, number in bearers.items() if number == 1}
    covered = {position for name in names for position in range(name.start, name.end)}
    parts = surnames | forenames
    spelt = {folded(part) for part in parts}
    found = [_corrected(doc, name, acronyms, spelt) for name in names]
    whole = {doc[name.start : name.end].text: len(doc[name.start : name.end]) for name in people}
    first_words = frozenset({*acronyms, *(part.partition("-")[0] for part in parts)})
    for token in tokens_with(doc, "ORTH", first_words):
        if token.i in covered or not readable[token.i]:
            continue
        name = _whole_name(token, whole) or _explained(token, acronyms, parts)
        if name is not None:
            found.append(name)
            covered.update(range(name.start, name.end))
    return sorted(found, key=lambda name: name.start)


def _is_byname(doc: Doc, name: Name, known: KnownActors) -> bool:
    """Whether the reader's list gives it beside the person's usual name: "Fox of Karum"."""
    usual = known.by_id[name.known].name if name.known else None
    return usual not in (None, doc[name.start : name.end].text)


def _whole_name(token: Token, whole: Mapping[str, int]) -> Name | None:
    """The person's whole name that begins at the token and that spaCy found elsewhere only."""
    for text, length in whole.items():
        if length > 1 and token.doc[token.i : token.i + length].text == text:
            return Name(token.i, token.i + length, "person")
    return None


def _explained(token: Token, acronyms: dict[str, Name], surnames: set[str]) -> Name | None:
    """The name that begins at the token, if the article explains it elsewhere."""
    word = token.text
    if word in acronyms:
        return replace(acronyms[word], start=token.i, end=token.i + 1)
    if not word[0].isupper():
        return None
    doc, end = token.doc, _hyphened_end(token)
    known = doc[token.i : end].text in surnames
    if known and not _inside_name(doc[end - 1]) and not is_prefixed(doc, token.i):
        return Name(token.i, end, "person")
    return None


def _hyphened_end(token: Token) -> int:
    """Where the word that begins at the token ends, hyphens and what they join included."""
    doc, end = token.doc, token.i + 1
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_:
        if doc[end - 1].whitespace_:
            break
        end += 2
    return end


def _inside_name(token: Token) -> bool:
    """Whether a capitalised neighbour of the same noun phrase shows that a longer name goes on."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if after.lower_ in lexicon.nominals():  # "Roe Government Accepts Plan"
        return False
    return after.tag_ == "NNP" and after.text[0].isupper() and token.dep_ == "compound"


def _defined_here(doc: Doc, name: Name) -> bool:
    return name.acronym and name.start > 0 and doc[name.start - 1].text == "("


def _corrected(doc: Doc, name: Name, acronyms: dict[str, Name], people: set[str]) -> Name:
    if name.known is not None:
        return name
    text = doc[name.start : name.end].text
    if text in acronyms:
        return replace(acronyms[text], start=name.start, end=name.end)
    if name.type in ("city", "organisation") and folded(text) in people:
        return replace(name, type="person", acronym=False)
    return name


# Known actors


def _known(doc: Doc, names: Sequence[Name], known: KnownActors) -> dict[int, Actor]:
    cities = lexicon.cities()
    found = {}
    for index, name in enumerate(names):
        if name.known:
            found[index] = _actor(known.by_id[name.known])
        elif name.type == "city":
            text = doc[name.start : name.end].text
            known_city = cities.get(text)
            found[index] = (
                _city(text, known_city.country) if known_city else _city(text, None, via="article")
            )
    return found


def _actor(entry: KnownActor) -> Actor:
    return Actor(entry.id, entry.name, entry.type, entry.country, entry.gender, entry.via)


# Organisations


def _organisations(doc: Doc, names: Sequence[Name], known: KnownActors) -> dict[int, Actor]:
    """Actors for organisations without an id: by acronym, by close spelling, by shared words.

    An abbreviation that the article nowhere explains ("GDP") is one only if it somewhere acts.
    """
    found: dict[int, Actor] = {}
    by_words: dict[str, Actor] = {}
    before: tuple[int, Actor] | None = None
    acting = {doc[n.start].text for n in names if n.acronym and _acts_somewhere(doc[n.start])}
    for index, name in enumerate(names):
        if name.type not in ("organisation", "government_body", "armed_group") or name.known:
            continue
        text = doc[name.start : name.end].text
        if _defined_here(doc, name) and before and before[0] >= name.start - 3:
            actor: Actor | None = before[1]
        else:
            actor = by_words.get(text) or _alike(text, by_words)
            if actor is None and (text in acting or not name.acronym):
                actor = _new_organisation(text, known)
        if actor is None:
            continue
        by_words[text] = actor
        found[index] = actor
        before = name.end, actor
    return found


def _acts_somewhere(acronym: Token) -> bool:
    is_unit = acronym.i > 0 and acronym.nbor(-1).like_num  # "0735 GMT"
    return acronym.dep_ in ACTING and not is_unit


def _new_organisation(text: str, known: KnownActors) -> Actor:
    """A known actor spelt a little otherwise, else a new one."""
    spelt = _closest_known(text, known)
    if spelt:
        return _actor(spelt)
    return Actor(slug(text), text, "organisation", _country_in(text))


def _closest_known(text: str, known: KnownActors) -> KnownActor | None:
    """The known actor whose name of three words or more differs in some letters only."""
    initials = initials_of(text)
    best: tuple[float, KnownActor] | None = None
    for name, actor in known.with_initials(initials) if len(initials) > 2 else ():
        ratio = difflib.SequenceMatcher(None, name, text).ratio()
        if ratio >= CLOSE_SPELLING and (best is None or ratio > best[0]):
            best = ratio, actor
    return best[1] if best else None


def _alike(text: str, by_words: dict[str, Actor]) -> Actor | None:
    """The organisation whose name ends in the text, or whose initials the text spells."""
    for known, actor in by_words.items():
        if known.endswith(" " + text) and " " in text:
            return actor
        if text.isupper() and text == "".join(
            word[0] for word in known.split() if word[0].isupper()
        ):
            return actor
    return None


def _country_in(text: str) -> str | None:
    """The country whose name or demonym stands in the name of an organisation."""
    demonyms, states = lexicon.demonyms(), lexicon.states()
    for word in text.split():
        state = demonyms.get(word.lower())
        if state:
            return states[state].iso3
    return next((state.iso3 for state in states.values() if state.name in text), None)


# People


def _people(doc: Doc, names: Sequence[Name], known: KnownActors) -> dict[int, Actor]:
    indices = [index for index, name in enumerate(names) if name.type == "person"]
    people = group_people(doc, [names[index] for index in indices])
    found: dict[int, Actor] = {}
    taken: set[str] = set()
    for person in people:
        spans = [names[indices[each]] for each in person.names]
        known_id = next((name.known for name in spans if name.known), None)
        if known_id:
            actor = _actor(known.by_id[known_id])
            found.update((indices[each], actor) for each in person.names)
            continue
        if not acts(doc, person, spans):
            continue
        name = " ".join(person.words)
        actor_id = _unused(slug(name), taken)
        taken.add(actor_id)
        actor = Actor(actor_id, name, "person", None, person.gender)
        found.update((indices[each], actor) for each in person.names)
    return found


def _unused(actor_id: str, taken: Iterable[str]) -> str:
    candidate, number = actor_id, 2
    while candidate in taken:
        candidate, number = f"{actor_id}-{number}", number + 1
    return candidate
