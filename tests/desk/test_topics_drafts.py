"""시안 is a draft beside laws and agreements, and Xi'an beside plants."""

import pytest

from bot.desk.topics import Classifier
from bot.model import Text

#: Drafts of laws, plans and agreements raise no alarm; words that go with them take nothing from a plant in Xi'an.
TITLES = {
    0: [
        "정부, 반도체 지원 시안 마련",
        "법률 시안 논의…반도체특별법 국회 통과",
        "중재 시안 나온 삼성전자 반도체 노조",
        "반도체 인력양성 계획 시안 검토 착수",
        "삼성전자 노사, 임금협약 시안 합의",
        "반도체 클러스터 조례 시안 심의",
        "산업부, 반도체 기본계획 시안 제시",
        "시안 수정한 반도체 세액공제 입법 속도",
        "반도체 학과 개편 초안·시안 놓고 공청회",
        "SK하이닉스 임금 협상 시안 나왔다",
    ],
    2: [
        "삼성 시안 공장 낸드 라인 증설 검토",
        "삼성전자, 中 시안 낸드 공장 최종 점검",
        "중국 시안 반도체 라인 전환 논의",
        "삼성전자 시안 법인 실적 발표",
        "이재용, 시안 현지 반도체 사업장 방문",
        "시안(西安) 삼성 반도체 공장 가동률 회복",
        "美 허가 나온 삼성 시안 낸드 라인",
        "중국 시안 논의…삼성 낸드 라인 전환",
    ],
}


@pytest.mark.parametrize(("grade", "title"), [(grade, title) for grade, titles in TITLES.items() for title in titles])
def test_a_draft_is_no_city_and_the_city_stays_one(classifier: Classifier, grade: int, title: str) -> None:
    """What stands beside 시안 decides which of the two it is."""
    assert grade == classifier.judge(Text("t", title)).grade
