"""An ontology of any size, for what must not grow with it."""

from __future__ import annotations

from pathlib import Path

import yaml


def write_ontology(file: Path, classes: int, predicates: int) -> Path:
    """Classes in a tree, each with an attribute, and predicates between them; every tenth has a relationship class."""
    named = {f"C{n}": {"is_a": f"C{(n - 1) // 3}", "slots": [f"a{n}"]} for n in range(1, classes)}
    related = {f"Link{n}": _relationship(n) for n in range(0, predicates, 10)}
    root = {"slots": ["id", "category", "name"]}
    slots = {
        "id": {"identifier": True},
        **{name: {} for name in ("category", "name", "note", "subject", "predicate", "object")},
        **{f"a{n}": {"range": ("string", "integer", "decimal", "date")[n % 4]} for n in range(classes)},
        **{f"p{n}": {"domain": f"C{n % classes // 9}", "range": "C0", "multivalued": True} for n in range(predicates)},
    }
    ontology = {
        "id": "https://example.org/generated",
        "name": "generated",
        "prefixes": {"linkml": "https://w3id.org/linkml/", "ex": "https://example.org/generated/"},
        "default_prefix": "ex",
        "default_range": "string",
        "imports": ["linkml:types"],
        "classes": {"C0": root, **named, **related},
        "slots": slots,
    }
    file.write_text(yaml.safe_dump(ontology, sort_keys=False), encoding="utf-8")
    return file


def _relationship(number: int) -> dict[str, object]:
    usage = {"predicate": {"equals_string": f"p{number}"}}
    return {"represents_relationship": True, "slots": ["subject", "predicate", "object", "note"], "slot_usage": usage}
