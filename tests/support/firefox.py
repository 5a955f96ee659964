"""A reader of the page in Firefox, with the verbs of the one in Chromium."""

from __future__ import annotations

import socket
import time
import warnings
from typing import TYPE_CHECKING, Any

from reader import CURRENT, PATIENCE_S, READY

if TYPE_CHECKING:
    from pathlib import Path

    from marionette_driver.marionette import Marionette

PREFERENCES = {
    "ui.prefersReducedMotion": 1,
    "browser.startup.page": 0,
    "network.proxy.type": 1,  # to a port where nobody answers: without a network always
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
}


def start_firefox(path: str, folder: Path) -> Marionette:
    """Start a Firefox without a window; its log goes into a folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the driver's own libraries warn of
        from marionette_driver.marionette import Marionette

        driver = Marionette(
            bin=path,
            port=_free_port(),  # another worker may have a Firefox too
            headless=True,
            prefs=PREFERENCES,
            gecko_log=str(folder / "gecko.log"),
        )
        driver.start_session()
    return driver


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def stop_firefox(driver: Marionette) -> None:
    """Stop it, and leave nothing of it behind."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        driver.quit()
        driver.cleanup()


class FirefoxReader:
    """One page in a Firefox that all tests share, without motion and without a network.

    Parameters
    ----------
    driver
        What `start_firefox` returned.
    file
        The page.
    at
        Fragment to open it at.
    """

    def __init__(self, driver: Marionette, file: Path, at: str = "") -> None:
        self.driver = driver
        self.address = file.as_uri()
        self.name = file.name
        with driver.using_context("chrome"):
            driver.execute_script("Services.console.reset()")
        driver.set_window_rect(width=1280, height=886)
        driver.navigate("about:blank")
        driver.navigate(self.address + at)
        self.holds(f"document.querySelector('{READY}')")

    def evaluate(self, expression: str) -> Any:
        """Return what an expression of JavaScript gives in the page."""
        return self.driver.execute_script(f"return ({expression})", sandbox=None)

    def holds(self, expression: str) -> None:
        """Wait until an expression is true; fail if it never is."""
        until = time.monotonic() + PATIENCE_S
        while not self.driver.execute_script(f"return Boolean({expression})", sandbox=None):
            assert time.monotonic() < until, f"never true: {expression}"
            time.sleep(0.05)

    def press(self, key: str) -> None:
        """Press a key by its name in JavaScript."""
        from marionette_driver.keys import Keys

        named = {"ArrowRight": Keys.ARROW_RIGHT, "ArrowLeft": Keys.ARROW_LEFT, "End": Keys.END}
        named |= {"Home": Keys.HOME, "Escape": Keys.ESCAPE, "Tab": Keys.TAB, "Enter": Keys.ENTER}
        named |= {"ArrowUp": Keys.ARROW_UP, "PageUp": Keys.PAGE_UP, "PageDown": Keys.PAGE_DOWN}
        code = named.get(key, key)
        keyboard = self.driver.actions.sequence("key", "keyboard")
        keyboard.key_down(code).key_up(code).perform()

    def click(self, selector: str) -> None:
        """Click the middle of the first element of a selector that can be seen, by the mouse."""
        box = self.evaluate(
            f"(([it]) => {{ it.scrollIntoView({{ block: 'nearest' }});"
            " const { x, y, width, height } = it.getBoundingClientRect();"
            " return [x + width / 2, y + height / 2]; })"
            f"([...document.querySelectorAll(`{selector}`)].filter((it) => it.checkVisibility()))"
        )
        pointer = self.driver.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
        pointer.pointer_move(round(box[0]), round(box[1])).click().perform()

    def wheel(self, x: int, y: int, pixels: int) -> None:
        """Turn the wheel at a place of the window."""
        self.driver.actions.sequence("wheel", "wheel").scroll(x, y, 0, pixels).perform()

    def box(self, selector: str, number: int = 0) -> tuple[float, float, float, float]:
        """Return left, top, width and height of an element in the window."""
        x, y, width, height = self.evaluate(
            "(({ x, y, width, height }) => [x, y, width, height])"
            f"(document.querySelectorAll(`{selector}`)[{number}].getBoundingClientRect())"
        )
        return x, y, width, height

    def mouse(self, kind: str, x: float, y: float) -> None:
        """Move the mouse to a place of the window, or press or let go its button there."""
        pointer = self.driver.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
        pointer.pointer_move(round(x), round(y))
        if kind != "move":
            getattr(pointer, f"pointer_{kind}")()
        pointer.perform()

    def wait_for(self, stop: str) -> None:
        """Wait until a stop is the current one; fail if it never is."""
        self.holds(f"document.querySelector(`article[id='{stop}'][aria-current=step]`)")

    def current(self) -> str:
        """Return the id of the current stop, or nothing in the overview."""
        return str(self.evaluate(f"document.querySelector('{CURRENT}')?.id ?? ''"))

    def troubles_met(self) -> list[str]:
        """Return what the browser complained of in this page, and what the page asked for."""
        asked = self.evaluate(
            "performance.getEntriesByType('resource').map(({ name }) => name)"
            ".filter((name) => !/^(data|blob|about):/.test(name))"
        )
        with self.driver.using_context("chrome"):
            said = self.driver.execute_script(
                "return Services.console.getMessageArray().map((each) => String(each.message))"
            )
        return [*asked, *(each for each in said if self.name in each)]
