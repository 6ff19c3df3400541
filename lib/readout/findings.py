"""What the frames show, in sentences; every one is computed from the article at hand.

Each function answers one notebook's question and returns `Findings`, which a notebook shows as a
list. What the article does not say gets a sentence that says so.
"""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

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
    """Who is in the article: counts by actor, kind of word and reading."""
    rows, names = article.mentions, names_by_id(article)
    if rows.empty:
        return Findings(("The article names no actor.",))
    acting = rows[rows["reading"] == "actor"]
    found = [f"{_count(rows['actor'].nunique(), 'actor')} in {_count(len(rows), 'mention')}."]
    counts = _counts(acting["actor"])
    if counts:
        first, most = counts[0]
        found.append(
            f"{names[first]} is mentioned most as an actor: {most} of {len(acting)} times."
        )
    for kind, plural in (("pronoun", "pronouns"), ("metonym", "metonyms"), ("acronym", "acronyms")):
        of_kind = rows[rows["kind"] == kind]
        if not of_kind.empty:
            who = _list(names[actor] for actor, _ in _counts(of_kind["actor"])[:3])
            found.append(f"{_count(len(of_kind), kind, plural).capitalize()}, most for {who}.")
    both = sorted(set(acting["actor"]) & set(rows.loc[rows["reading"] == "place", "actor"]))
    if both:
        found.append(
            f"Read as actor in some sentences and as place in others: {_list(map(names.get, both))}."
        )
    return Findings(tuple(found))


def timeline(article: "Article") -> Findings:
    """When it happened: span of the events, how many are hedged, what lies around the publication."""
    events = article.timeline
    dated = events[events["label"] != "article published"]
    if dated.empty:
        return Findings(("The article gives no date for anything that happened.",))
    first, last = dated["first_day"].min(), dated["last_day"].max()
    found = [f"{_count(len(dated), 'event').capitalize()} between {_day(first)} and {_day(last)}."]
    hedged = int((dated["certainty"] == "hedged").sum())
    found.append(
        f"{_count(hedged, 'event').capitalize()} of these {_is(hedged)} hedged: planned, expected or unproven."
    )
    if article.published is not None:
        published = pd.Timestamp(article.published)
        ahead = int((dated["first_day"] > published).sum())
        if ahead:
            found.append(
                f"{_count(ahead, 'event').capitalize()} {'lies' if ahead == 1 else 'lie'} after the publication on {_day(published)}."
            )
        recent = dated[(dated["last_day"] <= published)].sort_values("last_day")
        if not recent.empty:
            gap = (published - recent["last_day"].iloc[-1]).days
            found.append(
                f"The latest of what had happened ended {_count(gap, 'day')} before the publication."
            )
    return Findings(tuple(found))


def backers(article: "Article", *, centre: str | None = None) -> Findings:
    """Who stands where around the central actor (or the actor with the id `centre`)."""
    centre = centre or central_actor(article.ties, article.actors)
    names = names_by_id(article)
    if centre is None:
        return Findings(
            ("The article says of no two actors who backs, courts, opposes or aligns with whom.",)
        )
    ties = article.ties
    name = names[centre]
    found = [f"Around {name}, the most mentioned of the actors that ties meet in."]
    found += _backing(ties, names, centre)
    found += _diversification(ties, names, centre)
    found += _said(ties, names, centre, "courts", f"{name} courts {{}}.", outward=True)
    found += _said(ties, names, centre, "opposes", f"Against {name}: {{}}.", outward=False)
    found += _said(ties, names, centre, "opposes", f"{name} stands against {{}}.", outward=True)
    found += _against_backers(ties, names, centre)
    return Findings(tuple(found))


def _backing(ties: pd.DataFrame, names: dict[str, str], centre: str) -> list[str]:
    backing = ties[(ties["relation"] == "backs") & (ties["target"] == centre)]
    if backing.empty:
        return [f"Nobody is said to back {names[centre]}."]
    found = []
    for certainty, verb in (("stated", "stated"), ("hedged", "only suggested")):
        who = backing.loc[backing["certainty"] == certainty, "source"].tolist()
        if who:
            found.append(
                f"{_count(len(who), 'backer').capitalize()} {_is(len(who))} {verb}: {_list(map(names.get, who))}."
            )
        else:
            found.append(f"No backer is {verb}.")
    return found


def _diversification(ties: pd.DataFrame, names: dict[str, str], centre: str) -> list[str]:
    """A new backer that is aligned with an old one diversifies little."""
    certainty = {
        row.source: row.certainty
        for row in ties.itertuples()
        if row.relation == "backs" and row.target == centre
    }
    joined = {
        frozenset((row.source, row.target)): row.certainty
        for row in ties.itertuples()
        if row.relation in ("aligned", "backs", "member")
    }
    found = []
    for one, other in combinations(sorted(certainty), 2):
        if frozenset((one, other)) in joined:
            pair = f"{names[one]} and {names[other]}, both backers, are themselves aligned"
            hedge = " (hedged)" if joined[frozenset((one, other))] == "hedged" else ""
            mixed = {certainty[one], certainty[other]} == {"stated", "hedged"}
            tail = (
                ", so the suggested backer adds little that the stated one does not bring"
                if mixed
                else ""
            )
            found.append(f"{pair}{hedge}{tail}.")
    return found


def _said(
    ties: pd.DataFrame,
    names: dict[str, str],
    centre: str,
    relation: str,
    sentence: str,
    *,
    outward: bool,
) -> list[str]:
    here, there = ("source", "target") if outward else ("target", "source")
    rows = ties[(ties["relation"] == relation) & (ties[here] == centre)]
    others = [f"{names[row[there]]}{_hedged(row['certainty'])}" for _, row in rows.iterrows()]
    return [sentence.format(_list(others))] if others else []


def _against_backers(ties: pd.DataFrame, names: dict[str, str], centre: str) -> list[str]:
    backing = ties.loc[(ties["relation"] == "backs") & (ties["target"] == centre), "source"]
    rows = ties[
        (ties["relation"] == "opposes") & ties["target"].isin(backing) & (ties["source"] != centre)
    ]
    return [
        f"{names[row['source']]} stands against {names[row['target']]}, a backer{_hedged(row['certainty'])}."
        for _, row in rows.iterrows()
    ]


def _hedged(certainty: str) -> str:
    return " (hedged)" if certainty == "hedged" else ""


def _counts(column: pd.Series) -> list[tuple[str, int]]:
    """Values with how often they occur, the most frequent first, then by name."""
    counts = column.value_counts()
    return sorted(
        ((str(value), int(n)) for value, n in counts.items()), key=lambda pair: (-pair[1], pair[0])
    )


def _count(number: int, noun: str, plural: str | None = None) -> str:
    word = COUNTED[number] if number < len(COUNTED) else str(number)
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _list(words: Iterable[str | None]) -> str:
    items: Sequence[str] = [word for word in words if word]
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%B %Y}"
