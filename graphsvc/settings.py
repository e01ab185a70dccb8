"""What can be set: read once, from flags, `GRAPHSVC_…` variables and `graphsvc.toml`, and passed down.

A flag counts before a variable, a variable before the file, the file before the default. An empty variable counts as
not set. The file has one line per setting (`port = 8000`), no tables.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from graphsvc.errors import Position, SettingsError

FILE = "graphsvc.toml"
PREFIX = "GRAPHSVC_"
PASSWORD = "neo4j_password"  # noqa: S105 - the name of a setting
PASSWORD_FILE = "neo4j_password_file"  # noqa: S105 - the name of a setting
FLAGS = {"neo4j_uri": "neo4j"}
"""Settings whose flags have another name."""
LOG_LEVELS = ("debug", "info", "warning", "error", "critical")
URI = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://[^\s/@?#]+/?")


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that shows nowhere by accident; `reveal` gives it to whoever needs it."""

    reveal: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """How a setting is read: converted from text, and refused unless the outcome `holds`, as it `says`."""

    says: str
    convert: Callable[[str], Any]
    holds: Callable[[Any], object]


TEXT = Rule("a text that is not empty", str, str.strip)
PORT = Rule("a whole number from 0 to 65535, where 0 takes any free port", int, range(65536).__contains__)
COUNT = Rule("a whole number from 1 on", int, lambda count: count >= 1)
SECONDS = Rule("a number of seconds above 0", float, lambda seconds: 0 < seconds < math.inf)
ADDRESS = Rule("bolt:// or neo4j:// (also +s, +ssc) and a host, without user or password", str, URI.fullmatch)
LEVEL = Rule(f"one of {', '.join(LOG_LEVELS)}", str.lower, LOG_LEVELS.__contains__)
SECRET = Rule("a text that is not empty", Secret, lambda secret: secret.reveal.strip())


def setting(rule: Rule, default: object) -> Any:
    return field(default=default, metadata={"rule": rule})


@dataclass(frozen=True)
class Settings:
    """All settings, with their defaults.

    Without `neo4j_uri` the embedded store serves the files. `timeout` and `connect_timeout` are in seconds, for one
    read and for reaching Neo4j. The bounds on one operation: `default_page` and `max_page` in rows, `max_depth` in
    nested fields, `max_fields` in fields altogether, `max_levels` and `max_steps` in lists and links nested and
    altogether, `max_rows` in rows on all levels if every page were full, `max_conditions` in conditions and sort keys
    of its filters, `max_values` in values of one list.
    """

    host: str = setting(TEXT, "127.0.0.1")
    port: int = setting(PORT, 8000)
    neo4j_uri: str | None = setting(ADDRESS, None)
    neo4j_user: str = setting(TEXT, "neo4j")
    neo4j_password: Secret | None = setting(SECRET, None)
    neo4j_database: str = setting(TEXT, "neo4j")
    timeout: float = setting(SECONDS, 30.0)
    connect_timeout: float = setting(SECONDS, 5.0)
    default_page: int = setting(COUNT, 100)
    max_page: int = setting(COUNT, 1000)
    max_depth: int = setting(COUNT, 20)
    max_fields: int = setting(COUNT, 300)
    max_levels: int = setting(COUNT, 7)
    max_steps: int = setting(COUNT, 40)
    max_rows: int = setting(COUNT, 20_000_000)
    max_conditions: int = setting(COUNT, 250)
    max_values: int = setting(COUNT, 1000)
    log_level: str = setting(LEVEL, "info")


RULES: Mapping[str, Rule] = {each.name: each.metadata["rule"] for each in fields(Settings)}
NAMES = (*RULES, PASSWORD_FILE)


@dataclass(frozen=True, slots=True)
class Given:
    """What one source says of one setting; `label` is the source's own name for it."""

    label: str
    value: object
    position: Position | None = None

    def fault(self, message: str, way_out: str) -> SettingsError:
        return SettingsError(f"{self.label} {message}", way_out, self.position)


Source = Mapping[str, Given]


def read_settings(flags: Mapping[str, object | None], environment: Mapping[str, str], directory: Path) -> Settings:
    """The settings that hold for a command started in `directory`.

    `flags` are settings by name, `settings` (the file to read) among them; None means not given.
    Raises SettingsError for a name or value that cannot be used.
    """
    from_flags = {
        n: Given(f"--{FLAGS.get(n, n).replace('_', '-')}", value) for n, value in flags.items() if value is not None
    }
    from_environment = read_environment(environment)
    named = [source.pop("settings") for source in (from_flags, from_environment) if "settings" in source]
    given: dict[str, Given] = {}
    for source in (read_file(named[0] if named else None, directory), from_environment, from_flags):
        given |= with_password(source, directory)
    values: dict[str, Any] = {name: read_value(RULES[name], one, name) for name, one in given.items()}
    settings = Settings(**values)
    if settings.default_page > settings.max_page:
        at_fault = given.get("default_page") or given["max_page"]
        message = f"leaves default_page at {settings.default_page}, above max_page at {settings.max_page}."
        raise at_fault.fault(message, "Make default_page smaller or max_page larger.")
    return settings


def read_environment(environment: Mapping[str, str]) -> dict[str, Given]:
    said = {key: Given(key, value) for key, value in environment.items() if key.startswith(PREFIX)}
    refuse_unknown(said, [PREFIX + name.upper() for name in (*NAMES, "settings")])
    return {key.removeprefix(PREFIX).lower(): given for key, given in said.items() if given.value}


def read_file(chosen: Given | None, directory: Path) -> dict[str, Given]:
    label = str(chosen.value) if chosen else FILE
    if not chosen and not (directory / FILE).exists():
        return {}
    text = read_text(directory / label, Given(label, label))
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise SettingsError(f"{label} is not TOML: {fault}.", "Write lines like `port = 8000`.") from fault
    given = {name: Given(name, value, position_of(name, text, label)) for name, value in table.items()}
    refuse_unknown(given, NAMES)
    return given


def read_text(path: Path, given: Given) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        raise given.fault(f"cannot be read: {reason}.", "Name a UTF-8 text file.") from fault


def refuse_unknown(given: Source, known: Sequence[str]) -> None:
    for name in sorted(given.keys() - set(known)):
        close = get_close_matches(name, known, n=1, cutoff=0.7)
        choice = f"Did you mean {close[0]}?" if close else f"Remove it. Settings are: {', '.join(known)}."
        raise given[name].fault("is not a setting.", choice)


def position_of(name: str, text: str, label: str) -> Position:
    """tomllib keeps no positions, but a key stands at the start of its line."""
    found = re.search(rf"""^[ \t]*\[*[ \t]*(["']?{re.escape(name)})\b""", text, re.MULTILINE)
    if not found:
        return Position(label)
    start = found.start(1)
    return Position(label, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def with_password(source: Source, directory: Path) -> Source:
    """The source with the password itself in place of the file that holds it."""
    if PASSWORD_FILE not in source:
        return source
    holder = source[PASSWORD_FILE]
    if PASSWORD in source:
        raise holder.fault(f"and {source[PASSWORD].label} are both given.", "Keep one of them.")
    holder = Given(f"{holder.label} ({holder.value})", holder.value, holder.position)
    text = read_text(directory / str(holder.value), holder)
    rest = {name: given for name, given in source.items() if name != PASSWORD_FILE}
    return rest | {PASSWORD: Given(holder.label, text.rstrip("\r\n"), holder.position)}


def read_value(rule: Rule, given: Given, name: str) -> object:
    try:
        if isinstance(given.value, str | int | float) and not isinstance(given.value, bool):
            value = rule.convert(str(given.value))
            if rule.holds(value):
                return value
    except ValueError:
        pass
    # No secret, and no password inside an address.
    shown = "not usable" if rule is SECRET else re.sub(r"//[^/]*@", "//…@", repr(given.value))
    default = getattr(Settings(), name)
    way_out = f"Change it, or leave it out for the default, {'none' if default is None else default}."
    raise given.fault(f"is {shown}; it must be {rule.says}.", way_out)
