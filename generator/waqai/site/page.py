"""A page to be published, before it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from waqai.site import urls
from waqai.site.contexts import Context, EmbedShell, Shell
from waqai.site.sitemap import Listed


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be published."""

    path: str
    """Below the site's root."""
    template: str
    language: str
    """BCP 47 tag."""
    make: Callable[[], tuple[Shell | EmbedShell, Context]]
    """Makes what the template is given. Pure: called twice, it returns equal values."""
    listed_in: tuple[str, ...] = ()
    """The languages in which this page really is, at the same path but for the language, for the list of all pages;
    empty for a page that belongs into no list."""

    def listed(self, default: str) -> Listed:
        """The page as the list of all pages has it. `default` is the site's default language."""
        if len(self.listed_in) == 1:
            return Listed(self.path)
        same = {tag: urls.in_language(self.path, tag) for tag in self.listed_in}
        fallback = (("x-default", same[default]),) if default in same else ()
        return Listed(self.path, (*same.items(), *fallback))
