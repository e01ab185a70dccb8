"""Claims of one relation that lead back to where they start."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from graphsvc.checks.holding import period, slices
from graphsvc.checks.rule import Context, Finding, Rule, at, listed
from graphsvc.ontology import Predicate
from graphsvc.verdict import Claim


def cycles(context: Context, predicate: Predicate) -> Iterator[tuple[list[Claim], int]]:
    """A shortest cycle of claims that hold together for each entangled part, and how many entities that has.

    What leads straight to itself is a self-loop, and none of these.
    """
    claims = [claim for claim in context.claims(predicate) if claim.subject != claim.object]
    if _is_acyclic(claims):
        return
    from graphsvc.graph import entangled, shortest_cycle  # NetworkX is slow to import, and cycles are rare

    for part in entangled(claims):
        cycle = next(filter(None, map(shortest_cycle, slices(part))), None)
        if cycle:
            yield cycle, len({claim.subject for claim in part})


def finding(context: Context, rule: Rule, why: str, cycle: list[Claim], size: int) -> Finding:
    nodes = [claim.subject for claim in cycle]
    way = listed([context.name(node) for node in nodes], " -> ")
    beyond = f" {size} entities are entangled in such cycles." if size > len(nodes) else ""
    message = f"{why}, but{period(cycle)} it leads round: {way} -> {context.name(nodes[0])}.{beyond}"
    return rule.at_last(message, cycle, *nodes, at=at("object"))


def _is_acyclic(claims: Iterable[Claim]) -> bool:
    order: TopologicalSorter[str | None] = TopologicalSorter()
    for claim in claims:
        order.add(claim.subject, claim.object)
    try:
        order.prepare()
    except CycleError:
        return False
    return True
