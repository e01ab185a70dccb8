"""What can only advance goes back: a later statement gives a value that stands earlier in the enum.

The dates or the values were exchanged, or the slot is not what it was declared to be. For example, a roll-out that is
`live` until May 2026 and `announced` from then on. Only statements with a beginning are compared.

Source: the annotation `ordered: true` of a slot whose range is an enum; the order is that of its values.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graphsvc.checks.lives import is_before
from graphsvc.checks.rule import Context, Findings, Rule, Severity, at
from graphsvc.edtf import Edtf
from graphsvc.ontology import Slot
from graphsvc.records import Rank
from graphsvc.values import Value
from graphsvc.verdict import Claim

RULE = Rule("backward-status", "GS506", "Correct a date or a value, or deprecate one of the two.", Severity.WARNING)
About = tuple[str, str, str, str]
Told = list[tuple[Edtf, int, str, Claim]]
"""Since when, which place in the order, which value, and the claim that says it."""


def check(context: Context) -> Findings:
    ordered = {name: order for name, slot in context.ontology.slots.items() if (order := _order(context, slot))}
    told: defaultdict[About, Told] = defaultdict(list)
    for claim in context.judgement.claims if ordered else ():
        speaks = claim.predicate in ordered or not ordered.keys().isdisjoint(claim.qualifiers)
        if speaks and claim.since and claim.since.earliest is not None and claim.rank is not Rank.DEPRECATED:
            for name, value in _values(claim):
                if name in ordered and value in ordered[name]:
                    place = ordered[name].index(str(value))
                    about = (claim.subject, claim.predicate, claim.object or "", name)
                    told[about].append((claim.since, place, str(value), claim))
    for about, several in told.items():
        yield from _steps_back(context, about, several)


def _order(context: Context, slot: Slot) -> tuple[str, ...]:
    is_ordered = slot.annotations.get("ordered") and slot.kind == "enum"
    return context.ontology.enums[slot.range].texts if is_ordered else ()


def _values(claim: Claim) -> Iterator[tuple[str, Value | None]]:
    yield claim.predicate, claim.value
    yield from ((name, value) for name, values in claim.qualifiers.items() for value in values)


def _steps_back(context: Context, about: About, several: Told) -> Findings:
    subject, predicate, object, slot = about
    several.sort(key=lambda told: (told[0].earliest or 0, told[1]))
    of = f"{context.name(subject)} {predicate} {context.name(object)}" if object else context.name(subject)
    for (since, place, value, claim), (later, next_place, next_value, next_claim) in pairwise(several):
        if next_place < place and is_before(since, later):
            message = (
                f"The {slot} of {of} goes back: {value!r} since {since.text}, then {next_value!r} since {later.text}."
            )
            before = (each.id for each in claim.statements)
            yield RULE.at_last(message, [next_claim], *before, subject, at=at(slot, "value"))
