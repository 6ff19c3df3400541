"""Who stands with or against an actor: the ties that say so, and the one sentence to tell first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.chart_words import say_list
from readout.network import SIDES, distinct_ties

if TYPE_CHECKING:
    from readout.article import Article

MOST_NAMED = 3
VERBS = {
    "backs": ("backs", "back"),
    "opposes": ("opposes", "oppose"),
    "courts": ("courts", "court"),
    "aligned": ("is aligned with", "be aligned with"),
}
# The first of these that an actor has is told: a relation, and whether the actor is its target.
TOLD = (
    ("backs", True),
    ("backs", False),
    ("opposes", True),
    ("opposes", False),
    ("aligned", False),
    ("courts", True),
    ("courts", False),
)


@dataclass(frozen=True)
class Tie:
    """What one actor is said to be to another."""

    source: str
    relation: str
    target: str
    certainty: str


def side_ties(article: "Article") -> list[Tie]:
    """Return the distinct ties that say who stands with or against whom.

    >>> side_ties(readout.parse("Egypt has armed Chad."))
    [Tie(source='egypt', relation='backs', target='chad', certainty='stated')]
    """
    ties = article.ties[article.ties["relation"].isin(SIDES)]
    ties = distinct_ties(ties[ties["source"] != ties["target"]])
    return [
        Tie(tie["source"], tie["relation"], tie["target"], tie["certainty"])
        for tie in ties.to_dict("records")
    ]


def say_sides(article: "Article", actor: str) -> str:
    """Say who backs an actor; if nobody, whom it backs, who opposes it, and so on.

    >>> say_sides(readout.parse("Egypt has armed Chad."), "chad")
    'Egypt backs Chad'
    """
    ties, known = side_ties(article), article.actors.set_index("actor")
    names, mentions = known["name"].dropna(), known["mentions"]
    for relation, incoming in TOLD:
        found = _partners(ties, actor, relation, incoming=incoming)
        partners = sorted(found, key=lambda other: (-mentions.get(other, 0), other))
        stated, hedged = (
            [names.get(other, other) for other in partners if found[other] == certainty]
            for certainty in ("stated", "hedged")
        )
        if partners:
            say = _say_incoming if incoming else _say_outgoing
            return say(names.get(actor, actor), relation, stated, hedged)
    return f"{names.get(actor, actor)} itself has no such tie"


def _partners(ties: Sequence[Tie], actor: str, relation: str, *, incoming: bool) -> dict[str, str]:
    """Return who has the relation with the actor, and how certainly."""
    found = {}
    for tie in ties:
        source, target = (tie.source, tie.target) if incoming else (tie.target, tie.source)
        if tie.relation == relation and target == actor:
            found[source] = tie.certainty
        elif tie.relation == relation == "aligned" and source == actor:
            found[target] = tie.certainty
    return found


def _say_incoming(name: str, relation: str, stated: list[str], hedged: list[str]) -> str:
    verb, verbs = VERBS[relation]
    if not stated:
        return f"{_name_all(hedged)} may {verbs} {name}"
    more = f"; {_name_all(hedged, 'more')} may" if hedged else ""
    return f"{_name_all(stated)} {verb if len(stated) == 1 else verbs} {name}{more}"


def _say_outgoing(name: str, relation: str, stated: list[str], hedged: list[str]) -> str:
    verb, verbs = VERBS[relation]
    if not stated:
        return f"{name} may {verbs} {_name_all(hedged)}"
    more = f" and may {verbs} {_name_all(hedged, 'more actors')}" if hedged else ""
    return f"{name} {verb} {_name_all(stated)}{more}"


def _name_all(names: list[str], noun: str = "actors") -> str:
    return say_list(names) if len(names) <= MOST_NAMED else f"{len(names)} {noun}"
