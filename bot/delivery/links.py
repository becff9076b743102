"""Addresses of ours in mail: each carries an opaque token that only this house can have made, for one purpose."""

import hmac
from base64 import b32encode, urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from secrets import token_bytes

from bot.delivery.moments import zone
from bot.model import Delivery, Destination, Mailing

#: How long a confirmation can be given.
CONFIRM_LIVES = timedelta(days=3)
_TAG, _NUMBER, _MOMENT, _MARK = 16, 6, 4, 5  # octets
_MINUTE = 60  # seconds


class Purpose(Enum):
    """What a token is good for, and the path it stands behind."""

    CONFIRM = "confirm"
    UNSUBSCRIBE = "unsubscribe"
    ONLINE = "digest"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a token of ours says."""

    destination: int  # Destination.id
    moment: int  # minutes of the epoch when it ends, a day's ordinal, or 0; by purpose
    mark: bytes  # of the address it was made for: numbers may be given anew, addresses not

    @property
    def ends(self) -> datetime:
        """When a confirmation can no longer be given."""
        return datetime.fromtimestamp(self.moment * _MINUTE, UTC)

    @property
    def day(self) -> date:
        """Which day's digest is shown."""
        return date.fromordinal(self.moment)


@dataclass(frozen=True, slots=True)
class Links:
    """Makes and opens tokens; the key is made once and kept in the database."""

    key: bytes = field(default_factory=lambda: token_bytes(32), repr=False)
    base: str = ""  # CHIPWIRE_PUBLIC_URL, without a slash at its end; "": nothing of ours is reached from outside

    @property
    def reachable(self) -> bool:
        """Whether mail providers may be told to press the button for their users."""
        return self.base.startswith("https://")

    def confirm(self, place: Destination, until: datetime) -> str:
        """Where the owner of an address opts in; "" without a page."""
        return self._address(Purpose.CONFIRM, place, int(until.timestamp()) // _MINUTE)

    def unsubscribe(self, place: Destination) -> str:
        """Where the mail is stopped; works as long as the address is entered. "" without a page."""
        return self._address(Purpose.UNSUBSCRIBE, place, 0)

    def online(self, place: Destination, day: date) -> str:
        """Where a day's digest can be read whole; "" without a page."""
        return self._address(Purpose.ONLINE, place, day.toordinal())

    def code(self, place: Destination, asked: datetime) -> str:
        """What the owner of an address writes into the chat instead; good for the day it was asked for and two more."""
        said = place.id.to_bytes(_NUMBER) + asked.toordinal().to_bytes(_MOMENT) + self._mark(place.address)
        return b32encode(self._hash(b"code", said)).decode()[:8]

    def is_code(self, text: str, place: Destination, now: datetime) -> bool:
        """Whether this is the code for that address."""
        typed = "".join(text.upper().replace("-", "").split()).encode("utf-8", "replace")
        days = (now.astimezone(UTC) - timedelta(days=back) for back in range(3))
        return any(hmac.compare_digest(typed, self.code(place, day).encode()) for day in days)

    def mailing(self, delivery: Delivery) -> Mailing:
        """What a mail of a series says about itself."""
        place, day = delivery.destination, delivery.created.astimezone(zone(delivery.tz)).date()
        if delivery.kind == "digest":
            day = date.fromisoformat(delivery.event.removeprefix("digest:"))
        return Mailing(
            person=place.subscriber,
            day=day,
            unsubscribe=self.unsubscribe(place) if self.reachable else "",
            online=self.online(place, day) if delivery.kind == "digest" else "",
            token=self.token(Purpose.UNSUBSCRIBE, place, 0),
        )

    def open(self, purpose: Purpose, token: str) -> Opened | None:
        """What a token says; None if we did not make it, or for something else."""
        try:
            sealed = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except ValueError:
            return None
        tag, body = sealed[:_TAG], sealed[_TAG:]
        if len(body) != _NUMBER + _MOMENT + _MARK or _spelt(sealed) != token:
            return None
        said = self._veil(tag, body)
        if not hmac.compare_digest(tag, self._tag(purpose, said)):
            return None
        moment = said[_NUMBER : _NUMBER + _MOMENT]
        return Opened(int.from_bytes(said[:_NUMBER]), int.from_bytes(moment), said[_NUMBER + _MOMENT :])

    def is_for(self, opened: Opened, place: Destination) -> bool:
        """Whether a token was made for the address that now stands under its number."""
        return opened.destination == place.id and hmac.compare_digest(opened.mark, self._mark(place.address))

    def mailbox(self, address: str) -> str:
        """A mark that is the same for every way of writing one mailbox's address, and tells nobody the address."""
        local, _, domain = address.strip().casefold().rpartition("@")
        local = local.partition("+")[0]
        if domain in {"gmail.com", "googlemail.com"}:
            local, domain = local.replace(".", ""), "gmail.com"
        return self._hash(b"mailbox", f"{local}@{domain}".encode("utf-8", "replace")).hex()[:32]

    def token(self, purpose: Purpose, place: Destination, moment: int) -> str:
        """A token, always the same for the same thing, so that every attempt at a mail is the same mail."""
        said = place.id.to_bytes(_NUMBER) + moment.to_bytes(_MOMENT) + self._mark(place.address)
        tag = self._tag(purpose, said)
        return _spelt(tag + self._veil(tag, said))

    def _address(self, purpose: Purpose, place: Destination, moment: int) -> str:
        return f"{self.base}/mail/{purpose.value}/{self.token(purpose, place, moment)}" if self.base else ""

    def _mark(self, address: str) -> bytes:
        return self._hash(b"address", address.encode("utf-8", "replace"))[:_MARK]

    def _tag(self, purpose: Purpose, said: bytes) -> bytes:
        return self._hash(b"tag " + purpose.value.encode(), said)[:_TAG]

    def _veil(self, tag: bytes, body: bytes) -> bytes:
        """Hides what is said, and shows it again: the numbers of readers are nobody's business."""
        return bytes(one ^ other for one, other in zip(body, self._hash(b"veil", tag), strict=False))

    def _hash(self, use: bytes, said: bytes) -> bytes:
        return hmac.digest(self.key, use + b"\0" + said, "sha256")


def masked(address: str) -> str:
    """An address as others may see it, enough for its owner: the first letters and the domain."""
    local, _, domain = address.rpartition("@")
    return f"{local[: max(1, min(2, len(local) - 1))]}…@{domain}"


def _spelt(sealed: bytes) -> str:
    return urlsafe_b64encode(sealed).decode().rstrip("=")
