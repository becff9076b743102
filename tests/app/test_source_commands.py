"""source new, add, enable, disable, import, export, over loopback."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.config import load_feeds

RSS = (
    "<rss version='2.0'><channel><title>W</title>"
    + "".join(
        f"<item><title>반도체 수출 허가 연장 {n}번째 소식</title><link>https://wire.example/{n}</link></item>"
        for n in range(5)
    )
    + "</channel></rss>"
)
LIST = "".join(
    f"<li><a href='/view/{n}'>반도체 수출 허가 연장 {n}번째 소식</a><i class='d'>2026-11-1{n}</i></li>"
    for n in range(8)
)
PAGES = {
    "/rss.xml": RSS,
    "/named": "<html><head><title>매체</title><link rel='alternate' type='application/rss+xml' href='/rss.xml'></head><p>x</p></html>",
    "/list": f"<html><head><title>매체</title></head><body><ul class='list'>{LIST}</ul></body></html>",
    "/nothing": "<html><head><title>매체</title></head><body><p>Welcome</p></body></html>",
}


@pytest.fixture(scope="module")
def outlet() -> Iterator[str]:
    """A small outlet; its origin."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = PAGES.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outlet: str) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHIPWIRE_ALLOW_ORIGINS", outlet)
    monkeypatch.setenv("CHIPWIRE_DB", str(tmp_path / "chipwire.db"))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["source", *words], catch_exceptions=False)


@pytest.mark.parametrize(
    ("path", "form", "url", "items"),
    [("/rss.xml", "feed", "/rss.xml", 5), ("/named", "feed", "/rss.xml", 5), ("/list", "page", "/list", 8)],
)
def test_new_finds_the_way_in_and_writes_all_three(
    here: Path, outlet: str, path: str, form: str, url: str, items: int
) -> None:
    """The entry, the recording, and the items that are expected of it."""
    told = run("new", outlet + path, "--id", "sample", "--side", "KR")
    expected = json.loads((here / "recordings" / "sample.json").read_text(encoding="utf-8"))

    assert told.exit_code == 0
    assert "  - id: sample\n" in told.stdout
    assert f"    format: {form}\n" in told.stdout
    assert f"    url: {outlet}{url}\n" in told.stdout
    assert "    lang: ko\n" in told.stdout
    assert len(expected["items"]) == items


def test_add_puts_it_into_feeds_yaml(here: Path, outlet: str) -> None:
    """Switched on; with the selectors that were guessed."""
    told = run("add", outlet + "/list", "--id", "sample")
    (source,) = (one for one in load_feeds(here / "feeds.yaml") if one.id == "sample")

    assert told.exit_code == 0
    assert (source.enabled, dict(source.selectors)) == (True, {"item": "ul.list > li", "link": "a", "date": "i.d"})


def test_a_page_without_news_is_refused_in_words(here: Path, outlet: str) -> None:
    """Nothing is written."""
    told = run("add", outlet + "/nothing")

    assert (told.exit_code, (here / "feeds.yaml").exists()) == (1, False)
    assert "it names no feed, and no list of links can be seen in it" in told.stderr


def test_disable_and_enable(here: Path) -> None:
    """One word in the file."""
    off = run("disable", "yna-en-news")
    state = {source.id: source.enabled for source in load_feeds(here / "feeds.yaml")}
    on = run("enable", "yna-en-news")

    assert (off.exit_code, on.exit_code, state["yna-en-news"]) == (0, 0, False)
    assert run("disable", "no-such").exit_code == 2


def test_export_and_import_give_the_pack_back(here: Path) -> None:
    """Into an empty pack of another folder."""
    run("export", "--out", "pack.opml")
    before = load_feeds()
    (here / "feeds.yaml").write_text(
        "version: 1\nfeeds:\n  - {id: a, name: a, side: KR, kind: newspaper, lang: ko, format: feed, url: 'https://a.example/'}\n"
    )
    told = run("import", "pack.opml")
    after = load_feeds(here / "feeds.yaml")

    assert told.exit_code == 0
    assert [source.id for source in after[1:]] == [source.id for source in before]
    assert f"added {len(before)} of {len(before)}" in told.stdout
    assert "added 0 of" in run("import", "pack.opml").stdout
