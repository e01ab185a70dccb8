"""Claims of an acyclic relation, all holding at one time, lead back to where they start.

What owns, contains or supersedes itself by a detour makes sums and hierarchies meaningless. For example, Meta owns
Scale AI, Scale AI owns Outlier, and Outlier owns Meta. From the annotation `acyclic` of a relationship class.
"""

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from operator import attrgetter

from graphsvc.checks.holding import period, slices
from graphsvc.checks.rule import Context, Finding, Findings, Rule, listed
from graphsvc.ontology import Predicate
from graphsvc.verdict import Claim

RULE = Rule("cycle", "GS401", "Correct or deprecate one of the statements, or date those that did not hold together.")


def check(context: Context) -> Findings:
    for predicate in context.annotated("acyclic"):
        claims = context.claims(predicate)
        if _is_acyclic(claims):
            continue
        from graphsvc.graph import entangled, shortest_cycle  # NetworkX is slow to import, and cycles are rare

        for part in entangled(claims):
            cycle = next(filter(None, map(shortest_cycle, slices(part))), None)
            if cycle:
                yield _finding(context, predicate, cycle, len({claim.subject for claim in part}))


def _is_acyclic(claims: Iterable[Claim]) -> bool:
    order: TopologicalSorter[str | None] = TopologicalSorter()
    for claim in claims:
        order.add(claim.subject, claim.object)
    try:
        order.prepare()
    except CycleError:
        return False
    return True


def _finding(context: Context, predicate: Predicate, cycle: list[Claim], size: int) -> Finding:
    nodes = [claim.subject for claim in cycle]
    first = context.name(nodes[0])
    way = listed([context.name(node) for node in nodes], " -> ")
    beyond = f" {size} entities are entangled in such cycles." if size > len(nodes) else ""
    message = f"{predicate.name} is acyclic, but{period(cycle)} it leads round: {way} -> {first}.{beyond}"
    statements = sorted((each for claim in cycle for each in claim.statements), key=attrgetter("position"))
    return RULE.finding(message, statements[0].position, *(statement.id for statement in statements), *nodes)
