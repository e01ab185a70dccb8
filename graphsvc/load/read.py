"""A dataset directory -> one `Dataset`: which files it has, what is in them, and what of it could not be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from graphsvc.errors import DatasetError, Position
from graphsvc.linkml import read_ontology
from graphsvc.load.formats import read_records
from graphsvc.load.normalise import Item, Normaliser, distinct
from graphsvc.load.places import find_spots
from graphsvc.load.raw import Fault, Record
from graphsvc.memory import growing
from graphsvc.ontology import Ontology
from graphsvc.records import Dataset, Document, Entity, Reference, Rejection, Statement

Progress = Callable[[str, int, int], None]
ONTOLOGY = "ontology.yaml"
NEEDED = {
    "documents": ("id",),
    "entities": (),
    "statements": (),
    "nodes": ("id",),
    "edges": ("subject", "predicate", "object"),
}
"""What files hold, in the order in which they are read, and the columns that a table of them must have."""

_FILE = re.compile(r"(documents|entities|statements)\.yaml|(documents|(?:.*_)?(?:nodes|edges))\.(?:jsonl|csv|tsv)")
_OTHER_FILE = re.compile(
    r"(?:.*_)?(?:documents?|entity|entities|statements?|nodes?|edges?)"
    r"(?:\.(?:yaml|yml|json|jsonl|ndjson|csv|tsv|parquet|gz|bz2|xz|zip))+",
    re.IGNORECASE,
)
_FORMATS = "documents.yaml, entities.yaml, statements.yaml, or nodes, edges and documents as .jsonl, .csv, .tsv"


def read_dataset(directory: Path, progress: Progress = lambda *_: None) -> Dataset:
    """All records of a directory: documents, entities, statements, nodes, edges; several files of a kind by name.

    Positions name files as `directory` is written. Raises `DatasetError` if the directory or a whole file
    cannot be used, `OntologyError` if the ontology cannot; all else that is wrong is in `rejections`. `progress` is
    told (what, done, total), in bytes.
    """
    names, place = _names(directory), Position(str(directory))
    if ONTOLOGY not in names:
        raise DatasetError(f"The directory has no {ONTOLOGY}.", f"Name the LinkML file {ONTOLOGY}.", place)
    files = {name: kind for kind in NEEDED for name in names if _kind(name) == kind}
    if not files:
        raise DatasetError("The directory has no records.", f"Add {_FORMATS}.", place)
    gathered = _Gathered(read_ontology(directory / ONTOLOGY))
    with growing():
        tell = _meter([directory / name for name in files], progress)
        for name, kind in files.items():
            gathered.take(kind, read_records(directory / name, NEEDED[kind], tell))
    for name in names:
        if name not in files and _OTHER_FILE.fullmatch(name):
            message, file = "The file is not read under this name.", Position(str(directory / name))
            gathered.rejections.append(Rejection("unknown-file", message, f"Use {_FORMATS}.", file))
    return gathered.dataset((ONTOLOGY, *files))


def _meter(paths: Iterable[Path], progress: Progress) -> Callable[[int], None]:
    """What takes the bytes of each line, and tells of every hundredth part of all."""
    total, done, told = sum(path.stat().st_size for path in paths if path.is_file()), 0, 0

    def tell(size: int) -> None:
        nonlocal done, told
        done += size
        if done >= told:
            progress("reading", done, total)
            told = done + total // 100

    return tell


def _names(directory: Path) -> list[str]:
    try:
        return sorted(path.name for path in directory.iterdir())
    except OSError as error:
        message = f"The dataset directory cannot be read: {error.strerror}."
        raise DatasetError(message, f"Give the directory that holds {ONTOLOGY}.", Position(str(directory))) from None


def _kind(name: str) -> str | None:
    found = _FILE.fullmatch(name)
    return found and (found[1] or found[2]).rpartition("_")[2]


class _Gathered:
    """What was read so far."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology, self._normaliser = ontology, Normaliser(ontology)
        self.entities: list[Entity] = []
        self.documents: list[Document] = []
        self.statements: list[Statement] = []
        self.rejections: list[Rejection] = []
        self._derived: dict[str, int] = {}
        self._evidence: dict[int, list[Reference]] = {}
        self._mentioned: dict[str, Position] = {}

    def take(self, kind: str, records: Iterable[Record | Rejection]) -> None:
        normalise = self._normaliser.of(kind)
        for record in records:
            if isinstance(record, Rejection):
                self.rejections.append(record)
                continue
            try:
                items = normalise(record)
            except Fault as fault:
                self.rejections.append(fault.rejection(record.locate, record.fields))
            else:
                self._add(items, kind, has_id=kind != "nodes" and record.fields.get("id") is not None)

    def _add(self, items: Iterable[Item], kind: str, *, has_id: bool) -> None:
        for item in items:
            if isinstance(item, Statement):
                if kind != "statements":
                    for reference in item.references:
                        if reference.document not in self._mentioned:
                            self._mentioned[reference.document] = reference.position
                if has_id:
                    self.statements.append(item)
                else:
                    self._state(item)
            elif isinstance(item, Entity):
                self.entities.append(item)
            else:
                self.documents.append(item)

    def _state(self, statement: Statement) -> None:
        """Keeps a statement without an id of its own, or as evidence for the one that says the same."""
        index = len(self.statements)
        first = self._derived.setdefault(statement.id, index)
        if first == index:
            self.statements.append(statement)
        elif _said(self.statements[first]) != _said(statement):
            place = self.statements[first].position
            message = f"This says the same as {place}, but differs in rank, confidence or type of value."
            way_out = "Make them alike, or give each an id."
            self.rejections.append(Rejection("differing-duplicate", message, way_out, statement.position))
        else:
            self._evidence.setdefault(first, [*self.statements[first].references]).extend(statement.references)

    def dataset(self, files: tuple[str, ...]) -> Dataset:
        """All of it; documents that only bulk files name follow those that have a record."""
        for index, evidence in self._evidence.items():
            self.statements[index] = self.statements[index]._replace(references=distinct(evidence))
        for document in self.documents:
            self._mentioned.pop(document.id, None)
        nothing = (None,) * 6
        self.documents += [Document(id, *nothing, place) for id, place in self._mentioned.items()]
        records = (tuple(self.entities), tuple(self.statements), tuple(self.documents), tuple(self.rejections))
        return Dataset(self.ontology.name, self.ontology, *records, files, partial(find_spots, self._normaliser.slot))


def _said(statement: Statement) -> tuple[object, ...]:
    """What two statements with the same derived id may still differ in."""
    qualifiers = sorted(f"{name}={value!r}" for name, values in statement.qualifiers for value in values)
    return statement.rank, statement.confidence, repr(statement.value), qualifiers
