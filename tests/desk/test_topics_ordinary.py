"""Ordinary news on other subjects raises no alarm: what matters most in service."""

import itertools
from collections.abc import Iterator

from bot.desk.topics import Classifier
from bot.model import Text

PLACES = {
    "en": [
        "London",
        "Paris",
        "Seoul",
        "Tokyo",
        "Beijing",
        "Delhi",
        "Sydney",
        "Toronto",
        "Berlin",
        "Nairobi",
        "Shanghai",
        "Busan",
        "Taipei",
    ],
    "ko": ["서울", "부산", "대구", "광주", "대전", "제주", "도쿄", "베이징", "파리", "런던", "상하이", "평택", "수원"],
    "zh-Hans": ["北京", "上海", "首尔", "东京", "广州", "武汉", "西安", "成都", "伦敦", "巴黎", "釜山", "深圳", "大连"],
    "zh-Hant": ["台北", "高雄", "首爾", "東京", "北京", "上海", "倫敦", "巴黎", "台中", "新竹", "釜山", "香港", "台南"],
}
EVENTS = {
    "en": [
        "{0} braces for heavy rain as river levels rise", "{0} school wins national robotics prize",
        "Commuters stranded after signal failure in {0}", "{0} museum opens new wing for ancient bronzes",
        "Rents in {0} climb for a sixth month", "Chef from {0} earns second star", "{0} marathon draws record field",
        "Hospital in {0} trials new cancer drug", "Fire destroys warehouse near {0}", "{0} airport adds third runway",
        "Striker leaves {0} club on a free transfer", "{0} council votes to ban scooters from pavements",
        "Police in {0} arrest three over stolen paintings", "{0} index ends flat in thin trading",
        "Film festival in {0} honours veteran director", "Heat record falls in {0}", "{0} startup raises $20 million",
        "Vote recount under way in {0}", "Fish and chips van wins {0} food award", "{0} zoo welcomes panda twins",
    ],
    "ko": [
        "{0} 밤새 많은 눈…출근길 정체", "{0} 도서관 새 단장 마치고 개관", "{0} 아파트값 상승세 주춤", "{0}서 지하철 고장…승객 불편",
        "{0} 마라톤 대회 성황", "{0} 병원, 신약 임상 시작", "{0} 물류창고 화재 진화", "{0} 전통시장 활성화 나선다",
        "{0} 시민축제 이번 주말 개막", "{0} 공항 이용객 역대 최다", "배우 한지원, {0} 팬미팅", "{0} 구단 감독 교체",
        "{0} 학교 급식 개선", "{0} 미술관 특별전", "{0} 버스요금 인상 검토", "{0} 관광객 늘어", "{0} 초등학교 폐교 위기",
        "{0} 청년 창업 지원", "{0} 하늘 맑음", "{0} 감자칩 공장 견학",
    ],
    "zh-Hans": [
        "{0}迎来今年首场大雪", "{0}地铁新线开通", "{0}二手房成交量回升", "{0}马拉松鸣枪开跑", "{0}一仓库起火 无人伤亡",
        "{0}医院试点新疗法", "{0}举办国际电影节", "{0}机场旅客吞吐量创新高", "{0}高校发布招生简章", "{0}夜市火爆出圈",
        "{0}队主场取胜", "{0}博物馆展出青铜器", "{0}警方破获电信诈骗案", "{0}气温骤降", "{0}大熊猫生日会", "{0}餐厅摘星",
        "{0}菜价平稳", "{0}老旧小区改造", "{0}演唱会一票难求", "{0}公交优化线路",
    ],
    "zh-Hant": [
        "{0}今晨降溫 氣象署發布特報", "{0}捷運新線通車", "{0}房市量縮", "{0}馬拉松開跑", "{0}倉庫失火", "{0}醫院引進新療法",
        "{0}影展揭幕", "{0}機場人潮湧現", "{0}大學公布榜單", "{0}夜市人氣旺", "{0}球隊逆轉勝", "{0}博物館推特展",
        "{0}警方破獲詐騙集團", "{0}美食節登場", "{0}動物園新成員亮相", "{0}餐廳摘星", "{0}菜價回穩", "{0}社宅招租",
        "{0}演唱會秒殺", "{0}公車路線調整",
    ],
}  # fmt: skip


def ordinary() -> Iterator[tuple[str, str]]:
    """Language and title of every combination."""
    for lang, places in PLACES.items():
        for event, place in itertools.product(EVENTS[lang], places):
            yield lang, event.format(place)


def test_ordinary_news_is_left_alone(classifier: Classifier) -> None:
    """Of at least a thousand ordinary titles no more than two in a thousand are found."""
    titles = list(ordinary())
    found = [title for lang, title in titles if classifier.judge(Text("o", title, lang=lang)).grade]
    assert len(titles) >= 1000
    assert len(found) <= 0.002 * len(titles), found
