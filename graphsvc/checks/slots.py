"""What fills the slots of entities: their own fields, and live claims, seen from either end."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, partial

from graphsvc.checks.rule import Context
from graphsvc.ontology import INTRINSIC, Ontology, Slot
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
    filled = cache(partial(_filled, context.ontology, frozenset(wanted)))
    found: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in context.judgement.claims if wanted else ():
        forward, backward = filled(claim.predicate)
        if (forward or backward) and claim.rank is not Rank.DEPRECATED:
            for name in forward:
                found[claim.subject, name].append(claim)
            for name in backward if claim.object else ():
                found[claim.object or "", name].append(claim)
    return found


def _filled(ontology: Ontology, wanted: frozenset[str], name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Which of the wanted slots a claim of that name fills: of its subject, of its object."""
    predicates = ontology.predicates
    above = predicates[name].ancestors if name in predicates else (name,)
    inverses = {predicates[each].inverse for each in above} if name in predicates else set()
    return wanted.intersection(above), wanted.intersection(filter(None, inverses))


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
