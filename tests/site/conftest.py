"""The site under test, the servers that show it, and the browser that looks at it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.site import chromium
from tests.site.building import built_once
from tests.site.pages import own_path
from tests.site.serving import serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The published site's folder: the repository's timeline, or the tree that `WAQAI_SITE` names."""
    if given := os.environ.get("WAQAI_SITE"):
        return Path(given).resolve()
    own = tmp_path_factory.getbasetemp()
    return built_once(own if worker_id == "master" else own.parent)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site's address on a server of its own, at the path that the site says it has."""
    with serving(site, own_path(site)) as root:
        yield root


@pytest.fixture(scope="session")
def address_at_root(site: Path) -> Iterator[str]:
    """The site's address where it has a server to itself."""
    with serving(site) as root:
        yield root


@pytest.fixture(scope="session")
def address_in_folder(site: Path) -> Iterator[str]:
    """The site's address where it shares a server with others, at a path that it knows nothing of."""
    with serving(site, "/another/folder/") as root:
        yield root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process; each test opens windows of its own in it."""
    with sync_playwright() as playwright:
        command = chromium.find(playwright)
        assert command, chromium.ADVICE
        opened = playwright.chromium.launch(executable_path=command, args=list(chromium.FLAGS))
        yield opened
        opened.close()
