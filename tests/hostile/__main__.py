"""`python -m tests.hostile [WORD …]` tries every attack, or those with one of the words in their names."""

from __future__ import annotations

import sys

from tests.hostile.attacks import GROUPS
from tests.hostile.confined import confinement
from tests.hostile.trying import faults_of, tried

wrong = 0
with confinement() as confined:
    for group in GROUPS:
        for attack in group():
            if sys.argv[1:] and not any(word in attack.name for word in sys.argv[1:]):
                continue
            ended = tried(attack, confined)
            found = faults_of(ended)
            wrong += bool(found)
            mark = ", ".join(found) or "held"
            sys.stdout.write(f"{ended.seconds:6.2f} s {ended.memory >> 20:5} MiB  {attack.name}: {mark}\n")
            sys.stdout.flush()
sys.exit(1 if wrong else 0)
