"""Where files are edited and added, and where faults are reported, on the host that keeps the repository."""

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
    new_file: str
    name: str
    """The name of the field for a new file's name."""
    text: str
    """The name of the field for a new file's text; empty where the host takes none."""


_FORGES: Mapping[Forge, _Forge] = {
    "github": _Forge("edit", "issues/new", "title", "body", "new", "filename", "value"),
    "gitlab": _Forge("-/edit", "-/issues/new", "issue[title]", "issue[description]", "-/new", "file_name", ""),
    "gitea": _Forge("_edit", "issues/new", "title", "body", "_new", "filename", "value"),
}


@dataclass(frozen=True, slots=True)
class NewFileForm:
    """The form for a new file, on the host that keeps the repository."""

    address: str
    name: str
    """The parameter with the file's name."""
    text: str
    """The parameter with its text; empty where the host takes none, and the text has to be pasted."""


def new_file_form(config: Config, folder: str) -> NewFileForm | None:
    """The form for a new file in a folder of the content; None without a repository."""
    repository = config.repository
    if repository is None:
        return None
    forge = _FORGES[repository.kind]
    place = quote(f"{repository.branch}/{_content(repository)}/{folder}")
    return NewFileForm(f"{_root(repository)}/{forge.new_file}/{place}", forge.name, forge.text)


def edit_href(config: Config, record: Record) -> str:
    """The page that edits a record's file; empty without a repository."""
    repository = config.repository
    if repository is None:
        return ""
    place = quote(f"{repository.branch}/{_file_of(repository, record)}")
    return f"{_root(repository)}/{_FORGES[repository.kind].edit}/{place}"


def message_href(config: Config, subject: str, body: str) -> str:
    """The form that writes to the maintainers: on the repository's host, or by mail; empty where there is neither."""
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
    return f"{_content(repository)}/{FOLDERS[record.kind_name]}/{record.id}.yaml"


def _content(repository: Repository) -> str:
    folder = f"{repository.folder.strip('/')}/" if repository.folder else ""
    return f"{folder}content"
