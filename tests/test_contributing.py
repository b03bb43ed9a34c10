"""Links to edit a record's file and to report a fault, on each kind of host."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import ValidationError

from waqai.config import Config
from waqai.model import Topic
from waqai.site.contributing import edit_href, message_href

TOPIC = Topic(id="gate", name={"en": "Gate"})


def config(**settings: object) -> Config:
    """Settings of a timeline."""
    needed = {"id": "x", "title": "X", "languages": ["en"], "url": "https://example.org", "licence": "CC0-1.0"}
    return Config.model_validate(needed | settings, context={"languages": ("en",)})


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/content/topics/gate.yaml"),
        ("https://gitlab.example.org/a/b.git", "https://gitlab.example.org/a/b/-/edit/main/content/topics/gate.yaml"),
        ("https://codeberg.org/a/b/", "https://codeberg.org/a/b/_edit/main/content/topics/gate.yaml"),
    ],
)
def test_the_host_tells_how_a_file_is_edited(url: str, expected: str) -> None:
    """By a part of its name."""
    assert expected == edit_href(config(repository=url), TOPIC)


def test_branch_and_folder_are_settings() -> None:
    """A timeline may lie deep in a repository, at a host of one's own."""
    settings = {"url": "https://git.example.org/a/b", "forge": "gitea", "branch": "site", "folder": "talks/2021"}
    expected = "https://git.example.org/a/b/_edit/site/talks/2021/content/topics/gate.yaml"
    assert expected == edit_href(config(repository=settings), TOPIC)


def test_a_host_of_unknown_kind_needs_its_kind() -> None:
    """A link that is guessed would lead nowhere."""
    with pytest.raises(ValidationError):
        config(repository="https://git.example.org/a/b")


@pytest.mark.parametrize(
    ("url", "place", "title"),
    [
        ("https://github.com/a/b", "/a/b/issues/new", "title"),
        ("https://gitlab.com/a/b", "/a/b/-/issues/new", "issue[title]"),
        ("https://codeberg.org/a/b", "/a/b/issues/new", "title"),
    ],
)
def test_a_report_of_a_fault_is_filled_in(url: str, place: str, title: str) -> None:
    """In the fields that the host knows."""
    made = urlsplit(message_href(config(repository=url), "Fault in topic gate", "خطأ & more"))
    assert (place, ["Fault in topic gate"]) == (made.path, parse_qs(made.query)[title])


def test_without_a_repository_a_fault_is_reported_by_mail() -> None:
    """To the address for corrections."""
    made = message_href(config(corrections={"email": "a@example.org"}), "Fault in topic gate", "Gate\n")
    assert "mailto:a@example.org?subject=Fault%20in%20topic%20gate&body=Gate%0A" == made


def test_without_repository_and_address_nothing_is_offered() -> None:
    """No link that leads nowhere."""
    assert ("", "") == (edit_href(config(), TOPIC), message_href(config(), "x", "y"))
