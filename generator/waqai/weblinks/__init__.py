"""Whether the addresses that a timeline gives still lead anywhere. The only room that asks the network."""

from __future__ import annotations

from waqai.weblinks.addresses import Address, addresses_of
from waqai.weblinks.asking import Answer, Asker, Outcome
from waqai.weblinks.excuses import EXCUSES, Excuses, read_excuses

__all__ = ["EXCUSES", "Address", "Answer", "Asker", "Excuses", "Outcome", "addresses_of", "read_excuses"]
