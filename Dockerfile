FROM python:3.12-slim AS build

WORKDIR /build
RUN python -m venv --without-pip /opt/graphsvc
COPY requirements.lock ./
RUN pip --python /opt/graphsvc install --no-cache-dir --require-hashes -r requirements.lock

COPY pyproject.toml README.md LICENSE ./
COPY cypher cypher
COPY seeds seeds
COPY graphsvc graphsvc
RUN pip --python /opt/graphsvc install --no-cache-dir --no-deps --no-build-isolation . \
 && pip --python /opt/graphsvc uninstall --yes editables hatchling pathspec pluggy tomlkit trove-classifiers


FROM python:3.12-slim

LABEL org.opencontainers.image.title="graphsvc" \
      org.opencontainers.image.description="Sourced facts, checked, loaded into Neo4j and served as GraphQL" \
      org.opencontainers.image.licenses="Apache-2.0"

RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin graphsvc
COPY --from=build /opt/graphsvc /opt/graphsvc
ENV PATH=/opt/graphsvc/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    GRAPHSVC_HOST=0.0.0.0

WORKDIR /data
USER graphsvc
EXPOSE 8000
# urlopen raises on every answer but success, and so ends with status 1.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["graphsvc"]
CMD ["serve"]
