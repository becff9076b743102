"""Numbers for names: concepts and printed forms recur by the thousand, so stories hold small integers."""

from collections.abc import Collection, Iterable, Iterator


class Names:
    """Every name met so far by its number; names come from vocabularies, so they are bounded."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._names: list[str] = []

    def number(self, name: str) -> int:
        """The number of a name, a new one when it was not met before."""
        found = self._numbers.get(name)
        if found is None:
            found = self._numbers[name] = len(self._names)
            self._names.append(name)
        return found

    def numbers(self, names: Collection[str]) -> list[int]:
        """The numbers of many names."""
        try:
            return list(map(self._numbers.__getitem__, names))
        except KeyError:
            return [self.number(name) for name in names]

    def name(self, number: int) -> str:
        """The name behind a number."""
        return self._names[number]

    def known(self, name: str) -> int:
        """The number of a name; -1 when it was never met."""
        return self._numbers.get(name, -1)

    def named(self, counted: Iterable[tuple[int, int]]) -> Iterator[tuple[str, int]]:
        """Counts by name instead of number."""
        names = self._names
        return ((names[number], count) for number, count in counted)

    def __len__(self) -> int:
        return len(self._names)
