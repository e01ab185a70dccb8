"""An entity has several values for a slot of which one should be the best, and not just one is preferred.

Whoever asks for the value gets all of them, in no order. For example, a company with three websites, none of them
`rank: preferred`. What holds at different times does not compete.

Source: the annotation `single_best: true` of a slot; Wikibase's single-best-value constraint.
"""

from collections import defaultdict

from graphsvc.checks.holding import crowd, period
from graphsvc.checks.rule import Context, Findings, Rule, Severity, at, listed
from graphsvc.checks.slots import fillings, target
from graphsvc.records import Rank, ValueKind
from graphsvc.verdict import Claim

RULE = Rule("no-best-value", "GS503", "Set `rank: preferred` on the one that is best now.", Severity.WARNING)


def check(context: Context) -> Findings:
    wanted = {name for name, slot in context.ontology.slots.items() if slot.annotations.get("single_best")}
    found: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for key, claims in fillings(context, wanted).items():
        found[key] = [claim for claim in claims if claim.value_kind is ValueKind.VALUE]
    for (id, slot), claims in found.items():
        held = crowd(claims, 1, lambda claim: claim.id)
        preferred = sum(claim.rank is Rank.PREFERRED for claim in held)
        if held and preferred != 1:
            values = listed(sorted(target(claim, id) or "?" for claim in held))
            what = f"{context.name(id)} has{period(held)} several {slot} and {preferred or 'none'} preferred: {values}."
            yield RULE.at_last(what, held, id, at=at("value", "object", slot))
