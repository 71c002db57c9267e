"""A real browser for the tests of the HTML report."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-component-update")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the path; without one the tests are skipped, but fail where CI=true."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        refuse("no Chromium on the path: the HTML report was not tried in a browser")
    # Chromium refuses to start for the superuser with its sandbox; the pages opened here are the project's own.
    flags = [f"--{flag}" for flag in (*QUIET, *(("no-sandbox",) if os.geteuid() == 0 else ()))]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=flags)
        yield started
        started.close()
