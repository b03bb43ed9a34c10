"""What holds for all tests: no skipped test passes for a good one in CI, and browser tests are marked as such."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.cli.running import TIMELINES
from tests.site.building import built_once

# A busy machine is no failure; a slow example is found by the benchmark.
settings.register_profile("waqai", deadline=None)
settings.load_profile("waqai")


class NoSkips:
    """Fails the run when a test was skipped: where all tools are installed, a skip hides a broken promise."""

    def __init__(self) -> None:
        self.skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a skipped test; an expected failure is no skip."""
        if report.skipped and not hasattr(report, "wasxfail"):
            self.skipped.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a module that was skipped as a whole."""
        if report.skipped:
            self.skipped.append(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Turn a good end into a failure."""
        if self.skipped and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say why the run failed."""
        for nodeid in sorted(set(self.skipped)):
            terminalreporter.write_line(f"Skipped, which CI counts as a failure: {nodeid}", red=True)


def pytest_configure(config: pytest.Config) -> None:
    """Forbid skips where `CI` is set."""
    if os.environ.get("CI") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(NoSkips())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that opens a browser, so that `-m "not browser"` leaves these out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def synthetic_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the bilingual sample timeline, built once for all tests, however many processes run them."""
    own = tmp_path_factory.getbasetemp()
    return built_once(own if worker_id == "master" else own.parent, TIMELINES / "bilingual", "synthetic")
