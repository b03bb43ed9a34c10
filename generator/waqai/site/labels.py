"""The words for the model's closed lists in one language, the site's own additions included."""

from __future__ import annotations

from collections.abc import Mapping

from waqai.config import Config
from waqai.languages import Language
from waqai.model import vocabulary
from waqai.model.vocabulary import Word
from waqai.site.contexts import StateView


class Labels:
    """Labels of event types, roles, relations, states and the rest."""

    def __init__(self, language: Language, config: Config) -> None:
        self._language = language
        self._config = config

    def _word(self, context: str, words: Mapping[str, Word], key: str) -> str:
        return self._language.pgettext(context, words[key].label)

    def _own(self, text: Mapping[str, str]) -> str:
        return text.get(self._language.tag) or text[self._config.default_language]

    def event_type(self, key: str) -> str:
        """“Talks”."""
        if key in self._config.event_types:
            return self._own(self._config.event_types[key].label)
        return self._word("event type", vocabulary.EVENT_TYPES, key)

    def role(self, key: str) -> str:
        """“mediator”."""
        return self._word("role", vocabulary.ROLES, key)

    def relation(self, key: str, stored_as: str) -> str:
        """“Part of”, or “Includes” for the other direction."""
        if stored_as in self._config.relations:
            extra = self._config.relations[stored_as]
            return self._own(extra.label if key == stored_as else extra.inverse_label)
        word = vocabulary.RELATIONS[stored_as]
        return self._language.pgettext("relation", word.label if key == stored_as else word.inverse_label)

    def state(self, key: str, *, of_agreement: bool) -> StateView:
        """The square and the word for a state."""
        if key in self._config.states:
            label = self._own(self._config.states[key].label)
        elif of_agreement:
            label = self._language.pgettext("agreement state", vocabulary.AGREEMENT_STATES[key].label)
        else:
            label = self._language.pgettext("topic state", vocabulary.TOPIC_STATES[key].label)
        return StateView(key, label, self._config.state_mark(key))

    def no_state(self) -> StateView:
        """The dotted square."""
        return StateView("none", self._language.pgettext("topic state", "No move recorded"), "dots")

    def key_of_states(self) -> tuple[StateView, ...]:
        """The squares, each with the words for all states that it stands for."""
        words: dict[str, list[str]] = {}
        for keys, of_agreement in (
            (vocabulary.TOPIC_STATES, False),
            (vocabulary.AGREEMENT_STATES, True),
            (self._config.states, False),
        ):
            for state in (self.state(key, of_agreement=of_agreement) for key in keys):
                words.setdefault(state.mark, []).append(state.label)
        separator = self._language.pgettext("list separator", ",") + " "
        named = (StateView(mark, separator.join(dict.fromkeys(labels)), mark) for mark, labels in words.items())
        return (*named, self.no_state())

    def actor_kind(self, key: str) -> str:
        """“Institution”."""
        return self._word("actor kind", vocabulary.ACTOR_KINDS, key)

    def actor_kinds(self, key: str) -> str:
        """“Institutions”: the heading over several."""
        return self._language.pgettext("actor kinds", vocabulary.ACTOR_KIND_HEADINGS[key])

    def place_kinds(self, key: str) -> str:
        """“Cities”: the heading over several."""
        return self._language.pgettext("place kinds", vocabulary.PLACE_KIND_HEADINGS[key])

    def place_kind(self, key: str) -> str:
        """“City”."""
        return self._word("place kind", vocabulary.PLACE_KINDS, key)

    def tone(self, key: str) -> str:
        """“contested”."""
        return self._word("tone", vocabulary.TONES, key)

    def form(self, key: str) -> str:
        """“Unpublished”."""
        return self._word("form", vocabulary.FORMS, key)

    def stage(self, key: str | None) -> str:
        """“Implementation or renegotiation”; empty for None."""
        return self._word("stage", vocabulary.STAGES, key) if key else ""

    def source_type(self, key: str) -> str:
        """“Article”."""
        return self._word("source type", vocabulary.SOURCE_TYPES, key)

    def change_kind(self, key: str) -> str:
        """“Correction”."""
        return self._word("change kind", vocabulary.CHANGE_KINDS, key)

    def standing(self, key: str) -> str:
        """“Single source”."""
        return self._word("standing", vocabulary.STANDINGS, key)
