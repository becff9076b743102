"""The night watch: looks how the service does, tells its operators, keeps copies of the database."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from sqlite_utils import Database

from bot.delivery.notices import compose_operators_mail
from bot.delivery.pausing import pause_told
from bot.desk.vigil import Finding, Notice, Standing, Tally, roll_up, weigh
from bot.house import House
from bot.model import Alert, DeliveryState, Destination, SourceState
from storage import (
    StorageError,
    Unwritable,
    backup,
    destinations,
    figures,
    heartbeat,
    membership,
    outbox,
    people,
    sendings,
    sources,
    unconfirmed,
)

log = structlog.get_logger()

STANDINGS, NOTICE, BACKUP = "vigil", "notice/", "backup"
#: The day's word goes out within this hour of the operator's.
ROLL_UP_HOUR = 8
BACKLOG = timedelta(minutes=10)
OUTAGE = timedelta(minutes=5)
RIVAL = timedelta(minutes=2)  # a process that is just being replaced is none
LOG_LONGEST = 256 * 1024 * 1024  # bytes
EVERY = timedelta(days=1)
KEPT = 7  # backups
ILL = frozenset({"broken", "blocked", "gone", "stale"})
WORDS_KEPT = timedelta(days=90)


async def watch(house: House) -> None:
    """Tells operators what has gone wrong or is over, and readers what perhaps did not reach them."""
    now = house.now()
    found = await house.store.read(lambda db: findings(db, house, now))

    def step(db: Database) -> int:
        before = standings_from(heartbeat.note(db, STANDINGS))
        after, notices = weigh(before, found, now)
        heartbeat.set_note(db, STANDINGS, standings_as(after), now)
        daily = _daily(db, house, after, now)
        told = _tell(db, house, (*notices, *([daily] if daily else ())), now)
        return told + _tell_the_shut_out(db, now) + unconfirmed.catch_up(db, now)

    if await house.store.write(step):
        house.announce()
    await _mail_the_operator(house)


def findings(db: Database, house: House, now: datetime) -> list[Finding]:
    """Everything that is looked at, well or not."""
    room, log_bytes = house.store.room(), house.store.log_bytes()
    since = sendings.overdue(db, now)
    late = since is not None and now - since > BACKLOG
    silent = [name for name in house.channels if house.limiter.is_open(name)]
    low = f"only {room.free // 2**20} MB are free for the database; below 200 MB article texts are not stored"
    long = f"the database's log is {log_bytes // 2**20} MB long: something keeps reading it"
    return [
        Finding("disk", low if room.low else ""),
        Finding("store", house.trouble),
        Finding("log", long if log_bytes > LOG_LONGEST else "", patience=OUTAGE),
        Finding("token", house.fatal and f"{house.fatal}: nothing is sent there until a new one is set"),
        Finding("rival", house.rival and f"{house.rival}. Stop it, or get a new token", patience=RIVAL),
        Finding("silent", f"no answer from {' and '.join(silent)}" if silent else "", patience=OUTAGE),
        Finding("backlog", f"messages have been waiting since {since:%m-%d %H:%M} UTC" if late else ""),
        Finding("backup", house.unbacked),
        Finding("line", house.outage),
        *(_outlet(state) for state in sources.states(db) if state.source in house.sources and not house.outage),
    ]


def _outlet(state: SourceState) -> Finding:
    """An outlet that is ill for a day; what it says about itself stands beside the word."""
    wrong = f"{state.source} is {state.state}: {state.reason}" if state.state in ILL else ""
    return Finding(f"source-{state.source}", wrong, patience=EVERY)


def warnings(house: House) -> tuple[str, ...]:
    """What is wrong at this moment without anybody having to restart for it; for /healthz."""
    room = house.store.room()
    low = f"only {room.free // 2**20} MB free" if room.low else ""
    return tuple(words for words in (low, house.trouble, house.fatal, house.rival, house.unbacked) if words)


def _daily(db: Database, house: House, standings: dict[str, Standing], now: datetime) -> Notice | None:
    local = now.astimezone(ZoneInfo(house.tz))
    if local.hour != ROLL_UP_HOUR:
        return None
    ended, queues = sendings.day_counts(db, now), outbox.counts(db)
    waiting = sum(queues[state].count for state in (DeliveryState.NEW, DeliveryState.WAIT) if state in queues)
    unknown = queues[DeliveryState.UNKNOWN].count if DeliveryState.UNKNOWN in queues else 0
    dropped = sendings.reasons(db, now).get("dropped", {})
    tally = Tally(ended.get("sent", 0), waiting, unknown, ended.get("unconfirmed", 0), dropped)
    return roll_up(standings, tally, local.date())


def _tell(db: Database, house: House, notices: tuple[Notice, ...], now: datetime) -> int:
    new = 0
    places = destinations.operators(db, house.admins) if notices else []
    for notice in notices:
        alerts = [Alert(place.id, "notice", notice.event, now) for place in places]
        added = outbox.enqueue(db, alerts, now).new
        if added:
            # The first words stay: an attempt that is repeated says the same.
            heartbeat.set_note(db, NOTICE + notice.event, notice.words, now)
            log.warning("operators", told=notice.words, places=len(places))
        new += added
    return new


def _tell_the_shut_out(db: Database, now: datetime) -> int:
    """Who blocked us in one place, or was closed there, hears of it in another, once."""
    new = 0
    for paused, elsewhere in membership.shut_out(db, now):
        reader = people.subscriber(db, elsewhere.subscriber)
        event = f"paused:{paused.id}:{now:%Y-%m-%dT%H:%M:%S}"
        heartbeat.set_note(db, NOTICE + event, pause_told(reader.lang if reader else "en", paused), now)
        new += outbox.enqueue(db, [Alert(elsewhere.id, "notice", event, now)], now).new
    return new


async def _mail_the_operator(house: House) -> None:
    """Without a chat to be told in, and without a reader's mail address, the sender's own is left."""
    channel = house.channels.get("email")
    if not house.fatal or house.mailed or channel is None or channel.name != "email" or not house.operator_mail:
        return
    places = await house.store.read(lambda db: destinations.operators(db, house.admins))
    if any(place.channel == "email" for place in places):
        return  # told there by the notice; a second mail would say the same
    message = compose_operators_mail(house.fatal, house.now())
    answer = await channel.send(Destination(0, 0, "email", house.operator_mail), channel.render(message))
    house.mailed = answer.ok
    log.warning("operators", told=house.fatal, by="mail", outcome="sent" if answer.ok else answer.text)


async def mend(house: House) -> None:
    """While nothing could be written: tries again, and lets the work go on when it goes through."""
    if not house.trouble or house.mending:
        return
    now, house.mending = house.now(), True
    try:
        await house.store.write(lambda db: heartbeat.set_gauge(db, "mended", 0, now))
    except Unwritable as error:
        house.falter(error)
        return
    finally:
        house.mending = False
    log.warning("store", outcome="works again", reason=house.trouble)
    house.trouble = ""
    house.announce()


async def back_up_daily(house: House) -> None:
    """Keeps a verified copy of each of the last days; one that fails is told and tried again in an hour."""
    now = house.now()
    last = await house.store.read(lambda db: heartbeat.gauge(db, BACKUP))
    if last and timedelta() <= now - last[1] < EVERY:
        return
    if not last and not any((await house.store.read(figures.counts)).values()):
        return  # the very first start: looked at again in an hour
    try:
        report = await house.store.backup(backup.name_for(house.store.path, now))
        await house.store.write(lambda db: heartbeat.set_gauge(db, BACKUP, report.bytes, now))
        backup.prune(house.store.path, KEPT)
    except (StorageError, OSError) as error:
        house.unbacked = f"the daily backup failed: {error}"
        log.warning("backup", outcome="failed", reason=str(error))
        return
    house.unbacked = ""
    log.info("backup", path=str(report.path), bytes=report.bytes, articles=report.articles, waiting=report.waiting)


def standings_as(standings: dict[str, Standing]) -> str:
    """As JSON."""
    return json.dumps(
        {
            name: [one.since.isoformat(), one.words, one.told, one.well_since.isoformat() if one.well_since else ""]
            for name, one in standings.items()
        }
    )


def standings_from(text: str) -> dict[str, Standing]:
    """From what `standings_as` made; none from an empty text."""
    return {
        name: Standing(datetime.fromisoformat(since), words, told, datetime.fromisoformat(well) if well else None)
        for name, (since, words, told, well) in json.loads(text or "{}").items()
    }
