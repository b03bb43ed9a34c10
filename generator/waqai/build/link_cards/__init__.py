"""Pictures for links elsewhere: an entry of the register, ink on paper, drawn without a browser or a network."""

from __future__ import annotations

from waqai.build.link_cards.artist import Artist
from waqai.build.link_cards.faces import NO_SHAPING, Faces

__all__ = ["NO_SHAPING", "Artist", "Faces"]
