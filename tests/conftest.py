"""Fixtures that several tests share: the real life, and a real browser without a network."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from firefox import FirefoxReader, start_firefox, stop_firefox
from project import DATA
from reader import Reader, Shelf
from samples import few_of

from mapping.page.html import render_page
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from marionette_driver.marionette import Marionette
    from playwright.sync_api import Browser

    from mapping.life.model import Life

FIREFOX_NAMES = ("firefox-esr", "firefox")
CHROMIUM_NAMES = (
    "chromium-headless-shell",  # the same engine without windows: a page opens in half the work
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def life() -> Life:
    return load_life(DATA)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium; without one, skip loudly, or fail where it is required."""
    path = os.environ.get("SERGE_MAP_CHROMIUM") or next(
        filter(None, map(shutil.which, CHROMIUM_NAMES)), None
    )
    if path is None:
        reason = "no Chromium found: install chromium, or name one in SERGE_MAP_CHROMIUM"
        if os.environ.get("SERGE_MAP_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marionette]:
    """Start the system's Firefox; without one, skip loudly, or fail where it is required."""
    path = os.environ.get("SERGE_MAP_FIREFOX") or next(
        filter(None, map(shutil.which, FIREFOX_NAMES)), None
    )
    if path is None:
        reason = "no Firefox found: install firefox-esr, or name one in SERGE_MAP_FIREFOX"
        if os.environ.get("SERGE_MAP_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    driver = start_firefox(path, tmp_path_factory.mktemp("firefox"))
    yield driver
    stop_firefox(driver)


@pytest.fixture(params=few_of(["chromium", "firefox"]))
def visit(
    request: pytest.FixtureRequest, page_file: Path
) -> Iterator[Callable[..., Reader | FirefoxReader]]:
    """Read the page in each browser; afterwards nobody may have met with any trouble.

    In Chromium it is one that another test has opened before, unless it is asked for anew.
    """
    readers: list[FirefoxReader] = []

    def opened(
        file: Path = page_file, at: str = "", *, anew: bool = False
    ) -> Reader | FirefoxReader:
        if request.param == "firefox":
            readers.append(FirefoxReader(request.getfixturevalue("firefox"), file, at))
            return readers[-1]
        if anew or file != page_file:
            return request.getfixturevalue("read")(file, at)
        return request.getfixturevalue("reread")(at)

    yield opened
    assert [trouble for reader in readers for trouble in reader.troubles_met()] == []


@pytest.fixture(scope="session")
def page_file(life: Life, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole page of the real life, as a build writes it."""
    path = tmp_path_factory.mktemp("page") / "map.html"
    path.write_text(render_page(life), encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def read(browser: Browser, page_file: Path) -> Iterator[Callable[..., Reader]]:
    """Open the page as readers do; afterwards none of them may have met with any trouble."""
    readers: list[Reader] = []

    def opened(file: Path = page_file, at: str = "", **options: Any) -> Reader:
        readers.append(Reader(browser, file, at, **options))
        return readers[-1]

    yield opened
    for reader in readers:
        reader.context.close()
    assert [trouble for reader in readers for trouble in reader.troubles] == []


@pytest.fixture(scope="session")
def shelf(browser: Browser, page_file: Path) -> Iterator[Shelf]:
    pages = Shelf(browser, page_file)
    yield pages
    pages.close()


@pytest.fixture
def reread(shelf: Shelf) -> Iterator[Callable[..., Reader]]:
    """Go to a place of the page that another test has opened before, as a reader does."""
    readers: list[Reader] = []

    def opened(at: str = "", **options: Any) -> Reader:
        readers.append(shelf.take(at, options))
        return readers[-1]

    yield opened
    assert [trouble for reader in readers for trouble in reader.troubles] == []
