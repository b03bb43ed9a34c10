"""What a change to a timeline means: two states of it compared, record by record, and said in words.

`differences` compares two libraries, `changes_of` two states of one record; both are pure. `Wording` says each
difference in a language.
"""

from __future__ import annotations

from waqai.comparison.difference import Difference, Named, Value, Word
from waqai.comparison.history import Version, histories, shortened
from waqai.comparison.records import changes_of
from waqai.comparison.timelines import differences
from waqai.comparison.told import told_to_readers
from waqai.comparison.wording import Wording

__all__ = [
    "Difference",
    "Named",
    "Value",
    "Version",
    "Word",
    "Wording",
    "changes_of",
    "differences",
    "histories",
    "shortened",
    "told_to_readers",
]
