"""What the day's mail looks like: kept as files, and rendered by a real browser."""

from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from bot.delivery.channels.email import Sender, render
from bot.delivery.digest_page import LARGEST, cost
from bot.model import Message
from tests.delivery.chromium import Browser, program
from tests.delivery.sample_day import sample

LANGUAGES = ("en", "ko", "zh-Hans", "zh-Hant")
ONLINE = "https://chipwire.example/d/abc"
LEAST_CONTRAST = 4.5  # WCAG 2 AA, for text of any size


class Page(SingleFileSnapshotExtension):
    """Kept as a page that a browser opens."""

    file_extension = "html"
    _write_mode = WriteMode.TEXT


class Plain(SingleFileSnapshotExtension):
    """Kept as the text of the mail."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_as_it_was(lang: str, snapshot: SnapshotAssertion) -> None:
    """After a wished change: pytest --snapshot-update, and look at the difference."""
    assert sample(lang, online=ONLINE).html == snapshot(extension_class=Page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_is_as_it_was(lang: str, snapshot: SnapshotAssertion) -> None:
    """The text part alone tells everything."""
    assert sample(lang, online=ONLINE).text == snapshot(extension_class=Plain)


@pytest.mark.skipif(not program(), reason="NOBODY LOOKED AT THE DIGEST: install chromium (apt-get install chromium)")
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_rendered_on_phone_and_desktop_by_day_and_by_night(lang: str, tmp_path: Path) -> None:
    """Nothing sticks out, nothing is fetched, everything can be read, and read aloud in order."""
    page = tmp_path / "digest.html"
    page.write_text(sample(lang, stories=20, online=ONLINE).html, encoding="utf-8")
    seen = []
    async with Browser() as browser:
        for width in (390, 900):
            for dark in (False, True):
                look = await browser.look(page, width=width, dark=dark)
                facts = look.facts
                clear = facts["least"] >= LEAST_CONTRAST or (facts["least"], facts["where"])
                seen.append((facts["wide"], look.requests, clear, facts["bare"], _ordered(facts["headings"])))
    assert seen == [(width, [], True, 0, True) for width in (390, 390, 900, 900)]


def _ordered(headings: list[str]) -> bool:
    """One first heading, and no level left out."""
    levels = [int(heading[1]) for heading in headings]
    steps = all(later - earlier <= 1 for earlier, later in pairwise(levels))
    return levels.count(1) == 1 and levels[0] == 1 and steps


def encoded(message: Message) -> list[int]:
    """How many bytes the HTML part is in each encoding of mail."""
    sizes = [len(message.html.encode())]
    for encoding in ("quoted-printable", "base64"):
        mail = EmailMessage()
        mail.set_content(message.html, subtype="html", cte=encoding)
        sizes.append(len(bytes(mail).partition(b"\n\n")[2]))
    return sizes


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stories", [0, 20, 400])
def test_no_mail_is_clipped(lang: str, stories: int) -> None:
    """Within 90,000 bytes as it is, as quoted-printable and as base64; the estimate is never below."""
    message = sample(lang, stories=stories, online=ONLINE)
    sizes = encoded(message)
    assert max(sizes) <= cost(message.html) <= LARGEST + cost("")
    part = render(message, Sender.parse("chipwire <digest@chipwire.example>"))
    assert max(len(one.as_bytes()) for one in part.iter_parts() if one.get_content_subtype() == "html") <= LARGEST


def test_what_has_no_room_is_counted_and_linked() -> None:
    """In both parts, and with the chat's search where there is no page."""
    message = sample("en", stories=400, online=ONLINE)
    told = message.text.count("* ") + message.text.count("\nwhy: ")
    left = 405 - told
    assert 20 < told < 405
    assert f">{left} more online</a>" in message.html
    assert f"{left} more online {ONLINE}" in message.text
    assert "more matched; /search in the chat finds them." in sample("en", stories=400).text


def test_the_page_online_tells_everything_in_full() -> None:
    """Without a limit nothing is left out and nothing shortened."""
    message = sample("en", stories=400, online=ONLINE, room=0)
    assert message.text.count("\nwhy: ") == 405
    assert "more online" not in message.html


def test_a_hostile_day_fits_and_stays_harmless() -> None:
    """Headlines of markup and of a megabyte, addresses that are none."""
    message = sample("en", online='https://chipwire.example/"><script>', hostile=True)
    assert "<script" not in message.html
    assert "javascript:" not in message.html
    assert max(encoded(message)) <= LARGEST
