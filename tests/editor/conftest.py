"""The language server, fetched once for all processes that test with it."""

from __future__ import annotations

import pytest

from tests.editor import server


@pytest.fixture(scope="session")
def language_server() -> None:
    """The server, in the version of the lock file."""
    server.install()
