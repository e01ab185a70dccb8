"""The fields of Query that walk the graph or search it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Walk(NamedTuple):
    """`type` and `arguments` as `schema` annotates them: optional unless they end in `!`."""

    name: str
    type: str
    description: str
    arguments: Mapping[str, str]


NAMES = "list[str]"
WALKS: Sequence[Walk] = (
    Walk("node", "Node", "The entity, else statement, document, conflict or finding, with this id.", {"id": "ID!"}),
    Walk(
        "search",
        "SearchConnection!",
        "Entities (of any of these classes) with at least one word of the phrase in name, aliases or texts; its last "
        "word may be the start of one. The best first, then by name. No syntax: the phrase is just words.",
        {"phrase": "str!", "types": NAMES, "first": "int", "after": "str"},
    ),
    Walk(
        "paths",
        "list[Path]!",
        "Paths between two entities that pass none twice, along the predicates `via` or any, the shortest first, then "
        "by the ids of their edges. 1 to 4 edges if not told otherwise, 5 at most; 10 paths, 100 at most. `direction` "
        "OUT follows each predicate as it is named. Empty if an entity is not there, or if both are the same.",
        {"from": "ID!", "to": "ID!", "via": NAMES, "direction": "Direction", "minLength": "int", "maxLength": "int",
         "first": "int"},
    ),
    Walk(
        "neighbourhood",
        "Neighbourhood",
        "What is within `depth` edges of an entity (1 to 3), along the predicates `via` or any, in either direction, "
        "over entities of the classes `types` or any.",
        {"id": "ID!", "depth": "int", "via": NAMES, "types": NAMES, "first": "int"},
    ),
    Walk(
        "effectiveShares",
        "list[EffectiveShare]!",
        "Who holds how much of an entity, directly and through others, along an acyclic relation with a share (`via`, "
        "if there are several). The greatest first, then by id.",
        {"of": "ID!", "via": "str", "first": "int"},
    ),
)  # fmt: skip
