"""Random edits of a small synthetic timeline: of every kind that an editor, a designer or a translator makes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import yaml
from PIL import Image

from bench.prose import both
from bench.timeline import files_of
from waqai.content import Timeline, load
from waqai.themes import built_in_theme

EVENTS = 5
FIELDS = 4
"""The most fields that one edit changes."""
TRIES = 40
"""How often an edit is drawn again that would be a fault; some fit nearly nowhere."""
GRADES = ("attributed", "disputed", "retracted")
MARK = "synthetic-"

Plain = dict[str, Any]


class Editor:
    """Edits the files of one timeline, and of a theme of its own, always to a state without errors."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 - the same edits for the same seed
        self.root, self.theme = folder / "timeline", folder / "theme"
        self.files: dict[str, str] = dict(files_of(EVENTS))
        self._count = 0
        for path, text in self.files.items():
            _write(self.root / path, text)
        shutil.copytree(built_in_theme(), self.theme)

    def edit(self) -> str:
        """Make one edit; gives back what it was, for messages."""
        for _ in range(TRIES):
            edit = self.chance.choice(EDITS)
            before = dict(self.files)
            said = edit(self)
            self._save(before)
            if not self._faults():
                return f"{edit.__name__.removeprefix('_')} {said}"
            after, self.files = self.files, before
            self._save(after)
        raise AssertionError("no edit could be found that is no fault")

    def _faults(self) -> list[str]:
        loaded = load(self.root, theme=self.theme)
        problems = loaded.problems if isinstance(loaded, Timeline) else loaded
        return [problem.fault.code for problem in problems if problem.is_error]

    def _save(self, before: dict[str, str]) -> None:
        for path in before.keys() - self.files.keys():
            (self.root / path).unlink()
        for path, text in self.files.items():
            if before.get(path) != text:
                _write(self.root / path, text)

    # What edits are made of

    def new(self) -> int:
        """A number that was not given before."""
        self._count += 1
        return self._count

    def paths(self, folder: str = "") -> list[str]:
        """The files of all records, or of those of one folder."""
        return sorted(path for path in self.files if re.match(rf"content/{folder or '(?!pages)'}", path))

    def any_id(self, folder: str) -> str:
        """The id of a record."""
        return Path(self.chance.choice(self.paths(folder))).stem

    def some_ids(self, folder: str) -> list[str]:
        """The ids of none or a few records."""
        paths = self.paths(folder)
        return [Path(path).stem for path in self.chance.sample(paths, min(len(paths), self.chance.randrange(4)))]

    def text(self) -> dict[str, str]:
        """A new text in both languages, or in the first one only; sometimes it names a record."""
        words = both(self.chance, self.chance.randrange(1, 9))
        if self.chance.random() < 0.3:
            named = self.any_id(self.chance.choice(["actors", "places", "topics", "events"]))
            words = {tag: f"{each} [[{named}]]." for tag, each in words.items()}
        return words if self.chance.random() < 0.9 else {"en": words["en"]}

    def day(self) -> str:
        """A date, exact or not."""
        day = f"2001-01-{self.chance.randrange(1, 29):02}"
        form = self.chance.choice(["{}", "{}", "{}~", "{}/2001-02-03", "[..{}]", "{}?", "2001-01"])
        return form.format(day)

    def change(self, path: str, key: str, value: Any) -> None:
        """Set a field of a record, or of a part of one; None removes it."""
        data: Plain = yaml.safe_load(self.files[path])
        place: Any = data
        *way, last = key.split(".")
        for step in way:
            place = place.get(step) if isinstance(place, dict) else None
            place = self.chance.choice(place) if isinstance(place, list) and place else place
        if isinstance(place, dict):
            place.pop(last, None)
            place |= {} if value is None else {last: value}
            self.files[path] = _yaml(data)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _yaml(data: Plain) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


Make = Callable[[Editor], Any]

TEXT: Make = Editor.text
DAY: Make = Editor.day


def _yes_or_no(editor: Editor) -> bool:
    return editor.chance.random() < 0.5


def _ids(folder: str) -> Make:
    return lambda editor: editor.some_ids(folder)


def _id(folder: str) -> Make:
    return lambda editor: editor.any_id(folder)


def _of(*values: Any) -> Make:
    return lambda editor: editor.chance.choice(values)


def _claim_of_any(editor: Editor) -> list[str]:
    return [f"{editor.any_id('events')}#claim-0"]


def _picture(editor: Editor) -> Plain:
    name = f"synthetic-{editor.chance.randrange(3)}.png"
    path = editor.root / "content/media" / name
    path.parent.mkdir(exist_ok=True)
    size = editor.chance.randrange(20, 40)
    Image.new("RGB", (size, 20), (size, 100, 100)).save(path)
    return {"file": name, "alt": editor.text(), "credit": editor.text()}


FIELDS_OF: dict[str, dict[str, Make]] = {
    "events": {
        "title": TEXT,
        "date": DAY,
        "type": _of("talks", "meeting", "statement", "clash"),
        "importance": _of(1, 2, 3),
        "order": _of(0, 1, 2),
        "summary": TEXT,
        "body": TEXT,
        "where": _ids("places"),
        "about": _ids("topics"),
        "sources": _ids("sources"),
        "who": lambda editor: {"party": editor.some_ids("actors"), "mediator": editor.some_ids("actors")},
        "moves": lambda editor: {editor.any_id("topics"): editor.chance.choice(["discussed", "stalled", "imposed"])},
        "links": lambda editor: {"follows": editor.some_ids("events")},
        "claims.text": TEXT,
        "claims.mode": _of("paraphrase", "headline"),
        "claims.chain": lambda editor: [editor.any_id("actors"), editor.any_id("sources")],
        "claims.disputes": _claim_of_any,
        "claims.confirms": _claim_of_any,
        "claims.status": _of(*GRADES),
        "claims.why": TEXT,
        "differ.ask": TEXT,
        "image": _picture,
        "live": _yes_or_no,
        "draft": _yes_or_no,
        "tags": _of(["synthetic"], ["word", "كلمة"]),
        "changes": lambda editor: [{"date": "2001-03-04", "kind": "correction", "note": editor.text()}],
        "added": _of("2001-02-01", "2001-02-02", None),
    },
    "actors": {
        "name": TEXT,
        "short": TEXT,
        "note": TEXT,
        "summary": TEXT,
        "part_of": _id("actors"),
        "based": _id("places"),
        "kind": _of("group", "institution", "office"),
        "from": _of("1999", "2000-01"),
        "aka": lambda editor: [{"name": f"Synthetic {editor.new()}", "lang": "en", "by": editor.some_ids("actors")}],
    },
    "places": {
        "name": TEXT,
        "kind": _of("city", "area", "site"),
        "in": _id("places"),
        "at": _of([36.2, 37.1], [33.5, 36.3], None),
        "blur": _of(5, None),
        "summary": TEXT,
    },
    "topics": {"name": TEXT, "short": TEXT, "summary": TEXT, "part_of": _id("topics")},
    "sources": {
        "title": TEXT,
        "publisher": _id("actors/outlet"),
        "date": _of("2001-01-03", "2001-01-20", "2001-02-11"),
        "lang": _of("ar", "en"),
        "type": _of("article", "official-text", "statement"),
        "author": _of("Synthetic Author", None),
        "url": _of("https://example.org/synthetic/new", None),
        "url_note": TEXT,
        "quotes": _ids("sources"),
        "headline_only": _yes_or_no,
        "archived": _of(None, [{"url": "https://example.org/archive/new", "date": "2001-02-03"}]),
    },
    "agreements": {
        "title": TEXT,
        "date": DAY,
        "summary": TEXT,
        "parties": _ids("actors/actor"),
        "form": _of("written", "oral"),
        "where": _ids("places"),
        "about": _ids("topics"),
        "terms.text": TEXT,
        "terms.chain": lambda editor: [editor.any_id("actors"), editor.any_id("sources")],
    },
}
SETTINGS: dict[str, Make] = {
    "title": TEXT,
    "summary": TEXT,
    "dates.months.ar": _of("levant", "transliterated", "maghreb"),
    "licence": _of("CC0-1.0", "CC-BY-4.0"),
    "offline": _yes_or_no,
    "archive": _yes_or_no,
    "cards": _of("events", "site", "none"),
    "languages": _of(["en", "ar"], ["ar", "en"]),
    "bounds": _of([30.0, 30.0, 40.0, 45.0], None),
    "repository": _of("https://example.org/repository", None),
}


# The edits


def _field(editor: Editor) -> str:
    """Change fields of one record."""
    path = editor.chance.choice(editor.paths())
    fields = FIELDS_OF[path.split("/")[1]]
    keys = editor.chance.sample(sorted(fields), min(len(fields), editor.chance.randrange(1, FIELDS)))
    for key in keys:
        editor.change(path, key, fields[key](editor))
    return f"{path}: {', '.join(keys)}"


def _addition(editor: Editor) -> str:
    """A new record, like another one."""
    path = editor.chance.choice(editor.paths())
    new = str(Path(path).with_stem(f"{MARK}{editor.new()}"))
    editor.files[new] = editor.files[path]
    editor.change(new, "was", None)
    editor.change(new, "name" if "name" in FIELDS_OF[path.split("/")[1]] else "title", editor.text())
    return new


def _rename(editor: Editor) -> str:
    """A record under another id, which keeps its former address, and is named so everywhere."""
    path = editor.chance.choice(editor.paths())
    old, new = Path(path).stem, f"{MARK}{editor.new()}"
    named = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    editor.files = {name: named.sub(new, text) for name, text in editor.files.items()}
    target = str(Path(path).with_stem(new))
    editor.files[target] = editor.files.pop(path)
    editor.change(target, "was", [*yaml.safe_load(editor.files[target]).get("was", []), old])
    return f"{path} -> {new}"


def _deletion(editor: Editor) -> str:
    """A record that is gone, and whatever named it in a list."""
    path = editor.chance.choice(editor.paths())
    key = Path(path).stem
    del editor.files[path]
    for name, text in editor.files.items():
        editor.files[name] = re.sub(rf"^ *- {re.escape(key)}(#[\w-]+)?\n", "", text, flags=re.MULTILINE)
    return path


def _settings(editor: Editor) -> str:
    """timeline.yaml."""
    key = editor.chance.choice(sorted(SETTINGS))
    editor.change("timeline.yaml", key, SETTINGS[key](editor))
    return key


def _prose(editor: Editor) -> str:
    """A page of prose: changed, added, deleted."""
    path = f"content/pages/{editor.chance.choice(['about', 'method', 'more'])}.{editor.chance.choice(['en', 'ar'])}.md"
    if path in editor.files and editor.chance.random() < 0.3:
        del editor.files[path]
    else:
        editor.files[path] = f"# Synthetic page {editor.new()}\n\n{editor.text()['en']}\n"
    return path


def _template(editor: Editor) -> str:
    """A template of the theme, or the timeline's own in its place."""
    templates = sorted((editor.theme / "templates").rglob("*.html"))
    path = editor.chance.choice(templates)
    text = path.read_text("utf-8").replace("</main>", f"<!-- synthetic {editor.new()} --></main>")
    text = re.sub(
        r"^(<(?:p|section|ul|div)\b)", rf'\1 data-synthetic="{editor.new()}"', text, count=1, flags=re.MULTILINE
    )
    name = path.relative_to(editor.theme / "templates")
    place = editor.chance.choice([editor.theme, editor.root]) / "templates" / name
    _write(place, text)
    return str(name)


def _style(editor: Editor) -> str:
    """The theme's style sheet or its script."""
    path = editor.chance.choice(["static/css/base.css", "static/js/copy.js"])
    file = editor.theme / path
    addition = f".synthetic-{editor.new()} {{ margin: 0; }}\n" if path.endswith("css") else f"void {editor.new()};\n"
    file.write_text(file.read_text("utf-8") + addition, "utf-8")
    return path


def _catalogue(editor: Editor) -> str:
    """A word of the theme's Arabic catalogue."""
    file = editor.theme / "locales/ar.po"
    message, translation = editor.chance.choice([("Cite", "للاستشهاد"), ("Search", "بحث"), ("Sources", "المصادر")])
    pattern = rf'(msgid "{message}"\nmsgstr ")[^"]*'
    file.write_text(re.sub(pattern, rf"\g<1>{translation} {editor.new()}", file.read_text("utf-8")), "utf-8")
    return message


def _nothing(editor: Editor) -> str:
    """A file that was saved as it was."""
    path = editor.chance.choice(editor.paths())
    _write(editor.root / path, editor.files[path])
    return path


EDITS: tuple[Callable[[Editor], str], ...] = (
    *([_field] * 8),
    *([_addition] * 3),
    *([_rename] * 2),
    *([_deletion] * 3),
    _settings,
    _prose,
    _template,
    _style,
    _catalogue,
    _nothing,
)
