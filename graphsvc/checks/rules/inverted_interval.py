"""A time ends before it begins, or on the day on which it begins.

It holds on no day, so no question finds it. For example, `{since: 2026-05, until: 2026-04}`, `2025/2024`, a company
dissolved before it was formed, or a text retrieved before it was published. The day of `until` no longer counts.

Source: EDTF (ISO 8601-2); the annotations `interval_start`, `interval_end`, `life_start`, `life_end`.
"""

from contextlib import suppress

from graphsvc.checks.broken import broken
from graphsvc.checks.lives import bound, is_before, lives
from graphsvc.checks.rule import Context, Findings, Rule, at
from graphsvc.edtf import Edtf
from graphsvc.values import ValueFault, parse_edtf
from graphsvc.verdict import statement_intervals

RULE = Rule("inverted-interval", "GS316", "Exchange or correct the dates.")


def check(context: Context) -> Findings:
    yield from broken(context, RULE, "interval")
    interval = statement_intervals(context.dataset)
    for claim in context.judgement.claims:
        for statement in claim.statements:
            since, until = (claim.since, claim.until) if len(claim.statements) == 1 else interval(statement)
            if since and until and (is_before(until, since) or _same_day(since, until)):
                ids = statement.id, statement.subject
                message = f"“{context.sentence(statement)}” holds from {since.text} until {until.text}: on no day."
                yield RULE.finding(message, statement.position, *ids, at=at(bound(context, claim, "end")))
    for id, life in context.once(lives).items():
        if life.start and life.end and is_before(life.end, life.start):
            message = f"The {life.end_slot} of {context.name(id)} is {life.end.text}, its {life.start_slot} later"
            place = context.entities[id].position
            yield RULE.finding(f"{message}: {life.start.text}.", place, id, at=at(life.end_slot))
    yield from _retrieved(context)


def _retrieved(context: Context) -> Findings:
    for statement in context.dataset.statements:
        for reference in statement.references:
            document = context.documents.get(reference.document) if reference.retrieved else None
            if reference.retrieved and document and is_before(_date(reference.retrieved), _date(document.published)):
                message = (
                    f"'{document.id}' was retrieved {reference.retrieved}, before it appeared ({document.published})."
                )
                yield RULE.finding(message, reference.position, statement.id, document.id, at=at("retrieved"))


def _same_day(since: Edtf, until: Edtf) -> bool:
    return since.earliest is not None and since.earliest == since.latest == until.earliest == until.latest


def _date(text: str | None) -> Edtf | None:
    with suppress(ValueFault):
        return parse_edtf(text) if text else None
    return None
