"""What the frames show, in sentences; every one is computed from the article at hand.

Each function answers one notebook's question and returns `Findings`, which a notebook shows as a
list. What the article does not say gets a sentence that says so.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from readout.network import central_actor
from readout.tables import names_by_id

if TYPE_CHECKING:
    from readout.article import Article

COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Findings:
    """Sentences about an article; a notebook shows them as a list, with everything escaped."""

    sentences: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(f"- {sentence}" for sentence in self.sentences)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in self.sentences)
        return f"<ul>{items}</ul>"


def mentions(article: "Article") -> Findings:
    """Who is in the article: counts by actor, kind of word and reading.

    Returns the sentences, at least one, as `Findings`.

    >>> print(mentions(readout.parse("Jane Roe met Al Poe. She left.")))
    - Two actors in three mentions.
    - Jane Roe is mentioned most as an actor: 2 of 3 times.
    - One pronoun, most for Jane Roe.
    """
    rows, names = article.mentions, names_by_id(article)
    if rows.empty:
        return Findings(("The article names no actor.",))
    actors = _count(rows["actor"].nunique(), "actor").capitalize()
    found = [f"{actors} in {_count(len(rows), 'mention')}."]
    acting = rows[rows["reading"] == "actor"]
    counts = _counts(acting["actor"])
    if counts:
        name, most = names[counts[0][0]], counts[0][1]
        found.append(f"{name} is mentioned most as an actor: {most} of {len(acting)} times.")
    for kind in ("pronoun", "metonym", "acronym"):
        of_kind = rows.loc[rows["kind"] == kind, "actor"]
        if not of_kind.empty:
            most_often = _list([names[actor] for actor, _ in _counts(of_kind)[:3]])
            found.append(f"{_count(len(of_kind), kind).capitalize()}, most for {most_often}.")
    both = sorted(set(acting["actor"]) & set(rows.loc[rows["reading"] == "place", "actor"]))
    if both:
        who = _list([names[actor] for actor in both])
        found.append(f"Read as actor in some sentences and as place in others: {who}.")
    return Findings(tuple(found))


def timeline(article: "Article") -> Findings:
    """When it happened: the span of the events, how many are hedged, what follows publication.

    Returns the sentences, at least one, as `Findings`.

    >>> print(timeline(readout.parse("Jane Roe left on 3 May 2024.")))
    - One event between 3 May 2024 and 3 May 2024.
    - None of these are hedged: planned, expected or unproven.
    """
    events = article.timeline[article.timeline["label"] != "article published"]
    if events.empty:
        return Findings(("The article gives no date for anything that happened.",))
    number = _count(len(events), "event").capitalize()
    first, last = _day(events["first_day"].min()), _day(events["last_day"].max())
    hedged = int((events["certainty"] == "hedged").sum())
    found = [
        f"{number} between {first} and {last}.",
        f"{_of_these(hedged)} hedged: planned, expected or unproven.",
    ]
    if article.published is not None:
        found += _around_publication(events, pd.Timestamp(article.published))
    return Findings(tuple(found))


def _around_publication(events: pd.DataFrame, published: pd.Timestamp) -> list[str]:
    found = []
    ahead = int((events["first_day"] > published).sum())
    if ahead:
        found.append(f"{_of_these(ahead)} after the publication on {_day(published)}.")
    happened = (events["last_day"] <= published) & (events["certainty"] == "stated")
    past = events.loc[happened, "last_day"]
    if not past.empty:
        gap = (published - past.max()).days
        ended = f"{_count(gap, 'day')} before" if gap else "on the day of"
        found.append(f"The latest of what had happened ended {ended} the publication.")
    return found


def backers(article: "Article", *, centre: str | None = None) -> Findings:
    """Who stands where around the central actor (or the actor with the id `centre`).

    Returns the sentences, at least one, as `Findings`. Raises KeyError if the article has no such
    actor.

    >>> print(backers(readout.parse("Egypt has armed Chad.")))
    - Around Chad, the most mentioned of the actors that ties meet in.
    - One backer is stated: Egypt.
    - No backer is only suggested.
    """
    given = centre is not None
    centre = centre or central_actor(article.ties, article.actors)
    if centre is None:
        return Findings(("The article says of no two actors who backs or opposes whom.",))
    names = names_by_id(article)
    name = names[centre]
    ties = [_Tie(*row) for row in article.ties[list(_Tie._fields)].itertuples(index=False)]
    backing = [tie for tie in ties if tie.relation == "backs" and tie.target == centre]
    courted = [tie for tie in ties if tie.relation == "courts" and tie.source == centre]
    opponents = [tie for tie in ties if tie.relation == "opposes" and tie.target == centre]
    opposed = [tie for tie in ties if tie.relation == "opposes" and tie.source == centre]
    chosen = "" if given else ", the most mentioned of the actors that ties meet in"
    found = [f"Around {name}{chosen}."]
    found += _backing(backing, names, name)
    found += _diversification(backing, ties, names)
    if courted:
        found.append(f"{name} courts {_list([_who(tie, tie.target, names) for tie in courted])}.")
    if opponents:
        against = _list([_who(tie, tie.source, names) for tie in opponents])
        found.append(f"Against {name}: {against}.")
    if opposed:
        targets = _list([_who(tie, tie.target, names) for tie in opposed])
        found.append(f"{name} stands against {targets}.")
    return Findings((*found, *_against_backers(backing, ties, names, centre)))


class _Tie(NamedTuple):
    source: str
    relation: str
    target: str
    certainty: str


def _backing(backing: list[_Tie], names: dict[str, str], centre: str) -> list[str]:
    if not backing:
        return [f"Nobody is said to back {centre}."]
    found = []
    for certainty, verb in (("stated", "stated"), ("hedged", "only suggested")):
        who = [names[tie.source] for tie in backing if tie.certainty == certainty]
        number = _count(len(who), "backer").capitalize()
        if who:
            found.append(f"{number} {_is(len(who))} {verb}: {_list(who)}.")
        else:
            found.append(f"No backer is {verb}.")
    return found


def _diversification(backing: list[_Tie], ties: list[_Tie], names: dict[str, str]) -> list[str]:
    """A new backer that is aligned with an old one diversifies little."""
    joined = {
        frozenset((tie.source, tie.target)): tie.certainty
        for tie in sorted(ties, key=lambda tie: tie.certainty)  # stated comes last and wins
        if tie.relation in ("aligned", "backs", "member")
    }
    found = []
    for one, other in combinations(sorted(backing), 2):
        certainty = joined.get(frozenset((one.source, other.source)))
        if certainty:
            pair = f"{names[one.source]} and {names[other.source]}, both backers"
            hedge = " (hedged)" if certainty == "hedged" else ""
            differ = one.certainty != other.certainty
            so = ", so the one only suggested adds little to the one stated" if differ else ""
            found.append(f"{pair}, are themselves aligned{hedge}{so}.")
    return found


def _against_backers(
    backing: list[_Tie], ties: list[_Tie], names: dict[str, str], centre: str
) -> list[str]:
    sources = {tie.source for tie in backing}
    return [
        f"{_who(tie, tie.source, names)} stands against {names[tie.target]}, a backer."
        for tie in ties
        if tie.relation == "opposes" and tie.target in sources and tie.source != centre
    ]


def _who(tie: _Tie, actor: str, names: dict[str, str]) -> str:
    return names[actor] + (" (hedged)" if tie.certainty == "hedged" else "")


def _of_these(number: int) -> str:
    word = "None" if number == 0 else _count(number, "").strip().capitalize()
    return f"{word} of these {_is(number)}"


def _counts(column: pd.Series) -> list[tuple[str, int]]:
    """Values with how often they occur, the most frequent first, then by name."""
    counts = column.value_counts()
    return sorted(
        ((str(value), int(n)) for value, n in counts.items()), key=lambda pair: (-pair[1], pair[0])
    )


def _count(number: int, noun: str) -> str:
    word = COUNTED[number] if number < len(COUNTED) else str(number)
    return f"{word} {noun}{'s' if noun and number != 1 else ''}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _list(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%B %Y}"
