"""`waqai serve`: the site on this computer, built again on every change, with faults shown over the page.

Nothing of this is in the published files: the script that reloads the page is added while a page is being sent.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from watchfiles import watch

from waqai.cli import report
from waqai.cli.building import Built, Order, build_site
from waqai.cli.console import Console
from waqai.content.reader import SETTINGS
from waqai.problems import N_, Problem
from waqai.themes import built_in_theme

SCRIPT = b'<script src="/.waqai/reload.js" defer></script></body>'
STATIC = Path(__file__).parent / "static"
HEARTBEAT = 15.0
"""Seconds after which a waiting browser is told that we are still there."""
NOTHING_TO_SERVE = N_("“{folder}” has no file timeline.yaml. Give the folder of a timeline.")
PORT_TAKEN = N_("Port {port} cannot be used ({reason}). Choose another one with --port; 0 takes any that is free.")
EMPTY_PAGE = b"<!doctype html><html lang=en><title>waqai</title><body></body></html>"
"""Where nothing could be built yet: a place for the faults to be shown."""
IGNORED = ("output", ".venv", ".git")


class State:
    """What the browsers are to know: how many builds there were, and what is wrong now."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 0
        self._faults: list[dict[str, object]] = []

    def update(self, faults: list[dict[str, object]]) -> None:
        """A build has ended."""
        with self._changed:
            self._version += 1
            self._faults = faults
            self._changed.notify_all()

    def wait(self, seen: int) -> dict[str, object]:
        """The state once it is newer than `seen`, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != seen, timeout=HEARTBEAT)
            return {"version": self._version, "faults": self._faults}


class Handler(SimpleHTTPRequestHandler):
    """Serves the published folder; adds the reloading script to pages; keeps its log to itself."""

    state: State

    def handle(self) -> None:
        """One connection; a browser that leaves in the middle is no event."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """A file, a page with the script, or the stream of states."""
        self.path = urlsplit(self.path).path
        if self.path == "/.waqai/reload.js":
            self._send((STATIC / "reload.js").read_bytes(), "text/javascript; charset=utf-8")
        elif self.path == "/.waqai/reload.css":
            self._send((STATIC / "reload.css").read_bytes(), "text/css; charset=utf-8")
        elif self.path == "/.waqai/states":
            self._stream()
        else:
            self._send_file()

    def _send_file(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        missing = Path(self.directory, "404.html")
        if path.suffix == ".html" and path.is_file():
            self._send(_with_script(path.read_bytes()), "text/html; charset=utf-8")
        elif not path.exists() and missing.is_file():
            self._send(_with_script(missing.read_bytes()), "text/html; charset=utf-8", status=404)
        elif not path.is_file():
            self._send(_with_script(EMPTY_PAGE), "text/html; charset=utf-8", status=404)
        else:
            super().do_GET()

    def _send(self, content: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _stream(self) -> None:
        """Server-sent events: the state now, and after every build."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = -1
        try:
            while True:
                state = self.state.wait(seen)
                seen = int(str(state["version"]))
                self.wfile.write(f"data: {json.dumps(state)}\n\n".encode())
                self.wfile.flush()
        except OSError:
            return  # the browser has gone

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that the base class gives it
        """Nothing: the terminal is for faults."""


def _with_script(page: bytes) -> bytes:
    return page.replace(b"</body>", SCRIPT, 1)


class Collecting(Console):
    """A console that also remembers the faults that it printed, for the browser."""

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self.faults: list[dict[str, object]] = []

    def problems(self, problems: Any, root: Path, output_format: report.Format = "text") -> None:
        """Print and remember."""
        super().problems(problems, root, output_format)
        self.faults += [self._fault(problem) for problem in problems if problem.is_error]

    def _fault(self, problem: Problem) -> dict[str, object]:
        place = f"{problem.file}:{problem.line}:{problem.column}"
        return {"place": place, "text": report.sentence(problem, self.translate)}

    def failure(self, message: str, **values: object) -> None:
        """Print and remember."""
        super().failure(message, **values)
        self.faults.append({"place": "", "text": self.translate(message).format(**values)})


def serve_site(order: Order, port: int, lang: str) -> None:
    """Build, serve on the loopback address, and build again on every change, until interrupted."""
    console, state = Collecting(lang), State()
    if not (order.folder / SETTINGS).is_file():
        console.failure(NOTHING_TO_SERVE, folder=order.folder)
        raise SystemExit(1)
    handler = type("SiteHandler", (Handler,), {"state": state})
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(order.output.absolute())))
    except OSError as error:
        console.failure(PORT_TAKEN, port=port, reason=error.strerror)
        raise SystemExit(1) from None
    _build(order, console, state)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    console.summary(N_("Serving at {address} — stop with Ctrl+C."), address=address)
    try:
        for _ in watch(*_watched(order), watch_filter=partial(_matters, order), debounce=50, step=10):
            _build(order, console, state)
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def _build(order: Order, console: Collecting, state: State) -> Built | None:
    console.faults.clear()
    built = build_site(order, console)
    if built:
        text = N_("Built {pages} pages in {seconds} s.")
        console.summary(text, pages=built.result.pages, seconds=f"{built.seconds:.2f}")
    state.update(list(console.faults))
    return built


def _watched(order: Order) -> list[Path]:
    theme = order.theme or built_in_theme()
    return [path for path in (order.folder, theme) if path.is_dir()]


def _matters(order: Order, _change: object, path: str) -> bool:
    """Whether a changed path can change the site: not what we write, nor what lies hidden."""
    changed = Path(path)
    if order.output.absolute() in (changed, *changed.parents):
        return False
    folder = order.folder.absolute()
    first = changed.relative_to(folder).parts[:1] if changed.is_relative_to(folder) else ()
    return not any(part.startswith(".") or part in IGNORED for part in first)
