"""시안 is a draft beside laws and agreements, and Xi'an beside plants."""

import pytest

from bot.desk.topics import Classifier
from bot.model import Text


@pytest.mark.parametrize(
    "title",
    [
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
)
def test_a_draft_is_no_city(classifier: Classifier, title: str) -> None:
    """Drafts of laws, plans and agreements raise no alarm."""
    assert classifier.judge(Text("t", title)).grade == 0


@pytest.mark.parametrize(
    "title",
    [
        "삼성 시안 공장 낸드 라인 증설 검토",
        "삼성전자, 中 시안 낸드 공장 최종 점검",
        "중국 시안 반도체 라인 전환 논의",
        "삼성전자 시안 법인 실적 발표",
        "이재용, 시안 현지 반도체 사업장 방문",
        "시안(西安) 삼성 반도체 공장 가동률 회복",
        "美 허가 나온 삼성 시안 낸드 라인",
        "중국 시안 논의…삼성 낸드 라인 전환",
    ],
)
def test_the_city_stays_the_city(classifier: Classifier, title: str) -> None:
    """Words that go with drafts elsewhere in a title take nothing from a plant in Xi'an."""
    assert classifier.judge(Text("t", title)).grade == 2
