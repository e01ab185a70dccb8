"""The command line: parse arguments, then one call each. Heavy parts are imported by the command that needs them."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial, update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphsvc.arguments import SETTINGS, WAY_OUT, Command, Reading, operation, request_of, settings_of, source
from graphsvc.errors import GraphsvcError, InputError, SettingsError
from graphsvc.memory import growing
from graphsvc.settings import Settings

if TYPE_CHECKING:
    from graphsvc.api.execution import Service
    from graphsvc.load.run import LoadReport

FORMATS = ("text", "json", "sarif", "junit", "github", "markdown")
DATASET = click.argument("dataset", type=click.Path(path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="graphsvc", message="graphsvc %(version)s")
def main() -> None:
    """Sourced facts in; a checked, queryable graph out.

    Settings come from flags, GRAPHSVC_... variables and graphsvc.toml, in this order: see docs/settings.md.
    Exit status: 0 done, 1 the data has errors or a query was refused, 2 unusable input, 3 the database.
    """


def guarded(command: Command) -> Command:
    """Turns our own errors into one message and their exit status; nothing else is caught."""

    def run(*arguments: Any, **options: Any) -> Any:
        try:
            return command(*arguments, **options)
        except GraphsvcError as error:
            click.echo(f"graphsvc: {error}", err=True)
            sys.exit(error.exit_status)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)

    return update_wrapper(run, command)


def open_service(dataset: Path | None, settings: Settings, *, told: bool = False) -> Service:
    """The service of a directory if one is given, with `told` telling of its findings, else of the settings' Neo4j."""
    from graphsvc.api.opening import embedded_service, neo4j_service

    if dataset is None:
        if settings.neo4j_uri is None:
            raise SettingsError("Nothing to read from.", WAY_OUT)
        return neo4j_service(settings)
    service, records, store = embedded_service(dataset, settings)
    if count := len(records.rejections):
        click.echo(f"graphsvc: {count} records were rejected; `graphsvc check {dataset}` names them.", err=True)
    if told:
        store.warm(lambda: tell_findings("serving", dataset, store.tables.findings))
    return service


def choosing(command: Command) -> Command:
    """Which rules, and which of their findings: the options of `check` that narrow it down."""
    rules: dict[str, Any] = {"metavar": "RULES", "multiple": True}
    file: dict[str, Any] = {"metavar": "FILE", "type": click.Path(path_type=Path)}
    day: dict[str, Any] = {"metavar": "DATE", "type": click.DateTime(["%Y-%m-%d"])}
    for option in (
        click.option("--today", **day, help="The day that waivers are held against.  [default: today's]"),
        click.option("--write-baseline", **file, help="Write all findings into a baseline, and end with 0."),
        click.option("--baseline", **file, help="Leave out the findings that this file has."),
        click.option("--ignore", **rules, help="Not these rules."),
        click.option("--select", **rules, help="Only these rules: names, codes, or how codes begin, with commas."),
    ):
        command = option(command)
    return command


@main.command()
@click.argument("dataset", required=False, type=click.Path(path_type=Path))
@click.option(
    "--neo4j", "neo4j_uri", metavar="URI", help="Check what this Neo4j holds, or how it differs from DATASET."
)
@SETTINGS
@click.option("--documents", metavar="DIR", type=click.Path(path_type=Path), help="Compare cited spans with the texts.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@choosing
@guarded
@growing()
def check(dataset: Path | None, documents: Path | None, form: str, **options: Any) -> None:
    """Check a dataset, offline, and name what is wrong or in dispute.

    The file checks.yaml in the dataset's directory sets severities and waives findings: see docs/checking.md.
    Exit status: 0 no errors, 1 errors, 2 unusable input, 3 the database.
    """
    from graphsvc.checks.catalogue import Selection
    from graphsvc.checks.outcome import baseline, screened, without_known
    from graphsvc.checks.reports import FORMATS, as_text
    from graphsvc.checks.run import check as run_checks
    from graphsvc.checks.run import exit_status
    from graphsvc.checks.waivers import Conventions, read_conventions
    from graphsvc.load.read import read_dataset
    from graphsvc.progress import progress

    selection, today = Selection.read(options["select"], options["ignore"]), options["today"] or datetime.now(UTC)
    if documents is not None and not documents.is_dir():
        raise InputError(f"There is no directory {documents}.", "Name the directory that holds the documents' texts.")
    with progress() as told:
        run = partial(run_checks, documents=documents, selection=selection, progress=told)
        flags = {name: options[name] for name in ("neo4j_uri", "settings")}
        settings = settings_of(**flags) if flags["neo4j_uri"] or not dataset else Settings()  # files need none
        if settings.neo4j_uri:
            from graphsvc.api.checking import find_in_database  # the API and the driver are slow to import

            files = read_dataset(dataset, told) if dataset else None
            name, findings = find_in_database(settings, files, dataset or Path(), today.date(), run)
        elif dataset:
            records = read_dataset(dataset, told)
            name, findings = records.id, run(records)
        else:
            raise InputError("There is nothing to check.", "Name a dataset, or a database with --neo4j URI.")
    conventions = read_conventions(dataset) if dataset else Conventions()
    report = screened(name, findings, conventions, today.date(), selection)
    if target := options["write_baseline"]:
        write(target, baseline(report))
        click.echo(f"{name}: {len(report.findings)} findings are known from now on, by {target}.")
        return
    if options["baseline"]:
        report = without_known(report, options["baseline"])
    colours = {"error": "red", "warning": "yellow", "info": "blue"}
    writer = FORMATS[form]
    if writer is as_text:
        writer = partial(as_text, style=lambda text, severity: click.style(text, fg=colours[severity]), excerpts=True)
    click.echo(writer(report), nl=False)
    sys.exit(exit_status(report.findings))


def write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", "Name a file that can be.") from None


@main.command()
@click.argument("word", metavar="[RULE]", required=False)
@guarded
def rule(word: str | None) -> None:
    """Explain a rule of `check`, or list them all.

    RULE is the name of a rule, its code, or how codes begin.
    """
    from graphsvc.checks.catalogue import described, listing

    click.echo(described(word) if word else listing(), nl=False)


@main.command()
@DATASET
@click.option("--neo4j", "neo4j_uri", metavar="URI", help="The database to load into.")
@SETTINGS
@click.option("--replace", is_flag=True, help="Take the place of another dataset that the database holds.")
@guarded
def load(dataset: Path, neo4j_uri: str | None, settings: str | None, replace: bool) -> None:
    """Load a dataset into Neo4j.

    What differs is written, the rest is left as it is, and the whole is read back.
    """
    from graphsvc.api.opening import connect, project_dataset
    from graphsvc.load.read import read_dataset
    from graphsvc.load.run import load as run_load
    from graphsvc.progress import progress

    chosen = settings_of(neo4j_uri=neo4j_uri, settings=settings)
    if chosen.neo4j_uri is None:
        raise SettingsError("No database to load into.", "Name it with --neo4j URI or GRAPHSVC_NEO4J_URI.")
    records = read_dataset(dataset)
    for rejection in records.rejections:
        why_not = f"rejected[{rejection.rule}]: {rejection.message} {rejection.way_out}"
        click.echo(f"{rejection.position}: {why_not}", err=True)
    projection, vocabulary = project_dataset(records, dataset)
    store = connect(chosen)
    try:
        with progress() as told:
            report = run_load(projection, vocabulary, store, replace=replace, progress=told)
    finally:
        store.close()
    click.echo(_load_summary(records.id, report))
    tell_findings("loaded", dataset, projection.findings)


def tell_findings(done: str, dataset: Path, findings: Mapping[str, Any]) -> None:
    severities = Counter(row["severity"] for row in findings.values())
    counts = [f"{n} {each}{'s' * (n != 1)}" for each in ("error", "warning") if (n := severities[each])]
    if counts:
        click.echo(f"graphsvc: {done} with {' and '.join(counts)}: see `graphsvc check {dataset}`.", err=True)


def _load_summary(dataset: str, report: LoadReport) -> str:
    changed = [
        f"{sum(counts.values())} {word}"
        for word, counts in (("created", report.created), ("updated", report.updated), ("removed", report.removed))
        if sum(counts.values())
    ]
    rows = sum(report.unchanged.values())
    told = ", ".join([*changed, f"{rows} unchanged"]) if changed else f"nothing changed, {rows} rows as they were"
    return f"{dataset}: {told}; revision {report.revision}, digest {report.digest[:16]}, {report.seconds:.1f} s"


@main.command(cls=Reading)
@source
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", help="Port to listen on.  [default: 8000]")
@guarded
def serve(dataset: Path | None, **flags: str | None) -> None:
    """Serve the GraphQL API and the query page, from files or from Neo4j."""
    import gc

    import uvicorn

    from graphsvc.api.app import build_app, listen

    settings = settings_of(**flags)
    listener = listen(settings.host, settings.port)
    service = open_service(dataset, settings, told=True)
    gc.freeze()  # what is held now stays: to look through it for cycles now and then would stop every answer
    gc.set_threshold(50_000, 20, 20)  # an answer makes thousands of rows and no cycles
    click.echo(f"graphsvc: store {service.store.name}; http://{settings.host}:{listener.getsockname()[1]}", err=True)
    told = settings.log_level in ("debug", "info")  # of each request, and who asked behind a proxy
    config = uvicorn.Config(build_app(service), log_level=settings.log_level, access_log=told, proxy_headers=told)
    server = uvicorn.Server(config)
    try:
        with suppress(KeyboardInterrupt):
            server.run([listener])
    finally:
        service.store.close()


@main.command(cls=Reading)
@source
@operation
@click.option("--pretty", is_flag=True, help="Break the answer into lines.")
@guarded
def query(dataset: Path | None, query: str, variables: str, operation: str | None, **flags: Any) -> None:
    """Answer a GraphQL query with JSON.

    QUERY is the text of the operation, or `-` for standard input.
    """
    import orjson

    request, pretty = request_of(query, variables, operation), flags.pop("pretty")
    service = open_service(dataset, settings_of(**flags))
    try:
        answer = service.answer_now(request)
    finally:
        service.store.close()
    click.echo(orjson.dumps(orjson.loads(answer.body), option=orjson.OPT_INDENT_2) if pretty else answer.body)
    sys.exit(1 if answer.failed else 0)


@main.command(cls=Reading)
@source
@operation
@guarded
def explain(dataset: Path | None, query: str, variables: str, operation: str | None, **flags: str | None) -> None:
    """Print the Plan and the Cypher of a query.

    QUERY is the text of the operation, or `-` for standard input.
    """
    import orjson

    from graphsvc.api.execution import Refused
    from graphsvc.plan.show import show_plan
    from graphsvc.stores import cypher

    request = request_of(query, variables, operation)
    service = open_service(dataset, settings_of(**flags))
    try:
        plan = service.explain(request)
    except Refused as refused:
        for error in refused.errors:
            click.echo(f"graphsvc: {error.message}", err=True)
        sys.exit(1)
    finally:
        service.store.close()
    click.echo(f"Plan\n{show_plan(plan)}\n\nCypher\n{cypher.statement(plan.roots)}\n\nParameters")
    click.echo(orjson.dumps(cypher.parameters(plan), option=orjson.OPT_INDENT_2))


@main.command(cls=Reading)
@source
@click.argument("subject")
@click.argument("predicate")
@click.argument("target", metavar="[OBJECT]", required=False)
@guarded
def why(dataset: Path | None, subject: str, predicate: str, target: str | None, **flags: str | None) -> None:
    """Tell why an edge or attribute shows what it shows.

    Lists the statements with their documents, and each step of the verdict where they disagree.

    SUBJECT and OBJECT are ids, PREDICATE is a predicate or an attribute's slot.
    """
    from graphsvc.api.why import explain_verdict

    service = open_service(dataset, settings_of(**flags))
    try:
        click.echo(explain_verdict(service, subject, predicate, target))
    finally:
        service.store.close()


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("span")
@guarded
def cite(file: Path, span: str) -> None:
    """Print locator and digest of a span of text.

    FILE is a document's text, SPAN the words that carry the fact; the output goes into statements.yaml.
    """
    from graphsvc import citations

    try:
        found = citations.cite(file.read_text(encoding="utf-8"), span)
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.", "Name a file that can be read.") from None
    except ValueError as error:
        raise InputError(f"{file}: {error}") from None
    if not found:
        raise InputError(f"{file} does not have this span.", "Copy it just as the file has it, within one paragraph.")
    for citation in found:
        click.echo(f"locator: '{citation.locator}'\ndigest: {citation.digest}")


@main.command(cls=Reading)
@source
@click.option("--cypher", is_flag=True, help="Print constraints and indexes for Neo4j instead.")
@guarded
def schema(dataset: Path | None, cypher: bool, **flags: str | None) -> None:
    """Print the GraphQL schema of a dataset."""
    from graphql import print_schema

    from graphsvc.stores.schema import schema_cypher

    service = open_service(dataset, settings_of(**flags))
    try:
        click.echo(schema_cypher(service.vocabulary) if cypher else print_schema(service.schema))
    finally:
        service.store.close()
