"""All that is fuzzed."""

from __future__ import annotations

from tests.fuzz.contributions import CONTRIBUTIONS
from tests.fuzz.exchanged import EXCHANGED
from tests.fuzz.files import FILES
from tests.fuzz.texts import TEXTS

TARGETS = {target.name: target for target in (*CONTRIBUTIONS, *FILES, *TEXTS, *EXCHANGED)}
