"""When claims certainly hold, for rules that forbid claims to hold together.

A bound that is missing is unbounded. A vague one, such as `2025`, counts at its latest for a beginning and at its
earliest for an end: what a rule reports is so on at least one day.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import groupby
from math import inf

from graphsvc.verdict import Claim


def slices(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """For each day on which a claim begins, in order: the claims that hold then."""
    spans = [(claim, _first(claim), _end(claim)) for claim in claims]
    for day in sorted({first for _, first, _ in spans}):
        yield [claim for claim, first, end in spans if first <= day < end]


def changes(claims: Iterable[Claim]) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """For each day on which a claim begins, in order: those that have ended since the last such day, and the new."""
    held: list[tuple[float, str, Claim]] = []
    for day, beginning in groupby(sorted(claims, key=_first), key=_first):
        ended = []
        while held and held[0][0] <= day:
            ended.append(heappop(held)[2])
        begun = [claim for claim in beginning if day < _end(claim)]
        for claim in begun:
            heappush(held, (_end(claim), claim.id, claim))
        yield ended, begun


def together(*claims: Claim) -> bool:
    """Whether there is a day on which all of them certainly hold."""
    return max(map(_first, claims)) < min(map(_end, claims))


def crowd(claims: Iterable[Claim], most: int, of: Callable[[Claim], object]) -> list[Claim]:
    """The claims that hold on the first day on which these are of more than `most` different things; [] if never."""
    held: dict[str, Claim] = {}
    things: Counter[object] = Counter()
    for ended, begun in changes({claim.id: claim for claim in claims}.values()):
        for claim in ended:
            del held[claim.id]
            things[of(claim)] -= 1
        for claim in begun:
            held[claim.id] = claim
            things[of(claim)] += 1
        if len(held) > most and len(+things) > most:
            return [held[id] for id in sorted(held)]
    return []


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
