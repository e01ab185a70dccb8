"""The limit to compare with: hand-written Cypher over the official driver, on graphsvc's data model, without GraphQL.

Answers `{"query": "Q1", "variables": {…}}` with `{"data": …}`: the rows' maps, merged where there is one, else listed.
"""

from __future__ import annotations

import os
from pathlib import Path

import orjson
from neo4j import READ_ACCESS, AsyncGraphDatabase, NotificationMinimumSeverity
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

CYPHER = {path.stem: path.read_text() for path in Path(__file__).parent.glob("queries/handwritten/*.cypher")}
DRIVER = AsyncGraphDatabase.driver(
    os.environ["BENCHMARK_BOLT"],
    telemetry_disabled=True,
    notifications_min_severity=NotificationMinimumSeverity.OFF,
)


async def answer(request: Request) -> Response:
    asked = orjson.loads(await request.body())
    async with DRIVER.session(database="neo4j", default_access_mode=READ_ACCESS) as session:
        result = await session.run(CYPHER[asked["query"]], asked["variables"])
        rows = await result.value()
    roots = [key for row in rows[:1] for key in row]
    data = rows[0] if len(rows) == 1 else {key: [row[key] for row in rows] for key in roots}
    return Response(orjson.dumps({"data": data}), media_type="application/json")


app = Starlette(routes=[Route("/graphql", answer, methods=["POST"])])
