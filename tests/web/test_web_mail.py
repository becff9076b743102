"""The pages behind the links in mail, from the question for consent to the end of the mail."""

import re
import tomllib
from datetime import date, timedelta
from importlib.resources import files

import pytest

from bot.delivery.links import Links, Purpose
from bot.web import GUARDED
from bot.web.limits import Limits
from bot.web.pages import LANGUAGES
from tests.web.conftest import MORNING, PUBLIC, Post

DESK = "desk@example.org"


def link_in(mail, purpose: str) -> str:
    found = re.search(rf"{PUBLIC}/mail/{purpose}/[\w-]+", mail.get_body(("plain",)).get_content())
    assert found is not None
    return found[0]


def way_out(mail) -> str:
    """What a mail program presses."""
    assert str(mail["List-Unsubscribe-Post"]) == "List-Unsubscribe=One-Click"
    return str(mail["List-Unsubscribe"]).partition(">")[0].lstrip("<")


async def one_click(post: Post, address: str, **more) -> tuple[int, str, object]:
    return await post.asks("POST", address, data={"List-Unsubscribe": "One-Click"}, **more)


async def test_from_the_question_to_the_end_of_the_mail(post: Post) -> None:
    """Nothing but the question before the answer; then a mail a day; after one click, none."""
    post.enter("7")
    post.ask("7", DESK)
    (question,) = await post.deliver()
    confirm = link_in(question, "confirm")
    looked = await post.asks("GET", confirm)
    unconfirmed = await post.deliver()
    pressed = await post.asks("POST", confirm)
    post.at += timedelta(days=1)
    (digest,) = await post.deliver()
    out = way_out(digest)
    scanned = [await post.asks("GET", out) for _ in range(3)]
    post.at += timedelta(days=1)
    still = await post.deliver()
    stopped = await one_click(post, out)
    post.at += timedelta(days=1)

    assert (looked[0], pressed[0], unconfirmed) == (200, 200, [])
    assert "<button" in looked[1]
    assert "de…@example.org" in pressed[1]
    assert [status for status, _, _ in scanned] == [200] * 3
    assert (len(still), stopped[0]) == (1, 200)
    assert await post.deliver() == []


async def test_the_question_is_a_single_mail_in_the_readers_language(post: Post) -> None:
    """It belongs to no list, and says how else it can be answered."""
    post.enter("7", "ko")
    post.ask("7", DESK)
    (question,) = await post.deliver()

    text = question.get_body(("plain",)).get_content()
    assert str(question["Subject"]) == "확인해 주세요: 이 주소로 받는 chipwire 다이제스트"
    assert (question["List-Id"], question["List-Unsubscribe"], question["To"]) == (None, None, DESK)
    assert re.search(r"/email [A-Z2-7]{4}-[A-Z2-7]{4}", text) is not None


async def test_without_a_page_the_question_has_a_code_alone(post: Post) -> None:
    """And a reader without a chat and a page is asked nothing that they could not answer."""
    post.house.links = Links(b"k" * 32)
    post.enter("7")
    post.ask("7", DESK)
    (question,) = await post.deliver()

    text = question.get_body(("plain",)).get_content()
    assert ("http" in text, "/email " in text) == (False, True)


async def test_stopping_drops_what_waits(post: Post) -> None:
    """A digest that the server put off is not tried again."""
    number = await post.subscribed("7", DESK)
    post.mail.greylist = 1
    waiting = await post.deliver()
    await one_click(post, post.house.links.unsubscribe(post.place(number)))
    post.at += timedelta(hours=1)

    assert (waiting, await post.deliver(), post.place(number).paused) == ([], [], "unsubscribed")


@pytest.mark.parametrize("how", ["none", "urlencoded", "multipart", "wrong", "large"])
async def test_one_click_needs_nothing_but_the_link(post: Post, how: str) -> None:
    """No session, no cookie, no header, whatever the body: the link is the permit."""
    import aiohttp

    number = await post.subscribed("7", DESK)
    form = aiohttp.FormData(default_to_multipart=True)
    form.add_field("List-Unsubscribe", "One-Click")
    bodies = {
        "none": None,
        "urlencoded": {"List-Unsubscribe": "One-Click"},
        "multipart": form,
        "wrong": b"\x00\xff",
        "large": b"x" * 2**20,
    }
    status, _, headers = await post.asks(
        "POST", post.house.links.unsubscribe(post.place(number)), data=bodies[how], headers={"Origin": "https://evil"}
    )

    assert (status, post.place(number).confirmed, headers.get("Set-Cookie")) == (200, False, None)


async def test_a_second_click_is_answered_as_the_first(post: Post) -> None:
    """Mail programs and impatient people press twice."""
    number = await post.subscribed("7", DESK)
    out = post.house.links.unsubscribe(post.place(number))
    first, second = await one_click(post, out), await one_click(post, out)

    assert (first[:2], first[0]) == (second[:2], 200)


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])
@pytest.mark.parametrize("purpose", list(Purpose))
async def test_other_methods_are_refused_and_change_nothing(post: Post, method: str, purpose: Purpose) -> None:
    """With the headers that every answer has."""
    number = await post.subscribed("7", DESK)
    token = post.house.links.token(purpose, post.place(number), 740_000)

    status, _, headers = await post.asks(method, f"{PUBLIC}/mail/{purpose.value}/{token}")

    assert (status, post.place(number).confirmed) == (405, True)
    assert {name: headers.get(name) for name in GUARDED} == GUARDED


async def test_a_digest_cannot_be_posted_to(post: Post) -> None:
    """It is there to be read."""
    number = await post.subscribed("7", DESK)

    assert (await post.asks("POST", post.house.links.online(post.place(number), date(2026, 11, 22))))[0] == 405


async def test_what_is_not_ours_is_told_in_the_same_words_and_changes_nothing(post: Post) -> None:
    """Forged, foreign, for something else, too old, of nobody, of one who left: none can be told from another."""
    from storage import mail, people

    number = await post.subscribed("7", DESK)
    left = await post.subscribed("8", "left@example.org")
    removed = await post.subscribed("9", "removed@example.org")
    links, place, today = post.house.links, post.place(number), date(2026, 11, 22)
    gone = [
        *(links.unsubscribe(post.place(one)) for one in (left, removed)),
        links.confirm(post.place(left), post.at + timedelta(days=1)),
    ]
    post.house.store.write_sync(lambda db: people.forget(db, post.readers["8"].subscriber))
    post.house.store.write_sync(lambda db: mail.turn_off(db, post.readers["9"].subscriber, post.at))
    good = links.unsubscribe(place)
    bad = [
        *gone,
        f"{good[:-1]}{'A' if good[-1] != 'A' else 'E'}",
        f"{PUBLIC}/mail/unsubscribe/x",
        f"{PUBLIC}/mail/unsubscribe/{'A' * 5000}",
        f"{PUBLIC}/mail/unsubscribe/%00%0d%0aX: y",
        f"{PUBLIC}/mail/unsubscribe/칩",
        Links(b"x" * 32, PUBLIC).unsubscribe(place),
        links.online(place, today).replace("/digest/", "/unsubscribe/"),
        links.unsubscribe(place).replace("/unsubscribe/", "/confirm/"),
        links.confirm(place, post.at - timedelta(minutes=2)),
        links.token(Purpose.UNSUBSCRIBE, place, 0).join((f"{PUBLIC}/mail/digest/", "")),
    ]
    answers = {(method, address): await post.asks(method, address) for address in bad for method in ("GET", "POST")}

    told = {answer[:2] for (method, address), answer in answers.items() if answer[0] != 405}
    assert len(told) == 1
    assert told.pop()[0] == 404
    assert post.place(number) == place


async def test_a_confirmation_ends(post: Post) -> None:
    """After three days it has to be asked for anew."""
    post.enter("7")
    number = post.ask("7", DESK)
    (question,) = await post.deliver()
    post.at += timedelta(days=3, minutes=1)

    assert (await post.asks("POST", link_in(question, "confirm")))[0] == 404
    assert post.place(number).confirmed is False


async def test_who_left_cannot_be_brought_back_by_an_old_question(post: Post) -> None:
    """After /email off the link in the first mail confirms nothing."""
    from storage import mail

    post.enter("7")
    number = post.ask("7", DESK)
    (question,) = await post.deliver()
    post.house.store.write_sync(lambda db: mail.turn_off(db, post.readers["7"].subscriber, post.at))

    assert (await post.asks("POST", link_in(question, "confirm")))[0] == 404
    assert post.place(number).confirmed is False


async def test_the_whole_digest_in_the_browser(post: Post) -> None:
    """As it was sent; for another day, another reader's address, or after its row is gone there is none."""
    number = await post.subscribed("7", DESK)
    (digest,) = await post.deliver()
    place, links = post.place(number), post.house.links
    status, html, headers = await post.asks("GET", links.online(place, date(2026, 11, 22)))
    other = await post.asks("GET", links.online(place, date(2026, 11, 21)))

    assert (status, other[0]) == (200, 404)
    assert "<h1" in html
    assert str(digest["Subject"]) != ""
    assert "script" not in headers["Content-Security-Policy"].replace("default-src 'none'", "")
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'unsafe-inline'")


async def test_every_answer_is_guarded(post: Post) -> None:
    """Nothing is kept, framed, sniffed or told to others; a page's only style is the one that was hashed."""
    from base64 import b64encode
    from hashlib import sha256

    number = await post.subscribed("7", DESK)
    _, html, headers = await post.asks("GET", post.house.links.unsubscribe(post.place(number)))
    style = html.partition("<style>")[2].partition("</style>")[0]
    hashed = b64encode(sha256(style.encode()).digest()).decode()

    guarded = {name: value for name, value in GUARDED.items() if name != "Content-Security-Policy"}
    assert {name: headers[name] for name in guarded} == guarded
    assert f"style-src 'sha256-{hashed}'" in headers["Content-Security-Policy"]
    assert ("<script" in html, "http" in html.replace("http-equiv", "")) == (False, False)
    assert headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("lang", "heading"),
    [
        ("en", "Stop the daily digest"),
        ("ko", "매일 다이제스트 중단"),
        ("zh-Hans", "停止每日摘要"),
        ("zh-Hant", "停止每日摘要"),
    ],
)
async def test_pages_speak_the_readers_language(post: Post, lang: str, heading: str) -> None:
    """Whatever the browser says."""
    number = await post.subscribed("7", DESK, lang)
    _, html, _ = await post.asks(
        "GET", post.house.links.unsubscribe(post.place(number)), headers={"Accept-Language": "fr"}
    )

    assert f'<html lang="{lang}">' in html
    assert f"<h1>{heading}</h1>" in html
    assert 'name="viewport" content="width=device-width' in html


@pytest.mark.parametrize(
    ("wish", "lang"),
    [("ko-KR,ko;q=0.9,en;q=0.8", "ko"), ("zh-TW", "zh-Hant"), ("zh-CN,zh", "zh-Hans"), ("fr, de", "en"), ("", "en")],
)
async def test_strangers_are_answered_in_their_browsers_language(post: Post, wish: str, lang: str) -> None:
    """Where we do not know who asks."""
    _, html, _ = await post.asks("GET", f"{PUBLIC}/mail/confirm/x", headers={"Accept-Language": wish})

    assert f'<html lang="{lang}">' in html


async def test_one_address_on_the_network_may_ask_so_much(post: Post) -> None:
    """Then it waits; another one does not, and a click that stops mail is never refused on its account."""
    number = await post.subscribed("7", DESK)
    guesses = [await post.asks("GET", f"{PUBLIC}/mail/unsubscribe/{number}") for number in range(31)]
    other = await post.asks("GET", f"{PUBLIC}/mail/confirm/x", headers={"X-Forwarded-For": "10.0.0.1, 203.0.113.9"})
    stopped = await one_click(post, post.house.links.unsubscribe(post.place(number)))

    assert [status for status, _, _ in guesses] == [404] * 30 + [429]
    assert guesses[-1][2]["Retry-After"] == "60"
    assert (other[0], stopped[0], post.place(number).confirmed) == (404, 200, False)


async def test_all_together_may_ask_so_much(post: Post) -> None:
    """However many addresses a flood comes from; after a while they are heard again."""
    asked = [
        (await post.asks("GET", f"{PUBLIC}/mail/confirm/x", headers={"X-Forwarded-For": f"203.0.113.{number}"}))[0]
        for number in range(62)
    ]
    post.at += timedelta(minutes=1)

    assert asked == [404] * 60 + [429] * 2
    assert (await post.asks("GET", f"{PUBLIC}/mail/confirm/x"))[0] == 404


async def test_no_token_is_logged(post: Post, caplog: pytest.LogCaptureFixture, capsys) -> None:
    """Neither by the web server nor by ours, for good requests and bad ones."""
    number = await post.subscribed("7", DESK)
    await post.deliver()
    out = post.house.links.unsubscribe(post.place(number))
    for method, address in (("GET", out), ("POST", out), ("POST", f"{out}x"), ("PUT", out)):
        await post.asks(method, address)

    seen = caplog.text + "".join(capsys.readouterr())
    assert out.rpartition("/")[2] not in seen


def test_the_pages_words_are_there_in_every_language() -> None:
    """The same texts with the same values, translated."""
    words = tomllib.loads(files("bot.web").joinpath("words.toml").read_text("utf-8"))

    def values(texts: dict[str, str]) -> dict[str, list[str]]:
        return {key: sorted(re.findall(r"{(\w+)}", text)) for key, text in texts.items()}

    assert tuple(words) == LANGUAGES
    assert [values(words[lang]) == values(words["en"]) for lang in LANGUAGES] == [True] * 4
    assert [key for lang in LANGUAGES[1:] for key in words["en"] if words[lang][key] == words["en"][key]] == []


async def test_addresses_of_one_ipv6_network_count_as_one(post: Post) -> None:
    """Everybody there has more of them than we could count; what is no address counts as the proxy."""
    near = [
        (await post.asks("GET", f"{PUBLIC}/mail/confirm/x", headers={"X-Forwarded-For": f"2001:db8:1:2::{number:x}"}))[
            0
        ]
        for number in range(31)
    ]
    far = await post.asks("GET", f"{PUBLIC}/mail/confirm/x", headers={"X-Forwarded-For": "2001:db8:1:3::1"})
    odd = await post.asks("GET", f"{PUBLIC}/mail/confirm/x", headers={"X-Forwarded-For": "unknown"})

    assert (near, far[0], odd[0]) == ([404] * 30 + [429], 404, 404)


def test_only_so_many_addresses_are_remembered() -> None:
    """The one silent for longest is forgotten first; a flood of addresses costs no memory."""
    from types import SimpleNamespace
    from typing import Any, cast

    limits = Limits(burst=1, per_second=0.0, total_burst=10**6)
    limits._most = 3

    def asks(address: str) -> bool:
        return limits.admits(cast("Any", SimpleNamespace(remote=address, headers={})), MORNING)

    assert [asks(f"203.0.113.{number}") for number in (1, 2, 1, 3, 4, 2)] == [True, True, False, True, True, True]
    assert len(limits._buckets) == 3


async def test_a_whole_digest_is_made_once_for_those_who_ask_again(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that is passed on to many costs one look at the archive; many days do not stay in memory."""
    from bot.web import mail as pages

    number = await post.subscribed("7", DESK)
    await post.deliver()
    link = post.house.links.online(post.place(number), date(2026, 11, 22))
    made: list[object] = []
    compose = pages.letters.digest

    def counted(*given, **more):
        made.append(given)
        return compose(*given, **more)

    monkeypatch.setattr(pages.letters, "digest", counted)
    first, second = await post.asks("GET", link), await post.asks("GET", link)
    monkeypatch.setattr(pages, "KEPT", 0)
    await post.asks("GET", link)
    await post.asks("GET", link)

    assert first[1] == second[1]
    assert len(made) == 2


async def test_one_digest_for_a_person_and_day_though_the_address_is_changed(post: Post) -> None:
    """The new address is written to from the next day on, and the old one no more."""
    await post.subscribed("7", DESK)
    morning = await post.deliver()
    post.ask("7", "new@example.org")
    (question,) = await post.deliver()
    await post.asks("POST", link_in(question, "confirm"))
    same_day = await post.deliver()
    post.at += timedelta(days=1)
    next_day = await post.deliver()

    assert [str(mail["To"]) for mail in (*morning, question)] == [DESK, "new@example.org"]
    assert (same_day, [str(mail["To"]) for mail in next_day]) == ([], ["new@example.org"])


async def test_a_zone_that_is_changed_makes_no_second_digest_of_a_day(post: Post) -> None:
    """From Seoul to Los Angeles the 22nd comes again, its digest does not; the 21st had none, the 23rd has one."""
    from dataclasses import replace

    from storage import people

    await post.subscribed("7", DESK)
    told = await post.deliver()
    (person,) = post.house.store.read_sync(people.subscribers)
    moved = replace(person, tz="America/Los_Angeles")
    post.house.store.write_sync(lambda db: people.update_subscriber(db, moved))
    for _ in range(48):
        post.at += timedelta(hours=1)
        told += await post.deliver()
    events = post.house.store.read_sync(
        lambda db: [row[0] for row in db.execute("SELECT event FROM outbox WHERE kind = 'digest' ORDER BY event")]
    )

    assert len(told) == 3
    assert events == ["digest:2026-11-21", "digest:2026-11-22", "digest:2026-11-23"]


async def test_three_days_of_standstill_are_one_late_mail(post: Post) -> None:
    """A house that comes back in the evening sends the last digest, and none twice after another restart."""
    await post.subscribed("7", DESK)
    await post.deliver()
    post.at += timedelta(days=3, hours=10)
    late = await post.deliver()
    again = await post.deliver()
    post.at += timedelta(hours=14)

    assert (len(late), again, len(await post.deliver())) == (1, [], 1)
