"""Where settings come from, which source counts, and what a bad one says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from graphsvc.errors import SettingsError
from graphsvc.settings import Secret, Settings, read_settings

NOTHING: Mapping[str, str] = {}


def fault(directory: Path, environment: Mapping[str, str] = NOTHING, flags: Mapping[str, object] = NOTHING) -> str:
    with pytest.raises(SettingsError) as raised:
        read_settings(flags, environment, directory)
    assert raised.value.exit_status == 2
    return str(raised.value)


def test_nothing_given_is_the_defaults(tmp_path: Path) -> None:
    assert read_settings({"port": None}, {"PATH": "x", "GRAPHSVC_PORT": ""}, tmp_path) == Settings()


def test_flag_before_variable_before_file(tmp_path: Path) -> None:
    (tmp_path / "graphsvc.toml").write_text("port = 1\ntimeout = 1.5\nhost = '::1'\n")
    settings = read_settings({"port": 3}, {"GRAPHSVC_PORT": "2", "GRAPHSVC_TIMEOUT": "2"}, tmp_path)
    assert (settings.port, settings.timeout, settings.host) == (3, 2.0, "::1")


@pytest.mark.parametrize(
    ("flags", "environment"),
    [({"settings": "other.toml"}, {"GRAPHSVC_SETTINGS": "no.toml"}), ({}, {"GRAPHSVC_SETTINGS": "other.toml"})],
)
def test_the_file_can_be_named(tmp_path: Path, flags: dict[str, object], environment: dict[str, str]) -> None:
    (tmp_path / "graphsvc.toml").write_text("port = 1")
    (tmp_path / "other.toml").write_text("port = 2")
    assert read_settings(flags, environment, tmp_path).port == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HOST", " "),
        ("PORT", "65536"),
        ("PORT", "8000.0"),
        ("TIMEOUT", "0"),
        ("TIMEOUT", "inf"),
        ("TIMEOUT", "nan"),
        ("MAX_DEPTH", "0"),
        ("LOG_LEVEL", "loud"),
        ("NEO4J_URI", "http://localhost"),
        ("NEO4J_URI", "bolt://"),
    ],
)
def test_a_bad_value_names_variable_value_rule_and_way_out(tmp_path: Path, name: str, value: str) -> None:
    message = fault(tmp_path, {f"GRAPHSVC_{name}": value})
    default = getattr(Settings(), name.lower()) or "none"
    assert message.startswith(f"GRAPHSVC_{name} is {value!r}; it must be ")
    assert message.endswith(f"Change it, or leave it out for the default, {default}.")


def test_a_bad_flag_is_called_as_it_is_typed(tmp_path: Path) -> None:
    assert fault(tmp_path, flags={"max_depth": -1}).startswith(
        "--max-depth is -1; it must be a whole number from 1 on."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("host = 'a'\n  port = true", "graphsvc.toml:2:3: port is True; it must be a whole number from 0 to 65535"),
        ("# port\nprot = 1", "graphsvc.toml:2:1: prot is not a setting. Did you mean port?"),
        ("[server]\nport = 1", "graphsvc.toml:1:2: server is not a setting."),
        ("settings = 'x'", "graphsvc.toml:1:1: settings is not a setting."),
        ("port: 1", "graphsvc.toml is not TOML: Expected '='"),
        ("max_page = 7", "graphsvc.toml:1:1: max_page leaves default_page at 100, above max_page at 7."),
        ("neo4j_password = 's3cret'\nneo4j_password_file = 'x'", "graphsvc.toml:2:1: neo4j_password_file and neo4j_"),
    ],
)
def test_a_fault_in_the_file_has_its_place(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "graphsvc.toml").write_text(text)
    message = fault(tmp_path)
    assert message.startswith(expected)
    assert "s3cret" not in message


def test_unknown_variables_are_refused(tmp_path: Path) -> None:
    assert fault(tmp_path, {"GRAPHSVC_PROT": "1"}) == "GRAPHSVC_PROT is not a setting. Did you mean GRAPHSVC_PORT?"
    assert "Settings are: GRAPHSVC_HOST, " in fault(tmp_path, {"GRAPHSVC_XYZZY": "1"})


def test_a_named_file_must_be_there_and_be_text(tmp_path: Path) -> None:
    assert fault(tmp_path, flags={"settings": "none.toml"}).startswith("none.toml cannot be read: No such file")
    (tmp_path / "graphsvc.toml").write_bytes(b"\xff")
    assert fault(tmp_path).startswith("graphsvc.toml cannot be read: it is not UTF-8.")


def test_a_password_shows_nowhere(tmp_path: Path) -> None:
    settings = read_settings({}, {"GRAPHSVC_NEO4J_PASSWORD": "s3cret"}, tmp_path)
    assert settings.neo4j_password == Secret("s3cret")
    assert "s3cret" not in f"{settings} {settings!r} {settings.neo4j_password}"
    assert "s3cret" not in fault(tmp_path, {"GRAPHSVC_NEO4J_URI": "bolt://neo4j:s3cret@host"})


def test_a_password_can_be_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(" s3cret\n")
    variables = {"GRAPHSVC_NEO4J_PASSWORD_FILE": "secret"}
    assert read_settings({}, variables, tmp_path).neo4j_password == Secret(" s3cret")
    assert read_settings({"neo4j_password": "other"}, variables, tmp_path).neo4j_password == Secret("other")
    assert fault(tmp_path, {"GRAPHSVC_NEO4J_PASSWORD_FILE": "none"}).startswith(
        "GRAPHSVC_NEO4J_PASSWORD_FILE (none) cannot be read: No such file"
    )
    (tmp_path / "secret").write_text("\n")
    assert fault(tmp_path, variables).startswith("GRAPHSVC_NEO4J_PASSWORD_FILE (secret) is not usable;")
