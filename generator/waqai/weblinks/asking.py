"""Asks hosts whether an address still leads anywhere: politely, and never a host inside of our own network.

The files are contributors', so the addresses are too: every name is resolved here, only public addresses (by IANA's
registries) are connected to, at every step of a redirection, and what comes back is not read.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import SplitResult, urljoin, urlsplit

Outcome = Literal["found", "moved", "gone", "refused", "failed", "not-asked"]
"""It is there · it is there under another address for good · it is not there (404, 410) · the host answers no
programs · the host could not be reached, or made a mistake · an address that may not be asked."""

AGENT = "waqai-links (checks the sources of a public record once a week)"
TIMEOUT = 20.0
"""Seconds for one answer."""
PAUSE = 1.0
"""Seconds between two questions to one host."""
AT_ONCE = 8
"""Hosts that are asked at the same time."""
MOST_STEPS = 6
"""Redirections that are followed."""
_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 403, 406, 429, 451, 503, 999})
_ASK_AGAIN = frozenset({400, 403, 405, 406, 501})
"""What hosts answer to HEAD that they would not answer to GET."""
_FOR_GOOD = frozenset({301, 308})
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})

Resolve = Callable[[str, int], Iterable[str]]
"""Host and port to IP addresses. Raises OSError."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one address."""

    url: str
    outcome: Outcome
    reason: str
    """The status, or why there was none; in English, as hosts and systems say it."""
    now: str = ""
    """Where it leads for good, if it has moved."""


def public_addresses(host: str, port: int) -> Iterator[str]:
    """The public IP addresses of a host. Raises OSError where it has none."""
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    public = [address for address in dict.fromkeys(found) if ipaddress.ip_address(address).is_global]
    if not public:
        message = "no public address"
        raise OSError(message)
    yield from public


@dataclass(slots=True)
class Asker:
    """Asks for addresses; each host is asked one question at a time."""

    resolve: Resolve = public_addresses
    pause: float = PAUSE
    timeout: float = TIMEOUT
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def ask_all(self, urls: Iterable[str], progress: Callable[[int, int], None]) -> dict[str, Answer]:
        """The answers for all addresses, each asked once."""
        by_host: dict[str, list[str]] = defaultdict(list)
        for url in dict.fromkeys(urls):
            by_host[urlsplit(url).netloc].append(url)
        total = sum(map(len, by_host.values()))
        answers: dict[str, Answer] = {}
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for asked in pool.map(self._ask_host, by_host.values()):
                answers |= {answer.url: answer for answer in asked}
                progress(len(answers), total)
        return answers

    def _ask_host(self, urls: list[str]) -> list[Answer]:
        answers = []
        for number, url in enumerate(urls):
            if number:
                time.sleep(self.pause)
            answers.append(self.ask(url))
        return answers

    def ask(self, url: str) -> Answer:
        """What becomes of one address; nothing is ever raised."""
        target, for_good = url, True
        for _ in range(MOST_STEPS):
            try:
                status, location = self._status(target)
            except (OSError, ValueError, http.client.HTTPException) as error:
                return Answer(url, "failed", _said(error))
            if status not in _REDIRECTIONS or not location:
                return _answer(url, status, target if for_good and target != url else "")
            for_good = for_good and status in _FOR_GOOD
            target = urljoin(target, location)
            if urlsplit(target).scheme not in {"http", "https"}:
                return Answer(url, "not-asked", f"leads to {urlsplit(target).scheme}:")
        return Answer(url, "failed", "too many redirections")

    def _status(self, url: str) -> tuple[int, str]:
        """The status that an address answers with, and where it leads on."""
        found = self._request("HEAD", url)
        return self._request("GET", url) if found[0] in _ASK_AGAIN else found

    def _request(self, method: str, url: str) -> tuple[int, str]:
        parts = urlsplit(url)
        connection = self._connection(parts)
        try:
            connection.request(method, _target(parts), headers={"User-Agent": AGENT, "Accept": "*/*"})
            response = connection.getresponse()
            return response.status, response.headers.get("Location") or ""
        finally:
            connection.close()

    def _connection(self, parts: SplitResult) -> http.client.HTTPConnection:
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.password:
            message = "not an address that may be asked"
            raise ValueError(message)
        connection: Any
        if parts.scheme == "https":
            connection = http.client.HTTPSConnection(
                parts.hostname, parts.port, timeout=self.timeout, context=self.context
            )
        else:
            connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=self.timeout)
        connection._create_connection = self._connect  # noqa: SLF001 - where http.client makes its sockets
        return connection  # type: ignore[no-any-return]

    def _connect(self, address: tuple[str, int], timeout: float, source: Any = None) -> socket.socket:
        """A socket to a host, at an address that was looked at before it was connected to."""
        host, port = address
        last: OSError | None = None
        for ip in self.resolve(host, port):
            try:
                return socket.create_connection((ip, port), timeout, source)
            except OSError as error:
                last = error
        raise last or OSError("no address")


def _target(parts: SplitResult) -> str:
    """The path and query as a request line has them: other letters than ASCII in percent encoding."""
    path = parts.path or "/"
    text = f"{path}?{parts.query}" if parts.query else path
    return "".join(c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode()) for c in text)


def _said(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return reason or type(error).__name__


def _answer(url: str, status: int, now: str) -> Answer:
    reason = f"{status} {http.client.responses.get(status, '')}".strip()
    if status in _GONE:
        return Answer(url, "gone", reason)
    if status in _REFUSED:
        return Answer(url, "refused", reason)
    if not 200 <= status < 300:  # noqa: PLR2004 - the range of success
        return Answer(url, "failed", reason)
    return Answer(url, "moved", reason, now) if now else Answer(url, "found", reason)
