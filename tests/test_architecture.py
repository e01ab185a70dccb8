"""The shape of the project: its layers, its size, and that what it says of itself is so."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "graphsvc").rglob("*.py"))
REGISTRY = re.compile(
    r"(?:pypi|pythonhosted|npmjs|maven(?:\.apache)?|golang|debian|crates)\.(?:org|com|io)(?!/POM|/xsd)"
)
MACHINE_PATH = re.compile(r"(?<![\w.~)}-])/(?:work|farm|root|tmp)/[\w.]")


def test_each_layer_imports_only_what_is_below_it() -> None:
    """In a process of its own, for the linter turns off all loggers that there are."""
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_driver_is_imported_only_where_there_is_a_database() -> None:
    code = "import graphsvc.api.app, graphsvc.api.opening, graphsvc.cli, sys; sys.exit('neo4j' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_no_file_and_no_function_is_long() -> None:
    assert [f"{path.relative_to(ROOT)}: {line_count(path)}" for path in SOURCES if line_count(path) > 400] == []
    assert [f"{name}: {count}" for name, count in function_lengths() if count > 60] == []


def test_the_package_grows_only_knowingly() -> None:
    """Whoever raises the bound says in the commit what the lines are for; whoever can lower it does."""
    total = sum(line_count(path) for path in SOURCES)
    assert total <= 17980


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE_PATH], ids=["registry", "machine path"])
def test_no_file_names_a_registry_or_a_place_on_one_machine(pattern: re.Pattern[str]) -> None:
    assert [f"{path}: {found[0]}" for path, text in texts() for found in [pattern.search(text)] if found] == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_a_page_shows_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    made = set(re.findall(r"(?:^|`)(?:\$ )?make ([a-z-]+)", text, re.MULTILINE))
    assert made
    assert made <= set(targets)
    commands = re.findall(r"(?:^|`)(?:\$ )?(?:\.venv/bin/)?graphsvc ([a-z]+)", text, re.MULTILINE)
    assert set(commands) <= set(command_line().commands)


def test_the_command_line_is_documented(pytestconfig: pytest.Config) -> None:
    page = ROOT / "docs" / "cli.md"
    current = "\n".join(help_page("graphsvc", command_line()))
    if pytestconfig.getoption("update_golden", default=False):
        page.write_text(current, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == current, "run pytest --update-golden"


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lengths() -> Iterator[tuple[str, int]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


def texts() -> Iterator[tuple[str, str]]:
    """Every text file that is in the repository or would be with the next commit."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" not in content:
            yield name, content.decode(errors="replace")


def command_line() -> click.Group:
    group = import_module("graphsvc.cli").main
    assert isinstance(group, click.Group)
    return group


def help_page(name: str, command: click.Command, parent: click.Context | None = None) -> Iterator[str]:
    """Markdown lines: what `--help` prints for the command and for each one below it."""
    context = click.Context(command, parent, name, terminal_width=100, **command.context_settings)
    path = context.command_path
    yield from (f"{'##' if parent else '#'} {path}", "", "```text", context.get_help(), "```", "")
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            yield from help_page(below, command.commands[below], context)
