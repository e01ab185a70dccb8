"""The service over HTTP: GraphQL, the query page, the files for Neo4j Browser, and what a supervisor asks."""

from __future__ import annotations

import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

import orjson
from graphql import print_schema
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request as HttpRequest
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from graphsvc.api.execution import Request, Service
from graphsvc.errors import SettingsError, StoreError
from graphsvc.resources import browser_directory, saved_queries_zip

log = logging.getLogger("graphsvc")
MAX_BODY = 1_000_000
JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
MEDIA = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
PAGE_HEADERS = {
    "content-security-policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
ANY_ORIGIN = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, OPTIONS",
    "access-control-allow-headers": "*, cache-control, pragma, sentry-trace, baggage",
}


class BadRequest(Exception):
    """A request that is no GraphQL request at all."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


def build_app(service: Service) -> Starlette:
    """The ASGI application of one service."""
    endpoints = _Endpoints(service)
    routes: list[BaseRoute] = [
        Route("/", endpoints.page),
        Route("/graphql", endpoints.graphql, methods=["GET", "POST"]),
        Route("/schema.graphql", endpoints.schema),
        Route("/page/{name}", endpoints.asset),
        Route("/browser/{name}", endpoints.browser, methods=["GET", "OPTIONS"]),
        Route("/livez", endpoints.live),
        Route("/readyz", endpoints.ready),
    ]

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await service.store.leave()

    faults, ahead = {Exception: endpoints.broken}, [Middleware(_Ahead, endpoints.graphql)]
    return Starlette(routes=routes, exception_handlers=faults, middleware=ahead, lifespan=lifespan)


class _Ahead:
    """Takes what nearly all requests are past the routing, which takes longer than many an answer."""

    def __init__(self, app: ASGIApp, graphql: Callable[[HttpRequest], Awaitable[Response]]) -> None:
        self.app, self.graphql = app, graphql

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/graphql" and scope["method"] == "POST":
            response = await self.graphql(HttpRequest(scope, receive))
            await response(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class _Endpoints:
    def __init__(self, service: Service) -> None:
        self.service = service

    async def graphql(self, request: HttpRequest) -> Response:
        accept = request.headers.get("accept", "")
        if request.method == "GET" and "query" not in request.query_params and "text/html" in accept:
            return await self.page(request)
        media = GRAPHQL_JSON if GRAPHQL_JSON in accept else JSON
        try:
            asked = await _read_request(request)
        except BadRequest as bad:
            return Response(_message(str(bad)), bad.status, media_type=media)
        answer = await self.service.answer(asked)
        status = 400 if media == GRAPHQL_JSON and not answer.executed else 200
        return Response(answer.body, status, media_type=media)

    async def page(self, request: HttpRequest) -> Response:
        return _file(files("graphsvc.api").joinpath("page"), "index.html", PAGE_HEADERS)

    async def asset(self, request: HttpRequest) -> Response:
        return _file(files("graphsvc.api").joinpath("page"), request.path_params["name"], PAGE_HEADERS)

    async def browser(self, request: HttpRequest) -> Response:
        """Style, guide and saved queries, which Neo4j Browser fetches from its own origin, after asking."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=ANY_ORIGIN)
        if request.path_params["name"] == "queries.zip":
            return Response(saved_queries_zip(), media_type="application/zip", headers=ANY_ORIGIN)
        return _file(browser_directory(), request.path_params["name"], ANY_ORIGIN)

    async def schema(self, request: HttpRequest) -> Response:
        return PlainTextResponse(print_schema(self.service.schema))

    async def live(self, request: HttpRequest) -> Response:
        return Response(b'{"status":"live"}', media_type=JSON)

    async def ready(self, request: HttpRequest) -> Response:
        try:
            await self.service.store.ready()
        except StoreError as error:
            return Response(orjson.dumps({"status": "unready", "reason": error.message}), 503, media_type=JSON)
        return Response(orjson.dumps({"status": "ready", "store": self.service.store.name}), media_type=JSON)

    async def broken(self, request: HttpRequest, error: Exception) -> Response:
        log.error("A request failed by a fault of graphsvc.", exc_info=error)
        return Response(_message("The service failed on this request; its log tells why."), 500, media_type=JSON)


def _message(text: str) -> bytes:
    return orjson.dumps({"errors": [{"message": text}]})


def _file(directory: Any, name: str, headers: Mapping[str, str]) -> Response:
    found = directory.joinpath(name)
    if "/" in name or name.startswith(".") or not found.is_file():
        return PlainTextResponse("There is no such file.", 404)
    media = MEDIA.get(name[name.rfind(".") :], "text/plain")
    return Response(found.read_bytes(), media_type=media, headers=dict(headers))


async def _read_request(request: HttpRequest) -> Request:
    """A GraphQL request as the GraphQL-over-HTTP specification has it: a query string, or a JSON body."""
    if request.method == "GET":
        given: Any = dict(request.query_params)
        if "variables" in given:
            given["variables"] = _json(given["variables"].encode(), "The parameter `variables`")
    else:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
            raise BadRequest(f"A request's content-type must be {JSON}.", 415)
        given = _json(await _body(request), "The body")
    if not isinstance(given, dict) or not isinstance(given.get("query"), str):
        raise BadRequest('A request needs `query`, a text: {"query": "{ dataset { id } }"}.')
    variables, operation = given.get("variables"), given.get("operationName")
    variables = {} if variables is None else variables
    if not isinstance(variables, dict) or not isinstance(operation, str | None):
        raise BadRequest("`variables` must be an object and `operationName` a text.")
    return Request(given["query"], variables, operation)


async def _body(request: HttpRequest) -> bytes:
    """The body, if it is not larger than a request may be."""
    body, more = bytearray(), True
    while more:
        part = await request.receive()
        if part["type"] == "http.disconnect":
            raise BadRequest("The request broke off.")
        body += part.get("body", b"")
        if len(body) > MAX_BODY:
            raise BadRequest(f"A request may have at most {MAX_BODY} bytes.", 413)
        more = part.get("more_body", False)
    return bytes(body)


def _json(data: bytes, what: str) -> Any:
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise BadRequest(f"{what} is no JSON: {error}.") from None


def listen(host: str, port: int) -> socket.socket:
    """The address, taken; before anything slow, so that a taken one is told at once."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        way_out = "Stop what listens there, or name another one with --host and --port."
        raise SettingsError(f"{host}:{port} cannot be listened on: {error.strerror}.", way_out) from None
    return listener
