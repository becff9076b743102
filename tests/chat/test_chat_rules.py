"""Rules by chat: previewed, saved, listed, changed, ended, all by buttons."""

import pytest

from tests.chat.conftest import Person, World


async def rules(world: World) -> list[tuple[object, ...]]:
    return await world.house.store.read(
        lambda db: db.execute("SELECT text, pace, name, paused, urgent FROM rules WHERE removed IS NULL").fetchall()
    )


async def begin(world: World, number: int = 1) -> Person:
    reader = world.person(number)
    await reader.says("/start")
    return reader


async def test_rule_is_read_back_and_measured_before_it_is_saved(world: World):
    """/watch shows meaning, volume, sides and samples; only the button saves."""
    for number in range(3):
        world.publish(f"Hynix builds line {number}", ago=60 * 24 * number + 5)
    world.publish("Hynix in Wuxi", source="gt")
    reader = await begin(world)

    (shown,) = await reader.says("/watch hynix -rice")
    before, read_back = await rules(world), shown.text
    toast = await reader.presses(shown, "Save")

    assert "has hynix, but not rice" in read_back
    assert "Stories: 4 in 2 d, 2 a day" in read_back
    assert "By side: KR 3 · CN 1" in read_back
    assert read_back.count("• Hynix") == 3
    assert [row[0] for row in before] == ["topic:china-korea-chips"]
    assert toast == "Saved."
    assert ("hynix -rice", "instant", "", 0, 0) in await rules(world)
    assert shown.text.startswith("Saved as rule 2")


async def test_broad_rule_is_warned_of_and_the_digest_comes_first(world: World):
    """More than fifteen a day is too much: the warning stands there, and the digest is the first button."""
    for number in range(17):
        world.publish(f"Wafer news {number}", ago=number + 1)
    reader = await begin(world)

    (shown,) = await reader.says("/try wafer")

    assert "about 17 a day" in shown.text
    assert [each["text"] for each in shown.buttons[0]] == ["Save for the digest", "Save"]


async def test_name_of_a_concept_is_offered_in_every_language(world: World):
    """A rule that names an entity offers all of its names."""
    reader = await begin(world)

    (shown,) = await reader.says('/try "Chip 4" AND china')
    await reader.presses(shown, "Every name of Chip 4")
    await world.until(lambda: len(reader.shown) == 3, "the second preview")

    assert "any name of chip4" in reader.shown[-1].text


async def test_refused_rule_can_be_mended_with_one_tap(world: World):
    """The mended rule is a button, and so is its saving."""
    reader = await begin(world)

    (refusal,) = await reader.says("/watch samsung AND (china OR 中国")
    await reader.presses(refusal, "Use that")
    await world.until(lambda: len(reader.shown) == 3, "the preview")
    await reader.presses(reader.shown[-1], "Save")

    assert ("samsung AND (china OR 中国)", "instant", "", 0, 0) in await rules(world)


async def test_plain_words_are_tried_as_a_rule(world: World):
    """In a private chat, words without a command are a rule to look at."""
    reader = await begin(world)

    assert "has gallium" in await reader.asks("gallium")


async def test_shared_articles_with_an_own_rule_are_told(world: World):
    """The preview says with which rule the new one overlaps."""
    world.publish("Hynix expands")
    world.publish("Hynix shrinks")
    reader = await begin(world)
    (shown,) = await reader.says("/watch expands")
    await reader.presses(shown, "Save")

    assert "Shares 50 % with “expands”" in await reader.asks("/try hynix")


async def test_list_shows_a_weeks_hits_and_opens_each_rule(world: World):
    """/list counts seven days and names the last; a rule can be renamed, edited, paused, made urgent, deleted."""
    world.publish("Hynix expands", ago=30)
    reader = await begin(world)
    (offer,) = await reader.says("/watch hynix")
    await reader.presses(offer, "Save")

    (listing,) = await reader.says("/list")
    assert "2. hynix\n    1 in 7 days, last 11:30 KST" in listing.text
    await reader.presses(listing, "2. hynix")
    await world.until(lambda: "at once" in listing.text, "the opened rule")

    await reader.presses(listing, "Rename")
    await reader.says("Wuxi watch")
    assert ("hynix", "instant", "Wuxi watch", 0, 0) in await rules(world)

    await reader.presses(listing, "Edit")
    await reader.says("hynix (wuxi")  # refused, and asked again
    await reader.says("hynix wuxi")
    assert ("hynix wuxi", "instant", "Wuxi watch", 0, 0) in await rules(world)

    await reader.presses(listing, "Pause")
    await world.until(lambda: "Resume" in str(listing.buttons), "the paused rule")
    await reader.presses(listing, "urgent")
    assert ("hynix wuxi", "instant", "Wuxi watch", 1, 1) in await rules(world)

    await reader.presses(listing, "Pace")
    await world.until(lambda: "once an hour" in str(listing.buttons), "the paces")
    await reader.presses(listing, "once an hour")
    await world.until(lambda: "Delete" in str(listing.buttons), "the rule again")
    assert ("hynix wuxi", "hourly", "Wuxi watch", 1, 1) in await rules(world)

    await reader.presses(listing, "Delete")
    await world.until(lambda: "Ended" in listing.text, "the end")
    assert [row[0] for row in await rules(world)] == ["topic:china-korea-chips"]
    await reader.presses(listing, "Bring it back")
    assert "hynix wuxi" in [row[0] for row in await rules(world)]


async def test_rule_can_be_routed_to_a_forum_topic(world: World):
    """In a group with topics a rule's hits can be sent to any topic known."""
    world.api.admins["-100"] = {1}
    general, topic = world.person(1, chat=-100), world.person(1, chat=-100, thread=7)
    await general.says("/start")
    (offer,) = await topic.says("/watch hynix")
    await topic.presses(offer, "Save")
    (listing,) = await general.says("/list")
    await general.presses(listing, "1. ")
    await world.until(lambda: "Where to" in str(listing.buttons), "the rule")

    await general.presses(listing, "Where to")
    await world.until(lambda: "forum topic 7" in str(listing.buttons), "the places")
    await general.presses(listing, "forum topic 7")

    where = await world.house.store.read(
        lambda db: db.execute(
            "SELECT d.thread FROM rules AS r JOIN destinations AS d ON d.id = r.destination WHERE r.id = 1"
        ).fetchone()
    )
    assert where == (7,)


async def test_shared_rule_is_previewed_before_it_is_taken(world: World):
    """A link carries a rule to somebody else, who sees it first."""
    reader = await begin(world)
    (offer,) = await reader.says("/watch hynix")
    await reader.presses(offer, "Save")
    (listing,) = await reader.says("/list")
    await reader.presses(listing, "2. hynix")
    await world.until(lambda: "Share" in str(listing.buttons), "the rule")
    await reader.presses(listing, "Share")
    await world.until(lambda: "t.me" in reader.shown[-1].text, "the link")
    token = reader.shown[-1].text.partition("start=")[2]

    other, known = world.person(2), world.person(3)
    _, shown = await other.says(f"/start {token}", answers=2)
    await other.presses(shown, "Start with this")
    await known.says("/start")
    _, offered = await known.says(f"/start {token}", answers=2)

    assert "chipwire_test_bot" in reader.shown[-1].text
    assert "has hynix" in shown.text
    assert (await other.asks("/list")).startswith("1. hynix")
    assert await known.presses(offered, "Save") == "Saved."


async def test_rules_are_numbered_for_the_person_who_sees_them(world: World):
    """The second reader's first rule is their rule 1, and its number ends that rule and nobody else's."""
    first, second = world.person(1), world.person(2)
    for reader in (first, second):
        await reader.says("/start")
        (offer,) = await reader.says("/watch hynix")
        await reader.presses(offer, "Save")

    assert second.shown[-1].text.startswith("Saved as rule 2: hynix")
    assert await second.asks("/unwatch 1") == "Ended: China, South Korea and chips"
    assert (await second.asks("/list")).startswith("2. hynix")
    assert (await first.asks("/list")).startswith("1. China, South Korea and chips")


@pytest.mark.parametrize(
    ("lang", "meant", "refused"),
    [
        (
            "ko",
            "제목·요약·본문: hynix, 단 rice 제외",
            "저장하지 않았습니다. 1번째 글자: 이 ( 괄호가 닫히지 않았습니다",
        ),
        ("zh-hans", "标题、导语或正文含有hynix，但不含rice", "这个 ( 没有右括号"),
        ("zh-hant", "標題、導語或內文含有hynix，但不含rice", "這個 ( 沒有右括號"),
    ],
)
async def test_rules_are_read_back_and_refused_in_the_readers_language(
    world: World, lang: str, meant: str, refused: str
):
    """Nothing of it stays in English; the terms are bold."""
    reader = world.person(1, lang=lang)
    await reader.says("/start")
    (shown,) = await reader.says("/try hynix -rice")
    bold = [shown.text[one["offset"] : one["offset"] + one["length"]] for one in shown.entities]

    assert shown.text.splitlines()[0] == meant
    assert bold == ["hynix", "rice"]
    assert '"hynix"' in shown.text.splitlines()[1]
    assert refused in await reader.asks("/try (hynix")


async def test_the_concept_on_offer_is_the_one_that_would_be_put_in(world: World):
    """Although the rule names another already, and is long."""
    reader = world.person(1, lang="zh-hans")
    await reader.says("/start")
    long = " ".join(f"term{number}" for number in range(12))
    (shown,) = await reader.says(f"/try concept:samsung OR hynix OR {long}".replace("hynix", '"SK hynix"'))
    labels = [each["text"] for row in shown.buttons for each in row]

    assert [label for label in labels if "SK海力士" in label]
    assert max(map(len, labels)) <= 60
