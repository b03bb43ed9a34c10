"""What TimelineJS itself makes of what is exported for it; it comes from npm."""

from __future__ import annotations
