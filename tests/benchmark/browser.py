"""What a reader waits for: a page opened in Chromium without a network."""

from __future__ import annotations

import os
import shutil
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-precise-memory-info",
)
STEPS = 12
PHONES = 5
_DESK = {"viewport": {"width": 1280, "height": 800}}
_PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
# Set when the page says that it is ready; looking for it from outside would slow it down.
_WATCH = """new MutationObserver(() => {
  if (document.documentElement?.dataset.ready) globalThis.readyAt ??= performance.now();
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });"""
_STEP = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await frame();
  const begin = performance.now();
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  await frame();
  return performance.now() - begin;
}"""


# Each letter of a word in the search, from the key until the list is there.
_SEARCH = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  document.querySelector("[data-act=find]").click();
  const input = document.querySelector(".finder input");
  await new Promise((done) => setTimeout(done, 2500));
  const times = [];
  for (const word of ["police", "night", "petrograd 19", "nothing of it"]) {
    for (let letters = 1; letters <= word.length; letters++) {
      await frame();
      input.value = word.slice(0, letters);
      const begin = performance.now();
      input.dispatchEvent(new Event("input", { bubbles: true }));
      times.push(performance.now() - begin);
    }
  }
  document.querySelector("[data-act=leave]").click();
  return times;
}"""


@dataclass(frozen=True, slots=True)
class Opened:
    """How a page opened.

    Parameters
    ----------
    requests
        Addresses of the network that it asked for, in vain.
    paint_ms, ready_ms
        Until something is shown, and until it can be used; ``None`` if that never came.
    phone_ms
        Until it can be used on a phone of a quarter of this machine's speed.
    step_ms
        Median of the steps, from the key to the next frame; ``None`` without steps.
    search_ms
        Median of the letters of a search; ``None`` where there is none.
    heap_mb
        Memory of its script.
    """

    requests: int
    paint_ms: float | None
    ready_ms: float | None
    phone_ms: float | None
    step_ms: float | None
    search_ms: float | None
    heap_mb: float


def launch(playwright: Any) -> Browser | None:
    """Start the system's Chromium, where there is one."""
    found = filter(None, map(shutil.which, NAMES))
    path = os.environ.get("SERGE_MAP_CHROMIUM") or next(found, None)
    if path is None:
        return None
    browser: Browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    return browser


def open_page(browser: Browser, file: Path, *, has_steps: bool) -> Opened:
    """Open a file offline and take a few steps in it."""
    page = _open(browser, _DESK)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ready = None
    if has_steps:
        ready = _wait_ready(page, file)
    else:
        page.goto(file.as_uri(), wait_until="load")
    page.wait_for_timeout(1500)
    steps = []
    for _ in range(STEPS if has_steps else 0):
        steps.append(page.evaluate(_STEP))
        page.wait_for_timeout(900)
    search = statistics.median(page.evaluate(_SEARCH)) if has_steps else None
    paint = page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
    )
    heap = page.evaluate("performance.memory.usedJSHeapSize / 1e6")
    page.context.close()
    phone = statistics.median(_time_phone(browser, file)) if has_steps else None
    away = [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
    step = statistics.median(steps) if steps else None
    return Opened(len(away), paint, ready, phone, step, search, heap)


def _time_phone(browser: Browser, file: Path) -> Iterator[float]:
    for _ in range(PHONES):
        page = _open(browser, _PHONE, slowness=4)
        yield _wait_ready(page, file)
        page.context.close()


def _open(browser: Browser, device: dict[str, Any], slowness: int = 1) -> Page:
    """Open a device without a network, and watch for its page to be ready."""
    page = browser.new_context(**device, offline=True).new_page()
    page.set_default_timeout(180_000)
    page.add_init_script(_WATCH)
    processor = page.context.new_cdp_session(page)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": slowness})
    return page


def _wait_ready(page: Page, file: Path) -> float:
    """Open a page of ours and return the milliseconds until it can be used."""
    page.goto(file.as_uri(), wait_until="load")
    while (ready := page.evaluate("globalThis.readyAt ?? null")) is None:
        page.wait_for_timeout(100)
    return float(ready)
