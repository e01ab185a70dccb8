"""What the documentation shows is so: its commands run, its links lead somewhere. Answers are `test_tour`'s matter."""

from __future__ import annotations

import json
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from graphsvc.stores.neo4j import Neo4jStore
from tests.neo4j_server import Neo4jServer
from tests.test_tour import EXAMPLES, FENCE, answer_text, pretty

ROOT = Path(__file__).parent.parent
PAGES = ["README.md", "CONTRIBUTING.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
FILE = re.compile(r"^# (\S+/\S+\.yaml)\n")


def blocks(page: str, language: str) -> Iterator[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    yield from (fence["text"] for fence in FENCE.finditer(text) if fence["language"] == language)


def commands(page: str) -> Iterator[list[str]]:
    """Arguments of each `graphsvc` that a page shows, quoted texts and all."""
    for block in blocks(page, "sh"):
        bare = re.sub(r"\\\n| +#.*$", " ", block, flags=re.MULTILINE)
        words = shlex.split(bare.replace("\n", " ; "))
        while "graphsvc" in words:
            words = words[words.index("graphsvc") + 1 :]
            yield words[: words.index(";")] if ";" in words else words


COMMANDS = [found for page in PAGES for found in commands(page)]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    found = LINK.findall((ROOT / page).read_text(encoding="utf-8"))
    targets = [((ROOT / page).parent / path if path else ROOT / page, anchor) for path, anchor in found]
    assert [str(path) for path, _ in targets if not path.exists()] == []
    assert [anchor for path, anchor in targets if anchor and anchor not in anchors(path)] == []


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words)[:60])
def test_every_command_shown_is_one(words: list[str]) -> None:
    group = import_module("graphsvc.cli").main
    parent = click.Context(group, **group.context_settings)  # a command keeps the names of --help that it has first
    group.commands[words[0]].make_context(words[0], words[1:], parent)


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory as the reader sees it: the seeds, `graphsvc` on the path, and the files that the README gives."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    program = tmp_path / "bin" / "graphsvc"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from graphsvc.cli import main; main()" "$@"\n')
    program.chmod(0o755)
    for text in blocks("README.md", "yaml"):
        if named := FILE.match(text):
            (tmp_path / named[1]).parent.mkdir(exist_ok=True)
            (tmp_path / named[1]).write_text(text, encoding="utf-8")
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path


def run(directory: Path, script: str) -> str:
    done = subprocess.run(
        ["bash", "-euc", script], cwd=directory, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def block_with(text: str) -> str:
    return next(block for block in blocks("README.md", "sh") if text in block)


def test_the_first_question_on_the_command_line_and_by_curl(shell: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = subprocess.Popen(["graphsvc", "serve", "seeds/muse-spark", "--port", str(port)], cwd=shell)
    try:
        await_server(port)
        told = run(shell, block_with("curl").replace(":8000", f":{port}"))
    finally:
        server.terminate()
        server.wait(20)
    answers, rest = [], told
    while rest.strip():
        answer, end = json.JSONDecoder().raw_decode(rest.lstrip())
        answers, rest = [*answers, pretty(answer["data"]) + "\n"], rest.lstrip()[end:]
    first = next(example for example in EXAMPLES if example.page == "README.md")
    assert answers == [answer_text(first.request)] * 2


def await_server(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not start")


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("graphsvc why", "shows nothing, for no step could decide"),
        ("check seeds/muse-spark", "6 warnings."),
        ("check bakery", '"born":1991,"owns":{"edges":[{"node":{"name":"Mill Lane Bakery"},"properties":{"share":0.6}'),
    ],
)
def test_what_the_readme_shows_on_files(shell: Path, shown: str, told: str) -> None:
    assert told in run(shell, block_with(shown))


def test_what_the_readme_shows_on_neo4j(shell: Path, neo4j_store: Neo4jStore, neo4j_server: Neo4jServer) -> None:
    block = block_with("graphsvc load").replace("bolt://localhost:7687", neo4j_server.uri)
    user, password = neo4j_server.auth or ("neo4j", "")
    script = re.sub(r"PASSWORD=\S+", f"PASSWORD={password} GRAPHSVC_NEO4J_USER={user}", block)
    assert neo4j_store.dataset() is None
    assert '"entities":36,"statements":159' in run(shell, script)


def test_the_readme_begins_with_what_it_is_and_two_commands() -> None:
    assert README.startswith("# graphsvc\n\nWith graphsvc, what documents say ")
    assert re.findall(r"^make (\w+)", README[: README.index("\n## ")], re.MULTILINE) == ["run", "test"]
