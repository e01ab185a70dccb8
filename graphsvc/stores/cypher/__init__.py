"""A Plan -> one Cypher statement. Pure.

One statement answers any number of Plans of the same tree. It returns one record with one value: [[revision, pending],
[[number of the Plan, [value of each root]]], [revision, pending]]. The two reads of the dataset's revision tell a torn
read, for Neo4j is read committed. What is pending is read at the end only: a load that was under way at first still is
then, or has made the revision another one. Levels nest by `CALL`, for `COLLECT` doubles the planning time with every
level and is kept for the leaves. Values are in the one parameter `p`, a map: `each` has one from `v<index>` for each
Plan, and what stands behind `LIMIT` is beside it, so that no value makes Neo4j plan anew.
"""

from graphsvc.stores.cypher.emitter import parameters, shared, statement

__all__ = ["parameters", "shared", "statement"]
