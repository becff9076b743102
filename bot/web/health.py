"""`/healthz` and `/metrics`: whether the house lives, for machines."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

#: The house is ill when three intervals pass without the end of a poll.
INTERVALS = 3
#: Sources may be polled every few seconds in tests; nobody restarts a container for that.
LEAST_PATIENCE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Pulse:
    """When a poll last ended, and how often one is expected."""

    started: datetime  # UTC, when this process began
    last_poll: datetime | None  # UTC
    interval: timedelta  # the shortest of the enabled sources
    warnings: tuple[str, ...] = ()  # what is wrong without being a reason to restart, in words


#: A metric by name; a labelled one maps its label's value to a figure.
Figures = Mapping[str, float | Mapping[str, float]]


def ailment(pulse: Pulse, now: datetime) -> str:
    """What is wrong, in words; "" when all is well."""
    patience = max(pulse.interval * INTERVALS, LEAST_PATIENCE)
    since = max(pulse.last_poll or pulse.started, pulse.started)
    if now - since <= patience:
        return ""
    return f"no poll has ended since {since.isoformat(timespec='seconds')}; one was due within {patience}"


def exposition(figures: Figures) -> bytes:
    """The figures in Prometheus' text format, each name prefixed with chipwire_."""
    registry = CollectorRegistry()
    for name, figure in figures.items():
        label = ["state"] if isinstance(figure, Mapping) else []
        gauge = Gauge(f"chipwire_{name}", name.replace("_", " "), label, registry=registry)
        if isinstance(figure, Mapping):
            for state, value in figure.items():
                gauge.labels(state).set(value)
        else:
            gauge.set(figure)
    return generate_latest(registry)


def routes(
    pulse: Callable[[], Awaitable[Pulse]], figures: Callable[[], Awaitable[Figures]], now: Callable[[], datetime]
) -> list[web.RouteDef]:
    """The two paths, reading pulse and figures anew at each request."""

    async def healthz(_: web.Request) -> web.Response:
        felt = await pulse()
        wrong = ailment(felt, now())
        told = {"ok": not wrong, "detail": wrong, "warnings": felt.warnings}
        return web.json_response(told, status=503 if wrong else 200)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=exposition(await figures()), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [web.get("/healthz", healthz), web.get("/metrics", metrics)]
