"""The mail that asks the owner of an address whether they want the digest; nothing else is sent before the answer."""

from dataclasses import dataclass
from types import MappingProxyType

from bot.delivery.typography import Sheet
from bot.model import Delivery, Message


@dataclass(frozen=True, slots=True)
class _Words:
    subject: str
    asked: str
    link: str  # what is to be opened
    or_code: str  # with both ways
    code: str  # without a page
    stranger: str


_WORDS = MappingProxyType(
    {
        "en": _Words(
            subject="Please confirm: the chipwire digest at this address",
            asked="Somebody, you we hope, wants chipwire's daily news digest sent to this address.",
            link="To confirm, open this page and press the button:",
            or_code="Or send this to the bot in the chat where you asked: /email {code}",
            code="To confirm, send this to the bot in the chat where you asked: /email {code}",
            stranger="It was not you? Then do nothing: without an answer within {days} days no digest is sent.",
        ),
        "ko": _Words(
            subject="확인해 주세요: 이 주소로 받는 chipwire 다이제스트",
            asked="누군가, 아마도 본인이, chipwire의 매일 뉴스 다이제스트를 이 주소로 신청했습니다.",
            link="확인하려면 이 페이지를 열고 버튼을 누르세요:",
            or_code="또는 신청한 채팅에서 봇에게 이렇게 보내세요: /email {code}",
            code="확인하려면 신청한 채팅에서 봇에게 이렇게 보내세요: /email {code}",
            stranger="본인이 아니라면 그대로 두세요. {days}일 안에 답이 없으면 다이제스트를 보내지 않습니다.",
        ),
        "zh-Hans": _Words(
            subject="请确认：用此地址接收 chipwire 每日摘要",
            asked="有人（希望是您本人）申请把 chipwire 的每日新闻摘要发到此地址。",
            link="如需确认，请打开此页面并按下按钮：",
            or_code="或者在申请时的聊天里把这一行发给机器人：/email {code}",
            code="如需确认，请在申请时的聊天里把这一行发给机器人：/email {code}",
            stranger="不是您本人？请不必理会：{days}天内没有回复，就不会寄出摘要。",
        ),
        "zh-Hant": _Words(
            subject="請確認：用此地址接收 chipwire 每日摘要",
            asked="有人（希望是您本人）申請把 chipwire 的每日新聞摘要寄到此地址。",
            link="如需確認，請打開此頁面並按下按鈕：",
            or_code="或者在申請時的聊天裡把這一行傳給機器人：/email {code}",
            code="如需確認，請在申請時的聊天裡把這一行傳給機器人：/email {code}",
            stranger="不是您本人？請不必理會：{days}天內沒有回覆，就不會寄出摘要。",
        ),
    }
)


def compose_consent(delivery: Delivery, link: str, code: str, days: int) -> Message:
    """Ask for consent: by a page, by a code for the chat, or both; `days` is how long the answer is waited for."""
    words, sheet = _WORDS.get(delivery.lang, _WORDS["en"]), Sheet()
    sheet.say(words.asked)
    sheet.line()
    if link:
        sheet.line()
        sheet.say(words.link)
        sheet.line()
        sheet.say(link, "link", link)
        sheet.line()
    if code:
        sheet.say((words.or_code if link else words.code).format(code=f"{code[:4]}-{code[4:]}"))
        sheet.line()
    sheet.say(words.stranger.format(days=days))
    return Message(sheet.text, tuple(sheet.spans), subject=words.subject, key=delivery.key, date=delivery.created)
