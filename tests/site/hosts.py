"""Other people's sites: pages on another origin, with style sheets and policies of their own, that show ours."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from re import DOTALL, findall, sub

HOSTILE = """
* { margin: 9px !important; max-width: 900px; line-height: 3 !important; font: 30px cursive !important; float: none; }
iframe { display: none !important; height: 3px !important; transform: rotate(9deg) !important; }
.frame iframe { display: block !important; height: 600px !important; transform: none !important; }
ol, ul, li, p, h1 { direction: ltr !important; text-align: center !important; color: red !important; }
"""
"""What the style sheet of a page does to everything, without meaning us."""


@dataclass(frozen=True)
class Paper:
    """A newspaper's page around our snippets."""

    lang: str
    dir: str
    body: str
    site: str
    """The only other origin that its policy allows."""

    @property
    def text(self) -> str:
        """The page."""
        policy = f"default-src 'none'; style-src 'self'; script-src {self.site}; frame-src {self.site}; img-src * data:"
        return f"""<!doctype html><html lang="{self.lang}" dir="{self.dir}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>A paper</title>
<link rel="stylesheet" href="hostile.css"><link rel="icon" href="data:,"></head><body>
<a href="#before" id="before">before</a>{self.body}<a href="#after" id="after">after</a></body></html>"""


def snippet(site: Path, page: str, key: str, canonical: str, address: str) -> str:
    """What the builder says is to be pasted, with the address at which the site stands in the test."""
    text = findall(rf'<code id="{key}-text"[^>]*>(.*?)</code>', (site / page).read_text("utf-8"), DOTALL)[0]
    return unescape(sub(r"</?bdi[^>]*>", "", text)).replace(canonical, address)


class _Host(SimpleHTTPRequestHandler):
    """Serves a folder with the headers that its file `_headers` asks for, as hosts that read one do."""

    def __init__(self, *arguments: object, directory: str, rules: Mapping[str, list[tuple[str, str]]]) -> None:
        self.rules = rules
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        for pattern, headers in self.rules.items():
            for name, value in headers if fnmatch(self.path.partition("?")[0], pattern) else ():
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002 - the name that http.server gives it
        """Keep the tests' output quiet."""


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """Serve a folder at an origin of its own, and give its address, with a slash at the end."""
    handler = partial(_Host, directory=str(folder), rules=_rules(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _rules(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """The headers by pattern of the path."""
    file = folder / "_headers"
    rules: dict[str, list[tuple[str, str]]] = {}
    for line in file.read_text("utf-8").splitlines() if file.exists() else ():
        if line.startswith("/"):
            rules[line] = []
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            rules[list(rules)[-1]].append((name, value))
    return rules
