"""The page that says how much of the timeline is in a language, and what its readers must know of the rest."""

from __future__ import annotations

from collections.abc import Iterable

from waqai.content.coverage import Coverage, coverage_of
from waqai.model import Record
from waqai.site.contexts import TranslationGroup, TranslationsPage
from waqai.site.views import Views

MOST_LISTED = 200
"""A longer list says only how many more there are, so that the page stays small; `waqai status` lists all."""


def translations_page(views: Views) -> TranslationsPage:
    """The page of one language."""
    language = views.language
    coverage = coverage_of(views.library.records.values(), language.tag)
    pattern = language.pgettext("translations", "{translated} of {texts} texts are in this language.")
    summary = pattern.format(translated=language.number(coverage.translated), texts=language.number(coverage.texts))
    return TranslationsPage(summary, tuple(group for group in _groups(views, coverage) if group.count))


def _groups(views: Views, coverage: Coverage) -> Iterable[TranslationGroup]:
    _ = views.language.pgettext
    yield _group(
        views,
        "missing",
        _("translations", "Not translated yet"),
        _("translations", "These pages show what is missing in its original language, and say so."),
        (record for record, path in coverage.missing),
    )
    yield _group(
        views,
        "stale",
        _("translations", "Behind their original"),
        _("translations", "The original changed after these were translated; the pages say so."),
        coverage.stale,
    )
    yield _group(
        views,
        "machine",
        _("translations", "Translated by a machine"),
        _("translations", "Nobody has checked these yet; the pages say so."),
        coverage.machine,
    )


def _group(views: Views, anchor: str, heading: str, note: str, records: Iterable[Record]) -> TranslationGroup:
    ids = tuple(dict.fromkeys(record.id for record in records))
    return TranslationGroup(
        heading, anchor, note, len(ids), views.links(ids[:MOST_LISTED]), max(0, len(ids) - MOST_LISTED)
    )
