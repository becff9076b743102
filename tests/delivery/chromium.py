"""A real browser for looking at mail: its width and colour scheme set, its requests counted, its contrasts measured."""

import asyncio
import base64
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

#: Of every visible piece of text: its contrast with the nearest background, the least of all, and where.
MEASURE = """
(() => {
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const rgba = text => text.match(/[\\d.]+/g).map(Number);
  const behind = node => {
    for (let at = node; at; at = at.parentElement) {
      const c = rgba(getComputedStyle(at).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  let least = 21, where = "";
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, parent = node.parentElement;
    if (!node.data.replace(/\\u00a0/g, " ").trim() || !parent.getClientRects().length) continue;
    const style = getComputedStyle(parent);
    if (style.fontSize === "0px") continue;
    const a = light(rgba(style.color)), b = light(behind(parent));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < least) { least = ratio; where = node.data.trim().slice(0, 60); }
  }
  return {
    wide: document.documentElement.scrollWidth, high: document.documentElement.scrollHeight,
    least, where,
    headings: [...document.querySelectorAll("h1,h2,h3")].map(h => h.tagName + (h.lang ? ":" + h.lang : "")),
    bare: [...document.querySelectorAll("table")].filter(t => !t.getAttribute("role") && !t.querySelector("th")).length,
  };
})()
"""


def program() -> str:
    """The browser that is installed; "" if there is none."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), "")


@dataclass(frozen=True)
class Look:
    """What a page looks like."""

    png: bytes  # empty unless a picture was asked for
    requests: list[str]  # addresses that were asked for beside the page itself
    facts: dict[str, Any]


class Browser:
    """Chromium without a window, driven over its own protocol."""

    async def __aenter__(self) -> Self:
        self._home = tempfile.TemporaryDirectory(prefix="look-", ignore_cleanup_errors=True)
        self._process = await asyncio.create_subprocess_exec(
            program(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--no-first-run",
            f"--user-data-dir={self._home.name}",
            "--remote-debugging-port=0",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        port = Path(self._home.name) / "DevToolsActivePort"
        while not (port.exists() and "\n" in port.read_text()):
            assert self._process.returncode is None, "chromium did not start"
            await asyncio.sleep(0.05)
        number = port.read_text().split()[0]
        self._session = aiohttp.ClientSession()
        async with self._session.get(f"http://127.0.0.1:{number}/json/list") as answer:
            pages = await answer.json()
        address = next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")
        self._socket = await self._session.ws_connect(address, max_msg_size=0)
        self._number = 0
        self._asked: list[str] = []
        self._seen: set[str] = set()
        for domain in ("Page", "Network", "Runtime"):
            await self._ask(f"{domain}.enable")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self._socket.close()
        await self._session.close()
        self._process.kill()
        await self._process.wait()
        self._home.cleanup()

    async def look(self, path: Path, *, width: int, dark: bool = False, high: int | None = 0) -> Look:
        """The page of a file, as wide as that.

        Args:
            path: of the file.
            width: CSS pixels.
            dark: whether the reader's machine is.
            high: of the picture; 0: no picture, None: all of the page.
        """
        await self._ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 600
        )
        await self._ask(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}],
        )
        self._asked.clear()
        self._seen.clear()
        await self._ask("Page.navigate", url=path.as_uri())
        while "Page.loadEventFired" not in self._seen:
            self._note(json.loads(await self._socket.receive_str(timeout=60)))
        facts = await self._value(MEASURE)
        asked = [one for one in self._asked if one != path.as_uri()]
        if high == 0:
            return Look(b"", asked, facts)
        clip = {"x": 0, "y": 0, "width": width, "height": high or facts["high"], "scale": 1}
        shot = await self._ask("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        return Look(base64.b64decode(shot["data"]), asked, facts)

    async def _value(self, expression: str) -> Any:
        found = await self._ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return found["result"].get("value")

    async def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": params})
        while True:
            heard = json.loads(await self._socket.receive_str(timeout=60))
            self._note(heard)
            if heard.get("id") == self._number:
                assert "error" not in heard, heard
                return heard.get("result", {})

    def _note(self, heard: dict[str, Any]) -> None:
        self._seen.add(heard.get("method", ""))
        if heard.get("method") == "Network.requestWillBeSent":
            self._asked.append(heard["params"]["request"]["url"])
