"""The overview strip: lanes by topic, time running with the text, uncertain dates hatched.

Few events are drawn one by one, many as counts by period. Places are shares of the width in the direction of time; the
page turns them with its text.
"""

from __future__ import annotations

from waqai.site.strip.drawing import record_strip, strip

__all__ = ["record_strip", "strip"]
