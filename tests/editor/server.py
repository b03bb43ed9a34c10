"""A small client of the YAML language server that editors use (Language Server Protocol 3.17, over stdio)."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO, Any

from tests import npm

HERE = Path(__file__).parent
SERVER = HERE / "node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 240
"""Seconds after which a server that does not answer is ended."""


def install() -> None:
    """Fetch the server in the version of the lock file, unless it is there."""
    npm.install(HERE)


class Editor:
    """An editor that has opened a folder, and speaks with the server that has begun."""

    def __init__(self, folder: Path, settings: Mapping[str, Any], to: IO[bytes], back: IO[bytes]) -> None:
        self.folder = folder
        self._settings = {"yaml": {"schemaStore": {"enable": False}, **settings}}
        self._to, self._back = to, back
        self._last = 0
        self.diagnostics: dict[str, list[str]] = {}
        """By address: what the server last said of a file."""
        self._begin()

    def _begin(self) -> None:
        root = self.folder.as_uri()
        workspace = {"configuration": True, "workspaceFolders": True}
        hover = {"contentFormat": ["markdown"]}
        self.ask(
            "initialize",
            processId=None,
            rootUri=root,
            workspaceFolders=[{"uri": root, "name": self.folder.name}],
            capabilities={"workspace": workspace, "textDocument": {"hover": hover, "completion": {}}},
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self._settings)

    def open(self, path: Path, text: str) -> str:
        """Open a file with this text; its address."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return path.as_uri()

    def wait_for_diagnostics(self, addresses: Sequence[str]) -> dict[str, list[str]]:
        """What the server says of files that were opened."""
        while not self.diagnostics.keys() >= set(addresses):
            self._take(self._next())
        return {address: self.diagnostics[address] for address in addresses}

    def completions(self, address: str, line: int, column: int) -> set[str]:
        """What the editor offers at a place, counted from 0."""
        offered = self.ask("textDocument/completion", textDocument={"uri": address}, position=_at(line, column))
        return {item["label"] for item in offered["items"]}

    def hover(self, address: str, line: int, column: int) -> str:
        """What the editor shows for a place, counted from 0."""
        shown = self.ask("textDocument/hover", textDocument={"uri": address}, position=_at(line, column))
        return str(shown["contents"]["value"]) if shown else ""

    def ask(self, method: str, **parameters: object) -> Any:
        """The server's answer to a request; what else it says meanwhile is kept or answered."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": parameters})
        while (message := self._next()).get("id") != self._last or "method" in message:
            self._take(message)
        assert "error" not in message, message["error"]
        return message["result"]

    def _take(self, message: dict[str, Any]) -> None:
        match message:
            case {"method": "textDocument/publishDiagnostics", "params": {"uri": uri, "diagnostics": found}}:
                self.diagnostics[uri] = [f"{each['range']['start']['line'] + 1}: {each['message']}" for each in found]
            case {"method": "workspace/configuration", "id": asked, "params": {"items": items}}:
                self._send({"id": asked, "result": [self._settings.get(item["section"], {}) for item in items]})
            case {"method": _, "id": asked}:
                self._send({"id": asked, "result": None})

    def _tell(self, method: str, **parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._to.flush()

    def _next(self) -> dict[str, Any]:
        length = 0
        while header := self._back.readline().strip():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server ended, or did not answer"
        message: dict[str, Any] = json.loads(self._back.read(length))
        return message


def _at(line: int, column: int) -> dict[str, int]:
    return {"line": line, "character": column}


@contextmanager
def editing(folder: Path, settings: Mapping[str, Any]) -> Iterator[Editor]:
    """An editor in a folder, with the settings for YAML; the server ends with it."""
    node = shutil.which("node")
    assert node, npm.WITHOUT_NODE
    command = [node, str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        patience = Timer(PATIENCE, server.kill)
        patience.start()
        try:
            assert server.stdin, "a pipe was asked for"
            assert server.stdout, "a pipe was asked for"
            yield Editor(folder, settings, server.stdin, server.stdout)
        finally:
            patience.cancel()
            server.kill()
