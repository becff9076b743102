"""Why mail cannot be handed in, in words for an operator, and what to do."""

import re

from bot.delivery.mail_server import MailServer
from bot.delivery.presets import BY_HOST
from bot.model import Answer

# Words of the network and of TLS, lower case, with what to do about them.
_WORDS = (
    ("getaddrinfo|name or service not known|nodename|name resolution|no address", "names"),
    ("has expired", "expired"),
    ("hostname mismatch|ip address mismatch|doesn't match|is not valid for", "other-name"),
    ("certificate_verify_failed|certificate verify failed|self.signed", "untrusted"),
    ("wrong_version_number|wrong version number|record layer|unexpected_message|http request", "no-tls"),
    ("refused|connect call failed|unreachable", "refused"),
    ("timed out|timeout", "silent"),
)


def explain(answer: Answer, server: MailServer) -> str:
    """What an operator can do about an answer that is no success; "" for one that is."""
    if answer.ok:
        return ""
    if 400 <= answer.status < 500:
        return "passing trouble of the server's: mail waits and is tried again by itself"
    if answer.status:
        return _refused(answer, server)
    said = answer.text.lower()
    cause = next((name for words, name in _WORDS if re.search(words, said)), "")
    place = f"{server.host}:{server.port}"
    if answer.stage == "auth":
        return "the server offers no login that is known here; check the port, or take the login out of the address"
    told = {
        "names": f"there is no host {server.host}; check CHIPWIRE_SMTP_URL and the resolver of this machine",
        "expired": "the server's certificate has expired: its operator must renew it; check this machine's clock too",
        "other-name": f"the certificate is not one of {server.host}; write the name that the provider tells",
        "untrusted": "the server's certificate is not from an authority that this machine trusts; nothing was sent",
        "no-tls": f"{place} does not speak TLS from the first octet; write tls=starttls, or port 465",
        "refused": f"nobody answers at {place}; check host and port. Many hosters close port 25, some 465 and 587 too",
        "silent": _silence(answer, server),
    }.get(cause, "")
    if not told and answer.stage == "starttls":
        told = (
            f"{place} offers no TLS, or somebody on the way takes the offer out: no password was sent and no mail;"
            " try port 465 with tls=implicit"
        )
    return told or f"the line broke at {answer.stage}; check host, port and tls of CHIPWIRE_SMTP_URL"


def _silence(answer: Answer, server: MailServer) -> str:
    if answer.stage == "connect" and server.tls != "implicit":
        return (
            f"{server.host}:{server.port} is closed by a firewall or hoster, or speaks TLS from the first octet:"
            " then write port 465 and tls=implicit"
        )
    return f"{server.host}:{server.port} does not answer in time; try again later"


def _refused(answer: Answer, server: MailServer) -> str:
    preset = BY_HOST.get(server.host)
    if answer.stage == "auth":
        takes = f"; {server.host} takes {preset.takes}" if preset else ""
        return f"user or password is not accepted{takes}"
    if answer.status == 530 or "authentication" in answer.text.lower():
        return "the server wants a login: write user and password into CHIPWIRE_SMTP_URL"
    return {
        "connect": "the server does not talk to this machine; its words say why",
        "starttls": "the server refuses TLS on this port; nothing was sent. Try port 465 with tls=implicit",
        "mail": "this login may not send as CHIPWIRE_MAIL_FROM; write the address of the login there",
        "rcpt": "it takes no mail for this address: a typing error, or the server wants a login first",
        "data": "it refuses the mail itself; its words say why, often a missing SPF or DKIM record of the domain",
    }.get(answer.stage, "the server refuses; its words say why")
