"""The search: what can be found, the words that lead to it, and the files that a page loads to look it up.

The files are classic scripts, because a page that was opened from a disk may load those and nothing else.
"""

from __future__ import annotations

from waqai.site.search.files import SearchIndex

__all__ = ["SearchIndex"]
