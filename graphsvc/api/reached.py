"""What walks and searches lead to: the types of the fields in `walks`."""

from __future__ import annotations

import strawberry

from graphsvc.api.scalars import BigInt
from graphsvc.api.types import Entity, Link, PageInfo


@strawberry.type(description="A way from one entity to another that passes none twice.")
class Path:
    length: int = strawberry.field(description="The number of edges.")
    nodes: list[Entity] = strawberry.field(description="From the first to the last, one more than edges.")
    edges: list[Link]


@strawberry.type(description="Something that a walk reaches.")
class Reached:
    depth: int = strawberry.field(description="The least number of edges that lead there.")
    node: Entity


@strawberry.type(description="What is around an entity, and how it hangs together.")
class Neighbourhood:
    nodes: list[Reached] = strawberry.field(description="By depth, then by id; the entity itself at depth 0.")
    edges: list[Link] = strawberry.field(description="All edges among these nodes, of the predicates in `via`.")


@strawberry.type(description="What a holder has of something, directly and through others.")
class EffectiveShare:
    holder: Entity
    share: float = strawberry.field(
        description="The product of the shares along each path, summed over the paths; if incomplete, at least so much."
    )
    direct: float | None = strawberry.field(description="What it holds without another between; null if unknown.")
    paths: BigInt = strawberry.field(description="How many paths make up the share.")
    incomplete: bool = strawberry.field(description="Whether a share on a path is unknown, so that it is not counted.")


@strawberry.type(description="An entity with at least one word of the phrase.")
class SearchEdge:
    cursor: str
    node: Entity
    score: int = strawberry.field(
        description="For each word 8 if it is in the name, 4 in an alias, 2 in another text, and half of that where it "
        "only begins a word there; 1000 more if the phrase is the whole name."
    )
    matched: list[str] = strawberry.field(description="The words of the phrase that were found, folded.")


@strawberry.type
class SearchConnection:
    total_count: BigInt
    edges: list[SearchEdge]
    page_info: PageInfo
