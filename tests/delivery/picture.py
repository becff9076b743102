"""Draws the picture of the digest in docs/: `python -m tests.delivery.picture`."""

import asyncio
import tempfile
from pathlib import Path

from tests.delivery.chromium import Browser
from tests.delivery.sample_day import sample

PICTURE = Path(__file__).parent.parent.parent / "docs" / "digest.png"
WIDTH, HEIGHT = 760, 1130


async def draw() -> int:
    """The top of the sample day in English, as wide as a mail program's window; its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "digest.html"
        page.write_text(sample("en", online="https://chipwire.example/d/abc").html, encoding="utf-8")
        async with Browser() as browser:
            look = await browser.look(page, width=WIDTH, high=HEIGHT)
    return PICTURE.write_bytes(look.png)


if __name__ == "__main__":
    print(asyncio.run(draw()))
