"""What cannot be one event however alike it reads: other states that meet, another company's plant; and how acts stand."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.config import load_desk_data
from bot.desk.grouping import Grouping, Submitted, read
from bot.desk.stories import saga
from bot.desk.stories.likeness import Reader
from bot.desk.stories.share import share_of
from bot.desk.stories.window import Window
from bot.desk.topics import Gazetteer

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(load_desk_data()[0])


def submitted(title: str, lead: str = "", hours: int = 0) -> Submitted:
    return Submitted(title, f"Sample {hours}", title, lead, NOON + timedelta(hours=hours))


def facts(gazetteer: Gazetteer, title: str, kind: str) -> list[str]:
    """The facts of a title that begin so."""
    return [one.removeprefix(kind) for one in read(submitted(title), gazetteer).facts if one.startswith(kind)]


@pytest.mark.parametrize(
    ("title", "states"),
    [
        ("Foreign ministers of Japan and China hold talks in Beijing", ["CN JP"]),
        ("중일 외교장관 베이징서 회담", ["CN JP"]),
        ("中日外长在北京会谈", ["CN JP"]),
        ("한미 통상장관 회담", ["KR US"]),
        ("Trump meets Xi in Busan", ["CN US"]),
        ("习近平同美国总统特朗普在釜山会晤", ["CN US"]),
        ("한일중 정상회의", []),
        ("第九次中日韩领导人会议在首尔举行", []),
        ("近日中方回应", []),
        ("其中日本企业三家", []),
        ("협상 중일 때 나온 말", []),
        ("Trump cuts tariffs on China after meeting Xi in South Korea", []),
    ],
)
def test_the_two_states_of_a_title_are_read(gazetteer, title, states):
    """By name, by letters, by the people named; three states are no pair, and letters that only stand together neither."""
    assert facts(gazetteer, title, "two:") == states


MEETING = "{} held talks in Beijing on Saturday and agreed to cooperate on chips and supply chains."
FIRE = (
    "A fire broke out at a chip plant on Saturday. Nobody was hurt and production was not affected, the company said."
)


@pytest.mark.parametrize(
    ("before", "after", "lead"),
    [
        (
            "Foreign ministers of South Korea and China hold talks",
            "Foreign ministers of Japan and China hold talks",
            MEETING,
        ),
        ("한중 외교장관 베이징서 회담", "중일 외교장관 베이징서 회담", "{} 22일 베이징에서 회담했다."),
        ("中韩外长在北京会谈", "中日外长在北京会谈", "{}，22日在北京会谈。"),
        ("Samsung fab fire halts production", "SK hynix fab fire halts production", FIRE),
        ("Fire breaks out at Samsung fab in Xi'an", "Fire breaks out at SK hynix fab in Wuxi", FIRE),
        (
            "Samsung to expand chip plant in Pyeongtaek",
            "SK hynix to expand chip plant in Icheon",
            "It takes two years.",
        ),
        ("삼성전자 반도체 공장 화재", "SK하이닉스 반도체 공장 화재", "반도체 공장에서 불이 났다. 인명 피해는 없다."),
    ],
)
def test_another_event_is_another_story_with_an_alert_of_its_own(gazetteer, before, after, lead):
    """However alike the two read; the one before is named as related."""
    grouping = Grouping(gazetteer)
    first = grouping.place(submitted(before, lead.format(before)))
    second = grouping.place(submitted(after, lead.format(after), hours=2))

    assert (second["outcome"], second["story"] == first["story"]) == ("new", False)
    assert "another event" in second["why"]["vetoes"]


@pytest.mark.parametrize(
    ("before", "after", "lead"),
    [
        ("Foreign ministers of South Korea and China hold talks", "Wang Yi meets Cho Hyun for talks", MEETING),
        ("Fire breaks out at Samsung fab in Xi'an", "Samsung's Xi'an chip plant hit by fire", FIRE),
        (
            "Fire halts production at Samsung fab in Xi'an",
            "Fire halts production at Korean chipmaker's plant in Xi'an",
            FIRE,
        ),
        ("SK hynix fab fire in Wuxi halts production", "SK hynix's Wuxi fab on fire, production halted", FIRE),
    ],
)
def test_one_event_in_other_words_stays_one(gazetteer, before, after, lead):
    """People stand for their states, and a plant for its owner."""
    grouping = Grouping(gazetteer)
    first = grouping.place(submitted(before, lead.format(before)))
    second = grouping.place(submitted(after, lead.format(before), hours=2))

    assert (second["story"], second["why"].get("vetoes", [])) == (first["story"], [])


def test_how_acts_stand(gazetteer):
    """Done by both, only here, only there; what the lead alone tells is not missed."""
    window = Window()
    first = submitted("China bans gallium exports, sanctions US firms")
    window.take(1, share_of(read(first, gazetteer)), first.hour)
    later = submitted("China lifts gallium ban", "It had sanctioned American firms before.", hours=3)
    reader = Reader(read(later, gazetteer), window, later.hour)

    found = saga.standing(reader.article, reader.facts, reader.told(window.stories[1]))

    assert sorted(found) == [("act:ban", saga.BOTH, 1.0), ("act:lift", saga.HERE, 1.0)]
