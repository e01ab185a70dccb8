"""What KGX's validator finds, with the Biolink model from the dataset instead of the network; needs KGX."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from bmt import Toolkit
from kgx.transformer import Transformer
from kgx.utils import kgx_utils
from kgx.validator import Validator


def main(directory: Path) -> None:
    mapping = directory / "predicate_mapping.yaml"
    mapping.write_text("predicate mappings: []\n", encoding="utf-8")
    toolkit = Toolkit(schema=str(directory / "ontology.yaml"), predicate_map=str(mapping))
    kgx_utils._default_toolkit = toolkit  # noqa: SLF001 - there is no other way to keep it off the network
    validator = Validator()
    transformer = Transformer(stream=False)
    files = [str(directory / f"{name}.jsonl") for name in ("nodes", "edges")]
    transformer.transform({"filename": files, "format": "jsonl"}, inspector=validator)
    counted: Counter[str] = Counter()
    for kinds in validator.get_errors().values():
        for kind, messages in kinds.items():
            counted[kind] += sum(len(ids) for ids in messages.values())
    print(", ".join(f"{count} {kind.lower()}" for kind, count in sorted(counted.items())))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
