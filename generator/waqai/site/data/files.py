"""The files of the published data, as JSON and as tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from waqai.content import Library
from waqai.exchange.csv_cells import csv_file
from waqai.exchange.data_schema import file_schema, in_language, timeline_schema
from waqai.exchange.graph import Prefixes, Thing, json_ld, turtle
from waqai.exchange.tables import INNER, tables_of
from waqai.model import RECORD_KINDS
from waqai.model.descriptions import ENGLISH
from waqai.schemas import described_in
from waqai.site import urls
from waqai.site.data.collections import FOLDERS, VERSION, Collection, Part, collection_of, collections_of, is_whole
from waqai.site.data.geography import events_geojson, places_geojson
from waqai.site.data.published import published_record
from waqai.site.data.statements import dataset, prefixes_of, things_of, vocabulary_of

File = tuple[str, Callable[[], bytes]]


def data_files(library: Library) -> Iterator[File]:
    """Paths, and what makes the files; they are the same in all languages."""
    yield urls.data("timeline.json"), partial(timeline_file, library)
    for collection in collections_of(library):
        folder = collection.folder
        if not collection.is_whole:
            yield urls.data(f"{folder}.json"), partial(contents_file, library, folder)
        for part in collection.parts:
            yield urls.data(f"{stem(folder, part)}.json"), partial(records_file, library, folder, part.key)
            for name in (folder, *filter(None, [INNER.get(folder)])):
                yield urls.data(f"{stem(name, part)}.csv"), partial(table_file, library, folder, name, part.key)
    yield from _maps(library)
    yield from _statements(library)
    for tag in dict.fromkeys((ENGLISH, *map(described_in, library.config.languages))):
        for folder in FOLDERS:
            yield schema_path(folder, tag), partial(schema_file, library, folder, tag)
        yield schema_path("timeline", tag), partial(whole_schema_file, library, tag)


def _maps(library: Library) -> Iterator[File]:
    yield urls.data("places.geojson"), partial(places_geojson, library, library.config.languages)
    for part in collection_of(library, "events").parts:
        make = partial(events_geojson, library, part.ids, library.config.languages)
        yield urls.data(f"{stem('events', part)}.geojson"), make


def _statements(library: Library) -> Iterator[File]:
    """All statements in one file; of a large timeline, a file for each part of the records."""
    parts = {stem(c.folder, part): part.ids for c in collections_of(library) for part in c.parts}
    if is_whole(library):
        parts = {"": tuple(key for ids in parts.values() for key in ids)}
    for ending, write in (("ttl", turtle), ("jsonld", json_ld)):
        further = [_address(library, f"{name}.{ending}") for name in parts if name]
        yield urls.data(f"timeline.{ending}"), partial(dataset_file, library, further, parts.get("", ()), write)
        for name, ids in parts.items():
            if name:
                yield urls.data(f"{name}.{ending}"), partial(statements_file, library, ids, write)
    yield urls.data("vocabulary.ttl"), partial(vocabulary_file, library)


def stem(name: str, part: Part) -> str:
    """The name of a part's files, without their ending."""
    return f"{name}/{part.key}" if part.key else name


def works_path(language: str, part: Part, ending: str) -> str:
    """Where the sources of a part are, for reference managers, with titles and notes in a language."""
    return urls.data(f"{stem('sources', part)}.{language}.{ending}")


def addresses_of(library: Library, collection: Collection) -> list[str]:
    """The absolute addresses of the files with the records of a kind."""
    return [_address(library, f"{stem(collection.folder, part)}.json") for part in collection.parts]


def _address(library: Library, name: str) -> str:
    return urls.absolute(library.config.url, urls.data(name))


def schema_path(folder: str, tag: str) -> str:
    """Where the schema of a kind is that is described in a language."""
    return urls.data(f"schemas/{folder}.schema.json" if tag == ENGLISH else f"schemas/{tag}/{folder}.schema.json")


def _schema_address(library: Library, folder: str, tag: str = ENGLISH) -> str:
    return urls.absolute(library.config.url, schema_path(folder, tag))


# JSON


def _head(library: Library, folder: str) -> dict[str, Any]:
    config = library.config
    timeline = {
        "id": config.id,
        "title": dict(config.title),
        "url": config.url,
        "licence": config.licence,
        "languages": list(config.languages),
    }
    return {"$schema": _schema_address(library, folder), "version": VERSION, "timeline": timeline}


def timeline_file(library: Library) -> bytes:
    """Everything in one file; of a large timeline, where everything is."""
    whole = is_whole(library)
    kinds = {
        collection.folder: {
            "count": collection.count,
            "files": addresses_of(library, collection),
            **({"records": _records(library, collection.parts[0])} if whole else {}),
        }
        for collection in collections_of(library)
    }
    return _json({**_head(library, "timeline"), "words": _own_words(library), **kinds})


def _own_words(library: Library) -> dict[str, Any]:
    """The words that the site adds, with their labels."""
    config = library.config
    lists: dict[str, Mapping[str, Any]] = {
        "event_types": config.event_types,
        "relations": config.relations,
        "states": config.states,
    }
    return {name: {key: word.model_dump() for key, word in words.items()} for name, words in lists.items() if words}


def contents_file(library: Library, folder: str) -> bytes:
    """Where the records of a kind are that are too many for one file."""
    collection = collection_of(library, folder)
    files = addresses_of(library, collection)
    return _json({**_of_kind(library, folder, collection.count), "files": files})


def records_file(library: Library, folder: str, key: str) -> bytes:
    """Records of a kind."""
    records = _records(library, _part(library, folder, key))
    return _json({**_of_kind(library, folder, len(records)), "records": records})


def _of_kind(library: Library, folder: str, count: int) -> dict[str, Any]:
    return {**_head(library, folder), "kind": RECORD_KINDS[folder].kind_name, "count": count}


def _records(library: Library, part: Part) -> list[dict[str, Any]]:
    return [published_record(library, library.records[key]) for key in part.ids]


def _part(library: Library, folder: str, key: str) -> Part:
    return next(part for part in collection_of(library, folder).parts if part.key == key)


def _json(data: Mapping[str, Any]) -> bytes:
    return (_written(data) + "\n").encode()


def _written(data: Any) -> str:
    """One line a record, so that a change of one is a change of one line."""
    if isinstance(data, dict) and ("records" in data or "timeline" in data):
        return "{\n" + ",\n".join(f"{json.dumps(key)}:{_written(value)}" for key, value in data.items()) + "\n}"
    if isinstance(data, list) and data and isinstance(data[0], dict):
        return "[\n" + ",\n".join(map(_compact, data)) + "\n]"
    return _compact(data)


def _compact(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


# Tables


def table_file(library: Library, folder: str, name: str, key: str) -> bytes:
    """A table of records, or of the claims or terms in them."""
    records = _records(library, _part(library, folder, key))
    table = next(table for table in tables_of(folder, records, library.config) if table.name == name)
    return csv_file(table.header, ([row.get(column, "") for column in table.header] for row in table.rows))


# Statements


Write = Callable[[Iterable[Thing], Prefixes], bytes]


def dataset_file(library: Library, further: Sequence[str], ids: Sequence[str], write: Write) -> bytes:
    """The timeline as a set of data, and the records with these ids."""
    things = (dataset(library, further), *things_of(library, ids, library.config.languages))
    return write(things, prefixes_of(library))


def statements_file(library: Library, ids: Sequence[str], write: Write) -> bytes:
    """The records with these ids."""
    return write(things_of(library, ids, library.config.languages), prefixes_of(library))


def vocabulary_file(library: Library) -> bytes:
    """What the words of our own mean."""
    return turtle(vocabulary_of(library), prefixes_of(library))


# Schemas


def schema_file(library: Library, folder: str, tag: str) -> bytes:
    """The schema of the files of a kind, described in a language."""
    schema = file_schema(folder, library.config, _schema_address(library, folder), VERSION)
    return _pretty(in_language(schema, tag) | {"$id": _schema_address(library, folder, tag)})


def whole_schema_file(library: Library, tag: str) -> bytes:
    """The schema of the file that holds everything, described in a language."""
    schema = timeline_schema(FOLDERS, _schema_address(library, "timeline"), VERSION)
    return _pretty(in_language(schema, tag) | {"$id": _schema_address(library, "timeline", tag)})


def _pretty(schema: Mapping[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
