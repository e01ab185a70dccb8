"""Two entities are related in two ways, at one time, that exclude each other.

One of the two is wrong or has ended. For example, a division competes with the company that it is part of, where
`part_of` excludes `competes_with`. The name of an inverse excludes the relation the other way round.

Source: the annotation `excludes` of a relationship class or slot: names of relations, with commas.
"""

from collections import defaultdict
from collections.abc import Iterator

from graphsvc.checks.holding import period, together
from graphsvc.checks.rule import Context, Findings, Rule, at, live, names
from graphsvc.ontology import Predicate
from graphsvc.verdict import Claim

RULE = Rule("exclusive-relations", "GS408", "Correct or deprecate one of the statements, or date them.")
Ends = tuple[str, str]


def check(context: Context) -> Findings:
    told: set[frozenset[str]] = set()
    for predicate in context.ontology.predicates.values():
        for name in names(predicate.annotations.get("excludes", "")):
            for claim, other in _both(context, predicate, name):
                if frozenset((claim.id, other.id)) not in told:
                    told.add(frozenset((claim.id, other.id)))
                    one, another = (context.sentence(live(each)[0]) for each in (claim, other))
                    message = f"{predicate.name} excludes {name}, but{period((claim, other))} “{one}” and “{another}”."
                    yield RULE.at_last(message, (claim, other), claim.subject, claim.object or "", at=at("predicate"))


def _both(context: Context, predicate: Predicate, name: str) -> Iterator[tuple[Claim, Claim]]:
    excluded = context.predicate(name)
    if excluded is None:
        return  # an unusable-annotation
    by_ends: defaultdict[Ends, list[Claim]] = defaultdict(list)
    for claim in context.claims(excluded):
        ends = claim.subject, claim.object or ""
        turned = name == excluded.inverse and not excluded.symmetric
        by_ends[ends[::-1] if turned else ends].append(claim)
        if excluded.symmetric or predicate.symmetric:
            by_ends[ends[::-1]].append(claim)
    for claim in context.claims(predicate):
        held = by_ends.get((claim.subject, claim.object or ""), ())
        yield from ((claim, other) for other in held if other is not claim and together(claim, other))
