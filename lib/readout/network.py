"""The ties of an article as a graph, and the actor at its centre."""

from collections.abc import Iterable, Iterator
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
    edges = list(_records(distinct_ties(ties), ties.columns))
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
    best: dict[tuple[str, ...], tuple[bool, int, int]] = {}
    names = ("source", "relation", "target", "certainty", "start")
    columns = (ties[name].tolist() for name in names)
    for row, (source, relation, target, certainty, start) in enumerate(zip(*columns, strict=True)):
        ends = sorted((source, target)) if relation in SYMMETRIC else (source, target)
        found = (certainty == "hedged", start, row)
        key = (relation, *ends)
        best[key] = min(best.get(key, found), found)
    kept = [row for _, _, row in best.values()]
    return ties[np.isin(np.arange(len(ties)), kept)]


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
