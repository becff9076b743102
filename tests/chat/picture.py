"""A talk drawn as three screens of a phone: bubbles, bold words, links, and the buttons that are tapped.

SVG has no lines that wrap: widths are reckoned from a table of letters, a little too wide, so that nothing leaves its
bubble whatever sans-serif the reader's machine has.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from unicodedata import east_asian_width

from tests.chat.said import Said

_SCREEN, _GAP, _EDGE = 392, 24, 14
_FONT, _LINE = 14.5, 20
_BUBBLE = 340  # the widest
_BUTTON = 34
_NARROW, _WIDE = frozenset("iljtfrI.,:;'|!()[] ‹›“”‘’"), frozenset("mwMW@%—…✓")
_BARS, _CLOSING = frozenset("▁▂▃▄▅▆▇█·"), frozenset(")]}.,;:!?…”’»）」』、。，！？： ")
_STYLE = (
    'text{font-family:-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Noto Sans CJK KR",'
    '"Noto Sans CJK SC",Arial,sans-serif;font-size:14.5px;fill:#101820}'
    ".bold{font-weight:700}.italic{font-style:italic}.text_link{fill:#2481cc}"
    ".button{fill:#fff;font-size:13.5px;font-weight:600;text-anchor:middle}.at{fill:#8b98a3;font-size:11px;text-anchor:end}"
    ".mine .at{fill:#5fae5c}.name{font-size:15.5px;font-weight:700}.bot{fill:#7d8b97;font-size:12.5px}"
    ".command{fill:#2481cc}"
)


@dataclass(frozen=True)
class Piece:
    """Some characters in one style."""

    text: str
    style: str = ""


def picture(screens: Sequence[Sequence[Said]], title: str) -> str:
    """The screens side by side."""
    drawn = [_talk(talk) for talk in screens]
    height = max(tall for _, tall in drawn) + 78
    width = len(drawn) * _SCREEN + (len(drawn) - 1) * _GAP
    phones = "".join(_phone(inside, number * (_SCREEN + _GAP), height) for number, (inside, _) in enumerate(drawn))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img" aria-labelledby="t"><title id="t">{escape(title)}</title><style>{_STYLE}</style>'
        '<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#c9dcc0"/>'
        '<stop offset="1" stop-color="#8fb9a8"/></linearGradient></defs>'
        f"{phones}</svg>\n"
    )


def _phone(inside: str, x: int, height: int) -> str:
    return (
        f'<g transform="translate({x} 0)"><rect width="{_SCREEN}" height="{height}" rx="26" fill="url(#g)"/>'
        f'<path d="M0 26a26 26 0 0 1 26-26h{_SCREEN - 52}a26 26 0 0 1 26 26v30H0z" fill="#fff"/>'
        '<circle cx="34" cy="28" r="18" fill="#2b6cb0"/>'
        '<path d="M26 22h16v12H26z M29 18v4 M34 18v4 M39 18v4 M29 34v4 M34 34v4 M39 34v4" fill="none" stroke="#fff"'
        ' stroke-width="1.8" stroke-linejoin="round"/>'
        '<text class="name" x="62" y="26">chipwire</text><text class="bot" x="62" y="44">bot</text>'
        f'<g transform="translate({_EDGE} 66)">{inside}</g></g>'
    )


def _talk(talk: Sequence[Said]) -> tuple[str, int]:
    """One screen's bubbles; a tap is shown on the button it meets."""
    y, drawn = 0, []
    for number, said in enumerate(talk):
        if said.who == "tap":
            continue
        tapped = next((one.text for one in talk[number + 1 : number + 2] if one.who == "tap"), "")
        words, tall = _bubble(said, mine=said.who == "you")
        drawn.append(f'<g transform="translate(0 {y})">{words}</g>')
        y += tall
        for row in said.buttons:
            drawn.append(f'<g transform="translate(0 {y + 4})">{_row(row, tapped)}</g>')
            y += _BUTTON + 4
        y += 10
    return "".join(drawn), y


def _bubble(said: Said, *, mine: bool) -> tuple[str, int]:
    lines = list(_lines(said))
    widest = max(sum(map(_width, line)) for line in lines)
    last = sum(map(_width, lines[-1]))
    # The time stands beside the last line where there is room for it.
    below = last + 52 > _BUBBLE - 2 * _EDGE
    wide = _BUBBLE if said.buttons else min(_BUBBLE, max(widest, last + (0 if below else 52)) + 2 * _EDGE)
    tall = _LINE * (len(lines) + below) + 16
    x = _SCREEN - 2 * _EDGE - wide if mine else 0
    colour = "#effdde" if mine else "#fff"
    words = "".join(
        f'<text x="{_EDGE}" y="{_LINE * number + 24}">{"".join(map(_tspan, line))}</text>'
        for number, line in enumerate(lines)
    )
    kind = ' class="mine"' if mine else ""
    shape = f'<rect width="{wide:.0f}" height="{tall}" rx="15" fill="{colour}"/>'
    clock = f'<text class="at" x="{wide - 11:.0f}" y="{tall - 8}">{said.at}</text>'
    return f'<g{kind} transform="translate({x:.0f} 0)">{shape}{words}{clock}</g>', tall


def _tspan(piece: Piece) -> str:
    kind = f' class="{piece.style}"' if piece.style else ""
    return f'<tspan{kind} xml:space="preserve">{escape(piece.text)}</tspan>'


def _row(row: Sequence[str], tapped: str) -> str:
    wide = (_BUBBLE - 4 * (len(row) - 1)) / len(row)
    drawn = []
    for number, label in enumerate(row):
        x = number * (wide + 4)
        drawn.append(
            f'<rect x="{x:.1f}" width="{wide:.1f}" height="{_BUTTON}" rx="9" fill="#33594b" fill-opacity=".55"/>'
            f'<text class="button" x="{x + wide / 2:.1f}" y="22">{escape(_fitting(label, wide - 12))}</text>'
        )
        if label == tapped:
            drawn.append(
                f'<circle cx="{x + wide * 0.8:.1f}" cy="{_BUTTON / 2:g}" r="15" fill="#fff" fill-opacity=".38" stroke="#fff"'
                ' stroke-opacity=".8" stroke-width="2"/>'
            )
    return "".join(drawn)


def _fitting(label: str, room: float) -> str:
    if _width(Piece(label, "bold")) <= room:
        return label
    while _width(Piece(f"{label}…", "bold")) > room:
        label = label[:-1]
    return f"{label.rstrip()}…"


def _lines(said: Said) -> Iterator[list[Piece]]:
    """The text in lines that fit into the bubble, each in pieces of one style."""
    for line in _split(_styled(said)):
        yield from _wrapped(line)


def _styled(said: Said) -> Iterator[Piece]:
    """Characters with their styles; entities are counted in UTF-16."""
    styles: dict[int, str] = {}
    for entity in said.entities:
        styles |= dict.fromkeys(range(entity["offset"], entity["offset"] + entity["length"]), entity["type"])
    if said.who == "you" and said.text.startswith("/"):
        styles |= dict.fromkeys(range(len(said.text.split()[0])), "command")
    at = 0
    for character in said.text:
        yield Piece(character, styles.get(at, ""))
        at += 1 + (ord(character) > 0xFFFF)


def _split(pieces: Iterator[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def _wrapped(line: list[Piece]) -> Iterator[list[Piece]]:
    """A line broken where it may be: at blanks, and between characters of Chinese and Korean."""
    shown: list[Piece] = []
    width = 0.0
    for word in _words(line):
        wide = sum(map(_width, word))
        if shown and width + sum(_width(one) for one in word if one.text != " ") > _BUBBLE - 2 * _EDGE:
            yield _joined(shown)
            shown, width = [], 0.0
        shown += word
        width += wide
    yield _joined(shown)


def _words(line: list[Piece]) -> Iterator[list[Piece]]:
    word: list[Piece] = []
    for piece in line:
        broken = word and word[-1].text != " " and (east_asian_width(word[-1].text) in "WF" or word[-1].text in _BARS)
        if broken and piece.text not in _CLOSING:
            yield word
            word = []
        word.append(piece)
        if piece.text == " ":
            yield word
            word = []
    if word:
        yield word


def _joined(pieces: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].style == piece.style:
            joined[-1] = replace(joined[-1], text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined or [Piece("")]


def _width(piece: Piece) -> float:
    return sum(map(_em, piece.text)) * _FONT * (1.07 if piece.style == "bold" else 1.0)


def _em(character: str) -> float:
    if east_asian_width(character) in "WF" or (character in _BARS and character != "·"):
        return 1.0
    if character == "·":
        return 0.62
    if character in _NARROW:
        return 0.32
    if character in _WIDE:
        return 0.92
    return 0.7 if character.isupper() else 0.58
