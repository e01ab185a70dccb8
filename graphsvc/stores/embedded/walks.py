"""Steps that walk or search the graph, over the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from graphsvc import tokens
from graphsvc.errors import RefusedQuery
from graphsvc.plan.shares import MAX_EDGES
from graphsvc.plan.tree import Step, Walk
from graphsvc.plan.valid import AsOf
from graphsvc.stores.embedded.dated import held
from graphsvc.stores.embedded.tables import Item, Tables

MAX_TRIED = 500_000
"""Edges that a search for paths may try: nothing stops a read here but itself, and its time is everybody's."""

Values = Sequence[Any]
Types = tuple[str, ...] | None


def edges_of(tables: Tables, id_: str, out: Types, back: Types, at: AsOf | None = None) -> Iterator[tuple[Item, bool]]:
    """The edges that a walk may take from here, then, and whether they lead from subject to object."""
    for side, types, ahead in ((tables.outgoing, out, True), (tables.incoming, back, False)):
        for edge in chain.from_iterable(side[id_].of_types(types)):
            if at is None or held(edge.here, at):
                yield edge, ahead


def link(here: str, edge: Item, ahead: bool) -> Item:
    """An edge with the ids of its two ends in place of a node at its other end."""
    source, target = (here, edge.end) if ahead else (edge.end, here)
    return Item(edge.here, {"source": source, "target": target})


# Paths


class _Paths:
    """All simple paths between two things, by length, then by the ids of their edges.

    For each length the layers of things from which the rest of the way is long enough are found first, from both
    ends to the middle; the search in depth keeps to them.
    """

    def __init__(self, tables: Tables, walk: Walk, at: AsOf | None, start: str, end: str) -> None:
        self.tables, self.walk, self.at, self.start, self.end = tables, walk, at, start, end
        self.ahead: list[set[str]] = [{start}]
        self.behind: list[set[str]] = [{end}]
        self.tried = 0

    def all(self) -> Iterator[list[Item]]:
        for length in range(self.walk.least, (self.walk.most or 0) + 1):
            layers = self.layers(length)
            self.steps: dict[tuple[str, int], list[tuple[str, Item, str]]] = {}
            yield from self.search(layers, [self.start], [])

    def near(self, ids: set[str], *, forward: bool) -> set[str]:
        """What one edge leads to from these, or from what it leads to these; the ends of the path aside."""
        out, back = (self.walk.out, self.walk.back) if forward else (self.walk.back, self.walk.out)
        found = {edge.end for id_ in ids for edge, _ in edges_of(self.tables, id_, out, back, self.at)}
        return found - {self.start, self.end}

    def layers(self, length: int) -> list[set[str]]:
        """What can be at each place of a path of this length, as far as the number of edges tells."""
        middle = length // 2
        while len(self.ahead) <= middle:
            self.ahead.append(self.near(self.ahead[-1], forward=True))
        while len(self.behind) <= length - middle:
            self.behind.append(self.near(self.behind[-1], forward=False))
        found = [{self.start}, *[set[str]()] * (length - 1), {self.end}]
        if length > 1:
            found[middle] = self.ahead[middle] & self.behind[length - middle]
        for place in range(middle - 1, 0, -1):
            found[place] = self.ahead[place] & self.near(found[place + 1], forward=False)
        for place in range(middle + 1, length):
            found[place] = self.behind[length - place] & self.near(found[place - 1], forward=True)
        return found

    def search(self, layers: list[set[str]], nodes: list[str], edges: list[Item]) -> Iterator[list[Item]]:
        if len(nodes) == len(layers):
            yield edges
            return
        for _, edge, other in self.onward(nodes[-1], layers, len(nodes)):
            if other not in nodes:
                yield from self.search(layers, [*nodes, other], [*edges, edge])

    def onward(self, here: str, layers: list[set[str]], place: int) -> list[tuple[str, Item, str]]:
        """The edges from here to the next layer, in order."""
        if (here, place) not in self.steps:
            found = edges_of(self.tables, here, self.walk.out, self.walk.back, self.at)
            self.steps[here, place] = sorted(
                (
                    (edge.here["id"], link(here, edge, ahead), edge.end)
                    for edge, ahead in found
                    if edge.end in layers[place] and edge.end != here
                ),
                key=lambda one: one[0],
            )
        self.tried += len(self.steps[here, place])
        if self.tried > MAX_TRIED:
            rule = f"More than {MAX_TRIED} edges were tried for these paths."
            raise RefusedQuery(rule, "Name the predicates with `via`, or a smaller `maxLength`.", "TOO_LARGE")
        return self.steps[here, place]


def _paths(tables: Tables, step: Step, item: Item, values: Values) -> list[Item]:
    assert step.walk
    assert step.parameter is not None
    assert step.walk.to is not None
    start, end = values[step.parameter], values[step.walk.to]
    if start == end or start not in tables.entities or end not in tables.entities:
        return []
    found = islice(_Paths(tables, step.walk, step.at, start, end).all(), values[step.walk.first])
    return [Item({"length": len(edges), "start": start, "edges": edges}) for edges in found]


def _path_nodes(tables: Tables, step: Step, item: Item, values: Values) -> list[Item]:
    here = item.here["start"]
    nodes = [here]
    for edge in item.here["edges"]:
        assert edge.other
        here = edge.other["target" if edge.other["source"] == here else "source"]
        nodes.append(here)
    return [Item(tables.entities[id_]) for id_ in nodes]


def _path_edges(tables: Tables, step: Step, item: Item, values: Values) -> list[Item]:
    return list(item.here["edges"])


def _end(tables: Tables, step: Step, item: Item, values: Values) -> list[Item]:
    assert item.other
    return [Item(tables.entities[item.other[step.kind]])]


# What is reached


def reach(tables: Tables, walk: Walk, at: AsOf | None, start: str, first: int) -> list[Item]:
    """The nearest first, each with its depth; where the walk starts is among them only at depth 0."""
    seen = layer = {start}
    found = [(0, start)] if walk.least == 0 else []
    depth = 0
    while layer and len(found) < first and (walk.most is None or depth < walk.most):
        depth += 1
        layer = {edge.end for id_ in layer for edge, _ in edges_of(tables, id_, walk.out, walk.back, at)} - seen
        layer = {id_ for id_ in layer if not walk.labels or not tables.labels[id_].isdisjoint(walk.labels)}
        seen = seen | layer
        found += [(depth, id_) for id_ in sorted(layer)]
    return [Item({"depth": depth}, tables.entities[id_]) for depth, id_ in found[:first]]


def _closure(tables: Tables, step: Step, item: Item, values: Values) -> list[Item]:
    assert step.walk
    return reach(tables, step.walk, step.at, item.here["id"], values[step.walk.first])


def _neighbourhood(tables: Tables, step: Step, item: Item, values: Values) -> list[Item]:
    assert step.walk
    assert step.parameter is not None
    start = values[step.parameter]
    if start not in tables.entities:
        return []
    found = reach(tables, step.walk, step.at, start, values[step.walk.first])
    return [Item({"reached": found, "types": step.walk.out})]


def _reached(tables: Tables, step: Step, item: Item, values: Values) -> list[Item]:
    return list(item.here["reached"])


def _among(tables: Tables, step: Step, item: Item, values: Values) -> list[Item]:
    ids = {reached.other["id"] for reached in item.here["reached"] if reached.other}
    found = (
        link(id_, edge, ahead)
        for id_ in ids
        for edge, ahead in edges_of(tables, id_, item.here["types"], ())
        if edge.end in ids
    )
    return sorted(found, key=lambda edge: edge.here["id"])


# Search


def _search(tables: Tables, step: Step, item: Item, values: Values) -> list[Item]:
    assert step.parameter is not None
    phrase = values[step.parameter]
    words = tables.words
    found: set[str] = set()
    for word in phrase["words"]:
        found.update((words.whole if word["start"] == word["whole"] else words.starting)(word["word"]))
    wanted = (id_ for id_ in found if not step.types or not tables.labels[id_].isdisjoint(step.types))
    rows = (tables.entities[id_] for id_ in wanted)
    return [
        Item({"id": row["id"], "score": tokens.score(row, phrase), "matched": tokens.matched(row, phrase)}, row)
        for row in rows
    ]


# Shares


def share_edges(tables: Tables, step: Step, values: Values) -> list[list[Any]]:
    """Holder, held and share of all edges on the ways to one thing, in the order of their ids."""
    assert step.parameter is not None
    start = values[step.parameter]
    out, back = (step.types, ()) if step.direction == "out" else ((), step.types)
    seen, layer = {start}, {start}
    found: dict[str, list[Any]] = {}
    while layer and len(found) <= MAX_EDGES:
        edges = [(edge, id_) for id_ in layer for edge, _ in edges_of(tables, id_, out, back, step.at)]
        found |= {edge.here["id"]: [edge.end, id_, edge.here.get(step.source)] for edge, id_ in edges}
        layer = {edge.end for edge, _ in edges} - seen
        seen |= layer
    return [found[id_] for id_ in sorted(found)][: MAX_EDGES + 1]


WALKS: Mapping[str, Callable[[Tables, Step, Item, Values], list[Item]]] = {
    "paths": _paths,
    "path_nodes": _path_nodes,
    "path_edges": _path_edges,
    "source": _end,
    "target": _end,
    "closure": _closure,
    "neighbourhood": _neighbourhood,
    "reached": _reached,
    "among": _among,
    "search": _search,
}
