"""The ties of an article as a graph, and the actor at its centre."""

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
    known = actors.set_index("actor")
    for actor in sorted({*ties["source"], *ties["target"]}):
        network.add_node(actor, **_node_attributes(known, actor))
    for tie in distinct_ties(ties).to_dict("records"):
        attributes = {str(key): value for key, value in tie.items() if not pd.isna(value)}
        source, target = attributes.pop("source"), attributes.pop("target")
        network.add_edge(source, target, key=attributes["relation"], **attributes)
    return network


def _node_attributes(known: pd.DataFrame, actor: str) -> dict[str, Any]:
    if actor not in known.index:
        return {"name": actor}
    row = known.loc[actor].to_dict()
    keys = ("name", "type", "country", "mentions")
    return {key: row[key] for key in keys if not pd.isna(row[key])}


def distinct_ties(ties: pd.DataFrame) -> pd.DataFrame:
    """Return the ties with one row for each source, relation and target, in their order.

    A relation that holds both ways counts once. Stated wins over hedged, then the earlier place.
    """
    swapped = ties["relation"].isin(SYMMETRIC) & (ties["source"] > ties["target"])
    ranked = ties.assign(
        first=ties["source"].where(~swapped, ties["target"]),
        second=ties["target"].where(~swapped, ties["source"]),
        hedged=ties["certainty"] == "hedged",
    ).sort_values(["hedged", "start"], kind="stable")
    kept = ranked.drop_duplicates(["first", "relation", "second"]).index
    return ties.loc[sorted(kept)]


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
