"""Writing files of a timeline: new ones, annotated from the model, and the house form that all of them share."""

from __future__ import annotations
