"""The specification of the project, in sentences that a machine runs."""

from __future__ import annotations
