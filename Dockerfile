# Any base with Python 3.11 to 3.13, venv included: both stages must share it, since the environment is copied.
ARG BASE=python:3.11-slim

FROM ${BASE} AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python3 -m venv /opt/chipwire
WORKDIR /src
# The lock alone first: a change of ours does not fetch the libraries again.
COPY requirements.lock ./
RUN /opt/chipwire/bin/pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE feeds.yaml ./
COPY bot ./bot
COPY storage ./storage
RUN /opt/chipwire/bin/pip install --no-deps --no-build-isolation .

FROM ${BASE}
LABEL org.opencontainers.image.title="chipwire" \
      org.opencontainers.image.licenses="MIT"
# Bytecode was written at build time; the root file system may be read-only from here on.
ENV PATH=/opt/chipwire/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp \
    CHIPWIRE_DB=/data/chipwire.db \
    CHIPWIRE_FEEDS=/etc/chipwire/feeds.yaml \
    CHIPWIRE_WEB=0.0.0.0:8080
COPY --from=build /opt/chipwire /opt/chipwire
COPY feeds.yaml /etc/chipwire/feeds.yaml
RUN install -d -o 65532 -g 65532 -m 0750 /data
USER 65532:65532
WORKDIR /data
VOLUME ["/data"]
EXPOSE 8080
# No proxy: a proxy for the outlets must not be asked about our own health.
HEALTHCHECK --interval=60s --timeout=5s --start-period=60s --retries=3 CMD ["python", "-c", "import os, urllib.request as web; port = os.environ['CHIPWIRE_WEB'].rpartition(':')[2]; web.build_opener(web.ProxyHandler({})).open('http://127.0.0.1:' + port + '/healthz', timeout=4)"]
ENTRYPOINT ["chipwire"]
CMD ["run"]
