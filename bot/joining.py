"""The second look in the walk: young stories that turn out to be others are joined; nobody is told again."""

import json
from datetime import timedelta

import structlog
from sqlite_utils import Database

from bot.desk.stories.second_look import Join
from bot.house import House
from storage import articles, placements

log = structlog.get_logger()

#: How often young stories are looked at again.
EVERY = timedelta(minutes=5)


async def join_stories(house: House) -> int:
    """Joins what the second look finds; how many stories went. Alerts that name an outlet more are edited as due."""
    if house.trouble or house.placing is None:
        return 0  # nothing has been placed since the start

    def step(db: Database) -> tuple[Join, ...]:
        placing, now = house.open_stories(db, articles.next_ids(db)[0]), house.now()
        found = placing.joins(now)
        for join in found:
            placements.unite(db, join.kept, join.gone, json.dumps({"score": join.score, **join.why}), now)
        placing.join(found)
        return found

    try:
        found = await house.store.write(step)
    except BaseException:
        house.placing = None  # what it took in may not have been written down
        raise
    for join in found:
        log.info("join", story=join.kept, gone=join.gone, score=join.score)
    return len(found)
