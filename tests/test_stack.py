"""What `docker compose` brings up, as far as it shows without containers, and what Neo4j Browser is given."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from graphsvc.resources import browser_directory, saved_queries
from graphsvc.settings import read_settings
from graphsvc.stores.neo4j import Neo4jStore
from tests.asking import service
from tests.conftest import ROOT, SEED, filled, judged
from tests.test_app import served

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
STYLE = browser_directory().joinpath("style.grass").read_text(encoding="utf-8")
OWN_LABELS = {"Entity", "Document", "Statement", "Conflict", "Finding", "Dataset"}


class Guide(HTMLParser):
    """The queries of a guide by the headings above them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tag, self.title, self.queries = "", "", dict[str, str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = tag
        assert tag != "pre" or "runnable" in (dict(attrs)["class"] or "")

    def handle_endtag(self, tag: str) -> None:
        self.tag = "" if tag == self.tag else self.tag

    def handle_data(self, data: str) -> None:
        if self.tag == "h4":
            self.title = data
        elif self.tag == "pre":
            self.queries[self.title] = self.queries.get(self.title, "") + data


def styles(kind: str) -> dict[str, dict[str, str]]:
    rules = re.findall(rf"^{kind}\.(\w+) \{{(.*?)^\}}", STYLE, re.MULTILINE | re.DOTALL)
    return {name: dict(re.findall(r"([\w-]+): (.*);", body)) for name, body in rules}


# Saved queries


def test_the_guide_shows_the_saved_queries() -> None:
    guide = Guide(browser_directory().joinpath("guide.html").read_text(encoding="utf-8"))
    saved = {title: text.partition("\n")[2].removesuffix(";") for title, text in saved_queries().items()}
    assert len(saved) > 1
    assert guide.queries == saved


def test_saved_queries_come_as_one_file_each() -> None:
    with served(service()) as client:
        answer = client.get("/browser/queries.zip")
    assert answer.headers["content-type"] == "application/zip"
    with ZipFile(io.BytesIO(answer.content)) as archive:
        read = {name: archive.read(name).decode() for name in archive.namelist()}
    assert read == {f"{title}.cypher": f"{text}\n" for title, text in saved_queries().items()}
    assert all(text.startswith(f"// {name.removesuffix('.cypher')}\n") for name, text in read.items())


@pytest.mark.parametrize("title", saved_queries())
def test_every_saved_query_finds_something(title: str, neo4j_session: Neo4jStore) -> None:
    """And the server has nothing to remark, not even on names without data, which graphsvc itself has switched off."""
    store = filled(neo4j_session, judged(SEED))
    with store.driver.session(database=store.database, notifications_disabled_classifications=[]) as session:
        result = session.run(saved_queries()[title])
        assert len(list(result)) > 0
        remarks = [each.status_description for each in result.consume().gql_status_objects if each.is_notification]
    assert remarks == []


# Style


def test_every_class_has_the_colour_that_the_ontology_gives_it() -> None:
    classes = judged(SEED).vocabulary.ontology.node_classes
    painted = {name: rule["color"] for name, rule in styles("node").items() if name not in OWN_LABELS}
    assert painted == {name: cls.annotations["color"] for name, cls in classes.items() if "color" in cls.annotations}


def test_everything_that_occurs_has_a_style() -> None:
    projection = judged(SEED).projection
    occurring = {row.properties["type"] for row in projection.entities.values()}
    assert (occurring | OWN_LABELS) - styles("node").keys() == set()
    types = {row.type for row in projection.edges.values()} | {"REFERENCE"}
    assert styles("relationship").keys() - types == set()


# Compose


def test_services_start_in_order() -> None:
    waits = {name: each.get("depends_on") for name, each in SERVICES.items()}
    assert waits == {
        "neo4j": None,
        "load": {"neo4j": {"condition": "service_healthy"}},
        "api": {"load": {"condition": "service_completed_successfully"}},
    }
    assert [SERVICES[name]["command"].split()[0] for name in ("load", "api")] == ["load", "serve"]


def test_services_that_stay_up_are_watched() -> None:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert SERVICES["neo4j"]["healthcheck"]["test"][:2] == ["CMD", "wget"]
    assert "/readyz" in re.sub(r"\\\n", "", image).partition("HEALTHCHECK")[2].partition("\n")[0]
    assert SERVICES["load"]["healthcheck"] == {"disable": True}
    assert {name: each.get("restart") for name, each in SERVICES.items() if name != "load"} == {
        "neo4j": "unless-stopped",
        "api": "unless-stopped",
    }


def test_ports_are_open_to_this_machine_alone() -> None:
    ports = [port for each in SERVICES.values() for port in each.get("ports", [])]
    assert sorted(re.findall(r"^127\.0\.0\.1:\$\{\w+:-(\d+)\}:(\d+)$", "\n".join(ports), re.MULTILINE)) == [
        ("7474", "7474"),
        ("7687", "7687"),
        ("8000", "8000"),
    ]
    assert len(ports) == 3


def test_volumes_have_names() -> None:
    """The image declares both directories: one without a name would be left behind by every `down`."""
    named = dict(volume.split(":") for volume in SERVICES["neo4j"]["volumes"])
    assert sorted(named.values()) == ["/data", "/logs"]
    assert named.keys() == COMPOSE["volumes"].keys()


def test_graphsvc_is_let_into_neo4j_and_into_nothing_else(tmp_path: Path) -> None:
    for each in (SERVICES["load"], SERVICES["api"]):
        given = {name: re.sub(r"\$\{\w+:-(.*)\}", r"\1", value) for name, value in each["environment"].items()}
        settings = read_settings({}, given, tmp_path)
        assert settings.neo4j_password is not None
        assert f"{settings.neo4j_user}/{settings.neo4j_password.reveal}" == "neo4j/only-for-local-use"
        assert settings.neo4j_uri == "bolt://neo4j:7687"
        assert (each["read_only"], each["cap_drop"]) == (True, ["ALL"])
        assert all(volume.endswith(":ro") for volume in each["volumes"])
    assert SERVICES["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/${NEO4J_PASSWORD:-only-for-local-use}"


def test_neo4j_browser_is_told_of_files_that_are_there() -> None:
    command = SERVICES["neo4j"]["environment"]["NEO4J_browser_post__connect__cmd"]
    named = re.findall(r"(style|play) http://localhost:\$\{API_PORT:-8000\}/browser/([\w.]+)", command)
    assert named == [("style", "style.grass"), ("play", "guide.html")]
    assert all(browser_directory().joinpath(name).is_file() for _, name in named)


def test_what_the_image_is_built_from_reaches_the_engine() -> None:
    sent = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    copied = [name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", image, re.MULTILINE) for name in line.split()]
    assert sorted(copied) == sorted(sent)
    assert [name for name in sent if not (ROOT / name).exists()] == []
