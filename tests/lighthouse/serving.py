"""A web server as hosts run it: compressed, with types and with lifetimes for what never changes."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "image/svg+xml", "application/json", "application/xml", "application/atom+xml")
FOR_EVER = "public, max-age=31536000, immutable"
"""For the theme: its files have a digest in their names, or come with the fonts of a release."""
FOR_A_WHILE = "public, max-age=600"


class _Host(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, site: Path) -> None:
        self.site = site
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A file of the site, or 404."""
        path = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
        file = (self.site / path).resolve()
        if not (file.is_relative_to(self.site) and file.is_file()):
            self.send_error(404)
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self._answer(_body(file, kind), kind, FOR_EVER if path.startswith("theme/") else FOR_A_WHILE)

    def _answer(self, body: bytes, kind: str, lifetime: str) -> None:
        is_text = kind.startswith(COMPRESSED)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", lifetime)
        self.send_header("X-Content-Type-Options", "nosniff")
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002 - the name that http.server gives it
        """Say nothing."""


@cache
def _body(file: Path, kind: str) -> bytes:
    content = file.read_bytes()
    return gzip.compress(content, mtime=0) if kind.startswith(COMPRESSED) else content


@contextmanager
def hosting(site: Path) -> Iterator[str]:
    """Serve the site and give the address of its root, with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, site=site.resolve())) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
