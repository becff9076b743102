"""Why a rule is refused, and where."""

from bot.desk.rules.wording import Phrase, Wording, english


class RuleError(ValueError):
    """A rule that cannot be read; never stored and never matched.

    Attributes:
        position: of the trouble, counting the characters of the rule as typed from 1; 1 may mean the whole rule.
        why: the reason as a key of the catalogue and its values.
        hint: a rule that would be accepted, "" where none can be guessed.
    """

    def __init__(self, position: int, why: Phrase, hint: str = "") -> None:
        super().__init__(f"position {position}: {why.told()}" + (f"; try: {hint}" if hint else ""))
        self.position = position
        self.why = why
        self.hint = hint

    @property
    def reason(self) -> str:
        """In English, for the person who typed it."""
        return self.why.told()

    def told(self, words: Wording = english) -> str:
        """The reason in a language."""
        return self.why.told(words)


def refusal(position: int, key: str, hint: str = "", **values: object) -> RuleError:
    """A refusal by the last part of its key."""
    return RuleError(position, Phrase(f"refusal.{key}", values), hint)
