"""Differences in words of one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from waqai import dates
from waqai.comparison.difference import Difference, Named, Several, Spoken, Tongue, Value, Word
from waqai.comparison.records import title_of
from waqai.content import Library
from waqai.dates import Edtf
from waqai.languages import Language
from waqai.languages.foreign import language_name
from waqai.model import Agreement, Record, vocabulary

Show = Callable[[str], str]
"""How a text of the data is set into a sentence: as it is, or escaped and isolated."""


class Wording:
    """Says differences in a language. `before` may be the same as `after`, where there is only one state to name."""

    def __init__(self, language: Language, before: Library, after: Library, show: Show = str) -> None:
        self.language = language
        self._before, self._after = before, after
        self._show = show

    def sentence(self, difference: Difference) -> str:
        """One difference, without its record."""
        values = {name: self.value(value) for name, value in difference.values}
        is_detail = difference.code == "part-changed" and dict(difference.values)["field"] not in self._fields
        return self._sentences["details-changed" if is_detail else difference.code].format(**values)

    def headline(self, differences: Sequence[Difference]) -> str:
        """The one line that says how much changed."""
        _ = self.language.pgettext
        if not differences:
            return _("change", "No change of meaning.")
        records = {difference.record for difference in differences if not difference.follows}
        came = {difference.record for difference in differences if difference.code in {"added", "added-dated"}}
        went = {difference.record for difference in differences if difference.code == "removed"}
        following = [difference.code.partition("-")[0] for difference in differences if difference.follows]
        text = _(
            "change",
            "Records added: {added}, changed: {changed}, removed: {removed}. "
            "Standings that changed: {standings}, states: {states}.",
        )
        return self._counted(
            text,
            added=len(came),
            changed=len(records - came - went),
            removed=len(went),
            standings=following.count("standing"),
            states=following.count("state"),
        )

    def problems(self, errors: int, warnings: int, cured: int) -> str:
        """How many problems came and went."""
        text = self.language.pgettext("change", "New errors: {errors}, new warnings: {warnings}, cured: {cured}.")
        return self._counted(text, errors=errors, warnings=warnings, cured=cured)

    def rest(self, more: int) -> str:
        """How many more differences there are than were told; empty for none."""
        pattern = self.language.ngettext("and {n} more", "and {n} more", max(more, 0))
        return self._counted(pattern, n=more) if more > 0 else ""

    def _counted(self, pattern: str, **counts: int) -> str:
        return pattern.format(**{name: self.language.number(count) for name, count in counts.items()})

    @property
    def following(self) -> Mapping[str, str]:
        """How codes begin of what follows from other changes, each with its heading."""
        _ = self.language.pgettext
        return {"standing-": _("change", "How claims stand now"), "state-": _("change", "State of play now")}

    @property
    def added(self) -> str:
        """What is said of the first version of a record."""
        return self.language.pgettext("change", "added")

    def heading(self, record: str) -> str:
        """The kind and the name of the record that differences are about."""
        found = self._found(record)
        if found is None:
            return self._show(record)
        pattern = self.language.pgettext("change", "{kind} “{name}”")
        return pattern.format(kind=self._kinds[found.kind_name], name=self._name(record))

    def value(self, value: Value) -> str:
        """A value as a sentence holds it."""
        match value:
            case Edtf():
                said = dates.describe(value, self.language)
            case Named():
                said = self._name(value.id)
            case Word():
                said = self._word(value)
            case Spoken():
                said = self._show(self._in_language(dict(value.texts)))
            case Tongue():
                said = language_name(value.tag, self.language)
            case Several():
                said = self.language.listed([self.value(each) for each in value.values])
            case int():
                said = self.language.number(value)
            case _:
                said = self._fields.get(value) or self._show(value)
        return said

    def _in_language(self, texts: Mapping[str, str]) -> str:
        default = self._after.config.default_language
        return texts.get(self.language.tag) or texts.get(default) or next(iter(texts.values()), "")

    def _found(self, key: str) -> Record | None:
        return self._after.records.get(key) or self._before.records.get(key)

    def _name(self, key: str) -> str:
        """The name of a record, or the text of a term of an agreement."""
        record = self._found(key.partition("#")[0])
        if record is None:
            return self._show(key)
        terms = record.terms if isinstance(record, Agreement) and "#" in key else ()
        term = next((term for term in terms if term.id == key.partition("#")[2]), None)
        return self._show(self._in_language(term.text if term else title_of(record)))

    def _word(self, word: Word) -> str:
        _, config, key = self.language.pgettext, self._after.config, word.key
        own = {
            key: found.label
            for kind in (config.event_types, config.states, config.relations)
            for key, found in kind.items()
        }
        if key in own:
            return self._show(self._in_language(own[key]))
        if word.list == "kind":
            return self._kinds[key]
        if word.list == "relation":
            return _("relation", vocabulary.RELATIONS[key].label)
        if word.list == "state":
            is_of_topics = key in vocabulary.TOPIC_STATES
            states = vocabulary.TOPIC_STATES if is_of_topics else vocabulary.AGREEMENT_STATES
            return _("topic state" if is_of_topics else "agreement state", states[key].label)
        return _(word.list, _WORDS[word.list][key].label) if word.list in _WORDS else self._show(key)

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        _ = self.language.pgettext
        return {
            "event": _("kind", "Event"),
            "actor": _("kind", "Actor"),
            "place": _("kind", "Place"),
            "topic": _("kind", "Topic"),
            "agreement": _("kind", "Agreement"),
            "source": _("kind", "Source"),
        }

    @cached_property
    def _fields(self) -> Mapping[str, str]:
        """The names of fields that readers know by a word."""
        _ = self.language.pgettext
        return {
            "summary": _("field", "summary"),
            "body": _("field", "text"),
            "note": _("field", "note"),
            "why": _("field", "reason"),
            "where": _("field", "places"),
            "about": _("field", "topics"),
            "parties": _("field", "parties"),
            "binds": _("field", "bound, not a party"),
            "guarantors": _("field", "guarantors"),
            "observers": _("field", "observers"),
            "quotes": _("field", "reports it relies on"),
            "sources": _("field", "sources"),
            "obliges": _("field", "whom a term obliges"),
            "benefits": _("field", "whom a term benefits"),
            "date": _("field", "wording of the date"),
            "title": _("field", "title"),
            "who": _("field", "parties and roles"),
            "links": _("field", "relations"),
            "moves": _("field", "what it moved"),
            "differ": _("field", "questions on which accounts differ"),
            "image": _("field", "picture"),
            "publisher": _("field", "publisher"),
            "type": _("field", "type"),
            "kind": _("field", "kind"),
        }

    @cached_property
    def _sentences(self) -> Mapping[str, str]:
        """What is said of each kind of difference."""
        _ = self.language.pgettext
        return {
            "added": _("change", "added"),
            "added-dated": _("change", "added, dated {date}"),
            "removed": _("change", "removed; its pages go with it"),
            "renamed": _("change", "new id; it was “{before}” before"),
            "name-changed": _("change", "name in {language}: “{before}” is now “{after}”"),
            "name-added": _("change", "name in {language} added: “{after}”"),
            "name-removed": _("change", "name in {language} removed: “{before}”"),
            "text-changed": _("change", "{field} in {language} reworded"),
            "text-added": _("change", "{field} in {language} added"),
            "text-removed": _("change", "{field} in {language} removed"),
            "date-changed": _("change", "date: from {before} to {after}"),
            "value-changed": _("change", "{field}: from “{before}” to “{after}”"),
            "field-changed": _("change", "{field} changed"),
            "part-changed": _("change", "{field} changed"),
            "names-added": _("change", "{field}: {names} added"),
            "names-removed": _("change", "{field}: {names} removed"),
            "role-added": _("change", "{names} added as: {role}"),
            "role-removed": _("change", "{names} no longer: {role}"),
            "claim-added": _("change", "claim added: “{claim}” (chain of report: {chain})"),
            "claim-removed": _("change", "claim removed: “{claim}”"),
            "claim-reworded": _("change", "claim reworded in {language}: “{before}” is now “{after}”"),
            "chain-changed": _("change", "chain of report of “{claim}”: from {before} to {after}"),
            "quotation-changed": _("change", "the source’s own words for “{claim}” changed"),
            "claim-changed": _("change", "what is noted of “{claim}” changed"),
            "question-added": _("change", "accounts now differ on: “{ask}”"),
            "question-removed": _("change", "accounts no longer differ on: “{ask}”"),
            "question-reworded": _("change", "question reworded: “{before}” is now “{after}”"),
            "question-assigned": _("change", "topics of the question “{ask}” changed"),
            "move-added": _("change", "moves {target} to: {state}"),
            "move-removed": _("change", "no longer moves {target} to: {state}"),
            "move-changed": _("change", "moves {target} to: {after}, no longer to: {before}"),
            "move-rebased": _("change", "day or claim of the move of {target} changed"),
            "relation-added": _("change", "relation added: {relation} “{other}”"),
            "relation-removed": _("change", "relation removed: {relation} “{other}”"),
            "term-added": _("change", "term added: “{term}”"),
            "term-removed": _("change", "term removed: “{term}”"),
            "term-reworded": _("change", "term reworded: “{before}” is now “{after}”"),
            "alias-added": _("change", "another name recorded: “{name}”, used by {by}"),
            "alias-changed": _("change", "what is noted of the name “{name}” changed"),
            "alias-removed": _("change", "another name removed: “{name}”"),
            "correction-recorded": _("change", "{kind} recorded: {note}"),
            "correction-withdrawn": _("change", "an entry of its record of corrections was changed or removed"),
            "address-changed": _("change", "new address of the page"),
            "some-claim-added": _("change", "a claim was added"),
            "some-claim-removed": _("change", "a claim was removed"),
            "some-claim-reworded": _("change", "a claim was reworded in {language}"),
            "some-chain-changed": _("change", "the chain of report of a claim changed"),
            "some-quotation-changed": _("change", "the source’s own words for a claim changed"),
            "some-claim-noted": _("change", "what is noted of a claim changed"),
            "some-correction-recorded": _("change", "an entry in the list of corrections was made"),
            "details-changed": _("change", "other details changed"),
            "translation-behind": _("change", "the translation into {language} is now behind its original"),
            "translation-renewed": _("change", "the translation into {language} was reviewed"),
            "translation-lacking": _("change", "texts without {language}: {count}"),
            "not-archived": _("change", "a source without an archived copy"),
            "archived": _("change", "archived copy added"),
            "archive-changed": _("change", "archived copies changed"),
            "standing-set": _("change", "“{claim}”: from {before} to {after}, set by the editors"),
            "standing-disputed": _("change", "“{claim}”: from {before} to {after}, because of “{other}”"),
            "standing-undisputed": _("change", "“{claim}”: from {before} to {after}; nothing contradicts it any more"),
            "standing-changed": _("change", "“{claim}”: from {before} to {after}; independent origins: {origins}"),
            "state-changed": _("change", "{target}: from {before} to {after}"),
            "state-begun": _("change", "{target}: {after}, for the first time"),
            "state-gone": _("change", "{target}: no move recorded any more; it was {before}"),
        }


_WORDS: Mapping[str, Mapping[str, vocabulary.Word]] = {
    "role": vocabulary.ROLES,
    "standing": vocabulary.STANDINGS,
    "change kind": vocabulary.CHANGE_KINDS,
    "event type": vocabulary.EVENT_TYPES,
    "source type": vocabulary.SOURCE_TYPES,
    "actor kind": vocabulary.ACTOR_KINDS,
    "place kind": vocabulary.PLACE_KINDS,
    "form": vocabulary.FORMS,
    "stage": vocabulary.STAGES,
}
