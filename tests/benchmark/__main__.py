"""Measure builds and pages against their floor and their rivals, in one run.

    python -m tests.benchmark [--sizes 60,1000,10000] [--runs 3]

Prints one table. Read the ratios: the seconds are those of one machine on one day.
"""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmark.browser import Opened, launch, open_page
from tests.benchmark.lives import write_life

FLOOR = "import geopandas, folium"
HEADINGS = (
    "what",
    "seconds",
    "x floor",
    "peak MB",
    "kB",
    "kB gzip",
    "requests",
    "paint ms",
    "ready ms",
    "phone ms",
    "step ms",
    "search ms",
    "heap MB",
)


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: least processor seconds of some runs, those of the floor, peak MB."""

    seconds: float
    floor: float
    peak_mb: float


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = launch(playwright)
        home = Path(scratch)
        rows = [[f"floor: {FLOOR}", *_costs(run(["-c", FLOOR], options.runs))]]
        for flag in ("--help", "--version"):
            taken = run(["-m", "mapping", flag], options.runs)
            rows.append([f"serge-map {flag}", *_costs(taken)])
        lives = {"the real life": Path("data")}
        for size in options.sizes:
            lives[f"{size:,} stops"] = write_life(home / f"life-{size}", size)
        for name, folder in lives.items():
            for tool, arguments in _tools(folder).items():
                # a file each: a build replaces no file that another program wrote
                target = home / f"{folder.name}-{tool}.html"
                taken = attempt([*arguments, str(target)], options.runs)
                if taken is None:  # explore needs packages that nothing else does
                    rows.append([f"{name}: {tool}", "does not run"])
                    continue
                opened = browser and open_page(browser, target, has_steps=tool == "serge-map")
                rows.append([f"{name}: {tool}", *_costs(taken), *_page(target, opened)])
        chromium = browser.version if browser else "none"
        if browser:
            browser.close()
    names = ("folium", "geopandas", "shapely", "pydantic", "jinja2")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    _say(f"Python {platform.python_version()}, {versions}, Chromium {chromium}")
    _say(f"{os.cpu_count()} processors; the least of {options.runs} runs in turn with the floor\n")
    _say(_table([list(HEADINGS), ["---"] * len(HEADINGS), *rows]))


def run(arguments: list[str], runs: int) -> Run:
    """Run Python with arguments a few times; it must succeed."""
    taken = attempt(arguments, runs)
    if taken is None:
        sys.exit(f"python {' '.join(arguments)} failed")
    return taken


def attempt(arguments: list[str], runs: int) -> Run | None:
    """Run Python with arguments a few times; nothing where it fails.

    The floor runs in turn with it, and the least of each counts: what else the machine does can
    only add.
    """
    taken, floors = [], []
    for _ in range(runs):
        floors.append(_timed(["-c", FLOOR])[0])
        try:
            taken.append(_timed(arguments))
        except subprocess.CalledProcessError:
            return None
    seconds, peaks = zip(*taken, strict=True)
    return Run(min(seconds), min(floors), max(peaks))


def _timed(arguments: list[str]) -> list[float]:
    command = [sys.executable, "-m", "tests.benchmark.timed", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(number) for number in done.stdout.split()]


def _tools(folder: Path) -> dict[str, list[str]]:
    return {
        "serge-map": ["-m", "mapping", "build", str(folder), "-o"],
        "folium": ["-m", "tests.benchmark.rivals", "folium", str(folder)],
        "explore": ["-m", "tests.benchmark.rivals", "explore", str(folder)],
    }


def _costs(taken: Run) -> list[str]:
    return [f"{taken.seconds:.2f}", f"{taken.seconds / taken.floor:.2f}", f"{taken.peak_mb:.0f}"]


def _page(target: Path, opened: Opened | None) -> list[str]:
    data = target.read_bytes()
    sizes = [f"{len(data) / 1000:,.0f}", f"{len(gzip.compress(data, 6)) / 1000:,.0f}"]
    if opened is None:
        return sizes
    times = (opened.paint_ms, opened.ready_ms, opened.phone_ms, opened.step_ms, opened.search_ms)
    said = ["-" if value is None else f"{value:,.0f}" for value in times]
    return [*sizes, str(opened.requests), *said, f"{opened.heap_mb:.0f}"]


def _table(rows: list[list[str]]) -> str:
    whole = [[*row, *([""] * (len(HEADINGS) - len(row)))] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in whole)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument(
        "--sizes",
        type=lambda text: [int(part) for part in text.split(",")],
        default=[60, 1000, 10_000],
    )
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
