"""Why a rule is refused, and where."""


class RuleError(ValueError):
    """A rule that cannot be read; never stored and never matched.

    Attributes:
        position: of the trouble, counting the characters of the rule as typed from 1; 1 may mean the whole rule.
        reason: in words, for the person who typed it.
        hint: a rule that would be accepted, "" where none can be guessed.
    """

    def __init__(self, position: int, reason: str, hint: str = "") -> None:
        super().__init__(f"position {position}: {reason}" + (f"; try: {hint}" if hint else ""))
        self.position = position
        self.reason = reason
        self.hint = hint
