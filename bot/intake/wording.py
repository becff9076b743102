"""A fetched document's text, or the refusal of one that no reading makes sense of."""

from bot.intake.decode import decode
from bot.intake.refusal import SourceError
from bot.intake.remarks import remark
from bot.model import Fetched, Source


def text_of(fetched: Fetched, source: Source) -> str:
    """The document as text, what was mended on the way remarked.

    Raises:
        SourceError: it is garbled: nothing of it may become news.
    """
    decoded = decode(fetched.body, fetched.content_type, source.charset)
    for warning in decoded.warnings:
        remark(warning)
    if decoded.garbled:
        raise SourceError(
            "garbled", f"the text is garbled, read as {decoded.charset}; if it is not the outlet's fault, set charset"
        )
    return decoded.text
