"""Articles made by hand for testing charts: invented actors, frames as `readout.frames` has them.

A small one, an empty one, a tiny one and one so large that labels would overlap if they could.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from readout.frames import FRAMES, build

Row = tuple[object, ...]
NOTHING = "x" * 40  # texts that no chart shows
BY_HAND = (3, 123, 163, NOTHING, "by hand")  # sentence, start, end, evidence, via


def frame(name: str, rows: Sequence[Row] = ()) -> pd.DataFrame:
    return build(name, [dict(zip(FRAMES[name], row, strict=True)) for row in rows])


@dataclass(frozen=True)
class HandMadeArticle:
    title: str | None = None
    published: date | None = None
    sentences: pd.DataFrame = field(default_factory=lambda: frame("sentences"))
    mentions: pd.DataFrame = field(default_factory=lambda: frame("mentions"))
    actors: pd.DataFrame = field(default_factory=lambda: frame("actors"))
    timeline: pd.DataFrame = field(default_factory=lambda: frame("timeline"))
    ties: pd.DataFrame = field(default_factory=lambda: frame("ties"))
    related: pd.DataFrame = field(default_factory=lambda: frame("related"))


def sentences(number: int) -> pd.DataFrame:
    """A title, a caption, and body sentences of 40 characters, four to a paragraph."""
    sections = ["title", "caption", *["body"] * (number - 2)]
    rows = [
        (n, section, n // 4, 41 * n, 41 * n + 40, NOTHING, "stated")
        for n, section in enumerate(sections)
    ]
    return frame("sentences", rows)


def mentions(plan: Sequence[tuple[str, str, str, Sequence[int]]]) -> pd.DataFrame:
    """The mentions of a plan: actor, kind, reading, and the sentences that it stands in."""
    found = sorted(
        (sentence, 41 * sentence + 3 * place % 30, actor, kind, reading)
        for place, (actor, kind, reading, numbers) in enumerate(plan)
        for sentence in numbers
    )
    rows = [
        (n, sentence, start, start + 3, "xxx", actor, kind, reading, "by hand")
        for n, (sentence, start, actor, kind, reading) in enumerate(found)
    ]
    return frame("mentions", rows)


def actors(known: Sequence[tuple[str, str, str | None]], found: pd.DataFrame) -> pd.DataFrame:
    """The actors: id, name, type; counted in the mentions found."""
    counts = found["actor"].value_counts()
    rows = [
        (actor, name, type_, None, None, (), int(counts.get(actor, 0)), "article")
        for actor, name, type_ in known
    ]
    return frame("actors", rows)


def timeline(events: Sequence[tuple[str, str, str, str, str]]) -> pd.DataFrame:
    """The events: first day, last day, precision, certainty, label."""
    rows = [
        (
            n,
            pd.Timestamp(first),
            pd.Timestamp(last),
            precision,
            label,
            (),
            certainty,
            *BY_HAND,
        )
        for n, (first, last, precision, certainty, label) in enumerate(events)
    ]
    return frame("timeline", rows)


def ties(said: Sequence[str]) -> pd.DataFrame:
    """The ties, each as 'source relation target', with a question mark where it is hedged."""
    rows = []
    for tie in said:
        source, relation, target = tie.rstrip("?").split()
        certainty = "hedged" if tie.endswith("?") else "stated"
        rows.append((source, relation, target, certainty, "cue", *BY_HAND))
    return frame("ties", rows)


def related(articles: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """The related articles: day and title."""
    return frame("related", [(title, pd.Timestamp(day), 0, 1) for day, title in articles])


def small_article() -> HandMadeArticle:
    """Marshal Odran Veshti of Calderra visits Tavria."""
    found = mentions(
        [
            ("odran-veshti", "name", "actor", [0, 1, 2, 4, 5, 7, 9, 12, 15, 19, 22]),
            ("odran-veshti", "pronoun", "actor", [2, 3, 4, 5, 9, 10, 15, 16, 22]),
            ("tavria", "name", "actor", [3, 5, 11, 12, 13]),
            ("tavria", "metonym", "actor", [4, 6, 19]),
            ("tavria", "pronoun", "actor", [13, 13]),
            ("tavria", "name", "place", [0, 2, 7, 22]),
            ("norrland", "name", "actor", [4, 11, 14, 15]),
            ("norrland", "metonym", "actor", [12, 16, 17]),
            ("norrland", "pronoun", "actor", [17]),
            ("calderra", "name", "actor", [18, 21]),
            ("calderra", "name", "place", [3, 8, 9, 14, 16, 19, 21, 23]),
            ("cnf", "name", "actor", [2]),
            ("cnf", "acronym", "actor", [1, 3, 8, 10]),
            ("selm", "name", "actor", [4, 11]),
            ("ostia", "name", "actor", [4, 11]),
            ("ilya-marn", "name", "actor", [1, 7, 8]),
            ("western-powers", "name", "actor", [15]),
            ("un-security-council", "name", "actor", [18, 20]),
            ("state-assembly", "name", "actor", [16]),
            ("port-aven", "name", "place", [9]),
        ]
    )
    known = [
        ("odran-veshti", "Odran Veshti", "person"),
        ("tavria", "Tavria", "state"),
        ("norrland", "Norrland", "state"),
        ("calderra", "Calderra", "state"),
        ("cnf", "Calderran National Front", "armed_group"),
        ("selm", "Selm", "state"),
        ("ostia", "Ostia", "state"),
        ("ilya-marn", "Ilya Marn", "person"),
        ("western-powers", "Western powers", "bloc"),
        ("un-security-council", "UN Security Council", "organisation"),
        ("state-assembly", "State Assembly", "government_body"),
        ("port-aven", "Port Aven", "city"),
    ]
    pell = "Foreign Minister Pell tells the State Assembly what Norrland wants"
    events = [
        ("2017-01-01", "2017-12-31", "year", "stated", "Coalition intervenes in Calderra"),
        ("2031-02-17", "2031-02-19", "span", "stated", "Odran Veshti visits Tavria"),
        ("2031-02-18", "2031-02-18", "day", "stated", pell),
        ("2031-02-24", "2031-02-24", "day", "stated", "article published"),
        ("2031-02-26", "2031-02-26", "day", "hedged", "Tavria may send advisers"),
        ("2031-04-01", "2031-04-30", "month", "hedged", "Elections planned in Calderra"),
    ]
    said = [
        "norrland backs odran-veshti",
        "selm backs odran-veshti",
        "ostia backs odran-veshti",
        "tavria backs odran-veshti?",
        "odran-veshti courts tavria?",
        "tavria aligned norrland",
        "western-powers opposes norrland",
        "norrland opposes un-security-council",
        "odran-veshti meets ilya-marn",
        "odran-veshti member cnf",
    ]
    earlier = [
        ("2030-12-13", "Norrland's options: could Calderra replace Syrene?"),
        ("2030-10-28", "Calderrans have little to celebrate"),
        ("2030-09-16", "Prices and food security in Calderra"),
    ]
    return HandMadeArticle(
        title="Odran Veshti's strategic visit to Tavria",
        published=date(2031, 2, 24),
        sentences=sentences(25),
        mentions=found,
        actors=actors(known, found),
        timeline=timeline(events),
        ties=ties(said),
        related=related(earlier),
    )


def empty_article() -> HandMadeArticle:
    return HandMadeArticle()


def tiny_article() -> HandMadeArticle:
    """One sentence, one date, two actors, one tie."""
    found = mentions([("selm", "name", "actor", [2]), ("ostia", "name", "actor", [2])])
    known = [("selm", "Selm", "state"), ("ostia", "Ostia", None)]
    return HandMadeArticle(
        sentences=sentences(3).tail(1),
        mentions=found,
        actors=actors(known, found),
        timeline=timeline([("2031-05-03", "2031-05-03", "day", "stated", "Selm attacks Ostia")]),
        ties=ties(["selm opposes ostia"]),
    )


def late_article() -> HandMadeArticle:
    """Published long after its one event: at the right edge of the timeline."""
    event = ("2031-01-01", "2031-01-01", "day", "stated", "Selm attacks Ostia")
    return HandMadeArticle(published=date(2031, 6, 20), timeline=timeline([event]))


TYPES = (
    "person",
    "state",
    "government_body",
    "armed_group",
    "organisation",
    "bloc",
    "city",
    "media",
)


def huge_article(*, actor_count: int = 60, event_count: int = 80) -> HandMadeArticle:
    """Many actors with long names, many events, several of them on each day, many ties."""
    ids = [f"actor-{n:02d}" for n in range(actor_count)]
    names = [
        f"Provisional Command No {n} of the United Transcontinental Liberation Movement"
        if n % 3
        else f"General Maximilian-Bartholomew $ Featherstonehaugh $ {n}"
        for n in range(actor_count)
    ]
    kinds = ("name", "acronym", "metonym", "pronoun")
    found = mentions(
        [
            (actor, kinds[n % 4], "place" if n % 7 == 3 else "actor", range(n % 5, 300, 3 + n))
            for n, actor in enumerate(ids)
        ]
    )
    relations = ("backs", "opposes", "aligned", "courts", "meets")
    hedges = ("", "?")
    said = [
        f"{actor} {relations[n % 5]} {ids[n * n % 11 % n]}{hedges[n % 2]}"
        for n, actor in enumerate(ids)
        if n
    ]
    said += [f"{actor} {relations[n % 3]} {ids[0]}" for n, actor in enumerate(ids) if n % 2]
    return HandMadeArticle(
        title="A very long article about very many movements",
        published=date(2031, 2, 24),
        sentences=sentences(300),
        mentions=found,
        actors=actors(
            [(actor, names[n], TYPES[n % len(TYPES)]) for n, actor in enumerate(ids)], found
        ),
        timeline=timeline([crowded_event(n) for n in range(event_count)]),
        ties=ties(said),
        related=related([(f"2030-{n:02d}-03", f"Related report number {n}") for n in range(1, 13)]),
    )


def crowded_event(number: int) -> tuple[str, str, str, str, str]:
    """Event of a crowded timeline: every ninth fills a year, the others share a few weeks."""
    label = f"Minister {number} tells the assembly of twelve provinces about strange consequences"
    certainty = "hedged" if number % 4 == 1 else "stated"
    if number % 9 == 0:
        year = 1980 + number // 2
        return f"{year}-01-01", f"{year}-12-31", "year", certainty, label
    first = date(2031, 2, 1) + timedelta(days=number // 3)
    last = first + timedelta(days=number % 3)
    return str(first), str(last), "span" if number % 3 else "day", certainty, label
