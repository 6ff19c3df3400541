"""The ties of an article as a graph, and the actor at its centre."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd

SYMMETRIC = frozenset({"aligned", "meets"})  # hold both ways, whichever actor is named first
SIDES = frozenset({"backs", "courts", "opposes", "aligned"})  # say who stands with or against whom
NODE_ATTRIBUTES = ("name", "type", "country", "mentions")


def build_network(ties: pd.DataFrame, actors: pd.DataFrame) -> nx.MultiDiGraph:
    """Return the ties as a directed graph with an edge per source, relation and target.

    Nodes are the actors that have ties, by id, with `name`, `type`, `country` (ISO 3166 alpha-3)
    and `mentions`. Edges have their relation as key and carry `relation`, `certainty`, `cue`,
    `sentence`, `start`, `end` (characters of the text) and `evidence`. `aligned` and `meets` hold
    both ways and are one edge, from the actor named first. If the same tie is said twice, stated
    wins over hedged. Attributes are text or whole numbers, as GraphML and GEXF need them; what is
    unknown has no attribute.

    >>> egypt = readout.parse("Egypt has armed Chad.")
    >>> build_network(egypt.ties, egypt.actors).edges["egypt", "chad", "backs"]["evidence"]
    'Egypt has armed Chad'
    """
    network = nx.MultiDiGraph()
    known = {row.pop("actor"): row for row in _records(actors, ("actor", *NODE_ATTRIBUTES))}
    said = list(_records(ties, ties.columns))
    edges = [said[row] for row in _best_said(said)]
    for actor in sorted({tie[end] for tie in edges for end in ("source", "target")}):
        network.add_node(actor, **known.get(actor, {"name": actor}))
    for tie in edges:
        network.add_edge(tie.pop("source"), tie.pop("target"), key=tie["relation"], **tie)
    return network


def _records(frame: pd.DataFrame, columns: Iterable[str]) -> Iterator[dict[str, Any]]:
    """What is known of each row, by column."""
    names = list(columns)
    for row in zip(*(frame[name].tolist() for name in names), strict=True):
        yield {name: value for name, value in zip(names, row, strict=True) if not pd.isna(value)}


def distinct_ties(ties: pd.DataFrame) -> pd.DataFrame:
    """Return the ties with one row for each source, relation and target, in their order.

    A relation that holds both ways counts once. Stated wins over hedged, then the earlier place.

    >>> twice = pd.concat([article.ties, article.ties])
    >>> len(distinct_ties(twice)) == len(distinct_ties(article.ties))
    True
    """
    said = list(_records(ties, ("source", "relation", "target", "certainty", "start")))
    return ties[np.isin(np.arange(len(ties)), _best_said(said))]


def _best_said(ties: Sequence[Mapping[str, Any]]) -> list[int]:
    """Which of the ties to keep: the positions, in order."""
    best: dict[tuple[str, ...], tuple[bool, int, int]] = {}
    for row, tie in enumerate(ties):
        ends = (tie["source"], tie["target"])
        key = (tie["relation"], *(sorted(ends) if tie["relation"] in SYMMETRIC else ends))
        found = (tie["certainty"] == "hedged", tie["start"], row)
        best[key] = min(best.get(key, found), found)
    return sorted(row for _, _, row in best.values())


def central_actor(ties: pd.DataFrame, actors: pd.DataFrame) -> str | None:
    """Return the id of the actor that the article's network is about, or None without any.

    It is the one with most mentions among those that back, court or oppose somebody, are backed,
    courted or opposed, or are aligned; of equals the first by id.

    >>> central_actor(article.ties, article.actors)
    'khalifa-haftar'
    """
    sides = ties[ties["relation"].isin(SIDES) & (ties["source"] != ties["target"])]
    mentions = actors.set_index("actor")["mentions"]
    candidates = sorted({*sides["source"], *sides["target"]})
    return min(candidates, key=lambda actor: (-mentions.get(actor, 0), actor), default=None)
