"""The words of our own that stand around the news, in the readers' four languages."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Labels:
    """One language's words; a field that is missing in one language does not type-check."""

    official: str
    state_media: str
    seen: str  # before the time we first saw it, where the outlet gave none
    day: str  # {day}, {month} as a number, {name} as an English month
    independent: str  # {outlets} {count}
    first: str  # {outlet} {time}
    why: str
    gone_rule: str
    more: str  # {count}
    fields: MappingProxyType[str, str]
    open: str
    follow_up: str
    further: str  # the same where we cannot tell what it adds
    gloss: str
    stories: tuple[str, str]  # one, and {count}
    outlets: tuple[str, str]  # one, and {count}
    digest_subject: str  # {headline} {stories} {outlets}
    digest_quiet_subject: str  # {day}
    digest_heading: str  # {day}
    digest_counts: str  # {stories} {outlets}
    quiet_none: str
    other_topic: str
    unconfirmed: str

    def counted(self, stories: int, outlets: int) -> dict[str, str]:
        """Both counts in words, for the templates above."""
        return {
            "stories": self.stories[stories != 1].format(count=stories),
            "outlets": self.outlets[outlets != 1].format(count=outlets),
        }


ENGLISH = Labels(
    official="official",
    state_media="state media",
    seen="seen",
    day="{day} {name}",
    independent="{outlets}, {count} independent",
    first="first: {outlet} {time}",
    why="why",
    gone_rule="a rule since removed",
    more="+{count} more",
    fields=MappingProxyType({"title": "title", "lead": "lead", "body": "body"}),
    open="Open",
    follow_up="follow-up",
    further="further report",
    gloss="gloss",
    stories=("1 story", "{count} stories"),
    outlets=("1 outlet", "{count} outlets"),
    digest_subject="{headline} · {stories}, {outlets}",
    digest_quiet_subject="Quiet day, {day}",
    digest_heading="China, Korea and chips · {day}",
    digest_counts="{stories} from {outlets}.",
    quiet_none="Quiet day: nothing matched your rules.",
    other_topic="Other matches",
    unconfirmed="These may not have reached you: sent twice, both answers lost, not sent again.",
)
KOREAN = Labels(
    official="공식",
    state_media="관영 매체",
    seen="확인",
    day="{month}월 {day}일",
    independent="{outlets}, 독자 취재 {count}곳",
    first="최초: {outlet} {time}",
    why="이유",
    gone_rule="삭제된 규칙",
    more="외 {count}건",
    fields=MappingProxyType({"title": "제목", "lead": "요약", "body": "본문"}),
    open="열기",
    follow_up="후속",
    further="추가 보도",
    gloss="용어 풀이",
    stories=("기사 1건", "기사 {count}건"),
    outlets=("매체 1곳", "매체 {count}곳"),
    digest_subject="{headline} · {stories}, {outlets}",
    digest_quiet_subject="조용한 하루, {day}",
    digest_heading="중국·한국·반도체 · {day}",
    digest_counts="{outlets}, {stories}.",
    quiet_none="조용한 하루: 규칙에 맞는 기사가 없습니다.",
    other_topic="기타",
    unconfirmed="아래 소식은 도착했는지 알 수 없습니다. 두 번 보냈으나 응답이 오지 않아 다시 보내지 않습니다.",
)
SIMPLIFIED = Labels(
    official="官方",
    state_media="官媒",
    seen="收录",
    day="{month}月{day}日",
    independent="{outlets}，其中独立报道{count}家",
    first="首发：{outlet} {time}",
    why="原因",
    gone_rule="已删除的规则",
    more="另有{count}项",
    fields=MappingProxyType({"title": "标题", "lead": "导语", "body": "正文"}),
    open="打开",
    follow_up="后续",
    further="更多报道",
    gloss="术语对照",
    stories=("1条新闻", "{count}条新闻"),
    outlets=("1家媒体", "{count}家媒体"),
    digest_subject="{headline} · {stories}，{outlets}",
    digest_quiet_subject="平静的一天，{day}",
    digest_heading="中国、韩国与芯片 · {day}",
    digest_counts="{outlets}，{stories}。",
    quiet_none="平静的一天：没有符合规则的报道。",
    other_topic="其他",
    unconfirmed="以下消息是否送达无法得知：两次发送均未收到回复，不再重发。",
)
TRADITIONAL = Labels(
    official="官方",
    state_media="官媒",
    seen="收錄",
    day="{month}月{day}日",
    independent="{outlets}，其中獨立報導{count}家",
    first="首發：{outlet} {time}",
    why="原因",
    gone_rule="已刪除的規則",
    more="另有{count}項",
    fields=MappingProxyType({"title": "標題", "lead": "導語", "body": "內文"}),
    open="開啟",
    follow_up="後續",
    further="更多報導",
    gloss="術語對照",
    stories=("1則新聞", "{count}則新聞"),
    outlets=("1家媒體", "{count}家媒體"),
    digest_subject="{headline} · {stories}，{outlets}",
    digest_quiet_subject="平靜的一天，{day}",
    digest_heading="中國、韓國與晶片 · {day}",
    digest_counts="{outlets}，{stories}。",
    quiet_none="平靜的一天：沒有符合規則的報導。",
    other_topic="其他",
    unconfirmed="以下訊息是否送達無法得知：兩次傳送均未收到回覆，不再重送。",
)

LABELS = MappingProxyType({"en": ENGLISH, "ko": KOREAN, "zh-Hans": SIMPLIFIED, "zh-Hant": TRADITIONAL})


def labels_for(lang: str) -> Labels:
    """A reader's language, or English where we do not speak it."""
    return LABELS.get(lang, ENGLISH)
