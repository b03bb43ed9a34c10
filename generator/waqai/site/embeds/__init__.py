"""What other sites show in a frame: static documents, each small and complete without script."""

from __future__ import annotations

from waqai.site.embeds.listed import Embeds

__all__ = ["Embeds"]
