"""DKIM: mail signed by us, for servers that do not sign by themselves. Needs the extra `dkim`."""

from types import ModuleType

#: Signed where they stand; the ways out too, or no provider offers one click (RFC 8058).
SIGNED = (
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "references",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "auto-submitted",
    "mime-version",
    "content-type",
)
_TRIAL = b"From: a@example.org\r\nSubject: x\r\n\r\nx\r\n"


class Signer:
    """Signs for one domain with one RSA key."""

    def __init__(self, key: str, selector: str, domain: str) -> None:
        """Take the key in PEM; raises ValueError, never with the key in it."""
        self._dkim = _library()
        self._key, self._selector, self._domain = key.strip().encode() + b"\n", selector.encode(), domain.encode()
        try:
            self.signed(_TRIAL)
        except Exception:  # noqa: BLE001 - whatever it is, the library's words may quote the key
            raise ValueError("is not a private RSA key in PEM; make one with: openssl genrsa 2048") from None

    def signed(self, mail: bytes) -> bytes:
        """The mail with the signature in front."""
        head = mail.partition(b"\r\n\r\n")[0].lower()
        there = [
            name.encode() for name in SIGNED if head.startswith(f"{name}:".encode()) or f"\n{name}:".encode() in head
        ]
        signature: bytes = self._dkim.sign(mail, self._selector, self._domain, self._key, include_headers=there)
        return signature + mail


def _library() -> ModuleType:
    try:
        import dkim  # noqa: PLC0415 - an extra
    except ImportError:
        raise ValueError("needs one more package: pip install 'chipwire[dkim]'") from None
    found: ModuleType = dkim
    return found
