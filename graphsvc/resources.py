"""The files that come with graphsvc: Cypher text and what Neo4j Browser shows.

A wheel has them inside the package; a checkout has `cypher/` beside it, where a DBA looks for it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from zipfile import ZipFile, ZipInfo


def cypher(name: str) -> str:
    """The text of `cypher/<name>`, such as `constraints.cypher`."""
    return cypher_directory().joinpath(name).read_text(encoding="utf-8")


def browser_directory() -> Traversable:
    """Style and saved queries for Neo4j Browser."""
    return cypher_directory().joinpath("browser")


def saved_queries() -> Mapping[str, str]:
    """The queries of `cypher/browser/queries.cypher`, each with its title line, by title."""
    texts = cypher("browser/queries.cypher").strip().split("\n\n")
    return {text.partition("\n")[0].removeprefix("// "): text for text in texts}


def saved_queries_zip() -> bytes:
    """One file for each saved query: Neo4j Browser takes every file that it imports as one favourite."""
    archive = io.BytesIO()
    with ZipFile(archive, "w") as files_of:
        for title, text in saved_queries().items():
            files_of.writestr(ZipInfo(f"{title}.cypher"), f"{text}\n")
    return archive.getvalue()


def cypher_directory() -> Traversable:
    packaged = files("graphsvc").joinpath("cypher")
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "cypher"
