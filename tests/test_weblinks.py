"""Whether addresses still lead anywhere: asked of a host on this machine that stands for the network."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.samples import TIMELINES, run
from waqai import weblinks
from waqai.weblinks import Answer, Asker
from waqai.weblinks.asking import public_addresses

REPORT = "content/sources/courier-report.yaml"


class _Host(BaseHTTPRequestHandler):
    """Answers as its paths say."""

    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")  # type: ignore[attr-defined]
        status, _, location = self.path.strip("/").partition("/")
        code = int(status) if status.isdigit() else 200
        if status == "get-only":
            code = 200 if self.command == "GET" else 405
        self.send_response(code)
        if location:
            self.send_header("Location", location if ":" in location else f"/{location}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815 - the names that http.server calls

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Nothing."""


@pytest.fixture
def host() -> Iterator[ThreadingHTTPServer]:
    """A host on the loopback address, which remembers what it was asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    server.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def asker() -> Asker:
    """Resolves every name to this machine, and does not wait."""
    return Asker(resolve=lambda _host, _port: ["127.0.0.1"], pause=0, timeout=5)


def _url(host: ThreadingHTTPServer, path: str) -> str:
    return f"http://outlet.example:{host.server_address[1]}/{path}"


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("200", "found"),
        ("404", "gone"),
        ("410", "gone"),
        ("403", "refused"),
        ("429", "refused"),
        ("500", "failed"),
        ("302/200", "found"),
        ("301/200", "moved"),
        ("301/302/200", "found"),
        ("302/404", "gone"),
        ("302/file:///etc/passwd", "not-asked"),
        ("get-only", "found"),
    ],
)
def test_an_answer_has_an_outcome(host: ThreadingHTTPServer, asker: Asker, path: str, outcome: str) -> None:
    """By the status, and by where it leads."""
    assert outcome == asker.ask(_url(host, path)).outcome


def test_an_address_that_moved_for_good_is_told(host: ThreadingHTTPServer, asker: Asker) -> None:
    """So that it can be put in the place of the old one."""
    assert _url(host, "200") == asker.ask(_url(host, "301/200")).now


def test_a_circle_of_redirections_ends(host: ThreadingHTTPServer, asker: Asker) -> None:
    """After a few steps."""
    url = _url(host, "302/circle")
    host.RequestHandlerClass = type("Circle", (_Host,), {"_answer": _circle, "do_HEAD": _circle, "do_GET": _circle})
    assert Answer(url, "failed", "too many redirections") == asker.ask(url)


def _circle(self: BaseHTTPRequestHandler) -> None:
    self.send_response(302)
    self.send_header("Location", "/again")
    self.send_header("Content-Length", "0")
    self.end_headers()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
    ],
)
def test_hosts_of_our_own_network_are_not_asked(url: str) -> None:
    """Contributors write the addresses; the program runs where they may not look."""
    assert "failed" == Asker(pause=0, timeout=2).ask(url).outcome


def _only_the_outlet(name: str, port: int) -> Iterable[str]:
    return ["127.0.0.1"] if name == "outlet.example" else public_addresses(name, port)


def test_a_redirection_into_our_own_network_is_not_followed(host: ThreadingHTTPServer) -> None:
    """Every step is looked at."""
    first = Asker(
        resolve=lambda name, port: ["127.0.0.1"] if name == "outlet.example" else public_addresses(name, port)
    )
    first.pause, first.timeout = 0, 2
    inside = f"http://localhost:{host.server_address[1]}/200"
    assert "failed" == first.ask(_url(host, f"302/{inside}")).outcome
    assert ["HEAD /302/" + inside] == host.asked  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "http://user:secret@example.org/", "http:///x", "http://exa mple/"]
)
def test_what_is_no_plain_web_address_is_not_asked(asker: Asker, url: str) -> None:
    """And nothing is raised."""
    assert "failed" == asker.ask(url).outcome


def test_an_arabic_path_is_asked_for(host: ThreadingHTTPServer, asker: Asker) -> None:
    """In percent encoding."""
    assert "found" == asker.ask(_url(host, "أخبار?س=1")).outcome
    assert ["HEAD /%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1?%D8%B3=1"] == host.asked  # type: ignore[attr-defined]


def test_an_address_named_twice_is_asked_once(host: ThreadingHTTPServer, asker: Asker) -> None:
    """Hosts are not ours."""
    asker.ask_all([_url(host, "200"), _url(host, "200")], lambda _done, _all: None)
    assert ["HEAD /200"] == host.asked  # type: ignore[attr-defined]


@pytest.fixture
def folder(tmp_path: Path, host: ThreadingHTTPServer, asker: Asker, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bilingual timeline, of which one source is gone and one has moved; `waqai links` asks the host above."""
    place = shutil.copytree(TIMELINES / "bilingual", tmp_path / "timeline")
    text = (place / REPORT).read_text("utf-8").replace("https://example.org/courier/1", _url(host, "404"))
    (place / REPORT).write_text(text.replace("https://archive.example.org/courier/1", _url(host, "301/200")), "utf-8")
    for file in (place / "content").rglob("*"):
        if file.is_file():
            file.write_text(file.read_text("utf-8").replace("https://example.org/", _url(host, "200/")), "utf-8")
    monkeypatch.setattr(weblinks, "Asker", partial(Asker, resolve=asker.resolve, pause=0, timeout=5))
    return place


def test_the_command_names_the_place_of_an_address_that_is_gone(folder: Path, host: ThreadingHTTPServer) -> None:
    """With its file and line; the command fails."""
    result = run("links", str(folder), "--lang", "en")
    assert f"{REPORT}:7:6: {_url(host, '404')} is not there any more (404 Not Found)" in result.stdout
    assert 1 == result.exit_code


def test_the_command_sums_up(folder: Path) -> None:
    """In one line."""
    last = run("links", str(folder), "--lang", "en").stdout.splitlines()[-1]
    assert last.endswith("Gone: 1, moved: 1, unclear: 0, excused: 0.")


def test_a_source_that_is_gone_without_a_copy_gets_the_address_of_an_archive(
    folder: Path, host: ThreadingHTTPServer
) -> None:
    """Where one may be found."""
    text = (folder / REPORT).read_text("utf-8")
    (folder / REPORT).write_text("\n".join(x for x in text.split("\n") if "archived" not in x), "utf-8")
    said = run("links", str(folder), "--lang", "en").stdout
    assert f"look for a copy: https://web.archive.org/web/*/{_url(host, '404')}" in said


def test_an_excused_address_is_not_asked(folder: Path, host: ThreadingHTTPServer) -> None:
    """Its reason stands in links-excused.yaml."""
    (folder / "links-excused.yaml").write_text(f'"{_url(host, "404")}": The outlet closed in 2022.\n', "utf-8")
    result = run("links", str(folder), "--lang", "en")
    assert 0 == result.exit_code
    assert "HEAD /404" not in host.asked  # type: ignore[attr-defined]


def test_an_excuse_that_nothing_needs_is_told(folder: Path) -> None:
    """It can be deleted."""
    (folder / "links-excused.yaml").write_text('"https://example.org/old": It was there once.\n', "utf-8")
    said = run("links", str(folder), "--lang", "en").stdout
    assert "excused, but no longer in the timeline: https://example.org/old" in said


def test_json_has_every_finding(folder: Path) -> None:
    """For programs."""
    data = json.loads(run("links", str(folder), "--format", "json").stdout)
    assert {"gone", "moved"} == {finding["outcome"] for finding in data["findings"]}


def test_markdown_forms_no_link_of_a_contributors_making(folder: Path) -> None:
    """It goes into an issue."""
    lines = run("links", str(folder), "--format", "markdown", "--lang", "en").stdout.splitlines()[:-1]
    assert lines
    assert all(line.startswith("- ") and "://" + "\u2060" in line for line in lines)
