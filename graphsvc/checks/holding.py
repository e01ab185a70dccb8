"""When claims certainly hold, for rules that forbid claims to hold together.

A bound that is missing is unbounded. A vague one, such as `2025`, counts at its latest for a beginning and at its
earliest for an end: what a rule reports is so on at least one day.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import inf

from graphsvc.verdict import Claim


def slices(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """For each day on which a claim begins, in order: the claims that hold then."""
    spans = [(claim, _first(claim), _end(claim)) for claim in claims]
    for day in sorted({first for _, first, _ in spans}):
        yield [claim for claim, first, end in spans if first <= day < end]


def period(claims: Iterable[Claim]) -> str:
    """How messages tell when all of the claims hold: ` from 2024-05 until 2026`, or nothing if always."""
    claims = list(claims)
    since, until = max(claims, key=_first).since, min(claims, key=_end).until
    return (f" from {since.text}" if since else "") + (f" until {until.text}" if until else "")


def _first(claim: Claim) -> float:
    """The day from which it holds, as `Edtf` counts days; never if too vague to name one."""
    latest = claim.since.latest if claim.since else -inf
    return inf if latest is None else latest


def _end(claim: Claim) -> float:
    """The first day on which it no longer holds."""
    earliest = claim.until.earliest if claim.until else inf
    return -inf if earliest is None else earliest
