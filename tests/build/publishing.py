"""A site of a few files, published by the functions that publish every site."""

from __future__ import annotations

from pathlib import Path

from waqai.build import manifest
from waqai.build.manifest import Entry
from waqai.build.output import publish, workplace


def publish_files(folder: Path, files: dict[str, str]) -> None:
    """Publish a site of these files."""
    with workplace(folder) as place:
        for name, text in files.items():
            (place.building / name).parent.mkdir(parents=True, exist_ok=True)
            (place.building / name).write_text(text)
        manifest.write(place.building, {name: Entry.of(text.encode()) for name, text in files.items()})
        publish(place)
