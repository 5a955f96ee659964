"""The house has one direction, README prints it, and what is heavy waits until it is needed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING

import pytest
from project import PACKAGE, ROOT

if TYPE_CHECKING:
    from pathlib import Path

# The lowest floor first; rooms of one floor do not know each other.
FLOORS = (
    "errors version",
    "files",
    "life signs templates",
    "atlas",
    "reading formats plates",
    "page",
    "paper editing",
    "cli",
)
REBUILD = {"errors", "files", "atlas", "life", "templates"}
DOORS = {"__init__", "__main__", "alias"}  # what a user imports and runs; any room is theirs
HEAVY = {
    *("branca", "edtf", "folium", "geopandas", "jinja2", "numpy", "pandas"),
    *("PIL", "pyogrio", "pyproj", "rich", "scipy", "shapely", "typst"),
}


def imports(tree: ast.AST) -> set[str]:
    """Return the dotted names that a piece of code imports."""
    names = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@cache
def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def without_types(tree: ast.Module, *, top_only: bool) -> ast.Module:
    """Return the code that runs: nothing for type checkers, and perhaps no functions."""

    class Strip(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST | None:
            return None if ast.unparse(node.test) == "TYPE_CHECKING" else self.generic_visit(node)

        def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST | None:
            return None if top_only else self.generic_visit(node)

    stripped = Strip().visit(deepcopy(tree))
    assert isinstance(stripped, ast.Module)
    return stripped


def dotted(module: Path) -> str:
    parts = module.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {dotted(path): path for path in sorted(PACKAGE.rglob("*.py"))}
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms.split()}


def room(name: str) -> str:
    return f"{name}.__init__".split(".")[1]


def uses(name: str, *, top_only: bool = False) -> set[str]:
    """Return the modules of the package that a module imports, for types too."""
    tree = (
        without_types(parsed(MODULES[name]), top_only=True) if top_only else parsed(MODULES[name])
    )
    return (imports(tree) & set(MODULES)) - {name, "mapping"}


@cache
def graph() -> dict[str, set[str]]:
    return {name: uses(name) for name in MODULES}


@cache
def running() -> dict[str, set[str]]:
    """Return the same, without what is imported for types alone."""
    return {
        name: used & imports(without_types(parsed(MODULES[name]), top_only=False))
        for name, used in graph().items()
    }


def test_the_parser_sees_imports() -> None:
    assert {"mapping.errors", "mapping.reading.syntax"} <= graph()["mapping.reading.folder"]
    assert room("mapping.reading.rules.legs") == "reading"
    assert len(MODULES) > 80


def test_every_module_stands_in_a_room_of_the_house() -> None:
    assert {room(name) for name in MODULES} == {*FLOOR, *DOORS, "rebuild"}


def test_no_more_than_six_modules_stand_beside_the_rooms() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= 6


@pytest.mark.parametrize("name", sorted(name for name in MODULES if room(name) not in DOORS))
def test_a_module_imports_only_rooms_below_its_own(name: str) -> None:
    own = room(name)
    below = {other for other in FLOOR if FLOOR[other] < FLOOR.get(own, 0)}
    allowed = REBUILD if own == "rebuild" else below
    assert {room(used) for used in graph()[name]} - {own} <= allowed


@pytest.mark.parametrize("name", sorted(MODULES))
def test_a_module_fits_into_300_lines_and_its_functions_into_60(name: str) -> None:
    assert len(MODULES[name].read_text(encoding="utf-8").splitlines()) <= 300
    for function in functions(MODULES[name]):
        assert (function.end_lineno or 0) - function.lineno < 60, function.name


@pytest.mark.parametrize("name", sorted(MODULES))
def test_a_function_takes_at_most_five_arguments_by_position(name: str) -> None:
    for function in functions(MODULES[name]):
        given = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
        assert len([name for name in given if name not in {"self", "cls"}]) <= 5, function.name


def functions(module: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(parsed(module)) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("name", sorted(MODULES.keys() - {"mapping.errors"}))
def test_a_finding_is_made_at_its_place(name: str) -> None:
    called = {call.func for call in ast.walk(parsed(MODULES[name])) if isinstance(call, ast.Call)}
    assert "Problem" not in {function.id for function in called if isinstance(function, ast.Name)}


def test_no_name_of_a_month_or_day_follows_the_locale() -> None:
    local = re.compile(r"%[aAbBcxXp]\b|\b(?:month|day)_(?:name|abbr)\b(?! follows)")
    told = [name for name, path in MODULES.items() if local.search(path.read_text("utf-8"))]
    assert told == []


@pytest.mark.parametrize("name", sorted(MODULES))
def test_no_module_leads_back_to_itself(name: str) -> None:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        for used in running()[waiting.pop()] - seen:
            seen.add(used)
            waiting.append(used)
    assert name not in seen


def test_readme_prints_the_floors() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    picture = re.search(r"^    errors version .*$", readme, re.MULTILINE)
    assert picture, "README: no line that begins with the lowest floor"
    assert tuple(re.split(r"  <  ", picture[0].strip())) == FLOORS


def test_readme_has_a_row_for_each_room() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:`[\w/]+`[ ·]*)+) \|", readme, re.MULTILINE)
    told = {name.strip("/") for row in rows for name in re.findall(r"`([\w/]+)`", row)}
    assert {*FLOOR, "rebuild"} <= told


@pytest.mark.parametrize(
    "name",
    [
        "mapping.cli",
        "mapping.reading.folder",
        "mapping.life.frames",
        "mapping.editing.tidy",
        "mapping.formats.registry",
        "mapping.atlas.world",
    ],
)
def test_heavy_packages_wait_until_a_function_needs_them(name: str) -> None:
    seen, waiting = {name}, [name]
    while waiting:
        module = waiting.pop()
        names = imports(without_types(parsed(MODULES[module]), top_only=True))
        assert not {used.partition(".")[0] for used in names} & HEAVY, module
        found = uses(module, top_only=True)
        waiting += found - seen
        seen |= found


def test_only_the_page_uses_folium() -> None:
    users = {name for name, path in MODULES.items() if {"folium", "branca"} & imports(parsed(path))}
    assert {room(name) for name in users} == {"page"}


def test_only_one_module_puts_files_in_place() -> None:
    def calls(path: Path) -> set[str]:
        nodes = ast.walk(parsed(path))
        return {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}

    writers = {n for n, p in MODULES.items() if calls(p) & {"os.replace", "tempfile.mkstemp"}}
    assert writers == {"mapping.files"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom mapping.cli import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout
    assert not set(done.stderr.split()) & (HEAVY | {"pydantic"})


def test_the_package_says_its_public_verbs_without_loading_them() -> None:
    code = "import sys, mapping; print(mapping.__all__, 'pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False\n")
    assert "'load_life'" in done.stdout
