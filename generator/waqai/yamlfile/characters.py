"""Code points that have no place in a source file, because a reader of the file cannot see what they do.

They end lines that look whole, turn the direction of the words around them, or make two names that look alike differ
(Unicode Technical Standard 39 and Annex 9; "Trojan Source", CVE-2021-42574). Whatever Arabic, Persian, Kurdish or
emoji text needs stays: joiners beside letters that join, isolates that are closed on their own line, direction marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from operator import itemgetter

from waqai.problems import N_, Fault, Problem
from waqai.yamlfile.lines import LineIndex

CONTROL_CHARACTER = Fault(
    "control-character",
    N_("a control character, {code} ({name})"),
    N_("text, tabs and line ends"),
    N_("Delete it; it often comes with text copied from a PDF or a terminal. Retyping the line removes it."),
)
HIDDEN_LINE_END = Fault(
    "hidden-line-end",
    N_("{code} ({name}), which ends a line without showing it"),
    N_("lines that end as everywhere else (LF or CRLF)"),
    N_("Delete it and press Enter where a new line is meant."),
)
DIRECTION_OVERRIDE = Fault(
    "direction-override",
    N_("a hidden character that turns the direction of text, {code} ({name})"),
    N_("text that is stored in the order in which it is read"),
    N_("Delete it; direction follows from the letters, and the site isolates every foreign name by itself."),
)
UNBALANCED_ISOLATE = Fault(
    "unbalanced-isolate",
    N_("a hidden direction isolate without its partner in the same text, {code} ({name})"),
    N_("every isolate (U+2066, U+2067, U+2068) closed by U+2069 in the same text and on the same line"),
    N_("Delete it; the site isolates every foreign name by itself."),
)
INVISIBLE_CHARACTER = Fault(
    "invisible-character",
    N_("an invisible character, {code} ({name})"),
    N_("characters that can be seen"),
    N_("Delete it; two names that look alike would differ. Retyping the word removes it."),
)
STRAY_JOINER = Fault(
    "stray-joiner",
    N_("an invisible joiner where nothing joins, {code} ({name})"),
    N_("joiners beside Arabic letters or inside emoji only"),
    N_("Delete it; in this place it changes nothing that can be seen."),
)
NOT_A_CHARACTER = Fault(
    "not-a-character",
    N_("{code}, which Unicode reserves and which is no character"),
    N_("characters"),
    N_("Delete it; it is a trace of damaged text. Compare the text with its source."),
)
PRIVATE_CHARACTER = Fault(
    "private-character",
    N_("a private character, {code}, which every computer shows differently or not at all"),
    N_("characters that mean the same everywhere"),
    N_("Replace it with the character that is meant; bullets and logos copied from Word are the usual source."),
)
MORE_CHARACTERS = Fault(
    "more-characters",
    N_("{count} more characters of these kinds in this file"),
    N_("plain text"),
    N_("Correct the ones that are listed, or paste the text anew without its formatting."),
)
HIDDEN_DIRECTION_CONTROL = Fault(
    "hidden-direction-control",
    N_("a hidden direction mark, {code} ({name})"),
    N_("text that reads rightly without it"),
    N_("Delete it if the text still reads rightly; keep it where punctuation would jump to the wrong side."),
    severity="warning",
)
MIXED_SCRIPTS = Fault(
    "mixed-scripts",
    N_("the word “{word}” mixes Latin letters with Cyrillic or Greek ones"),
    N_("words of one script"),
    N_("Retype the word; letters such as а and a look alike and are not the same."),
    severity="warning",
)

MAX_LISTED = 200
"""How many forbidden code points of one file are listed one by one, and how many doubtful ones."""
REPLACEMENT = "\ufffd"

_SUSPECT = re.compile(  # wider than what is refused above U+FFFF: one range there keeps the search fast
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe-\U0010ffff]"
)
_LAST_OF_PLANES = "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_KINDS = (
    (re.compile("\r(?!\n)|[\x85\u2028\u2029]"), HIDDEN_LINE_END),
    (re.compile("[\0-\x0c\x0e-\x1f\x7f-\x9f]"), CONTROL_CHARACTER),
    (re.compile("[\u200e\u200f\u061c]"), HIDDEN_DIRECTION_CONTROL),
    (re.compile("[\u202a-\u202e]"), DIRECTION_OVERRIDE),
    (re.compile("[\u200c\u200d]"), STRAY_JOINER),
    (re.compile(f"[\ufdd0-\ufdef{_LAST_OF_PLANES}]"), NOT_A_CHARACTER),
    (re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]"), PRIVATE_CHARACTER),
    (re.compile("[\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb\U000e0000-\U000e00ff]"), INVISIBLE_CHARACTER),
    (re.compile("[\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0]"), INVISIBLE_CHARACTER),  # fillers
)
# Scripts whose letters change their shape beside a joiner: Arabic, Syriac, Mandaic, N'Ko, and those of India.
_JOINING = re.compile(
    "[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0700-\u0dff"
    "\ufb50-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc\U0001ee00-\U0001eeff]"
)
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_EMOJI_JOIN = re.compile(f"(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])")
_SUBDIVISION_FLAG = re.compile(
    "\U0001f3f4(?:\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073))\U000e007f"
)
"""The three flags that Unicode recommends as tag sequences: England, Scotland, Wales."""
_ISOLATE_OR_LINE_END = re.compile("[\u2066-\u2069\n]")
_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u03ff\u0400-\u052f\u1c80-\u1c8f\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f]")
_LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"\w+")
_CONTROL_NAMES = {
    0x00: "NULL",
    0x07: "BELL",
    0x08: "BACKSPACE",
    0x0B: "VERTICAL TAB",
    0x0C: "FORM FEED",
    0x0D: "CARRIAGE RETURN",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
    0x85: "NEXT LINE",
}


def inspect(text: str, file: str) -> tuple[str, list[Problem]]:
    """The text with every forbidden code point replaced by U+FFFD, so that places stay, and what was found in it."""
    if not (_SUSPECT.search(text) or _GREEK_OR_CYRILLIC.search(text)):
        return text, []
    found = sorted(suspects(text), key=itemgetter(0))
    index = LineIndex(text)
    errors = [(at, fault) for at, fault in found if fault.severity == "error"]
    warnings = [(at, fault) for at, fault in found if fault.severity == "warning"]
    listed = errors[:MAX_LISTED] + warnings[:MAX_LISTED]
    problems = [_problem(fault, file, index.place(at), text[at]) for at, fault in listed]
    if len(errors) > MAX_LISTED:
        place = index.place(errors[MAX_LISTED][0])
        problems.append(MORE_CHARACTERS.at(file, *place, count=len(errors) - MAX_LISTED))
    problems += [MIXED_SCRIPTS.at(file, *index.place(at), word=word) for at, word in _mixed_words(text)]
    return _replaced(text, errors), problems


def _problem(fault: Fault, file: str, place: tuple[int, int], character: str) -> Problem:
    line, column = place
    return fault.at(file, line, column, (), suggestion="", **named(character))


def suspects(text: str) -> Iterator[tuple[int, Fault]]:
    """The place, counted from 0, and the fault of every code point that is refused or doubtful, in no order."""
    if not _SUSPECT.search(text):
        return
    flags = {at for flag in _SUBDIVISION_FLAG.finditer(text) for at in range(*flag.span())}
    for match in _SUSPECT.finditer(text):
        fault = _fault_of(text, match.start())
        if fault and match.start() not in flags:
            yield match.start(), fault
    yield from ((at, UNBALANCED_ISOLATE) for at in _unbalanced(text))


def named(character: str) -> dict[str, object]:
    """How messages name a code point: `U+202E` and its name in the Unicode standard."""
    fallback = _CONTROL_NAMES.get(ord(character), "no name")
    return {"code": f"U+{ord(character):04X}", "name": unicodedata.name(character, fallback)}


def _fault_of(text: str, at: int) -> Fault | None:
    fault = next((fault for kind, fault in _KINDS if kind.match(text, at)), None)
    return None if fault is STRAY_JOINER and _joins(text, at) else fault


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands beside a letter that it shapes, or holds an emoji together."""
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return bool(_JOINING.search(beside) or _EMOJI_JOIN.match(text, at))


def _unbalanced(text: str) -> Iterator[int]:
    """Isolates that are not closed on their line, and closings of none (Unicode Annex 9, BD9)."""
    opened: list[int] = []
    for match in _ISOLATE_OR_LINE_END.finditer(text):
        if match[0] == "\n":
            yield from opened
            opened.clear()
        elif match[0] != "\u2069":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            yield match.start()
    yield from opened


def _mixed_words(text: str) -> Iterator[tuple[int, str]]:
    for word in _WORD.finditer(text):
        if _GREEK_OR_CYRILLIC.search(word[0]) and _LATIN.search(word[0]):
            yield word.start(), word[0]


def _replaced(text: str, errors: list[tuple[int, Fault]]) -> str:
    if not errors:
        return text
    characters = list(text)
    for at, _ in errors:
        characters[at] = REPLACEMENT
    return "".join(characters)
