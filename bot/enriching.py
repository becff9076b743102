"""The walk's side path: the pages of candidates are read, and the articles judged again with their whole text."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
from sqlite_utils import Database

from bot.desk.identity import address_keys
from bot.desk.reading import read
from bot.desk.second_look import alerts_after, mentions_after
from bot.house import House
from bot.model import Alert, Article, ArticlePage, FetchOutcome, Item, Reading, Source, Validators
from bot.visits import PATIENCE, elsewhere, host_of
from storage import Unwritable, articles, bodies, outbox, verdict

log = structlog.get_logger()

#: A page that cannot be read is tried so often.
TRIES = 3
AGAIN = timedelta(minutes=10)
#: Nobody waits for the page of an older article.
TOO_OLD = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Task:
    """One article whose page is to be read."""

    article: Article
    source: Source  # asked at the article's address
    attempts: int  # made before


async def enrich_due(house: House, *, limit: int = 4) -> int:
    """Reads pages that are due, each host in its turn; how many were stored. None while the disk is nearly full."""
    places = limit - len(house.enriching)
    if house.trouble or house.outage or places <= 0 or house.store.room().low:
        return 0
    now = house.now()
    waiting = await house.store.read(lambda db: _waiting(db, house, now))
    tasks = _next_in_turn(waiting, house, places)
    house.enriching.update(task.article.id for task in tasks)
    return sum(await asyncio.gather(*(_supervised(task, house) for task in tasks)))


def _waiting(db: Database, house: House, now: datetime) -> list[Task]:
    found = []
    for number, attempts in bodies.due(db, now, 50):
        article = articles.article(db, number)
        source = house.sources.get(article.source) if article else None
        if article and source and number not in house.enriching:
            found.append(Task(article, replace(elsewhere(source, article.url), conditional=False), attempts))
    return found


def _next_in_turn(waiting: list[Task], house: House, places: int) -> list[Task]:
    """One page a host: lists come first, and a host is asked one thing at a time."""
    busy = {host_of(house.sources[source]) for source in house.polling if source in house.sources}
    chosen: list[Task] = []
    for task in waiting:
        host = host_of(task.source)
        if len(chosen) < places and host not in busy and house.door.wait(task.source) <= PATIENCE:
            busy.add(host)
            chosen.append(task)
    return chosen


async def _supervised(task: Task, house: House) -> bool:
    try:
        return await enrich(task, house)
    except Unwritable as error:
        house.falter(error)
        return False
    except Exception:
        log.exception("enrich", source=task.source.id, article=task.article.id, outcome="error")
        return False
    finally:
        house.enriching.discard(task.article.id)


async def enrich(task: Task, house: House) -> bool:
    """Reads one page, stores its text once, and judges the article again; whether there was any."""
    fetched = await house.door.get(task.source, Validators(), now=house.now())
    if fetched.outcome is not FetchOutcome.FETCHED:
        await _put_off(task, fetched.reason, house, again=fetched.status not in {401, 403, 404, 410, 451})
        return False
    page = await house.parsers.read_article(fetched, task.source, house.now())
    if not page.text:
        await _put_off(task, page.reason or "no text was found on the page", house, again=False)
        return False
    told = await _judge_again(task, page, house)
    if told:
        house.announce()
    log.info("enrich", source=task.source.id, article=task.article.id, letters=len(page.text), alerts=told)
    return True


async def _put_off(task: Task, reason: str, house: House, *, again: bool) -> None:
    now = house.now()
    until = now + AGAIN * (task.attempts + 1) if again and task.attempts + 1 < TRIES else None
    await house.store.write(lambda db: bodies.put_off(db, task.article.id, reason, until))


async def _judge_again(task: Task, page: ArticlePage, house: House) -> int:
    article, source, now = task.article, task.source, house.now()
    item = _item(article)
    (first,) = read([item], source, house.desk)
    (whole,) = read([replace(item, body=page.text)], source, house.desk)

    def step(db: Database) -> int:
        memory = verdict.recall(db, source.id, (), {hit.rule for hit in whole.matches})
        alerts: tuple[Alert, ...] = (
            *alerts_after(whole, first, article, source, memory, now, house.hold),
            *mentions_after(whole, first, article, memory, now),
        )
        bodies.keep(db, article.id, page, now)
        bodies.known_as(db, article.id, address_keys(page.canonical, article.url, source), now)
        if _weightier(whole, article):
            bodies.regrade(db, article.id, whole.judgement)
        return outbox.enqueue(db, alerts, now).new if now - article.first_seen < TOO_OLD else 0

    return await house.store.write(step)


def _item(article: Article) -> Item:
    return Item(
        source=article.source,
        guid="",
        url=article.url,
        title=article.title,
        summary=article.lead,
        published=article.published,
        precision=article.precision,
        lang=article.lang,
    )


def _weightier(whole: Reading, article: Article) -> bool:
    """A text that goes on about something else takes nothing from what the headline says."""
    return whole.judgement.grade > article.grade
