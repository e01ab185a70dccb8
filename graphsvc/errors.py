"""What can go wrong, one class per reaction.

    GraphsvcError
    ├── InputError              the files cannot be used          exit status 2
    │   ├── OntologyError       the ontology cannot be understood
    │   └── DatasetError        the dataset directory or a whole file of it cannot be read
    ├── SettingsError           a flag, variable or settings file exit status 2
    ├── RefusedQuery            a GraphQL operation is not run    GraphQL error
    └── StoreError              the database                      exit status 3
        ├── StoreUnavailable    down, hanging, or lost on the way
        ├── StoreDenied         the credentials were refused
        ├── StoreUnsupported    older than graphsvc needs
        ├── StoreBusy           a load is under way and the answer would be torn
        └── StoreMismatch       what was read back is not what was written, or no such dataset

A message names the thing, gives the rule and ends with the way out. It never holds a stack trace,
Cypher text or a secret.
"""

from __future__ import annotations

from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file: `line` and `column` count from 1; 0 means the file as a whole.

    For a record that was read from a database, `file` is its address, kind and id: `bolt://localhost entity org:meta`.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    @property
    def is_in_file(self) -> bool:
        return "://" not in self.file


class GraphsvcError(Exception):
    """Base of all errors that a user can act on."""

    code = "ERROR"
    exit_status = 1

    def __init__(self, message: str, way_out: str = "", position: Position | None = None) -> None:
        self.message = message
        self.way_out = way_out
        self.position = position
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.position}: " if self.position else ""
        return f"{place}{self.message}" + (f" {self.way_out}" if self.way_out else "")


class InputError(GraphsvcError):
    """The files cannot be used."""

    code = "UNUSABLE_INPUT"
    exit_status = 2


class OntologyError(InputError):
    """The ontology cannot be understood."""

    code = "UNUSABLE_ONTOLOGY"


class DatasetError(InputError):
    """The dataset directory, or a whole file in it, cannot be read."""

    code = "UNUSABLE_DATASET"


class SettingsError(GraphsvcError):
    """A setting has a value that cannot be used."""

    code = "BAD_SETTING"
    exit_status = 2


class RefusedQuery(GraphsvcError):
    """A GraphQL operation is refused before it runs; `path` is the GraphQL path of the fault."""

    code = "REFUSED"

    def __init__(self, message: str, way_out: str = "", code: str = "REFUSED", node: object = None) -> None:
        super().__init__(message, way_out)
        self.code = code
        self.node = node


class StoreError(GraphsvcError):
    """The database cannot do what was asked."""

    code = "STORE_ERROR"
    exit_status = 3


class StoreUnavailable(StoreError):
    """The database is down, hangs, or was lost on the way."""

    code = "STORE_UNAVAILABLE"


class StoreDenied(StoreError):
    """The database refused the credentials."""

    code = "STORE_DENIED"


class StoreUnsupported(StoreError):
    """The database is older than graphsvc needs."""

    code = "STORE_UNSUPPORTED"


class StoreBusy(StoreError):
    """A load is under way, and every attempt to read between its steps was torn."""

    code = "STORE_BUSY"


class StoreMismatch(StoreError):
    """The database does not hold what it should: no such dataset, or a digest that differs."""

    code = "STORE_MISMATCH"
