"""The page's scripts and styles as texts: short enough to read, and typed as the data are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from project import PACKAGE

from mapping.atlas.polities import with_polities
from mapping.life.frames import legs_frame, stops_frame
from mapping.life.model import Stop, property_order
from mapping.page.assets import read_web
from mapping.page.story import life_data
from mapping.rebuild.types import types_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.life.model import Life

WEB = PACKAGE / "page/web"
FILES = sorted(
    str(path.relative_to(WEB)) for path in WEB.rglob("*") if path.suffix in {".js", ".css"}
)
SCRIPTS = [name for name in FILES if name.endswith(".js")]
MOST_LINES = 300
MOST_COLUMNS = 100  # the formatter keeps code to them, but not remarks
MOST_ANY = 10
ANY = re.compile(r"\{[^{}\n]*\bany\b[^{}\n]*\}(.*)")

TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "string[]": lambda value: all(isinstance(each, str) for each in value),
    "[string, string]": lambda value: [type(each) for each in value] == [str, str],
    "number[]": lambda value: all(isinstance(each, int | float) for each in value),
    "[string, string, number][]": lambda value: all(
        isinstance(a, str) and isinstance(b, str) and isinstance(c, float) for a, b, c in value
    ),
    "[string, string][]": lambda value: all(list(map(type, each)) == [str, str] for each in value),
}


def typedef(name: str) -> dict[str, tuple[str, bool]]:
    """Return type of each property of ``Life``, and whether it may be missing."""
    block = re.search(
        rf"@typedef \{{object\}} {name}\b.*?\*/", read_web("scripts/life.js"), re.DOTALL
    )
    assert block, f"life.js: no typedef {name}"
    found = re.findall(r"@property \{(.+)\} (\[?)(\w+)", block[0])
    return {field: (kind, bool(optional)) for kind, optional, field in found}


def interface(name: str) -> dict[str, tuple[str, bool]]:
    """Return type of each property of a type made from the model, and whether it may be missing."""
    block = re.search(rf"interface {name} \{{.*?^\}}", types_text(), re.DOTALL | re.MULTILINE)
    assert block, f"types.d.ts: no interface {name}"
    found = re.findall(r"^  (\w+)(\??): (.+);$", block[0], re.MULTILINE)
    return {field: (kind, bool(optional)) for field, optional, kind in found}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_page_is_short_enough_to_read(name: str) -> None:
    lines = read_web(name).splitlines()
    assert len(lines) <= MOST_LINES
    assert [line for line in lines if len(line) > MOST_COLUMNS] == []


def test_types_say_any_seldom_and_why() -> None:
    reasons = [match[1] for name in SCRIPTS for match in ANY.finditer(read_web(name))]
    assert len(reasons) <= MOST_ANY
    assert all(re.search(r"\w+ \w+ \w+", reason) for reason in reasons)


def test_the_types_of_the_scripts_are_made_from_the_model() -> None:
    assert read_web("scripts/types.d.ts") == types_text(), "run: python -m mapping.rebuild.types"


@pytest.fixture(scope="module")
def data(life: Life) -> dict[str, Any]:
    return life_data(life, with_polities(stops_frame(life)), legs_frame(life))


@pytest.mark.parametrize("name", ["Life", "Stop", "Leg", "Chapter"])
def test_the_types_of_the_script_are_those_of_the_data(data: dict[str, Any], name: str) -> None:
    rows = {"Life": [data]}.get(name) or data[f"{name.lower()}s"]
    types = typedef(name) if name == "Life" else interface(name)
    known = set(property_order(Stop)) if name == "Stop" else set()
    assert {field for row in rows for field in row} <= set(types)
    assert set(types) <= {field for row in rows for field in row} | known
    for field, (kind, is_optional) in types.items():
        values = [row[field] for row in rows if row.get(field) is not None]
        assert is_optional or len(values) == len(rows), field
        assert all(map(TYPES.get(kind, bool), values)), (field, kind)
