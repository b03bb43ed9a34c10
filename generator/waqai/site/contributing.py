"""Where a record's file is edited and where a fault in it is reported, on the host that keeps the repository."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from waqai.config import Config, Forge, Repository
from waqai.model import Record
from waqai.site.urls import FOLDERS


@dataclass(frozen=True, slots=True)
class _Forge:
    """The addresses of one kind of host, below the repository's own."""

    edit: str
    new_issue: str
    title: str
    """The name of the field for an issue's title."""
    body: str


_FORGES: Mapping[Forge, _Forge] = {
    "github": _Forge("edit", "issues/new", "title", "body"),
    "gitlab": _Forge("-/edit", "-/issues/new", "issue[title]", "issue[description]"),
    "gitea": _Forge("_edit", "issues/new", "title", "body"),
}


def edit_href(config: Config, record: Record) -> str:
    """The page that edits a record's file; empty without a repository."""
    repository = config.repository
    if repository is None:
        return ""
    place = quote(f"{repository.branch}/{_file_of(repository, record)}")
    return f"{_root(repository)}/{_FORGES[repository.kind].edit}/{place}"


def fault_href(config: Config, subject: str, body: str) -> str:
    """The form that reports a fault: on the repository's host, or by mail; empty where there is neither."""
    if config.repository is not None:
        forge = _FORGES[config.repository.kind]
        filled = urlencode({forge.title: subject, forge.body: body}, quote_via=quote)
        return f"{_root(config.repository)}/{forge.new_issue}?{filled}"
    return mail_href(subject, body, config.corrections.email) if config.corrections else ""


def mail_href(subject: str, body: str, to: str = "") -> str:
    """A message to be sent (RFC 6068)."""
    return f"mailto:{quote(to, safe='@')}?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"


def _root(repository: Repository) -> str:
    return repository.url.removesuffix(".git").rstrip("/")


def _file_of(repository: Repository, record: Record) -> str:
    folder = f"{repository.folder.strip('/')}/" if repository.folder else ""
    return f"{folder}content/{FOLDERS[record.kind_name]}/{record.id}.yaml"
