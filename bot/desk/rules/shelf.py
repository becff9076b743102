"""The wordings of many rules by their ids, in little room."""

from collections.abc import Iterator, Mapping


class Shelf(Mapping[int, str]):
    """Texts by id. Ids count up where rules are stored, so that a row with a few gaps is smaller than a table."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        first = min(texts, default=0)
        span = max(texts, default=first) - first + 1
        self._first = first
        self._count = len(texts)
        self._row: list[str | None] = []
        self._table: dict[int, str] = {}
        if span <= 2 * self._count:
            self._row = [None] * span
            for number, text in texts.items():
                self._row[number - first] = text
        else:
            self._table = dict(texts)

    def __getitem__(self, number: int) -> str:
        at = number - self._first
        text = self._row[at] if 0 <= at < len(self._row) else None
        return self._table[number] if text is None else text

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self.get(number) is not None

    def __iter__(self) -> Iterator[int]:
        yield from (number for number, text in enumerate(self._row, self._first) if text is not None)
        yield from self._table

    def __len__(self) -> int:
        return self._count
