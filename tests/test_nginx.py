"""The recipe for nginx in docs/publishing.md, tried on the loopback address."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.build.publishing import publish_files
from waqai.build.served import bring

pytestmark = pytest.mark.nginx

RECIPE = Path(__file__).parents[1] / "docs" / "publishing.md"
WITHOUT_NGINX = """These tests need nginx, and there is none here.
Debian: apt-get install nginx-light    Fedora: dnf install nginx    macOS: brew install nginx"""
TYPES = {
    "ar/index.html": "text/html; charset=utf-8",
    "ar/feed.atom": "application/atom+xml; charset=utf-8",
    "ar/feed.json": "application/feed+json; charset=utf-8",
    "ar/calendar.ics": "text/calendar; charset=utf-8",
    "ar/site.webmanifest": "application/manifest+json; charset=utf-8",
    "data/v1/events.json": "application/json; charset=utf-8",
    "data/v1/events.csv": "text/csv; charset=utf-8",
    "data/v1/places.geojson": "application/geo+json; charset=utf-8",
    "data/v1/timeline.ttl": "text/turtle; charset=utf-8",
    "data/v1/timeline.jsonld": "application/ld+json; charset=utf-8",
    "data/v1/sources.ar.bib": "application/x-bibtex; charset=utf-8",
    "data/v1/sources.ar.ris": "application/x-research-info-systems; charset=utf-8",
    "embed/waqai-1.js": "text/javascript; charset=utf-8",
    "theme/fonts/text-arabic.woff2": "font/woff2",
    "theme/icons/icon.svg": "image/svg+xml",
    "sitemap.xml": "text/xml; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    content: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    port: int

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for an address."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.getheaders()), response.read())
        connection.close()
        return answer


def _configuration(folder: Path, port: int, root: Path) -> str:
    """The recipe, with another port and folder, and with all that nginx writes in a folder of ours."""
    block = re.search(r"```nginx\n(.+?)```", RECIPE.read_text("utf-8"), re.DOTALL)
    assert block
    recipe = block[1].replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/www/talks;", f"{root};")
    places = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if not os.getuid() else ""
    main = f"{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{ }}\n"
    return f"{main}http {{\naccess_log off;\n{places}{recipe}}}\n"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, synthetic_site: Path) -> Path:
    """A site in the folder that the server shows."""
    folder = tmp_path_factory.mktemp("www") / "talks"
    bring(synthetic_site, folder)
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, shown: Path) -> Iterator[Server]:
    """The server, until the tests are done."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    assert nginx, WITHOUT_NGINX
    folder = tmp_path_factory.mktemp("nginx")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "nginx.conf").write_text(_configuration(folder, port, shown), "utf-8")
    command = [nginx, "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command) as process:
        try:
            _wait(process, port, folder)
            yield Server(port)
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    """Until it listens."""
    while process.poll() is None:
        with socket.socket() as client:
            if not client.connect_ex(("127.0.0.1", port)):
                return
    raise AssertionError((folder / "error.log").read_text())


def _rules(site: Path) -> dict[str, dict[str, str]]:
    """The headers that a site asks its host for, by path."""
    rules: dict[str, dict[str, str]] = {}
    path = ""
    for line in (site / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            path, rules[line] = line, {}
        else:
            name, _, value = line.strip().partition(": ")
            rules[path][name] = value
    return rules


def test_every_header_that_the_site_asks_for_is_sent(server: Server, shown: Path) -> None:
    """With one file for each rule of `_headers`."""
    paths = [f"/{path.relative_to(shown).as_posix()}" for path in sorted(shown.rglob("*.*")) if path.is_file()]
    for pattern, wanted in _rules(shown).items():
        path = next(path for path in paths if fnmatch(path, pattern))
        sent = server.get(path).headers
        assert wanted == {name: sent.get(name) for name in wanted}, path


@pytest.mark.parametrize("path", TYPES)
def test_every_kind_of_file_is_served_as_what_it_is(server: Server, path: str) -> None:
    """Text says that it is UTF-8."""
    answer = server.get(f"/{path}")
    assert (200, TYPES[path]) == (answer.status, answer.headers["Content-Type"])


@pytest.mark.parametrize(("path", "page"), [("/nowhere", "404.html"), ("/en/no/page.html", "en/404.html")])
def test_an_unknown_address_is_answered_with_the_site_s_page(server: Server, shown: Path, path: str, page: str) -> None:
    """In the language of the address, with the status of an error and all headers for safety."""
    answer = server.get(path)
    assert (404, (shown / page).read_bytes()) == (answer.status, answer.content)
    assert "no-referrer" == answer.headers["Referrer-Policy"]


def test_a_page_that_did_not_change_is_not_sent_again(server: Server) -> None:
    """The browser asks, and is told so."""
    first = server.get("/en/index.html")
    again = server.get("/en/index.html", If_None_Match=first.headers["ETag"])
    assert ("no-cache", 304, b"") == (first.headers["Cache-Control"], again.status, again.content)


def test_a_page_is_compressed(server: Server) -> None:
    """For browsers that can read that."""
    assert "gzip" == server.get("/en/index.html", Accept_Encoding="gzip").headers["Content-Encoding"]


def test_a_folder_is_answered_with_its_index(server: Server, shown: Path) -> None:
    """And `/` with the page on which readers choose their language."""
    for path in ("", "en/"):
        assert (shown / path / "index.html").read_bytes() == server.get(f"/{path}").content


@pytest.mark.parametrize("path", ["/_headers", "/.git/config"])
def test_what_is_for_nobody_is_not_served(server: Server, path: str) -> None:
    """Even if it lies there."""
    assert 404 == server.get(path).status


def test_a_new_site_is_shown_without_a_word_to_the_server(server: Server, shown: Path, tmp_path: Path) -> None:
    """The folder is exchanged under its name; what did not change keeps its time, and its mark for caches."""
    mark = server.get("/robots.txt").headers["ETag"]
    files = {"index.html": "synthetic", "robots.txt": (shown / "robots.txt").read_text("utf-8")}
    publish_files(tmp_path / "new", files)
    bring(tmp_path / "new", shown)
    assert (b"synthetic", mark) == (server.get("/").content, server.get("/robots.txt").headers["ETag"])
