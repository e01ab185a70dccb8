"""The shares in one whole, all held on one day, add up to more than `share_sum_max` allows.

At least one of them is wrong, or has ended and nobody said when. For example, Meta owns 0.94 of Scale AI and a second
owner 0.2. Sums are exact; a share counts at its least, so that precision and undecided conflicts are in its favour.
Where `share_min_slot` names a qualifier, it counts for those who hold at least so much. Where `share_indirect` says
`slot=value`, what is held indirectly is left out, for it is part of what somebody else holds directly.

Source: the annotations `share_sum_max`, `share_slot`, `share_sum_by`, `share_min_slot` and `share_indirect` of a
relationship class; the Beneficial Ownership Data Standard tells shares and direct from indirect in this way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from graphsvc.checks.holding import changes, period
from graphsvc.checks.rule import Context, Findings, Rule, at, listed
from graphsvc.ontology import Predicate, Slot
from graphsvc.records import Rank
from graphsvc.values import Quantity, Value, ValueFault, canonical
from graphsvc.verdict import Claim

RULE = Rule("share-sum", "GS402", "Correct a share, date the statements (`since`, `until`), or deprecate one.")


@dataclass(frozen=True)
class Part:
    """What one claim takes of a whole."""

    claim: Claim
    holder: str
    share: Fraction


def check(context: Context) -> Findings:
    for predicate in context.annotated("share_sum_max"):
        most = number(predicate.annotations["share_sum_max"])
        if most is not None:
            yield from _above(context, predicate, most)


def _above(context: Context, predicate: Predicate, most: Fraction) -> Findings:
    name = str(predicate.annotations.get("share_slot", "share"))
    said = [predicate.qualifiers.get(str(each)) for each in (name, predicate.annotations.get("share_min_slot"))]
    slots = [slot for slot in said if slot]
    for whole, parts in _wholes(context, predicate, slots).items():
        for chosen in _excesses(parts, most):
            message = _told(context, f"The {name} of {predicate.name}", whole, chosen, most)
            ids, place = (whole, *(part.holder for part in chosen)), at(*(slot.name for slot in slots))
            yield RULE.at_last(message, [part.claim for part in chosen], *ids, at=place)


def number(annotation: object) -> Fraction | None:
    """What `share_sum_max` says; None if it is no number."""
    with suppress(ValueError):
        return Fraction(str(annotation))
    return None


def _wholes(context: Context, predicate: Predicate, slots: Sequence[Slot]) -> dict[str, list[Part]]:
    """Whole -> what each live claim takes of it by the first slot that says so, the greatest first."""
    wholes: defaultdict[str, list[Part]] = defaultdict(list)
    by_subject = predicate.annotations.get("share_sum_by") == "subject"
    indirect, _, so_called = str(predicate.annotations.get("share_indirect", "")).partition("=")
    for claim in context.claims(predicate):
        if so_called in (canonical(value) for value in claim.qualifiers.get(indirect, ())):
            continue
        ends = claim.subject, claim.object or ""
        holder, whole = reversed(ends) if by_subject else ends
        told = next(filter(None, ([*_values(context, slot, claim)] for slot in slots)), [])
        shares = [_least(value) for value in told if isinstance(value, Quantity | int)]
        if shares:
            wholes[whole].append(Part(claim, holder, min(shares)))
    return {whole: sorted(parts, key=lambda part: (-part.share, part.claim.id)) for whole, parts in wholes.items()}


def _values(context: Context, slot: Slot, claim: Claim) -> Iterator[Value]:
    """The verdict on the claim's share; where that is undecided, what its sources say."""
    yield from claim.qualifiers.get(slot.name, ())
    for statement in () if slot.name in claim.qualifiers else claim.statements:
        for raw in dict(statement.qualifiers).get(slot.name, ()) if statement.rank is not Rank.DEPRECATED else ():
            with suppress(ValueFault):  # a finding of invalid-value
                yield context.ontology.parse(slot, raw)


def _least(value: Quantity | int) -> Fraction:
    return Fraction(value.value) - Fraction(value.precision or 0) if isinstance(value, Quantity) else Fraction(value)


def _excesses(parts: list[Part], most: Fraction) -> Iterator[list[Part]]:
    """The sets of parts that are too much on some day, the largest sums first, and none that is within another."""
    if _sum(parts) <= most:
        return
    told: list[set[str]] = []
    for chosen in sorted(_days(parts, most), key=_sum, reverse=True):
        claims = {part.claim.id for part in chosen}
        if not any(claims <= earlier for earlier in told):
            told.append(claims)
            yield chosen


def _days(parts: list[Part], most: Fraction) -> Iterator[list[Part]]:
    """What is held on the days on which it is too much; a running sum passes over the others."""
    by_claim = {part.claim.id: part for part in parts}
    held: defaultdict[str, list[str]] = defaultdict(list)
    total = Fraction(0)
    for ended, begun in changes(part.claim for part in parts):
        for claim in (*ended, *begun):
            claims = held[by_claim[claim.id].holder]
            total -= min((by_claim[id].share for id in claims), default=Fraction(0))
            (claims.remove if claim.id in claims else claims.append)(claim.id)
            total += min((by_claim[id].share for id in claims), default=Fraction(0))
        if total > most:
            held_now = set().union(*held.values())
            yield _by_holder(part for part in parts if part.claim.id in held_now)


def _by_holder(parts: Iterable[Part]) -> list[Part]:
    """Who holds by several claims at once counts with the least of them, the last."""
    return list({part.holder: part for part in parts}.values())


def _sum(parts: list[Part]) -> Fraction:
    return sum((part.share for part in parts), Fraction(0))


def _told(context: Context, what: str, whole: str, parts: list[Part], most: Fraction) -> str:
    shares = listed([f"{context.name(part.holder)} {_number(part.share)}" for part in parts])
    sum = f"{_number(_sum(parts))} for {context.name(whole)}{period(part.claim for part in parts)}"
    return f"{what} adds up to {sum}, more than {_number(most)}: {shares}."


def _number(fraction: Fraction) -> str:
    return f"{(Decimal(fraction.numerator) / fraction.denominator).normalize():f}"
