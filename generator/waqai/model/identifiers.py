"""Identifiers that others give out, and that addresses are made of: each in its own form and in no other."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from waqai.model.values import Words, rejected
from waqai.problems import N_, Fault

BAD_WIKIDATA = Fault(
    "bad-wikidata",
    N_("the Wikidata id “{found}”"),
    N_("the letter Q and a number, as in Q31"),
    N_("Copy it from the end of the address of the item’s page at Wikidata."),
)
BAD_LICENCE = Fault(
    "bad-licence",
    N_("the licence “{found}”"),
    N_("an SPDX identifier such as CC-BY-4.0"),
    N_("Look it up in the list at spdx.org/licenses; for a licence of your own write “LicenseRef-” and a name."),
)
BAD_EMAIL = Fault(
    "bad-email",
    N_("the e-mail address “{found}”"),
    N_("an address of the form name@example.org"),
    N_("Write the address alone, without a name or brackets."),
)

_WIKIDATA = "Q[0-9]{1,19}"
_LICENCE = r"[A-Za-z0-9](?:[A-Za-z0-9.+-]{0,98}[A-Za-z0-9.+])?"
# The dot-atom of RFC 5322 without the signs that mean something in a mailto address (RFC 6068).
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = rf"[A-Za-z0-9_+=!$*^|~-]+(?:\.[A-Za-z0-9_+=!$*^|~-]+)*@(?:{_LABEL}\.)+{_LABEL}"
_LONGEST_EMAIL = 254
"""Characters (RFC 5321)."""


def _check_wikidata(text: str) -> str:
    if not re.fullmatch(_WIKIDATA, text):
        meant = re.search(rf"(?:\A|/){_WIKIDATA}\Z", text, re.IGNORECASE)
        raise rejected(BAD_WIKIDATA, meant[0].lstrip("/").upper() if meant else "", found=text)
    return text


def _check_licence(text: str) -> str:
    if not re.fullmatch(_LICENCE, text):
        hyphened = re.sub(r"\s+", "-", text)
        raise rejected(BAD_LICENCE, hyphened if re.fullmatch(_LICENCE, hyphened) else "", found=text)
    return text


def _check_email(text: str) -> str:
    if not re.fullmatch(_EMAIL, text, re.IGNORECASE) or len(text) > _LONGEST_EMAIL:
        alone = re.search(rf"(?<![^\s<(:])(?:{_EMAIL})(?![^\s>)])", text, re.IGNORECASE)
        raise rejected(BAD_EMAIL, alone[0] if alone and len(text) <= _LONGEST_EMAIL else "", found=text)
    return text


WikidataId = Annotated[
    Words, AfterValidator(_check_wikidata), WithJsonSchema({"type": "string", "pattern": f"^{_WIKIDATA}$"})
]
"""An item of Wikidata: the letter Q and its number."""
LicenceId = Annotated[
    Words, AfterValidator(_check_licence), WithJsonSchema({"type": "string", "pattern": f"^{_LICENCE}$"})
]
"""A licence by its identifier in the SPDX License List."""
Email = Annotated[Words, AfterValidator(_check_email), WithJsonSchema({"type": "string", "format": "email"})]
"""The address of a mailbox (RFC 5321), in ASCII."""
