"""Which fault a request meets, and the published limits it must keep."""

import random
from collections import defaultdict, deque
from dataclasses import dataclass, field

REFUSALS = {
    "blocked": (403, "Forbidden: bot was blocked by the user"),
    "deactivated": (403, "Forbidden: user is deactivated"),
    "kicked": (403, "Forbidden: bot was kicked from the supergroup chat"),
    "entities": (400, "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 7"),
    "markup": (400, "Bad Request: can't parse reply keyboard markup JSON object"),
    "too-long": (400, "Bad Request: message is too long"),
    "chat": (400, "Bad Request: chat not found"),
    "topic-closed": (400, "Bad Request: TOPIC_CLOSED"),
    "thread": (400, "Bad Request: message thread not found"),
    "rights": (400, "Bad Request: not enough rights to send text messages to the chat"),
    "restricted": (400, "Bad Request: CHAT_RESTRICTED"),
    "token": (401, "Unauthorized"),
    "no-token": (404, "Not Found"),
    "conflict": (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    ),
    "busy": (500, "Internal Server Error"),
    "restart": (503, "Service Unavailable"),
    "bare-429": (429, "Too Many Requests"),
}
# reset-before and hang-before: not accepted; reset-after, half, hang-after, garbage, empty, wrong-type, huge, 502-after: accepted.
WIRE = frozenset(
    [
        "reset-before",
        "reset-after",
        "half",
        "hang-before",
        "hang-after",
        "garbage",
        "empty",
        "wrong-type",
        "huge",
        "502",
        "502-after",
        "504",
        "proxy-404",
    ]
)
AFTER = frozenset(["reset-after", "half", "hang-after", "garbage", "empty", "wrong-type", "huge", "502-after"])


@dataclass
class Rule:
    """A fault and the requests that meet it; "" matches everything."""

    fault: str  # a key of REFUSALS, a member of WIRE, "ban" or "migrate"
    chat: str = ""
    method: str = "sendMessage"
    share: float = 1.0  # of the requests that match
    times: int = -1  # how often, at most; -1: always
    seconds: float = 1.0  # of a ban
    to: str = ""  # the new id of a migrated chat
    words: str = ""  # only requests whose text holds these

    def meets(self, method: str, chat: str, text: str, dice: random.Random) -> bool:
        """Decide, and count."""
        if self.times == 0 or self.method not in {"", method} or self.chat not in {"", chat}:
            return False
        if self.words not in text or dice.random() >= self.share:
            return False
        self.times -= self.times > 0
        return True


@dataclass
class Published:
    """The limits Telegram names, as sliding windows: 30 a second, one a second per chat, 20 a minute per group."""

    total: int = 30
    chat: int = 3  # in three seconds: "short bursts" are allowed, how short is not said
    chat_window: float = 2.0
    group: int = 20
    all_sends: deque[float] = field(default_factory=deque)
    by_chat: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def wait(self, chat: str, now: float) -> float:
        """Seconds a sender is told to wait; 0: taken, and counted."""
        mine = self.by_chat[chat]
        for window, length in ((self.all_sends, 1.0), (mine, 60.0)):
            while window and window[0] <= now - length:
                window.popleft()
        recent = sum(1 for at in mine if at > now - self.chat_window)
        if len(self.all_sends) >= self.total or recent > self.chat:
            return 1.0
        if chat.startswith("-") and len(mine) >= self.group:
            return max(1.0, mine[0] + 60.0 - now)
        self.all_sends.append(now)
        mine.append(now)
        return 0.0
