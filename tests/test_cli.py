"""The command line as its users meet it: answers, clear messages, fitting exit statuses, never a trace."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

SEED = Path(__file__).parent.parent / "seeds" / "muse-spark"
ODD = Path(__file__).parent / "data" / "odd"


def graphsvc(*words: str | Path, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graphsvc", *map(str, words)]
    environment = os.environ | {f"GRAPHSVC_{name.upper()}": value for name, value in variables.items()}
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=60, env=environment)


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    """A copy of the seed dataset to spoil."""
    return Path(shutil.copytree(SEED, tmp_path / "seed"))


def append(path: Path, text: str | bytes) -> int:
    """Add to a file; the number of the first line added."""
    old = path.read_bytes()
    path.write_bytes(old + (text if isinstance(text, bytes) else text.encode()))
    return old.count(b"\n") + 1


def test_check_of_the_seed_has_only_warnings() -> None:
    done = graphsvc("check", SEED, "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert {finding["severity"] for finding in report["findings"]} == {"warning"}


def test_query_answers_with_variables_and_from_standard_input() -> None:
    text = "query Q($id: ID!) { person(id: $id) { name leads { edges { node { name } } } } }"
    done = graphsvc("query", SEED, "-", "--variables", '{"id": "person:alexandr-wang"}', stdin=text)
    names = [edge["node"]["name"] for edge in json.loads(done.stdout)["data"]["person"]["leads"]["edges"]]
    assert done.returncode == 0
    assert "Meta Superintelligence Labs" in names


def test_a_refused_query_ends_1_with_the_errors_as_json() -> None:
    done = graphsvc("query", SEED, "{ nothing }")
    assert done.returncode == 1
    assert "Cannot query field 'nothing'" in json.loads(done.stdout)["errors"][0]["message"]


def test_explain_prints_plan_statement_and_parameters() -> None:
    done = graphsvc("explain", SEED, '{ person(id: "x") { name } }')
    assert done.returncode == 0
    assert "person: one entity entity Person $0" in done.stdout
    assert "MATCH (n1:`Person` {id: each.v0})" in done.stdout
    assert '"v0": "x"' in done.stdout


def test_explain_takes_what_query_takes() -> None:
    text = "query A { dataset { id } } query B($id: ID!) { person(id: $id) { name } }"
    done = graphsvc("explain", SEED, "-", "--operation", "B", "--variables", '{"id": "x"}', stdin=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"v0": "x"' in done.stdout


@pytest.mark.parametrize("command", ["query", "explain"])
@pytest.mark.parametrize("variables", ["{", "[]"])
def test_variables_that_are_no_object_end_2(command: str, variables: str) -> None:
    done = graphsvc(command, SEED, "{ dataset { id } }", "--variables", variables)
    assert done.returncode == 2
    assert done.stderr.startswith("graphsvc: --variables is no JSON")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["model:muse-spark", "api_access"],
            [
                "Conflict on api_access: undecided",
                "sources: private_preview 1, general 1",
                "private_preview",
                "general",
            ],
        ),
        (
            ["model:muse-spark", "powers", "product:instagram"],
            ["Conflict on status of Instagram (product:instagram): decided by sources", "announced 2"],
        ),
        (["org:meta", "owns", "org:scale-ai"], ["share 0.49", "via TechCrunch"]),
        (["org:scale-ai", "owned_by"], ["share 0.49"]),
    ],
)
def test_why_tells_the_verdict_and_its_documents(words: list[str], said: list[str]) -> None:
    done = graphsvc("why", SEED, *words)
    assert done.returncode == 0, done.stderr
    for text in said:
        assert text in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ex:ada leads ex:club", {"ex:s01", "ex:s02", "ex:s03"}),
        ("ex:club ledBy ex:ada", {"ex:s01", "ex:s02", "ex:s03"}),
        ("ex:club led_by", {"ex:s01", "ex:s02", "ex:s03", "ex:s04"}),
        ("ex:ada knows ex:emoji", {"ex:s13", "ex:s14"}),
    ],
)
def test_why_tells_the_statements_of_both_directions(words: str, told: set[str]) -> None:
    asked, name, *_ = words.split()
    lines = graphsvc("why", ODD, *words.split()).stdout.splitlines()
    statements = {line.rpartition(" ")[2]: line for line in lines if re.search("shown( but [^,]+)?, ", line)}
    assert set(statements) == told
    assert {id for id, line in statements.items() if f"({asked})" in line} == told & {"ex:s04"}  # leads itself
    role = re.compile(r"Conflict on role of .+ \(ex:\w+\): decided by sources")
    assert (name == "knows") != any(role.search(line) for line in lines)


def test_why_of_undecided_edges_says_that_all_show(seed: Path) -> None:
    leaders = ("person:alexandr-wang", "org:meta")
    claims = "".join(f"- {{subject: {id}, predicate: leads, object: org:apple}}\n" for id in leaders)
    append(seed / "statements.yaml", claims)
    done = graphsvc("why", seed, "org:apple", "led_by")
    assert "Conflict on led_by: undecided" in done.stdout
    assert "shows all of them, for no step could decide" in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("model:muse-spark powerz", "no predicate or slot 'powerz'"),
        ("model:spark powers", "no entity 'model:spark'"),
        ("model:muse-spark powers product:insta", "no entity 'product:insta'"),
    ],
)
def test_why_of_an_unknown_name_ends_1(words: str, told: str) -> None:
    done = graphsvc("why", SEED, *words.split())
    assert done.returncode == 1
    assert told in done.stderr


def test_cite_prints_every_place(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("One company.\n\nOne model.\n")
    done = graphsvc("cite", text, "One")
    assert [line for line in done.stdout.splitlines() if line.startswith("locator")] == [
        "locator: 'p1:0-3'",
        "locator: 'p2:14-17'",
    ]
    assert graphsvc("cite", text, "Two").returncode == 2


def test_schema_prints_sdl_and_cypher() -> None:
    assert "type Person implements" in graphsvc("schema", SEED).stdout
    assert "CREATE CONSTRAINT" in graphsvc("schema", SEED, "--cypher").stdout


BAD_FILES = {
    "yaml syntax": ("statements.yaml", "- subject: [\n", 2, ["statements.yaml:"]),
    "unknown key": ("entities.yaml", "- {id: a:b, category: Person, nmae: X}\n", 1, ["entities.yaml:{line}", "name"]),
    "duplicate id": (
        "entities.yaml",
        "- {id: 'person:alexandr-wang', category: Person, name: X}\n",
        1,
        ["entities.yaml:{line}", "duplicate-id"],
    ),
    "no prefix": ("entities.yaml", "- {id: wang, category: Person, name: X}\n", 1, ["entities.yaml:{line}", "wang"]),
    "empty prefix": ("entities.yaml", "- {id: ':wang', category: Person, name: X}\n", 1, ["entities.yaml:{line}"]),
    "invalid utf-8": ("entities.yaml", b"- {id: 'a:\xff', category: Person}\n", 2, ["entities.yaml:{line}", "UTF-8"]),
    "lone surrogate": ("entities.yaml", '- {id: "a:b", name: "\\ud800", category: Person}\n', None, ["entities.yaml"]),
    "nan": (
        "statements.yaml",
        "- {subject: 'org:meta', predicate: owns, object: 'org:scale-ai', qualifiers: {share: .nan}}\n",
        1,
        ["statements.yaml:{line}"],
    ),
    "64 bits": (
        "statements.yaml",
        "- {subject: 'product:instagram', predicate: daily_users, value: 9223372036854775808}\n",
        1,
        ["statements.yaml:{line}", "64"],
    ),
    "long line": ("entities.yaml", "# " + "x" * 10_500_000 + "\n", 2, ["entities.yaml:{line}"]),
    "unknown construct": ("ontology.yaml", "surprise: 1\n", 2, ["ontology.yaml:{line}", "surprise"]),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_bad_input_has_one_clear_message_with_its_place(seed: Path, case: str) -> None:
    name, text, status, said = BAD_FILES[case]
    line = append(seed / name, text)
    done = graphsvc("check", seed)
    told = done.stdout + done.stderr
    assert done.returncode == status if status else done.returncode in (1, 2)
    assert "Traceback" not in told
    for part in said:
        assert part.format(line=line) in told


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  NamedThing:\n    abstract: true\n", "  NamedThing:\n    is_a: Person\n    abstract: true\n", "Person"),
        ("  Deal:\n", "  deal:\n    is_a: Event\n  Deal:\n", "Deal"),
        ("    is_a: Agent\n    description: A human being.", "    is_a: [Agent]\n    description: X.", "is_a"),
    ],
)
def test_an_ontology_that_cannot_be_understood_ends_2(seed: Path, old: str, new: str, said: str) -> None:
    path = seed / "ontology.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    done = graphsvc("check", seed)
    assert done.returncode == 2
    assert "ontology.yaml:" in done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("spoil", ["missing", "a file", "empty file", "ontology is a directory", "nothing in it"])
def test_a_directory_that_cannot_be_read_ends_2(tmp_path: Path, seed: Path, spoil: str) -> None:
    target = {"missing": tmp_path / "none", "a file": seed / "ontology.yaml"}.get(spoil, seed)
    if spoil == "empty file":
        (seed / "statements.yaml").write_text("")
    if spoil == "ontology is a directory":
        (seed / "ontology.yaml").unlink()
        (seed / "ontology.yaml").mkdir()
    if spoil == "nothing in it":
        for path in seed.glob("[des]*.yaml"):
            path.unlink()
    done = graphsvc("check", target)
    assert done.returncode == 2, done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("graphsvc: ")


def test_a_command_without_source_says_what_to_name() -> None:
    done = graphsvc("serve")
    assert done.returncode == 2
    assert "dataset directory" in done.stderr


def test_a_database_that_is_down_ends_3_without_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHSVC_NEO4J_PASSWORD", "very-secret")
    done = graphsvc("query", "--neo4j", "bolt://127.0.0.1:1", "{ dataset { id } }")
    assert done.returncode == 3
    assert "127.0.0.1:1" in done.stderr
    assert "very-secret" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_pretty_breaks_the_answer_into_lines() -> None:
    text = '{ person(id: "person:alexandr-wang") { name } }'
    plain, pretty = (graphsvc("query", SEED, text, *flags).stdout for flags in ([], ["--pretty"]))
    assert len(plain.splitlines()) == 1
    assert pretty.splitlines()[:2] == ["{", '  "data": {']
    assert json.loads(plain) == json.loads(pretty)


def test_a_taken_port_ends_2_before_anything_is_read() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = graphsvc("serve", "no-such-directory", "--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"graphsvc: 127.0.0.1:{port} cannot be listened on: Address already in use.")
    assert done.stderr.endswith("--port.\n")


@pytest.mark.parametrize(
    "words",
    [
        ("query", "{ dataset { id } }"),
        ("explain", "{ dataset { id } }"),
        ("why", "org:meta", "owns"),
        ("why", "org:meta", "owns", "org:scale-ai"),
        ("schema",),
        ("check",),
    ],
    ids=" ".join,
)
def test_a_database_that_a_setting_names_is_read_where_no_dataset_is(words: tuple[str, ...]) -> None:
    done = graphsvc(*words, neo4j_uri="bolt://127.0.0.1:1")
    assert done.returncode == 3
    assert "Neo4j at bolt://127.0.0.1:1 cannot be reached." in done.stderr


def test_a_dataset_is_read_whatever_database_a_setting_names() -> None:
    done = graphsvc("query", SEED, "{ dataset { id } }", neo4j_uri="bolt://127.0.0.1:1")
    assert json.loads(done.stdout) == {"data": {"dataset": {"id": "muse-spark"}}}
    done = graphsvc("why", SEED, "model:muse-spark", "api_access", neo4j_uri="bolt://127.0.0.1:1")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", [("query", "{ dataset { id } }"), ("why", "org:meta", "owns")], ids=" ".join)
def test_who_names_nothing_to_read_is_told_what_to_name(words: tuple[str, ...]) -> None:
    done = graphsvc(*words)
    assert done.returncode == 2
    assert "Nothing to read from. Name a dataset directory, or a database with --neo4j URI." in done.stderr
