"""The model: the six kinds of record, the values they are made of, and the words they use."""

from __future__ import annotations

from waqai.model.kinds import RECORD_KINDS, schema_of
from waqai.model.parts import AgreementTerm, Alias, Change, Claim, InlineSource, Translation
from waqai.model.records import (
    Actor,
    Agreement,
    Event,
    Place,
    Record,
    Source,
    Topic,
)
from waqai.model.when import EventDate

__all__ = [
    "RECORD_KINDS",
    "Actor",
    "Agreement",
    "AgreementTerm",
    "Alias",
    "Change",
    "Claim",
    "Event",
    "EventDate",
    "InlineSource",
    "Place",
    "Record",
    "Source",
    "Topic",
    "Translation",
    "schema_of",
]
