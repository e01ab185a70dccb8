"""Every rule on every fixture, the catalogue, the reports, and faults planted in the seed."""

from __future__ import annotations

import inspect
import re
import shutil
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from random import Random

import networkx as nx
import orjson
import pytest
import yaml

from graphsvc.checks.catalogue import CATALOGUE, DOCUMENTED, Selection
from graphsvc.checks.holding import changes, crowd, slices
from graphsvc.checks.outcome import Report
from graphsvc.checks.reports import as_json, as_text
from graphsvc.checks.rule import Finding, Severity
from graphsvc.checks.run import check, exit_status
from graphsvc.edtf import Edtf
from graphsvc.errors import Position
from graphsvc.graph import build_graph
from graphsvc.linkml import read_ontology
from graphsvc.load.read import read_dataset
from graphsvc.records import REJECTIONS, Dataset, Document, Entity, Rank, Reference, Statement, ValueKind
from graphsvc.values import parse_edtf
from graphsvc.verdict import judge

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "checks"
SEED = ROOT / "seeds" / "muse-spark"
RULES = ROOT / "graphsvc" / "checks" / "rules"
BY_NAME = {module.RULE.name: module.RULE for module in CATALOGUE}
HEAD = """# What `graphsvc check` finds

Each rule is named after the fault it finds, and its code never changes its meaning. Errors make the exit status 1;
a dataset with findings still loads and stays editable. This page is written from the rules themselves.
"""
SECTION = re.compile(r"^--- # (\S+)$")


def unpack(fixture: Path, directory: Path) -> Path:
    """Write the sections of a fixture as a dataset; records keep the line numbers that they have in the fixture."""
    dataset = directory / "dataset"
    dataset.mkdir()
    for copy in (directory / "base.yaml", dataset / "ontology.yaml"):
        shutil.copy(FIXTURES / "ontology.yaml", copy)
    for name, start, lines in sections(fixture.read_text(encoding="utf-8").splitlines(keepends=True)):
        is_text = name.endswith(".txt")
        target = (directory if is_text else dataset) / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(("" if is_text else "\n" * start) + "".join(lines), encoding="utf-8")
    return dataset


def sections(lines: list[str]) -> Iterator[tuple[str, int, list[str]]]:
    starts = [(index, found[1]) for index, line in enumerate(lines) if (found := SECTION.match(line))]
    for (index, name), (end, _) in zip(starts, [*starts[1:], (len(lines), "")], strict=True):
        yield name, index + 1, lines[index + 1 : end]


def run_on(dataset: Path) -> tuple[Finding, ...]:
    documents = dataset.parent / "documents"
    return check(read_dataset(dataset), documents=documents if documents.is_dir() else None)


@pytest.mark.parametrize("name", BY_NAME)
def test_a_clean_dataset_has_no_findings(name: str, tmp_path: Path) -> None:
    findings = run_on(unpack(FIXTURES / name / "clean.yaml", tmp_path))
    assert findings == (), as_text(Report("d", findings))


@pytest.mark.parametrize("name", BY_NAME)
def test_a_faulty_dataset_has_exactly_its_findings(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    findings = run_on(unpack(FIXTURES / name / "faulty.yaml", tmp_path))
    golden = FIXTURES / name / "findings.json"
    actual = as_json(Report(name, findings)).replace(f"{tmp_path}/dataset/", "").replace(f"{tmp_path}/", "")
    if request.config.getoption("--update-golden"):
        golden.write_text(actual, encoding="utf-8")
    assert actual == golden.read_text(encoding="utf-8")
    assert {finding.code for finding in findings} == {BY_NAME[name].code}
    assert list(findings) == sorted(findings, key=lambda finding: (finding.position, finding.code, finding.message))


def test_the_catalogue_is_complete() -> None:
    files = {path.stem.replace("_", "-") for path in RULES.glob("*.py")} - {"--init--"}
    assert files == set(BY_NAME) == {path.name for path in FIXTURES.iterdir() if path.is_dir()}
    codes, names = ([getattr(rule, key) for rule in DOCUMENTED] for key in ("code", "name"))
    assert codes == sorted(set(codes))
    assert len({*names}) == len(names)
    for module in CATALOGUE:
        assert re.fullmatch(r"GS[1-9][0-9]{2}", module.RULE.code)
        summary, reason, source = inspect.getdoc(module).split("\n\n", 2)
        assert all(len(text) > 10 and text.endswith(".") for text in (summary, reason, source, module.RULE.way_out)), (
            module
        )
        assert source.startswith("Source: ")
    assert len(CATALOGUE) >= 35


def documentation() -> str:
    """Each rule's own documentation; and the reader's names for records that it could not read."""
    text = HEAD
    for rule, said in DOCUMENTED.items():
        explained = said.replace("\n\nSource:", "\n\n*Source*:")
        text += f"\n## {rule.name}\n\n`{rule.code}`, {rule.severity}. {explained}\n"
        text += f"\n*Way out*: {rule.way_out}\n"
        if rule.name in REJECTIONS:
            names = "\n".join(f"- `{name}`: {says}" for name, says in REJECTIONS.items())
            text += f"\nIts findings go by more exact names:\n\n{names}\n"
    return text


def test_the_page_of_the_rules_is_current(request: pytest.FixtureRequest) -> None:
    page = ROOT / "docs" / "rules.md"
    if request.config.getoption("--update-golden"):
        page.write_text(documentation(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == documentation()


@pytest.mark.parametrize("name", BY_NAME)
def test_a_fault_planted_in_the_seed_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    dataset, documents = tmp_path / "seed", tmp_path / "documents"
    shutil.copytree(SEED, dataset)
    documents.mkdir()
    (documents / "new.txt").write_text("News.", encoding="utf-8")
    before = check(read_dataset(dataset), documents=documents)
    planted = yaml.safe_load((FIXTURES / name / "planted.yaml").read_text(encoding="utf-8"))
    for edit in planted["edits"]:
        plant(dataset / edit["file"], **{key: text for key, text in edit.items() if key != "file"})
    after = check(read_dataset(dataset), documents=documents)
    known = {(finding.code, finding.message, finding.position) for finding in before}
    found = [each for each in after if (each.code, each.message, each.position) not in known]
    assert [each.code for each in found] == [BY_NAME[name].code], as_text(Report("d", tuple(found)))
    assert len(after) == len(before) + 1
    file, value, place = dataset / planted["finding"]["file"], planted["finding"].get("value", ""), found[0].position
    content = file.read_text(encoding="utf-8")
    start = content.index(value, content.index(planted["finding"]["at"]))
    assert (place.file, place.line) == (str(file), content.count("\n", 0, start) + 1)
    assert content.splitlines()[place.line - 1][place.column - 1 :].startswith(value)


def plant(path: Path, replace: str = "", by: str = "", append: str = "") -> None:
    content = path.read_text(encoding="utf-8")
    assert replace in content
    path.write_text(content.replace(replace, by, 1) + (f"\n{append}\n" if append else ""), encoding="utf-8")


def test_the_seed_has_no_errors() -> None:
    findings = check(read_dataset(SEED))
    assert exit_status(findings) == 0, as_text(Report("d", findings))
    assert {finding.rule for finding in findings} == {"several-values", "conflicting-qualifier"}


SLIPS: dict[str, tuple[list[dict[str, str]], str, list[str]]] = {
    "a share exchanged, and a second owner": (
        [
            {"file": "statements.yaml", "replace": "share: 0.49", "by": "share: 0.94"},
            {
                "file": "statements.yaml",
                "append": "- {subject: org:google, predicate: owns, object: org:scale-ai, qualifiers: {share: 0.2}}",
            },
        ],
        "share-sum",
        ["1.14 for Scale AI", "Meta (org:meta) 0.94, Google (org:google) 0.2"],
    ),
    "the daughter owns the mother": (
        [{"file": "statements.yaml", "append": "- {subject: org:scale-ai, predicate: owns, object: org:meta}"}],
        "cycle",
        ["Meta (org:meta) -> Scale AI (org:scale-ai) -> Meta (org:meta)"],
    ),
    "two leaders at one time": (
        [
            {
                "file": "statements.yaml",
                "append": "- {subject: org:apple, predicate: leads, object: org:meta-superintelligence-labs}",
            }
        ],
        "several-values",
        ["one led_by at a time", "Alexandr Wang", "Apple", "the edges of all of them stay"],
    ),
    "a wrong paragraph": (
        [
            {"file": "documents.yaml", "append": "- {id: doc:new, file: new.txt}"},
            {
                "file": "statements.yaml",
                "append": "- {subject: org:apple, predicate: strategies, value: x, "
                "references: [{document: doc:new, locator: 'p1:16-20'}]}",
            },
        ],
        "misquoted-span",
        ["'p1:16-20' leaves its paragraph, which is 0-14"],
    ),
    "one thing under two names": (
        [{"file": "entities.yaml", "append": "- {id: model:musespark, category: Model, name: Musespark}"}],
        "probable-duplicate",
        ["Musespark (model:musespark) and Muse Spark (model:muse-spark)"],
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_of_the_curator_is_caught(slip: str, tmp_path: Path) -> None:
    edits, rule, fragments = SLIPS[slip]
    dataset, documents = tmp_path / "seed", tmp_path / "documents"
    shutil.copytree(SEED, dataset)
    documents.mkdir()
    (documents / "new.txt").write_text("One paragraph.\n\nNews.", encoding="utf-8")
    for edit in edits:
        plant(dataset / edit["file"], **{key: text for key, text in edit.items() if key != "file"})
    findings = check(read_dataset(dataset), documents=documents)
    told = [finding.message for finding in findings if finding.rule == rule]
    assert any(all(fragment in message for fragment in fragments) for message in told), as_text(Report("d", findings))


def test_a_text_that_is_no_utf8_is_told_from_one_that_is_not_there(tmp_path: Path) -> None:
    dataset = unpack(FIXTURES / "unmatched-document" / "faulty.yaml", tmp_path)
    (tmp_path / "documents" / "b.txt").write_bytes("Größe".encode("latin-1"))
    (told,) = [finding.message for finding in run_on(dataset) if "doc:b" in finding.subjects]
    assert told == "The file 'b.txt' of 'doc:b' is not UTF-8."


def test_reports_tell_every_finding_and_count_them(tmp_path: Path) -> None:
    findings = run_on(unpack(FIXTURES / "unmatched-document" / "faulty.yaml", tmp_path))
    lines = as_text(Report("d", findings), lambda text, severity: f"<{severity}>{text}</>").splitlines()
    assert lines[0].startswith(f"{findings[0].position}: <error>error[unmatched-document]</>: The file 'a.txt'")
    assert lines[1] == f"    {findings[0].way_out}"
    assert lines[-3:] == [
        "       3  <error>error</>  unmatched-document (GS603)",
        "       1  <info>info</>  unmatched-document (GS603)",
        "4 findings: 3 errors, 1 info.",
    ]
    assert orjson.loads(as_json(Report("d", findings)))["counts"] == {"error": 3, "warning": 0, "info": 1}
    assert as_text(Report("d", ())) == "No findings.\n"
    assert (exit_status(findings), exit_status(findings[-1:]), exit_status(())) == (1, 0, 0)
    assert findings[-1].severity is Severity.INFO


@pytest.mark.parametrize(("rule", "judging"), [("dangling-end", False), ("cycle", True)])
def test_claims_are_judged_only_for_rules_that_ask_for_them(rule: str, judging: bool) -> None:
    told: set[str] = set()
    selection = Selection.read([rule], [])
    check(read_dataset(SEED), selection=selection, progress=lambda what, _done, _total: told.add(what))
    assert ("judging" in told) == judging


def test_a_dataset_without_documents_is_told_which_file_it_lacks(tmp_path: Path) -> None:
    shutil.copytree(SEED, tmp_path / "seed")
    (tmp_path / "seed" / "documents.yaml").unlink()
    findings = check(read_dataset(tmp_path / "seed"), selection=Selection.read(["dangling-document"], []))
    assert {finding.way_out for finding in findings} == {
        "The dataset has no documents: add documents.yaml, with this one in it."
    }


@pytest.mark.parametrize("seed", range(40))
def test_a_cycle_is_a_shortest_one_of_its_component(seed: int) -> None:
    random = Random(seed)
    nodes = [f"ex:{letter}" for letter in "abcdefg"]
    pairs = {tuple(random.sample(nodes, 2)) for _ in range(9)}
    place = Position("statements.yaml", 1, 1)
    owns = (None, ValueKind.VALUE, (), Rank.NORMAL, None, (Reference("d", None, None, None, None, place),), place)
    dataset = Dataset(
        "d",
        read_ontology(FIXTURES / "ontology.yaml"),
        tuple(Entity(node, ("Organization",), node, (), (), place) for node in nodes),
        tuple(Statement(f"{start}{end}", start, "owns", end, *owns) for start, end in pairs),
        (Document("d", None, None, None, None, None, None, place),),
    )
    graph = nx.DiGraph(pairs)
    cycles = list(nx.simple_cycles(graph))
    components = [each for each in nx.strongly_connected_components(graph) if any(each >= {*one} for one in cycles)]
    findings = check(dataset)
    assert len(findings) == len(components)
    shortest = sorted(min(len(one) for one in cycles if each >= {*one}) for each in components)
    assert sorted(finding.message.count("->") for finding in findings) == shortest


@pytest.mark.parametrize("seed", range(40))
def test_sweeps_over_time_see_what_holds_on_each_day(seed: int) -> None:
    random = Random(seed)
    (claim, *_) = judge(read_dataset(SEED)).claims

    def dated() -> dict[str, Edtf | None]:
        years = sorted(random.sample(range(2000, 2012), 2))
        return {
            key: random.choice([None, parse_edtf(f"{y}-01-01")])
            for key, y in zip(("since", "until"), years, strict=True)
        }

    claims = [claim._replace(id=f"{number}", object=random.choice("abcd"), **dated()) for number in range(8)]
    crowds = [day for day in slices(claims) if len({each.object for each in day}) > 3]
    found = crowd([*claims, claims[0]], 3, attrgetter("object"))
    assert {each.id for each in found} == ({each.id for each in crowds[0]} if crowds else set())
    held: set[str] = set()
    for day, (ended, begun) in zip(slices(claims), changes(claims), strict=True):
        held = held - {each.id for each in ended} | {each.id for each in begun}
        assert held == {each.id for each in day}


def test_the_graph_has_an_edge_per_claim_between_entities() -> None:
    owns = [claim for claim in judge(read_dataset(SEED)).claims if claim.predicate == "owns"]
    graph = build_graph(owns)
    ((subject, object, id, data),) = graph.edges(keys=True, data=True)
    assert (subject, object, sorted(graph)) == ("org:meta", "org:scale-ai", ["org:meta", "org:scale-ai"])
    assert (id, data) == (owns[0].id, {"claim": owns[0]})
