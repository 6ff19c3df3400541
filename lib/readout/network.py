"""The ties of an article as a graph, and the actor at its centre."""

from collections.abc import Hashable, Mapping
from typing import Any

import networkx as nx
import pandas as pd

SYMMETRIC = frozenset({"aligned", "meets"})  # hold both ways, whichever actor is named first
SIDES = frozenset({"backs", "courts", "opposes", "aligned"})  # say who stands with or against whom


def build_network(ties: pd.DataFrame, actors: pd.DataFrame) -> nx.MultiDiGraph:
    """Return the ties as a directed graph with an edge per source, relation and target.

    Nodes are the actors that have ties, by id, with `name`, `type`, `country` (ISO 3166 alpha-3)
    and `mentions`. Edges have their relation as key and carry `relation`, `certainty`, `cue`,
    `sentence`, `start`, `end` (characters of the text) and `evidence`. `aligned` and `meets` hold
    both ways and are one edge, from the actor named first. If the same tie is said twice, stated
    wins over hedged. Attributes are text or whole numbers, as GraphML and GEXF need them; what is
    unknown has no attribute.

    >>> sorted(article.network().edges(keys=True))[0]  # doctest: +SKIP
    ('belarus', 'khalifa-haftar', 'backs')
    """
    network = nx.MultiDiGraph()
    known = {row["actor"]: row for row in actors.to_dict("records")}
    for actor in sorted({*ties["source"], *ties["target"]}):
        network.add_node(actor, **_node_attributes(known, actor))
    for tie in distinct_ties(ties).to_dict("records"):
        attributes = {str(key): value for key, value in tie.items() if not pd.isna(value)}
        source, target = attributes.pop("source"), attributes.pop("target")
        network.add_edge(source, target, key=attributes["relation"], **attributes)
    return network


def _node_attributes(known: Mapping[str, Mapping[Hashable, Any]], actor: str) -> dict[str, Any]:
    row = known.get(actor, {"name": actor})
    keys = ("name", "type", "country", "mentions")
    return {key: row[key] for key in keys if key in row and not pd.isna(row[key])}


def distinct_ties(ties: pd.DataFrame) -> pd.DataFrame:
    """Return the ties with one row for each source, relation and target, in their order.

    A relation that holds both ways counts once. Stated wins over hedged, then the earlier place.
    """
    best: dict[tuple[str, ...], tuple[bool, int, Hashable]] = {}
    columns = (ties[name] for name in ("source", "relation", "target", "certainty", "start"))
    for index, source, relation, target, certainty, start in zip(ties.index, *columns, strict=True):
        ends = sorted((source, target)) if relation in SYMMETRIC else (source, target)
        found = (certainty == "hedged", start, index)
        key = (relation, *ends)
        if key not in best or found[:2] < best[key][:2]:
            best[key] = found
    kept = {index for _, _, index in best.values()}
    return ties[ties.index.isin(kept)]


def central_actor(ties: pd.DataFrame, actors: pd.DataFrame) -> str | None:
    """Return the id of the actor that the article's network is about, or None without any.

    It is the one with most mentions among those that back, court or oppose somebody, are backed,
    courted or opposed, or are aligned; of equals the first by id.

    >>> central_actor(article.ties, article.actors)  # doctest: +SKIP
    'khalifa-haftar'
    """
    sides = ties[ties["relation"].isin(SIDES) & (ties["source"] != ties["target"])]
    mentions = actors.set_index("actor")["mentions"]
    candidates = sorted({*sides["source"], *sides["target"]})
    return min(candidates, key=lambda actor: (-mentions.get(actor, 0), actor), default=None)
