"""A statement of a transitive relation follows from two others.

It is no fault where a document says so; else the shorter way hides the longer one. For example, Llama 4 Maverick is
part of Llama 4, this is part of Llama, and Maverick is part of Llama. Longer detours are not looked for.

Source: LinkML `transitive`.
"""

from collections import defaultdict
from collections.abc import Mapping
from itertools import islice

from graphsvc.checks.holding import together
from graphsvc.checks.rule import Context, Findings, Rule, Severity
from graphsvc.verdict import Claim

RULE = Rule("redundant-statement", "GS410", "Leave it if a document says so, else remove it.", Severity.INFO)
STEPS = 100
"""Of what a subject leads to, so much is looked at for each of its statements."""


def check(context: Context) -> Findings:
    for name, predicate in context.ontology.predicates.items():
        if context.is_flagged(predicate, "transitive"):
            ways: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
            for claim in context.relations.get(name, ()):
                ways[claim.subject].setdefault(claim.object or "", claim)
            for claim in context.relations.get(name, ()):
                if detour := _detour(claim, ways):
                    middle = context.name(detour[0].object or "")
                    way = f"{context.name(claim.subject)} {name} {middle} and {middle} {name}"
                    message = f"It follows from two others: {way} {context.name(claim.object or '')}."
                    others = (each.id for one in detour for each in one.statements)
                    yield RULE.at_last(message, [claim], *others)


def _detour(claim: Claim, ways: Mapping[str, Mapping[str, Claim]]) -> tuple[Claim, Claim] | None:
    for middle, first in islice(ways[claim.subject].items(), STEPS):
        second = ways[middle].get(claim.object or "") if middle in ways else None
        if second and claim.subject != middle != claim.object and together(claim, first, second):
            return first, second
    return None
