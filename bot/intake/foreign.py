"""What an answer is that is not what was asked for: said in words an operator can act on."""

import re

_HEAD = 65_536  # code points looked at
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x7fELF", "a program"),
)
_CHALLENGE = re.compile(
    r"just a moment\.\.\.|cf-chl|challenge-platform|__cf_chl|g-recaptcha|h-captcha|hcaptcha|px-captcha|datadome"
    r"|_incapsula_|checking your browser|verify (?:that )?you are (?:a )?human|are you a robot"
    r"|access denied|attention required"
    r"|enable javascript and cookies|安全验证|请完成验证|人机验证|访问受限|자동입력 ?방지|보안문자",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"<input[^>]+type\s*=\s*[\"']?password", re.IGNORECASE)
_PARKED = re.compile(
    r"domain (?:name )?(?:is )?(?:may be )?for sale|buy this domain|parked (?:free|domain)|sedoparking|hugedomains"
    r"|this domain has expired",
    re.IGNORECASE,
)
_MISSING = re.compile(r"404 not found|page not found|페이지를 찾을 수 없|页面不存在|找不到(?:页面|頁面)", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(
    r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<div[\s>]|<p[\s>]|<ul[\s>]|<table[\s>]|<a\s", re.IGNORECASE
)


def bytes_are(body: bytes) -> str:
    """What a body is by its first bytes; "" when they do not tell."""
    if not body.strip(b"\x00\t\r\n \xef\xbb\xbf\xfe\xff"):
        return "an empty body"
    return next((words for magic, words in _MAGIC if body.startswith(magic)), "")


def text_is(text: str) -> str:
    """What a text is that is neither feed nor sitemap nor listing."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head[:1] in {"{", "["}:
        return "a JSON answer" + _quoted(head)
    if not _MARKUP.search(head):
        return ("XML of another kind" if head.startswith("<") else "plain text") + _quoted(head)
    return page_is(head) or "an HTML page" + _titled(head)


def is_html(text: str) -> bool:
    """Whether a text is an HTML page, or a piece of one."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    return _MARKUP.search(head) is not None and not head.startswith(("{", "["))


def page_is(text: str) -> str:
    """What an HTML page is instead of content; "" when nothing speaks against it."""
    head = text[:_HEAD]
    if _CHALLENGE.search(head):
        return "a challenge page for browsers" + _titled(head)
    if _PARKED.search(head):
        return "the page of a parked domain" + _titled(head)
    if _LOGIN.search(head):
        return "a login page" + _titled(head)
    if _MISSING.search(head):
        return "a page saying that nothing is there" + _titled(head)
    return ""


def _titled(text: str) -> str:
    found = _TITLE.search(text)
    words = " ".join(found.group(1).split())[:80] if found else ""
    return f' titled "{words}"' if words else ""


def _quoted(text: str) -> str:
    words = " ".join(text[:400].split())[:80]
    return f": {words}" if words else ""
