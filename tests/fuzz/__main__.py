"""Break a sound life in seeded, structure-aware ways for as long as is wished.

    python -m tests.fuzz [--minutes 60] [--seed 1] [--folder data]

Whatever the mutants hold, reading, tidying, routing, exporting and rendering them must end in a
value or in a ``MapError``, and soon. A mutant that makes the reader say something new is mutated
further, so that the search goes deeper than one slip. Between them random tables are imported, and
the life that comes of one is examined in the same way. What breaks is written to a folder; once
mended it is kept in ``tests/reading/test_hostile_files.py``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from mapping.editing.imports.folder import import_life
from mapping.editing.tidy import canonical_texts
from mapping.errors import MapError
from mapping.formats.kml import kml
from mapping.formats.linked_places import linked_places
from mapping.formats.plain import bibtex, csl, geojson, json_ld, table
from mapping.life.frames import legs_frame
from mapping.reading.folder import FILES, LISTS, parse_life, read_files
from tests.fuzz.mutate import mutate
from tests.fuzz.tables import random_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.life.model import Life

TABLES = ("stops.geojson", "legs.geojson")
SLOW_SECONDS = 5.0
MOST_KEPT = 500
FRESH = 0.5  # share of mutants with few slips, and of those whose derived columns are put right
RENDER_EVERY = 40  # a page takes as long as many readings
IMPORT_EVERY = 3
EXPORTS = (geojson, table, linked_places, json_ld, bibtex, csl)


def main() -> None:
    options = _options()
    sound, _ = read_files(options.folder)
    random_source = random.Random(options.seed)  # noqa: S311 - a search that can be repeated
    pool, heard = [sound], set[tuple[str, str, str]]()
    end = time.monotonic() + options.minutes * 60
    tried = broken = read = 0
    while time.monotonic() < end and (not options.runs or tried < options.runs):
        tried += 1
        if tried % IMPORT_EVERY == 0:
            broken += _try_table(random_source, options.found)
            continue
        start = sound if random_source.random() < FRESH else random_source.choice(pool)
        mutant = mutate(start, random_source)
        begin = time.process_time()
        try:
            if random_source.random() < FRESH:
                mutant = _tidied(mutant)
            life, said = examine(mutant, render=tried % RENDER_EVERY == 0)
        except Exception:  # noqa: BLE001 - whatever escapes is the finding
            broken += 1
            _keep(options.found, mutant, traceback.format_exc())
            continue
        if time.process_time() - begin > SLOW_SECONDS:
            broken += 1
            _keep(options.found, mutant, f"{time.process_time() - begin:.1f} seconds\n")
        read += life is not None
        if not said <= heard:
            heard |= said
            pool.append(mutant)
            if len(pool) > MOST_KEPT:
                del pool[random_source.randrange(1, len(pool))]
        if tried % 1000 == 0:
            _say(f"{tried} tried, {read} read, {len(heard)} answers, {broken} broken")
    _say(f"{tried} tried, {read} read, {len(heard)} answers, {broken} broken")
    sys.exit(1 if broken else 0)


def _try_table(source: random.Random, found: Path) -> bool:
    """Import a random table; return whether that broke."""
    name, data = random_table(source)
    try:
        imported = import_life(name, data)
        files = {key: text.encode() for key, text in imported.files.items()}
        examine({key: files[key] for key in (*FILES, *LISTS) if key in files})
    except MapError as error:
        str(error).encode()
    except Exception:  # noqa: BLE001 - whatever escapes is the finding
        _keep(found, {name: data}, traceback.format_exc())
        return True
    return False


def examine(
    files: Mapping[str, bytes], *, render: bool = False
) -> tuple[Life | None, set[tuple[str, str, str]]]:
    """Put files through everything; return the life, and what the reader said in kind."""
    life, problems = parse_life(files)
    for problem in problems:
        str(problem).encode()  # it must be possible to print it
        assert problem.file, problem
        assert problem.expected, problem
        assert problem.found, problem
        assert problem.remedy, problem
    errors = [problem for problem in problems if problem.level == "error"]
    assert (life is None) == (bool(errors) or not set(FILES) <= set(files)), problems
    once = _tidied(files)
    assert _tidied(once) == once, "tidy is not idempotent"
    if life is not None:
        legs_frame(life)
        for export in EXPORTS:
            assert all(export(life).files.values())
        for document in kml(life).files.values():
            ET.fromstring(document)  # noqa: S314 - our own XML
    if life is not None and render:
        from mapping.page.html import render_page

        render_page(life).encode()
    return life, {(p.file, p.field.rpartition(".")[2][:20], p.expected[:40]) for p in problems}


def _tidied(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files in canonical form, where they have one."""
    if not set(TABLES) <= set(files):
        return dict(files)
    try:
        texts = canonical_texts(dict(files))
    except MapError:
        return dict(files)
    return {**files, **{name: text.encode() for name, text in texts.items()}}


def _keep(folder: Path, files: Mapping[str, bytes], report: str) -> None:
    last = report.strip().splitlines()[-1]
    where = [line for line in report.splitlines() if "/mapping/" in line]
    name = hashlib.sha256("".join((*where, last[:40])).encode()).hexdigest()[:8]
    target = folder / name
    if target.exists():
        return
    target.mkdir(parents=True)
    for file, data in files.items():
        (target / file).parent.mkdir(parents=True, exist_ok=True)
        (target / file).write_bytes(data)
    (target / "report.txt").write_text(report, encoding="utf-8", errors="replace")
    _say(f"broken: {target}: {json.dumps(last[:200])}")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--runs", type=int, default=0, help="stop after so many mutants")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path("data"))
    parser.add_argument("--found", type=Path, default=Path("output/fuzz"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
