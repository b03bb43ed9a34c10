"""The promises of a published site, held against the repository's own timeline in a real browser and on disk.

Every check is a function from a folder or a page to the list of what is wrong with it, so that any published tree can
be held against the same promises: `WAQAI_SITE=folder make test PYTEST_ARGS=tests/site`.
"""

from __future__ import annotations
