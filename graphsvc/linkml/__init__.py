"""LinkML -> Ontology: a small strict reader.

`reader` turns YAML into what the files declare, `induce` resolves names and induces the slots of every class,
`predicates` finds the relations. Whatever cannot be understood is an `OntologyError` with its place.
"""

from __future__ import annotations

import json
from os.path import normpath, relpath
from pathlib import Path

from graphsvc.errors import OntologyError
from graphsvc.linkml.induce import Induction
from graphsvc.linkml.nodes import File, fail
from graphsvc.linkml.predicates import Derivation
from graphsvc.linkml.reader import Schema, read_schema
from graphsvc.ontology import Ontology

__all__ = ["read_ontology", "read_sources"]


def read_ontology(path: Path) -> Ontology:
    """Read a LinkML file and what it imports, without network. Raises `OntologyError`."""
    main = Path(normpath(path))
    return _build(read_schema(File.read(main), lambda one: File.read(one) if one.is_file() else None))


def read_sources(source: str) -> Ontology:
    """Read again what `Ontology.source` holds. Raises `OntologyError`."""
    try:
        files = [File(Path(name), text) for name, text in json.loads(source).items()]
    except (ValueError, AttributeError):
        files = []
    if not files:
        raise OntologyError("What is stored as the ontology is none.", "Load the dataset again.")
    return _build(read_schema(files[0], {file.path: file for file in files}.get))


def _sources(schema: Schema) -> str:
    """The texts of all files by name, the main one first; names are relative, so that no machine shows."""
    folder = next(iter(schema.texts)).parent
    texts = {Path(relpath(path, folder)).as_posix(): text for path, text in schema.texts.items()}
    return json.dumps(texts, ensure_ascii=False)


def _build(schema: Schema) -> Ontology:
    main = schema.main
    for metaslot in ("id", "name"):
        if not main.get(metaslot):
            fail(f"The ontology has no `{metaslot}`.", f"Add `{metaslot}:` at the top of the file.", main.position)
    induction = Induction(schema)
    classes, slots = induction.classes(), induction.slots()
    derivation = Derivation(classes, slots)
    return Ontology(
        name=main.get("name"),
        id=main.get("id"),
        description=main.get("description"),
        prefixes=schema.prefixes,
        default_prefix=main.get("default_prefix", main.get("name")),
        classes=classes,
        slots=slots,
        types=induction.types(),
        enums=induction.enums(),
        predicates=derivation.predicates(),
        annotations=main.get("annotations", {}),
        notes=(*schema.notes(), *induction.notes, *derivation.notes),
        source=_sources(schema),
        position=main.position,
    )
