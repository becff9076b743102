"""The story this project began with is core in every language it was told in."""

import pytest

from bot.desk.topics import Classifier
from bot.model import Text

SEED = [
    ("Chinese, S.Korean officials vow closer cooperation in chips, other sectors", ""),
    ("Chinese, S.Korean officials vow closer cooperation in chips, other sectors",
     "Ambassador Xing Haiming met Yang Hyang-ja and Trade Minister Ahn Duk-geun; Washington wants Seoul in Chip 4, IPEF."),
    ("CHINESE, S.KOREAN OFFICIALS VOW CLOSER COOPERATION IN CHIPS, OTHER SECTORS", ""),
    ("中国驻韩大使会晤韩国半导体特别委员会委员长和通商交涉本部长", "邢海明与梁香子、安德根就加强芯片等领域合作交换意见，谈及“芯片四方联盟”与印太经济框架。"),
    ("陸駐韓大使晤韓官員 盼深化晶片等領域合作", "邢海明先後會見梁香子與通商交涉本部長安德根，美方正力促首爾加入晶片四方聯盟。"),
    ("싱하이밍 주한 중국대사, 양향자·안덕근 만나 반도체 협력 강화 논의", "미국이 주도하는 칩4와 IPEF 참여를 앞두고 공급망 협력 방안을 논의했다."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "lead"), SEED)
def test_seed_story_is_core(classifier: Classifier, title: str, lead: str) -> None:
    """Officials of both countries vow cooperation in chips: grade 2."""
    assert classifier.judge(Text("seed", title, lead)).grade == 2
