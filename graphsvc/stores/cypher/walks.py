"""Steps that walk or search the graph, in Cypher.

Paths are matched from both ends and joined in the middle, the longer ones only while too few are found. What is
reached is matched in the one form that Neo4j plans as a search in breadth, which sees each thing once and stops at the
limit: a variable length of which nothing but the least length is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graphsvc.plan.names import quote
from graphsvc.plan.shares import MAX_EDGES
from graphsvc.plan.tree import Shares, Step, Walk
from graphsvc.plan.valid import AsOf
from graphsvc.stores.cypher.parts import (
    EACH,
    Emits,
    Expression,
    Match,
    Scope,
    block,
    held,
    listed,
    parameter,
    prop,
    size,
)

SCORE = """reduce(s = CASE {node}.search__name WHEN {phrase}.name THEN 1000 ELSE 0 END, w IN {phrase}.words | s + CASE
  WHEN {node}.search__name CONTAINS w.whole THEN 8
  WHEN {node}.search__alias CONTAINS w.whole OR {node}.search__name CONTAINS w.start THEN 4
  WHEN {node}.search CONTAINS w.whole OR {node}.search__alias CONTAINS w.start THEN 2
  WHEN {node}.search CONTAINS w.start THEN 1
  ELSE 0 END)"""
"""As `graphsvc.tokens.score`."""
ROOT = "v0 >= 0"
STAGES = ((1, 3), (4, 5))
"""Lengths of paths that are matched at once: each pattern costs some time to plan."""


def _start(step: Step, name: str) -> list[str]:
    assert step.parameter is not None
    return [f"MATCH ({name}:Entity {{id: {parameter(step.parameter)}}})", f"WHERE {ROOT}"]


def _types(*types: tuple[str, ...] | None) -> str:
    """`:A|B`, or nothing for any type."""
    names = sorted({name for some in types if some for name in some})
    return ":" + "|".join(map(quote, names)) if names else ""


def _all_held(path: str, at: AsOf | None) -> list[str]:
    """A condition in the form that Neo4j looks at while it walks."""
    return [f"all(r IN relationships({path}) WHERE {held('r', at)})"] if at else []


# Paths


def _paths(emitter: Emits, step: Step, scope: Scope) -> Match:
    assert step.walk
    assert step.walk.to is not None
    start, end = emitter.name("n"), emitter.name("n")
    found = "[]"
    lines = [*_start(step, start), f"MATCH ({end}:Entity {{id: {parameter(step.walk.to)}}})", f"WHERE {start} <> {end}"]
    for least, most in ((max(low, step.walk.least), min(high, step.walk.most or 0)) for low, high in STAGES):
        if least <= most:
            lines += _stage(emitter, step, (start, end, found), least, most)
            found = lines[-1].rpartition(" ")[2]
    at, here = emitter.name("i"), emitter.name("h")
    wanted = f"{found}[..{parameter(step.walk.first)}]"
    lines += [f"UNWIND range(0, size({wanted}) - 1) AS {at}", f"WITH {at}, {found}[{at}] AS {here}, {EACH}"]
    return Match("\n".join(lines), Scope(here, at=at), order=at, aggregates=True)


def _stage(emitter: Emits, step: Step, given: tuple[str, str, str], least: int, most: int) -> list[str]:
    """Add the paths of some lengths to those found so far, if they are not enough."""
    assert step.walk
    walk = step.walk
    start, end, found = given
    first, second, middle, nodes, edges = (emitter.name(prefix) for prefix in ("p", "q", "n", "l", "l"))
    near, far = f"{-(-least // 2)}..{-(-most // 2)}", f"{least // 2}..{most // 2}"
    names = ", ".join([start, end, *[found] * (found != "[]")])
    conditions = [f"all(i IN range(0, size({edges}) - 1) WHERE NOT {nodes}[i] IN {nodes}[i + 1..])"]
    conditions += [f"all(i IN range(0, size({edges}) - 1) WHERE {_ahead(walk, edges, nodes)})"] * _mixed(walk)
    then = "".join(f" AND {each}" for path in (first, second) for each in _all_held(path, step.at))
    now, everything = emitter.name("f"), emitter.name("f")
    body = [
        f"WITH {names}, {EACH}" + f" WHERE size({found}) < {parameter(walk.first)}" * (found != "[]"),
        f"MATCH {first} = ({start}){_far(walk, near, f'{middle}:Entity')}",
        f"MATCH {second} = ({middle}){_far(walk, far, end)}",
        f"USING JOIN ON {middle}",
        f"WHERE length({first}) - length({second}) IN [0, 1]"
        f" AND all(n IN nodes({first}) WHERE n <> {end} OR length({second}) = 0)"
        f" AND all(n IN nodes({second}) WHERE n <> {start}){then}",
        f"WITH nodes({first}) + tail(nodes({second})) AS {nodes},"
        f" relationships({first}) + relationships({second}) AS {edges}",
        f"WHERE {' AND '.join(conditions)}",
        f"WITH {nodes}, {edges} ORDER BY size({edges}), [e IN {edges} | e.id] LIMIT {size(walk.first)}",
        f"RETURN collect({{length: size({edges}), nodes: {nodes}, edges: {edges}}}) AS {now}",
    ]
    return [block(names, body), f"WITH {EACH}, {start}, {end}, {found} + {now} AS {everything}"]


def _far(walk: Walk, lengths: str, end: str) -> str:
    """Edges of the walk, as many as `lengths`, to the end; where it may go both ways they are yet to be looked at."""
    pattern = f"[{_types(walk.out, walk.back)}*{lengths}]"
    left, right = ("-", "->") if walk.back == () else ("<-", "-") if walk.out == () else ("-", "-")
    return f"{left}{pattern}{right}({end})"


def _mixed(walk: Walk) -> bool:
    """Whether some types run one way only and others another."""
    return bool(walk.out and walk.back) and walk.out != walk.back


def _ahead(walk: Walk, edges: str, nodes: str) -> str:
    """Whether the walk may take an edge of a path in the direction in which it does."""
    sides = ((walk.out, "startNode"), (walk.back, "endNode"))
    return " OR ".join(f"({edges}[i]{_types(types)} AND {end}({edges}[i]) = {nodes}[i])" for types, end in sides)


def _listed(key: str) -> Callable[[Emits, Step, Scope], Match]:
    """What a path holds, in its order."""

    def match(emitter: Emits, step: Step, scope: Scope) -> Match:
        at, one, every = emitter.name("i"), emitter.name("x"), prop(scope.here, key)
        clause = f"UNWIND range(0, size({every}) - 1) AS {at}\nWITH {at}, {every}[{at}] AS {one}, {EACH}"
        return Match(clause, Scope(one, at=at), order=at)

    return match


def _end(function: str) -> Callable[[Emits, Step, Scope], Match]:
    def match(emitter: Emits, step: Step, scope: Scope) -> Match:
        name = emitter.name("n")
        return Match(f"WITH {function}({scope.here}) AS {name}, {EACH}", Scope(name))

    return match


# What is reached


def _reach(emitter: Emits, walk: Walk, at: AsOf | None, start: str) -> tuple[list[str], str, str]:
    """The lines that find what is reached in order, and the variables for each thing and its depth."""
    way, node, depth = emitter.name("q"), emitter.name("n"), emitter.name("d")
    lengths = f"{walk.least}..{'' if walk.most is None else walk.most}"
    lines = [f"MATCH {way} = ({start}){_far(walk, lengths, node)}"]
    labels = " OR ".join(f"n:{quote(label)}" for label in walk.labels)
    conditions = [f"{node} <> {start}"] * (walk.least > 0)
    conditions += [f"all(n IN nodes({way}) WHERE n = {start} OR {labels})"] * bool(labels)
    conditions += _all_held(way, at)
    lines += [f"WHERE {' AND '.join(conditions)}"] * bool(conditions)
    lines.append(
        f"WITH {node}, {EACH}, min(length({way})) AS {depth} ORDER BY {depth}, {node}.id LIMIT {size(walk.first)}"
    )
    return lines, node, depth


def _closure(emitter: Emits, step: Step, scope: Scope) -> Match:
    assert step.walk
    lines, node, depth = _reach(emitter, step.walk, step.at, scope.here)
    here = emitter.name("m")
    lines.append(f"WITH {{depth: {depth}}} AS {here}, {node}, {EACH}")
    return Match("\n".join(lines), Scope(here, node), order=f"{here}.depth, {node}.id", aggregates=True)


def _neighbourhood(emitter: Emits, step: Step, scope: Scope) -> Match:
    assert step.walk
    assert step.walk.types is not None
    start, here, every = emitter.name("n"), emitter.name("h"), emitter.name("l")
    lines, node, depth = _reach(emitter, step.walk, step.at, start)
    inner = block(start, [*lines, f"RETURN collect({{depth: {depth}, node: {node}}}) AS {every}"])
    last = f"WITH {{reached: {every}, types: {parameter(step.walk.types)}}} AS {here}, {EACH}"
    return Match("\n".join([*_start(step, start), inner, last]), Scope(here), aggregates=True)


def _reached(emitter: Emits, step: Step, scope: Scope) -> Match:
    here, node = emitter.name("m"), emitter.name("n")
    clause = f"UNWIND {scope.here}.reached AS {here}\nWITH {here}, {here}.node AS {node}, {EACH}"
    return Match(clause, Scope(here, node), order=f"{here}.depth, {node}.id")


def _among(emitter: Emits, step: Step, scope: Scope) -> Match:
    every, one, edge, other = (emitter.name(prefix) for prefix in "lnen")
    clause = [
        f"WITH {scope.here}, [m IN {scope.here}.reached | m.node] AS {every}, {EACH}",
        f"UNWIND {every} AS {one}",
        f"MATCH ({one})-[{edge}]->({other})",
    ]
    conditions = (f"{other} IN {every}", f"coalesce(type({edge}) IN {scope.here}.types, true)")
    return Match("\n".join(clause), Scope(edge), conditions, order=f"{edge}.id")


# Search


def _search(emitter: Emits, step: Step, scope: Scope) -> Match:
    assert step.parameter is not None
    node, here, phrase = emitter.name("n"), emitter.name("m"), parameter(step.parameter)
    label = "|".join(map(quote, step.types)) or "Entity"
    matched = f"[w IN {phrase}.words WHERE {node}.search CONTAINS w.start | w.word]"
    score = SCORE.format(node=node, phrase=phrase)
    clause = [
        f"CALL db.index.fulltext.queryNodes('graphsvc_search', {phrase}.query) YIELD node AS {node}",
        f"WHERE {ROOT} AND {node}:{label}",
        f"WITH {{id: {node}.id, matched: {matched}, score: {score}}} AS {here}, {node}, {EACH}",
    ]
    return Match("\n".join(clause), Scope(here, node))


# Shares


def shares(emitter: Emits, node: Shares, scope: Scope) -> Expression:
    """All edges on the ways to one thing, and a row for each of its holders."""
    start, thing, edge, holder, edges, every = (emitter.name(prefix) for prefix in "nnenlh")
    left, right = ("<-", "-") if node.step.direction == "in" else ("-", "->")
    types = _types(node.step.types)
    row = listed(emitter.row(node.selection, Scope(holder)))
    name, rows = emitter.name("c"), emitter.name("l")
    at = node.step.at
    way = emitter.name("p") if at else ""
    found = [
        *_start(node.step, start),
        f"MATCH {way}{' = ' * bool(at)}({start}){left}[{types}*0..]{right}({thing})",
        *(f"WHERE {each}" for each in _all_held(way, at)),
        f"WITH DISTINCT {thing}, {EACH}",
        f"MATCH ({thing}){left}[{edge}{types}]{right}({holder})",
        *([f"WHERE {held(edge, at)}"] if at else []),
        f"WITH {thing}, {edge}, {holder} ORDER BY {edge}.id LIMIT {MAX_EDGES + 1}",
        f"RETURN collect([{holder}.id, {thing}.id, {prop(edge, node.step.source)}]) AS {edges},"
        f" collect(DISTINCT {holder}) AS {every}",
    ]
    body = [
        block(scope.here, found),
        block(
            every,
            [
                f"UNWIND {every} AS {holder}",
                *row.calls,
                f"WITH * ORDER BY {holder}.id",
                f"RETURN collect([{holder}.id, {row.text}]) AS {rows}",
            ],
        ),
        f"RETURN [{edges}, {rows}] AS {name}",
    ]
    return Expression(name, [block(scope.here, body)])


WALKS: Mapping[str, Callable[[Emits, Step, Scope], Match]] = {
    "paths": _paths,
    "path_nodes": _listed("nodes"),
    "path_edges": _listed("edges"),
    "source": _end("startNode"),
    "target": _end("endNode"),
    "closure": _closure,
    "neighbourhood": _neighbourhood,
    "reached": _reached,
    "among": _among,
    "search": _search,
}
