"""Files of other programs as files of a timeline: gathered, checked, and written all at once or not at all."""

from __future__ import annotations
