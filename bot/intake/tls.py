"""TLS as one host needs it; everybody else gets the strict default."""

import ssl

from bot.intake.trouble import Trouble


def context_for(*, legacy: bool, ca: str) -> ssl.SSLContext:
    """A context that checks certificates as ever, with what this one host needs.

    Raises:
        Trouble: the file of certificates is not one.
    """
    context = ssl.create_default_context()
    if ca:
        try:
            context.load_verify_locations(cafile=ca)
        except (OSError, ssl.SSLError) as error:
            raise Trouble("tls", f"the certificates in {ca} (tls: ca) cannot be read") from error
    if legacy:
        # Old government servers renegotiate insecurely and know no strong ciphers; the certificate is still checked.
        context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
        context.set_ciphers("DEFAULT:@SECLEVEL=1")
    return context
