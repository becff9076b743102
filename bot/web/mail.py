"""The pages behind the links in mail: opting in, the way out, and the whole digest.

A page is only shown by GET; POST does what its button says, without a session, because the link itself is the permit
(RFC 8058). What a link is not good for is answered with the same words, whatever is wrong with it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from aiohttp import web
from sqlite_utils import Database

from bot import letters
from bot.delivery.links import Opened, Purpose, masked
from bot.house import House
from bot.model import Delivery, Destination, Subscriber
from bot.web.limits import Limits
from bot.web.pages import DIGEST_POLICY, Tongue, page, tongue, wished
from storage import mail, people

#: Whole digests in memory: making one takes the archive's reader for a moment, and a link may be passed on to many.
KEPT = 16
Found = tuple[Opened, Destination, Subscriber]
Handler = Callable[[web.Request], Awaitable[web.Response]]


def routes(house: House, limits: Limits | None = None) -> list[web.RouteDef]:
    """The three paths; every other method is refused."""
    pages = MailPages(house, limits or Limits())
    confirm, unsubscribe, digest = (f"/mail/{purpose.value}/{{token}}" for purpose in Purpose)
    return [
        web.get(confirm, pages.ask_consent, allow_head=False),
        web.post(confirm, pages.take_consent),
        web.get(unsubscribe, pages.ask_stop, allow_head=False),
        web.post(unsubscribe, pages.stop),
        web.get(digest, pages.whole_digest, allow_head=False),
    ]


class MailPages:
    """Each page and each button."""

    def __init__(self, house: House, limits: Limits) -> None:
        self._house = house
        self._limits = limits
        self._shown: dict[tuple[int, str], str] = {}  # whole digests, the one asked for last at the end

    async def ask_consent(self, request: web.Request) -> web.Response:
        """Shows the button."""
        found = await self._found(request, Purpose.CONFIRM)
        if isinstance(found, web.Response):
            return found
        tell, address = _told(found)
        asks = (tell("confirm_ask", address=address), tell("confirm_note"))
        return page(tell, tell("confirm"), *asks, press=tell("confirm_press"))

    async def take_consent(self, request: web.Request) -> web.Response:
        """The button was pressed."""
        found = await self._found(request, Purpose.CONFIRM)
        if isinstance(found, web.Response):
            return found
        tell, address = _told(found)
        place, reader, now = found[1], found[2], self._house.now()
        if not await self._house.store.write(lambda db: mail.consent(db, place.id, now)):
            return _gone(request)
        note = tell("confirmed_note", address=address, time=reader.digest_at, zone=reader.tz)
        return page(tell, tell("confirmed"), note)

    async def ask_stop(self, request: web.Request) -> web.Response:
        """Shows the button: whoever only looks at every link of a mail changes nothing."""
        found = await self._found(request, Purpose.UNSUBSCRIBE)
        if isinstance(found, web.Response):
            return found
        tell, address = _told(found)
        return page(
            tell, tell("unsubscribe"), tell("unsubscribe_ask", address=address), press=tell("unsubscribe_press")
        )

    async def stop(self, request: web.Request) -> web.Response:
        """The button was pressed, here or in the mail program."""
        found = await self._found(request, Purpose.UNSUBSCRIBE)
        if isinstance(found, web.Response):
            return found
        tell, address = _told(found)
        place, now = found[1], self._house.now()
        if not await self._house.store.write(lambda db: mail.withdraw(db, place.id, now)):
            return _gone(request)
        return page(tell, tell("stopped"), tell("stopped_note", address=address))

    async def whole_digest(self, request: web.Request) -> web.Response:
        """A day's digest with nothing left out, as it was when it was sent."""
        found = await self._found(request, Purpose.ONLINE)
        if isinstance(found, web.Response):
            return found
        opened, place, _ = found
        event = f"digest:{opened.day.isoformat()}"
        told = await self._house.store.read(lambda db: mail.edition(db, place.id, event))
        if told is None:
            return _gone(request)
        html = self._shown.pop((place.id, event), "")
        if not html:
            html = await self._house.store.read(lambda db: self._composed(db, *told))
        self._shown[place.id, event] = html
        if len(self._shown) > KEPT:
            del self._shown[next(iter(self._shown))]
        return web.Response(text=html, content_type="text/html", headers={"Content-Security-Policy": DIGEST_POLICY})

    def _composed(self, db: Database, row: Delivery, at: datetime) -> str:
        house = self._house
        mailing = replace(house.links.mailing(row), online="")  # this is it
        told = letters.digest(
            db, house.desk, row, at, mailing=mailing, room=0, press=house.press, sources=house.sources
        )
        return told.html

    async def _found(self, request: web.Request, purpose: Purpose) -> Found | web.Response:
        """What a link leads to, or the answer to one that leads nowhere."""
        house, now = self._house, self._house.now()
        opened = house.links.open(purpose, request.match_info["token"])
        # Providers press for thousands of readers from a few addresses of their own.
        pressed = opened is not None and request.method == "POST"
        if not self._limits.admits(request, now, each=not pressed):
            tell = wished(request)
            slower = page(tell, tell("slower"), tell("slower_note"), status=429)
            slower.headers["Retry-After"] = "60"
            return slower
        if opened is None or (purpose is Purpose.CONFIRM and opened.ends < now):
            return _gone(request)
        place = await house.store.read(lambda db: mail.addressee(db, opened.destination))
        if place is None or not house.links.is_for(opened, place):
            return _gone(request)
        reader = await house.store.read(lambda db: people.subscriber(db, place.subscriber))
        return (opened, place, reader) if reader else _gone(request)


def _told(found: Found) -> tuple[Tongue, str]:
    """The reader's language, and the address as a stranger may see it."""
    _, place, reader = found
    return tongue(reader.lang), masked(place.address)


def _gone(request: web.Request) -> web.Response:
    tell = wished(request)
    return page(tell, tell("gone"), tell("gone_note"), status=404)
