"""Writes the tables that folding needs: OpenCC's single characters, and ranges of the Unicode database.

Run by hand when OpenCC changes its mind: `.venv/bin/python benchmarks/make_text_tables.py`. The ranges are
spelled out because the standard `re` knows no general categories.
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import opencc

ROOM = Path(__file__).resolve().parent.parent / "bot" / "desk" / "text"
HAN = (*range(0x3400, 0xA000), *range(0x20000, 0x323B0))
VARIATION_SELECTORS = (*range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
WIDTH = 50  # Han characters a line: each counts as two columns


def simplified_pairs() -> list[tuple[str, str]]:
    """Every Han character that OpenCC's t2s changes when it stands alone, with its result."""
    converter = opencc.OpenCC("t2s")
    pairs = [(chr(point), converter.convert(chr(point))) for point in HAN]
    return [(before, after) for before, after in pairs if before != after and len(after) == 1]


def category_ranges(*initials: str, extra: Iterable[int] = ()) -> str:
    """A character class body of every code point whose category begins with one of `initials`."""
    wanted = {p for p in range(sys.maxunicode + 1) if unicodedata.category(chr(p)).startswith(initials)} | set(extra)
    return "".join(_spell(first, last) for first, last in _runs(sorted(wanted)))


def joining() -> str:
    """What composes with the character before it: marks, Hangul vowels and finals, and all that normalises to one."""
    conjoining = {*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)}
    firsts = ((p, unicodedata.normalize("NFKD", chr(p))[0]) for p in range(0xA0, sys.maxunicode + 1))
    wanted = {p for p, first in firsts if unicodedata.category(first)[0] == "M" or ord(first) in conjoining}
    return "".join(_spell(first, last) for first, last in _runs(sorted(wanted)))


def _runs(points: list[int]) -> Iterator[tuple[int, int]]:
    first = last = points[0]
    for point in points[1:]:
        if point != last + 1:
            yield first, last
            first = point
        last = point
    yield first, last


def _spell(first: int, last: int) -> str:
    def one(point: int) -> str:
        return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"

    return one(first) if first == last else f"{one(first)}-{one(last)}"


def _wrapped(text: str, width: int) -> str:
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    return "\n".join(f'    "{line}"' for line in lines)


def _wrapped_class(body: str) -> str:
    """Lines of at most 100 columns that never cut an escape in two."""
    pieces: list[str] = [""]
    for escape in body.replace("\\", "\0\\").split("\0")[1:]:
        if len(pieces[-1]) + len(escape) > 100:
            pieces.append("")
        pieces[-1] += escape
    return "\n".join(f'    "{piece}"' for piece in pieces)


def main() -> None:
    pairs = simplified_pairs()
    (ROOM / "t2s.py").write_text(
        '"""Traditional to Simplified Chinese, one character at a time.\n\n'
        "Made by benchmarks/make_text_tables.py from OpenCC's single-character results; no phrases, so that a term\n"
        'and a text always fold alike and offsets stay one to one.\n"""\n\n'
        f"TRADITIONAL = (\n{_wrapped(''.join(before for before, _ in pairs), WIDTH)}\n)\n"
        f"SIMPLIFIED = (\n{_wrapped(''.join(after for _, after in pairs), WIDTH)}\n)\n"
        "TABLE = str.maketrans(TRADITIONAL, SIMPLIFIED)\n",
        "utf-8",
    )
    (ROOM / "ranges.py").write_text(
        '"""Unicode categories spelled out as the insides of character classes, made by'
        ' benchmarks/make_text_tables.py."""\n\n'
        "# Cf and every variation selector: nothing a reader sees.\n"
        f"INVISIBLE = (\n{_wrapped_class(category_ranges('Cf', extra=VARIATION_SELECTORS))}\n)\n"
        "# M*: what belongs to the letter before it.\n"
        f"MARKS = (\n{_wrapped_class(category_ranges('M'))}\n)\n"
        "# Nl and No: numerals that are neither letters nor decimal digits, though `\\w` takes them.\n"
        f"NUMERALS = (\n{_wrapped_class(category_ranges('Nl', 'No'))}\n)\n"
        "# What normalising may compose with the character before it.\n"
        f"JOINING = (\n{_wrapped_class(joining())}\n)\n",
        "utf-8",
    )


if __name__ == "__main__":
    main()
