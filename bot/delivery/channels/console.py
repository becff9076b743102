"""Alerts on the operator's terminal, as a reader would see them."""

from typing import TextIO

from bot.model import Answer, Destination, Message

_RULE = "─" * 72


def render(message: Message, *, plain: bool = False) -> str:
    """Plain text: links spelt out, hits between asterisks where bold is part of a line."""
    del plain  # it already is
    text = message.text
    for span in sorted(message.spans, key=lambda span: span.start, reverse=True):
        before, words, after = text[: span.start], text[span.start : span.end], text[span.end :]
        if span.style == "link":
            text = f"{before}{span.url}{after}"
        elif span.style == "bold" and not _whole_line(text, span.start, span.end):
            text = f"{before}*{words}*{after}"
    heading = f"{message.subject}\n\n" if message.subject and message.subject not in message.text else ""
    return f"{_RULE}\n{heading}{text.rstrip()}\n"


def _whole_line(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in {"", "\n"} and text[end : end + 1] in {"", "\n"}


class ConsoleChannel:
    """Writes to a stream that is handed in."""

    name = "console"
    render = staticmethod(render)

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    async def send(self, destination: Destination, rendered: str) -> Answer:
        """Print it; a closed pipe is a message not sent."""
        del destination
        try:
            self._stream.write(rendered)
            self._stream.flush()
        except (OSError, ValueError) as error:
            return Answer(self.name, ok=False, sent="no", text=f"the console is gone: {type(error).__name__}")
        return Answer(self.name, ok=True)

    async def probe(self) -> Answer:
        """The operator's terminal is there as long as its stream is open."""
        return Answer(self.name, ok=not self._stream.closed, sent="no")
