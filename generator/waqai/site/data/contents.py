"""What the page of data says of the published data: the files, how to read them, and what changed in their form."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.dates import Edtf
from waqai.exchange import CITATION_FORMATS
from waqai.exchange.tables import INNER
from waqai.languages import Language
from waqai.schemas import described_in
from waqai.site import urls
from waqai.site.contexts import DataSet, DataVersion, Explanation, FileLink
from waqai.site.data.collections import VERSION, Collection, Part, collections_of
from waqai.site.data.files import schema_path, stem, works_path
from waqai.site.views import Views

JSON, CSV, GEOJSON, JSON_LD, TURTLE, SCHEMA = "JSON", "CSV", "GeoJSON", "JSON-LD", "Turtle", "JSON Schema"


def data_sets(views: Views) -> Iterator[DataSet]:
    """The files, from the whole to the single kinds."""
    _ = views.language.pgettext
    whole = (
        _file(views, JSON, "timeline.json"),
        _file(views, JSON_LD, "timeline.jsonld"),
        _file(views, TURTLE, "timeline.ttl"),
        _schema(views, "timeline"),
    )
    yield DataSet(_("data", "The whole timeline"), "", whole)
    for collection in collections_of(views.library):
        for part in collection.parts:
            yield from _of_part(views, collection, part)


def _of_part(views: Views, collection: Collection, part: Part) -> Iterator[DataSet]:
    folder, name = collection.folder, stem(collection.folder, part)
    label = _folder_name(views.language, folder)
    if part.key:
        label = f"{label} · {views.language.numerals(part.key)}"
    files = [_file(views, JSON, f"{name}.json"), _file(views, CSV, f"{name}.csv")]
    if folder in {"places", "events"}:
        files.append(_file(views, GEOJSON, f"{name}.geojson"))
    if folder == "sources":
        tag = views.language.tag
        files += [FileLink(each.name, views.href(works_path(tag, part, each.ending))) for each in CITATION_FORMATS]
    files.append(_schema(views, folder))
    yield DataSet(label, views.language.number(len(part.ids)), tuple(files))
    if inner := INNER.get(folder):
        table = _file(views, CSV, f"{stem(inner, part)}.csv")
        yield DataSet(_folder_name(views.language, inner), "", (table,))


def _file(views: Views, form: str, name: str) -> FileLink:
    return FileLink(form, views.href(urls.data(name)))


def _schema(views: Views, folder: str) -> FileLink:
    return FileLink(SCHEMA, views.href(schema_path(folder, described_in(views.language.tag))))


def _folder_name(language: Language, folder: str) -> str:
    _ = language.pgettext
    return {
        "events": _("data", "Events"),
        "actors": _("navigation", "Actors"),
        "places": _("navigation", "Places"),
        "topics": _("navigation", "Topics"),
        "agreements": _("navigation", "Agreements"),
        "sources": _("navigation", "Sources"),
        "claims": _("data", "The claims in the events"),
        "terms": _("data", "The terms of the agreements"),
    }[folder]


def explanations(language: Language) -> Iterator[Explanation]:
    """How to read the data."""
    _ = language.pgettext
    yield Explanation(
        _("data", "Ids"),
        _(
            "data",
            "Every event, actor, place, topic, agreement and source has an id that never changes and is never used "
            "again. Records name each other by it, and so do texts: [[id]] stands for a name.",
        ),
    )
    yield Explanation(
        _("data", "Texts"),
        _(
            "data",
            "Every text is given in each language that it exists in, as it was written. In tables each language has "
            "a column of its own.",
        ),
    )
    yield Explanation(
        _("data", "Dates"),
        _(
            "data",
            "A date is written in EDTF, as exactly as it is known. Beside it stand the first and the last day that "
            "it can mean. To sort or to draw, take these; to quote, take the date itself.",
        ),
    )
    yield Explanation(
        _("data", "How it is known"),
        _(
            "data",
            "A claim has its chain of report, from whoever knows to where we read it, and the standing that follows "
            "from it. Count origins, not reports: many outlets may repeat one.",
        ),
    )
    yield Explanation(
        _("data", "What is kept back"),
        _(
            "data",
            "Some places are given only roughly, and then it is said by how many kilometres. Of persons whose name is "
            "withheld there is nothing but an id.",
        ),
    )
    yield Explanation(
        _("data", "Spreadsheets"),
        _(
            "data",
            "Open the CSV files as UTF-8. A cell that a spreadsheet would take for a formula begins with an "
            "apostrophe.",
        ),
    )


def versions(views: Views) -> Iterator[DataVersion]:
    """The versions of the form, newest first."""
    _ = views.language.pgettext
    changes = ((VERSION, "2026-11-23", _("data", "The first version.")),)
    for number, day, text in changes:
        yield DataVersion(number, views.date(Edtf.parse(day)), text)
