"""Arguments that several commands have, and what they mean together."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphsvc.errors import GraphsvcError, SettingsError
from graphsvc.settings import Settings, read_settings

if TYPE_CHECKING:
    from graphsvc.api.execution import Request

Command = Callable[..., Any]
WAY_OUT = "Name a dataset directory, or a database with --neo4j URI."
NEO4J = click.option("--neo4j", "neo4j_uri", metavar="URI", help="Read from this Neo4j instead of files.")
SETTINGS = click.option("--settings", metavar="FILE", help="A settings file other than graphsvc.toml.")


class Reading(click.Command):
    """A command whose first argument, the dataset, may be left out where a database is named by a flag or a setting."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        given, _, _ = self.make_parser(ctx).parse_args([*args])
        arguments = [each for each in self.params if isinstance(each, click.Argument)]
        words = [word for each in arguments if isinstance(word := given[each.name or ""], str)]
        short = len(words) <= sum(each.required for each in arguments)
        named = bool(words) and Path(words[0]).is_dir()
        unnamed = len(words) < len(arguments) and (short or not named)
        if given.get("neo4j_uri") or (unnamed and self.neo4j(given)):
            args = ["", *args]
        elif short and words and not named:
            raise click.UsageError(f"Nothing to read from. {WAY_OUT}", ctx)
        return super().parse_args(ctx, args)

    @staticmethod
    def neo4j(given: Mapping[str, Any]) -> str | None:
        with suppress(GraphsvcError):  # the command itself reads them again, and tells what is wrong
            return settings_of(settings=given.get("settings")).neo4j_uri
        return None


def source(command: Command) -> Command:
    """A dataset directory, or --neo4j: the arguments of all commands that read."""
    optional = click.argument("dataset", required=False, callback=lambda _, __, value: Path(value) if value else None)
    return optional(NEO4J(SETTINGS(command)))


def settings_of(**flags: object) -> Settings:
    return read_settings(flags, os.environ, Path.cwd())


def operation(command: Command) -> Command:
    """A GraphQL operation and its variables: the arguments of the commands that take one."""
    chosen = click.option("--operation", metavar="NAME", help="Which operation of the document to run.")
    given = click.option("--variables", metavar="JSON", default="{}", help="Values of the operation's variables.")
    return click.argument("query")(given(chosen(command)))


def request_of(query: str, variables: str, operation: str | None) -> Request:
    import orjson

    from graphsvc.api.execution import Request

    way_out = 'Write an object, such as {"id": "…"}.'
    try:
        given = orjson.loads(variables)
    except orjson.JSONDecodeError as error:
        raise SettingsError(f"--variables is no JSON: {error}.", way_out) from None
    if not isinstance(given, dict):
        raise SettingsError("--variables is no JSON object.", way_out)
    return Request(sys.stdin.read() if query == "-" else query, given, operation)
