"""Why a document is not what its source promised."""


class SourceError(Exception):
    """A document that a format refuses: a word for counting, and the reason for a person.

    Raised by formats inside the child only; `bot.intake.parsing` turns it into a `Parsed`.
    """

    def __init__(self, cause: str, reason: str) -> None:
        super().__init__(cause, reason)
        self.cause = cause  # not-a-feed, not-a-page, entities, too-large …
        self.reason = reason


class Elsewhere(Exception):  # noqa: N818 - no error: a sitemap index is a good answer without news of its own
    """A document that holds no items but names the documents that do."""

    def __init__(self, follow: tuple[str, ...]) -> None:
        super().__init__(follow)
        self.follow = follow  # absolute addresses, in document order, newest first where the document says so
