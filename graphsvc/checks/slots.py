"""What fills the slots of entities: their own fields, and live claims, seen from either end."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping

from graphsvc.checks.rule import Context
from graphsvc.ontology import INTRINSIC, Slot
from graphsvc.records import Entity, Rank
from graphsvc.values import canonical
from graphsvc.verdict import Claim

Fillings = Mapping[tuple[str, str], list[Claim]]


def demanded(context: Context, wanted: Callable[[Slot], object]) -> Mapping[str | None, list[Slot]]:
    """Class -> those of its wanted slots that can be given: no identifier, no nested object."""
    given = {*INTRINSIC, *context.sides}
    found: dict[str | None, list[Slot]] = {None: []}
    for name, each in context.ontology.node_classes.items():
        slots = [slot for slot in each.slots.values() if wanted(slot) and not slot.identifier]
        found[name] = [slot for slot in slots if slot.kind != "class" or slot.name in given]
    return found


def fillings(context: Context, wanted: Collection[str]) -> Fillings:
    """(Entity, slot) -> the live claims that fill it, for the wanted slots; a relation fills those above it too."""
    predicates, wanted = context.ontology.predicates, frozenset(wanted)
    found: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in context.judgement.claims if wanted else ():
        if claim.rank is not Rank.DEPRECATED:
            predicate = predicates.get(claim.predicate)
            names = predicate.ancestors if predicate else (claim.predicate,)
            for name in wanted.intersection(names):
                found[claim.subject, name].append(claim)
            inverses = {predicates[name].inverse for name in names} if predicate and claim.object else ()
            for name in wanted.intersection(inverses):
                found[claim.object or "", name or ""].append(claim)
    return found


def told(entity: Entity, slot: str, claims: Fillings) -> Iterator[str]:
    """The values of one slot of an entity as texts to compare: unknown ones are left out."""
    own = getattr(entity, slot) if slot in INTRINSIC and slot != "category" else None
    yield from own if isinstance(own, tuple) else [own] if own else []
    for claim in claims.get((entity.id, slot), ()):
        if other := target(claim, entity.id):
            yield other


def target(claim: Claim, of: str) -> str | None:
    """What a claim says of one of its ends: the other end, or the value; None if it knows neither."""
    if claim.object is not None:
        return claim.object if claim.subject == of else claim.subject
    return None if claim.value is None else canonical(claim.value)
