"""Identifiers that others give out have one form each, because addresses are made of them."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from waqai.model.identifiers import Email, LicenceId, WikidataId
from waqai.model.values import Url


def is_taken(kind: Any, text: str) -> bool:
    """Whether a text is one of these identifiers."""
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


def meant(kind: Any, text: str) -> str:
    """What the message proposes for a text that is refused."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(text)
    return str(refused.value.errors()[0]["ctx"]["suggestion"])


@pytest.mark.parametrize("text", ["Q1", "Q4115189"])
def test_an_item_of_wikidata_is_taken(text: str) -> None:
    """The letter and its number."""
    assert is_taken(WikidataId, text)


@pytest.mark.parametrize(
    "text", ["q1", "Q", "1", "Q1/../..", "Q1?x", "Q1#x", "Q١", "P31", "Q1 ", "Q1\nQ2", "Q" + 20 * "1"]
)
def test_what_is_no_item_of_wikidata_is_refused(text: str) -> None:
    """White space around it is none of it, and is taken away."""
    assert (text == "Q1 ") == is_taken(WikidataId, text)


@pytest.mark.parametrize("text", ["https://www.wikidata.org/wiki/Q31", "q31", "http://www.wikidata.org/entity/q31"])
def test_the_item_in_an_address_is_proposed(text: str) -> None:
    """What people copy."""
    assert "Q31" == meant(WikidataId, text)


@pytest.mark.parametrize("text", ["CC-BY-4.0", "CC0-1.0", "LicenseRef-Our-Own", "GPL-2.0+", "NOASSERTION"])
def test_an_identifier_of_a_licence_is_taken(text: str) -> None:
    """Those of the SPDX list, and one's own."""
    assert is_taken(LicenceId, text)


@pytest.mark.parametrize("text", ["CC BY 4.0", "../x", "a/b", "-x", "x-", 'x"y', "<b>", "رخصة", "x?y", 101 * "x"])
def test_what_is_no_identifier_of_a_licence_is_refused(text: str) -> None:
    """The addresses that are made of it lead to the list of SPDX, and nowhere else."""
    assert not is_taken(LicenceId, text)


def test_a_licence_in_words_is_proposed_as_an_identifier() -> None:
    """With hyphens."""
    assert "CC-BY-4.0" == meant(LicenceId, "CC BY 4.0")


@pytest.mark.parametrize("text", ["a@example.org", "first.last+timeline@sub.example.org", "x@xn--mgbh0fb.example"])
def test_an_address_of_a_mailbox_is_taken(text: str) -> None:
    """The mailbox and its host."""
    assert is_taken(Email, text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a",
            "a@",
            "@example.org",
            "a@example",
            "a@b@example.org",
            "a@example.org?bcc=b@example.org",
            "a%40@example.org",
        ),
        *(
            "a@example.org,b@example.org",
            "a&b@example.org",
            "a b@example.org",
            "a@-x.org",
            "a..b@example.org",
            "a/b@example.org",
        ),
        *(
            '"a"@example.org',
            "a@example.org#x",
            "javascript:a@example.org",
            250 * "a" + "@example.org",
            "a@example.org\nBcc: x",
        ),
    ],
)
def test_what_is_no_address_of_a_mailbox_is_refused(text: str) -> None:
    """A link to it would add recipients or texts of its own."""
    assert not is_taken(Email, text)


def test_the_address_beside_a_name_is_proposed() -> None:
    """As programs for e-mail write it."""
    assert "a@example.org" == meant(Email, "The editors <a@example.org>")


@pytest.mark.parametrize(
    "text",
    [
        "https://user@example.org/",
        "https://user:secret@example.org/",
        "https://@example.org/",
        "https://example.com@example.org/",
    ],
)
def test_an_address_with_the_name_of_a_user_is_refused(text: str) -> None:
    """It shows another host than the one that it leads to, or tells a secret."""
    assert not is_taken(Url, text)
