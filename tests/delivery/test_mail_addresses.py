"""Which addresses mail is sent to."""

import pytest

from bot.delivery.channels.email import checked


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Kim.Lee+news@Example.ORG", "Kim.Lee+news@example.org"),
        ("kim@example.org.", "kim@example.org"),
        ("kim@한국.kr", "kim@xn--3e0b707e.kr"),
        ("kim@faß.de", "kim@xn--fa-hia.de"),  # fass.de may be somebody else's
        ("kim@localhost", "kim@localhost"),
    ],
)
def test_an_address_is_taken_in_one_spelling(written: str, expected: str) -> None:
    """The domain in small ASCII letters, the name as its owner writes it."""
    assert checked(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "", "a", "@b.org", "a@", "a b@c.org", "a@b.org>NOTIFY", "a\x00b@c.org", "a@b.org\x7f", "a@b<c.org", "a@b;c.org",
        'a@"b".org', '"a"@b.org', "a@(c)b.org", "a@b.org:25", "a@b.org,c@d.org", "a@b@c.org", "a@[127.0.0.1]",
        "a@b..org", "a\r\nRCPT TO:<x@y.org>@b.org", "김@b.org", "a" * 65 + "@b.org", "a@" + "b" * 260 + ".org", "a@-b.org",
        "a@한 국.kr", "a@한\u200d국.kr", "a@한국.kr:25", "a@℀.kr",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(written: str) -> None:
    """Nothing that could end an SMTP command early, name two mailboxes, or belong to nobody."""
    with pytest.raises(ValueError, match=r".*"):
        checked(written)
