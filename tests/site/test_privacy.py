"""Reading the site tells nobody but its host."""

from __future__ import annotations

from pathlib import Path

from tests.site.privacy import inline_code, policies, third_parties


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    """No page and no style sheet names a file of a third party."""
    assert [] == third_parties(site)


def test_no_page_holds_a_script_a_style_or_a_handler(site: Path) -> None:
    """A strict policy can forbid all inline code."""
    assert [] == inline_code(site)


def test_every_page_forbids_what_it_does_not_need(site: Path) -> None:
    """The content security policy allows the site's own files and nothing else."""
    found = policies(site, "Content-Security-Policy", "http-equiv")
    wanted = ("default-src 'self'", "object-src 'none'", "base-uri 'none'")
    assert [] == [page for page, policy in found.items() if any(part not in policy for part in wanted)]


def test_no_page_says_where_its_reader_came_from(site: Path) -> None:
    """The referrer policy is `no-referrer`, so that a source learns nothing of who follows a link to it."""
    found = policies(site, "referrer", "name")
    assert [] == [page for page, policy in found.items() if policy != "no-referrer"]
