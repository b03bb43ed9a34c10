"""What can be made only when all other files are there: the service worker, and the whole site as one zip."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from waqai.build import manifest
from waqai.build.manifest import Entry
from waqai.build.theme import Theme
from waqai.config import Config
from waqai.site import urls

COMPRESSED = (".png", ".jpg", ".jpeg", ".webp", ".woff2", ".ico", ".zip")
"""Endings of files that do not get smaller."""
ENDLESS_PAST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip: the earliest that the format knows, since the clock is never asked."""
UNIX, PLAIN_FILE = 3, 0o100644


def service_worker(config: Config, theme: Theme, entries: Mapping[str, Entry]) -> bytes:
    """The worker, with the version of the site and what it keeps from the beginning."""
    constants = {
        "VERSION": version_of(entries),
        "SHELL": shell_of(config, theme),
        "LANGUAGES": config.languages,
    }
    lines = (f"const {name} = {json.dumps(value)};" for name, value in constants.items())
    return ("\n".join(lines) + "\n" + theme.worker).encode()


def shell_of(config: Config, theme: Theme) -> list[str]:
    """What every page needs, the pages that say where things stand, and the page that stands in for the others.

    Fonts are kept as pages ask for them: all of them at once would be too much for a weak line.
    """
    pages = [path(tag) for tag in config.languages for path in (_home, _state, urls.offline)]
    files = theme.files
    return [*pages, files.stylesheet, files.script, files.offline_script, urls.icon("icon.svg")]


def _home(tag: str) -> str:
    return urls.page(tag, "index")


def _state(tag: str) -> str:
    return urls.page(tag, "state")


def version_of(entries: Mapping[str, Entry]) -> str:
    """A digest of all files: another one means that something has changed."""
    return sha256(manifest.content(entries)).hexdigest()[:16]


def pack(folder: Path, entries: Mapping[str, Entry], name: str, target: Path) -> None:
    """Pack the files of a published folder, and their manifest, into a zip with one folder `name` in it.

    The same files make the same zip, to the byte. A zip that the site offers is not packed again.
    """
    files = {path: entry for path, entry in entries.items() if "/" in path or not path.endswith(".zip")}
    with ZipFile(target, "w") as packed:
        for path in sorted(files):
            method = ZIP_STORED if Path(path).suffix in COMPRESSED else ZIP_DEFLATED
            packed.writestr(_info(f"{name}/{path}", method), (folder / path).read_bytes())
        packed.writestr(_info(f"{name}/{manifest.NAME}", ZIP_DEFLATED), manifest.content(files))


def _info(path: str, method: int) -> ZipInfo:
    info = ZipInfo(path, ENDLESS_PAST)
    info.compress_type, info.create_system, info.external_attr = method, UNIX, PLAIN_FILE << 16
    return info
