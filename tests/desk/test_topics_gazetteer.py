"""The gazetteer: every form is found where it is printed, traps are not, and a broken entry is refused in words."""

import pytest

from bot.desk.topics import Classifier, DataError, Gazetteer
from bot.model import Text
from tests.desk.conftest import parsed

CARRIER = {"en": "{}", "ko": "가나 {} 다라", "zh-Hans": "，{}，", "zh-Hant": "，{}，"}


@pytest.fixture(scope="module")
def gazetteer(classifier: Classifier) -> Gazetteer:
    """The shipped gazetteer."""
    return classifier.gazetteer


def found(gazetteer: Gazetteer, title: str) -> set[str]:
    """The concepts that a title mentions, masked ones left out."""
    return {mention.concept.id for mention in gazetteer.find(Text("t", title)) if not mention.masked}


def test_it_is_as_wide_as_promised(gazetteer: Gazetteer) -> None:
    """At least 250 concepts and 2,000 different forms, the four languages each with hundreds."""
    forms = {(form.lang, form.text) for concept in gazetteer.concepts.values() for form in concept.forms}
    by_language = {lang: sum(of == lang for of, _ in forms) for lang in CARRIER}
    assert len(gazetteer.concepts) >= 250
    assert len({text for _, text in forms}) >= 2000
    assert min(by_language.values()) >= 500


def test_every_form_is_found(gazetteer: Gazetteer) -> None:
    """Each form, printed alone, is found as its concept or as one of its senses, with the offsets it has."""
    lost = []
    for concept in gazetteer.concepts.values():
        meant = {concept.id, *concept.senses.values()}
        for form in concept.forms:
            title = CARRIER[form.lang].format(form.text)
            mentions = gazetteer.find(Text("t", title))
            if not any(mention.concept.id in meant and mention.text in form.text for mention in mentions):
                lost.append((concept.id, form.text))
    assert lost == []


def test_every_person_has_an_office(gazetteer: Gazetteer) -> None:
    """A person is here for an office, which began on a date; a later end lies behind it."""
    people = [concept for concept in gazetteer.concepts.values() if concept.kind == "person"]
    assert len(people) >= 40
    assert [person.id for person in people if not (person.office and person.since)] == []
    assert [person.id for person in people if person.until and person.until <= person.since] == []


@pytest.mark.parametrize(
    ("title", "concept"),
    [
        ("中, 강하게 반발", "china"),
        ("中 반도체 추격", "chinese-memory"),
        ("美·中 갈등", "us-and-china"),
        ("對中 견제 나선 정부", "countering-china"),
        ("對中 수출", "korean-exports-to-china"),
        ("삼성, 시안 공장 증설", "xian-plant"),
        ("韩国外交部：密切关注", "rok-mofa"),
        ("外交部：密切关注", "prc-mfa"),
        ("외교부, 우려 표명", "rok-mofa"),
        ("중국 외교부, 우려 표명", "prc-mfa"),
        ("중국이 반발했다 상무부 성명", "mofcom"),
        ("미국이 제재했다 상무부 성명", "us-commerce"),
        ("미국 정부, 보조금 지급", "washington"),
        ("정부, 대책 회의", "korean-government"),
        ("ＳＫ하이닉스 증설", "sk-hynix"),
        ("SK 하이닉스 증설", "sk-hynix"),
        ("Chip4 talks", "chip4"),
        ("Chip-4 talks", "chip4"),
        ("CHIP 4 TALKS", "chip4"),
        ("칩 4 예비회의", "chip4"),
        ("U.S.-China row", "us-and-china"),
        ("Xi’an fab", "xian"),
        ("Samsung's plan", "samsung"),
        ("한·미·일 회의", "three-way"),
        ("陸擴大管制", "china"),
        ("HBM3E curbs", "hbm"),
        ("China’s ‘wrong’ bet", "china"),
        ('Seoul\'s "concern"', "seoul"),
        ("Lee to meet Xi", "lee"),
        ("美日韩台首次会谈", "four-partners"),
    ],
)
def test_forms_are_recognised(gazetteer: Gazetteer, title: str, concept: str) -> None:
    """Spellings, shorthand and ambiguous names mean what a reader takes them to mean."""
    assert concept in found(gazetteer, title)


@pytest.mark.parametrize(
    ("title", "concept"),
    [
        ("반도체에 집중하는 기업", "china"),
        ("中央 무대", "china"),
        ("집중(集中) 투자", "china"),
        ("채용 진행 中", "china"),
        ("10日 개막", "japan"),
        ("대중 교통 요금", "china"),
        ("中企 지원", "china"),
        ("정부 개편 시안 공개", "xian-korean"),
        ("三星堆文物", "samsung"),
        ("삼성동 박람회", "samsung"),
        ("한미약품 실적", "us-and-korea"),
        ("North Korea fires missile", "south-korea"),
        ("북한, 중국과 교역", "china-and-korea"),
        ("Potato chips recalled", "chip-word"),
        ("He bought Korean snack chips", "chip-word"),
        ("2.5 microns of dust", "micron"),
        ("tell us about it", "united-states"),
        ("WuXi AppTec results", "wuxi"),
        ("陸續抵達", "china"),
        ("一手掌握手中股票", "china"),
        ("칩40 출시", "chip4"),
        ("우리은행 실적", "korea-at-home"),
        ("BIS warns, says Bank for International Settlements", "south-korea"),
        ("John Lee visits Beijing", "lee"),
        ("지분 절반 판다", "culture"),
        ("중국이라면 가능하다", "culture"),
        ("중국에 배우는 반도체", "culture"),
        ("D램 가수요 우려", "culture"),
        ("희토류 매장량 1위", "consumer"),
        ("4강 외교 재시동", "sport"),
        ("수출 제약 커진다", "industry"),
        ("技术创新机制", "consumer"),
        ("Chipmakers weather the storm", "people"),
        ("Chip exports dip", "food-things"),
    ],
)
def test_traps_are_not_taken(gazetteer: Gazetteer, title: str, concept: str) -> None:
    """The same characters in another sense are no mention."""
    assert concept not in found(gazetteer, title)


def test_a_longer_form_keeps_what_its_parts_say(gazetteer: Gazetteer) -> None:
    """Chinese fabs are fabs, and in China."""
    (mention,) = gazetteer.find(Text("t", "Chinese fabs"))
    assert (mention.concept.id, "CN" in mention.facets) == ("china-plants", True)


def entry(**changes: object) -> dict[str, object]:
    """A gazetteer of one good concept, with changes."""
    return {"acme": {"kind": "company", "implies": "KR", "en": "Acme"} | changes}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"acme": "Acme"}, "acme: is not a mapping; write kind, implies and forms below it"),
        (entry(colour="red"), "acme → colour: unknown key"),
        (entry(kind="firm"), "acme → kind: is 'firm'; one of"),
        (entry(implies="KR blue"), "acme → implies: unknown facet blue"),
        (entry(en="Acme || Co"), "acme → en: has an empty form beside a bar"),
        (entry(en=7), "acme → en: is 7; write text"),
        (entry(en="!!!"), "acme → en: '!!!' holds no letter or digit"),
        (entry(**{"from": "May"}), "acme → from: 'May' is no date"),
        (entry(kind="person"), "acme → from: a person needs the date the office began"),
        (entry(senses={"KR": "acme"}), "acme → senses: belongs to kind ambiguous"),
        (entry(kind="ambiguous", senses="KR"), "acme → senses: is not a table"),
        (entry(kind="ambiguous", senses={"KR": "other"}), "acme → senses → KR: other is no concept"),
        (entry(kind="ambiguous", senses={"XX": "acme"}), "acme → senses → XX: XX is none of"),
        (entry(kind="ambiguous", senses={"KR": "acme"}, default={"de": "KR"}), "acme → default → de: is none of"),
        (entry(kind="ambiguous", senses={"KR": "acme"}, default={"ko": "CN"}), "CN is not among the senses"),
        ({"acme": {"kind": "company"}}, "acme: has no form in any language"),
        ({"Acme!": {"kind": "company", "en": "Acme"}}, "Acme!: an id is written in small letters"),
        (entry() | {"other": {"kind": "company", "en": "ACME"}}, "other → en: 'ACME' stands in acme too"),
    ],
)
def test_a_broken_entry_is_refused(data: dict[str, object], problem: str) -> None:
    """Every problem says where it stands and what is wrong."""
    with pytest.raises(DataError) as refused:
        Gazetteer.load(data)
    assert any(problem in str(found) for found in refused.value.problems)


def test_all_problems_come_at_once() -> None:
    """Two broken entries, two problems, each with the keys that lead to it."""
    data = entry(kind="firm") | {"other": {"kind": "company", "implies": "red", "en": "Other"}}
    with pytest.raises(DataError) as refused:
        Gazetteer.load(data)
    assert [problem.path for problem in refused.value.problems] == [("acme", "kind"), ("other", "implies")]


def test_the_shipped_topics_are_those_of_the_house(classifier: Classifier) -> None:
    """The whole and the twelve presets, each named in four languages."""
    assert [topic.id for topic in classifier.topics] == [
        "china-korea-chips",
        "chip4",
        "ipef",
        "export-controls",
        "veu-waivers",
        "hbm",
        "cxmt-ymtc",
        "asml-micron",
        "thaad-three-noes",
        "trilateral",
        "rare-earths",
        "press-conferences",
        "embassy",
    ]


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Seoul to attend Chip 4 talks", "chip4"),
        ("한국 IPEF 참여", "ipef"),
        ("美, 대중 반도체 수출통제 발표", "export-controls"),
        ("US revokes VEU status of Samsung's Xi'an plant", "veu-waivers"),
        ("HBM4 양산", "hbm"),
        ("長鑫存儲擴產", "cxmt-ymtc"),
        ("ASML sales to China fall", "asml-micron"),
        ("中 사드 3불 압박", "thaad-three-noes"),
        ("美日韩外长会谈", "trilateral"),
        ("China curbs rare earth exports", "rare-earths"),
        ("外交部毛宁就韩国涉台言论答记者问", "press-conferences"),
        ("邢海明大使会见韩国议员", "embassy"),
        ("韩国对华半导体出口下滑", "china-korea-chips"),
    ],
)
def test_each_topic_is_met(classifier: Classifier, title: str, topic: str) -> None:
    """A title of each topic belongs to it."""
    assert topic in classifier.judge(Text("t", title)).topics


def test_a_text_may_belong_to_no_topic(classifier: Classifier) -> None:
    """Ordinary news belongs to none."""
    assert classifier.judge(Text("t", "Heavy rain in London")).topics == ()


@pytest.mark.parametrize(
    ("topics", "problem"),
    [
        ({"t": "x"}, "t: is not a mapping"),
        ({"t": {"title": {}, "grade": 1}}, "t → title: needs en ko zh-Hans zh-Hant"),
        ({"t": {"grade": 5}}, "t → grade: is 0, 1 or 2"),
        ({"t": {"any": "acme nobody"}}, "t → any: nobody is neither a concept nor a facet"),
        ({"t": {"all": ["acme"]}}, "t → all: is names parted by spaces"),
        ({"t": {}}, "t: would hold everything; write grade, any or all"),
        ({"t": {"any": "acme", "none": "KR"}}, "t → none: unknown key"),
    ],
)
def test_a_broken_topic_is_refused(topics: dict[str, object], problem: str) -> None:
    """A topic that cannot be read says why."""
    with pytest.raises(DataError) as refused:
        Classifier.from_data(entry(), topics)
    assert any(problem in str(found) for found in refused.value.problems)


def test_rules_may_name_topics_and_things_but_not_our_working_words(classifier: Classifier) -> None:
    """The vocabulary of rules: topics, and concepts that are somebody or something."""
    vocabulary = classifier.vocabulary
    assert vocabulary.topics is not None
    assert "chip4" in vocabulary.topics
    assert "三星电子" in vocabulary.concepts["samsung"]
    assert not {"talks", "sanxingdui", "government"} & set(vocabulary.concepts)


def test_the_data_names_no_form_twice() -> None:
    """The file loads, which refuses a form that two concepts claim."""
    assert len(Gazetteer.load(parsed("gazetteer.yaml")).concepts) == len(parsed("gazetteer.yaml"))


def test_graded_fills_in_topics_and_grade(classifier: Classifier) -> None:
    """What rules are matched against carries the classifier's answer."""
    text, judgement = classifier.graded(Text("t", "Korea to attend Chip 4 talks"))
    assert (text.grade, text.topics) == (judgement.grade, judgement.topics)
    assert text.grade == 2
