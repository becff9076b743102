"""The documents show what the bot really says."""

from tests.chat.transcript import DOCS, as_page, as_picture, play


async def test_page_and_picture_are_what_is_said():
    """The page and the picture of the first minutes are made from the messages; `python -m tests.chat.transcript` does it."""
    script = await play()

    assert as_page(script) == (DOCS / "first-minutes.md").read_text("utf-8")
    assert as_picture(script) == (DOCS / "first-minutes.svg").read_text("utf-8")
