"""What comes after another began before it; or, if the succession is strict, before the other had ended.

Either the order is the other way round or a date is wrong. For example, a model of 2024 supersedes one of 2026. Only
what is so however the dates are read is told.

Source: the annotation `succession` of a relationship class: `true`, the subject begins after the object; `strict`,
after the object's end; with `life_start` and `life_end` of the classes.
"""

from graphsvc.checks.lives import UNKNOWN, is_before, lives
from graphsvc.checks.rule import Context, Findings, Rule, Severity, live
from graphsvc.verdict import Claim

RULE = Rule("overlapping-succession", "GS505", "Turn the statement round, or correct a date.", Severity.WARNING)


def check(context: Context) -> Findings:
    for predicate in context.annotated("succession"):
        strict = predicate.annotations["succession"] == "strict"
        for claim in context.claims(predicate):
            if fault := _fault(context, claim, strict):
                message = f"“{context.sentence(live(claim)[0])}”, but {fault}."
                yield RULE.at_last(message, [claim], claim.subject, claim.object or "")


def _fault(context: Context, claim: Claim, strict: bool) -> str | None:
    known = context.once(lives)
    later, earlier = known.get(claim.subject, UNKNOWN), known.get(claim.object or "", UNKNOWN)
    begins = f"the {later.start_slot} of {context.name(claim.subject)} is {later.start and later.start.text}"
    if is_before(later.start, earlier.start) and earlier.start:
        return f"{begins}, and the {earlier.start_slot} of {context.name(claim.object or '')} {earlier.start.text}"
    if strict and is_before(later.start, earlier.end) and earlier.end:
        return f"{begins}, and the {earlier.end_slot} of {context.name(claim.object or '')} {earlier.end.text}"
    return None
