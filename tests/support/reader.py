"""A reader of the page: what a person can see of the journey, and what a browser complains of."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Locator, Page

READY = "html[data-ready=true][data-laid=true]"  # the page answers, and is whole
PATIENCE_S = 30.0
CURRENT = "article[aria-current=step]"
USUAL = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
OVERVIEW = "!document.querySelector('article[aria-current]')"
AS_OPENED = f"{OVERVIEW} && !location.hash && scrollY === 0"
IN_VIEW = """(() => {
    const sign = document.querySelector(".atlas-stop[aria-current]")?.getBoundingClientRect();
    const stage = document.querySelector(".stage").getBoundingClientRect();
    if (!sign) return false;
    const [x, y] = [sign.x + sign.width / 2, sign.y + sign.height / 2];
    return x > stage.left && x < stage.right && y > stage.top && y < stage.bottom;
})()"""
AS_LEFT = """(() => {
  const count = (selector) => document.querySelectorAll(selector).length;
  const { documentElement: page, body } = document;
  const things = ["[open]", "[inert]", ".dim", ".menu", ".gloss", "main *"];
  const told = Object.entries(page.dataset).sort();
  return [...told, page.style.cssText, body.className, ...things.map(count)].join();
})()"""
FOLLOWED = """new Promise((end) => {
  addEventListener("hashchange", () => setTimeout(end, 50), { once: true });
  location.hash = "AT";
})"""
TWO_FRAMES = "new Promise((end) => requestAnimationFrame(() => requestAnimationFrame(() => end())))"


class Reader:
    """One page in a context of its own, without motion unless asked, without a network always.

    Parameters
    ----------
    browser
        The system's Chromium.
    file
        The page.
    at
        Fragment to open it at, such as ``#orenburg-exile``.
    options
        Options of Playwright's context, such as ``viewport`` or ``color_scheme``.
    """

    def __init__(self, browser: Browser, file: Path, at: str, **options: Any) -> None:
        self.has_script = options.get("java_script_enabled", True)
        self.context = browser.new_context(**(USUAL | options))
        self.troubles: list[str] = []
        self.context.on("request", lambda request: self._hold(request.url))
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", lambda message: self.troubles.append(message.text))
        self.address = file.as_uri()
        self.page.goto(self.address + at)
        if self.has_script:
            self.page.wait_for_selector(READY, state="attached")

    def _hold(self, url: str) -> None:
        """Count everything asked for that is not a file of the test or made by the page."""
        if not url.startswith(("file:", "data:", "blob:", "about:")):
            self.troubles.append(f"asked for {url}")

    def wait_for(self, stop: str, page: Page | Frame | None = None) -> None:
        """Wait until a stop is the current one; fail if it never is."""
        (page or self.page).wait_for_selector(f"article[id='{stop}'][aria-current=step]")

    def evaluate(self, expression: str) -> Any:
        """Return what an expression of JavaScript gives in the page."""
        return self.page.evaluate(expression)

    def holds(self, expression: str, *, patience_s: float = PATIENCE_S) -> None:
        """Wait until an expression is true; fail if it never is."""
        from playwright.sync_api import Error

        until = time.monotonic() + patience_s
        while True:  # the policy of the page lets no browser ask again by itself
            with suppress(Error):  # between two pages there is nobody to ask
                if self.page.evaluate(f"Boolean({expression})"):
                    return
            assert time.monotonic() < until, f"never true: {expression}"
            self.page.wait_for_timeout(30)

    def press(self, key: str) -> None:
        """Press a key by its name in JavaScript."""
        self.page.keyboard.press(key)

    def click(self, selector: str) -> None:
        """Click the first element of a selector that can be seen, by the mouse."""
        self.page.locator(selector).locator("visible=true").first.click()

    def wheel(self, x: int, y: int, pixels: int) -> None:
        """Turn the wheel at a place of the window."""
        self.page.mouse.move(x, y)
        self.page.mouse.wheel(0, pixels)

    def box(self, selector: str, number: int = 0) -> tuple[float, float, float, float]:
        """Return left, top, width and height of an element in the window."""
        box = self.page.locator(selector).nth(number).bounding_box()
        assert box, selector
        return box["x"], box["y"], box["width"], box["height"]

    def mouse(self, kind: str, x: float, y: float) -> None:
        """Move the mouse to a place of the window, or press or let go its button there."""
        self.page.mouse.move(x, y)
        if kind != "move":
            getattr(self.page.mouse, kind)()

    def current(self) -> str:
        """Return the id of the current stop, or nothing in the overview."""
        found = self.page.locator(CURRENT)
        return str(found.get_attribute("id")) if found.count() else ""

    def button(self, name: str) -> Locator:
        """Find a button by its exact name."""
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def said(self) -> str:
        """Return what the live region says."""
        return self.page.locator("#page--said").inner_text()

    @property
    def axis(self) -> Locator:
        """Return the time axis."""
        return self.page.get_by_role("slider", name="Time")

    @property
    def width_beyond(self) -> int:
        """Return by how many pixels the page is wider than its view."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))


class Shelf:
    """Opened pages that tests leave to each other: to open one takes longer than most tests.

    A page is led back to its opening before another test has it; one that does not stand there as
    it did when it was new is thrown away.

    Parameters
    ----------
    browser
        The system's Chromium.
    file
        The page.
    """

    def __init__(self, browser: Browser, file: Path) -> None:
        self._browser, self._file = browser, file
        self._kept: dict[str, tuple[Reader, str]] = {}

    def take(self, at: str, options: dict[str, Any]) -> Reader:
        """Return a page at its opening or at a fragment."""
        key = repr(sorted((USUAL | options).items()))
        reader, as_new = self._kept.pop(key, (None, ""))
        if reader is None or not _leads_home(reader, as_new):
            reader = Reader(self._browser, self._file, "", **options)
            as_new = reader.evaluate(AS_LEFT)
        self._kept[key] = reader, as_new
        if at:
            reader.evaluate(FOLLOWED.replace("AT", at))
        return reader

    def close(self) -> None:
        """Close all pages."""
        for reader, _ in self._kept.values():
            reader.context.close()


def _leads_home(reader: Reader, as_new: str) -> bool:
    """Lead a page to its opening; close one that keeps something from the test before."""
    reader.page.mouse.move(0, 0)
    for _ in range(2):  # what is open is closed first
        reader.press("Escape")
    reader.evaluate("scrollTo(0, 0)")
    with suppress(AssertionError):
        reader.holds(AS_OPENED, patience_s=2)
        reader.evaluate(TWO_FRAMES)
        if reader.evaluate(AS_LEFT) == as_new and not reader.troubles:
            return True
    reader.context.close()
    return False
