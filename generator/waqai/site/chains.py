"""Dates in words, and chains of report: who said it, through whom, and when."""

from __future__ import annotations

from collections.abc import Iterable

from waqai import dates
from waqai.content.library import Library
from waqai.content.notes import worded
from waqai.content.standing import Hop
from waqai.dates import Edtf
from waqai.languages import Language
from waqai.model import Actor, EventDate, Source
from waqai.site.contexts import DateView, HopView, Link, Phrase
from waqai.site.labels import Labels
from waqai.site.phrases import Phrases


class Chains(Phrases):
    """Makes the views of dates and of chains of report."""

    def __init__(self, library: Library, language: Language, folder: str) -> None:
        super().__init__(library, language, folder)
        self.labels = Labels(language, library.config)

    def date(self, edtf: Edtf, when: EventDate | None = None, *, with_time: bool = False) -> DateView:
        """A date; with the editors' own wording where `when` has one, and with the time of day only where asked."""
        edtf = edtf.in_city(self.library.config.dates.zone) if with_time else edtf.day_only
        if when and when.show:
            shown = self.plain(when.show)
            return DateView(shown, edtf.iso, "", shown.text, "", (shown.text,), "")
        return self._date(edtf)

    @worded
    def _date(self, edtf: Edtf) -> DateView:
        margin = dates.parts(edtf, self.language)
        text = self.words(dates.describe(edtf, self.language))
        weekday = self.language.weekday(edtf.anchor_day) if edtf.is_day else ""
        short = dates.describe_short(edtf, self.language)
        leads = margin.qualifier_leads
        return DateView(text, edtf.iso, weekday, short, margin.big, margin.lines, margin.qualifier, leads)

    def says(self, chain: Iterable[str]) -> Phrase:
        """Who says so: the origin, and the first to relay it: “Ghassan Khalil via al-Watan”."""
        return self._says(tuple(chain))

    @worded
    def _says(self, chain: tuple[str, ...]) -> Phrase:
        first, *rest = self.library.hops(chain)
        origin = self.name(self.library.records[first.actor], short=True)
        if not rest or rest[0].actor not in self.library.records:
            return origin
        via = self.language.pgettext("according to", "{origin} via {outlet}")
        outlet = self.name(self.library.records[rest[0].actor], short=True)
        if outlet.text in origin.text:
            return origin  # “a source of BasNews” needs no “via BasNews”
        return self.words(via.format(origin=origin.text, outlet=outlet.text))

    @worded
    def origin(self, chain: tuple[str, ...]) -> Phrase:
        """The name of a chain's origin."""
        return self.name(self.library.records[self.library.hops(chain)[0].actor])

    def hops(self, chain: tuple[str, ...]) -> tuple[HopView, ...]:
        """The stations of a chain, origin first."""
        return tuple(self._hop(hop, is_origin=not index) for index, hop in enumerate(self.library.hops(chain)))

    def _hop(self, hop: Hop, *, is_origin: bool) -> HopView:
        actor = self.library.get(hop.actor, Actor)
        unnamed = actor.kind == "anonymous"
        reports = [self.library.get(source, Source) for source in hop.sources]
        details = self._origin_details(actor) if is_origin else ()
        relayed = tuple(
            Link(self.record_href(report), self.words(self._relayed(report, is_origin=is_origin))) for report in reports
        )
        return HopView(self.name(actor), self.record_href(actor), unnamed, details, relayed)

    def _origin_details(self, actor: Actor) -> tuple[Phrase, ...]:
        _ = self.language.pgettext
        if actor.kind != "anonymous":
            return (self.rich(actor.note, actor),) if actor.note else ()
        if actor.why is None:
            return (self.words(_("chain", "not named, no reason given")),)
        why = self.rich(actor.why, actor)
        if why.lang != self.language.tag:
            return self.words(_("chain", "not named")), why
        return (self.words(_("chain", "not named: {reason}").format(reason=why.text)),)

    def _relayed(self, report: Source, *, is_origin: bool) -> str:
        day = dates.describe(report.date.day_only, self.language)
        if is_origin:
            return day
        return self.language.pgettext("chain", "Relayed {date}").format(date=day)

    def cited(self, source: str) -> Link:
        """A report as running text cites it: “BasNews, 12 February 2021”."""
        report = self.library.get(source, Source)
        publisher = self.name(self.library.records[report.publisher]).text
        day = dates.describe(report.date.day_only, self.language)
        return Link(self.record_href(report), self.words(self.language.listed([publisher, day])))
