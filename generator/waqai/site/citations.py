"""How a page is cited: in words of its language, and as works for reference managers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waqai import dates
from waqai.dates import Edtf
from waqai.exchange import CITATION_FORMATS, Work
from waqai.exchange.work import Dated
from waqai.model import Agreement, Event, InlineSource, Record, Source
from waqai.site import urls
from waqai.site.contexts import CitationFile, CitedReport, Citing, Phrase
from waqai.site.contributing import edit_href, mail_href, message_href
from waqai.site.phrases import Phrases, name_of

CITED = (Event, Agreement, Source)
"""The kinds whose pages can be taken over into reference managers; the others gather what these say."""


def citing(phrases: Phrases, record: Record) -> Citing:
    """How a record's page is cited, passed on and put right."""
    config, _ = phrases.library.config, phrases.language.pgettext
    address = _address(phrases, record)
    text = None if isinstance(record, Source) else _entry_in_words(phrases, record)
    report = _lead(phrases, record)
    title = phrases.name(record).text
    passed_on = f"{text.text if text else title}\n{address}"
    fault = _("report of a fault", "Fault in {kind} {id}").format(kind=record.kind_name, id=record.id)
    return Citing(
        id=record.id,
        text=text,
        report=_in_words(phrases, report) if report else None,
        files=tuple(_files(phrases, record)),
        address=address,
        mail_href=mail_href(title, passed_on),
        embed_href=_embed_href(phrases, record),
        edit_href=edit_href(config, record),
        fault_href=message_href(config, fault, f"{title}\n{address}\n\n"),
    )


def _embed_href(phrases: Phrases, record: Record) -> str:
    view = urls.record_view(record.kind_name, record.id)
    builder = phrases.href(urls.page(phrases.language.tag, "embed"))
    return "" if isinstance(record, Source) else f"{builder}?view={view}"


def works_of(phrases: Phrases, record: Record) -> tuple[Work, ...]:
    """A record's page as a work, and then the sources that it rests on; of a source, the source itself."""
    if isinstance(record, Source):
        return (_source(phrases, record),)
    inline = record.sources if isinstance(record, Event) else ()
    return (
        _entry(phrases, record),
        *(_source(phrases, source) for source in _sources_of(phrases, record)),
        *(_inline(phrases, record, n, s) for n, s in enumerate(inline, start=1) if isinstance(s, InlineSource)),
    )


def _address(phrases: Phrases, record: Record) -> str:
    path = urls.record(phrases.language.tag, record.kind_name, record.id)
    return urls.absolute(phrases.library.config.url, path)


def _files(phrases: Phrases, record: Record) -> Iterator[CitationFile]:
    """The citation in every format, written into the page: no file of its own for each page, format and language."""
    if isinstance(record, CITED):
        works = works_of(phrases, record)
        for each in CITATION_FORMATS:
            href = urls.inline(each.media_type, each.write(works))
            yield CitationFile(each.name, f"{record.id}.{each.ending}", href)


# In words


def _entry_in_words(phrases: Phrases, record: Record) -> Phrase:
    """“Title” (date), in: timeline."""
    _ = phrases.language.pgettext
    title, timeline = phrases.name(record), phrases.plain(phrases.library.config.title)
    if not isinstance(record, Event | Agreement):
        return phrases.put_together(_("citation", "“{title}”, in: {timeline}."), title=title, timeline=timeline)
    day = phrases.words(_day(phrases, record.date.is_))
    pattern = _("citation", "“{title}” ({date}), in: {timeline}.")
    return phrases.put_together(pattern, title=title, date=day, timeline=timeline)


def _in_words(phrases: Phrases, source: Source) -> CitedReport:
    """Publisher, “title”, date, with the title as it was published, in its own direction."""
    publisher = phrases.name(phrases.library.records[source.publisher])
    pattern = phrases.language.pgettext("citation", "{publisher}, “{title}”, {date}.")
    title = phrases.words(*_published(source, phrases))
    text = phrases.put_together(
        pattern, publisher=publisher, title=title, date=phrases.words(_day(phrases, source.date))
    )
    return CitedReport(text, source.url or "", source.archived[0].url if source.archived else "")


def _lead(phrases: Phrases, record: Record) -> Source | None:
    """The report that a citation names: the first that can be read."""
    if isinstance(record, Source):
        return record
    sources = [source for source in _sources_of(phrases, record) if source.url or source.archived]
    return next(iter(sources), None)


def _sources_of(phrases: Phrases, record: Record) -> Iterable[Source]:
    library = phrases.library
    keys: tuple[str, ...] = ()
    if isinstance(record, Event):
        keys = library.sources_of(record)
    if isinstance(record, Agreement):
        keys = library.sources_of_agreement(record)
    return (library.get(key, Source) for key in keys)


def _day(phrases: Phrases, edtf: Edtf) -> str:
    return dates.describe(edtf.day_only, phrases.language)


# As works


def _entry(phrases: Phrases, record: Record) -> Work:
    timeline = phrases.plain(phrases.library.config.title).text
    name = phrases.name(record)
    added = record.added if isinstance(record, Event) else None
    return Work(
        key=f"{phrases.library.config.id}-{record.id}",
        kind="entry",
        title=name.text,
        author=timeline,
        container=timeline,
        language=name.lang,
        issued=_dated(phrases, added),
        happened=_happened(phrases, record.date.is_) if isinstance(record, Event | Agreement) else None,
        url=_address(phrases, record),
    )


def _happened(phrases: Phrases, edtf: Edtf) -> Dated:
    """The date of what an entry tells, in words that cannot be taken for the entry's own date."""
    words = phrases.language.pgettext("citation", "Date of what happened: {date}")
    return Dated(edtf, words.format(date=_day(phrases, edtf)))


def _source(phrases: Phrases, source: Source) -> Work:
    title, language = _published(source, phrases)
    publisher = phrases.plain(name_of(phrases.library.records[source.publisher])).text
    copy = phrases.language.pgettext("citation", "Archived copy: {address} ({date})")
    credit = (phrases.rich(source.dateline.credit).text,) if source.dateline and source.dateline.credit else ()
    return Work(
        key=source.id,
        kind=source.type,
        title=title,
        author=source.author or publisher,
        container=publisher,
        language=language,
        issued=_dated(phrases, source.date),
        seen=_dated(phrases, source.seen),
        url=source.url or "",
        notes=(*credit, *(copy.format(address=a.url, date=_day(phrases, a.date)) for a in source.archived)),
    )


def _inline(phrases: Phrases, record: Record, number: int, source: InlineSource) -> Work:
    title = phrases.plain(source.title)
    publisher = phrases.name(phrases.library.records[source.publisher]).text
    key = f"{record.id}-{number}"
    return Work(key, "article", title.text, publisher, publisher, title.lang, url=source.url)


def _published(source: Source, phrases: Phrases) -> tuple[str, str]:
    """A source's title as it was published, and the language that it is in."""
    if source.lang in source.title and source.lang:
        return source.title[source.lang], source.lang
    shown = phrases.name(source)
    return shown.text, source.lang or shown.lang


def _dated(phrases: Phrases, edtf: Edtf | None) -> Dated | None:
    return Dated(edtf, _day(phrases, edtf)) if edtf else None
