"""What a hostile pull request could hold: each attack changes the smallest timeline.

All of it is synthetic. Some attacks are refused, others are legitimate to the letter and pass; none may take long, hold
much memory or end in a traceback.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.hostile.texts import MARKDOWN
from tests.samples import MINIMAL

EVENT, SETTINGS, CATALOGUE = "content/events/first-talks.yaml", "timeline.yaml", "locales/ar.po"
_EVENT_TEXT = (MINIMAL / EVENT).read_text("utf-8")
_SETTINGS_TEXT = (MINIMAL / SETTINGS).read_text("utf-8")
_ARABIC_TOO = _SETTINGS_TEXT.replace("[en]", "[en, ar]")
_ADDRESS = "https://example.org/report"
_GIB = 1 << 30
MANY = 19_000
"""Entries of a list that a file has just room for."""


@dataclass(frozen=True, slots=True)
class Attack:
    """A change to the smallest timeline, in a folder of its own."""

    name: str
    steps: tuple[Callable[[Path], object], ...]

    def lay_out(self, root: Path) -> None:
        """Change the timeline in a folder."""
        for step in self.steps:
            step(root)


def _written(root: Path, path: str, text: str | bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))


def _file(path: str, text: str | bytes) -> Callable[[Path], None]:
    return lambda root: _written(root, path, text)


def _event(name: str, more: str) -> Attack:
    return Attack(name, (_file(EVENT, _EVENT_TEXT + more),))


def _changed(name: str, before: str, after: str) -> Attack:
    assert before in _EVENT_TEXT
    return Attack(name, (_file(EVENT, _EVENT_TEXT.replace(before, after)),))


def _settings(name: str, more: str, base: str = _SETTINGS_TEXT) -> Attack:
    return Attack(name, (_file(SETTINGS, base + more),))


def _each(count: int, line: str) -> str:
    return "".join(line.format(n=number) for number in range(count))


def _claims(count: int, more: str) -> str:
    return "claims:\n" + _each(count, f"- {{{{id: c{{n}}, text: t, chain: [gazette], {more}}}}}\n")


def values() -> Iterator[Attack]:
    """Lists, maps and numbers that are wrong many times over."""
    yield _event("wrong entries", f"tags: [{'[],' * MANY}]\n")
    yield _event("bad ids", f"who: {{party: [{_each(15_000, 'X {n},')}]}}\n")
    yield _event("unknown ids", f"where: [{_each(15_000, 'place-{n},')}]\n")
    yield _event("unknown keys", _each(9_900, "zz{n}: 1\n"))
    yield _event("unknown relations", "links:\n" + _each(9_900, "  zz{n}: []\n"))
    yield _event("unknown roles", "who:\n" + _each(9_900, "  zz{n}: []\n"))
    yield _event("unknown terms", "moves:\n" + _each(9_000, "  first-talks#x{n}: open\n"))
    yield _event("unknown claims", f"{_claims(1, 'disputes: [' + _each(15_000, 'x{n},') + ']')}")
    yield _event("many claims", _claims(2_000, "mode: quote"))
    yield _event("claims that dispute all others", _claims(200, f"disputes: [{_each(80, 'c{n},')}]"))
    yield _event("claims that confirm all others", _claims(200, f"confirms: [{_each(80, 'c{n},')}]"))
    yield _event("a long chain", f"claims:\n- {{id: c, text: t, chain: [{'gazette,' * 18_000}]}}\n")
    yield _event("relations to itself", f"links: {{see-also: [{'first-talks,' * 15_000}]}}\n")
    yield _event("many changes", "changes:\n" + "- {date: 2021-01-01, kind: update, note: x}\n" * 2_700)
    yield _event("many earlier ids", f"was: [{_each(MANY, 'o{n},')}]\n")
    yield _event("many sources", "  - {url: 'https://example.org', title: x, publisher: gazette}\n" * 2_800)
    yield _event("many languages", "summary:\n  en: x\n" + _each(999, "  ar-{n:03}: x\n"))
    yield _event("a long key", f"'{'k' * 65_536}': 1\n")
    yield _event("something deep", f"imported: {{format: ics, kept: {'{a: ' * 28}1{'}' * 28}}}\n")
    yield _event("a whole number of 65,000 digits", f"order: {'9' * 65_000}\n")
    yield _event("a number without end", "order: 1e999999\n")


def slips() -> Iterator[Attack]:
    """What the search for the slip behind a syntax error could stumble over."""
    yield _event("quotes and backslashes", "tags: [a " + '"\\' * 60_000 + "\n")
    yield _event("escaped quotes", 'tags: [a "b" ' + '\\"' * 60_000 + "\n")
    yield _event("escaped quotes on two lines", "tags: [a \n" + '"\\"' * 40_000 + "\n[")
    yield _event("comments in a list", "tags:\n" + "- a #b\n" * 15_000)
    yield _event("a list in braces", "tags: {" + "a,\n" * 9_000 + "}\n")
    yield _event("Arabic commas", f"tags: [{'a،b,' * 9_000}]\n")
    yield _event("brackets", f"tags: {'[' * 60_000}\n")
    yield _event("words of two scripts", f"summary: '{'aа ' * 60_000}'\n")
    yield _event("isolates", f"summary: '{chr(0x2067) * 60_000}'\n")


def dates() -> Iterator[Attack]:
    """Dates of every length and form."""
    texts = {
        "digits": "9" * 60_000,
        "a set of 5,000 days": f"[{','.join(f'2021-01-{day % 28 + 1:02}' for day in range(5_000))}]",
        "spaces": f"2021{' ' * 60_000}x",
        "an exponent": "Y-17e7",
        "a long year": "y170000000000",
        "no time": "2021-02-11T99:99",
        "base sixty": "12:30:45",
        "dots": "." * 60_000,
        "slashes": "/" * 60_000,
    }
    for name, text in texts.items():
        yield _changed(f"date: {name}", "date: 2021-02-11", f'date: "{text}"')
    yield _changed("the source's own words", "date: 2021-02-11", f'date: {{is: 2021-02-11, said: "{"يوم " * 12_000}"}}')


def addresses() -> Iterator[Attack]:
    """Addresses that are none, or lead elsewhere than they seem to."""
    found = ["https://[::1", "https://a.b:99999999999/", f"https://{'a' * 60_000}", "https://user:pw@e\u2100.org/"]
    for number, address in enumerate(found):
        yield _changed(f"address {number}", _ADDRESS, address)
    yield _settings(
        "site with dots", "", _SETTINGS_TEXT.replace("https://example.org", "https://example.org/../..//x?y#z")
    )
    yield _settings("half a repository", 'repository: "https://[x"\n')
    yield _settings("a repository with a word for a port", 'repository: {url: "https://e.org:x/", forge: github}\n')
    folder = 'repository: {url: https://github.com/a, branch: "../..", folder: "../../x"}\n'
    yield _settings("a repository with folders above", folder)


def markdown() -> Iterator[Attack]:
    """Texts on which other parsers of Markdown spend minutes, as a page, a body and a summary."""
    for name, text in MARKDOWN.items():
        yield Attack(f"page: {name}", (_file("content/pages/about.en.md", f"# T\n\n{text}\n"),))
        lines = "".join(f"  {line}\n" for line in text.split("\n"))
        yield _event(f"body: {name}", f"body: |2\n{lines}")
        yield _event(f"summary: {name}", f"summary: {json.dumps(text[:65_000])}\n")


def special_files() -> Iterator[Attack]:
    """Links, pipes, sockets, and files that are larger than any disk."""
    record = "content/events/x.yaml"
    links = {"zero": "/dev/zero", "itself": "x.yaml", "password": "/etc/passwd"}
    for name, target in links.items():
        yield Attack(f"link to {name}", (partial(_linked, record, target),))
        yield Attack(f"catalogue linked to {name}", (_file(SETTINGS, _ARABIC_TOO), partial(_linked, CATALOGUE, target)))
    yield Attack("folder linked to the one above", (partial(_linked, "content/events/sub", ".."),))
    for path in (record, "content/media/x.jpg", "content/pages/about.en.md"):
        yield Attack(f"pipe {path}", (partial(_piped, path),))
        yield Attack(f"large {path}", (partial(_sparse, path, 3 * _GIB),))
    yield Attack("catalogue as a pipe", (_file(SETTINGS, _ARABIC_TOO), partial(_piped, CATALOGUE)))
    yield Attack("catalogues as a pipe", (_file(SETTINGS, _ARABIC_TOO), partial(_piped, "locales")))
    yield Attack("large catalogue", (_file(SETTINGS, _ARABIC_TOO), partial(_sparse, CATALOGUE, _GIB)))
    yield Attack("settings as a pipe", (lambda root: (root / SETTINGS).unlink(), partial(_piped, SETTINGS)))
    yield Attack("large settings", (partial(_sparse, SETTINGS, 3 * _GIB),))
    yield Attack("socket", (_socket,))
    yield Attack("folder in the place of a file", (lambda root: (root / record).mkdir(),))
    yield Attack("empty file", (_file(record, b""),))


def _linked(path: str, target: str, root: Path) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(target)


def _piped(path: str, root: Path) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(root / path)


def _sparse(path: str, size: int, root: Path) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    with (root / path).open("wb") as file:
        file.truncate(size)


def _socket(root: Path) -> None:
    with socket.socket(socket.AF_UNIX) as own:
        folder = os.open(root / "content/events", os.O_RDONLY)
        own.bind(f"/proc/self/fd/{folder}/x.yaml")
        os.close(folder)


def names() -> Iterator[Attack]:
    """Names that are another name on another system, or none."""
    for name in ("con", "aux", "nul", "com1", "lpt9", "index"):
        yield Attack(f"name {name}", (_file(f"content/events/{name}.yaml", _EVENT_TEXT),))
    hidden = ("x\n", "\x1b[31m", "x\u202e", "e\u0301", "\ufb00", "\u212a", "\u0131", "\udc80x")
    for name in ("X", "x.", "x ", "é", "..x", "x.y", "-x", "x-", "xأ", "a" * 101, *hidden):
        yield Attack(f"name {name!a}", (_file(f"content/events/{name}.yaml", _EVENT_TEXT),))
    yield Attack("folder with a capital", (_file("content/Events/x.yaml", _EVENT_TEXT),))
    yield Attack("another ending", (_file("content/events/x.yml", _EVENT_TEXT),))
    for one, other in (("caf\u00e9", "cafe\u0301"), ("A", "a")):
        steps = (_file(f"content/media/{one}.jpg", b"x"), _file(f"content/media/{other}.jpg", b"x"))
        yield Attack(f"pictures {one!a} and {other!a}", steps)


def characters() -> Iterator[Attack]:
    """Encodings and characters that are not what they seem, as they are and as escapes of YAML."""
    text = _EVENT_TEXT.replace("two", "اثنان")
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1256"):
        yield Attack(encoding, (_file("content/events/x.yaml", text.encode(encoding)),))
    for point in (0, 0x85, 0x2028, 0x2029, 0xD, 0x1B, 0x202E, 0x200B, 0xE0041, 0x3164, 0xD800, 0xFFFE, 0xB, 0xC):
        yield _changed(f"U+{point:04X}", "meet", f"me{chr(point)}et")
        yield _changed(f"U+{point:04X} as an escape", "title: The two sides meet", f'title: "a\\U{point:08x}b"')


def crowds() -> Iterator[Attack]:
    """Many files that name one another."""
    yield Attack("a ring of 3,000 topics", (lambda root: _topics(root, 3_000, lambda n: (n + 1) % 3_000),))
    yield Attack("1,500 pairs of topics", (lambda root: _topics(root, 3_000, lambda n: n ^ 1),))
    yield Attack("a row of 3,000 topics", (lambda root: _topics(root, 3_000, lambda n: min(n + 1, 2_999)),))
    yield Attack("events that are all part of one another", (_all_of_all,))
    misspelt = _file(EVENT, f"{_EVENT_TEXT}about: [{_each(15_000, 'p{n}x,')}]\n")
    yield Attack("15,000 slips beside 1,000 topics", (lambda root: _topics(root, 1_000, None), misspelt))


def _topics(root: Path, count: int, whole: Callable[[int], int] | None) -> None:
    for number in range(count):
        part = f"part_of: p{whole(number)}\n" if whole and whole(number) != number else ""
        _written(root, f"content/topics/p{number}.yaml", f"name: P{number}\n{part}")


def _all_of_all(root: Path) -> None:
    for number in range(120):
        others = ",".join(f"d{other}" for other in range(120) if other != number)
        _written(root, f"content/events/d{number}.yaml", f"{_EVENT_TEXT}links: {{part-of: [{others}]}}\n")


def settings() -> Iterator[Attack]:
    """A `timeline.yaml` that asks for too much."""
    words = f"watch_words: {{en: [{_each(490, 'w{n},')}]}}\n"
    long_texts = f"{_EVENT_TEXT}body: '{'word ' * 13_000}'\nsummary: '{'word ' * 13_000}'\n"
    yield Attack("many words to watch", (_file(SETTINGS, _SETTINGS_TEXT + words), _file(EVENT, long_texts)))
    yield _settings("too many words to watch", f"watch_words: {{en: [{_each(15_000, 'w{n},')}]}}\n")
    yield _settings("languages", "", _SETTINGS_TEXT.replace("[en]", f"[en, {_each(999, 'ar-{n:03},')}]"))
    yield _settings("event types", "event_types:\n" + _each(6_000, "  t{n}: {{label: T}}\n"))
    for number, zone in enumerate(("../../etc/passwd", "a/" * 30_000, "Europe", "/dev/zero", "''")):
        yield _settings(f"zone {number}", f"dates: {{zone: {zone}}}\n")
    for number, text in enumerate(("x\n", "- x\n")):
        yield _settings(f"no map {number}", "", text)
    for number, languages in enumerate(("en", "[]", "[1, {}]")):
        yield _settings(f"no languages {number}", "", _SETTINGS_TEXT.replace("[en]", languages))


GROUPS: tuple[Callable[[], Iterator[Attack]], ...] = (
    values,
    slips,
    dates,
    addresses,
    markdown,
    special_files,
    names,
    characters,
    crowds,
    settings,
)
