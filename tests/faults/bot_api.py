"""A Bot API on a real socket, with its published limits, its refusals and every way its answer can be lost.

In a test: `async with BotApi() as api: ... api.accepted`. On its own, for a process that is killed:
`python -m tests.faults.bot_api --port 0 --log FILE` prints its address and appends what it accepts, one JSON line each,
before it answers.
"""

import argparse
import asyncio
import json
import os
import random
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from aiohttp import web

from tests.faults.bot_rules import AFTER, REFUSALS, WIRE, Published, Rule
from tests.faults.bot_words import Refused, check_message

TOKEN = "123456:TEST-token_of-the-double"
_JSON_FIELDS = (
    "entities",
    "reply_markup",
    "link_preview_options",
    "reply_parameters",
    "commands",
    "allowed_updates",
    "scope",
)


@dataclass
class Accepted:
    """A message a reader has, as they see it."""

    chat: str
    text: str
    id: int
    at: float  # the double's clock, seconds
    entities: list[dict[str, Any]] = field(default_factory=list)
    buttons: list[list[dict[str, Any]]] = field(default_factory=list)
    thread: int = 0
    silent: bool = False
    preview: bool = True
    edits: int = 0
    reply_to: int = 0
    answer: str = "given"  # or the fault that swallowed it
    method: str = "sendMessage"


@dataclass
class Asked:
    """One request, whatever came of it."""

    method: str
    chat: str
    at: float
    met: str  # "ok", a fault, or the description of a refusal
    fields: dict[str, Any]


class BotApi:
    """The double. Rules are asked in their order; the first that meets a request decides."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        rules: list[Rule] | None = None,
        limits: Published | None = None,
        seed: int = 1,
        log: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
        delay: float = 0.0,
    ) -> None:
        self.token = token
        self.rules = rules or []
        self.limits = limits
        self.accepted: list[Accepted] = []
        self.asked: list[Asked] = []
        self.in_ban: list[Asked] = []
        self.chats: dict[str, dict[str, Any]] = {}
        self.admins: dict[str, set[int]] = {}
        self.url = ""
        self.delay = delay
        self._updates: list[dict[str, Any]] = []
        self._news = asyncio.Event()
        self._pollers = 0
        self._bans: dict[str, float] = {}
        self.dice = random.Random(seed)
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600) if log else -1
        self.clock = clock
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen on loopback; the address stands in `url`, for python-telegram-bot append "/bot"."""
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_post("/control", self._control)
        self._runner = web.AppRunner(app, handle_signals=False, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        self._site = web.TCPSite(self._runner, "127.0.0.1", port)
        await self._site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Refuse connections; `start(port)` on the same port brings it back with all it knows."""
        self._news.set()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        self._news = asyncio.Event()

    def add_update(self, **update: Any) -> int:
        """Something a user did: `message=`, `callback_query=`, `my_chat_member=` …; returns its number."""
        number = len(self._updates) + 1
        self._updates.append({"update_id": number, **update})
        self._news.set()
        return number

    def texts(self, chat: str | int) -> list[str]:
        """What a chat shows, oldest first."""
        return [message.text for message in self.accepted if message.chat == str(chat)]

    async def _control(self, request: web.Request) -> web.Response:
        """Change rules or add updates from another process."""
        order = await request.json()
        self.rules = [Rule(**rule) for rule in order["rules"]] if "rules" in order else self.rules
        for update in order.get("updates", ()):
            self.add_update(**update)
        return web.json_response({"accepted": len(self.accepted), "asked": len(self.asked)})

    async def _call(self, request: web.Request) -> web.StreamResponse:
        token, method = request.match_info["token"], request.match_info["method"]
        fields = await _fields(request)
        asked = Asked(method, str(fields.get("chat_id", "")), self.clock(), "ok", fields)
        self.asked.append(asked)
        if self.delay:
            await asyncio.sleep(self.delay)
        if token != self.token:
            known = token.split(":", 1)[0].isdigit() and ":" in token
            return self._refuse(asked, *REFUSALS["token" if known else "no-token"])
        if method == "sendMessage" and (banned := self._banned(asked)):
            return banned
        rule = next((rule for rule in self.rules if self._meets(rule, asked)), None)
        if rule is not None and (answer := await self._fail(rule, asked, request)) is not None:
            return answer
        try:
            result = await self._do(method, fields)
        except Refused as refusal:
            return self._refuse(asked, 400, str(refusal))
        return web.json_response({"ok": True, "result": result})

    def _meets(self, rule: Rule, asked: Asked) -> bool:
        return rule.meets(asked.method, asked.chat, str(asked.fields.get("text", "")), self.dice)

    def _banned(self, asked: Asked) -> web.Response | None:
        """The rest of a ban, or what the published limits say to one message more."""
        until = max(self._bans.get(asked.chat, 0.0), self._bans.get("", 0.0))
        if until > asked.at:
            self.in_ban.append(asked)
            return self._ban(asked, until - asked.at)
        wait = self.limits.wait(asked.chat, asked.at) if self.limits else 0.0
        if wait:
            self._bans[asked.chat] = asked.at + wait
            return self._ban(asked, wait)
        return None

    def _ban(self, asked: Asked, seconds: float) -> web.Response:
        whole = max(1, -(-int(seconds * 1000) // 1000))
        return self._refuse(asked, 429, f"Too Many Requests: retry after {whole}", retry_after=whole)

    def _refuse(self, asked: Asked, code: int, description: str, **parameters: Any) -> web.Response:
        asked.met = description
        body = {"ok": False, "error_code": code, "description": description}
        return web.json_response({**body, "parameters": parameters} if parameters else body, status=code)

    async def _fail(self, rule: Rule, asked: Asked, request: web.Request) -> web.StreamResponse | None:
        asked.met = rule.fault
        if rule.fault in REFUSALS:
            return self._refuse(asked, *REFUSALS[rule.fault])
        if rule.fault == "ban":
            self._bans["" if rule.to == "all" else asked.chat] = asked.at + rule.seconds
            return self._ban(asked, rule.seconds)
        if rule.fault == "retry":  # the number as given: 0, 86400, or no number at all
            return self._refuse(asked, 429, "Too Many Requests", retry_after=json.loads(rule.to))
        if rule.fault == "migrate":
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            return self._refuse(asked, 400, words, migrate_to_chat_id=int(rule.to))
        if rule.fault not in WIRE:
            raise ValueError(f"no such fault: {rule.fault}")
        if rule.fault in AFTER:
            try:
                result = await self._do(asked.method, asked.fields, answer=rule.fault)
            except Refused as refusal:
                return self._refuse(asked, 400, str(refusal))
        else:
            result = {}
        return await self._break(rule.fault, request, result)

    async def _break(self, fault: str, request: web.Request, result: Any) -> web.StreamResponse:
        """Lose the answer on the wire."""
        body = json.dumps({"ok": True, "result": result}).encode()
        if fault in {"502", "502-after", "504"}:
            return web.Response(
                status=int(fault[:3]), text="<html><h1>Bad Gateway</h1></html>", content_type="text/html"
            )
        if fault == "proxy-404":
            return web.Response(status=404, text="<html>no such site</html>", content_type="text/html")
        if fault in {"hang-before", "hang-after"}:
            await asyncio.sleep(3600)
        if fault in {"reset-before", "reset-after"}:
            _reset(request)
            return web.Response()
        if fault == "half":
            response = web.StreamResponse(headers={"Content-Type": "application/json"})
            response.content_length = len(body)
            await response.prepare(request)
            await response.write(body[: len(body) // 2])
            _reset(request)
            return response
        broken = {
            "garbage": b'{"ok":tru',
            "empty": b"",
            "wrong-type": b'{"ok":true,"result":[1]}',
            "huge": b" " * (33 * 2**20),
        }
        return web.Response(body=broken[fault], content_type="application/json")

    async def _do(self, method: str, fields: dict[str, Any], answer: str = "given") -> Any:
        match method:
            case "sendMessage" | "sendDocument":
                return self._send(method, fields, answer)
            case "editMessageText" | "editMessageReplyMarkup":
                return self._edit(method, fields)
            case "getUpdates":
                return await self._get_updates(fields)
            case "getMe":
                return self._me()
            case "getChat":
                return {"max_reaction_count": 1, "accent_color_id": 0, "accepted_gift_types": {}, **self._chat(fields)}
            case "getChatMember" | "getChatAdministrators":
                return self._members(method, fields)
            case "getMyCommands":
                return []
            case _ if method.startswith(("set", "delete", "answer", "send", "leave", "pin", "unpin", "log", "close")):
                return True
        raise Refused(f"Bad Request: the double does not know {method}")

    def _me(self) -> dict[str, Any]:
        number = int(self.token.split(":")[0])
        me = {"id": number, "is_bot": True, "first_name": "chipwire", "username": "chipwire_test_bot"}
        return {**me, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}

    def _chat(self, fields: dict[str, Any]) -> dict[str, Any]:
        chat = str(fields["chat_id"])
        kind = (
            {"type": "supergroup", "title": "Group"} if chat.startswith("-") else {"type": "private", "first_name": "A"}
        )
        return {"id": int(chat), **kind, **self.chats.get(chat, {})}

    def _members(self, method: str, fields: dict[str, Any]) -> Any:
        admins = self.admins.get(str(fields["chat_id"]), set())
        users = sorted(admins) if method == "getChatAdministrators" else [int(fields["user_id"])]
        told = [
            {
                "status": "creator" if user in admins else "member",
                "is_anonymous": False,
                "user": {"id": user, "is_bot": False, "first_name": "A"},
            }
            for user in users
        ]
        return told if method == "getChatAdministrators" else told[0]

    def _send(self, method: str, fields: dict[str, Any], answer: str) -> dict[str, Any]:
        if not str(fields.get("chat_id", "")).lstrip("-").isdigit():
            raise Refused("Bad Request: chat not found")
        text = (
            check_message(fields)
            if method == "sendMessage"
            else f"[{fields.get('document', 'document')}] {fields.get('caption', '')}"
        )
        message = Accepted(
            method=method,
            chat=str(fields["chat_id"]),
            text=text,
            id=len(self.accepted) + 1,
            at=self.clock(),
            entities=fields.get("entities") or [],
            buttons=(fields.get("reply_markup") or {}).get("inline_keyboard", []),
            thread=int(fields.get("message_thread_id") or 0),
            silent=str(fields.get("disable_notification", "")).lower() == "true",
            preview=not (fields.get("link_preview_options") or {}).get("is_disabled"),
            reply_to=int((fields.get("reply_parameters") or {}).get("message_id", 0)),
            answer=answer,
        )
        self.accepted.append(message)
        self._write(message)
        return self._shown(message)

    def _edit(self, method: str, fields: dict[str, Any]) -> dict[str, Any]:
        wanted = (str(fields.get("chat_id")), int(fields.get("message_id", 0)))
        message = next((each for each in self.accepted if (each.chat, each.id) == wanted), None)
        if message is None:
            raise Refused("Bad Request: message to edit not found")
        text = check_message(fields) if method == "editMessageText" else message.text
        buttons = (fields.get("reply_markup") or {}).get("inline_keyboard", [])
        if (text, buttons) == (message.text, message.buttons):
            raise Refused(
                "Bad Request: message is not modified: specified new message content and reply markup are the same"
            )
        message.text, message.buttons, message.edits = text, buttons, message.edits + 1
        if method == "editMessageText":
            message.entities = fields.get("entities") or []
        return self._shown(message)

    def _shown(self, message: Accepted) -> dict[str, Any]:
        shown = {"message_id": message.id, "date": 1_700_000_000, "chat": self._chat({"chat_id": message.chat})}
        return {**shown, "text": message.text, "entities": message.entities, "from": self._me()}

    def _write(self, message: Accepted) -> None:
        if self._log >= 0:
            os.write(self._log, (json.dumps(asdict(message), ensure_ascii=False) + "\n").encode("utf-8", "replace"))

    async def _get_updates(self, fields: dict[str, Any]) -> list[dict[str, Any]]:
        self._pollers += 1
        try:
            offset = int(fields.get("offset") or 0)
            ends = asyncio.get_running_loop().time() + min(float(fields.get("timeout") or 0), 2.0)
            while not (due := [update for update in self._updates if update["update_id"] >= offset]):
                self._news.clear()
                left = ends - asyncio.get_running_loop().time()
                if left <= 0 or self._runner is None:
                    return []
                try:
                    await asyncio.wait_for(self._news.wait(), left)
                except TimeoutError:
                    return []
            return due[: int(fields.get("limit") or 100)]
        finally:
            self._pollers -= 1


def _reset(request: web.Request) -> None:
    """Close with RST rather than FIN."""
    assert request.transport is not None
    request.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()


async def _fields(request: web.Request) -> dict[str, Any]:
    """A call's parameters, whichever of the API's ways they came."""
    fields: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        fields.update(await request.json())
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            fields[name] = value if isinstance(value, str) else f"file {value.filename}"
    for name in _JSON_FIELDS:
        if isinstance(fields.get(name), str):
            try:
                fields[name] = json.loads(fields[name])
            except ValueError:
                fields[name] = "broken"
    return fields


async def _stand_alone(options: argparse.Namespace) -> None:
    rules = [Rule(**rule) for rule in json.loads(options.rules)]
    limits = Published() if options.limits else None
    api = BotApi(token=options.token, rules=rules, limits=limits, seed=options.seed, log=options.log)
    await api.start(options.port)
    print(api.url, flush=True)
    await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--rules", default="[]", help="JSON list of rules, see bot_rules.Rule")
    parser.add_argument("--limits", action="store_true", help="enforce the published limits")
    parser.add_argument("--seed", type=int, default=1)
    asyncio.run(_stand_alone(parser.parse_args()))


if __name__ == "__main__":
    main()
