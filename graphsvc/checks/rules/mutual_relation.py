"""Two entities stand to each other in a relation that runs one way only.

If the one holds, the other cannot. For example, a model `supersedes` its own successor. Where the relation is declared
`acyclic`, the rule `cycle` tells it.

Source: LinkML `asymmetric`; for what is below such a relation too.
"""

from collections import defaultdict

from graphsvc.checks.holding import period, together
from graphsvc.checks.rule import Context, Findings, Rule, at, live
from graphsvc.ontology import Predicate
from graphsvc.verdict import Claim

RULE = Rule("mutual-relation", "GS404", "Turn round or deprecate one of the statements, or date them.")


def check(context: Context) -> Findings:
    for predicate in context.flagged("asymmetric"):
        if not context.is_acyclic(predicate):
            yield from _mutual(context, predicate)


def _mutual(context: Context, predicate: Predicate) -> Findings:
    found: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in context.claims(predicate):
        found[claim.subject, claim.object or ""].append(claim)
    for (subject, object), claims in found.items():
        back = found.get((object, subject), []) if subject < object else []
        pair = next(([one, other] for one in claims for other in back if together(one, other)), None)
        if pair:
            there, again = (context.sentence(live(claim)[0]) for claim in pair)
            message = f"{predicate.name} is asymmetric, but{period(pair)} “{there}” and “{again}”."
            yield RULE.at_last(message, pair, subject, object, at=at("object", predicate.name))
