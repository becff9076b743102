"""Writes the table of Sino-Korean readings: how Koreans read each Han character of the Korean standard set.

Run by hand: `python benchmarks/make_readings.py table.json`, the file mapping characters to their Hangul reading (the
kHangul property of the Unihan database, or any list made from it). Kept are the Han characters of KS X 1001 and of
GB 2312, folded as the desk folds.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from bot.desk.text.fold import fold

TARGET = Path(__file__).resolve().parent.parent / "bot" / "desk" / "stories" / "readings.py"
HEAD = '''"""How Koreans read Han characters, the Simplified ones by their Traditional forms: a bridge for unseen names.

Made by benchmarks/make_readings.py. One word a reading: the Hangul syllable, then the characters read so.
"""

TABLE = """
'''


def main() -> None:
    readings = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    by_sound: dict[str, set[str]] = defaultdict(set)
    for character, sound in readings.items():
        plain = fold(character).text
        if len(character) == 1 and len(plain) == 1 and (_in(character, "euc_kr") or _in(plain, "gb2312")):
            by_sound[sound].add(plain)
    words = [sound + "".join(sorted(found)) for sound, found in sorted(by_sound.items())]
    lines, line = [], ""
    for word in words:
        if line and (len(line) + len(word)) * 2 > 118:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
        while len(line) * 2 > 118:
            lines.append(line[:59])
            line = word[0] + line[59:]
    TARGET.write_text(HEAD + "\n".join([*lines, line]) + '\n"""\n', encoding="utf-8")


def _in(character: str, charset: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main()
