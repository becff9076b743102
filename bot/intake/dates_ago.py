"""Dates told from the present: "3시간 전", "3小时前", "오늘 09:30", "yesterday"."""

import re
from datetime import datetime, timedelta

from bot.model import Precision

_UNITS = {
    **dict.fromkeys(("초", "秒", "秒钟", "second", "sec"), timedelta(seconds=1)),
    **dict.fromkeys(("분", "分", "分钟", "分鐘", "minute", "min"), timedelta(minutes=1)),
    **dict.fromkeys(("시간", "小时", "小時", "个小时", "個小時", "時間", "hour", "hr"), timedelta(hours=1)),
    **dict.fromkeys(("일", "天", "日", "day"), timedelta(days=1)),
    **dict.fromkeys(("주", "주일", "周", "週", "星期", "週間", "week"), timedelta(weeks=1)),
    **dict.fromkeys(("개월", "달", "个月", "個月", "か月", "ヶ月", "month"), timedelta(days=30)),
}
_AGO = re.compile(
    rf"\b(\d{{1,3}}|an?|one)\s*({'|'.join(sorted(_UNITS, key=len, reverse=True))})s?\.?\s*(?:전|之?前|ago\b)",
    re.IGNORECASE,
)
_JUST_NOW = re.compile(r"방금|지금|刚刚|剛剛|たった今|just now|moments? ago", re.IGNORECASE)
_HALF_HOUR = re.compile(r"半(?:个|個)?小[时時]前")
_DAYS = {
    **dict.fromkeys(("오늘", "今天", "今日", "today"), 0),
    **dict.fromkeys(("어제", "昨天", "昨日", "yesterday"), 1),
    **dict.fromkeys(("그저께", "그제", "前天", "一昨日"), 2),
}
_DAY = re.compile("|".join(_DAYS), re.IGNORECASE)
_CLOCK = re.compile(
    r"(오전|오후|上午|下午|[ap]\.?m)?\s*(\d{1,2})\s*[:：시时時点點]\s*(\d{2})?(?::(\d{2}))?\s*([ap]\.?m)?",
    re.IGNORECASE,
)


def names_a_day(text: str) -> bool:
    """Whether the words alone, without a figure, can name a time."""
    return bool(_DAY.search(text) or _JUST_NOW.search(text) or _HALF_HOUR.search(text) or _AGO.search(text))


def read(text: str, here: datetime) -> tuple[datetime, Precision] | None:
    """The time meant, counted from `here`: now, in the source's zone."""
    if _JUST_NOW.search(text):
        return here, Precision.MINUTE
    if _HALF_HOUR.search(text):
        return here - timedelta(minutes=30), Precision.MINUTE
    ago = _AGO.search(text)
    if ago:
        return _back(ago.group(1), ago.group(2).lower(), here)
    day = _DAY.search(text)
    return _on(here - timedelta(days=_DAYS[day.group().lower()]), text[day.end() :]) if day else None


def _back(count: str, unit: str, here: datetime) -> tuple[datetime, Precision]:
    length = _UNITS[unit]
    moment = here - length * (int(count) if count.isdigit() else 1)
    if length < timedelta(days=1):
        return moment.replace(microsecond=0), Precision.MINUTE
    return moment.replace(hour=0, minute=0, second=0, microsecond=0), Precision.DAY


def _on(day: datetime, rest: str) -> tuple[datetime, Precision] | None:
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
    found = _CLOCK.search(rest)
    if found is None:
        return midnight, Precision.DAY
    half, hours, minutes, seconds, half_after = found.groups()
    hour = int(hours)
    mark = (half or half_after or "").lower()
    if hour < 12 and (mark in {"오후", "下午"} or mark.startswith("p")):
        hour += 12
    elif hour == 12 and (mark in {"오전", "上午"} or mark.startswith("a")):
        hour = 0
    if hour > 23 or int(minutes or 0) > 59:
        return midnight, Precision.DAY
    moment = midnight.replace(hour=hour, minute=int(minutes or 0), second=min(int(seconds or 0), 59))
    return moment, Precision.SECOND if seconds else Precision.MINUTE
