"""Input that nobody thought of: what must hold for any bytes that a parser or a writer is given.

Each :class:`~tests.fuzz.target.Target` is tried in `make test` with seeds that are changed at random and with every
input that once broke it (`finds/`), and by `make fuzz` with inputs that are chosen by the branches that they reach.
"""

from __future__ import annotations
