"""A web server for one folder, on this machine only."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Handler(SimpleHTTPRequestHandler):
    """Serves the folder below a path of the server, and nothing beside it."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, mount: str, directory: str, keeps_alive: bool) -> None:
        self.mount = mount
        if not keeps_alive:
            self.protocol_version = "HTTP/1.0"
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file for an address, or a path that cannot exist."""
        if not path.startswith(self.mount):
            return str(Path(self.directory, "\x1f"))
        return super().translate_path("/" + path.removeprefix(self.mount))

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002 - the name that http.server gives it
        """Keep the tests' output quiet."""


@contextmanager
def serving(folder: Path, mount: str = "/", *, keeps_alive: bool = True) -> Iterator[str]:
    """Serve `folder` and give the address of its root, with a slash at the end.

    Afterwards nothing answers there; on connections that are kept alive, only after a while.
    """
    handler = functools.partial(_Handler, mount=mount, directory=str(folder), keeps_alive=keeps_alive)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{mount}"
        server.shutdown()
