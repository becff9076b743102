"""Korean plants in China: their city is no leader, and what happens there is news of chips."""

import pytest

from bot.desk.topics import Classifier
from bot.model import Text


def named(classifier: Classifier, title: str) -> set[str]:
    """The concepts that a title mentions, masked ones left out."""
    return {mention.concept.id for mention in classifier.gazetteer.find(Text("t", title)) if not mention.masked}


@pytest.mark.parametrize("city", ["Xi'an", "Xi’an", "Xian", "XI'AN", "Xiʼan"])
@pytest.mark.parametrize("country", ["China's", "China’s", "Chinese"])
def test_a_city_behind_its_country_is_no_leader(classifier: Classifier, country: str, city: str) -> None:
    """However the apostrophes are printed, the whole name of the place is read."""
    title = f"Fire at Samsung plant in {country} {city}"

    assert {"samsung", "china", "xian"} <= named(classifier, title)
    assert named(classifier, title).isdisjoint({"xi", "xi-jinping"})
    assert classifier.judge(Text("t", title)).grade == 2


def test_no_leader_courts_at_a_fair_in_that_city(classifier: Classifier) -> None:
    """What the city hosts is not a meeting with China's leaders."""
    *_, verdict = classifier.judge(Text("t", "China's Xi'an to host Samsung supplier fair")).why

    assert verdict.concept != "Korean chip executives and China's leaders"


@pytest.mark.parametrize("title", ["China's Xi to meet Samsung chief", "China’s Xi warns Seoul over chip curbs"])
def test_the_leader_behind_his_country_is_still_read(classifier: Classifier, title: str) -> None:
    """By rules that ask for him, too."""
    text, _ = classifier.graded(Text("t", title))

    assert {"xi", "xi-jinping", "china"} <= {piece.concept for piece in text.mentions}


#: Titles by the grade that they deserve.
NEWS: tuple[tuple[int, tuple[str, ...]], ...] = (
    # An accident at a known plant: what is made there goes without saying.
    (
        2,
        (
            "삼성전자 시안 공장 화재…인명피해 없어",
            "삼성 시안 2공장 화재로 1명 사망",
            "시안 삼성전자 공장서 불…1명 사망",
            "삼성 시안 사업장 코로나 확진…라인 가동",
            "三星西安工厂发生火情 无人员伤亡",
            "西安高新区三星工厂起火 无人员伤亡",
            "三星西安廠區火警 無人傷亡",
            "Two dead in blaze at Samsung factory in Xi'an",
            "Samsung's Xi'an plant hit by blaze, nobody hurt",
            "SK하이닉스 우시 공장 화재…인명피해 없어",
            "SK海力士无锡工厂发生火情 无人员伤亡",
            "SK海力士無錫工廠火警 無人傷亡",
            "Two dead in blaze at SK hynix plant in Wuxi",
            "Samsung Fire at Xi'an Plant",
            "Covid outbreak in Xi'an trims Samsung's chip output",
        ),
    ),
    # Shops, appliances, homes, and plants of others in these cities.
    (
        0,
        (
            "Samsung opens flagship Galaxy store in Xi'an",
            "삼성 시안 스마트폰 매장 개점",
            "三星西安手机体验店开业",
            "삼성전자 쑤저우 가전 공장 화재",
            "현대차 시안 공장 화재로 1명 사망",
            "西安一工厂发生火灾 两人死亡",
            "西安一小区火灾两人死亡 毗邻三星厂区",
            "시안 삼성전자 공장 인근 아파트 화재로 1명 사망",
            "Blaze kills two in homes near Samsung factory in Xi'an",
            "Blaze at chemical plant in Xi'an kills two",
        ),
    ),
    # Company life: the plant gives its name, and what it makes plays no part.
    (
        0,
        (
            "三星西安马拉松赛鸣枪开跑",
            "三星西安工厂员工献血三百人",
            "삼성 시안 법인 헌혈 행사",
            "삼성전자 시안 사업장 나무심기 봉사활동",
            "Samsung's Xi'an plant hosts blood drive",
            "SK hynix Wuxi plant grants scholarships",
        ),
    ),
    # Leave for foreign plants in China: hardly anybody else has such, so their makers go unnamed.
    (
        1,
        (
            "商务部新闻发言人就美国将三家在华半导体企业移出“经验证最终用户”名单事答记者问",
            "商务部：坚决反对美国撤销在华外资芯片厂VEU",
            "美撤銷驗證最終用戶資格 陸商務部批評",
            "중국 상무부 “美 VEU 철회 반대”",
            "China slams US move to revoke VEU status of foreign chipmakers' plants",
            "Beijing urges Washington to correct VEU decision",
            "US revokes authorizations for chipmakers' China fabs",
            "US withdraws waivers for foreign chipmakers in China",
        ),
    ),
    # Leave for others, and other things of the same letters.
    (
        0,
        (
            "US revokes TSMC's VEU status for Nanjing fab",
            "台积电南京厂VEU将失效",
            "US approves VEU status for Indian chip plant",
            "Victoria's VEU rebates for heat pumps extended",
            "US revokes waivers for SMIC",
            "Commerce adds AMD China to VEU list",
            "US approves chip tool sales to Chinese fabs",
            "Nvidia wins US licences to sell H20 chips in China",
            "Foreign chipmakers lose share in China",
        ),
    ),
    # Insurers, brokers, builders and drug makers of the name are no Korean party of chips.
    (
        0,
        (
            "삼성화재, 중국 법인 반도체 공장 보험 인수",
            "삼성생명, 중국 반도체 펀드 투자",
            "삼성물산, 중국 반도체 업체와 업무협약",
            "삼성바이오로직스, 중국 반도체 업체와 협약",
            "三星火灾承保中国芯片厂",
            "三星人寿投资中国半导体基金",
            "三星人壽投資中國半導體基金",
            "Samsung Fire wins cover for chip plant in China",
            "Samsung Fire & Marine insures Chinese chip maker",
            "Samsung Life buys into Chinese semiconductor fund",
            "Samsung Biologics hires from Chinese chip firm",
        ),
    ),
    # Beside such a firm the maker counts: its name hides only itself, and a small letter is no part of it.
    (
        2,
        (
            "삼성화재, SK하이닉스 우시 공장 보험 인수",
            "삼성증권 “中 반도체 추격에 삼성전자 낸드 위협”",
            "Samsung fire halts chip output in China's Xi'an",
            "Samsung life in China's chip race gets harder",
        ),
    ),
)


@pytest.mark.parametrize(
    ("title", "grade"),
    [(title, grade) for grade, titles in NEWS for title in titles],
)
def test_what_is_news_of_chips(classifier: Classifier, title: str, grade: int) -> None:
    """As the remark above each table says."""
    assert classifier.judge(Text("t", title)).grade == grade
