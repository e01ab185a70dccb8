"""What a claim rests on is older than the ontology wants it to be, and nothing says that the claim has ended.

It may have changed since, and nobody has looked. For example, the newest source for who leads a company is from 2022.
The age is counted back from the newest date in the dataset, not from today: the same files give the same findings.

Source: the annotation `stale_after` of the schema, or of one slot or relationship class: a period such as `P1Y`, `P6M`
or `P90D` (ISO 8601); `never` exempts. Without it this rule is silent.
"""

import re
from collections.abc import Mapping
from contextlib import suppress

from graphsvc.checks.rule import Context, Findings, Rule, Severity, live, said_of
from graphsvc.edtf import Edtf
from graphsvc.records import Rank, Reference
from graphsvc.values import ValueFault, parse_edtf
from graphsvc.verdict import Claim

RULE = Rule("stale-claim", "GS606", "Look for a newer source, or say until when it held.", Severity.INFO)
PERIOD = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")
DAYS = (365, 30, 7, 1)


def check(context: Context) -> Findings:
    limits = {name: days(str(said)) for name, said in said_of(context, "stale_after").items()}
    if any(limits.values()):
        dated = _dates(context)
        today = max((date.latest or 0 for date in dated.values()), default=0)
        for claim in context.judgement.claims:
            limit = limits.get(claim.predicate)
            if limit and claim.until is None and claim.rank is not Rank.DEPRECATED:
                yield from _stale(context, claim, dated, today - limit)


def days(period: str) -> int | None:
    """The days of a period; None if it is none, such as `never`. A year has 365, a month 30."""
    found = PERIOD.fullmatch(period)
    parts = [int(part or 0) for part in found.groups()] if found else []
    return sum(part * length for part, length in zip(parts, DAYS, strict=False)) or None


def _dates(context: Context) -> Mapping[str, Edtf]:
    """The dates of documents and of their retrieval, by their texts."""
    texts = {document.published for document in context.documents.values()}
    texts |= {each.retrieved for statement in context.dataset.statements for each in statement.references}
    found = {}
    for text in texts - {None}:
        with suppress(ValueFault):
            found[str(text)] = parse_edtf(str(text))
    return found


def _stale(context: Context, claim: Claim, dated: Mapping[str, Edtf], oldest: int) -> Findings:
    references = [reference for statement in live(claim) for reference in statement.references]
    known = [date for each in references if (date := dated.get(_seen(context, each))) and date.latest is not None]
    newest = max(known, key=lambda date: date.latest or 0, default=None)
    if newest and len(known) == len(references) and (newest.latest or 0) < oldest:
        message = f"The newest source of “{context.sentence(live(claim)[0])}” is of {newest.text}."
        yield RULE.at_last(message, [claim], claim.subject)


def _seen(context: Context, reference: Reference) -> str:
    """When somebody last saw it said."""
    document = context.documents.get(reference.document)
    return reference.retrieved or (document and document.published) or ""
