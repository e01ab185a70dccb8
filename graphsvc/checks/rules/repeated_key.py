"""Two entities, or two statements of a relation at one time, have the same values for the slots of a unique key.

They are the same thing twice, or one of the values is wrong. For example, two companies with the same register and
number, where Company has the unique key [register, number]. A value that is not known is like no other.

Source: LinkML `unique_keys`.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, product

from graphsvc.checks.holding import crowd
from graphsvc.checks.rule import Context, Findings, Rule, at, live
from graphsvc.checks.slots import Fillings, fillings, told
from graphsvc.records import Entity
from graphsvc.values import canonical
from graphsvc.verdict import Claim

RULE = Rule("repeated-key", "GS319", "Merge the two, or correct the value that is wrong.")
Key = tuple[str, ...]
COMBINATIONS = 100
"""Of several values in several slots, so many combinations are looked at."""


def check(context: Context) -> Findings:
    yield from _entities(context)
    yield from _statements(context)


def _entities(context: Context) -> Findings:
    classes = context.ontology.node_classes
    filled = fillings(context, {slot for each in classes.values() for key in each.unique_keys.values() for slot in key})
    seen: dict[tuple[Key, Key], str] = {}
    for id, class_name in context.classes.items():
        entity, repeated = context.entities[id], set()
        for key in classes[class_name].unique_keys.values() if class_name else ():
            for values in islice(_combinations(entity, key, filled), COMBINATIONS):
                first = seen.setdefault((key, values), id)
                if first != id and (key, first) not in repeated:
                    repeated.add((key, first))
                    message = f"{context.name(id)} and {context.name(first)} have the same {_said(key, values)}."
                    place = context.entities[first].position
                    yield RULE.finding(message, entity.position, id, first, at=at(*key), others=[place])


def _combinations(entity: Entity, key: Key, filled: Fillings) -> Iterator[Key]:
    return product(*(dict.fromkeys(told(entity, slot, filled)) for slot in key)) if key else iter(())


def _statements(context: Context) -> Findings:
    for name, claims in context.relations.items():
        predicate = context.ontology.predicates.get(name)
        relationship = context.ontology.classes.get((predicate and predicate.relationship) or "")
        for key in relationship.unique_keys.values() if relationship else ():
            alike: defaultdict[Key, list[Claim]] = defaultdict(list)
            for claim in claims:
                if len(values := _values(claim, key)) == len(key):
                    alike[values].append(claim)
            for values, group in alike.items():
                if len(group) > 1 and (held := crowd(group, 1, lambda claim: claim.id)):
                    both = " and ".join(f"“{context.sentence(live(claim)[0])}”" for claim in held[:2])
                    yield RULE.at_last(f"{both} have the same {_said(key, values)}.", held)


def _values(claim: Claim, key: Key) -> Key:
    own = {"subject": claim.subject, "object": claim.object or "", "predicate": claim.predicate}
    found = (own.get(slot) or "|".join(map(canonical, claim.qualifiers.get(slot, ()))) for slot in key)
    return tuple(value for value in found if value)


def _said(key: Key, values: Key) -> str:
    return " and ".join(f"{slot} {value!r}" for slot, value in zip(key, values, strict=True))
