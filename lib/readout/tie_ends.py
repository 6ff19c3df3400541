"""The two ends of each tie: the actors in the slots of a cue that can have the relation."""

from collections.abc import Iterator

from spacy.tokens import Token

from readout import meeting_slots
from readout.references import References
from readout.syntax import first_conjunct
from readout.tie_checks import is_home

Pair = tuple[str, str, Token, Token]  # source, target, and where each stands
# "Cooperation from X and Y" and "rivals like X and Y": with or of somebody else.
WITH_THIRD = frozenset({"from", "like", "as", "including"})
GIVERS = frozenset({"state", "organisation", "bloc"})
ONLY_PLACES = frozenset({"city"})


def met_there(references: References, cue: Token, pair: Pair) -> Iterator[Pair]:
    """Who is met on a journey: the state that it goes to, if no host is named.

    >>> chad = who_is_who("Jane Roe flew to Chad to meet Peter Poe.")
    >>> pair = ("jane-roe", "chad", chad.doc[1], chad.doc[4])
    >>> [met[:2] for met in met_there(chad, chad.doc[2], pair)]
    [('jane-roe', 'peter-poe')]
    """
    traveller, state, at_traveller, _ = pair
    if references.type_of(state) != "state":
        yield pair
        return
    named = meeting_slots.named_hosts(cue)
    hosts = [(host, token) for token in named for host in references.of(token)]
    hosts = [
        (host, token)
        for host, token in hosts
        if host not in (traveller, state) and _may_hold(references, "meets", traveller, host)
    ]
    for host, token in hosts:
        yield traveller, host, at_traveller, token
    if not hosts and not meeting_slots.attends(cue):
        yield pair


def given_to_topic(references: References, sources: list[Token], cue: Token) -> Iterator[Pair]:
    """Aid that is promised to nobody in particular goes to the state that the article is about.

    >>> chad = who_is_who("Chad is at war. Chad is poor. Norway has promised aid.")
    >>> [pair[:2] for pair in given_to_topic(chad, [chad.doc[9]], chad.doc[11])]
    [('norway', 'chad')]
    """
    topic = references.topic_state
    for token in sources:
        for giver in _ends(references, token):
            if topic and giver != topic and references.type_of(giver) in GIVERS:
                yield giver, topic, token, cue


def from_own_side(references: References, sources: list[Token], cue: Token) -> Iterator[Pair]:
    """Who defects leaves his own side, whether it is named or not.

    >>> chad = who_is_who("Chadian General Jane Roe defected.")
    >>> [pair[:2] for pair in from_own_side(chad, [chad.doc[3]], chad.doc[4])]
    [('jane-roe', 'chad')]
    """
    for token in sources:
        named = token.i in references.by_token or token.pos_ == "PRON"
        for person in references.of(token) if named else ():
            for side in references.sides_of(person):
                if references.type_of(person) == "person" and references.type_of(side) == "state":
                    yield person, side, token, cue


def turned(pairs: list[Pair]) -> list[Pair]:
    """The pairs with their ends exchanged.

    >>> doc = nlp("Arland left Karum.")
    >>> turned([("arland", "karum", doc[0], doc[2])])
    [('karum', 'arland', Karum, Arland)]
    """
    return [(other, one, at_other, at_one) for one, other, at_one, at_other in pairs]


def pairs_between(
    references: References, relation: str, sources: list[Token], targets: list[Token]
) -> Iterator[Pair]:
    """Each source with each target that it can have the relation to.

    >>> chad = who_is_who("Egypt left Chad.")
    >>> [pair[:2] for pair in pairs_between(chad, "opposes", [chad.doc[0]], [chad.doc[2]])]
    [('egypt', 'chad')]
    """
    for source_token in sources:
        for target_token in targets:
            if source_token.i == target_token.i:
                continue  # "tension between them and X" is not one between themselves
            owners = references.of(source_token)
            if len(owners) > 1 and set(references.of(target_token)) < set(owners):
                continue  # "forces loyal to X and Y" are theirs, not one's for the other
            for source in _ends(references, source_token):
                for target in _ends(references, target_token, whole=relation == "member"):
                    if source == target or not _may_hold(references, relation, source, target):
                        continue
                    if relation == "opposes" and _at_home(references, source, target_token):
                        continue
                    yield source, target, source_token, target_token


def _may_hold(references: References, relation: str, source: str, target: str) -> bool:
    """Whether the ends can have the relation: one belongs to a body, and visits are not home."""
    if relation == "meets":
        return not (is_home(references, source, target) or is_home(references, target, source))
    if relation == "member" and references.type_of(source) == "state":
        return references.type_of(target) in ("organisation", "bloc")
    return relation != "member" or references.type_of(target) != "person"


def _at_home(references: References, group: str, place: Token) -> bool:
    """Whether it is a city of the group's own state: who storms it need not fight the state."""
    city = references.by_token.get(place.i, "")
    own_city = references.type_of(city) == "city"
    return own_city and is_home(references, group, references.state_of(city))


def reciprocal(references: References, relation: str, tokens: list[Token]) -> Iterator[Pair]:
    """Each pair of a group that the cue joins: "X and Y met", "ties between X and Y", "X-Y talks".

    >>> chad = who_is_who("Egypt and Chad met.")
    >>> [pair[:2] for pair in reciprocal(chad, "meets", [chad.doc[0], chad.doc[2]])]
    [('egypt', 'chad')]
    """
    ends = [(actor, token) for token in tokens for actor in _ends(references, token)]
    for position, (one, one_token) in enumerate(ends):
        for other, other_token in ends[position + 1 :]:
            joint = first_conjunct(one_token)
            with_third = joint.head.lower_ in WITH_THIRD
            together = joint.i == first_conjunct(other_token).i
            if relation != "aligned":  # "the X-Y peace deal" is not yet made
                together = together or one_token.head.i == other_token.i
            if one != other and not with_third and together:
                yield one, other, one_token, other_token


def _ends(references: References, token: Token, *, whole: bool = False) -> tuple[str, ...]:
    """The actors of a token that ties can join: a capital is its state, other cities are none."""
    found = references.whole_of(token) if whole else references.described_by(token)
    found = found or references.of(token) or references.side(token) or references.people(token)
    return tuple(
        end for actor in found for end in [references.state_of(actor)] if is_body(references, end)
    )


def is_body(references: References, actor: str) -> bool:
    """Whether it can have ties: cities that stand for no government have none.

    >>> is_body(who_is_who("Egypt left."), "egypt")
    True
    """
    return references.type_of(actor) not in ONLY_PLACES
