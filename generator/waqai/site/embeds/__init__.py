"""What other sites show in a frame: static documents, each small and complete without script."""

from __future__ import annotations

from waqai.site.embeds.builder import embed_builder_page
from waqai.site.embeds.listed import Embeds

__all__ = ["Embeds", "embed_builder_page"]
