"""What a reader is told elsewhere when one of their places takes nothing any more."""

from types import MappingProxyType

from bot.delivery.typography import clean, cut
from bot.model import Destination

_WORDS = MappingProxyType(
    {
        "en": {
            "telegram": "Nothing is sent to your Telegram chat {place} any more: {reason}. Your rules are kept."
            " Let the bot in there again, or send it /start, and alerts come again.",
            "email": "Nothing is mailed to {place} any more: {reason}. Your rules are kept.",
        },
        "ko": {
            "telegram": "텔레그램 대화방 {place}(으)로 더 이상 보낼 수 없습니다: {reason}. 규칙은 그대로 있습니다."
            " 봇을 다시 초대하거나 /start를 보내시면 알림이 다시 옵니다.",
            "email": "{place}(으)로 더 이상 메일을 보내지 않습니다: {reason}. 규칙은 그대로 있습니다.",
        },
        "zh-Hans": {
            "telegram": "已停止向您的 Telegram 聊天 {place} 发送：{reason}。您的规则仍然保留。"
            "请重新让机器人加入，或向它发送 /start，即可恢复提醒。",
            "email": "已停止向 {place} 发送邮件：{reason}。您的规则仍然保留。",
        },
        "zh-Hant": {
            "telegram": "已停止向您的 Telegram 聊天 {place} 傳送：{reason}。您的規則仍然保留。"
            "請重新讓機器人加入，或向它傳送 /start，即可恢復提醒。",
            "email": "已停止向 {place} 寄送郵件：{reason}。您的規則仍然保留。",
        },
    }
)


def pause_told(lang: str, place: Destination) -> str:
    """That a place was paused, why in the other side's words, and how it is opened again."""
    words = _WORDS.get(lang, _WORDS["en"])
    told = words.get(place.channel, words["telegram"])
    return told.format(place=place.address, reason=cut(clean(place.paused).strip(), 200))
