"""The measure: how far Readout's frames agree with what people annotated in the same articles.

A folder holds NAME.txt, an article, and NAME.gold.json, what a reader says is right; the format
and the guidelines are in samples/README.md. The reader's actor ids and Readout's need not be the
same: each of ours is aligned, one to one, with the annotated actor that shares most text with it.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal, get_args

import pandas as pd

from readout.article import Article, load
from readout.errors import GoldInvalid
from readout.gold import Answer, Answers, Gold, read_gold
from readout.network import SYMMETRIC

Kind = Literal["spans", "mentions", "pronouns", "dates", "timeline", "couples", "ties"]
KINDS: tuple[Kind, ...] = get_args(Kind)  # measured by F1
ACCURACIES = ("reading", "certainty")  # measured on what both sides found
READOUT = partial(load, corrections=False)  # what is measured is not the analyst
OVERALL = ("mentions", "pronouns", "dates", "timeline", "ties")


@dataclass(frozen=True)
class Matches:
    """Pairs of our answer and the annotated one, what we say wrongly, and what we missed."""

    pairs: list[tuple[Answer, Answer]]
    wrong: list[Answer]
    missed: list[Answer]


def score_folder(folder: str | Path, *, read: Callable[..., Article] = READOUT) -> pd.DataFrame:
    """Score `read`, called as read(path, published=...), on the annotated articles of a folder.

    Returns a row per article, by name, and the row `all`, to which every mention, date, ... counts
    alike. Columns: `KINDS`, as F1 between 0 and 1, and `ACCURACIES`, the shares of right readings
    of states and cities and of right certainties of ties, NA where there is none to judge. Raises
    GoldInvalid for a folder or an annotation that cannot be used, another ReadoutError for an
    article that cannot be read.

    >>> score_folder("seeds")
    Traceback (most recent call last):
    readout.errors.GoldInvalid: seeds: no NAME.gold.json in it; give one with annotated articles
    """
    compared = _compared(Path(folder), read)
    counts = {gold.name: _counts(matches, gold.sites) for gold, matches in compared}
    right, total = (
        pd.DataFrame([row[side] for row in counts.values()], [*counts], [*KINDS, *ACCURACIES])
        for side in (0, 1)
    )
    right.loc["all"], total.loc["all"] = right.sum(), total.sum()
    # Where there is nothing to find, finding nothing is right.
    return (right / total).fillna(dict.fromkeys(KINDS, 1.0))


def overall(scores: pd.DataFrame) -> float:
    """The one number: the mean of mentions, pronouns, dates, timeline and ties over all articles.

    >>> overall(pd.DataFrame(0.5, index=["all"], columns=OVERALL))
    0.5
    """
    return float(scores[[*OVERALL]].T["all"].mean())


def misses(
    folder: str | Path, kind: Kind, *, read: Callable[..., Article] = READOUT
) -> pd.DataFrame:
    """List what is `missed` in the annotated articles of a folder and what is said `wrong`.

    Returns a row per fault, by article and place, with the columns article, fault, start, end,
    text (the words of the article) and answer: what should be said of them, or should not. A
    wrong answer often stands beside the missed one. Raises as `score_folder`, and KeyError for a
    kind that is none of `KINDS`.

    >>> import json
    >>> gold = {"published": "2024-05-03", "actors": {}, "mentions": [], "dates": []}
    >>> content = json.dumps({**gold, "events": [], "ties": []})
    >>> written = Path("reports/talks.gold.json").write_text(content)
    >>> written = Path("reports/talks.txt").write_text("Jane Roe left.")
    >>> misses("reports", "mentions")[["fault", "start", "end", "text"]].values.tolist()
    [['wrong', 0, 8, 'Jane Roe']]
    """
    rows = [
        (gold.name, fault, answer.start, answer.end, answer.text, str(answer))
        for gold, matches in _compared(Path(folder), read)
        for fault in ("missed", "wrong")
        for answer in getattr(matches[kind], fault)
    ]
    columns = ["article", "fault", "start", "end", "text", "answer"]
    by_place = sorted(rows, key=lambda row: (row[0], row[2], row[1]))
    return pd.DataFrame(by_place, columns=columns)


def _compared(folder: Path, read: Callable[..., Article]) -> list[tuple[Gold, dict[Kind, Matches]]]:
    paths = sorted(folder.glob("*.gold.json"))
    if not paths:
        problem = "no NAME.gold.json in it" if folder.is_dir() else "no such folder"
        raise GoldInvalid(f"{folder}: {problem}; give one with annotated articles")
    return [
        (gold, _match(_found(read(gold.article, published=gold.published)), gold.answers))
        for gold in [read_gold(path) for path in paths]  # all are checked before the work begins
    ]


def _found(article: Article) -> Answers:
    """The rows of an article's frames as answers."""
    return {
        "mentions": [
            Answer(row.start, row.end, row.text, (row.actor,), reading=_reading(row))
            for row in _rows(article.mentions)
        ],
        "dates": [
            Answer(row.start, row.end, row.text, days=_days(row)) for row in _rows(article.dates)
        ],
        "events": [
            Answer(
                *(row.start, row.end, row.evidence, row.actors),
                days=_days(row),
                label=row.label,
                certainty=row.certainty,
            )
            for row in _rows(article.timeline)
        ],
        "ties": [
            Answer(
                *(row.start, row.end, row.evidence, (row.source, row.target)),
                relation=row.relation,
                certainty=row.certainty,
            )
            for row in _rows(article.ties)
        ],
    }


def _rows(frame: pd.DataFrame) -> Iterable[Any]:
    return frame.itertuples()


def _reading(mention: Any) -> str:
    return "pronoun" if mention.kind == "pronoun" else mention.reading


def _days(row: Any) -> tuple[str, str]:
    return str(row.first_day)[:10], str(row.last_day)[:10]


def _counts(matches: Mapping[Kind, Matches], sites: frozenset[str]) -> tuple[list[int], list[int]]:
    """For each measure how much is right, and of how much."""
    readings = [
        mine.reading == true.reading
        for mine, true in matches["spans"].pairs
        if true.actors[0] in sites
    ]
    certainties = [mine.certainty == true.certainty for mine, true in matches["ties"].pairs]
    kinds = [matches[kind] for kind in KINDS]
    right = [2 * len(each.pairs) for each in kinds]  # F1 counts a pair for either side
    total = [2 * len(each.pairs) + len(each.wrong) + len(each.missed) for each in kinds]
    return [*right, sum(readings), sum(certainties)], [*total, len(readings), len(certainties)]


# Matching


def _match(found: Answers, gold: Answers) -> dict[Kind, Matches]:
    names, pronouns = _names_and_pronouns(found["mentions"])
    true_names, true_pronouns = _names_and_pronouns(gold["mentions"])
    gold_ids = _aligned(names, true_names)

    def same_mention(mine: Answer, true: Answer) -> bool:
        # A place needs no common actor: Moscow the city may be a city or belong to Russia.
        same_actor = gold_ids.get(mine.actors[0]) == true.actors[0]
        return _same_span(mine, true) and (same_actor or mine.reading == true.reading == "place")

    def under_gold_ids(answer: Answer) -> Answer:
        return replace(answer, actors=tuple(gold_ids.get(id_, id_) for id_ in answer.actors))

    events, ties = (list(map(under_gold_ids, found[table])) for table in ("events", "ties"))
    return {
        "spans": _paired(names, true_names, _same_span),
        "mentions": _paired(names, true_names, same_mention),
        "pronouns": _paired(pronouns, true_pronouns, same_mention),
        "dates": _paired(found["dates"], gold["dates"], _same_date),
        "timeline": _paired(events, gold["events"], _same_event),
        "couples": _joined(ties, gold["ties"], lambda tie: frozenset(tie.actors)),
        "ties": _joined(ties, gold["ties"], _tie_key),
    }


def _names_and_pronouns(mentions: Sequence[Answer]) -> tuple[list[Answer], list[Answer]]:
    names = [each for each in mentions if each.reading != "pronoun"]
    return names, [each for each in mentions if each.reading == "pronoun"]


def _aligned(names: Sequence[Answer], true_names: Sequence[Answer]) -> dict[str, str]:
    """Our actor id -> the annotated one, one to one: those that share most text come first."""
    shared: Counter[tuple[str, str]] = Counter()
    for mine in names:
        for true in true_names:
            shared[mine.actors[0], true.actors[0]] += _overlap(mine, true)
    aligned: dict[str, str] = {}
    for (mine_id, true_id), length in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if length and mine_id not in aligned and true_id not in aligned.values():
            aligned[mine_id] = true_id
    return aligned


def _overlap(one: Answer, other: Answer) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _same_span(mine: Answer, true: Answer) -> bool:
    """Whether they share at least half of the longer one."""
    return 2 * _overlap(mine, true) >= max(mine.end - mine.start, true.end - true.start)


def _same_date(mine: Answer, true: Answer) -> bool:
    return _overlap(mine, true) > 0 and mine.days == true.days


def _same_event(mine: Answer, true: Answer) -> bool:
    in_common = {*mine.actors} & {*true.actors}
    return mine.days == true.days and bool(in_common or not true.actors)


def _tie_key(tie: Answer) -> tuple[str, ...]:
    actors = sorted(tie.actors) if tie.relation in SYMMETRIC else tie.actors
    return (tie.relation, *actors)


def _paired(
    found: Sequence[Answer], gold: Sequence[Answer], agree: Callable[[Answer, Answer], bool]
) -> Matches:
    """Pair each of ours, in order, with the first annotated one left that agrees with it."""
    pairs, wrong, left = [], [], list(gold)
    for mine in found:
        place = next((place for place, true in enumerate(left) if agree(mine, true)), None)
        if place is None:
            wrong.append(mine)
        else:
            pairs.append((mine, left.pop(place)))
    return Matches(pairs, wrong, left)


def _joined(
    found: Sequence[Answer], gold: Sequence[Answer], key: Callable[[Answer], Hashable]
) -> Matches:
    """Pair what has the same key; of several answers with one key the first counts."""
    ours, theirs = ({key(each): each for each in reversed(side)} for side in (found, gold))
    return Matches(
        [(mine, theirs[name]) for name, mine in ours.items() if name in theirs],
        [mine for name, mine in ours.items() if name not in theirs],
        [true for name, true in theirs.items() if name not in ours],
    )
