"""The day's mail in the readers' four languages: what stands around the stories."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; a field that is missing in one language does not type-check."""

    in_short: str
    quiet: str  # {counts}
    also: str
    update: str
    news: Mapping[str, str]  # by kind of news: official phase figure date side ({side})
    continues: str  # {headline}
    sides: Mapping[str, str]
    coverage: str
    independent: str  # {outlets} {count}
    first: str
    minutes: str  # {minutes}
    hours: str  # {hours}
    hours_minutes: str  # {hours} {minutes}
    silence: str  # {count} {speaking} {hours} {missing} {health}
    speaking: Mapping[str, str]
    missing: Mapping[str, str]
    all_well: str  # {names}
    some_well: str  # {well} {asked} {names}
    and_more: str  # {count}
    week: str  # {today} of this reader's, {average} of everybody's
    week_aloud: str  # {counts}
    expected: str
    usually: str
    sources: str
    healthy: str  # {well} {all}
    states: Mapping[str, str]
    since: str  # {time}
    more_online: str  # {count}
    more_left: str  # {count}
    reason: str
    manage: str
    online: str
    unsubscribe: str
    listing: str  # between things of a list

    def span(self, lasting: timedelta) -> str:
        """A length of time in hours and minutes."""
        hours, minutes = divmod(round(lasting / timedelta(minutes=1)), 60)
        if not hours:
            return self.minutes.format(minutes=minutes)
        if not minutes:
            return self.hours.format(hours=hours)
        return self.hours_minutes.format(hours=hours, minutes=minutes)


ENGLISH = Words(
    in_short="In short",
    quiet="Quiet day: {counts}",
    also="Also",
    update="Update",
    news=MappingProxyType(
        {
            "official": "an official word",
            "phase": "a new step",
            "figure": "a new figure",
            "date": "a new date",
            "side": "now also {side}",
        }
    ),
    continues="continues: {headline}",
    sides=MappingProxyType(
        {
            "KR": "Korea",
            "CN": "China",
            "US": "US",
            "JP": "Japan",
            "TW": "Taiwan",
            "EU": "Europe",
            "INT": "International",
        }
    ),
    coverage="Coverage by side",
    independent="{outlets}, {count} independent",
    first="first",
    minutes="{minutes} min",
    hours="{hours} h",
    hours_minutes="{hours} h {minutes} min",
    silence="In {count} {speaking} outlets for {hours}, not yet in {missing}; {health}.",
    speaking=MappingProxyType({"KR": "Korean", "CN": "Chinese"}),
    missing=MappingProxyType({"cn-state": "Chinese state media", "KR": "Korean outlets"}),
    all_well="those sources were healthy ({names})",
    some_well="{well} of those {asked} sources were healthy ({names})",
    and_more=" +{count}",
    week="{today} today, in all {average} a day this week",
    week_aloud="Stories a day this week: {counts}",
    expected="Expected",
    usually="usually",
    sources="Sources",
    healthy="{well} of {all} sources up to date.",
    states=MappingProxyType(
        {
            "new": "not read yet",
            "stale": "stale",
            "blocked": "blocked",
            "broken": "broken",
            "moved": "moved",
            "gone": "gone",
            "offline": "not reachable",
        }
    ),
    since="since {time}",
    more_online="{count} more online",
    more_left="{count} more matched; /search in the chat finds them.",
    reason="You get this mail for the rules you have set.",
    manage="Change them in the chat with /list.",
    online="Read online",
    unsubscribe="Unsubscribe",
    listing=", ",
)
KOREAN = Words(
    in_short="한눈에",
    quiet="조용한 하루: {counts}",
    also="그 밖에",
    update="업데이트",
    news=MappingProxyType(
        {
            "official": "공식 입장",
            "phase": "새 국면",
            "figure": "새 수치",
            "date": "새 날짜",
            "side": "{side} 매체도 보도",
        }
    ),
    continues="이어지는 소식: {headline}",
    sides=MappingProxyType(
        {"KR": "한국", "CN": "중국", "US": "미국", "JP": "일본", "TW": "대만", "EU": "유럽", "INT": "국제"}
    ),
    coverage="진영별 보도",
    independent="{outlets}, 독자 취재 {count}곳",
    first="최초",
    minutes="{minutes}분",
    hours="{hours}시간",
    hours_minutes="{hours}시간 {minutes}분",
    silence="{speaking} 매체 {count}곳이 {hours}째 보도했으나 {missing}에는 아직 없음. {health}.",
    speaking=MappingProxyType({"KR": "한국", "CN": "중국"}),
    missing=MappingProxyType({"cn-state": "중국 관영 매체", "KR": "한국 매체"}),
    all_well="해당 매체는 모두 정상 수집됨({names})",
    some_well="해당 매체 {asked}곳 중 {well}곳은 정상 수집됨({names})",
    and_more=" 외 {count}곳",
    week="오늘 {today}건, 이번 주 전체 하루 {average}건",
    week_aloud="이번 주 하루 기사 수: {counts}",
    expected="예정",
    usually="통상",
    sources="출처 상태",
    healthy="출처 {all}곳 중 {well}곳 정상.",
    states=MappingProxyType(
        {
            "new": "아직 읽지 않음",
            "stale": "오래됨",
            "blocked": "차단됨",
            "broken": "고장",
            "moved": "이전됨",
            "gone": "없어짐",
            "offline": "연결 안 됨",
        }
    ),
    since="{time}부터",
    more_online="{count}건 더 보기",
    more_left="{count}건이 더 있습니다. 채팅에서 /search 로 찾을 수 있습니다.",
    reason="설정하신 규칙에 따라 보내 드립니다.",
    manage="변경은 채팅에서 /list.",
    online="웹에서 보기",
    unsubscribe="수신 거부",
    listing=", ",
)
SIMPLIFIED = Words(
    in_short="要点",
    quiet="平静的一天：{counts}",
    also="另有",
    update="更新",
    news=MappingProxyType(
        {
            "official": "官方表态",
            "phase": "新进展",
            "figure": "新数字",
            "date": "新日期",
            "side": "{side}媒体也有报道",
        }
    ),
    continues="后续报道：{headline}",
    sides=MappingProxyType(
        {"KR": "韩国", "CN": "中国", "US": "美国", "JP": "日本", "TW": "台湾", "EU": "欧洲", "INT": "国际"}
    ),
    coverage="各方报道",
    independent="{outlets}，其中独立报道{count}家",
    first="首发",
    minutes="{minutes}分钟",
    hours="{hours}小时",
    hours_minutes="{hours}小时{minutes}分钟",
    silence="{count}家{speaking}媒体已报道{hours}，{missing}尚无报道；{health}。",
    speaking=MappingProxyType({"KR": "韩国", "CN": "中国"}),
    missing=MappingProxyType({"cn-state": "中国官媒", "KR": "韩国媒体"}),
    all_well="这些来源采集正常（{names}）",
    some_well="这{asked}个来源中{well}个采集正常（{names}）",
    and_more="等另外{count}家",
    week="今天{today}条，本周全部日均{average}条",
    week_aloud="本周每天的新闻数：{counts}",
    expected="预告",
    usually="通常",
    sources="来源状态",
    healthy="{all}个来源中{well}个正常。",
    states=MappingProxyType(
        {
            "new": "尚未读取",
            "stale": "过期",
            "blocked": "被拦截",
            "broken": "故障",
            "moved": "已迁移",
            "gone": "已消失",
            "offline": "无法连接",
        }
    ),
    since="自{time}起",
    more_online="网页上还有{count}条",
    more_left="还有{count}条，可在聊天中用 /search 查找。",
    reason="此邮件按您设定的规则寄出。",
    manage="如需更改，请在聊天中发送 /list。",
    online="在网页上阅读",
    unsubscribe="退订",
    listing="、",
)
TRADITIONAL = Words(
    in_short="重點",
    quiet="平靜的一天：{counts}",
    also="另有",
    update="更新",
    news=MappingProxyType(
        {
            "official": "官方表態",
            "phase": "新進展",
            "figure": "新數字",
            "date": "新日期",
            "side": "{side}媒體也有報導",
        }
    ),
    continues="後續報導：{headline}",
    sides=MappingProxyType(
        {"KR": "韓國", "CN": "中國", "US": "美國", "JP": "日本", "TW": "台灣", "EU": "歐洲", "INT": "國際"}
    ),
    coverage="各方報導",
    independent="{outlets}，其中獨立報導{count}家",
    first="首發",
    minutes="{minutes}分鐘",
    hours="{hours}小時",
    hours_minutes="{hours}小時{minutes}分鐘",
    silence="{count}家{speaking}媒體已報導{hours}，{missing}尚無報導；{health}。",
    speaking=MappingProxyType({"KR": "韓國", "CN": "中國"}),
    missing=MappingProxyType({"cn-state": "中國官媒", "KR": "韓國媒體"}),
    all_well="這些來源擷取正常（{names}）",
    some_well="這{asked}個來源中{well}個擷取正常（{names}）",
    and_more="等另外{count}家",
    week="今天{today}則，本週全部日均{average}則",
    week_aloud="本週每天的新聞數：{counts}",
    expected="預告",
    usually="通常",
    sources="來源狀態",
    healthy="{all}個來源中{well}個正常。",
    states=MappingProxyType(
        {
            "new": "尚未讀取",
            "stale": "過期",
            "blocked": "遭封鎖",
            "broken": "故障",
            "moved": "已遷移",
            "gone": "已消失",
            "offline": "無法連線",
        }
    ),
    since="自{time}起",
    more_online="網頁上還有{count}則",
    more_left="還有{count}則，可在聊天中用 /search 查找。",
    reason="此郵件按您設定的規則寄出。",
    manage="如需變更，請在聊天中傳送 /list。",
    online="在網頁上閱讀",
    unsubscribe="取消訂閱",
    listing="、",
)
WORDS = MappingProxyType({"en": ENGLISH, "ko": KOREAN, "zh-Hans": SIMPLIFIED, "zh-Hant": TRADITIONAL})


def words_for(lang: str) -> Words:
    """A reader's language, or English where we do not speak it."""
    return WORDS.get(lang, ENGLISH)
