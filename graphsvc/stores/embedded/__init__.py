"""The store without a server: dictionaries and adjacency lists, built from the projection."""

from graphsvc.stores.embedded.store import EmbeddedStore

__all__ = ["EmbeddedStore"]
