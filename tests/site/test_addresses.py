"""No page of an owner's own can take the address of one that the program makes."""

from __future__ import annotations

from pathlib import Path

from tests.site.building import REPOSITORY
from waqai.content.checks.shape import RESERVED, RESERVED_PAGES


def test_the_names_of_pages_and_folders_are_reserved(site: Path) -> None:
    """All that a language has at its top, but for the owner's own prose."""
    own = {path.name.split(".")[0] for path in (REPOSITORY / "content" / "pages").iterdir()}
    made = {path.stem for path in (site / "en").iterdir() if path.is_dir() or path.suffix == ".html"}
    assert set() == made - own - RESERVED - RESERVED_PAGES
