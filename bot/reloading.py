"""The source pack and the topics taken over while the service runs; what is wrong changes nothing."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import fields

import structlog

from bot.config import ConfigError, Settings, load_desk_data, load_feeds
from bot.desk.reading import Desk
from bot.desk.topics import Classifier
from bot.house import House
from bot.model import Source

log = structlog.get_logger()


async def reload(house: House, settings: Settings) -> tuple[str, ...]:
    """Takes over feeds.yaml and topics as they now stand and says what is different, a line each."""
    try:
        pack = await asyncio.to_thread(load_feeds, settings.feeds)
        classifier = await asyncio.to_thread(lambda: Classifier.from_data(*load_desk_data()))
    except (ConfigError, ValueError, OSError) as error:
        problems = error.problems if isinstance(error, ConfigError) else (str(error),)
        for problem in problems:
            log.warning("reload", outcome="refused", problem=problem)
        log.warning("reload", outcome="refused", reason="the sources and topics of before stay")
        return tuple(problems)
    enabled = {source.id: source for source in pack if source.enabled}
    lines = difference(house.sources, enabled)
    house.door.meet(tuple(enabled.values()))
    house.sources = enabled
    house.desk = Desk(classifier, house.desk.rules)
    await house.refresh_rules()
    for line in lines:
        log.info("reload", sources=line)
    log.info("reload", outcome="done", sources=len(enabled), changes=len(lines))
    return lines


def difference(before: Mapping[str, Source], after: Mapping[str, Source]) -> tuple[str, ...]:
    """What a reload changes, a line a source: added, removed, or changed and in which keys."""
    return tuple(_lines(before, after))


def _lines(before: Mapping[str, Source], after: Mapping[str, Source]) -> Iterable[str]:
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            yield f"added {name}: {after[name].url}"
        elif name not in after:
            yield f"removed {name}"
        else:
            keys = [
                one.name for one in fields(Source) if getattr(before[name], one.name) != getattr(after[name], one.name)
            ]
            if keys:
                yield f"changed {name}: {', '.join(keys)}"
