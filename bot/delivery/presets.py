"""Mail providers by the domain of their addresses: where mail is handed in, and which password they take."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_APP = "an app password, made in the account's security settings once two-step verification is on"
_CODE = "an authorisation code, made in the mailbox's settings where SMTP is switched on; not the account's password"
_PLAIN = "the mailbox's password; SMTP may have to be switched on in its settings"
_OAUTH = "OAuth alone: Microsoft takes no passwords here any more, and chipwire speaks no OAuth; use another provider"
_TENANT = "a password only where the administrator allows SMTP AUTH for the mailbox; otherwise OAuth alone"


@dataclass(frozen=True, slots=True)
class Preset:
    """One provider's door for mail programs."""

    host: str
    port: int
    tls: str  # starttls or implicit
    takes: str  # what it takes for a password, in words


def _all() -> Iterator[tuple[str, Preset]]:
    for domains, host, port, tls, takes in (
        ("gmail.com googlemail.com", "smtp.gmail.com", 587, "starttls", _APP),
        ("outlook.com hotmail.com live.com msn.com", "smtp-mail.outlook.com", 587, "starttls", _OAUTH),
        ("office365.com", "smtp.office365.com", 587, "starttls", _TENANT),
        ("naver.com", "smtp.naver.com", 587, "starttls", _APP),
        ("daum.net hanmail.net", "smtp.daum.net", 465, "implicit", _APP),
        ("kakao.com", "smtp.kakao.com", 465, "implicit", _APP),
        ("nate.com", "smtp.mail.nate.com", 465, "implicit", _PLAIN),
        ("qq.com foxmail.com", "smtp.qq.com", 465, "implicit", _CODE),
        ("exmail.qq.com", "smtp.exmail.qq.com", 465, "implicit", _CODE),
        ("163.com", "smtp.163.com", 465, "implicit", _CODE),
        ("126.com", "smtp.126.com", 465, "implicit", _CODE),
        ("yeah.net", "smtp.yeah.net", 465, "implicit", _CODE),
        ("yahoo.com", "smtp.mail.yahoo.com", 465, "implicit", _APP),
        ("icloud.com me.com mac.com", "smtp.mail.me.com", 587, "starttls", _APP),
        ("zoho.com", "smtp.zoho.com", 465, "implicit", _APP),
        ("zoho.eu", "smtp.zoho.eu", 465, "implicit", _APP),
        ("fastmail.com", "smtp.fastmail.com", 465, "implicit", _APP),
        ("gmx.com", "mail.gmx.com", 587, "starttls", _PLAIN),
        ("gmx.net gmx.de", "mail.gmx.net", 587, "starttls", _PLAIN),
        ("mailbox.org", "smtp.mailbox.org", 465, "implicit", _PLAIN),
        ("posteo.de posteo.net", "posteo.de", 465, "implicit", _PLAIN),
    ):
        for domain in domains.split():
            yield domain, Preset(host, port, tls, takes)


#: By the domain of an address there.
PRESETS: Mapping[str, Preset] = MappingProxyType(dict(_all()))
#: By the host that mail programs are told of.
BY_HOST: Mapping[str, Preset] = MappingProxyType({preset.host: preset for preset in PRESETS.values()})
