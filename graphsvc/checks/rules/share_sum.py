"""The shares in one whole, all held on one day, add up to more than `share_sum_max` allows.

At least one of them is wrong, or has ended and nobody said when. For example, Meta owns 0.94 of Scale AI and a second
owner 0.2. Sums are exact; a share counts at its least, so that precision and undecided conflicts are in its favour.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter

from graphsvc.checks.holding import period, slices
from graphsvc.checks.rule import Context, Finding, Findings, Rule, listed
from graphsvc.ontology import Predicate, Slot
from graphsvc.records import Rank
from graphsvc.values import Quantity, Value, ValueFault
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
        most = Fraction(str(predicate.annotations["share_sum_max"]))
        name = str(predicate.annotations.get("share_slot", "share"))
        slot = predicate.qualifiers.get(name)
        for whole, parts in _wholes(context, predicate, slot).items() if slot else ():
            for chosen in _excesses(parts, most):
                yield _finding(context, f"The {name} of {predicate.name}", whole, chosen, most)


def _wholes(context: Context, predicate: Predicate, slot: Slot) -> dict[str, list[Part]]:
    """Whole -> what each live claim takes of it, the greatest first."""
    wholes: defaultdict[str, list[Part]] = defaultdict(list)
    by_subject = predicate.annotations.get("share_sum_by") == "subject"
    for claim in context.claims(predicate):
        ends = claim.subject, claim.object or ""
        holder, whole = reversed(ends) if by_subject else ends
        shares = [_least(value) for value in _values(context, slot, claim) if isinstance(value, Quantity | int)]
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
    by_claim = {part.claim.id: part for part in parts}
    days = (_by_holder(by_claim[claim.id] for claim in held) for held in slices([part.claim for part in parts]))
    told: list[set[str]] = []
    for chosen in sorted((day for day in days if _sum(day) > most), key=_sum, reverse=True):
        claims = {part.claim.id for part in chosen}
        if not any(claims <= earlier for earlier in told):
            told.append(claims)
            yield chosen


def _by_holder(parts: Iterable[Part]) -> list[Part]:
    """Who holds by several claims at once counts with the least of them, the last."""
    return list({part.holder: part for part in parts}.values())


def _sum(parts: list[Part]) -> Fraction:
    return sum((part.share for part in parts), Fraction(0))


def _finding(context: Context, what: str, whole: str, parts: list[Part], most: Fraction) -> Finding:
    shares = listed([f"{context.name(part.holder)} {_number(part.share)}" for part in parts])
    sum = f"{_number(_sum(parts))} for {context.name(whole)}{period(part.claim for part in parts)}"
    message = f"{what} adds up to {sum}, more than {_number(most)}: {shares}."
    statements = sorted((each for part in parts for each in part.claim.statements), key=attrgetter("position"))
    ids = [statement.id for statement in reversed(statements)]
    return RULE.finding(message, statements[-1].position, *ids, whole, *(part.holder for part in parts))


def _number(fraction: Fraction) -> str:
    return f"{(Decimal(fraction.numerator) / fraction.denominator).normalize():f}"
