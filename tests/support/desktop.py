"""Run Python in the system's QGIS, and GDAL's checker of GeoPackages."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's QGIS belongs to it
_CHECK = """
import sys
from osgeo_utils.samples.validate_gpkg import GPKGCheckException, check
try:
    check(sys.argv[1], extra_checks=True)
except GPKGCheckException as problem:
    print(problem)
"""


def require_qgis() -> None:
    """Skip loudly where there is no QGIS, or fail where it is required."""
    found = (
        shutil.which(SYSTEM_PYTHON)
        and not subprocess.run(
            [SYSTEM_PYTHON, "-c", "import qgis.core"], capture_output=True, check=False
        ).returncode
    )
    if not found:
        words = f"no QGIS in {SYSTEM_PYTHON} (apt-get install python3-qgis)"
        if os.environ.get("SERGE_MAP_QGIS") == "required":
            pytest.fail(words)
        pytest.skip(words)


def run_qgis(arguments: list[str], home: Path) -> str:
    """Run the system's Python without a screen; return what it printed."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(home),
    }
    done = subprocess.run(
        [SYSTEM_PYTHON, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def validate_geopackage(path: Path) -> str:
    """Return what GDAL's checker of the standard says against a GeoPackage; nothing if nothing."""
    return run_qgis(["-c", _CHECK, str(path)], path.parent).strip()
