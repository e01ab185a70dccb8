"""The store on Neo4j: the one package that knows its driver."""

from graphsvc.stores.neo4j.session import Statement, Writer
from graphsvc.stores.neo4j.store import CONNECTIONS, DatasetNode, Neo4jStore, new_enough, product_version

__all__ = ["CONNECTIONS", "DatasetNode", "Neo4jStore", "Statement", "Writer", "new_enough", "product_version"]
