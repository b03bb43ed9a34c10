"""Pelican with i18n-subsites: the same pages, and one list for each kind."""

from __future__ import annotations

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
SITENAME = "A synthetic timeline for measuring"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PLUGINS = ["pelican.plugins.i18n_subsites"]
I18N_SUBSITES = {"ar": {"SITENAME": "وقائع اصطناعية للقياس"}}
ARTICLE_URL = ARTICLE_SAVE_AS = "{category}/{slug}.html"
ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = "{category}/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "{slug}/index.html"
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
