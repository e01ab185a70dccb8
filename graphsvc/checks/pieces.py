"""The pieces of the graph: which entities relations connect."""

from collections import defaultdict
from collections.abc import Sequence

from graphsvc.checks.rule import Context

FEW = 10
"""What is one in so many, or less, is an exception; more of it is how the dataset is."""


def pieces(context: Context) -> Sequence[Sequence[str]]:
    """What live claims connect, directly or through others, in the files' order; the largest first.

    An id that no entity has is in it too: who relates to it is not alone.
    """
    above = {id: id for id in context.entities}

    def top(id: str) -> str:
        while above.setdefault(id, id) != id:
            above[id] = id = above[above[id]]
        return id

    for claims in context.relations.values():
        for claim in claims:
            above[top(claim.subject)] = top(claim.object or "")
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id in [*above]:
        found[top(id)].append(id)
    return sorted(found.values(), key=len, reverse=True)


def exceptions(context: Context, single: bool) -> Sequence[Sequence[str]]:
    """The pieces of one entity, or the smaller ones of several, if few are in such; none if records are missing."""
    parts = context.once(pieces)
    found = [part for part in parts if len(part) == 1] if single else [part for part in parts[1:] if len(part) > 1]
    are_few = sum(map(len, found)) * FEW <= len(context.entities)
    known = (part for part in found if all(id in context.entities for id in part))
    return [*known] if are_few and not context.dataset.rejections else ()
