"""From the library to what is published: pages, their contexts and addresses. Pure; nothing is read or written here."""

from __future__ import annotations

from waqai.site.documents import Document
from waqai.site.link_cards import Studio
from waqai.site.page import Page
from waqai.site.pages import Site
from waqai.site.shell import ThemeFiles

__all__ = ["Document", "Page", "Site", "Studio", "ThemeFiles"]
