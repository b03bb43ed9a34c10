"""The types of fields whose value is a word of a closed list, with “did you mean” when it is not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, TypeVar, get_args

from pydantic import AfterValidator, BeforeValidator, GetPydanticSchema, ValidationInfo, WithJsonSchema
from pydantic_core import core_schema

from waqai.model import vocabulary
from waqai.model.values import ID_PATTERN, is_id, rejected, shown
from waqai.problems import N_, Fault, Nearest

UNKNOWN_WORD = Fault(
    "unknown-word", N_("{word}"), N_("one of: {words}"), N_("Use a word of this list; it is explained in the guide.")
)
BAD_REFERENCE = Fault(
    "bad-reference",
    N_("the reference “{text}”"),
    N_("an id, or two ids joined by “#”"),
    N_("Write the id alone, or “id#part”: the part is the id of a claim or of a term."),
)

WORDS_NAMED = 60
"""In a message; the model's own lists are shorter, those of a site may not be."""


def check_word(word: Any, words: Iterable[str]) -> Any:
    """`word` if it is one of `words`; raises with the whole list, and the likely one first, if it is not."""
    known = tuple(words)
    if word not in known:
        raise rejected(UNKNOWN_WORD, Nearest(str(word), known), word=shown(word), words=_listed_words(known))
    return word


@cache
def _listed_words(known: tuple[str, ...]) -> str:
    """One text for all that are refused: a file may hold many."""
    return ", ".join(known[:WORDS_NAMED]) + (", …" if len(known) > WORDS_NAMED else "")


def _literal(source: Any, handler: Any) -> core_schema.CoreSchema:
    words = get_args(source)
    return core_schema.no_info_before_validator_function(lambda word: check_word(word, words), handler(source))


T = TypeVar("T")
OneOf = Annotated[T, GetPydanticSchema(_literal)]
"""A literal type, refused with our own fault and a suggestion instead of pydantic's wording."""


def _listed(name: str, builtin: Iterable[str]) -> tuple[Any, Any]:
    """Validator and schema for a list that `timeline.yaml` may extend; `name` is its key in the validation context."""
    known = tuple(builtin)

    def check(word: Any, info: ValidationInfo) -> Any:
        return check_word(word, (info.context or {}).get(name, known))

    return BeforeValidator(check), WithJsonSchema({"type": "string", "enum": list(known)})


_types = _listed("event_types", vocabulary.EVENT_TYPES)
_roles = _listed("roles", vocabulary.ROLES)
_relations = _listed("relations", vocabulary.RELATIONS)
_states = _listed("states", dict.fromkeys([*vocabulary.TOPIC_STATES, *vocabulary.AGREEMENT_STATES]))

EventType = Annotated[str, _types[0], _types[1]]
Role = Annotated[str, _roles[0], _roles[1]]
RelationKey = Annotated[str, _relations[0], _relations[1]]
StateKey = Annotated[str, _states[0], _states[1]]


def _check_reference(text: str) -> str:
    parts = text.split("#")
    if len(parts) > len(("record", "part")) or not all(map(is_id, parts)):
        raise rejected(BAD_REFERENCE, text=text)
    return text


_REFERENCE = WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}(#{ID_PATTERN})?$"})
ClaimReference = Annotated[str, AfterValidator(_check_reference), _REFERENCE]
"""`claim` in the same event, or `event#claim`."""
MoveTarget = Annotated[str, AfterValidator(_check_reference), _REFERENCE]
"""`topic`, `agreement` or `agreement#term`."""
