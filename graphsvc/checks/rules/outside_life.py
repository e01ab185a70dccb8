"""A fact holds at a time at which its subject or its object did not exist.

One of the dates is wrong. For example, someone leads a company since 2019 that was formed in 2021. Only what is so
however the dates are read is told; the first and the last day count as life.

Source: the annotations `life_start` and `life_end` of a class, which name its attributes; `outside_life: true` on a
relationship class or slot leaves its facts out. Wikibase has it as its contemporary constraint.
"""

from graphsvc.checks.lives import Life, bound, is_before, lives
from graphsvc.checks.rule import Context, Findings, Rule, Severity, at, live
from graphsvc.records import Rank
from graphsvc.verdict import Claim

WAY_OUT = "Correct one of the dates, or annotate the relation with `outside_life: true`."
RULE = Rule("outside-life", "GS504", WAY_OUT, Severity.WARNING)


def check(context: Context) -> Findings:
    known, exempt = context.once(lives), _exempt(context)
    for claim in context.judgement.claims if known else ():
        if (claim.since or claim.until) and claim.rank is not Rank.DEPRECATED and claim.predicate not in exempt:
            for end in dict.fromkeys(filter(None, (claim.subject, claim.object))):
                if (life := known.get(end)) and (fault := _fault(claim, life)):
                    said = f"“{context.sentence(live(claim)[0])}” {fault[0]}"
                    message = f"{said}, but the {fault[1]} of {context.name(end)} is {fault[2]}."
                    yield RULE.at_last(message, [claim], end, at=at(bound(context, claim, fault[3])))


def _exempt(context: Context) -> set[str]:
    said = {name: each.annotations for name, each in context.ontology.predicates.items()}
    said |= {name: slot.annotations for name, slot in context.ontology.slots.items() if name not in said}
    return {name for name, annotations in said.items() if annotations.get("outside_life")}


def _fault(claim: Claim, life: Life) -> tuple[str, str, str, str] | None:
    """What the claim says of time; which slot of the life is against it, what that says; and which bound is meant."""
    since, until, start, end = claim.since, claim.until, life.start, life.end
    for date, word, which in ((since, "since", "start"), (until, "until", "end")):
        if date and start and is_before(date, start):
            return f"holds {word} {date.text}", life.start_slot, start.text, which
    if since and end and is_before(end, since):
        return f"holds since {since.text}", life.end_slot, end.text, "start"
    if until and end and end.latest is not None and until.earliest is not None and until.earliest > end.latest + 1:
        return f"holds until {until.text}", life.end_slot, end.text, "end"
    return None
