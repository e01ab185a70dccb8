"""A Plan -> one Cypher statement. Pure.

The statement returns one record with one value: [[revision, pending], [value of each root], [revision,
pending]]. The two reads of the dataset's revision tell a torn read, for Neo4j is read committed. What is pending
is read at the end only: a load that was under way at first still is then, or has made the revision another
one. Levels nest by `CALL`, for `COLLECT` doubles the planning time with every level and is kept for the leaves.
Values are in the one parameter `p`, as a map from `v<index>`, so that no value makes Neo4j plan anew.
"""

from graphsvc.stores.cypher.emitter import parameters, statement

__all__ = ["parameters", "statement"]
