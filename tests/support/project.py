"""Where the project's own files are, wherever the tests are run from."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
PACKAGE = ROOT / "mapping"
SUPPORT = Path(__file__).parent
LIVES = SUPPORT / "lives"
