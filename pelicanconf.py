"""Plain Pelican for this timeline: `pelican content`."""

from __future__ import annotations

from waqai.plugin import pelican_settings

globals().update(pelican_settings(__file__))
