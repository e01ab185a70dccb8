"""Claims -> networkx.MultiDiGraph, and the cycles in it. About 500 bytes per edge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

import networkx as nx

from graphsvc.verdict import Claim

SEARCHED = 1_000_000
"""Edges to look at for a shorter cycle, before the shortest found so far will do."""


def build_graph(claims: Iterable[Claim]) -> nx.MultiDiGraph[str]:
    """One edge per claim between two entities, from subject to object: key = the claim's id, with `claim`."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for claim in claims:
        if claim.object is not None:
            graph.add_edge(claim.subject, claim.object, key=claim.id, claim=claim)
    return graph


def entangled(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims between entities that all lead to one another: the strongly connected parts (Tarjan), apart."""
    graph = build_graph(claims)
    part_of = {entity: number for number, part in enumerate(nx.strongly_connected_components(graph)) for entity in part}
    parts: defaultdict[int, list[Claim]] = defaultdict(list)
    for subject, object, data in graph.edges(data=True):
        if part_of[subject] == part_of[object]:
            parts[part_of[subject]].append(data["claim"])
    return list(parts.values())


def shortest_cycle(claims: Iterable[Claim]) -> list[Claim]:
    """A shortest cycle; [] if there is none. Among more than `SEARCHED` edges squared, a short one."""
    within = [claim for part in entangled(claims) for claim in part]
    graph = build_graph(within)
    tried = sorted(graph.edges())[: 1 + SEARCHED // max(1, len(within))]
    way = min((nx.shortest_path(graph, object, subject) for subject, object in tried), key=len, default=[])
    steps = (graph[subject][object] for subject, object in pairwise([*way[-1:], *way]))
    return [claims[min(claims)]["claim"] for claims in steps]
