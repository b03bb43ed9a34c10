"""The published records as statements: in the words of schema.org as far as it has any, and in a few of our own.

Made from what is published of each record, so that nothing is stated that the data does not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from waqai.content import Library
from waqai.exchange.graph import InOrder, Iri, Literal, Prefixes, Thing, Value, texts
from waqai.model import vocabulary
from waqai.site import urls
from waqai.site.data.published import published_record

Data = Mapping[str, Any]
Statements = Iterator[tuple[str, Value]]

SCHEMA, EDTF = "https://schema.org/", "http://id.loc.gov/datatypes/edtf/"
RDF, RDFS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
WIKIDATA, LICENCES = "http://www.wikidata.org/entity/", "https://spdx.org/licenses/"
TYPES = {
    "event": "schema:Event",
    "place": "schema:Place",
    "topic": "schema:DefinedTerm",
    "agreement": "schema:CreativeWork",
    "source": "schema:CreativeWork",
}
ACTORS = {"person": "schema:Person", "media": "schema:NewsMediaOrganization", "anonymous": "waqai:UnnamedSource"}
TEXTS = {
    "title": "schema:name",
    "name": "schema:name",
    "short": "schema:alternateName",
    "summary": "schema:description",
    "note": "schema:disambiguatingDescription",
    "body": "schema:text",
    "text": "schema:text",
    "ask": "schema:name",
    "why": "waqai:why",
}
IDS = {
    "where": "schema:location",
    "about": "schema:about",
    "publisher": "schema:publisher",
    "part_of": "schema:isPartOf",
    "in": "schema:containedInPlace",
    "based": "schema:location",
    "quotes": "schema:isBasedOn",
    "known_through": "waqai:knownThrough",
    **{name: f"waqai:{name}" for name in ("parties", "binds", "guarantors", "observers", "obliges", "benefits")},
}
WORDS = {
    "type": "waqai:type",
    "kind": "waqai:kind",
    "form": "waqai:form",
    "stage": "waqai:stage",
    "mode": "waqai:mode",
    "safety": "waqai:safety",
    "lang": "schema:inLanguage",
    "author": "schema:author",
}
OWN_TYPES = {
    "UnnamedSource": "Somebody who knows and is not named.",
    "Term": "One thing that was agreed.",
}
OWN_PREDICATES = {
    "date": "The date as it is known, in EDTF.",
    "earliest": "The first day that the date can mean.",
    "latest": "The last day that the date can mean.",
    "type": "What kind of event or source it is.",
    "kind": "What kind of actor or place it is.",
    "form": "In what form an agreement exists.",
    "stage": "The stage of an agreement, by the codes of PA-X.",
    "mode": "Whether a claim is our wording, a quotation or a headline.",
    "safety": "Whether a person’s name is public by office, or withheld.",
    "standing": "How a claim or an event stands, computed from the chains of report.",
    "state": "The present state of play.",
    "chain": "Through whom a claim reached us: who knows first, where we read it last.",
    "quotation": "The source’s own words.",
    "disputes": "A claim that this one contradicts.",
    "confirms": "A claim or an event that this one supports.",
    "why": "Why a standing is set by hand, or why a source is not named.",
    "knownThrough": "The source through which we know of this one.",
    "parties": "Who made an agreement.",
    "binds": "Who is bound by an agreement without being a party.",
    "guarantors": "Who vouches for an agreement.",
    "observers": "Who looked on.",
    "obliges": "Who has to do something.",
    "benefits": "For whom.",
}


def prefixes_of(library: Library) -> Prefixes:
    """The prefixes of predicates and types."""
    own = urls.absolute(library.config.url, urls.data("vocabulary.ttl"))
    return {"schema": SCHEMA, "edtf": EDTF, "xsd": XSD, "rdf": RDF, "rdfs": RDFS, "waqai": f"{own}#"}


def things_of(library: Library, ids: Iterable[str], languages: Sequence[str]) -> Iterator[Thing]:
    """The records with these ids, and what they are made of, with texts in these languages."""
    describe = _Describing(library, frozenset(languages))
    for key in ids:
        yield from describe.record(key)


def dataset(library: Library, downloads: Sequence[str]) -> Thing:
    """What the statements are of; `downloads` are the addresses of further files with statements."""
    config = library.config
    described = texts("schema:description", config.summary) if config.summary else ()
    return Thing(
        _document(library),
        ("schema:Dataset",),
        (
            *texts("schema:name", config.title),
            *described,
            ("schema:url", Iri(config.url)),
            ("schema:license", Iri(f"{LICENCES}{config.licence}")),
            *(("schema:distribution", Iri(address)) for address in downloads),
        ),
    )


def vocabulary_of(library: Library) -> Iterator[Thing]:
    """What the predicates and types of our own mean, in English; relations that the site adds, by their labels."""
    own = prefixes_of(library)["waqai"]
    relations = {key: word.label for key, word in vocabulary.RELATIONS.items()}
    roles = {key: f"took part as: {word.label}" for key, word in vocabulary.ROLES.items()}
    for names, kind in ((OWN_TYPES, "rdfs:Class"), (OWN_PREDICATES | roles | relations, "rdf:Property")):
        for name, meaning in names.items():
            yield Thing(f"{own}{name}", (kind,), (("rdfs:comment", Literal(meaning, "en")),))
    for name, relation in library.config.relations.items():
        yield Thing(f"{own}{name}", ("rdf:Property",), tuple(texts("rdfs:label", relation.label)))


def _document(library: Library) -> str:
    return urls.absolute(library.config.url, urls.data("timeline.jsonld"))


class _Describing:
    def __init__(self, library: Library, languages: frozenset[str]) -> None:
        self.library = library
        self.languages = languages
        self.document = _document(library)

    def iri(self, key: str) -> Iri:
        """A record by its id, a claim or a term by `record#part`."""
        return Iri(f"{self.document}#{key.replace('#', '.')}")

    def record(self, key: str) -> Iterator[Thing]:
        """A record and its claims or terms."""
        record = self.library.records[key]
        data = published_record(self.library, record)
        kind = record.kind_name
        types = ACTORS.get(data["kind"], "schema:Organization") if kind == "actor" else TYPES[kind]
        yield Thing(self.iri(key).address, (types,), tuple(self._record(key, data)))
        for name, part_type in (("claims", "schema:Claim"), ("terms", "waqai:Term")):
            for part in data.get(name, ()):
                address = self.iri(f"{key}#{part['id']}").address
                yield Thing(address, (part_type,), tuple(self._part(key, part)))

    def _record(self, key: str, data: Data) -> Statements:
        yield "schema:identifier", Literal(key)
        yield from (("schema:subjectOf", Iri(page)) for tag, page in data["pages"].items() if tag in self.languages)
        yield from self._common(data)
        yield from self._when(data.get("date"))
        yield from self._position(data)
        for role, ids in data.get("who", {}).items():
            yield from ((f"waqai:{role}", self.iri(actor)) for actor in ids)
        for relation, links in data.get("links", {}).items():
            yield from ((f"waqai:{relation}", self.iri(link["to"])) for link in links)
        yield from self._cited(data)
        for name in ("claims", "terms"):
            yield from (("schema:hasPart", self.iri(f"{key}#{part['id']}")) for part in data.get(name, ()))

    def _part(self, key: str, part: Data) -> Statements:
        yield "schema:identifier", Literal(part["id"])
        yield "schema:isPartOf", self.iri(key)
        yield from self._common(part)
        if part.get("chain"):
            yield "waqai:chain", InOrder(tuple(map(self.iri, part["chain"])))
        for name in ("disputes", "confirms"):
            yield from (
                (f"waqai:{name}", self.iri(other if "#" in other else f"{key}#{other}")) for other in part.get(name, ())
            )
        for lang, words in part.get("quote", {}).items():
            yield "waqai:quotation", Literal(words, lang)

    def _common(self, data: Data) -> Statements:
        for name, predicate in TEXTS.items():
            spoken = {tag: text for tag, text in data.get(name, {}).items() if tag in self.languages}
            yield from texts(predicate, spoken)
        for name, predicate in IDS.items():
            ids = data.get(name, ())
            yield from ((predicate, self.iri(each)) for each in ([ids] if isinstance(ids, str) else ids))
        yield from ((predicate, Literal(data[name])) for name, predicate in WORDS.items() if name in data)
        if "standing" in data:
            yield "waqai:standing", Literal(data["standing"]["key"])
        if "state" in data:
            yield "waqai:state", Literal(data["state"]["is"])

    def _when(self, date: Data | None) -> Statements:
        """The date in EDTF, and its bounds; a source's own date is that of its publication."""
        if date is None:
            return
        known = date.get("is", date)
        yield "waqai:date", Literal(known["edtf"], datatype="edtf:EDTF")
        for name in ("earliest", "latest"):
            if known[name]:
                yield f"waqai:{name}", Literal(known[name], datatype="xsd:date")

    def _position(self, data: Data) -> Statements:
        for name, degrees in zip(("latitude", "longitude"), data.get("at", ()), strict=False):
            yield f"schema:{name}", Literal(str(degrees), datatype="xsd:decimal")
        if "wikidata" in data:
            yield "schema:sameAs", Iri(f"{WIKIDATA}{data['wikidata']}")

    def _cited(self, data: Data) -> Statements:
        for source in data.get("sources", ()):
            yield "schema:citation", self.iri(source) if isinstance(source, str) else Iri(source["url"])
        if isinstance(data.get("url"), str):
            yield "schema:url", Iri(data["url"])
        yield from (("schema:archivedAt", Iri(copy["url"])) for copy in data.get("archived", ()))
