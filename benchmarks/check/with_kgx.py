"""Which records KGX's validator finds, with the Biolink model from the dataset instead of the network; needs KGX."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

import bmt


def main(directory: Path) -> None:
    mapping = directory / "predicate_mapping.yaml"
    mapping.write_text("predicate mappings: []\n", encoding="utf-8")
    # KGX reads the model when it is imported, and prefixes when they are first needed
    bmt.Toolkit = partial(bmt.Toolkit, str(directory / "ontology.yaml"), predicate_map=str(mapping))
    from kgx.config import jsonld_context_map
    from kgx.transformer import Transformer
    from kgx.validator import Validator

    prefixes = {"HGNC": "http://identifiers.org/hgnc/", "biolink": "https://w3id.org/biolink/vocab/"}
    jsonld_context_map.update(dict.fromkeys(("biolink", "monarch", "obo"), prefixes))
    validator = Validator()
    files = [str(directory / f"{name}.jsonl") for name in ("nodes", "edges")]
    Transformer(stream=False).transform({"filename": files, "format": "jsonl"}, inspector=validator)
    told = (kinds.values() for kinds in validator.get_errors().values())
    print(json.dumps(sorted({id for kinds in told for messages in kinds for ids in messages.values() for id in ids})))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
