"""How long `chipwire try` takes on a made-up archive of 100,000 articles; the archive is kept for the next time.

Run with `.venv/bin/python -m benchmarks.trying [100000]`. The whole command is measured, from the start of its process.
"""

import os
import random
import resource
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.archive import open_store
from storage.encoding import micros
from storage.words import rebuild

ROOT = Path(__file__).resolve().parents[1]
RULES = (
    '"export controls" AND (hynix OR 하이닉스 OR 海力士)',
    "반도체",
    "chip",
    "HBM -China",
    "concept:samsung",
    "lang:ko NOT 중국",
    "topic:hbm",
    '"chip export"~5 OR semicon*',
)
PIECES = {
    "en": [
        "China",
        "South",
        "Korea",
        "chip",
        "chips",
        "export",
        "controls",
        "Samsung",
        "SK",
        "hynix",
        "HBM3E",
        "memory",
        "talks",
        "ministry",
        "summit",
        "Seoul",
        "Beijing",
        "factory",
        "Wuxi",
        "the",
        "a",
        "of",
        "in",
        "on",
        "says",
        "plans",
        "to",
        "fall",
        "rise",
        "tariff",
        "U.S.",
        "trade",
        "deal",
        "market",
        "shares",
        "semiconductor",
        "maker",
    ],
    "ko": [
        "삼성전자",
        "SK하이닉스",
        "반도체",
        "수출통제",
        "중국",
        "미국",
        "정부",
        "상무부",
        "시안",
        "우시",
        "공장",
        "회담",
        "장관",
        "발표",
        "메모리",
        "HBM",
        "관세",
        "시장",
        "주가",
        "상승",
        "하락",
    ],
    "zh-Hans": [
        "三星电子",
        "海力士",
        "芯片",
        "半导体",
        "出口管制",
        "中国",
        "韩国",
        "商务部",
        "外交部",
        "会谈",
        "工厂",
        "无锡",
        "西安",
        "关税",
        "市场",
        "存储器",
        "的",
        "在",
        "将",
    ],
}


def fill(path: Path, count: int) -> None:
    """Articles of thirty days in three languages."""
    dice, now = random.Random(1), datetime.now(UTC)
    store = open_store(path, now)

    def step(db):
        for number in range(1, count + 1):
            lang = dice.choice(list(PIECES))
            glue = "" if lang == "zh-Hans" else " "
            title, lead = (glue.join(dice.choices(PIECES[lang], k=k)) for k in (9, 35))
            seen = micros(now - timedelta(days=30) * (1 - number / count))
            db.execute(
                "INSERT INTO stories (id, title, first_seen, last_seen) VALUES (?, ?, ?, ?)",
                (number, title, seen, seen),
            )
            db.execute(
                "INSERT INTO articles (id, source, url, title, lead, lang, published, precision, first_seen, content_hash,"
                " story, grade, score, topics, outlet, side, kind, state_media)"
                " VALUES (?, 'made-up', ?, ?, ?, ?, ?, 'minute', ?, '', ?, 1, 0.6, ?, 'Wire', ?, 'newspaper', 0)",
                (number, f"https://wire.example/{number}", title, lead, lang, seen, seen, number,
                 '["hbm"]' if "HBM" in title else "[]", dice.choice(["KR", "CN", "US"])),
            )  # fmt: skip
        rebuild(db)

    store.write_sync(step)
    store.close_sync()


def children() -> float:
    """CPU seconds of the commands so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    path = ROOT / "data" / f"trying-{count}.db"
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        fill(path, count)
    environ = {**os.environ, "CHIPWIRE_DB": str(path)}
    for rule in RULES:
        started, used = time.perf_counter(), children()
        said = subprocess.run(
            [ROOT / ".venv/bin/chipwire", "try", "--", rule], env=environ, capture_output=True, text=True, check=True
        ).stdout.splitlines()
        spent = time.perf_counter() - started
        volume = next((line for line in said if " a day over " in line), "")
        print(f"{spent:5.2f} s, {children() - used:4.2f} s of CPU  {rule:50} {volume}", flush=True)


if __name__ == "__main__":
    main()
